/* bjt-listing.c: cells are filled row by row. In CSV a cell that a spreadsheet
 * would run as a formula is quoted with an apostrophe. */
#include "bjt-listing.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define NO_NUMBER "—"

typedef struct
{
  char    *text;
  gboolean is_number;
} Cell;

struct _BjtListing
{
  char  **columns;
  guint   n_columns;
  GArray *cells;
};

static void
clear_cell (gpointer cell)
{
  g_free (((Cell *) cell)->text);
}

BjtListing *
bjt_listing_new (const char *const *columns)
{
  BjtListing *self = g_new0 (BjtListing, 1);

  self->columns = g_strdupv ((char **) columns);
  self->n_columns = g_strv_length (self->columns);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
bjt_listing_free (BjtListing *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

void
bjt_listing_take_text (BjtListing *self,
                       char       *value)
{
  Cell cell = { value, FALSE };

  g_array_append_val (self->cells, cell);
}

void
bjt_listing_add_text (BjtListing *self,
                      const char *value)
{
  bjt_listing_take_text (self, g_strdup (value));
}

void
bjt_listing_add_int (BjtListing *self,
                     gint64      value)
{
  Cell cell = { g_strdup_printf ("%" G_GINT64_FORMAT, value), TRUE };

  g_array_append_val (self->cells, cell);
}

/**
 * bjt_listing_add_number:
 * @value: rounded to four places; NAN stands for nothing to tell
 */
void
bjt_listing_add_number (BjtListing *self,
                        double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  Cell cell = { NULL, TRUE };

  if (isnan (value))
    cell.text = g_strdup (NO_NUMBER);
  else
    cell.text = g_strdup (g_ascii_formatd (text, sizeof text, fabs (value - round (value)) < 1e-9 ? "%.0f" : "%.4f", value));
  g_array_append_val (self->cells, cell);
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static const char *
get_text (const BjtListing *self,
          guint             row,
          guint             column)
{
  const char *text = g_array_index (self->cells, Cell, row * self->n_columns + column).text;

  return text != NULL ? text : "";
}

static void
append_padded (GString    *out,
               const char *text,
               guint       width,
               gboolean    last)
{
  g_string_append (out, text);
  for (guint i = get_width (text); i < width && !last; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, last ? "\n" : "  ");
}

static char *
to_table (const BjtListing *self,
          guint             n_rows)
{
  GString          *out = g_string_new (NULL);
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint c = 0; c < self->n_columns; c++)
    {
      widths[c] = get_width (self->columns[c]);
      for (guint r = 0; r < n_rows; r++)
        widths[c] = MAX (widths[c], get_width (get_text (self, r, c)));
    }
  for (guint c = 0; c < self->n_columns; c++)
    append_padded (out, self->columns[c], widths[c], c + 1 == self->n_columns);
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < self->n_columns; c++)
      append_padded (out, get_text (self, r, c), widths[c], c + 1 == self->n_columns);
  return g_string_free (out, FALSE);
}

static void
append_csv (GString    *out,
            const char *text,
            gboolean    is_number,
            gboolean    last)
{
  gboolean runs = !is_number && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
  gboolean quote = runs || strpbrk (text, ",\"\n\r") != NULL;

  if (quote)
    g_string_append_c (out, '"');
  if (runs)
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  if (quote)
    g_string_append_c (out, '"');
  g_string_append (out, last ? "\r\n" : ",");
}

static char *
to_csv (const BjtListing *self,
        guint             n_rows)
{
  GString *out = g_string_new (NULL);

  for (guint c = 0; c < self->n_columns; c++)
    append_csv (out, self->columns[c], FALSE, c + 1 == self->n_columns);
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < self->n_columns; c++)
      append_csv (out, get_text (self, r, c), g_array_index (self->cells, Cell, r * self->n_columns + c).is_number,
                  c + 1 == self->n_columns);
  return g_string_free (out, FALSE);
}

static void
add_json_cell (JsonBuilder *builder,
               const Cell  *cell)
{
  if (cell->text == NULL || (cell->is_number && strcmp (cell->text, NO_NUMBER) == 0))
    json_builder_add_null_value (builder);
  else if (cell->is_number && strchr (cell->text, '.') != NULL)
    json_builder_add_double_value (builder, g_ascii_strtod (cell->text, NULL));
  else if (cell->is_number)
    json_builder_add_int_value (builder, g_ascii_strtoll (cell->text, NULL, 10));
  else
    json_builder_add_string_value (builder, cell->text);
}

static char *
to_json (const BjtListing *self,
         guint             n_rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint r = 0; r < n_rows; r++)
    {
      json_builder_begin_object (builder);
      for (guint c = 0; c < self->n_columns; c++)
        {
          json_builder_set_member_name (builder, self->columns[c]);
          add_json_cell (builder, &g_array_index (self->cells, Cell, r * self->n_columns + c));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

char *
bjt_listing_to_string (BjtListing      *self,
                       BjtListingFormat format)
{
  guint n_rows = self->cells->len / self->n_columns;

  switch (format)
    {
    case BJT_LISTING_JSON:
      return to_json (self, n_rows);
    case BJT_LISTING_CSV:
      return to_csv (self, n_rows);
    case BJT_LISTING_TABLE:
    default:
      return to_table (self, n_rows);
    }
}

void
bjt_listing_print (BjtListing      *self,
                   BjtListingFormat format)
{
  g_autofree char *text = bjt_listing_to_string (self, format);

  g_print ("%s", text);
}
