/* bjt-workspace-backdrops.c: what lies under a plan, read and kept for a while.
 *
 * What is attached never changes, so that a drawing once read may serve until
 * others have been looked at: those used last stay. */
#include "bjt-workspace-plans.h"

#include "bjt-workspace-private.h"

#define MAX_KEPT 6

typedef struct
{
  BjtUuid     attachment_id;
  BjtDrawing *drawing;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  bjt_drawing_unref (self->drawing);
  g_free (self);
}

/* The one used last is at the end. */
static BjtDrawing *
look_up (BjtWorkspace  *self,
         const BjtUuid *attachment_id)
{
  for (guint i = 0; self->drawings != NULL && i < self->drawings->len; i++)
    {
      Kept *kept = self->drawings->pdata[i];

      if (!bjt_uuid_equal (&kept->attachment_id, attachment_id))
        continue;
      g_ptr_array_add (self->drawings, g_ptr_array_steal_index (self->drawings, i));
      return kept->drawing;
    }
  return NULL;
}

static void
keep (BjtWorkspace  *self,
      const BjtUuid *attachment_id,
      BjtDrawing    *drawing)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept) { *attachment_id, bjt_drawing_ref (drawing) };
  if (self->drawings == NULL)
    self->drawings = g_ptr_array_new_with_free_func (kept_free);
  if (self->drawings->len >= MAX_KEPT)
    g_ptr_array_remove_index (self->drawings, 0);
  g_ptr_array_add (self->drawings, kept);
}

static BjtPlanBackdrop *
load_backdrop (BjtWorkspace         *self,
               const BjtPlanDrawing *record,
               GError              **error)
{
  BjtDrawing *known = look_up (self, &record->attachment_id);
  g_autoptr (BjtAttachment) attachment = NULL;
  g_autoptr (GBytes) content = NULL;
  BjtPlanBackdrop *backdrop;

  if (known != NULL)
    return bjt_plan_backdrop_new_with_drawing (record, known);
  attachment = bjt_workspace_get_attachment (self, &record->attachment_id, error);
  content = attachment != NULL ? bjt_workspace_load_attachment (self, &record->attachment_id, error) : NULL;
  backdrop = content != NULL ? bjt_plan_backdrop_new (record, attachment->media_type, content, error) : NULL;
  if (backdrop != NULL)
    keep (self, &record->attachment_id, backdrop->drawing);
  return backdrop;
}

/**
 * bjt_workspace_load_backdrops:
 *
 * Returns: (transfer full) (nullable): BjtPlanBackdrop, lowest first; those
 *   that cannot be read are left out
 */
GPtrArray *
bjt_workspace_load_backdrops (BjtWorkspace  *self,
                              const BjtUuid *plan_id,
                              GError       **error)
{
  g_autoptr (GPtrArray) records = bjt_workspace_list_plan_drawings (self, plan_id, error);
  GPtrArray *backdrops;

  if (records == NULL)
    return NULL;
  backdrops = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_backdrop_unref);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      BjtPlanBackdrop   *backdrop = load_backdrop (self, records->pdata[i], &failure);

      if (backdrop != NULL)
        g_ptr_array_add (backdrops, backdrop);
      else
        g_message ("a drawing under a plan is left out: %s", failure->message);
    }
  return backdrops;
}
