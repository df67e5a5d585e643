/* bjt-plan-shape.c: turning, cutting and joining shapes in metres.
 *
 * Whatever could come out unsound is looked at by bjt_geometry_check() before
 * it is given out. Pure: any thread. */
#include "bjt-plan-shape.h"

#include <math.h>

#include "geo/bjt-geometry-check.h"
#include "geo/bjt-geometry-overlay.h"

#define LEAST_LENGTH 0.001 /* m */

G_DEFINE_QUARK (bjt-plan-shape-error-quark, bjt_plan_shape_error)

static gpointer
refuse (GError   **error,
        int        code,
        BjtPoint   at,
        BjtPoint  *where,
        const char *message)
{
  if (where != NULL)
    *where = at;
  g_set_error_literal (error, BJT_PLAN_SHAPE_ERROR, code, message);
  return NULL;
}

/* Takes @shape; NULL where it can't be. */
static BjtGeometry *
check (BjtGeometry *shape,
       BjtPoint    *where,
       GError     **error)
{
  static const char *const messages[] = {
    [BJT_GEOMETRY_SOUND] = "",
    [BJT_GEOMETRY_NO_NUMBERS] = "a place is out of measure; a plan is less than 10,000 km wide",
    [BJT_GEOMETRY_ZERO_LENGTH] = "two corners would lie on one place; draw them apart",
    [BJT_GEOMETRY_NO_AREA] = "the outline would have no area; draw it wider",
    [BJT_GEOMETRY_CROSSES_ITSELF] = "the outline would cross itself; draw it around",
  };
  BjtPoint         at;
  BjtGeometryFault fault = bjt_geometry_check (shape, LEAST_LENGTH, &at);

  if (fault == BJT_GEOMETRY_SOUND)
    return shape;
  bjt_geometry_unref (shape);
  return refuse (error, BJT_PLAN_SHAPE_ERROR_INVALID, at, where, messages[fault]);
}

/* As a whole */

/**
 * bjt_plan_shape_new_rectangle:
 * @a: a corner
 * @b: the corner opposite
 * @angle: of two of its sides, radians counter-clockwise
 *
 * Returns: (transfer full): the rectangle, which has no area where the corners
 *   lie on one side
 */
BjtGeometry *
bjt_plan_shape_new_rectangle (BjtPoint a,
                              BjtPoint b,
                              double   angle)
{
  double   c = cos (angle), s = sin (angle);
  double   along = (b.x - a.x) * c + (b.y - a.y) * s;
  BjtPoint ring[] = { a, { a.x + along * c, a.y + along * s }, b, { b.x - along * c, b.y - along * s } };

  return bjt_geometry_new_polygon (ring, 4);
}

/* x' = xx x + xy y + x0, y' = yx x + yy y + y0 */
typedef struct
{
  double xx, xy, x0, yx, yy, y0;
} Matrix;

static BjtPoint
transform (BjtPoint point,
           gpointer user_data)
{
  const Matrix *m = user_data;

  return (BjtPoint) { m->xx * point.x + m->xy * point.y + m->x0, m->yx * point.x + m->yy * point.y + m->y0 };
}

/* The linear part holds, and @pivot stays where it is. */
static BjtGeometry *
dup_around (const BjtGeometry *self,
            BjtPoint           pivot,
            double             xx,
            double             xy,
            double             yx,
            double             yy)
{
  Matrix matrix = { xx, xy, pivot.x - xx * pivot.x - xy * pivot.y, yx, yy, pivot.y - yx * pivot.x - yy * pivot.y };

  return bjt_geometry_map (self, transform, &matrix);
}

BjtGeometry *
bjt_plan_shape_dup_moved (const BjtGeometry *self,
                          double             dx,
                          double             dy)
{
  Matrix matrix = { 1, 0, dx, 0, 1, dy };

  return bjt_geometry_map (self, transform, &matrix);
}

BjtGeometry *
bjt_plan_shape_dup_turned (const BjtGeometry *self,
                           BjtPoint           pivot,
                           double             angle)
{
  return dup_around (self, pivot, cos (angle), -sin (angle), sin (angle), cos (angle));
}

BjtGeometry *
bjt_plan_shape_dup_mirrored (const BjtGeometry *self,
                             BjtPoint           a,
                             BjtPoint           b)
{
  double twice = 2 * atan2 (b.y - a.y, b.x - a.x);

  return dup_around (self, a, cos (twice), sin (twice), sin (twice), -cos (twice));
}

BjtGeometry *
bjt_plan_shape_dup_scaled (const BjtGeometry *self,
                           BjtPoint           pivot,
                           double             sx,
                           double             sy)
{
  return dup_around (self, pivot, sx, 0, 0, sy);
}

/* The points of parts */

static guint
find_part (const BjtGeometry *self,
           guint              vertex)
{
  guint p = 0;

  while (p + 1 < self->n_parts && vertex >= self->parts[p + 1].first)
    p++;
  return p;
}

/* The shape with @n_put points in the place of @n_taken from @at on. */
static BjtGeometry *
dup_spliced (const BjtGeometry *self,
             guint              part,
             guint              at,
             guint              n_taken,
             const BjtPoint    *put,
             guint              n_put)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autofree BjtPart *parts = g_memdup2 (self->parts, self->n_parts * sizeof *parts);

  g_array_append_vals (points, self->points, at);
  g_array_append_vals (points, put, n_put);
  g_array_append_vals (points, self->points + at + n_taken, self->n_points - at - n_taken);
  parts[part].n_points += n_put - n_taken;
  for (guint p = part + 1; p < self->n_parts; p++)
    parts[p].first += n_put - n_taken;
  return bjt_geometry_new (self->kind, parts, self->n_parts, (const BjtPoint *) (gpointer) points->data, points->len);
}

/* Apart and together */

/* Where a line ends within the polygon; else where it begins. */
static BjtPoint
find_loose_end (const BjtGeometry *polygon,
                const BjtGeometry *line)
{
  BjtPoint last = line->points[line->n_points - 1];

  return bjt_geometry_contains (polygon, last.x, last.y) ? last : line->points[0];
}

/**
 * bjt_plan_shape_split:
 * @self: a polygon
 * @cut: a line that goes from side to side
 *
 * Returns: (transfer full) (nullable): BjtGeometry, from the west
 */
GPtrArray *
bjt_plan_shape_split (const BjtGeometry *self,
                      const BjtGeometry *cut,
                      BjtPoint          *where,
                      GError           **error)
{
  g_autoptr (BjtGeometry) line = bjt_geometry_ref (cut);
  GPtrArray *pieces;

  if (self->kind != BJT_GEOMETRY_POLYGON || cut->kind != BJT_GEOMETRY_LINE || cut->n_points < 2)
    return refuse (error, BJT_PLAN_SHAPE_ERROR_MISSED, self->points[0], where, "only an outline can be cut, and by a line");
  line = check (g_steal_pointer (&line), where, error);
  if (line == NULL)
    return NULL;
  pieces = bjt_geometry_overlay_split (self, cut);
  return pieces != NULL ? pieces : refuse (error, BJT_PLAN_SHAPE_ERROR_MISSED, find_loose_end (self, cut), where,
                                           "the line does not cut the outline; draw it from side to side");
}

/**
 * bjt_plan_shape_dup_clean:
 * @tolerance: metres that a corner may lie off a straight side, or by another
 *
 * Returns: (transfer full): a polygon without needless corners
 */
BjtGeometry *
bjt_plan_shape_dup_clean (const BjtGeometry *self,
                          double             tolerance)
{
  g_autoptr (BjtGeometry) shape = bjt_geometry_ref (self);

  for (guint p = 0; p < self->n_parts; p++)
    for (guint i = 0; i < shape->parts[p].n_points && shape->parts[p].n_points > 3;)
      {
        const BjtPart  *part = shape->parts + p;
        const BjtPoint *ring = shape->points + part->first;
        BjtPoint        a = ring[(i + part->n_points - 1) % part->n_points], b = ring[(i + 1) % part->n_points];
        double          length = hypot (b.x - a.x, b.y - a.y);
        double          away = fabs ((b.x - a.x) * (ring[i].y - a.y) - (b.y - a.y) * (ring[i].x - a.x));
        BjtGeometry    *spared;

        if (hypot (ring[i].x - a.x, ring[i].y - a.y) > tolerance && (length == 0 || away / length > tolerance))
          {
            i++;
            continue;
          }
        spared = dup_spliced (shape, p, part->first + i, 1, NULL, 0);
        bjt_geometry_unref (shape);
        shape = spared;
      }
  return g_steal_pointer (&shape);
}

/**
 * bjt_plan_shape_merge:
 * @shapes: (array length=n_shapes): polygons
 * @gap: metres; walls between them that are thicker stay
 *
 * Returns: (transfer full) (nullable): one polygon
 */
BjtGeometry *
bjt_plan_shape_merge (const BjtGeometry *const *shapes,
                      guint                     n_shapes,
                      double                    gap,
                      BjtPoint                 *where,
                      GError                  **error)
{
  g_autoptr (BjtGeometry) joined = NULL;
  guint apart = 0;

  for (guint i = 0; i < n_shapes; i++)
    if (shapes[i]->kind != BJT_GEOMETRY_POLYGON)
      return refuse (error, BJT_PLAN_SHAPE_ERROR_APART, shapes[i]->points[0], where, "only outlines can be merged");
  if (n_shapes < 2)
    return refuse (error, BJT_PLAN_SHAPE_ERROR_APART, (BjtPoint) { (double) NAN, (double) NAN }, where, "two outlines or more can be merged");
  joined = bjt_geometry_overlay_join (shapes, n_shapes, gap, &apart);
  if (joined == NULL)
    return refuse (error, BJT_PLAN_SHAPE_ERROR_APART, bjt_geometry_get_centroid (shapes[apart]), where,
                   "the outlines lie apart; merge what is side by side");
  return check (bjt_plan_shape_dup_clean (joined, LEAST_LENGTH / 2), where, error);
}

/* Vertices */

static gboolean
check_vertex (const BjtGeometry *self,
              guint              vertex,
              BjtPoint          *where,
              GError           **error)
{
  if (vertex < self->n_points)
    return TRUE;
  refuse (error, BJT_PLAN_SHAPE_ERROR_INVALID, (BjtPoint) { (double) NAN, (double) NAN }, where, "the shape has no such corner");
  return FALSE;
}

BjtGeometry *
bjt_plan_shape_dup_with_vertex (const BjtGeometry *self,
                                guint              vertex,
                                BjtPoint           at,
                                BjtPoint          *where,
                                GError           **error)
{
  if (!check_vertex (self, vertex, where, error))
    return NULL;
  return check (dup_spliced (self, find_part (self, vertex), vertex, 1, &at, 1), where, error);
}

BjtGeometry *
bjt_plan_shape_dup_with_inserted (const BjtGeometry *self,
                                  guint              after,
                                  BjtPoint           at,
                                  BjtPoint          *where,
                                  GError           **error)
{
  if (!check_vertex (self, after, where, error))
    return NULL;
  if (self->kind == BJT_GEOMETRY_POINT)
    return refuse (error, BJT_PLAN_SHAPE_ERROR_INVALID, self->points[after], where, "a point has no sides");
  return check (dup_spliced (self, find_part (self, after), after + 1, 0, &at, 1), where, error);
}

BjtGeometry *
bjt_plan_shape_dup_without_vertex (const BjtGeometry *self,
                                   guint              vertex,
                                   BjtPoint          *where,
                                   GError           **error)
{
  guint part;

  if (!check_vertex (self, vertex, where, error))
    return NULL;
  part = find_part (self, vertex);
  if (self->parts[part].n_points <= (self->kind == BJT_GEOMETRY_POLYGON ? 3u : self->kind == BJT_GEOMETRY_LINE ? 2u : 1u))
    return refuse (error, BJT_PLAN_SHAPE_ERROR_INVALID, self->points[vertex], where, "no corner can be spared here; remove the whole shape");
  return check (dup_spliced (self, part, vertex, 1, NULL, 0), where, error);
}

/**
 * bjt_plan_shape_find_vertex:
 * @vertex: (out): the nearest one
 *
 * Returns: whether one lies within reach
 */
gboolean
bjt_plan_shape_find_vertex (const BjtGeometry *self,
                            BjtPoint           at,
                            double             reach,
                            guint             *vertex)
{
  double least = reach;
  guint  found = G_MAXUINT;

  for (guint i = 0; i < self->n_points; i++)
    {
      double away = hypot (self->points[i].x - at.x, self->points[i].y - at.y);

      if (away > least || (away == least && found != G_MAXUINT))
        continue;
      least = away;
      found = i;
    }
  if (found != G_MAXUINT)
    *vertex = found;
  return found != G_MAXUINT;
}

static BjtPoint
get_foot (BjtPoint a,
          BjtPoint b,
          BjtPoint at)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? fmax (0, fmin (1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length)) : 0;

  return (BjtPoint) { a.x + t * dx, a.y + t * dy };
}

static guint
count_sides (const BjtGeometry *self,
             const BjtPart     *part)
{
  if (self->kind == BJT_GEOMETRY_POINT)
    return 0;
  return self->kind == BJT_GEOMETRY_POLYGON ? part->n_points : part->n_points - 1;
}

/**
 * bjt_plan_shape_find_side:
 * @vertex: (out): where the nearest side begins
 * @foot: (out): the place on it that is nearest
 *
 * Returns: whether one lies within reach
 */
gboolean
bjt_plan_shape_find_side (const BjtGeometry *self,
                          BjtPoint           at,
                          double             reach,
                          guint             *vertex,
                          BjtPoint          *foot)
{
  double   least = reach;
  gboolean found = FALSE;

  for (guint p = 0; p < self->n_parts; p++)
    {
      const BjtPart  *part = self->parts + p;
      const BjtPoint *points = self->points + part->first;

      for (guint i = 0; i < count_sides (self, part); i++)
        {
          BjtPoint near = get_foot (points[i], points[(i + 1) % part->n_points], at);
          double   away = hypot (near.x - at.x, near.y - at.y);

          if (away > least || (found && away == least))
            continue;
          least = away;
          found = TRUE;
          *vertex = part->first + i;
          *foot = near;
        }
    }
  return found;
}

/* Measures */

double
bjt_plan_shape_get_length (const BjtGeometry *self)
{
  double length = 0;

  for (guint p = 0; p < self->n_parts; p++)
    {
      const BjtPart  *part = self->parts + p;
      const BjtPoint *points = self->points + part->first;

      for (guint i = 0; i < count_sides (self, part); i++)
        {
          BjtPoint next = points[(i + 1) % part->n_points];

          length += hypot (next.x - points[i].x, next.y - points[i].y);
        }
    }
  return length;
}

double
bjt_plan_shape_get_area (const BjtGeometry *self)
{
  double area = 0;

  if (self->kind != BJT_GEOMETRY_POLYGON)
    return 0;
  for (guint p = 0; p < self->n_parts; p++)
    {
      const BjtPart *part = self->parts + p;
      double         own = fabs (bjt_geometry_get_signed_area (self->points + part->first, part->n_points));

      area += part->is_hole ? -own : own;
    }
  return area;
}
