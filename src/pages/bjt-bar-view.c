/* bjt-bar-view.c: draws with the painter that prints use too. */
#include "bjt-bar-view.h"

#include "widgets/bjt-widgets.h"

#define LEAST_WIDTH 60
#define HEIGHT 22

struct _BjtBarView
{
  GtkWidget parent_instance;

  /* State */
  BjtBarScale scale;
  BjtBar      bar;
};

G_DEFINE_FINAL_TYPE (BjtBarView, bjt_bar_view, GTK_TYPE_WIDGET)

static void
bjt_bar_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT;
}

static void
bjt_bar_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  BjtBarView *self = BJT_BAR_VIEW (widget);
  BjtBox      box = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  cairo_t    *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) box.x2, (float) box.y2));

  bjt_bar_painter_draw (cr, bjt_widgets_get_palette (widget), &self->scale, &self->bar, &box, 1);
  cairo_destroy (cr);
}

static void
bjt_bar_view_class_init (BjtBarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bjt_bar_view_measure;
  widget_class->snapshot = bjt_bar_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bjt_bar_view_init (BjtBarView *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
bjt_bar_view_new (void)
{
  return g_object_new (BJT_TYPE_BAR_VIEW, NULL);
}

void
bjt_bar_view_set_bar (BjtBarView        *self,
                      const BjtBarScale *scale,
                      const BjtBar      *bar)
{
  self->scale = *scale;
  self->bar = *bar;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
