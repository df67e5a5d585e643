/* bjt-workspace-visits.h: visits with all that belongs to them.
 */
#pragma once

#include "bjt-photo.h"
#include "bjt-workspace.h"

G_BEGIN_DECLS

/* A visit, who was met on it, the issue it brought, a photo taken. */
typedef struct
{
  BjtVisit      *visit;      /* gets key, household and staff where they are unknown */
  const BjtUuid *person_ids; /* NULL: the household as a whole */
  guint          n_persons;
  BjtIssue      *issue;      /* may be NULL; its place is that of the door where none is named */
  const BjtPhoto *photo;     /* NULL: none; kept among the notes of the door */
} BjtVisitDraft;

gboolean   bjt_workspace_record_visit (BjtWorkspace *self, const BjtVisitDraft *draft, GError **error);
gboolean   bjt_workspace_correct_visit (BjtWorkspace *self, const BjtVisit *visit, GError **error); /* the journal keeps what it was */
gboolean   bjt_workspace_remove_visit (BjtWorkspace *self, const BjtUuid *visit_id, GError **error);
GPtrArray *bjt_workspace_list_visit_persons (BjtWorkspace *self, const BjtUuid *visit_id, GError **error); /* BjtVisitPerson */

/* Up to this day nothing is added, corrected or removed any more; NONE: no period is closed. */
BjtDate  bjt_workspace_get_closed_until (BjtWorkspace *self);
gboolean bjt_workspace_close_period (BjtWorkspace *self, BjtDate until_on, GError **error);

G_END_DECLS
