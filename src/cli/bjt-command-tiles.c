/* bjt-command-tiles.c: what a pack of tiles holds, and what a tile looks like.
 * Needs no community. */
#include <cairo.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "bjt-cli.h"
#include "bjt-command-sources.h"
#include "paint/bjt-map-frame.h"
#include "basemap/bjt-tile-painter.h"
#include "tiles/bjt-pmtiles-source.h"
#include "workspace/bjt-tile-opener.h"

#define MAX_ZOOM 24u

/* One thing that is told of a pack; names are stable. */
typedef struct
{
  const char  *name;
  char        *text;   /* NULL: a number */
  double       number;
  char *const *words;  /* borrowed; what the text joins, may be NULL */
} Fact;

static void
fact_clear (gpointer data)
{
  g_free (((Fact *) data)->text);
}

static void
add_text (GArray     *facts,
          const char *name,
          const char *text)
{
  Fact fact = { .name = name, .text = g_strdup (text) };

  if (text != NULL)
    g_array_append_val (facts, fact);
}

static void
add_number (GArray     *facts,
            const char *name,
            double      number)
{
  Fact fact = { .name = name, .number = number };

  g_array_append_val (facts, fact);
}

static void
add_words (GArray      *facts,
           const char  *name,
           char *const *words)
{
  Fact fact = { .name = name, .words = words };

  if (words == NULL)
    return;
  fact.text = g_strjoinv (", ", (char **) words);
  g_array_append_val (facts, fact);
}

static void
add_header (GArray                 *facts,
            const BjtPmtilesHeader *header)
{
  add_number (facts, "directory_entries", (double) header->n_entries);
  add_number (facts, "different_tiles", (double) header->n_contents);
  add_text (facts, "clustered", header->is_clustered ? "yes" : "no");
  add_text (facts, "directory_compression", bjt_tile_compression_get_name (header->internal_compression));
  add_text (facts, "tile_compression", bjt_tile_compression_get_name (header->tile_compression));
  add_number (facts, "metadata_bytes", (double) header->metadata_size);
  add_number (facts, "tiles_bytes", (double) header->tiles_size);
}

static GArray *
list_facts (BjtTileSource *source)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (source);
  GArray            *facts = g_array_new (FALSE, FALSE, sizeof (Fact));
  gint64             n_tiles = bjt_tile_opener_count_tiles (source, NULL);

  g_array_set_clear_func (facts, fact_clear);
  add_text (facts, "name", info->name);
  add_text (facts, "pack", BJT_IS_PMTILES_SOURCE (source) ? "pmtiles" : "mbtiles");
  add_text (facts, "kind", info->kind == BJT_TILE_VECTOR ? "vector" : "raster");
  add_text (facts, "format", info->format);
  add_number (facts, "min_zoom", info->min_zoom);
  add_number (facts, "max_zoom", info->max_zoom);
  add_number (facts, "tile_size", info->tile_size);
  if (!bjt_box_is_empty (&info->bounds))
    {
      add_number (facts, "west", info->bounds.x1);
      add_number (facts, "south", info->bounds.y1);
      add_number (facts, "east", info->bounds.x2);
      add_number (facts, "north", info->bounds.y2);
    }
  if (n_tiles >= 0)
    add_number (facts, "tiles", (double) n_tiles);
  add_words (facts, "layers", info->layers);
  add_text (facts, "attribution", info->attribution);
  add_text (facts, "datum", bjt_datum_get_name (info->datum));
  add_text (facts, "review_number", info->review_number);
  if (BJT_IS_PMTILES_SOURCE (source))
    add_header (facts, bjt_pmtiles_source_get_header (BJT_PMTILES_SOURCE (source)));
  return facts;
}

static void
add_json (JsonBuilder *builder,
          const Fact  *fact)
{
  json_builder_set_member_name (builder, fact->name);
  if (fact->words != NULL)
    {
      json_builder_begin_array (builder);
      for (guint i = 0; fact->words[i] != NULL; i++)
        json_builder_add_string_value (builder, fact->words[i]);
      json_builder_end_array (builder);
    }
  else if (fact->text != NULL)
    json_builder_add_string_value (builder, fact->text);
  else if (fact->number == floor (fact->number))
    json_builder_add_int_value (builder, (gint64) fact->number);
  else
    json_builder_add_double_value (builder, fact->number);
}

static void
print_json (const GArray *facts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < facts->len; i++)
    add_json (builder, &g_array_index (facts, Fact, i));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static BjtExit
show_info (BjtCli     *cli,
           const char *path)
{
  static const char *const columns[] = { "fact", "value", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GArray) facts = NULL;
  GError *error = NULL;
  g_autoptr (BjtTileSource) source = bjt_tile_opener_open (path, &error);

  if (source == NULL)
    return bjt_cli_refuse (error);
  facts = list_facts (source);
  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);

      bjt_listing_add_text (listing, fact->name);
      if (fact->text != NULL)
        bjt_listing_add_text (listing, fact->text);
      else
        bjt_listing_add_number (listing, fact->number);
    }
  if (cli->format == BJT_LISTING_JSON)
    print_json (facts);
  else
    bjt_listing_print (listing, cli->format);
  return BJT_EXIT_GOOD;
}

/* z/x/y */
static gboolean
read_address (const char     *text,
              BjtTileAddress *address)
{
  g_auto (GStrv) words = g_strsplit (text, "/", 4);
  guint64 numbers[3];

  if (g_strv_length (words) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_unsigned (words[i], 10, 0, i == 0 ? MAX_ZOOM : (1u << MAX_ZOOM) - 1, &numbers[i], NULL))
      return FALSE;
  *address = (BjtTileAddress) { (guint) numbers[0], (guint) numbers[1], (guint) numbers[2] };
  return address->column < 1u << address->zoom && address->row < 1u << address->zoom;
}

static gboolean
is_blank (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  gsize         size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);

  return data[0] == 0 && memcmp (data, data + 1, size - 1) == 0;
}

/* Vector tiles lie on the ground of the style; pictures bring theirs. */
static void
lay_ground (cairo_surface_t   *surface,
            const BjtMapStyle *style)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OVER);
  bjt_map_style_set_source (cr, style->ground, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* Returns: (transfer full): the square of the world that the address names, or
 *   %NULL with one clear line */
static cairo_surface_t *
paint_tile (BjtTileSource        *source,
            const BjtTileAddress *address,
            int                   size,
            const BjtMapStyle    *style,
            GError              **error)
{
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (source);
  g_autofree char *trouble = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t         *cr = cairo_create (surface);
  BjtMapFrame      frame;

  bjt_map_frame_init_tile (&frame, address->zoom, address->column, address->row, size);
  bjt_tile_painter_paint (painter, cr, &frame, style);
  bjt_tile_painter_paint_names (painter, cr, &frame, style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  trouble = bjt_tile_painter_take_error (painter);
  if (trouble == NULL && !is_blank (surface))
    {
      if (bjt_tile_source_get_info (source)->kind == BJT_TILE_VECTOR)
        lay_ground (surface, style);
      return surface;
    }
  if (trouble != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, trouble);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("“%s” shows nothing at %u/%u/%u"), bjt_tile_source_get_info (source)->name,
                 address->zoom, address->column, address->row);
  cairo_surface_destroy (surface);
  return NULL;
}

static const BjtMapStyle *
find_style (const char *name)
{
  static const struct
  {
    const char        *name;
    const BjtMapStyle *style;
  } styles[] = { { "light", &BJT_MAP_STYLE_LIGHT }, { "dark", &BJT_MAP_STYLE_DARK }, { "print", &BJT_MAP_STYLE_PRINT } };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (name == NULL || g_str_equal (name, styles[i].name))
      return styles[i].style;
  return NULL;
}

static BjtExit
render (const char           *path,
        const BjtTileAddress *address,
        int                   size,
        const BjtMapStyle    *style,
        const char           *output)
{
  GError          *error = NULL;
  cairo_surface_t *surface;
  cairo_status_t   status;
  g_autoptr (BjtTileSource) source = bjt_tile_opener_open (path, &error);

  if (source == NULL)
    return bjt_cli_refuse (error);
  if (size == 0)
    size = (int) bjt_tile_source_get_info (source)->tile_size;
  surface = paint_tile (source, address, size, style, &error);
  if (surface == NULL)
    return bjt_cli_refuse (error);
  status = cairo_surface_write_to_png (surface, output);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return BJT_EXIT_GOOD;
  return bjt_cli_refuse (g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _("%s can't be written: %s"), output, cairo_status_to_string (status)));
}

BjtExit
bjt_command_tiles (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *style_name = NULL;
  int              size = 0; /* as the tiles are meant */
  GOptionEntry     entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PNG file to write"), N_ ("FILE") },
    { "size", 0, 0, G_OPTION_ARG_INT, &size, N_ ("256 or 512 pixels; what the tiles are meant for when left out"), N_ ("N") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &style_name, N_ ("How vector tiles are painted: light, dark, print"), N_ ("NAME") },
    { NULL },
  };
  const BjtMapStyle *style;
  BjtTileAddress     address;
  BjtExit            exit_code;

  if (argc > 1 && bjt_command_sources_knows (argv[1]))
    return bjt_command_sources (cli, argc, argv);
  if (!bjt_cli_parse ("info|render FILE [Z/X/Y]", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc == 3 && strcmp (argv[1], "info") == 0)
    return show_info (cli, argv[2]);
  if (argc != 4 || strcmp (argv[1], "render") != 0 || output == NULL)
    return bjt_cli_usage (_("use: bjt tiles info FILE, bjt tiles render FILE Z/X/Y -o FILE [--size 256|512] [--style light|dark|print]"));
  if (!read_address (argv[3], &address))
    return bjt_cli_usage (_("“%s” is no tile; it wants ZOOM/COLUMN/ROW like 12/3423/1763, rows from the north"), argv[3]);
  style = find_style (style_name);
  if (style == NULL || (size != 0 && size != 256 && size != 512))
    return bjt_cli_usage (_("--size is 256 or 512, --style light, dark or print"));
  return render (argv[2], &address, size, style, output);
}
