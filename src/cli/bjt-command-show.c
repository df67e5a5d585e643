/* bjt-command-show.c: one door with its people, visits and issues. Names, phones
 * and ID numbers are masked unless --reveal says that they are wanted. */
#include <json-glib/json-glib.h>

#include "base/bjt-text.h"
#include "bjt-cli.h"
#include "workspace/bjt-names.h"

typedef struct
{
  JsonBuilder      *out;
  const BjtPicture *picture;
  gboolean          reveal;
} Show;

static void
add_text (Show       *self,
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
add_date (Show       *self,
          const char *name,
          BjtDate     value)
{
  char text[BJT_DATE_STRING_SIZE];

  bjt_date_format (value, text);
  add_text (self, name, text);
}

static void
add_int (Show       *self,
         const char *name,
         gint64      value)
{
  json_builder_set_member_name (self->out, name);
  json_builder_add_int_value (self->out, value);
}

static void
add_bool (Show       *self,
          const char *name,
          gboolean    value)
{
  json_builder_set_member_name (self->out, name);
  json_builder_add_boolean_value (self->out, value);
}

static void
add_masked (Show       *self,
            const char *name,
            const char *value,
            char *(*mask) (const char *) )
{
  g_autofree char *masked = value != NULL && !self->reveal ? mask (value) : g_strdup (value);

  add_text (self, name, masked);
}

static void
add_categories (Show          *self,
                BjtCategorySet categories)
{
  json_builder_set_member_name (self->out, "categories");
  json_builder_begin_array (self->out);
  for (BjtCategorySet rest = categories; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (self->picture, (guint32) __builtin_ctzll (rest));

      if (!category->is_restricted || self->reveal)
        json_builder_add_string_value (self->out, category->code);
    }
  json_builder_end_array (self->out);
}

static void
add_member (Show                   *self,
            const BjtPictureMember *member)
{
  const BjtPicturePerson *person = bjt_picture_get_person (self->picture, member->person);

  json_builder_begin_object (self->out);
  add_masked (self, "name", person->name, bjt_text_mask_name);
  add_int (self, "age", bjt_date_get_age (person->born_on, self->picture->as_of));
  add_int (self, "sex", person->sex);
  add_text (self, "ethnic", person->ethnic);
  add_text (self, "relation", member->relation);
  add_bool (self, "resident", member->is_resident);
  add_bool (self, "registered", member->is_registered);
  add_masked (self, "phone", person->phone, bjt_text_mask_phone);
  add_masked (self, "id_number", person->id_number, bjt_text_mask_id_number);
  add_categories (self, person->categories);
  json_builder_end_object (self->out);
}

static void
add_household (Show                      *self,
               const BjtPictureHousehold *household)
{
  json_builder_begin_object (self->out);
  add_text (self, "class", bjt_names_of_class (household->household_class));
  add_text (self, "class_rule", bjt_names_of_class_rule (household->class_rule));
  add_text (self, "class_reason", household->class_reason);
  add_text (self, "empty_reason", household->empty_reason);
  add_date (self, "last_contact_on", bjt_picture_get_last_contact (self->picture, (guint32) (household - bjt_picture_get_household (self->picture, 0))));
  json_builder_set_member_name (self->out, "members");
  json_builder_begin_array (self->out);
  for (guint32 m = household->members.first; m < household->members.first + household->members.n; m++)
    add_member (self, bjt_picture_get_member (self->picture, m));
  json_builder_end_array (self->out);
  json_builder_end_object (self->out);
}

/* A rule about a restricted category is told when it is asked for. */
static void
add_cadence (Show   *self,
             guint32 rule)
{
  const BjtPictureCadenceRule *strictest = rule != BJT_NO_INDEX ? bjt_picture_get_cadence_rule (self->picture, rule) : NULL;
  gboolean                     is_hidden = strictest == NULL
                       || (strictest->category != BJT_NO_INDEX && bjt_picture_get_category (self->picture, strictest->category)->is_restricted && !self->reveal);

  add_text (self, "cadence_of", is_hidden ? NULL : strictest->code);
}

static void
add_state (Show                      *self,
           const BjtPictureDoorState *state)
{
  add_text (self, "class", bjt_names_of_class (state->household_class));
  add_text (self, "attention", bjt_names_of_attention (state->attention));
  add_date (self, "last_contact_on", state->last_contact_on);
  add_date (self, "next_due_on", state->next_due_on);
  add_cadence (self, state->due_rule);
  add_bool (self, "visit_overdue", state->visit_overdue);
  add_int (self, "open_issues", state->open_issues);
}

static void
add_visits (Show            *self,
            const GPtrArray *visits)
{
  json_builder_set_member_name (self->out, "visits");
  json_builder_begin_array (self->out);
  for (guint i = 0; i < visits->len; i++)
    {
      const BjtVisit *visit = visits->pdata[i];

      json_builder_begin_object (self->out);
      add_date (self, "visited_on", visit->visited_on);
      add_text (self, "outcome", bjt_names_of_outcome (visit->outcome));
      add_text (self, "note", visit->note);
      add_date (self, "next_on", visit->next_on);
      json_builder_end_object (self->out);
    }
  json_builder_end_array (self->out);
}

static void
add_issues (Show            *self,
            const GPtrArray *issues)
{
  json_builder_set_member_name (self->out, "issues");
  json_builder_begin_array (self->out);
  for (guint i = 0; i < issues->len; i++)
    {
      const BjtIssue *issue = issues->pdata[i];

      json_builder_begin_object (self->out);
      add_text (self, "number", issue->number);
      add_text (self, "title", issue->title);
      add_text (self, "status", bjt_names_of_status (issue->status));
      add_date (self, "reported_on", issue->reported_on);
      add_date (self, "due_on", issue->due_on);
      json_builder_end_object (self->out);
    }
  json_builder_end_array (self->out);
}

static char *
describe_door (BjtWorkspace *workspace,
               guint32       index,
               gboolean      reveal,
               GError      **error)
{
  const BjtPicture     *picture = bjt_workspace_get_picture (workspace);
  const BjtPictureDoor *door = bjt_picture_get_door (picture, index);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) visits = bjt_workspace_list_visits (workspace, &door->id, 20, error);
  g_autoptr (GPtrArray) issues = visits != NULL ? bjt_workspace_list_issues (workspace, &door->id, FALSE, error) : NULL;
  g_autofree char *name = bjt_picture_dup_door_name (picture, index);
  g_autofree char *key = bjt_uuid_dup_string (&door->id);
  guint32 grid = bjt_picture_get_building (picture, door->building)->grid;
  Show    show = { builder, picture, reveal };

  if (issues == NULL)
    return NULL;
  json_builder_begin_object (builder);
  add_text (&show, "door", name);
  add_text (&show, "id", key);
  add_int (&show, "grid", grid != BJT_NO_INDEX ? bjt_picture_get_grid (picture, grid)->number : 0);
  add_state (&show, bjt_picture_get_door_state (picture, index));
  json_builder_set_member_name (builder, "households");
  json_builder_begin_array (builder);
  for (guint32 h = door->households.first; h < door->households.first + door->households.n; h++)
    add_household (&show, bjt_picture_get_household (picture, h));
  json_builder_end_array (builder);
  add_issues (&show, issues);
  add_visits (&show, visits);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

BjtExit
bjt_command_show (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  gboolean     reveal = FALSE;
  GOptionEntry entries[] = {
    { "reveal", 0, 0, G_OPTION_ARG_NONE, &reveal, N_ ("Show names, phones and ID numbers in full"), NULL },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autofree char *query = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  BjtExit exit_code;
  guint32 door;

  if (!bjt_cli_parse ("DOOR", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2)
    return bjt_cli_usage (_("use: bjt show DOOR [--reveal]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  query = g_strjoinv (" ", argv + 1);
  door = bjt_cli_find_door (workspace, query);
  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  text = describe_door (workspace, door, reveal, &error);
  if (text == NULL)
    return bjt_cli_refuse (error);
  g_print ("%s\n", text);
  return BJT_EXIT_GOOD;
}
