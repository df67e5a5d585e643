/* bjt-form-choices.h: which of the boxes of a form a value ticks.
 */
#pragma once

#include "bjt-form-boxes.h"
#include "bjt-form-plan.h"

G_BEGIN_DECLS

const char *bjt_form_choices_find_category (const char *words); /* code of a category that every community has; NULL: none */
const char *bjt_form_choices_get_answer (gboolean is_so);
int         bjt_form_choices_guess (const char *label, const GArray *boxes); /* of BjtFormBox; BjtFormItem or BJT_FORM_NOTHING */
GArray     *bjt_form_choices_decide (const GArray *boxes, int item, const char *value); /* guint8, a BjtFormTick for each box; value NULL: not known */

G_END_DECLS
