/* test-walk-network.c: where ways meet, gates, one-way ways, the search itself. */
#include "route/bjt-walk-network.h"

#include <math.h>

#define WAY(map, ...)                                                             \
  G_STMT_START                                                                    \
  {                                                                               \
    const BjtPoint points[] = { __VA_ARGS__ };                                    \
    bjt_walk_map_add_way (map, points, G_N_ELEMENTS (points), &BJT_WAY_PLAIN);    \
  }                                                                               \
  G_STMT_END

static double
measure (const BjtWalkNetwork *network,
         const gboolean       *shut,
         BjtPoint              from,
         BjtPoint              to)
{
  g_autoptr (BjtWalkSearch) search = bjt_walk_search_new (network, shut);
  BjtWalkAnchor anchors[2];

  bjt_walk_network_anchor (network, from, &anchors[0]);
  bjt_walk_network_anchor (network, to, &anchors[1]);
  bjt_walk_search_run (search, &anchors[0], &anchors[1], 1);
  return bjt_walk_search_get_metres (search, &anchors[1]);
}

static void
test_nothing (void)
{
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  const BjtPoint alone[] = { { 1, 1 } }, nan[] = { { (double) NAN, 1 }, { 2, (double) NAN }, { 3, 3 } }, same[] = { { 2, 2 }, { 2, 2 } };

  g_assert_null (bjt_walk_network_new (map));
  bjt_walk_map_add_way (map, alone, 1, &BJT_WAY_PLAIN);
  bjt_walk_map_add_way (map, nan, 3, &BJT_WAY_PLAIN);
  bjt_walk_map_add_way (map, same, 2, &BJT_WAY_PLAIN);
  bjt_walk_map_add_gate (map, (BjtPoint) { (double) NAN, 0 });
  g_assert_null (bjt_walk_network_new (map));
}

static void
test_joints (void)
{
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  g_autoptr (BjtWalkNetwork) network = NULL;

  WAY (map, { 0, 0 }, { 100, 0 });
  WAY (map, { 50, -50 }, { 50, 50 });   /* crosses */
  WAY (map, { 20, 40 }, { 20, 0.3 });   /* ends on the first one's side */
  network = bjt_walk_network_new (map);
  g_assert_cmpfloat_with_epsilon (measure (network, NULL, (BjtPoint) { 0, 0 }, (BjtPoint) { 50, 50 }), 100, 0.1);
  g_assert_cmpfloat_with_epsilon (measure (network, NULL, (BjtPoint) { 20, 40 }, (BjtPoint) { 50, -50 }), 120, 1);
}

/* Both drawn with common points where they meet, and here they have none. */
static void
test_bridge (void)
{
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  g_autoptr (BjtWalkNetwork) network = NULL;
  BjtWayTraits   noded = { 1, BJT_WAY_BOTH, TRUE };
  const BjtPoint over[] = { { 0, 0 }, { 200, 0 } }, under[] = { { 100, -100 }, { 100, 100 } }, ramp[] = { { 200, 0 }, { 100, 100 } };

  bjt_walk_map_add_way (map, over, 2, &noded);
  bjt_walk_map_add_way (map, under, 2, &noded);
  bjt_walk_map_add_way (map, ramp, 2, &noded);
  network = bjt_walk_network_new (map);
  g_assert_cmpfloat_with_epsilon (measure (network, NULL, (BjtPoint) { 0, 0 }, (BjtPoint) { 100, -100 }), 200 + 100 * sqrt (2) + 200, 0.1);
}

static void
test_same_link (void)
{
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  g_autoptr (BjtWalkNetwork) network = NULL;

  WAY (map, { 0, 0 }, { 100, 0 });
  network = bjt_walk_network_new (map);
  g_assert_cmpfloat_with_epsilon (measure (network, NULL, (BjtPoint) { 20, 5 }, (BjtPoint) { 60, -3 }), 48, 0.01);
  g_assert_true (isinf (measure (network, NULL, (BjtPoint) { 20, 5 }, (BjtPoint) { 60, -300 })));
}

static void
test_one_way (void)
{
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  g_autoptr (BjtWalkNetwork) network = NULL;
  BjtWayTraits   one_way = { 1, BJT_WAY_FORWARD, FALSE };
  const BjtPoint across[] = { { 0, 0 }, { 100, 0 } };

  bjt_walk_map_add_way (map, across, 2, &one_way);
  WAY (map, { 100, 0 }, { 100, 100 }, { 0, 100 }, { 0, 0 });
  network = bjt_walk_network_new (map);
  g_assert_cmpfloat_with_epsilon (measure (network, NULL, (BjtPoint) { 20, 0 }, (BjtPoint) { 80, 0 }), 60, 0.01);
  g_assert_cmpfloat_with_epsilon (measure (network, NULL, (BjtPoint) { 80, 0 }, (BjtPoint) { 20, 0 }), 20 + 300 + 20, 0.01);
}

static void
test_steps (void)
{
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  g_autoptr (BjtWalkNetwork) network = NULL;
  BjtWayTraits   steps = { 1.5, BJT_WAY_BOTH, FALSE };
  const BjtPoint up[] = { { 0, 0 }, { 100, 0 } };

  bjt_walk_map_add_way (map, up, 2, &steps);
  network = bjt_walk_network_new (map);
  g_assert_cmpfloat_with_epsilon (measure (network, NULL, (BjtPoint) { 0, 0 }, (BjtPoint) { 100, 0 }), 150, 0.01);
}

/* A yard behind a wall: its path ends at the gate, ten metres from the street. */
static BjtWalkMap *
draw_yard (void)
{
  BjtWalkMap    *map = bjt_walk_map_new ();
  const BjtPoint south[] = { { 0, 10 }, { 47, 10 } }, north[] = { { 53, 10 }, { 100, 10 } };

  WAY (map, { -200, 0 }, { 300, 0 });
  WAY (map, { 50, 60 }, { 50, 10 });
  WAY (map, { 10, 60 }, { 90, 60 });
  bjt_walk_map_add_wall (map, south, 2);
  bjt_walk_map_add_wall (map, north, 2);
  bjt_walk_map_add_gate (map, (BjtPoint) { 50, 10 });
  return map;
}

static void
test_gate (void)
{
  g_autoptr (BjtWalkMap) map = draw_yard ();
  g_autoptr (BjtWalkNetwork) network = bjt_walk_network_new (map);
  const gboolean shut[] = { TRUE };
  BjtWalkAnchor  yard, street;

  g_assert_true (bjt_walk_network_has_gate (network, 0));
  g_assert_cmpfloat_with_epsilon (measure (network, NULL, (BjtPoint) { 20, 60 }, (BjtPoint) { -200, 0 }), 30 + 60 + 250, 0.1);
  g_assert_true (isinf (measure (network, shut, (BjtPoint) { 20, 60 }, (BjtPoint) { -200, 0 })));
  bjt_walk_network_anchor (network, (BjtPoint) { 20, 60 }, &yard);
  bjt_walk_network_anchor (network, (BjtPoint) { -200, 0 }, &street);
  g_assert_true (bjt_walk_network_is_joined (network, &yard, &street));
}

/* Nearer as the crow flies, but behind a wall. */
static void
test_anchor_minds_walls (void)
{
  g_autoptr (BjtWalkMap) map = draw_yard ();
  g_autoptr (BjtWalkNetwork) network = bjt_walk_network_new (map);
  BjtWalkAnchor anchor;

  bjt_walk_network_anchor (network, (BjtPoint) { 15, 12 }, &anchor);
  g_assert_cmpfloat (anchor.at.y, >, 10);
  bjt_walk_network_anchor (network, (BjtPoint) { 15, 8 }, &anchor);
  g_assert_cmpfloat_with_epsilon (anchor.at.y, 0, 0.01);
  bjt_walk_network_anchor (network, (BjtPoint) { (double) NAN, 8 }, &anchor);
  g_assert_cmpuint (anchor.link, ==, BJT_WALK_NOWHERE);
}

static void
test_path (void)
{
  g_autoptr (BjtWalkMap) map = draw_yard ();
  g_autoptr (BjtWalkNetwork) network = bjt_walk_network_new (map);
  g_autoptr (BjtWalkSearch) search = bjt_walk_search_new (network, NULL);
  g_autoptr (GArray) path = NULL;
  BjtWalkAnchor from, to;
  double        metres = 0;

  bjt_walk_network_anchor (network, (BjtPoint) { -200, 3 }, &from);
  bjt_walk_network_anchor (network, (BjtPoint) { 20, 64 }, &to);
  bjt_walk_search_run (search, &from, &to, 1);
  path = bjt_walk_search_dup_path (search, &to);
  for (guint i = 1; i < path->len; i++)
    metres += hypot (g_array_index (path, BjtPoint, i).x - g_array_index (path, BjtPoint, i - 1).x,
                     g_array_index (path, BjtPoint, i).y - g_array_index (path, BjtPoint, i - 1).y);
  g_assert_cmpfloat_with_epsilon (g_array_index (path, BjtPoint, 0).x, -200, 0.01);
  g_assert_cmpfloat_with_epsilon (g_array_index (path, BjtPoint, path->len - 1).x, 20, 0.01);
  g_assert_cmpfloat_with_epsilon (metres + 3 + 4, bjt_walk_search_get_metres (search, &to), 0.01);
}

/* Every node of a random net against the plain method: relax until nothing changes. */
static void
test_against_plain_method (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  g_autoptr (BjtWalkNetwork) network = NULL;
  g_autoptr (BjtWalkSearch) search = NULL;
  g_autofree double *plain = NULL;
  BjtWalkAnchor from;
  gboolean      changed = TRUE;
  guint         n;

  for (int i = 0; i < 150; i++)
    {
      BjtPoint at = { g_rand_double_range (random, 0, 500), g_rand_double_range (random, 0, 500) };

      WAY (map, at, { at.x + g_rand_double_range (random, -120, 120), at.y + g_rand_double_range (random, -120, 120) });
    }
  network = bjt_walk_network_new (map);
  search = bjt_walk_search_new (network, NULL);
  n = bjt_walk_network_get_n_nodes (network);
  plain = g_new (double, n);
  bjt_walk_network_anchor (network, bjt_walk_network_get_node (network, 0), &from);
  bjt_walk_search_run (search, &from, NULL, 0);
  for (guint i = 0; i < n; i++)
    plain[i] = i == 0 ? 0 : (double) INFINITY;
  while (changed)
    {
      changed = FALSE;
      for (guint l = 0; l < bjt_walk_network_get_n_links (network); l++)
        {
          guint32 a, b;
          double  metres;

          bjt_walk_network_get_link (network, l, &a, &b, &metres);
          changed = changed || fabs (plain[a] - plain[b]) > metres + 1e-9;
          plain[b] = fmin (plain[b], plain[a] + metres);
          plain[a] = fmin (plain[a], plain[b] + metres);
        }
    }
  for (guint i = 0; i < n; i++)
    if (isinf (plain[i]))
      g_assert_true (isinf (bjt_walk_search_get_node_metres (search, i)));
    else
      g_assert_cmpfloat_with_epsilon (bjt_walk_search_get_node_metres (search, i), plain[i], 0.05);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/walk-network/nothing-drawn", test_nothing);
  g_test_add_func ("/route/walk-network/ways-meet", test_joints);
  g_test_add_func ("/route/walk-network/bridge", test_bridge);
  g_test_add_func ("/route/walk-network/same-link", test_same_link);
  g_test_add_func ("/route/walk-network/one-way", test_one_way);
  g_test_add_func ("/route/walk-network/steps", test_steps);
  g_test_add_func ("/route/walk-network/gate", test_gate);
  g_test_add_func ("/route/walk-network/anchor-minds-walls", test_anchor_minds_walls);
  g_test_add_func ("/route/walk-network/path", test_path);
  g_test_add_func ("/route/walk-network/against-plain-method", test_against_plain_method);
  return g_test_run ();
}
