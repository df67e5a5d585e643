/* test-rules.c: what follows for doors and people from small pictures. */
#include "bjt-sample-picture.h"
#include "rules/bjt-rules.h"

#define TODAY 20779 /* 2026-11-22, a Sunday */

static BjtPicture *
begin_picture (BjtDate as_of)
{
  g_autoptr (GPtrArray) defaults = bjt_rules_list_default_categories ();
  BjtPicture *picture = bjt_picture_new (as_of);

  for (guint i = 0; i < defaults->len; i++)
    {
      const BjtCategory *from = defaults->pdata[i];
      BjtPictureCategory category = { .code = bjt_picture_keep_string (picture, from->code), .tier = (guint8) from->tier,
                                      .cadence_days = from->cadence_days, .is_derived = from->is_derived,
                                      .is_restricted = from->is_restricted };

      g_array_append_val (picture->categories, category);
    }
  bjt_sample_add_building (picture, BJT_NO_INDEX, BJT_NO_INDEX, "1");
  bjt_sample_add_entrance (picture, 0, "1");
  return picture;
}

static guint32
add_door (BjtPicture *picture)
{
  return bjt_sample_add_door (picture, 0, 0, 0, picture->doors->len);
}

static BjtPictureHousehold *
add_household (BjtPicture *picture,
               guint32     door)
{
  BjtPictureHousehold household = { .door = door, .tenure = BJT_TENURE_OWN, .since_on = TODAY - 1000,
                                    .verified_on = BJT_DATE_NONE };

  g_array_append_val (picture->households, household);
  return bjt_picture_get_household (picture, picture->households->len - 1);
}

/* To the last household; the first is its head. */
static guint32
add_person (BjtPicture *picture,
            const char *born,
            const char *relation,
            gboolean    resident)
{
  BjtPicturePerson person = { .born_on = bjt_date_parse (born) };
  BjtPictureMember member = { .household = picture->households->len - 1, .person = picture->persons->len,
                              .is_registered = TRUE, .is_resident = resident, .is_head = g_str_equal (relation, "02") };

  g_strlcpy (member.relation, relation, sizeof member.relation);
  g_array_append_val (picture->persons, person);
  g_array_append_val (picture->members, member);
  return member.person;
}

static void
tick (BjtPicture *picture,
      guint32     person,
      const char *code)
{
  bjt_picture_get_person (picture, person)->ticked |= (BjtCategorySet) 1 << bjt_picture_find_category (picture, code);
}

static void
finish (BjtPicture *picture)
{
  bjt_picture_finish (picture);
  bjt_rules_apply (picture, &BJT_RULE_SET_DEFAULT);
}

static gboolean
is_in (const BjtPicture *picture,
       guint32           person,
       const char       *code)
{
  return bjt_picture_get_person (picture, person)->categories >> bjt_picture_find_category (picture, code) & 1;
}

/* B.4: what the class of a door is */

static void
two_households (void)
{
  g_autoptr (BjtPicture) picture = begin_picture (TODAY);
  guint32 door = add_door (picture);

  add_household (picture, door)->tenure = BJT_TENURE_RENT;
  add_person (picture, "1990-01-01", "02", TRUE);
  add_household (picture, door)->empty_reason = "外出务工";
  add_person (picture, "1960-01-01", "02", FALSE);
  finish (picture);
  g_assert_cmpint (bjt_picture_get_household (picture, 0)->household_class, ==, BJT_CLASS_TENANT);
  g_assert_cmpint (bjt_picture_get_household (picture, 1)->household_class, ==, BJT_CLASS_HUKOU_ONLY);
  g_assert_cmpint (bjt_picture_get_door_state (picture, door)->household_class, ==, BJT_CLASS_TENANT);
  g_assert_cmpint (bjt_picture_get_door_state (picture, door)->next_due_on, !=, BJT_DATE_NONE);
}

static void
no_household (void)
{
  g_autoptr (BjtPicture) picture = begin_picture (TODAY);
  guint32 looked_at = add_door (picture), never = add_door (picture);

  bjt_picture_get_door (picture, never)->verified_on = BJT_DATE_NONE;
  finish (picture);
  g_assert_cmpint (bjt_picture_get_door_state (picture, looked_at)->household_class, ==, BJT_CLASS_EMPTY);
  g_assert_cmpint (bjt_picture_get_door_state (picture, never)->household_class, ==, BJT_CLASS_UNKNOWN);
}

static void
by_hand (void)
{
  for (int by = BJT_CLASS_RESIDENT; by < BJT_N_CLASSES; by++)
    {
      g_autoptr (BjtPicture) picture = begin_picture (TODAY);

      add_household (picture, add_door (picture))->class_override = (guint8) by;
      add_person (picture, "1990-01-01", "02", TRUE);
      finish (picture);
      g_assert_cmpint (bjt_picture_get_household (picture, 0)->household_class, ==, by);
      g_assert_cmpint (bjt_picture_get_household (picture, 0)->class_rule, ==, BJT_CLASS_RULE_OVERRIDE);
      g_assert_cmpint (bjt_picture_get_door_state (picture, 0)->household_class, ==, by);
    }
}

/* B.5: categories that follow */

static void
ages (void)
{
  static const struct
  {
    const char *born, *on;
    gboolean    elder, old;
  } cases[] = {
    { "1966-11-23", "2026-11-22", FALSE, FALSE }, { "1966-11-22", "2026-11-22", TRUE, FALSE },
    { "1946-11-23", "2026-11-22", TRUE, FALSE }, { "1946-11-22", "2026-11-22", TRUE, TRUE },
    { "1968-02-29", "2028-02-28", FALSE, FALSE }, { "1968-02-29", "2028-02-29", TRUE, FALSE },
    { "1948-02-29", "2027-12-31", TRUE, FALSE }, { "1948-02-29", "2028-02-29", TRUE, TRUE },
    { "1944-02-29", "2023-03-01", TRUE, FALSE }, { "1944-02-29", "2024-02-28", TRUE, FALSE },
    { "1964-02-29", "2025-02-28", TRUE, FALSE }, { "", "2026-11-22", FALSE, FALSE },
    { "2026-11-23", "2026-11-22", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtPicture) picture = begin_picture (bjt_date_parse (cases[i].on));
      guint32 person;

      add_household (picture, add_door (picture));
      person = add_person (picture, cases[i].born, "02", TRUE);
      finish (picture);
      g_assert_cmpint (is_in (picture, person, "elder_alone"), ==, cases[i].elder);
      g_assert_cmpint (is_in (picture, person, "aged_80"), ==, cases[i].old);
    }
}

typedef struct
{
  const char *name;
  struct
  {
    const char *born, *relation;
    gboolean    resident;
  } members[3];
  gboolean alone, nest; /* of the first */
} Family;

static const Family families[] = {
  { "B.5-couple-of-elders", { { "1950-01-01", "02", TRUE }, { "1952-01-01", "10", TRUE } }, FALSE, TRUE },
  { "B.5-couple-relation-11", { { "1950-01-01", "02", TRUE }, { "1952-01-01", "11", TRUE } }, FALSE, TRUE },
  { "B.5-couple-the-head-is-second", { { "1950-01-01", "12", TRUE }, { "1952-01-01", "02", TRUE } }, FALSE, TRUE },
  { "B.5-two-elders-no-relation", { { "1950-01-01", "02", TRUE }, { "1952-01-01", "", TRUE } }, FALSE, FALSE },
  { "B.5-two-elders-siblings", { { "1950-01-01", "02", TRUE }, { "1952-01-01", "73", TRUE } }, FALSE, FALSE },
  { "B.5-couple-one-young", { { "1950-01-01", "02", TRUE }, { "1990-01-01", "10", TRUE } }, FALSE, FALSE },
  { "B.5-couple-one-of-unknown-age", { { "1950-01-01", "02", TRUE }, { "", "10", TRUE } }, FALSE, FALSE },
  { "B.5-couple-and-child", { { "1950-01-01", "02", TRUE }, { "1952-01-01", "10", TRUE }, { "1980-01-01", "20", TRUE } }, FALSE, FALSE },
  { "B.5-couple-child-away", { { "1950-01-01", "02", TRUE }, { "1952-01-01", "10", TRUE }, { "1980-01-01", "20", FALSE } }, FALSE, TRUE },
  { "B.5-alone-spouse-away", { { "1950-01-01", "02", TRUE }, { "1952-01-01", "10", FALSE } }, TRUE, FALSE },
  { "B.5-alone-and-young", { { "1990-01-01", "02", TRUE } }, FALSE, FALSE },
  { "B.5-elder-lives-elsewhere", { { "1940-01-01", "02", FALSE } }, FALSE, FALSE },
};

static void
check_family (gconstpointer data)
{
  const Family *family = data;
  g_autoptr (BjtPicture) picture = begin_picture (TODAY);

  add_household (picture, add_door (picture));
  for (guint i = 0; i < G_N_ELEMENTS (family->members) && family->members[i].born != NULL; i++)
    add_person (picture, family->members[i].born, family->members[i].relation, family->members[i].resident);
  finish (picture);
  g_assert_cmpint (is_in (picture, 0, "elder_alone"), ==, family->alone);
  g_assert_cmpint (is_in (picture, 0, "empty_nest"), ==, family->nest);
  g_assert_false (is_in (picture, 0, "aged_80") && !family->members[0].resident);
}

/* B.6: when the next visit is due */

static guint32
add_ticked (BjtPicture *picture,
            const char *code)
{
  guint32 person;

  add_household (picture, add_door (picture));
  person = add_person (picture, "1990-01-01", "02", TRUE);
  add_person (picture, "1991-01-01", "10", TRUE);
  if (code != NULL)
    tick (picture, person, code);
  return person;
}

static void
cadences (void)
{
  static const struct
  {
    const char *codes[2];
    int         days;
    const char *strictest;
  } cases[] = {
    { { NULL }, 182, NULL }, { { "low_income" }, 91, "low_income" }, { { "lonely_elder" }, 7, "lonely_elder" },
    { { "low_income", "lonely_elder" }, 7, "lonely_elder" }, { { "serious_illness", "low_income" }, 30, "serious_illness" },
    { { "veteran" }, 182, NULL }, { { "veteran", "disability" }, 91, "disability" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtPicture) picture = begin_picture (TODAY);
      guint32 person = add_ticked (picture, cases[i].codes[0]);
      const BjtPictureDoorState *state;

      if (cases[i].codes[1] != NULL)
        tick (picture, person + 1, cases[i].codes[1]); /* another of the household */
      finish (picture);
      bjt_picture_note_contact (picture, 0, BJT_CONTACT_MET, TODAY - 5);
      bjt_rules_apply_states (picture, &BJT_RULE_SET_DEFAULT);
      state = bjt_picture_get_door_state (picture, 0);
      g_assert_cmpint (state->next_due_on, ==, TODAY - 5 + cases[i].days);
      g_assert_cmpstr (bjt_picture_get_cadence_rule (picture, state->due_rule)->code, ==, cases[i].strictest == NULL ? "ordinary" : cases[i].strictest);
    }
}

static void
second_household_counts (void)
{
  g_autoptr (BjtPicture) picture = begin_picture (TODAY);
  guint32 door = add_door (picture);

  add_household (picture, door);
  add_person (picture, "1990-01-01", "02", TRUE);
  add_household (picture, door);
  add_person (picture, "1950-01-01", "02", TRUE);
  finish (picture);
  g_assert_cmpstr (bjt_picture_get_cadence_rule (picture, bjt_picture_get_door_state (picture, door)->due_rule)->code, ==, "elder_alone");
}

static void
starts (void)
{
  g_autoptr (BjtPicture) picture = begin_picture (TODAY);
  const BjtPictureDoorState *state;

  add_ticked (picture, NULL);
  bjt_picture_get_household (picture, 0)->since_on = TODAY - 20;
  add_ticked (picture, NULL);
  bjt_picture_get_household (picture, 1)->since_on = BJT_DATE_NONE;
  add_ticked (picture, NULL);
  bjt_picture_get_household (picture, 2)->since_on = BJT_DATE_NONE;
  bjt_picture_get_door (picture, 2)->verified_on = BJT_DATE_NONE;
  finish (picture);
  state = bjt_picture_get_door_state (picture, 0);
  g_assert_cmpint (state->next_due_on, ==, TODAY - 20 + 182); /* lives here since */
  g_assert_cmpint (state[1].next_due_on, ==, bjt_picture_get_door (picture, 1)->verified_on + 182);
  g_assert_cmpint (state[2].next_due_on, ==, TODAY); /* nothing is known: today */
  g_assert_false (state[2].visit_overdue);
}

static void
overdue_from_the_day_after (void)
{
  g_autoptr (BjtPicture) picture = begin_picture (TODAY);

  for (int late = -1; late <= 1; late++)
    {
      add_ticked (picture, "lonely_elder");
      bjt_picture_get_household (picture, picture->households->len - 1)->since_on = TODAY - 7 - late;
    }
  finish (picture);
  for (guint32 d = 0; d < 3; d++)
    {
      g_assert_cmpint (bjt_picture_get_door_state (picture, d)->visit_overdue, ==, d == 2);
      g_assert_cmpint (bjt_picture_get_door_state (picture, d)->attention, ==, d == 2 ? BJT_ATTENTION_URGENT : BJT_ATTENTION_WATCH);
    }
}

static void
nobody_to_visit (void)
{
  g_autoptr (BjtPicture) picture = begin_picture (TODAY);
  guint32 person;

  add_household (picture, add_door (picture));
  person = add_person (picture, "1940-01-01", "02", FALSE);
  tick (picture, person, "lonely_elder");
  add_door (picture);
  finish (picture);
  for (guint32 d = 0; d < 2; d++)
    {
      const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, d);

      g_assert_cmpint (state->next_due_on, ==, BJT_DATE_NONE);
      g_assert_false (state->visit_overdue);
      g_assert_cmphex (state->categories, ==, 0);
      g_assert_cmpint (state->attention, ==, BJT_ATTENTION_NONE);
    }
}

/* A21 */
static void
attention (void)
{
  static const struct
  {
    const char  *code;
    gboolean     late;
    guint16      open_issues;
    int          issue_late;
    BjtAttention expected;
  } cases[] = {
    { NULL, FALSE, 0, 0, BJT_ATTENTION_NONE }, { NULL, TRUE, 0, 0, BJT_ATTENTION_NONE },
    { "low_income", TRUE, 0, 0, BJT_ATTENTION_NONE }, { "child_in_need", FALSE, 0, 0, BJT_ATTENTION_NONE },
    { "child_in_need", TRUE, 0, 0, BJT_ATTENTION_WATCH }, { "serious_illness", FALSE, 0, 0, BJT_ATTENTION_WATCH },
    { "serious_illness", TRUE, 0, 0, BJT_ATTENTION_URGENT }, { NULL, FALSE, 1, 0, BJT_ATTENTION_WATCH },
    { NULL, FALSE, 1, 1, BJT_ATTENTION_URGENT }, { NULL, FALSE, 0, 1, BJT_ATTENTION_NONE },
    { "drugs", FALSE, 0, 0, BJT_ATTENTION_NONE }, { "drugs", TRUE, 0, 0, BJT_ATTENTION_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtPicture) picture = begin_picture (TODAY);
      BjtPictureDoorState *state;

      add_ticked (picture, cases[i].code);
      finish (picture);
      state = bjt_picture_get_door_state (picture, 0);
      bjt_picture_note_contact (picture, 0, BJT_CONTACT_MET, cases[i].late ? TODAY - 400 : TODAY);
      state->open_issues = cases[i].open_issues;
      state->issue_due_on = TODAY - cases[i].issue_late;
      bjt_rules_apply_states (picture, &BJT_RULE_SET_DEFAULT);
      g_assert_cmpint (state->attention, ==, cases[i].expected);
    }
}

static void
applied_twice_is_the_same (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autofree BjtPictureDoorState *before = g_memdup2 (picture->door_states->data, picture->door_states->len * sizeof *before);

  bjt_rules_apply (picture, &BJT_RULE_SET_DEFAULT);
  g_assert_cmpmem (before, picture->door_states->len * sizeof *before, picture->door_states->data, picture->door_states->len * sizeof *before);
}

static void
catalogue (void)
{
  g_autoptr (GPtrArray) categories = bjt_rules_list_default_categories ();
  g_autoptr (GPtrArray) again = bjt_rules_list_default_categories ();
  g_autoptr (GPtrArray) kinds = bjt_rules_list_default_issue_kinds ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);

  g_assert_cmpuint (categories->len, <=, BJT_MAX_CATEGORIES);
  for (guint i = 0; i < categories->len; i++)
    {
      BjtCategory *category = categories->pdata[i];

      g_assert_true (g_hash_table_add (seen, category->code));
      g_assert_true (g_hash_table_add (seen, category->glyph));
      g_assert_true (g_hash_table_add (keys, &category->id));
      g_assert_cmpint (g_utf8_strlen (category->glyph, -1), ==, 1);
      g_assert_true (bjt_uuid_equal (&category->id, &((BjtCategory *) again->pdata[i])->id));
    }
  for (guint i = 0; i < kinds->len; i++)
    {
      BjtIssueKind *kind = kinds->pdata[i];

      g_assert_true (g_hash_table_add (seen, kind->code));
      g_assert_true (g_hash_table_add (keys, &kind->id));
      g_assert_true (bjt_uuid_is_nil (&kind->parent_id) == (kind->code[1] == '\0'));
      g_assert_true (bjt_uuid_is_nil (&kind->parent_id) || g_hash_table_contains (keys, &kind->parent_id));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/class/two-households-on-one-door", two_households);
  g_test_add_func ("/rules/class/no-household", no_household);
  g_test_add_func ("/rules/class/by-hand", by_hand);
  g_test_add_func ("/rules/category/B.5-ages-on-birthdays", ages);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/category/", families[i].name, NULL);

      g_test_add_data_func (path, families + i, check_family);
    }
  g_test_add_func ("/rules/cadence/B.6-strictest-wins", cadences);
  g_test_add_func ("/rules/cadence/B.6-second-household-counts", second_household_counts);
  g_test_add_func ("/rules/cadence/B.6-where-it-starts", starts);
  g_test_add_func ("/rules/cadence/B.6-overdue-from-the-day-after", overdue_from_the_day_after);
  g_test_add_func ("/rules/cadence/B.6-nobody-to-visit", nobody_to_visit);
  g_test_add_func ("/rules/attention/A21", attention);
  g_test_add_func ("/rules/applied-twice-is-the-same", applied_twice_is_the_same);
  g_test_add_func ("/rules/catalogue", catalogue);
  return g_test_run ();
}
