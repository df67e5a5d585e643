/* bjt-overlay.h: layers of one's own over the map (图层): areas of duty (责任区),
 * of fire watch (消防分区), of demolition (拆迁范围), or anything else that another
 * program drew.
 *
 * The list is what maps read: all layers of a community with their shapes, the
 * uppermost first. It is made once and then shared by reference, from any
 * thread; a change makes a new one.
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

typedef struct
{
  BjtUuid  id;
  char    *name;
  char    *colour;       /* #RRGGBB */
  gboolean is_shown;
  double   opacity;      /* of the ground of areas, 0…1 */
  char    *label_column; /* of the file, may be NULL: its names */
  char    *source;       /* the file's name without folders */
  int      position;     /* the highest lies uppermost */
} BjtOverlay;
BJT_DECLARE_RECORD (BjtOverlay, bjt_overlay)

typedef struct
{
  BjtUuid      id;
  BjtUuid      overlay_id;
  char        *label;
  BjtGeometry *shape;
  int          position; /* as in the file */
} BjtOverlayShape;
BJT_DECLARE_RECORD (BjtOverlayShape, bjt_overlay_shape)

guint32 bjt_overlay_get_colour (const BjtOverlay *self);  /* 0xRRGGBB */
gboolean bjt_overlay_colour_is_valid (const char *colour);
const char *bjt_overlay_propose_colour (guint n_overlays); /* for the next one */

typedef struct
{
  BjtOverlay *overlay;
  GPtrArray  *shapes; /* BjtOverlayShape */
} BjtOverlayLayer;

typedef struct
{
  gatomicrefcount references;
  GArray         *layers; /* BjtOverlayLayer, uppermost first */
} BjtOverlayList;

BjtOverlayList *bjt_overlay_list_new (void);
BjtOverlayList *bjt_overlay_list_ref (BjtOverlayList *self);
void            bjt_overlay_list_unref (BjtOverlayList *self);
void            bjt_overlay_list_take (BjtOverlayList *self, BjtOverlay *overlay, GPtrArray *shapes); /* below those taken before */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtOverlayList, bjt_overlay_list_unref)

static inline guint
bjt_overlay_list_get_n (const BjtOverlayList *self)
{
  return self != NULL ? self->layers->len : 0;
}

static inline const BjtOverlayLayer *
bjt_overlay_list_get (const BjtOverlayList *self,
                      guint                 index)
{
  g_assert (index < self->layers->len);
  return &g_array_index (self->layers, BjtOverlayLayer, index);
}

G_END_DECLS
