/* bjt-address-grammar.h: which piece of an address is its building, entrance,
 * level and door.
 */
#pragma once

#include "bjt-address-lexer.h"

G_BEGIN_DECLS

/* One label, as ranges of the text; empty ranges are not there. */
typedef struct
{
  gsize    start;
  gsize    end;
  gsize    attached_start; /* the n of 附n */
  gsize    attached_end;
  gsize    word_start; /* 车库 of 车库12; a word alone has no label */
  gsize    word_end;
  gboolean below;
} BjtAddressSlot;

typedef struct
{
  BjtAddressSlot building;
  BjtAddressSlot entrance;
  BjtAddressSlot level;
  BjtAddressSlot door;
  gsize          start; /* where the first place stands; what is before leads to it */
} BjtAddressPlaces;

gboolean bjt_address_slot_is_set (const BjtAddressSlot *self);
void     bjt_address_grammar_run (const char       *text,
                                  BjtAddressPiece  *pieces,
                                  guint             n_pieces,
                                  gboolean          in_context,
                                  BjtAddressPlaces *places);

G_END_DECLS
