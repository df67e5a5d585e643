/* bjt-vector-scene.h: a vector tile sorted for painting: which rule of the
 * style each feature falls under, and which names it bears. Immutable.
 */
#pragma once

#include "bjt-vector-style.h"
#include "tiles/bjt-vector-tile.h"

G_BEGIN_DECLS

/* A feature to be painted; by pass and rank, then as in the tile. */
typedef struct
{
  const BjtVectorRule  *rule;
  const BjtWayKind     *way; /* roads */
  const BjtVectorLayer *layer;
  guint32               feature;
  gint32                x1, y1, x2, y2; /* in units of the layer */
} BjtVectorItem;

/* A feature that bears a name. */
typedef struct
{
  const BjtVectorNameRule *rule;
  const BjtVectorLayer    *layer;
  guint32                  feature;
  const char              *text;
  const char              *other; /* in Latin letters; may be NULL */
  double                   weight; /* the higher the more important among its kind; 60 at most */
} BjtVectorName;

typedef struct
{
  gatomicrefcount references;
  BjtVectorTile  *tile;
  GArray         *items; /* BjtVectorItem */
  GArray         *names; /* BjtVectorName */
} BjtVectorScene;

BjtVectorScene *bjt_vector_scene_new (BjtVectorTile *tile);
BjtVectorScene *bjt_vector_scene_new_from_bytes (GBytes *bytes, GError **error);
void            bjt_vector_scene_unref (BjtVectorScene *self);
gsize           bjt_vector_scene_get_size (const BjtVectorScene *self);

G_END_DECLS
