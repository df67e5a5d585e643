/* bjt-place-guess.h: which place an appeal speaks of: the best guesses, why, and
 * whether the first is certain.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_PLACE_NAMED = 1 << 0,          /* the compound by its name */
  BJT_PLACE_OLD_NAME = 1 << 1,
  BJT_PLACE_SIMILAR_NAME = 1 << 2,   /* but for a character, or within other words */
  BJT_PLACE_NOT_NAMED = 1 << 3,      /* no compound: by the number of the building alone */
  BJT_PLACE_HERE = 1 << 4,           /* where the caller of this looks at, or works */
  BJT_PLACE_NO_BUILDING = 1 << 5,    /* there is no building of that number */
  BJT_PLACE_NO_ENTRANCE = 1 << 6,
  BJT_PLACE_NO_DOOR = 1 << 7,
  BJT_PLACE_OTHER_ENTRANCE = 1 << 8, /* several entrances have that door, or another than the one named */
  BJT_PLACE_PHONE = 1 << 9,          /* the telephone is that of who lives there */
  BJT_PLACE_RESIDENT = 1 << 10,      /* somebody of the caller's name lives there */
  BJT_PLACE_OF_CONTENT = 1 << 11,    /* said in the content, not in the address */
  BJT_PLACE_TWO_PLACES = 1 << 12,    /* more than one is named */
  BJT_PLACE_PHONE_ELSEWHERE = 1 << 13, /* the telephone is that of another door of the building */
  BJT_PLACE_OTHER_COMMUNITY = 1 << 14, /* another community is named, or another compound */
} BjtPlaceReason;

#define BJT_N_PLACE_REASONS 15

/* The finest that is known; what is above it is filled too. */
typedef struct
{
  guint32  compound;
  guint32  building;
  guint32  entrance;
  guint32  door;
  int      score;
  guint    reasons; /* BjtPlaceReason */
  gboolean is_certain;
} BjtPlaceGuess;

typedef struct
{
  const char *address; /* any may be NULL */
  const char *content;
  const char *caller;
  const char *phone;
  guint32     compound; /* where one looks at or works; BJT_NO_INDEX: nowhere in particular */
  guint32     grid;
} BjtPlaceClues;

#define BJT_PLACE_CLUES_INIT { .compound = BJT_NO_INDEX, .grid = BJT_NO_INDEX }

GArray     *bjt_place_guess_list (const BjtPicture *picture, const BjtPlaceClues *clues, guint limit); /* best first */
const char *bjt_place_reason_get_name (BjtPlaceReason reason); /* one of them: old-name */
char       *bjt_place_guess_dup_name (const BjtPicture *picture, const BjtPlaceGuess *self); /* 山水宜家 3-2-501 */

G_END_DECLS
