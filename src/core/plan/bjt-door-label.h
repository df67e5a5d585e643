/* bjt-door-label.h: what a door beside, above or in the next entrance is called,
 * after one that is there.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bjt_door_label_for_level (const char *label, const char *level, const char *new_level);          /* 601 → 701, 0601 → 0701; NULL: it does not tell its level */
char *bjt_door_label_for_entrance (const char *label, const char *entrance, const char *new_entrance); /* 2-601 → 3-601; 601 → 601 */
char *bjt_door_label_next (const char *label);                                                         /* 603 → 604, 门市9 → 门市10; NULL: it has no number at the end */
gboolean bjt_door_label_has_number (const char *label);

G_END_DECLS
