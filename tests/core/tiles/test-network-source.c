/* test-network-source.c: what is asked of a service, how often, and what becomes
 * of its answers. */
#include "bjt-test-service.h"
#include "tiles/bjt-network-source.h"
#include "tiles/bjt-tile-trouble.h"

#include <glib/gstdio.h>
#include <string.h>

#define DELAY_MS 30
#define PATIENCE_S 60 /* a machine may stand still for seconds */
#define KEY "0a1b2c3d4e5f"

typedef struct
{
  char           *folder;
  BjtTestService *service;
  BjtTileClient  *client;
  BjtTileDisk    *cache;
  guint           n_arrived;
} Fixture;

typedef struct
{
  const char    *name;
  BjtTestAnswer  answer;
  guint          status;
  BjtTileState   state;
  int            trouble;
} Failure;

/* The one that waits for the client to lose its patience. */
static const Failure slow = { "slow", BJT_TEST_NEVER, 0, BJT_TILE_FAILED, BJT_TILE_TROUBLE_SLOW };

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bjt-network-XXXXXX", NULL);
  self->service = bjt_test_service_new ();
  self->client = bjt_tile_client_new (data == &slow ? 1 : PATIENCE_S);
  self->cache = bjt_tile_disk_new (self->folder, BJT_TILE_DISK_BYTES);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_tile_client_unref (self->client);
  bjt_tile_disk_unref (self->cache);
  bjt_test_service_free (self->service);
  remove_folder (self->folder);
  g_free (self->folder);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static BjtNetworkSource *
new_source (Fixture     *self,
            const char  *path,
            BjtTileKind  kind,
            BjtTileDisk *cache)
{
  g_autofree char  *url = bjt_test_service_dup_url (self->service, path);
  BjtNetworkOptions options = { .url = url, .info = { .name = (char *) "test", .kind = kind, .min_zoom = 1, .max_zoom = 18, .tile_size = 256 }, .delay_ms = DELAY_MS };
  g_autoptr (GError) error = NULL;
  BjtNetworkSource *source = bjt_network_source_new (&options, self->client, cache, NULL, &error);

  g_assert_no_error (error);
  return source;
}

static BjtNetworkSource *
new_plain_source (Fixture *self)
{
  return new_source (self, "/{z}/{x}/{y}.png", BJT_TILE_RASTER, self->cache);
}

static BjtTileState
read_once (BjtNetworkSource *source,
           guint             column,
           int              *trouble)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  BjtTileState state = bjt_tile_source_read (BJT_TILE_SOURCE (source), &(BjtTileAddress) { 10, column, 3 }, &bytes, &error);

  g_assert_cmpint (bytes != NULL, ==, state == BJT_TILE_READY);
  g_assert_cmpint (error != NULL, ==, state == BJT_TILE_FAILED);
  if (error != NULL)
    {
      g_assert_true (error->domain == BJT_TILE_TROUBLE);
      g_assert_null (strstr (error->message, "127.0.0.1"));
      g_assert_null (strstr (error->message, KEY));
    }
  if (trouble != NULL)
    *trouble = error != NULL ? error->code : -1;
  return state;
}

static void
spin_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static BjtTileState
read_settled (BjtNetworkSource *source,
              guint             column,
              int              *trouble)
{
  BjtTileState state = BJT_TILE_PENDING;

  for (guint i = 0; i < PATIENCE_S * 1000 && (state = read_once (source, column, trouble)) == BJT_TILE_PENDING; i++)
    spin_ms (1);
  g_assert_cmpint (state, !=, BJT_TILE_PENDING);
  return state;
}

static void
arrived_cb (BjtTileSource *source,
            guint         *n_arrived)
{
  ++*n_arrived;
}

static void
count_arrivals (Fixture          *self,
                BjtNetworkSource *source)
{
  g_signal_connect (source, "arrived", G_CALLBACK (arrived_cb), &self->n_arrived);
}

/* A source outlives its test while a thread or an idle of it is under way. */
static void
stop_counting (Fixture          *self,
               BjtNetworkSource *source)
{
  g_signal_handlers_disconnect_by_func (source, arrived_cb, &self->n_arrived);
}

static void
wait_for_arrivals (Fixture *self,
                   guint    n)
{
  for (guint i = 0; i < PATIENCE_S * 1000 && self->n_arrived < n; i++)
    spin_ms (1);
  g_assert_cmpuint (self->n_arrived, >=, n);
}

/* Until the source has done with it: a tile can be read a little before. */
static void
load_tile (Fixture          *self,
           BjtNetworkSource *source)
{
  count_arrivals (self, source);
  g_assert_cmpint (read_settled (source, 5, NULL), ==, BJT_TILE_READY);
  wait_for_arrivals (self, 1);
  stop_counting (self, source);
}

static void
wait_for_requests (Fixture *self,
                   guint    n)
{
  for (guint i = 0; i < PATIENCE_S * 1000 && bjt_test_service_count (self->service) < n; i++)
    spin_ms (1);
  spin_ms (20);
  g_assert_cmpuint (bjt_test_service_count (self->service), ==, n);
}

/* Caching */

static void
test_second_read (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);
  g_autoptr (BjtNetworkSource) other = new_plain_source (self);
  g_autofree char *agent = NULL;

  count_arrivals (self, source);
  g_assert_cmpint (read_once (source, 5, NULL), ==, BJT_TILE_PENDING);
  g_assert_cmpint (read_once (source, 5, NULL), ==, BJT_TILE_PENDING);
  g_assert_cmpint (read_settled (source, 5, NULL), ==, BJT_TILE_READY);
  wait_for_arrivals (self, 1);
  g_assert_cmpuint (self->n_arrived, ==, 1);
  g_assert_cmpint (read_once (source, 5, NULL), ==, BJT_TILE_READY);
  g_assert_cmpint (read_once (other, 5, NULL), ==, BJT_TILE_READY);
  g_assert_cmpuint (bjt_test_service_count (self->service), ==, 1);
  agent = bjt_test_service_dup_agent (self->service);
  g_assert_cmpstr (agent, ==, "Baijiatu/" BJT_VERSION);
  stop_counting (self, source);
}

/* Makes all that is kept look as if its time was over. */
static void
let_expire (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize            length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          let_expire (path);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      contents[strlen ("BJT-TILE-1\n")] = '0';
      g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
    }
}

static void
test_conditional (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);

  bjt_test_service_set_header (self->service, "ETag", "\"one\"");
  load_tile (self, source);
  let_expire (self->folder);
  g_assert_cmpint (read_once (source, 5, NULL), ==, BJT_TILE_READY);
  wait_for_requests (self, 2);
  g_assert_cmpuint (bjt_test_service_count_conditional (self->service), ==, 1);
  g_assert_cmpint (read_once (source, 5, NULL), ==, BJT_TILE_READY);
  spin_ms (30);
  g_assert_cmpuint (bjt_test_service_count (self->service), ==, 2);
}

static void
test_offline (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);
  g_autofree char *trouble = NULL;

  load_tile (self, source);
  let_expire (self->folder);
  bjt_test_service_set_answer (self->service, BJT_TEST_STATUS, 500);
  g_assert_cmpint (read_once (source, 5, NULL), ==, BJT_TILE_READY);
  wait_for_requests (self, 2);
  for (guint i = 0; i < PATIENCE_S * 1000 && trouble == NULL; i++)
    {
      spin_ms (1);
      trouble = bjt_tile_source_dup_trouble (BJT_TILE_SOURCE (source));
    }
  g_assert_cmpint (read_once (source, 5, NULL), ==, BJT_TILE_READY);
  g_assert_nonnull (trouble);
}

static void
test_no_store (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);
  g_autoptr (BjtNetworkSource) other = new_plain_source (self);

  bjt_test_service_set_header (self->service, "Cache-Control", "no-store");
  g_assert_cmpint (read_settled (source, 5, NULL), ==, BJT_TILE_READY);
  g_assert_cmpint (read_once (source, 5, NULL), ==, BJT_TILE_READY);
  g_assert_cmpint (read_once (other, 5, NULL), ==, BJT_TILE_PENDING);
  bjt_tile_source_want (BJT_TILE_SOURCE (other), NULL, 0);
}

static void
test_outside (Fixture      *self,
              gconstpointer data)
{
  static const BjtTileAddress addresses[] = { { 0, 0, 0 }, { 19, 5, 5 }, { 3, 8, 0 }, { 3, 0, 8 }, { 40, 1, 1 }, { G_MAXUINT, G_MAXUINT, G_MAXUINT } };
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      g_assert_cmpint (bjt_tile_source_read (BJT_TILE_SOURCE (source), &addresses[i], &bytes, NULL), ==, BJT_TILE_MISSING);
    }
  spin_ms (20);
  g_assert_cmpuint (bjt_test_service_count (self->service), ==, 0);
}

/* Giving up */

static void
test_want (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);

  bjt_test_service_set_answer (self->service, BJT_TEST_NEVER, 0);
  for (guint i = 0; i < 40; i++)
    g_assert_cmpint (read_once (source, i, NULL), ==, BJT_TILE_PENDING);
  spin_ms (50);
  g_assert_cmpuint (bjt_test_service_count (self->service), <=, 6);
  bjt_test_service_set_answer (self->service, BJT_TEST_PICTURE, 0);
  bjt_tile_source_want (BJT_TILE_SOURCE (source), &(BjtTileAddress) { 10, 39, 3 }, 1);
  g_assert_cmpint (read_settled (source, 39, NULL), ==, BJT_TILE_READY);
  spin_ms (30);
  g_assert_cmpuint (bjt_test_service_count (self->service), <=, 7);
  g_assert_cmpint (read_settled (source, 0, NULL), ==, BJT_TILE_READY);
}

/* Failures */

static const Failure failures[] = {
  { "400", BJT_TEST_STATUS, 400, BJT_TILE_FAILED, BJT_TILE_TROUBLE_SERVER },
  { "404", BJT_TEST_STATUS, 404, BJT_TILE_MISSING, -1 },
  { "204", BJT_TEST_STATUS, 204, BJT_TILE_MISSING, -1 },
  { "empty", BJT_TEST_EMPTY, 0, BJT_TILE_MISSING, -1 },
  { "403", BJT_TEST_STATUS, 403, BJT_TILE_FAILED, BJT_TILE_TROUBLE_REFUSED },
  { "429", BJT_TEST_STATUS, 429, BJT_TILE_FAILED, BJT_TILE_TROUBLE_BUSY },
  { "500", BJT_TEST_STATUS, 500, BJT_TILE_FAILED, BJT_TILE_TROUBLE_SERVER },
  { "503", BJT_TEST_STATUS, 503, BJT_TILE_FAILED, BJT_TILE_TROUBLE_BUSY },
  { "web-page", BJT_TEST_WEB_PAGE, 0, BJT_TILE_FAILED, BJT_TILE_TROUBLE_NOT_A_TILE },
  { "truncated", BJT_TEST_TRUNCATED, 0, BJT_TILE_FAILED, BJT_TILE_TROUBLE_NOT_A_TILE },
  { "huge", BJT_TEST_HUGE, 0, BJT_TILE_FAILED, BJT_TILE_TROUBLE_TOO_LARGE },
  { "loop", BJT_TEST_LOOP, 0, BJT_TILE_FAILED, BJT_TILE_TROUBLE_REDIRECT },
};

static void
test_failure (Fixture      *self,
              gconstpointer data)
{
  const Failure *failure = data;
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);
  g_autofree char *trouble = NULL;
  int code;

  bjt_test_service_set_answer (self->service, failure->answer, failure->status);
  g_assert_cmpint (read_settled (source, 5, &code), ==, failure->state);
  g_assert_cmpint (code, ==, failure->trouble);
  trouble = bjt_tile_source_dup_trouble (BJT_TILE_SOURCE (source));
  g_assert_cmpstr (trouble, ==, failure->trouble >= 0 ? bjt_tile_trouble_get_text (failure->trouble) : NULL);
}

static void
test_cut_off (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);

  bjt_test_service_set_answer (self->service, BJT_TEST_CUT_OFF, 0);
  g_assert_cmpint (read_settled (source, 5, NULL), ==, BJT_TILE_FAILED);
}

static void
test_unreachable (Fixture      *self,
                  gconstpointer data)
{
  BjtNetworkOptions options = { .url = "http://127.0.0.1:1/{z}/{x}/{y}", .info = { .max_zoom = 18 }, .delay_ms = 1000 };
  g_autoptr (BjtNetworkSource) source = bjt_network_source_new (&options, self->client, NULL, NULL, NULL);
  int trouble;

  g_assert_cmpint (read_settled (source, 5, &trouble), ==, BJT_TILE_FAILED);
  g_assert_cmpint (trouble, ==, BJT_TILE_TROUBLE_UNREACHABLE);
}

/* How many requests @elapsed_us leaves room for when each pause is as short as it may be. */
static guint
count_most_requests (gint64 elapsed_us)
{
  gint64 pause_us = DELAY_MS * 750;
  guint  n = 1;

  for (; elapsed_us >= pause_us; n++)
    {
      elapsed_us -= pause_us;
      pause_us *= 2;
    }
  return n;
}

/* A server that fails is asked less and less, whatever the painter wants. */
static void
test_back_off (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);
  gint64 begin = g_get_monotonic_time ();
  guint  n_requests;

  bjt_test_service_set_answer (self->service, BJT_TEST_STATUS, 500);
  count_arrivals (self, source);
  read_settled (source, 5, NULL);
  for (guint i = 0; i < 400 || (i < PATIENCE_S * 1000 && bjt_test_service_count (self->service) < 3); i++)
    {
      for (guint column = 0; column < 20; column++)
        read_once (source, column, NULL);
      spin_ms (1);
    }
  n_requests = bjt_test_service_count (self->service);
  g_assert_cmpuint (n_requests, >=, 3);
  g_assert_cmpuint (n_requests, <=, count_most_requests (g_get_monotonic_time () - begin));
  wait_for_arrivals (self, n_requests);
  bjt_test_service_set_answer (self->service, BJT_TEST_PICTURE, 0);
  for (guint i = 0; i < PATIENCE_S * 1000 && read_once (source, 19, NULL) != BJT_TILE_READY; i++)
    spin_ms (1);
  g_assert_cmpint (read_once (source, 19, NULL), ==, BJT_TILE_READY);
  g_assert_null (bjt_tile_source_dup_trouble (BJT_TILE_SOURCE (source)));
  stop_counting (self, source);
}

static void
test_retry_after (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);

  bjt_test_service_set_answer (self->service, BJT_TEST_STATUS, 429);
  bjt_test_service_set_header (self->service, "Retry-After", "60");
  read_settled (source, 5, NULL);
  for (guint i = 0; i < 200; i++)
    {
      g_assert_cmpint (read_once (source, i % 7, NULL), ==, BJT_TILE_FAILED);
      spin_ms (1);
    }
  g_assert_cmpuint (bjt_test_service_count (self->service), ==, 1);
}

static void
test_redirect (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);

  bjt_test_service_set_answer (self->service, BJT_TEST_REDIRECT, 0);
  g_assert_cmpint (read_settled (source, 5, NULL), ==, BJT_TILE_READY);
  g_assert_cmpuint (bjt_test_service_count (self->service), ==, 2);
}

static void
test_vector (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_source (self, "/{z}/{x}/{y}.pbf", BJT_TILE_VECTOR, self->cache);
  int trouble;

  bjt_test_service_set_answer (self->service, BJT_TEST_VECTOR, 0);
  g_assert_cmpint (read_settled (source, 5, NULL), ==, BJT_TILE_READY);
  bjt_test_service_set_answer (self->service, BJT_TEST_WEB_PAGE, 0);
  g_assert_cmpint (read_settled (source, 6, &trouble), ==, BJT_TILE_FAILED);
  g_assert_cmpint (trouble, ==, BJT_TILE_TROUBLE_NOT_A_TILE);
}

/* Keys */

static void
assert_without_key (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize            length;

      g_assert_null (strstr (name, KEY));
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          assert_without_key (path);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_null (g_strstr_len (contents, (gssize) length, KEY));
    }
}

static void
test_key (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_source (self, "/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}", BJT_TILE_RASTER, self->cache);
  g_autofree char *last = NULL;
  int trouble;

  g_assert_cmpint (read_once (source, 5, &trouble), ==, BJT_TILE_FAILED);
  g_assert_cmpint (trouble, ==, BJT_TILE_TROUBLE_NO_KEY);
  bjt_network_source_set_key (source, "wrong");
  bjt_test_service_set_answer (self->service, BJT_TEST_STATUS, 403);
  g_assert_cmpint (read_settled (source, 5, &trouble), ==, BJT_TILE_FAILED);
  g_assert_cmpint (trouble, ==, BJT_TILE_TROUBLE_KEY_REFUSED);
  bjt_test_service_set_answer (self->service, BJT_TEST_PICTURE, 0);
  for (guint i = 0; i < 30; i++)
    {
      g_assert_cmpint (read_once (source, i, &trouble), ==, BJT_TILE_FAILED);
      g_assert_cmpint (trouble, ==, BJT_TILE_TROUBLE_KEY_REFUSED);
      spin_ms (2);
    }
  g_assert_cmpuint (bjt_test_service_count (self->service), ==, 1);
  bjt_network_source_set_key (source, KEY);
  g_assert_cmpint (read_settled (source, 5, NULL), ==, BJT_TILE_READY);
  last = bjt_test_service_dup_last (self->service);
  g_assert_nonnull (strstr (last, "TILEMATRIX=10&TILEROW=3&TILECOL=5&tk=" KEY));
  assert_without_key (self->folder);
}

/* Asking past the cache */

static void
test_probe (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (BjtNetworkSource) source = new_plain_source (self);
  const BjtTileAddress address = { 10, 5, 3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = bjt_tile_source_probe (BJT_TILE_SOURCE (source), &address, NULL, &error);
  g_autoptr (GBytes) second = bjt_tile_source_probe (BJT_TILE_SOURCE (source), &address, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpuint (bjt_test_service_count (self->service), ==, 2);
  bjt_test_service_set_answer (self->service, BJT_TEST_STATUS, 404);
  g_assert_null (bjt_tile_source_probe (BJT_TILE_SOURCE (source), &address, NULL, &error));
  g_assert_error (error, BJT_TILE_TROUBLE, BJT_TILE_TROUBLE_MISSING);
}

/* A source may go while its requests are on their way. */
static void
test_gone (Fixture      *self,
           gconstpointer data)
{
  BjtNetworkSource *source = new_plain_source (self);

  bjt_test_service_set_answer (self->service, BJT_TEST_NEVER, 0);
  for (guint i = 0; i < 10; i++)
    read_once (source, i, NULL);
  spin_ms (20);
  bjt_tile_source_want (BJT_TILE_SOURCE (source), NULL, 0);
  g_object_add_weak_pointer (G_OBJECT (source), (gpointer *) &source);
  g_object_unref (source);
  for (guint i = 0; i < PATIENCE_S * 1000 && source != NULL; i++)
    spin_ms (1);
  g_assert_null (source);
}

static void
add (const char *name,
     void      (*test) (Fixture *self, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/tiles/network/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("second-read", test_second_read);
  add ("conditional", test_conditional);
  add ("offline", test_offline);
  add ("no-store", test_no_store);
  add ("outside", test_outside);
  add ("want", test_want);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/tiles/network/failure/", failures[i].name, NULL);

      g_test_add (path, Fixture, &failures[i], set_up, test_failure, tear_down);
    }
  g_test_add ("/tiles/network/failure/slow", Fixture, &slow, set_up, test_failure, tear_down);
  add ("cut-off", test_cut_off);
  add ("unreachable", test_unreachable);
  add ("back-off", test_back_off);
  add ("retry-after", test_retry_after);
  add ("redirect", test_redirect);
  add ("vector", test_vector);
  add ("key", test_key);
  add ("probe", test_probe);
  add ("gone", test_gone);
  return g_test_run ();
}
