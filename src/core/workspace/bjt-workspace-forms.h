/* bjt-workspace-forms.h: forms from above: read, mapped once, filled.
 */
#pragma once

#include "bjt-workspace.h"
#include "form/bjt-form-mapping.h"
#include "model/bjt-filter.h"

G_BEGIN_DECLS

/* Reads a form in the helper process; without any field in it: an error. */
BjtFormFields  *bjt_form_open (const char *path, GCancellable *cancellable, GError **error);

/* The mapping kept for this form, else the guess; is_kept says which. */
BjtFormMapping *bjt_workspace_get_form_mapping (BjtWorkspace *self, const BjtFormFields *fields, gboolean *is_kept);
gboolean        bjt_workspace_keep_form_mapping (BjtWorkspace *self, const BjtFormFields *fields, const BjtFormMapping *mapping, const char *form, GError **error); /* an action; form: its name */

typedef struct
{
  const char           *form;    /* path */
  const BjtFormFields  *fields;  /* of it */
  const BjtFormMapping *mapping;
  const BjtFilter      *filter;
  const char           *purpose; /* needed where something personal goes out; recorded */
  const char           *output;  /* path */
} BjtFormWish;

/* How many rows the wish is about; -1 on error. */
int             bjt_workspace_count_form_rows (BjtWorkspace *self, BjtFormRowsKind rows, const BjtFilter *filter, GError **error);

/* Writes beside and renames; returns how many rows were written, -1 on error. */
int             bjt_workspace_fill_form (BjtWorkspace *self, const BjtFormWish *wish, GCancellable *cancellable, GError **error);

G_END_DECLS
