/* test-tile-catalogue.c: the user's list on disk: nothing of it is lost, and no
 * key of a service is ever in it. Counts of the day, and keys without a password
 * store. */
#include "tiles/bjt-tile-catalogue.h"
#include "tiles/bjt-tile-keyring.h"
#include "tiles/bjt-tile-trouble.h"
#include "tiles/bjt-tile-usage.h"

#include <glib/gstdio.h>
#include <string.h>

#define KEY "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
#define N_PRESETS 5

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bjt-catalogue-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "maps.ini", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static BjtTileEntry *
new_entry (const char *name)
{
  BjtTileEntry *entry = bjt_tile_entry_new (BJT_TILE_ENTRY_SERVICE, name, "https://example.org/{z}/{x}/{y}.png?tk={key}");

  entry->labels = g_strdup ("https://example.org/l/{z}/{x}/{y}.png");
  entry->key_name = g_strdup ("example");
  entry->tiles = BJT_TILE_VECTOR;
  entry->datum = BJT_DATUM_GCJ02;
  entry->min_zoom = 3;
  entry->max_zoom = 20;
  entry->tile_size = 512;
  entry->attribution = g_strdup ("© 谁; 版权=所有");
  entry->review_number = g_strdup ("GS(2026)1号");
  return entry;
}

static const BjtTileEntry *
get_last (BjtTileCatalogue *catalogue)
{
  return bjt_tile_catalogue_get_entry (catalogue, bjt_tile_catalogue_get_n_entries (catalogue) - 1);
}

static void
put (BjtTileCatalogue   *catalogue,
     const BjtTileEntry *entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bjt_tile_catalogue_put (catalogue, entry, &error));
  g_assert_no_error (error);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_round_trip (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (BjtTileCatalogue) catalogue = bjt_tile_catalogue_new (self->path);
  g_autoptr (BjtTileCatalogue) again = NULL;
  g_autoptr (BjtTileEntry) entry = new_entry ("街道 底图");
  const BjtTileEntry *read;
  guint n_changes = 0;

  g_signal_connect_swapped (catalogue, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpuint (bjt_tile_catalogue_get_n_entries (catalogue), ==, N_PRESETS);
  put (catalogue, entry);
  put (catalogue, entry);
  g_assert_cmpuint (n_changes, ==, 2);
  again = bjt_tile_catalogue_new (self->path);
  g_assert_cmpuint (bjt_tile_catalogue_get_n_entries (again), ==, N_PRESETS + 1);
  read = bjt_tile_catalogue_find (again, "街道 底图");
  g_assert_cmpstr (read->id, ==, entry->id);
  g_assert_cmpstr (read->location, ==, entry->location);
  g_assert_cmpstr (read->labels, ==, entry->labels);
  g_assert_cmpstr (read->key_name, ==, entry->key_name);
  g_assert_cmpint (read->tiles, ==, entry->tiles);
  g_assert_cmpint (read->datum, ==, entry->datum);
  g_assert_cmpuint (read->min_zoom, ==, 3);
  g_assert_cmpuint (read->max_zoom, ==, 20);
  g_assert_cmpuint (read->tile_size, ==, 512);
  g_assert_cmpstr (read->attribution, ==, entry->attribution);
  g_assert_cmpstr (read->review_number, ==, entry->review_number);
  g_assert_true (bjt_tile_catalogue_find (again, entry->id) == read);
}

static void
test_order (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (BjtTileCatalogue) catalogue = bjt_tile_catalogue_new (self->path);
  g_autoptr (BjtTileCatalogue) again = NULL;
  g_autoptr (BjtTileEntry) entry = new_entry ("a");

  put (catalogue, entry);
  for (guint i = 0; i < N_PRESETS + 3; i++)
    bjt_tile_catalogue_move (catalogue, entry->id, -1, NULL); /* stops at the top */
  bjt_tile_catalogue_move (catalogue, "osm", 1, NULL);
  bjt_tile_catalogue_move (catalogue, "nobody", 1, NULL);
  again = bjt_tile_catalogue_new (self->path);
  g_assert_cmpstr (bjt_tile_catalogue_get_entry (again, 0)->id, ==, entry->id);
  g_assert_cmpstr (bjt_tile_catalogue_get_entry (again, 1)->id, ==, "painted");
  g_assert_cmpstr (bjt_tile_catalogue_get_entry (again, 3)->id, ==, "osm");
  bjt_tile_catalogue_remove (again, "osm", NULL); /* presets stay */
  bjt_tile_catalogue_remove (again, entry->id, NULL);
  g_clear_object (&catalogue);
  catalogue = bjt_tile_catalogue_new (self->path);
  g_assert_cmpuint (bjt_tile_catalogue_get_n_entries (catalogue), ==, N_PRESETS);
  g_assert_null (bjt_tile_catalogue_find (catalogue, entry->id));
}

/* The number is the user's; nobody else vouches for one. */
static void
test_review_number (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (BjtTileCatalogue) catalogue = bjt_tile_catalogue_new (self->path);
  g_autoptr (BjtTileCatalogue) again = NULL;
  g_autoptr (BjtTileEntry) preset = NULL;

  for (guint i = 0; i < N_PRESETS; i++)
    g_assert_null (bjt_tile_catalogue_get_entry (catalogue, i)->review_number);
  preset = bjt_tile_entry_copy (bjt_tile_catalogue_find (catalogue, "tianditu-vec"));
  preset->review_number = g_strdup ("GS(2026)1号");
  put (catalogue, preset);
  again = bjt_tile_catalogue_new (self->path);
  g_assert_cmpstr (bjt_tile_catalogue_find (again, "tianditu-vec")->review_number, ==, "GS(2026)1号");
  g_assert_true (bjt_tile_catalogue_find (again, "tianditu-vec")->is_preset);
  g_assert_nonnull (bjt_tile_catalogue_find (again, "tianditu-vec")->attribution);
  g_clear_pointer (&preset->review_number, g_free);
  put (again, preset);
  g_clear_object (&catalogue);
  catalogue = bjt_tile_catalogue_new (self->path);
  g_assert_null (bjt_tile_catalogue_find (catalogue, "tianditu-vec")->review_number);
}

/* A newer program, or a hand, wrote more than is known here. */
static void
test_unknown_kept (Fixture      *self,
                   gconstpointer data)
{
  static const char text[] = "[mine]\nKind=service\nName=mine\nUrl=https://example.org/{z}/{x}/{y}.png\nTint=7\nAttribution=old\n\n"
                             "[later]\nKind=globe\nName=later\n";
  g_autoptr (BjtTileCatalogue) catalogue = NULL;
  g_autoptr (BjtTileEntry) entry = NULL;
  g_autofree char *written = NULL;

  g_file_set_contents (self->path, text, -1, NULL);
  catalogue = bjt_tile_catalogue_new (self->path);
  g_assert_cmpuint (bjt_tile_catalogue_get_n_entries (catalogue), ==, N_PRESETS + 1);
  entry = bjt_tile_entry_copy (bjt_tile_catalogue_find (catalogue, "mine"));
  g_clear_pointer (&entry->attribution, g_free);
  put (catalogue, entry);
  g_file_get_contents (self->path, &written, NULL, NULL);
  g_assert_nonnull (strstr (written, "Tint=7"));
  g_assert_nonnull (strstr (written, "[later]\nKind=globe"));
  g_assert_null (strstr (written, "old"));
  g_clear_pointer (&written, g_free);
  bjt_tile_catalogue_remove (catalogue, "mine", NULL);
  g_file_get_contents (self->path, &written, NULL, NULL);
  g_assert_null (strstr (written, "Tint"));
  g_assert_nonnull (strstr (written, "[later]"));
}

static void
test_damaged (Fixture      *self,
              gconstpointer data)
{
  static const char *const texts[] = { "\xff\xfe\x00", "no list\n[x\n", "[a]\nKind=service\nName=a\n", "[a]\nKind=file\nName=\n", "" };
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BjtTileCatalogue) catalogue = NULL;

      g_file_set_contents (self->path, texts[i], -1, NULL);
      catalogue = bjt_tile_catalogue_new (self->path);
      g_assert_cmpuint (bjt_tile_catalogue_get_n_entries (catalogue), ==, N_PRESETS);
      bjt_tile_catalogue_move (catalogue, "osm", 1, NULL);
      g_assert_cmpint (g_file_test (aside, G_FILE_TEST_EXISTS), ==, i < 2);
      g_unlink (aside);
    }
}

static void
test_unwritable (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *below = g_build_filename (self->path, "maps.ini", NULL); /* of a file */
  g_autoptr (BjtTileCatalogue) catalogue = NULL;
  g_autoptr (BjtTileEntry) entry = new_entry ("a");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, "", 0, NULL);
  catalogue = bjt_tile_catalogue_new (below);
  g_assert_false (bjt_tile_catalogue_put (catalogue, entry, &error));
  g_assert_error (error, BJT_TILE_TROUBLE, BJT_TILE_TROUBLE_CATALOGUE);
  g_assert_cmpstr (get_last (catalogue)->name, ==, "a"); /* for this run */
}

/* Counts */

static void
test_usage (Fixture      *self,
            gconstpointer data)
{
  BjtTileUsage *usage = bjt_tile_usage_new (self->path);

  for (guint i = 0; i < 25; i++)
    bjt_tile_usage_add (usage, "a");
  bjt_tile_usage_add (usage, "b");
  bjt_tile_usage_unref (usage);
  usage = bjt_tile_usage_new (self->path);
  g_assert_cmpuint (bjt_tile_usage_get (usage, "a"), ==, 25);
  g_assert_cmpuint (bjt_tile_usage_get (usage, "b"), ==, 1);
  g_assert_cmpuint (bjt_tile_usage_get (usage, "c"), ==, 0);
  bjt_tile_usage_unref (usage);
  g_file_set_contents (self->path, "[2001-01-01]\na=99\n", -1, NULL); /* another day */
  usage = bjt_tile_usage_new (self->path);
  g_assert_cmpuint (bjt_tile_usage_get (usage, "a"), ==, 0);
  bjt_tile_usage_add (usage, "a");
  g_assert_cmpuint (bjt_tile_usage_get (usage, "a"), ==, 1);
  bjt_tile_usage_unref (usage);
  g_file_set_contents (self->path, "\xff[", -1, NULL);
  usage = bjt_tile_usage_new (self->path);
  g_assert_cmpuint (bjt_tile_usage_get (usage, "a"), ==, 0);
  bjt_tile_usage_unref (usage);
}

/* Keys; no password store runs here. */

static void
keep_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_keyring (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (BjtTileKeyring) keyring = bjt_tile_keyring_new ();
  g_autoptr (BjtTileKeyring) other = bjt_tile_keyring_new ();
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) stored = NULL;
  g_autoptr (GAsyncResult) elsewhere = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GError) error = NULL;

  bjt_tile_keyring_load_async (keyring, "a", NULL, keep_cb, &loaded);
  g_assert_null (bjt_tile_keyring_load_finish (keyring, wait_for (&loaded)));
  bjt_tile_keyring_store_async (keyring, "a", KEY, NULL, keep_cb, &stored);
  g_assert_false (bjt_tile_keyring_store_finish (keyring, wait_for (&stored), &error));
  g_assert_error (error, BJT_TILE_TROUBLE, BJT_TILE_TROUBLE_NO_KEYRING);
  g_assert_null (strstr (error->message, KEY));
  g_assert_cmpstr (bjt_tile_keyring_get (keyring, "a"), ==, KEY); /* for this run */
  bjt_tile_keyring_load_async (other, "a", NULL, keep_cb, &elsewhere);
  g_assert_null (bjt_tile_keyring_load_finish (other, wait_for (&elsewhere)));
  bjt_tile_keyring_store_async (keyring, "a", "", NULL, keep_cb, &removed);
  bjt_tile_keyring_store_finish (keyring, wait_for (&removed), NULL);
  g_assert_null (bjt_tile_keyring_get (keyring, "a"));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/tile-catalogue/round-trip", test_round_trip);
  ADD ("/tile-catalogue/order", test_order);
  ADD ("/tile-catalogue/review-number", test_review_number);
  ADD ("/tile-catalogue/unknown-kept", test_unknown_kept);
  ADD ("/tile-catalogue/damaged", test_damaged);
  ADD ("/tile-catalogue/unwritable", test_unwritable);
  ADD ("/tile-usage/days", test_usage);
  ADD ("/tile-keyring/no-store", test_keyring);
  return g_test_run ();
}
