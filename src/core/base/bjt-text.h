/* bjt-text.h: Chinese text as people type it, and as it may be shown.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *bjt_text_normalize (const char *text);
gboolean bjt_text_parse_number (const char *text, gsize length, int *value);
char    *bjt_text_dup_pinyin_initials (const char *name);

/* Masks (domain.md B.8): what a screen or a sheet shows until asked otherwise. */
char    *bjt_text_mask_name (const char *name);
char    *bjt_text_mask_phone (const char *phone);
char    *bjt_text_mask_id_number (const char *id_number);

G_END_DECLS
