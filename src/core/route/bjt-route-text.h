/* bjt-route-text.h: numbers and words of an instance file, with the line they
 * stand in. Private to this folder.
 */
#pragma once

#include "bjt-route-problem.h"

G_BEGIN_DECLS

typedef struct
{
  const char *at, *end;
  guint       line;
} BjtRouteText;

void bjt_route_text_init (BjtRouteText *self, const char *text, gsize size);

/* The next word, up to white space; FALSE at the end. */
gboolean bjt_route_text_next_word (BjtRouteText *self, const char **word, gsize *length);
gboolean bjt_route_text_peek_word (const BjtRouteText *self, const char **word, gsize *length);

/* The rest of the line, trimmed; to be freed; NULL at the end. */
char *bjt_route_text_next_line (BjtRouteText *self);
void  bjt_route_text_skip_line (BjtRouteText *self);
guint bjt_route_text_count_words (const BjtRouteText *self); /* until the end of the line */

/* FALSE with an error that names the line and what was wanted. */
gboolean bjt_route_text_next_number (BjtRouteText *self, const char *what, double *number, GError **error);
gboolean bjt_route_text_next_count  (BjtRouteText *self, const char *what, guint least, guint most, guint *count, GError **error);
gboolean bjt_route_text_fail        (const BjtRouteText *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
