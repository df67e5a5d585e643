/* bjt-workspace-forms.h: forms from above: read, mapped once, filled.
 */
#pragma once

#include "bjt-workspace.h"
#include "form/bjt-form-mapping.h"
#include "model/bjt-filter.h"

G_BEGIN_DECLS

/* Reads a form in the helper process; without any field in it: an error. */
BjtFormFields  *bjt_form_open (const char *path, GCancellable *cancellable, GError **error);

GPtrArray      *bjt_workspace_list_forms (BjtWorkspace *self); /* paths of forms that were filled and are still there, the newest first */

/* The mapping kept for this form, else the guess; is_kept says which. */
BjtFormMapping *bjt_workspace_get_form_mapping (BjtWorkspace *self, const BjtFormFields *fields, gboolean *is_kept);

typedef struct
{
  const char           *form;    /* path */
  const BjtFormFields  *fields;  /* of it */
  const BjtFormMapping *mapping;
  const BjtFilter      *filter;
  const char           *purpose; /* needed where something personal goes out; recorded */
  const char           *output;  /* path */
} BjtFormWish;

/* Keeps the mapping with what it was used for; an action where it says something new. */
gboolean        bjt_workspace_keep_form_mapping (BjtWorkspace *self, const BjtFormWish *wish, GError **error);

/* How many rows the wish is about; -1 on error. */
int             bjt_workspace_count_form_rows (BjtWorkspace *self, BjtFormRowsKind rows, const BjtFilter *filter, GError **error);

/* What is to be written, checked and recorded as an export; NULL on error. */
GBytes         *bjt_workspace_plan_form (BjtWorkspace *self, const BjtFormWish *wish, guint *n_rows, GError **error);

/* Writes beside and renames. In any thread. */
gboolean        bjt_form_write (const char *form, GBytes *plan, const char *output, GCancellable *cancellable, GError **error);

/* Both; returns how many rows were written, -1 on error. */
int             bjt_workspace_fill_form (BjtWorkspace *self, const BjtFormWish *wish, GCancellable *cancellable, GError **error);

G_END_DECLS
