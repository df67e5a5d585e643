/* Filters let through what a plain reading of their terms says, whatever the
 * order they were put in. */
#include "bjt-sample-picture.h"
#include "model/bjt-filter-term.h"
#include "model/bjt-focus.h"

#include <string.h>

static BjtPicture *
make_picture (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.n_grids = 2;
  return bjt_sample_picture_new (&options);
}

static void
read_filter (BjtFilter        *filter,
             const BjtPicture *picture,
             const char       *text)
{
  g_autoptr (GError) error = NULL;

  bjt_filter_init_from_text (filter, picture, text, &error);
  g_assert_no_error (error);
}

static BjtDoorSet *
match (const BjtPicture *picture,
       const char       *text)
{
  BjtFilter filter;

  read_filter (&filter, picture, text);
  return bjt_filter_match_all (&filter, picture);
}

/* or: union; and: intersection; not: difference */
static void
test_algebra (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtDoorSet) everything = match (picture, "");
  guint n_met = 0;

  g_assert_cmpuint (bjt_door_set_count (everything), ==, picture->doors->len);
  for (guint32 i = 0; i < picture->categories->len; i++)
    for (guint32 j = 0; j < picture->categories->len; j++)
      {
        const char *a = bjt_picture_get_category (picture, i)->code, *b = bjt_picture_get_category (picture, j)->code;
        g_autofree char *both = g_strdup_printf ("+%s +%s", a, b);
        g_autofree char *either = g_strdup_printf ("%s %s", a, b);
        g_autofree char *without = g_strdup_printf ("%s !%s", a, b);
        g_autoptr (BjtDoorSet) of_a = match (picture, a);
        g_autoptr (BjtDoorSet) of_b = match (picture, b);
        g_autoptr (BjtDoorSet) of_both = match (picture, both);
        g_autoptr (BjtDoorSet) of_either = match (picture, either);
        g_autoptr (BjtDoorSet) of_a_only = match (picture, without);
        g_autoptr (BjtDoorSet) expected = bjt_door_set_copy (of_a);

        if (i == j)
          continue;
        bjt_door_set_intersect (expected, of_b);
        g_assert_true (bjt_door_set_equal (expected, of_both));
        n_met += bjt_door_set_count (of_both);
        bjt_door_set_unite (of_both, of_a_only);
        g_assert_true (bjt_door_set_equal (of_both, of_a));
        bjt_door_set_unite (of_a, of_b);
        g_assert_true (bjt_door_set_equal (of_a, of_either));
      }
  g_assert_cmpuint (n_met, >, 0);
}

static void
test_opposites (void)
{
  static const char *const terms[] = { "overdue", "open-issue", "tenant", "hukou_only", "urgent", "low_income" };
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtDoorSet) everything = match (picture, "");

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autofree char *inverse = g_strconcat ("!", terms[i], NULL);
      g_autoptr (BjtDoorSet) with = match (picture, terms[i]);
      g_autoptr (BjtDoorSet) without = match (picture, inverse);
      guint n_with = bjt_door_set_count (with);

      g_assert_cmpuint (n_with, >, 0);
      g_assert_cmpuint (n_with + bjt_door_set_count (without), ==, picture->doors->len);
      bjt_door_set_unite (with, without);
      g_assert_true (bjt_door_set_equal (with, everything));
    }
}

static void
test_grid_and_idle (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtDoorSet) first = match (picture, "grid:1");
  g_autoptr (BjtDoorSet) second = match (picture, "grid:2");
  g_autoptr (BjtDoorSet) idle = match (picture, "idle:30");
  g_autoptr (BjtDoorSet) longer = match (picture, "idle:180");

  g_assert_cmpuint (bjt_door_set_count (first) + bjt_door_set_count (second), ==, picture->doors->len);
  g_assert_cmpuint (bjt_door_set_count (longer), <=, bjt_door_set_count (idle));
  bjt_door_set_subtract (longer, idle);
  g_assert_cmpuint (bjt_door_set_count (longer), ==, 0);
  for (guint32 d = bjt_door_set_next (idle, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (idle, d + 1))
    {
      BjtDate met = bjt_picture_get_door_state (picture, d)->last_contact_on;

      g_assert_true (met == BJT_DATE_NONE || picture->as_of - met >= 30);
      g_assert_cmpuint (bjt_picture_get_door (picture, d)->households.n, >, 0);
    }
}

/* Any mix of clicks can be written down and read again. */
static void
test_text_round_trip (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 500; round++)
    {
      BjtFilter        filter, again;
      g_autofree char *text = NULL;

      bjt_filter_init (&filter);
      for (gint n = g_rand_int_range (rand, 0, 7); n > 0; n--)
        {
          static const guint32 limits[] = { 1, 1, 1, 1, 400, 3, 0, BJT_N_CLASSES };
          BjtFilterTerm term = { (BjtTermKind) g_rand_int_range (rand, 0, 8), 0 };
          void (*const changes[]) (const BjtFilterTerm *, BjtFilter *) = {
            bjt_filter_term_add, bjt_filter_term_require, bjt_filter_term_exclude, bjt_filter_term_choose_only,
          };
          guint32 limit = term.kind == BJT_TERM_CATEGORY ? picture->categories->len : limits[term.kind];

          term.index = (guint32) g_rand_int_range (rand, term.kind == BJT_TERM_IDLE, (gint32) limit);
          changes[g_rand_int_range (rand, 0, 4)] (&term, &filter);
        }
      text = bjt_filter_dup_text (&filter, picture);
      read_filter (&again, picture, text);
      g_assert_true (bjt_filter_equal (&filter, &again));
    }
}

static void
test_second_click_takes_back (void)
{
  BjtFilterTerm term = { BJT_TERM_CATEGORY, 3 };
  BjtFilter     filter;

  bjt_filter_init (&filter);
  bjt_filter_term_add (&term, &filter);
  g_assert_cmpint (bjt_filter_term_get_use (&term, &filter), ==, BJT_TERM_CHOSEN);
  bjt_filter_term_require (&term, &filter);
  g_assert_cmpint (bjt_filter_term_get_use (&term, &filter), ==, BJT_TERM_REQUIRED);
  bjt_filter_term_exclude (&term, &filter);
  g_assert_cmpint (bjt_filter_term_get_use (&term, &filter), ==, BJT_TERM_EXCLUDED);
  bjt_filter_term_exclude (&term, &filter);
  g_assert_true (bjt_filter_is_empty (&filter));
  bjt_filter_term_choose_only (&term, &filter);
  bjt_filter_term_choose_only (&term, &filter);
  g_assert_true (bjt_filter_is_empty (&filter));
}

static void
test_names_and_nonsense (void)
{
  static const char *const nonsense[] = { "no_such", "+", "!", "idle:0", "idle:x", "!idle:90", "grid:99", "class:", "attention:red", "low_income,tenant" };
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtDoorSet) by_code = match (picture, "low_income");
  g_autoptr (BjtDoorSet) by_glyph = match (picture, bjt_picture_get_category (picture, bjt_picture_find_category (picture, "low_income"))->glyph);

  g_assert_true (bjt_door_set_equal (by_code, by_glyph));
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (GError) error = NULL;
      BjtFilter filter;

      g_assert_false (bjt_filter_init_from_text (&filter, picture, nonsense[i], &error));
      g_assert_error (error, BJT_FILTER_ERROR, 0);
      g_assert_nonnull (strstr (error->message, nonsense[i]));
    }
}

/* What was selected is a demand like the others, and is carried along. */
static void
test_only_some_doors (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtFocus) focus = bjt_focus_new ();
  BjtDoorSet *only = bjt_door_set_new (picture->doors->len);
  BjtFilter   filter, kept;

  bjt_filter_init (&filter);
  bjt_filter_init (&kept);
  bjt_door_set_add (only, 1);
  bjt_door_set_add (only, 3);
  filter.only = only;
  g_assert_false (bjt_filter_is_empty (&filter));
  bjt_filter_keep (&kept, &filter);
  bjt_focus_set_picture (focus, picture);
  bjt_focus_set_filter (focus, &filter);
  bjt_door_set_free (only);
  g_assert_cmpuint (bjt_door_set_count (bjt_focus_get_matched (focus)), ==, 2);
  g_assert_true (bjt_filter_equal (&kept, bjt_focus_get_filter (focus)));
  g_assert_true (bjt_filter_matches (&kept, picture, 3));
  g_assert_false (bjt_filter_matches (&kept, picture, 2));
  bjt_filter_drop (&kept);
  g_assert_true (bjt_filter_is_empty (&kept));
}

static void
test_set (void)
{
  g_autoptr (BjtDoorSet) set = bjt_door_set_new (200);
  g_autoptr (BjtDoorSet) none = bjt_door_set_new (0);

  g_assert_cmpuint (bjt_door_set_next (none, 0), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_door_set_next (set, 0), ==, BJT_NO_INDEX);
  bjt_door_set_add (set, 0);
  bjt_door_set_add (set, 63);
  bjt_door_set_add (set, 64);
  bjt_door_set_add (set, 199);
  g_assert_cmpuint (bjt_door_set_next (set, 1), ==, 63);
  g_assert_cmpuint (bjt_door_set_next (set, 64), ==, 64);
  g_assert_cmpuint (bjt_door_set_next (set, 65), ==, 199);
  g_assert_cmpuint (bjt_door_set_next (set, 200), ==, BJT_NO_INDEX);
  bjt_door_set_remove (set, 64);
  g_assert_false (bjt_door_set_contains (set, 64));
  g_assert_false (bjt_door_set_contains (set, 5000));
  g_assert_cmpuint (bjt_door_set_count (set), ==, 3);
  bjt_door_set_clear (set);
  g_assert_cmpuint (bjt_door_set_count (set), ==, 0);
}

/* What is noted at the door; hazards of its stairwell too */
static void
test_notes (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtDoorSet) noted = NULL;
  g_autoptr (BjtDoorSet) hazards = NULL;
  g_autoptr (BjtDoorSet) calm = NULL;

  bjt_picture_get_door_state (picture, 1)->marks = BJT_MARK_NOTE;
  bjt_picture_get_door_state (picture, 2)->marks = BJT_MARK_PHOTO | BJT_MARK_HAZARD;
  bjt_picture_get_door_state (picture, 3)->marks = BJT_MARK_SHARED_HAZARD;
  bjt_picture_get_door_state (picture, 4)->marks = BJT_MARK_SHARED_NOTE;
  noted = match (picture, "has-note");
  hazards = match (picture, "has-hazard");
  calm = match (picture, "!has-hazard !has-note");
  g_assert_cmpuint (bjt_door_set_count (noted), ==, 2);
  g_assert_true (bjt_door_set_contains (noted, 1) && bjt_door_set_contains (noted, 2));
  g_assert_cmpuint (bjt_door_set_count (hazards), ==, 2);
  g_assert_true (bjt_door_set_contains (hazards, 2) && bjt_door_set_contains (hazards, 3));
  g_assert_cmpuint (bjt_door_set_count (calm), ==, picture->doors->len - 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/algebra", test_algebra);
  g_test_add_func ("/filter/opposites", test_opposites);
  g_test_add_func ("/filter/grid-and-idle", test_grid_and_idle);
  g_test_add_func ("/filter/text-round-trip", test_text_round_trip);
  g_test_add_func ("/filter/second-click-takes-back", test_second_click_takes_back);
  g_test_add_func ("/filter/names-and-nonsense", test_names_and_nonsense);
  g_test_add_func ("/filter/only-some-doors", test_only_some_doors);
  g_test_add_func ("/filter/set", test_set);
  g_test_add_func ("/filter/notes", test_notes);
  return g_test_run ();
}
