/* bjt-address-piece.h: the pieces an address is cut into, and the places that
 * are made of them.
 */
#pragma once

#include "bjt-address-words.h"

G_BEGIN_DECLS

/* What has a higher number behind a building and a dash is a door. */
#define BJT_ADDRESS_MOST_ENTRANCES 40

typedef enum
{
  BJT_ADDRESS_PIECE_TEXT,
  BJT_ADDRESS_PIECE_LABEL,
  BJT_ADDRESS_PIECE_LEVEL_WORD,
  BJT_ADDRESS_PIECE_DOOR_WORD,
} BjtAddressPieceKind;

/* Offsets are bytes of the text. */
typedef struct
{
  gsize               start;
  gsize               label_end;      /* the label is [start, label_end) */
  gsize               attached_start; /* the n of 附n */
  gsize               attached_end;
  gsize               end;
  BjtAddressPieceKind kind;
  BjtAddressMark      mark;
  guint8              digits;   /* ASCII digits of the label */
  guint8              letters;  /* ASCII letters of the label */
  gboolean            dashed;   /* a dash stands before it */
  gboolean            spaced;   /* a blank stands before it */
  gboolean            below;    /* 负1 地下1 */
  gboolean            consumed; /* the grammar made a place of it */
} BjtAddressPiece;

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

gboolean bjt_address_piece_is_label (const BjtAddressPiece *piece);
gboolean bjt_address_piece_is_door_word (const BjtAddressPiece *piece);
gboolean bjt_address_piece_is_marked (const BjtAddressPiece *piece, BjtAddressMark mark);
gboolean bjt_address_piece_is_bare (const BjtAddressPiece *piece);
gboolean bjt_address_piece_is_short (const BjtAddressPiece *piece);
gboolean bjt_address_piece_is_postcode (const BjtAddressPiece *piece);
gboolean bjt_address_piece_is_inner (const BjtAddressPiece *piece);

gboolean bjt_address_slot_is_set (const BjtAddressSlot *self);
void     bjt_address_slot_take (BjtAddressSlot *slot, BjtAddressPiece *piece);
void     bjt_address_slot_take_range (BjtAddressSlot *slot, BjtAddressPiece *first, BjtAddressPiece *last);
void     bjt_address_slot_take_word (BjtAddressSlot *slot, BjtAddressPiece *word);

G_END_DECLS
