/* bjt-label-stock.c: a table; others by their numbers. */
#include "bjt-label-stock.h"

#include <stdio.h>
#include <string.h>

#define A4_WIDTH 210.0
#define A4_HEIGHT 297.0
#define SMALLEST 15.0

static const BjtLabelStock stocks[] = {
  { "card-10", 5, 2, A4_WIDTH, A4_HEIGHT, 15, 13.5, 90, 54, 90, 54 },        /* 名片纸 */
  { "label-24", 8, 3, A4_WIDTH, A4_HEIGHT, 0, 4.5, 70, 36, 70, 36 },         /* 70×36 不干胶 */
  { "label-21", 7, 3, A4_WIDTH, A4_HEIGHT, 7.2, 15.15, 66.04, 38.1, 63.5, 38.1 },
  { "key-65", 13, 5, A4_WIDTH, A4_HEIGHT, 4.75, 10.7, 40.6, 21.2, 38.1, 21.2 }, /* 钥匙扣 */
};

const BjtLabelStock *
bjt_label_stock_get_all (guint *n)
{
  *n = G_N_ELEMENTS (stocks);
  return stocks;
}

static gboolean
parse_numbers (const char    *text,
               BjtLabelStock *stock)
{
  unsigned rows, columns;
  double   width, height;
  char     rest;

  if (sscanf (text, "%3ux%3u:%7lfx%7lf%c", &rows, &columns, &width, &height, &rest) != 4)
    return FALSE;
  if (rows < 1 || columns < 1 || !(width >= SMALLEST && height >= SMALLEST) || columns * width > A4_WIDTH || rows * height > A4_HEIGHT)
    return FALSE;
  *stock = (BjtLabelStock) { "", rows, columns, A4_WIDTH, A4_HEIGHT, (A4_WIDTH - columns * width) / 2, (A4_HEIGHT - rows * height) / 2, width, height, width, height };
  g_strlcpy (stock->name, text, sizeof stock->name);
  return TRUE;
}

gboolean
bjt_label_stock_parse (const char    *text,
                       BjtLabelStock *stock,
                       GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (stocks); i++)
    if (text == NULL || strcmp (stocks[i].name, text) == 0)
      {
        *stock = stocks[i];
        return TRUE;
      }
  if (parse_numbers (text, stock))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               "There is no label stock “%s”: use card-10, label-24, label-21, key-65, or rows, columns and millimetres on A4 such as 8x3:70x36", text);
  return FALSE;
}
