/* bench-tiles.c: unpacks, sorts and paints every vector tile of a pack at
 * 256 px with its names, on one thread, then paints a whole window of them.
 * Prints the figures as JSON. */
#include <math.h>

#include "geo/bjt-mercator.h"
#include "basemap/bjt-tile-painter.h"
#include "basemap/bjt-vector-names.h"
#include "basemap/bjt-vector-painter.h"
#include "workspace/bjt-tile-opener.h"

#define ROUNDS 3
#define SIZE 256

typedef struct
{
  BjtTileSource *source;
  GArray        *addresses; /* BjtTileAddress */
  GPtrArray     *bytes;     /* GBytes */
} Pack;

/* What lies within the bounds that the pack names. */
static void
read_pack (Pack *self)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (self->source);
  double             n = exp2 (info->max_zoom);
  BjtPoint           low = bjt_mercator_project ((BjtPoint) { info->bounds.x1, info->bounds.y2 });
  BjtPoint           high = bjt_mercator_project ((BjtPoint) { info->bounds.x2, info->bounds.y1 });

  for (guint row = (guint) (low.y * n); row <= high.y * n; row++)
    for (guint column = (guint) (low.x * n); column <= high.x * n; column++)
      {
        BjtTileAddress address = { info->max_zoom, column, row };
        GBytes        *bytes = NULL;

        if (bjt_tile_source_read (self->source, &address, &bytes, NULL) != BJT_TILE_READY)
          continue;
        g_array_append_val (self->addresses, address);
        g_ptr_array_add (self->bytes, bytes);
      }
}

static void
paint_tile (cairo_t              *cr,
            const BjtTileAddress *address,
            BjtVectorScene       *scene)
{
  BjtTileContent content = { .state = BJT_TILE_READY, .scene = scene };
  BjtTilePiece   piece = { .content = &content, .address = *address, .area = *address };
  BjtTileGrid    grid;
  BjtMapFrame    frame;

  bjt_map_frame_init_tile (&frame, address->zoom, address->column, address->row, SIZE);
  bjt_tile_grid_init (&grid, &frame, BJT_DATUM_CGCS2000, address->zoom, 0);
  bjt_map_style_set_source (cr, BJT_MAP_STYLE_LIGHT.ground, 1);
  cairo_paint (cr);
  cairo_save (cr);
  bjt_vector_painter_paint (cr, &grid, &piece, 1, &BJT_MAP_STYLE_LIGHT);
  cairo_restore (cr);
  bjt_vector_names_paint (cr, &grid, &piece, 1, &BJT_MAP_STYLE_LIGHT);
}

/* Seconds of the processor. */
static double
get_time (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static void
paint_all (const Pack *self,
           double     *decode,
           double     *paint)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t         *cr = cairo_create (surface);

  for (guint i = 0; i < self->bytes->len; i++)
    {
      double          began = get_time (), decoded;
      BjtVectorScene *scene = bjt_vector_scene_new_from_bytes (g_ptr_array_index (self->bytes, i), NULL);

      decoded = get_time ();
      *decode += decoded - began;
      if (scene == NULL)
        continue;
      paint_tile (cr, &g_array_index (self->addresses, BjtTileAddress, i), scene);
      *paint += get_time () - decoded;
      bjt_vector_scene_unref (scene);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Milliseconds of a window of 1400 × 900 with its tiles at hand. */
static double
paint_window (const Pack *self)
{
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (self->source);
  const BjtTileAddress *middle = &g_array_index (self->addresses, BjtTileAddress, self->addresses->len / 2);
  double                n = exp2 (middle->zoom), taken = 0;
  cairo_surface_t      *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1400, 900);
  cairo_t              *cr = cairo_create (surface);
  BjtMapFrame           frame;

  bjt_map_frame_init_view (&frame, (BjtPoint) { (middle->column + 0.5) / n, (middle->row + 0.5) / n }, n * 512, 1400, 900);
  for (guint i = 0; i <= ROUNDS; i++)
    {
      double began = get_time ();

      bjt_tile_painter_paint (painter, cr, &frame, &BJT_MAP_STYLE_LIGHT);
      bjt_tile_painter_paint_names (painter, cr, &frame, &BJT_MAP_STYLE_LIGHT);
      taken += i > 0 ? get_time () - began : 0;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return taken / ROUNDS * 1000;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) addresses = g_array_new (FALSE, FALSE, sizeof (BjtTileAddress));
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (BjtTileSource) source = NULL;
  g_autoptr (GError) error = NULL;
  double decode = 0, paint = 0, n_tiles;
  Pack   self = { .addresses = addresses, .bytes = bytes };

  source = argc == 2 ? bjt_tile_opener_open (argv[1], &error) : NULL;
  if (source == NULL)
    {
      g_printerr ("bench-tiles: %s\n", error != NULL ? error->message : "which pack?");
      return 1;
    }
  self.source = source;
  if (bjt_box_is_empty (&bjt_tile_source_get_info (source)->bounds))
    {
      g_printerr ("bench-tiles: the pack does not say where it lies\n");
      return 1;
    }
  read_pack (&self);
  if (bytes->len == 0)
    {
      g_printerr ("bench-tiles: the pack has no tiles within its bounds\n");
      return 1;
    }
  for (guint i = 0; i < ROUNDS; i++)
    paint_all (&self, &decode, &paint);
  n_tiles = (double) bytes->len * ROUNDS;
  g_print ("{\"tiles\": %u, \"decode_ms\": %.3f, \"paint_ms\": %.3f, \"tiles_per_second\": %.1f, \"window_ms\": %.1f}\n",
           bytes->len, decode / n_tiles * 1000, paint / n_tiles * 1000, n_tiles / (decode + paint), paint_window (&self));
  return 0;
}
