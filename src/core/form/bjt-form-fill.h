/* bjt-form-fill.h: from fields, their mapping and the data to what is written where.
 */
#pragma once

#include <gio/gio.h>

#include "bjt-form-mapping.h"
#include "bjt-form-plan.h"

G_BEGIN_DECLS

#define BJT_FORM_NO_ROW G_MAXUINT /* the whole: items about the community */

/* What an item is for a row of the data; value is empty before. */
typedef void (*BjtFormValueFunc) (BjtFormItem item, guint row, BjtFormValue *value, gpointer user_data);

typedef struct
{
  const BjtFormFields  *fields;
  const BjtFormMapping *mapping;
  guint                 n_rows;
  guint                 single; /* the row that fields outside of tables are about; BJT_FORM_NO_ROW: none */
  BjtFormValueFunc      func;
  gpointer              user_data;
} BjtFormFill;

gboolean            bjt_form_fill_has_rows (const BjtFormFields *fields, const BjtFormMapping *mapping);
const BjtFormField *bjt_form_fill_find_single (const BjtFormFields *fields, const BjtFormMapping *mapping); /* a field outside of tables about a row; NULL: none */
BjtFormPlan        *bjt_form_fill_plan (const BjtFormFill *self);

G_END_DECLS
