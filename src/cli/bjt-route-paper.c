/* bjt-route-paper.c: by the ending of the file's name. */
#include "bjt-route-paper.h"

#include <math.h>

#include "bjt-print-register.h"
#include "geo/bjt-mercator.h"
#include "workspace/bjt-route-papers.h"
#include "workspace/bjt-visit-routes-json.h"

#define DPI 200 /* of a PNG */

void
bjt_route_paper_clear (BjtRoutePaper *self)
{
  g_free (self->output);
  g_free (self->paper);
  g_free (self->purpose);
  g_free (self->language);
}

BjtExit
bjt_route_paper_check (const BjtRoutePaper *self)
{
  if (self->names && (self->purpose == NULL || *self->purpose == '\0'))
    return bjt_cli_usage (_("--names needs --purpose TEXT, which is recorded"));
  return BJT_EXIT_GOOD;
}

static gboolean
print (const BjtRoutePaper  *self,
       BjtWorkspace         *workspace,
       const BjtVisitRoutes *routes,
       const char           *number,
       GError              **error)
{
  BjtGridSheetOptions wish = {
    .paper = self->paper,
    .orientation = BJT_ORIENTATION_PORTRAIT,
    .names = self->names ? BJT_SHEET_NAMES_FULL : BJT_SHEET_NAMES_MASKED,
    .is_mono = self->mono,
    .purpose = self->purpose,
    .made_on = BJT_DATE_NONE,
    .language = g_strcmp0 (self->language, "en") == 0 ? BJT_SHEET_ENGLISH : BJT_SHEET_CHINESE,
  };
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_auto (BjtPrintRegister) record = { 0 };
  g_autoptr (BjtSheet) sheet = NULL;

  if (!bjt_print_register_begin (&record, workspace, "visit-routes", g_strdup (number), &wish, error)
      || (sheet = bjt_route_papers_make (workspace, routes, &wish, numbers, error)) == NULL
      || !bjt_print_register_write (&record, sheet, self->output, DPI, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    g_print ("%s\n", (const char *) numbers->pdata[i]);
  return TRUE;
}

gboolean
bjt_route_paper_write (const BjtRoutePaper  *self,
                       BjtWorkspace         *workspace,
                       const BjtVisitRoutes *routes,
                       const char           *number,
                       GError              **error)
{
  g_autofree char *json = NULL;

  if (!g_str_has_suffix (self->output, ".json"))
    return print (self, workspace, routes, number, error);
  json = bjt_visit_routes_to_json (routes, number);
  return g_file_set_contents (self->output, json, -1, error);
}

BjtPoint
bjt_route_paper_get_place (const BjtPicture *picture,
                           guint32           door)
{
  BjtPoint place = bjt_picture_get_door (picture, door)->place;

  return isfinite (place.x) && isfinite (place.y) ? bjt_mercator_unproject (place) : place;
}
