/* bjt-form-document.h: a form that is a text with tables.
 */
#pragma once

#include "bjt-form-package.h"
#include "form/bjt-form-plan.h"

G_BEGIN_DECLS

BjtFormSketch *bjt_form_document_sketch (BjtFormPackage *package, GError **error);
gboolean       bjt_form_document_fill (BjtFormPackage *package, const BjtFormPlan *plan, GError **error);

G_END_DECLS
