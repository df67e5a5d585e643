/* test-placement.c: placements against cases worked out by hand, and against
 * transforms that are known beforehand. */
#include "plan/bjt-placement.h"

#include <math.h>

#include "geo/bjt-mercator.h"

#define LON 129.7605
#define LAT 43.3200

/* A plan of known place: turned by @angle, @scale times as large, sheared and
 * slanted as asked, its origin at LON, LAT. */
typedef struct
{
  double angle, scale, shear, slant;
} Known;

static BjtControlPoint
make_point (BjtGround   *ground,
            const Known *known,
            double       x,
            double       y,
            double       east_off,
            double       north_off)
{
  BjtPoint start = bjt_ground_project (ground, (BjtPoint) { LON, LAT });
  double   w = 1 + known->slant * x, u = x + known->shear * y;
  double   c = cos (known->angle) * known->scale, s = sin (known->angle) * known->scale;
  BjtPoint at = { start.x + (u * c - y * s) / w + east_off, start.y + (u * s + y * c) / w + north_off };

  return (BjtControlPoint) { { x, y }, bjt_ground_unproject (ground, at), 1, TRUE };
}

static const BjtPoint spots[] = { { 0, 0 }, { 40, 0 }, { 40, 12 }, { 0, 12 }, { 20, 6 }, { 33, 2 } };

/* Noise of at most @noise metres each way. */
static void
make_points (const Known     *known,
             double           noise,
             guint32          seed,
             BjtControlPoint *points,
             guint            n)
{
  g_autoptr (BjtGround) ground = bjt_ground_new (LON);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    points[i] = make_point (ground, known, spots[i].x, spots[i].y, g_rand_double_range (rand, -1, 1) * noise, g_rand_double_range (rand, -1, 1) * noise);
}

static BjtPlacement *
place (BjtPlacementKind       kind,
       const BjtControlPoint *points,
       guint                  n)
{
  g_autoptr (GError) error = NULL;
  BjtPlacement *placement = bjt_placement_new_from_points (kind, points, n, FALSE, NULL, &error);

  g_assert_no_error (error);
  return placement;
}

/* Each kind finds the transform that made the points, and its inverse brings them back. */
static void
test_known (void)
{
  static const Known knowns[] = { { 0.7, 1, 0, 0 }, { -2.1, 0.98, 0.1, 0 }, { 3, 1.03, -0.05, 0.004 } };

  for (guint k = 0; k < BJT_N_PLACEMENT_KINDS; k++)
    for (guint n = bjt_placement_kind_get_parameters (k) / 2; n <= G_N_ELEMENTS (spots); n++)
      {
        BjtControlPoint points[G_N_ELEMENTS (spots)];
        g_autoptr (BjtPlacement) placement = NULL;
        g_autoptr (BjtPlacementFit) fit = NULL;
        g_autoptr (BjtGround) ground = NULL;

        make_points (&knowns[k], 0, 1, points, n);
        placement = place (k, points, n);
        fit = bjt_placement_get_fit (placement);
        ground = bjt_placement_new_ground (placement);
        g_assert_cmpint (fit->freedom, ==, (int) (2 * n - bjt_placement_kind_get_parameters (k)));
        g_assert_cmpfloat (fit->rmse, <, 1e-5);
        g_assert_cmpuint (fit->suspect, ==, BJT_PLACEMENT_NO_POINT);
        for (guint i = 0; i < n; i++)
          {
            BjtPoint back = bjt_placement_from_lon_lat (placement, ground, bjt_placement_to_lon_lat (placement, ground, spots[i]));

            g_assert_cmpfloat (fit->residuals[i], <, 1e-5);
            g_assert_cmpfloat_with_epsilon (back.x, spots[i].x, 1e-5);
            g_assert_cmpfloat_with_epsilon (back.y, spots[i].y, 1e-5);
          }
      }
}

/* A similarity of points that were a square and one corner is 1 m off: worked
 * out by hand. Plan (±10, ±10), ground the same but (10, 10) → (11, 10).
 * Centre moves (0.25, 0); a = Σ p·q / Σ |p|² = 810 / 800, b = Σ p×q / Σ |p|² = −10 / 800. */
static void
test_by_hand (void)
{
  static const BjtPoint corners[] = { { 10, 10 }, { -10, 10 }, { -10, -10 }, { 10, -10 } };
  const Known     same = { 0, 1, 0, 0 };
  const double    a = 810.0 / 800, b = -10.0 / 800;
  BjtControlPoint points[4];
  double          sum = 0;
  g_autoptr (BjtGround) ground = bjt_ground_new (LON);
  g_autoptr (BjtPlacement) placement = NULL;
  g_autoptr (BjtPlacementFit) fit = NULL;

  for (guint i = 0; i < 4; i++)
    points[i] = make_point (ground, &same, corners[i].x, corners[i].y, i == 0 ? 1 : 0, 0);
  placement = place (BJT_PLACEMENT_SIMILARITY, points, 4);
  fit = bjt_placement_get_fit (placement);
  for (guint i = 0; i < 4; i++)
    {
      double x = a * corners[i].x - b * corners[i].y + 0.25, y = b * corners[i].x + a * corners[i].y;
      double residual = hypot (x - corners[i].x - (i == 0 ? 1 : 0), y - corners[i].y);

      g_assert_cmpfloat_with_epsilon (fit->residuals[i], residual, 1e-5);
      sum += residual * residual;
    }
  g_assert_cmpfloat_with_epsilon (fit->rmse, sqrt (sum / 4), 1e-5);
  g_assert_cmpfloat_with_epsilon (fit->sigma, sqrt (sum / 4), 1e-5); /* 2·4 − 4 = 4 */
  g_assert_cmpint (fit->freedom, ==, 4);
  g_assert_cmpfloat_with_epsilon (bjt_placement_get_area_scale (placement, corners[0]), a * a + b * b, 1e-6);
  g_assert_cmpfloat_with_epsilon (bjt_placement_measure (placement, corners[0], corners[1]), 20 * hypot (a, b), 1e-5);
}

/* Noise neither grows nor is taken for a blunder. */
static void
test_noise (void)
{
  static const Known known = { 0.3, 1, 0, 0 };
  guint n_suspected = 0;

  for (guint seed = 1; seed <= 200; seed++)
    {
      BjtControlPoint points[6];
      g_autoptr (BjtPlacement) placement = NULL;
      g_autoptr (BjtPlacementFit) fit = NULL;

      make_points (&known, 0.2, seed, points, 6);
      placement = place (BJT_PLACEMENT_SIMILARITY, points, 6);
      fit = bjt_placement_get_fit (placement);
      g_assert_cmpfloat (fit->rmse, <, 0.2 * G_SQRT2);
      n_suspected += fit->suspect != BJT_PLACEMENT_NO_POINT;
    }
  g_assert_cmpuint (n_suspected, <=, 20); /* 5 % is what the test allows, on normal errors */
}

static void
test_suspect (void)
{
  static const Known known = { -0.4, 1, 0, 0 };
  BjtControlPoint points[6];
  g_autoptr (BjtPlacement) placement = NULL;
  g_autoptr (BjtPlacement) without = NULL;
  g_autoptr (BjtPlacementFit) fit = NULL;
  g_autoptr (BjtPlacementFit) better = NULL;

  make_points (&known, 0.05, 7, points, 6);
  points[2].lon_lat.x += 3e-5; /* 2.4 m */
  placement = place (BJT_PLACEMENT_SIMILARITY, points, 6);
  fit = bjt_placement_get_fit (placement);
  g_assert_cmpuint (fit->suspect, ==, 2);
  points[2].is_used = FALSE;
  without = place (BJT_PLACEMENT_SIMILARITY, points, 6);
  better = bjt_placement_get_fit (without);
  g_assert_cmpuint (better->n_used, ==, 5);
  g_assert_cmpint (better->freedom, ==, 6);
  g_assert_cmpfloat_with_epsilon (better->rmse, fit->rmse_without, 1e-9);
  g_assert_cmpfloat (better->residuals[2], >, 2); /* it still checks */
}

/* A heavy point is kept closer than a light one. */
static void
test_weight (void)
{
  static const Known known = { 0, 1, 0, 0 };
  BjtControlPoint points[4];
  g_autoptr (BjtPlacement) equal = NULL;
  g_autoptr (BjtPlacement) heavy = NULL;
  g_autoptr (BjtPlacementFit) a = NULL;
  g_autoptr (BjtPlacementFit) b = NULL;

  make_points (&known, 1, 3, points, 4);
  equal = place (BJT_PLACEMENT_SIMILARITY, points, 4);
  points[1].weight = 1000;
  heavy = place (BJT_PLACEMENT_SIMILARITY, points, 4);
  a = bjt_placement_get_fit (equal);
  b = bjt_placement_get_fit (heavy);
  g_assert_cmpfloat (b->residuals[1], <, a->residuals[1] / 50);
}

/* Refusals */

static void
assert_refused (BjtPlacementKind       kind,
                const BjtControlPoint *points,
                guint                  n,
                int                    code,
                guint32                first,
                guint32                second)
{
  BjtPlacementTrouble trouble;
  g_autoptr (GError) error = NULL;

  g_assert_null (bjt_placement_new_from_points (kind, points, n, FALSE, &trouble, &error));
  g_assert_error (error, BJT_PLACEMENT_ERROR, code);
  g_assert_cmpuint (trouble.first, ==, first);
  g_assert_cmpuint (trouble.second, ==, second);
}

static void
test_refusals (void)
{
  static const Known known = { 0.5, 1, 0, 0 };
  const guint32   none = BJT_PLACEMENT_NO_POINT;
  g_autoptr (BjtGround) ground = bjt_ground_new (LON);
  BjtControlPoint points[6], line[5];

  make_points (&known, 0, 1, points, 6);
  assert_refused (BJT_PLACEMENT_SIMILARITY, points, 0, BJT_PLACEMENT_ERROR_TOO_FEW, none, none);
  for (guint k = 0; k < BJT_N_PLACEMENT_KINDS; k++)
    assert_refused (k, points, bjt_placement_kind_get_parameters (k) / 2 - 1, BJT_PLACEMENT_ERROR_TOO_FEW, none, none);
  points[3].plan = points[1].plan;
  assert_refused (BJT_PLACEMENT_SIMILARITY, points, 6, BJT_PLACEMENT_ERROR_DUPLICATE, 1, 3);
  points[3].is_used = FALSE;
  bjt_placement_free (place (BJT_PLACEMENT_SIMILARITY, points, 6));
  points[3].plan = spots[3];
  points[3].lon_lat = points[0].lon_lat;
  points[3].is_used = TRUE;
  assert_refused (BJT_PLACEMENT_AFFINE, points, 6, BJT_PLACEMENT_ERROR_DUPLICATE, 0, 3);
  points[3].plan.y = (double) NAN;
  assert_refused (BJT_PLACEMENT_AFFINE, points, 6, BJT_PLACEMENT_ERROR_INVALID, 3, none);
  for (guint i = 0; i < 5; i++)
    line[i] = make_point (ground, &known, 5.0 * i, 3.0 * i, 0, 0);
  bjt_placement_free (place (BJT_PLACEMENT_SIMILARITY, line, 5));
  assert_refused (BJT_PLACEMENT_AFFINE, line, 5, BJT_PLACEMENT_ERROR_COLLINEAR, 4, 0);
  line[4] = make_point (ground, &known, 0, 20, 0, 0);
  bjt_placement_free (place (BJT_PLACEMENT_AFFINE, line, 5));
  assert_refused (BJT_PLACEMENT_PROJECTIVE, line + 1, 4, BJT_PLACEMENT_ERROR_COLLINEAR, 2, 0);
  assert_refused (BJT_PLACEMENT_PROJECTIVE, line, 5, BJT_PLACEMENT_ERROR_SINGULAR, none, none);
}

/* Two corners mixed up: only the plan's back would fit. */
static void
test_mirrored (void)
{
  for (guint k = 0; k < BJT_N_PLACEMENT_KINDS; k++)
    {
      static const Known known = { 0.5, 1, 0, 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (BjtPlacement) placement = NULL;
      g_autoptr (BjtPlacementFit) fit = NULL;
      BjtControlPoint points[6];

      make_points (&known, 0.01, 1, points, 6);
      for (guint i = 0; i < 6; i++)
        points[i].plan.x = 40 - points[i].plan.x;
      assert_refused (k, points, 6, BJT_PLACEMENT_ERROR_MIRRORED, BJT_PLACEMENT_NO_POINT, BJT_PLACEMENT_NO_POINT);
      placement = bjt_placement_new_from_points (k, points, 6, TRUE, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (bjt_placement_is_mirrored (placement));
      fit = bjt_placement_get_fit (placement);
      g_assert_cmpfloat (fit->rmse, <, 0.02);
      g_assert_cmpuint (fit->suspect, ==, BJT_PLACEMENT_NO_POINT);
    }
}

/* A wall of 12 m that runs due east. */
static void
test_length (void)
{
  const BjtPoint wall[2] = { { 1, 1 }, { 1, 5 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPlacement) placement = bjt_placement_new_from_length (wall, 12, 90, (BjtPoint) { LON, LAT }, &error);
  g_autoptr (BjtPlacementFit) fit = NULL;
  g_autoptr (BjtGround) ground = NULL;
  BjtPoint from, to;

  g_assert_no_error (error);
  ground = bjt_placement_new_ground (placement);
  from = bjt_placement_to_lon_lat (placement, ground, wall[0]);
  to = bjt_placement_to_lon_lat (placement, ground, wall[1]);
  fit = bjt_placement_get_fit (placement);
  g_assert_cmpint (fit->freedom, ==, 0);
  g_assert_true (isnan (fit->sigma));
  g_assert_cmpfloat_with_epsilon (from.x, LON, 1e-10);
  g_assert_cmpfloat_with_epsilon (to.y, LAT, 1e-8); /* along the parallel: a millimetre */
  g_assert_cmpfloat (to.x, >, LON);
  g_assert_cmpfloat_with_epsilon (bjt_placement_measure (placement, wall[0], wall[1]), 12, 1e-6);
  g_assert_cmpfloat_with_epsilon (bjt_placement_get_area_scale (placement, wall[0]), 9, 1e-6);
  g_assert_null (bjt_placement_new_from_length (wall, 0, 90, (BjtPoint) { LON, LAT }, NULL));
  g_assert_null (bjt_placement_new_from_length (wall, (double) NAN, 90, (BjtPoint) { LON, LAT }, NULL));
}

/* On a building of 40 m × 12 m that lies along the parallel. */
static void
test_footprint (void)
{
  const BjtBox outline = { 5, 5, 45, 17 }, square = { 0, 0, 26, 26 };
  const double metre = 1 / bjt_mercator_get_metres_per_unit (LAT);
  const BjtPoint nw = bjt_mercator_project ((BjtPoint) { LON, LAT });
  const BjtPoint corners[4] = { nw, { nw.x + 40 * metre, nw.y }, { nw.x + 40 * metre, nw.y + 12 * metre }, { nw.x, nw.y + 12 * metre } };

  for (guint turn = 0; turn < 4; turn++)
    for (guint mirror = 0; mirror < 2; mirror++)
      for (guint o = 0; o < 2; o++)
        {
          const BjtBox *box = o == 0 ? &outline : &square;
          BjtBox turned = turn % 2 == 0 ? *box : (BjtBox) { 0, 0, box->y2 - box->y1, box->x2 - box->x1 };
          g_autoptr (GError) error = NULL;
          g_autoptr (BjtPlacement) similar = bjt_placement_new_on_footprint (BJT_PLACEMENT_SIMILARITY, box, corners, turn, mirror == 1, &error);
          g_autoptr (BjtPlacement) stretched = bjt_placement_new_on_footprint (BJT_PLACEMENT_AFFINE, &turned, corners, turn, mirror == 1, NULL);
          g_autoptr (BjtPlacementFit) fit = NULL;
          g_autoptr (BjtPlacementFit) tight = NULL;

          g_assert_no_error (error);
          fit = bjt_placement_get_fit (similar);
          tight = bjt_placement_get_fit (stretched);
          g_assert_true (bjt_placement_is_mirrored (similar) == (mirror == 1));
          g_assert_cmpfloat (tight->rmse, <, 0.3); /* the map is a sphere, the ground is not */
          if (o == 0 && turn % 2 == 0)
            g_assert_cmpfloat (fit->rmse, <, 0.3);
          else
            g_assert_cmpfloat (fit->rmse, >, 1);
        }
}

/* Which way up: the plan's upper left corner after each quarter turn. */
static void
test_turns (void)
{
  const BjtBox outline = { 0, 0, 40, 40 };
  const double metre = 1 / bjt_mercator_get_metres_per_unit (LAT);
  const BjtPoint nw = bjt_mercator_project ((BjtPoint) { LON, LAT });
  const BjtPoint corners[4] = { nw, { nw.x + 40 * metre, nw.y }, { nw.x + 40 * metre, nw.y + 40 * metre }, { nw.x, nw.y + 40 * metre } };
  static const guint expected[] = { 0, 3, 2, 1 };

  for (guint turn = 0; turn < 4; turn++)
    {
      g_autoptr (BjtPlacement) placement = bjt_placement_new_on_footprint (BJT_PLACEMENT_SIMILARITY, &outline, corners, turn, FALSE, NULL);
      g_autoptr (BjtGround) ground = bjt_placement_new_ground (placement);
      BjtPoint at = bjt_mercator_project (bjt_placement_to_lon_lat (placement, ground, (BjtPoint) { 0, 40 }));

      g_assert_cmpfloat (hypot (at.x - corners[expected[turn]].x, at.y - corners[expected[turn]].y) / metre, <, 0.3);
    }
}

static void
test_by_hand_moves (void)
{
  static const Known known = { 0.2, 1, 0, 0 };
  const BjtPoint pivot = { 40, 12 };
  BjtControlPoint points[4];
  g_autoptr (BjtPlacement) placement = NULL;
  g_autoptr (BjtPlacement) nudged = NULL;
  g_autoptr (BjtPlacement) turned = NULL;
  g_autoptr (BjtPlacement) scaled = NULL;
  g_autoptr (BjtPlacementFit) fit = NULL;
  BjtPoint before, after, stays;

  make_points (&known, 0, 1, points, 4);
  placement = place (BJT_PLACEMENT_SIMILARITY, points, 4);
  nudged = bjt_placement_dup_nudged (placement, 0.5, -0.25);
  before = bjt_placement_to_ground (placement, pivot);
  after = bjt_placement_to_ground (nudged, pivot);
  g_assert_cmpfloat_with_epsilon (after.x - before.x, 0.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y - before.y, -0.25, 1e-6);
  fit = bjt_placement_get_fit (nudged);
  g_assert_cmpuint (fit->n_parameters, ==, 0);
  g_assert_cmpfloat_with_epsilon (fit->rmse, hypot (0.5, 0.25), 1e-5);
  turned = bjt_placement_dup_turned (nudged, pivot, G_PI / 2);
  stays = bjt_placement_to_ground (turned, pivot);
  g_assert_cmpfloat_with_epsilon (hypot (stays.x - after.x, stays.y - after.y), 0, 1e-6);
  scaled = bjt_placement_dup_scaled (turned, pivot, 2, NULL);
  g_assert_cmpfloat_with_epsilon (bjt_placement_get_area_scale (scaled, pivot), 4, 1e-6);
  g_assert_null (bjt_placement_dup_scaled (turned, pivot, 0, NULL));
  g_assert_null (bjt_placement_dup_scaled (turned, pivot, (double) NAN, NULL));
}

/* Save → load → the same; damaged: refused. */
static void
test_json (void)
{
  static const Known known = { 3, 1.03, -0.05, 0.004 };
  static const char *const damaged[] = {
    "", "{", "[]", "null", "{\"kind\":\"similarity\"}", "{\"kind\":3}",
    "{\"kind\":\"similarity\",\"meridian\":129,\"origin\":[1,2],\"matrix\":[0,0,0,0,0,0,0,0,1],\"points\":[]}",
    "{\"kind\":\"similarity\",\"meridian\":129,\"origin\":[1,2],\"matrix\":[1,0,0,0,1,0,0,0],\"points\":[]}",
    "{\"kind\":\"similarity\",\"meridian\":129,\"origin\":[1,\"x\"],\"matrix\":[1,0,0,0,1,0,0,0,1],\"points\":[]}",
    "{\"kind\":\"similarity\",\"meridian\":1290,\"origin\":[1,2],\"matrix\":[1,0,0,0,1,0,0,0,1],\"points\":[]}",
    "{\"kind\":\"similarity\",\"meridian\":129,\"origin\":[1,2],\"matrix\":[1,0,0,0,1,0,0,0,1e300],\"points\":[]}",
    "{\"kind\":\"similarity\",\"meridian\":129,\"origin\":[1,2],\"matrix\":[1,0,0,0,1,0,0,0,1],\"points\":[1]}",
    "{\"kind\":\"similarity\",\"meridian\":129,\"origin\":[1,2],\"matrix\":[1,0,0,0,1,0,0,0,1],\"points\":{}}",
  };
  BjtControlPoint points[6];
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPlacement) placement = NULL;
  g_autoptr (BjtPlacement) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *second = NULL;

  make_points (&known, 0.1, 1, points, 6);
  points[5].is_used = FALSE;
  points[4].weight = 2.5;
  placement = place (BJT_PLACEMENT_PROJECTIVE, points, 6);
  json = bjt_placement_to_json (placement);
  again = bjt_placement_new_from_json (json, &error);
  g_assert_no_error (error);
  second = bjt_placement_to_json (again);
  g_assert_cmpstr (json, ==, second);
  g_assert_null (bjt_placement_new_from_json (NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) failure = NULL;

      g_assert_null (bjt_placement_new_from_json (damaged[i], &failure));
      g_assert_error (failure, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID);
    }
}

/* Beyond the horizon of a slanted plan there is no place. */
static void
test_horizon (void)
{
  static const Known known = { 0, 1, 0, -0.02 };
  BjtControlPoint points[6];
  g_autoptr (BjtPlacement) placement = NULL;
  g_autoptr (BjtGround) ground = NULL;
  g_autoptr (BjtGeometry) near = bjt_geometry_new_polygon (spots, 4);
  g_autoptr (BjtGeometry) far = bjt_geometry_new_line ((const BjtPoint[]) { { 0, 0 }, { 90, 0 } }, 2);
  g_autoptr (BjtGeometry) shown = NULL;

  make_points (&known, 0, 1, points, 6);
  placement = place (BJT_PLACEMENT_PROJECTIVE, points, 6);
  ground = bjt_placement_new_ground (placement);
  shown = bjt_placement_dup_on_ground (placement, ground, near);
  g_assert_nonnull (shown);
  g_assert_true (bjt_geometry_contains (shown, LON + 2e-4, LAT + 5e-5));
  g_assert_null (bjt_placement_dup_on_ground (placement, ground, far));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placement/known", test_known);
  g_test_add_func ("/placement/by-hand", test_by_hand);
  g_test_add_func ("/placement/noise", test_noise);
  g_test_add_func ("/placement/suspect", test_suspect);
  g_test_add_func ("/placement/weight", test_weight);
  g_test_add_func ("/placement/refusals", test_refusals);
  g_test_add_func ("/placement/mirrored", test_mirrored);
  g_test_add_func ("/placement/length", test_length);
  g_test_add_func ("/placement/footprint", test_footprint);
  g_test_add_func ("/placement/turns", test_turns);
  g_test_add_func ("/placement/moves", test_by_hand_moves);
  g_test_add_func ("/placement/json", test_json);
  g_test_add_func ("/placement/horizon", test_horizon);
  return g_test_run ();
}
