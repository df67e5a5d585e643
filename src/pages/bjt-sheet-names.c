/* bjt-sheet-names.c: the kinds are those that `bjt print` knows and the register
 * keeps. */
#include "bjt-sheet-names.h"

#include <glib/gi18n.h>

static const struct
{
  const char *kind;
  const char *name;
} names[] = {
  { "grid-map", NC_("sheet", "Grid map") },
  { "plan", NC_("sheet", "Floor plan") },
  { "person", NC_("sheet", "File of a person") },
  { "walk", NC_("sheet", "Walk sheet") },
  { "visit-routes", NC_("sheet", "Visit routes") },
  { "log", NC_("sheet", "Log of the day") },
  { "notice", NC_("sheet", "Notice") },
  { "meeting", NC_("sheet", "Agenda") },
  { "report", NC_("sheet", "Figures of the work") },
};

const char *
bjt_sheet_names_get (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (kind, names[i].kind) == 0)
      return g_dpgettext2 (NULL, "sheet", names[i].name);
  return kind;
}
