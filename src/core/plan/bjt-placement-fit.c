/* bjt-placement-fit.c: solving for a placement.
 *
 * Both sides are moved to their centre and brought to size 1 first (Hartley,
 * In Defence of the Eight-Point Algorithm, 1997), so that metres far from the
 * origin cost no digits. Similarity and affine are linear; a projective one
 * begins with the linear solution and then makes the distances on the ground
 * least by Gauss-Newton. */
#include <math.h>
#include <string.h>

#include "bjt-least-squares.h"
#include "bjt-placement-private.h"

#define MAX_ROUNDS 30
#define SAME_PLACE 0.001  /* m: two points are one */
#define FLAT 1e-3         /* breadth by length: the points lie on one line */
#define LEAST_DOUBT 0.02  /* m: below it no point is suspected */
#define SIGNIFICANT 0.05

BjtMatrix3
bjt_matrix3_multiply (const BjtMatrix3 *a,
                      const BjtMatrix3 *b)
{
  BjtMatrix3 product;

  for (guint r = 0; r < 3; r++)
    for (guint c = 0; c < 3; c++)
      product.m[r * 3 + c] = a->m[r * 3] * b->m[c] + a->m[r * 3 + 1] * b->m[3 + c] + a->m[r * 3 + 2] * b->m[6 + c];
  return product;
}

double
bjt_matrix3_get_determinant (const BjtMatrix3 *self)
{
  const double *m = self->m;

  return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
}

/* The Jacobian of a projective map has the determinant det M / w³. */
double
bjt_matrix3_get_area_scale (const BjtMatrix3 *self,
                            BjtPoint          at)
{
  double w = self->m[6] * at.x + self->m[7] * at.y + self->m[8];

  return w > 1e-9 ? bjt_matrix3_get_determinant (self) / (w * w * w) : (double) NAN;
}

/* Centre and size of one side of the pairs */

typedef struct
{
  BjtPoint centre;
  double   size; /* mean distance from it */
} Frame;

static BjtPoint
get_side (const BjtPlacePair *pair,
          gboolean            of_ground)
{
  return of_ground ? pair->to : pair->from;
}

static Frame
measure_frame (const BjtPlacePair *pairs,
               guint               n,
               gboolean            of_ground)
{
  Frame frame = { { 0, 0 }, 0 };

  for (guint i = 0; i < n; i++)
    {
      frame.centre.x += get_side (pairs + i, of_ground).x / n;
      frame.centre.y += get_side (pairs + i, of_ground).y / n;
    }
  for (guint i = 0; i < n; i++)
    {
      BjtPoint p = get_side (pairs + i, of_ground);

      frame.size += hypot (p.x - frame.centre.x, p.y - frame.centre.y) / n;
    }
  return frame;
}

static BjtPoint
enter (const Frame *frame,
       BjtPoint     p)
{
  return (BjtPoint) { (p.x - frame->centre.x) / frame->size, (p.y - frame->centre.y) / frame->size };
}

/* The matrix between the frames becomes one between metres. */
static BjtMatrix3
leave (const Frame      *from,
       const Frame      *to,
       const BjtMatrix3 *inner)
{
  BjtMatrix3 in = { { 1 / from->size, 0, -from->centre.x / from->size, 0, 1 / from->size, -from->centre.y / from->size, 0, 0, 1 } };
  BjtMatrix3 out = { { to->size, 0, to->centre.x, 0, to->size, to->centre.y, 0, 0, 1 } };
  BjtMatrix3 half = bjt_matrix3_multiply (inner, &in);

  return bjt_matrix3_multiply (&out, &half);
}

/* The equations */

static void
fill_rows (BjtPlacementKind kind,
           BjtPoint         from,
           BjtPoint         to,
           double          *x_row,
           double          *y_row)
{
  const double similarity[2][4] = { { from.x, -from.y, 1, 0 }, { from.y, from.x, 0, 1 } };
  const double affine[2][6] = { { from.x, from.y, 1, 0, 0, 0 }, { 0, 0, 0, from.x, from.y, 1 } };
  guint        n = bjt_placement_kind_get_parameters (kind);

  if (kind == BJT_PLACEMENT_SIMILARITY)
    {
      memcpy (x_row, similarity[0], n * sizeof *x_row);
      memcpy (y_row, similarity[1], n * sizeof *y_row);
      return;
    }
  memset (x_row, 0, n * sizeof *x_row);
  memset (y_row, 0, n * sizeof *y_row);
  memcpy (x_row, affine[0], sizeof affine[0]);
  memcpy (y_row, affine[1], sizeof affine[1]);
  if (kind == BJT_PLACEMENT_PROJECTIVE)
    {
      x_row[6] = -to.x * from.x;
      x_row[7] = -to.x * from.y;
      y_row[6] = -to.y * from.x;
      y_row[7] = -to.y * from.y;
    }
}

static BjtMatrix3
matrix_of (BjtPlacementKind kind,
           const double    *p)
{
  if (kind == BJT_PLACEMENT_SIMILARITY)
    return (BjtMatrix3) { { p[0], -p[1], p[2], p[1], p[0], p[3], 0, 0, 1 } };
  if (kind == BJT_PLACEMENT_AFFINE)
    return (BjtMatrix3) { { p[0], p[1], p[2], p[3], p[4], p[5], 0, 0, 1 } };
  return (BjtMatrix3) { { p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], 1 } };
}

static gboolean
solve_linear (BjtPlacementKind    kind,
              const BjtPlacePair *pairs,
              guint               n,
              double             *parameters)
{
  guint              columns = bjt_placement_kind_get_parameters (kind);
  g_autofree double *rows = g_new (double, (gsize) n * 2 * columns);
  g_autofree double *right = g_new (double, (gsize) n * 2);

  for (guint i = 0; i < n; i++)
    {
      double  weight = sqrt (pairs[i].weight);
      double *x_row = rows + (gsize) i * 2 * columns;

      fill_rows (kind, pairs[i].from, pairs[i].to, x_row, x_row + columns);
      for (guint c = 0; c < 2 * columns; c++)
        x_row[c] *= weight;
      right[i * 2] = pairs[i].to.x * weight;
      right[i * 2 + 1] = pairs[i].to.y * weight;
    }
  return bjt_least_squares_solve (rows, right, n * 2, columns, parameters);
}

/* The rows of how the distances change with the parameters. */
static gboolean
fill_step (const BjtPlacePair *pair,
           const BjtMatrix3   *matrix,
           double             *x_row,
           double             *y_row,
           double             *right)
{
  BjtPoint at = bjt_matrix3_apply (matrix, pair->from);
  double   w = matrix->m[6] * pair->from.x + matrix->m[7] * pair->from.y + 1;
  double   weight = sqrt (pair->weight);

  if (!isfinite (at.x))
    return FALSE;
  fill_rows (BJT_PLACEMENT_PROJECTIVE, pair->from, at, x_row, y_row);
  for (guint c = 0; c < 8; c++)
    {
      x_row[c] *= weight / w;
      y_row[c] *= weight / w;
    }
  right[0] = (pair->to.x - at.x) * weight;
  right[1] = (pair->to.y - at.y) * weight;
  return TRUE;
}

/* One step; halved until it makes things better. FALSE: there is no better. */
static gboolean
improve (const BjtPlacePair *pairs,
         guint               n,
         double             *parameters)
{
  g_autofree double *rows = g_new (double, (gsize) n * 16);
  g_autofree double *right = g_new (double, (gsize) n * 2);
  BjtMatrix3         matrix = matrix_of (BJT_PLACEMENT_PROJECTIVE, parameters);
  double             before = bjt_place_pairs_sum_squares (pairs, n, &matrix);
  double             step[8], tried[8];

  for (guint i = 0; i < n; i++)
    if (!fill_step (pairs + i, &matrix, rows + (gsize) i * 16, rows + (gsize) i * 16 + 8, right + (gsize) i * 2))
      return FALSE;
  if (!bjt_least_squares_solve (rows, right, n * 2, 8, step))
    return FALSE;
  for (double part = 1; part > 1e-4; part /= 2)
    {
      double after;

      for (guint c = 0; c < 8; c++)
        tried[c] = parameters[c] + part * step[c];
      matrix = matrix_of (BJT_PLACEMENT_PROJECTIVE, tried);
      after = bjt_place_pairs_sum_squares (pairs, n, &matrix);
      if (!(after < before))
        continue;
      memcpy (parameters, tried, sizeof tried);
      return before - after > before * 1e-12;
    }
  return FALSE;
}

gboolean
bjt_place_pairs_solve (BjtPlacementKind    kind,
                       const BjtPlacePair *pairs,
                       guint               n_pairs,
                       BjtMatrix3         *matrix)
{
  Frame                    from = measure_frame (pairs, n_pairs, FALSE);
  Frame                    to = measure_frame (pairs, n_pairs, TRUE);
  g_autofree BjtPlacePair *inner = g_memdup2 (pairs, n_pairs * sizeof *pairs);
  double                   parameters[BJT_LEAST_SQUARES_MAX_COLUMNS];
  BjtMatrix3               solved;

  if (!(from.size > 0) || !(to.size > 0) || !isfinite (from.size) || !isfinite (to.size))
    return FALSE;
  for (guint i = 0; i < n_pairs; i++)
    {
      inner[i].from = enter (&from, pairs[i].from);
      inner[i].to = enter (&to, pairs[i].to);
    }
  if (!solve_linear (kind, inner, n_pairs, parameters))
    return FALSE;
  for (guint round = 0; kind == BJT_PLACEMENT_PROJECTIVE && round < MAX_ROUNDS; round++)
    if (!improve (inner, n_pairs, parameters))
      break;
  solved = matrix_of (kind, parameters);
  *matrix = leave (&from, &to, &solved);
  return TRUE;
}

/* Infinite when a pair lies beyond the horizon. */
double
bjt_place_pairs_sum_squares (const BjtPlacePair *pairs,
                             guint               n_pairs,
                             const BjtMatrix3   *matrix)
{
  double sum = 0;

  for (guint i = 0; i < n_pairs; i++)
    {
      BjtPoint at = bjt_matrix3_apply (matrix, pairs[i].from);
      double   dx = at.x - pairs[i].to.x, dy = at.y - pairs[i].to.y;

      if (!isfinite (at.x))
        return INFINITY;
      sum += pairs[i].weight * (dx * dx + dy * dy);
    }
  return sum;
}

/* What cannot be solved */

static gboolean
refuse_points (BjtPlacementTrouble *trouble,
               GError             **error,
               BjtPlacementError    code,
               const BjtPlacePair  *a,
               const BjtPlacePair  *b)
{
  *trouble = (BjtPlacementTrouble) { a->index, b->index };
  if (code == BJT_PLACEMENT_ERROR_DUPLICATE)
    g_set_error (error, BJT_PLACEMENT_ERROR, code, "control points %u and %u are at the same place of the plan or of the ground, %.3f, %.3f; move one or leave it out",
                 a->index + 1, b->index + 1, a->from.x, a->from.y);
  else
    g_set_error (error, BJT_PLACEMENT_ERROR, code, "the control points lie on one line, from point %u at %.3f, %.3f to point %u at %.3f, %.3f; add one well beside it",
                 a->index + 1, a->from.x, a->from.y, b->index + 1, b->from.x, b->from.y);
  return FALSE;
}

static gboolean
are_same (BjtPoint a,
          BjtPoint b)
{
  return hypot (a.x - b.x, a.y - b.y) < SAME_PLACE;
}

/* The two points that are farthest apart, and how far from their line the others reach. */
static double
measure_breadth (const BjtPlacePair *pairs,
                 guint               n,
                 gboolean            of_ground,
                 guint               ends[2])
{
  double   length = -1, breadth = 0;
  BjtPoint a, b;

  for (guint end = 0; end < 2; end++) /* the farthest from any, then the farthest from that */
    {
      BjtPoint seen_from = get_side (pairs + (end == 0 ? 0 : ends[0]), of_ground);

      length = -1;
      for (guint i = 0; i < n; i++)
        {
          BjtPoint p = get_side (pairs + i, of_ground);
          double   distance = hypot (p.x - seen_from.x, p.y - seen_from.y);

          if (distance > length)
            {
              length = distance;
              ends[end] = i;
            }
        }
    }
  a = get_side (pairs + ends[0], of_ground);
  b = get_side (pairs + ends[1], of_ground);
  for (guint i = 0; i < n; i++)
    {
      BjtPoint p = get_side (pairs + i, of_ground);

      breadth = fmax (breadth, fabs ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length);
    }
  return breadth / length;
}

static gboolean
check_triples (const BjtPlacePair  *pairs,
               BjtPlacementTrouble *trouble,
               GError             **error)
{
  for (guint out = 0; out < 4; out++)
    {
      BjtPlacePair three[3];
      guint        n = 0, ends[2];

      for (guint i = 0; i < 4; i++)
        if (i != out)
          three[n++] = pairs[i];
      for (guint side = 0; side < 2; side++)
        if (measure_breadth (three, 3, side == 1, ends) < FLAT)
          return refuse_points (trouble, error, BJT_PLACEMENT_ERROR_COLLINEAR, three + ends[0], three + ends[1]);
    }
  return TRUE;
}

/**
 * bjt_place_pairs_check:
 * @trouble: (out):
 *
 * Refuses what has no solution, with the points it fails at.
 */
gboolean
bjt_place_pairs_check (BjtPlacementKind     kind,
                       const BjtPlacePair  *pairs,
                       guint                n_pairs,
                       BjtPlacementTrouble *trouble,
                       GError             **error)
{
  guint needed = bjt_placement_kind_get_parameters (kind) / 2;
  guint ends[2];

  for (guint i = 0; i < n_pairs; i++)
    for (guint j = i + 1; j < n_pairs; j++)
      if (are_same (pairs[i].from, pairs[j].from) || are_same (pairs[i].to, pairs[j].to))
        return refuse_points (trouble, error, BJT_PLACEMENT_ERROR_DUPLICATE, pairs + i, pairs + j);
  if (n_pairs < needed)
    {
      g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_TOO_FEW, "%s placement needs %u control points, there are %u; add some or choose another kind",
                   kind == BJT_PLACEMENT_AFFINE ? "an affine" : kind == BJT_PLACEMENT_PROJECTIVE ? "a projective" : "a similarity", needed, n_pairs);
      return FALSE;
    }
  if (kind == BJT_PLACEMENT_SIMILARITY)
    return TRUE;
  for (guint side = 0; side < 2; side++)
    if (measure_breadth (pairs, n_pairs, side == 1, ends) < FLAT)
      return refuse_points (trouble, error, BJT_PLACEMENT_ERROR_COLLINEAR, pairs + ends[0], pairs + ends[1]);
  return kind == BJT_PLACEMENT_AFFINE || n_pairs > 4 || check_triples (pairs, trouble, error);
}

/**
 * bjt_place_pairs_find_suspect:
 * @rmse_without: (out): NAN when none is suspected
 *
 * Each point is left out in turn. Were all errors alike, the ratio of what is
 * left, S₁/S, to the power of half the freedom that is left would be the chance
 * of such a drop (the F test with two degrees of freedom, written out); the
 * point is suspected when that is below 5 % even for the best of n tries.
 *
 * Returns: the control point, or %BJT_PLACEMENT_NO_POINT
 */
guint32
bjt_place_pairs_find_suspect (BjtPlacementKind    kind,
                              const BjtPlacePair *pairs,
                              guint               n_pairs,
                              double             *rmse_without)
{
  int                      freedom = 2 * (int) n_pairs - 2 - (int) bjt_placement_kind_get_parameters (kind);
  g_autofree BjtPlacePair *rest = g_new (BjtPlacePair, n_pairs + 1);
  BjtMatrix3               matrix;
  double                   all, weights = 0, least = INFINITY;
  guint                    best = 0;

  *rmse_without = (double) NAN;
  if (freedom < 1 || !bjt_place_pairs_solve (kind, pairs, n_pairs, &matrix))
    return BJT_PLACEMENT_NO_POINT;
  all = bjt_place_pairs_sum_squares (pairs, n_pairs, &matrix);
  for (guint out = 0; out < n_pairs; out++)
    {
      double left;

      memcpy (rest, pairs, out * sizeof *pairs);
      memcpy (rest + out, pairs + out + 1, (n_pairs - out - 1) * sizeof *pairs);
      left = bjt_place_pairs_solve (kind, rest, n_pairs - 1, &matrix) ? bjt_place_pairs_sum_squares (rest, n_pairs - 1, &matrix) : (double) INFINITY;
      weights += pairs[out].weight;
      if (left < least)
        {
          least = left;
          best = out;
        }
    }
  if (sqrt (all / weights) < LEAST_DOUBT || pow (least / all, freedom / 2.0) * n_pairs > SIGNIFICANT)
    return BJT_PLACEMENT_NO_POINT;
  *rmse_without = sqrt (least / (weights - pairs[best].weight));
  return pairs[best].index;
}
