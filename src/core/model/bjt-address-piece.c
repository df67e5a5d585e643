/* bjt-address-piece.c: what a piece can be, asked in one place by all the rules. */
#include "bjt-address-piece.h"

gboolean
bjt_address_piece_is_label (const BjtAddressPiece *piece)
{
  return piece != NULL && piece->kind == BJT_ADDRESS_PIECE_LABEL;
}

gboolean
bjt_address_piece_is_door_word (const BjtAddressPiece *piece)
{
  return piece != NULL && piece->kind == BJT_ADDRESS_PIECE_DOOR_WORD;
}

gboolean
bjt_address_piece_is_marked (const BjtAddressPiece *piece,
                             BjtAddressMark         mark)
{
  return bjt_address_piece_is_label (piece) && piece->mark == mark;
}

gboolean
bjt_address_piece_is_bare (const BjtAddressPiece *piece)
{
  return bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_NONE);
}

/* 12 or 3, not 12B nor 501: more an entrance than a door. */
gboolean
bjt_address_piece_is_short (const BjtAddressPiece *piece)
{
  return piece->digits <= 2 && piece->letters == 0;
}

gboolean
bjt_address_piece_is_postcode (const BjtAddressPiece *piece)
{
  return bjt_address_piece_is_bare (piece) && piece->digits == 6 && piece->letters == 0 && !(piece->dashed && bjt_address_piece_is_short (piece - 1));
}

/* A label that could be a place within a building. */
gboolean
bjt_address_piece_is_inner (const BjtAddressPiece *piece)
{
  return bjt_address_piece_is_label (piece) && piece->mark != BJT_ADDRESS_MARK_ZONE && piece->mark != BJT_ADDRESS_MARK_GATE && piece->mark != BJT_ADDRESS_MARK_LANE && !bjt_address_piece_is_postcode (piece);
}

gboolean
bjt_address_slot_is_set (const BjtAddressSlot *self)
{
  return self->end > self->start || self->word_end > self->word_start;
}

void
bjt_address_slot_take (BjtAddressSlot  *slot,
                       BjtAddressPiece *piece)
{
  slot->start = piece->start;
  slot->end = piece->label_end;
  slot->attached_start = piece->attached_start;
  slot->attached_end = piece->attached_end;
  slot->below = piece->below;
  piece->consumed = TRUE;
}

void
bjt_address_slot_take_range (BjtAddressSlot  *slot,
                             BjtAddressPiece *first,
                             BjtAddressPiece *last)
{
  bjt_address_slot_take (slot, first);
  slot->end = last->label_end;
  slot->attached_start = last->attached_start;
  slot->attached_end = last->attached_end;
  last->consumed = TRUE;
}

void
bjt_address_slot_take_word (BjtAddressSlot  *slot,
                            BjtAddressPiece *word)
{
  slot->word_start = word->start;
  slot->word_end = word->end;
  word->consumed = TRUE;
}
