/* bjt-photo-popover.h: a kept photo, looked at for a moment.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

/* @content: (nullable): of the photo; NULL: @error is told. It goes when the curtain is drawn. */
void bjt_photo_popover_show (BjtPage *page, GBytes *content, GtkWidget *where, const GError *error);

G_END_DECLS
