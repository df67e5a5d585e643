/* bjt-header-text.h: a header as words are compared with it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BJT_HEADER_MAX_BYTES 120 /* longer cells are no headers */

char    *bjt_header_text_fold (const char *header);
gboolean bjt_header_text_has_word (const char *words, const char *text, gboolean whole);

G_END_DECLS
