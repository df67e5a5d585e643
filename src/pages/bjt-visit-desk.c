/* bjt-visit-desk.c: the texts name doors, never people. */
#include "bjt-visit-desk.h"

#include <glib/gi18n.h>

#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-visits.h"

static char *
dup_text (BjtPage             *page,
          const BjtVisitEntry *entry)
{
  BjtPicture *picture = bjt_page_get_picture (page);
  guint32 door = bjt_picture_find_door (picture, &entry->visit->door_id);
  g_autofree char *place = door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : g_strdup ("");
  const char *outcome = bjt_words_get_outcome (entry->visit->outcome);

  if (!bjt_uuid_is_nil (&entry->visit->id))
    return g_strdup_printf (_("Visit corrected: %s, %s"), place, outcome);
  if (entry->issue != NULL)
    return g_strdup_printf (_("Visit and issue recorded: %s, %s"), place, outcome);
  return g_strdup_printf (_("Visit recorded: %s, %s"), place, outcome);
}

gboolean
bjt_visit_desk_save (BjtPage       *page,
                     BjtVisitEntry *entry)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (page);
  g_autofree char *text = dup_text (page, entry);
  BjtPhoto photo = { entry->photo != NULL ? entry->photo->content : NULL, entry->photo != NULL ? entry->photo->media_type : NULL };
  BjtVisitDraft draft = { entry->visit, (const BjtUuid *) (gpointer) entry->person_ids->data, entry->person_ids->len,
                          entry->issue, entry->photo != NULL ? &photo : NULL };
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!bjt_uuid_is_nil (&entry->visit->id))
    done = bjt_workspace_correct_visit (workspace, entry->visit, &error);
  else
    {
      entry->visit->staff_id = *bjt_workspace_get_staff (workspace);
      if (entry->issue != NULL)
        entry->issue->staff_id = entry->visit->staff_id;
      done = bjt_workspace_record_visit (workspace, &draft, &error);
    }
  return bjt_page_tell_outcome (page, done, text, &error);
}

void
bjt_visit_desk_remove (BjtPage       *page,
                       const BjtUuid *visit_id)
{
  g_autoptr (GError) error = NULL;
  gboolean done = bjt_workspace_remove_visit (bjt_page_get_workspace (page), visit_id, &error);

  bjt_page_tell_outcome (page, done, _("Visit removed; the history keeps it"), &error);
}
