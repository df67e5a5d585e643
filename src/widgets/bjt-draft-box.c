/* bjt-draft-box.c: in memory only: a draft may hold personal words. */
#include "bjt-draft-box.h"

void
bjt_draft_box_init (BjtDraftBox *self)
{
  self->visits = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, (GDestroyNotify) bjt_visit_entry_free);
  self->issues = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, (GDestroyNotify) bjt_issue_entry_free);
}

void
bjt_draft_box_clear (BjtDraftBox *self)
{
  g_clear_pointer (&self->visits, g_hash_table_unref);
  g_clear_pointer (&self->issues, g_hash_table_unref);
}

static void
take (GHashTable    *table,
      const BjtUuid *door_id,
      gpointer       record)
{
  if (record != NULL)
    g_hash_table_replace (table, g_memdup2 (door_id, sizeof *door_id), record);
  else
    g_hash_table_remove (table, door_id);
}

void
bjt_draft_box_take_visit (BjtDraftBox   *self,
                          const BjtUuid *door_id,
                          BjtVisitEntry *entry)
{
  take (self->visits, door_id, entry);
}

const BjtVisitEntry *
bjt_draft_box_get_visit (BjtDraftBox   *self,
                         const BjtUuid *door_id)
{
  return g_hash_table_lookup (self->visits, door_id);
}

void
bjt_draft_box_take_issue (BjtDraftBox   *self,
                          const BjtUuid *door_id,
                          BjtIssueEntry *entry)
{
  take (self->issues, door_id, entry);
}

const BjtIssueEntry *
bjt_draft_box_get_issue (BjtDraftBox   *self,
                         const BjtUuid *door_id)
{
  return g_hash_table_lookup (self->issues, door_id);
}
