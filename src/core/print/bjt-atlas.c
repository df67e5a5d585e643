/* bjt-atlas.c: finds the sheet a page belongs to and lets it draw. */
#include "bjt-atlas.h"

#include <math.h>

struct _BjtAtlas
{
  BjtSheet parent_instance;

  /* Owned */
  char      *title;
  GPtrArray *sheets; /* BjtSheet */
};

G_DEFINE_FINAL_TYPE (BjtAtlas, bjt_atlas, BJT_TYPE_SHEET)

static void
bjt_atlas_finalize (GObject *object)
{
  BjtAtlas *self = BJT_ATLAS (object);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (bjt_atlas_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  BjtAtlas *self = BJT_ATLAS (sheet);
  guint     n = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    n += bjt_sheet_get_n_pages (g_ptr_array_index (self->sheets, i));
  return n;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  bjt_sheet_get_page_size_mm (g_ptr_array_index (BJT_ATLAS (sheet)->sheets, 0), width, height);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtAtlas *self = BJT_ATLAS (sheet);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      BjtSheet *own = g_ptr_array_index (self->sheets, i);
      guint     n = bjt_sheet_get_n_pages (own);

      if (page < n)
        {
          bjt_sheet_draw_page (own, cr, page);
          return;
        }
      page -= n;
    }
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_ATLAS (sheet)->title;
}

static void
bjt_atlas_class_init (BjtAtlasClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_atlas_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->draw_page = draw_page;
  sheet_class->get_title = get_title;
}

static void
bjt_atlas_init (BjtAtlas *self)
{
}

static gboolean
has_size_of (BjtSheet *a,
             BjtSheet *b)
{
  double width_a, height_a, width_b, height_b;

  bjt_sheet_get_page_size_mm (a, &width_a, &height_a);
  bjt_sheet_get_page_size_mm (b, &width_b, &height_b);
  return fabs (width_a - width_b) < 0.01 && fabs (height_a - height_b) < 0.01;
}

/**
 * bjt_atlas_new:
 * @title: no personal data
 * @sheets: (element-type BjtSheet): in order; at least one
 *
 * Returns: (transfer full): all their pages as one sheet, or %NULL when there
 *   is none or their paper differs
 */
BjtSheet *
bjt_atlas_new (const char *title,
               GPtrArray  *sheets,
               GError    **error)
{
  BjtAtlas *self;

  if (sheets->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to print: no grid has buildings");
      return NULL;
    }
  for (guint i = 1; i < sheets->len; i++)
    if (!has_size_of (g_ptr_array_index (sheets, 0), g_ptr_array_index (sheets, i)))
      {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "The sheets of one file need one paper and one orientation");
        return NULL;
      }
  self = g_object_new (BJT_TYPE_ATLAS, NULL);
  self->title = g_strdup (title);
  self->sheets = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < sheets->len; i++)
    g_ptr_array_add (self->sheets, g_object_ref (g_ptr_array_index (sheets, i)));
  return BJT_SHEET (self);
}

/**
 * bjt_atlas_new_of_grids:
 * @options: landscape when the orientation is left open
 *
 * Returns: (transfer full): every grid that has buildings, one after the other
 */
BjtSheet *
bjt_atlas_new_of_grids (BjtPicture                *picture,
                        const BjtGridSheetOptions *options,
                        GError                   **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  BjtGridSheetOptions   own = *options;

  if (own.orientation == BJT_ORIENTATION_BEST)
    own.orientation = BJT_ORIENTATION_LANDSCAPE;
  for (guint32 grid = 0; grid < picture->grids->len; grid++)
    {
      BjtSheet *sheet;

      if (bjt_picture_get_grid (picture, grid)->n_buildings == 0)
        continue;
      sheet = bjt_grid_sheet_new (picture, grid, &own, error);
      if (sheet == NULL)
        return NULL;
      g_ptr_array_add (sheets, sheet);
    }
  return bjt_atlas_new (picture->community.name != NULL ? picture->community.name : "", sheets, error);
}
