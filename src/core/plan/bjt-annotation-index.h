/* bjt-annotation-index.h: where annotations lie, and which door has which.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

void   bjt_annotation_index_fill (BjtPicture *picture); /* what is marked "plan" of annotations and door states; before it is shared */
BjtRun bjt_annotation_index_get_run (const BjtPicture *picture, guint32 building); /* of the picture's annotations */

/* Open ones, kinds as bits (1 << BjtAnnotationKind): of a building but for its
 * doors; in the shared space of one level of an entrance (BJT_NO_INDEX: of the
 * building). */
guint  bjt_annotation_index_get_kinds (const BjtPicture *picture, guint32 building);
guint  bjt_annotation_index_get_shared (const BjtPicture *picture, guint32 building, guint32 entrance, int ordinal);

G_END_DECLS
