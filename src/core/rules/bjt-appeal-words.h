/* bjt-appeal-words.h: what people write of which kind of issue, and how urgent.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BjtAppealWords BjtAppealWords;

typedef enum
{
  BJT_APPEAL_OF_DOOR,
  BJT_APPEAL_OF_ENTRANCE,
  BJT_APPEAL_OF_BUILDING,
} BjtAppealShare;

#define BJT_APPEAL_WORDS_ERROR (bjt_appeal_words_error_quark ())
GQuark bjt_appeal_words_error_quark (void);

BjtAppealWords       *bjt_appeal_words_new_from_text (const char *text, GError **error);
void                  bjt_appeal_words_free (BjtAppealWords *self);
const BjtAppealWords *bjt_appeal_words_get_default (void); /* those shipped */

const char *bjt_appeal_words_guess_kind (const BjtAppealWords *self, const char *text); /* code; NULL: no word occurs */
char       *bjt_appeal_words_dup_urgent (const BjtAppealWords *self, const char *text); /* 摔了、老人; NULL: none */
gsize       bjt_appeal_words_match_chat (const BjtAppealWords *self, const char *text); /* bytes of a greeting @text begins with */
BjtAppealShare bjt_appeal_words_get_share (const BjtAppealWords *self, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtAppealWords, bjt_appeal_words_free)

G_END_DECLS
