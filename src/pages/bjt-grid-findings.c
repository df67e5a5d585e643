/* bjt-grid-findings.c: short, for a narrow pane; bjt grids check says more. */
#include "bjt-grid-findings.h"

#include <glib/gi18n.h>

static const char *const titles[] = {
  [BJT_GRID_FINDING_NO_BOUNDARY] = N_ ("No border"),
  [BJT_GRID_FINDING_CROSSES_ITSELF] = N_ ("Border crosses itself"),
  [BJT_GRID_FINDING_SEVERAL_PARTS] = N_ ("In several parts"),
  [BJT_GRID_FINDING_OVERLAP] = N_ ("Overlap"),
  [BJT_GRID_FINDING_GAP] = N_ ("Gap"),
  [BJT_GRID_FINDING_TOO_FEW_HOUSEHOLDS] = N_ ("Too few households"),
  [BJT_GRID_FINDING_TOO_MANY_HOUSEHOLDS] = N_ ("Too many households"),
  [BJT_GRID_FINDING_LITTLE_WORK] = N_ ("Little work"),
  [BJT_GRID_FINDING_MUCH_WORK] = N_ ("Much work"),
  [BJT_GRID_FINDING_NO_WORKER] = N_ ("No grid worker"),
  [BJT_GRID_FINDING_BUILDING_WITHOUT_GRID] = N_ ("Building without grid"),
  [BJT_GRID_FINDING_BUILDING_OUTSIDE] = N_ ("Building outside every grid"),
  [BJT_GRID_FINDING_BUILDING_ELSEWHERE] = N_ ("Building on the ground of another grid"),
  [BJT_GRID_FINDING_BUILDING_ON_BORDER] = N_ ("Building across a border"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (titles) == BJT_N_GRID_FINDINGS);

static void
append_grid (GString          *text,
             const BjtPicture *picture,
             guint32           grid,
             const char       *separator)
{
  if (grid < picture->grids->len)
    g_string_append_printf (text, "%s%d", separator, bjt_picture_get_grid (picture, grid)->number);
}

static void
append_number (GString              *text,
               const BjtGridFinding *finding)
{
  int number = (int) finding->number;

  switch ((int) finding->kind)
    {
    case BJT_GRID_FINDING_OVERLAP:
    case BJT_GRID_FINDING_GAP:
      g_string_append_printf (text, ": %d m²", number);
      break;
    case BJT_GRID_FINDING_LITTLE_WORK:
    case BJT_GRID_FINDING_MUCH_WORK:
      g_string_append_printf (text, ": %d%%", number);
      break;
    case BJT_GRID_FINDING_TOO_FEW_HOUSEHOLDS:
    case BJT_GRID_FINDING_TOO_MANY_HOUSEHOLDS:
      g_string_append_printf (text, ": %d", number);
      break;
    default:
      break;
    }
}

/**
 * bjt_grid_findings_dup_line:
 *
 * Returns: (transfer full): "Overlap 1 + 2: 12604 m²"
 */
char *
bjt_grid_findings_dup_line (const BjtGridDraft   *draft,
                            const BjtGridFinding *finding)
{
  const BjtPicture *picture = bjt_grid_draft_get_picture (draft);
  GString          *text = g_string_new (_(titles[finding->kind]));

  append_grid (text, picture, finding->grid, " ");
  append_grid (text, picture, finding->other, " + ");
  if (finding->building != BJT_NO_INDEX)
    {
      g_autofree char *building = bjt_picture_dup_building_name (picture, finding->building);

      g_string_append_printf (text, ": %s", building);
    }
  append_number (text, finding);
  return g_string_free (text, FALSE);
}
