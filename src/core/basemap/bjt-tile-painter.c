/* bjt-tile-painter.c: finds what is to be shown for each tile under a frame.
 *
 * The zoom is the one whose pictures come nearest to the dots of the surface.
 * Where a tile is not there, the part of its nearest parent is shown; while it
 * is on its way, also those of its children that are at hand. A tile whose
 * bytes make no sense leaves a hole and is not read again; the first error is
 * told once, all are counted. What is painted depends on the place in the world
 * alone. May be used by any thread; paints for one at a time. */
#include "bjt-tile-painter.h"

#include "bjt-tile-shelf.h"
#include "bjt-tile-grid.h"
#include "bjt-tile-image.h"
#include "bjt-vector-names.h"
#include "bjt-vector-painter.h"

#include <math.h>

#define MAX_CACHE_SIZE (96u << 20)
#define MAX_PICTURES 600 /* of one painting */
#define MAX_SCENES 160
#define MAX_PARENTS 6
#define MAX_ZOOM 24u
#define MAX_DENSITY 2.0    /* dots per px: beyond that the names in pictures are too small to read */
#define NAME_MARGIN 100.0  /* px around a frame from where a name may reach into it */
#define PAPER_DENSITY 3.125 /* dots per px on paper: 300 dpi */
#define MAX_PAPER_SIDE 6000.0

struct _BjtTilePainter
{
  gatomicrefcount references;

  /* Owned */
  BjtTileSource *source;
  gulong         arrived_handler;
  GMutex         mutex; /* for the cache: held as long as a painting takes */
  BjtTileShelf  *cache;
  GMutex         error_mutex; /* held for an instant: the main thread asks */
  char          *error;       /* the first one, until it is taken */
  guint          n_errors;
  guint          n_pending; /* under the mutex of the cache */
  int           *has_arrived; /* atomic, shared with the handler: what failed may be tried again */
};

/* One painting. */
typedef struct
{
  BjtTilePainter *painter;
  BjtTileGrid     grid;
  GArray         *pieces; /* BjtTilePiece */
  GArray         *wanted; /* BjtTileAddress */
} Search;

static void
arrived_cb (BjtTileSource *source,
            int           *has_arrived)
{
  g_atomic_int_set (has_arrived, TRUE);
}

static void
release_flag (gpointer  flag,
              GClosure *closure)
{
  g_atomic_rc_box_release (flag);
}

BjtTilePainter *
bjt_tile_painter_new (BjtTileSource *source)
{
  BjtTilePainter *self = g_new0 (BjtTilePainter, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->error_mutex);
  self->source = g_object_ref (source);
  self->cache = bjt_tile_shelf_new (MAX_CACHE_SIZE);
  self->has_arrived = g_atomic_rc_box_new0 (int);
  self->arrived_handler = g_signal_connect_data (source, "arrived", G_CALLBACK (arrived_cb),
                                                 g_atomic_rc_box_acquire (self->has_arrived), release_flag, 0);
  return self;
}

BjtTilePainter *
bjt_tile_painter_ref (BjtTilePainter *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_tile_painter_unref (BjtTilePainter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_signal_handler_disconnect (self->source, self->arrived_handler);
  g_atomic_rc_box_release (self->has_arrived);
  g_object_unref (self->source);
  bjt_tile_shelf_free (self->cache);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->error_mutex);
  g_free (self->error);
  g_free (self);
}

BjtTileSource *
bjt_tile_painter_get_source (BjtTilePainter *self)
{
  return self->source;
}

/**
 * bjt_tile_painter_take_error:
 *
 * Returns: (transfer full) (nullable): what went wrong first, told once
 */
char *
bjt_tile_painter_take_error (BjtTilePainter *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->error_mutex);

  return g_steal_pointer (&self->error);
}

guint
bjt_tile_painter_get_n_errors (BjtTilePainter *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->error_mutex);

  return self->n_errors;
}

guint
bjt_tile_painter_take_n_pending (BjtTilePainter *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  guint n_pending = self->n_pending;

  self->n_pending = 0;
  return n_pending;
}

/* A source that is in trouble says so itself. */
static void
note_error (BjtTilePainter *self,
            const GError   *error)
{
  g_autofree char *trouble = bjt_tile_source_dup_trouble (self->source);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->error_mutex);

  if (self->n_errors++ == 0 && trouble == NULL)
    self->error = g_strdup (error->message);
}

static BjtTileContent *
decode (BjtTilePainter       *self,
        const BjtTileAddress *address,
        GBytes               *bytes)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (self->source);
  g_autoptr (GError) error = NULL;
  BjtTileContent *content = bjt_tile_content_new (BJT_TILE_READY);

  if (g_bytes_get_size (bytes) == 0)
    {
      content->state = BJT_TILE_MISSING;
      return content;
    }
  if (info->kind == BJT_TILE_VECTOR)
    content->scene = bjt_vector_scene_new_from_bytes (bytes, &error);
  else
    content->picture = bjt_tile_image_decode (bytes, &error);
  if (error == NULL)
    return content;
  g_prefix_error (&error, "%s, tile %u/%u/%u: ", info->name, address->zoom, address->column, address->row);
  note_error (self, error);
  content->state = BJT_TILE_FAILED;
  content->is_bad = TRUE;
  return content;
}

/* Returns: (transfer none) (nullable): NULL while it is on its way */
static BjtTileContent *
read_content (BjtTilePainter       *self,
              const BjtTileAddress *address)
{
  BjtTileContent            *known = bjt_tile_shelf_get (self->cache, address);
  g_autoptr (BjtTileContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  BjtTileState state;

  if (known != NULL)
    return known;
  state = bjt_tile_source_read (self->source, address, &bytes, &error);
  if (state == BJT_TILE_PENDING)
    {
      self->n_pending++;
      return NULL;
    }
  if (state == BJT_TILE_FAILED && error != NULL)
    note_error (self, error);
  content = state == BJT_TILE_READY && bytes != NULL ? decode (self, address, bytes) : bjt_tile_content_new (state);
  bjt_tile_shelf_add (self->cache, address, content);
  return content; /* the cache holds it */
}

static void
add_piece (Search               *self,
           BjtTileContent       *content,
           const BjtTileAddress *address,
           const BjtTileAddress *area)
{
  BjtTilePiece piece = { .content = bjt_tile_content_ref (content), .address = *address, .area = *area };

  g_array_append_val (self->pieces, piece);
}

static void
add_wanted (Search               *self,
            const BjtTileAddress *address)
{
  for (guint i = self->wanted->len; i > 0; i--)
    {
      const BjtTileAddress *other = &g_array_index (self->wanted, BjtTileAddress, i - 1);

      if (other->zoom == self->grid.zoom && address->zoom != other->zoom)
        break;
      if (other->zoom == address->zoom && other->column == address->column && other->row == address->row)
        return;
    }
  g_array_append_val (self->wanted, *address);
}

/* The part of the nearest parent over the area: read when the tile will never
 * come, else only if it is at hand. */
static void
add_parent (Search               *self,
            const BjtTileAddress *address,
            const BjtTileAddress *area,
            gboolean              is_pending)
{
  guint min_zoom = bjt_tile_source_get_info (self->painter->source)->min_zoom;

  for (guint up = 1; up <= MAX_PARENTS && up + min_zoom <= address->zoom; up++)
    {
      BjtTileAddress  parent = { address->zoom - up, address->column >> up, address->row >> up };
      BjtTileContent *content = bjt_tile_shelf_get (self->painter->cache, &parent);

      if (content == NULL && !is_pending)
        {
          add_wanted (self, &parent);
          content = read_content (self->painter, &parent);
          is_pending = content == NULL;
        }
      if (content == NULL || content->state != BJT_TILE_READY)
        continue;
      add_piece (self, content, &parent, area);
      return;
    }
}

static void
add_children (Search               *self,
              const BjtTileAddress *address)
{
  for (guint c = 0; c < 4; c++)
    {
      BjtTileAddress  child = { address->zoom + 1, address->column * 2 + c % 2, address->row * 2 + c / 2 };
      BjtTileContent *content = bjt_tile_shelf_get (self->painter->cache, &child);

      if (content != NULL && content->state == BJT_TILE_READY)
        add_piece (self, content, &child, &child);
    }
}

/* @area: what is to be filled; deeper than the source goes when over-zoomed */
static void
search (Search               *self,
        const BjtTileAddress *area,
        guint                 max_zoom)
{
  guint           up = area->zoom > max_zoom ? area->zoom - max_zoom : 0;
  BjtTileAddress  address = { area->zoom - up, area->column >> up, area->row >> up };
  BjtTileContent *content;

  add_wanted (self, &address);
  content = read_content (self->painter, &address);
  if (content != NULL && content->state == BJT_TILE_READY)
    {
      add_piece (self, content, &address, area);
      return;
    }
  add_parent (self, &address, area, content == NULL);
  if (content == NULL && up == 0)
    add_children (self, &address);
}

static void
search_all (Search *self,
            guint   max_zoom)
{
  for (guint y = self->grid.y1; y <= self->grid.y2; y++)
    for (guint x = self->grid.x1; x <= self->grid.x2; x++)
      search (self, &(BjtTileAddress) { self->grid.zoom, x, y }, max_zoom);
  bjt_tile_source_want (self->painter->source, (const BjtTileAddress *) (gpointer) self->wanted->data, self->wanted->len);
}

/* Raster tiles */

static void
paint_picture (cairo_t            *cr,
               const BjtTileGrid  *grid,
               const BjtTilePiece *piece)
{
  guint          up = piece->area.zoom - piece->address.zoom;
  double         part = exp2 (up);
  double         width = cairo_image_surface_get_width (piece->content->picture), height = cairo_image_surface_get_height (piece->content->picture);
  double         left = -((double) (piece->area.column % (1u << up)) / part * width), top = -((double) (piece->area.row % (1u << up)) / part * height);
  BjtTilePlace   place;
  cairo_matrix_t matrix;

  bjt_tile_grid_place (grid, &piece->area, &place);
  bjt_tile_place_get_matrix (&place, &matrix);
  cairo_save (cr);
  bjt_tile_place_trace (&place, cr);
  cairo_transform (cr, &matrix);
  cairo_scale (cr, part / width, part / height);
  cairo_set_source_surface (cr, piece->content->picture, left, top);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_fill (cr);
  cairo_restore (cr);
}

static guint
choose_zoom (const BjtTileInfo *info,
             const BjtMapFrame *frame,
             double             density)
{
  double size = info->tile_size > 0 ? info->tile_size : 256;
  double zoom = round (bjt_map_frame_get_zoom (frame) + log2 (fmin (density, MAX_DENSITY)) - log2 (size / 256));

  return (guint) CLAMP (zoom, MIN (info->min_zoom, MAX_ZOOM), MAX_ZOOM);
}

/* @density: dots per px */
static void
paint_pictures (BjtTilePainter    *self,
                cairo_t           *cr,
                const BjtMapFrame *frame,
                double             density)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (self->source);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (BjtTilePiece));
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (BjtTileAddress));
  Search state = { .painter = self, .pieces = pieces, .wanted = wanted };

  g_array_set_clear_func (pieces, (GDestroyNotify) bjt_tile_piece_clear);
  if (!bjt_tile_grid_init (&state.grid, frame, info->datum, choose_zoom (info, frame, density), 0)
      || bjt_tile_grid_count (&state.grid) > MAX_PICTURES)
    return;
  search_all (&state, MIN (info->max_zoom, MAX_ZOOM));
  /* Neighbours share their edges, so each dot belongs to one of them. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < pieces->len; i++)
    paint_picture (cr, &state.grid, &g_array_index (pieces, BjtTilePiece, i));
}

/* Pictures side by side show seams in a page that is drawn at any size: there
 * they become one picture first. */
static void
paint_pictures_on_page (BjtTilePainter    *self,
                        cairo_t           *cr,
                        const BjtMapFrame *frame)
{
  BjtPoint low = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x1, frame->box.y1 });
  BjtPoint high = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x2, frame->box.y2 });
  double   dots = fmin (PAPER_DENSITY / frame->px, MAX_PAPER_SIDE / fmax (high.x - low.x, high.y - low.y));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil ((high.x - low.x) * dots), (int) ceil ((high.y - low.y) * dots));
  cairo_t         *page = cairo_create (surface);

  cairo_scale (page, dots, dots);
  cairo_translate (page, -low.x, -low.y);
  paint_pictures (self, page, frame, MAX_DENSITY);
  cairo_destroy (page);
  cairo_save (cr);
  cairo_rectangle (cr, low.x, low.y, high.x - low.x, high.y - low.y);
  cairo_clip (cr);
  cairo_translate (cr, low.x, low.y);
  cairo_scale (cr, 1 / dots, 1 / dots);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static double
get_dots (cairo_t *cr)
{
  double x = 1, y = 0, sx, sy;

  cairo_user_to_device_distance (cr, &x, &y);
  cairo_surface_get_device_scale (cairo_get_target (cr), &sx, &sy);
  return hypot (x, y) * sx;
}

/* Vector tiles */

/* Vector tiles are made to be shown at 512 px. */
static guint
choose_scene_zoom (const BjtTileInfo *info,
                   const BjtMapFrame *frame)
{
  double zoom = floor (bjt_map_frame_get_zoom (frame) - 0.5);

  return (guint) CLAMP (zoom, MIN (info->min_zoom, MAX_ZOOM), MIN (info->max_zoom, MAX_ZOOM));
}

typedef guint (*PaintScenes) (cairo_t *cr, const BjtTileGrid *grid, const BjtTilePiece *pieces, guint n_pieces, const BjtMapStyle *style);

static guint
paint_scene_grounds (cairo_t            *cr,
                     const BjtTileGrid  *grid,
                     const BjtTilePiece *pieces,
                     guint               n_pieces,
                     const BjtMapStyle  *style)
{
  bjt_vector_painter_paint (cr, grid, pieces, n_pieces, style);
  return 0;
}

static guint
paint_scenes (BjtTilePainter    *self,
              cairo_t           *cr,
              const BjtMapFrame *frame,
              const BjtMapStyle *style,
              PaintScenes        func)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (self->source);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (BjtTilePiece));
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (BjtTileAddress));
  Search state = { .painter = self, .pieces = pieces, .wanted = wanted };

  g_array_set_clear_func (pieces, (GDestroyNotify) bjt_tile_piece_clear);
  if (!bjt_tile_grid_init (&state.grid, frame, info->datum, choose_scene_zoom (info, frame), NAME_MARGIN * frame->px)
      || bjt_tile_grid_count (&state.grid) > MAX_SCENES)
    return 0;
  search_all (&state, MIN (info->max_zoom, MAX_ZOOM));
  return func (cr, &state.grid, (const BjtTilePiece *) (gpointer) pieces->data, pieces->len, style);
}

/**
 * bjt_tile_painter_paint:
 *
 * Paints what is there and asks the source for the rest; the names of vector
 * tiles are left to paint_names(). Leaves free what the source does not cover.
 */
void
bjt_tile_painter_paint (BjtTilePainter    *self,
                        cairo_t           *cr,
                        const BjtMapFrame *frame,
                        const BjtMapStyle *style)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (g_atomic_int_compare_and_exchange (self->has_arrived, TRUE, FALSE))
    bjt_tile_shelf_forget_failed (self->cache);
  cairo_save (cr);
  if (bjt_tile_source_get_info (self->source)->kind == BJT_TILE_VECTOR)
    paint_scenes (self, cr, frame, style, paint_scene_grounds);
  else if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    paint_pictures (self, cr, frame, get_dots (cr) * frame->px);
  else
    paint_pictures_on_page (self, cr, frame);
  cairo_restore (cr);
}

/**
 * bjt_tile_painter_paint_names:
 *
 * The names of vector tiles; those of pictures are part of them.
 *
 * Returns: as bjt_name_placer_paint()
 */
guint
bjt_tile_painter_paint_names (BjtTilePainter    *self,
                              cairo_t           *cr,
                              const BjtMapFrame *frame,
                              const BjtMapStyle *style)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  guint n_dropped;

  if (bjt_tile_source_get_info (self->source)->kind != BJT_TILE_VECTOR)
    return 0;
  cairo_save (cr);
  n_dropped = paint_scenes (self, cr, frame, style, bjt_vector_names_paint);
  cairo_restore (cr);
  return n_dropped;
}
