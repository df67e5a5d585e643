/* bjt-sheet-refs.c: one walk over the text of a formula finds its references; what
 * is done with each is the caller's.
 *
 * A reference is letters and a row (A1, $B$7), or a row and a colon (1:3).
 * Texts in quotes, names, functions, references into other files ([1]Sheet!A1)
 * and into named tables (Table[Column]) are passed over. Any text is walked
 * without harm. */
#include "bjt-sheet-refs.h"

#include <string.h>

#define MAX_COLUMN 16384
#define MAX_ROW 1048576

typedef struct
{
  guint32  column; /* from 1; 0: a reference to a whole row */
  guint32  row;    /* from 1 */
  gboolean is_column_fixed, is_row_fixed;
} Ref;

/* Where the reference is to one cell, @b is that cell, too; where it becomes
 * another one, a range is written. */
typedef void (*ChangeFunc) (Ref *a, Ref *b, gboolean is_range, gconstpointer user_data);

typedef struct
{
  const char   *own_sheet;    /* NULL: of references without a sheet nothing is known */
  const char   *wanted_sheet; /* NULL: any */
  ChangeFunc    change;
  gconstpointer user_data;
  GString      *out;
} Walk;

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.' || c == '$' || c == '\\' || (guchar) c >= 0x80;
}

/* Returns what follows the reference, or NULL where there is none. */
static const char *
parse_ref (const char *at,
           Ref        *ref)
{
  *ref = (Ref) { 0 };
  if (*at == '$' && g_ascii_isalpha (at[1]))
    {
      ref->is_column_fixed = TRUE;
      at++;
    }
  for (; g_ascii_isalpha (*at) && ref->column <= MAX_COLUMN; at++)
    ref->column = ref->column * 26 + (guint32) (g_ascii_toupper (*at) - 'A') + 1;
  if (*at == '$')
    {
      ref->is_row_fixed = TRUE;
      at++;
    }
  if (!g_ascii_isdigit (*at) || *at == '0')
    return NULL;
  for (; g_ascii_isdigit (*at) && ref->row <= MAX_ROW; at++)
    ref->row = ref->row * 10 + (guint32) (*at - '0');
  if (is_word_char (*at) || *at == '(' || *at == '!' || *at == '[' || ref->column > MAX_COLUMN || ref->row > MAX_ROW)
    return NULL;
  return at;
}

static void
append_ref (GString   *out,
            const Ref *ref)
{
  char  letters[8];
  guint n = sizeof letters;

  letters[--n] = '\0';
  for (guint32 column = ref->column; column > 0; column = (column - 1) / 26)
    letters[--n] = (char) ('A' + (column - 1) % 26);
  g_string_append (out, ref->is_column_fixed ? "$" : "");
  g_string_append (out, letters + n);
  g_string_append (out, ref->is_row_fixed ? "$" : "");
  g_string_append_printf (out, "%u", ref->row);
}

static gboolean
is_meant (const Walk *self,
          const char *prefix)
{
  const char *sheet = prefix != NULL ? prefix : self->own_sheet;

  return self->wanted_sheet == NULL || (sheet != NULL && g_ascii_strcasecmp (sheet, self->wanted_sheet) == 0);
}

/* A reference at @at, or NULL. */
static const char *
walk_ref (Walk       *self,
          const char *at,
          const char *prefix)
{
  Ref         a, b;
  const char *end = parse_ref (at, &a);
  const char *end_b = end != NULL && *end == ':' ? parse_ref (end + 1, &b) : NULL;
  gboolean    is_range = end_b != NULL && (a.column == 0) == (b.column == 0);

  if (end == NULL || (a.column == 0 && !is_range))
    return NULL;
  if (!is_range)
    b = a;
  if (is_meant (self, prefix))
    self->change (&a, &b, is_range, self->user_data);
  append_ref (self->out, &a);
  if (is_range || a.row != b.row)
    {
      g_string_append_c (self->out, ':');
      append_ref (self->out, &b);
    }
  return is_range ? end_b : end;
}

/* What stands in quotes or brackets, to its end. */
static const char *
skip_closed (const char *at,
             char        end)
{
  for (at++; *at != '\0'; at++)
    if (*at == end)
      {
        if (end == ']' || at[1] != end)
          return at + 1;
        at++;
      }
  return at;
}

static char *
dup_unquoted (const char *from,
              const char *to)
{
  GString *name = g_string_new (NULL);

  for (from++; from + 1 < to; from++)
    {
      g_string_append_c (name, *from);
      if (*from == '\'')
        from++;
    }
  return g_string_free (name, FALSE);
}

static const char *
copy_to (Walk       *self,
         const char *from,
         const char *to)
{
  g_string_append_len (self->out, from, to - from);
  return to;
}

/* What follows the name of a sheet and its mark. */
static const char *
walk_behind_sheet (Walk       *self,
                   const char *at,
                   const char *sheet)
{
  const char *end;

  g_string_append_c (self->out, '!');
  at++;
  end = strpbrk (sheet, "[:") == NULL ? walk_ref (self, at, sheet) : NULL;
  if (end != NULL)
    return end;
  for (end = at; is_word_char (*end) || *end == ':'; end++)
    ;
  return copy_to (self, at, end);
}

static const char *
walk_word (Walk       *self,
           const char *at)
{
  const char *end = at, *behind;

  while (is_word_char (*end))
    end++;
  if (*end == '!')
    {
      g_autofree char *sheet = g_strndup (at, (gsize) (end - at));

      copy_to (self, at, end);
      return walk_behind_sheet (self, end, sheet);
    }
  behind = walk_ref (self, at, NULL);
  return behind != NULL ? behind : copy_to (self, at, end);
}

static char *
walk (Walk       *self,
      const char *text)
{
  const char *at = text;

  self->out = g_string_sized_new (strlen (text) + 16);
  while (*at != '\0')
    if (*at == '\'')
      {
        const char      *end = skip_closed (at, '\'');
        g_autofree char *sheet = dup_unquoted (at, end);

        copy_to (self, at, end);
        at = *end == '!' ? walk_behind_sheet (self, end, sheet) : end;
      }
    else if (*at == '"')
      at = copy_to (self, at, skip_closed (at, '"'));
    else if (*at == '[')
      {
        const char *end = skip_closed (at, ']');

        while (is_word_char (*end) || *end == '!' || *end == ':' || *end == '\'')
          end++;
        at = copy_to (self, at, end);
      }
    else if (is_word_char (*at))
      at = walk_word (self, at);
    else
      g_string_append_c (self->out, *at++);
  return g_string_free (self->out, FALSE);
}

/* Growing */

guint32
bjt_sheet_refs_grow_row (guint32             row,
                         const BjtRowGrowth *growth)
{
  return row > growth->last ? row + growth->count : row;
}

static void
grow_cb (Ref          *a,
         Ref          *b,
         gboolean      is_range,
         gconstpointer user_data)
{
  const BjtRowGrowth *growth = user_data;
  gboolean            reaches = is_range && b->row == growth->last && (a->row < b->row || growth->first == growth->last) && a->row <= b->row;

  a->row = bjt_sheet_refs_grow_row (a->row, growth);
  b->row = reaches ? b->row + growth->count : bjt_sheet_refs_grow_row (b->row, growth);
}

static void
grow_in_row_cb (Ref          *a,
                Ref          *b,
                gboolean      is_range,
                gconstpointer user_data)
{
  a->row = bjt_sheet_refs_grow_row (a->row, user_data);
  b->row = bjt_sheet_refs_grow_row (b->row, user_data);
}

static void
grow_area_cb (Ref          *a,
              Ref          *b,
              gboolean      is_range,
              gconstpointer user_data)
{
  const BjtRowGrowth *growth = user_data;
  gboolean            reaches = b->row == growth->last && a->row <= b->row;

  a->row = bjt_sheet_refs_grow_row (a->row, growth);
  b->row = reaches ? b->row + growth->count : bjt_sheet_refs_grow_row (b->row, growth);
}

/**
 * bjt_sheet_refs_grow:
 * @own_sheet: (nullable): that the text belongs to
 *
 * Returns: (transfer full): the text after the rows are put in
 */
char *
bjt_sheet_refs_grow (const char         *text,
                     const char         *own_sheet,
                     const BjtRowGrowth *growth,
                     BjtRefsMode         mode)
{
  Walk self = { .own_sheet = own_sheet, .wanted_sheet = growth->sheet, .user_data = growth };

  self.change = mode == BJT_REFS_AREAS ? grow_area_cb : mode == BJT_REFS_IN_ROW ? grow_in_row_cb : grow_cb;
  return walk (&self, text);
}

/* Copies */

typedef struct
{
  guint32 first, last;
  int     rows, columns;
} Shift;

static guint32
move (guint32  value,
      int      by,
      guint32  limit)
{
  gint64 moved = (gint64) value + by;

  return moved < 1 || moved > limit ? value : (guint32) moved;
}

static void
shift_ref (Ref         *ref,
           const Shift *shift)
{
  if (!ref->is_row_fixed && ref->row >= shift->first && ref->row <= shift->last)
    ref->row = move (ref->row, shift->rows, MAX_ROW);
  if (!ref->is_column_fixed && ref->column > 0)
    ref->column = move (ref->column, shift->columns, MAX_COLUMN);
}

static void
shift_cb (Ref          *a,
          Ref          *b,
          gboolean      is_range,
          gconstpointer user_data)
{
  shift_ref (a, user_data);
  shift_ref (b, user_data);
}

static char *
walk_shift (const char  *text,
            const Shift *shift)
{
  Walk self = { .change = shift_cb, .user_data = shift };

  return walk (&self, text);
}

char *
bjt_sheet_refs_shift (const char *text,
                      guint32     first,
                      guint32     last,
                      int         by)
{
  return walk_shift (text, &(Shift) { first, last, by, 0 });
}

char *
bjt_sheet_refs_move (const char *text,
                     int         rows,
                     int         columns)
{
  return walk_shift (text, &(Shift) { 1, MAX_ROW, rows, columns });
}

/* Areas */

gboolean
bjt_sheet_refs_parse_area (const char *text,
                           guint32    *first_row,
                           guint32    *first_column,
                           guint32    *last_row,
                           guint32    *last_column)
{
  Ref         a, b;
  const char *end = text != NULL ? parse_ref (text, &a) : NULL;

  if (end == NULL || a.column == 0)
    return FALSE;
  b = a;
  if (*end == ':')
    end = parse_ref (end + 1, &b);
  if (end == NULL || *end != '\0' || b.column == 0)
    return FALSE;
  *first_row = MIN (a.row, b.row) - 1;
  *first_column = MIN (a.column, b.column) - 1;
  *last_row = MAX (a.row, b.row) - 1;
  *last_column = MAX (a.column, b.column) - 1;
  return TRUE;
}

char *
bjt_sheet_refs_format_area (guint32 first_row,
                            guint32 first_column,
                            guint32 last_row,
                            guint32 last_column)
{
  GString *out = g_string_new (NULL);

  append_ref (out, &(Ref) { .column = first_column + 1, .row = first_row + 1 });
  if (first_row != last_row || first_column != last_column)
    {
      g_string_append_c (out, ':');
      append_ref (out, &(Ref) { .column = last_column + 1, .row = last_row + 1 });
    }
  return g_string_free (out, FALSE);
}

char *
bjt_sheet_refs_format_cell (guint32 row,
                            guint32 column)
{
  return bjt_sheet_refs_format_area (row, column, row, column);
}
