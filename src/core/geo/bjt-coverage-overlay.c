/* bjt-coverage-overlay.c: cutting, joining and comparing whole polygons, by GEOS.
 *
 * GEOS works in metres from the coverage's origin. What it returns is put back
 * onto the vertices there are, so that borders stay shared. A result is looked
 * at before anything is changed. */
#include "bjt-coverage.h"

#include <math.h>

#include "bjt-coverage-shape.h"
#include "bjt-geos.h"

#define LEAST_AREA 1.0 /* m²: less is no ground */

static gboolean
refuse (BjtCoverage *self,
        GError     **error,
        int          code,
        const char  *message)
{
  return bjt_coverage_refuse (self, error, code, (BjtPoint) { NAN, NAN }, message);
}

/* Splitting */

/* The line, a little longer at both ends: a click on a border need not lie on it
 * to the last bit. */
static Shape *
new_line (BjtCoverage    *self,
          const BjtPoint *line,
          guint           n)
{
  GEOSCoordSequence *sequence = bjt_coverage_shape_new_sequence (self, n);
  double             more = 3 * self->tolerance;

  for (guint i = 0; i < n; i++)
    {
      BjtPoint place = line[i];

      if (i == 0 || i == n - 1)
        {
          BjtPoint next = i == 0 ? line[1] : line[n - 2];
          double   length = hypot (place.x - next.x, place.y - next.y);

          if (length > 0)
            place = (BjtPoint) { place.x + (place.x - next.x) / length * more, place.y + (place.y - next.y) / length * more };
        }
      bjt_coverage_shape_set_place (self, sequence, i, place);
    }
  return GEOSGeom_createLineString_r (self->geos, sequence);
}

static GPtrArray *
list_pieces_within (BjtCoverage *self,
                    const Shape *pieces,
                    const Shape *face)
{
  GPtrArray *parts = bjt_coverage_shape_list_ground (self, pieces, 0);

  for (guint p = parts->len; p > 0; p--)
    {
      Shape *inner = GEOSPointOnSurface_r (self->geos, parts->pdata[p - 1]);

      if (inner == NULL || GEOSIntersects_r (self->geos, face, inner) != 1)
        g_ptr_array_remove_index (parts, p - 1);
      bjt_coverage_shape_free (self, inner);
    }
  return parts;
}

static gboolean
check_pieces (BjtCoverage     *self,
              const GPtrArray *pieces,
              GError         **error)
{
  g_autofree char *message = NULL;

  if (pieces->len < 2)
    return refuse (self, error, BJT_COVERAGE_ERROR_NOT_CUT, "the line does not cut the polygon; draw it from border to border");
  if (pieces->len > 2)
    {
      message = g_strdup_printf ("the line cuts the polygon into %u pieces; draw one that cuts it in two", pieces->len);
      return refuse (self, error, BJT_COVERAGE_ERROR_TOO_MANY_PIECES, message);
    }
  for (guint p = 0; p < 2; p++)
    if (bjt_coverage_shape_get_area (self, pieces->pdata[p]) < LEAST_AREA)
      return bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_TOO_SMALL, bjt_coverage_shape_get_place (self, pieces->pdata[p]),
                                  "the line runs along the border: one piece would be less than a square metre");
  return TRUE;
}

static gboolean
are_places (const BjtPoint *places,
            guint           n)
{
  for (guint i = 0; i < n; i++)
    if (!isfinite (places[i].x) || !isfinite (places[i].y))
      return FALSE;
  return TRUE;
}

/**
 * bjt_coverage_split:
 * @line: (array length=n_points): Mercator
 * @new_face: (out): the smaller piece; the larger keeps the number
 */
gboolean
bjt_coverage_split (BjtCoverage    *self,
                    guint32         face,
                    const BjtPoint *line,
                    guint           n_points,
                    guint32        *new_face,
                    GError        **error)
{
  g_autoptr (GPtrArray) pieces = NULL;
  Shape   *whole, *knife, *parts;
  gboolean done;

  if (n_points < 2 || !are_places (line, n_points) || bjt_coverage_get_n_rings (self, face) == 0)
    return refuse (self, error, BJT_COVERAGE_ERROR_NOT_CUT, "a polygon and a line of two points or more are needed");
  whole = bjt_coverage_shape_new (self, face);
  knife = new_line (self, line, n_points);
  parts = bjt_geos_cut (self->geos, whole, knife, 0);
  pieces = list_pieces_within (self, parts, whole);
  done = check_pieces (self, pieces, error);
  if (done)
    {
      gboolean first_is_larger = bjt_coverage_shape_get_area (self, pieces->pdata[0]) >= bjt_coverage_shape_get_area (self, pieces->pdata[1]);

      *new_face = bjt_coverage_add_face (self);
      bjt_coverage_shape_take (self, face, pieces->pdata[first_is_larger ? 0 : 1]);
      bjt_coverage_shape_take (self, *new_face, pieces->pdata[first_is_larger ? 1 : 0]);
      bjt_coverage_settle (self);
    }
  bjt_coverage_shape_free (self, whole);
  bjt_coverage_shape_free (self, knife);
  bjt_coverage_shape_free (self, parts);
  return done;
}

/* Joining */

/* A corner on a straight border that nobody else has was the end of a border
 * that is gone. */
static void
straighten (BjtCoverage *self,
            guint32      face,
            GPtrArray   *ends)
{
  for (guint e = 0; e < ends->len; e++)
    {
      guint32                vertex = GPOINTER_TO_UINT (ends->pdata[e]);
      const BjtCoverageFace *from = bjt_coverage_face (self, face);

      if (bjt_coverage_vertex (self, vertex)->n_uses != 1)
        continue;
      for (guint r = 0; r < from->rings->len; r++)
        {
          BjtCoverageRing *ring = from->rings->pdata[r];

          for (guint i = 0; i < ring->vertices->len && ring->vertices->len > 3; i++)
            {
              guint    n = ring->vertices->len;
              BjtPoint p = bjt_coverage_vertex (self, bjt_coverage_at (ring, i + n - 1))->place;
              BjtPoint q = bjt_coverage_vertex (self, bjt_coverage_at (ring, i + 1))->place;
              BjtPoint at = bjt_coverage_vertex (self, vertex)->place;
              double   length = hypot (q.x - p.x, q.y - p.y);

              if (bjt_coverage_at (ring, i) == vertex && length > 0
                  && fabs ((at.x - p.x) * (q.y - p.y) - (at.y - p.y) * (q.x - p.x)) / length <= self->tolerance / 10)
                g_array_remove_index (ring->vertices, i);
            }
        }
    }
  bjt_coverage_settle (self);
}

static GPtrArray *
list_shared_vertices (const BjtCoverage *self,
                      guint32            a,
                      guint32            b)
{
  GPtrArray *shared = g_ptr_array_new ();

  for (guint r = 0; r < bjt_coverage_get_n_rings (self, a); r++)
    {
      const BjtCoverageRing *ring = bjt_coverage_face (self, a)->rings->pdata[r];

      for (guint i = 0; i < ring->vertices->len; i++)
        if (bjt_coverage_has_corner (self, b, bjt_coverage_at (ring, i)))
          g_ptr_array_add (shared, GUINT_TO_POINTER (bjt_coverage_at (ring, i)));
    }
  return shared;
}

/**
 * bjt_coverage_merge:
 * @into: becomes both
 * @other: is gone
 */
gboolean
bjt_coverage_merge (BjtCoverage *self,
                    guint32      into,
                    guint32      other,
                    GError     **error)
{
  g_autoptr (GPtrArray) shared = NULL;
  Shape   *a, *b, *both;
  gboolean done;

  if (into == other || bjt_coverage_get_n_rings (self, into) == 0 || bjt_coverage_get_n_rings (self, other) == 0)
    return refuse (self, error, BJT_COVERAGE_ERROR_NOT_NEIGHBOURS, "two polygons are needed");
  shared = list_shared_vertices (self, into, other);
  a = bjt_coverage_shape_new (self, into);
  b = bjt_coverage_shape_new (self, other);
  both = GEOSUnion_r (self->geos, a, b);
  done = both != NULL && GEOSGeomTypeId_r (self->geos, both) == GEOS_POLYGON;
  if (done)
    {
      bjt_coverage_shape_take (self, into, both);
      bjt_coverage_shape_take (self, other, NULL);
      bjt_coverage_settle (self);
      straighten (self, into, shared);
    }
  bjt_coverage_shape_free (self, a);
  bjt_coverage_shape_free (self, b);
  bjt_coverage_shape_free (self, both);
  return done || refuse (self, error, BJT_COVERAGE_ERROR_NOT_NEIGHBOURS, "the two share no border");
}

/* Drawing */

static Shape *
new_drawn (BjtCoverage    *self,
           const BjtPoint *ring,
           guint           n,
           GError        **error)
{
  GEOSCoordSequence *sequence = bjt_coverage_shape_new_sequence (self, n + 1);
  Shape             *shape;
  BjtPoint           where = { NAN, NAN };

  for (guint i = 0; i <= n; i++)
    bjt_coverage_shape_set_place (self, sequence, i, ring[i % n]);
  shape = GEOSGeom_createPolygon_r (self->geos, GEOSGeom_createLinearRing_r (self->geos, sequence), NULL, 0);
  if (shape != NULL && bjt_coverage_shape_is_sound (self, shape, &where) && bjt_coverage_shape_get_area (self, shape) >= LEAST_AREA)
    return shape;
  if (shape != NULL && bjt_coverage_shape_is_sound (self, shape, &where))
    bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_TOO_SMALL, ring[0], "the polygon is less than a square metre");
  else
    bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_CROSSES_ITSELF, where, "the border crosses itself");
  bjt_coverage_shape_free (self, shape);
  return NULL;
}

/* The drawn polygon without what others have. */
static Shape *
leave_free (BjtCoverage *self,
            Shape       *drawn,
            GError     **error)
{
  g_autoptr (GPtrArray) parts = NULL;
  Shape *rest = drawn;

  for (guint32 f = 0; f < self->faces->len && rest != NULL; f++)
    {
      Shape *face = bjt_coverage_shape_new (self, f);
      Shape *less = GEOSDifference_r (self->geos, rest, face);

      bjt_coverage_shape_free (self, face);
      bjt_coverage_shape_free (self, rest);
      rest = less;
    }
  parts = bjt_coverage_shape_list_ground (self, rest, LEAST_AREA);
  if (parts->len == 1)
    {
      Shape *only = GEOSGeom_clone_r (self->geos, parts->pdata[0]);

      bjt_coverage_shape_free (self, rest);
      return only;
    }
  refuse (self, error, parts->len == 0 ? BJT_COVERAGE_ERROR_NO_FREE_GROUND : BJT_COVERAGE_ERROR_CUT_APART,
          parts->len == 0 ? "all of this ground belongs to other polygons" : "the free ground here lies in several pieces; draw around one of them");
  bjt_coverage_shape_free (self, rest);
  return NULL;
}

/* What is left of face f when @drawn is taken out of it; FALSE: it can't be. */
static gboolean
cut_face (BjtCoverage *self,
          guint32      f,
          const Shape *drawn,
          Shape      **left,
          GError     **error)
{
  g_autoptr (GPtrArray) parts = NULL;
  Shape   *face = bjt_coverage_shape_new (self, f);
  Shape   *common = GEOSIntersection_r (self->geos, face, drawn);
  Shape   *rest = bjt_coverage_shape_get_area (self, common) > BJT_COVERAGE_LEAST_OVERLAP / 10 ? GEOSDifference_r (self->geos, face, drawn) : NULL;
  BjtPoint where = rest != NULL ? bjt_coverage_shape_get_place (self, common) : (BjtPoint) { NAN, NAN };

  bjt_coverage_shape_free (self, face);
  bjt_coverage_shape_free (self, common);
  if (rest == NULL)
    return TRUE;
  parts = bjt_coverage_shape_list_ground (self, rest, LEAST_AREA);
  if (parts->len == 1)
    *left = GEOSGeom_clone_r (self->geos, parts->pdata[0]);
  bjt_coverage_shape_free (self, rest);
  if (parts->len == 0)
    return bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_NOTHING_LEFT, where, "nothing would be left of a polygon; merge or remove it instead");
  return parts->len == 1
         || bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_CUT_APART, where, "a polygon would fall into pieces");
}

static gboolean
cut_out (BjtCoverage *self,
         const Shape *drawn,
         GError     **error)
{
  g_autofree Shape **left = g_new0 (Shape *, self->faces->len + 1);
  gboolean           done = TRUE;

  for (guint32 f = 0; f < self->faces->len && done; f++)
    done = bjt_coverage_get_n_rings (self, f) == 0 || cut_face (self, f, drawn, &left[f], error);
  for (guint32 f = 0; f < self->faces->len; f++)
    {
      if (done && left[f] != NULL)
        bjt_coverage_shape_take (self, f, left[f]);
      bjt_coverage_shape_free (self, left[f]);
    }
  return done;
}

/**
 * bjt_coverage_draw:
 * @ring: (array length=n_points): Mercator
 * @mode: who gives way where ground is taken
 * @new_face: (out): the polygon drawn
 */
gboolean
bjt_coverage_draw (BjtCoverage    *self,
                   const BjtPoint *ring,
                   guint           n_points,
                   BjtCoverageMode mode,
                   guint32        *new_face,
                   GError        **error)
{
  Shape *drawn;

  if (n_points < 3 || !are_places (ring, n_points))
    return refuse (self, error, BJT_COVERAGE_ERROR_TOO_SMALL, "a polygon needs three corners");
  drawn = new_drawn (self, ring, n_points, error);
  if (drawn != NULL && mode == BJT_COVERAGE_FREE_GROUND)
    drawn = leave_free (self, drawn, error);
  if (drawn == NULL || (mode == BJT_COVERAGE_CUT_OUT && !cut_out (self, drawn, error)))
    {
      bjt_coverage_shape_free (self, drawn);
      return FALSE;
    }
  *new_face = bjt_coverage_add_face (self);
  bjt_coverage_shape_take (self, *new_face, drawn);
  bjt_coverage_shape_free (self, drawn);
  bjt_coverage_settle (self);
  return TRUE;
}

void
bjt_coverage_remove (BjtCoverage *self,
                     guint32      face)
{
  bjt_coverage_shape_take (self, face, NULL);
  bjt_coverage_settle (self);
}

/**
 * bjt_coverage_swap:
 *
 * Each of the two faces becomes the other.
 */
void
bjt_coverage_swap (BjtCoverage *self,
                   guint32      a,
                   guint32      b)
{
  gpointer face = self->faces->pdata[a];

  self->faces->pdata[a] = self->faces->pdata[b];
  self->faces->pdata[b] = face;
  bjt_coverage_face (self, a)->is_changed = bjt_coverage_face (self, b)->is_changed = TRUE;
}

