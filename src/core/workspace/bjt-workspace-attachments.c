/* bjt-workspace-attachments.c: the content stands beside the records, each picture once. */
#include "bjt-workspace-attachments.h"

#include "bjt-workspace-private.h"
#include "store/bjt-attachment-store.h"

gboolean
bjt_workspace_write_photo (BjtWorkspace   *self,
                           const BjtUuid  *owner_id,
                           const BjtPhoto *photo,
                           BjtUuid        *attachment_id,
                           GError        **error)
{
  g_autoptr (BjtAttachment) record = bjt_attachment_new ();

  record->sha256 = bjt_store_save_content (self->store, photo->content, error);
  if (record->sha256 == NULL)
    return FALSE;
  bjt_workspace_init_key (self, &record->id);
  record->owner_id = *owner_id;
  record->media_type = g_strdup (photo->media_type);
  record->size = (int) g_bytes_get_size (photo->content);
  if (attachment_id != NULL)
    *attachment_id = record->id;
  return bjt_store_insert (self->store, &bjt_attachment_type, record, error);
}

BjtAttachment *
bjt_workspace_get_attachment (BjtWorkspace  *self,
                              const BjtUuid *attachment_id,
                              GError       **error)
{
  return bjt_store_get (self->store, &bjt_attachment_type, attachment_id, error);
}

/**
 * bjt_workspace_load_attachment:
 *
 * Returns: (transfer full) (nullable): the bytes, which may be large
 */
GBytes *
bjt_workspace_load_attachment (BjtWorkspace  *self,
                               const BjtUuid *attachment_id,
                               GError       **error)
{
  g_autoptr (BjtAttachment) attachment = bjt_workspace_get_attachment (self, attachment_id, error);

  return attachment != NULL ? bjt_store_load_content (self->store, attachment->sha256, error) : NULL;
}

GPtrArray *
bjt_workspace_list_issue_photos (BjtWorkspace  *self,
                                 const BjtUuid *issue_id,
                                 GError       **error)
{
  g_autoptr (GPtrArray) events = bjt_workspace_list_issue_events (self, issue_id, error);
  g_autoptr (GPtrArray) photos = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_attachment_free);

  if (events == NULL)
    return NULL;
  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr (GPtrArray) found = bjt_store_list (self->store, &bjt_attachment_type, "owner_id", &((const BjtIssueEvent *) events->pdata[i])->id, "id", 0, error);

      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (photos, g_steal_pointer (&found));
    }
  return g_steal_pointer (&photos);
}

/* Within an action: on its last step. */
static gboolean
hang_photo (BjtWorkspace   *self,
            const BjtUuid  *issue_id,
            const BjtPhoto *photo,
            GError        **error)
{
  g_autoptr (GPtrArray) events = bjt_workspace_list_issue_events (self, issue_id, error);

  if (events == NULL)
    return FALSE;
  if (events->len == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the issue has no step that a photo could hang on");
  return bjt_workspace_write_photo (self, &((const BjtIssueEvent *) events->pdata[events->len - 1])->id, photo, NULL, error);
}

gboolean
bjt_workspace_report_issue_seen (BjtWorkspace   *self,
                                 BjtIssue       *issue,
                                 const BjtPhoto *photo,
                                 GError        **error)
{
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (photo == NULL)
    return bjt_workspace_report_issue (self, issue, error);
  if (!bjt_workspace_check_issue (self, issue, error))
    return FALSE;
  subject = bjt_workspace_dup_issue_place (self, issue);
  scope = bjt_workspace_begin (self, "report-issue", subject, error);
  return scope != NULL && bjt_workspace_write_issue (self, issue, error) && hang_photo (self, &issue->id, photo, error)
         && bjt_workspace_finish_states (self, scope, error);
}

gboolean
bjt_workspace_add_issue_photo (BjtWorkspace   *self,
                               const BjtUuid  *issue_id,
                               const BjtPhoto *photo,
                               GError        **error)
{
  g_autoptr (BjtIssue)       issue = bjt_workspace_get_issue (self, issue_id, error);
  g_autoptr (BjtActionScope) scope = issue != NULL ? bjt_workspace_begin (self, "add-issue-photo", issue->number, error) : NULL;

  return scope != NULL && hang_photo (self, issue_id, photo, error) && bjt_workspace_finish_work (self, scope, error);
}
