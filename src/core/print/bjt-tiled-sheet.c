/* bjt-tiled-sheet.c: a page of the source is recorded once and played for each of
 * its tiles: a PDF holds it once. */
#include "bjt-tiled-sheet.h"

#include <math.h>

#include "bjt-paper.h"
#include "bjt-sheet-pen.h"

#define INSET 6.0 /* around what is shown: crop marks and words */
#define MARK 4.0  /* length of a crop mark */
#define OVERLAP 10.0
#define MARGIN 5.0
#define MAX_TILES 400 /* a page */

struct _BjtTiledSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtSheet        *source;
  cairo_surface_t *recording; /* of the page below */
  char            *title;

  /* State */
  guint            recorded; /* page */
  guint            n_rows, n_columns;
  double           width, height;           /* of the paper */
  double           tile_width, tile_height; /* what a tile shows */
  double           page_width, page_height; /* of the source */
  double           overlap, margin;
  BjtSheetLanguage language;
};

G_DEFINE_FINAL_TYPE (BjtTiledSheet, bjt_tiled_sheet, BJT_TYPE_SHEET)

static void
bjt_tiled_sheet_finalize (GObject *object)
{
  BjtTiledSheet *self = BJT_TILED_SHEET (object);

  g_clear_pointer (&self->recording, cairo_surface_destroy);
  g_clear_object (&self->source);
  g_free (self->title);
  G_OBJECT_CLASS (bjt_tiled_sheet_parent_class)->finalize (object);
}

static guint
get_n_tiles (const BjtTiledSheet *self)
{
  return self->n_rows * self->n_columns;
}

static guint
get_n_pages (BjtSheet *sheet)
{
  BjtTiledSheet *self = BJT_TILED_SHEET (sheet);

  return 1 + bjt_sheet_get_n_pages (self->source) * get_n_tiles (self);
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_TILED_SHEET (sheet)->width;
  *height = BJT_TILED_SHEET (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_TILED_SHEET (sheet)->title;
}

static char *
dup_bookmark (BjtSheet *sheet,
              guint     page,
              guint    *depth)
{
  BjtTiledSheet *self = BJT_TILED_SHEET (sheet);
  BjtTile        tile;

  if (!bjt_tiled_sheet_get_tile (self, page, &tile))
    return g_strdup (bjt_sheet_words_get (self->language, BJT_WORD_TILES_PLAN));
  if (tile.column > 0)
    return NULL;
  return bjt_sheet_words_format (self->language, BJT_WORD_TILES_ROW, tile.row + 1);
}

gboolean
bjt_tiled_sheet_get_tile (BjtTiledSheet *self,
                          guint          page,
                          BjtTile       *tile)
{
  guint index = page - 1, x, y;

  if (page == 0)
    return FALSE;
  y = index % get_n_tiles (self) / self->n_columns;
  x = index % self->n_columns;
  *tile = (BjtTile) { .page = index / get_n_tiles (self), .row = y, .column = x, .at = { self->margin + INSET, self->margin + INSET } };
  tile->source.x1 = x * (self->tile_width - self->overlap);
  tile->source.y1 = y * (self->tile_height - self->overlap);
  tile->source.x2 = MIN (tile->source.x1 + self->tile_width, self->page_width);
  tile->source.y2 = MIN (tile->source.y1 + self->tile_height, self->page_height);
  tile->visible = tile->source;
  if (x + 1 < self->n_columns)
    tile->visible.x2 = tile->source.x1 + self->tile_width - self->overlap;
  if (y + 1 < self->n_rows)
    tile->visible.y2 = tile->source.y1 + self->tile_height - self->overlap;
  return TRUE;
}

static cairo_surface_t *
get_recording (BjtTiledSheet *self,
               guint          page)
{
  const cairo_rectangle_t extents = { 0, 0, self->page_width, self->page_height };
  cairo_t                *cr;

  if (self->recording != NULL && self->recorded == page)
    return self->recording;
  g_clear_pointer (&self->recording, cairo_surface_destroy);
  self->recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  self->recorded = page;
  cr = cairo_create (self->recording);
  bjt_sheet_draw_page (self->source, cr, page);
  cairo_destroy (cr);
  return self->recording;
}

/* Lines that go on the edges of what is shown, outside of it. */
static void
draw_crop_marks (const BjtSheetPen *pen,
                 const BjtBox      *box)
{
  for (guint corner = 0; corner < 4; corner++)
    {
      gboolean is_right = corner & 1, is_low = corner >> 1 & 1;
      double   x = is_right ? box->x2 : box->x1, y = is_low ? box->y2 : box->y1;
      double   dx = is_right ? 1 : -1, dy = is_low ? 1 : -1;

      bjt_sheet_pen_line (pen, (BjtPoint) { x + dx * 1, y }, (BjtPoint) { x + dx * (1 + MARK), y }, 0.15);
      bjt_sheet_pen_line (pen, (BjtPoint) { x, y + dy * 1 }, (BjtPoint) { x, y + dy * (1 + MARK) }, 0.15);
    }
}

/* Where the edge of the next tile comes to lie: in what it covers. */
static void
draw_seams (const BjtTiledSheet *self,
            const BjtSheetPen   *pen,
            const BjtTile       *tile,
            const BjtBox        *box)
{
  const double dashes[] = { 2, 2 };
  double       x = tile->at.x + tile->visible.x2 - tile->source.x1 + 0.6, y = tile->at.y + tile->visible.y2 - tile->source.y1 + 0.6;

  cairo_save (pen->cr);
  cairo_set_dash (pen->cr, dashes, 2, 0);
  if (tile->column + 1 < self->n_columns)
    bjt_sheet_pen_line (pen, (BjtPoint) { x, box->y1 }, (BjtPoint) { x, box->y2 }, 0.15);
  if (tile->row + 1 < self->n_rows)
    bjt_sheet_pen_line (pen, (BjtPoint) { box->x1, y }, (BjtPoint) { box->x2, y }, 0.15);
  cairo_restore (pen->cr);
}

static void
draw_tile (BjtTiledSheet     *self,
           const BjtSheetPen *pen,
           const BjtTile     *tile)
{
  cairo_t         *cr = pen->cr;
  BjtBox           box = { tile->at.x, tile->at.y, tile->at.x + tile->source.x2 - tile->source.x1, tile->at.y + tile->source.y2 - tile->source.y1 };
  g_autofree char *place = bjt_sheet_words_format (self->language, BJT_WORD_TILES_PLACE, tile->row + 1, tile->column + 1, self->n_rows, self->n_columns);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", place, bjt_sheet_words_get (self->language, BJT_WORD_TILES_NOTE), bjt_sheet_get_title (self->source));

  cairo_save (cr);
  cairo_rectangle (cr, box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1);
  cairo_clip (cr);
  cairo_translate (cr, tile->at.x - tile->source.x1, tile->at.y - tile->source.y1);
  cairo_set_source_surface (cr, get_recording (self, tile->page), 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  draw_seams (self, pen, tile, &box);
  draw_crop_marks (pen, &box);
  bjt_sheet_pen_fit (pen, text, &(BjtTextPlace) { box.x1 + MARK + 3, self->height - self->margin - INSET / 2 + 0.6, 0, 2.6, self->tile_width - 2 * MARK - 6, 0 });
}

/* The whole in small, with the tiles over it. */
static void
draw_plan (BjtTiledSheet     *self,
           const BjtSheetPen *pen)
{
  cairo_t         *cr = pen->cr;
  BjtBox           room = { self->margin + INSET, self->margin + 30, self->width - self->margin - INSET, self->height - self->margin - INSET };
  double           scale = MIN ((room.x2 - room.x1) / self->page_width, (room.y2 - room.y1) / self->page_height);
  double           left = (self->width - self->page_width * scale) / 2, top = room.y1;
  g_autofree char *size = bjt_sheet_words_format (self->language, BJT_WORD_TILES_SIZE, self->page_width, self->page_height, self->n_rows, self->n_columns, self->overlap);
  BjtTile          tile;

  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_fit (pen, bjt_sheet_get_title (self->source), &(BjtTextPlace) { room.x1, self->margin + INSET + 3, 0, 6, room.x2 - room.x1, BJT_TEXT_BOLD });
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_fit (pen, size, &(BjtTextPlace) { room.x1, self->margin + INSET + 11, 0, 3.2, room.x2 - room.x1, 0 });
  bjt_sheet_pen_fit (pen, bjt_sheet_words_get (self->language, BJT_WORD_TILES_HOW), &(BjtTextPlace) { room.x1, self->margin + INSET + 16.5, 0, 3.2, room.x2 - room.x1, 0 });
  cairo_save (cr);
  cairo_translate (cr, left, top);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, self->page_width, self->page_height);
  cairo_clip (cr);
  cairo_set_source_surface (cr, get_recording (self, 0), 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  for (guint page = 1; page <= get_n_tiles (self) && bjt_tiled_sheet_get_tile (self, page, &tile); page++)
    {
      BjtBox           box = { left + tile.visible.x1 * scale, top + tile.visible.y1 * scale, left + tile.visible.x2 * scale, top + tile.visible.y2 * scale };
      g_autofree char *name = g_strdup_printf ("%u-%u", tile.row + 1, tile.column + 1);
      BjtTextPlace     place = { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, 0.5, MIN (7, (box.x2 - box.x1) * 0.3), 0, BJT_TEXT_BOLD };

      bjt_sheet_pen_colour (pen, pen->palette->grid_outline);
      bjt_sheet_pen_box (pen, &box, 0.35);
      bjt_text_painter_draw_halo (pen->text, cr, name, &place, pen->palette->paper, 1);
    }
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtTiledSheet *self = BJT_TILED_SHEET (sheet);
  BjtSheetPen    pen = { cr, bjt_sheet_get_text (sheet), bjt_palette_get (BJT_PALETTE_PRINT), self->language, 1 };
  BjtTile        tile;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  if (bjt_tiled_sheet_get_tile (self, page, &tile))
    draw_tile (self, &pen, &tile);
  else
    draw_plan (self, &pen);
}

static void
bjt_tiled_sheet_class_init (BjtTiledSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_tiled_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
  sheet_class->dup_bookmark = dup_bookmark;
}

static void
bjt_tiled_sheet_init (BjtTiledSheet *self)
{
}

static guint
count_tiles (double whole,
             double tile,
             double overlap)
{
  return (guint) MAX (1, ceil ((whole - overlap) / (tile - overlap) - 1e-6));
}

static void
set_paper (BjtTiledSheet *self,
           double         width,
           double         height)
{
  self->width = width;
  self->height = height;
  self->tile_width = width - 2 * (self->margin + INSET);
  self->tile_height = height - 2 * (self->margin + INSET);
  self->n_columns = count_tiles (self->page_width, self->tile_width, self->overlap);
  self->n_rows = count_tiles (self->page_height, self->tile_height, self->overlap);
}

/* Upright or across: what needs fewer. */
static gboolean
choose_paper (BjtTiledSheet  *self,
              const BjtPaper *paper,
              GError        **error)
{
  guint n_upright;

  if (!(self->overlap < 60) || !(self->margin <= 40) || MIN (paper->width, paper->height) - 2 * (self->margin + INSET) - self->overlap < 20)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "Overlap and margin leave nothing of %s: make them smaller, or take a larger paper", paper->name);
      return FALSE;
    }
  set_paper (self, paper->width, paper->height);
  n_upright = get_n_tiles (self);
  set_paper (self, paper->height, paper->width);
  if (get_n_tiles (self) >= n_upright)
    set_paper (self, paper->width, paper->height);
  if (get_n_tiles (self) <= MAX_TILES)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "It would take %u pieces of %s: take a larger paper", get_n_tiles (self), paper->name);
  return FALSE;
}

/**
 * bjt_tiled_sheet_new:
 *
 * Returns: (transfer full) (nullable): %NULL for a paper that is not known or too small
 */
BjtSheet *
bjt_tiled_sheet_new (BjtSheet        *source,
                     const BjtTiling *tiling,
                     GError         **error)
{
  g_autoptr (BjtTiledSheet) self = NULL;
  BjtPaper paper;

  if (!bjt_paper_parse (tiling->paper != NULL ? tiling->paper : "A4", &paper, error))
    return NULL;
  self = g_object_new (BJT_TYPE_TILED_SHEET, NULL);
  self->source = g_object_ref (source);
  self->overlap = tiling->overlap > 0 ? tiling->overlap : OVERLAP;
  self->margin = tiling->margin > 0 ? tiling->margin : MARGIN;
  self->language = tiling->language;
  bjt_sheet_get_page_size_mm (source, &self->page_width, &self->page_height);
  if (!choose_paper (self, &paper, error))
    return NULL;
  self->title = g_strdup (bjt_sheet_get_title (source));
  bjt_sheet_share_text (BJT_SHEET (self), source);
  return BJT_SHEET (g_steal_pointer (&self));
}
