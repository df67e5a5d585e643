/* bjt-planner-legend.c: drawn as on the timeline. */
#include "bjt-planner-legend.h"

#include <glib/gi18n.h>

#include "paint/bjt-route-sign.h"
#include "widgets/bjt-timeline-plan.h"
#include "widgets/bjt-widgets.h"

#define WIDTH 18
#define HEIGHT 14

static const struct
{
  BjtTimelineSpanKind kind;
  const char         *name;
} entries[] = {
  { BJT_TIMELINE_WALK, N_ ("Walking") },
  { BJT_TIMELINE_STAIRS, N_ ("Stairs") },
  { BJT_TIMELINE_WAIT, N_ ("Waiting") },
};

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        kind)
{
  static const double dots[] = { 1.5, 3 }, steps[] = { 2, 1.5 };
  const BjtPalette   *palette = bjt_widgets_get_palette (GTK_WIDGET (area));

  bjt_palette_set_source (cr, GPOINTER_TO_INT (kind) == BJT_TIMELINE_WAIT ? palette->dim_text : bjt_palette_mix (bjt_route_sign_get_colour (0), 0xFFFFFF, palette->kind == BJT_PALETTE_DARK ? 0.6 : 1), 0.9);
  cairo_set_line_width (cr, GPOINTER_TO_INT (kind) == BJT_TIMELINE_WAIT ? 2 : 6);
  if (GPOINTER_TO_INT (kind) != BJT_TIMELINE_WALK)
    cairo_set_dash (cr, GPOINTER_TO_INT (kind) == BJT_TIMELINE_WAIT ? dots : steps, 2, 0);
  cairo_move_to (cr, 0, height / 2.0);
  cairo_line_to (cr, width, height / 2.0);
  cairo_stroke (cr);
}

GtkWidget *
bjt_planner_legend_new (void)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_widget_add_css_class (legend, "planner-legend");
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkWidget *area = gtk_drawing_area_new (), *label = gtk_label_new (_(entries[i].name));

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), WIDTH);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), HEIGHT);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GINT_TO_POINTER (entries[i].kind), NULL);
      gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
      gtk_widget_set_margin_end (label, 5);
      gtk_box_append (GTK_BOX (legend), area);
      gtk_box_append (GTK_BOX (legend), label);
    }
  return legend;
}
