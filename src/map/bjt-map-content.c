/* bjt-map-content.c: painters with their style, tied up for the paint thread. */
#include "bjt-map-content.h"

#define DIMNESS 0.4 /* of pictures among dark widgets */

typedef struct
{
  BjtMapPainter     *painter;
  BjtTilePainter    *tiles;
  const BjtMapStyle *style;
} Base;

static void
base_free (gpointer data)
{
  Base *self = data;

  bjt_map_painter_unref (self->painter);
  bjt_tile_painter_unref (self->tiles);
  g_free (self);
}

/* Pictures have no dark colours of their own. */
static void
dim_pictures (const Base *self,
              cairo_t    *cr)
{
  if (self->style != &BJT_MAP_STYLE_DARK || bjt_tile_source_get_info (bjt_tile_painter_get_source (self->tiles))->kind == BJT_TILE_VECTOR)
    return;
  bjt_map_style_set_source (cr, self->style->ground, DIMNESS);
  cairo_paint (cr);
}

static void
paint_base_worker (gpointer             data,
                   cairo_t             *cr,
                   const BjtPaintFrame *where)
{
  const BjtMapFrame *frame = &where->map;
  Base              *self = data;

  if (self->painter != NULL)
    {
      bjt_map_painter_paint (self->painter, cr, frame, self->style);
      return;
    }
  bjt_map_style_set_source (cr, self->style->ground, 1);
  cairo_paint (cr);
  if (self->tiles != NULL)
    {
      bjt_tile_painter_paint (self->tiles, cr, frame, self->style);
      dim_pictures (self, cr);
    }
}

/**
 * bjt_map_content_new_base:
 * @painter: (nullable): streets
 * @tiles: (nullable): tiles, where there is no @painter; without their names
 *
 * With neither: quiet ground.
 */
BjtPaintContent *
bjt_map_content_new_base (BjtMapPainter     *painter,
                          BjtTilePainter    *tiles,
                          const BjtMapStyle *style)
{
  Base *self = g_new0 (Base, 1);

  self->painter = painter != NULL ? bjt_map_painter_ref (painter) : NULL;
  self->tiles = tiles != NULL ? bjt_tile_painter_ref (tiles) : NULL;
  self->style = style;
  return bjt_paint_content_new (paint_base_worker, self, base_free);
}

typedef struct
{
  BjtBuildingPainter *painter;
  BjtShadingPainter  *shades;
  BjtOverlayPainter  *overlays;
  BjtMapNames         names;   /* owned */
  BjtBuildingLook     look;
  const BjtMapStyle  *style;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *self = data;

  bjt_building_painter_unref (self->painter);
  bjt_shading_painter_unref (self->shades);
  bjt_overlay_painter_unref (self->overlays);
  bjt_map_painter_unref (self->names.streets);
  bjt_tile_painter_unref (self->names.tiles);
  g_clear_pointer (&self->look.drawings, g_hash_table_unref);
  g_free (self);
}

static void
paint_facts_worker (gpointer             data,
                    cairo_t             *cr,
                    const BjtPaintFrame *where)
{
  const BjtMapFrame *frame = &where->map;
  Facts             *self = data;

  bjt_shading_painter_paint_ground (self->shades, cr, frame, self->look.palette);
  bjt_overlay_painter_paint_ground (self->overlays, cr, frame, self->look.palette,
                                    bjt_shading_painter_get_areas (self->shades) != NULL || bjt_shading_painter_get_heat (self->shades) != NULL);
  bjt_building_painter_paint_outlines (self->painter, cr, frame, &self->look);
  if (self->names.streets != NULL)
    bjt_map_painter_paint_names (self->names.streets, cr, frame, self->style);
  if (self->names.tiles != NULL)
    bjt_tile_painter_paint_names (self->names.tiles, cr, frame, self->style);
  bjt_building_painter_paint (self->painter, cr, frame, &self->look);
  bjt_overlay_painter_paint_labels (self->overlays, cr, frame, self->look.palette);
  bjt_shading_painter_paint_labels (self->shades, cr, frame, &self->look);
}

/**
 * bjt_map_content_new_facts:
 *
 * Shades, grids, names, buildings and doors, in this order.
 */
BjtPaintContent *
bjt_map_content_new_facts (BjtBuildingPainter    *painter,
                           BjtShadingPainter     *shades,
                           BjtOverlayPainter     *overlays,
                           const BjtBuildingLook *look,
                           const BjtMapNames     *names,
                           const BjtMapStyle     *style)
{
  Facts *self = g_new0 (Facts, 1);

  self->painter = bjt_building_painter_ref (painter);
  self->shades = bjt_shading_painter_ref (shades);
  self->overlays = bjt_overlay_painter_ref (overlays);
  self->look = *look;
  self->look.drawings = look->drawings != NULL ? g_hash_table_ref (look->drawings) : NULL;
  self->look.base_has_names = names->streets != NULL;
  bjt_shading_painter_adapt_look (shades, &self->look);
  self->look.hides_outlines |= look->hides_outlines;
  self->names.streets = names->streets != NULL ? bjt_map_painter_ref (names->streets) : NULL;
  self->names.tiles = names->tiles != NULL ? bjt_tile_painter_ref (names->tiles) : NULL;
  self->style = style;
  return bjt_paint_content_new (paint_facts_worker, self, facts_free);
}
