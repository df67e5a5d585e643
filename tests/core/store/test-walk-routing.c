/* test-walk-routing.c: our search against VirtualRouting of SpatiaLite, which knows
 * nothing of it. */
#include "route/bjt-walk-network.h"

#include <math.h>
#include <sqlite3.h>

#define SIDE 24
#define N_SOURCES 12

/* Streets of a town: a bent lattice with pieces missing. (Where links of centimetres
 * meet long ones, VirtualRouting 5.0.1 finds detours; test-walk-network.c compares
 * such nets with the plain method.) */
static BjtWalkNetwork *
draw_net (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  BjtPoint corners[SIDE][SIDE];

  for (int i = 0; i < SIDE; i++)
    for (int j = 0; j < SIDE; j++)
      corners[i][j] = (BjtPoint) { 100 * i + g_rand_double_range (random, -35, 35), 100 * j + g_rand_double_range (random, -35, 35) };
  for (int i = 0; i < SIDE; i++)
    for (int j = 0; j < SIDE; j++)
      {
        const BjtPoint east[] = { corners[i][j], corners[MIN (i + 1, SIDE - 1)][j] }, north[] = { corners[i][j], corners[i][MIN (j + 1, SIDE - 1)] };

        if (g_rand_double (random) < 0.75)
          bjt_walk_map_add_way (map, east, 2, &BJT_WAY_PLAIN);
        if (g_rand_double (random) < 0.75)
          bjt_walk_map_add_way (map, north, 2, &BJT_WAY_PLAIN);
      }
  return bjt_walk_network_new (map);
}

static void
run (sqlite3    *db,
     const char *sql)
{
  g_autofree char *message = NULL;
  char *problem = NULL;
  int   result = sqlite3_exec (db, sql, NULL, NULL, &problem);

  message = g_strdup (problem);
  sqlite3_free (problem);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (result, ==, SQLITE_OK);
}

static void
write_links (sqlite3              *db,
             const BjtWalkNetwork *network)
{
  sqlite3_stmt *insert;

  run (db, "CREATE TABLE ways (id INTEGER PRIMARY KEY, nf INTEGER, nt INTEGER, cost REAL);"
           "SELECT AddGeometryColumn ('ways', 'geom', 4326, 'LINESTRING', 'XY'); BEGIN");
  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO ways (nf, nt, cost, geom) VALUES (?1, ?2, ?3, MakeLine (MakePoint (?4, ?5, 4326), MakePoint (?6, ?7, 4326)))", -1, &insert, NULL), ==, SQLITE_OK);
  for (guint l = 0; l < bjt_walk_network_get_n_links (network); l++)
    {
      guint32  from, to;
      double   metres;
      BjtPoint a, b;

      bjt_walk_network_get_link (network, l, &from, &to, &metres);
      a = bjt_walk_network_get_node (network, from);
      b = bjt_walk_network_get_node (network, to);
      sqlite3_bind_int64 (insert, 1, from + 1);
      sqlite3_bind_int64 (insert, 2, to + 1);
      sqlite3_bind_double (insert, 3, metres);
      sqlite3_bind_double (insert, 4, a.x / 1e5);
      sqlite3_bind_double (insert, 5, a.y / 1e5);
      sqlite3_bind_double (insert, 6, b.x / 1e5);
      sqlite3_bind_double (insert, 7, b.y / 1e5);
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  run (db, "COMMIT; SELECT CreateRouting ('foot_data', 'foot', 'ways', 'nf', 'nt', 'geom', 'cost', NULL, 1, 1); UPDATE foot SET Algorithm = 'Dijkstra'; UPDATE foot SET Options = 'Simple'");
}

static sqlite3 *
open_oracle (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_enable_load_extension (db, 1);
  g_assert_cmpint (sqlite3_load_extension (db, "mod_spatialite", NULL, NULL), ==, SQLITE_OK);
  run (db, "SELECT InitSpatialMetaData (1, 'NONE'); SELECT InsertEpsgSrid (4326)");
  return db;
}

/* Costs by node; INFINITY where it found no way. */
static double *
ask_oracle (sqlite3 *db,
            guint    source,
            guint    n_nodes)
{
  double *costs = g_new (double, n_nodes);
  g_autoptr (GString) targets = g_string_new (NULL);
  sqlite3_stmt *query;

  for (guint i = 0; i < n_nodes; i++)
    {
      costs[i] = i == source ? 0 : (double) INFINITY;
      if (i != source)
        g_string_append_printf (targets, "%s%u", targets->len > 0 ? "," : "", i + 1);
    }
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT NodeTo, Cost, Role FROM foot WHERE NodeFrom = ?1 AND NodeTo = ?2", -1, &query, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (query, 1, source + 1);
  sqlite3_bind_text (query, 2, targets->str, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (query) == SQLITE_ROW)
    if (g_strcmp0 ((const char *) sqlite3_column_text (query, 2), "Route") == 0) /* asked for in the query, it finds none */
      costs[sqlite3_column_int64 (query, 0) - 1] = sqlite3_column_double (query, 1);
  sqlite3_finalize (query);
  return costs;
}

static void
test_oracle (void)
{
  g_autoptr (BjtWalkNetwork) network = draw_net ();
  g_autoptr (BjtWalkSearch) search = bjt_walk_search_new (network, NULL);
  sqlite3 *db = open_oracle ();
  guint    n = bjt_walk_network_get_n_nodes (network), n_compared = 0;

  write_links (db, network);
  for (guint s = 0; s < N_SOURCES; s++)
    {
      guint               source = s * (n / N_SOURCES);
      g_autofree double  *costs = ask_oracle (db, source, n);
      BjtWalkAnchor       from;

      bjt_walk_network_anchor (network, bjt_walk_network_get_node (network, source), &from);
      bjt_walk_search_run (search, &from, NULL, 0);
      if (isinf (bjt_walk_search_get_node_metres (search, source)) || bjt_walk_search_get_node_metres (search, source) > 0.01)
        continue; /* a scrap of a way, passed over for a greater one */
      for (guint i = 0; i < n; i++, n_compared++)
        if (isinf (costs[i]))
          g_assert_true (isinf (bjt_walk_search_get_node_metres (search, i)));
        else
          g_assert_cmpfloat_with_epsilon (bjt_walk_search_get_node_metres (search, i), costs[i], 0.05);
    }
  g_assert_cmpuint (n_compared, >, 5 * n);
  sqlite3_close (db);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/walk-routing/agrees-with-virtual-routing", test_oracle);
  return g_test_run ();
}
