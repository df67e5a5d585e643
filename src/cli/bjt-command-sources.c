/* bjt-command-sources.c: the user's list of base maps, the same as the window's.
 * A key of a service is never printed. */
#include <string.h>

#include "bjt-cli.h"
#include "bjt-command-sources.h"
#include "geo/bjt-mercator.h"
#include "tiles/bjt-tile-catalogue.h"
#include "tiles/bjt-tile-picture.h"
#include "tiles/bjt-tile-template.h"
#include "tiles/bjt-tile-trouble.h"
#include "workspace/bjt-tile-opener.h"
#include "workspace/bjt-tile-test.h"

#define MAX_ZOOM 24
#define KEYRING_PATIENCE_MS 5000 /* a password store that asks, and nobody is there */

/* Faces translate what the core says. */
static BjtExit
refuse (const char *name,
        GError     *error)
{
  const char *reason = error->domain == BJT_TILE_TROUBLE ? gettext (error->message) : error->message;

  g_printerr ("bjt: %s: %s\n", name, reason);
  g_error_free (error);
  return BJT_EXIT_REFUSED;
}

/* Waiting for what is done in the main loop */

typedef struct
{
  GMainLoop    *loop;
  GAsyncResult *result;
} Waiting;

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  Waiting *waiting = data;

  waiting->result = g_object_ref (result);
  g_main_loop_quit (waiting->loop);
}

static gboolean
give_up_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_CONTINUE;
}

static void
load_key (BjtTileServices    *services,
          const BjtTileEntry *entry)
{
  BjtTileKeyring *keyring = bjt_tile_services_get_keyring (services);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { .loop = loop };
  guint   timer;

  if (entry->key_name == NULL || bjt_tile_keyring_get (keyring, entry->key_name) != NULL)
    return;
  timer = g_timeout_add (KEYRING_PATIENCE_MS, give_up_cb, cancellable);
  bjt_tile_keyring_load_async (keyring, entry->key_name, cancellable, keep_result_cb, &waiting);
  g_main_loop_run (loop);
  g_source_remove (timer);
  bjt_tile_keyring_load_finish (keyring, waiting.result);
  g_object_unref (waiting.result);
}

static gboolean
store_key (BjtTileServices *services,
           const char      *name,
           const char      *key,
           GError         **error)
{
  BjtTileKeyring *keyring = bjt_tile_services_get_keyring (services);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  Waiting waiting = { .loop = loop };

  bjt_tile_keyring_store_async (keyring, name, key, NULL, keep_result_cb, &waiting);
  g_main_loop_run (loop);
  result = waiting.result;
  return bjt_tile_keyring_store_finish (keyring, result, error);
}

/* The list */

static const char *
get_key_state (const BjtTileEntry *entry,
               BjtTileServices    *services)
{
  if (entry->key_name == NULL)
    return "not-needed";
  return bjt_tile_keyring_get (bjt_tile_services_get_keyring (services), entry->key_name) != NULL ? "stored" : "none";
}

static const char *
get_state (const BjtTileEntry *entry,
           BjtTileServices    *services)
{
  if (entry->kind == BJT_TILE_ENTRY_FILE && !g_file_test (entry->location, G_FILE_TEST_IS_REGULAR))
    return "file-missing";
  return strcmp (get_key_state (entry, services), "none") == 0 ? "needs-key" : "ready";
}

static BjtExit
list_sources (BjtCli           *cli,
              BjtTileCatalogue *catalogue,
              BjtTileServices  *services)
{
  static const char *const columns[] = { "id", "name", "kind", "datum", "state", "key", NULL };
  static const char *const kinds[] = { "painted", "file", "service" };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < bjt_tile_catalogue_get_n_entries (catalogue); i++)
    {
      const BjtTileEntry *entry = bjt_tile_catalogue_get_entry (catalogue, i);

      load_key (services, entry);
      bjt_listing_add_text (listing, entry->id);
      bjt_listing_add_text (listing, entry->name);
      bjt_listing_add_text (listing, kinds[entry->kind]);
      bjt_listing_add_text (listing, bjt_datum_get_name (entry->datum));
      bjt_listing_add_text (listing, get_state (entry, services));
      bjt_listing_add_text (listing, get_key_state (entry, services));
    }
  bjt_listing_print (listing, cli->format);
  return BJT_EXIT_GOOD;
}

/* The test of one */

static gboolean
read_place (const char *text,
            BjtPoint   *place)
{
  char *end;

  place->x = g_ascii_strtod (text, &end);
  if (end == text || *end != ',')
    return FALSE;
  text = end + 1;
  place->y = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && place->x >= -180 && place->x <= 180 && place->y >= -85 && place->y <= 85;
}

/* The middle of the community, if one is named, else of the pack, else the
 * capital. */
static gboolean
find_place (BjtCli        *cli,
            BjtTileSource *source,
            BjtPoint      *place,
            BjtExit       *exit_code)
{
  const BjtBox *bounds = &bjt_tile_source_get_info (source)->bounds;

  *place = BJT_TILE_TEST_PLACE;
  if (cli->db != NULL)
    {
      g_autoptr (BjtWorkspace) workspace = bjt_cli_open (cli, exit_code);

      if (workspace == NULL)
        return FALSE;
      *place = bjt_tile_test_find_place (bjt_workspace_get_picture (workspace));
    }
  else if (!bjt_box_is_empty (bounds))
    *place = (BjtPoint) { (bounds->x1 + bounds->x2) / 2, (bounds->y1 + bounds->y2) / 2 };
  return TRUE;
}

static void
print_test (BjtCli            *cli,
            const char        *name,
            const BjtTileTest *test)
{
  static const char *const columns[] = { "name", "state", "tile", "ms", "bytes", "format", "width", "height", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autofree char *tile = g_strdup_printf ("%u/%u/%u", test->address.zoom, test->address.column, test->address.row);
  BjtTilePicture   picture = { .format = "pbf" };

  if (test->is_picture)
    bjt_tile_picture_read (&picture, test->bytes, NULL);
  bjt_listing_add_text (listing, name);
  bjt_listing_add_text (listing, "works");
  bjt_listing_add_text (listing, tile);
  bjt_listing_add_int (listing, test->ms);
  bjt_listing_add_int (listing, (gint64) g_bytes_get_size (test->bytes));
  bjt_listing_add_text (listing, picture.format);
  bjt_listing_add_int (listing, picture.width);
  bjt_listing_add_int (listing, picture.height);
  bjt_listing_print (listing, cli->format);
}

static BjtTileTest *
run_test (BjtTileSource *source,
          BjtPoint       place,
          GError       **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  Waiting waiting = { .loop = loop };

  bjt_tile_test_async (source, place, NULL, keep_result_cb, &waiting);
  g_main_loop_run (loop);
  result = waiting.result;
  return bjt_tile_test_finish (result, error);
}

static BjtTileSource *
open_source (BjtTileCatalogue *catalogue,
             BjtTileServices  *services,
             const char       *name,
             GError          **error)
{
  const BjtTileEntry *entry = bjt_tile_catalogue_find (catalogue, name);

  if (entry == NULL && g_file_test (name, G_FILE_TEST_EXISTS))
    return bjt_tile_opener_open (name, error);
  if (entry == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("no base map and no file has this name; bjt tiles sources lists the base maps"));
      return NULL;
    }
  if (entry->kind == BJT_TILE_ENTRY_PAINTED)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("it is painted here, there is no tile to fetch"));
      return NULL;
    }
  load_key (services, entry);
  return bjt_tile_opener_open_entry (entry, services, FALSE, error);
}

static BjtExit
test_source (BjtCli           *cli,
             BjtTileCatalogue *catalogue,
             BjtTileServices  *services,
             const char       *name,
             const char       *at)
{
  GError  *error = NULL;
  BjtExit  exit_code;
  BjtPoint place;
  g_autoptr (BjtTileSource) source = NULL;
  g_autoptr (BjtTileTest) test = NULL;

  if (at != NULL && !read_place (at, &place))
    return bjt_cli_usage (_("“%s” is no place; it wants LON,LAT like 129.76,43.32"), at);
  source = open_source (catalogue, services, name, &error);
  if (source == NULL)
    return refuse (name, error);
  if (at == NULL && !find_place (cli, source, &place, &exit_code))
    return exit_code;
  test = run_test (source, place, &error);
  if (test == NULL)
    return refuse (name, error);
  print_test (cli, name, test);
  return BJT_EXIT_GOOD;
}

/* Changing the list */

typedef struct
{
  char *at;
  char *datum;
  char *labels;
  char *attribution;
  char *review_number;
  int   min_zoom;
  int   max_zoom;
} SourceOptions;

static void
source_options_clear (SourceOptions *self)
{
  g_free (self->at);
  g_free (self->datum);
  g_free (self->labels);
  g_free (self->attribution);
  g_free (self->review_number);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SourceOptions, source_options_clear)

static BjtTileEntry *
new_file_entry (const char *name,
                const char *path,
                GError    **error)
{
  g_autoptr (BjtTileSource) source = bjt_tile_opener_open (path, error);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  return source != NULL ? bjt_tile_entry_new_for_pack (name, whole, bjt_tile_source_get_info (source)) : NULL;
}

/* A key in the address goes to the password store, or nothing is added. */
static BjtTileEntry *
new_service_entry (BjtTileServices     *services,
                   const char          *name,
                   const char          *url,
                   const SourceOptions *options,
                   GError             **error)
{
  g_autofree char *key = NULL;
  g_autofree char *address = bjt_tile_template_take_key (url, &key);
  g_autofree char *label_key = NULL;
  g_autofree char *labels = options->labels != NULL ? bjt_tile_template_take_key (options->labels, &label_key) : NULL;
  g_autoptr (BjtTileTemplate) template = bjt_tile_template_new (address, error);
  g_autoptr (BjtTileTemplate) label_template = template != NULL && labels != NULL ? bjt_tile_template_new (labels, error) : NULL;
  g_autoptr (BjtTileEntry) entry = NULL;

  if (template == NULL || (label_template == NULL && labels != NULL))
    return NULL;
  entry = bjt_tile_entry_new (BJT_TILE_ENTRY_SERVICE, name, address);
  entry->labels = g_steal_pointer (&labels);
  entry->min_zoom = (guint) options->min_zoom;
  entry->max_zoom = (guint) options->max_zoom;
  if (bjt_tile_template_wants_key (template) || (label_template != NULL && bjt_tile_template_wants_key (label_template)))
    entry->key_name = g_strdup (entry->id);
  if (key == NULL)
    key = g_steal_pointer (&label_key);
  if (key == NULL || store_key (services, entry->id, key, error))
    return g_steal_pointer (&entry);
  g_clear_error (error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("this computer has no password store to keep the key in; nothing was added"));
  return NULL;
}

static BjtExit
add_source (BjtTileCatalogue    *catalogue,
            BjtTileServices     *services,
            const char          *name,
            const char          *location,
            const SourceOptions *options)
{
  g_autoptr (BjtTileEntry) entry = NULL;
  GError  *error = NULL;
  BjtDatum datum = BJT_DATUM_CGCS2000;

  if (options->datum != NULL && !bjt_datum_init_from_name (&datum, options->datum))
    return bjt_cli_usage (_("--datum is cgcs2000, gcj02 or bd09, not “%s”"), options->datum);
  if (options->min_zoom < 0 || options->max_zoom > MAX_ZOOM || options->min_zoom > options->max_zoom)
    return bjt_cli_usage (_("zooms go from 0 to %d, the least first"), MAX_ZOOM);
  if (bjt_tile_catalogue_find (catalogue, name) != NULL)
    return bjt_cli_usage (_("there is a base map “%s” already"), name);
  entry = strstr (location, "://") != NULL ? new_service_entry (services, name, location, options, &error) : new_file_entry (name, location, &error);
  if (entry == NULL)
    return refuse (name, error);
  if (options->datum != NULL)
    entry->datum = datum;
  entry->attribution = g_strdup (options->attribution);
  entry->review_number = g_strdup (options->review_number);
  return bjt_tile_catalogue_put (catalogue, entry, &error) ? BJT_EXIT_GOOD : refuse (name, error);
}

static BjtExit
remove_source (BjtTileCatalogue *catalogue,
               BjtTileServices  *services,
               const char       *name)
{
  const BjtTileEntry *entry = bjt_tile_catalogue_find (catalogue, name);
  g_autofree char    *id = entry != NULL ? g_strdup (entry->id) : NULL;
  GError             *error = NULL;

  if (entry == NULL)
    return bjt_cli_usage (_("there is no base map “%s”; bjt tiles sources lists them"), name);
  if (entry->is_preset)
    return bjt_cli_usage (_("“%s” belongs to the program and cannot be removed"), name);
  load_key (services, entry);
  if (entry->key_name != NULL && bjt_tile_keyring_get (bjt_tile_services_get_keyring (services), entry->key_name) != NULL
      && !store_key (services, entry->key_name, NULL, &error))
    return refuse (name, error);
  return bjt_tile_catalogue_remove (catalogue, id, &error) ? BJT_EXIT_GOOD : refuse (name, error);
}

gboolean
bjt_command_sources_knows (const char *word)
{
  static const char *const words[] = { "sources", "test", "add", "remove", NULL };

  return g_strv_contains (words, word);
}

BjtExit
bjt_command_sources (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  g_auto (SourceOptions) options = { .max_zoom = 18 };
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_ ("Where the tile is fetched; the middle of the community or pack when left out"), N_ ("LON,LAT") },
    { "datum", 0, 0, G_OPTION_ARG_STRING, &options.datum, N_ ("Of the tiles: cgcs2000, gcj02, bd09"), N_ ("NAME") },
    { "labels", 0, 0, G_OPTION_ARG_STRING, &options.labels, N_ ("Address of the labels that are laid over it"), N_ ("URL") },
    { "min-zoom", 0, 0, G_OPTION_ARG_INT, &options.min_zoom, N_ ("The least zoom that the service has"), N_ ("N") },
    { "max-zoom", 0, 0, G_OPTION_ARG_INT, &options.max_zoom, N_ ("The greatest zoom that the service has"), N_ ("N") },
    { "attribution", 0, 0, G_OPTION_ARG_STRING, &options.attribution, N_ ("Whose map it is"), N_ ("TEXT") },
    { "review-number", 0, 0, G_OPTION_ARG_STRING, &options.review_number, N_ ("The review number that the service shows"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (BjtTileCatalogue) catalogue = NULL;
  g_autoptr (BjtTileServices) services = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse ("sources|test|add|remove [NAME] [URL|FILE]", entries, &argc, &argv, &exit_code))
    return exit_code;
  catalogue = bjt_tile_catalogue_new (NULL);
  services = bjt_tile_services_new ();
  if (argc == 2 && strcmp (argv[1], "sources") == 0)
    return list_sources (cli, catalogue, services);
  if (argc == 3 && strcmp (argv[1], "test") == 0)
    return test_source (cli, catalogue, services, argv[2], options.at);
  if (argc == 4 && strcmp (argv[1], "add") == 0)
    return add_source (catalogue, services, argv[2], argv[3], &options);
  if (argc == 3 && strcmp (argv[1], "remove") == 0)
    return remove_source (catalogue, services, argv[2]);
  return bjt_cli_usage (_("use: bjt tiles sources, bjt tiles test NAME|FILE [--at LON,LAT], bjt tiles add NAME URL|FILE [--datum NAME], bjt tiles remove NAME"));
}
