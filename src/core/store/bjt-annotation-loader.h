/* bjt-annotation-loader.h: notes, photos and hazards out of the store.
 */
#pragma once

#include "bjt-store.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

GArray *bjt_annotation_loader_load (BjtStore *store, BjtPicture *picture, GHashTable *doors, GError **error); /* BjtPictureAnnotation, in their order; facts only */
void    bjt_annotation_loader_fill (BjtStore *store, BjtPicture *picture, GHashTable *doors, GError **error); /* those of a picture that is not shared yet */

G_END_DECLS
