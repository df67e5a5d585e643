/* bjt-command-order.c: order: the orders of the hotline 12345. Lists mask who
 * called; what is printed as wrong with a file never repeats what it holds. */
#include "bjt-place-words.h"
#include "bjt-work-words.h"

#include <string.h>

#include "base/bjt-text.h"
#include "workspace/bjt-workspace-issues.h"
#include "workspace/bjt-workspace-orders.h"

#define MAX_SHOWN_PROBLEMS 40

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  int           argc;
  char        **argv; /* behind the word for what to do */
  char         *note;
  int           guess, seed, count;
  gboolean      dry_run, nowhere;
} Order;

static void
order_clear (Order *self)
{
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->note, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

/* Import */

static void
print_problems (const BjtImportReport *report,
                BjtListingFormat       format)
{
  static const char *const columns[] = { "sheet", "row", "severity", "code", "message", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  guint n = bjt_import_report_get_n_problems (report);
  guint shown = format == BJT_LISTING_TABLE ? MIN (n, MAX_SHOWN_PROBLEMS) : n;

  for (guint i = 0; i < shown; i++)
    {
      const BjtImportProblem *problem = bjt_import_report_get_problem (report, i);

      bjt_listing_add_text (listing, problem->sheet);
      bjt_listing_add_int (listing, problem->row);
      bjt_listing_add_text (listing, bjt_severity_get_name (problem->severity));
      bjt_listing_add_text (listing, problem->code);
      bjt_listing_add_text (listing, problem->message);
    }
  if (shown > 0)
    bjt_listing_print (listing, format);
  if (shown < n)
    g_print (_("… and %u more; --format csv lists them all\n"), n - shown);
}

static void
print_report (const Order        *self,
              const BjtOrderFile *file)
{
  static const char *const names[] = {
    "rows", "new_orders", "orders_matched", "orders_queued", "orders_closed", "order_repeats", "already_there", "orders_updated", "orders_twice", "rows_refused",
  };

  if (self->cli->format == BJT_LISTING_JSON)
    {
      g_autofree char *json = bjt_import_report_to_json (file->report);

      g_print ("%s\n", json);
      return;
    }
  if (self->cli->format == BJT_LISTING_TABLE)
    {
      g_print ("%s:", file->name);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (bjt_import_report_get_count (file->report, names[i]) > 0)
          g_print (" %s %u", names[i], bjt_import_report_get_count (file->report, names[i]));
      g_print ("\n");
    }
  print_problems (file->report, self->cli->format);
}

static BjtExit
import_orders (Order *self)
{
  if (self->argc < 1)
    return bjt_cli_usage (_("use: bjt order import FILE… [--dry-run]"));
  for (int i = 0; i < self->argc; i++)
    {
      GError *error = NULL;
      g_autoptr (BjtOrderFile) file = bjt_order_file_read (self->argv[i], NULL, &error);

      if (file == NULL || !bjt_workspace_import_orders (self->workspace, file, self->dry_run, &error))
        return bjt_cli_refuse (error);
      print_report (self, file);
    }
  return BJT_EXIT_GOOD;
}

/* Lists */

static const char *
get_match_name (int match)
{
  static const char *const names[] = { "unmatched", "guessed", "matched", "outside" };

  return match >= 0 && match <= BJT_ORDER_OUTSIDE ? names[match] : "";
}

static char *
dup_place (BjtWorkspace          *workspace,
           const BjtHotlineOrder *order)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  BjtPlaceGuess     place = { BJT_NO_INDEX, BJT_NO_INDEX, BJT_NO_INDEX, BJT_NO_INDEX, 0, 0, FALSE };

  place.door = bjt_uuid_is_nil (&order->door_id) ? BJT_NO_INDEX : bjt_picture_find_door (picture, &order->door_id);
  place.entrance = bjt_uuid_is_nil (&order->entrance_id) ? BJT_NO_INDEX : bjt_picture_find_entrance (picture, &order->entrance_id);
  place.building = place.entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, place.entrance)->building
                   : bjt_uuid_is_nil (&order->building_id) ? BJT_NO_INDEX : bjt_picture_find_building (picture, &order->building_id);
  return bjt_place_guess_dup_name (picture, &place);
}

static void
add_order (Order                 *self,
           BjtListing            *listing,
           const BjtHotlineOrder *order)
{
  bjt_listing_add_text (listing, order->number);
  bjt_listing_take_text (listing, bjt_work_words_dup_day (bjt_time_get_local_date (order->received_at)));
  bjt_listing_add_text (listing, get_match_name (order->match));
  bjt_listing_take_text (listing, dup_place (self->workspace, order));
  bjt_listing_add_text (listing, order->address);
  bjt_listing_take_text (listing, order->caller != NULL ? bjt_text_mask_name (order->caller) : NULL);
  bjt_listing_take_text (listing, order->phone != NULL ? bjt_text_mask_phone (order->phone) : NULL);
}

static BjtExit
list_orders (Order *self)
{
  static const char *const columns[] = { "number", "received_on", "match", "place", "address", "caller", "phone", "kind", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) orders = bjt_workspace_list_orders (self->workspace, &error);

  if (orders == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < orders->len; i++)
    {
      add_order (self, listing, orders->pdata[i]);
      bjt_listing_add_text (listing, ((BjtHotlineOrder *) orders->pdata[i])->kind_text);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static void
add_case (Order              *self,
          BjtListing         *listing,
          const BjtOrderCase *found)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  const BjtIssue   *repeat = found->repeats->len > 0 ? found->repeats->pdata[0] : NULL;

  add_order (self, listing, found->order);
  bjt_listing_add_text (listing, found->issue != NULL ? found->issue->number : NULL);
  bjt_listing_add_text (listing, found->issue != NULL ? found->issue->title : NULL);
  bjt_listing_take_text (listing, found->issue != NULL ? bjt_work_words_dup_day (found->issue->due_on) : NULL);
  for (guint i = 0; i < BJT_ORDER_GUESSES; i++)
    bjt_listing_take_text (listing, bjt_place_words_dup_guess (picture, found->guesses, i));
  bjt_listing_add_text (listing, repeat != NULL ? repeat->number : NULL);
}

static const char *const case_columns[] = {
  "number", "received_on", "match", "place", "address", "caller", "phone", "issue", "title", "due_on", "guess_1", "guess_2", "guess_3", "repeats", NULL,
};

static BjtExit
list_queue (Order *self)
{
  g_autoptr (BjtListing) listing = bjt_listing_new (case_columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) queue = bjt_workspace_list_order_queue (self->workspace, &error);

  if (queue == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < queue->len; i++)
    add_case (self, listing, queue->pdata[i]);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* NULL after printing why. */
static BjtOrderCase *
find_case (Order *self)
{
  GError       *error = NULL;
  BjtOrderCase *found = self->argc > 0 ? bjt_workspace_get_order_case (self->workspace, self->argv[0], &error) : NULL;

  if (found == NULL && error != NULL)
    bjt_cli_refuse (error);
  return found;
}

static BjtExit
show_order (Order *self)
{
  g_autoptr (BjtListing) listing = bjt_listing_new (case_columns);
  g_autoptr (BjtOrderCase) found = find_case (self);

  if (found == NULL)
    return self->argc > 0 ? BJT_EXIT_REFUSED : bjt_cli_usage (_("use: bjt order show NUMBER"));
  add_case (self, listing, found);
  bjt_listing_print (listing, self->cli->format);
  if (self->cli->format == BJT_LISTING_TABLE && found->order->content != NULL)
    g_print ("%s\n", found->order->content);
  return BJT_EXIT_GOOD;
}

/* Deciding */

static BjtExit
choose_place (Order              *self,
              const BjtOrderCase *found,
              BjtOrderPlace      *place)
{
  g_autofree char *words = self->argc > 1 ? g_strjoinv (" ", self->argv + 1) : NULL;
  BjtPlaceGuess    guess;

  *place = BJT_ORDER_PLACE_NONE;
  if (self->nowhere)
    return BJT_EXIT_GOOD;
  if (self->guess > 0 && (guint) self->guess <= found->guesses->len)
    guess = g_array_index (found->guesses, BjtPlaceGuess, (guint) self->guess - 1);
  else if (self->guess != 0)
    return bjt_cli_usage (_("there is no guess %d; bjt order show lists them"), self->guess);
  else if (words == NULL)
    return bjt_cli_usage (_("use: bjt order match NUMBER PLACE|--guess N|--nowhere"));
  else if (!bjt_place_words_find (self->workspace, words, &guess))
    return BJT_EXIT_REFUSED;
  bjt_order_place_init (place, bjt_workspace_get_picture (self->workspace), &guess);
  return BJT_EXIT_GOOD;
}

static BjtExit
match_order (Order *self)
{
  g_autoptr (BjtOrderCase) found = find_case (self);
  GError       *error = NULL;
  BjtOrderPlace place;
  BjtExit       exit_code;

  if (found == NULL)
    return self->argc > 0 ? BJT_EXIT_REFUSED : bjt_cli_usage (_("use: bjt order match NUMBER PLACE|--guess N|--nowhere"));
  exit_code = choose_place (self, found, &place);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  return bjt_workspace_place_order (self->workspace, &found->order->id, &place, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
return_order (Order *self)
{
  g_autoptr (BjtOrderCase) found = find_case (self);
  GError *error = NULL;

  if (found == NULL)
    return self->argc > 0 ? BJT_EXIT_REFUSED : bjt_cli_usage (_("use: bjt order return NUMBER [--note TEXT]"));
  return bjt_workspace_return_order (self->workspace, &found->order->id, self->note, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
merge_order (Order *self)
{
  g_autoptr (BjtOrderCase) found = find_case (self);
  g_autoptr (BjtIssue) other = NULL;
  GError *error = NULL;

  if (found == NULL)
    return self->argc > 0 ? BJT_EXIT_REFUSED : bjt_cli_usage (_("use: bjt order merge NUMBER [ISSUE]"));
  if (self->argc < 2 && found->repeats->len == 0)
    return bjt_cli_usage (_("nothing is proposed to merge it with; name the issue"));
  other = self->argc < 2 ? bjt_issue_copy (found->repeats->pdata[0]) : bjt_workspace_find_issue (self->workspace, self->argv[1], &error);
  if (other == NULL || !bjt_workspace_merge_order (self->workspace, &found->order->id, &other->id, &error))
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

static BjtExit
keep_order (Order *self)
{
  g_autoptr (BjtOrderCase) found = find_case (self);
  GError *error = NULL;

  if (found == NULL)
    return self->argc > 0 ? BJT_EXIT_REFUSED : bjt_cli_usage (_("use: bjt order keep NUMBER [--note TEXT]"));
  return bjt_workspace_keep_order_apart (self->workspace, &found->order->id, self->note, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
sample_orders (Order *self)
{
  GError *error = NULL;
  g_autofree char *text = NULL;

  if (self->argc != 1 || self->count < 1 || self->count > 100000)
    return bjt_cli_usage (_("use: bjt order sample FILE.csv [--count N] [--seed N]"));
  text = bjt_workspace_dup_sample_orders (self->workspace, (guint32) self->seed, (guint) self->count);
  return g_file_set_contents (self->argv[0], text, -1, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_order (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Order *self);
  } parts[] = {
    { "import", import_orders }, { "queue", list_queue }, { "list", list_orders }, { "show", show_order }, { "match", match_order },
    { "return", return_order },  { "merge", merge_order }, { "keep", keep_order }, { "sample", sample_orders },
  };
  g_auto (Order) self = { .cli = cli, .seed = 12345, .count = 60 };
  GOptionEntry   entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &self.dry_run, N_ ("Report only, change nothing"), NULL },
    { "guess", 'g', 0, G_OPTION_ARG_INT, &self.guess, N_ ("The guess of that number"), N_ ("N") },
    { "nowhere", 0, 0, G_OPTION_ARG_NONE, &self.nowhere, N_ ("It has no place of its own"), NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember"), N_ ("TEXT") },
    { "count", 0, 0, G_OPTION_ARG_INT, &self.count, N_ ("How many orders a sample has"), N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &self.seed, N_ ("Of the sample: the same seed gives the same orders"), N_ ("N") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("import|queue|list|show|match|return|merge|keep|sample …", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (strcmp (argv[1], parts[i].name) == 0)
      {
        self.argc = argc - 2;
        self.argv = argv + 2;
        self.workspace = bjt_cli_open (cli, &exit_code);
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt order import|queue|list|show|match|return|merge|keep|sample …"));
}
