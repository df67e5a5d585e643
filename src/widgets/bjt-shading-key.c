/* bjt-shading-key.c: one row a class, the highest on top. */
#include "bjt-shading-key.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "carto/bjt-shading-legend.h"

#define SWATCH_WIDTH 26
#define SWATCH_HEIGHT 14

struct _BjtShadingKey
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *grid;

  /* Owned */
  BjtShadingPainter *shades;
  GPtrArray         *rows;
  char              *title;
};

G_DEFINE_FINAL_TYPE (BjtShadingKey, bjt_shading_key, GTK_TYPE_WIDGET)

static const BjtPalette *
get_palette (void)
{
  return bjt_palette_get (adw_style_manager_get_dark (adw_style_manager_get_default ()) ? BJT_PALETTE_DARK : BJT_PALETTE_LIGHT);
}

static void
draw_swatch_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        row)
{
  BjtBox box = { 0.5, 0.5, width - 0.5, height - 0.5 };

  bjt_shading_legend_draw_swatch (row, cr, get_palette (), &box, 1);
}

static void
add_label (BjtShadingKey *self,
           const char    *text,
           const char    *css_class,
           int            column,
           int            row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 2 ? 1 : 0);
  gtk_widget_set_hexpand (label, column == 2);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, row == 0 ? 3 : 1, 1);
}

static void
update (BjtShadingKey *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->shades != NULL)
    self->rows = bjt_shading_legend_list (self->shades, get_palette (), _ ("No figure"));
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows != NULL && self->rows->len > 0);
  if (self->rows == NULL || self->rows->len == 0)
    return;
  add_label (self, self->title, "heading", 0, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const BjtLegendRow *row = self->rows->pdata[i];
      GtkWidget          *swatch = gtk_drawing_area_new ();

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_WIDTH);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_HEIGHT);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch_cb, self->rows->pdata[i], NULL);
      gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
      gtk_grid_attach (GTK_GRID (self->grid), swatch, 0, (int) i + 1, 1, 1);
      add_label (self, row->text, "numeric", 1, (int) i + 1);
      if (row->count != NULL)
        add_label (self, row->count, "dim-label", 2, (int) i + 1);
    }
}

/**
 * bjt_shading_key_show:
 * @shades: (nullable)
 */
void
bjt_shading_key_show (BjtShadingKey     *self,
                      BjtShadingPainter *shades,
                      const char        *title)
{
  g_clear_pointer (&self->shades, bjt_shading_painter_unref);
  if (shades != NULL)
    self->shades = bjt_shading_painter_ref (shades);
  g_free (self->title);
  self->title = g_strdup (title);
  update (self);
}

static void
bjt_shading_key_dispose (GObject *object)
{
  BjtShadingKey *self = BJT_SHADING_KEY (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->shades, bjt_shading_painter_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (bjt_shading_key_parent_class)->dispose (object);
}

static void
bjt_shading_key_class_init (BjtShadingKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_shading_key_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_shading_key_init (BjtShadingKey *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-key");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bjt_shading_key_new (void)
{
  return g_object_new (BJT_TYPE_SHADING_KEY, NULL);
}
