/* bjt-plan-desk.h: how drawings come to the page: by a file chosen, dropped, or
 * a picture pasted.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_plan_desk_import (BjtPage *page);                             /* asks for a file */
void bjt_plan_desk_paste (BjtPage *page);                              /* the picture in the clipboard */
void bjt_plan_desk_accept_files (BjtPage *page, GtkWidget *pane);      /* what is dropped on the pane */
void bjt_plan_desk_install_actions (GtkWidgetClass *widget_class);     /* plan.import, plan.paste, plan.export, of a page */

G_END_DECLS
