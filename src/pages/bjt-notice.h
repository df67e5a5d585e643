/* bjt-notice.h: how the window tells what was done and what went wrong.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void  bjt_notice_set_overlay (GtkWindow *window, AdwToastOverlay *overlay);
void  bjt_notice_show (GtkWidget *near, const char *text, gboolean can_undo);
void  bjt_notice_show_problem (GtkWidget *near, const char *text);
void  bjt_notice_show_error (GtkWidget *near, const GError *error);
char *bjt_notice_dup_error_text (const GError *error);

G_END_DECLS
