/* bjt-finder.h: the search index that follows the picture.
 */
#pragma once

#include "model/bjt-search.h"

G_BEGIN_DECLS

#define BJT_TYPE_FINDER (bjt_finder_get_type ())
G_DECLARE_FINAL_TYPE (BjtFinder, bjt_finder, BJT, FINDER, GObject)

/* Signal "ready": there is an index where there was none. */

BjtFinder  *bjt_finder_new (void);
void        bjt_finder_set_picture (BjtFinder *self, BjtPicture *picture);
BjtPicture *bjt_finder_get_picture (BjtFinder *self); /* the hits point into this one; NULL while not ready */
GArray     *bjt_finder_find (BjtFinder *self, const char *query, guint limit);

G_END_DECLS
