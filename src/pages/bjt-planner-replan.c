/* bjt-planner-replan.c: one question; Enter takes the time that is offered. */
#include "bjt-planner-replan.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define NOON (12 * 60)
#define STEP 5 /* minutes, to which the time of now is rounded up */

/* Of the day of the plan, when that is today; else noon. */
static int
get_minute (BjtPage         *page,
            BjtPlannerDraft *draft)
{
  BjtWorkspace   *workspace = bjt_page_get_workspace (page);
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (draft);
  int             now = bjt_workspace_get_minute (workspace);

  if (routes == NULL || routes->facts->wish->from_on != bjt_workspace_get_today (workspace))
    return NOON;
  return MIN ((now + STEP - 1) / STEP * STEP, 24 * 60 - 1);
}

static gboolean
read_minute (GtkEditable *entry,
             int         *minute)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return bjt_visit_minutes_parse (text, minute) && *minute > 0 && *minute < 24 * 60;
}

static void
changed_cb (AdwMessageDialog *dialog,
            GtkEditable      *entry)
{
  int minute;

  adw_message_dialog_set_response_enabled (dialog, "plan", read_minute (entry, &minute));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             BjtPlannerDraft  *draft)
{
  int minute;

  if (g_str_equal (response, "plan") && read_minute (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), &minute))
    bjt_planner_draft_replan (draft, minute);
}

void
bjt_planner_replan_ask (BjtPage         *page,
                        BjtPlannerDraft *draft)
{
  int              minute = get_minute (page, draft);
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  GtkWidget       *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _("Plan the Rest Anew"),
                                                    _("The homes without an outcome, from this time on, each worker from the last door noted."));
  GtkWidget       *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("From what time on"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "plan", _("_Plan"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "plan", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "plan");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), draft, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
