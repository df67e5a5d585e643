/* bjt-scale-bar.c: 1, 2 or 5 of a power of ten, at most MAX_LENGTH long. The
 * text is drawn, not a label: a changing label would resize the map. */
#include "bjt-scale-bar.h"

#include "bjt-world-source.h"
#include "geo/bjt-mercator.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_LENGTH 110.0

struct _BjtScaleBar
{
  GtkWidget parent_instance;

  /* Owned */
  ShumateViewport *viewport;
  PangoLayout     *text;

  /* State */
  double length; /* px */
};

G_DEFINE_FINAL_TYPE (BjtScaleBar, bjt_scale_bar, GTK_TYPE_WIDGET)

/**
 * bjt_scale_bar_choose_metres:
 *
 * Returns: the longest round length that is not longer than @max_px
 */
double
bjt_scale_bar_choose_metres (double px_per_metre,
                             double max_px)
{
  double most = max_px / px_per_metre;
  double power = pow (10, floor (log10 (most)));

  return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
}

static double
get_px_per_metre (BjtScaleBar *self)
{
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport));

  return BJT_WORLD_TILE_SIZE * exp2 (shumate_viewport_get_zoom_level (self->viewport)) / bjt_mercator_get_metres_per_unit (latitude);
}

static void
update (BjtScaleBar *self)
{
  double           px_per_metre = get_px_per_metre (self);
  double           metres = bjt_scale_bar_choose_metres (px_per_metre, MAX_LENGTH);
  g_autofree char *text = NULL;

  /* Translators: a length on the scale bar of the map. */
  text = metres >= 1000 ? g_strdup_printf (_("%.0f km"), metres / 1000) : g_strdup_printf (_("%g m"), metres);
  pango_layout_set_text (self->text, text, -1);
  self->length = metres * px_per_metre;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bjt_scale_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  BjtScaleBar *self = BJT_SCALE_BAR (widget);
  float        y = (float) gtk_widget_get_height (widget) - 2, length = (float) round (self->length);
  GdkRGBA      colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, y, length, 2));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, y - 4, 2, 4));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (length - 2, y - 4, 2, 4));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (6, 0));
  gtk_snapshot_append_layout (snapshot, self->text, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
bjt_scale_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  int height;

  pango_layout_get_pixel_size (BJT_SCALE_BAR (widget)->text, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) MAX_LENGTH : height + 3;
  *minimum_baseline = *natural_baseline = -1;
}

static void
bjt_scale_bar_dispose (GObject *object)
{
  BjtScaleBar *self = BJT_SCALE_BAR (object);

  g_clear_object (&self->text);
  g_clear_object (&self->viewport);
  G_OBJECT_CLASS (bjt_scale_bar_parent_class)->dispose (object);
}

static void
bjt_scale_bar_class_init (BjtScaleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_scale_bar_dispose;
  widget_class->snapshot = bjt_scale_bar_snapshot;
  widget_class->measure = bjt_scale_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "scalebar");
}

static void
bjt_scale_bar_init (BjtScaleBar *self)
{
  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
}

GtkWidget *
bjt_scale_bar_new (ShumateViewport *viewport)
{
  BjtScaleBar *self = g_object_new (BJT_TYPE_SCALE_BAR, NULL);

  self->viewport = g_object_ref (viewport);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
