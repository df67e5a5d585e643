/* bjt-overlay-painter.c: shapes come to Mercator once, on the thread that asks
 * first; then what is seen is painted, leaving out points closer than can be
 * told apart. Read-only once it is ready.
 *
 * Labels stand where an area has the most room, in the middle of a line, beside
 * a point; the uppermost layer first, and none over another. On paper each has
 * several such places, which are exchanged. */
#include "bjt-overlay-painter.h"

#include <math.h>

#include "bjt-area-shape.h"
#include "paint/bjt-text-painter.h"
#include "geo/bjt-label-placer.h"
#include "geo/bjt-mercator.h"
#include "geo/bjt-outline.h"

#define TEXT_SIZE 12.0
#define POINT_RADIUS 4.5
#define LEAST_STEP 0.4 /* px between the points of an outline */

typedef struct
{
  BjtAreaShape shape;
  const char  *label; /* may be NULL */
} Item;

struct _BjtOverlayPainter
{
  gatomicrefcount references;

  /* Owned */
  BjtOverlayList *overlays; /* may be NULL */

  /* Made by prepare() */
  gsize   is_ready;
  GArray *items; /* Item, by layer, then as in the layer */
  guint  *firsts; /* of each layer, and one more; those not shown have none */
};

/* One call of painting. */
typedef struct
{
  BjtOverlayPainter *painter;
  cairo_t           *cr;
  const BjtMapFrame *frame;
  const BjtPalette  *palette;
  gboolean           is_shaded;
  BjtTextPainter    *text;
  GArray            *placed; /* BjtBox, surface units */
  GArray            *offers; /* Offer: on paper */
} Brush;

/* On paper: a label that waits for one of its places. */
typedef struct
{
  const BjtOverlay *overlay;
  const Item       *item;
  double            width, room;
  GArray           *spots; /* BjtPoint: where its left, or its middle, is */
} Offer;

static void
clear_item (gpointer data)
{
  bjt_area_shape_clear (&((Item *) data)->shape);
}

BjtOverlayPainter *
bjt_overlay_painter_new (BjtOverlayList *overlays)
{
  BjtOverlayPainter *self = g_new0 (BjtOverlayPainter, 1);

  g_atomic_ref_count_init (&self->references);
  self->overlays = overlays != NULL ? bjt_overlay_list_ref (overlays) : NULL;
  return self;
}

BjtOverlayPainter *
bjt_overlay_painter_ref (BjtOverlayPainter *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_overlay_painter_unref (BjtOverlayPainter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_overlay_list_unref (self->overlays);
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self->firsts);
  g_free (self);
}

BjtOverlayList *
bjt_overlay_painter_get_list (BjtOverlayPainter *self)
{
  return self->overlays;
}

/* Getting ready */

static BjtPoint
project_cb (BjtPoint point,
            gpointer user_data)
{
  return bjt_mercator_project (point);
}

static double
measure_part (const BjtGeometry *line,
              const BjtPart     *part)
{
  double length = 0;

  for (guint i = 1; i < part->n_points; i++)
    length += hypot (line->points[part->first + i].x - line->points[part->first + i - 1].x,
                     line->points[part->first + i].y - line->points[part->first + i - 1].y);
  return length;
}

/* So far along the longest part. */
static BjtPoint
find_on_line (const BjtGeometry *line,
              double             share,
              double            *length)
{
  const BjtPart *longest = line->parts;
  double         left;

  *length = 0;
  for (guint p = 0; p < line->n_parts; p++)
    if (measure_part (line, line->parts + p) > *length)
      {
        longest = line->parts + p;
        *length = measure_part (line, longest);
      }
  left = *length * share;
  for (guint i = 1; i < longest->n_points; i++)
    {
      BjtPoint from = line->points[longest->first + i - 1], to = line->points[longest->first + i];
      double   step = hypot (to.x - from.x, to.y - from.y);

      if (step > 0 && left <= step)
        return (BjtPoint) { from.x + (to.x - from.x) * left / step, from.y + (to.y - from.y) * left / step };
      left -= step;
    }
  return line->points[longest->first];
}

/* Half way; the room is half its length. */
static BjtPoint
find_middle_of_line (const BjtGeometry *line,
                     double            *radius)
{
  BjtPoint middle = find_on_line (line, 0.5, radius);

  *radius /= 2;
  return middle;
}

static void
add_item (BjtOverlayPainter     *self,
          const BjtOverlayShape *shape)
{
  Item item = { .label = shape->label };

  item.shape.ground = bjt_geometry_map (shape->shape, project_cb, NULL);
  if (item.label != NULL && item.shape.ground->kind == BJT_GEOMETRY_POLYGON)
    item.shape.middle = bjt_outline_find_middle (item.shape.ground, &item.shape.radius);
  else if (item.label != NULL && item.shape.ground->kind == BJT_GEOMETRY_LINE)
    item.shape.middle = find_middle_of_line (item.shape.ground, &item.shape.radius);
  else
    item.shape.middle = item.shape.ground->points[0];
  g_array_append_val (self->items, item);
}

static void
prepare (BjtOverlayPainter *self)
{
  guint n = bjt_overlay_list_get_n (self->overlays);

  if (!g_once_init_enter (&self->is_ready))
    return;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  self->firsts = g_new0 (guint, n + 1);
  for (guint l = 0; l < n; l++)
    {
      const BjtOverlayLayer *layer = bjt_overlay_list_get (self->overlays, l);

      for (guint i = 0; layer->overlay->is_shown && i < layer->shapes->len; i++)
        add_item (self, layer->shapes->pdata[i]);
      self->firsts[l + 1] = self->items->len;
    }
  g_once_init_leave (&self->is_ready, 1);
}

static const Item *
get_item (const BjtOverlayPainter *self,
          guint                    index)
{
  return &g_array_index (self->items, Item, index);
}

static BjtBox
widen (const BjtMapFrame *frame,
       double             by) /* px */
{
  double room = by * frame->px / frame->scale;

  return (BjtBox) { frame->box.x1 - room, frame->box.y1 - room, frame->box.x2 + room, frame->box.y2 + room };
}

/* By night the same hue, bright enough; on paper without colour, ink. */
static guint32
get_ink (const BjtPalette *palette,
         const BjtOverlay *overlay)
{
  guint32 colour = bjt_overlay_get_colour (overlay);

  if (palette->is_mono)
    return palette->text;
  return palette->kind == BJT_PALETTE_DARK ? bjt_palette_mix (colour, 0xffffff, 0.6) : colour;
}

/* The ground */

static void
trace (const Brush *brush,
       const Item  *item)
{
  const BjtGeometry *ground = item->shape.ground;
  double             least = LEAST_STEP * brush->frame->px;

  cairo_new_path (brush->cr);
  for (guint p = 0; p < ground->n_parts; p++)
    {
      const BjtPart *part = ground->parts + p;
      BjtPoint       last = { 0, 0 };

      for (guint i = 0; i < part->n_points; i++)
        {
          BjtPoint at = bjt_map_frame_project (brush->frame, ground->points[part->first + i]);

          if (i > 0 && i + 1 < part->n_points && fabs (at.x - last.x) < least && fabs (at.y - last.y) < least)
            continue;
          if (i == 0)
            cairo_move_to (brush->cr, at.x, at.y);
          else
            cairo_line_to (brush->cr, at.x, at.y);
          last = at;
        }
      if (ground->kind == BJT_GEOMETRY_POLYGON)
        cairo_close_path (brush->cr);
    }
}

static void
paint_item (const Brush      *brush,
            const BjtOverlay *overlay,
            const Item       *item)
{
  guint32 ink = get_ink (brush->palette, overlay);
  double  px = brush->frame->px;

  trace (brush, item);
  if (item->shape.ground->kind == BJT_GEOMETRY_POLYGON)
    {
      if (!brush->palette->is_mono && !brush->is_shaded)
        {
          bjt_palette_set_source (brush->cr, ink, overlay->opacity);
          cairo_fill_preserve (brush->cr);
        }
      bjt_palette_set_source (brush->cr, ink, 0.9);
      cairo_set_line_width (brush->cr, 1.6 * px);
      cairo_stroke (brush->cr);
      return;
    }
  bjt_palette_set_source (brush->cr, brush->palette->paper, 0.8);
  cairo_set_line_width (brush->cr, 5 * px);
  cairo_stroke_preserve (brush->cr);
  bjt_palette_set_source (brush->cr, ink, 1);
  cairo_set_line_width (brush->cr, 2.6 * px);
  cairo_stroke (brush->cr);
}

/**
 * bjt_overlay_painter_paint_ground:
 * @is_shaded: the ground has colours that mean something: areas are outlines
 *   alone
 *
 * Areas and lines, for under the buildings.
 */
void
bjt_overlay_painter_paint_ground (BjtOverlayPainter *self,
                                  cairo_t           *cr,
                                  const BjtMapFrame *frame,
                                  const BjtPalette  *palette,
                                  gboolean           is_shaded)
{
  Brush  brush = { .painter = self, .cr = cr, .frame = frame, .palette = palette, .is_shaded = is_shaded };
  BjtBox seen = widen (frame, 4);

  prepare (self);
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint l = bjt_overlay_list_get_n (self->overlays); l > 0; l--)
    for (guint i = self->firsts[l - 1]; i < self->firsts[l]; i++)
      if (get_item (self, i)->shape.ground->kind != BJT_GEOMETRY_POINT && bjt_box_intersects (&get_item (self, i)->shape.ground->box, &seen))
        paint_item (&brush, bjt_overlay_list_get (self->overlays, l - 1)->overlay, get_item (self, i));
  cairo_new_path (cr);
  cairo_restore (cr);
}

/* Points and labels */

static void
paint_points (const Brush      *brush,
              const BjtOverlay *overlay,
              const Item       *item)
{
  double px = brush->frame->px;

  for (guint i = 0; i < item->shape.ground->n_points; i++)
    {
      BjtPoint at = bjt_map_frame_project (brush->frame, item->shape.ground->points[i]);

      BjtBox   dot = { at.x - POINT_RADIUS * px, at.y - POINT_RADIUS * px, at.x + POINT_RADIUS * px, at.y + POINT_RADIUS * px };

      if (brush->offers != NULL)
        g_array_append_val (brush->placed, dot);
      cairo_new_sub_path (brush->cr);
      cairo_arc (brush->cr, at.x, at.y, POINT_RADIUS * px, 0, 2 * G_PI);
    }
  bjt_palette_set_source (brush->cr, get_ink (brush->palette, overlay), 1);
  cairo_fill_preserve (brush->cr);
  bjt_palette_set_source (brush->cr, brush->palette->paper, 1);
  cairo_set_line_width (brush->cr, 1.5 * px);
  cairo_stroke (brush->cr);
}

static gboolean
is_free (const Brush  *brush,
         const BjtBox *box)
{
  for (guint i = 0; i < brush->frame->n_covered; i++)
    if (bjt_box_intersects (box, &brush->frame->covered[i]))
      return FALSE;
  for (guint i = 0; i < brush->placed->len; i++)
    if (bjt_box_intersects (box, &g_array_index (brush->placed, BjtBox, i)))
      return FALSE;
  return TRUE;
}

/* How wide the label may be, in surface units; 0: there is no room. */
static double
get_room (const Brush *brush,
          const Item  *item)
{
  double px = brush->frame->px, room = 2 * item->shape.radius * brush->frame->scale;

  switch (item->shape.ground->kind)
    {
    case BJT_GEOMETRY_POLYGON:
      return room >= 1.6 * TEXT_SIZE * px ? fmin (1.4 * room, 200 * px) : 0;
    case BJT_GEOMETRY_LINE:
      return room >= 3 * TEXT_SIZE * px ? fmin (room, 200 * px) : 0;
    case BJT_GEOMETRY_POINT:
    default:
      return 160 * px;
    }
}

static BjtBox
get_label_box (const Brush *brush,
               const Item  *item,
               BjtPoint     at,
               double       width)
{
  double px = brush->frame->px, size = TEXT_SIZE * px, align = item->shape.ground->kind == BJT_GEOMETRY_POINT ? 0 : 0.5;

  return (BjtBox) { at.x - align * width - 2 * px, at.y - 0.7 * size, at.x + (1 - align) * width + 2 * px, at.y + 0.7 * size };
}

static void
write_label (const Brush      *brush,
             const BjtOverlay *overlay,
             const Item       *item,
             BjtPoint          at,
             double            room)
{
  double       px = brush->frame->px;
  BjtTextPlace place = { at.x, at.y, item->shape.ground->kind == BJT_GEOMETRY_POINT ? 0 : 0.5, TEXT_SIZE * px, room, BJT_TEXT_BOLD };

  bjt_palette_set_source (brush->cr, bjt_palette_mix (get_ink (brush->palette, overlay), brush->palette->text, 0.6), 1);
  bjt_text_painter_draw_halo (brush->text, brush->cr, item->label, &place, brush->palette->paper, 3 * px);
}

static gboolean
label_item (const Brush      *brush,
            const BjtOverlay *overlay,
            const Item       *item)
{
  BjtPoint at = bjt_map_frame_project (brush->frame, item->shape.middle);
  double   px = brush->frame->px, size = TEXT_SIZE * px, room = get_room (brush, item);
  double   width = bjt_text_painter_get_width (brush->text, item->label, size, BJT_TEXT_BOLD);
  BjtBox   box;

  if (width > room && room < 4 * size)
    return FALSE;
  at = (BjtPoint) { round (at.x), round (at.y) };
  if (item->shape.ground->kind == BJT_GEOMETRY_POINT)
    at.x += (POINT_RADIUS + 4) * px;
  box = get_label_box (brush, item, at, fmin (width, room));
  if (!is_free (brush, &box))
    return FALSE;
  g_array_append_val (brush->placed, box);
  write_label (brush, overlay, item, at, room);
  return TRUE;
}

/* On paper */

static void
clear_offer (gpointer data)
{
  g_array_unref (((Offer *) data)->spots);
}

static void
add_spot (Offer   *offer,
          BjtPoint at,
          double   dx,
          double   dy)
{
  BjtPoint spot = { at.x + dx, at.y + dy };

  g_array_append_val (offer->spots, spot);
}

static void
list_spots (const Brush *brush,
            Offer       *offer)
{
  static const double shares[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82 };
  const Item *item = offer->item;
  BjtPoint    at = bjt_map_frame_project (brush->frame, item->shape.middle);
  double      px = brush->frame->px, gap = (POINT_RADIUS + 4) * px, high = TEXT_SIZE * 0.7 * px, width = offer->width;
  double      free = fmax (0, item->shape.radius * brush->frame->scale - high), length;

  switch (item->shape.ground->kind)
    {
    case BJT_GEOMETRY_POINT: /* right, left, below, above; then the corners */
      for (guint i = 0; i < 8; i++)
        {
          double x = i < 4 ? (double[]) { gap, -gap - width, -width / 2, -width / 2 }[i] : i % 2 == 0 ? gap * 0.6 : -gap * 0.6 - width;
          double y = i < 4 ? (double[]) { 0, 0, gap + high * 0.6, -gap - high * 0.6 }[i] : i < 6 ? -gap * 0.6 - high * 0.6 : gap * 0.6 + high * 0.6;

          add_spot (offer, at, x, y);
        }
      break;
    case BJT_GEOMETRY_LINE:
      for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
        add_spot (offer, bjt_map_frame_project (brush->frame, find_on_line (item->shape.ground, shares[i], &length)), 0, 0);
      break;
    case BJT_GEOMETRY_POLYGON:
    default:
      for (guint i = 0; i < 9; i++)
        add_spot (offer, at, 0, (i + 1) / 2 * (i % 2 == 0 ? 1 : -1) * free * 0.2);
      break;
    }
}

static gboolean
offer_item (const Brush      *brush,
            const BjtOverlay *overlay,
            const Item       *item)
{
  double size = TEXT_SIZE * brush->frame->px, room = get_room (brush, item);
  double width = bjt_text_painter_get_width (brush->text, item->label, size, BJT_TEXT_BOLD);
  Offer  offer = { overlay, item, fmin (width, room), room, NULL };

  if (width > room && room < 4 * size)
    return FALSE;
  offer.spots = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  list_spots (brush, &offer);
  g_array_append_val (brush->offers, offer);
  return TRUE;
}

static void
add_obstacles (const Brush    *brush,
               BjtLabelPlacer *placer)
{
  const BjtMapFrame *frame = brush->frame;

  for (guint i = 0; i < frame->n_covered; i++)
    bjt_label_placer_add_obstacle (placer, &frame->covered[i]);
  for (guint i = 0; frame->taken != NULL && i < frame->taken->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (frame->taken, BjtBox, i));
  for (guint i = 0; i < brush->placed->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (brush->placed, BjtBox, i));
}

static void
add_offer (const Brush    *brush,
           BjtLabelPlacer *placer,
           const Offer    *offer,
           double          weight)
{
  const BjtBox *within = brush->frame->within;

  bjt_label_placer_add_label (placer, weight, 0);
  for (guint i = 0; i < offer->spots->len; i++)
    {
      BjtBox   box = get_label_box (brush, offer->item, g_array_index (offer->spots, BjtPoint, i), offer->width);
      gboolean is_inside = box.x1 >= within->x1 && box.y1 >= within->y1 && box.x2 <= within->x2 && box.y2 <= within->y2;

      bjt_label_placer_add_place (placer, &box, is_inside ? 1 : 0, (double) i / offer->spots->len);
    }
}

/* Returns: how many offers found no room */
static guint
place_offers (const Brush *brush)
{
  g_autoptr (BjtLabelPlacer) placer = bjt_label_placer_new (0);

  add_obstacles (brush, placer);
  for (guint i = 0; i < brush->offers->len; i++)
    add_offer (brush, placer, &g_array_index (brush->offers, Offer, i), 2 - (double) i / brush->offers->len);
  bjt_label_placer_place (placer);
  for (guint i = 0; i < brush->offers->len; i++)
    {
      const Offer *offer = &g_array_index (brush->offers, Offer, i);
      guint32      place = bjt_label_placer_get_place (placer, i);
      BjtPoint     at;
      BjtBox       box;

      if (place == BJT_NO_PLACE)
        continue;
      at = g_array_index (offer->spots, BjtPoint, place);
      box = get_label_box (brush, offer->item, at, offer->width);
      if (brush->frame->taken != NULL)
        g_array_append_val (brush->frame->taken, box);
      write_label (brush, offer->overlay, offer->item, at, offer->room);
    }
  return bjt_label_placer_count_dropped (placer, NULL);
}

static guint
paint_layer_labels (const Brush *brush,
                    guint        layer)
{
  BjtOverlayPainter *self = brush->painter;
  const BjtOverlay  *overlay = bjt_overlay_list_get (self->overlays, layer)->overlay;
  BjtBox             seen = widen (brush->frame, 8);
  guint              dropped = 0;

  for (guint i = self->firsts[layer]; i < self->firsts[layer + 1]; i++)
    {
      const Item *item = get_item (self, i);

      if (!bjt_box_intersects (&item->shape.ground->box, &seen))
        continue;
      if (item->shape.ground->kind == BJT_GEOMETRY_POINT)
        paint_points (brush, overlay, item);
      if (item->label != NULL)
        dropped += brush->offers != NULL ? !offer_item (brush, overlay, item) : !label_item (brush, overlay, item);
    }
  return dropped;
}

/**
 * bjt_overlay_painter_paint_labels:
 *
 * Points and all labels, for over the buildings.
 *
 * Returns: how many seen shapes had no room for theirs
 */
guint
bjt_overlay_painter_paint_labels (BjtOverlayPainter *self,
                                  cairo_t           *cr,
                                  const BjtMapFrame *frame,
                                  const BjtPalette  *palette)
{
  g_autoptr (BjtTextPainter) text = NULL;
  g_autoptr (GArray)         placed = NULL, offers = NULL;
  guint                      dropped = 0;
  Brush                      brush;

  prepare (self);
  if (self->items->len == 0)
    return 0;
  text = bjt_text_painter_new (FALSE);
  placed = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  offers = frame->within != NULL ? g_array_new (FALSE, FALSE, sizeof (Offer)) : NULL;
  if (offers != NULL)
    g_array_set_clear_func (offers, clear_offer);
  brush = (Brush) { self, cr, frame, palette, FALSE, text, placed, offers };
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint l = 0; l < bjt_overlay_list_get_n (self->overlays); l++)
    dropped += paint_layer_labels (&brush, l);
  if (offers != NULL)
    dropped += place_offers (&brush);
  cairo_restore (cr);
  return dropped;
}

/* Telling */

static double
measure_to_edge (BjtPoint a,
                 BjtPoint b,
                 BjtPoint place)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double at = square > 0 ? CLAMP (((place.x - a.x) * dx + (place.y - a.y) * dy) / square, 0, 1) : 0;

  return hypot (a.x + at * dx - place.x, a.y + at * dy - place.y);
}

static double
measure_to (const BjtGeometry *ground,
            BjtPoint           place)
{
  double nearest = HUGE_VAL;

  for (guint p = 0; p < ground->n_parts; p++)
    {
      const BjtPoint *points = ground->points + ground->parts[p].first;
      guint           n = ground->parts[p].n_points;

      for (guint i = 0; i < n; i++)
        {
          double distance = measure_to_edge (points[i > 0 && ground->kind == BJT_GEOMETRY_LINE ? i - 1 : i], points[i], place);

          nearest = fmin (nearest, distance);
        }
    }
  return nearest;
}

/* Less is nearer to what is meant: points and lines before the areas under
 * them, small areas before large ones. HUGE_VAL: not there. */
static double
judge (const BjtGeometry *ground,
       BjtPoint           place,
       double             tolerance)
{
  const BjtBox *box = &ground->box;
  double        distance;

  if (place.x < box->x1 - tolerance || place.x > box->x2 + tolerance || place.y < box->y1 - tolerance || place.y > box->y2 + tolerance)
    return HUGE_VAL;
  if (ground->kind == BJT_GEOMETRY_POLYGON)
    return bjt_geometry_contains (ground, place.x, place.y) ? (box->x2 - box->x1) * (box->y2 - box->y1) : HUGE_VAL;
  distance = measure_to (ground, place);
  return distance <= tolerance ? distance - 1 : HUGE_VAL; /* the world is 1 wide */
}

guint32
bjt_overlay_painter_find (BjtOverlayPainter *self,
                          guint              layer,
                          BjtPoint           mercator,
                          double             tolerance)
{
  guint32 found = G_MAXUINT32;
  double  least = HUGE_VAL;

  prepare (self);
  for (guint i = self->firsts[layer]; i < self->firsts[layer + 1]; i++)
    {
      double judged = judge (get_item (self, i)->shape.ground, mercator, tolerance);

      if (judged < least)
        {
          least = judged;
          found = i - self->firsts[layer];
        }
    }
  return found;
}
