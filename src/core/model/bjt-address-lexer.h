/* bjt-address-lexer.h: an address as a row of pieces: labels with their marks,
 * words, and the text between them.
 */
#pragma once

#include "bjt-address-piece.h"

G_BEGIN_DECLS

#define BJT_ADDRESS_MAX_PIECES 48

guint bjt_address_lexer_run (const char *text, BjtAddressPiece *pieces);

G_END_DECLS
