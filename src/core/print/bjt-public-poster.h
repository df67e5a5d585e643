/* bjt-public-poster.h: 社区网格公示图: all grids and who answers for each, for the wall.
 *
 * Another type than the internal poster, made of a BjtPublicCommunity: it cannot
 * show what it never had.
 */
#pragma once

#include "bjt-public-community.h"
#include "bjt-public-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_PUBLIC_POSTER (bjt_public_poster_get_type ())
G_DECLARE_FINAL_TYPE (BjtPublicPoster, bjt_public_poster, BJT, PUBLIC_POSTER, BjtSheet)

BjtSheet *bjt_public_poster_new (BjtPublicCommunity *community, const BjtPublicSheetOptions *options, GError **error); /* takes the community; paper NULL: A1 */
double    bjt_public_poster_get_denominator (BjtPublicPoster *self); /* 0: no map */

G_END_DECLS
