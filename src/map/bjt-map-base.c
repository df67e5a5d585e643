/* bjt-map-base.c: keeps what the base map is made of and hands the canvas new
 * content when any of it changes. Main thread only. */
#include "bjt-map-base.h"

#include "bjt-map-content.h"

#include <glib/gi18n-lib.h>

struct _BjtMapBase
{
  /* Owned */
  BjtCanvasLayer *layer;
  BjtPicture     *picture;
  BjtMapPainter  *painter; /* of the streets of the picture */
  BjtTilePainter *tiles;
  GSignalGroup   *tile_signals;

  char           *trouble; /* of the source, until it is told */

  /* State */
  const BjtMapStyle *style;
  BjtBaseMap         kind;
};

void
bjt_map_base_free (BjtMapBase *self)
{
  g_clear_object (&self->layer);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_clear_pointer (&self->painter, bjt_map_painter_unref);
  g_clear_object (&self->tile_signals);
  g_clear_pointer (&self->tiles, bjt_tile_painter_unref);
  g_free (self->trouble);
  g_free (self);
}

BjtCanvasLayer *
bjt_map_base_get_layer (BjtMapBase *self)
{
  return self->layer;
}

static void
update (BjtMapBase *self)
{
  g_autoptr (BjtPaintContent) content = bjt_map_content_new_base (bjt_map_base_get_names (self),
                                                                 self->kind == BJT_BASE_MAP_PACK ? self->tiles : NULL, self->style);

  bjt_canvas_layer_set_content (self->layer, content);
}

/* New content makes the canvas paint again. */
static void
arrived_cb (BjtMapBase *self)
{
  if (self->kind == BJT_BASE_MAP_PACK)
    update (self);
}

static void
trouble_changed_cb (BjtMapBase *self)
{
  g_free (self->trouble);
  self->trouble = bjt_tile_source_dup_trouble (bjt_map_base_get_tiles (self));
  arrived_cb (self);
}

BjtMapBase *
bjt_map_base_new (ShumateViewport *viewport,
                  BjtPaintQueue   *queue)
{
  BjtMapBase *self = g_new0 (BjtMapBase, 1);

  self->layer = g_object_ref_sink (bjt_canvas_layer_new (viewport, queue));
  self->style = &BJT_MAP_STYLE_LIGHT;
  self->kind = BJT_BASE_MAP_PAINTED;
  self->tile_signals = g_signal_group_new (BJT_TYPE_TILE_SOURCE);
  g_signal_group_connect_swapped (self->tile_signals, "arrived", G_CALLBACK (arrived_cb), self);
  g_signal_group_connect_swapped (self->tile_signals, "trouble-changed", G_CALLBACK (trouble_changed_cb), self);
  return self;
}

static gboolean
is_same_ground (const BjtPicture *a,
                const BjtPicture *b)
{
  return a != NULL && b != NULL && a->features == b->features && a->buildings == b->buildings;
}

/**
 * bjt_map_base_set_picture:
 * @picture: (nullable): whose streets to paint; painted anew only when they
 *   are others
 */
void
bjt_map_base_set_picture (BjtMapBase *self,
                          BjtPicture *picture)
{
  g_autoptr (BjtPicture) old = g_steal_pointer (&self->picture);

  self->picture = picture != NULL ? bjt_picture_ref (picture) : NULL;
  if (is_same_ground (old, picture))
    return;
  g_clear_pointer (&self->painter, bjt_map_painter_unref);
  if (picture != NULL)
    self->painter = bjt_map_painter_new (picture);
  update (self);
}

void
bjt_map_base_set_style (BjtMapBase        *self,
                        const BjtMapStyle *style)
{
  self->style = style;
  update (self);
}

void
bjt_map_base_set_kind (BjtMapBase *self,
                       BjtBaseMap  kind)
{
  self->kind = kind;
  update (self);
}

BjtBaseMap
bjt_map_base_get_kind (BjtMapBase *self)
{
  return self->kind;
}

/**
 * bjt_map_base_set_tiles:
 * @source: (nullable): shown when the kind is that of a pack
 */
void
bjt_map_base_set_tiles (BjtMapBase    *self,
                        BjtTileSource *source)
{
  g_clear_pointer (&self->tiles, bjt_tile_painter_unref);
  g_clear_pointer (&self->trouble, g_free);
  if (source != NULL)
    self->tiles = bjt_tile_painter_new (source);
  g_signal_group_set_target (self->tile_signals, source);
  update (self);
}

BjtTilePainter *
bjt_map_base_get_named_tiles (BjtMapBase *self)
{
  return self->kind == BJT_BASE_MAP_PACK ? self->tiles : NULL;
}

BjtTileSource *
bjt_map_base_get_tiles (BjtMapBase *self)
{
  return self->tiles != NULL ? bjt_tile_painter_get_source (self->tiles) : NULL;
}

BjtMapPainter *
bjt_map_base_get_names (BjtMapBase *self)
{
  return self->kind == BJT_BASE_MAP_PAINTED ? self->painter : NULL;
}

/**
 * bjt_map_base_dup_attribution:
 *
 * Returns: (transfer full) (nullable): who made the tiles that are shown, and
 *   under which number they were reviewed
 */
char *
bjt_map_base_dup_attribution (BjtMapBase *self)
{
  BjtTileSource     *source = bjt_map_base_get_tiles (self);
  const BjtTileInfo *info;
  g_autofree char   *review = NULL;

  if (self->kind != BJT_BASE_MAP_PACK || source == NULL)
    return NULL;
  info = bjt_tile_source_get_info (source);
  if (info->review_number == NULL)
    return g_strdup (info->attribution);
  /* Translators: beside the name of who made the map; %s is the number under
   * which it was reviewed. */
  review = g_strdup_printf (_("Map review number %s"), info->review_number);
  return info->attribution != NULL ? g_strdup_printf ("%s · %s", info->attribution, review) : g_steal_pointer (&review);
}

/**
 * bjt_map_base_take_error:
 *
 * Returns: (transfer full) (nullable): why tiles could not be read; told once
 */
char *
bjt_map_base_take_error (BjtMapBase *self)
{
  if (self->trouble != NULL)
    return g_steal_pointer (&self->trouble);
  return self->tiles != NULL ? bjt_tile_painter_take_error (self->tiles) : NULL;
}
