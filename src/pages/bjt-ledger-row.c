/* bjt-ledger-row.c: draws itself in two lines. A list keeps some two hundred of
 * its rows, seen or not: of these only those on the screen are laid out, so that
 * a letter typed in the filter costs a few milliseconds. */
#include "bjt-ledger-row.h"

#include "bjt-clock-words.h"
#include "widgets/bjt-flow-dots.h"
#include "widgets/bjt-widgets.h"

#define SMALL 0.88 /* of the font */
#define GAP 8
#define LINE_GAP 3
#define MIN_WIDTH 220
#define DIM 0.55

struct _BjtLedgerRow
{
  GtkWidget parent_instance;

  /* Owned */
  BjtFocus      *focus;
  BjtLedgerLine *line;

  /* State */
  int      title_height; /* 0: not known */
  int      detail_height;
  int      title_baseline;
  int      detail_baseline;
  gboolean is_cut; /* not all of it can be read */
};

G_DEFINE_FINAL_TYPE (BjtLedgerRow, bjt_ledger_row, GTK_TYPE_WIDGET)

/* Size */

static PangoLayout *
new_layout (BjtLedgerRow *self,
            const char   *text,
            double        scale,
            gboolean      is_bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* Of both scripts: Chinese stands higher. */
static int
measure_line (BjtLedgerRow *self,
              double        scale,
              int          *baseline)
{
  g_autoptr (PangoLayout) layout = new_layout (self, "\345\233\275Ag", scale, FALSE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *baseline = PANGO_PIXELS (pango_layout_get_baseline (layout));
  return height;
}

static void
bjt_ledger_row_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  BjtLedgerRow *self = BJT_LEDGER_ROW (widget);

  GTK_WIDGET_CLASS (bjt_ledger_row_parent_class)->css_changed (widget, change);
  self->title_height = 0;
  gtk_widget_queue_resize (widget);
}

static void
bjt_ledger_row_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  BjtLedgerRow *self = BJT_LEDGER_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MIN_WIDTH;
      return;
    }
  if (self->title_height == 0)
    {
      self->title_height = measure_line (self, 1.0, &self->title_baseline);
      self->detail_height = measure_line (self, SMALL, &self->detail_baseline);
    }
  *minimum = *natural = self->title_height + LINE_GAP + self->detail_height;
}

/* Drawing */

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
draw_layout (GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             int            x,
             int            baseline,
             const GdkRGBA *colour)
{
  int y = baseline - PANGO_PIXELS (pango_layout_get_baseline (layout));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
get_text_colour (BjtLedgerRow *self,
                 double        alpha)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= (float) alpha;
  return colour;
}

static GdkRGBA
get_clock_colour (BjtLedgerRow  *self,
                  BjtLedgerClock clock)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (clock == BJT_LEDGER_CLOCK_OVERDUE && gtk_style_context_lookup_color (style, "error_color", &colour))
    return colour;
  if (clock == BJT_LEDGER_CLOCK_SOON && gtk_style_context_lookup_color (style, "warning_color", &colour))
    return colour;
  return get_text_colour (self, clock == BJT_LEDGER_CLOCK_RUNNING ? 1.0 : DIM);
}

static void
draw_title (BjtLedgerRow *self,
            GtkSnapshot  *snapshot,
            gboolean      is_curtained)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), x = width - BJT_FLOW_DOTS_WIDTH;
  g_autofree char *text = bjt_ledger_line_dup_title (self->line, is_curtained);
  g_autoptr (PangoLayout) layout = new_layout (self, text, 1.0, TRUE);
  GdkRGBA colour = get_text_colour (self, 1.0);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, BJT_FLOW_DOTS_WIDTH, (float) self->title_height));

  pango_layout_set_width (layout, MAX (x - GAP, 1) * PANGO_SCALE);
  self->is_cut |= pango_layout_is_ellipsized (layout);
  draw_layout (snapshot, layout, 0, self->title_baseline, &colour);
  bjt_flow_dots_paint (cr, bjt_widgets_get_palette (GTK_WIDGET (self)), x, (self->title_height - BJT_FLOW_DOTS_HEIGHT) / 2.0,
                       bjt_ledger_line_get_issue (self->line)->box, bjt_clock_words_get_tone (bjt_ledger_line_get_clock (self->line)));
  cairo_destroy (cr);
}

static void
draw_detail (BjtLedgerRow *self,
             GtkSnapshot  *snapshot,
             gboolean      is_curtained)
{
  BjtLedgerClock clock = bjt_ledger_line_get_clock (self->line);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), y = self->title_height + LINE_GAP + self->detail_baseline, from, to;
  g_autofree char *detail_text = bjt_ledger_line_dup_detail (self->line, is_curtained);
  const char *number_text = bjt_ledger_line_get_issue (self->line)->number;
  g_autoptr (PangoLayout) number = new_layout (self, number_text != NULL ? number_text : "", SMALL, FALSE);
  g_autoptr (PangoLayout) detail = new_layout (self, detail_text, SMALL, FALSE);
  g_autoptr (PangoLayout) words = new_layout (self, bjt_ledger_line_get_clock_words (self->line), SMALL, clock == BJT_LEDGER_CLOCK_OVERDUE || clock == BJT_LEDGER_CLOCK_SOON);
  GdkRGBA dim = get_text_colour (self, DIM), plain = get_text_colour (self, 1.0), clock_colour = get_clock_colour (self, clock);

  from = get_width (number) + GAP;
  to = width - get_width (words);
  pango_layout_set_width (detail, MAX (to - GAP - from, 1) * PANGO_SCALE);
  self->is_cut |= pango_layout_is_ellipsized (detail);
  draw_layout (snapshot, number, 0, y, &dim);
  draw_layout (snapshot, detail, from, y, &plain);
  draw_layout (snapshot, words, to, y, &clock_colour);
}

static void
bjt_ledger_row_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BjtLedgerRow *self = BJT_LEDGER_ROW (widget);
  gboolean is_curtained = bjt_focus_get_curtain (self->focus);

  if (self->line == NULL)
    return;
  self->is_cut = FALSE;
  draw_title (self, snapshot, is_curtained);
  draw_detail (self, snapshot, is_curtained);
}

static gboolean
bjt_ledger_row_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    is_keyboard,
                              GtkTooltip *tooltip)
{
  BjtLedgerRow *self = BJT_LEDGER_ROW (widget);
  g_autofree char *words = self->line != NULL && self->is_cut ? bjt_ledger_line_dup_words (self->line, bjt_focus_get_curtain (self->focus)) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* The line */

/* The list's own row stands around this widget: it is what is spoken. */
static void
update (BjtLedgerRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *words = bjt_ledger_line_dup_words (self->line, bjt_focus_get_curtain (self->focus));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bjt_ledger_row_set_line (BjtLedgerRow  *self,
                         BjtLedgerLine *line)
{
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, update, self);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  g_signal_connect_swapped (line, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
bjt_ledger_row_dispose (GObject *object)
{
  BjtLedgerRow *self = BJT_LEDGER_ROW (object);

  bjt_ledger_row_set_line (self, NULL);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (bjt_ledger_row_parent_class)->dispose (object);
}

static void
bjt_ledger_row_class_init (BjtLedgerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_ledger_row_dispose;
  widget_class->measure = bjt_ledger_row_measure;
  widget_class->snapshot = bjt_ledger_row_snapshot;
  widget_class->css_changed = bjt_ledger_row_css_changed;
  widget_class->query_tooltip = bjt_ledger_row_query_tooltip;
}

static void
bjt_ledger_row_init (BjtLedgerRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bjt_ledger_row_new (BjtFocus *focus)
{
  BjtLedgerRow *self = g_object_new (BJT_TYPE_LEDGER_ROW, NULL);

  self->focus = g_object_ref (focus);
  return GTK_WIDGET (self);
}
