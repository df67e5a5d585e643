/* test-coverage.c: polygons that share their borders, whatever is done to them. */
#include <math.h>

#include "geo/bjt-coverage.h"
#include "geo/bjt-mercator.h"

#define LONGITUDE 129.76
#define LATITUDE 43.32
#define SLACK 2.0 /* m²: metres are measured a little further north */

/* Metres east and north of a place, as longitude and latitude. */
static BjtPoint
at (double east,
    double north)
{
  double   metres = bjt_mercator_get_metres_per_unit (LATITUDE);
  BjtPoint origin = bjt_mercator_project ((BjtPoint) { LONGITUDE, LATITUDE });

  return bjt_mercator_unproject ((BjtPoint) { origin.x + east / metres, origin.y - north / metres });
}

static BjtPoint
place (double east,
       double north)
{
  return bjt_mercator_project (at (east, north));
}

static BjtGeometry *
box (double x1,
     double y1,
     double x2,
     double y2)
{
  const BjtPoint ring[] = { at (x1, y1), at (x2, y1), at (x2, y2), at (x1, y2) };

  return bjt_geometry_new_polygon (ring, 4);
}

/* Columns × rows of 100 m squares, borders off by up to @noise metres. */
static BjtCoverage *
new_board (guint  n_columns,
           guint  n_rows,
           double noise,
           GRand *rand)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_geometry_unref);

  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      {
        double dx = noise > 0 ? g_rand_double_range (rand, -noise, noise) : 0;

        g_ptr_array_add (shapes, box (c * 100.0 + dx, r * 100.0 - dx, c * 100.0 + 100 + dx, r * 100.0 + 100 - dx));
      }
  return bjt_coverage_new ((const BjtGeometry *const *) shapes->pdata, shapes->len, BJT_COVERAGE_TOLERANCE);
}

static guint
count_flaws (BjtCoverage *coverage)
{
  g_autoptr (GArray) flaws = bjt_coverage_list_flaws (coverage);

  return flaws->len;
}

static double
sum_area (const BjtCoverage *coverage)
{
  double area = 0;

  for (guint f = 0; f < bjt_coverage_get_n_faces (coverage); f++)
    area += bjt_coverage_get_area (coverage, f);
  return area;
}

static guint
count_containing (const BjtCoverage *coverage,
                  BjtPoint           where)
{
  guint n = 0;

  for (guint f = 0; f < bjt_coverage_get_n_faces (coverage); f++)
    n += bjt_coverage_contains (coverage, f, where);
  return n;
}

static void
welds_what_nearly_fits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (BjtCoverage) exact = new_board (3, 3, 0, rand);
  g_autoptr (BjtCoverage) sloppy = new_board (3, 3, 0.02, rand);

  g_assert_cmpuint (bjt_coverage_get_n_vertices (exact), ==, 16);
  g_assert_cmpuint (bjt_coverage_get_n_vertices (sloppy), ==, 16);
  g_assert_cmpuint (count_flaws (sloppy), ==, 0);
  g_assert_true (bjt_coverage_are_neighbours (sloppy, 0, 1));
  g_assert_false (bjt_coverage_are_neighbours (sloppy, 0, 4)); /* a corner is no border */
  g_assert_false (bjt_coverage_is_changed (sloppy, 0));
}

/* What is not moved comes back bit by bit. */
static void
keeps_what_it_read (void)
{
  g_autoptr (BjtGeometry) shape = box (0, 0, 40, 30);
  const BjtGeometry *shapes[] = { shape };
  g_autoptr (BjtCoverage) coverage = bjt_coverage_new (shapes, 1, BJT_COVERAGE_TOLERANCE);
  g_autoptr (BjtGeometry) back = bjt_coverage_dup_boundary (coverage, 0);

  g_assert_cmpmem (shape->points, shape->n_points * sizeof (BjtPoint), back->points, back->n_points * sizeof (BjtPoint));
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (coverage, 0), 1200, 0.1);
}

/* A long side beside two short ones: its neighbours' corner moves it too. */
static void
corner_on_a_side_is_shared (void)
{
  g_autoptr (BjtGeometry) left = box (0, 0, 100, 100);
  g_autoptr (BjtGeometry) low = box (100, 0, 200, 40);
  g_autoptr (BjtGeometry) high = box (100, 40, 200, 100);
  const BjtGeometry *shapes[] = { left, low, high };
  g_autoptr (BjtCoverage) coverage = bjt_coverage_new (shapes, 3, BJT_COVERAGE_TOLERANCE);
  g_autoptr (GError) error = NULL;
  guint32 vertex = bjt_coverage_find_vertex (coverage, place (100, 40), 1);

  g_assert_cmpuint (vertex, !=, BJT_COVERAGE_NONE);
  g_assert_true (bjt_coverage_has_corner (coverage, 0, vertex));
  g_assert_true (bjt_coverage_move_vertex (coverage, vertex, place (80, 40), &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (coverage, 0), 9000, SLACK);
  g_assert_cmpuint (count_flaws (coverage), ==, 0);
  g_assert_false (bjt_coverage_remove_vertex (coverage, vertex, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_BORDERS_MEET);
}

static void
inserts_and_removes (void)
{
  g_autoptr (BjtCoverage) board = new_board (2, 1, 0, NULL);
  g_autoptr (GError) error = NULL;
  BjtCoverageEdge edge;
  guint32         vertex;

  g_assert_false (bjt_coverage_find_edge (board, place (50, 50), 10, &edge));
  g_assert_true (bjt_coverage_find_edge (board, place (98, 50), 10, &edge));
  vertex = bjt_coverage_insert_vertex (board, &edge);
  g_assert_true (bjt_coverage_has_corner (board, 0, vertex) && bjt_coverage_has_corner (board, 1, vertex));
  g_assert_true (bjt_coverage_move_vertex (board, vertex, place (60, 50), &error));
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (board, 0), 8000, SLACK);
  g_assert_true (bjt_coverage_remove_vertex (board, vertex, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (board, 0), 10000, SLACK);
  g_assert_false (bjt_coverage_has_vertex (board, vertex));
}

static void
refuses_to_cross_itself (void)
{
  g_autoptr (BjtCoverage) board = new_board (1, 1, 0, NULL);
  g_autoptr (BjtGeometry) before = bjt_coverage_dup_boundary (board, 0);
  g_autoptr (BjtGeometry) after = NULL;
  g_autoptr (GError) error = NULL;
  guint32  vertex = bjt_coverage_find_vertex (board, place (0, 0), 1);
  BjtPoint trouble;

  g_assert_false (bjt_coverage_move_vertex (board, vertex, place (150, 50), &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_CROSSES_ITSELF);
  trouble = bjt_coverage_get_trouble (board);
  g_assert_cmpfloat_with_epsilon ((trouble.x - place (100, 0).x) * bjt_coverage_get_metres (board), 0, 0.01);
  after = bjt_coverage_dup_boundary (board, 0);
  g_assert_cmpmem (before->points, 4 * sizeof (BjtPoint), after->points, after->n_points * sizeof (BjtPoint));
}

/* A corner pulled onto another closes the gap. */
static void
closes_a_gap (void)
{
  g_autoptr (BjtGeometry) a = box (0, 0, 100, 100);
  g_autoptr (BjtGeometry) b = box (103, 0, 200, 100);
  const BjtGeometry *shapes[] = { a, b };
  g_autoptr (BjtCoverage) coverage = bjt_coverage_new (shapes, 2, BJT_COVERAGE_TOLERANCE);
  g_autoptr (GArray) flaws = bjt_coverage_list_flaws (coverage);

  g_assert_cmpuint (flaws->len, ==, 1);
  g_assert_cmpint (g_array_index (flaws, BjtFlaw, 0).kind, ==, BJT_FLAW_GAP);
  g_assert_cmpfloat_with_epsilon (g_array_index (flaws, BjtFlaw, 0).area, 300, 15);
  for (guint i = 0; i < 2; i++)
    {
      guint32 vertex = bjt_coverage_find_vertex (coverage, place (103, i * 100.0), 1);

      g_assert_true (bjt_coverage_move_vertex (coverage, vertex, place (100.05, i * 100.0), NULL));
    }
  g_assert_true (bjt_coverage_are_neighbours (coverage, 0, 1));
  g_assert_cmpuint (count_flaws (coverage), ==, 0);
}

static void
splits_in_two (void)
{
  g_autoptr (BjtCoverage) board = new_board (2, 1, 0, NULL);
  g_autoptr (GError) error = NULL;
  const BjtPoint line[] = { place (-10, 30), place (50, 30), place (100, 70) };
  const BjtPoint inside[] = { place (10, 10), place (90, 90) };
  guint32        piece;

  g_assert_false (bjt_coverage_split (board, 0, inside, 2, &piece, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_NOT_CUT);
  g_clear_error (&error);
  g_assert_true (bjt_coverage_split (board, 0, line, 3, &piece, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (piece, ==, 2);
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (board, 0) + bjt_coverage_get_area (board, piece), 10000, SLACK);
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (board, piece), 4000, SLACK);
  g_assert_true (bjt_coverage_are_neighbours (board, 0, piece));
  g_assert_true (bjt_coverage_are_neighbours (board, 1, piece)); /* the end of the line stands in the neighbour's side */
  g_assert_cmpuint (count_flaws (board), ==, 0);
}

static void
refuses_more_pieces (void)
{
  g_autoptr (BjtCoverage) board = new_board (1, 1, 0, NULL);
  g_autoptr (GError) error = NULL;
  const BjtPoint zigzag[] = { place (-10, 20), place (110, 20), place (110, 60), place (-10, 60) };
  const BjtPoint along[] = { place (-10, 0.004), place (110, 0.004) };
  guint32        piece;

  g_assert_false (bjt_coverage_split (board, 0, zigzag, 4, &piece, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_TOO_MANY_PIECES);
  g_clear_error (&error);
  g_assert_false (bjt_coverage_split (board, 0, along, 2, &piece, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_TOO_SMALL);
  g_assert_cmpuint (bjt_coverage_get_n_faces (board), ==, 1);
}

static void
merges_neighbours (void)
{
  g_autoptr (BjtCoverage) board = new_board (2, 2, 0, NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_false (bjt_coverage_merge (board, 0, 3, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_NOT_NEIGHBOURS);
  g_clear_error (&error);
  g_assert_true (bjt_coverage_merge (board, 0, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (board, 0), 20000, SLACK);
  g_assert_cmpuint (bjt_coverage_get_n_rings (board, 1), ==, 0);
  bjt_coverage_get_ring (board, 0, 0, &n);
  g_assert_cmpuint (n, ==, 5); /* the corner of the two to the north stays */
  g_assert_cmpuint (count_flaws (board), ==, 0);
}

static void
draws_on_free_ground (void)
{
  g_autoptr (BjtCoverage) board = new_board (1, 1, 0, NULL);
  g_autoptr (GError) error = NULL;
  const BjtPoint over[] = { place (50, 20), place (180, 20), place (180, 80), place (50, 80) };
  const BjtPoint within[] = { place (20, 20), place (40, 20), place (40, 40) };
  guint32        drawn;

  g_assert_true (bjt_coverage_draw (board, over, 4, BJT_COVERAGE_FREE_GROUND, &drawn, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (board, drawn), 4800, SLACK);
  g_assert_cmpfloat_with_epsilon (bjt_coverage_get_area (board, 0), 10000, SLACK);
  g_assert_cmpuint (count_flaws (board), ==, 0);
  g_assert_false (bjt_coverage_draw (board, within, 3, BJT_COVERAGE_FREE_GROUND, &drawn, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_NO_FREE_GROUND);
}

static void
draws_out_of_others (void)
{
  g_autoptr (BjtCoverage) board = new_board (2, 1, 0, NULL);
  g_autoptr (GError) error = NULL;
  const BjtPoint island[] = { place (20, 20), place (40, 20), place (40, 40), place (20, 40) };
  const BjtPoint bar[] = { place (-10, 50), place (210, 50), place (210, 60), place (-10, 60) };
  const BjtPoint all[] = { place (-10, -10), place (110, -10), place (110, 110), place (-10, 110) };
  const BjtPoint bow[] = { place (0, 0), place (50, 50), place (50, 0), place (0, 50) };
  guint32        drawn;

  g_assert_true (bjt_coverage_draw (board, island, 4, BJT_COVERAGE_CUT_OUT, &drawn, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (bjt_coverage_get_n_rings (board, 0), ==, 2); /* a hole */
  g_assert_cmpfloat_with_epsilon (sum_area (board), 20000, SLACK);
  g_assert_cmpuint (bjt_coverage_find_face (board, place (30, 30)), ==, drawn);
  g_assert_cmpuint (count_flaws (board), ==, 0);
  g_assert_false (bjt_coverage_draw (board, bar, 4, BJT_COVERAGE_CUT_OUT, &drawn, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_CUT_APART);
  g_clear_error (&error);
  g_assert_false (bjt_coverage_draw (board, all, 4, BJT_COVERAGE_CUT_OUT, &drawn, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_NOTHING_LEFT);
  g_clear_error (&error);
  g_assert_false (bjt_coverage_draw (board, bow, 4, BJT_COVERAGE_CUT_OUT, &drawn, &error));
  g_assert_error (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_CROSSES_ITSELF);
}

static void
finds_overlaps_and_holes (void)
{
  g_autoptr (BjtGeometry) a = box (0, 0, 100, 100);
  g_autoptr (BjtGeometry) b = box (90, 0, 200, 100);
  const BjtPoint bow_ring[] = { at (300, 0), at (350, 50), at (350, 0), at (300, 50) };
  g_autoptr (BjtGeometry) bow = bjt_geometry_new_polygon (bow_ring, 4);
  const BjtGeometry *shapes[] = { a, b, NULL, bow };
  g_autoptr (BjtCoverage) coverage = bjt_coverage_new (shapes, 4, BJT_COVERAGE_TOLERANCE);
  g_autoptr (GArray) flaws = bjt_coverage_list_flaws (coverage);
  g_autoptr (GArray) own = bjt_coverage_list_overlaps (coverage, 1);
  const BjtFlaw *overlap = &g_array_index (flaws, BjtFlaw, 1);

  g_assert_cmpuint (flaws->len, ==, 2);
  g_assert_cmpint (g_array_index (flaws, BjtFlaw, 0).kind, ==, BJT_FLAW_CROSSES_ITSELF);
  g_assert_cmpuint (g_array_index (flaws, BjtFlaw, 0).a, ==, 3);
  g_assert_cmpint (overlap->kind, ==, BJT_FLAW_OVERLAP);
  g_assert_cmpuint (overlap->a, ==, 0);
  g_assert_cmpuint (overlap->b, ==, 1);
  g_assert_cmpfloat_with_epsilon (overlap->area, 1000, SLACK);
  g_assert_true (bjt_coverage_contains (coverage, 0, overlap->place) && bjt_coverage_contains (coverage, 1, overlap->place));
  g_assert_cmpuint (own->len, ==, 1);
}

/* What no map holds: nothing crashes, nothing hangs. */
static void
degenerate_input (void)
{
  const BjtPoint same[] = { at (0, 0), at (0, 0), at (0, 0), at (0.01, 0) };
  const BjtPoint spike[] = { at (0, 0), at (100, 0), at (50, 0), at (50, 50), at (50, 0) };
  const BjtPoint far[] = { { NAN, 3 }, { 1, 2 }, { 3, INFINITY } };
  const BjtPoint off[] = { { 1e9, 0 }, { 2e9, 0 }, { 1e9, 1e9 } };
  BjtGeometry *shapes[] = { bjt_geometry_new_polygon (same, 4), bjt_geometry_new_polygon (spike, 5),
                                       bjt_geometry_new_polygon (far, 3), bjt_geometry_new_polygon (off, 3),
                                       bjt_geometry_new_point (1, 2) };
  g_autoptr (BjtCoverage) coverage = bjt_coverage_new ((const BjtGeometry *const *) shapes, 5, BJT_COVERAGE_TOLERANCE);
  g_autoptr (BjtCoverage) none = bjt_coverage_new (NULL, 0, BJT_COVERAGE_TOLERANCE);
  g_autoptr (GArray) flaws = bjt_coverage_list_flaws (coverage);
  const BjtPoint line[] = { place (0, 0), place (0, 0) };
  guint32        face = 0;

  g_assert_cmpuint (flaws->len, ==, 0);
  for (guint32 f = 0; f < 5; f++)
    {
      g_assert_cmpuint (bjt_coverage_get_n_rings (coverage, f), ==, 0);
      g_assert_null (bjt_coverage_dup_boundary (coverage, f));
      g_assert_false (bjt_coverage_split (coverage, f, line, 2, &face, NULL));
      g_assert_false (bjt_coverage_merge (coverage, f, 0, NULL));
      g_assert_true (isnan (bjt_coverage_get_inner_place (coverage, f).x));
    }
  g_assert_false (bjt_coverage_draw (none, line, 2, BJT_COVERAGE_CUT_OUT, &face, NULL));
  g_assert_false (bjt_coverage_draw (none, far, 3, BJT_COVERAGE_CUT_OUT, &face, NULL));
  g_assert_cmpuint (bjt_coverage_find_face (none, place (0, 0)), ==, BJT_COVERAGE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    bjt_geometry_unref (shapes[i]);
}

/* Whatever is split, joined, drawn out and moved within the board: it stays
 * covered, once. */
static guint32
pick_face (BjtCoverage *board,
           GRand       *rand)
{
  BjtPoint where = place (g_rand_double_range (rand, 1, 399), g_rand_double_range (rand, 1, 399));

  return bjt_coverage_find_face (board, where);
}

static void
do_anything (BjtCoverage *board,
             GRand       *rand)
{
  guint32  face = pick_face (board, rand), other = pick_face (board, rand), made;
  double   x = g_rand_double_range (rand, 10, 340), y = g_rand_double_range (rand, 10, 340);
  BjtPoint line[] = { place (x, -5), place (y, g_rand_double_range (rand, 0, 400)), place (x + 20, 405) };
  BjtPoint ring[] = { place (x, y), place (x + 50, y + 4), place (x + 40, y + 40), place (x - 5, y + 45) };

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      bjt_coverage_split (board, face, line, 3, &made, NULL);
      break;
    case 1:
      bjt_coverage_merge (board, face, other, NULL);
      break;
    case 2:
      bjt_coverage_draw (board, ring, 4, BJT_COVERAGE_CUT_OUT, &made, NULL);
      break;
    default:
      {
        guint32  vertex = bjt_coverage_find_vertex (board, place (x, y), 60);
        BjtPoint at_now = vertex != BJT_COVERAGE_NONE ? bjt_coverage_get_vertex (board, vertex) : place (0, 0);
        double   inset = 2 / bjt_coverage_get_metres (board);
        BjtPoint low = place (0, 0), high = place (400, 400);

        if (vertex == BJT_COVERAGE_NONE || at_now.x < low.x + inset || at_now.x > high.x - inset || at_now.y > low.y - inset
            || at_now.y < high.y + inset)
          break;
        at_now.x += g_rand_double_range (rand, -4, 4) / bjt_coverage_get_metres (board);
        bjt_coverage_move_vertex (board, vertex, at_now, NULL);
      }
    }
}

static void
stays_a_partition (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  guint n_clean = 0;

  for (guint run = 0; run < 4; run++)
    {
      g_autoptr (BjtCoverage) board = new_board (4, 4, 0, rand);
      gboolean overlapped = FALSE;
      double   area = sum_area (board);

      for (guint step = 0; step < 40 && !overlapped; step++)
        {
          g_autoptr (GArray) flaws = NULL;

          do_anything (board, rand);
          flaws = bjt_coverage_list_flaws (board);
          overlapped = flaws->len > 0; /* a corner moved over a border: allowed, and told */
          if (overlapped)
            break;
          n_clean++;
          g_assert_cmpfloat_with_epsilon (sum_area (board), area, 1);
          for (guint i = 0; i < 50; i++)
            g_assert_cmpuint (count_containing (board, place (g_rand_double_range (rand, 0.5, 399.5), g_rand_double_range (rand, 0.5, 399.5))), ==, 1);
        }
    }
  g_test_message ("%u steps without a flaw", n_clean);
  g_assert_cmpuint (n_clean, >, 100);
}

static void
copies_are_apart (void)
{
  g_autoptr (BjtCoverage) board = new_board (2, 1, 0, NULL);
  g_autoptr (BjtCoverage) copy = bjt_coverage_copy (board);

  g_assert_true (bjt_coverage_merge (copy, 0, 1, NULL));
  bjt_coverage_remove (copy, 0);
  g_assert_cmpfloat_with_epsilon (sum_area (copy), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum_area (board), 20000, SLACK);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/read/welds-what-nearly-fits", welds_what_nearly_fits);
  g_test_add_func ("/coverage/read/keeps-what-it-read", keeps_what_it_read);
  g_test_add_func ("/coverage/read/corner-on-a-side-is-shared", corner_on_a_side_is_shared);
  g_test_add_func ("/coverage/read/degenerate-input", degenerate_input);
  g_test_add_func ("/coverage/vertex/inserts-and-removes", inserts_and_removes);
  g_test_add_func ("/coverage/vertex/refuses-to-cross-itself", refuses_to_cross_itself);
  g_test_add_func ("/coverage/vertex/closes-a-gap", closes_a_gap);
  g_test_add_func ("/coverage/split/in-two", splits_in_two);
  g_test_add_func ("/coverage/split/refuses-more-pieces", refuses_more_pieces);
  g_test_add_func ("/coverage/merge/neighbours", merges_neighbours);
  g_test_add_func ("/coverage/draw/on-free-ground", draws_on_free_ground);
  g_test_add_func ("/coverage/draw/out-of-others", draws_out_of_others);
  g_test_add_func ("/coverage/flaws", finds_overlaps_and_holes);
  g_test_add_func ("/coverage/copies-are-apart", copies_are_apart);
  g_test_add_func ("/coverage/stays-a-partition", stays_a_partition);
  return g_test_run ();
}
