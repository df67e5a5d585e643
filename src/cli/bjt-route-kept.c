/* bjt-route-kept.c: saved plans of routes: list, show, change by hand, note what came
 * of them, plan the rest again at midday. */
#include <stdlib.h>
#include <string.h>

#include "bjt-route-paper.h"
#include "bjt-route-parts.h"
#include "bjt-route-words.h"
#include "bjt-work-words.h"
#include "workspace/bjt-names.h"

typedef struct
{
  BjtCli        *cli;
  BjtWorkspace  *workspace;
  BjtSavedRoutes *saved;   /* NULL: of all plans */
  char         **words;    /* after the number */
  int            n_words;
  int            worker, index;
  char          *day;
  char          *now;
  char          *note;
  char          *kind;
  BjtRoutePaper  paper;
} Kept;

static void
kept_clear (Kept *self)
{
  g_clear_object (&self->workspace);
  bjt_saved_routes_free (self->saved);
  g_free (self->day);
  g_free (self->now);
  g_free (self->note);
  g_free (self->kind);
  bjt_route_paper_clear (&self->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

static BjtExit
list_plans (Kept *self)
{
  static const char *const columns[] = { "number", "day", "days", "grid", "closed", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) plans = bjt_workspace_list_visit_plans (self->workspace, &error);

  if (plans == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < plans->len; i++)
    {
      const BjtVisitPlan *plan = plans->pdata[i];

      bjt_listing_add_text (listing, plan->number);
      bjt_listing_take_text (listing, bjt_date_dup_string (plan->from_on));
      bjt_listing_add_int (listing, plan->n_days);
      bjt_listing_add_int (listing, plan->grid);
      bjt_listing_add_text (listing, plan->is_closed ? _("yes") : _("no"));
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static void
add_stop (const Kept             *self,
          BjtListing             *listing,
          const BjtVisitPlanStop *stop)
{
  gboolean is_on_route = stop->worker >= 0;

  bjt_listing_take_text (listing, bjt_work_words_dup_key (&stop->id));
  bjt_listing_take_text (listing, is_on_route ? g_strdup_printf ("%d", stop->worker + 1) : NULL);
  bjt_listing_take_text (listing, is_on_route ? g_strdup_printf ("%d", stop->position + 1) : NULL);
  bjt_listing_take_text (listing, bjt_work_words_dup_door (self->workspace, &stop->door_id));
  bjt_listing_take_text (listing, is_on_route ? bjt_route_words_dup_clock (stop->begins) : NULL);
  bjt_listing_add_text (listing, stop->outcome >= 0 ? bjt_names_of_outcome (stop->outcome) : NULL);
  bjt_listing_add_text (listing, stop->reason != NULL ? bjt_route_words_get_saved_reason (stop->reason) : NULL);
}

/* As it was saved; with -o as it is with the facts of today. */
static BjtExit
show_plan (Kept *self)
{
  static const char *const columns[] = { "stop", "worker", "number", "place", "begin", "outcome", "reason", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtVisitRoutes) routes = NULL;
  GError *error = NULL;

  if (self->paper.output != NULL)
    {
      routes = bjt_workspace_restore_routes (self->workspace, self->saved, &error);
      return routes != NULL && bjt_route_paper_write (&self->paper, self->workspace, routes, self->saved->plan->number, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
    }
  for (guint i = 0; i < self->saved->stops->len; i++)
    add_stop (self, listing, self->saved->stops->pdata[i]);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
remove_plan (Kept *self)
{
  GError *error = NULL;

  return bjt_workspace_remove_visit_plan (self->workspace, self->saved->plan->number, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* Changing by hand */

typedef BjtVisitRoutes *(*ChangeFunc) (const Kept *self, const BjtVisitRoutes *routes, const BjtUuid *door_id, GError **error);

static guint
find_shift (const Kept           *self,
            const BjtVisitRoutes *routes)
{
  BjtDate on = self->day != NULL ? bjt_date_parse (self->day) : routes->facts->wish->from_on;

  for (guint s = 0; s < routes->facts->shifts->len; s++)
    {
      const BjtRouteShiftFacts *facts = &g_array_index (routes->facts->shifts, BjtRouteShiftFacts, s);

      if ((int) facts->worker == self->worker - 1 && facts->on == on)
        return s;
    }
  return BJT_ROUTE_NONE;
}

static BjtVisitRoutes *
move_door (const Kept           *self,
           const BjtVisitRoutes *routes,
           const BjtUuid        *door_id,
           GError              **error)
{
  guint shift = find_shift (self, routes), index;

  if (self->worker <= 0 && !bjt_visit_routes_find (routes, door_id, &shift, &index))
    shift = 0;
  return bjt_visit_routes_move (routes, door_id, shift, (guint) MAX (self->index - 1, 0), error);
}

static BjtVisitRoutes *
insert_door (const Kept           *self,
             const BjtVisitRoutes *routes,
             const BjtUuid        *door_id,
             GError              **error)
{
  return bjt_visit_routes_insert (routes, door_id, self->worker > 0 ? find_shift (self, routes) : BJT_ROUTE_NONE, error);
}

static BjtVisitRoutes *
drop_door (const Kept           *self,
           const BjtVisitRoutes *routes,
           const BjtUuid        *door_id,
           GError              **error)
{
  return bjt_visit_routes_drop (routes, door_id, error);
}

static BjtVisitRoutes *
pin_door (const Kept           *self,
          const BjtVisitRoutes *routes,
          const BjtUuid        *door_id,
          GError              **error)
{
  static const struct
  {
    const char     *name;
    BjtRoutePinKind kind;
  } kinds[] = { { "shift", BJT_ROUTE_PIN_SHIFT }, { "first", BJT_ROUTE_PIN_FIRST }, { "last", BJT_ROUTE_PIN_LAST }, { "locked", BJT_ROUTE_PIN_LOCKED } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (self->kind != NULL ? self->kind : "shift", kinds[i].name) == 0)
      return bjt_visit_routes_pin (routes, door_id, kinds[i].kind, error);
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, _("a pin is shift, first, last or locked, not “%s”"), self->kind);
  return NULL;
}

static BjtVisitRoutes *
unpin_door (const Kept           *self,
            const BjtVisitRoutes *routes,
            const BjtUuid        *door_id,
            GError              **error)
{
  return bjt_visit_routes_unpin (routes, door_id, error);
}

static BjtExit
keep (Kept                 *self,
      const BjtVisitRoutes *routes)
{
  GError          *error = NULL;
  g_autofree char *number = bjt_workspace_save_visit_plan (self->workspace, routes, self->saved->plan->number, &error);

  if (number == NULL)
    return bjt_cli_refuse (error);
  bjt_route_words_print (routes, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
change (Kept      *self,
        ChangeFunc func)
{
  GError *error = NULL;
  g_autoptr (BjtVisitRoutes) before = NULL;
  g_autoptr (BjtVisitRoutes) after = NULL;
  BjtExit exit_code;
  guint32 door;

  if (self->n_words < 1)
    return bjt_cli_usage (_("which door? bjt route move NUMBER DOOR …"));
  door = bjt_cli_find_door (self->workspace, self->words[0]);
  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  before = bjt_workspace_restore_routes (self->workspace, self->saved, &error);
  after = before != NULL ? func (self, before, &bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), door)->id, &error) : NULL;
  if (after == NULL)
    return bjt_cli_refuse (error);
  exit_code = keep (self, after);
  if (exit_code == BJT_EXIT_GOOD)
    g_printerr (_("bjt: %+d s of way and waiting\n"), bjt_visit_routes_compare_way (before, after));
  return exit_code;
}

static BjtExit
move_stop (Kept *self)
{
  return change (self, move_door);
}

static BjtExit
insert_stop (Kept *self)
{
  return change (self, insert_door);
}

static BjtExit
drop_stop (Kept *self)
{
  return change (self, drop_door);
}

static BjtExit
pin_stop (Kept *self)
{
  return change (self, pin_door);
}

static BjtExit
unpin_stop (Kept *self)
{
  return change (self, unpin_door);
}

/* From the routes there are, around what is pinned. */
static BjtVisitRoutes *
improve (const Kept *self,
         GError    **error)
{
  g_autoptr (BjtVisitRoutes) routes = bjt_workspace_restore_routes (self->workspace, self->saved, error);

  return routes != NULL ? bjt_visit_routes_solve (routes->facts, routes->pins, routes, NULL, error) : NULL;
}

/* The open stops again; at midday from now, from where each is. */
static BjtExit
plan_again (Kept *self)
{
  g_autoptr (BjtRouteWish) wish = NULL;
  g_autoptr (BjtVisitRoutes) routes = NULL;
  GError *error = NULL;
  int     now = 0;
  BjtExit exit_code = self->now != NULL ? bjt_work_words_read_minute ("--now", self->now, &now) : BJT_EXIT_GOOD;

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  wish = now > 0 ? bjt_workspace_dup_saved_wish (self->workspace, self->saved, now) : NULL;
  routes = wish != NULL ? bjt_workspace_plan_routes (self->workspace, wish, NULL, &error) : improve (self, &error);
  return routes != NULL ? keep (self, routes) : bjt_cli_refuse (error);
}

/* Closing out */

/* "DOOR=met": the door as it is called, the outcome by its name. */
static gboolean
read_result (Kept          *self,
             const char    *word,
             BjtStopResult *result)
{
  const char      *sign = strrchr (word, '=');
  g_autofree char *place = sign != NULL ? g_strndup (word, (gsize) (sign - word)) : NULL;
  guint32          door;

  if (sign == NULL || (result->outcome = bjt_names_find_outcome (sign + 1)) < 0)
    {
      bjt_cli_usage (_("write each as DOOR=OUTCOME, such as 3-2-501=met; not “%s”"), word);
      return FALSE;
    }
  door = bjt_cli_find_door (self->workspace, place);
  for (guint i = 0; door != BJT_NO_INDEX && i < self->saved->stops->len; i++)
    {
      const BjtVisitPlanStop *stop = self->saved->stops->pdata[i];

      if (bjt_uuid_equal (&stop->door_id, &bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), door)->id))
        {
          result->stop_id = stop->id;
          result->next_on = BJT_DATE_NONE;
          result->note = self->note;
          return TRUE;
        }
    }
  if (door != BJT_NO_INDEX)
    g_printerr (_("bjt: the plan has no stop at %s\n"), place);
  return FALSE;
}

static BjtExit
note_results (Kept    *self,
              gboolean close)
{
  g_autofree BjtStopResult *results = g_new0 (BjtStopResult, self->n_words + 1);
  GError *error = NULL;

  for (int i = 0; i < self->n_words; i++)
    if (!read_result (self, self->words[i], &results[i]))
      return BJT_EXIT_REFUSED;
  return bjt_workspace_note_stop_results (self->workspace, self->saved->plan->number, results, (guint) self->n_words, close, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
note_stops (Kept *self)
{
  return note_results (self, FALSE);
}

static BjtExit
close_plan (Kept *self)
{
  return note_results (self, TRUE);
}

static const struct
{
  const char *name;
  BjtExit (*func) (Kept *self);
  gboolean has_number;
} parts[] = {
  { "list", list_plans, FALSE }, { "show", show_plan, TRUE }, { "move", move_stop, TRUE }, { "insert", insert_stop, TRUE },
  { "drop", drop_stop, TRUE }, { "pin", pin_stop, TRUE }, { "unpin", unpin_stop, TRUE }, { "replan", plan_again, TRUE },
  { "note", note_stops, TRUE }, { "close", close_plan, TRUE }, { "remove", remove_plan, TRUE },
};

static BjtExit
run_part (Kept   *self,
          guint   part,
          int     argc,
          char  **argv)
{
  GError *error = NULL;
  BjtExit exit_code;

  if (parts[part].has_number && argc < 2)
    return bjt_cli_usage (_("which plan? bjt route list shows their numbers"));
  self->workspace = bjt_cli_open (self->cli, &exit_code);
  if (self->workspace == NULL)
    return exit_code;
  if (parts[part].has_number)
    {
      self->saved = bjt_workspace_load_visit_plan (self->workspace, argv[1], &error);
      if (self->saved == NULL)
        return bjt_cli_refuse (error);
      self->words = argv + 2;
      self->n_words = argc - 2;
    }
  return parts[part].func (self);
}

BjtExit
bjt_route_kept_run (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  g_auto (Kept) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "worker", 0, 0, G_OPTION_ARG_INT, &self.worker, N_ ("To this worker's route, counted from 1"), N_ ("N") },
    { "at", 0, 0, G_OPTION_ARG_INT, &self.index, N_ ("To this place on it, counted from 1"), N_ ("N") },
    { "day", 0, 0, G_OPTION_ARG_STRING, &self.day, N_ ("On this day of the plan; the first when left out"), N_ ("DAY") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self.kind, N_ ("Pin to the shift, first, last, or locked in its order"), N_ ("WORD") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &self.now, N_ ("From this time on, each from the last door noted"), N_ ("TIME") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &self.note, N_ ("What was said, for all doors named"), N_ ("TEXT") },
    BJT_ROUTE_PAPER_ENTRIES (self.paper),
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("list|show NUMBER|move NUMBER DOOR|insert NUMBER DOOR|drop NUMBER DOOR|pin NUMBER DOOR|unpin NUMBER DOOR|replan NUMBER|note NUMBER DOOR=OUTCOME…|close NUMBER DOOR=OUTCOME…|remove NUMBER",
                      entries, &argc, &argv, &exit_code))
    return exit_code;
  if ((exit_code = bjt_route_paper_check (&self.paper)) != BJT_EXIT_GOOD)
    return exit_code;
  for (guint i = 0; argc > 0 && i < G_N_ELEMENTS (parts); i++)
    if (strcmp (argv[0], parts[i].name) == 0)
      return run_part (&self, i, argc, argv);
  return bjt_cli_usage (_("use: bjt route list|show|move|insert|drop|pin|unpin|replan|note|close|remove NUMBER …"));
}
