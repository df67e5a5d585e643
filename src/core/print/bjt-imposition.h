/* bjt-imposition.h: how the pages of a sheet come onto paper: as they are, several on
 * one, or one on several.
 */
#pragma once

#include "bjt-nup-sheet.h"
#include "bjt-tiled-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  BjtNup    nup;   /* n 0: as they are */
  gboolean  is_tiled;
  BjtTiling tiling;
} BjtImposition;

BjtSheet *bjt_imposition_apply (const BjtImposition *self, BjtSheet *sheet, GError **error); /* transfer full: takes the sheet; NULL stays NULL */

G_END_DECLS
