/* bjt-door-text.h: a door in a few lines, for tooltips and screen readers.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

/* Where, class, head (masked), categories, what is overdue or open. */
char *bjt_door_text_dup_summary (const BjtPicture *picture, guint32 door, const char *separator);

char *bjt_door_text_dup_cordon (const BjtPicture *picture, guint32 door);              /* 2单元封控：停水…; NULL: it is not */
char *bjt_door_text_dup_overdue (const BjtPicture *picture, guint32 door);             /* 走访逾期 6 天; NULL: not overdue */
char *bjt_door_text_dup_issues (const BjtPicture *picture, guint32 door);              /* 未结问题 1; NULL: none */
char *bjt_door_text_dup_categories (const BjtPicture *picture, BjtCategorySet set);    /* 独居老人、低保; NULL: none */

gboolean bjt_door_text_concerns (const BjtPicture *picture, const BjtPictureIssue *issue, guint32 door); /* its own, of its stairwell or building */

G_END_DECLS
