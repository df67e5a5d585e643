/* test-class-rule.c: rule B.4 as a table of cases. Our county is 222424. */
#include "rules/bjt-class-rule.h"

#define OURS "222424"
#define NO_DAY ""

typedef struct
{
  const char       *name; /* the rule that decides, and what is special */
  gboolean          registered, resident;
  BjtTenure         tenure;
  const char       *hukou;
  const char       *since, *as_of;
  BjtHouseholdClass expected;
  BjtClassRule      rule;
} Case;

static const Case cases[] = {
  /* B.4-1: nobody lives here */
  { "B.4-1-registered-nobody-here", TRUE, FALSE, BJT_TENURE_OWN, NULL, "2020-01-01", "2026-11-22", BJT_CLASS_HUKOU_ONLY, BJT_CLASS_RULE_NOBODY_HERE },
  { "B.4-1-registered-tenure-unknown", TRUE, FALSE, BJT_TENURE_UNKNOWN, NULL, NO_DAY, "2026-11-22", BJT_CLASS_HUKOU_ONLY, BJT_CLASS_RULE_NOBODY_HERE },
  { "B.4-1-registered-had-rented", TRUE, FALSE, BJT_TENURE_RENT, NULL, NO_DAY, "2026-11-22", BJT_CLASS_HUKOU_ONLY, BJT_CLASS_RULE_NOBODY_HERE },
  { "B.4-1-registered-with-foreign-code", TRUE, FALSE, BJT_TENURE_OWN, "110111", NO_DAY, "2026-11-22", BJT_CLASS_HUKOU_ONLY, BJT_CLASS_RULE_NOBODY_HERE },
  { "B.4-1-registered-since-yesterday", TRUE, FALSE, BJT_TENURE_OWN, NULL, "2026-11-21", "2026-11-22", BJT_CLASS_HUKOU_ONLY, BJT_CLASS_RULE_NOBODY_HERE },
  { "B.4-1-nobody-at-all", FALSE, FALSE, BJT_TENURE_OWN, NULL, NO_DAY, "2026-11-22", BJT_CLASS_EMPTY, BJT_CLASS_RULE_NO_HOUSEHOLD },
  { "B.4-1-nobody-at-all-rented", FALSE, FALSE, BJT_TENURE_RENT, "110111", NO_DAY, "2026-11-22", BJT_CLASS_EMPTY, BJT_CLASS_RULE_NO_HOUSEHOLD },
  /* B.4-2: lives here by lease, whatever the hukou */
  { "B.4-2-rents", FALSE, TRUE, BJT_TENURE_RENT, "110111", "2020-01-01", "2026-11-22", BJT_CLASS_TENANT, BJT_CLASS_RULE_RENTS },
  { "B.4-2-rents-with-local-hukou", FALSE, TRUE, BJT_TENURE_RENT, OURS, "2020-01-01", "2026-11-22", BJT_CLASS_TENANT, BJT_CLASS_RULE_RENTS },
  { "B.4-2-rents-registered-here", TRUE, TRUE, BJT_TENURE_RENT, NULL, "2020-01-01", "2026-11-22", BJT_CLASS_TENANT, BJT_CLASS_RULE_RENTS },
  { "B.4-2-rents-since-last-week", FALSE, TRUE, BJT_TENURE_RENT, "110111", "2026-11-15", "2026-11-22", BJT_CLASS_TENANT, BJT_CLASS_RULE_RENTS },
  { "B.4-2-rents-start-unknown", FALSE, TRUE, BJT_TENURE_RENT, NULL, NO_DAY, "2026-11-22", BJT_CLASS_TENANT, BJT_CLASS_RULE_RENTS },
  /* B.4-3: hukou in another county */
  { "B.4-3-owner-from-elsewhere", FALSE, TRUE, BJT_TENURE_OWN, "110111", "2020-01-01", "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_HUKOU_ELSEWHERE },
  { "B.4-3-lodger-from-elsewhere", FALSE, TRUE, BJT_TENURE_LODGE, "110111", "2020-01-01", "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_HUKOU_ELSEWHERE },
  { "B.4-3-neighbour-county", FALSE, TRUE, BJT_TENURE_OWN, "222425", "2020-01-01", "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_HUKOU_ELSEWHERE },
  { "B.4-3-tenure-unknown-from-elsewhere", FALSE, TRUE, BJT_TENURE_UNKNOWN, "659004", NO_DAY, "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_HUKOU_ELSEWHERE },
  { "B.4-3-elsewhere-and-short", FALSE, TRUE, BJT_TENURE_OWN, "110111", "2026-11-01", "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_HUKOU_ELSEWHERE },
  { "B.4-3-longer-code-of-elsewhere", FALSE, TRUE, BJT_TENURE_OWN, "110111001002", NO_DAY, "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_HUKOU_ELSEWHERE },
  /* B.4-3: less than six months */
  { "B.4-3-day-before-six-months", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2026-05-23", "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_SHORT_STAY },
  { "B.4-4-six-months-to-the-day", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2026-05-22", "2026-11-22", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-3-moved-in-today", TRUE, TRUE, BJT_TENURE_OWN, OURS, "2026-11-22", "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_SHORT_STAY },
  { "B.4-3-moves-in-tomorrow", TRUE, TRUE, BJT_TENURE_OWN, OURS, "2026-11-23", "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_SHORT_STAY },
  { "B.4-3-lodger-with-local-hukou-short", FALSE, TRUE, BJT_TENURE_LODGE, OURS, "2026-09-01", "2026-11-22", BJT_CLASS_FLOATING, BJT_CLASS_RULE_SHORT_STAY },
  { "B.4-3-end-of-august-day-before", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2026-08-31", "2027-02-27", BJT_CLASS_FLOATING, BJT_CLASS_RULE_SHORT_STAY },
  { "B.4-4-end-of-august-to-end-of-february", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2026-08-31", "2027-02-28", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-3-end-of-august-leap-year", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2027-08-31", "2028-02-28", BJT_CLASS_FLOATING, BJT_CLASS_RULE_SHORT_STAY },
  { "B.4-4-end-of-august-leap-day", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2027-08-31", "2028-02-29", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-4-leap-day-on", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2028-02-29", "2028-08-29", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-3-over-new-year", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2026-12-01", "2027-05-31", BJT_CLASS_FLOATING, BJT_CLASS_RULE_SHORT_STAY },
  { "B.4-4-over-new-year", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2026-12-01", "2027-06-01", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  /* B.4-4: settled */
  { "B.4-4-owner", TRUE, TRUE, BJT_TENURE_OWN, NULL, "2020-01-01", "2026-11-22", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-4-start-unknown", TRUE, TRUE, BJT_TENURE_OWN, NULL, NO_DAY, "2026-11-22", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-4-tenure-unknown", TRUE, TRUE, BJT_TENURE_UNKNOWN, NULL, NO_DAY, "2026-11-22", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-4-hukou-elsewhere-in-the-county", FALSE, TRUE, BJT_TENURE_OWN, OURS, "2020-01-01", "2026-11-22", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-4-longer-code-of-ours", FALSE, TRUE, BJT_TENURE_OWN, "222424001003", "2020-01-01", "2026-11-22", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
  { "B.4-4-lodger", FALSE, TRUE, BJT_TENURE_LODGE, NULL, "2020-01-01", "2026-11-22", BJT_CLASS_RESIDENT, BJT_CLASS_RULE_SETTLED },
};

static void
check_case (gconstpointer data)
{
  const Case       *c = data;
  BjtRuleSet        rules = BJT_RULE_SET_DEFAULT;
  BjtHouseholdFacts facts = { c->registered, c->resident, c->tenure, c->hukou, bjt_date_parse (c->since), bjt_date_parse (c->as_of) };
  BjtClassRule      rule = BJT_CLASS_RULE_NONE;

  rules.county_code = OURS;
  g_assert_cmpint (bjt_class_rule_derive (&facts, &rules, &rule), ==, c->expected);
  g_assert_cmpint (rule, ==, c->rule);
}

/* Where the community does not say its county, every hukou counts as local. */
static void
county_unknown (void)
{
  BjtHouseholdFacts facts = { FALSE, TRUE, BJT_TENURE_OWN, "110111", BJT_DATE_NONE, bjt_date_parse ("2026-11-22") };
  BjtClassRule      rule;

  g_assert_cmpint (bjt_class_rule_derive (&facts, &BJT_RULE_SET_DEFAULT, &rule), ==, BJT_CLASS_RESIDENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/class/", cases[i].name, NULL);

      g_test_add_data_func (path, cases + i, check_case);
    }
  g_test_add_func ("/rules/class/B.4-3-county-unknown", county_unknown);
  return g_test_run ();
}
