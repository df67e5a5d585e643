/* bjt-placement.c: made from points, a length or a footprint; moved by hand;
 * judged. Linear in the points but for the search of duplicates and of the
 * suspect, which compare all with all. */
#include "bjt-placement.h"

#include <math.h>

#include "bjt-placement-private.h"
#include "geo/bjt-mercator.h"

#define MAX_METRES 1e6      /* a plan reaches no farther */
#define MUCH_BETTER 16.0    /* squares: so much better mirrored, it is mirrored */
#define MANY_POINTS 24u     /* so many may be exchanged to see which were mixed up */
#define LEAST_AREA_SCALE 1e-8
#define MOST_AREA_SCALE 1e8

G_DEFINE_QUARK (bjt-placement-error-quark, bjt_placement_error)

static const struct
{
  const char *name;
  guint       parameters;
} kinds[BJT_N_PLACEMENT_KINDS] = { { "similarity", 4 }, { "affine", 6 }, { "projective", 8 } };

const char *
bjt_placement_kind_get_name (BjtPlacementKind kind)
{
  g_return_val_if_fail (kind < BJT_N_PLACEMENT_KINDS, NULL);
  return kinds[kind].name;
}

gboolean
bjt_placement_kind_parse (const char       *name,
                          BjtPlacementKind *kind)
{
  for (guint k = 0; k < BJT_N_PLACEMENT_KINDS; k++)
    if (g_strcmp0 (name, kinds[k].name) == 0)
      {
        *kind = (BjtPlacementKind) k;
        return TRUE;
      }
  return FALSE;
}

guint
bjt_placement_kind_get_parameters (BjtPlacementKind kind)
{
  g_return_val_if_fail (kind < BJT_N_PLACEMENT_KINDS, 0);
  return kinds[kind].parameters;
}

BjtPlacement *
bjt_placement_copy (const BjtPlacement *self)
{
  BjtPlacement *copy = g_memdup2 (self, sizeof *self);

  copy->points = g_array_copy (self->points);
  return copy;
}

void
bjt_placement_free (BjtPlacement *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_free (self);
}

/* Pairs in metres */

static gboolean
check_point (const BjtControlPoint *point,
             guint                  index,
             BjtPlacementTrouble   *trouble,
             GError               **error)
{
  if (fabs (point->plan.x) <= MAX_METRES && fabs (point->plan.y) <= MAX_METRES && fabs (point->lon_lat.x) <= 180
      && fabs (point->lon_lat.y) <= 85 && point->weight > 0 && point->weight <= 1e6)
    return TRUE;
  trouble->first = index;
  g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID,
               "control point %u is no place: plan %g, %g, longitude %g, latitude %g, weight %g; set it again", index + 1,
               point->plan.x, point->plan.y, point->lon_lat.x, point->lon_lat.y, point->weight);
  return FALSE;
}

static GArray *
make_pairs (const BjtPlacement *self,
            gboolean            used_only,
            gboolean            mirror)
{
  g_autoptr (BjtGround) ground = bjt_placement_new_ground (self);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (BjtPlacePair));

  for (guint i = 0; i < self->points->len; i++)
    {
      const BjtControlPoint *point = &g_array_index (self->points, BjtControlPoint, i);
      BjtPlacePair           pair = { point->plan, bjt_ground_project (ground, point->lon_lat), point->weight, i };

      if (used_only && !point->is_used)
        continue;
      pair.to.x -= self->origin.x;
      pair.to.y -= self->origin.y;
      if (mirror)
        pair.from.x = -pair.from.x;
      g_array_append_val (pairs, pair);
    }
  return pairs;
}

static BjtPlacePair *
get_pairs (GArray *pairs)
{
  return (BjtPlacePair *) (gpointer) pairs->data;
}

/* The two that were mixed up, if exchanging them makes all fit */
static void
find_exchanged (GArray              *pairs,
                BjtPlacementTrouble *trouble)
{
  BjtMatrix3 matrix;
  double     least = INFINITY;

  if (bjt_place_pairs_solve (BJT_PLACEMENT_SIMILARITY, get_pairs (pairs), pairs->len, &matrix))
    least = bjt_place_pairs_sum_squares (get_pairs (pairs), pairs->len, &matrix) / MUCH_BETTER;
  for (guint i = 0; pairs->len <= MANY_POINTS && i < pairs->len; i++)
    for (guint j = i + 1; j < pairs->len; j++)
      {
        g_autoptr (GArray) tried = g_array_copy (pairs);
        double squares;

        get_pairs (tried)[i].to = get_pairs (pairs)[j].to;
        get_pairs (tried)[j].to = get_pairs (pairs)[i].to;
        if (!bjt_place_pairs_solve (BJT_PLACEMENT_SIMILARITY, get_pairs (tried), tried->len, &matrix))
          continue;
        squares = bjt_place_pairs_sum_squares (get_pairs (tried), tried->len, &matrix);
        if (squares >= least)
          continue;
        least = squares;
        *trouble = (BjtPlacementTrouble) { get_pairs (pairs)[i].index, get_pairs (pairs)[j].index };
      }
}

static gboolean
refuse_mirrored (GArray              *pairs,
                 BjtPlacementTrouble *trouble,
                 GError             **error)
{
  find_exchanged (pairs, trouble);
  if (trouble->first != BJT_PLACEMENT_NO_POINT)
    g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_MIRRORED,
                 "the control points fit only a mirrored plan; points %u and %u look mixed up: exchange them, or allow mirroring", trouble->first + 1,
                 trouble->second + 1);
  else
    g_set_error_literal (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_MIRRORED,
                         "the control points fit only a mirrored plan; exchange the two that were mixed up, or allow mirroring");
  return FALSE;
}

/* A similarity does not mirror by itself: it is tried both ways. */
static gboolean
solve_similarity (BjtPlacement        *self,
                  GArray              *pairs,
                  gboolean             may_mirror,
                  BjtPlacementTrouble *trouble,
                  GError             **error)
{
  const BjtMatrix3  flip = { { -1, 0, 0, 0, 1, 0, 0, 0, 1 } };
  g_autoptr (GArray) flipped = make_pairs (self, TRUE, TRUE);
  BjtMatrix3        matrix;
  double            straight, mirrored;

  if (!bjt_place_pairs_solve (self->kind, get_pairs (pairs), pairs->len, &self->matrix)
      || !bjt_place_pairs_solve (self->kind, get_pairs (flipped), flipped->len, &matrix))
    return FALSE;
  straight = bjt_place_pairs_sum_squares (get_pairs (pairs), pairs->len, &self->matrix);
  mirrored = bjt_place_pairs_sum_squares (get_pairs (flipped), flipped->len, &matrix);
  if (mirrored * (may_mirror ? 1 : MUCH_BETTER) + 1e-6 >= straight)
    return TRUE;
  if (!may_mirror)
    return refuse_mirrored (pairs, trouble, error);
  self->matrix = bjt_matrix3_multiply (&matrix, &flip);
  return TRUE;
}

static gboolean
is_sound_scale (double scale)
{
  return fabs (scale) > LEAST_AREA_SCALE && fabs (scale) < MOST_AREA_SCALE;
}

/* Every point lies on this side of the horizon, and on the same side of the paper. */
static gboolean
solve_freely (BjtPlacement        *self,
              GArray              *pairs,
              gboolean             may_mirror,
              BjtPlacementTrouble *trouble,
              GError             **error)
{
  guint n_mirrored = 0;

  if (!bjt_place_pairs_solve (self->kind, get_pairs (pairs), pairs->len, &self->matrix))
    return FALSE;
  for (guint i = 0; i < pairs->len; i++)
    {
      double scale = bjt_matrix3_get_area_scale (&self->matrix, g_array_index (pairs, BjtPlacePair, i).from);

      if (!is_sound_scale (scale))
        return FALSE;
      n_mirrored += scale < 0;
    }
  return n_mirrored == 0 || may_mirror || refuse_mirrored (pairs, trouble, error);
}

static gboolean
solve (BjtPlacement        *self,
       gboolean             may_mirror,
       BjtPlacementTrouble *trouble,
       GError             **error)
{
  g_autoptr (GArray) pairs = make_pairs (self, TRUE, FALSE);
  g_autoptr (GError) failure = NULL;
  gboolean           done;

  if (!bjt_place_pairs_check (self->kind, get_pairs (pairs), pairs->len, trouble, error))
    return FALSE;
  done = self->kind == BJT_PLACEMENT_SIMILARITY ? solve_similarity (self, pairs, may_mirror, trouble, &failure)
                                                : solve_freely (self, pairs, may_mirror, trouble, &failure);
  if (done && is_sound_scale (bjt_placement_get_area_scale (self, g_array_index (pairs, BjtPlacePair, 0).from)))
    return TRUE;
  if (failure == NULL)
    g_set_error_literal (&failure, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_SINGULAR,
                         "the control points give no usable placement: the plan would fold, vanish or grow out of measure; check them");
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * bjt_placement_new_from_points:
 * @points: (array length=n_points):
 * @may_mirror: whether a plan seen from behind is meant
 * @trouble: (out) (optional): the points a refusal is about
 *
 * Returns: (transfer full) (nullable): what makes the weighted squares of the
 *   distances on the ground least
 */
BjtPlacement *
bjt_placement_new_from_points (BjtPlacementKind       kind,
                               const BjtControlPoint *points,
                               guint                  n_points,
                               gboolean               may_mirror,
                               BjtPlacementTrouble   *trouble,
                               GError               **error)
{
  BjtPlacementTrouble    own;
  g_autoptr (BjtPlacement) self = g_new0 (BjtPlacement, 1);
  g_autoptr (BjtGround)  ground = NULL;

  if (trouble == NULL)
    trouble = &own;
  *trouble = (BjtPlacementTrouble) { BJT_PLACEMENT_NO_POINT, BJT_PLACEMENT_NO_POINT };
  self->kind = kind;
  self->points = g_array_new (FALSE, FALSE, sizeof (BjtControlPoint));
  if (n_points == 0 || n_points > BJT_PLACEMENT_MAX_POINTS)
    {
      g_set_error (error, BJT_PLACEMENT_ERROR, n_points == 0 ? BJT_PLACEMENT_ERROR_TOO_FEW : BJT_PLACEMENT_ERROR_INVALID,
                   "a placement has 2 to %u control points, not %u", BJT_PLACEMENT_MAX_POINTS, n_points);
      return NULL;
    }
  for (guint i = 0; i < n_points; i++)
    if (!check_point (points + i, i, trouble, error))
      return NULL;
  g_array_append_vals (self->points, points, n_points);
  ground = bjt_ground_new (points[0].lon_lat.x);
  self->meridian = bjt_ground_get_central_meridian (ground);
  self->origin = bjt_ground_project (ground, points[0].lon_lat);
  return solve (self, may_mirror, trouble, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * bjt_placement_new_from_length:
 * @plan: the ends of a wall on the plan
 * @length: of the wall, metres
 * @bearing: from its first end to its second, degrees clockwise from true north
 * @lon_lat: of its first end
 */
BjtPlacement *
bjt_placement_new_from_length (const BjtPoint plan[2],
                               double         length,
                               double         bearing,
                               BjtPoint       lon_lat,
                               GError       **error)
{
  BjtControlPoint points[2] = { { plan[0], lon_lat, 1, TRUE }, { plan[1], lon_lat, 1, TRUE } };
  g_autoptr (BjtGround) ground = NULL;
  BjtPoint start, north;
  double   turn;

  if (!(length > 0.01 && length < MAX_METRES) || !(fabs (bearing) <= 360) || !(fabs (lon_lat.x) <= 180) || !(fabs (lon_lat.y) <= 85))
    {
      g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, "a wall of %g m towards %g° from %g, %g is none", length, bearing, lon_lat.x, lon_lat.y);
      return NULL;
    }
  ground = bjt_ground_new (lon_lat.x);
  start = bjt_ground_project (ground, lon_lat);
  north = bjt_ground_project (ground, (BjtPoint) { lon_lat.x, lon_lat.y + 1e-4 });
  turn = atan2 (north.x - start.x, north.y - start.y) + bearing * G_PI / 180; /* the zone's north is not the true one */
  points[1].lon_lat = bjt_ground_unproject (ground, (BjtPoint) { start.x + length * sin (turn), start.y + length * cos (turn) });
  return bjt_placement_new_from_points (BJT_PLACEMENT_SIMILARITY, points, 2, FALSE, NULL, error);
}

/* North-west, north-east, south-east, south-west, or the other way round
 * where the rectangle was given so. */
static void
order_corners (const BjtPoint corners[4],
               BjtPoint       ordered[4])
{
  gboolean is_clockwise = bjt_geometry_get_signed_area (corners, 4) > 0; /* y runs down the map */

  for (guint i = 0; i < 4; i++)
    ordered[i] = corners[is_clockwise ? i : 3 - i];
}

/**
 * bjt_placement_new_on_footprint:
 * @kind: similarity keeps the plan's proportions, the residuals tell how far
 *   the outline is off; affine stretches it onto the rectangle
 * @outline: of the plan
 * @corners: of the building's upright rectangle, Mercator (BjtPictureBuilding)
 * @quarter_turns: counter-clockwise; 0: the plan's top lies along the side
 *   from which doors count
 * @mirror: the plan is seen from behind
 */
BjtPlacement *
bjt_placement_new_on_footprint (BjtPlacementKind kind,
                                const BjtBox    *outline,
                                const BjtPoint   corners[4],
                                guint            quarter_turns,
                                gboolean         mirror,
                                GError         **error)
{
  const BjtPoint  plan[4] = { { outline->x1, outline->y2 }, { outline->x2, outline->y2 }, { outline->x2, outline->y1 }, { outline->x1, outline->y1 } };
  BjtControlPoint points[4];
  BjtPoint        ordered[4];

  if (!isfinite (corners[0].x) || bjt_geometry_get_signed_area (corners, 4) == 0)
    {
      g_set_error_literal (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, "the building has no outline on the map; draw it first, or use control points");
      return NULL;
    }
  order_corners (corners, ordered);
  for (guint i = 0; i < 4; i++)
    {
      guint at = (i + 4 - quarter_turns % 4) % 4;

      points[i] = (BjtControlPoint) { plan[mirror ? (5 - i) % 4 : i], bjt_mercator_unproject (ordered[at]), 1, TRUE };
    }
  return bjt_placement_new_from_points (kind, points, 4, mirror, NULL, error);
}

/* By hand */

static BjtPlacement *
dup_moved (const BjtPlacement *self,
           const BjtMatrix3   *change)
{
  BjtPlacement *moved = bjt_placement_copy (self);

  moved->matrix = bjt_matrix3_multiply (change, &self->matrix);
  moved->is_adjusted = TRUE;
  return moved;
}

BjtPlacement *
bjt_placement_dup_nudged (const BjtPlacement *self,
                          double              east,
                          double              north)
{
  BjtMatrix3 change = { { 1, 0, isfinite (east) ? east : 0, 0, 1, isfinite (north) ? north : 0, 0, 0, 1 } };

  return dup_moved (self, &change);
}

/* Turned by c + s i about where the pivot lies on the ground. */
static BjtPlacement *
dup_multiplied (const BjtPlacement *self,
                BjtPoint            pivot,
                double              c,
                double              s)
{
  BjtPoint   at = bjt_matrix3_apply (&self->matrix, pivot);
  BjtMatrix3 change = { { c, -s, at.x - c * at.x + s * at.y, s, c, at.y - s * at.x - c * at.y, 0, 0, 1 } };

  return isfinite (at.x) && isfinite (c) ? dup_moved (self, &change) : bjt_placement_copy (self);
}

BjtPlacement *
bjt_placement_dup_turned (const BjtPlacement *self,
                          BjtPoint            pivot,
                          double              angle)
{
  return dup_multiplied (self, pivot, cos (angle), sin (angle));
}

BjtPlacement *
bjt_placement_dup_scaled (const BjtPlacement *self,
                          BjtPoint            pivot,
                          double              factor,
                          GError            **error)
{
  if (factor > 0 && isfinite (factor) && is_sound_scale (bjt_placement_get_area_scale (self, pivot) * factor * factor))
    return dup_multiplied (self, pivot, factor, 0);
  g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_SINGULAR, "a plan can't be made %g times as large", factor);
  return NULL;
}

/* Looking */

BjtPlacementKind
bjt_placement_get_kind (const BjtPlacement *self)
{
  return self->kind;
}

const BjtControlPoint *
bjt_placement_get_points (const BjtPlacement *self,
                          guint              *n_points)
{
  *n_points = self->points->len;
  return (const BjtControlPoint *) (gpointer) self->points->data;
}

gboolean
bjt_placement_is_mirrored (const BjtPlacement *self)
{
  return bjt_matrix3_get_determinant (&self->matrix) < 0;
}

double
bjt_placement_get_area_scale (const BjtPlacement *self,
                              BjtPoint            plan)
{
  return fabs (bjt_matrix3_get_area_scale (&self->matrix, plan));
}

double
bjt_placement_measure (const BjtPlacement *self,
                       BjtPoint            a,
                       BjtPoint            b)
{
  BjtPoint from = bjt_matrix3_apply (&self->matrix, a), to = bjt_matrix3_apply (&self->matrix, b);

  return hypot (to.x - from.x, to.y - from.y);
}

static void
sum_up (BjtPlacementFit    *fit,
        const BjtPlacement *self,
        const GArray       *pairs)
{
  double squares = 0, weights = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const BjtPlacePair *pair = &g_array_index (pairs, BjtPlacePair, i);
      BjtPoint            at = bjt_matrix3_apply (&self->matrix, pair->from);

      fit->residuals[i] = hypot (at.x - pair->to.x, at.y - pair->to.y);
      if (!g_array_index (self->points, BjtControlPoint, i).is_used)
        continue;
      fit->n_used++;
      squares += pair->weight * fit->residuals[i] * fit->residuals[i];
      weights += pair->weight;
    }
  fit->freedom = 2 * (int) fit->n_used - (int) fit->n_parameters;
  fit->rmse = fit->n_used > 0 ? sqrt (squares / weights) : (double) NAN;
  fit->sigma = fit->freedom > 0 ? sqrt (squares / fit->freedom) : (double) NAN;
}

BjtPlacementFit *
bjt_placement_get_fit (const BjtPlacement *self)
{
  g_autoptr (GArray) pairs = make_pairs (self, FALSE, FALSE);
  BjtPlacementFit *fit = g_new0 (BjtPlacementFit, 1);

  fit->n_points = pairs->len;
  fit->residuals = g_new0 (double, pairs->len + 1);
  fit->n_parameters = self->is_adjusted ? 0 : kinds[self->kind].parameters;
  fit->suspect = BJT_PLACEMENT_NO_POINT;
  fit->rmse_without = (double) NAN;
  sum_up (fit, self, pairs);
  if (!self->is_adjusted)
    {
      g_autoptr (GArray) used = make_pairs (self, TRUE, self->kind == BJT_PLACEMENT_SIMILARITY && bjt_placement_is_mirrored (self));

      fit->suspect = bjt_place_pairs_find_suspect (self->kind, get_pairs (used), used->len, &fit->rmse_without);
    }
  return fit;
}

void
bjt_placement_fit_free (BjtPlacementFit *fit)
{
  if (fit == NULL)
    return;
  g_free (fit->residuals);
  g_free (fit);
}

/* Using */

int
bjt_placement_get_meridian (const BjtPlacement *self)
{
  return self->meridian;
}

BjtGround *
bjt_placement_new_ground (const BjtPlacement *self)
{
  return bjt_ground_new (self->meridian);
}

BjtPoint
bjt_placement_to_ground (const BjtPlacement *self,
                         BjtPoint            plan)
{
  BjtPoint at = bjt_matrix3_apply (&self->matrix, plan);

  return (BjtPoint) { at.x + self->origin.x, at.y + self->origin.y };
}

static BjtMatrix3
invert (const BjtMatrix3 *matrix)
{
  const double *m = matrix->m;
  double        d = bjt_matrix3_get_determinant (matrix);

  return (BjtMatrix3) { { (m[4] * m[8] - m[5] * m[7]) / d, (m[2] * m[7] - m[1] * m[8]) / d, (m[1] * m[5] - m[2] * m[4]) / d,
                          (m[5] * m[6] - m[3] * m[8]) / d, (m[0] * m[8] - m[2] * m[6]) / d, (m[2] * m[3] - m[0] * m[5]) / d,
                          (m[3] * m[7] - m[4] * m[6]) / d, (m[1] * m[6] - m[0] * m[7]) / d, (m[0] * m[4] - m[1] * m[3]) / d } };
}

BjtPoint
bjt_placement_from_ground (const BjtPlacement *self,
                           BjtPoint            metres)
{
  BjtMatrix3 back = invert (&self->matrix);

  return bjt_matrix3_apply (&back, (BjtPoint) { metres.x - self->origin.x, metres.y - self->origin.y });
}

BjtPoint
bjt_placement_to_lon_lat (const BjtPlacement *self,
                          BjtGround          *ground,
                          BjtPoint            plan)
{
  BjtPoint at = bjt_placement_to_ground (self, plan);

  return isfinite (at.x) ? bjt_ground_unproject (ground, at) : at;
}

BjtPoint
bjt_placement_from_lon_lat (const BjtPlacement *self,
                            BjtGround          *ground,
                            BjtPoint            lon_lat)
{
  return bjt_placement_from_ground (self, bjt_ground_project (ground, lon_lat));
}

typedef struct
{
  const BjtPlacement *placement;
  BjtGround          *ground;
} Mapping;

static BjtPoint
map_point (BjtPoint point,
           gpointer user_data)
{
  const Mapping *mapping = user_data;

  return bjt_placement_to_lon_lat (mapping->placement, mapping->ground, point);
}

BjtGeometry *
bjt_placement_dup_on_ground (const BjtPlacement *self,
                             BjtGround          *ground,
                             const BjtGeometry  *shape)
{
  Mapping      mapping = { self, ground };
  BjtGeometry *mapped = bjt_geometry_map (shape, map_point, &mapping);

  for (guint i = 0; i < mapped->n_points; i++)
    if (!isfinite (mapped->points[i].x) || !isfinite (mapped->points[i].y))
      {
        bjt_geometry_unref (mapped);
        return NULL;
      }
  return mapped;
}
