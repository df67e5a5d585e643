/* bjt-coverage.c: reading, looking, writing; vertices are moved in
 * bjt-coverage-vertex.c, whole polygons in bjt-coverage-overlay.c.
 *
 * Every look is linear in the corners: some thousands for the grids of a
 * community, some microseconds. */
#include "bjt-coverage.h"

#include <math.h>

#include "bjt-coverage-private.h"
#include "bjt-mercator.h"

G_DEFINE_QUARK (bjt-coverage-error-quark, bjt_coverage_error)

/* Rings */

static void
free_ring (gpointer data)
{
  BjtCoverageRing *ring = data;

  g_array_unref (ring->vertices);
  g_free (ring);
}

BjtCoverageRing *
bjt_coverage_ring_new (gboolean is_hole)
{
  BjtCoverageRing *self = g_new0 (BjtCoverageRing, 1);

  self->vertices = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->is_hole = is_hole;
  return self;
}

static void
free_face (gpointer data)
{
  BjtCoverageFace *face = data;

  g_ptr_array_unref (face->rings);
  g_free (face);
}

/* A face without a ring; returns its number. */
guint32
bjt_coverage_add_face (BjtCoverage *self)
{
  BjtCoverageFace *face = g_new0 (BjtCoverageFace, 1);

  face->rings = g_ptr_array_new_with_free_func (free_ring);
  g_ptr_array_add (self->faces, face);
  return self->faces->len - 1;
}

/* A corner may not follow on itself, nor a way go straight back. */
static void
tidy_ring (BjtCoverageRing *ring)
{
  guint i = 0, n_clean = 0;

  while (ring->vertices->len > 0 && n_clean < ring->vertices->len)
    {
      guint   n = ring->vertices->len;
      guint32 here = bjt_coverage_at (ring, i), next = bjt_coverage_at (ring, i + 1);

      if (here == next || bjt_coverage_at (ring, i + n - 1) == next)
        {
          g_array_remove_index (ring->vertices, i % n);
          n_clean = 0;
          i = ring->vertices->len > 0 ? (i + ring->vertices->len - 1) % ring->vertices->len : 0;
          continue;
        }
      n_clean++;
      i = (i + 1) % n;
    }
}

static double
get_ring_area (const BjtCoverage     *self,
               const BjtCoverageRing *ring)
{
  double twice = 0;

  for (guint i = 0; i < ring->vertices->len; i++)
    {
      BjtPoint p = bjt_coverage_vertex (self, bjt_coverage_at (ring, i))->place;
      BjtPoint q = bjt_coverage_vertex (self, bjt_coverage_at (ring, i + 1))->place;

      twice += (p.x - self->origin.x) * (q.y - self->origin.y) - (q.x - self->origin.x) * (p.y - self->origin.y);
    }
  return fabs (twice) / 2;
}

/* Do all corners stand on one line? */
static gboolean
is_flat_ring (const BjtCoverage     *self,
              const BjtCoverageRing *ring)
{
  BjtPoint p, far;
  double   most = 0, length = 0;

  if (ring->vertices->len < 3)
    return TRUE;
  p = far = bjt_coverage_vertex (self, bjt_coverage_at (ring, 0))->place;
  for (guint i = 1; i < ring->vertices->len; i++)
    {
      BjtPoint at = bjt_coverage_vertex (self, bjt_coverage_at (ring, i))->place;
      double   away = hypot (at.x - p.x, at.y - p.y);

      if (away > length)
        far = at;
      length = MAX (length, away);
    }
  for (guint i = 1; i < ring->vertices->len && length > 0; i++)
    {
      BjtPoint at = bjt_coverage_vertex (self, bjt_coverage_at (ring, i))->place;

      most = MAX (most, fabs ((at.x - p.x) * (far.y - p.y) - (at.y - p.y) * (far.x - p.x)) / length);
    }
  return most <= self->tolerance;
}

/* An outline that has vanished, or is but a line, takes its holes with it. */
static void
tidy_face (const BjtCoverage *self,
           BjtCoverageFace   *face)
{
  gboolean is_gone = FALSE, is_flat;
  guint    r = 0;

  while (r < face->rings->len)
    {
      BjtCoverageRing *ring = face->rings->pdata[r];

      tidy_ring (ring);
      is_flat = is_flat_ring (self, ring);
      if (!ring->is_hole)
        is_gone = is_flat;
      if (is_gone || is_flat)
        g_ptr_array_remove_index (face->rings, r);
      else
        r++;
    }
}

static void
count_uses (BjtCoverage *self)
{
  for (guint v = 0; v < self->vertices->len; v++)
    bjt_coverage_vertex (self, v)->n_uses = 0;
  for (guint f = 0; f < self->faces->len; f++)
    for (guint r = 0; r < bjt_coverage_face (self, f)->rings->len; r++)
      {
        const BjtCoverageRing *ring = bjt_coverage_face (self, f)->rings->pdata[r];

        for (guint i = 0; i < ring->vertices->len; i++)
          bjt_coverage_vertex (self, bjt_coverage_at (ring, i))->n_uses++;
      }
}

/* Corners on the sides of others */

typedef struct
{
  double  t; /* along the side */
  guint32 vertex;
} Stop;

static gint
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  BjtCoverage *self = user_data;
  double       x = bjt_coverage_vertex (self, *(const guint32 *) a)->place.x;
  double       y = bjt_coverage_vertex (self, *(const guint32 *) b)->place.x;

  return (x > y) - (x < y);
}

/* The vertices in use, from west to east. */
static GArray *
sort_vertices (BjtCoverage *self)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 v = 0; v < self->vertices->len; v++)
    if (bjt_coverage_vertex (self, v)->n_uses > 0)
      g_array_append_val (sorted, v);
  g_array_sort_with_data (sorted, compare_x, self);
  return sorted;
}

static guint
find_first_east_of (BjtCoverage  *self,
                    const GArray *sorted,
                    double        x)
{
  guint low = 0, high = sorted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (bjt_coverage_vertex (self, g_array_index (sorted, guint32, middle))->place.x < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_vertex (const BjtCoverageRing *ring,
            guint32                vertex)
{
  for (guint i = 0; i < ring->vertices->len; i++)
    if (bjt_coverage_at (ring, i) == vertex)
      return TRUE;
  return FALSE;
}

static gint
compare_stops (gconstpointer a,
               gconstpointer b)
{
  double x = ((const Stop *) a)->t, y = ((const Stop *) b)->t;

  return (x > y) - (x < y);
}

/* The vertices that stand on the side from @a to @b, in order. */
static GArray *
find_stops (BjtCoverage           *self,
            const GArray          *sorted,
            const BjtCoverageRing *ring,
            guint32                a,
            guint32                b)
{
  BjtPoint p = bjt_coverage_vertex (self, a)->place, q = bjt_coverage_vertex (self, b)->place;
  double   length = hypot (q.x - p.x, q.y - p.y), west = MIN (p.x, q.x) - self->tolerance, east = MAX (p.x, q.x) + self->tolerance;
  GArray  *stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  for (guint s = find_first_east_of (self, sorted, west); s < sorted->len && length > 0; s++)
    {
      guint32  v = g_array_index (sorted, guint32, s);
      BjtPoint at = bjt_coverage_vertex (self, v)->place;
      double   along = ((at.x - p.x) * (q.x - p.x) + (at.y - p.y) * (q.y - p.y)) / length;
      double   beside = ((at.x - p.x) * (q.y - p.y) - (at.y - p.y) * (q.x - p.x)) / length;
      Stop     stop = { along / length, v };

      if (at.x > east)
        break;
      if (v != a && v != b && fabs (beside) <= self->tolerance && along > 0 && along < length && !has_vertex (ring, v))
        g_array_append_val (stops, stop);
    }
  g_array_sort (stops, compare_stops);
  return stops;
}

static void
node_ring (BjtCoverage     *self,
           const GArray    *sorted,
           BjtCoverageFace *face,
           BjtCoverageRing *ring)
{
  for (guint i = 0; i < ring->vertices->len; i++)
    {
      g_autoptr (GArray) stops = find_stops (self, sorted, ring, bjt_coverage_at (ring, i), bjt_coverage_at (ring, i + 1));

      for (guint s = 0; s < stops->len; s++)
        g_array_insert_val (ring->vertices, i + 1 + s, g_array_index (stops, Stop, s).vertex);
      i += stops->len;
      face->is_changed |= stops->len > 0;
    }
}

/**
 * bjt_coverage_settle:
 *
 * Puts every corner into the sides that it stands on, and drops what has
 * shrunk to nothing.
 */
void
bjt_coverage_settle (BjtCoverage *self)
{
  g_autoptr (GArray) sorted = NULL;

  for (guint f = 0; f < self->faces->len; f++)
    tidy_face (self, bjt_coverage_face (self, f));
  count_uses (self);
  sorted = sort_vertices (self);
  for (guint f = 0; f < self->faces->len; f++)
    {
      BjtCoverageFace *face = bjt_coverage_face (self, f);

      for (guint r = 0; r < face->rings->len; r++)
        node_ring (self, sorted, face, face->rings->pdata[r]);
      tidy_face (self, face);
    }
  count_uses (self);
}

/* Reading */

static gboolean
is_usable (const BjtGeometry *polygon)
{
  if (polygon == NULL || polygon->kind != BJT_GEOMETRY_POLYGON || bjt_box_is_empty (&polygon->box))
    return FALSE;
  for (guint i = 0; i < polygon->n_points; i++)
    if (!isfinite (polygon->points[i].x) || !isfinite (polygon->points[i].y)
        || fabs (polygon->points[i].x) > 180 || fabs (polygon->points[i].y) > 85)
      return FALSE;
  return TRUE;
}

typedef struct
{
  BjtPoint  place;
  BjtPoint  lon_lat;
  guint32  *slot; /* where its vertex is to be written */
} Corner;

static gint
compare_corners (gconstpointer a,
                 gconstpointer b)
{
  double x = ((const Corner *) a)->place.x, y = ((const Corner *) b)->place.x;

  return (x > y) - (x < y);
}

/* From west to east: each corner is a new vertex or one that stands near. */
static void
weld_corners (BjtCoverage *self,
              GArray      *corners)
{
  guint first = 0; /* vertices before it lie too far west */

  g_array_sort (corners, compare_corners);
  for (guint c = 0; c < corners->len; c++)
    {
      const Corner     *corner = &g_array_index (corners, Corner, c);
      BjtCoverageVertex vertex = { corner->place, corner->lon_lat, 0 };
      guint32           v;

      while (first < self->vertices->len && bjt_coverage_vertex (self, first)->place.x < corner->place.x - self->tolerance)
        first++;
      for (v = first; v < self->vertices->len; v++)
        if (fabs (bjt_coverage_vertex (self, v)->place.y - corner->place.y) <= self->tolerance)
          break;
      if (v == self->vertices->len)
        g_array_append_val (self->vertices, vertex);
      *corner->slot = v;
    }
}

static void
take_polygon (BjtCoverage       *self,
              const BjtGeometry *polygon)
{
  guint32          index = bjt_coverage_add_face (self);
  BjtCoverageFace *face = bjt_coverage_face (self, index);

  if (!is_usable (polygon))
    return;
  for (guint p = 0; p < polygon->n_parts; p++)
    {
      BjtCoverageRing *ring = bjt_coverage_ring_new (polygon->parts[p].is_hole);

      g_array_set_size (ring->vertices, polygon->parts[p].n_points);
      g_ptr_array_add (face->rings, ring);
    }
}

static void
add_corners (BjtCoverage       *self,
             guint32            index,
             const BjtGeometry *polygon,
             GArray            *corners)
{
  BjtCoverageFace *face = bjt_coverage_face (self, index);

  for (guint r = 0; r < face->rings->len; r++)
    {
      BjtCoverageRing *ring = face->rings->pdata[r];

      for (guint i = 0; i < ring->vertices->len; i++)
        {
          BjtPoint lon_lat = polygon->points[polygon->parts[r].first + i];
          Corner   corner = { bjt_mercator_project (lon_lat), lon_lat, &g_array_index (ring->vertices, guint32, i) };

          g_array_append_val (corners, corner);
        }
    }
}

static void
ignore_message (const char *message,
                void       *user_data)
{
  g_debug ("%s", message);
}

static BjtCoverage *
new_empty (void)
{
  BjtCoverage *self = g_new0 (BjtCoverage, 1);

  self->vertices = g_array_new (FALSE, FALSE, sizeof (BjtCoverageVertex));
  self->faces = g_ptr_array_new_with_free_func (free_face);
  self->trouble = (BjtPoint) { NAN, NAN };
  self->geos = GEOS_init_r ();
  GEOSContext_setErrorMessageHandler_r (self->geos, ignore_message, NULL);
  GEOSContext_setNoticeMessageHandler_r (self->geos, ignore_message, NULL);
  return self;
}

/* Distances are measured as they are in the middle of what there is. */
static void
find_scale (BjtCoverage              *self,
            const BjtGeometry *const *polygons,
            guint                     n_polygons)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint p = 0; p < n_polygons; p++)
    if (is_usable (polygons[p]))
      {
        bjt_box_add_point (&box, polygons[p]->box.x1, polygons[p]->box.y1);
        bjt_box_add_point (&box, polygons[p]->box.x2, polygons[p]->box.y2);
      }
  if (bjt_box_is_empty (&box))
    box = (BjtBox) { 105, 35, 105, 35 };
  self->origin = bjt_mercator_project ((BjtPoint) { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 });
  self->metres = bjt_mercator_get_metres_per_unit ((box.y1 + box.y2) / 2);
}

/**
 * bjt_coverage_new:
 * @polygons: (array length=n_polygons) (element-type BjtGeometry): longitude and
 *   latitude; what is no polygon of this world becomes a face without a ring
 * @tolerance: metres
 *
 * Returns: (transfer full):
 */
BjtCoverage *
bjt_coverage_new (const BjtGeometry *const *polygons,
                  guint                     n_polygons,
                  double                    tolerance)
{
  BjtCoverage *self = new_empty ();
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (Corner));

  find_scale (self, polygons, n_polygons);
  self->tolerance = tolerance / self->metres;
  for (guint p = 0; p < n_polygons; p++)
    take_polygon (self, polygons[p]);
  for (guint p = 0; p < n_polygons; p++)
    add_corners (self, p, polygons[p], corners);
  weld_corners (self, corners);
  bjt_coverage_settle (self);
  for (guint f = 0; f < self->faces->len; f++)
    bjt_coverage_face (self, f)->is_changed = FALSE;
  return self;
}

BjtCoverage *
bjt_coverage_copy (const BjtCoverage *self)
{
  BjtCoverage *copy = new_empty ();

  copy->origin = self->origin;
  copy->metres = self->metres;
  copy->tolerance = self->tolerance;
  g_array_append_vals (copy->vertices, self->vertices->data, self->vertices->len);
  for (guint f = 0; f < self->faces->len; f++)
    {
      const BjtCoverageFace *from = bjt_coverage_face (self, f);
      guint32                index = bjt_coverage_add_face (copy);
      BjtCoverageFace       *to = bjt_coverage_face (copy, index);

      to->is_changed = from->is_changed;
      for (guint r = 0; r < from->rings->len; r++)
        {
          const BjtCoverageRing *ring = from->rings->pdata[r];
          BjtCoverageRing       *twin = bjt_coverage_ring_new (ring->is_hole);

          g_array_append_vals (twin->vertices, ring->vertices->data, ring->vertices->len);
          g_ptr_array_add (to->rings, twin);
        }
    }
  return copy;
}

void
bjt_coverage_free (BjtCoverage *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->vertices);
  g_ptr_array_unref (self->faces);
  GEOS_finish_r (self->geos);
  g_free (self);
}

/* Looking */

guint
bjt_coverage_get_n_faces (const BjtCoverage *self)
{
  return self->faces->len;
}

guint
bjt_coverage_get_n_rings (const BjtCoverage *self,
                          guint32            face)
{
  return bjt_coverage_face (self, face)->rings->len;
}

const guint32 *
bjt_coverage_get_ring (const BjtCoverage *self,
                       guint32            face,
                       guint              ring,
                       guint             *n_vertices)
{
  const BjtCoverageRing *found = bjt_coverage_face (self, face)->rings->pdata[ring];

  *n_vertices = found->vertices->len;
  return (const guint32 *) (gpointer) found->vertices->data;
}

guint
bjt_coverage_get_n_vertices (const BjtCoverage *self)
{
  return self->vertices->len;
}

gboolean
bjt_coverage_has_vertex (const BjtCoverage *self,
                         guint32            vertex)
{
  return vertex < self->vertices->len && bjt_coverage_vertex (self, vertex)->n_uses > 0;
}

BjtPoint
bjt_coverage_get_vertex (const BjtCoverage *self,
                         guint32            vertex)
{
  return bjt_coverage_vertex (self, vertex)->place;
}

double
bjt_coverage_get_metres (const BjtCoverage *self)
{
  return self->metres;
}

BjtPoint
bjt_coverage_get_trouble (const BjtCoverage *self)
{
  return self->trouble;
}

gboolean
bjt_coverage_is_changed (const BjtCoverage *self,
                         guint32            face)
{
  return bjt_coverage_face (self, face)->is_changed;
}

BjtBox
bjt_coverage_get_box (const BjtCoverage *self,
                      guint32            face)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint r = 0; r < bjt_coverage_get_n_rings (self, face); r++)
    {
      guint          n;
      const guint32 *ring = bjt_coverage_get_ring (self, face, r, &n);

      for (guint i = 0; i < n; i++)
        bjt_box_add_point (&box, bjt_coverage_get_vertex (self, ring[i]).x, bjt_coverage_get_vertex (self, ring[i]).y);
    }
  return box;
}

/**
 * bjt_coverage_get_area:
 *
 * Returns: square metres, holes taken off
 */
double
bjt_coverage_get_area (const BjtCoverage *self,
                       guint32            face)
{
  double area = 0;

  for (guint r = 0; r < bjt_coverage_get_n_rings (self, face); r++)
    {
      const BjtCoverageRing *ring = bjt_coverage_face (self, face)->rings->pdata[r];

      area += (ring->is_hole ? -1 : 1) * get_ring_area (self, ring);
    }
  return area * self->metres * self->metres;
}

static gboolean
ring_crosses_ray (const BjtCoverage     *self,
                  const BjtCoverageRing *ring,
                  BjtPoint               place)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < ring->vertices->len; i++)
    {
      BjtPoint p = bjt_coverage_vertex (self, bjt_coverage_at (ring, i))->place;
      BjtPoint q = bjt_coverage_vertex (self, bjt_coverage_at (ring, i + 1))->place;

      if ((p.y > place.y) != (q.y > place.y)
          && place.x < (q.x - p.x) * (place.y - p.y) / (q.y - p.y) + p.x)
        inside = !inside;
    }
  return inside;
}

gboolean
bjt_coverage_contains (const BjtCoverage *self,
                       guint32            face,
                       BjtPoint           place)
{
  const GPtrArray *rings = bjt_coverage_face (self, face)->rings;
  gboolean         inside = FALSE;

  for (guint r = 0; r < rings->len; r++)
    inside ^= ring_crosses_ray (self, rings->pdata[r], place);
  return inside;
}

/**
 * bjt_coverage_find_face:
 *
 * Returns: the first that contains @place, or %BJT_COVERAGE_NONE
 */
guint32
bjt_coverage_find_face (const BjtCoverage *self,
                        BjtPoint           place)
{
  for (guint32 f = 0; f < self->faces->len; f++)
    if (bjt_coverage_contains (self, f, place))
      return f;
  return BJT_COVERAGE_NONE;
}

gboolean
bjt_coverage_has_corner (const BjtCoverage *self,
                         guint32            face,
                         guint32            vertex)
{
  const GPtrArray *rings = bjt_coverage_face (self, face)->rings;

  for (guint r = 0; r < rings->len; r++)
    if (has_vertex (rings->pdata[r], vertex))
      return TRUE;
  return FALSE;
}

/**
 * bjt_coverage_find_vertex:
 * @distance: metres
 *
 * Returns: the nearest, or %BJT_COVERAGE_NONE
 */
guint32
bjt_coverage_find_vertex (const BjtCoverage *self,
                          BjtPoint           place,
                          double             distance)
{
  double  least = distance / self->metres;
  guint32 found = BJT_COVERAGE_NONE;

  for (guint32 v = 0; v < self->vertices->len; v++)
    {
      const BjtCoverageVertex *vertex = bjt_coverage_vertex (self, v);
      double                   away = hypot (vertex->place.x - place.x, vertex->place.y - place.y);

      if (vertex->n_uses == 0 || away > least)
        continue;
      least = away;
      found = v;
    }
  return found;
}

static BjtPoint
find_foot (BjtPoint p,
           BjtPoint q,
           BjtPoint place)
{
  double dx = q.x - p.x, dy = q.y - p.y, square = dx * dx + dy * dy;
  double t = square > 0 ? ((place.x - p.x) * dx + (place.y - p.y) * dy) / square : 0;

  t = CLAMP (t, 0.0, 1.0);
  return (BjtPoint) { p.x + t * dx, p.y + t * dy };
}

static gboolean
find_edge_of_ring (const BjtCoverage     *self,
                   const BjtCoverageRing *ring,
                   BjtPoint               place,
                   double                *least,
                   BjtCoverageEdge       *edge)
{
  gboolean found = FALSE;

  for (guint i = 0; i < ring->vertices->len; i++)
    {
      guint32  a = bjt_coverage_at (ring, i), b = bjt_coverage_at (ring, i + 1);
      BjtPoint foot = find_foot (bjt_coverage_vertex (self, a)->place, bjt_coverage_vertex (self, b)->place, place);
      double   away = hypot (foot.x - place.x, foot.y - place.y);

      if (away > *least)
        continue;
      *least = away;
      *edge = (BjtCoverageEdge) { a, b, foot };
      found = TRUE;
    }
  return found;
}

/**
 * bjt_coverage_find_edge:
 * @distance: metres
 * @edge: (out caller-allocates): the nearest
 */
gboolean
bjt_coverage_find_edge (const BjtCoverage *self,
                        BjtPoint           place,
                        double             distance,
                        BjtCoverageEdge   *edge)
{
  double   least = distance / self->metres;
  gboolean found = FALSE;

  for (guint f = 0; f < self->faces->len; f++)
    for (guint r = 0; r < bjt_coverage_get_n_rings (self, f); r++)
      found |= find_edge_of_ring (self, bjt_coverage_face (self, f)->rings->pdata[r], place, &least, edge);
  return found;
}

/**
 * bjt_coverage_dup_boundary:
 *
 * Returns: (transfer full) (nullable): longitude and latitude
 */
BjtGeometry *
bjt_coverage_dup_boundary (const BjtCoverage *self,
                           guint32            face)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint r = 0; r < bjt_coverage_get_n_rings (self, face); r++)
    {
      const BjtCoverageRing *ring = bjt_coverage_face (self, face)->rings->pdata[r];
      BjtPart                part = { points->len, ring->vertices->len, ring->is_hole };

      for (guint i = 0; i < ring->vertices->len; i++)
        g_array_append_val (points, bjt_coverage_vertex (self, bjt_coverage_at (ring, i))->lon_lat);
      g_array_append_val (parts, part);
    }
  if (parts->len == 0)
    return NULL;
  return bjt_geometry_new (BJT_GEOMETRY_POLYGON, (const BjtPart *) (gpointer) parts->data, parts->len,
                           (const BjtPoint *) (gpointer) points->data, points->len);
}

gboolean
bjt_coverage_refuse (BjtCoverage *self,
                     GError     **error,
                     int          code,
                     BjtPoint     where,
                     const char  *message)
{
  self->trouble = where;
  g_set_error_literal (error, BJT_COVERAGE_ERROR, code, message);
  return FALSE;
}
