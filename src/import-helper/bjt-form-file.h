/* bjt-form-file.h: a form from above: what stands in it, and the same form filled.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *bjt_form_file_load (const char *path, GError **error);
GBytes *bjt_form_file_sketch (GBytes *form, GError **error);              /* as bjt_form_sketch_to_bytes() writes it */
GBytes *bjt_form_file_fill (GBytes *form, GBytes *plan, GError **error); /* plan: as bjt_form_plan_to_bytes() writes it */

G_END_DECLS
