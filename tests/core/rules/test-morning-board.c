/* The figures of the morning, on a small community whose visits and issues the
 * tests place themselves. */
#include "bjt-sample-picture.h"
#include "rules/bjt-due-list.h"
#include "rules/bjt-morning-board.h"

#define N_GRIDS 2

/* Nobody is due, nobody was met, nothing is open. */
static BjtPicture *
new_calm_picture (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  BjtPicture      *picture;

  options.n_grids = N_GRIDS;
  picture = bjt_sample_picture_new (&options);
  g_array_set_size (picture->issues, 0);
  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      BjtPictureDoorState *state = bjt_picture_get_door_state (picture, d);

      state->next_due_on = state->last_visit_on = state->last_contact_on = BJT_DATE_NONE;
    }
  return picture;
}

static guint32
find_door_of_grid (const BjtPicture *picture,
                   guint32           grid)
{
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_picture_get_building (picture, bjt_picture_get_door (picture, d)->building)->grid == grid && !bjt_picture_get_door (picture, d)->is_merged)
      return d;
  g_assert_not_reached ();
}

static void
test_counts_due (void)
{
  g_autoptr (BjtPicture) picture = new_calm_picture ();
  guint32                first = find_door_of_grid (picture, 0);
  BjtMorningBoard        board;

  bjt_picture_get_door_state (picture, first)->next_due_on = picture->as_of;
  bjt_picture_get_door_state (picture, first + 1)->next_due_on = picture->as_of - 1;
  bjt_picture_get_door_state (picture, first + 2)->next_due_on = picture->as_of + 1;
  bjt_morning_board_count (&board, picture, BJT_NO_INDEX);
  g_assert_cmpuint (board.n_due_today, ==, 1);
  g_assert_cmpuint (board.n_overdue, ==, 1);
  g_assert_cmpuint (board.n_left, ==, 2);
  bjt_morning_board_count (&board, picture, 1);
  g_assert_cmpuint (board.n_left, ==, 0);
}

/* An attempt is done for the day, but the door stays due. */
static void
test_attempt_stays_due (void)
{
  g_autoptr (BjtPicture) picture = new_calm_picture ();
  BjtPictureDoorState   *state = bjt_picture_get_door_state (picture, find_door_of_grid (picture, 0));
  BjtMorningBoard        board;

  state->next_due_on = picture->as_of - 3;
  state->last_visit_on = picture->as_of;
  bjt_morning_board_count (&board, picture, BJT_NO_INDEX);
  g_assert_cmpuint (board.n_tried, ==, 1);
  g_assert_cmpuint (board.n_met, ==, 0);
  g_assert_cmpuint (board.n_overdue, ==, 1);
  g_assert_cmpuint (board.n_left, ==, 0);
}

static void
test_quiet_grids (void)
{
  g_autoptr (BjtPicture) picture = new_calm_picture ();
  BjtPictureDoorState   *state = bjt_picture_get_door_state (picture, find_door_of_grid (picture, 1));
  BjtMorningBoard        board;

  bjt_morning_board_count (&board, picture, BJT_NO_INDEX);
  g_assert_cmpuint (board.n_quiet, ==, N_GRIDS);
  state->last_contact_on = picture->as_of - (BJT_QUIET_DAYS - 1);
  bjt_morning_board_count (&board, picture, BJT_NO_INDEX);
  g_assert_cmpuint (board.n_quiet, ==, N_GRIDS - 1);
  state->last_contact_on = picture->as_of - BJT_QUIET_DAYS;
  bjt_morning_board_count (&board, picture, BJT_NO_INDEX);
  g_assert_cmpuint (board.n_quiet, ==, N_GRIDS);
}

static void
add_issue (BjtPicture *picture,
           BjtDate     due_on,
           gboolean    is_paused)
{
  BjtPictureIssue issue = { .door = find_door_of_grid (picture, 0), .entrance = BJT_NO_INDEX, .building = BJT_NO_INDEX, .due_on = due_on, .is_paused = is_paused };

  g_array_append_val (picture->issues, issue);
}

/* 2026-11-20 is a Friday: what is due on Monday is due on the next working day. */
static void
test_issues_by_clock (void)
{
  g_autoptr (BjtPicture) picture = new_calm_picture ();
  BjtMorningBoard        board;

  picture->as_of = bjt_date_from_ymd (2026, 11, 20);
  add_issue (picture, picture->as_of - 1, FALSE);
  add_issue (picture, picture->as_of - 1, TRUE);
  add_issue (picture, picture->as_of, FALSE);
  add_issue (picture, picture->as_of + 3, FALSE);
  add_issue (picture, picture->as_of + 4, FALSE);
  add_issue (picture, BJT_DATE_NONE, FALSE);
  bjt_morning_board_count (&board, picture, BJT_NO_INDEX);
  g_assert_cmpuint (board.n_issues_overdue, ==, 1);
  g_assert_cmpuint (board.n_issues_soon, ==, 2);
  bjt_morning_board_count (&board, picture, 1);
  g_assert_cmpuint (board.n_issues_overdue + board.n_issues_soon, ==, 0);
}

/* Those visited today stay in the list of the day, whenever they are due next. */
static void
test_visited_stay (void)
{
  g_autoptr (BjtPicture) picture = new_calm_picture ();
  BjtPictureDoorState   *state = bjt_picture_get_door_state (picture, find_door_of_grid (picture, 0));
  BjtDueQuery            query = BJT_DUE_QUERY_ALL;
  g_autoptr (GArray)     without = NULL, with = NULL;

  state->last_visit_on = state->last_contact_on = picture->as_of;
  state->next_due_on = picture->as_of + 90;
  without = bjt_due_list_find (picture, &query);
  query.with_visited = TRUE;
  with = bjt_due_list_find (picture, &query);
  g_assert_cmpuint (without->len, ==, 0);
  g_assert_cmpuint (with->len, ==, 1);
  g_assert_cmpint (g_array_index (with, BjtDueLine, 0).days_late, ==, -90);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/morning-board/counts-due", test_counts_due);
  g_test_add_func ("/rules/morning-board/attempt-stays-due", test_attempt_stays_due);
  g_test_add_func ("/rules/morning-board/quiet-grids", test_quiet_grids);
  g_test_add_func ("/rules/morning-board/issues-by-clock", test_issues_by_clock);
  g_test_add_func ("/rules/morning-board/visited-stay", test_visited_stay);
  return g_test_run ();
}
