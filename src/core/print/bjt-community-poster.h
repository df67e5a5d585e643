/* bjt-community-poster.h: 社区网格总图: all grids with every door in its place, and who
 * answers for each grid. Internal.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_COMMUNITY_POSTER (bjt_community_poster_get_type ())
G_DECLARE_FINAL_TYPE (BjtCommunityPoster, bjt_community_poster, BJT, COMMUNITY_POSTER, BjtSheet)

/* Of @options: paper (A0), orientation, is_mono, has_binding, purpose, receiver,
 * maker, copy_number, made_on, language. Carries no names of residents. */
BjtSheet *bjt_community_poster_new (BjtPicture *picture, const BjtGridSheetOptions *options, GError **error);
double    bjt_community_poster_get_denominator (BjtCommunityPoster *self); /* 0: no map */
void      bjt_community_poster_set_photos (BjtCommunityPoster *self, GHashTable *photos); /* as bjt_public_community_set_photos() */

G_END_DECLS
