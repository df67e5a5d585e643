/* test-building-pattern.c: from a few words to doors, and from doors to words. */
#include "bjt-sample-picture.h"
#include "plan/bjt-building-layout.h"

#include <string.h>

static BjtBuildingLayout *
lay_out (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtBuildingPattern) pattern = bjt_building_pattern_new_from_text (text, &error);
  BjtBuildingLayout *layout;

  g_assert_no_error (error);
  layout = bjt_building_layout_new (pattern, &error);
  g_assert_no_error (error);
  return layout;
}

static char *
dup_labels (const BjtBuildingLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint d = 0; d < layout->doors->len; d++)
    g_string_append_printf (text, "%s%s", d > 0 ? " " : "", bjt_building_layout_get_door (layout, d)->label);
  return g_string_free (text, FALSE);
}

static void
test_labels (void)
{
  static const struct
  {
    const char *pattern;
    const char *labels; /* by entrance, from the top down */
  } cases[] = {
    { "levels=2 entrances=1 doors=2", "201 202 101 102" },
    { "levels=2 entrances=1 doors=2 numbering=0101", "0201 0202 0101 0102" },
    { "levels=1 entrances=2 doors=1 numbering=1-101", "1-101 2-101" },
    { "levels=1 entrances=2 doors=2;3 numbering=through", "101 102 103 104 105" },
    { "levels=1 entrances=1 doors=3 numbering=sides", "西户 中户 东户" },
    { "levels=1 entrances=1 doors=2 numbering=sides direction=ew", "东户 西户" },
    { "levels=5 skip=4 entrances=1 doors=1", "501 301 201 101" },
    { "levels=4 skip=4:3A entrances=1 doors=1", "3A01 301 201 101" },
    { "levels=1 below=1 semi=yes entrances=1 doors=2", "101 102 -101 -102" },
    { "levels=2 below=1 garages=2 entrances=1 doors=2", "201 202 101 102 车库1 车库2" },
    { "levels=2 shops=3 entrances=2 doors=2", "201 202 门市1 门市2 201 202 门市3" },
    { "levels=2 shops=5 entrances=2 doors=2", "201 202 门市1 门市2 门市3 201 202 门市4 门市5" },
    { "levels=2 entrances=1 doors=2,1:1", "201 202 101" },
    { "levels=4 entrances=1 doors=1,2..3:2", "401 301 302 201 202 101" },
    { "levels=1 entrances=0 doors=4", "1 2 3 4" },
    { "levels=2 entrances=0 doors=2 kind=office", "201 202 101 102" },
    { "levels=2 entrances=1 doors=2 numbering=serial", "3 4 1 2" },
    { "levels=1 entrances=甲,乙, doors=1", "101 101" },
    { "levels=12 skip=2,3,4,5,6,7,8,9,10,11 entrances=1 doors=1 numbering=0101", "1201 0101" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtBuildingLayout) layout = lay_out (cases[i].pattern);
      g_autofree char *labels = dup_labels (layout);

      g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

static void
test_kinds (void)
{
  g_autoptr (BjtBuildingLayout) row = lay_out ("levels=1 entrances=0 doors=2");
  g_autoptr (BjtBuildingLayout) tower = lay_out ("levels=2 below=1 shops=1 garages=1 entrances=1 doors=1");

  g_assert_cmpint (bjt_building_layout_get_door (row, 0)->kind, ==, BJT_DOOR_BUNGALOW);
  g_assert_cmpint (bjt_building_layout_get_door (row, 0)->entrance, ==, -1);
  g_assert_cmpint (bjt_building_layout_get_door (tower, 0)->kind, ==, BJT_DOOR_DWELLING);
  g_assert_cmpint (bjt_building_layout_get_door (tower, 1)->kind, ==, BJT_DOOR_SHOP);
  g_assert_cmpint (bjt_building_layout_get_door (tower, 2)->kind, ==, BJT_DOOR_GARAGE);
  g_assert_cmpint (bjt_building_layout_get_door (tower, 2)->ordinal, ==, -1);
}

static void
test_duplex (void)
{
  g_autoptr (BjtBuildingLayout) layout = lay_out ("levels=3 entrances=2 doors=2 duplex=2");

  for (guint d = 0; d < layout->doors->len; d++)
    {
      const BjtDoorDraft *door = bjt_building_layout_get_door (layout, d);

      if (door->ordinal != 2)
        g_assert_cmpint (door->merged_into, ==, -1);
      else
        {
          const BjtDoorDraft *below = bjt_building_layout_get_door (layout, (guint) door->merged_into);

          g_assert_cmpint (below->ordinal, ==, 1);
          g_assert_cmpint (below->stack, ==, door->stack);
          g_assert_cmpint (below->entrance, ==, door->entrance);
        }
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "levels=0", "levels=151", "below=10", "semi=yes", "entrances=61", "entrances=x", "entrances=1,1", "doors=", "doors=x", "doors=2;2;2;2",
    "doors=0", "doors=2,9:1", "doors=2,1", "doors=401", "skip=0", "skip=x", "skip=2:1", "duplex=6", "duplex=9", "duplex=1,2", "shops=401",
    "doors=5 numbering=sides", "levels=11 entrances=1 doors=105", "levels=150 entrances=60 doors=300",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BjtBuildingPattern) pattern = bjt_building_pattern_new_from_text (cases[i], &error);
      g_autoptr (BjtBuildingLayout) layout = NULL;

      g_assert_no_error (error);
      layout = bjt_building_layout_new (pattern, &error);
      if (layout != NULL)
        g_error ("%s is not refused", cases[i]);
      g_assert_cmpint ((int) error->domain, ==, (int) BJT_PATTERN_ERROR);
      g_assert_cmpint (error->code, >, BJT_PATTERN_ERROR_INVALID); /* what it is about */
    }
}

static void
test_words_refused (void)
{
  static const char *const cases[] = { "levels", "storeys=6", "levels=six", "levels=-1", "numbering=5", "kind=castle", "direction=ns" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bjt_building_pattern_new_from_text (cases[i], &error));
      g_assert_error (error, BJT_PATTERN_ERROR, BJT_PATTERN_ERROR_INVALID);
    }
}

/* Anything at random */

static char *
dup_random_text (GRand *rand)
{
  static const char *const skips[] = { "", " skip=4", " skip=4:3A", " skip=4,13:12A,14" };
  static const char *const doors[] = { "1", "2", "3", "2;3", "4,1:2", "2,2..3:1" };
  static const char *const duplexes[] = { "", " duplex=2", " duplex=5" };
  int      entrances = g_rand_int_range (rand, 2, 6);
  int      numbering = g_rand_int_range (rand, 0, BJT_N_NUMBERINGS);
  gboolean is_deep = g_rand_boolean (rand), has_semi = is_deep && g_rand_boolean (rand);

  return g_strdup_printf ("levels=%d entrances=%d doors=%s numbering=%s%s%s%s%s%s%s", g_rand_int_range (rand, 6, 19), entrances,
                          doors[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (doors))], bjt_numbering_get_name (numbering),
                          skips[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (skips))],
                          duplexes[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (duplexes))], is_deep ? " below=1" : "",
                          has_semi ? " semi=yes" : "", g_rand_boolean (rand) ? " direction=ew" : "", g_rand_boolean (rand) ? " shops=4" : "");
}

static void
assert_whole (const BjtBuildingLayout *layout)
{
  for (guint l = 0; l < layout->levels->len; l++)
    {
      g_assert_cmpint ((int) strlen (bjt_building_layout_get_level (layout, l)->label), >, 0);
      if (l > 0)
        g_assert_cmpint (bjt_building_layout_get_level (layout, l)->ordinal, <, bjt_building_layout_get_level (layout, l - 1)->ordinal);
    }
  for (guint d = 1; d < layout->doors->len; d++)
    {
      const BjtDoorDraft *a = bjt_building_layout_get_door (layout, d - 1), *b = bjt_building_layout_get_door (layout, d);

      g_assert_true (a->entrance < b->entrance || (a->entrance == b->entrance && a->ordinal > b->ordinal)
                     || (a->entrance == b->entrance && a->ordinal == b->ordinal && a->stack + a->span == b->stack));
    }
}

static void
assert_unique (const BjtBuildingLayout *layout)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint d = 0; d < layout->doors->len; d++)
    {
      const BjtDoorDraft *door = bjt_building_layout_get_door (layout, d);

      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%d %d %s", door->entrance, door->ordinal, door->label)));
    }
}

/* What is laid out is guessed as a pattern that lays out the same. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = dup_random_text (rand);
      g_autoptr (BjtBuildingLayout) layout = lay_out (text);
      g_autoptr (BjtPicture) picture = bjt_building_layout_to_picture (layout, "1");
      g_autoptr (BjtBuildingPattern) guess = bjt_building_pattern_new_from_building (picture, 0);
      g_autofree char *again_text = bjt_building_pattern_to_text (guess);
      g_autoptr (BjtBuildingLayout) again = lay_out (again_text);
      g_autofree char *labels = dup_labels (layout);
      g_autofree char *again_labels = dup_labels (again);

      g_test_message ("%s → %s", text, again_text);
      assert_whole (layout);
      assert_unique (layout);
      g_assert_cmpstr (labels, ==, again_labels);
    }
}

static void
test_text (void)
{
  static const char *const texts[] = {
    "levels=6 entrances=3 doors=2",
    "levels=18 below=2 semi=yes skip=4,13:12A entrances=甲,乙 doors=2;3,1:4 numbering=1-101 direction=ew duplex=5 shops=8 garages=6 kind=office",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BjtBuildingPattern) pattern = bjt_building_pattern_new_from_text (texts[i], NULL);
      g_autoptr (BjtBuildingPattern) copy = bjt_building_pattern_copy (pattern);
      g_autofree char *again = bjt_building_pattern_to_text (copy);

      g_assert_cmpstr (again, ==, texts[i]);
    }
}

/* The sample's buildings, shops and all, are what their pattern says. */
static void
test_sample (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = NULL;
  g_autoptr (BjtBuildingPattern) pattern = NULL;
  g_autofree char *text = NULL;

  options.n_levels = 15;
  options.skips_levels = TRUE;
  picture = bjt_sample_picture_new (&options);
  pattern = bjt_building_pattern_new_from_building (picture, 0);
  text = bjt_building_pattern_to_text (pattern);
  g_test_message ("%s", text);
  g_assert_cmpint (pattern->numbering, ==, BJT_NUMBERING_LEVEL);
  g_assert_cmpstr (pattern->entrances, ==, "4");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/building-pattern/labels", test_labels);
  g_test_add_func ("/building-pattern/kinds", test_kinds);
  g_test_add_func ("/building-pattern/duplex", test_duplex);
  g_test_add_func ("/building-pattern/refused", test_refused);
  g_test_add_func ("/building-pattern/words-refused", test_words_refused);
  g_test_add_func ("/building-pattern/random", test_random);
  g_test_add_func ("/building-pattern/text", test_text);
  g_test_add_func ("/building-pattern/sample", test_sample);
  return g_test_run ();
}
