/* bjt-imposition.c: several on one first, then the result on tiles. */
#include "bjt-imposition.h"

BjtSheet *
bjt_imposition_apply (const BjtImposition *self,
                      BjtSheet            *sheet,
                      GError             **error)
{
  if (sheet != NULL && self->nup.n > 0)
    {
      g_autoptr (BjtSheet) source = sheet;

      sheet = bjt_nup_sheet_new (source, &self->nup, error);
    }
  if (sheet != NULL && self->is_tiled)
    {
      g_autoptr (BjtSheet) source = sheet;

      sheet = bjt_tiled_sheet_new (source, &self->tiling, error);
    }
  return sheet;
}
