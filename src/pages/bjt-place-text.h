/* bjt-place-text.h: why a place is guessed, in words.
 */
#pragma once

#include "rules/bjt-place-guess.h"

G_BEGIN_DECLS

char *bjt_place_text_dup_reasons (const BjtPlaceGuess *guess); /* “”: nothing particular */

G_END_DECLS
