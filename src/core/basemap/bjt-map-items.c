/* bjt-map-items.c: projects every feature once and sorts by pass. A frame finds
 * its items by a linear test of boxes: 100,000 features in a millisecond, no
 * index needed. Read-only after new(), so any thread may paint. */
#include "bjt-map-items.h"

#include "geo/bjt-mercator.h"

#include <math.h>

#define N_SCAN_LINES 15

static BjtMapPass
get_pass (BjtFeatureKind kind)
{
  switch (kind)
    {
    case BJT_FEATURE_ROAD:
      return BJT_MAP_PASS_ROAD;
    case BJT_FEATURE_FOOTWAY:
      return BJT_MAP_PASS_FOOTWAY;
    case BJT_FEATURE_BUILDING:
      return BJT_MAP_PASS_BUILDING;
    case BJT_FEATURE_GREEN:
      return BJT_MAP_PASS_GREEN;
    case BJT_FEATURE_WATER:
      return BJT_MAP_PASS_WATER;
    case BJT_FEATURE_POI:
      return BJT_MAP_PASS_POI;
    case BJT_FEATURE_GATE:
      return BJT_MAP_PASS_GATE;
    case BJT_FEATURE_BARRIER:
      return BJT_MAP_PASS_BARRIER;
    case BJT_FEATURE_RAILWAY:
      return BJT_MAP_PASS_RAILWAY;
    case BJT_FEATURE_AREA:
    default:
      return BJT_MAP_PASS_AREA;
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The longest stretch of the scan line within the shape. */
static double
measure_scan_line (const BjtMapItem *item,
                   GArray           *crossings,
                   double            y,
                   double           *middle)
{
  const BjtGeometry *shape = item->feature->shape;
  double             longest = 0;

  g_array_set_size (crossings, 0);
  for (guint p = 0; p < shape->n_parts; p++)
    for (guint i = 0; i < shape->parts[p].n_points; i++)
      {
        const BjtPoint *ring = item->points + shape->parts[p].first;
        BjtPoint        a = ring[i], b = ring[(i + 1) % shape->parts[p].n_points];

        if ((a.y <= y) != (b.y <= y))
          {
            double x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);

            g_array_append_val (crossings, x);
          }
      }
  g_array_sort (crossings, compare_doubles);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double from = g_array_index (crossings, double, i), to = g_array_index (crossings, double, i + 1);

      if (to - from <= longest)
        continue;
      longest = to - from;
      *middle = (from + to) / 2;
    }
  return longest;
}

/* Chinese names are written across: the place of a name is the middle of the
 * longest horizontal stretch, the middle of the shape being preferred. */
static BjtPoint
find_label_place (const BjtMapItem *item)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  BjtPoint           best = { (double) NAN, (double) NAN };
  double             best_length = 0;

  for (guint i = 0; i < N_SCAN_LINES; i++)
    {
      double at = (i + 0.5) / N_SCAN_LINES;
      double y = item->box.y1 + at * (item->box.y2 - item->box.y1);
      double middle = 0;
      double length = measure_scan_line (item, crossings, y, &middle) * (1 - fabs (at - 0.5));

      if (length <= best_length)
        continue;
      best_length = length;
      best = (BjtPoint) { middle, y };
    }
  return best;
}

static void
place_label (BjtMapItem *item)
{
  item->label = (BjtPoint) { (double) NAN, (double) NAN };
  if (item->feature->name == NULL)
    return;
  switch (item->feature->shape->kind)
    {
    case BJT_GEOMETRY_POINT:
      item->label = item->points[0];
      break;
    case BJT_GEOMETRY_POLYGON:
      item->label = find_label_place (item);
      break;
    case BJT_GEOMETRY_LINE:
    default:
      break;
    }
}

static void
add_item (BjtMapItems             *self,
          const BjtPictureFeature *feature,
          BjtPoint                *points)
{
  BjtMapItem item = { .feature = feature, .points = points, .box = BJT_BOX_EMPTY, .pass = (guint8) get_pass (feature->kind) };

  for (guint i = 0; i < feature->shape->n_points; i++)
    {
      points[i] = bjt_mercator_project (feature->shape->points[i]);
      bjt_box_add_point (&item.box, points[i].x, points[i].y);
    }
  if (item.pass == BJT_MAP_PASS_ROAD)
    {
      item.way = bjt_way_kind_find_road (feature->subkind);
      item.rank = (guint8) bjt_way_kind_get_rank (item.way);
    }
  else if (item.pass == BJT_MAP_PASS_FOOTWAY)
    item.way = &BJT_WAY_KIND_FOOTWAY;
  place_label (&item);
  g_array_append_val (self->items, item);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const BjtMapItem *x = a, *y = b;

  if (x->pass != y->pass)
    return x->pass - y->pass;
  if (x->rank != y->rank)
    return x->rank - y->rank;
  return (x->feature > y->feature) - (x->feature < y->feature);
}

static void
find_passes (BjtMapItems *self)
{
  guint pass = 0;

  for (guint i = 0; i < self->items->len; i++)
    while (pass <= bjt_map_items_get (self, i)->pass)
      self->first[pass++] = i;
  while (pass <= BJT_N_MAP_PASSES)
    self->first[pass++] = self->items->len;
}

BjtMapItems *
bjt_map_items_new (BjtPicture *picture)
{
  BjtMapItems *self = g_new0 (BjtMapItems, 1);
  gsize        n_points = 0;
  double       middle = 0.5;

  self->picture = bjt_picture_ref (picture);
  self->items = g_array_sized_new (FALSE, TRUE, sizeof (BjtMapItem), picture->features->len);
  for (guint f = 0; f < picture->features->len; f++)
    n_points += bjt_picture_get_feature (picture, f)->shape->n_points;
  self->points = g_new (BjtPoint, MAX (n_points, 1));
  n_points = 0;
  for (guint f = 0; f < picture->features->len; f++)
    {
      const BjtPictureFeature *feature = bjt_picture_get_feature (picture, f);

      if (feature->shape->n_points == 0)
        continue;
      add_item (self, feature, self->points + n_points);
      n_points += feature->shape->n_points;
    }
  g_array_sort (self->items, compare_items);
  find_passes (self);
  if (!bjt_box_is_empty (&picture->extent))
    middle = (picture->extent.y1 + picture->extent.y2) / 2;
  self->metres = bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude (middle));
  return self;
}

void
bjt_map_items_free (BjtMapItems *self)
{
  g_array_unref (self->items);
  g_free (self->points);
  bjt_picture_unref (self->picture);
  g_free (self);
}

/**
 * bjt_map_items_get_px_per_metre:
 *
 * One figure for the whole picture, so that neighbouring frames agree.
 */
double
bjt_map_items_get_px_per_metre (const BjtMapItems *self,
                                const BjtMapFrame *frame)
{
  return frame->scale / self->metres;
}

/* Points closer than half a unit to the last one add nothing that is seen. */
static void
trace_part (const BjtPoint    *points,
            guint              n,
            gboolean           closed,
            cairo_t           *cr,
            const BjtMapFrame *frame)
{
  BjtPoint last = bjt_map_frame_project (frame, points[0]);

  cairo_move_to (cr, last.x, last.y);
  for (guint i = 1; i < n; i++)
    {
      BjtPoint p = bjt_map_frame_project (frame, points[i]);

      if (i + 1 < n && fabs (p.x - last.x) < 0.5 && fabs (p.y - last.y) < 0.5)
        continue;
      cairo_line_to (cr, p.x, p.y);
      last = p;
    }
  if (closed)
    cairo_close_path (cr);
}

void
bjt_map_items_trace (const BjtMapItem  *item,
                     cairo_t           *cr,
                     const BjtMapFrame *frame)
{
  const BjtGeometry *shape = item->feature->shape;

  for (guint p = 0; p < shape->n_parts; p++)
    trace_part (item->points + shape->parts[p].first, shape->parts[p].n_points,
                shape->kind == BJT_GEOMETRY_POLYGON, cr, frame);
}
