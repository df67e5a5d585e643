/* bjt-page.h: a part of the window that works on one community.
 */
#pragma once

#include <adwaita.h>

#include "model/bjt-focus.h"
#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_TYPE_PAGE (bjt_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BjtPage, bjt_page, BJT, PAGE, AdwBin)

struct _BjtPageClass
{
  AdwBinClass parent_class;
};

/* Construct-only properties "workspace" and "focus". */
BjtWorkspace *bjt_page_get_workspace (BjtPage *self);
BjtFocus     *bjt_page_get_focus (BjtPage *self);
BjtPicture   *bjt_page_get_picture (BjtPage *self);
void          bjt_page_tell (BjtPage *self, const char *text, gboolean can_undo);
void          bjt_page_tell_error (BjtPage *self, const GError *error);
gboolean      bjt_page_tell_outcome (BjtPage *self, gboolean is_done, const char *text, GError *const *error); /* of an action, done in the same line: read once it is; returns is_done */

G_END_DECLS
