/* bjt-form-fields.c: looks over a form as a person does.
 *
 * Rows that repeat stand under a row of labels, of which two are known at least,
 * and are empty, or are one row that holds nothing but marks. What is left is
 * looked through for marks, for labels beside an empty cell, and for labels with
 * a colon and room behind it. Marks are {{…}} and ${…} whatever they say, and
 * 〔…〕 where its words are known (years of document numbers stand in the same
 * brackets). Boxes to tick belong to the label before them, or to that of the cell
 * on their left, or of their column. */
#include "bjt-form-fields.h"

#include <string.h>

#include "bjt-form-choices.h"

#define MAX_LABEL_CHARS 14
#define MAX_TABLE_COLUMNS 256

typedef struct
{
  BjtFormFields       *fields;
  const BjtFormSketch *sketch;
  const BjtFormBlock  *block;
  guint32              number; /* of the block */
  GHashTable          *seen;   /* id → how often + 1 */
} Looking;

static void
clear_field (gpointer data)
{
  BjtFormField *field = data;

  g_free (field->id);
  g_free (field->label);
  g_free (field->open_box);
  g_clear_pointer (&field->boxes, g_array_unref);
}

void
bjt_form_fields_free (BjtFormFields *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->fields);
  g_array_unref (self->tables);
  g_free (self->fingerprint);
  g_free (self);
}

/* Labels */

static char *
dup_label (const char *text)
{
  GString *label = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && c != 0x3000 && c != ':' && c != 0xFF1A && c != '=' && c != ';' && c != '#')
        g_string_append_unichar (label, c);
    }
  return g_string_free (label, FALSE);
}

static void
add_field (Looking      *self,
           BjtFormField *field,
           const char   *label)
{
  guint n;

  field->label = dup_label (label);
  field->block = self->number;
  field->guess = field->boxes != NULL ? bjt_form_choices_guess (label, field->boxes) : bjt_form_words_guess (field->label);
  if (field->kind == BJT_FORM_FIELD_MARK && field->guess == BJT_FORM_NOTHING)
    field->guess = bjt_form_words_find_key (field->label);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, field->label)) + 1;
  g_hash_table_insert (self->seen, g_strdup (field->label), GUINT_TO_POINTER (n));
  field->id = n == 1 || field->kind == BJT_FORM_FIELD_MARK ? g_strdup (field->label) : g_strdup_printf ("%s#%u", field->label, n);
  g_array_append_val (self->fields->fields, *field);
}

static gboolean
is_blank (const BjtFormCell *cell)
{
  return cell == NULL || cell->kind == BJT_FORM_CELL_BLANK || (cell->kind == BJT_FORM_CELL_TEXT && strspn (cell->text, " \t\n") == strlen (cell->text));
}

static const BjtFormCell *
get_cell (const Looking *self,
          guint32        row,
          guint32        column)
{
  return bjt_form_block_find_cell (self->block, row, column);
}

static gboolean
has_boxes (const BjtFormCell *cell)
{
  return cell != NULL && cell->kind == BJT_FORM_CELL_TEXT && bjt_form_boxes_has (cell->text);
}

/* Rows that repeat under a header */

typedef struct
{
  const BjtFormCell *cells[MAX_TABLE_COLUMNS];
  guint              n;
} Header;

/* Whether something may be written there for each row: a number of the row is
 * often printed already, a formula does its own work, boxes are to be ticked. */
static gboolean
is_ready (const BjtFormCell *header,
          const BjtFormCell *cell)
{
  return is_blank (cell) || cell->kind == BJT_FORM_CELL_FORMULA || has_boxes (cell)
         || (bjt_form_words_guess (header->text) == BJT_FORM_ROW_NUMBER && strspn (cell->text, "0123456789 ") == strlen (cell->text));
}

static gboolean
is_below (const BjtFormCell *header,
          const BjtFormCell *cell,
          guint32            row)
{
  return cell->row == row && cell->column == header->column && cell->n_columns == header->n_columns;
}

static gboolean
is_row_ready (const Looking *self,
              const Header  *header,
              guint32        row)
{
  guint n_boxed = 0, n_own = 0;

  for (guint i = 0; i < header->n; i++)
    {
      const BjtFormCell *cell = get_cell (self, row, header->cells[i]->column);

      if (!is_ready (header->cells[i], cell) || (cell != NULL && !is_below (header->cells[i], cell, row)))
        return FALSE;
      n_boxed += cell != NULL && cell->is_boxed;
      n_own += cell != NULL;
    }
  return self->block->kind == BJT_FORM_BLOCK_SHEET ? n_boxed == header->n : n_own == header->n;
}

/* A sheet without lines: one row, where nothing stands. */
static gboolean
is_row_free (const Looking *self,
             const Header  *header,
             guint32        row)
{
  for (guint i = 0; i < header->n; i++)
    if (!is_blank (get_cell (self, row, header->cells[i]->column)))
      return FALSE;
  return self->block->kind == BJT_FORM_BLOCK_SHEET;
}

/* How many rows stand ready below the header; 0: it is none. */
static guint32
count_ready (const Looking *self,
             const Header  *header,
             guint32        row)
{
  guint32 n = 0;

  while (row + n < self->block->n_rows && is_row_ready (self, header, row + n))
    n++;
  return n == 0 && is_row_free (self, header, row) ? 1 : n;
}

/* The label of a column, together with what stands above it where only both are known. */
static const char *
choose_label (const Looking     *self,
              const BjtFormCell *cell,
              char             **both)
{
  const BjtFormCell *above = cell->row > 0 ? get_cell (self, cell->row - 1, cell->column) : NULL;

  if (bjt_form_words_guess (cell->text) != BJT_FORM_NOTHING || above == NULL || is_blank (above) || above->n_columns < 2 || above->n_columns > 4)
    return cell->text;
  *both = g_strconcat (above->text, cell->text, NULL);
  return bjt_form_words_guess (*both) != BJT_FORM_NOTHING ? *both : cell->text;
}

static gboolean
is_label (const BjtFormCell *cell)
{
  return cell != NULL && cell->kind == BJT_FORM_CELL_TEXT && !is_blank (cell) && !has_boxes (cell) && strstr (cell->text, "{{") == NULL && strstr (cell->text, "${") == NULL;
}

/* Labels side by side that end with the row, from a column on. */
static guint32
read_header (const Looking *self,
             Header        *header,
             guint32        row,
             guint32        column)
{
  header->n = 0;
  while (column < self->block->n_columns && header->n < MAX_TABLE_COLUMNS)
    {
      const BjtFormCell *cell = get_cell (self, row, column);

      if (!is_label (cell) || cell->row + cell->n_rows != row + 1)
        return (cell != NULL ? cell->column + cell->n_columns : column + 1);
      header->cells[header->n++] = cell;
      column = cell->column + cell->n_columns;
    }
  return column;
}

static guint
count_known (const Header *header)
{
  guint n = 0;

  for (guint i = 0; i < header->n; i++)
    n += bjt_form_words_guess (header->cells[i]->text) != BJT_FORM_NOTHING;
  return n;
}

/* All boxes of a cell, whatever stands between them. */
static GArray *
take_boxes (const char *text)
{
  g_autoptr (GPtrArray) groups = bjt_form_boxes_find (text);
  GArray               *boxes = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      BjtFormBoxes *group = groups->pdata[i];

      if (boxes == NULL)
        boxes = g_array_ref (group->boxes);
      else
        {
          g_array_append_vals (boxes, group->boxes->data, group->boxes->len);
          g_array_set_clear_func (group->boxes, NULL);
        }
    }
  return boxes;
}

static void
add_table (Looking      *self,
           const Header *header,
           guint32       row,
           guint32       n_ready)
{
  BjtFormTable table = { self->number, row, row + 1, n_ready };

  for (guint i = 0; i < header->n; i++)
    {
      BjtFormField     field = { .kind = BJT_FORM_FIELD_COLUMN, .row = row + 1, .column = header->cells[i]->column };
      g_autofree char *both = NULL;
      const BjtFormCell *first = get_cell (self, row + 1, field.column);

      field.table = (int) self->fields->tables->len;
      field.boxes = has_boxes (first) ? take_boxes (first->text) : NULL;
      field.open_box = field.boxes != NULL ? bjt_form_boxes_dup_open (first->text) : NULL;
      add_field (self, &field, choose_label (self, header->cells[i], &both));
    }
  g_array_append_val (self->fields->tables, table);
}

static void
look_for_header (Looking *self,
                 guint32  row)
{
  Header header;

  for (guint32 column = 0; column < self->block->n_columns;)
    {
      guint32 next = read_header (self, &header, row, column);
      guint32 n_ready = header.n >= 2 && count_known (&header) >= 2 ? count_ready (self, &header, row + 1) : 0;

      if (n_ready > 0)
        add_table (self, &header, row, n_ready);
      column = MAX (next, column + 1);
    }
}

/* Marks */

typedef struct
{
  gsize start, length;
  char *name;
} Mark;

static const struct
{
  const char *open, *close;
  gboolean    is_sure;
} brackets[] = { { "{{", "}}", TRUE }, { "${", "}", TRUE }, { "〔", "〕", FALSE } };

static gboolean
find_mark (const char *text,
           gsize       from,
           Mark       *mark)
{
  const char *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (brackets); i++)
    for (const char *open = strstr (text + from, brackets[i].open); open != NULL; open = strstr (open + 1, brackets[i].open))
      {
        const char      *name = open + strlen (brackets[i].open), *close = strstr (name, brackets[i].close);
        g_autofree char *words = close != NULL ? g_strndup (name, (gsize) (close - name)) : NULL;
        g_autofree char *label = words != NULL ? dup_label (words) : NULL;

        if (label == NULL || *label == '\0' || strlen (label) > 120 || (best != NULL && best <= open)
            || (!brackets[i].is_sure && bjt_form_words_guess (label) == BJT_FORM_NOTHING))
          continue;
        best = open;
        mark->start = (gsize) (open - text);
        mark->length = (gsize) (close - open) + strlen (brackets[i].close);
        g_free (mark->name);
        mark->name = g_steal_pointer (&label);
        break;
      }
  return best != NULL;
}

static gboolean
is_whole (const char *text,
          const Mark *mark)
{
  return strspn (text, " \t\n") >= mark->start && text[mark->start + mark->length + strspn (text + mark->start + mark->length, " \t\n")] == '\0';
}

static void
add_marks (Looking           *self,
           const BjtFormCell *cell)
{
  Mark  mark = { 0 };
  gsize from = 0;

  while (find_mark (cell->text, from, &mark))
    {
      BjtFormField field = { .kind = BJT_FORM_FIELD_MARK, .row = cell->row, .column = cell->column, .table = -1,
                             .start = (guint32) mark.start, .length = (guint32) mark.length };

      field.is_whole = is_whole (cell->text, &mark) && self->block->kind != BJT_FORM_BLOCK_LINES;
      add_field (self, &field, mark.name);
      from = mark.start + mark.length;
    }
  g_free (mark.name);
}

/* A row of nothing but marks, two at least, is one that repeats. */
static gboolean
look_for_marked_row (Looking *self,
                     guint32  row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  gboolean              is_of_rows = FALSE;
  BjtFormTable          table = { self->number, row, row, 1 };

  for (guint32 column = 0; column < self->block->n_columns;)
    {
      const BjtFormCell *cell = get_cell (self, row, column);
      Mark               mark = { 0 };
      gboolean           is_mark;

      column = cell != NULL ? cell->column + cell->n_columns : column + 1;
      if (is_blank (cell) || cell->row != row || cell->kind == BJT_FORM_CELL_FORMULA)
        continue;
      is_mark = find_mark (cell->text, 0, &mark) && is_whole (cell->text, &mark);
      if (is_mark)
        {
          int item = bjt_form_words_guess (mark.name);

          is_of_rows |= item != BJT_FORM_NOTHING && bjt_form_words_get_about ((BjtFormItem) item) != BJT_FORM_ABOUT_COMMUNITY;
          g_ptr_array_add (cells, (gpointer) cell);
        }
      g_free (mark.name);
      if (!is_mark)
        return FALSE;
    }
  if (cells->len < 2 || !is_of_rows)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      const BjtFormCell *cell = cells->pdata[i];
      BjtFormField       field = { .kind = BJT_FORM_FIELD_COLUMN, .row = row, .column = cell->column };
      Mark               mark = { 0 };

      find_mark (cell->text, 0, &mark);
      field.table = (int) self->fields->tables->len;
      add_field (self, &field, mark.name);
      g_free (mark.name);
    }
  g_array_append_val (self->fields->tables, table);
  return TRUE;
}

/* Labels with room behind them in the same text */

static gboolean
is_room (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0 || c == '_' || c == 0xFF3F;
}

static gboolean
is_date_word (gunichar c)
{
  return c == 0x5E74 || c == 0x6708 || c == 0x65E5; /* year, month, day */
}

/* Where the label that ends at @colon begins. */
static const char *
find_label (const char *text,
            const char *colon)
{
  const char *at = colon;

  while (at > text)
    {
      const char *before = g_utf8_prev_char (at);
      gunichar    c = g_utf8_get_char (before);

      if (is_room (c) || c == '\n' || c == 0xFF0C || c == ',' || c == 0x3002 || c == 0xFF1B || c == ';')
        break;
      at = before;
    }
  return at;
}

static gboolean
starts_label (const char *at)
{
  for (guint n = 0; *at != '\0' && n < MAX_LABEL_CHARS; n++, at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ':' || c == 0xFF1A)
        return n > 0;
      if (is_room (c))
        return FALSE;
    }
  return FALSE;
}

/* The room behind the colon; FALSE: something stands there already. */
static gboolean
measure_room (const char *from,
              gboolean    is_date,
              const char **end)
{
  const char *at = from, *room_end = from;
  guint       n = 0;

  for (; *at != '\0'; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_room (c) && !(is_date && is_date_word (c)))
        break;
      room_end = g_utf8_next_char (at);
    }
  *end = room_end;
  return *at == '\0' || *at == '\n' || starts_label (at) || n >= 3;
}

static void
add_lines (Looking           *self,
           const BjtFormCell *cell)
{
  for (const char *at = cell->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar         c = g_utf8_get_char (at);
      const char      *label = c == ':' || c == 0xFF1A ? find_label (cell->text, at) : NULL;
      const char      *room = g_utf8_next_char (at), *end;
      g_autofree char *words = label != NULL ? g_strndup (label, (gsize) (at - label)) : NULL;
      int              guess = words != NULL ? bjt_form_words_guess (words) : BJT_FORM_NOTHING;
      BjtFormField     field = { .kind = BJT_FORM_FIELD_LINE, .row = cell->row, .column = cell->column, .table = -1 };

      if (guess == BJT_FORM_NOTHING || !measure_room (room, guess == BJT_FORM_TODAY, &end))
        continue;
      field.start = (guint32) (room - cell->text);
      field.length = (guint32) (end - room);
      field.is_followed = *end != '\0' && *end != '\n';
      add_field (self, &field, words);
    }
}

/* Boxes to tick */

/* What asks the question where no label stands before the boxes. */
static char *
dup_question (const Looking      *self,
              const BjtFormCell  *cell,
              const BjtFormBoxes *group)
{
  const BjtFormCell *beside = cell->column > 0 && self->block->kind != BJT_FORM_BLOCK_LINES ? get_cell (self, cell->row, cell->column - 1) : NULL;
  GString           *options;

  if (is_label (beside) && beside->row <= cell->row && strchr (beside->text, ':') == NULL)
    return g_strdup (beside->text);
  options = g_string_new (NULL);
  for (guint i = 0; i < group->boxes->len && options->len < 60; i++)
    g_string_append_printf (options, "%s%s", i > 0 ? "/" : "", g_array_index (group->boxes, BjtFormBox, i).option);
  return g_string_free (options, FALSE);
}

static void
add_boxes (Looking           *self,
           const BjtFormCell *cell)
{
  g_autoptr (GPtrArray) groups = bjt_form_boxes_find (cell->text);

  for (guint i = 0; i < groups->len; i++)
    {
      const BjtFormBoxes *group = groups->pdata[i];
      g_autofree char    *question = group->label == NULL ? dup_question (self, cell, group) : g_strdup (group->label);
      BjtFormField        field = { .kind = BJT_FORM_FIELD_BOXES, .row = cell->row, .column = cell->column, .table = -1 };

      field.boxes = g_array_ref (group->boxes);
      field.open_box = bjt_form_boxes_dup_open (cell->text);
      add_field (self, &field, question);
    }
}

/* Labels beside an empty cell */

static gboolean
add_neighbour (Looking           *self,
               const BjtFormCell *cell)
{
  const BjtFormCell *beside = get_cell (self, cell->row, cell->column + cell->n_columns);
  gboolean           is_known = bjt_form_words_guess (cell->text) != BJT_FORM_NOTHING;
  BjtFormField       field = { .kind = BJT_FORM_FIELD_CELL, .table = -1 };

  if (beside == NULL || beside->kind != BJT_FORM_CELL_BLANK || !beside->is_boxed || !cell->is_boxed)
    return FALSE;
  if (!is_known && (g_utf8_strlen (cell->text, -1) > MAX_LABEL_CHARS || strchr (cell->text, '\n') != NULL))
    return FALSE;
  field.row = beside->row;
  field.column = beside->column;
  add_field (self, &field, cell->text);
  return TRUE;
}

static gboolean
is_in_table (const Looking *self,
             guint32        row)
{
  for (guint i = 0; i < self->fields->tables->len; i++)
    {
      const BjtFormTable *table = &g_array_index (self->fields->tables, BjtFormTable, i);

      if (table->block == self->number && row >= table->header_row && row < table->first_row + table->n_ready)
        return TRUE;
    }
  return FALSE;
}

static void
look_for_tables (Looking *self)
{
  guint32 last = G_MAXUINT32;

  for (guint i = 0; i < self->block->cells->len; i++)
    {
      guint32 row = g_array_index (self->block->cells, BjtFormCell, i).row;

      if (row == last)
        continue;
      last = row;
      if (is_in_table (self, row) || look_for_marked_row (self, row))
        continue;
      look_for_header (self, row);
    }
}

static void
look_at_block (Looking *self)
{
  if (self->block->kind != BJT_FORM_BLOCK_LINES)
    look_for_tables (self);
  for (guint i = 0; i < self->block->cells->len; i++)
    {
      const BjtFormCell *cell = &g_array_index (self->block->cells, BjtFormCell, i);

      if (cell->kind != BJT_FORM_CELL_TEXT || is_in_table (self, cell->row))
        continue;
      if (is_label (cell) && self->block->kind != BJT_FORM_BLOCK_LINES && add_neighbour (self, cell))
        continue;
      add_marks (self, cell);
      add_lines (self, cell);
      add_boxes (self, cell);
    }
}

static char *
make_fingerprint (const BjtFormFields *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%d\n", self->format);
  for (guint i = 0; i < self->fields->len; i++)
    g_string_append_printf (text, "%d %s\n", bjt_form_fields_get (self, i)->kind, bjt_form_fields_get (self, i)->label);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

/**
 * bjt_form_fields_new:
 *
 * Returns: (transfer full): perhaps without any field
 */
BjtFormFields *
bjt_form_fields_new (const BjtFormSketch *sketch)
{
  Looking self = { .fields = g_new0 (BjtFormFields, 1), .sketch = sketch };

  self.fields->format = sketch->format;
  self.fields->tick = bjt_form_boxes_choose_tick (sketch);
  self.fields->fields = g_array_new (FALSE, FALSE, sizeof (BjtFormField));
  self.fields->tables = g_array_new (FALSE, FALSE, sizeof (BjtFormTable));
  g_array_set_clear_func (self.fields->fields, clear_field);
  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (self.number = 0; self.number < sketch->blocks->len; self.number++)
    {
      self.block = bjt_form_sketch_get_block (sketch, self.number);
      look_at_block (&self);
    }
  g_hash_table_unref (self.seen);
  self.fields->fingerprint = make_fingerprint (self.fields);
  return self.fields;
}
