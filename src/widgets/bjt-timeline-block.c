/* bjt-timeline-block.c: pale in the colour of who goes, full when it is chosen; what
 * must be has a thick edge, what is done is hatched, what is held has its mark. */
#include "bjt-timeline-block.h"

#include <string.h>

#include "bjt-widgets.h"
#include "paint/bjt-route-sign.h"

#define RADIUS 4.0
#define LABEL_SIZE 11.5
#define LONG_LABEL_SIZE 9.5 /* of 1501 */
#define NUMBER_SIZE 10.0
#define MARK 3.5

struct _BjtTimelineBlock
{
  GtkButton parent_instance;

  const BjtTimelineStop *stop;
  guint    worker;
  gboolean is_chosen;
};

G_DEFINE_FINAL_TYPE (BjtTimelineBlock, bjt_timeline_block, GTK_TYPE_BUTTON)

/* An arrow against a bar at the side, a lock, or a dot. */
static void
draw_pin (const BjtTimelineStop *stop,
          cairo_t               *cr,
          double                 x,
          double                 y)
{
  double side = stop->pin == BJT_TIMELINE_FIRST ? -1 : 1;

  cairo_new_path (cr);
  switch (stop->pin)
    {
    case BJT_TIMELINE_FIRST:
    case BJT_TIMELINE_LAST:
      cairo_move_to (cr, x + side * MARK, y - MARK);
      cairo_line_to (cr, x + side * MARK, y + MARK);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
      cairo_move_to (cr, x + side * (MARK - 1.5), y);
      cairo_line_to (cr, x - side * 2, y - MARK);
      cairo_line_to (cr, x - side * 2, y + MARK);
      cairo_fill (cr);
      break;
    case BJT_TIMELINE_LOCKED:
      cairo_rectangle (cr, x - MARK, y - 0.5, 2 * MARK, MARK + 1);
      cairo_fill (cr);
      cairo_arc (cr, x, y - 0.5, MARK - 1.2, G_PI, 0);
      cairo_set_line_width (cr, 1.3);
      cairo_stroke (cr);
      break;
    case BJT_TIMELINE_HELD:
      cairo_arc (cr, x, y, MARK - 1, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case BJT_TIMELINE_FREE:
    default:
      break;
    }
}

static void
draw_ground (BjtTimelineBlock *self,
             cairo_t          *cr,
             const BjtPalette *palette,
             double            width,
             double            height)
{
  guint32 colour = bjt_route_sign_get_colour (self->worker);
  double  edge = self->stop->is_must ? 2.5 : 1.2;
  BjtBox  box = { edge / 2, edge / 2, width - edge / 2, height - edge / 2 };

  bjt_glyph_painter_round_box (cr, &box, RADIUS);
  bjt_palette_set_source (cr, self->is_chosen ? colour : bjt_palette_mix (colour, palette->paper, 0.16), 1);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, palette->kind == BJT_PALETTE_DARK ? bjt_palette_mix (colour, 0xFFFFFF, 0.6) : colour, 1);
  cairo_set_line_width (cr, edge);
  cairo_stroke (cr);
  if (!self->stop->is_done)
    return;
  cairo_save (cr);
  bjt_glyph_painter_round_box (cr, &box, RADIUS);
  cairo_clip (cr);
  for (double x = -height; x < width; x += 5)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  bjt_palette_set_source (cr, palette->dim_text, 0.45);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_texts (BjtTimelineBlock      *self,
            cairo_t               *cr,
            const BjtGlyphPainter *painter,
            double                 width)
{
  guint32  ink = self->is_chosen ? 0xFFFFFF : painter->palette->text;
  gboolean has_pin = self->stop->pin != BJT_TIMELINE_FREE && width >= 20;
  double   room = width - (has_pin ? 20 : 6);
  char     number[16];
  g_autofree char *text = NULL;

  if (width < 14)
    return;
  g_snprintf (number, sizeof number, "%u", self->stop->number);
  text = self->stop->name != NULL ? g_strdup_printf ("%s %s", number, self->stop->name) : g_strdup (number);
  if (bjt_text_painter_get_width (painter->text, text, NUMBER_SIZE, BJT_TEXT_REGULAR) > room)
    g_strlcpy (text, number, strlen (number) + 1);
  bjt_palette_set_source (cr, ink, 1);
  bjt_text_painter_draw (painter->text, cr, self->stop->label, &(BjtTextPlace) { width / 2, 12, 0.5, strlen (self->stop->label) > 3 ? LONG_LABEL_SIZE : LABEL_SIZE, width - 2, BJT_TEXT_BOLD });
  bjt_palette_set_source (cr, ink, self->is_chosen ? 1 : 0.8);
  bjt_text_painter_draw (painter->text, cr, text, &(BjtTextPlace) { has_pin ? (width - 12) / 2 : width / 2, 26, 0.5, NUMBER_SIZE, width - 3, BJT_TEXT_REGULAR });
  if (has_pin)
    draw_pin (self->stop, cr, width - 8, 26);
}

static void
bjt_timeline_block_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  BjtTimelineBlock *self = BJT_TIMELINE_BLOCK (widget);
  BjtGlyphPainter   painter = bjt_widgets_get_glyph_painter (widget);
  int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_ground (self, cr, painter.palette, width, height);
  draw_texts (self, cr, &painter, width);
  cairo_destroy (cr);
}

static void
bjt_timeline_block_class_init (BjtTimelineBlockClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bjt_timeline_block_snapshot;
}

static void
bjt_timeline_block_init (BjtTimelineBlock *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "timeline-block");
  gtk_button_set_has_frame (GTK_BUTTON (self), FALSE);
}

GtkWidget *
bjt_timeline_block_new (guint                  worker,
                        const BjtTimelineStop *stop)
{
  BjtTimelineBlock *self = g_object_new (BJT_TYPE_TIMELINE_BLOCK, "tooltip-text", stop->summary, NULL);

  self->worker = worker;
  self->stop = stop;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, stop->spoken, -1);
  return GTK_WIDGET (self);
}

const BjtTimelineStop *
bjt_timeline_block_get_stop (BjtTimelineBlock *self)
{
  return self->stop;
}

void
bjt_timeline_block_set_chosen (BjtTimelineBlock *self,
                               gboolean          is_chosen)
{
  if (self->is_chosen == is_chosen)
    return;
  self->is_chosen = is_chosen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
