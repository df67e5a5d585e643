/* bjt-command-visits.c: visit list, correct, remove. The journal keeps what a visit
 * was before; each is one action that undo takes back. */
#include <string.h>

#include "bjt-work-words.h"
#include "workspace/bjt-names.h"
#include "workspace/bjt-workspace-visits.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *words;
  char         *outcome, *mode, *on, *next, *note, *purposes;
  int           limit;
} Visits;

static void
visits_clear (Visits *self)
{
  char **const all[] = { &self->words, &self->outcome, &self->mode, &self->on, &self->next, &self->note, &self->purposes };

  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visits, visits_clear)

static BjtExit
list_visits (Visits *self)
{
  static const char *const columns[] = { "key", "day", "door", "outcome", "mode", "persons", "by", "next", "purposes", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GPtrArray) visits = NULL;
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32 door = self->words != NULL ? bjt_cli_find_door (self->workspace, self->words) : BJT_NO_INDEX;
  GError *error = NULL;

  if (self->words != NULL && door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  visits = bjt_workspace_list_visits (self->workspace, door != BJT_NO_INDEX ? &bjt_picture_get_door (picture, door)->id : NULL,
                                      (guint) CLAMP (self->limit, 1, 100000), &error);
  if (visits == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < visits->len; i++)
    {
      const BjtVisit *visit = visits->pdata[i];
      g_autoptr (GPtrArray) persons = visit->names_persons ? bjt_workspace_list_visit_persons (self->workspace, &visit->id, NULL) : NULL;

      bjt_listing_take_text (listing, bjt_work_words_dup_key (&visit->id));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (visit->visited_on));
      bjt_listing_take_text (listing, bjt_work_words_dup_door (self->workspace, &visit->door_id));
      bjt_listing_add_text (listing, bjt_names_of_outcome (visit->outcome));
      bjt_listing_add_text (listing, bjt_names_of_visit_mode (visit->mode));
      bjt_listing_add_int (listing, persons != NULL ? persons->len : 0);
      bjt_listing_take_text (listing, bjt_work_words_dup_staff (self->workspace, &visit->staff_id));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (visit->next_on));
      bjt_listing_add_text (listing, visit->purposes);
      bjt_listing_add_text (listing, visit->note);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* NULL after printing why. */
static BjtVisit *
find_visit (Visits *self)
{
  g_autoptr (GPtrArray) visits = bjt_workspace_list_visits (self->workspace, NULL, 0, NULL);
  const BjtVisit *found = visits != NULL ? bjt_work_words_find_key (visits, self->words != NULL ? self->words : "") : NULL;

  return found != NULL ? bjt_visit_copy (found) : NULL;
}

static void
replace (char      **value,
         const char *with)
{
  if (with == NULL)
    return;
  g_free (*value);
  *value = *with != '\0' ? g_strdup (with) : NULL;
}

static BjtExit
correct_visit (Visits *self)
{
  g_autoptr (BjtVisit) visit = find_visit (self);
  GError *error = NULL;
  BjtExit exit_code;

  if (visit == NULL)
    return BJT_EXIT_REFUSED;
  visit->outcome = self->outcome != NULL ? bjt_names_find_outcome (self->outcome) : visit->outcome;
  visit->mode = self->mode != NULL ? bjt_names_find_visit_mode (self->mode) : visit->mode;
  if (visit->outcome < 0 || visit->mode < 0)
    return bjt_cli_usage (_("use: bjt visit correct KEY [--outcome WORD] [--mode WORD] [--on DATE] [--next DATE] [--note TEXT] [--purposes TEXT]"));
  if (self->next != NULL && *self->next == '\0')
    visit->next_on = BJT_DATE_NONE;
  else if ((exit_code = bjt_work_words_read_day ("--next", self->next, &visit->next_on)) != BJT_EXIT_GOOD)
    return exit_code;
  if ((exit_code = bjt_work_words_read_day ("--on", self->on, &visit->visited_on)) != BJT_EXIT_GOOD)
    return exit_code;
  replace (&visit->note, self->note);
  replace (&visit->purposes, self->purposes);
  return bjt_workspace_correct_visit (self->workspace, visit, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
remove_visit (Visits *self)
{
  g_autoptr (BjtVisit) visit = find_visit (self);
  GError *error = NULL;

  if (visit == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_remove_visit (self->workspace, &visit->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static const struct
{
  const char *name;
  BjtExit (*func) (Visits *self);
} parts[] = {
  { "list", list_visits },
  { "correct", correct_visit },
  { "remove", remove_visit },
};

gboolean
bjt_command_visits_has (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

BjtExit
bjt_command_visits (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  g_auto (Visits) self = { .cli = cli, .limit = 200 };
  GOptionEntry entries[] = {
    { "outcome", 'o', 0, G_OPTION_ARG_STRING, &self.outcome, N_ ("met, phoned, heard, absent, refused, note_left, no_access, moved or died"), N_ ("WORD") },
    { "mode", 0, 0, G_OPTION_ARG_STRING, &self.mode, N_ ("home, outside, phone, video, neighbour, relative or third"), N_ ("WORD") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &self.on, N_ ("Day of the visit"), N_ ("DATE") },
    { "next", 0, 0, G_OPTION_ARG_STRING, &self.next, N_ ("Day agreed for the next one; empty: none"), N_ ("DATE") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember; empty: nothing"), N_ ("TEXT") },
    { "purposes", 0, 0, G_OPTION_ARG_STRING, &self.purposes, N_ ("What it was for"), N_ ("TEXT") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &self.limit, N_ ("At most so many, the newest"), N_ ("N") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("list [DOOR]|correct KEY|remove KEY", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (strcmp (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.words = argc > 2 ? g_strjoinv (" ", argv + 2) : NULL;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt visit list [DOOR]|correct KEY|remove KEY"));
}
