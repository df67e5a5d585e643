/* test-issue-flow.c: the flow that is shipped, and texts that are none. */
#include "rules/bjt-issue-flow.h"

#include <string.h>

#define N_WALKS 200
#define N_WALK_STEPS 60

static const BjtFlowState *
state_of (const char *code)
{
  const BjtFlowState *state = bjt_issue_flow_find_state (bjt_issue_flow_get_default (), code);

  g_assert_nonnull (state);
  return state;
}

static const BjtFlowStep *
step_of (const char *code)
{
  const BjtFlowStep *step = bjt_issue_flow_find_step (bjt_issue_flow_get_default (), code);

  g_assert_nonnull (step);
  return step;
}

static BjtDate
day (int number)
{
  return bjt_date_from_ymd (2026, 11, number);
}

static BjtFlowFacts
all_facts (void)
{
  return (BjtFlowFacts) { .note = "因", .has_partner = TRUE, .day = day (30), .has_other = TRUE, .has_photo = TRUE,
                          .satisfaction = 3, .today = day (22), .due_on = day (25) };
}

/* How the steps lead, state by state; what is not named is forbidden. */
static void
table_of_steps (void)
{
  static const struct
  {
    const char *from, *steps;
  } cases[] = {
    { "reported", "accept=accepted settle=closed dispatch=dispatched refuse=refused handle=handled verify=verified reply=reported"
                  " postpone=reported suspend=suspended wait=waiting escalate=reported merge=merged duplicate=merged"
                  " step_ledger=reported step_persuade=reported step_notice=reported step_enforce=reported note=reported" },
    { "whistled", "arrive=dispatched whistle_result=handled return=accepted handle=handled settle=closed reply=whistled"
                  " postpone=whistled suspend=suspended wait=waiting escalate=whistled merge=merged duplicate=merged"
                  " step_ledger=whistled step_persuade=whistled step_notice=whistled step_enforce=whistled note=whistled" },
    { "handled", "verify=verified close=closed reject=dispatched reply=handled postpone=handled suspend=suspended wait=waiting"
                 " escalate=handled merge=merged duplicate=merged step_ledger=handled step_persuade=handled step_notice=handled"
                 " step_enforce=handled note=handled" },
    { "verified", "close=closed reject=dispatched reply=verified postpone=verified suspend=suspended wait=waiting"
                  " escalate=verified merge=merged duplicate=merged step_ledger=verified step_persuade=verified"
                  " step_notice=verified step_enforce=verified note=verified" },
    { "suspended", "reply=suspended postpone=suspended resume=handled merge=merged duplicate=merged note=suspended" },
    { "waiting", "reply=waiting postpone=waiting end_wait=handled merge=merged duplicate=merged note=waiting" },
    { "closed", "follow_up=followed_up reopen=accepted note=closed" },
    { "followed_up", "reopen=accepted follow_up=followed_up note=followed_up" },
    { "merged", "reopen=accepted note=merged" },
    { "refused", "reopen=accepted note=refused" },
  };
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BjtFlowState   *from = state_of (cases[i].from);
      g_autoptr (GPtrArray) steps = bjt_issue_flow_list_steps (flow, from);
      g_autoptr (GString)   text = g_string_new (NULL);

      for (guint s = 0; s < steps->len; s++)
        g_string_append_printf (text, "%s%s=%s", s > 0 ? " " : "", ((const BjtFlowStep *) steps->pdata[s])->code,
                                bjt_issue_flow_follow (flow, from, state_of ("handled"), steps->pdata[s])->code);
      g_assert_cmpstr (text->str, ==, cases[i].steps);
    }
}

static void
most_useful_first (void)
{
  static const char *const firsts[][2] = {
    { "reported", "accept" }, { "accepted", "dispatch" }, { "dispatched", "handle" }, { "whistled", "arrive" },
    { "handled", "verify" }, { "verified", "close" }, { "closed", "follow_up" }, { "merged", "reopen" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autoptr (GPtrArray) steps = bjt_issue_flow_list_steps (bjt_issue_flow_get_default (), state_of (firsts[i][0]));

      g_assert_cmpstr (((const BjtFlowStep *) steps->pdata[0])->code, ==, firsts[i][1]);
    }
}

/* Every state and every step has its box, its words and its clock. */
static void
states_are_whole (void)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  guint               n;
  const BjtFlowState *states = bjt_issue_flow_get_states (flow, &n);

  g_assert_cmpuint (n, ==, 12);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_pause = states[i].box < 0;

      g_assert_true (states[i].is_ended == (states[i].box == BJT_ISSUE_CLOSED));
      g_assert_true (states[i].stops_clock == (is_pause || states[i].is_ended));
      g_assert_cmpint (bjt_issue_flow_get_box (flow, states + i, state_of ("verified")), ==, is_pause ? BJT_ISSUE_VERIFIED : states[i].box);
    }
  for (int box = 0; box < BJT_N_ISSUE_STATUSES; box++)
    g_assert_cmpint (bjt_issue_flow_find_of_box (flow, box)->box, ==, box);
  g_assert_null (bjt_issue_flow_find_of_box (flow, -1));
  g_assert_null (bjt_issue_flow_find_of_box (flow, BJT_N_ISSUE_STATUSES));
  g_assert_null (bjt_issue_flow_find_state (flow, NULL));
  g_assert_null (bjt_issue_flow_find_step (flow, "reported"));
}

static gboolean
can_end (const BjtFlowState *state,
         guint               depth)
{
  const BjtIssueFlow   *flow = bjt_issue_flow_get_default ();
  g_autoptr (GPtrArray) steps = bjt_issue_flow_list_steps (flow, state);

  if (g_str_equal (state->code, "closed"))
    return TRUE;
  for (guint i = 0; depth > 0 && i < steps->len; i++)
    {
      const BjtFlowState *next = bjt_issue_flow_follow (flow, state, state_of ("accepted"), steps->pdata[i]);

      if (next != state && !(next->is_ended && !g_str_equal (next->code, "closed")) && can_end (next, depth - 1))
        return TRUE;
    }
  return FALSE;
}

static void
every_open_state_can_close (void)
{
  guint               n;
  const BjtFlowState *states = bjt_issue_flow_get_states (bjt_issue_flow_get_default (), &n);

  for (guint i = 0; i < n; i++)
    g_assert_true (states[i].is_ended || can_end (states + i, 3));
}

static void
ended_states_rest (void)
{
  static const char *const left[] = { "reopen", "follow_up", "note", NULL };
  guint                    n;
  const BjtFlowState      *states = bjt_issue_flow_get_states (bjt_issue_flow_get_default (), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) steps = bjt_issue_flow_list_steps (bjt_issue_flow_get_default (), states + i);

      for (guint s = 0; states[i].is_ended && s < steps->len; s++)
        g_assert_true (g_strv_contains (left, ((const BjtFlowStep *) steps->pdata[s])->code));
    }
}

/* Any step at all, taken when the check allows it. */
static void
random_walks (void)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  g_autoptr (GRand)   rand = g_rand_new_with_seed (5);
  guint               n_steps, n_states;
  const BjtFlowStep  *steps = bjt_issue_flow_get_steps (flow, &n_steps);
  const BjtFlowState *states = bjt_issue_flow_get_states (flow, &n_states);
  guint64             seen = 0;

  for (guint w = 0; w < N_WALKS; w++)
    {
      const BjtFlowState *state = bjt_issue_flow_get_first (flow), *before = NULL;

      for (guint i = 0; i < N_WALK_STEPS; i++)
        {
          const BjtFlowStep *step = steps + g_rand_int_range (rand, 0, (gint32) n_steps);
          BjtFlowFacts       facts = all_facts ();
          gboolean           allowed = bjt_issue_flow_check (flow, state, step, &facts, NULL);

          g_assert_true (allowed == bjt_issue_flow_allows (flow, state, step));
          if (!allowed)
            continue;
          before = step->target == BJT_FLOW_TO_STATE && step->to->box < 0 ? state : before;
          state = bjt_issue_flow_follow (flow, state, before, step);
          g_assert_true (state >= states && state < states + n_states);
          g_assert_cmpint (bjt_issue_flow_get_box (flow, state, before), >=, 0);
          seen |= G_GUINT64_CONSTANT (1) << (state - states);
        }
    }
  g_assert_cmphex (seen, ==, (G_GUINT64_CONSTANT (1) << n_states) - 1);
}

static void
needs (void)
{
  static const struct
  {
    const char *state, *step;
    guint       missing; /* BjtFlowNeeds */
    const char *word;
  } cases[] = {
    { "dispatched", "return", BJT_FLOW_NOTE, "note" },
    { "handled", "reject", BJT_FLOW_NOTE, "note" },
    { "closed", "reopen", BJT_FLOW_NOTE, "note" },
    { "reported", "refuse", BJT_FLOW_NOTE, "note" },
    { "accepted", "postpone", BJT_FLOW_NOTE, "note" },
    { "accepted", "postpone", BJT_FLOW_DAY, "day" },
    { "accepted", "suspend", BJT_FLOW_NOTE, "note" },
    { "accepted", "whistle", BJT_FLOW_PARTNER, "partner" },
    { "accepted", "merge", BJT_FLOW_OTHER, "other issue" },
    { "accepted", "duplicate", BJT_FLOW_OTHER, "other issue" },
    { "closed", "follow_up", BJT_FLOW_SATISFACTION, "content" },
    { "accepted", "step_notice", BJT_FLOW_DAY, "day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtFlowFacts       facts = all_facts ();
      g_autoptr (GError) error = NULL;

      g_assert_true (bjt_issue_flow_check (bjt_issue_flow_get_default (), state_of (cases[i].state), step_of (cases[i].step), &facts, NULL));
      facts.note = cases[i].missing == BJT_FLOW_NOTE ? " \t\n" : facts.note;
      facts.has_partner = cases[i].missing != BJT_FLOW_PARTNER;
      facts.day = cases[i].missing == BJT_FLOW_DAY ? BJT_DATE_NONE : facts.day;
      facts.has_other = cases[i].missing != BJT_FLOW_OTHER;
      facts.satisfaction = cases[i].missing == BJT_FLOW_SATISFACTION ? 0 : 3;
      g_assert_false (bjt_issue_flow_check (bjt_issue_flow_get_default (), state_of (cases[i].state), step_of (cases[i].step), &facts, &error));
      g_assert_error (error, BJT_ISSUE_FLOW_ERROR, BJT_ISSUE_FLOW_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

static void
refusals (void)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  BjtFlowFacts        facts = all_facts ();
  g_autoptr (GError)  error = NULL;

  g_assert_false (bjt_issue_flow_check (flow, state_of ("closed"), step_of ("handle"), &facts, &error));
  g_assert_error (error, BJT_ISSUE_FLOW_ERROR, BJT_ISSUE_FLOW_ERROR_FORBIDDEN);
  g_assert_cmpstr (error->message, ==, "the step “handle” is not possible while the issue is “closed”; possible are: follow_up, reopen, note");
  facts.day = day (25);
  g_assert_false (bjt_issue_flow_check (flow, state_of ("accepted"), step_of ("postpone"), &facts, NULL)); /* no later than it was */
  facts.day = day (26);
  g_assert_true (bjt_issue_flow_check (flow, state_of ("accepted"), step_of ("postpone"), &facts, NULL));
  facts.day = day (21);
  g_assert_false (bjt_issue_flow_check (flow, state_of ("accepted"), step_of ("step_notice"), &facts, NULL)); /* over */
  facts = all_facts ();
  facts.satisfaction = 4;
  g_assert_false (bjt_issue_flow_check (flow, state_of ("closed"), step_of ("follow_up"), &facts, NULL));
}

static void
tiers (void)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  BjtFlowFacts        facts = all_facts ();

  g_assert_cmpstr (bjt_issue_flow_get_tier_above (flow, NULL), ==, "社区");
  g_assert_cmpstr (bjt_issue_flow_get_tier_above (flow, "网格"), ==, "社区");
  g_assert_cmpstr (bjt_issue_flow_get_tier_above (flow, "社区"), ==, "街道");
  g_assert_null (bjt_issue_flow_get_tier_above (flow, "街道"));
  g_assert_cmpstr (bjt_issue_flow_get_tier_above (flow, "别的"), ==, "社区");
  facts.tier = "社区";
  g_assert_true (bjt_issue_flow_check (flow, state_of ("accepted"), step_of ("escalate"), &facts, NULL));
  facts.tier = "街道";
  g_assert_false (bjt_issue_flow_check (flow, state_of ("accepted"), step_of ("escalate"), &facts, NULL));
}

static void
four_steps_follow_each_other (void)
{
  static const char *const codes[] = { "step_ledger", "step_persuade", "step_notice", "step_enforce" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_true (step_of (codes[i])->next == (i + 1 < G_N_ELEMENTS (codes) ? step_of (codes[i + 1]) : NULL));
}

#define STATES "state a reported open runs A\nstate p same open stops P\nstate z closed ended stops Z\n"
#define STEPS "step end a,p z - - E\nstep pause a p - - P\nstep resume p back - - R\n"

/* Each breaks one line of a text that is whole. */
static void
hostile_texts (void)
{
  static const struct
  {
    const char *text;
    guint       line;
  } cases[] = {
    { "", 1 },
    { "\n\n# nothing\n", 4 },
    { "state\n", 1 },
    { "stat a reported open runs A", 1 },
    { "state a reported open runs", 1 },
    { "state A reported open runs A", 1 },
    { "state a nowhere open runs A", 1 },
    { "state a reported closed runs A", 1 },
    { "state a reported open waits A", 1 },
    { "state a accepted open runs A", 1 },  /* not the first box */
    { STATES "state a reported open runs A", 4 },
    { STATES "state y closed open runs Y", 4 },
    { STATES "state y handled ended stops Y", 4 },
    { STATES "state y closed ended runs Y", 4 },
    { STATES "group a a", 4 },
    { STATES "group g a,b", 4 },
    { STATES "group g a,,z", 4 },
    { STATES "step x a z - -", 4 },
    { STATES "step x a,b z - - X", 4 },
    { STATES "step x a b - - X", 4 },
    { STATES "step x a back - - X", 4 },
    { STATES "step x p p - - X", 4 },
    { STATES "step x z p - - X", 4 },
    { STATES "step x a z money - X", 4 },
    { STATES "step x a z note,? - X", 4 },
    { STATES "step x a z - dances X", 4 },
    { STATES "step x a z - replies? X", 4 },
    { STATES "step x a z - - \xff\xfe", 4 },
    { STATES STEPS "step end a z - - E", 7 },
    { STATES STEPS "next end nothing", 7 },
    { STATES STEPS "next end", 7 },
    { STATES STEPS "offer b end", 7 },
    { STATES STEPS "offer z end", 7 },
    { STATES STEPS "offer a end\noffer a pause", 8 },
    { STATES STEPS "tiers 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7", 7 },
    { STATES "step end a z - - E", 4 },  /* p is never reached */
    { STATES "step pause a p - - P\nstep x a,p a - - X", 5 },  /* never ends */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *line = g_strdup_printf ("line %u of ", cases[i].line);

      g_test_message ("%u: %s", i, cases[i].text);
      g_assert_null (bjt_issue_flow_new_from_text (cases[i].text, &error));
      g_assert_error (error, BJT_ISSUE_FLOW_ERROR, BJT_ISSUE_FLOW_ERROR_TEXT);
      g_assert_nonnull (strstr (error->message, line));
    }
}

static void
texts_without_end (void)
{
  g_autoptr (GString) states = g_string_new (STATES STEPS);
  g_autoptr (GString) steps = g_string_new (STATES STEPS);
  g_autoptr (GString) name = g_string_new ("state ");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (states, "state s%u handled open runs S\n", i);
  g_assert_null (bjt_issue_flow_new_from_text (states->str, NULL));
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (steps, "step s%u a z - - S\n", i);
  g_assert_null (bjt_issue_flow_new_from_text (steps->str, NULL));
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (name, 'a');
  g_string_append (name, " reported open runs A");
  g_assert_null (bjt_issue_flow_new_from_text (name->str, NULL));
}

static void
flow_of_ones_own (void)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (BjtIssueFlow) flow = bjt_issue_flow_new_from_text (STATES STEPS "offer a pause\r\n", &error);
  g_autoptr (GPtrArray)    steps = NULL;

  g_assert_no_error (error);
  steps = bjt_issue_flow_list_steps (flow, bjt_issue_flow_get_first (flow));
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (((const BjtFlowStep *) steps->pdata[0])->code, ==, "pause");
  g_assert_null (bjt_issue_flow_get_tier_above (flow, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/issue-flow/steps", table_of_steps);
  g_test_add_func ("/rules/issue-flow/most-useful-first", most_useful_first);
  g_test_add_func ("/rules/issue-flow/states", states_are_whole);
  g_test_add_func ("/rules/issue-flow/every-open-state-can-close", every_open_state_can_close);
  g_test_add_func ("/rules/issue-flow/ended-states-rest", ended_states_rest);
  g_test_add_func ("/rules/issue-flow/random-walks", random_walks);
  g_test_add_func ("/rules/issue-flow/needs", needs);
  g_test_add_func ("/rules/issue-flow/refusals", refusals);
  g_test_add_func ("/rules/issue-flow/tiers", tiers);
  g_test_add_func ("/rules/issue-flow/four-steps", four_steps_follow_each_other);
  g_test_add_func ("/rules/issue-flow/hostile-texts", hostile_texts);
  g_test_add_func ("/rules/issue-flow/texts-without-end", texts_without_end);
  g_test_add_func ("/rules/issue-flow/flow-of-ones-own", flow_of_ones_own);
  return g_test_run ();
}
