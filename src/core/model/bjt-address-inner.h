/* bjt-address-inner.h: entrance, level and door behind a building.
 */
#pragma once

#include "bjt-address-piece.h"

G_BEGIN_DECLS

/* One address being read. */
typedef struct
{
  const char            *text;
  BjtAddressPiece       *pieces;
  guint                  n_pieces;
  BjtAddressPlaces      *places;
  const BjtAddressPiece *building; /* NULL when there is none */
} BjtAddressGrammar;

static inline const BjtAddressPiece *
bjt_address_grammar_get_piece (const BjtAddressGrammar *self,
                               guint                    i)
{
  return i < self->n_pieces ? &self->pieces[i] : NULL;
}

gboolean bjt_address_inner_is_range (const BjtAddressGrammar *self, const BjtAddressPiece *first, const BjtAddressPiece *last);
gboolean bjt_address_inner_is_stalls (const BjtAddressGrammar *self, const BjtAddressPiece *first, const BjtAddressPiece *last);
void     bjt_address_inner_read (BjtAddressGrammar *self, guint i);

G_END_DECLS
