/* bjt-place-words.h: guesses of a place as commands print and read them.
 */
#pragma once

#include "bjt-cli.h"
#include "rules/bjt-place-guess.h"

G_BEGIN_DECLS

char *bjt_place_words_dup_reasons (const BjtPlaceGuess *guess); /* named phone */
char *bjt_place_words_dup_guess (const BjtPicture *picture, const GArray *guesses, guint index); /* NULL: there are fewer */

/* The one place the words name; FALSE after printing why. */
gboolean bjt_place_words_find (BjtWorkspace *workspace, const char *words, BjtPlaceGuess *found);

G_END_DECLS
