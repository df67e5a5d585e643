/* bjt-contact-loader.h: what visits leave behind: the last contacts of doors,
 * households and persons; with them the rules of cadence and what happened to
 * people. Private to the store.
 */
#pragma once

#include "bjt-store.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

/* Of a picture whose doors, households and persons are in their order. */
gboolean bjt_contact_loader_fill_rules (BjtStore *store, BjtPicture *picture, GError **error); /* rules, events */
gboolean bjt_contact_loader_fill (BjtStore *store, BjtPicture *picture, GError **error);       /* households, persons */

G_END_DECLS
