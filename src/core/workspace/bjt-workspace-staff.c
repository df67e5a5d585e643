/* bjt-workspace-staff.c: a photo is a file that hangs on one of the staff; that somebody
 * is a woman stands on the record itself. */
#include "bjt-workspace-staff.h"

#include "bjt-workspace-attachments.h"
#include "bjt-workspace-private.h"
#include "plan/bjt-plan-backdrop.h"

#define LONGEST 640 /* pixels of a photo: 270 an inch on the largest poster, where it is 60 mm high */

static GPtrArray *
list_photos (BjtWorkspace  *self,
             const BjtUuid *staff_id,
             GError       **error)
{
  return bjt_store_list (self->store, &bjt_attachment_type, "owner_id", staff_id, "id", 0, error);
}

gboolean
bjt_workspace_set_staff_photo (BjtWorkspace   *self,
                               const BjtUuid  *staff_id,
                               const BjtPhoto *photo,
                               GError        **error)
{
  g_autoptr (BjtPhoto)       kept = photo != NULL ? bjt_photo_new_reduced (photo, LONGEST, error) : NULL;
  g_autoptr (BjtStaff)       staff = kept != NULL || photo == NULL ? bjt_store_get (self->store, &bjt_staff_type, staff_id, error) : NULL;
  g_autoptr (GPtrArray)      old = staff != NULL ? list_photos (self, staff_id, error) : NULL;
  g_autoptr (BjtActionScope) scope = old != NULL ? bjt_workspace_begin (self, "set-staff-photo", staff->name, error) : NULL;

  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (!bjt_store_remove (self->store, &bjt_attachment_type, &((const BjtAttachment *) old->pdata[i])->id, error))
      return FALSE;
  return (kept == NULL || bjt_workspace_write_photo (self, staff_id, kept, NULL, error)) && bjt_workspace_finish_work (self, scope, error);
}

/**
 * bjt_workspace_load_staff_photo:
 *
 * Returns: (transfer full) (nullable): the picture; %NULL without an error: there is none
 */
GBytes *
bjt_workspace_load_staff_photo (BjtWorkspace  *self,
                                const BjtUuid *staff_id,
                                GError       **error)
{
  g_autoptr (GPtrArray) photos = list_photos (self, staff_id, error);

  if (photos == NULL || photos->len == 0)
    return NULL;
  return bjt_workspace_load_attachment (self, &((const BjtAttachment *) photos->pdata[photos->len - 1])->id, error);
}

gboolean
bjt_workspace_set_staff_sex (BjtWorkspace  *self,
                             const BjtUuid *staff_id,
                             BjtSex         sex,
                             GError       **error)
{
  g_autoptr (BjtStaff)       staff = bjt_store_get (self->store, &bjt_staff_type, staff_id, error);
  g_autoptr (BjtActionScope) scope = staff != NULL ? bjt_workspace_begin (self, "set-staff-sex", staff->name, error) : NULL;

  if (scope == NULL)
    return FALSE;
  staff->sex = (int) sex;
  return bjt_store_update (self->store, &bjt_staff_type, staff, error) && bjt_workspace_finish_work (self, scope, error);
}

/* NULL without an error: there is none. */
static BjtPlanBackdrop *
load_photo (BjtWorkspace  *self,
            const BjtUuid *staff_id,
            GError       **error)
{
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_new ();
  g_autoptr (GPtrArray)      photos = list_photos (self, staff_id, error);
  g_autoptr (GBytes)         content = NULL;
  const BjtAttachment       *last;

  if (photos == NULL || photos->len == 0)
    return NULL;
  last = photos->pdata[photos->len - 1];
  content = bjt_workspace_load_attachment (self, &last->id, error);
  return content != NULL ? bjt_plan_backdrop_new (record, last->media_type, content, error) : NULL;
}

/**
 * bjt_workspace_load_grid_photos:
 *
 * Returns: (transfer full) (nullable): grids without a photo are not in it
 */
GHashTable *
bjt_workspace_load_grid_photos (BjtWorkspace *self,
                                GError      **error)
{
  const BjtPicture      *picture = bjt_workspace_get_picture (self);
  g_autoptr (GPtrArray)  staff = bjt_workspace_list_staff (self, error);
  g_autoptr (GHashTable) photos = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) bjt_plan_backdrop_unref);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const BjtStaff              *one = staff->pdata[i];
      GError                      *own = NULL;
      g_autoptr (BjtPlanBackdrop)  photo = one->name != NULL ? load_photo (self, &one->id, &own) : NULL;

      if (own != NULL)
        {
          g_propagate_error (error, own);
          return NULL;
        }
      for (guint32 g = 0; photo != NULL && g < picture->grids->len; g++)
        {
          const BjtPictureGrid *grid = bjt_picture_get_grid (picture, g);

          if (g_strcmp0 (grid->staff_name, one->name) == 0 && g_strcmp0 (grid->staff_phone, one->phone) == 0)
            g_hash_table_insert (photos, GINT_TO_POINTER (grid->number), bjt_plan_backdrop_ref (photo));
        }
    }
  return staff != NULL ? g_steal_pointer (&photos) : NULL;
}
