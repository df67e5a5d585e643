/* bjt-command-person.c: the file of a person: timeline, needs, helpers. Names and
 * phones are masked unless --reveal says that they are wanted, which is recorded. */
#include "bjt-work-words.h"

#include <json-glib/json-glib.h>

#include "base/bjt-text.h"
#include "rules/bjt-task-due.h"
#include "workspace/bjt-names.h"
#include "workspace/bjt-workspace-people.h"

typedef struct
{
  BjtCli        *cli;
  BjtWorkspace  *workspace;
  BjtPersonFile *file;
  JsonBuilder   *out;
  char         **arguments;
  guint          n_arguments;
  char          *person, *text, *name, *staff, *phone, *kind, *purpose;
  gboolean       reveal;
} Person;

static void
person_clear (Person *self)
{
  char **const all[] = { &self->person, &self->text, &self->name, &self->staff, &self->phone, &self->kind, &self->purpose };

  g_clear_pointer (&self->file, bjt_person_file_free);
  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, person_clear)

/* The words from the @first on name a person; FALSE after printing why. */
static gboolean
load_file (Person *self,
           guint   first)
{
  g_autofree char *words = self->n_arguments > first ? g_strjoinv (" ", self->arguments + first) : NULL;
  guint32          person = words != NULL ? bjt_work_words_find_person (self->workspace, words, self->person) : BJT_NO_INDEX;
  GError *error = NULL;

  if (words == NULL)
    g_printerr (_("bjt: of whom? Write a name, or a door and --person NAME\n"));
  if (person == BJT_NO_INDEX)
    return FALSE;
  self->file = bjt_workspace_load_person_file (self->workspace, &bjt_picture_get_person (bjt_workspace_get_picture (self->workspace), person)->id, &error);
  if (self->file == NULL)
    bjt_cli_refuse (error);
  return self->file != NULL;
}

/* Writing JSON */

static void
add_text (Person     *self,
          const char *name,
          const char *value)
{
  json_builder_set_member_name (self->out, name);
  if (value != NULL && *value != '\0')
    json_builder_add_string_value (self->out, value);
  else
    json_builder_add_null_value (self->out);
}

static void
add_day (Person     *self,
         const char *name,
         BjtDate     day)
{
  g_autofree char *text = bjt_work_words_dup_day (day);

  add_text (self, name, text);
}

static void
add_key (Person        *self,
         const BjtUuid *id)
{
  g_autofree char *key = bjt_work_words_dup_key (id);

  add_text (self, "key", key);
}

static void
add_masked (Person     *self,
            const char *name,
            const char *value,
            char *(*mask) (const char *))
{
  g_autofree char *shown = value == NULL || self->reveal ? g_strdup (value) : mask (value);

  add_text (self, name, shown);
}

static void
begin_array (Person     *self,
             const char *name)
{
  json_builder_set_member_name (self->out, name);
  json_builder_begin_array (self->out);
}

static void
add_categories (Person *self)
{
  const BjtPicture *picture = self->file->picture;
  BjtCategorySet    rest = bjt_picture_get_person (picture, self->file->person)->categories;

  begin_array (self, "categories");
  for (; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest));

      if (category->is_restricted && !self->reveal)
        continue;
      json_builder_begin_object (self->out);
      add_text (self, "code", category->code);
      json_builder_set_member_name (self->out, "tier");
      json_builder_add_int_value (self->out, category->tier);
      json_builder_end_object (self->out);
    }
  json_builder_end_array (self->out);
}

static gboolean
is_hidden_rule (Person *self)
{
  const BjtPictureCadenceRule *rule = self->file->due_rule != BJT_NO_INDEX ? bjt_picture_get_cadence_rule (self->file->picture, self->file->due_rule) : NULL;

  return rule == NULL || (rule->category != BJT_NO_INDEX && bjt_picture_get_category (self->file->picture, rule->category)->is_restricted && !self->reveal);
}

static void
add_head (Person *self)
{
  const BjtPersonFile    *file = self->file;
  const BjtPicturePerson *person = bjt_picture_get_person (file->picture, file->person);
  g_autofree char        *door = file->door != BJT_NO_INDEX ? bjt_picture_dup_door_name (file->picture, file->door) : NULL;

  add_masked (self, "name", person->name, bjt_text_mask_name);
  json_builder_set_member_name (self->out, "age");
  json_builder_add_int_value (self->out, bjt_date_get_age (person->born_on, file->picture->as_of));
  json_builder_set_member_name (self->out, "sex");
  json_builder_add_int_value (self->out, person->sex);
  add_masked (self, "phone", person->phone, bjt_text_mask_phone);
  add_text (self, "door", door);
  add_text (self, "class", file->household != BJT_NO_INDEX ? bjt_names_of_class (bjt_picture_get_household (file->picture, file->household)->household_class) : NULL);
  add_day (self, "last_contact_on", file->last_contact_on);
  add_day (self, "due_on", file->due_on);
  add_text (self, "cadence_of", is_hidden_rule (self) ? NULL : bjt_picture_get_cadence_rule (file->picture, file->due_rule)->code);
}

static void
add_entry (Person             *self,
           const BjtFileEntry *entry)
{
  static const char *const kinds[] = { "visit", "service", "life_event", "issue" };
  const BjtVisit          *visit = entry->record;
  const BjtService        *service = entry->record;
  const BjtLifeEvent      *event = entry->record;
  const BjtIssue          *issue = entry->record;

  json_builder_begin_object (self->out);
  add_day (self, "day", entry->on);
  add_text (self, "kind", kinds[entry->kind]);
  json_builder_set_member_name (self->out, "names_person");
  json_builder_add_boolean_value (self->out, entry->names_person);
  switch (entry->kind)
    {
    case BJT_FILE_VISIT:
      add_text (self, "what", bjt_names_of_outcome (visit->outcome));
      add_text (self, "note", visit->note);
      add_text (self, "by", bjt_person_file_get_staff_name (self->file, &visit->staff_id));
      break;
    case BJT_FILE_SERVICE:
      add_text (self, "what", service->kind);
      json_builder_set_member_name (self->out, "count");
      json_builder_add_int_value (self->out, service->count);
      add_text (self, "note", service->note);
      add_text (self, "by", bjt_person_file_get_staff_name (self->file, &service->staff_id));
      break;
    case BJT_FILE_LIFE_EVENT:
      add_text (self, "what", event->kind);
      add_text (self, "note", event->note);
      break;
    case BJT_FILE_ISSUE:
    default:
      add_text (self, "what", issue->title);
      add_text (self, "number", issue->number);
      add_text (self, "status", bjt_names_of_status (issue->status));
      break;
    }
  json_builder_end_object (self->out);
}

static void
add_needs_and_helpers (Person *self)
{
  const BjtPersonFile *file = self->file;

  begin_array (self, "needs");
  for (guint i = 0; i < file->needs->len; i++)
    {
      const BjtNeed *need = file->needs->pdata[i];

      json_builder_begin_object (self->out);
      add_key (self, &need->id);
      add_text (self, "text", need->text);
      add_day (self, "noted_on", need->noted_on);
      add_day (self, "settled_on", need->settled_on);
      json_builder_end_object (self->out);
    }
  json_builder_end_array (self->out);
  begin_array (self, "helpers");
  for (guint i = 0; i < file->pairings->len; i++)
    {
      const BjtPairing *pairing = file->pairings->pdata[i];

      json_builder_begin_object (self->out);
      add_key (self, &pairing->id);
      add_text (self, "name", bjt_person_file_get_helper_name (file, pairing));
      add_masked (self, "phone", pairing->helper_phone, bjt_text_mask_phone);
      add_text (self, "kind", pairing->kind);
      add_day (self, "from", pairing->from_on);
      add_day (self, "until", pairing->until_on);
      json_builder_end_object (self->out);
    }
  json_builder_end_array (self->out);
}

static void
add_tasks (Person *self)
{
  const BjtPersonFile *file = self->file;

  begin_array (self, "tasks");
  for (guint i = 0; i < file->tasks->len; i++)
    {
      const BjtServiceTask *task = file->tasks->pdata[i];

      json_builder_begin_object (self->out);
      add_key (self, &task->id);
      add_text (self, "title", task->title);
      add_text (self, "rule", task->recurrence);
      add_day (self, "due_on", bjt_task_due_find (task));
      json_builder_end_object (self->out);
    }
  json_builder_end_array (self->out);
}

static BjtExit
run_show (Person *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (!load_file (self, 0))
    return BJT_EXIT_REFUSED;
  if (self->reveal && (self->purpose == NULL || *self->purpose == '\0'))
    return bjt_cli_usage (_("--reveal needs --purpose TEXT, which is recorded"));
  if (self->reveal && !bjt_workspace_record_export (self->workspace, "person", self->purpose, &error))
    return bjt_cli_refuse (error);
  self->out = builder;
  json_builder_begin_object (builder);
  add_head (self);
  add_categories (self);
  add_needs_and_helpers (self);
  add_tasks (self);
  begin_array (self, "timeline");
  for (guint i = 0; i < self->file->timeline->len; i++)
    add_entry (self, &g_array_index (self->file->timeline, BjtFileEntry, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
  return BJT_EXIT_GOOD;
}

static BjtExit
print_key (const BjtUuid *id)
{
  g_autofree char *key = bjt_work_words_dup_key (id);

  g_print ("%s\n", key);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_need (Person *self)
{
  const char *what = self->n_arguments > 0 ? self->arguments[0] : "";
  g_autoptr (BjtNeed) need = bjt_need_new ();
  const BjtNeed *found;
  GError *error = NULL;

  if (g_str_equal (what, "add") && self->text != NULL)
    {
      if (!load_file (self, 1))
        return BJT_EXIT_REFUSED;
      need->person_id = bjt_picture_get_person (self->file->picture, self->file->person)->id;
      need->text = g_strdup (self->text);
      return bjt_workspace_add_need (self->workspace, need, &error) ? print_key (&need->id) : bjt_cli_refuse (error);
    }
  if ((!g_str_equal (what, "settle") && !g_str_equal (what, "reopen")) || self->n_arguments < 3)
    return bjt_cli_usage (_("use: bjt person need add WHO --text TEXT, or bjt person need settle|reopen KEY WHO"));
  if (!load_file (self, 2))
    return BJT_EXIT_REFUSED;
  found = bjt_work_words_find_key (self->file->needs, self->arguments[1]);
  if (found == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_settle_need (self->workspace, &found->id, g_str_equal (what, "settle"), &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static gboolean
name_helper (Person     *self,
             BjtPairing *pairing)
{
  for (guint i = 0; self->staff != NULL && i < self->file->staff->len; i++)
    {
      const BjtStaff *one = self->file->staff->pdata[i];

      if (g_strcmp0 (one->name, self->staff) == 0)
        pairing->staff_id = one->id;
    }
  if (self->staff != NULL && bjt_uuid_is_nil (&pairing->staff_id))
    {
      g_printerr (_("bjt: nobody of the staff is named “%s”\n"), self->staff);
      return FALSE;
    }
  pairing->helper_name = g_strdup (self->name);
  return TRUE;
}

static BjtExit
run_helper (Person *self)
{
  const char *what = self->n_arguments > 0 ? self->arguments[0] : "";
  g_autoptr (BjtPairing) pairing = bjt_pairing_new ();
  const BjtPairing *found;
  GError *error = NULL;

  if (g_str_equal (what, "add") && (self->name != NULL || self->staff != NULL))
    {
      if (!load_file (self, 1) || !name_helper (self, pairing))
        return BJT_EXIT_REFUSED;
      pairing->person_id = bjt_picture_get_person (self->file->picture, self->file->person)->id;
      pairing->helper_phone = g_strdup (self->phone);
      pairing->kind = g_strdup (self->kind);
      pairing->note = g_strdup (self->text);
      return bjt_workspace_add_helper (self->workspace, pairing, &error) ? print_key (&pairing->id) : bjt_cli_refuse (error);
    }
  if (!g_str_equal (what, "end") || self->n_arguments < 3)
    return bjt_cli_usage (_("use: bjt person helper add WHO --name NAME|--staff NAME [--kind WORD], or bjt person helper end KEY WHO"));
  if (!load_file (self, 2))
    return BJT_EXIT_REFUSED;
  found = bjt_work_words_find_key (self->file->pairings, self->arguments[1]);
  if (found == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_end_helper (self->workspace, &found->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_person (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Person *self);
  } parts[] = { { "show", run_show }, { "need", run_need }, { "helper", run_helper } };
  g_auto (Person) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "person", 'p', 0, G_OPTION_ARG_STRING, &self.person, N_ ("Who, when several belong to the door"), N_ ("NAME") },
    { "text", 't', 0, G_OPTION_ARG_STRING, &self.text, N_ ("What there is to remember"), N_ ("TEXT") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self.name, N_ ("Who helps, by name"), N_ ("NAME") },
    { "staff", 0, 0, G_OPTION_ARG_STRING, &self.staff, N_ ("Who of the staff helps"), N_ ("NAME") },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &self.phone, N_ ("Phone of who helps"), N_ ("TEXT") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &self.kind, N_ ("Kind of help, in a word"), N_ ("WORD") },
    { "reveal", 0, 0, G_OPTION_ARG_NONE, &self.reveal, N_ ("Show names and phones in full; needs --purpose"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &self.purpose, N_ ("What they are for"), N_ ("TEXT") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("show|need|helper WHO", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt person show|need|helper WHO …"));
}
