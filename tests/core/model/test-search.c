/* test-search.c: one field that finds doors, people and buildings. */
#include "bjt-sample-picture.h"
#include "model/bjt-search.h"

#include "base/bjt-text.h"

#include <string.h>

typedef struct
{
  BjtPicture *picture;
  BjtSearch  *search;
} Fixture;

/* The person that every test looks for lives at 山水宜家 3-2-501. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const names[] = { "李淑兰", "单田芳", "阿依古丽·买买提", "李𬭎" };
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  guint32 target = BJT_NO_INDEX;

  fixture->picture = bjt_sample_picture_new (&options);
  for (guint32 d = 0; d < fixture->picture->doors->len; d++)
    {
      g_autofree char *name = bjt_picture_dup_door_name (fixture->picture, d);

      if (g_str_equal (name, "山水宜家 3-2-501"))
        target = d;
    }
  g_assert_cmpuint (target, !=, BJT_NO_INDEX);
  for (guint32 p = 0; p < fixture->picture->persons->len; p++)
    {
      BjtPicturePerson *person = bjt_picture_get_person (fixture->picture, p);

      person->name = "赵某";
      person->initials = "zm";
      person->phone = NULL;
      person->id_number = NULL;
    }
  for (guint32 p = 0; p < G_N_ELEMENTS (names); p++)
    {
      BjtPicturePerson *person = bjt_picture_get_person (fixture->picture, p);
      g_autofree char  *initials = bjt_text_dup_pinyin_initials (names[p]);

      person->name = names[p];
      person->initials = bjt_picture_keep_string (fixture->picture, initials);
    }
  bjt_picture_get_person (fixture->picture, 0)->phone = "15400000012";
  bjt_picture_get_person (fixture->picture, 0)->id_number = "22249919560312001X";
  {
    const BjtRun *households = &bjt_picture_get_door (fixture->picture, target)->households;

    if (households->n > 0)
      {
        const BjtRun *members = &bjt_picture_get_household (fixture->picture, households->first)->members;
        BjtPictureMember *member = bjt_picture_get_member (fixture->picture, members->first);
        BjtPicturePerson *there = bjt_picture_get_person (fixture->picture, member->person);

        there->name = "李明";
        there->initials = "lm";
      }
  }
  fixture->search = bjt_search_new (fixture->picture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  bjt_search_free (fixture->search);
  bjt_picture_unref (fixture->picture);
}

static void
doors (Fixture      *fixture,
       gconstpointer data)
{
  static const char *const queries[] = {
    "3-2-501", "3#2-501", "三号楼二单元501", "3号楼2单元501", "３－２－５０１", "山水宜家3-2-501", "山水宜家3-2-501 李", " 3-2-501 ",
    "3号楼2门501", "山水宜家 3-2-501",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) hits = bjt_search_find (fixture->search, queries[i], 5);
      const BjtSearchHit *best = &g_array_index (hits, BjtSearchHit, 0);
      g_autofree char *name = NULL;

      g_test_message ("%s", queries[i]);
      g_assert_cmpuint (hits->len, >, 0);
      g_assert_cmpint (best->kind, ==, BJT_HIT_DOOR);
      name = bjt_picture_dup_door_name (fixture->picture, best->door);
      g_assert_cmpstr (name, ==, "山水宜家 3-2-501");
    }
}

/* From the first character on there is something, and the door at last. */
static void
while_typing (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const texts[] = { "3-2-501", "山水宜家3-2-501", "李淑兰" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *end = g_utf8_next_char (texts[i]);; end = g_utf8_next_char (end))
      {
        g_autofree char *typed = g_strndup (texts[i], (gsize) (end - texts[i]));
        g_autoptr (GArray) hits = bjt_search_find (fixture->search, typed, 20);

        g_test_message ("%s: %u", typed, hits->len);
        g_assert_cmpuint (hits->len, >, 0);
        g_assert_cmpuint (hits->len, <=, 20);
        if (*end == '\0')
          break;
      }
}

static void
people (Fixture      *fixture,
        gconstpointer data)
{
  static const struct
  {
    const char  *query;
    guint32      person;
    BjtMatchKind match;
  } cases[] = {
    { "李淑兰", 0, BJT_MATCH_NAME }, { "淑兰", 0, BJT_MATCH_NAME }, { "lsl", 0, BJT_MATCH_INITIALS }, { "LSL", 0, BJT_MATCH_INITIALS },
    { "15400000012", 0, BJT_MATCH_PHONE }, { "0012", 0, BJT_MATCH_PHONE }, { "22249919560312001X", 0, BJT_MATCH_ID_NUMBER },
    { "001x", 0, BJT_MATCH_ID_NUMBER }, { "stf", 1, BJT_MATCH_INITIALS }, { "阿依古丽", 2, BJT_MATCH_NAME }, { "𬭎", 3, BJT_MATCH_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) hits = bjt_search_find (fixture->search, cases[i].query, 5);
      gboolean found = FALSE;

      g_test_message ("%s", cases[i].query);
      for (guint h = 0; h < hits->len; h++)
        {
          const BjtSearchHit *hit = &g_array_index (hits, BjtSearchHit, h);

          found |= hit->kind == BJT_HIT_PERSON && hit->index == cases[i].person && hit->match == cases[i].match;
        }
      g_assert_true (found);
    }
}

static void
once_and_bounded (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const queries[] = { "1", "15400000012", "赵", "zm", "z", "3", "山水", "5" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (guint limit = 0; limit <= 64; limit = limit * 2 + 1)
      {
        g_autoptr (GArray) hits = bjt_search_find (fixture->search, queries[i], limit);

        g_assert_cmpuint (hits->len, <=, limit);
        for (guint a = 0; a < hits->len; a++)
          for (guint b = 0; b < a; b++)
            {
              const BjtSearchHit *x = &g_array_index (hits, BjtSearchHit, a), *y = &g_array_index (hits, BjtSearchHit, b);

              g_assert_false (x->kind == y->kind && x->index == y->index);
              g_assert_cmpint (y->score, >=, x->score);
            }
      }
}

static void
anything_typed (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const queries[] = {
    "", " ", "\n", "-", "---", "#", "%", "'", "\"; DROP TABLE door", "*", "\\", "\xff\xfe", "\xe4\xb8", "3-", "-3", "3--501", "3-2-501-1-1-1",
    "99999999999999999999", "-1", "1e9", "𬭎𬭎𬭎", "\xe2\x80\x8b", "0-0-0", "甲-乙-丙", "号楼单元", "李\n王",
  };
  g_autofree char *endless = g_strnfill (100000, '3');
  g_autofree char *dashes = g_strnfill (100000, '-');
  g_autoptr (GArray) long_hits = bjt_search_find (fixture->search, endless, 5);
  g_autoptr (GArray) dash_hits = bjt_search_find (fixture->search, dashes, 5);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) hits = bjt_search_find (fixture->search, queries[i], 5);

      g_assert_cmpuint (hits->len, <=, 5);
    }
  g_assert_cmpuint (long_hits->len + dash_hits->len, ==, 0);
}

static void
places (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GArray) compound = bjt_search_find (fixture->search, "山水宜家", 5);
  g_autoptr (GArray) building = bjt_search_find (fixture->search, "山水宜家3号楼", 5);

  g_assert_cmpint (g_array_index (compound, BjtSearchHit, 0).kind, ==, BJT_HIT_COMPOUND);
  g_assert_cmpint (g_array_index (building, BjtSearchHit, 0).kind, ==, BJT_HIT_BUILDING);
  g_assert_cmpstr (bjt_picture_get_building (fixture->picture, g_array_index (building, BjtSearchHit, 0).index)->label, ==, "3");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/search/doors", doors },
    { "/search/while-typing", while_typing },
    { "/search/people", people },
    { "/search/once-and-bounded", once_and_bounded },
    { "/search/anything-typed", anything_typed },
    { "/search/places", places },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
