/* bjt-command-fill.c: a form from above filled in place. */
#include <string.h>

#include "bjt-cli.h"
#include "model/bjt-filter-term.h"
#include "workspace/bjt-workspace-form-sets.h"

typedef struct
{
  BjtCli  *cli;
  char    *map;
  char    *filter;
  char    *door;
  char    *rows;
  char    *purpose;
  char    *output;
  char    *each;
  char    *names;
  gboolean lists_fields;
  gboolean lists_items;

  /* Borrowed */
  const char   *form;
  BjtWorkspace *workspace; /* NULL: only fields are wanted */
} Fill;

static void
fill_clear (Fill *self)
{
  g_free (self->map);
  g_free (self->filter);
  g_free (self->door);
  g_free (self->rows);
  g_free (self->purpose);
  g_free (self->output);
  g_free (self->each);
  g_free (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fill, fill_clear)

static const char *
get_field_kind (const BjtFormField *field)
{
  static const char *const names[] = {
    [BJT_FORM_FIELD_MARK] = "mark",
    [BJT_FORM_FIELD_CELL] = "cell",
    [BJT_FORM_FIELD_LINE] = "line",
    [BJT_FORM_FIELD_COLUMN] = "column",
    [BJT_FORM_FIELD_BOXES] = "boxes",
  };

  return names[field->kind];
}

static BjtExit
list_items (const Fill *self)
{
  static const char *const columns[] = { "item", "personal", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (int i = 0; i < BJT_N_FORM_ITEMS; i++)
    {
      bjt_listing_add_text (listing, bjt_form_words_get_key ((BjtFormItem) i));
      bjt_listing_add_text (listing, bjt_form_words_is_personal ((BjtFormItem) i) ? "yes" : "no");
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
list_fields (const Fill           *self,
             const BjtFormFields  *fields,
             const BjtFormMapping *mapping)
{
  static const char *const columns[] = { "field", "item", "kind", "block", "row", "column", "ready_rows", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < fields->fields->len; i++)
    {
      const BjtFormField *field = bjt_form_fields_get (fields, i);
      int                 item = bjt_form_mapping_get (mapping, field);

      bjt_listing_add_text (listing, field->id);
      bjt_listing_add_text (listing, item != BJT_FORM_NOTHING ? bjt_form_words_get_key ((BjtFormItem) item) : NULL);
      bjt_listing_add_text (listing, get_field_kind (field));
      bjt_listing_add_int (listing, field->block + 1);
      bjt_listing_add_int (listing, field->row + 1);
      bjt_listing_add_int (listing, field->column + 1);
      bjt_listing_add_int (listing, field->table >= 0 ? g_array_index (fields->tables, BjtFormTable, field->table).n_ready : 0);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static gboolean
read_mapping (const Fill          *self,
              const BjtFormFields *fields,
              BjtFormMapping      *mapping,
              GError             **error)
{
  int rows = self->rows != NULL ? bjt_form_rows_kind_find (self->rows) : (int) mapping->rows;

  if (rows < 0)
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, _("rows are people, members, households, doors, visits or issues, not “%s”"), self->rows);
      return FALSE;
    }
  mapping->rows = (BjtFormRowsKind) rows;
  return self->map == NULL || bjt_form_mapping_change (mapping, fields, self->map, error);
}

static BjtExit
write_form (Fill            *self,
            BjtFormFields   *fields,
            BjtFormMapping  *mapping,
            const BjtFilter *filter)
{
  BjtFormWish wish = { self->form, fields, mapping, filter, self->purpose, self->output };
  GError     *error = NULL;
  int         n = bjt_workspace_fill_form (self->workspace, &wish, NULL, &error);

  if (n < 0 || !bjt_workspace_keep_form_mapping (self->workspace, &wish, &error))
    return bjt_cli_refuse (error);
  g_print (ngettext ("%d row written\n", "%d rows written\n", (gulong) n), n);
  return BJT_EXIT_GOOD;
}

/* One file each */

static BjtExit
tell_outcome (const BjtFormSet     *set,
              const BjtFormOutcome *outcome,
              GError               *problem)
{
  guint n_all = set->copies->len;

  for (guint i = 0; i < outcome->failures->len; i++)
    g_printerr ("%s\n", (const char *) outcome->failures->pdata[i]);
  if (problem != NULL)
    return bjt_cli_refuse (problem);
  g_print (ngettext ("%u of %u file written\n", "%u of %u files written\n", n_all), outcome->n_written, n_all);
  return outcome->failures->len == 0 ? BJT_EXIT_GOOD : BJT_EXIT_REFUSED;
}

static BjtExit
write_each (Fill            *self,
            BjtFormFields   *fields,
            BjtFormMapping  *mapping,
            const BjtFilter *filter)
{
  BjtFormWish wish = { self->form, fields, mapping, filter, self->purpose, NULL };
  int         each = bjt_form_each_find (self->each);
  g_autoptr (BjtFormSet) set = NULL;
  g_auto (BjtFormOutcome) outcome = { 0 };
  GError *error = NULL;

  if (each < 0)
    return bjt_cli_usage (_("--each is household, person or grid"));
  if (self->rows == NULL)
    mapping->rows = bjt_form_each_choose_rows ((BjtFormEach) each, &wish);
  set = bjt_workspace_plan_form_set (self->workspace, &wish, (BjtFormEach) each, self->names, &error);
  if (set == NULL || !bjt_workspace_keep_form_mapping (self->workspace, &wish, &error))
    return bjt_cli_refuse (error);
  bjt_form_set_write (set, self->output, &outcome, NULL, NULL, NULL, &error);
  return tell_outcome (set, &outcome, error);
}

static BjtExit
fill_form (Fill           *self,
           BjtFormFields  *fields,
           BjtFormMapping *mapping)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (BjtDoorSet) only = NULL;
  GError   *error = NULL;
  BjtFilter filter;

  if (!bjt_filter_init_from_text (&filter, picture, self->filter != NULL ? self->filter : "", &error))
    return bjt_cli_refuse (error);
  if (self->door != NULL)
    {
      guint32 door = bjt_cli_find_door (self->workspace, self->door);

      if (door == BJT_NO_INDEX)
        return BJT_EXIT_REFUSED;
      only = bjt_door_set_new (picture->doors->len);
      bjt_door_set_add (only, door);
      filter.only = only;
      if (mapping->rows == BJT_FORM_ROWS_PEOPLE && self->filter == NULL)
        mapping->rows = BJT_FORM_ROWS_MEMBERS;
    }
  return (self->each != NULL ? write_each : write_form) (self, fields, mapping, &filter);
}

static BjtExit
work (Fill *self)
{
  g_autoptr (BjtFormFields)  fields = NULL;
  g_autoptr (BjtFormMapping) mapping = NULL;
  GError *error = NULL;

  fields = bjt_form_open (self->form, NULL, &error);
  if (fields == NULL)
    return bjt_cli_refuse (error);
  mapping = self->workspace != NULL ? bjt_workspace_get_form_mapping (self->workspace, fields, NULL) : bjt_form_mapping_new_guess (fields);
  if (!read_mapping (self, fields, mapping, &error))
    return bjt_cli_refuse (error);
  return self->lists_fields ? list_fields (self, fields, mapping) : fill_form (self, fields, mapping);
}

BjtExit
bjt_command_fill (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  g_auto (Fill) self = { .cli = cli };
  GOptionEntry  entries[] = {
    { "fields", 0, 0, G_OPTION_ARG_NONE, &self.lists_fields, N_ ("List the fields of the form and what goes into them"), NULL },
    { "items", 0, 0, G_OPTION_ARG_NONE, &self.lists_items, N_ ("List what can go into fields"), NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING, &self.map, N_ ("What goes where, kept for the next time: “address=door;remarks=”"), N_ ("FIELD=ITEM;…") },
    { "rows", 0, 0, G_OPTION_ARG_STRING, &self.rows, N_ ("What a row is about"), "people|members|households|doors|visits|issues" },
    { "filter", 'f', 0, G_OPTION_ARG_STRING, &self.filter, N_ ("Only these: “low_income +disability !tenant overdue grid:3”"), N_ ("TERMS") },
    { "door", 0, 0, G_OPTION_ARG_STRING, &self.door, N_ ("Only those who live here"), N_ ("DOOR") },
    { "each", 0, 0, G_OPTION_ARG_STRING, &self.each, N_ ("A file for each of them, in the folder that -o names"), "household|person|grid" },
    { "names", 0, 0, G_OPTION_ARG_STRING, &self.names, N_ ("What the files are called: “{number} {address}”; {grid}, {day}, {form}, {household}, {name} are words, too"), N_ ("PATTERN") },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &self.purpose, N_ ("What the personal data is needed for; recorded"), N_ ("TEXT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, N_ ("Where to: a file, or with --each a folder"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (!bjt_cli_parse ("FORM", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (self.lists_items)
    return list_items (&self);
  if (argc != 2 || (self.output == NULL && !self.lists_fields))
    return bjt_cli_usage (_("use: bjt fill FORM --fields, or bjt fill FORM [--each household|person|grid] -o FILE --purpose TEXT"));
  if (!self.lists_fields || cli->db != NULL)
    {
      workspace = bjt_cli_open (cli, &exit_code);
      if (workspace == NULL)
        return exit_code;
    }
  self.form = argv[1];
  self.workspace = workspace;
  return work (&self);
}
