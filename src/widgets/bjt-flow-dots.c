/* bjt-flow-dots.c: reached steps are filled, those to come are rings, so that
 * the colour only adds to what the shape says. */
#include "bjt-flow-dots.h"

#include <glib/gi18n-lib.h>

#include "bjt-widgets.h"
#include "bjt-words.h"

#define DOT 10.0
#define STEP 17.0 /* the width is five of these and a dot */

struct _BjtFlowDots
{
  GtkWidget parent_instance;

  /* State */
  int         status;
  BjtFlowTone tone;
};

G_DEFINE_FINAL_TYPE (BjtFlowDots, bjt_flow_dots, GTK_TYPE_WIDGET)

static void
bjt_flow_dots_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                          ? BJT_FLOW_DOTS_WIDTH
                          : BJT_FLOW_DOTS_HEIGHT;
}

static guint32
get_colour (BjtFlowTone       tone,
            const BjtPalette *palette)
{
  switch (tone)
    {
    case BJT_FLOW_OVERDUE:
      return palette->alert;
    case BJT_FLOW_DUE_SOON:
      return palette->attention[BJT_ATTENTION_WATCH];
    case BJT_FLOW_STILL:
      return palette->dim_text;
    case BJT_FLOW_ON_TIME:
    default:
      return palette->selection;
    }
}

void
bjt_flow_dots_paint (cairo_t          *cr,
                     const BjtPalette *palette,
                     double            x,
                     double            y,
                     int               status,
                     BjtFlowTone       tone)
{
  cairo_save (cr);
  cairo_set_line_width (cr, 1.5);
  for (int i = 0; i < BJT_N_ISSUE_STATUSES; i++)
    {
      gboolean is_reached = i <= status;

      cairo_new_path (cr);
      cairo_arc (cr, x + i * STEP + DOT / 2, y + DOT / 2, is_reached ? DOT / 2 : DOT / 2 - 0.75, 0, 2 * G_PI);
      bjt_palette_set_source (cr, !is_reached ? palette->dim_text : get_colour (tone, palette), is_reached ? 1.0 : 0.5);
      if (is_reached)
        cairo_fill (cr);
      else
        cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
bjt_flow_dots_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  BjtFlowDots *self = BJT_FLOW_DOTS (widget);
  int          width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t     *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  bjt_flow_dots_paint (cr, bjt_widgets_get_palette (widget), 0, (height - DOT) / 2.0, self->status, self->tone);
  cairo_destroy (cr);
}

static void
bjt_flow_dots_class_init (BjtFlowDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bjt_flow_dots_measure;
  widget_class->snapshot = bjt_flow_dots_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bjt_flow_dots_init (BjtFlowDots *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

void
bjt_flow_dots_set (BjtFlowDots *self,
                   int          status,
                   BjtFlowTone  tone)
{
  /* TRANSLATORS: step of an issue, its number and how many there are: 派单（第3步，共6步） */
  g_autofree char *label = g_strdup_printf (_ ("%s (step %d of %d)"), bjt_words_get_status (status),
                                            status + 1, BJT_N_ISSUE_STATUSES);

  self->status = status;
  self->tone = tone;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
bjt_flow_dots_new (int      status,
                   gboolean is_overdue)
{
  BjtFlowDots *self = g_object_new (BJT_TYPE_FLOW_DOTS, NULL);

  bjt_flow_dots_set (self, status, is_overdue ? BJT_FLOW_OVERDUE : BJT_FLOW_ON_TIME);
  return GTK_WIDGET (self);
}
