/* bjt-work-figures.h: the figures of a period as bjt prints them.
 */
#pragma once

#include "bjt-cli.h"
#include "rules/bjt-work-indicator.h"

G_BEGIN_DECLS

typedef struct
{
  char       **indicators; /* codes of bjt-work-indicator.h */
  const char  *by;         /* name of a group; NULL: the total alone */
  const char  *from;       /* days; NULL: this year until today */
  const char  *to;
  const char  *cut_off;
  const char  *rows;       /* numerator, denominator, gap: what is behind it; NULL: the figures */
  guint32      grid;       /* index, or BJT_NO_INDEX */
  const BjtDoorSet *doors; /* NULL: all */
} BjtWorkFigures;

gboolean bjt_work_figures_are_of_work (char **indicators);
BjtExit  bjt_work_figures_print (const BjtWorkFigures *self, BjtWorkspace *workspace, BjtListingFormat format);
BjtDoorSet *bjt_work_figures_find_gap (BjtWorkspace *workspace, const char *code, guint32 grid, BjtExit *exit_code); /* what is missing this year; NULL after printing why */
void     bjt_work_figures_add_kinds (BjtListing *listing); /* code and definition */

G_END_DECLS
