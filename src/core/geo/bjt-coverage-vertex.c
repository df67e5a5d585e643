/* bjt-coverage-vertex.c: what neighbours share: sides, and the vertices that are
 * moved, inserted and removed. */
#include "bjt-coverage.h"

#include <math.h>

#include "bjt-coverage-private.h"
#include "bjt-mercator.h"

static void
place_vertex (BjtCoverage *self,
              guint32      vertex,
              BjtPoint     place)
{
  bjt_coverage_vertex (self, vertex)->place = place;
  bjt_coverage_vertex (self, vertex)->lon_lat = bjt_mercator_unproject (place);
}

/* Shared sides */

static gboolean
ring_has_side (const BjtCoverageRing *ring,
               guint32                a,
               guint32                b)
{
  for (guint i = 0; i < ring->vertices->len; i++)
    if ((bjt_coverage_at (ring, i) == a && bjt_coverage_at (ring, i + 1) == b)
        || (bjt_coverage_at (ring, i) == b && bjt_coverage_at (ring, i + 1) == a))
      return TRUE;
  return FALSE;
}

static gboolean
shares_side (const BjtCoverage     *self,
             const BjtCoverageRing *ring,
             guint32                face)
{
  const GPtrArray *rings = bjt_coverage_face (self, face)->rings;

  for (guint r = 0; r < rings->len; r++)
    for (guint i = 0; i < ring->vertices->len; i++)
      if (ring_has_side (rings->pdata[r], bjt_coverage_at (ring, i), bjt_coverage_at (ring, i + 1)))
        return TRUE;
  return FALSE;
}

gboolean
bjt_coverage_are_neighbours (const BjtCoverage *self,
                             guint32            a,
                             guint32            b)
{
  for (guint r = 0; r < bjt_coverage_get_n_rings (self, a); r++)
    if (shares_side (self, bjt_coverage_face (self, a)->rings->pdata[r], b))
      return TRUE;
  return FALSE;
}

/* Crossing sides */

static double
turn (BjtPoint a,
      BjtPoint b,
      BjtPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross (BjtPoint  a,
       BjtPoint  b,
       BjtPoint  c,
       BjtPoint  d,
       BjtPoint *where)
{
  double from = turn (c, d, a), to = turn (c, d, b);

  if ((from > 0) == (to > 0) || (turn (a, b, c) > 0) == (turn (a, b, d) > 0))
    return FALSE;
  *where = (BjtPoint) { a.x + (b.x - a.x) * from / (from - to), a.y + (b.y - a.y) * from / (from - to) };
  return TRUE;
}

/* Does the side from @a to @b cross another one of the face? */
static gboolean
side_crosses (const BjtCoverage     *self,
              const BjtCoverageFace *face,
              guint32                a,
              guint32                b,
              BjtPoint              *where)
{
  BjtPoint p = bjt_coverage_get_vertex (self, a), q = bjt_coverage_get_vertex (self, b);

  for (guint r = 0; r < face->rings->len; r++)
    {
      const BjtCoverageRing *ring = face->rings->pdata[r];

      for (guint i = 0; i < ring->vertices->len; i++)
        {
          guint32 c = bjt_coverage_at (ring, i), d = bjt_coverage_at (ring, i + 1);

          if (c != a && c != b && d != a && d != b
              && cross (p, q, bjt_coverage_get_vertex (self, c), bjt_coverage_get_vertex (self, d), where))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * bjt_coverage_find_crossing:
 * @where: (out): where a side at @vertex crosses another side of its polygon
 */
gboolean
bjt_coverage_find_crossing (const BjtCoverage *self,
                            guint32            vertex,
                            BjtPoint          *where)
{
  for (guint f = 0; f < self->faces->len; f++)
    {
      const BjtCoverageFace *face = bjt_coverage_face (self, f);

      for (guint r = 0; r < face->rings->len; r++)
        {
          const BjtCoverageRing *ring = face->rings->pdata[r];

          for (guint i = 0; i < ring->vertices->len; i++)
            if ((bjt_coverage_at (ring, i) == vertex || bjt_coverage_at (ring, i + 1) == vertex)
                && side_crosses (self, face, bjt_coverage_at (ring, i), bjt_coverage_at (ring, i + 1), where))
              return TRUE;
        }
    }
  return FALSE;
}

/* What an edit changes, to be taken back when it is refused: the faces as they
 * were. Vertices only get more. */
static GPtrArray *
keep_faces (const BjtCoverage *self)
{
  g_autoptr (BjtCoverage) copy = bjt_coverage_copy (self);

  return g_ptr_array_ref (copy->faces);
}

static void
restore_faces (BjtCoverage *self,
               GPtrArray   *kept)
{
  g_ptr_array_unref (self->faces);
  self->faces = g_ptr_array_ref (kept);
  bjt_coverage_settle (self);
}

static void
mark_changed (BjtCoverage *self,
              guint32      vertex)
{
  for (guint f = 0; f < self->faces->len; f++)
    if (bjt_coverage_has_corner (self, f, vertex))
      bjt_coverage_face (self, f)->is_changed = TRUE;
}

/**
 * bjt_coverage_drag_vertex:
 *
 * Moves without looking: for every step of a drag. bjt_coverage_move_vertex()
 * ends it.
 */
void
bjt_coverage_drag_vertex (BjtCoverage *self,
                          guint32      vertex,
                          BjtPoint     place)
{
  place_vertex (self, vertex, place);
  mark_changed (self, vertex);
}

/* What stood on another vertex stands on @vertex. */
static void
weld (BjtCoverage *self,
      guint32      vertex,
      guint32      other)
{
  mark_changed (self, other);
  for (guint f = 0; f < self->faces->len; f++)
    for (guint r = 0; r < bjt_coverage_get_n_rings (self, f); r++)
      {
        BjtCoverageRing *ring = bjt_coverage_face (self, f)->rings->pdata[r];

        for (guint i = 0; i < ring->vertices->len; i++)
          if (bjt_coverage_at (ring, i) == other)
            g_array_index (ring->vertices, guint32, i) = vertex;
      }
}

static void
weld_near (BjtCoverage *self,
           guint32      vertex)
{
  BjtPoint place = bjt_coverage_get_vertex (self, vertex);

  for (guint32 v = 0; v < self->vertices->len; v++)
    {
      const BjtCoverageVertex *other = bjt_coverage_vertex (self, v);

      if (v != vertex && other->n_uses > 0 && hypot (other->place.x - place.x, other->place.y - place.y) <= self->tolerance)
        weld (self, vertex, v);
    }
}

/* Are the faces that @touched says still polygons, and still there? */
static gboolean
check_touched (BjtCoverage    *self,
               const gboolean *touched,
               GError        **error)
{
  for (guint32 f = 0; f < self->faces->len; f++)
    {
      BjtPoint where = { NAN, NAN };

      if (!touched[f])
        continue;
      if (bjt_coverage_get_n_rings (self, f) == 0)
        return bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_NOTHING_LEFT, where, "nothing would be left of a polygon");
      if (!bjt_coverage_check_face (self, f, &where))
        return bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_CROSSES_ITSELF, where, "the border would cross itself");
    }
  return TRUE;
}

static gboolean *
find_touched (const BjtCoverage *self,
              guint32            vertex)
{
  gboolean *touched = g_new0 (gboolean, self->faces->len + 1);

  for (guint32 f = 0; f < self->faces->len; f++)
    touched[f] = bjt_coverage_has_corner (self, f, vertex);
  return touched;
}

/**
 * bjt_coverage_move_vertex:
 * @place: where it is to stand; on another vertex the two become one, on a side
 *   the side gets it
 *
 * Refuses what would make a polygon cross itself; the vertex then stands where
 * it stood. That polygons come to lie on each other is no refusal but a flaw.
 */
gboolean
bjt_coverage_move_vertex (BjtCoverage *self,
                          guint32      vertex,
                          BjtPoint     place,
                          GError     **error)
{
  BjtCoverageVertex before = *bjt_coverage_vertex (self, vertex);
  g_autoptr (GPtrArray) kept = keep_faces (self);
  g_autofree gboolean *touched = find_touched (self, vertex);
  BjtPoint where;

  if (!isfinite (place.x) || !isfinite (place.y))
    return bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_FAILED, (BjtPoint) { NAN, NAN }, "the place is none");
  place_vertex (self, vertex, place);
  if (bjt_coverage_find_crossing (self, vertex, &where))
    bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_CROSSES_ITSELF, where, "the border would cross itself");
  else
    {
      mark_changed (self, vertex);
      weld_near (self, vertex);
      bjt_coverage_settle (self);
      if (check_touched (self, touched, error))
        return TRUE;
    }
  bjt_coverage_vertex (self, vertex)->place = before.place;
  bjt_coverage_vertex (self, vertex)->lon_lat = before.lon_lat;
  restore_faces (self, kept);
  return FALSE;
}

/**
 * bjt_coverage_insert_vertex:
 * @edge: as bjt_coverage_find_edge() found it; both sides of it get the vertex
 *
 * Returns: the vertex at its foot
 */
guint32
bjt_coverage_insert_vertex (BjtCoverage           *self,
                            const BjtCoverageEdge *edge)
{
  guint32 vertex = bjt_coverage_add_place (self, edge->foot);

  for (guint f = 0; f < self->faces->len; f++)
    for (guint r = 0; r < bjt_coverage_get_n_rings (self, f); r++)
      {
        BjtCoverageRing *ring = bjt_coverage_face (self, f)->rings->pdata[r];

        for (guint i = 0; i < ring->vertices->len; i++)
          {
            guint32 a = bjt_coverage_at (ring, i), b = bjt_coverage_at (ring, i + 1);

            if ((a != edge->a || b != edge->b) && (a != edge->b || b != edge->a))
              continue;
            if (vertex != a && vertex != b)
              {
                g_array_insert_val (ring->vertices, i + 1, vertex);
                bjt_coverage_face (self, f)->is_changed = TRUE;
                i++;
              }
          }
      }
  bjt_coverage_settle (self);
  return vertex;
}

/* How many other vertices it is joined to. */
static guint
count_neighbours (const BjtCoverage *self,
                  guint32            vertex)
{
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);

  for (guint f = 0; f < self->faces->len; f++)
    for (guint r = 0; r < bjt_coverage_get_n_rings (self, f); r++)
      {
        const BjtCoverageRing *ring = bjt_coverage_face (self, f)->rings->pdata[r];

        for (guint i = 0; i < ring->vertices->len; i++)
          if (bjt_coverage_at (ring, i) == vertex)
            {
              g_hash_table_add (others, GUINT_TO_POINTER (bjt_coverage_at (ring, i + 1)));
              g_hash_table_add (others, GUINT_TO_POINTER (bjt_coverage_at (ring, i + ring->vertices->len - 1)));
            }
      }
  return g_hash_table_size (others);
}

static void
drop_vertex (BjtCoverage *self,
             guint32      vertex)
{
  mark_changed (self, vertex);
  for (guint f = 0; f < self->faces->len; f++)
    for (guint r = 0; r < bjt_coverage_get_n_rings (self, f); r++)
      {
        BjtCoverageRing *ring = bjt_coverage_face (self, f)->rings->pdata[r];

        for (guint i = ring->vertices->len; i > 0; i--)
          if (g_array_index (ring->vertices, guint32, i - 1) == vertex)
            g_array_remove_index (ring->vertices, i - 1);
      }
}

/**
 * bjt_coverage_remove_vertex:
 *
 * Refuses where three borders meet, at a triangle, and where the straight side
 * would cross another.
 */
gboolean
bjt_coverage_remove_vertex (BjtCoverage *self,
                            guint32      vertex,
                            GError     **error)
{
  g_autoptr (GPtrArray) kept = keep_faces (self);
  g_autofree gboolean *touched = find_touched (self, vertex);
  BjtPoint             place = bjt_coverage_get_vertex (self, vertex);

  if (count_neighbours (self, vertex) > 2)
    return bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_BORDERS_MEET, place, "several borders meet at this corner; it can be moved, not removed");
  drop_vertex (self, vertex);
  for (guint32 f = 0; f < self->faces->len; f++)
    for (guint r = 0; touched[f] && r < bjt_coverage_get_n_rings (self, f); r++)
      if (((BjtCoverageRing *) bjt_coverage_face (self, f)->rings->pdata[r])->vertices->len < 3)
        {
          restore_faces (self, kept);
          return bjt_coverage_refuse (self, error, BJT_COVERAGE_ERROR_TOO_SMALL, place, "a polygon needs three corners");
        }
  bjt_coverage_settle (self);
  if (check_touched (self, touched, error))
    return TRUE;
  restore_faces (self, kept);
  return FALSE;
}
