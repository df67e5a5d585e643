/* bjt-shown-routes.h: routes as map and matrix show them: a line, signs at the
 * entrances, numbers on the doors.
 *
 * Filled by one thread, then shared by reference and never changed.
 */
#pragma once

#include "base/bjt-uuid.h"
#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

/* An entrance on the way; entered again, it has another sign. */
typedef struct
{
  BjtPoint place;       /* Mercator; NAN: not on the map */
  guint    first, last; /* numbers of the doors behind it */
} BjtRouteSign;

typedef struct
{
  guint   index;  /* of the worker: says colour and shape */
  char   *name;
  GArray *track;  /* BjtPoint, Mercator; empty: nowhere */
  GArray *signs;  /* BjtRouteSign */
} BjtShownRoute;

typedef struct
{
  gatomicrefcount references;
  GPtrArray      *routes; /* BjtShownRoute */
  GHashTable     *doors;  /* of BjtUuid */
} BjtShownRoutes;

BjtShownRoutes *bjt_shown_routes_new (void);
BjtShownRoutes *bjt_shown_routes_ref (BjtShownRoutes *self);
void            bjt_shown_routes_unref (BjtShownRoutes *self);
BjtShownRoute  *bjt_shown_routes_add (BjtShownRoutes *self, guint index, const char *name);
void            bjt_shown_routes_add_door (BjtShownRoutes *self, const BjtShownRoute *route, const BjtUuid *door_id, guint number);
gboolean        bjt_shown_routes_find_door (const BjtShownRoutes *self, const BjtUuid *door_id, guint *index, guint *number);
BjtBox          bjt_shown_routes_get_extent (const BjtShownRoutes *self); /* Mercator, of the signs; empty: nothing is on the map */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtShownRoutes, bjt_shown_routes_unref)

G_END_DECLS
