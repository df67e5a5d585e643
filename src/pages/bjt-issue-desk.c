/* bjt-issue-desk.c: between the pane of an issue and the actions of the
 * workspace. The texts it shows name issues by their number. */
#include "bjt-issue-desk.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-flow-words.h"
#include "bjt-note-desk.h"

/* Steps */

static void
tell_conflict (BjtPage       *page,
               const BjtUuid *issue_id)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (page);
  g_autoptr (GPtrArray) events = bjt_workspace_list_issue_events (workspace, issue_id, NULL);
  const BjtIssueEvent *last = events != NULL && events->len > 0 ? events->pdata[events->len - 1] : NULL;
  /* Translators: %s is a step of the flow */
  g_autofree char *text = g_strdup_printf (_("Somebody else did “%s” meanwhile; here is how it stands now"),
                                           last != NULL ? bjt_flow_words_get_event (last->step) : "—");

  bjt_workspace_refresh (workspace, NULL);
  bjt_page_tell (page, text, FALSE);
}

static char *
dup_done (BjtPage           *page,
          const BjtUuid     *issue_id,
          const BjtFlowStep *step)
{
  g_autoptr (BjtIssue) issue = bjt_workspace_get_issue (bjt_page_get_workspace (page), issue_id, NULL);
  const char *number = issue != NULL && issue->number != NULL ? issue->number : "";

  return g_strdup_printf ("%s %s", number, bjt_flow_words_get_step (step));
}

gboolean
bjt_issue_desk_take_step (BjtPage            *page,
                          const BjtUuid      *issue_id,
                          const BjtIssueStep *step)
{
  BjtUuid id = *issue_id; /* what showed it may go with the change */
  const BjtFlowStep *flow_step = bjt_issue_flow_find_step (bjt_issue_flow_get_default (), step->code);
  g_autofree char *text = flow_step != NULL ? dup_done (page, &id, flow_step) : NULL;
  g_autoptr (GError) error = NULL;

  if (!bjt_workspace_take_step (bjt_page_get_workspace (page), &id, step, &error))
    {
      if (g_error_matches (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_CONFLICT))
        tell_conflict (page, &id);
      else
        bjt_page_tell_error (page, error);
      return FALSE;
    }
  bjt_page_tell (page, text, TRUE);
  if (flow_step->target == BJT_FLOW_TO_STATE && flow_step->to->is_ended && (flow_step->effects & BJT_FLOW_MERGES) == 0)
    bjt_note_desk_issue_closed (page, &id);
  return TRUE;
}

/* What hangs on an issue */

gboolean
bjt_issue_desk_fill_slot (BjtPage       *page,
                          const BjtUuid *issue_id,
                          BjtIssueSlot   slot,
                          const char    *name,
                          GError       **error)
{
  gboolean is_emptied = name == NULL || *name == '\0';

  if (!bjt_workspace_fill_slot (bjt_page_get_workspace (page), issue_id, slot, is_emptied ? NULL : name, error))
    return FALSE;
  bjt_page_tell (page, is_emptied ? _("Nobody stands there now") : _("Responsibility noted"), TRUE);
  return TRUE;
}

gboolean
bjt_issue_desk_add_doors (BjtPage          *page,
                          const BjtUuid    *issue_id,
                          const BjtDoorSet *doors)
{
  guint n = bjt_door_set_count (doors);
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u home concerned", "%u homes concerned", n), n);
  g_autoptr (GError) error = NULL;

  return bjt_page_tell_outcome (page, bjt_workspace_add_issue_doors (bjt_page_get_workspace (page), issue_id, doors, (double) NAN, &error), text, &error);
}

gboolean
bjt_issue_desk_change_door (BjtPage            *page,
                            const BjtIssueDoor *issue_door)
{
  g_autoptr (GError) error = NULL;

  return bjt_page_tell_outcome (page, bjt_workspace_change_issue_door (bjt_page_get_workspace (page), issue_door, &error), _("Answer of the home noted"), &error);
}

gboolean
bjt_issue_desk_remove_door (BjtPage       *page,
                            const BjtUuid *issue_door_id)
{
  g_autoptr (GError) error = NULL;

  return bjt_page_tell_outcome (page, bjt_workspace_remove_issue_door (bjt_page_get_workspace (page), issue_door_id, &error), _("The home is not concerned any more"), &error);
}

gboolean
bjt_issue_desk_serve_notice (BjtPage   *page,
                             BjtNotice *notice)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = bjt_workspace_serve_notice (bjt_page_get_workspace (page), notice, &error);
  g_autofree char *text = is_done ? g_strdup_printf (_("Notice %s served"), notice->number) : NULL;

  return bjt_page_tell_outcome (page, is_done, text, &error);
}

gboolean
bjt_issue_desk_receive_notice (BjtPage       *page,
                               const BjtUuid *notice_id,
                               const char    *received_by,
                               BjtDate        received_on)
{
  g_autoptr (GError) error = NULL;

  return bjt_page_tell_outcome (page, bjt_workspace_receive_notice (bjt_page_get_workspace (page), notice_id, received_by, received_on, &error),
                                _("Receipt of the notice noted"), &error);
}
