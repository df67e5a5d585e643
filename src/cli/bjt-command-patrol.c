/* bjt-command-patrol.c: patrols of the grids: two slots a day. */
#include "bjt-work-words.h"

#include "workspace/bjt-workspace-patrol.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  int           grid;
  char         *slot;
  char         *on, *from, *to;
  char         *note;
  char        **arguments;
  guint         n_arguments;
} Patrol;

static const char *const slot_names[] = { "morning", "afternoon" };

static void
patrol_clear (Patrol *self)
{
  g_clear_object (&self->workspace);
  g_free (self->slot);
  g_free (self->on);
  g_free (self->from);
  g_free (self->to);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Patrol, patrol_clear)

static int
find_grid_number (const BjtPicture *picture,
                  const BjtUuid    *id)
{
  for (guint32 g = 0; g < picture->grids->len; g++)
    if (bjt_uuid_equal (&bjt_picture_get_grid (picture, g)->id, id))
      return bjt_picture_get_grid (picture, g)->number;
  return 0;
}

static char *
dup_issue_numbers (Patrol        *self,
                   const BjtUuid *patrol_id)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_list_patrol_issues (self->workspace, patrol_id, NULL);
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; issues != NULL && i < issues->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "", ((BjtIssue *) issues->pdata[i])->number);
  return g_string_free (numbers, FALSE);
}

static BjtExit
run_list (Patrol *self)
{
  static const char *const columns[] = { "key", "day", "grid", "slot", "from", "to", "by", "issues", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GPtrArray) patrols = NULL;
  BjtDate from = BJT_DATE_NONE, to = BJT_DATE_NONE;
  BjtUuid grid;
  GError *error = NULL;
  BjtExit exit_code;

  if ((exit_code = bjt_work_words_read_day ("--from", self->from, &from)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--to", self->to, &to)) != BJT_EXIT_GOOD)
    return exit_code;
  if (self->grid > 0 && !bjt_work_words_find_grid (self->workspace, self->grid, &grid))
    return BJT_EXIT_REFUSED;
  patrols = bjt_workspace_list_patrols (self->workspace, self->grid > 0 ? &grid : NULL, from, to, &error);
  if (patrols == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < patrols->len; i++)
    {
      const BjtPatrol *patrol = patrols->pdata[i];

      bjt_listing_take_text (listing, bjt_work_words_dup_key (&patrol->id));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (patrol->patrolled_on));
      bjt_listing_add_int (listing, find_grid_number (bjt_workspace_get_picture (self->workspace), &patrol->grid_id));
      bjt_listing_add_text (listing, slot_names[CLAMP (patrol->slot, 0, 1)]);
      bjt_listing_take_text (listing, bjt_work_words_dup_time (patrol->begun_at));
      bjt_listing_take_text (listing, bjt_work_words_dup_time (patrol->ended_at));
      bjt_listing_take_text (listing, bjt_work_words_dup_staff (self->workspace, &patrol->staff_id));
      bjt_listing_take_text (listing, dup_issue_numbers (self, &patrol->id));
      bjt_listing_add_text (listing, patrol->note);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_slots (Patrol *self)
{
  static const char *const columns[] = { "grid", "morning", "afternoon", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GArray) slots = NULL;
  BjtDate on = bjt_workspace_get_today (self->workspace);
  GError *error = NULL;
  BjtExit exit_code = bjt_work_words_read_day ("--on", self->on, &on);

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  slots = bjt_workspace_list_patrol_slots (self->workspace, on, &error);
  if (slots == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < slots->len; i++)
    {
      const BjtPatrolSlots *grid = &g_array_index (slots, BjtPatrolSlots, i);
      int                   number = bjt_picture_get_grid (bjt_workspace_get_picture (self->workspace), grid->grid)->number;

      if (self->grid > 0 && self->grid != number)
        continue;
      bjt_listing_add_int (listing, number);
      for (guint s = 0; s < BJT_N_PATROL_SLOTS; s++)
        bjt_listing_add_text (listing, bjt_uuid_is_nil (&grid->patrols[s]) ? "open" : grid->is_under_way[s] ? "under_way" : "done");
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* --from and --to are times of the day here. */
static BjtExit
read_times (Patrol    *self,
            BjtPatrol *patrol)
{
  int     from = 0, to = 0;
  BjtExit exit_code;

  if (self->from == NULL && self->to == NULL)
    return BJT_EXIT_GOOD;
  if (self->from == NULL || self->to == NULL)
    return bjt_cli_usage (_("from when to when? --from 08:30 --to 09:10"));
  if ((exit_code = bjt_work_words_read_minute ("--from", self->from, &from)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_minute ("--to", self->to, &to)) != BJT_EXIT_GOOD)
    return exit_code;
  patrol->begun_at = bjt_time_from_local (patrol->patrolled_on, from);
  patrol->ended_at = bjt_time_from_local (patrol->patrolled_on, to);
  return BJT_EXIT_GOOD;
}

static BjtExit
record (Patrol   *self,
        gboolean  is_over)
{
  g_autoptr (BjtPatrol) patrol = bjt_patrol_new ();
  g_autofree char *key = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  patrol->slot = -1;
  for (guint s = 0; s < BJT_N_PATROL_SLOTS; s++)
    if (g_strcmp0 (self->slot, slot_names[s]) == 0)
      patrol->slot = (int) s;
  patrol->patrolled_on = bjt_workspace_get_today (self->workspace);
  if (self->grid <= 0 || (self->slot != NULL && patrol->slot < 0) || (is_over && self->from == NULL && patrol->slot < 0))
    return bjt_cli_usage (_("use: bjt patrol begin --grid N, or bjt patrol add --grid N --slot morning|afternoon [--on DAY] [--from 08:30 --to 09:10] [--note TEXT]"));
  if ((exit_code = bjt_work_words_read_day ("--on", self->on, &patrol->patrolled_on)) != BJT_EXIT_GOOD
      || (is_over && (exit_code = read_times (self, patrol)) != BJT_EXIT_GOOD))
    return exit_code;
  if (!bjt_work_words_find_grid (self->workspace, self->grid, &patrol->grid_id))
    return BJT_EXIT_REFUSED;
  if (!is_over)
    patrol->slot = -1;
  patrol->note = g_strdup (self->note);
  if (!bjt_workspace_record_patrol (self->workspace, patrol, &error))
    return bjt_cli_refuse (error);
  key = bjt_work_words_dup_key (&patrol->id);
  g_print ("%s\n", key);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_begin (Patrol *self)
{
  return record (self, FALSE);
}

static BjtExit
run_add (Patrol *self)
{
  return record (self, TRUE);
}

/* NULL after printing why. */
static BjtPatrol *
find_patrol (Patrol *self)
{
  g_autoptr (GPtrArray) patrols = bjt_workspace_list_patrols (self->workspace, NULL, BJT_DATE_NONE, BJT_DATE_NONE, NULL);
  const BjtPatrol *found = patrols != NULL ? bjt_work_words_find_key (patrols, self->arguments[0]) : NULL;

  return found != NULL ? bjt_patrol_copy (found) : NULL;
}

static BjtExit
run_end (Patrol *self)
{
  g_autoptr (BjtPatrol) patrol = NULL;
  GError *error = NULL;
  BjtUuid grid;

  if (self->n_arguments != 1 && self->grid <= 0)
    return bjt_cli_usage (_("use: bjt patrol end KEY|--grid N [--note TEXT]"));
  if (self->n_arguments == 1)
    patrol = find_patrol (self);
  else if (bjt_work_words_find_grid (self->workspace, self->grid, &grid))
    {
      patrol = bjt_workspace_find_patrol_under_way (self->workspace, &grid, &error);
      if (patrol == NULL && error == NULL)
        g_printerr (_("bjt: no patrol of grid %d is under way\n"), self->grid);
      else if (patrol == NULL)
        return bjt_cli_refuse (error);
    }
  if (patrol == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_end_patrol (self->workspace, &patrol->id, self->note, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_remove (Patrol *self)
{
  g_autoptr (BjtPatrol) patrol = NULL;
  GError *error = NULL;

  if (self->n_arguments != 1)
    return bjt_cli_usage (_("use: bjt patrol remove KEY"));
  patrol = find_patrol (self);
  if (patrol == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_remove_patrol (self->workspace, &patrol->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_found (Patrol *self)
{
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (BjtPatrol) patrol = NULL;
  GError *error = NULL;

  if (self->n_arguments != 2)
    return bjt_cli_usage (_("use: bjt patrol found KEY ISSUE-NUMBER"));
  patrol = find_patrol (self);
  issues = patrol != NULL ? bjt_workspace_list_issues (self->workspace, NULL, FALSE, &error) : NULL;
  if (patrol == NULL)
    return BJT_EXIT_REFUSED;
  for (guint i = 0; issues != NULL && i < issues->len; i++)
    {
      const BjtIssue *issue = issues->pdata[i];

      if (g_strcmp0 (issue->number, self->arguments[1]) == 0)
        return bjt_workspace_attach_to_patrol (self->workspace, &patrol->id, &issue->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
    }
  if (error == NULL)
    g_set_error (&error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no issue %s"), self->arguments[1]);
  return bjt_cli_refuse (error);
}

BjtExit
bjt_command_patrol (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Patrol *self);
  } parts[] = {
    { "begin", run_begin }, { "end", run_end }, { "add", run_add }, { "found", run_found },
    { "list", run_list }, { "slots", run_slots }, { "remove", run_remove },
  };
  g_auto (Patrol) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "grid", 'g', 0, G_OPTION_ARG_INT, &self.grid, N_ ("Number of the grid"), N_ ("N") },
    { "slot", 's', 0, G_OPTION_ARG_STRING, &self.slot, N_ ("morning or afternoon"), N_ ("WORD") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &self.on, N_ ("The day; today when left out"), N_ ("DAY") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self.from, N_ ("When it began, or the first day of a list"), N_ ("TIME") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self.to, N_ ("When it ended, or the last day of a list"), N_ ("TIME") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember"), N_ ("TEXT") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("begin|end|add|found|list|slots|remove", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt patrol begin|end|add|found|list|slots|remove …"));
}
