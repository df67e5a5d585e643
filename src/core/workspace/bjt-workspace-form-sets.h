/* bjt-workspace-form-sets.h: a form filled for each household, person or grid, a
 * file each.
 */
#pragma once

#include "bjt-workspace-forms.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_FORM_EACH_HOUSEHOLD,
  BJT_FORM_EACH_PERSON,
  BJT_FORM_EACH_GRID,
  BJT_N_FORM_EACH,
} BjtFormEach;

typedef struct
{
  char  *name;    /* of the file, with its ending */
  char  *subject; /* whom it is about, without personal data */
  GBytes *plan;
} BjtFormCopy;

typedef struct
{
  char      *form;   /* path */
  GPtrArray *copies; /* BjtFormCopy */
} BjtFormSet;

typedef struct
{
  guint      n_written;
  GPtrArray *failures; /* one line each */
} BjtFormOutcome;

typedef void (*BjtFormProgressFunc) (guint n_done, guint n_all, gpointer user_data);

int             bjt_form_each_find (const char *key); /* household, person, grid; -1: none */
const char     *bjt_form_each_get_names (BjtFormEach each); /* the pattern of names where none is told */
BjtFormRowsKind bjt_form_each_choose_rows (BjtFormEach each, const BjtFormWish *wish); /* what rows are likely meant */

/* What is to be written where, checked and recorded as one export; the output of
 * the wish is not looked at. In any thread the set is written then. */
BjtFormSet     *bjt_workspace_plan_form_set (BjtWorkspace *self, const BjtFormWish *wish, BjtFormEach each, const char *names, GError **error);
int             bjt_workspace_count_form_set (BjtWorkspace *self, const BjtFormWish *wish, BjtFormEach each, GError **error); /* files; -1 on error */
void            bjt_form_set_free (BjtFormSet *self);

/* A file that cannot be filled is a line of the outcome; FALSE: it was stopped, or
 * nothing can be written into the folder. What is written is whole in any case. */
gboolean        bjt_form_set_write (const BjtFormSet *self, const char *folder, BjtFormOutcome *outcome, BjtFormProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
void            bjt_form_outcome_clear (BjtFormOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormSet, bjt_form_set_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtFormOutcome, bjt_form_outcome_clear)

G_END_DECLS
