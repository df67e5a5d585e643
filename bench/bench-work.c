/* bench-work.c FILE: the work of a community: reading its ledger, reading it
 * again after a visit and after an issue changed (both are undone), filtering,
 * counting the tabs, and the report of a year, each indicator by each thing it
 * can be shown by. Each is the median of some runs, the first left out, in
 * milliseconds of processor time: other programs do not change it much. Prints
 * JSON. */
#include "rules/bjt-work-indicator.h"
#include "workspace/bjt-workspace-ledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 9 /* the first is left out */

typedef struct
{
  const char     *path;
  BjtClock        clock;
  BjtWorkspace   *workspace;
  BjtLedger      *ledger;
  BjtLedgerFilter filter;
} Bench;

typedef void (*Step) (Bench *self);

static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
stop_on (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "bench-work: %s\n", error->message);
  exit (1);
}

/* @before runs outside of what is measured. */
static double
measure (Bench *self,
         Step   before,
         Step   step)
{
  double times[RUNS];

  for (int run = 0; run < RUNS; run++)
    {
      double began;

      if (before != NULL)
        before (self);
      began = get_ms ();
      step (self);
      times[run] = get_ms () - began;
    }
  qsort (times + 1, RUNS - 1, sizeof (double), compare_times);
  return times[1 + (RUNS - 1) / 2];
}

static void
open_community (Bench *self)
{
  GError *error = NULL;

  g_clear_object (&self->workspace);
  self->workspace = bjt_workspace_open (self->path, &self->clock, &error);
  stop_on (error);
}

static void
read_ledger (Bench *self)
{
  GError *error = NULL;

  self->ledger = bjt_workspace_get_ledger (self->workspace, &error);
  stop_on (error);
}

static void
visit (Bench *self)
{
  g_autoptr (BjtVisit) record = bjt_visit_new ();
  GError *error = NULL;

  record->door_id = bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), 0)->id;
  record->visited_on = bjt_workspace_get_today (self->workspace);
  bjt_workspace_record_visits (self->workspace, &record, 1, &error);
  stop_on (error);
}

static void
report_issue (Bench *self)
{
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  GError *error = NULL;

  issue->door_id = bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), 0)->id;
  issue->title = g_strdup ("bench");
  bjt_workspace_report_issue (self->workspace, issue, &error);
  stop_on (error);
}

static void
filter_open (Bench *self)
{
  g_autoptr (GArray) found = NULL;

  self->filter.span = BJT_LEDGER_OPEN;
  self->filter.text = NULL;
  found = bjt_ledger_filter_list (&self->filter, self->ledger, BJT_LEDGER_BY_CLOCK);
}

static void
filter_all_by_place (Bench *self)
{
  g_autoptr (GArray) found = NULL;

  self->filter.span = BJT_LEDGER_ANY;
  self->filter.text = NULL;
  found = bjt_ledger_filter_list (&self->filter, self->ledger, BJT_LEDGER_BY_PLACE);
}

static void
filter_text (Bench *self)
{
  g_autoptr (GArray) found = NULL;

  self->filter.span = BJT_LEDGER_ANY;
  self->filter.text = "漏水 2026";
  found = bjt_ledger_filter_list (&self->filter, self->ledger, BJT_LEDGER_BY_NUMBER);
}

static void
count_tabs (Bench *self)
{
  g_autoptr (BjtLedgerTally) tally = NULL;

  self->filter.text = NULL;
  tally = bjt_ledger_filter_count (&self->filter, self->ledger);
}

static void
report_year (Bench *self)
{
  BjtWorkQuery query;

  bjt_work_query_init (&query, self->ledger, bjt_workspace_get_picture (self->workspace));
  query.from_on = bjt_date_add_months (query.to_on + 1, -12);
  for (guint i = 0; i < BJT_N_WORK_INDICATORS; i++)
    for (guint group = 0; group < BJT_N_WORK_GROUPS; group++)
      {
        const BjtWorkIndicator  *indicator = &bjt_work_indicator_get_all ()[i];
        g_autoptr (BjtWorkTable) table = NULL;

        query.group = (BjtWorkGroup) group;
        if ((indicator->groups >> group & 1) != 0)
          table = bjt_work_indicator_count (indicator, &query);
      }
}

static void
print_figures (Bench *self)
{
  double load = measure (self, open_community, read_ledger);
  double after_visit, after_issue;

  after_visit = measure (self, visit, read_ledger);
  after_issue = measure (self, report_issue, read_ledger);
  bjt_workspace_init_ledger_filter (self->workspace, &self->filter);
  printf ("{\"persons\": %u, \"visits\": %u, \"issues\": %u, \"load_ms\": %.3f, \"visit_ms\": %.3f, \"issue_ms\": %.3f,",
          bjt_workspace_get_picture (self->workspace)->persons->len, self->ledger->visits->len, self->ledger->issues->len,
          load, after_visit, after_issue);
  printf (" \"open_ms\": %.3f, \"place_ms\": %.3f, \"text_ms\": %.3f, \"tabs_ms\": %.3f, \"year_ms\": %.3f}\n",
          measure (self, NULL, filter_open), measure (self, NULL, filter_all_by_place), measure (self, NULL, filter_text),
          measure (self, NULL, count_tabs), measure (self, NULL, report_year));
}

static void
undo_all (Bench *self)
{
  for (int i = 0; i < 2 * RUNS; i++)
    bjt_workspace_undo (self->workspace, NULL);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { .path = argc > 1 ? argv[1] : NULL };

  if (self.path == NULL)
    {
      fprintf (stderr, "bench-work: a FILE is needed\n");
      return 1;
    }
  bjt_clock_init_as_of (&self.clock, bjt_date_from_ymd (2026, 11, 22));
  print_figures (&self);
  undo_all (&self);
  g_object_unref (self.workspace);
  return 0;
}
