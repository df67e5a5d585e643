/* bjt-picture-loader.h: the facts of a store as the linked picture.
 */
#pragma once

#include "bjt-store.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

/* Facts only and finished; the rules are applied by the caller. */
BjtPicture *bjt_picture_loader_load (BjtStore *store, BjtDate as_of, GError **error);

/* Only what visits and issues change, for the same doors; NULL without an
 * error when the doors are no longer the same. */
BjtPicture *bjt_picture_loader_reload_states (BjtStore *store, BjtPicture *picture, GError **error);

/* Only what visits of these doors change. */
BjtPicture *bjt_picture_loader_reload_doors (BjtStore *store, BjtPicture *picture, const guint32 *doors, guint n_doors, GError **error);

G_END_DECLS
