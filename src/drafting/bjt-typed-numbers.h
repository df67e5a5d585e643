/* bjt-typed-numbers.h: numbers typed while the pointer draws: 4.2, or 6×4.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *text;
  guint    n_most; /* numbers that are wanted */
} BjtTypedNumbers;

void     bjt_typed_numbers_init (BjtTypedNumbers *self, guint n_most);
void     bjt_typed_numbers_clear (BjtTypedNumbers *self); /* frees */
void     bjt_typed_numbers_drop (BjtTypedNumbers *self);  /* forgets what was typed */
gboolean bjt_typed_numbers_type (BjtTypedNumbers *self, guint keyval); /* FALSE: not a key of a number */
gboolean bjt_typed_numbers_ask_next (BjtTypedNumbers *self); /* FALSE: all that are wanted are there */
gboolean bjt_typed_numbers_is_empty (const BjtTypedNumbers *self);
guint    bjt_typed_numbers_get (const BjtTypedNumbers *self, double *numbers, guint n_numbers);

G_END_DECLS
