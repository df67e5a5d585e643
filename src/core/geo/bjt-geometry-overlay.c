/* bjt-geometry-overlay.c: overlays by GEOS (OverlayNG on a grid: robust where
 * sides nearly meet). One context a call: nothing is shared between threads. */
#include "bjt-geometry-overlay.h"

#include <math.h>

#include "bjt-geos.h"

#define GRID 1e-4        /* m */
#define LEAST_PIECE 1e-4 /* m²: less is rounding */
#define LONGER 0.02      /* m: a click on a side need not lie on it to the last bit */
#define MITRE_LIMIT 5.0

typedef GEOSGeometry Shape;

/* Splitting */

/* The line, a little longer at both ends. */
static BjtGeometry *
dup_longer (const BjtGeometry *line)
{
  guint                n = line->parts[0].n_points;
  g_autofree BjtPoint *points = g_memdup2 (line->points, n * sizeof *points);

  for (guint i = 0; i < 2; i++)
    {
      BjtPoint *end = points + (i == 0 ? 0 : n - 1);
      BjtPoint  next = line->points[i == 0 ? 1 : n - 2];
      double    dx = end->x - next.x, dy = end->y - next.y, length = hypot (dx, dy);

      if (length > 0)
        *end = (BjtPoint) { end->x + dx / length * LONGER, end->y + dy / length * LONGER };
    }
  return bjt_geometry_new_line (points, n);
}

static gboolean
has_inside (GEOSContextHandle_t geos,
            const Shape        *face,
            const Shape        *piece)
{
  Shape   *inner = GEOSPointOnSurface_r (geos, piece);
  gboolean is_inside = inner != NULL && GEOSIntersects_r (geos, face, inner) == 1;

  bjt_geos_free (geos, inner);
  return is_inside;
}

static double
get_area (GEOSContextHandle_t geos,
          const Shape        *shape)
{
  double area = 0;

  GEOSArea_r (geos, shape, &area);
  return area;
}

static void
list_pieces (GEOSContextHandle_t geos,
             const Shape        *face,
             const Shape        *pieces,
             GPtrArray          *found)
{
  int n = pieces != NULL ? GEOSGetNumGeometries_r (geos, pieces) : 0;

  for (int i = 0; i < n; i++)
    {
      const Shape *piece = GEOSGetGeometryN_r (geos, pieces, i);

      if (get_area (geos, piece) >= LEAST_PIECE && has_inside (geos, face, piece))
        g_ptr_array_add (found, bjt_geos_dup_geometry (geos, piece));
    }
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const BjtGeometry *first = *(BjtGeometry *const *) a, *second = *(BjtGeometry *const *) b;

  if (first->box.x1 != second->box.x1)
    return first->box.x1 < second->box.x1 ? -1 : 1;
  return first->box.y1 < second->box.y1 ? -1 : first->box.y1 > second->box.y1;
}

static guint
count_shells (const BjtGeometry *polygon)
{
  guint n = 0;

  for (guint p = 0; p < polygon->n_parts; p++)
    n += !polygon->parts[p].is_hole;
  return n;
}

GPtrArray *
bjt_geometry_overlay_split (const BjtGeometry *polygon,
                            const BjtGeometry *line)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_geometry_unref);
  g_autoptr (BjtGeometry) longer = dup_longer (line);
  GEOSContextHandle_t geos = GEOS_init_r ();
  Shape *face = bjt_geos_new_shape (geos, polygon);
  Shape *knife = bjt_geos_new_shape (geos, longer);
  Shape *pieces = face != NULL && knife != NULL ? bjt_geos_cut (geos, face, knife, GRID) : NULL;

  list_pieces (geos, face, pieces, found);
  bjt_geos_free (geos, pieces);
  bjt_geos_free (geos, knife);
  bjt_geos_free (geos, face);
  GEOS_finish_r (geos);
  if (found->len <= count_shells (polygon))
    return NULL;
  g_ptr_array_sort (found, compare_pieces);
  return g_steal_pointer (&found);
}

/* Joining */

typedef struct
{
  GEOSContextHandle_t geos;
  GPtrArray          *shapes; /* Shape */
} Joiner;

static void
clear (Joiner *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    bjt_geos_free (self->geos, self->shapes->pdata[i]);
  g_ptr_array_unref (self->shapes);
  GEOS_finish_r (self->geos);
}

static Shape *
unite (Joiner *self)
{
  g_autofree Shape **copies = g_new (Shape *, self->shapes->len);
  Shape *all, *whole;

  for (guint i = 0; i < self->shapes->len; i++)
    copies[i] = GEOSGeom_clone_r (self->geos, self->shapes->pdata[i]);
  all = GEOSGeom_createCollection_r (self->geos, GEOS_GEOMETRYCOLLECTION, copies, self->shapes->len);
  whole = GEOSUnaryUnionPrec_r (self->geos, all, GRID);
  bjt_geos_free (self->geos, all);
  return whole;
}

/* Wider by @by, or narrower, corners staying corners. */
static Shape *
widen (Joiner      *self,
       const Shape *shape,
       double       by)
{
  return shape != NULL ? GEOSBufferWithStyle_r (self->geos, shape, by, 8, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, MITRE_LIMIT) : NULL;
}

/* The first @n shapes that lie by @piece. */
static guint
count_beside (Joiner      *self,
              const Shape *piece,
              guint        n)
{
  guint beside = 0;

  for (guint i = 0; i < n; i++)
    {
      double distance;

      beside += GEOSDistance_r (self->geos, piece, self->shapes->pdata[i], &distance) == 1 && distance <= 3 * GRID;
    }
  return beside;
}

/* Adds what lies between two shapes or more: what closing the whole by half a
 * gap takes in (a morphological closing), as far as it lies by two of them. */
static void
add_between (Joiner *self,
             double  gap)
{
  guint  n = self->shapes->len;
  Shape *whole = unite (self);
  Shape *wide = widen (self, whole, gap / 2 + 2 * GRID);
  Shape *closed = widen (self, wide, -gap / 2 - 2 * GRID);
  Shape *between = closed != NULL ? GEOSDifferencePrec_r (self->geos, closed, whole, GRID) : NULL;
  int    n_pieces = between != NULL ? GEOSGetNumGeometries_r (self->geos, between) : 0;

  for (int i = 0; i < n_pieces; i++)
    {
      const Shape *piece = GEOSGetGeometryN_r (self->geos, between, i);

      if (GEOSGeomTypeId_r (self->geos, piece) == GEOS_POLYGON && get_area (self->geos, piece) >= LEAST_PIECE && count_beside (self, piece, n) > 1)
        g_ptr_array_add (self->shapes, GEOSGeom_clone_r (self->geos, piece));
    }
  bjt_geos_free (self->geos, between);
  bjt_geos_free (self->geos, closed);
  bjt_geos_free (self->geos, wide);
  bjt_geos_free (self->geos, whole);
}

/* A shape that no other is near to; else the last. */
static guint
find_apart (Joiner *self,
            guint   n,
            double  gap)
{
  for (guint i = 1; i < n; i++)
    {
      gboolean is_near = FALSE;

      for (guint k = 0; k < n && !is_near; k++)
        {
          double distance;

          is_near = k != i && GEOSDistance_r (self->geos, self->shapes->pdata[i], self->shapes->pdata[k], &distance) == 1 && distance <= gap;
        }
      if (!is_near)
        return i;
    }
  return n - 1;
}

BjtGeometry *
bjt_geometry_overlay_join (const BjtGeometry *const *polygons,
                           guint                     n_polygons,
                           double                    gap,
                           guint                    *apart)
{
  Joiner       self = { GEOS_init_r (), g_ptr_array_new () };
  Shape       *whole;
  BjtGeometry *joined = NULL;

  for (guint i = 0; i < n_polygons; i++)
    g_ptr_array_add (self.shapes, bjt_geos_new_shape (self.geos, polygons[i]));
  if (gap > 0)
    add_between (&self, gap);
  whole = unite (&self);
  if (whole != NULL && GEOSGeomTypeId_r (self.geos, whole) == GEOS_POLYGON)
    joined = bjt_geos_dup_geometry (self.geos, whole);
  else
    *apart = find_apart (&self, n_polygons, gap);
  bjt_geos_free (self.geos, whole);
  clear (&self);
  return joined;
}

/* Faces */

/* The outer ring of a polygon where it holds the place. */
static BjtGeometry *
dup_ring_around (GEOSContextHandle_t geos,
                 const Shape        *polygon,
                 BjtPoint            place)
{
  g_autoptr (BjtGeometry) whole = bjt_geos_dup_geometry (geos, polygon);
  g_autoptr (BjtGeometry) ring = whole != NULL ? bjt_geometry_new_polygon (whole->points, whole->parts[0].n_points) : NULL;

  return ring != NULL && bjt_geometry_contains (ring, place.x, place.y) ? g_steal_pointer (&ring) : NULL;
}

static BjtGeometry *
find_smallest (GEOSContextHandle_t geos,
               const Shape        *faces,
               BjtPoint            place,
               double              least)
{
  int          n = faces != NULL ? GEOSGetNumGeometries_r (geos, faces) : 0;
  BjtGeometry *found = NULL;
  double       smallest = 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (BjtGeometry) ring = dup_ring_around (geos, GEOSGetGeometryN_r (geos, faces, i), place);
      double area = ring != NULL ? fabs (bjt_geometry_get_signed_area (ring->points, ring->n_points)) : 0;

      if (ring == NULL || area < least || (found != NULL && area >= smallest))
        continue;
      bjt_geometry_unref (found);
      found = g_steal_pointer (&ring);
      smallest = area;
    }
  return found;
}

BjtGeometry *
bjt_geometry_overlay_dup_face (const BjtGeometry *lines,
                               BjtPoint           place,
                               double             least)
{
  GEOSContextHandle_t geos = GEOS_init_r ();
  Shape              *shape = bjt_geos_new_shape (geos, lines);
  Shape              *noded = shape != NULL ? GEOSUnaryUnionPrec_r (geos, shape, 10 * GRID) : NULL;
  Shape              *faces = noded != NULL ? GEOSPolygonize_r (geos, (const Shape *const[]) { noded }, 1) : NULL;
  BjtGeometry        *found = find_smallest (geos, faces, place, least);

  bjt_geos_free (geos, faces);
  bjt_geos_free (geos, noded);
  bjt_geos_free (geos, shape);
  GEOS_finish_r (geos);
  return found;
}

BjtGeometry *
bjt_geometry_overlay_dup_mended (const BjtGeometry *polygon)
{
  GEOSContextHandle_t geos = GEOS_init_r ();
  Shape              *shape = bjt_geos_new_shape (geos, polygon);
  Shape              *mended = shape != NULL ? GEOSMakeValid_r (geos, shape) : NULL;
  int                 n = mended != NULL ? GEOSGetNumGeometries_r (geos, mended) : 0;
  const Shape        *largest = NULL;
  g_autoptr (BjtGeometry) whole = NULL;

  for (int i = 0; i < n; i++)
    {
      const Shape *part = GEOSGetGeometryN_r (geos, mended, i);

      if (GEOSGeomTypeId_r (geos, part) == GEOS_POLYGON && (largest == NULL || get_area (geos, part) > get_area (geos, largest)))
        largest = part;
    }
  whole = bjt_geos_dup_geometry (geos, largest);
  bjt_geos_free (geos, mended);
  bjt_geos_free (geos, shape);
  GEOS_finish_r (geos);
  return whole != NULL ? bjt_geometry_new_polygon (whole->points, whole->parts[0].n_points) : NULL;
}

double
bjt_geometry_overlay_get_common (const BjtGeometry *a,
                                 const BjtGeometry *b,
                                 BjtPoint          *where)
{
  GEOSContextHandle_t geos;
  Shape *first, *second, *common, *inner;
  double area = 0;

  if (!bjt_box_intersects (&a->box, &b->box))
    return 0;
  geos = GEOS_init_r ();
  first = bjt_geos_new_shape (geos, a);
  second = bjt_geos_new_shape (geos, b);
  common = first != NULL && second != NULL ? GEOSIntersectionPrec_r (geos, first, second, GRID) : NULL;
  inner = common != NULL && GEOSisEmpty_r (geos, common) == 0 ? GEOSPointOnSurface_r (geos, common) : NULL;
  if (inner != NULL && GEOSGeomGetX_r (geos, inner, &where->x) == 1 && GEOSGeomGetY_r (geos, inner, &where->y) == 1)
    area = get_area (geos, common);
  bjt_geos_free (geos, inner);
  bjt_geos_free (geos, common);
  bjt_geos_free (geos, second);
  bjt_geos_free (geos, first);
  GEOS_finish_r (geos);
  return area;
}
