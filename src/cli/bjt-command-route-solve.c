/* bjt-command-route-solve.c: route solve: plans an instance file of the field and
 * checks the plan. */
#include "bjt-cli.h"

#include <json-glib/json-glib.h>

#include "route/bjt-route-checker.h"
#include "route/bjt-route-file.h"
#include "route/bjt-route-solver.h"

#define DEFAULT_SECONDS 2.0

typedef struct
{
  char         *path;
  double        seconds, best_known;
  gint64        n_rounds, seed;
  int           n_workers;
  BjtRouteFile *file;
  BjtRoutePlan *plan;
  GArray       *faults;
  double        first_at; /* CPU seconds until the first plan */
  guint64       n_done;
} Solve;

static void
solve_clear (Solve *self)
{
  g_free (self->path);
  g_clear_pointer (&self->file, bjt_route_file_free);
  g_clear_pointer (&self->plan, bjt_route_plan_free);
  g_clear_pointer (&self->faults, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Solve, solve_clear)

static void
note_progress (const BjtRouteProgress *progress,
               gpointer                user_data)
{
  Solve *self = user_data;

  if (self->first_at < 0)
    self->first_at = progress->seconds;
  self->n_done = progress->n_rounds;
  bjt_cli_show_progress (progress->fraction, NULL);
}

static gboolean
is_by_prize (const Solve *self)
{
  return bjt_route_problem_get_objective (self->file->problem)->priority_first;
}

/* What the field compares: the prizes, or ways and prizes missed in units of the file. */
static double
get_value (const Solve *self)
{
  if (is_by_prize (self))
    return (double) (self->plan->prize + self->file->given_prize);
  return (double) (self->plan->cost + self->plan->prize_missed) / self->file->scale;
}

static double
get_gap (const Solve *self)
{
  double value = get_value (self);

  return 100 * (is_by_prize (self) ? self->best_known - value : value - self->best_known) / self->best_known;
}

static void
print_csv (const Solve *self)
{
  static const char *const columns[] = { "route", "index", "stop", "arrival", "wait", "begin", "end", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  double scale = self->file->scale;

  for (guint k = 0; k < self->plan->routes->len; k++)
    {
      const BjtRoute *route = self->plan->routes->pdata[k];

      for (guint i = 0; i < route->visits->len; i++)
        {
          const BjtRouteVisit *visit = &g_array_index (route->visits, BjtRouteVisit, i);

          bjt_listing_add_int (listing, k + 1);
          bjt_listing_add_int (listing, i + 1);
          bjt_listing_add_int (listing, self->file->numbers[visit->stop]);
          bjt_listing_add_number (listing, visit->arrival / scale);
          bjt_listing_add_number (listing, visit->wait / scale);
          bjt_listing_add_number (listing, visit->begin / scale);
          bjt_listing_add_number (listing, visit->end / scale);
        }
    }
  bjt_listing_print (listing, BJT_LISTING_CSV);
}

static void
print_table (const Solve *self)
{
  for (guint k = 0; k < self->plan->routes->len; k++)
    {
      const BjtRoute *route = self->plan->routes->pdata[k];
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < route->visits->len; i++)
        g_string_append_printf (line, " %u", self->file->numbers[g_array_index (route->visits, BjtRouteVisit, i).stop]);
      if (route->visits->len > 0)
        g_print ("%u:%s\n", k + 1, line->str);
    }
  for (guint i = 0; i < self->plan->unserved->len; i++)
    {
      const BjtRouteUnserved *one = &g_array_index (self->plan->unserved, BjtRouteUnserved, i);

      g_print (_("Not seen: %u (%s)\n"), self->file->numbers[one->stop], bjt_route_reason_get_name (one->reason));
    }
  if (is_by_prize (self))
    g_print (_("Prize: %.0f\n"), get_value (self));
  else
    g_print (_("Cost: %.10g\n"), get_value (self));
  if (self->best_known > 0)
    g_print (_("Gap to the best known: %.2f %%\n"), get_gap (self));
  for (guint i = 0; i < self->faults->len; i++)
    {
      g_autofree char *text = bjt_route_fault_dup_text (&g_array_index (self->faults, BjtRouteFault, i));

      g_print ("%s\n", text);
    }
  if (self->plan->is_proven)
    g_print ("%s\n", _("Proven: every order was looked at, none is better."));
  g_print ("%s\n", self->faults->len == 0 ? _("Checked: the plan keeps every promise.") : _("Checked: the plan cannot be walked."));
}

static void
write_routes (const Solve *self,
              JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "routes");
  json_builder_begin_array (builder);
  for (guint k = 0; k < self->plan->routes->len; k++)
    {
      const BjtRoute *route = self->plan->routes->pdata[k];

      json_builder_begin_array (builder);
      for (guint i = 0; i < route->visits->len; i++)
        json_builder_add_int_value (builder, self->file->numbers[g_array_index (route->visits, BjtRouteVisit, i).stop]);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "unserved");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->plan->unserved->len; i++)
    {
      const BjtRouteUnserved *one = &g_array_index (self->plan->unserved, BjtRouteUnserved, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "stop");
      json_builder_add_int_value (builder, self->file->numbers[one->stop]);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, bjt_route_reason_get_name (one->reason));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_number (JsonBuilder *builder,
              const char  *name,
              double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
print_json (const Solve *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, self->file->name != NULL ? self->file->name : "");
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, bjt_route_file_kind_get_name (self->file->kind));
  write_number (builder, "value", get_value (self));
  if (self->best_known > 0)
    write_number (builder, "gap_percent", get_gap (self));
  write_number (builder, "first_seconds", self->first_at);
  json_builder_set_member_name (builder, "rounds");
  json_builder_add_int_value (builder, (gint64) self->n_done);
  json_builder_set_member_name (builder, "feasible");
  json_builder_add_boolean_value (builder, self->faults->len == 0);
  json_builder_set_member_name (builder, "proven");
  json_builder_add_boolean_value (builder, self->plan->is_proven);
  write_routes (self, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
}

static BjtExit
run (Solve   *self,
     BjtCli  *cli)
{
  BjtRouteBudget budget = { .seconds = self->seconds, .n_rounds = (guint64) self->n_rounds, .seed = (guint64) self->seed,
                            .progress = note_progress, .user_data = self };
  GError *error = NULL;

  self->file = bjt_route_file_read (self->path, (guint) self->n_workers, &error);
  if (self->file == NULL)
    return bjt_cli_refuse (error);
  self->first_at = -1;
  self->plan = bjt_route_solve (self->file->problem, &budget, NULL, &error);
  if (self->plan == NULL)
    return bjt_cli_refuse (error);
  self->faults = bjt_route_check (self->file->problem, self->plan);
  if (cli->format == BJT_LISTING_CSV)
    print_csv (self);
  else if (cli->format == BJT_LISTING_JSON)
    print_json (self);
  else
    print_table (self);
  return self->faults->len == 0 ? BJT_EXIT_GOOD : BJT_EXIT_REFUSED;
}

BjtExit
bjt_command_route_solve (BjtCli *cli,
                         int     argc,
                         char  **argv)
{
  g_auto (Solve) self = { .seconds = -1, .seed = 1 };
  const GOptionEntry entries[] = {
    { "budget", 0, 0, G_OPTION_ARG_DOUBLE, &self.seconds, N_ ("CPU seconds"), N_ ("SECONDS") },
    { "iterations", 0, 0, G_OPTION_ARG_INT64, &self.n_rounds, N_ ("Rounds: the same plan every time"), N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &self.seed, N_ ("Where chance begins"), N_ ("N") },
    { "workers", 0, 0, G_OPTION_ARG_INT, &self.n_workers, N_ ("Routes of a TOPTW file"), N_ ("M") },
    { "best-known", 0, 0, G_OPTION_ARG_DOUBLE, &self.best_known, N_ ("Print the gap to this value"), N_ ("VALUE") },
    { NULL }
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("FILE", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 2)
    return bjt_cli_usage (_("use: bjt route solve FILE [--budget SECONDS | --iterations N] [--seed N] [--workers M]"));
  if (self.n_rounds < 0 || self.n_workers < 0 || self.n_workers > 1000 || self.seconds > 86400)
    return bjt_cli_usage (_("--iterations, --workers and --budget want a number that makes sense"));
  self.path = g_strdup (argv[1]);
  if (self.seconds <= 0)
    self.seconds = self.n_rounds > 0 ? 0 : DEFAULT_SECONDS;
  return run (&self, cli);
}
