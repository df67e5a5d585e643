/* bjt-sheet-styles.c: a cell that is to hold a day or digits that are a text gets a
 * copy of its style with the format of such; the copies are made once. */
#include "bjt-sheet-styles.h"

#include <stdlib.h>

#include "bjt-cell-format.h"

#define TEXT_FORMAT 49
#define FIRST_OWN_FORMAT 164
#define DATE_CODE "yyyy\\-mm\\-dd"

static guint
get_number (const BjtXmlElement *element,
            const char          *name)
{
  g_autofree char *text = bjt_xml_element_dup_attribute (element, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static gboolean
has_line (BjtXmlElement *border)
{
  for (BjtXmlElement *side = bjt_xml_element_get_first (border, NULL); side != NULL; side = bjt_xml_element_get_next (side, NULL))
    {
      g_autofree char *style = bjt_xml_element_dup_attribute (side, "style");

      if (style != NULL && g_strcmp0 (style, "none") != 0)
        return TRUE;
    }
  return FALSE;
}

static void
read_styles (BjtSheetStyles *self,
             BjtXmlElement  *root)
{
  BjtXmlElement *formats = bjt_xml_element_get_first (root, "numFmts");
  BjtXmlElement *borders = bjt_xml_element_get_first (root, "borders");
  BjtXmlElement *styles = bjt_xml_element_get_first (root, "cellXfs");

  for (BjtXmlElement *at = formats != NULL ? bjt_xml_element_get_first (formats, "numFmt") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "numFmt"))
    g_hash_table_insert (self->codes, GUINT_TO_POINTER (get_number (at, "numFmtId")), bjt_xml_element_dup_attribute (at, "formatCode"));
  for (BjtXmlElement *at = borders != NULL ? bjt_xml_element_get_first (borders, "border") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "border"))
    {
      gboolean box = has_line (at);

      g_array_append_val (self->boxes, box);
    }
  for (BjtXmlElement *at = styles != NULL ? bjt_xml_element_get_first (styles, "xf") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "xf"))
    g_ptr_array_add (self->styles, at);
}

/**
 * bjt_sheet_styles_init:
 * @self: (out caller-allocates): to be cleared, also after a failure
 */
gboolean
bjt_sheet_styles_init (BjtSheetStyles *self,
                       BjtFormPackage *package,
                       GError        **error)
{
  BjtXmlElement *root;

  self->part = bjt_form_package_follow (package, package->main, "styles", 0);
  self->styles = g_ptr_array_new ();
  self->boxes = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->made = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->date_format = 0;
  if (self->part == NULL)
    return TRUE;
  root = bjt_form_part_get_root (self->part, error);
  if (root != NULL)
    read_styles (self, root);
  return root != NULL;
}

void
bjt_sheet_styles_clear (BjtSheetStyles *self)
{
  g_clear_pointer (&self->styles, g_ptr_array_unref);
  g_clear_pointer (&self->boxes, g_array_unref);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->made, g_hash_table_unref);
}

static guint
get_format (const BjtSheetStyles *self,
            guint                 style)
{
  return style < self->styles->len ? get_number (self->styles->pdata[style], "numFmtId") : 0;
}

gboolean
bjt_sheet_styles_is_boxed (const BjtSheetStyles *self,
                           guint                 style)
{
  guint border = style < self->styles->len ? get_number (self->styles->pdata[style], "borderId") : self->boxes->len;

  return border < self->boxes->len && g_array_index (self->boxes, gboolean, border);
}

gboolean
bjt_sheet_styles_is_text (const BjtSheetStyles *self,
                          guint                 style)
{
  guint format = get_format (self, style);

  return format == TEXT_FORMAT || g_strcmp0 (g_hash_table_lookup (self->codes, GUINT_TO_POINTER (format)), "@") == 0;
}

static gboolean
is_date (const BjtSheetStyles *self,
         guint                 style)
{
  guint format = get_format (self, style);

  return bjt_cell_format_is_date (format, g_hash_table_lookup (self->codes, GUINT_TO_POINTER (format)));
}

static void
write_count (BjtXmlElement *list,
             guint          count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  bjt_xml_element_set_attribute (list, "count", text);
}

static guint
make_date_format (BjtSheetStyles *self)
{
  BjtXmlElement   *root = bjt_xml_tree_get_root (self->part->tree);
  BjtXmlElement   *formats = bjt_xml_element_get_first (root, "numFmts"), *format;
  BjtXmlElement   *first = bjt_xml_element_get_first (root, NULL);
  guint            number = FIRST_OWN_FORMAT;
  g_autofree char *text = NULL;

  while (g_hash_table_contains (self->codes, GUINT_TO_POINTER (number)))
    number++;
  text = g_strdup_printf ("%u", number);
  if (formats == NULL)
    formats = bjt_xml_element_insert_before (first, "numFmts");
  format = bjt_xml_element_append (formats, "numFmt");
  bjt_xml_element_set_attribute (format, "numFmtId", text);
  bjt_xml_element_set_attribute (format, "formatCode", DATE_CODE);
  g_hash_table_insert (self->codes, GUINT_TO_POINTER (number), g_strdup (DATE_CODE));
  write_count (formats, g_hash_table_size (self->codes));
  return number;
}

static guint
make_style (BjtSheetStyles *self,
            guint           style,
            guint           format)
{
  BjtXmlElement   *model = self->styles->pdata[style], *last = self->styles->pdata[self->styles->len - 1];
  BjtXmlElement   *copy = bjt_xml_element_copy_after (model, last);
  g_autofree char *text = g_strdup_printf ("%u", format);

  bjt_xml_element_set_attribute (copy, "numFmtId", text);
  bjt_xml_element_set_attribute (copy, "applyNumberFormat", "1");
  g_ptr_array_add (self->styles, copy);
  write_count (bjt_xml_element_get_parent (copy), self->styles->len);
  self->part->is_changed = TRUE;
  return self->styles->len - 1;
}

guint
bjt_sheet_styles_get (BjtSheetStyles *self,
                      guint           style,
                      BjtSheetFormat  format)
{
  gint64   key = ((gint64) style << 8) | format;
  gpointer made = g_hash_table_lookup (self->made, &key);
  guint    number = TEXT_FORMAT;

  if (made != NULL)
    return GPOINTER_TO_UINT (made) - 1;
  if (style >= self->styles->len || (format == BJT_SHEET_FORMAT_DATE ? is_date (self, style) : bjt_sheet_styles_is_text (self, style)))
    return style;
  if (format == BJT_SHEET_FORMAT_DATE)
    {
      if (self->date_format == 0)
        self->date_format = make_date_format (self);
      number = self->date_format;
    }
  made = GUINT_TO_POINTER (make_style (self, style, number) + 1);
  g_hash_table_insert (self->made, g_memdup2 (&key, sizeof key), made);
  return GPOINTER_TO_UINT (made) - 1;
}
