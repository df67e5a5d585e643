/* bjt-map-items.h: the features of a picture in Mercator, in painting order.
 *
 * Shared by the painter of the ground and the painter of the names.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "bjt-way-kind.h"
#include "model/bjt-picture.h"

#include <cairo.h>

G_BEGIN_DECLS

/* What is painted after what. */
typedef enum
{
  BJT_MAP_PASS_AREA,
  BJT_MAP_PASS_GREEN,
  BJT_MAP_PASS_WATER,
  BJT_MAP_PASS_RAILWAY,
  BJT_MAP_PASS_FOOTWAY,
  BJT_MAP_PASS_ROAD,
  BJT_MAP_PASS_BUILDING,
  BJT_MAP_PASS_BARRIER,
  BJT_MAP_PASS_GATE,
  BJT_MAP_PASS_POI,
  BJT_N_MAP_PASSES,
} BjtMapPass;

typedef struct
{
  guint8                   pass; /* BjtMapPass */
  guint8                   rank; /* roads: 0 the smallest */
  const BjtPictureFeature *feature;
  const BjtWayKind        *way;    /* roads and footways */
  const BjtPoint          *points; /* Mercator; parts as in the shape */
  BjtBox                   box;    /* Mercator */
  BjtPoint                 label;  /* where a name goes; NAN: nowhere */
} BjtMapItem;

typedef struct
{
  BjtPicture *picture;
  GArray     *items; /* BjtMapItem by pass, rank, order in the picture */
  guint       first[BJT_N_MAP_PASSES + 1];
  BjtPoint   *points;
  double      metres; /* a Mercator unit at the middle of the picture */
} BjtMapItems;

BjtMapItems *bjt_map_items_new (BjtPicture *picture);
void         bjt_map_items_free (BjtMapItems *self);
void         bjt_map_items_trace (const BjtMapItem *item, cairo_t *cr, const BjtMapFrame *frame);
double       bjt_map_items_get_px_per_metre (const BjtMapItems *self, const BjtMapFrame *frame);

static inline const BjtMapItem *
bjt_map_items_get (const BjtMapItems *self,
                   guint              index)
{
  return &g_array_index (self->items, BjtMapItem, index);
}

G_END_DECLS
