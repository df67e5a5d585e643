/* bjt-public-community.h: what the public may see of all grids: outlines, who answers
 * for each, totals that point at nobody.
 *
 * As BjtPublicGrid: its maker is the one place where personal data is left behind.
 */
#pragma once

#include "bjt-public-grid.h"
#include "plan/bjt-plan-backdrop.h"

G_BEGIN_DECLS

typedef struct
{
  int          number;
  char        *name;
  char        *staff_name, *staff_phone; /* may be NULL */
  BjtGeometry *boundary;                 /* may be NULL */
  char        *households, *persons;     /* as words: <5 */
  BjtPlanBackdrop *photo;                /* of who answers for it; may be NULL */
} BjtPublicMember;

typedef struct
{
  char          *name;
  GArray        *grids;     /* BjtPublicMember */
  GArray        *buildings; /* BjtPublicBuilding; is_ours: has a grid */
  BjtMapPainter *base;
  BjtDate        as_of;
  gboolean       is_sample;
} BjtPublicCommunity;

BjtPublicCommunity *bjt_public_community_new_from_picture (const BjtPicture *picture);
void                bjt_public_community_set_photos (BjtPublicCommunity *self, GHashTable *photos); /* number of a grid → BjtPlanBackdrop; NULL: none */
void                bjt_public_community_free (BjtPublicCommunity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPublicCommunity, bjt_public_community_free)

G_END_DECLS
