/* bjt-snap.c: corners before sides, grids before the rest. Linear in what there
 * is: well under a millisecond for a community. */
#include "bjt-snap.h"

#include "geo/bjt-mercator.h"

#include <math.h>

struct _BjtSnap
{
  GArray *corners; /* BjtPoint: of buildings */
  GArray *sides;   /* BjtPoint, two by two: of roads */
};

static void
add_road (BjtSnap           *self,
          const BjtGeometry *shape)
{
  for (guint p = 0; p < shape->n_parts; p++)
    for (guint i = shape->parts[p].first; i + 1 < shape->parts[p].first + shape->parts[p].n_points; i++)
      {
        BjtPoint ends[] = { bjt_mercator_project (shape->points[i]), bjt_mercator_project (shape->points[i + 1]) };

        g_array_append_vals (self->sides, ends, 2);
      }
}

BjtSnap *
bjt_snap_new (const BjtPicture *picture)
{
  BjtSnap *self = g_new0 (BjtSnap, 1);

  self->corners = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self->sides = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      if (building->footprint != NULL && !isnan (building->centre.x))
        g_array_append_vals (self->corners, building->corners, 4);
    }
  for (guint32 f = 0; f < picture->features->len; f++)
    {
      const BjtPictureFeature *feature = bjt_picture_get_feature (picture, f);

      if (feature->kind == BJT_FEATURE_ROAD && feature->shape != NULL && feature->shape->kind == BJT_GEOMETRY_LINE)
        add_road (self, feature->shape);
    }
  return self;
}

void
bjt_snap_free (BjtSnap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->corners);
  g_array_unref (self->sides);
  g_free (self);
}

static gboolean
catch_corner (const BjtSnap *self,
              BjtPoint      *place,
              double         distance)
{
  BjtPoint from = *place;
  gboolean found = FALSE;

  for (guint i = 0; i < self->corners->len; i++)
    {
      BjtPoint corner = g_array_index (self->corners, BjtPoint, i);
      double   away = hypot (corner.x - from.x, corner.y - from.y);

      if (away > distance)
        continue;
      distance = away;
      *place = corner;
      found = TRUE;
    }
  return found;
}

static gboolean
catch_side (const BjtSnap *self,
            BjtPoint      *place,
            double         distance)
{
  BjtPoint from = *place;
  gboolean found = FALSE;

  for (guint i = 0; i + 1 < self->sides->len; i += 2)
    {
      BjtPoint a = g_array_index (self->sides, BjtPoint, i), b = g_array_index (self->sides, BjtPoint, i + 1), foot;
      double   dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy, away;
      double   t = square > 0 ? ((from.x - a.x) * dx + (from.y - a.y) * dy) / square : 0;

      t = CLAMP (t, 0.0, 1.0);
      foot = (BjtPoint) { a.x + t * dx, a.y + t * dy };
      away = hypot (foot.x - from.x, foot.y - from.y);
      if (away > distance)
        continue;
      distance = away;
      *place = foot;
      found = TRUE;
    }
  return found;
}

gboolean
bjt_snap_catch (const BjtSnap     *self,
                const BjtCoverage *coverage,
                BjtPoint          *place,
                double             distance)
{
  double          metres = distance * bjt_coverage_get_metres (coverage);
  guint32         vertex = bjt_coverage_find_vertex (coverage, *place, metres);
  BjtCoverageEdge edge;

  if (vertex != BJT_COVERAGE_NONE)
    {
      *place = bjt_coverage_get_vertex (coverage, vertex);
      return TRUE;
    }
  if (bjt_coverage_find_edge (coverage, *place, metres, &edge))
    {
      *place = edge.foot;
      return TRUE;
    }
  return catch_corner (self, place, distance) || catch_side (self, place, distance);
}

BjtPoint
bjt_snap_square (const BjtPoint *line,
                 guint           n_points,
                 BjtPoint        place)
{
  BjtPoint last = line[n_points - 1], along = { 1, 0 };
  double   length, forward, aside;

  if (n_points > 1)
    along = (BjtPoint) { last.x - line[n_points - 2].x, last.y - line[n_points - 2].y };
  length = hypot (along.x, along.y);
  if (length == 0)
    return place;
  along = (BjtPoint) { along.x / length, along.y / length };
  forward = (place.x - last.x) * along.x + (place.y - last.y) * along.y;
  aside = (place.y - last.y) * along.x - (place.x - last.x) * along.y;
  if (fabs (forward) >= fabs (aside))
    return (BjtPoint) { last.x + along.x * forward, last.y + along.y * forward };
  return (BjtPoint) { last.x - along.y * aside, last.y + along.x * aside };
}
