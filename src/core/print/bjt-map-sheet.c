/* bjt-map-sheet.c: the layers of the window, one over the other. A public map
 * stands under the curtain: outlines and shades alone. */
#include "bjt-map-sheet.h"

#include <math.h>

#include "basemap/bjt-map-painter.h"
#include "carto/bjt-overlay-painter.h"
#include "basemap/bjt-tile-painter.h"

#define PX (25.4 / 96) /* mm */
#define MARGIN 12.0    /* px */

struct _BjtMapSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPicture         *picture;
  BjtMapPainter      *streets;
  BjtTilePainter     *tiles; /* may be NULL */
  BjtBuildingPainter *buildings;
  BjtShadingPainter  *shades;
  BjtOverlayPainter  *overlays;
  char               *legend_title, *legend_unknown; /* title NULL: no legend */
  char               *attribution;

  /* State */
  BjtMapSheetOptions options; /* its pointers are not used */
};

G_DEFINE_FINAL_TYPE (BjtMapSheet, bjt_map_sheet, BJT_TYPE_SHEET)

static void
bjt_map_sheet_finalize (GObject *object)
{
  BjtMapSheet *self = BJT_MAP_SHEET (object);

  bjt_map_painter_unref (self->streets);
  bjt_tile_painter_unref (self->tiles);
  bjt_building_painter_unref (self->buildings);
  bjt_shading_painter_unref (self->shades);
  bjt_overlay_painter_unref (self->overlays);
  bjt_picture_unref (self->picture);
  g_free (self->legend_title);
  g_free (self->legend_unknown);
  g_free (self->attribution);
  G_OBJECT_CLASS (bjt_map_sheet_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  return 1;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_MAP_SHEET (sheet)->options.width * PX;
  *height = BJT_MAP_SHEET (sheet)->options.height * PX;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_MAP_SHEET (sheet)->picture->community.name;
}

static void
init_frame (const BjtMapSheet *self,
            BjtMapFrame       *frame)
{
  const BjtBox *extent = &self->options.extent;
  double        width = self->options.width, height = self->options.height;
  double        scale = fmin ((width - 4 * MARGIN) / fmax (extent->x2 - extent->x1, 1e-9), (height - 4 * MARGIN) / fmax (extent->y2 - extent->y1, 1e-9));

  bjt_map_frame_init_view (frame, (BjtPoint) { (extent->x1 + extent->x2) / 2, (extent->y1 + extent->y2) / 2 },
                           fmin (scale, 256 * exp2 (20)), width, height);
}

static const BjtMapStyle *
get_map_style (const BjtMapSheet *self)
{
  if (self->options.palette == BJT_PALETTE_DARK)
    return &BJT_MAP_STYLE_DARK;
  return self->options.palette == BJT_PALETTE_LIGHT ? &BJT_MAP_STYLE_LIGHT : &BJT_MAP_STYLE_PRINT;
}

static void
draw_base (BjtMapSheet       *self,
           cairo_t           *cr,
           const BjtMapFrame *frame)
{
  const BjtMapStyle *style = get_map_style (self);

  bjt_map_style_set_source (cr, style->ground, 1);
  cairo_paint (cr);
  if (self->tiles != NULL)
    bjt_tile_painter_paint (self->tiles, cr, frame, style);
  else if (self->options.has_streets)
    bjt_map_painter_paint (self->streets, cr, frame, style);
}

/* Returns: how many names found no room */
static guint
draw_facts (BjtMapSheet       *self,
            cairo_t           *cr,
            const BjtMapFrame *frame)
{
  const BjtPalette *palette = bjt_palette_get (self->options.palette);
  guint             n_dropped = 0;
  BjtBuildingLook   look = {
    .palette = palette,
    .style = self->options.style,
    .curtain = self->options.shading.is_public,
    .base_has_names = self->tiles == NULL && self->options.has_streets,
    .chosen_door = BJT_NO_INDEX,
    .building_pattern = bjt_sheet_words_get (self->options.language, BJT_WORD_BUILDING),
  };

  bjt_shading_painter_adapt_look (self->shades, &look);
  bjt_shading_painter_paint_ground (self->shades, cr, frame, palette);
  bjt_overlay_painter_paint_ground (self->overlays, cr, frame, palette, self->options.shading.kind != BJT_SHADING_NONE);
  bjt_building_painter_paint_outlines (self->buildings, cr, frame, &look);
  if (self->tiles == NULL && self->options.has_streets)
    n_dropped += bjt_map_painter_paint_names (self->streets, cr, frame, get_map_style (self));
  bjt_building_painter_paint (self->buildings, cr, frame, &look);
  n_dropped += bjt_building_painter_get_n_dropped (self->buildings);
  if (!self->options.shading.is_public) /* whose names they hold is not known */
    n_dropped += bjt_overlay_painter_paint_labels (self->overlays, cr, frame, palette);
  return n_dropped + bjt_shading_painter_paint_labels (self->shades, cr, frame, &look);
}

/* Who made the base map. */
static BjtBox
measure_footer (BjtMapSheet *self,
                const char  *words)
{
  double width = bjt_text_painter_get_width (bjt_sheet_get_text (BJT_SHEET (self)), words, 10, BJT_TEXT_REGULAR);

  return (BjtBox) { self->options.width - width - 12, self->options.height - 18.0, self->options.width, self->options.height };
}

static void
draw_footer (BjtMapSheet *self,
             cairo_t     *cr,
             const char  *words)
{
  const BjtPalette *palette = bjt_palette_get (self->options.palette);
  BjtBox            box = measure_footer (self, words);
  BjtTextPlace      place = { box.x2 - 6, box.y2 - 9, 1, 10, 0, BJT_TEXT_REGULAR };

  cairo_rectangle (cr, box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1);
  bjt_palette_set_source (cr, palette->paper, 0.8);
  cairo_fill (cr);
  bjt_palette_set_source (cr, palette->dim_text, 1);
  bjt_text_painter_draw (bjt_sheet_get_text (BJT_SHEET (self)), cr, words, &place);
}

/* What has no room, and who made the base map; may be empty. */
static char *
dup_footer (const BjtMapSheet *self,
            guint              n_dropped)
{
  g_autofree char *dropped = bjt_sheet_words_format (self->options.language, BJT_WORD_NO_ROOM, n_dropped);
  gboolean         has_credit = self->attribution != NULL && *self->attribution != '\0';

  return g_strdup_printf ("%s%s%s", n_dropped > 0 ? dropped : "", n_dropped > 0 && has_credit ? " · " : "", has_credit ? self->attribution : "");
}

/* Names stay off the legend and, as wide as it may become, the footer. */
static void
draw_map (BjtMapSheet *self,
          cairo_t     *cr)
{
  BjtTextPainter    *text = bjt_sheet_get_text (BJT_SHEET (self));
  BjtShadingWords    words = { self->legend_title, self->legend_unknown };
  const BjtPalette  *palette = bjt_palette_get (self->options.palette);
  BjtPoint           corner = { MARGIN, self->options.height - MARGIN };
  g_autofree char   *widest = dup_footer (self, 99999), *footer = NULL;
  BjtBox             within = { 0, 0, self->options.width, self->options.height };
  BjtBox             covered[] = { measure_footer (self, widest), BJT_BOX_EMPTY };
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  BjtMapFrame        frame;

  init_frame (self, &frame);
  if (self->legend_title != NULL)
    covered[1] = bjt_shading_legend_measure (self->shades, palette, text, &words, corner);
  frame.covered = covered;
  frame.n_covered = G_N_ELEMENTS (covered);
  frame.within = &within;
  frame.taken = taken;
  draw_base (self, cr, &frame);
  footer = dup_footer (self, draw_facts (self, cr, &frame));
  if (self->legend_title != NULL)
    bjt_shading_legend_draw (self->shades, cr, palette, text, &words, corner);
  if (*footer != '\0')
    draw_footer (self, cr, footer);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtMapSheet *self = BJT_MAP_SHEET (sheet);

  cairo_save (cr);
  cairo_scale (cr, PX, PX);
  cairo_rectangle (cr, 0, 0, self->options.width, self->options.height);
  cairo_clip (cr);
  draw_map (self, cr);
  cairo_restore (cr);
}

static void
bjt_map_sheet_class_init (BjtMapSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_map_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->draw_page = draw_page;
  sheet_class->get_title = get_title;
}

static void
bjt_map_sheet_init (BjtMapSheet *self)
{
}

BjtSheet *
bjt_map_sheet_new (BjtPicture               *picture,
                   const BjtMapSheetOptions *options)
{
  BjtMapSheet *self = g_object_new (BJT_TYPE_MAP_SHEET, NULL);

  self->picture = bjt_picture_ref (picture);
  self->options = *options;
  self->streets = bjt_map_painter_new (picture);
  self->tiles = options->tiles != NULL ? bjt_tile_painter_new (options->tiles) : NULL;
  self->buildings = bjt_building_painter_new (picture, &options->filter);
  self->shades = bjt_shading_painter_new (picture, &options->filter, &options->shading, options->shading.is_public);
  self->overlays = bjt_overlay_painter_new (picture->overlays);
  self->legend_title = options->legend != NULL ? g_strdup (options->legend->title) : NULL;
  self->legend_unknown = options->legend != NULL ? g_strdup (options->legend->unknown) : NULL;
  self->attribution = g_strdup (options->attribution);
  return BJT_SHEET (self);
}

/**
 * bjt_map_sheet_take_error:
 *
 * Returns: (transfer full) (nullable): what went wrong with the base map
 */
char *
bjt_map_sheet_take_error (BjtMapSheet *self)
{
  return self->tiles != NULL ? bjt_tile_painter_take_error (self->tiles) : NULL;
}
