/* bjt-journal.h: every change, who made it and why; and back again.
 *
 * An action is one transaction and one undo step. Triggers record each changed
 * row as it was; new rows, which need no copy, are recorded when it commits. Undo walks
 * an action's changes backward and keeps what it takes away, so that redo can
 * bring it again. Both survive closing the program. A chain of hashes over the
 * actions shows whether the record of the past was touched.
 */
#pragma once

#include "bjt-store.h"

G_BEGIN_DECLS

typedef struct
{
  guint64  number;
  gint64   happened_at;
  char    *kind;
  char    *subject;
  char    *by;
  guint    n_changes;
  gboolean is_undone;
} BjtJournalAction;

void bjt_journal_action_free (BjtJournalAction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtJournalAction, bjt_journal_action_free)

/* Rolls back when it goes out of scope without bjt_action_scope_commit(). */
typedef struct _BjtActionScope BjtActionScope;

BjtActionScope *bjt_action_scope_begin (BjtStore *store, const char *kind, const char *subject, const char *by,
                                        gint64 now, GError **error);
void            bjt_action_scope_set_founding (BjtActionScope *self); /* makes the community: there is nothing before it to go back to */
gboolean        bjt_action_scope_commit (BjtActionScope *self, GError **error);
void            bjt_action_scope_free (BjtActionScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtActionScope, bjt_action_scope_free)

gboolean          bjt_journal_install (BjtStore *store, GError **error); /* the triggers; part of a migration */
BjtJournalAction *bjt_journal_peek_undo (BjtStore *store);
BjtJournalAction *bjt_journal_peek_redo (BjtStore *store);
guint             bjt_journal_count_undo (BjtStore *store);
gboolean          bjt_journal_undo (BjtStore *store, GError **error);
gboolean          bjt_journal_redo (BjtStore *store, GError **error);
GPtrArray        *bjt_journal_list (BjtStore *store, guint limit, GError **error); /* newest first */
gboolean          bjt_journal_verify (BjtStore *store, GPtrArray *findings, GError **error);

G_END_DECLS
