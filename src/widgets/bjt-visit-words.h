/* bjt-visit-words.h: ways of visiting and events of life, said to people.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *bjt_visit_words_get_mode (int mode);          /* 入户 */
const char *bjt_visit_words_get_event (const char *kind); /* 出院; the kind itself when there is no word */
const char *bjt_visit_words_get_event_kind (guint index); /* of those there are words for; NULL beyond the last */

G_END_DECLS
