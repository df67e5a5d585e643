/* test-work-indicator.c: Rule B.10 over a period, against figures that were
 * published, from counts made for them, and against what can be counted by
 * hand. */
#include "bjt-sample-ledger.h"
#include "bjt-sample-picture.h"
#include "rules/bjt-rules.h"
#include "rules/bjt-work-indicator.h"

#include <math.h>

#define TODAY 20779 /* 2026-11-22 */
#define NOTHING ((double) NAN)

typedef struct
{
  BjtPicture  *picture;
  BjtLedger   *ledger;
  BjtWorkQuery query;
  guint32      kinds[6]; /* below a group of their own */
} Fixture;

static const char *const units[6] = { "处", "处", "棵", "棵", "车", "辆" };

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  guint32          group;

  options.n_grids = 2;
  self->picture = bjt_sample_picture_new (&options);
  self->ledger = bjt_ledger_new (self->picture);
  group = bjt_sample_add_issue_kind (self->ledger, BJT_NO_INDEX, "E", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    {
      char code[] = { 'E', (char) ('1' + i), '\0' };

      self->kinds[i] = bjt_sample_add_issue_kind (self->ledger, group, code, units[i]);
    }
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_ledger_unref (self->ledger);
  bjt_picture_unref (self->picture);
}

static void
finish (Fixture *self)
{
  bjt_ledger_finish (self->ledger);
  bjt_work_query_init (&self->query, self->ledger, self->picture);
}

static BjtWorkTable *
count (Fixture     *self,
       const char  *code,
       BjtWorkGroup group)
{
  const BjtWorkIndicator *indicator = bjt_work_indicator_find (code);

  g_assert_nonnull (indicator);
  self->query.group = group;
  return bjt_work_indicator_count (indicator, &self->query);
}

static void
assert_value (double value,
              double expected)
{
  g_assert_cmpint (isnan (value), ==, isnan (expected));
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

static void
assert_total (Fixture    *self,
              const char *code,
              double      numerator,
              double      denominator,
              double      value)
{
  g_autoptr (BjtWorkTable) table = count (self, code, BJT_WORK_BY_GRID);

  g_test_message ("%s: %g / %g = %g", code, table->total.numerator, table->total.denominator, table->total.value);
  assert_value (table->total.numerator, numerator);
  assert_value (table->total.denominator, denominator);
  assert_value (table->total.value, value);
}

static void
assert_printed (const Fixture *self,
                const char    *code,
                double         value,
                const char    *expected)
{
  g_autofree char *text = bjt_indicator_unit_dup_value (bjt_work_indicator_find (code)->unit, value);

  g_assert_cmpstr (text, ==, expected);
}

static guint32
get_door (const Fixture *self,
          guint          number)
{
  return number % self->picture->doors->len;
}

/* The codes, their order, their words */

static void
test_catalogue (void)
{
  const BjtWorkIndicator *all = bjt_work_indicator_get_all ();

  for (guint i = 0; i < BJT_N_WORK_INDICATORS; i++)
    {
      g_assert_cmpint (all[i].measure, ==, i);
      g_assert_true (bjt_work_indicator_find (all[i].code) == &all[i]);
      g_assert_true (bjt_work_indicator_get (all[i].measure) == &all[i]);
      g_assert_true (g_str_has_suffix (all[i].definition, "."));
      g_assert_cmpint (all[i].groups & 1 << BJT_WORK_BY_GRID, !=, 0);
    }
  g_assert_null (bjt_work_indicator_find ("nonsense"));
  for (guint i = 0; i < BJT_N_WORK_GROUPS; i++)
    {
      BjtWorkGroup group;

      g_assert_true (bjt_work_group_init_from_name (&group, bjt_work_group_get_name ((BjtWorkGroup) i)));
      g_assert_cmpint (group, ==, i);
    }
}

/* S4: 98 % = 784/800 */
static void
test_settled_share (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (BjtWorkTable) table = NULL;
  g_autoptr (GArray) gap = NULL;
  g_autoptr (BjtDoorSet) doors = NULL;
  double numerators = 0;

  for (guint i = 0; i < 800; i++)
    {
      BjtLedgerIssue *issue = bjt_sample_add_ledger_issue (self->ledger, self->kinds[i % 6], get_door (self, i * 7), "二维码", TODAY - 100);

      if (i % 50 != 0)
        bjt_sample_close_issue (issue, TODAY - 90);
    }
  bjt_sample_close_issue (bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 0, "二维码", TODAY - 500), TODAY - 90); /* received before */
  bjt_sample_close_issue (bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 0, "二维码", TODAY + 1), TODAY + 1); /* and after */
  finish (self);
  assert_total (self, "settled_share", 784, 800, 0.98);
  assert_printed (self, "settled_share", 0.98, "98.0%");
  assert_total (self, "received", 800, NOTHING, 800);
  table = count (self, "settled_share", BJT_WORK_BY_GRID);
  for (guint32 i = 0; i < table->n_figures; i++)
    numerators += table->figures[i].numerator;
  assert_value (numerators, 784);
  gap = bjt_work_indicator_list (bjt_work_indicator_find ("settled_share"), &self->query, BJT_NO_INDEX, BJT_WORK_GAP);
  g_assert_cmpuint (gap->len, ==, 16);
  doors = bjt_work_rows_to_doors (gap, self->picture);
  g_assert_cmpuint (bjt_door_set_count (doors), ==, 16);
  self->query.cut_off = TODAY - 91; /* nothing was closed yet */
  assert_total (self, "settled_share", 0, 800, 0);
}

/* 12345: n orders this year and last, on days spread over the period */
static void
add_orders (Fixture *self,
            guint    n,
            int      years_ago)
{
  for (guint i = 0; i < n; i++)
    bjt_sample_add_order (self->ledger, self->kinds[i % 6], get_door (self, i * 13),
                          bjt_date_add_months (TODAY - (BjtDate) (i % 300), -12 * years_ago));
}

typedef struct
{
  guint       now, before;
  double      change;
  const char *printed;
} Change;

static const Change changes[] = {
  { 61, 100, -0.39, "-39.0%" },     /* S0 */
  { 71, 100, -0.29, "-29.0%" },     /* S3 */
  { 493, 1000, -0.507, "-50.7%" },  /* heating, S3 */
  { 12, 10, 0.2, "+20.0%" },
  { 0, 10, -1, "-100.0%" },
};

static void
test_hotline_change (Fixture      *self,
                     gconstpointer data)
{
  const Change *change = data;
  g_autoptr (BjtWorkTable) by_month = NULL;
  g_autoptr (GArray) rows = NULL;
  double months = 0;

  add_orders (self, change->now, 0);
  add_orders (self, change->before, 1);
  finish (self);
  assert_total (self, "hotline_change", (double) change->now - change->before, change->before, change->change);
  assert_printed (self, "hotline_change", change->change, change->printed);
  assert_total (self, "hotline", change->now, NOTHING, change->now);
  by_month = count (self, "hotline_change", BJT_WORK_BY_MONTH);
  g_assert_cmpuint (by_month->n_figures, ==, 11);
  for (guint32 i = 0; i < by_month->n_figures; i++)
    months += by_month->figures[i].numerator;
  assert_value (months, (double) change->now - change->before);
  rows = bjt_work_indicator_list (bjt_work_indicator_find ("hotline_change"), &self->query, BJT_NO_INDEX, BJT_WORK_NUMERATOR);
  g_assert_cmpuint (rows->len, ==, change->now);
}

/* S3, 2021-07: 205 settled before anybody complained, with -29 % */
static void
test_forestalled (Fixture      *self,
                  gconstpointer data)
{
  guint32 complained = self->kinds[0], quiet = self->kinds[1];

  g_assert_cmpuint (self->picture->doors->len, >, 230);
  for (guint i = 0; i < 230; i++)
    {
      guint32 door = i;

      bjt_sample_close_issue (bjt_sample_add_ledger_issue (self->ledger, i % 2 == 0 ? complained : quiet, door, "巡查", TODAY - 30), TODAY - 20);
      if (i < 40) /* the hotline complained of the even ones: 20 of 40 */
        bjt_sample_add_order (self->ledger, complained, door, TODAY - 25 + (BjtDate) (i % 4));
    }
  bjt_sample_add_order (self->ledger, quiet, 229, TODAY - 10);  /* after it was closed */
  bjt_sample_add_order (self->ledger, quiet, 227, TODAY - 200); /* long before */
  for (guint i = 0; i < 5; i++) /* as a complaint that is an issue */
    bjt_sample_add_ledger_issue (self->ledger, quiet, 101 + 2 * i, BJT_SOURCE_HOTLINE, TODAY - 22);
  finish (self);
  assert_total (self, "forestalled", 205, NOTHING, 205);
  assert_total (self, "own_share", 230, 235, 230 / 235.0);
  assert_total (self, "settled", 230, NOTHING, 230);
}

/* A28: 492/280/487/560/780/20 */
static void
test_quantities (Fixture      *self,
                 gconstpointer data)
{
  static const int totals[6] = { 492, 280, 487, 560, 780, 20 };
  g_autoptr (BjtWorkTable) table = NULL;
  g_autoptr (BjtWorkTable) by_grid = NULL;

  for (guint k = 0; k < 6; k++)
    for (int left = totals[k], n = 0; left > 0; n++)
      {
        BjtLedgerIssue *issue = bjt_sample_add_ledger_issue (self->ledger, self->kinds[k], get_door (self, (guint) n * 3), "巡查", TODAY - 60);

        issue->quantity = left == 1 ? (double) NAN : MIN (left, 7); /* one where none was counted */
        left -= left == 1 ? 1 : MIN (left, 7);
        bjt_sample_close_issue (issue, TODAY - 50);
      }
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[5], 0, "巡查", TODAY - 60)->quantity = 99; /* still open */
  finish (self);
  table = count (self, "quantity", BJT_WORK_BY_KIND);
  for (guint k = 0; k < 6; k++)
    {
      assert_value (table->figures[self->kinds[k]].value, totals[k]);
      g_assert_cmpstr (table->units[self->kinds[k]], ==, units[k]);
    }
  assert_value (table->figures[0].value, NOTHING); /* the group holds different units */
  g_assert_null (table->units[0]);
  assert_value (table->total.value, NOTHING);
  assert_printed (self, "quantity", table->total.value, "—");
  by_grid = count (self, "quantity", BJT_WORK_BY_GRID);
  g_assert_null (by_grid->total_unit);
}

static void
test_replies (Fixture      *self,
              gconstpointer data)
{
  BjtDate friday = bjt_date_from_ymd (2026, 11, 6);

  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 0, "来电", friday)->replied_at = bjt_time_from_local (friday + 5, 23 * 60); /* Wednesday: the third */
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 1, "来电", friday)->replied_at = bjt_time_from_local (friday + 6, 0);
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 2, "来电", friday); /* never */
  bjt_sample_close_issue (bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 3, "来电", friday), friday + 1);
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 4, "来电", friday)->reply_due_at = bjt_time_from_local (friday, 700);
  bjt_ledger_get_issue (self->ledger, 4)->replied_at = bjt_time_from_local (friday, 701);
  finish (self);
  assert_total (self, "replied_share", 2, 5, 0.4);
}

static void
test_repetitions (Fixture      *self,
                  gconstpointer data)
{
  static const BjtDate days[] = { 300, 209, 119, 118 }; /* ago: 91 and 90 days apart, then one */
  BjtUuid first;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 5, "来电", TODAY - days[i]);
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[1], 5, "来电", TODAY - 118); /* another type */
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 6, "来电", TODAY - 118); /* another place */
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], BJT_NO_INDEX, "来电", TODAY - 118); /* nowhere */
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], BJT_NO_INDEX, "来电", TODAY - 118);
  first = bjt_ledger_get_issue (self->ledger, 5)->id;
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 6, "来电", TODAY - 100)->merged_into_id = first;
  finish (self);
  assert_total (self, "repeated_share", 3, 9, 3 / 9.0); /* the merged one is a repetition … */
  assert_total (self, "received", 8, NOTHING, 8);       /* … and no issue of its own */
}

static void
test_time_and_content (Fixture      *self,
                       gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      BjtLedgerIssue *issue = bjt_sample_add_ledger_issue (self->ledger, self->kinds[i % 2], i, i < 2 ? "12345" : "来电", TODAY - 20);

      issue->department = bjt_ledger_keep_word (self->ledger, i < 6 ? "物业" : NULL);
      issue->due_at = bjt_time_from_local (TODAY - 9, 0);
      issue->satisfaction = (guint8) (i % 4);
      bjt_sample_close_issue (issue, TODAY - (i < 3 ? 5 : 15));
    }
  finish (self);
  assert_total (self, "in_time_share", 5, 8, 5 / 8.0);
  assert_total (self, "content_share", 4, 6, 4 / 6.0);
  assert_total (self, "hotline", 2, NOTHING, 2);
}

static void
test_groups_add_up (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (BjtWorkTable) kinds = NULL, departments = NULL, sources = NULL;

  for (guint i = 0; i < 30; i++)
    bjt_sample_add_ledger_issue (self->ledger, self->kinds[i % 3], get_door (self, i * 11), i % 5 == 0 ? "12345" : "来电", TODAY - (BjtDate) i)->department =
      bjt_ledger_keep_word (self->ledger, i % 2 == 0 ? "物业" : NULL);
  finish (self);
  kinds = count (self, "received", BJT_WORK_BY_KIND);
  assert_value (kinds->figures[0].value, 30); /* the group adds up its kinds */
  assert_value (kinds->figures[self->kinds[2]].value, 10);
  assert_value (kinds->total.value, 30);      /* but counts nothing twice */
  departments = count (self, "received", BJT_WORK_BY_DEPARTMENT);
  g_assert_cmpuint (departments->n_figures, ==, 1);
  assert_value (departments->figures[0].value, 15);
  sources = count (self, "received", BJT_WORK_BY_SOURCE);
  g_assert_cmpuint (sources->n_figures, ==, 2);
  assert_value (sources->figures[0].value, 6); /* 12345 */
  {
    g_autofree char *label = bjt_work_query_dup_group_label (&self->query, 0);
    g_autoptr (GArray) rows = bjt_work_indicator_list (bjt_work_indicator_find ("received"), &self->query, 0, BJT_WORK_NUMERATOR);

    g_assert_cmpstr (label, ==, "12345");
    g_assert_cmpuint (rows->len, ==, 6);
  }
  self->query.grid = 1;
  self->query.group = BJT_WORK_BY_GRID;
  {
    g_autoptr (BjtWorkTable) grid = count (self, "received", BJT_WORK_BY_GRID);

    assert_value (grid->total.value, grid->figures[1].value);
    assert_value (grid->figures[0].value, 0);
  }
}

static void
test_year_before (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (BjtWorkTable) table = NULL;
  BjtDate leap = bjt_date_from_ymd (2024, 2, 29);

  bjt_sample_close_issue (bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 0, "来电", leap), leap);
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 0, "来电", leap + 1);
  bjt_sample_add_ledger_issue (self->ledger, self->kinds[0], 0, "来电", leap + 300);
  finish (self);
  self->query.from_on = bjt_date_from_ymd (2025, 2, 1);
  self->query.to_on = bjt_date_from_ymd (2025, 2, 28); /* against all of February 2024 */
  table = count (self, "settled_share", BJT_WORK_BY_GRID);
  assert_value (table->total.value, NOTHING);
  assert_value (table->total_year_before.denominator, 1);
  assert_value (table->total_year_before.value, 1);
}

/* Nothing happened: "—" for every share, 0 for every count, nothing to list */
static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  finish (self);
  for (guint i = 0; i < BJT_WORK_HOUSEHOLD_COVERAGE; i++)
    for (guint group = 0; group < BJT_N_WORK_GROUPS; group++)
      {
        const BjtWorkIndicator  *indicator = &bjt_work_indicator_get_all ()[i];
        g_autoptr (BjtWorkTable) table = count (self, indicator->code, (BjtWorkGroup) group);
        g_autoptr (GArray)       rows = bjt_work_indicator_list (indicator, &self->query, BJT_NO_INDEX, BJT_WORK_NUMERATOR);
        gboolean                 is_share = indicator->unit == BJT_UNIT_SHARE || indicator->unit == BJT_UNIT_CHANGE;

        assert_value (table->total.value, is_share ? NOTHING : 0);
        assert_printed (self, indicator->code, table->total.value, is_share ? "—" : "0");
        g_assert_cmpuint (rows->len, ==, 0);
      }
  assert_total (self, "policies_explained", 0, 0, NOTHING);
}

/* Visits and people */

static guint32
find_door (const Fixture *self,
           gboolean       lived_in,
           guint          skip)
{
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    {
      const BjtRun *run = &bjt_picture_get_door (self->picture, d)->households;
      gboolean      has = FALSE;

      for (guint32 h = run->first; run->n == 1 && h < run->first + run->n; h++)
        has = bjt_picture_get_member (self->picture, bjt_picture_get_household (self->picture, h)->members.first)->is_resident;
      if (has == lived_in && skip-- == 0)
        return d;
    }
  g_assert_not_reached ();
}

static void
test_coverage (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (BjtWorkTable) table = NULL;
  guint32 door = find_door (self, TRUE, 0), other = find_door (self, TRUE, 1), third = find_door (self, TRUE, 2);
  double  households;

  bjt_sample_add_ledger_visit (self->ledger, door, TODAY - 3, BJT_OUTCOME_MET);
  bjt_sample_add_ledger_visit (self->ledger, door, TODAY - 2, BJT_OUTCOME_PHONED);
  bjt_sample_add_ledger_visit (self->ledger, other, TODAY - 2, BJT_OUTCOME_ABSENT); /* an attempt reaches nobody */
  bjt_sample_add_ledger_visit (self->ledger, third, TODAY - 1000, BJT_OUTCOME_MET); /* long ago */
  finish (self);
  table = count (self, "household_coverage", BJT_WORK_BY_GRID);
  households = table->total.denominator;
  assert_value (table->total.numerator, 1);
  g_assert_cmpfloat (households, >, 100);
  assert_value (table->total_year_before.value, NOTHING); /* who lived here then is not known */
  assert_total (self, "visits", 3, NOTHING, 3);
  assert_total (self, "contact_share", 2, 3, 2 / 3.0);
  {
    g_autoptr (GArray) gap = bjt_work_indicator_list (bjt_work_indicator_find ("household_coverage"), &self->query, BJT_NO_INDEX, BJT_WORK_GAP);

    assert_value (gap->len, households - 1);
  }
}

/* Who was named was met; the others of the household were not. */
static void
test_named_persons (Fixture      *self,
                    gconstpointer data)
{
  guint32          door = find_door (self, TRUE, 0);
  guint32          member = bjt_picture_get_household (self->picture, bjt_picture_get_door (self->picture, door)->households.first)->members.first;
  BjtLedgerMeeting meeting = { bjt_picture_get_member (self->picture, member)->person, TODAY - 1 };
  guint32          low_income = bjt_picture_find_category (self->picture, "low_income");
  g_autoptr (BjtWorkTable) table = NULL;
  double           before;

  bjt_picture_get_person (self->picture, meeting.person)->categories |= (BjtCategorySet) 1 << low_income;
  bjt_picture_get_household (self->picture, bjt_picture_get_door (self->picture, door)->households.first)->categories |= (BjtCategorySet) 1 << low_income;
  bjt_sample_add_ledger_visit (self->ledger, door, TODAY - 1, BJT_OUTCOME_MET);
  bjt_ledger_get_visit (self->ledger, 0)->names_persons = TRUE;
  finish (self);
  table = count (self, "person_coverage", BJT_WORK_BY_GRID);
  before = table->total.numerator;
  g_array_append_val (self->ledger->meetings, meeting);
  bjt_work_table_free (g_steal_pointer (&table));
  table = count (self, "person_coverage", BJT_WORK_BY_GRID);
  assert_value (before, 0);
  assert_value (table->total.numerator, 1);
}

static void
test_meters (Fixture      *self,
             gconstpointer data)
{
  const BjtWorkMeasure *meters = bjt_work_indicator_get_meters ();

  finish (self);
  for (guint i = 0; i < BJT_N_WORK_METERS; i++)
    {
      const BjtWorkIndicator  *indicator = bjt_work_indicator_get (meters[i]);
      g_autoptr (BjtWorkTable) table = count (self, indicator->code, BJT_WORK_BY_GRID);
      g_autoptr (GArray)       gap = bjt_work_indicator_list (indicator, &self->query, BJT_NO_INDEX, BJT_WORK_GAP);

      g_test_message ("%s: %g of %g", indicator->code, table->total.numerator, table->total.denominator);
      g_assert_true (isnan (table->total.value) || (table->total.value >= 0 && table->total.value <= 1));
      assert_value (gap->len, table->total.denominator - table->total.numerator);
      for (guint r = 0; r < gap->len; r++)
        g_assert_cmpuint (g_array_index (gap, BjtWorkRow, r).door, !=, BJT_NO_INDEX);
    }
}

/* Nobody has a helper, then everybody: what is left are visits overdue. */
static void
test_assistance (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (BjtWorkTable) alone = NULL, helped = NULL, over = NULL;

  finish (self);
  alone = count (self, "assistance", BJT_WORK_BY_GRID);
  g_assert_cmpfloat (alone->total.denominator, >, 10);
  assert_value (alone->total.numerator, 0);
  for (guint32 p = 0; p < self->picture->persons->len; p++)
    {
      BjtLedgerPairing pairing = { p, TODAY - 50, BJT_DATE_NONE };

      g_array_append_val (self->ledger->pairings, pairing);
    }
  helped = count (self, "assistance", BJT_WORK_BY_GRID);
  g_assert_cmpfloat (helped->total.numerator, >, 0);
  assert_value (helped->total.denominator, alone->total.denominator);
  for (guint32 p = 0; p < self->ledger->pairings->len; p++)
    bjt_ledger_get_pairing (self->ledger, p)->until_on = TODAY; /* ends today */
  over = count (self, "assistance", BJT_WORK_BY_GRID);
  assert_value (over->total.numerator, 0);
}

static void
test_completeness (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (BjtWorkTable) before = NULL, after = NULL;
  guint32 door = find_door (self, TRUE, 0);
  double  n_doors;

  finish (self);
  before = count (self, "completeness", BJT_WORK_BY_GRID);
  n_doors = before->total.denominator;
  assert_value (n_doors, self->picture->doors->len);
  bjt_picture_get_door (self->picture, door)->verified_on = BJT_DATE_NONE;
  after = count (self, "completeness", BJT_WORK_BY_GRID);
  g_assert_cmpfloat (after->total.numerator, <, before->total.numerator);
  g_assert_cmpfloat (before->total.numerator - after->total.numerator, <, 1); /* one field of one door */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-indicator/catalogue", test_catalogue);
#define ADD(name, function) g_test_add ("/work-indicator/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("settled-share", test_settled_share);
  ADD ("forestalled", test_forestalled);
  ADD ("quantities", test_quantities);
  ADD ("replies", test_replies);
  ADD ("repetitions", test_repetitions);
  ADD ("time-and-content", test_time_and_content);
  ADD ("groups-add-up", test_groups_add_up);
  ADD ("year-before", test_year_before);
  ADD ("empty", test_empty);
  ADD ("coverage", test_coverage);
  ADD ("named-persons", test_named_persons);
  ADD ("meters", test_meters);
  ADD ("assistance", test_assistance);
  ADD ("completeness", test_completeness);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/work-indicator/hotline-change/%s", changes[i].printed);

      g_test_add (path, Fixture, &changes[i], set_up, test_hotline_change, tear_down);
    }
  return g_test_run ();
}
