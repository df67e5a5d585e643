/* bjt-morning-board.c: one walk over the doors and one over the open issues. */
#include "bjt-morning-board.h"

/**
 * bjt_morning_board_get_issue_time:
 *
 * Returns: by its due day; an issue whose clock stands still has time enough
 */
BjtIssueTime
bjt_morning_board_get_issue_time (const BjtPicture      *picture,
                                  const BjtPictureIssue *issue)
{
  return issue->is_paused ? BJT_ISSUE_TIME_ENOUGH : bjt_picture_time_issue (picture, issue->due_on);
}

guint32
bjt_morning_board_get_issue_grid (const BjtPicture      *picture,
                                  const BjtPictureIssue *issue)
{
  guint32 building = issue->building;

  if (issue->door != BJT_NO_INDEX)
    building = bjt_picture_get_door (picture, issue->door)->building;
  else if (issue->entrance != BJT_NO_INDEX)
    building = bjt_picture_get_entrance (picture, issue->entrance)->building;
  return building != BJT_NO_INDEX ? bjt_picture_get_building (picture, building)->grid : BJT_NO_INDEX;
}

static guint32
get_grid (const BjtPicture *picture,
          guint32           door)
{
  return bjt_picture_get_building (picture, bjt_picture_get_door (picture, door)->building)->grid;
}

BjtDate *
bjt_morning_board_list_contacts (const BjtPicture *picture)
{
  BjtDate *last = g_new (BjtDate, picture->grids->len + 1);

  for (guint32 g = 0; g <= picture->grids->len; g++)
    last[g] = BJT_DATE_NONE;
  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      BjtDate on = bjt_picture_get_door_state (picture, d)->last_contact_on;
      guint32 grid = get_grid (picture, d);

      if (grid != BJT_NO_INDEX && on > last[grid])
        last[grid] = on;
    }
  return last;
}

gboolean
bjt_morning_board_is_quiet (const BjtPicture *picture,
                            guint32           grid,
                            BjtDate           last_contact)
{
  return bjt_picture_get_grid (picture, grid)->n_households > 0
         && (last_contact == BJT_DATE_NONE || picture->as_of - last_contact >= BJT_QUIET_DAYS);
}

static void
count_door (BjtMorningBoard  *self,
            const BjtPicture *picture,
            guint32           door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);
  gboolean                   is_due = state->next_due_on != BJT_DATE_NONE && state->next_due_on <= picture->as_of;

  if (bjt_picture_get_door (picture, door)->is_merged)
    return;
  self->n_due_today += is_due && state->next_due_on == picture->as_of;
  self->n_overdue += is_due && state->next_due_on < picture->as_of;
  self->n_met += state->last_contact_on == picture->as_of;
  self->n_tried += state->last_visit_on == picture->as_of && state->last_contact_on != picture->as_of;
  self->n_left += is_due && state->last_visit_on != picture->as_of;
}

static void
count_issues (BjtMorningBoard  *self,
              const BjtPicture *picture,
              guint32           grid)
{
  for (guint32 i = 0; i < picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (picture, i);
      BjtIssueTime           time = bjt_morning_board_get_issue_time (picture, issue);

      if (grid != BJT_NO_INDEX && bjt_morning_board_get_issue_grid (picture, issue) != grid)
        continue;
      self->n_issues_overdue += time == BJT_ISSUE_TIME_OVER;
      self->n_issues_soon += time == BJT_ISSUE_TIME_SOON;
    }
}

void
bjt_morning_board_count (BjtMorningBoard  *self,
                         const BjtPicture *picture,
                         guint32           grid)
{
  g_autofree BjtDate *contacts = bjt_morning_board_list_contacts (picture);

  *self = (BjtMorningBoard) { 0 };
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (grid == BJT_NO_INDEX || get_grid (picture, d) == grid)
      count_door (self, picture, d);
  count_issues (self, picture, grid);
  for (guint32 g = 0; g < picture->grids->len; g++)
    self->n_quiet += (grid == BJT_NO_INDEX || grid == g) && bjt_morning_board_is_quiet (picture, g, contacts[g]);
}
