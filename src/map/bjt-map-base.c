/* bjt-map-base.c: keeps what the base map is made of and hands the canvas new
 * content when any of it changes. Main thread only. */
#include "bjt-map-base.h"

#include "bjt-map-content.h"

struct _BjtMapBase
{
  /* Owned */
  BjtCanvasLayer *layer;
  BjtPicture     *picture;
  BjtMapPainter  *painter; /* of the streets of the picture */
  BjtPackPainter *pack;
  char           *attribution; /* of the pack */

  /* State */
  const BjtMapStyle *style;
  BjtBaseMap         kind;
};

BjtMapBase *
bjt_map_base_new (ShumateViewport *viewport,
                  BjtPaintQueue   *queue)
{
  BjtMapBase *self = g_new0 (BjtMapBase, 1);

  self->layer = g_object_ref_sink (bjt_canvas_layer_new (viewport, queue));
  self->style = &BJT_MAP_STYLE_LIGHT;
  self->kind = BJT_BASE_MAP_PAINTED;
  return self;
}

void
bjt_map_base_free (BjtMapBase *self)
{
  g_clear_object (&self->layer);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_clear_pointer (&self->painter, bjt_map_painter_unref);
  g_clear_pointer (&self->pack, bjt_pack_painter_unref);
  g_free (self->attribution);
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
                                                                 self->kind == BJT_BASE_MAP_PACK ? self->pack : NULL, self->style);

  bjt_canvas_layer_set_content (self->layer, content);
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
 * bjt_map_base_set_pack:
 * @pack: (nullable): shown when the kind is that of a pack
 * @attribution: (nullable): who made the pack
 */
void
bjt_map_base_set_pack (BjtMapBase     *self,
                       BjtPackPainter *pack,
                       const char     *attribution)
{
  g_clear_pointer (&self->pack, bjt_pack_painter_unref);
  g_free (self->attribution);
  self->attribution = g_strdup (attribution);
  if (pack != NULL)
    self->pack = bjt_pack_painter_ref (pack);
  update (self);
}

BjtMapPainter *
bjt_map_base_get_names (BjtMapBase *self)
{
  return self->kind == BJT_BASE_MAP_PAINTED ? self->painter : NULL;
}

const char *
bjt_map_base_get_attribution (BjtMapBase *self)
{
  return self->kind == BJT_BASE_MAP_PACK && self->pack != NULL ? self->attribution : NULL;
}

/**
 * bjt_map_base_take_error:
 *
 * Returns: (nullable): why tiles could not be read; told once
 */
char *
bjt_map_base_take_error (BjtMapBase *self)
{
  return self->pack != NULL ? bjt_pack_painter_take_error (self->pack) : NULL;
}
