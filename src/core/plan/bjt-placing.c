/* bjt-placing.c: pairs, a footprint or a wall give a placement, which may then be
 * moved by hand. Each change solves anew: at once for the dozens of points that
 * a person sets. */
#include "bjt-placing.h"

#include <math.h>

#include "geo/bjt-mercator.h"

#define NO_POINT BJT_PLACEMENT_NO_POINT

struct _BjtPlacing
{
  GObject parent_instance;

  /* Owned */
  GArray          *pairs;     /* BjtPlacingPair */
  BjtPlacement    *before;    /* NULL: the plan is nowhere yet */
  BjtPlacement    *basis;     /* what follows; NULL: nothing yet */
  BjtPlacement    *placement; /* and moved by hand */
  BjtPlacementFit *fit;
  BjtGround       *ground;
  GError          *error;

  /* State */
  BjtBox              outline;
  gboolean            has_footprint;
  BjtPoint            corners[4]; /* Mercator */
  BjtPlacingMode      mode;
  BjtPlacementKind    kind;
  gboolean            may_mirror;
  guint               quarters;
  BjtPoint            wall[2];
  double              wall_length;
  double              wall_bearing;
  BjtPoint            wall_at;
  double              east, north, angle, factor; /* by hand */
  gboolean            is_changed;
  BjtPlacementTrouble trouble;
};

G_DEFINE_FINAL_TYPE (BjtPlacing, bjt_placing, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static BjtPlacingPair *
get_pair (BjtPlacing *self,
          guint       pair)
{
  g_assert (pair < self->pairs->len);
  return &g_array_index (self->pairs, BjtPlacingPair, pair);
}

static gboolean
is_whole (const BjtPlacingPair *pair)
{
  return pair->has_plan && pair->has_ground;
}

static BjtPoint
get_middle (const BjtPlacing *self)
{
  return (BjtPoint) { (self->outline.x1 + self->outline.x2) / 2, (self->outline.y1 + self->outline.y2) / 2 };
}

/* Solving */

/* The whole pairs; @numbers: which pair each point is. */
static GArray *
list_points (BjtPlacing *self,
             GArray     *numbers)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BjtControlPoint));

  for (guint i = 0; i < self->pairs->len; i++)
    if (is_whole (get_pair (self, i)))
      {
        g_array_append_val (points, get_pair (self, i)->point);
        g_array_append_val (numbers, i);
      }
  return points;
}

static guint32
find_number (const GArray *numbers,
             guint32       point)
{
  return point < numbers->len ? g_array_index (numbers, guint, point) : NO_POINT;
}

static BjtPlacement *
solve_points (BjtPlacing *self)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) points = list_points (self, numbers);
  BjtPlacement *placement;

  if (!bjt_placing_has_points_for (self, self->kind))
    return NULL; /* more are to come: nothing is wrong */
  placement = bjt_placement_new_from_points (self->kind, (const BjtControlPoint *) (gpointer) points->data, points->len, self->may_mirror,
                                             &self->trouble, &self->error);
  self->trouble.first = find_number (numbers, self->trouble.first);
  self->trouble.second = find_number (numbers, self->trouble.second);
  return placement;
}

static BjtPlacement *
solve_basis (BjtPlacing *self)
{
  switch (self->mode)
    {
    case BJT_PLACING_ON_FOOTPRINT:
      return bjt_placement_new_on_footprint (self->kind == BJT_PLACEMENT_PROJECTIVE ? BJT_PLACEMENT_AFFINE : self->kind, &self->outline, self->corners,
                                             self->quarters, self->may_mirror, &self->error);
    case BJT_PLACING_BY_WALL:
      return bjt_placement_new_from_length (self->wall, self->wall_length, self->wall_bearing, self->wall_at, &self->error);
    case BJT_PLACING_AS_IT_WAS:
      return self->before != NULL ? bjt_placement_copy (self->before) : NULL;
    case BJT_PLACING_BY_POINTS:
    default:
      return solve_points (self);
    }
}

static BjtPlacement *
move_by_hand (BjtPlacing *self)
{
  g_autoptr (BjtPlacement) nudged = NULL;
  g_autoptr (BjtPlacement) turned = NULL;
  g_autoptr (BjtPlacement) scaled = NULL;

  if (self->east == 0 && self->north == 0 && self->angle == 0 && self->factor == 1)
    return bjt_placement_copy (self->basis);
  nudged = bjt_placement_dup_nudged (self->basis, self->east, self->north);
  turned = bjt_placement_dup_turned (nudged, get_middle (self), self->angle);
  if (self->factor != 1)
    scaled = bjt_placement_dup_scaled (turned, get_middle (self), self->factor, &self->error);
  return scaled != NULL ? g_steal_pointer (&scaled) : g_steal_pointer (&turned);
}

static void
solve (BjtPlacing *self)
{
  g_clear_pointer (&self->basis, bjt_placement_free);
  g_clear_pointer (&self->placement, bjt_placement_free);
  g_clear_pointer (&self->fit, bjt_placement_fit_free);
  g_clear_pointer (&self->ground, bjt_ground_free);
  g_clear_error (&self->error);
  self->trouble = (BjtPlacementTrouble) { NO_POINT, NO_POINT };
  self->basis = solve_basis (self);
  if (self->basis == NULL)
    return;
  self->placement = move_by_hand (self);
  self->fit = bjt_placement_get_fit (self->placement);
  self->ground = bjt_placement_new_ground (self->placement);
}

static void
change (BjtPlacing *self)
{
  self->is_changed = TRUE;
  solve (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget_hand (BjtPlacing *self)
{
  self->east = self->north = self->angle = 0;
  self->factor = 1;
}

/* Points are where the eye has put them: what the hand did before is over. */
static void
change_points (BjtPlacing *self)
{
  self->mode = BJT_PLACING_BY_POINTS;
  forget_hand (self);
  change (self);
}

/* Pairs */

guint
bjt_placing_get_n_pairs (BjtPlacing *self)
{
  return self->pairs->len;
}

const BjtPlacingPair *
bjt_placing_get_pair (BjtPlacing *self,
                      guint       pair)
{
  return get_pair (self, pair);
}

/* The last pair may be half. */
static BjtPlacingPair *
take_half (BjtPlacing *self)
{
  BjtPlacingPair pair = { .point = { .weight = 1, .is_used = TRUE } };

  if (self->pairs->len > 0 && !is_whole (get_pair (self, self->pairs->len - 1)))
    return get_pair (self, self->pairs->len - 1);
  if (self->pairs->len >= BJT_PLACEMENT_MAX_POINTS)
    return NULL;
  g_array_append_val (self->pairs, pair);
  return get_pair (self, self->pairs->len - 1);
}

guint
bjt_placing_add_plan_end (BjtPlacing *self,
                          BjtPoint    plan)
{
  BjtPlacingPair *pair = take_half (self);

  if (pair == NULL)
    return NO_POINT;
  pair->point.plan = plan;
  pair->has_plan = TRUE;
  change_points (self);
  return self->pairs->len - 1;
}

guint
bjt_placing_add_ground_end (BjtPlacing *self,
                            BjtPoint    lon_lat)
{
  BjtPlacingPair *pair = take_half (self);

  if (pair == NULL)
    return NO_POINT;
  pair->point.lon_lat = lon_lat;
  pair->has_ground = TRUE;
  change_points (self);
  return self->pairs->len - 1;
}

void
bjt_placing_move_plan_end (BjtPlacing *self,
                           guint       pair,
                           BjtPoint    plan)
{
  get_pair (self, pair)->point.plan = plan;
  change_points (self);
}

void
bjt_placing_move_ground_end (BjtPlacing *self,
                             guint       pair,
                             BjtPoint    lon_lat)
{
  get_pair (self, pair)->point.lon_lat = lon_lat;
  change_points (self);
}

void
bjt_placing_remove_pair (BjtPlacing *self,
                         guint       pair)
{
  g_return_if_fail (pair < self->pairs->len);
  g_array_remove_index (self->pairs, pair);
  change_points (self);
}

void
bjt_placing_drop_half (BjtPlacing *self)
{
  if (self->pairs->len > 0 && !is_whole (get_pair (self, self->pairs->len - 1)))
    bjt_placing_remove_pair (self, self->pairs->len - 1);
}

void
bjt_placing_set_used (BjtPlacing *self,
                      guint       pair,
                      gboolean    is_used)
{
  if (get_pair (self, pair)->point.is_used == is_used)
    return;
  get_pair (self, pair)->point.is_used = is_used;
  change_points (self);
}

guint
bjt_placing_count_used (BjtPlacing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->pairs->len; i++)
    n += is_whole (get_pair (self, i)) && get_pair (self, i)->point.is_used;
  return n;
}

/* How */

void
bjt_placing_set_kind (BjtPlacing      *self,
                      BjtPlacementKind kind)
{
  if (self->kind == kind)
    return;
  self->kind = kind;
  if (self->mode == BJT_PLACING_AS_IT_WAS && self->pairs->len > 0)
    self->mode = BJT_PLACING_BY_POINTS;
  change (self);
}

BjtPlacementKind
bjt_placing_get_kind (BjtPlacing *self)
{
  return self->kind;
}

gboolean
bjt_placing_has_points_for (BjtPlacing      *self,
                            BjtPlacementKind kind)
{
  return bjt_placing_count_used (self) * 2 >= bjt_placement_kind_get_parameters (kind);
}

BjtPlacingMode
bjt_placing_get_mode (BjtPlacing *self)
{
  return self->mode;
}

gboolean
bjt_placing_has_footprint (BjtPlacing *self)
{
  return self->has_footprint;
}

void
bjt_placing_lay_on_footprint (BjtPlacing *self)
{
  g_return_if_fail (self->has_footprint);
  self->mode = BJT_PLACING_ON_FOOTPRINT;
  forget_hand (self);
  change (self);
}

void
bjt_placing_turn_quarter (BjtPlacing *self,
                          int         quarters)
{
  if (self->mode == BJT_PLACING_ON_FOOTPRINT)
    self->quarters = (guint) (((int) self->quarters + quarters) % 4 + 4) % 4;
  else
    self->angle += quarters * G_PI / 2;
  change (self);
}

void
bjt_placing_mirror (BjtPlacing *self)
{
  self->may_mirror = !self->may_mirror;
  change (self);
}

gboolean
bjt_placing_is_mirrored (BjtPlacing *self)
{
  return self->may_mirror;
}

/**
 * bjt_placing_lay_along:
 *
 * One drag: two pairs, the ends of the plan's lower side.
 */
void
bjt_placing_lay_along (BjtPlacing *self,
                       BjtPoint    from,
                       BjtPoint    to)
{
  const BjtPlacingPair pairs[2] = {
    { { { self->outline.x1, self->outline.y1 }, from, 1, TRUE }, TRUE, TRUE },
    { { { self->outline.x2, self->outline.y1 }, to, 1, TRUE }, TRUE, TRUE },
  };

  g_array_set_size (self->pairs, 0);
  g_array_append_vals (self->pairs, pairs, 2);
  self->kind = BJT_PLACEMENT_SIMILARITY;
  change_points (self);
}

void
bjt_placing_lay_wall (BjtPlacing    *self,
                      const BjtPoint wall[2],
                      double         length,
                      double         bearing,
                      BjtPoint       lon_lat)
{
  self->wall[0] = wall[0];
  self->wall[1] = wall[1];
  self->wall_length = length;
  self->wall_bearing = bearing;
  self->wall_at = lon_lat;
  self->mode = BJT_PLACING_BY_WALL;
  forget_hand (self);
  change (self);
}

/* By hand */

void
bjt_placing_nudge (BjtPlacing *self,
                   double      east,
                   double      north)
{
  self->east += east;
  self->north += north;
  change (self);
}

void
bjt_placing_drag (BjtPlacing *self,
                  BjtPoint    from,
                  BjtPoint    to)
{
  BjtPoint a, b;

  if (self->ground == NULL)
    return;
  a = bjt_ground_project (self->ground, bjt_mercator_unproject (from));
  b = bjt_ground_project (self->ground, bjt_mercator_unproject (to));
  bjt_placing_nudge (self, b.x - a.x, b.y - a.y);
}

void
bjt_placing_turn (BjtPlacing *self,
                  double      angle)
{
  self->angle = remainder (self->angle + angle, 2 * G_PI);
  change (self);
}

void
bjt_placing_scale (BjtPlacing *self,
                   double      factor)
{
  g_return_if_fail (factor > 0);
  self->factor = fmin (fmax (self->factor * factor, 0.01), 100);
  change (self);
}

/* What follows */

const BjtPlacement *
bjt_placing_get_placement (BjtPlacing *self)
{
  return self->placement;
}

const BjtPlacementFit *
bjt_placing_get_fit (BjtPlacing *self)
{
  return self->fit;
}

const GError *
bjt_placing_get_error (BjtPlacing *self)
{
  return self->error;
}

BjtPlacementTrouble
bjt_placing_get_trouble (BjtPlacing *self)
{
  return self->trouble;
}

/* Points of a placement are the whole pairs in their order. */
static guint32
find_pair_of_point (BjtPlacing *self,
                    guint32     point)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (is_whole (get_pair (self, i)) && point-- == 0)
      return i;
  return NO_POINT;
}

guint32
bjt_placing_get_suspect (BjtPlacing *self)
{
  if (self->fit == NULL || self->mode != BJT_PLACING_BY_POINTS || self->fit->suspect == NO_POINT)
    return NO_POINT;
  return find_pair_of_point (self, self->fit->suspect);
}

/* Points of a pair are judged by any placement, as of a footprint. */
double
bjt_placing_get_residual (BjtPlacing *self,
                          guint       pair)
{
  const BjtPlacingPair *of = get_pair (self, pair);
  BjtPoint there, here;

  if (self->placement == NULL || !is_whole (of))
    return (double) NAN;
  there = bjt_placement_to_ground (self->placement, of->point.plan);
  here = bjt_ground_project (self->ground, of->point.lon_lat);
  return hypot (there.x - here.x, there.y - here.y);
}

gboolean
bjt_placing_is_changed (BjtPlacing *self)
{
  return self->is_changed && self->placement != NULL;
}

char *
bjt_placing_dup_json (BjtPlacing *self)
{
  return self->placement != NULL ? bjt_placement_to_json (self->placement) : NULL;
}

BjtBox
bjt_placing_get_outline (BjtPlacing *self)
{
  return self->outline;
}

BjtPoint
bjt_placing_to_mercator (BjtPlacing *self,
                         BjtPoint    plan)
{
  BjtPoint lon_lat = { (double) NAN, (double) NAN };

  if (self->placement != NULL)
    lon_lat = bjt_placement_to_lon_lat (self->placement, self->ground, plan);
  return isfinite (lon_lat.x) ? bjt_mercator_project (lon_lat) : lon_lat;
}

BjtPoint
bjt_placing_from_mercator (BjtPlacing *self,
                           BjtPoint    mercator)
{
  if (self->placement == NULL)
    return (BjtPoint) { (double) NAN, (double) NAN };
  return bjt_placement_from_lon_lat (self->placement, self->ground, bjt_mercator_unproject (mercator));
}

/* The object */

static void
bjt_placing_finalize (GObject *object)
{
  BjtPlacing *self = BJT_PLACING (object);

  g_array_unref (self->pairs);
  g_clear_pointer (&self->before, bjt_placement_free);
  g_clear_pointer (&self->basis, bjt_placement_free);
  g_clear_pointer (&self->placement, bjt_placement_free);
  g_clear_pointer (&self->fit, bjt_placement_fit_free);
  g_clear_pointer (&self->ground, bjt_ground_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (bjt_placing_parent_class)->finalize (object);
}

static void
bjt_placing_class_init (BjtPlacingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_placing_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_placing_init (BjtPlacing *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (BjtPlacingPair));
  self->factor = 1;
}

/* The points it was made from are pairs again. */
static void
take_before (BjtPlacing *self)
{
  guint n;
  const BjtControlPoint *points = bjt_placement_get_points (self->before, &n);

  for (guint i = 0; i < n; i++)
    {
      BjtPlacingPair pair = { points[i], TRUE, TRUE };

      g_array_append_val (self->pairs, pair);
    }
  self->kind = bjt_placement_get_kind (self->before);
  self->may_mirror = bjt_placement_is_mirrored (self->before);
  self->mode = BJT_PLACING_AS_IT_WAS;
}

/**
 * bjt_placing_new:
 * @outline: of the plan, metres
 * @corners: (nullable): of the building's rectangle
 * @json: (nullable): the placement there is
 */
BjtPlacing *
bjt_placing_new (const BjtBox  *outline,
                 const BjtPoint corners[4],
                 const char    *json)
{
  BjtPlacing *self = g_object_new (BJT_TYPE_PLACING, NULL);

  self->outline = *outline;
  self->has_footprint = corners != NULL && isfinite (corners[0].x) && bjt_geometry_get_signed_area (corners, 4) != 0;
  for (guint i = 0; i < 4 && self->has_footprint; i++)
    self->corners[i] = corners[i];
  self->before = json != NULL ? bjt_placement_new_from_json (json, NULL) : NULL;
  if (self->before != NULL)
    take_before (self);
  solve (self);
  return self;
}
