/* bjt-address-lexer.h: an address as a row of pieces: labels with their marks,
 * words, and the text between them.
 */
#pragma once

#include "bjt-address-words.h"

G_BEGIN_DECLS

#define BJT_ADDRESS_MAX_PIECES 48

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

guint bjt_address_lexer_run (const char *text, BjtAddressPiece *pieces);

G_END_DECLS
