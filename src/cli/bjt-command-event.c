/* bjt-command-event.c: event and period: what happened to people; up to which day
 * nothing is changed any more. */
#include <string.h>

#include "bjt-work-words.h"
#include "workspace/bjt-workspace-events.h"
#include "workspace/bjt-workspace-visits.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *words;
  char         *kind, *person, *on, *note, *name, *phone;
  gboolean      keep;
} Event;

static void
event_clear (Event *self)
{
  char **const all[] = { &self->words, &self->kind, &self->person, &self->on, &self->note, &self->name, &self->phone };

  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Event, event_clear)

static BjtExit
add_event (Event *self)
{
  g_autoptr (BjtLifeEvent) event = bjt_life_event_new ();
  BjtLifeEventDraft draft = { event, !self->keep, self->name, self->phone };
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char *key = NULL;
  GError *error = NULL;
  BjtExit exit_code;
  guint32 door, person;

  if (self->words == NULL || self->kind == NULL)
    return bjt_cli_usage (_("use: bjt event add DOOR --kind discharged|fallen-ill|bereaved|accident|released|moved-out|new-tenant|moved-in|born|died [--person NAME] [--name NAME] [--on DAY]"));
  if ((exit_code = bjt_work_words_read_day ("--on", self->on, &event->happened_on)) != BJT_EXIT_GOOD)
    return exit_code;
  door = bjt_cli_find_door (self->workspace, self->words);
  person = door != BJT_NO_INDEX && self->person != NULL ? bjt_work_words_find_person (self->workspace, self->words, self->person) : BJT_NO_INDEX;
  if (door == BJT_NO_INDEX || (self->person != NULL && person == BJT_NO_INDEX))
    return BJT_EXIT_REFUSED;
  event->door_id = bjt_picture_get_door (picture, door)->id;
  if (person != BJT_NO_INDEX)
    event->person_id = bjt_picture_get_person (picture, person)->id;
  event->kind = g_strdup (self->kind);
  event->note = g_strdup (self->note);
  if (!bjt_workspace_record_event (self->workspace, &draft, &error))
    return bjt_cli_refuse (error);
  key = bjt_work_words_dup_key (&event->id);
  g_print ("%s\n", key);
  return BJT_EXIT_GOOD;
}

static BjtExit
list_events (Event *self)
{
  static const char *const columns[] = { "key", "day", "door", "person", "kind", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GPtrArray) events = NULL;
  guint32 door = self->words != NULL ? bjt_cli_find_door (self->workspace, self->words) : BJT_NO_INDEX;
  GError *error = NULL;

  if (self->words != NULL && door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  events = bjt_workspace_list_events (self->workspace, door != BJT_NO_INDEX ? &bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), door)->id : NULL, &error);
  if (events == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < events->len; i++)
    {
      const BjtLifeEvent *event = events->pdata[i];

      bjt_listing_take_text (listing, bjt_work_words_dup_key (&event->id));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (event->happened_on));
      bjt_listing_take_text (listing, bjt_work_words_dup_door (self->workspace, &event->door_id));
      bjt_listing_take_text (listing, bjt_work_words_dup_person (self->workspace, &event->person_id, FALSE));
      bjt_listing_add_text (listing, event->kind);
      bjt_listing_add_text (listing, event->note);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
remove_event (Event *self)
{
  g_autoptr (GPtrArray) events = bjt_workspace_list_events (self->workspace, NULL, NULL);
  const BjtLifeEvent *found = events != NULL ? bjt_work_words_find_key (events, self->words != NULL ? self->words : "") : NULL;
  GError *error = NULL;

  if (found == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_remove_event (self->workspace, &found->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
close_period (Event *self)
{
  BjtDate until_on = BJT_DATE_NONE;
  GError *error = NULL;
  BjtExit exit_code;

  if (self->words == NULL)
    return bjt_cli_usage (_("use: bjt period close DAY"));
  exit_code = bjt_work_words_read_day ("close", self->words, &until_on);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  return bjt_workspace_close_period (self->workspace, until_on, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
open_period (Event *self)
{
  GError *error = NULL;

  return bjt_workspace_close_period (self->workspace, BJT_DATE_NONE, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
list_periods (Event *self)
{
  static const char *const columns[] = { "closed_until", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  BjtDate closed = bjt_workspace_get_closed_until (self->workspace);

  if (closed != BJT_DATE_NONE)
    bjt_listing_take_text (listing, bjt_date_dup_string (closed));
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

typedef struct
{
  const char *name;
  BjtExit (*func) (Event *self);
} Part;

/* @parts ends with one without a name. */
static BjtExit
run (BjtCli     *cli,
     int         argc,
     char      **argv,
     const Part *parts,
     const char *usage)
{
  g_auto (Event) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &self.kind, N_ ("What happened, in a word"), N_ ("WORD") },
    { "person", 'p', 0, G_OPTION_ARG_STRING, &self.person, N_ ("To whom of the door"), N_ ("NAME") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &self.on, N_ ("The day; today when left out"), N_ ("DAY") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember"), N_ ("TEXT") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self.name, N_ ("Name of who moved in or was born"), N_ ("NAME") },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &self.phone, N_ ("Phone of who moved in"), N_ ("PHONE") },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &self.keep, N_ ("Who lived there so far stays"), NULL },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code))
    return exit_code;
  for (; argc > 1 && parts->name != NULL; parts++)
    if (strcmp (argv[1], parts->name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.words = argc > 2 ? g_strjoinv (" ", argv + 2) : NULL;
        return self.workspace != NULL ? parts->func (&self) : exit_code;
      }
  return bjt_cli_usage ("%s", usage);
}

BjtExit
bjt_command_event (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  static const Part parts[] = { { "add", add_event }, { "list", list_events }, { "remove", remove_event }, { NULL, NULL } };

  return run (cli, argc, argv, parts, _("use: bjt event add|list|remove …"));
}

BjtExit
bjt_command_period (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  static const Part parts[] = { { "close", close_period }, { "open", open_period }, { "list", list_periods }, { NULL, NULL } };

  return run (cli, argc, argv, parts, _("use: bjt period close DAY|open|list"));
}
