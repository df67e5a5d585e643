/* bjt-address-grammar.h: which piece of an address is its building, entrance,
 * level and door.
 */
#pragma once

#include "bjt-address-piece.h"

G_BEGIN_DECLS

void bjt_address_grammar_run (const char       *text,
                              BjtAddressPiece  *pieces,
                              guint             n_pieces,
                              gboolean          in_context,
                              BjtAddressPlaces *places);

G_END_DECLS
