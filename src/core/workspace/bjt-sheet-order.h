/* bjt-sheet-order.h: a sheet as it is wanted: what, how it comes onto paper, how many
 * copies. It owns what it names, and can be kept as text to be wanted again.
 */
#pragma once

#include "bjt-sheet-catalogue.h"
#include "print/bjt-imposition.h"

G_BEGIN_DECLS

typedef struct
{
  BjtSheetSpec  spec;       /* its strings are owned */
  BjtImposition imposition; /* its papers are owned */
  guint         n_copies;   /* 1 … */
  char         *base;       /* base map: its key in the list of the machine; "" none; NULL: the painted one */
} BjtSheetOrder;

BjtSheetOrder *bjt_sheet_order_new (const BjtSheetType *type);
BjtSheetOrder *bjt_sheet_order_copy (const BjtSheetOrder *self);
void           bjt_sheet_order_free (BjtSheetOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSheetOrder, bjt_sheet_order_free)

/* Under a group of @file. Places are kept; people, papers, walks, days, the maker, tiles and
 * numbers are not: they are another the next time. */
void           bjt_sheet_order_write (const BjtSheetOrder *self, const BjtPicture *picture, GKeyFile *file, const char *group);
BjtSheetOrder *bjt_sheet_order_read (GKeyFile *file, const char *group, const BjtPicture *picture, GError **error); /* a place that is gone: the community */

G_END_DECLS
