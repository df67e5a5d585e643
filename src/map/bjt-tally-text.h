/* bjt-tally-text.h: what a badge or a cluster is made of, in words.
 */
#pragma once

#include "carto/bjt-building-tally.h"

G_BEGIN_DECLS

char *bjt_tally_text_dup (const BjtTally *tally, const BjtPicture *picture, gboolean curtain);

G_END_DECLS
