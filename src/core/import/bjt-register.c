/* bjt-register.c: from tables of cells to drafts of register rows.
 *
 * Which sheets: each one whose header names what a register needs
 * (bjt-column-map.c); the others are named as skipped. When nothing is left the
 * file is refused.
 *
 * Joining, within one workbook: a sheet of people without a place (业主信息) and a
 * sheet of doors (房屋信息) that both have the owner's number, or both the
 * household's, are one register. Each row of doors gets the empty ones of its
 * fields from the first row of people of that number; people whom no door names
 * come after, and say so. In the same way rows of doors get the number of levels
 * and the lift from a sheet of buildings by building and entrance; buildings
 * that no door names come after.
 *
 * Rows: empty ones, repeated headers, totals and instructions are counted and
 * left out. "同上" and ditto marks mean the value above. A person who is not the
 * head of a household and whose place is blank belongs to the household above,
 * which is how merged cells come out of a spreadsheet that was saved as text; the
 * row says so. Cells outside the columns that are used are not looked at. */
#include "bjt-register.h"

#include "bjt-import-error.h"
#include "bjt-register-check.h"
#include "bjt-register-place.h"

#include <string.h>

#include "base/bjt-text.h"

typedef struct
{
  /* Borrowed */
  const BjtTable *table;

  /* Owned */
  BjtColumnMap map;
  GHashTable  *index;      /* (nullable) key → row index + 1, of a sheet that is joined to another */
  GHashTable  *joined;     /* (nullable) keys that a row of doors named */
  guint       *last;       /* by column: row index + 1 of the last value that was no ditto */

  /* State */
  guint place_row;         /* row index + 1 of the last row that names a place */
} Sheet;

typedef struct
{
  /* Borrowed */
  BjtDraftFunc func;
  gpointer     user_data;

  /* Owned */
  GArray        *sheets; /* Sheet */
  BjtRegisterRow row;

  /* State */
  Sheet           *persons;     /* (nullable) what rows of doors are joined with */
  BjtRegisterField persons_key;
  Sheet           *buildings;   /* (nullable) */
} Register;

/* Cells */

static gboolean
needs_normalizing (const BjtCell *cell)
{
  const guint8 *at = (const guint8 *) cell->text;

  if (at[0] == ' ' || at[cell->length - 1] == ' ' || at[0] == '\'')
    return TRUE;
  for (guint32 i = 0; i < cell->length; i++)
    if (at[i] < 0x20 || at[i] == 0xc2 || at[i] == 0xe2 || at[i] == 0xef || (at[i] == ' ' && at[i + 1] == ' ') ||
        (at[i] == 0xe3 && at[i + 1] == 0x80 && at[i + 2] == 0x80))
      return TRUE;
  return FALSE;
}

static gboolean
is_ditto (const BjtCell *cell)
{
  static const char *const marks[] = { "同上", "〃", "″", "\"", "''", "”", "同 上" };

  /* The first byte of a mark is one of these: most cells end here. */
  if (cell->length > 7 || strchr ("\345\343\342\"'", cell->text[0]) == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (cell->text, marks[i]) == 0)
      return TRUE;
  return FALSE;
}

static const char *
read_cell (Register      *self,
           const BjtCell *cell)
{
  g_autofree char *text = NULL;

  if (cell->length == 0)
    return NULL;
  if (!needs_normalizing (cell))
    return cell->text;
  text = bjt_text_normalize (cell->text);
  if (text[0] == '\0')
    return NULL;
  return g_string_chunk_insert (self->row.texts, text[0] == '\'' && text[1] != '\0' ? text + 1 : text);
}

static void
read_field (Register        *self,
            Sheet           *sheet,
            guint            row,
            BjtRegisterField field)
{
  guint          column = (guint) sheet->map.columns[field];
  const BjtCell *cell = bjt_table_get_cell (sheet->table, row, column);

  if (cell->length == 0)
    return;
  if (is_ditto (cell))
    {
      if (sheet->last[column] == 0)
        {
          bjt_register_row_add_issue (&self->row, BJT_SEVERITY_WARNING, "ditto-without-value", (int) field, "\"same as above\" has nothing above it");
          return;
        }
      cell = bjt_table_get_cell (sheet->table, sheet->last[column] - 1, column);
    }
  else
    sheet->last[column] = row + 1;
  if (cell->kind == BJT_CELL_ERROR)
    {
      bjt_register_row_add_issue (&self->row, BJT_SEVERITY_WARNING, "cell-error", (int) field, "the cell holds the error of a formula");
      return;
    }
  self->row.draft.fields[field] = read_cell (self, cell);
  if (cell->kind == BJT_CELL_NUMBER)
    self->row.numeric |= G_GUINT64_CONSTANT (1) << field;
}

/* Fills the fields of the row at hand that are still empty. */
static guint
read_fields (Register *self,
             Sheet    *sheet,
             guint     row)
{
  guint n = 0;

  for (guint field = 0; field < BJT_REGISTER_N_FIELDS; field++)
    if (sheet->map.columns[field] >= 0 && self->row.draft.fields[field] == NULL)
      {
        read_field (self, sheet, row, field);
        n += self->row.draft.fields[field] != NULL;
      }
  return n;
}

/* Rows that are no data */

static gboolean
is_instruction (const BjtTable     *table,
                const BjtColumnMap *map,
                guint               row)
{
  static const char *const beginnings[] = { "说明", "填表说明", "填写说明", "注:", "注：", "注意", "备注:", "备注：", "合计", "总计", "小计", "共计", "制表", "填表", "审核", "填报", "样例", "示例", "填写示例" };
  const char              *first = NULL;
  guint                    n = 0;

  for (guint column = 0; column < map->n_columns; column++)
    {
      const BjtCell *cell = bjt_table_get_cell (table, row, column);

      if (map->fields[column] < 0 || cell->length == 0)
        continue;
      if (first == NULL)
        first = cell->text;
      else if (strcmp (first, cell->text) != 0 && ++n > 2)
        return FALSE;
    }
  if (first == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (first, beginnings[i]))
      return TRUE;
  return n == 0 && strlen (first) > 90;
}

static gboolean
is_empty_row (const BjtTable     *table,
              const BjtColumnMap *map,
              guint               row)
{
  const BjtTableRow *at = bjt_table_get_row (table, row);

  for (guint column = 0; column < MIN (at->n_cells, map->n_columns); column++)
    if (map->fields[column] >= 0 && at->cells[column].length > 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_data_row (const Sheet *sheet,
             guint        row)
{
  return !is_empty_row (sheet->table, &sheet->map, row) &&
         !is_instruction (sheet->table, &sheet->map, row) &&
         !(sheet->map.header_row > 0 && bjt_column_map_is_header (&sheet->map, sheet->table, row));
}

/* Sheets */

static void
sheet_clear (Sheet *self)
{
  bjt_column_map_clear (&self->map);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->joined, g_hash_table_unref);
  g_clear_pointer (&self->last, g_free);
}

static gboolean
add_sheets (Register                *self,
            GPtrArray               *tables,
            const BjtColumnOverride *override,
            GError                 **error)
{
  const char *wanted = override != NULL ? bjt_column_override_get_sheet (override) : NULL;

  for (guint i = 0; i < tables->len; i++)
    {
      Sheet                    sheet = { .table = tables->pdata[i] };
      gboolean                 named = wanted == NULL || strcmp (wanted, bjt_table_get_name (sheet.table)) == 0;
      gboolean                 use = override != NULL && named && (wanted != NULL || tables->len == 1);

      if (wanted != NULL && !named)
        continue;
      if (!bjt_column_map_init (&sheet.map, sheet.table, use ? override : NULL, error))
        return FALSE;
      sheet.last = g_new0 (guint, sheet.map.n_columns + 1);
      g_array_append_val (self->sheets, sheet);
    }
  if (wanted == NULL || self->sheets->len > 0)
    return TRUE;
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP, "map of columns: there is no sheet %s", wanted);
  return FALSE;
}

static gboolean
send_sheet (Register    *self,
            const Sheet *sheet,
            GError     **error)
{
  BjtDraft              draft = { .kind = BJT_DRAFT_SHEET };
  g_autofree BjtColumnUse *uses = g_new0 (BjtColumnUse, sheet->map.n_columns + 1);
  g_autoptr (GStringChunk) letters = g_string_chunk_new (256);

  draft.sheet.sheet = bjt_table_get_name (sheet->table);
  draft.sheet.role = bjt_sheet_role_get_name (sheet->map.role);
  draft.sheet.header_row = sheet->map.header_row;
  for (guint i = sheet->map.first_data_row; i < bjt_table_get_n_rows (sheet->table); i++)
    if (is_data_row (sheet, i))
      draft.sheet.n_rows++;
    else
      draft.sheet.n_skipped++;
  for (guint column = 0; column < sheet->map.n_columns; column++)
    {
      BjtColumnUse *use = &uses[draft.sheet.n_columns];
      char          letter[8];

      if (sheet->map.fields[column] < 0 && sheet->map.headers[column][0] == '\0')
        continue;
      bjt_column_format (column, letter);
      use->column = g_string_chunk_insert (letters, letter);
      use->header = sheet->map.headers[column];
      use->field = sheet->map.fields[column];
      use->reason = sheet->map.reasons[column];
      draft.sheet.n_columns++;
    }
  draft.sheet.columns = uses;
  return self->func (&draft, self->user_data, error);
}

/* Members below their head */

static gboolean
names_place (const BjtRegisterRowDraft *draft)
{
  static const BjtRegisterField fields[] = { BJT_REGISTER_ADDRESS, BJT_REGISTER_BUILDING, BJT_REGISTER_ENTRANCE, BJT_REGISTER_LEVEL, BJT_REGISTER_DOOR };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (draft->fields[fields[i]] != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_member (const BjtRegisterRowDraft *draft)
{
  static const char *const heads[] = { "户主", "本人", "业主", "房主" };
  const char              *relation = draft->fields[BJT_REGISTER_RELATION];

  if (relation == NULL || draft->fields[BJT_REGISTER_PERSON_NAME] == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (strcmp (relation, heads[i]) == 0)
      return FALSE;
  return TRUE;
}

static void
carry_place (Register *self,
             Sheet    *sheet,
             guint     row)
{
  static const BjtRegisterField carried[] = {
    BJT_REGISTER_ADDRESS, BJT_REGISTER_COMPOUND, BJT_REGISTER_BUILDING, BJT_REGISTER_ENTRANCE,
    BJT_REGISTER_LEVEL, BJT_REGISTER_DOOR, BJT_REGISTER_HOUSEHOLD_KEY, BJT_REGISTER_GRID,
  };

  if (names_place (&self->row.draft))
    {
      sheet->place_row = row + 1;
      return;
    }
  if (sheet->place_row == 0 || !is_member (&self->row.draft))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (carried); i++)
    if (sheet->map.columns[carried[i]] >= 0 && self->row.draft.fields[carried[i]] == NULL)
      read_field (self, sheet, sheet->place_row - 1, carried[i]);
  bjt_register_row_add_issue (&self->row, BJT_SEVERITY_INFO, "place-carried", -1, "the row names no place and is taken for a member of the household above");
}

/* Joining */

static char *
dup_building_key (const char *building,
                  const char *entrance)
{
  return g_strdup_printf ("%s\037%s", building != NULL ? building : "", entrance != NULL ? entrance : "");
}

static char *
dup_key_of_row (Register        *self,
                Sheet           *sheet,
                guint            row,
                BjtRegisterField field)
{
  int         column = sheet->map.columns[field];
  const char *text = column >= 0 ? read_cell (self, bjt_table_get_cell (sheet->table, row, (guint) column)) : NULL;
  const char *entrance = NULL;

  if (text == NULL)
    return NULL;
  if (field != BJT_REGISTER_BUILDING)
    return g_strdup (text);
  column = sheet->map.columns[BJT_REGISTER_ENTRANCE];
  if (column >= 0)
    entrance = read_cell (self, bjt_table_get_cell (sheet->table, row, (guint) column));
  return dup_building_key (text, entrance);
}

static void
index_sheet (Register        *self,
             Sheet           *sheet,
             BjtRegisterField field)
{
  sheet->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheet->joined = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint row = sheet->map.first_data_row; row < bjt_table_get_n_rows (sheet->table); row++)
    {
      char *key = is_data_row (sheet, row) ? dup_key_of_row (self, sheet, row, field) : NULL;

      if (key != NULL && !g_hash_table_contains (sheet->index, key))
        g_hash_table_insert (sheet->index, key, GUINT_TO_POINTER (row + 1));
      else
        g_free (key);
    }
}

static gboolean
doors_have (const Register  *self,
            BjtRegisterField field)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (self->sheets, Sheet, i);

      if (sheet->map.role == BJT_SHEET_REGISTER && bjt_column_map_has (&sheet->map, field))
        return TRUE;
    }
  return FALSE;
}

static void
find_joins (Register *self)
{
  static const BjtRegisterField keys[] = { BJT_REGISTER_OWNER_KEY, BJT_REGISTER_HOUSEHOLD_KEY };

  for (guint i = 0; i < self->sheets->len; i++)
    {
      Sheet *sheet = &g_array_index (self->sheets, Sheet, i);

      for (gsize k = 0; k < G_N_ELEMENTS (keys) && self->persons == NULL; k++)
        if (sheet->map.role == BJT_SHEET_PERSONS && bjt_column_map_has (&sheet->map, keys[k]) && doors_have (self, keys[k]))
          {
            self->persons = sheet;
            self->persons_key = keys[k];
            index_sheet (self, sheet, keys[k]);
          }
      if (sheet->map.role == BJT_SHEET_BUILDINGS && self->buildings == NULL && doors_have (self, BJT_REGISTER_BUILDING))
        {
          self->buildings = sheet;
          index_sheet (self, sheet, BJT_REGISTER_BUILDING);
        }
    }
}

static void
join_row (Register   *self,
          Sheet      *other,
          const char *key)
{
  gpointer stored, row;

  if (key == NULL || !g_hash_table_lookup_extended (other->index, key, &stored, &row))
    return;
  g_hash_table_add (other->joined, stored);
  read_fields (self, other, GPOINTER_TO_UINT (row) - 1);
}

static gboolean
was_joined (Register *self,
            Sheet    *sheet,
            guint     row)
{
  g_autofree char *key = NULL;

  if (sheet->joined == NULL)
    return FALSE;
  key = dup_key_of_row (self, sheet, row, sheet == self->buildings ? BJT_REGISTER_BUILDING : self->persons_key);
  return key != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (sheet->index, key)) == row + 1 &&
         g_hash_table_contains (sheet->joined, key);
}

/* Rows */

static gboolean
send_row (Register *self,
          Sheet    *sheet,
          guint     row,
          GError  **error)
{
  BjtDraft           draft = { .kind = BJT_DRAFT_REGISTER_ROW };
  const char *const *fields = self->row.draft.fields;

  bjt_register_row_reset (&self->row, bjt_table_get_name (sheet->table), bjt_table_get_row (sheet->table, row)->number);
  self->row.columns = sheet->map.columns;
  read_fields (self, sheet, row);
  if (sheet->map.role == BJT_SHEET_REGISTER)
    carry_place (self, sheet, row);
  if (self->persons != NULL && sheet->map.role == BJT_SHEET_REGISTER)
    join_row (self, self->persons, fields[self->persons_key]);
  if (self->buildings != NULL && sheet->map.role == BJT_SHEET_REGISTER && fields[BJT_REGISTER_BUILDING] != NULL)
    {
      g_autofree char *key = dup_building_key (fields[BJT_REGISTER_BUILDING], fields[BJT_REGISTER_ENTRANCE]);

      join_row (self, self->buildings, key);
    }
  bjt_register_row_check (&self->row);
  bjt_register_row_read_place (&self->row);
  draft.row = self->row.draft;
  return self->func (&draft, self->user_data, error);
}

static gboolean
send_rows (Register *self,
           Sheet    *sheet,
           GError  **error)
{
  for (guint row = sheet->map.first_data_row; row < bjt_table_get_n_rows (sheet->table); row++)
    {
      if (!is_data_row (sheet, row))
        continue;
      if (sheet->joined != NULL)
        {
          gboolean joined;

          g_string_chunk_clear (self->row.texts);
          joined = was_joined (self, sheet, row);
          if (joined)
            continue;
        }
      if (!send_row (self, sheet, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_role (Register    *self,
           BjtSheetRole role,
           GError     **error)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      Sheet *sheet = &g_array_index (self->sheets, Sheet, i);

      if (sheet->map.role == role && !send_rows (self, sheet, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_all (Register *self,
          GError  **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->sheets->len; i++)
    any = any || g_array_index (self->sheets, Sheet, i).map.role != BJT_SHEET_SKIPPED;
  if (!any)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_NO_REGISTER,
                           "no sheet has a header row that names an address, a building and door, or people");
      return FALSE;
    }
  for (guint i = 0; i < self->sheets->len; i++)
    if (!send_sheet (self, &g_array_index (self->sheets, Sheet, i), error))
      return FALSE;
  find_joins (self);
  return send_role (self, BJT_SHEET_REGISTER, error) &&
         send_role (self, BJT_SHEET_PERSONS, error) &&
         send_role (self, BJT_SHEET_BUILDINGS, error);
}

/**
 * bjt_register_read:
 * @tables: (element-type BjtTable): the sheets of one file
 * @override: (nullable): what a person says about the columns
 * @func: gets a sheet draft for each sheet, then the rows
 *
 * Returns: FALSE when no sheet is a register, @override does not fit, or @func
 *   said so
 */
gboolean
bjt_register_read (GPtrArray               *tables,
                   const BjtColumnOverride *override,
                   BjtDraftFunc             func,
                   gpointer                 user_data,
                   GError                 **error)
{
  Register self = { .func = func, .user_data = user_data };
  gboolean ok;

  self.sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_array_set_clear_func (self.sheets, (GDestroyNotify) sheet_clear);
  bjt_register_row_init (&self.row);
  ok = add_sheets (&self, tables, override, error) && send_all (&self, error);
  bjt_register_row_clear (&self.row);
  g_array_unref (self.sheets);
  return ok;
}
