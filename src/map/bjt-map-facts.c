/* bjt-map-facts.c: keeps the painters of one picture and finds by the same
 * rules by which they paint. Main thread only. */
#include "bjt-map-facts.h"

#include "bjt-hit-index.h"
#include "bjt-map-content.h"
#include "carto/bjt-building-frame.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TOLERANCE 5.0 /* px beside a building that still hit it */

struct _BjtMapFacts
{
  /* Owned */
  BjtCanvasLayer     *layer;
  BjtPicture         *picture;
  BjtBuildingPainter *painter;
  BjtShadingPainter  *shades;
  BjtOverlayPainter  *overlays; /* never NULL */
  BjtHitIndex        *hit_index;
  BjtMapPainter      *names; /* of the streets; may be NULL */
  BjtTilePainter     *named_tiles;
  GSignalGroup       *tile_signals;
  GHashTable         *drawings; /* may be NULL */

  /* State */
  const BjtPalette  *palette;
  const BjtMapStyle *style;
  BjtDoorStyle       door_style;
  BjtFilter          filter;
  BjtShading         shading;
  gboolean           curtain;
  gboolean           shows_names;
  gboolean           is_quiet;
  guint32            chosen_door;
  int                level; /* of plans */
};

static BjtBuildingLook
get_look (BjtMapFacts *self)
{
  return (BjtBuildingLook) {
    .palette = self->palette, .style = self->door_style, .curtain = self->curtain,
    .shows_names = TRUE, .unmasks_names = self->shows_names,
    .hides_badges = self->is_quiet, .hides_outlines = self->is_quiet, .chosen_door = self->chosen_door,
    .shows_storey = self->level != BJT_ALL_STOREYS, .level = self->level, .drawings = self->drawings,
    /* Translators: a building on the map; %s is its label. */
    .building_pattern = _("No. %s"),
    /* Translators: how many households a grid has; %s is the number. */
    .household_pattern = _("%s households"),
    /* Translators: how many buildings a grid has; %s is the number. */
    .count_pattern = _("%s buildings"),
  };
}

static void
update (BjtMapFacts *self)
{
  BjtBuildingLook look = get_look (self);
  g_autoptr (BjtPaintContent) content = NULL;

  if (self->painter != NULL)
    content = bjt_map_content_new_facts (self->painter, self->shades, self->overlays, &look, &(BjtMapNames) { self->names, self->named_tiles }, self->style);
  bjt_canvas_layer_set_content (self->layer, content);
}

BjtMapFacts *
bjt_map_facts_new (ShumateViewport *viewport,
                   BjtPaintQueue   *queue)
{
  BjtMapFacts *self = g_new0 (BjtMapFacts, 1);

  self->layer = g_object_ref_sink (bjt_canvas_layer_new (viewport, queue));
  self->palette = bjt_palette_get (BJT_PALETTE_LIGHT);
  self->style = &BJT_MAP_STYLE_LIGHT;
  self->chosen_door = BJT_NO_INDEX;
  self->level = BJT_ALL_STOREYS;
  self->shading = (BjtShading) BJT_SHADING_DEFAULT;
  self->overlays = bjt_overlay_painter_new (NULL);
  bjt_filter_init (&self->filter);
  self->tile_signals = g_signal_group_new (BJT_TYPE_TILE_SOURCE);
  g_signal_group_connect_swapped (self->tile_signals, "arrived", G_CALLBACK (update), self);
  return self;
}

static void
drop_picture (BjtMapFacts *self)
{
  g_clear_pointer (&self->painter, bjt_building_painter_unref);
  g_clear_pointer (&self->shades, bjt_shading_painter_unref);
  g_clear_pointer (&self->hit_index, bjt_hit_index_free);
  g_clear_pointer (&self->picture, bjt_picture_unref);
}

void
bjt_map_facts_free (BjtMapFacts *self)
{
  drop_picture (self);
  bjt_filter_drop (&self->filter);
  g_clear_pointer (&self->overlays, bjt_overlay_painter_unref);
  g_clear_pointer (&self->names, bjt_map_painter_unref);
  g_clear_object (&self->tile_signals);
  g_clear_pointer (&self->drawings, g_hash_table_unref);
  g_clear_pointer (&self->named_tiles, bjt_tile_painter_unref);
  g_clear_object (&self->layer);
  g_free (self);
}

BjtCanvasLayer *
bjt_map_facts_get_layer (BjtMapFacts *self)
{
  return self->layer;
}

BjtPicture *
bjt_map_facts_get_picture (BjtMapFacts *self)
{
  return self->picture;
}

/* Borrowed; NULL without a picture. */
BjtBuildingPainter *
bjt_map_facts_get_painter (BjtMapFacts *self)
{
  return self->painter;
}

static void
make_shades (BjtMapFacts *self)
{
  g_clear_pointer (&self->shades, bjt_shading_painter_unref);
  if (self->picture != NULL)
    self->shades = bjt_shading_painter_new (self->picture, &self->filter, &self->shading, self->curtain);
}

/* Most pictures differ in other things: what was prepared is kept. */
static void
take_overlays (BjtMapFacts *self)
{
  if (bjt_overlay_painter_get_list (self->overlays) == self->picture->overlays)
    return;
  bjt_overlay_painter_unref (self->overlays);
  self->overlays = bjt_overlay_painter_new (self->picture->overlays);
}

/**
 * bjt_map_facts_set_picture:
 * @picture: (nullable)
 * @filter: (nullable): only where there is no @picture
 */
void
bjt_map_facts_set_picture (BjtMapFacts     *self,
                           BjtPicture      *picture,
                           const BjtFilter *filter)
{
  drop_picture (self);
  if (picture != NULL)
    {
      self->picture = bjt_picture_ref (picture);
      self->hit_index = bjt_hit_index_new (picture);
      self->painter = bjt_building_painter_new (picture, filter);
      bjt_filter_keep (&self->filter, filter);
      make_shades (self);
      take_overlays (self);
    }
  update (self);
}

void
bjt_map_facts_set_filter (BjtMapFacts     *self,
                          const BjtFilter *filter)
{
  if (self->picture == NULL)
    return;
  bjt_building_painter_unref (self->painter);
  self->painter = bjt_building_painter_new (self->picture, filter);
  bjt_filter_keep (&self->filter, filter);
  make_shades (self);
  update (self);
}

void
bjt_map_facts_set_style (BjtMapFacts       *self,
                         const BjtPalette  *palette,
                         const BjtMapStyle *style)
{
  self->palette = palette;
  self->style = style;
  update (self);
}

void
bjt_map_facts_set_door_style (BjtMapFacts  *self,
                              BjtDoorStyle  door_style)
{
  self->door_style = door_style;
  update (self);
}

BjtDoorStyle
bjt_map_facts_get_door_style (BjtMapFacts *self)
{
  return self->door_style;
}

void
bjt_map_facts_set_privacy (BjtMapFacts *self,
                           gboolean     curtain,
                           gboolean     shows_names)
{
  self->curtain = curtain;
  self->shows_names = shows_names;
  make_shades (self);
  update (self);
}

/* Its label has precedence, and its card a frame. */
void
bjt_map_facts_choose_door (BjtMapFacts *self,
                           guint32      door)
{
  if (self->chosen_door == door)
    return;
  self->chosen_door = door;
  update (self);
}

void
bjt_map_facts_set_drawings (BjtMapFacts *self,
                            GHashTable  *drawings)
{
  if (self->drawings == drawings)
    return;
  g_clear_pointer (&self->drawings, g_hash_table_unref);
  self->drawings = drawings != NULL ? g_hash_table_ref (drawings) : NULL;
  update (self);
}

void
bjt_map_facts_set_level (BjtMapFacts *self,
                         int          level)
{
  if (self->level == level)
    return;
  self->level = level;
  update (self);
}

int
bjt_map_facts_get_level (BjtMapFacts *self)
{
  return self->level;
}

gboolean
bjt_map_facts_get_curtain (BjtMapFacts *self)
{
  return self->curtain;
}

void
bjt_map_facts_set_shading (BjtMapFacts      *self,
                           const BjtShading *shading)
{
  if (bjt_shading_equal (&self->shading, shading))
    return;
  self->shading = *shading;
  make_shades (self);
  update (self);
}

const BjtShading *
bjt_map_facts_get_shading (BjtMapFacts *self)
{
  return &self->shading;
}

BjtShadingPainter *
bjt_map_facts_get_shades (BjtMapFacts *self)
{
  return self->shades;
}

/**
 * bjt_map_facts_set_quiet:
 *
 * Without badges, clusters and outlines of grids, for a tool that draws its
 * own.
 */
void
bjt_map_facts_set_quiet (BjtMapFacts *self,
                         gboolean     is_quiet)
{
  if (self->is_quiet == is_quiet)
    return;
  self->is_quiet = is_quiet;
  update (self);
}

/**
 * bjt_map_facts_set_names:
 * @names: (nullable): whose names stand over the outlines of the grids and
 *   under the buildings
 * @tiles: (nullable): the same for tiles
 */
void
bjt_map_facts_set_names (BjtMapFacts    *self,
                         BjtMapPainter  *names,
                         BjtTilePainter *tiles)
{
  g_clear_pointer (&self->names, bjt_map_painter_unref);
  g_clear_pointer (&self->named_tiles, bjt_tile_painter_unref);
  if (names != NULL)
    self->names = bjt_map_painter_ref (names);
  if (tiles != NULL)
    self->named_tiles = bjt_tile_painter_ref (tiles);
  g_signal_group_set_target (self->tile_signals, tiles != NULL ? bjt_tile_painter_get_source (tiles) : NULL);
  update (self);
}

/**
 * bjt_map_facts_dup_overlay_text:
 *
 * Returns: (transfer full) (nullable): what the layers of one's own show there,
 *   the uppermost first
 */
char *
bjt_map_facts_dup_overlay_text (BjtMapFacts       *self,
                                const BjtMapFrame *view,
                                double             x,
                                double             y)
{
  const BjtOverlayList *list = bjt_overlay_painter_get_list (self->overlays);
  BjtPoint              place = bjt_map_frame_unproject (view, x, y);
  g_autoptr (GString)   text = g_string_new (NULL);

  for (guint l = 0; l < bjt_overlay_list_get_n (list); l++)
    {
      const BjtOverlayLayer *layer = bjt_overlay_list_get (list, l);
      guint32                shape = bjt_overlay_painter_find (self->overlays, l, place, TOLERANCE / view->scale);
      const char            *label = shape != BJT_NO_INDEX ? ((BjtOverlayShape *) layer->shapes->pdata[shape])->label : NULL;

      if (shape == BJT_NO_INDEX)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", layer->overlay->name);
      if (label != NULL)
        g_string_append_printf (text, ": %s", label);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static guint32
find_fanned (BjtMapFacts       *self,
             const BjtMapFrame *view,
             double             x,
             double             y)
{
  BjtBuildingLook look = get_look (self);

  return bjt_building_painter_find_fanned (self->painter, view, &look, x, y);
}

/**
 * bjt_map_facts_find_at:
 * @building: (out): BJT_NO_INDEX where there is none
 * @door: (out): of it, where doors are painted
 */
void
bjt_map_facts_find_at (BjtMapFacts       *self,
                       const BjtMapFrame *view,
                       double             x,
                       double             y,
                       guint32           *building,
                       guint32           *door)
{
  BjtPoint         place = bjt_map_frame_unproject (view, x, y);
  BjtBuildingFrame at;
  guint32          plan;

  *building = *door = BJT_NO_INDEX;
  if (self->hit_index == NULL)
    return;
  *door = find_fanned (self, view, x, y);
  if (*door != BJT_NO_INDEX)
    {
      *building = bjt_picture_get_door (self->picture, *door)->building;
      return;
    }
  *building = bjt_hit_index_find_building (self->hit_index, place, TOLERANCE / view->scale);
  if (*building == BJT_NO_INDEX)
    return;
  plan = bjt_storey_find_plan (self->picture, *building, self->level, bjt_map_frame_get_zoom (view));
  bjt_building_frame_init (&at, bjt_picture_get_building (self->picture, *building), view);
  if (plan != BJT_NO_INDEX)
    *door = bjt_storey_find_door (self->picture, plan, self->level, place);
  else if (bjt_building_frame_shows_doors (&at, bjt_map_frame_get_zoom (view), view->px))
    *door = bjt_hit_index_find_door (self->hit_index, *building, place);
}

/**
 * bjt_map_facts_find_badge:
 * @hit: (out): what it stands for
 *
 * Returns: whether there is a badge or a cluster
 */
gboolean
bjt_map_facts_find_badge (BjtMapFacts       *self,
                          const BjtMapFrame *view,
                          double             x,
                          double             y,
                          BjtBadgeHit       *hit)
{
  BjtBuildingLook look = get_look (self);

  if (self->shades != NULL)
    bjt_shading_painter_adapt_look (self->shades, &look);
  return self->painter != NULL && bjt_building_painter_find_badge (self->painter, view, &look, x, y, hit);
}

/**
 * bjt_map_facts_find_area:
 * @kind: (out): what the areas are
 */
guint32
bjt_map_facts_find_area (BjtMapFacts       *self,
                         const BjtMapFrame *view,
                         double             x,
                         double             y,
                         BjtAreaKind       *kind)
{
  BjtAreaPainter *areas = self->shades != NULL ? bjt_shading_painter_get_areas (self->shades) : NULL;

  if (areas == NULL)
    return BJT_NO_INDEX;
  *kind = self->shading.areas;
  return bjt_area_painter_find (areas, bjt_map_frame_unproject (view, x, y));
}

/**
 * bjt_map_facts_dup_figure:
 * @area: as found
 *
 * Returns: (transfer full): the name of the area, its figure, and what was
 *   divided by what
 */
char *
bjt_map_facts_dup_figure (BjtMapFacts *self,
                          guint32      area)
{
  const BjtIndicatorTable *table = bjt_area_painter_get_table (bjt_shading_painter_get_areas (self->shades));
  const BjtFigure         *figure = &table->figures[area];
  g_autofree char         *name = bjt_area_kind_dup_label (table->areas, self->picture, area);
  g_autofree char         *value = bjt_indicator_dup_value (&table->indicator, figure->value);

  if (isnan (figure->denominator) || table->indicator.kind->denominator == BJT_MEASURE_NONE)
    return g_strdup_printf ("%s: %s", name, value);
  return g_strdup_printf ("%s: %s (%.0f ÷ %.*f)", name, value, figure->numerator,
                          table->indicator.kind->denominator == BJT_MEASURE_HECTARES ? 2 : 0, figure->denominator);
}
