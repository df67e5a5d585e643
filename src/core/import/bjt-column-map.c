/* bjt-column-map.c: finds the header of a sheet and reads it.
 *
 * The header is the one of the first 30 rows, or the one pair of neighbours
 * among them, whose words name the most fields (title rows above name none). In
 * a pair the lower word counts, else both together, else the upper one, which
 * is how merged two-row headers are meant. What a person says in the override
 * goes before what was found. Two columns of one field: the surer header wins,
 * then the one further left; the other is not used and said to be a duplicate. */
#include "bjt-column-map.h"

#include "bjt-header-text.h"
#include "bjt-header-words.h"
#include "bjt-import-error.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define HEADER_SEARCH_ROWS 30

struct _BjtColumnOverride
{
  char       *sheet;      /* (nullable) */
  gint64      header_row; /* -1: to be found */
  GHashTable *columns;    /* header or letter → field + 2 (1: not used) */
};

/* Override */

static gboolean
read_override_column (BjtColumnOverride *self,
                      const char        *name,
                      JsonNode          *node,
                      GError           **error)
{
  BjtRegisterField field;

  if (json_node_is_null (node))
    {
      g_hash_table_insert (self->columns, g_strdup (name), GINT_TO_POINTER (1));
      return TRUE;
    }
  if (json_node_get_value_type (node) != G_TYPE_STRING ||
      !bjt_register_field_from_name (json_node_get_string (node), &field))
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP,
                   "map of columns: the column %s is given a field that does not exist", name);
      return FALSE;
    }
  g_hash_table_insert (self->columns, g_strdup (name), GINT_TO_POINTER ((int) field + 2));
  return TRUE;
}

static gboolean
read_override_columns (BjtColumnOverride *self,
                       JsonNode          *node,
                       GError           **error)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP, "map of columns: \"columns\" is not an object");
      return FALSE;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    if (!read_override_column (self, name, value, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_override_member (BjtColumnOverride *self,
                      const char        *name,
                      JsonNode          *value,
                      GError           **error)
{
  if (strcmp (name, "columns") == 0)
    return read_override_columns (self, value, error);
  if (strcmp (name, "sheet") == 0 && json_node_get_value_type (value) == G_TYPE_STRING)
    {
      g_free (self->sheet);
      self->sheet = g_strdup (json_node_get_string (value));
      return TRUE;
    }
  if (strcmp (name, "header_row") == 0 && json_node_get_value_type (value) == G_TYPE_INT64 &&
      json_node_get_int (value) >= 0 && json_node_get_int (value) <= BJT_TABLE_MAX_ROWS)
    {
      self->header_row = json_node_get_int (value);
      return TRUE;
    }
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP, "map of columns: \"%s\" is not known or has a wrong value", name);
  return FALSE;
}

/**
 * bjt_column_override_new_from_json:
 * @json: as bjt-column-map.h describes
 *
 * Returns: (transfer full) (nullable): the override
 */
BjtColumnOverride *
bjt_column_override_new_from_json (const char *json,
                                   GError    **error)
{
  g_autoptr (BjtColumnOverride) self = g_new0 (BjtColumnOverride, 1);
  g_autoptr (GError)            problem = NULL;
  g_autoptr (JsonNode)          root = json_from_string (json, &problem);
  JsonObjectIter                iter;
  const char                   *name;
  JsonNode                     *value;

  self->header_row = -1;
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP, "map of columns: %s",
                   problem != NULL ? problem->message : "not a JSON object");
      return NULL;
    }
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &value))
    if (!read_override_member (self, name, value, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
bjt_column_override_free (BjtColumnOverride *self)
{
  g_free (self->sheet);
  g_hash_table_unref (self->columns);
  g_free (self);
}

const char *
bjt_column_override_get_sheet (const BjtColumnOverride *self)
{
  return self->sheet;
}

/* Headers */

/**
 * bjt_column_map_match_header:
 * @header: as the file has it
 * @score: (out): 3 for the very word, 1 for a part of it
 */
gboolean
bjt_column_map_match_header (const char       *header,
                             BjtRegisterField *field,
                             int              *score)
{
  g_autofree char *text = NULL;

  if (strlen (header) > BJT_HEADER_MAX_BYTES)
    return FALSE;
  text = bjt_header_text_fold (header);
  if (text[0] == '\0')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (exact_words); i++)
    if (bjt_header_text_has_word (exact_words[i].words, text, TRUE))
      {
        *field = exact_words[i].field;
        *score = 3;
        return TRUE;
      }
  if (g_utf8_strlen (text, -1) > 14)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (foreign_words); i++)
    if (strstr (text, foreign_words[i]) != NULL)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (part_words); i++)
    if (bjt_header_text_has_word (part_words[i].words, text, FALSE))
      {
        *field = part_words[i].field;
        *score = 1;
        return TRUE;
      }
  return FALSE;
}

typedef struct
{
  int  fields[BJT_TABLE_MAX_COLUMNS]; /* or -1 */
  int  scores[BJT_TABLE_MAX_COLUMNS];
  int  total;
  int  n_fields;
} Candidate;

static gboolean
match_pair (const char       *upper,
            const char       *lower,
            BjtRegisterField *field,
            int              *score)
{
  g_autofree char *both = NULL;

  if (upper == NULL || strcmp (upper, lower) == 0)
    return bjt_column_map_match_header (lower, field, score);
  if (lower[0] == '\0')
    return bjt_column_map_match_header (upper, field, score);
  both = g_strconcat (upper, lower, NULL);
  if (bjt_column_map_match_header (both, field, score) && *score == 3)
    return TRUE;
  return bjt_column_map_match_header (lower, field, score) || bjt_column_map_match_header (upper, field, score);
}

/* Reads row @lower as header, with row @upper above it unless that is -1. */
static void
read_candidate (Candidate      *self,
                const BjtTable *table,
                int             upper,
                guint           lower)
{
  gboolean seen[BJT_REGISTER_N_FIELDS] = { FALSE };
  guint    n_columns = MIN (bjt_table_get_n_columns (table), BJT_TABLE_MAX_COLUMNS);

  self->total = 0;
  self->n_fields = 0;
  for (guint column = 0; column < n_columns; column++)
    {
      const BjtCell   *below = bjt_table_get_cell (table, lower, column);
      const char      *above = upper >= 0 ? bjt_table_get_cell (table, (guint) upper, column)->text : NULL;
      BjtRegisterField field;

      self->fields[column] = -1;
      if (!match_pair (above, below->text, &field, &self->scores[column]))
        continue;
      self->fields[column] = (int) field;
      if (seen[field])
        continue;
      seen[field] = TRUE;
      self->total += self->scores[column];
      self->n_fields++;
    }
}

/* Whether a row holds words only, as a second header row does. */
static gboolean
is_wordy (const BjtTable *table,
          guint           row)
{
  const BjtTableRow *at = bjt_table_get_row (table, row);

  for (guint i = 0; i < at->n_cells; i++)
    {
      const BjtCell *cell = &at->cells[i];

      if (cell->kind == BJT_CELL_NUMBER || cell->kind == BJT_CELL_DATE || cell->length > BJT_HEADER_MAX_BYTES)
        return FALSE;
      if (strcspn (cell->text, "0123456789") < cell->length)
        return FALSE;
    }
  return at->n_cells > 0;
}

static gboolean
is_first_row (const BjtTable *table,
              int             row)
{
  for (int i = 0; i < row; i++)
    if (bjt_table_get_row (table, (guint) i)->n_cells > 0)
      return FALSE;
  return TRUE;
}

/* Returns the index of the last header row, or -1; *upper is the row above it
 * that belongs to the header, or -1. */
static int
find_header (const BjtTable *table,
             Candidate      *best,
             int            *upper)
{
  guint                 n = MIN (bjt_table_get_n_rows (table), HEADER_SEARCH_ROWS);
  int                   found = -1;
  g_autofree Candidate *at = g_new (Candidate, 1);

  best->total = 0;
  best->n_fields = 0;
  for (guint row = 0; row < n; row++)
    {
      if (bjt_table_get_row (table, row)->n_cells == 0)
        continue;
      read_candidate (at, table, -1, row);
      if (at->n_fields > best->n_fields || (at->n_fields == best->n_fields && at->total > best->total))
        {
          *best = *at;
          *upper = -1;
          found = (int) row;
        }
    }
  if (best->n_fields == 1 && (best->total < 3 || !is_first_row (table, found)))
    return -1;
  for (int row = MAX (found - 1, 0); found >= 0 && row <= found && row + 1 < (int) n; row++)
    {
      if (!is_wordy (table, (guint) row) || !is_wordy (table, (guint) row + 1))
        continue;
      read_candidate (at, table, row, (guint) row + 1);
      if (at->n_fields >= best->n_fields + 2)
        {
          *best = *at;
          *upper = row;
          found = row + 1;
          break;
        }
    }
  return found;
}

/* Map */

static char *
dup_header (const BjtTable *table,
            int             upper,
            int             lower,
            guint           column)
{
  const char *below = lower >= 0 ? bjt_table_get_cell (table, (guint) lower, column)->text : "";
  const char *above = upper >= 0 ? bjt_table_get_cell (table, (guint) upper, column)->text : "";

  if (above[0] == '\0' || strcmp (above, below) == 0)
    return g_strdup (below);
  return below[0] == '\0' ? g_strdup (above) : g_strdup_printf ("%s %s", above, below);
}

static void
assign (BjtColumnMap    *self,
        const Candidate *found)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      int field = found->fields[column];
      int other;

      self->fields[column] = -1;
      self->reasons[column] = "unknown";
      if (field < 0)
        continue;
      other = self->columns[field];
      if (other >= 0 && found->scores[other] >= found->scores[column])
        {
          self->reasons[column] = "duplicate";
          continue;
        }
      if (other >= 0)
        {
          self->fields[other] = -1;
          self->reasons[other] = "duplicate";
        }
      self->columns[field] = (int) column;
      self->fields[column] = field;
      self->reasons[column] = "header";
    }
}

static void
override_column (BjtColumnMap *self,
                 guint         column,
                 int           field)
{
  if (self->fields[column] >= 0)
    self->columns[self->fields[column]] = -1;
  self->fields[column] = field;
  self->reasons[column] = "map";
  if (field < 0)
    return;
  if (self->columns[field] >= 0)
    {
      self->fields[self->columns[field]] = -1;
      self->reasons[self->columns[field]] = "duplicate";
    }
  self->columns[field] = (int) column;
}

static int
find_column (const BjtColumnMap *self,
             const char         *name)
{
  guint number = 0;

  for (guint column = 0; column < self->n_columns; column++)
    if (strcmp (self->headers[column], name) == 0)
      return (int) column;
  for (const char *at = name; *at != '\0'; at++)
    {
      if (!g_ascii_isupper (*at) || number > BJT_TABLE_MAX_COLUMNS)
        return -1;
      number = number * 26 + (guint) (*at - 'A') + 1;
    }
  return number > 0 && number <= self->n_columns ? (int) number - 1 : -1;
}

static gboolean
apply_override (BjtColumnMap            *self,
                const BjtColumnOverride *override,
                GError                 **error)
{
  GHashTableIter iter;
  gpointer       name, value;

  g_hash_table_iter_init (&iter, override->columns);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      int column = find_column (self, name);

      if (column < 0)
        {
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP, "map of columns: the sheet has no column %s", (char *) name);
          return FALSE;
        }
      override_column (self, (guint) column, GPOINTER_TO_INT (value) - 2);
    }
  return TRUE;
}

static BjtSheetRole
choose_role (const BjtColumnMap *self)
{
  gboolean person = bjt_column_map_has (self, BJT_REGISTER_PERSON_NAME) || bjt_column_map_has (self, BJT_REGISTER_ID_NUMBER);
  gboolean building = bjt_column_map_has (self, BJT_REGISTER_BUILDING);
  gboolean door = bjt_column_map_has (self, BJT_REGISTER_DOOR);
  gboolean address = bjt_column_map_has (self, BJT_REGISTER_ADDRESS);
  guint    n_fields = 0;

  for (guint i = 0; i < BJT_REGISTER_N_FIELDS; i++)
    n_fields += self->columns[i] >= 0;
  if (n_fields < 2 && !(address && self->n_columns <= 2))
    return BJT_SHEET_SKIPPED;
  if (address || (door && (building || person || bjt_column_map_has (self, BJT_REGISTER_COMPOUND))))
    return BJT_SHEET_REGISTER;
  if (person && (n_fields >= 3 || bjt_column_map_has (self, BJT_REGISTER_ID_NUMBER) || bjt_column_map_has (self, BJT_REGISTER_PHONE)))
    return building ? BJT_SHEET_REGISTER : BJT_SHEET_PERSONS;
  if (building && (bjt_column_map_has (self, BJT_REGISTER_ENTRANCE) || bjt_column_map_has (self, BJT_REGISTER_TOTAL_LEVELS) ||
                   bjt_column_map_has (self, BJT_REGISTER_LONGITUDE)))
    return BJT_SHEET_BUILDINGS;
  return BJT_SHEET_SKIPPED;
}

static int
find_row_number (const BjtTable *table,
                 gint64          number)
{
  for (guint i = 0; i < bjt_table_get_n_rows (table); i++)
    if (bjt_table_get_row (table, i)->number == number)
      return (int) i;
  return -1;
}

static gboolean
locate_header (const BjtTable          *table,
               const BjtColumnOverride *override,
               Candidate               *found,
               int                     *upper,
               int                     *lower,
               GError                 **error)
{
  *upper = -1;
  if (override == NULL || override->header_row < 0)
    {
      *lower = find_header (table, found, upper);
      return TRUE;
    }
  *lower = -1;
  if (override->header_row == 0)
    return TRUE;
  *lower = find_row_number (table, override->header_row);
  if (*lower < 0)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP,
                   "map of columns: there is no row %" G_GINT64_FORMAT " for the header", override->header_row);
      return FALSE;
    }
  read_candidate (found, table, -1, (guint) *lower);
  return TRUE;
}

/**
 * bjt_column_map_init:
 * @self: (out caller-allocates): cleared by bjt_column_map_clear()
 * @override: (nullable): what a person says
 *
 * Returns: FALSE when @override does not fit the sheet
 */
gboolean
bjt_column_map_init (BjtColumnMap            *self,
                     const BjtTable          *table,
                     const BjtColumnOverride *override,
                     GError                 **error)
{
  g_autofree Candidate *found = g_new0 (Candidate, 1);
  int                   upper, lower;

  memset (self, 0, sizeof *self);
  memset (found->fields, -1, sizeof found->fields);
  if (!locate_header (table, override, found, &upper, &lower, error))
    return FALSE;
  self->n_columns = MIN (bjt_table_get_n_columns (table), BJT_TABLE_MAX_COLUMNS);
  self->fields = g_new (int, self->n_columns + 1);
  self->reasons = g_new0 (const char *, self->n_columns + 1);
  self->headers = g_new0 (char *, self->n_columns + 1);
  memset (self->columns, -1, sizeof self->columns);
  for (guint column = 0; column < self->n_columns; column++)
    self->headers[column] = dup_header (table, upper, lower, column);
  self->first_data_row = (guint) (lower + 1);
  self->header_row = lower >= 0 ? bjt_table_get_row (table, (guint) lower)->number : 0;
  assign (self, found);
  if (override != NULL && !apply_override (self, override, error))
    {
      bjt_column_map_clear (self);
      return FALSE;
    }
  if (self->columns[BJT_REGISTER_PERSON_NAME] < 0 && self->columns[BJT_REGISTER_HEAD_NAME] >= 0)
    {
      self->columns[BJT_REGISTER_PERSON_NAME] = self->columns[BJT_REGISTER_HEAD_NAME];
      self->columns[BJT_REGISTER_HEAD_NAME] = -1;
      self->fields[self->columns[BJT_REGISTER_PERSON_NAME]] = BJT_REGISTER_PERSON_NAME;
    }
  self->role = choose_role (self);
  return TRUE;
}

void
bjt_column_map_clear (BjtColumnMap *self)
{
  g_clear_pointer (&self->fields, g_free);
  g_clear_pointer (&self->reasons, g_free);
  g_clear_pointer (&self->headers, g_strfreev);
}

gboolean
bjt_column_map_has (const BjtColumnMap *self,
                    BjtRegisterField    field)
{
  return self->columns[field] >= 0;
}

/**
 * bjt_column_map_is_header:
 *
 * Returns: whether the row repeats the header, as printed registers do on every page
 */
gboolean
bjt_column_map_is_header (const BjtColumnMap *self,
                          const BjtTable     *table,
                          guint               row)
{
  guint same = 0, used = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const BjtCell *cell;

      if (self->fields[column] < 0 || self->headers[column][0] == '\0')
        continue;
      cell = bjt_table_get_cell (table, row, column);
      used++;
      same += cell->length > 0 && strcmp (cell->text, self->headers[column]) == 0;
      if (same == 0 && used >= 3)
        return FALSE;
    }
  return used >= 2 && same * 2 > used;
}

const char *
bjt_sheet_role_get_name (BjtSheetRole role)
{
  switch (role)
    {
    case BJT_SHEET_REGISTER:
      return "register";
    case BJT_SHEET_PERSONS:
      return "persons";
    case BJT_SHEET_BUILDINGS:
      return "buildings";
    case BJT_SHEET_SKIPPED:
    default:
      return "skipped";
    }
}
