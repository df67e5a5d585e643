/* bjt-label-stock.h: sheets of labels as they are sold: how many, how large, where.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char   name[32];
  guint  n_rows, n_columns;
  double paper_width, paper_height; /* mm, as all */
  double left, top;                 /* of the first label */
  double pitch_x, pitch_y;          /* from one to the next */
  double width, height;
} BjtLabelStock;

const BjtLabelStock *bjt_label_stock_get_all (guint *n);

/* A name of these, or ROWSxCOLUMNS:WIDTHxHEIGHT in millimetres, in the middle of A4. NULL: the first. */
gboolean bjt_label_stock_parse (const char *text, BjtLabelStock *stock, GError **error);

G_END_DECLS
