/* test-cadence.c: Rule B.6 as a table: a rule, what is known, the day the visit
 * is due. */
#include <stdio.h>
#include <string.h>

#include "bjt-sample-picture.h"
#include "rules/bjt-cadence-rule.h"
#include "rules/bjt-due-list.h"

#define TODAY "2026-11-22"

typedef struct
{
  const char *rule;    /* who/every[/within/lasts]; who: *, a category, tN, cN (class), A-B (age), !event */
  const char *accepts; /* m met, p phoned, h heard of */
  const char *facts;   /* words: since=, met=, phoned=, heard=, named-met= (the person), other-met= (another person), event=, agreed=, born=, lets, away */
  const char *due;     /* NULL: nothing is due */
} Case;

static const Case cases[] = {
  /* The interval, from the last contact */
  { "*/7d", "mp", "met=2026-11-20", "2026-11-27" },
  { "*/7d", "mp", "phoned=2026-11-20", "2026-11-27" },
  { "*/26w", "mp", "met=2026-05-01", "2026-10-30" },
  { "*/1m", "mp", "met=2026-10-22", "2026-11-22" },
  { "*/3m", "mp", "met=2026-08-22", "2026-11-22" },
  { "*/6m", "mp", "met=2026-05-22", "2026-11-22" },
  { "*/1y", "mp", "met=2025-11-22", "2026-11-22" },
  /* Ends of months, the leap day */
  { "*/1m", "m", "met=2026-01-31", "2026-02-28" },
  { "*/1m", "m", "met=2024-01-31", "2024-02-29" },
  { "*/1m", "m", "met=2024-01-30", "2024-02-29" },
  { "*/1m", "m", "met=2024-01-29", "2024-02-29" },
  { "*/1m", "m", "met=2026-03-31", "2026-04-30" },
  { "*/1m", "m", "met=2026-04-30", "2026-05-30" },
  { "*/1m", "m", "met=2025-12-31", "2026-01-31" },
  { "*/3m", "m", "met=2025-11-30", "2026-02-28" },
  { "*/3m", "m", "met=2023-11-30", "2024-02-29" },
  { "*/6m", "m", "met=2026-08-31", "2027-02-28" },
  { "*/1y", "m", "met=2024-02-29", "2025-02-28" },
  { "*/4y", "m", "met=2024-02-29", "2028-02-29" },
  { "*/1y", "m", "met=2023-02-28", "2024-02-28" },
  { "*/7d", "m", "met=2024-02-25", "2024-03-03" },
  { "*/7d", "m", "met=2025-12-28", "2026-01-04" },
  /* Which contacts count */
  { "*/7d", "m", "met=2026-11-01 phoned=2026-11-20", "2026-11-08" },
  { "*/7d", "mp", "met=2026-11-01 phoned=2026-11-20", "2026-11-27" },
  { "*/7d", "mp", "met=2026-11-20 phoned=2026-11-01", "2026-11-27" },
  { "*/7d", "mph", "met=2026-11-01 heard=2026-11-21", "2026-11-28" },
  { "*/7d", "mp", "met=2026-11-01 heard=2026-11-21", "2026-11-08" },
  { "*/7d", "p", "met=2026-11-21 phoned=2026-11-02", "2026-11-09" },
  /* Nobody was ever reached: since they live here, else since somebody looked, else today */
  { "*/1m", "m", "since=2026-10-01", "2026-11-01" },
  { "*/1m", "m", "phoned=2026-11-01 since=2026-10-01", "2026-11-01" },
  { "*/1m", "m", "verified=2026-10-10", "2026-11-10" },
  { "*/1m", "m", "", TODAY },
  { "*/1m", "m", "since=2026-10-01 verified=2026-10-10", "2026-11-01" },
  /* Who was met */
  { "elder_alone/7d", "m", "born=1940-01-01 met=2026-11-20", "2026-11-27" },
  { "elder_alone/7d", "m", "born=1940-01-01 met=2026-11-01 named-met=2026-11-20", "2026-11-27" },
  { "disability/7d", "m", "tick met=2026-11-01 other-met=2026-11-20", "2026-11-08" },
  { "*/7d", "m", "met=2026-11-01 other-met=2026-11-20", "2026-11-27" },
  { "*/7d", "m", "met=2026-11-01 named-met=2026-11-20", "2026-11-27" },
  /* Category */
  { "disability/1m", "m", "tick met=2026-11-01", "2026-12-01" },
  { "disability/1m", "m", "met=2026-11-01", NULL },
  { "low_income/1m", "m", "tick met=2026-11-01", NULL },
  /* Tier: that of the person, exactly */
  { "t1/3m", "m", "tick met=2026-11-01", "2027-02-01" },
  { "t2/3m", "m", "tick met=2026-11-01", NULL },
  { "t3/7d", "m", "tick met=2026-11-01", NULL },
  { "t2/1m", "m", "born=1940-01-01 met=2026-11-01", "2026-12-01" },
  /* Age: full years on the day */
  { "80-0/1m", "m", "born=1946-11-22 met=2026-11-01", "2026-12-01" },
  { "80-0/1m", "m", "born=1946-11-23 met=2026-11-01", NULL },
  { "60-79/1m", "m", "born=1966-11-22 met=2026-11-01", "2026-12-01" },
  { "60-79/1m", "m", "born=1947-11-22 met=2026-11-01", "2026-12-01" },
  { "60-79/1m", "m", "born=1946-11-22 met=2026-11-01", NULL },
  { "80-0/1m", "m", "born=1944-02-29 met=2026-11-01", "2026-12-01" },
  { "80-0/1m", "m", "met=2026-11-01 born=", NULL },
  /* Class */
  { "*/1y", "m", "away since=2026-01-10", NULL },
  { "c4/1y", "m", "away since=2026-01-10", "2027-01-10" },
  { "c4/1y", "m", "since=2026-01-10", NULL },
  { "c3/3m", "m", "lets since=2026-01-10 met=2026-10-10", "2027-01-10" },
  { "c3/3m", "m", "since=2026-01-10 met=2026-10-10", NULL },
  /* After an event */
  { "!discharged/7d/1d/1m", "m", "met=2026-11-01 event=2026-11-20", "2026-11-21" },
  { "!discharged/7d/1d/1m", "m", "met=2026-11-20 event=2026-11-20", "2026-11-27" },
  { "!discharged/7d/1d/1m", "m", "met=2026-11-21 event=2026-11-20", "2026-11-28" },
  { "!discharged/7d/1d/1m", "m", "phoned=2026-11-21 event=2026-11-20", "2026-11-21" },
  { "!discharged/7d/1d/1m", "m", "met=2026-10-30 event=2026-10-22", NULL },
  { "!discharged/7d/1d/1m", "m", "met=2026-10-30 event=2026-10-23", "2026-11-06" },
  { "!discharged/7d/1d/1m", "m", "met=2026-10-30 event=2026-11-23", NULL },
  { "!discharged//1d/", "m", "met=2026-10-30 event=2026-11-01", "2026-11-02" },
  { "!discharged//1d/", "m", "met=2026-11-01 event=2026-11-01", NULL },
  { "!bereaved/7d/1d/1m", "m", "met=2026-11-01 event=2026-11-20", NULL },
  { "!new-tenant//7d/6m", "m", "lets since=2026-11-10", "2026-11-17" },
  { "!new-tenant//7d/6m", "m", "lets since=2026-11-10 met=2026-11-11", NULL },
  { "!new-tenant//7d/6m", "m", "lets since=2026-05-22", NULL },
  { "!new-tenant//7d/6m", "m", "since=2026-11-10", NULL },
  { "!moved-in//7d/6m", "m", "since=2026-11-10", "2026-11-17" },
  /* What was agreed */
  { "*/1m", "m", "met=2026-11-01 agreed=2026-11-10", "2026-11-10" },
  { "*/1m", "m", "met=2026-11-01 agreed=2026-12-10", "2026-12-01" },
  { "disability/1m", "m", "met=2026-11-01 agreed=2026-11-25", "2026-11-25" },
};

static BjtPicture *
begin_picture (void)
{
  BjtPicture *picture = bjt_picture_new (bjt_date_parse (TODAY));
  g_autoptr (GPtrArray) defaults = bjt_rules_list_default_categories ();

  for (guint i = 0; i < defaults->len; i++)
    {
      const BjtCategory *from = defaults->pdata[i];
      BjtPictureCategory category = { .code = bjt_picture_keep_string (picture, from->code), .tier = (guint8) from->tier,
                                      .is_derived = from->is_derived };

      g_array_append_val (picture->categories, category);
    }
  bjt_sample_add_building (picture, BJT_NO_INDEX, BJT_NO_INDEX, "1");
  bjt_sample_add_entrance (picture, 0, "1");
  return picture;
}

static void
read_who (BjtPicture            *picture,
          const char            *who,
          BjtPictureCadenceRule *rule)
{
  int from, to;

  if (sscanf (who, "%d-%d", &from, &to) == 2)
    {
      rule->age_from = from;
      rule->age_to = to;
    }
  else if (*who == '!')
    rule->event = bjt_picture_keep_string (picture, who + 1);
  else if (*who == 't' && g_ascii_isdigit (who[1]))
    rule->tier = (guint8) (who[1] - '0');
  else if (*who == 'c' && g_ascii_isdigit (who[1]))
    rule->household_class = (guint8) (who[1] - '0');
  else if (*who != '*')
    {
      rule->category = bjt_picture_find_category (picture, who);
      g_assert_cmpuint (rule->category, !=, BJT_NO_INDEX);
    }
}

static void
add_rule (BjtPicture *picture,
          const char *text,
          const char *accepts)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  BjtPictureCadenceRule rule = { .code = "case", .name = "case", .category = BJT_NO_INDEX };

  read_who (picture, parts[0], &rule);
  g_assert_true (bjt_interval_parse (&rule.every, parts[1]));
  if (parts[2] != NULL)
    {
      g_assert_true (bjt_interval_parse (&rule.event_within, parts[2]));
      g_assert_true (bjt_interval_parse (&rule.event_lasts, parts[3]));
    }
  for (; *accepts != '\0'; accepts++)
    rule.outcomes |= (guint8) (1 << (*accepts == 'm' ? BJT_CONTACT_MET : *accepts == 'p' ? BJT_CONTACT_PHONED : BJT_CONTACT_HEARD));
  g_array_append_val (picture->cadence_rules, rule);
}

static const char *
find_word (char      **words,
           const char *name)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*words, name) && (name[strlen (name) - 1] == '=' || g_str_equal (*words, name)))
      return *words + strlen (name);
  return NULL;
}

static BjtDate
find_day (char      **words,
          const char *name)
{
  const char *text = find_word (words, name);

  return text != NULL ? bjt_date_parse (text) : BJT_DATE_NONE;
}

/* One household of two, the first of whom the rules are about. */
static void
add_people (BjtPicture *picture,
            char      **words)
{
  const char         *born = find_word (words, "born=");
  gboolean            is_away = find_word (words, "away") != NULL, is_alone = born != NULL && *born != '\0';
  BjtPictureHousehold household = { .tenure = find_word (words, "lets") != NULL ? BJT_TENURE_RENT : BJT_TENURE_OWN,
                                    .since_on = find_day (words, "since="), .verified_on = BJT_DATE_NONE };

  bjt_sample_add_door (picture, 0, 0, 0, 0);
  bjt_picture_get_door (picture, 0)->verified_on = find_day (words, "verified=");
  g_array_append_val (picture->households, household);
  for (guint32 p = 0; p < (is_alone ? 1u : 2u); p++)
    {
      BjtPicturePerson person = { .born_on = p == 0 && born != NULL ? bjt_date_parse (born) : bjt_date_parse ("1990-01-01") };
      BjtPictureMember member = { .person = p, .is_registered = TRUE, .is_resident = !is_away, .is_head = p == 0, .relation = "02" };

      if (p == 0 && find_word (words, "tick") != NULL)
        person.ticked = (BjtCategorySet) 1 << bjt_picture_find_category (picture, "disability");
      g_array_append_val (picture->persons, person);
      g_array_append_val (picture->members, member);
    }
}

static void
note_contacts (BjtPicture *picture,
               char      **words)
{
  static const char *const names[BJT_N_CONTACTS] = { "met=", "phoned=", "heard=" };
  BjtPictureHouseholdState *household = bjt_picture_get_household_state (picture, 0);

  for (int contact = 0; contact < BJT_N_CONTACTS; contact++)
    if (find_day (words, names[contact]) != BJT_DATE_NONE)
      bjt_picture_note_contact (picture, 0, (BjtContact) contact, find_day (words, names[contact]));
  for (guint32 p = 0; p < picture->persons->len; p++)
    {
      BjtDate on = find_day (words, p == 0 ? "named-met=" : "other-met=");

      bjt_picture_get_person_state (picture, p)->last[BJT_CONTACT_MET] = on;
      household->last[BJT_CONTACT_MET] = MAX (household->last[BJT_CONTACT_MET], on);
    }
  bjt_picture_get_door_state (picture, 0)->next_agreed_on = find_day (words, "agreed=");
}

static BjtPicture *
make_picture (const Case *one)
{
  g_auto (GStrv) words = g_strsplit (one->facts, " ", -1);
  BjtPicture *picture = begin_picture ();

  add_people (picture, words);
  add_rule (picture, one->rule, one->accepts);
  if (find_word (words, "event=") != NULL)
    {
      BjtPictureLifeEvent event = { 0, BJT_NO_INDEX, "discharged", find_day (words, "event=") };

      g_array_append_val (picture->life_events, event);
    }
  bjt_picture_finish (picture);
  note_contacts (picture, words);
  bjt_rules_apply (picture, &BJT_RULE_SET_DEFAULT);
  return picture;
}

static void
due_days (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 60);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtPicture) picture = make_picture (&cases[i]);
      g_autofree char *due = bjt_date_dup_string (bjt_picture_get_door_state (picture, 0)->next_due_on);

      g_test_message ("%s %s %s", cases[i].rule, cases[i].accepts, cases[i].facts);
      g_assert_cmpstr (due, ==, cases[i].due != NULL ? cases[i].due : "");
    }
}

/* The strictest of several wins, and says for whom. */
static void
strictest (void)
{
  const Case            one = { "*/26w", "mp", "tick met=2026-11-01", NULL };
  g_autoptr (BjtPicture) picture = make_picture (&one);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, 0);
  g_autoptr (GArray) demands = NULL;

  g_assert_cmpuint (state->due_rule, ==, 0);
  g_assert_cmpuint (state->due_person, ==, BJT_NO_INDEX);
  add_rule (picture, "disability/1m", "m");
  add_rule (picture, "*/30d", "m");
  bjt_rules_apply_states (picture, &BJT_RULE_SET_DEFAULT);
  g_assert_cmpuint (state->due_rule, ==, 1); /* 30 days in November: as long as the month; of the person first */
  g_assert_cmpuint (state->due_person, ==, 0);
  demands = bjt_cadence_rule_list_demands (picture, 0);
  g_assert_cmpuint (demands->len, ==, 3);
  for (guint i = 0; i + 1 < demands->len; i++)
    g_assert_cmpint (g_array_index (demands, BjtCadenceDemand, i).due_on, <=, g_array_index (demands, BjtCadenceDemand, i + 1).due_on);
}

static void
list_in_order (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  BjtDueQuery query = BJT_DUE_QUERY_ALL;
  g_autoptr (GArray) today = bjt_due_list_find (picture, &query);
  g_autoptr (GArray) by_grid = bjt_due_list_count_by_grid (picture, &query);
  guint n = 0;

  g_assert_cmpuint (today->len, >, 0);
  for (guint i = 0; i < today->len; i++)
    {
      const BjtDueLine *line = &g_array_index (today, BjtDueLine, i);

      g_assert_cmpint (line->days_late, >=, 0);
      g_assert_cmpint (line->due_on + line->days_late, ==, picture->as_of);
      g_assert_true (i == 0 || line->door > line[-1].door);
    }
  for (guint i = 0; i < by_grid->len; i++)
    n += g_array_index (by_grid, guint, i);
  g_assert_cmpuint (n, ==, today->len);
  query.within_days = 7;
  {
    g_autoptr (GArray) week = bjt_due_list_find (picture, &query);

    g_assert_cmpuint (week->len, >=, today->len);
  }
  query.grid = 0;
  {
    g_autoptr (GArray) grid = bjt_due_list_find (picture, &query);

    for (guint i = 0; i < grid->len; i++)
      g_assert_cmpuint (bjt_picture_get_building (picture, bjt_picture_get_door (picture, g_array_index (grid, BjtDueLine, i).door)->building)->grid, ==, 0);
  }
}

static void
intervals (void)
{
  static const char *const good[] = { "7d", "26w", "1m", "6m", "1y", "4000d" };
  static const char *const bad[] = { "0d", "-1d", "7", "d", "7x", "7dd", " 7d", "7 d", "4001d", "99999999999999999999d", "1.5m", "七天" };
  BjtInterval interval;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;
      BjtInterval      again;

      g_assert_true (bjt_interval_parse (&interval, good[i]));
      text = bjt_interval_dup_string (interval);
      g_assert_true (bjt_interval_parse (&again, text));
      g_assert_true (again.n == interval.n && again.unit == interval.unit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (bjt_interval_parse (&interval, bad[i]));
  g_assert_true (bjt_interval_parse (&interval, NULL) && interval.n == 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cadence/due-days", due_days);
  g_test_add_func ("/cadence/strictest", strictest);
  g_test_add_func ("/cadence/due-list", list_in_order);
  g_test_add_func ("/cadence/intervals", intervals);
  return g_test_run ();
}
