/* bjt-planner-papers.c: names are masked, as on the walk sheets of the day. */
#include "bjt-planner-papers.h"

#include <glib/gi18n.h>

#include "bjt-form-dialog.h"
#include "workspace/bjt-route-papers.h"

void
bjt_planner_papers_show (BjtPage              *page,
                         const BjtVisitRoutes *routes,
                         const char           *number)
{
  BjtGridSheetOptions options = {
    .orientation = BJT_ORIENTATION_PORTRAIT, .names = BJT_SHEET_NAMES_MASKED, .made_on = BJT_DATE_NONE, .language = BJT_SHEET_CHINESE,
  };
  g_autofree char *title = number != NULL ? g_strdup_printf (_("Walk Sheets %s"), number) : g_strdup (_("Walk Sheets"));
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtSheet) sheet = bjt_route_papers_make (bjt_page_get_workspace (page), routes, &options, NULL, &error);

  if (sheet != NULL)
    gtk_window_present (GTK_WINDOW (bjt_form_dialog_new (page, sheet, title)));
  else if (error != NULL)
    bjt_page_tell_error (page, error);
  else
    bjt_page_tell (page, _("Nobody is on a route"), FALSE);
}
