/* bjt-form-data.h: the rows that go into a form, and what each item is for each.
 */
#pragma once

#include "bjt-workspace.h"
#include "form/bjt-form-mapping.h"
#include "form/bjt-form-plan.h"
#include "model/bjt-filter.h"

G_BEGIN_DECLS

typedef struct
{
  guint32       door, household, person; /* BJT_NO_INDEX: none */
  gconstpointer record;                  /* BjtVisit or BjtIssue */
} BjtFormRow;

typedef struct
{
  BjtFormRowsKind kind;
  BjtPicture *picture;
  GArray     *rows;   /* BjtFormRow */
  GPtrArray  *records;
  GPtrArray  *staff;
  GHashTable *people; /* BjtUuid → BjtPerson, owned by persons; NULL: not asked for */
  GPtrArray  *persons;
  BjtUuid     maker;
} BjtFormData;

BjtFormData *bjt_form_data_new (BjtWorkspace *workspace, BjtFormRowsKind kind, const BjtFilter *filter, GError **error);
void         bjt_form_data_free (BjtFormData *self);
BjtCategorySet bjt_form_data_collect_categories (const BjtFormData *self, guint32 household); /* of all who live in it */
void         bjt_form_data_get_value (BjtFormItem item, guint row, BjtFormValue *value, gpointer data); /* a BjtFormValueFunc */
guint        bjt_form_data_find_single (const BjtFormData *self); /* the row that stands for all; BJT_FORM_NO_ROW: they are of several households */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormData, bjt_form_data_free)

G_END_DECLS
