/* bjt-key-index.h: rows of the picture or the ledger by their keys. Private to
 * the store.
 */
#pragma once

#include "bjt-statement.h"

G_BEGIN_DECLS

/* BjtUuid → index + 1; the rows begin with their key and stay where they are
 * as long as the index is used. */
GHashTable *bjt_key_index_new (GArray *rows);
guint32     bjt_key_index_find (GHashTable *self, BjtStatement *row, int column); /* G_MAXUINT32: NULL, or not there */

G_END_DECLS
