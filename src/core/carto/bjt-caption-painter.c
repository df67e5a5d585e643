/* bjt-caption-painter.c: captions of buildings: label and up to five category
 * dots in a row. In the building, else beside it; on paper those beside wait
 * until all are known, and then exchange their places. */
#include "bjt-building-brush.h"

#include "geo/bjt-label-placer.h"

#include <math.h>

#define N_BESIDE 9

typedef struct
{
  const char *label;
  double      size;        /* of the text */
  double      label_width;
  double      chip;        /* side; 0: no dots */
  double      width;
  guint       n_dots;
} Caption;

static void
measure_caption (const BjtBuildingBrush *brush,
                 Caption                *caption,
                 guint                   n_dots,
                 double                  chip)
{
  caption->chip = chip;
  caption->n_dots = n_dots;
  caption->label_width = bjt_text_painter_get_width (brush->glyphs.text, caption->label, caption->size, BJT_TEXT_REGULAR);
  caption->width = caption->label_width;
  if (n_dots > 0)
    caption->width += 5 * brush->px + n_dots * (chip + 2 * brush->px);
}

/* The richest caption that fits: chips with glyph, plain dots, fewer dots,
 * label alone. */
static gboolean
fit_caption (const BjtBuildingBrush *brush,
             Caption                *caption,
             const BjtTally         *tally,
             double                  width,
             double                  height)
{
  double px = brush->px;
  guint  n = tally->n_top;

  /* Under other styles the colours of categories would be taken for theirs. */
  if (brush->look->curtain || brush->look->ground != BJT_BUILDING_GROUND_MIX || brush->look->style != BJT_DOOR_STYLE_CLASS)
    n = 0;
  caption->size = 12 * px;
  if (height >= 18 * px)
    {
      measure_caption (brush, caption, n, 14 * px);
      if (caption->width <= width)
        return TRUE;
    }
  for (caption->size = 12 * px; caption->size > 10.5 * px; caption->size -= px)
    for (guint k = n + 1; k-- > 0;)
      {
        measure_caption (brush, caption, k, 8.5 * px);
        if (caption->width <= width && height >= caption->size * 1.05)
          return TRUE;
      }
  return FALSE;
}

static void
paint_dots (const BjtBuildingBrush *brush,
            const Caption          *caption,
            const BjtTally         *tally,
            double                  x)
{
  double px = brush->px, side = caption->chip;

  for (guint i = 0; i < caption->n_dots; i++, x += side + 2 * px)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (brush->picture, tally->top[i]);

      if (side >= 12 * px)
        bjt_glyph_painter_draw_chip (&brush->glyphs, brush->cr, category, x, -side / 2, side);
      else
        bjt_building_brush_dot (brush, x + side / 2, 0, side / 2, category->colour);
      if ((tally->overdue_categories & ((BjtCategorySet) 1 << tally->top[i])) == 0)
        continue;
      bjt_building_brush_dot (brush, x + side - px, -side / 2 + px, 3.4 * px, brush->look->palette->building);
      bjt_building_brush_dot (brush, x + side - px, -side / 2 + px, 2.6 * px, brush->look->palette->alert);
    }
}

static void
paint_caption (const BjtBuildingBrush *brush,
               const Caption          *caption,
               const BjtTally         *tally,
               gboolean                halo)
{
  double       x = -caption->width / 2;
  BjtTextPlace place = { x, 0, 0, caption->size, 0, BJT_TEXT_REGULAR };

  bjt_building_brush_write (brush, caption->label, &place, brush->look->palette->building_text, halo);
  paint_dots (brush, caption, tally, x + caption->label_width + 5 * brush->px);
}

/* Beside the building, so that what fills it stays to be seen: above, below,
 * else across its middle. */
static gboolean
find_room_beside (BjtBuildingBrush       *brush,
                  const BjtBuildingFrame *at,
                  const Caption          *caption,
                  BjtPoint               *centre)
{
  double reach = (fabs (at->width * sin (at->angle)) + fabs (at->height * cos (at->angle))) / 2 + caption->size * 0.62;
  double offsets[] = { -reach, reach, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      double y = centre->y + offsets[i];
      BjtBox box = { centre->x - caption->width / 2 - 2 * brush->px, y - caption->size * 0.6,
                     centre->x + caption->width / 2 + 2 * brush->px, y + caption->size * 0.6 };

      if (!bjt_building_brush_take (brush, &box))
        continue;
      centre->y = y;
      return TRUE;
    }
  return FALSE;
}

/* On paper */

typedef struct
{
  guint32  building;
  char    *label;
  Caption  caption;
  BjtPoint centre;
  BjtPoint reach; /* half of the building, level */
  double   alpha;
} Waiting;

static void
clear_waiting (gpointer data)
{
  g_free (((Waiting *) data)->label);
}

GArray *
bjt_caption_painter_make_list (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Waiting));

  g_array_set_clear_func (list, clear_waiting);
  return list;
}

static void
wait (BjtBuildingBrush       *brush,
      guint32                 index,
      const BjtBuildingFrame *at,
      const Caption          *caption)
{
  double  x = fabs (cos (at->angle)), y = fabs (sin (at->angle));
  Waiting waiting = {
    .building = index,
    .label = g_strdup (caption->label),
    .caption = *caption,
    .centre = bjt_map_frame_project (brush->frame, bjt_picture_get_building (brush->picture, index)->centre),
    .reach = { (at->width * x + at->height * y) / 2, (at->width * y + at->height * x) / 2 },
    .alpha = brush->glyphs.alpha,
  };

  g_array_append_val (brush->waiting, waiting);
}

static BjtBox
get_box_beside (const BjtBuildingBrush *brush,
                const Waiting          *waiting,
                guint                   place)
{
  static const BjtPoint sides[N_BESIDE] = { { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 }, { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 }, { 0, 0 } };
  double   half = waiting->caption.width / 2 + 2 * brush->px, size = waiting->caption.size;
  gboolean is_corner = sides[place].x * sides[place].y < 0 || sides[place].x * sides[place].y > 0;
  double   x = waiting->centre.x + sides[place].x * (waiting->reach.x + (is_corner ? 0 : half));
  double   y = waiting->centre.y + sides[place].y * (waiting->reach.y + size * 0.62);

  return (BjtBox) { x - half, y - size * 0.6, x + half, y + size * 0.6 };
}

/* Lengthwise where the caption fits into the building, else level beside it
 * where nothing else is written. */
void
bjt_caption_painter_paint (BjtBuildingBrush       *brush,
                           guint32                 index,
                           const BjtBuildingFrame *at)
{
  const BjtTally  *tally = &brush->tallies[index];
  g_autofree char *label = bjt_building_brush_dup_label (brush, index);
  BjtPoint         centre = bjt_map_frame_project (brush->frame, bjt_picture_get_building (brush->picture, index)->centre);
  Caption          caption = { .label = label };
  gboolean         inside = fabs (at->angle) < G_PI * 0.3
                    && fit_caption (brush, &caption, tally, at->width - 6 * brush->px, at->height - 2 * brush->px);
  double           turn = inside && fabs (at->angle) > 0.02 ? at->angle : 0;

  if (inside)
    bjt_building_brush_take (brush, &(BjtBox) { centre.x - caption.width / 2 - 2 * brush->px, centre.y - caption.size * 0.6,
                                                centre.x + caption.width / 2 + 2 * brush->px, centre.y + caption.size * 0.6 });
  else
    {
      caption.size = 11 * brush->px;
      measure_caption (brush, &caption, 0, 0);
      if (brush->waiting != NULL)
        {
          wait (brush, index, at, &caption);
          return;
        }
      if (!find_room_beside (brush, at, &caption, &centre))
        return;
    }
  cairo_save (brush->cr);
  cairo_translate (brush->cr, turn != 0 ? centre.x : round (centre.x), turn != 0 ? centre.y : round (centre.y));
  cairo_rotate (brush->cr, turn);
  paint_caption (brush, &caption, tally, !inside || (brush->look->style != BJT_DOOR_STYLE_CLASS && !brush->look->curtain));
  cairo_restore (brush->cr);
}

/* Above, below, at the sides, at the corners; else across the middle. */
static void
add_places_beside (const BjtBuildingBrush *brush,
                   const Waiting          *waiting,
                   BjtLabelPlacer         *placer)
{
  bjt_label_placer_add_label (placer, 1, 0);
  for (guint i = 0; i < N_BESIDE; i++)
    {
      BjtBox   box = get_box_beside (brush, waiting, i);
      gboolean is_inside = box.x1 >= brush->frame->within->x1 && box.y1 >= brush->frame->within->y1
                           && box.x2 <= brush->frame->within->x2 && box.y2 <= brush->frame->within->y2;

      bjt_label_placer_add_place (placer, &box, is_inside ? 1 : 0, (double) i / N_BESIDE);
    }
}

static BjtLabelPlacer *
make_placer (const BjtBuildingBrush *brush)
{
  BjtLabelPlacer *placer = bjt_label_placer_new (0);

  for (guint i = 0; i < brush->frame->n_covered; i++)
    bjt_label_placer_add_obstacle (placer, &brush->frame->covered[i]);
  for (guint i = 0; i < brush->taken->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (brush->taken, BjtBox, i));
  for (guint i = 0; brush->frame->taken != NULL && i < brush->frame->taken->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (brush->frame->taken, BjtBox, i));
  for (guint i = 0; i < brush->waiting->len; i++)
    add_places_beside (brush, &g_array_index (brush->waiting, Waiting, i), placer);
  bjt_label_placer_place (placer);
  return placer;
}

static gboolean
is_in_frame (const BjtBuildingBrush *brush,
             BjtPoint                at)
{
  const BjtBox *within = brush->frame->within;

  return at.x > within->x1 && at.x < within->x2 && at.y > within->y1 && at.y < within->y2;
}

/* On paper, when all captions are known. */
void
bjt_caption_painter_paint_waiting (BjtBuildingBrush *brush)
{
  g_autoptr (BjtLabelPlacer) placer = make_placer (brush);

  for (guint i = 0; i < brush->waiting->len; i++)
    {
      Waiting *waiting = &g_array_index (brush->waiting, Waiting, i);
      guint32  place = bjt_label_placer_get_place (placer, i);
      BjtBox   box;

      if (place == BJT_NO_PLACE)
        {
          brush->n_unnamed += is_in_frame (brush, waiting->centre);
          continue;
        }
      box = get_box_beside (brush, waiting, place);
      bjt_building_brush_take (brush, &box);
      waiting->caption.label = waiting->label;
      brush->glyphs.alpha = waiting->alpha;
      cairo_save (brush->cr);
      cairo_translate (brush->cr, (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2);
      paint_caption (brush, &waiting->caption, &brush->tallies[waiting->building], TRUE);
      cairo_restore (brush->cr);
    }
}
