/* bjt-door-listing.h: doors as rows for other programs.
 */
#pragma once

#include "bjt-listing.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

BjtListing *bjt_door_listing_new (const BjtPicture *picture, const BjtDoorSet *doors, gboolean names);

/* For an agreement of all who hang on one riser (A30): who they are, and room
 * for consent, share of the cost, day and signature. */
BjtListing *bjt_door_listing_new_consent (const BjtPicture *picture, const BjtDoorSet *doors, gboolean names);

G_END_DECLS
