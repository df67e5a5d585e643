/* bjt-swatch.c: see the header; a thin skin over the glyph painter. */
#include "bjt-swatch.h"

#include "bjt-widgets.h"

#define HEIGHT 14

struct _BjtSwatch
{
  GtkWidget parent_instance;

  /* State */
  BjtSwatchKind kind;
  int           code;
  BjtDoorStyle  style;

  /* Owned */
  BjtPicture *picture; /* of a style; else NULL */
};

G_DEFINE_FINAL_TYPE (BjtSwatch, bjt_swatch, GTK_TYPE_WIDGET)

static gboolean
is_box (BjtSwatch *self)
{
  return self->kind == BJT_SWATCH_CLASS || self->kind == BJT_SWATCH_ATTENTION || self->kind == BJT_SWATCH_STYLE;
}

static void
bjt_swatch_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  gboolean is_wide = orientation == GTK_ORIENTATION_HORIZONTAL && is_box (BJT_SWATCH (widget));

  *minimum = *natural = is_wide ? HEIGHT * 3 / 2 : HEIGHT;
}

static void
draw_box (BjtSwatch             *self,
          const BjtGlyphPainter *painter,
          cairo_t               *cr,
          int                    width)
{
  BjtBox        box = { 1.0, 1.0, width - 1.0, HEIGHT - 1.0 };
  BjtClassStyle fill = painter->palette->classes[self->kind == BJT_SWATCH_CLASS ? self->code : BJT_CLASS_RESIDENT];

  if (self->kind == BJT_SWATCH_STYLE)
    bjt_door_style_get_fill (self->style, (guint) self->code, painter->palette, self->picture, &fill);
  bjt_glyph_painter_fill_box (painter, cr, &fill, &box, 1.0);
  if (self->kind == BJT_SWATCH_STYLE && self->style == BJT_DOOR_STYLE_CATEGORY && (guint) self->code < self->picture->categories->len)
    bjt_glyph_painter_draw_chip (painter, cr, bjt_picture_get_category (self->picture, (guint) self->code), width - HEIGHT, 0, HEIGHT);
  bjt_glyph_painter_round_box (cr, &(BjtBox) { 0.5, 0.5, width - 0.5, HEIGHT - 0.5 }, 2.0);
  bjt_palette_set_source (cr, painter->palette->dim_text, 0.6);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  if (self->kind == BJT_SWATCH_ATTENTION)
    bjt_glyph_painter_frame_attention (painter, cr, self->code, &box, 1.0);
}

static void
bjt_swatch_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  BjtSwatch      *self = BJT_SWATCH (widget);
  BjtGlyphPainter painter = bjt_widgets_get_glyph_painter (widget);
  int             width = gtk_widget_get_width (widget);
  int             top = (gtk_widget_get_height (widget) - HEIGHT) / 2;
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, (float) top, (float) width, HEIGHT));

  cairo_translate (cr, 0, top);
  switch (self->kind)
    {
    case BJT_SWATCH_OUTCOME:
      bjt_glyph_painter_draw_outcome (&painter, cr, self->code, width / 2.0, HEIGHT / 2.0, 5.0);
      break;
    case BJT_SWATCH_OVERDUE:
      bjt_glyph_painter_draw_clock (&painter, cr, width / 2.0, HEIGHT / 2.0, 6.5);
      break;
    case BJT_SWATCH_ISSUE:
    case BJT_SWATCH_ISSUE_SOON:
    case BJT_SWATCH_ISSUE_OVERDUE:
      bjt_glyph_painter_draw_issue_dot (&painter, cr, width / 2.0, HEIGHT / 2.0, 4.5, (BjtIssueTime) (self->kind - BJT_SWATCH_ISSUE));
      break;
    case BJT_SWATCH_ANNOTATION:
      bjt_glyph_painter_draw_annotation (&painter, cr, self->code, width / 2.0, HEIGHT / 2.0, 6.0);
      break;
    case BJT_SWATCH_CLASS:
    case BJT_SWATCH_ATTENTION:
    case BJT_SWATCH_STYLE:
    default:
      draw_box (self, &painter, cr, width);
      break;
    }
  cairo_destroy (cr);
}

static void
bjt_swatch_finalize (GObject *object)
{
  bjt_picture_unref (BJT_SWATCH (object)->picture);
  G_OBJECT_CLASS (bjt_swatch_parent_class)->finalize (object);
}

static void
bjt_swatch_class_init (BjtSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_swatch_finalize;
  widget_class->measure = bjt_swatch_measure;
  widget_class->snapshot = bjt_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bjt_swatch_init (BjtSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
bjt_swatch_new (BjtSwatchKind kind,
                int           code)
{
  BjtSwatch *self = g_object_new (BJT_TYPE_SWATCH, NULL);

  self->kind = kind;
  self->code = code;
  return GTK_WIDGET (self);
}

GtkWidget *
bjt_swatch_new_style (BjtPicture   *picture,
                      BjtDoorStyle  style,
                      guint         code)
{
  GtkWidget *self = bjt_swatch_new (BJT_SWATCH_STYLE, (int) code);

  BJT_SWATCH (self)->style = style;
  BJT_SWATCH (self)->picture = bjt_picture_ref (picture);
  return self;
}
