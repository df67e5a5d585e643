/* bjt-desk.c: between the forms of the widgets and the actions of the
 * workspace. The texts it shows name doors and categories, never people. */
#include "bjt-desk.h"

#include <glib/gi18n.h>

#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-attachments.h"

static char *
dup_door_name (BjtPage       *page,
               const BjtUuid *door_id)
{
  const BjtPicture *picture = bjt_page_get_picture (page);
  guint32 door = bjt_picture_find_door (picture, door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : g_strdup ("");
}

static char *
dup_visits_text (BjtPage         *page,
                 BjtVisit *const *visits,
                 guint            n_visits)
{
  g_autofree char *place = NULL;

  if (n_visits > 1)
    return g_strdup_printf (g_dngettext (NULL, "%u visit recorded", "%u visits recorded", n_visits), n_visits);
  place = dup_door_name (page, &visits[0]->door_id);
  /* Translators: a door, then how the visit ended */
  return g_strdup_printf (_("Visit recorded: %s, %s"), place, bjt_words_get_outcome (visits[0]->outcome));
}

gboolean
bjt_desk_record_visits (BjtPage         *page,
                        BjtVisit *const *visits,
                        guint            n_visits)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (page);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (n_visits == 0)
    return FALSE;
  for (guint i = 0; i < n_visits; i++)
    if (bjt_uuid_is_nil (&visits[i]->staff_id))
      visits[i]->staff_id = *bjt_workspace_get_staff (workspace);
  text = dup_visits_text (page, visits, n_visits);
  return bjt_page_tell_outcome (page, bjt_workspace_record_visits (workspace, visits, n_visits, &error), text, &error);
}

gboolean
bjt_desk_record_outcome (BjtPage       *page,
                         const guint32 *doors,
                         guint          n_doors,
                         int            outcome)
{
  const BjtPicture *picture = bjt_page_get_picture (page);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_visit_free);

  for (guint i = 0; i < n_doors; i++)
    {
      BjtVisit *visit = bjt_visit_new ();

      visit->door_id = bjt_picture_get_door (picture, doors[i])->id;
      visit->visited_on = bjt_workspace_get_today (bjt_page_get_workspace (page));
      visit->outcome = outcome;
      visit->next_on = BJT_DATE_NONE;
      g_ptr_array_add (visits, visit);
    }
  return bjt_desk_record_visits (page, (BjtVisit *const *) visits->pdata, visits->len);
}

gboolean
bjt_desk_report_issue (BjtPage       *page,
                       BjtIssueEntry *entry)
{
  BjtIssue *issue = entry->issue;
  BjtPhoto  photo = { entry->photo != NULL ? entry->photo->content : NULL, entry->photo != NULL ? entry->photo->media_type : NULL };
  BjtWorkspace *workspace = bjt_page_get_workspace (page);
  g_autofree char *place = dup_door_name (page, &issue->door_id);
  g_autofree char *text = g_strdup_printf (_("Issue reported: %s"), place);
  g_autoptr (GError) error = NULL;

  if (bjt_uuid_is_nil (&issue->staff_id))
    issue->staff_id = *bjt_workspace_get_staff (workspace);
  return bjt_page_tell_outcome (page, bjt_workspace_report_issue_seen (workspace, issue, entry->photo != NULL ? &photo : NULL, &error), text, &error);
}

gboolean
bjt_desk_advance_issue (BjtPage       *page,
                        const BjtUuid *issue_id,
                        int            to_status,
                        const char    *note)
{
  g_autofree char *text = g_strdup_printf (_("Issue is now: %s"), bjt_words_get_status (to_status));
  g_autoptr (GError) error = NULL;

  return bjt_page_tell_outcome (page, bjt_workspace_advance_issue (bjt_page_get_workspace (page), issue_id, to_status, note, &error), text, &error);
}

gboolean
bjt_desk_override_class (BjtPage       *page,
                         const BjtUuid *household_id,
                         int            household_class,
                         const char    *reason)
{
  g_autofree char *text = household_class != 0
                            ? g_strdup_printf (_("Household class set: %s"), bjt_words_get_class (household_class))
                            : g_strdup (_("Household class follows the rules again"));
  g_autoptr (GError) error = NULL;

  return bjt_page_tell_outcome (page, bjt_workspace_override_class (bjt_page_get_workspace (page), household_id, household_class, reason, &error),
                                text, &error);
}

gboolean
bjt_desk_tick_category (BjtPage       *page,
                        const BjtUuid *person_id,
                        const char    *code,
                        gboolean       ticked)
{
  const BjtPicture *picture = bjt_page_get_picture (page);
  guint32 category = bjt_picture_find_category (picture, code);
  const char *name = category != BJT_NO_INDEX ? bjt_picture_get_category (picture, category)->name : code;
  g_autofree char *text = ticked ? g_strdup_printf (_("Ticked: %s"), name) : g_strdup_printf (_("No longer ticked: %s"), name);
  g_autoptr (GError) error = NULL;

  return bjt_page_tell_outcome (page, bjt_workspace_tick_category (bjt_page_get_workspace (page), person_id, code, ticked, &error), text, &error);
}
