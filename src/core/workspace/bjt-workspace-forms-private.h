/* bjt-workspace-forms-private.h: steps of filling a form that one copy and many have
 * in common.
 */
#pragma once

#include "bjt-form-data.h"
#include "bjt-workspace-forms.h"

G_BEGIN_DECLS

gboolean     bjt_workspace_check_form_wish (BjtWorkspace *self, const BjtFormWish *wish, GError **error);
BjtFormData *bjt_workspace_read_form_data (BjtWorkspace *self, const BjtFormWish *wish, GError **error);
gboolean     bjt_form_wish_check_data (const BjtFormWish *wish, const BjtFormData *data, GError **error);
gboolean     bjt_workspace_record_form (BjtWorkspace *self, const BjtFormWish *wish, GError **error); /* as an export, where something personal goes out */
GBytes      *bjt_workspace_make_form_plan (BjtWorkspace *self, const BjtFormWish *wish, BjtFormData *data);

G_END_DECLS
