/* bjt-attention-list.h: the doors that need attention, one a line, below a matrix.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "bjt-sheet-pen.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPicture *picture;
  const BjtDoorSet *doors;
  BjtSheetNames     names;
} BjtAttentionList;

/* As many as the box holds, and lines for the pen in what is left. */
void bjt_attention_list_draw (const BjtAttentionList *self, const BjtSheetPen *pen, const BjtBox *box);

G_END_DECLS
