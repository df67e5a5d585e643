/* bjt-overview-sheet.h: where everything of an atlas lies, and on which page it is.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_OVERVIEW_SHEET (bjt_overview_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtOverviewSheet, bjt_overview_sheet, BJT, OVERVIEW_SHEET, BjtSheet)

typedef struct
{
  const char *title, *subtitle;
  gboolean    is_of_grids; /* drawn as areas; else as buildings */
} BjtOverviewForm;

/* NULL without an error: nothing has a place, a map would be empty. */
BjtOverviewSheet *bjt_overview_sheet_new (BjtPicture *picture, const GArray *shapes, const BjtOverviewForm *form, const BjtGridSheetOptions *options, GError **error); /* of const BjtGeometry *, of the picture; NULL: has none */

/* Before it is drawn. @label may be NULL. */
void bjt_overview_sheet_set_mark (BjtOverviewSheet *self, guint index, const char *mark, const char *label);

G_END_DECLS
