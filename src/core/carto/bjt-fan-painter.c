/* bjt-fan-painter.c: doors without a footprint stand at the place of their
 * entrance, many at one spot. Near, they fan out around it as small cards, few
 * in a ring, many in a spiral, each with a thin leg to its own place.
 *
 * Where a card stands depends on the scale alone. */
#include "bjt-building-brush.h"

#include <math.h>

#define MAX_RING 10u

/* Grows a little as one comes nearer. */
static void
get_card_size (const BjtBuildingBrush *brush,
               double                 *width,
               double                 *height)
{
  double t = CLAMP ((brush->zoom - BJT_NEAR_ZOOM) / 1.5, 0, 1);

  *width = (40 + 22 * t) * brush->px;
  *height = (25 + 17 * t) * brush->px;
}

/**
 * bjt_fan_lay_out:
 * @spacing: between the middles of neighbours
 * @offsets: (out): BjtPoint, @n of them, from the spot
 */
void
bjt_fan_lay_out (guint   n,
                 double  spacing,
                 GArray *offsets)
{
  double theta = 0, radius;

  g_array_set_size (offsets, n);
  if (n == 1)
    g_array_index (offsets, BjtPoint, 0) = (BjtPoint) { 0, 0 };
  if (n <= 1)
    return;
  if (n <= MAX_RING)
    {
      radius = fmax (spacing * 0.75, spacing / (2 * sin (G_PI / n)));
      for (guint i = 0; i < n; i++)
        g_array_index (offsets, BjtPoint, i) = (BjtPoint) { radius * sin (2 * G_PI * i / n), -radius * cos (2 * G_PI * i / n) };
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      radius = spacing * (1 + theta / (2 * G_PI));
      g_array_index (offsets, BjtPoint, i) = (BjtPoint) { radius * sin (theta), -radius * cos (theta) };
      theta += 2 * asin (fmin (1, spacing / (2 * radius))) * 1.02;
    }
}

typedef struct
{
  GArray  *doors;   /* guint32 */
  GArray  *offsets; /* BjtPoint */
  BjtPoint spot;    /* on the surface */
  double   width, height;
} Fan;

static void
fan_clear (Fan *self)
{
  g_clear_pointer (&self->doors, g_array_unref);
  g_clear_pointer (&self->offsets, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fan, fan_clear)

static void
fan_init (Fan                    *self,
          const BjtBuildingBrush *brush,
          guint32                 building)
{
  const BjtRun doors = bjt_picture_get_building (brush->picture, building)->doors;

  self->doors = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self->spot = bjt_map_frame_project (brush->frame, bjt_door_clusters_get_spot (brush->picture, building));
  get_card_size (brush, &self->width, &self->height);
  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    if (!bjt_picture_get_door (brush->picture, d)->is_merged && !isnan (bjt_picture_get_door (brush->picture, d)->place.x))
      g_array_append_val (self->doors, d);
  bjt_fan_lay_out (self->doors->len, hypot (self->width, self->height) + 3 * brush->px, self->offsets);
}

static BjtBox
get_card (const Fan *self,
          guint      i)
{
  const BjtPoint *offset = &g_array_index (self->offsets, BjtPoint, i);
  double          x = round (self->spot.x + offset->x - self->width / 2), y = round (self->spot.y + offset->y - self->height / 2);

  return (BjtBox) { x, y, x + self->width, y + self->height };
}

static gboolean
is_seen (const BjtBuildingBrush *brush,
         const Fan              *fan)
{
  double room = (fan->width + fan->height) * (1 + sqrt (fan->doors->len)) / brush->frame->scale;
  BjtPoint at = bjt_map_frame_unproject (brush->frame, fan->spot.x, fan->spot.y);
  BjtBox box = { at.x - room, at.y - room, at.x + room, at.y + room };

  return bjt_box_intersects (&box, &brush->frame->box);
}

static void
paint_legs (const BjtBuildingBrush *brush,
            const Fan              *fan)
{
  const BjtPalette *palette = brush->look->palette;

  bjt_palette_set_source (brush->cr, palette->box_edge, 0.75);
  cairo_set_line_width (brush->cr, brush->px);
  for (guint i = 0; i < fan->doors->len && fan->doors->len > 1; i++)
    {
      const BjtPoint *offset = &g_array_index (fan->offsets, BjtPoint, i);
      BjtPoint foot = bjt_map_frame_project (brush->frame, bjt_picture_get_door (brush->picture, g_array_index (fan->doors, guint32, i))->place);

      cairo_move_to (brush->cr, foot.x, foot.y);
      cairo_line_to (brush->cr, fan->spot.x + offset->x, fan->spot.y + offset->y);
    }
  cairo_stroke (brush->cr);
  bjt_building_brush_dot (brush, fan->spot.x, fan->spot.y, 3 * brush->px, palette->box_edge);
}

static void
paint_card (BjtBuildingBrush *brush,
            guint32           door,
            const BjtBox     *card)
{
  BjtBox shadow = { card->x1 - brush->px, card->y1, card->x2 + brush->px, card->y2 + 2 * brush->px };

  bjt_glyph_painter_round_box (brush->cr, &shadow, 2 * brush->px);
  bjt_palette_set_source (brush->cr, 0x000000, 0.14);
  cairo_fill (brush->cr);
  cairo_rectangle (brush->cr, card->x1, card->y1, card->x2 - card->x1, card->y2 - card->y1);
  bjt_palette_set_source (brush->cr, brush->look->palette->paper, 1);
  cairo_fill (brush->cr);
  bjt_door_painter_paint_door (brush, door, card);
  if (door != brush->look->chosen_door)
    return;
  cairo_rectangle (brush->cr, card->x1 - brush->px, card->y1 - brush->px, card->x2 - card->x1 + 2 * brush->px, card->y2 - card->y1 + 2 * brush->px);
  bjt_palette_set_source (brush->cr, brush->look->palette->selection, 1);
  cairo_set_line_width (brush->cr, 3 * brush->px);
  cairo_stroke (brush->cr);
}

static gboolean
has_fan (const BjtBuildingBrush *brush,
         guint32                 building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (brush->picture, building);

  return brush->zoom >= BJT_NEAR_ZOOM && isnan (b->centre.x) && b->doors.n > 0
         && !isnan (bjt_door_clusters_get_spot (brush->picture, building).x);
}

void
bjt_fan_painter_paint (BjtBuildingBrush *brush)
{
  for (guint32 b = 0; b < brush->picture->buildings->len; b++)
    {
      g_auto (Fan) fan = { 0 };
      g_autofree char *label = NULL;

      if (!has_fan (brush, b))
        continue;
      fan_init (&fan, brush, b);
      if (!is_seen (brush, &fan))
        continue;
      paint_legs (brush, &fan);
      for (guint i = 0; i < fan.doors->len; i++)
        {
          BjtBox card = get_card (&fan, i);

          paint_card (brush, g_array_index (fan.doors, guint32, i), &card);
        }
      brush->glyphs.alpha = 1;
      label = bjt_building_brush_dup_label (brush, b);
      if (fan.doors->len > 2)
        bjt_building_brush_write (brush, label, &(BjtTextPlace) { fan.spot.x, fan.spot.y - 10 * brush->px, 0.5, 12 * brush->px, 0, BJT_TEXT_BOLD },
                                  brush->look->palette->building_text, TRUE);
    }
}

/* Returns: the door whose card is painted there last, or BJT_NO_INDEX */
guint32
bjt_fan_painter_find (BjtBuildingBrush *brush,
                      double            x,
                      double            y)
{
  for (guint32 b = brush->picture->buildings->len; b-- > 0;)
    {
      g_auto (Fan) fan = { 0 };

      if (!has_fan (brush, b))
        continue;
      fan_init (&fan, brush, b);
      for (guint i = fan.doors->len; i-- > 0;)
        {
          BjtBox card = get_card (&fan, i);

          if (x >= card.x1 && x <= card.x2 && y >= card.y1 && y <= card.y2)
            return g_array_index (fan.doors, guint32, i);
        }
    }
  return BJT_NO_INDEX;
}
