/* bjt-plan-scale.c: 1, 2 or 5 of a power of ten, the number before the bar. It
 * is brought up to date when a painting is there: zooming has come to rest. */
#include "bjt-plan-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_LENGTH 90.0 /* px */
#define MAX_TEXT 48
#define GAP 6

struct _BjtPlanScale
{
  GtkWidget parent_instance;

  /* Owned */
  PangoLayout *text;

  /* Borrowed */
  BjtPlanCanvas *canvas;

  /* State */
  double length; /* px; 0: nothing is shown */
};

G_DEFINE_FINAL_TYPE (BjtPlanScale, bjt_plan_scale, GTK_TYPE_WIDGET)

static double
choose_metres (double px_per_metre)
{
  double most = MAX_LENGTH / px_per_metre, power = pow (10, floor (log10 (most)));

  return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
}

static void
update (BjtPlanScale *self)
{
  double           scale = bjt_plan_canvas_get_frame (self->canvas)->scale;
  gboolean         is_shown = bjt_plan_canvas_get_plan (self->canvas) != BJT_NO_INDEX && scale > 0;
  double           metres = is_shown ? choose_metres (scale) : 0;
  g_autofree char *text = g_strdup_printf (_ ("%g m"), metres);

  pango_layout_set_text (self->text, text, -1);
  self->length = metres * scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bjt_plan_scale_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BjtPlanScale *self = BJT_PLAN_SCALE (widget);
  float         length = (float) round (self->length), right = (float) gtk_widget_get_width (widget), y;
  int           width, height;
  GdkRGBA       colour;

  if (length < 1)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  pango_layout_get_pixel_size (self->text, &width, &height);
  y = (float) (gtk_widget_get_height (widget) - height) / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (right - length - GAP - (float) width, y));
  gtk_snapshot_append_layout (snapshot, self->text, &colour);
  gtk_snapshot_restore (snapshot);
  y = (float) ceil ((gtk_widget_get_height (widget) + height) / 2.0) - 5;
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (right - length, y, length, 2));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (right - length, y - 4, 2, 4));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (right - 2, y - 4, 2, 4));
}

static void
bjt_plan_scale_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  int height;

  pango_layout_get_pixel_size (BJT_PLAN_SCALE (widget)->text, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) MAX_LENGTH + GAP + MAX_TEXT : height;
  *minimum_baseline = *natural_baseline = -1;
}

static void
bjt_plan_scale_dispose (GObject *object)
{
  g_clear_object (&BJT_PLAN_SCALE (object)->text);
  G_OBJECT_CLASS (bjt_plan_scale_parent_class)->dispose (object);
}

static void
bjt_plan_scale_class_init (BjtPlanScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_plan_scale_dispose;
  widget_class->snapshot = bjt_plan_scale_snapshot;
  widget_class->measure = bjt_plan_scale_measure;
  gtk_widget_class_set_css_name (widget_class, "scalebar");
}

static void
bjt_plan_scale_init (BjtPlanScale *self)
{
  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
}

GtkWidget *
bjt_plan_scale_new (BjtPlanCanvas *canvas)
{
  BjtPlanScale *self = g_object_new (BJT_TYPE_PLAN_SCALE, NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "painted", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "plan-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
