/* bjt-cordon-dialog.h: why and how long an entrance is closed (A29).
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_cordon_dialog_ask (BjtPage *page, guint32 entrance); /* of the page's picture; one action with an undo */

G_END_DECLS
