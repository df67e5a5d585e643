/* bjt-command-service.c: task and service: what is done for people, once and again
 * and again. */
#include "bjt-work-words.h"

#include <string.h>

#include "rules/bjt-recurrence.h"
#include "workspace/bjt-workspace-service.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *words;  /* after the word for what to do; NULL: none */
  char         *title, *kind, *rule, *person, *on, *first, *from, *to, *helper, *note;
  int           monthly, weekly, weeks, count;
  gboolean      due, all;
} Service;

static void
service_clear (Service *self)
{
  char **const all[] = { &self->words, &self->title, &self->kind, &self->rule, &self->person, &self->on,
                         &self->first, &self->from, &self->to, &self->helper, &self->note };

  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Service, service_clear)

/* The door of the words, and of it the person where one is named. */
static BjtExit
find_whom (Service *self,
           BjtUuid *door_id,
           BjtUuid *person_id)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           door = bjt_cli_find_door (self->workspace, self->words), person;

  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  *door_id = bjt_picture_get_door (picture, door)->id;
  if (self->person == NULL)
    return BJT_EXIT_GOOD;
  person = bjt_work_words_find_person (self->workspace, self->words, self->person);
  if (person == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  *person_id = bjt_picture_get_person (picture, person)->id;
  return BJT_EXIT_GOOD;
}

static BjtExit
read_rule (Service        *self,
           BjtServiceTask *task)
{
  if (self->monthly != 0 && (self->monthly < 1 || self->monthly > 31))
    return bjt_cli_usage (_("--monthly wants a day of the month, 1 to 31"));
  if (self->weekly != 0 && (self->weekly < 1 || self->weekly > 7))
    return bjt_cli_usage (_("--weekly wants a day of the week, 1 Monday to 7 Sunday"));
  if (self->rule != NULL)
    task->recurrence = g_strdup (self->rule);
  else if (self->monthly != 0)
    task->recurrence = bjt_recurrence_dup_monthly (self->monthly);
  else if (self->weekly != 0)
    task->recurrence = bjt_recurrence_dup_weekly (CLAMP (self->weeks, 1, 52), self->weekly);
  return BJT_EXIT_GOOD;
}

static BjtExit
add_task (Service *self)
{
  g_autoptr (BjtServiceTask) task = bjt_service_task_new ();
  g_autofree char *key = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (self->words == NULL || self->title == NULL)
    return bjt_cli_usage (_("use: bjt task add DOOR --title TEXT [--monthly DAY|--weekly DAY|--rule RRULE] [--first DAY] [--person NAME]"));
  if ((exit_code = bjt_work_words_read_day ("--first", self->first, &task->first_on)) != BJT_EXIT_GOOD
      || (exit_code = read_rule (self, task)) != BJT_EXIT_GOOD
      || (exit_code = find_whom (self, &task->door_id, &task->person_id)) != BJT_EXIT_GOOD)
    return exit_code;
  task->title = g_strdup (self->title);
  task->kind = g_strdup (self->kind);
  task->helper_name = g_strdup (self->helper);
  task->note = g_strdup (self->note);
  if (!bjt_workspace_add_task (self->workspace, task, &error))
    return bjt_cli_refuse (error);
  key = bjt_work_words_dup_key (&task->id);
  g_print ("%s\n", key);
  return BJT_EXIT_GOOD;
}

static BjtExit
list_tasks (Service *self)
{
  static const char *const columns[] = { "key", "due_on", "n_due", "door", "person", "title", "kind", "rule", "last_done_on", "helper", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GPtrArray) tasks = NULL;
  BjtServiceQuery query = BJT_SERVICE_QUERY_ALL;
  BjtDate on = bjt_workspace_get_today (self->workspace);
  BjtUuid door;
  GError *error = NULL;
  BjtExit exit_code = bjt_work_words_read_day ("--on", self->on, &on);

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  query.to = self->due ? on : BJT_DATE_NONE;
  if (self->words != NULL)
    {
      BjtUuid person;

      query.door_id = &door;
      if ((exit_code = find_whom (self, &door, &person)) != BJT_EXIT_GOOD)
        return exit_code;
    }
  tasks = bjt_workspace_list_tasks (self->workspace, &query, on, &error);
  if (tasks == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < tasks->len; i++)
    {
      const BjtDueTask *due = tasks->pdata[i];

      if (due->due_on == BJT_DATE_NONE && !self->all)
        continue;
      bjt_listing_take_text (listing, bjt_work_words_dup_key (&due->task->id));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (due->due_on));
      bjt_listing_add_int (listing, due->n_due);
      bjt_listing_take_text (listing, bjt_work_words_dup_door (self->workspace, &due->task->door_id));
      bjt_listing_take_text (listing, bjt_work_words_dup_person (self->workspace, &due->task->person_id, FALSE));
      bjt_listing_add_text (listing, due->task->title);
      bjt_listing_add_text (listing, due->task->kind);
      bjt_listing_add_text (listing, due->task->recurrence);
      bjt_listing_take_text (listing, bjt_work_words_dup_day (due->task->last_done_on));
      bjt_listing_add_text (listing, due->task->helper_name);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* NULL after printing why. */
static BjtServiceTask *
find_task (Service *self)
{
  g_autoptr (GPtrArray) tasks = bjt_workspace_list_tasks (self->workspace, &BJT_SERVICE_QUERY_ALL, BJT_DATE_NONE, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  const BjtServiceTask *found;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    g_ptr_array_add (records, ((BjtDueTask *) tasks->pdata[i])->task);
  found = bjt_work_words_find_key (records, self->words != NULL ? self->words : "");
  return found != NULL ? bjt_service_task_copy (found) : NULL;
}

static BjtExit
complete_task (Service *self)
{
  g_autoptr (BjtServiceTask) task = find_task (self);
  g_autoptr (BjtService) service = bjt_service_new ();
  GError *error = NULL;
  BjtExit exit_code = bjt_work_words_read_day ("--on", self->on, &service->served_on);

  if (task == NULL || exit_code != BJT_EXIT_GOOD)
    return task == NULL ? BJT_EXIT_REFUSED : exit_code;
  service->count = self->count;
  service->note = g_strdup (self->note);
  return bjt_workspace_complete_task (self->workspace, &task->id, service, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
end_task (Service *self)
{
  g_autoptr (BjtServiceTask) task = find_task (self);
  GError *error = NULL;

  if (task == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_end_task (self->workspace, &task->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static void
replace (char      **value,
         const char *with)
{
  if (with == NULL)
    return;
  g_free (*value);
  *value = g_strdup (with);
}

static BjtExit
change_task (Service *self)
{
  g_autoptr (BjtServiceTask) task = find_task (self);
  GError *error = NULL;
  BjtExit exit_code;

  if (task == NULL)
    return BJT_EXIT_REFUSED;
  replace (&task->title, self->title);
  replace (&task->kind, self->kind);
  replace (&task->helper_name, self->helper);
  replace (&task->note, self->note);
  if (self->rule != NULL || self->monthly != 0 || self->weekly != 0)
    g_clear_pointer (&task->recurrence, g_free);
  if ((exit_code = bjt_work_words_read_day ("--first", self->first, &task->first_on)) != BJT_EXIT_GOOD
      || (exit_code = read_rule (self, task)) != BJT_EXIT_GOOD)
    return exit_code;
  return bjt_workspace_change_task (self->workspace, task, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
add_service (Service *self)
{
  g_autoptr (BjtService) service = bjt_service_new ();
  g_autofree char *key = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (self->words == NULL || self->kind == NULL)
    return bjt_cli_usage (_("use: bjt service add DOOR --kind WORD [--count N] [--person NAME] [--on DAY] [--note TEXT]"));
  if ((exit_code = bjt_work_words_read_day ("--on", self->on, &service->served_on)) != BJT_EXIT_GOOD
      || (exit_code = find_whom (self, &service->door_id, &service->person_id)) != BJT_EXIT_GOOD)
    return exit_code;
  service->kind = g_strdup (self->kind);
  service->count = self->count;
  service->note = g_strdup (self->note);
  if (!bjt_workspace_add_service (self->workspace, service, &error))
    return bjt_cli_refuse (error);
  key = bjt_work_words_dup_key (&service->id);
  g_print ("%s\n", key);
  return BJT_EXIT_GOOD;
}

static BjtExit
list_services (Service *self)
{
  static const char *const columns[] = { "key", "day", "door", "person", "kind", "count", "task", "by", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GPtrArray) services = NULL;
  BjtServiceQuery query = BJT_SERVICE_QUERY_ALL;
  BjtUuid door, person;
  GError *error = NULL;
  BjtExit exit_code;

  if ((exit_code = bjt_work_words_read_day ("--from", self->from, &query.from)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--to", self->to, &query.to)) != BJT_EXIT_GOOD
      || (self->words != NULL && (exit_code = find_whom (self, &door, &person)) != BJT_EXIT_GOOD))
    return exit_code;
  query.door_id = self->words != NULL ? &door : NULL;
  query.person_id = self->words != NULL && self->person != NULL ? &person : NULL;
  services = bjt_workspace_list_services (self->workspace, &query, &error);
  if (services == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < services->len; i++)
    {
      const BjtService *service = services->pdata[i];

      bjt_listing_take_text (listing, bjt_work_words_dup_key (&service->id));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (service->served_on));
      bjt_listing_take_text (listing, bjt_work_words_dup_door (self->workspace, &service->door_id));
      bjt_listing_take_text (listing, bjt_work_words_dup_person (self->workspace, &service->person_id, FALSE));
      bjt_listing_add_text (listing, service->kind);
      bjt_listing_add_int (listing, service->count);
      bjt_listing_take_text (listing, bjt_uuid_is_nil (&service->task_id) ? NULL : bjt_work_words_dup_key (&service->task_id));
      bjt_listing_take_text (listing, bjt_work_words_dup_staff (self->workspace, &service->staff_id));
      bjt_listing_add_text (listing, service->note);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
remove_service (Service *self)
{
  g_autoptr (GPtrArray) services = bjt_workspace_list_services (self->workspace, &BJT_SERVICE_QUERY_ALL, NULL);
  const BjtService *found = services != NULL ? bjt_work_words_find_key (services, self->words != NULL ? self->words : "") : NULL;
  GError *error = NULL;

  if (found == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_remove_service (self->workspace, &found->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

typedef struct
{
  const char *name;
  BjtExit (*func) (Service *self);
} Part;

/* @parts ends with one without a name. */
static BjtExit
run (BjtCli     *cli,
     int         argc,
     char      **argv,
     const Part *parts,
     const char *usage)
{
  g_auto (Service) self = { .cli = cli, .weeks = 1 };
  GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &self.title, N_ ("What is to be done, in a few words"), N_ ("TEXT") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &self.kind, N_ ("Kind of service, in a word"), N_ ("WORD") },
    { "monthly", 0, 0, G_OPTION_ARG_INT, &self.monthly, N_ ("Each month on this day"), N_ ("DAY") },
    { "weekly", 0, 0, G_OPTION_ARG_INT, &self.weekly, N_ ("Each week on this day, 1 Monday to 7 Sunday"), N_ ("DAY") },
    { "weeks", 0, 0, G_OPTION_ARG_INT, &self.weeks, N_ ("With --weekly: only every so many weeks"), N_ ("N") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &self.rule, N_ ("When it comes again, as iCalendar has it: FREQ=MONTHLY;BYMONTHDAY=15"), N_ ("RRULE") },
    { "first", 0, 0, G_OPTION_ARG_STRING, &self.first, N_ ("The first day; today when left out"), N_ ("DAY") },
    { "person", 'p', 0, G_OPTION_ARG_STRING, &self.person, N_ ("For whom of the door"), N_ ("NAME") },
    { "helper", 0, 0, G_OPTION_ARG_STRING, &self.helper, N_ ("Who does it"), N_ ("NAME") },
    { "count", 0, 0, G_OPTION_ARG_INT, &self.count, N_ ("How many times; once when left out"), N_ ("N") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &self.on, N_ ("The day; today when left out"), N_ ("DAY") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self.from, N_ ("First day of a list"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self.to, N_ ("Last day of a list"), N_ ("DAY") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember"), N_ ("TEXT") },
    { "due", 0, 0, G_OPTION_ARG_NONE, &self.due, N_ ("Only those that are due"), NULL },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &self.all, N_ ("Those that are over too"), NULL },
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
bjt_command_task (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  static const Part parts[] = {
    { "add", add_task }, { "list", list_tasks }, { "change", change_task }, { "done", complete_task }, { "end", end_task }, { NULL, NULL },
  };

  return run (cli, argc, argv, parts, _("use: bjt task add|list|change|done|end …"));
}

BjtExit
bjt_command_service (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  static const Part parts[] = { { "add", add_service }, { "list", list_services }, { "remove", remove_service }, { NULL, NULL } };

  return run (cli, argc, argv, parts, _("use: bjt service add|list|remove …"));
}
