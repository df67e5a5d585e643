/* bjt-window.h: one window, one community.
 */
#pragma once

#include "bjt-application.h"
#include "model/bjt-focus.h"
#include "pages/bjt-search-box.h"
#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_TYPE_WINDOW (bjt_window_get_type ())
G_DECLARE_FINAL_TYPE (BjtWindow, bjt_window, BJT, WINDOW, AdwApplicationWindow)

BjtWindow    *bjt_window_new (BjtApplication *application);
void          bjt_window_open (BjtWindow *self, const char *path);
void          bjt_window_show_busy (BjtWindow *self, const char *title);
void          bjt_window_show_problem (BjtWindow *self, const char *path, const GError *error);
void          bjt_window_import (BjtWindow *self, const char *path);
GtkWidget    *bjt_window_show_page (BjtWindow *self, const char *name);
void          bjt_window_record_visit (BjtWindow *self, guint32 door);
void          bjt_window_report_issue (BjtWindow *self, guint32 building, guint32 door); /* BJT_NO_INDEX: of the building */
void          bjt_window_annotate (BjtWindow *self, guint32 door, int kind);
void          bjt_window_annotate_place (BjtWindow *self, guint32 door, const BjtGeometry *shape, int ordinal);
void          bjt_window_mark_class (BjtWindow *self, guint32 door, int household_class);
BjtSearchBox *bjt_window_get_search_box (BjtWindow *self);
BjtWorkspace *bjt_window_get_workspace (BjtWindow *self); /* (nullable): nothing is open */
BjtFocus     *bjt_window_get_focus (BjtWindow *self);     /* (nullable) */

G_END_DECLS
