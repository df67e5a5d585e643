/* bjt-attachment-store.h: the bytes of attachments, kept once by what they are.
 *
 * Apart from the records, which are journalled: bytes never change, and stay
 * while an undone action may be done again.
 */
#pragma once

#include "bjt-store.h"

G_BEGIN_DECLS

#define BJT_ATTACHMENT_MAX_SIZE (256u << 20)

char    *bjt_store_save_content (BjtStore *self, GBytes *content, GError **error);      /* (transfer full): its SHA-256 */
GBytes  *bjt_store_load_content (BjtStore *self, const char *sha256, GError **error);   /* (transfer full) */

G_END_DECLS
