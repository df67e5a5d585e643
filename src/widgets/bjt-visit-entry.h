/* bjt-visit-entry.h: all that is written down of one visit, before it is saved.
 */
#pragma once

#include "bjt-note-form.h"
#include "model/bjt-work.h"

G_BEGIN_DECLS

typedef struct
{
  BjtVisit     *visit;      /* id and staff are NIL */
  GArray       *person_ids; /* BjtUuid: who was met; empty: the household as a whole */
  BjtIssue     *issue;      /* found on it; NULL: none */
  BjtNotePhoto *photo;      /* NULL: none */
} BjtVisitEntry;

BjtVisitEntry *bjt_visit_entry_new (BjtVisit *visit); /* takes the visit */
BjtVisitEntry *bjt_visit_entry_copy (const BjtVisitEntry *self);
void           bjt_visit_entry_free (BjtVisitEntry *self);
gboolean       bjt_visit_entry_has_person (const BjtVisitEntry *self, const BjtUuid *person_id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtVisitEntry, bjt_visit_entry_free)

G_END_DECLS
