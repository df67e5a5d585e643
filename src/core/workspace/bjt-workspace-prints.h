/* bjt-workspace-prints.h: the register of what was printed: which sheet, how many
 * copies, for whom and why; and which came back. It is only added to: no undo.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-prints.h"

G_BEGIN_DECLS

/* What a sheet is about, in the words of the file whatever the language: copies of
 * one sheet are counted together. Owned; NULL: the whole community. */
char *bjt_workspace_dup_grid_scope (BjtWorkspace *self, guint32 grid);
char *bjt_workspace_dup_level_scope (BjtWorkspace *self, guint32 building, int level);

/* The number of the next copy of a sheet this year, from 1; to stand on the sheet
 * before it is printed. 0 with an error. */
int bjt_workspace_get_next_copy (BjtWorkspace *self, const char *sheet, const char *scope, GError **error);

/* Gets key, number, moment, and the copies that follow where first_copy is 0. A
 * sheet with names needs a purpose, and public ones have none. */
gboolean bjt_workspace_record_print (BjtWorkspace *self, BjtPrintJob *job, GError **error);

GPtrArray *bjt_workspace_list_prints (BjtWorkspace *self, BjtDate from, BjtDate to, GError **error); /* BjtPrintJob, the latest first; BJT_DATE_NONE: open */

/* Copies of a printing that came back; never more than went out. */
gboolean bjt_workspace_return_copies (BjtWorkspace *self, const char *number, int copies, const char *note, GError **error);

G_END_DECLS
