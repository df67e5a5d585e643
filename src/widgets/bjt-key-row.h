/* bjt-key-row.h: a row that chooses one of some things, each known by a key. What is
 * chosen stays chosen while the things around it change.
 *
 * Signal "chosen": a person chose another one.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BJT_TYPE_KEY_ROW (bjt_key_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtKeyRow, bjt_key_row, BJT, KEY_ROW, AdwComboRow)

/* Between begin and end the things are added anew. Where the key that was set is among
 * them it is chosen, else the first one; the key is not forgotten. */
void        bjt_key_row_begin (BjtKeyRow *self);
void        bjt_key_row_add (BjtKeyRow *self, const char *key, const char *label);
void        bjt_key_row_end (BjtKeyRow *self);
guint       bjt_key_row_get_n (BjtKeyRow *self);
const char *bjt_key_row_get_key (BjtKeyRow *self);                  /* NULL: there is nothing to choose */
void        bjt_key_row_set_key (BjtKeyRow *self, const char *key); /* without the signal; one that comes later, too */

G_END_DECLS
