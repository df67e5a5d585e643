/* bjt-sheet-frame.h: what stands around the drawing of every sheet: frame,
 * title, mark, footer.
 */
#pragma once

#include "bjt-sheet-pen.h"
#include "bjt-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  double   width, height; /* of the paper, mm */
  gboolean has_binding;   /* 35 mm at the left */
  double   margin;        /* at least; 0: as usual */

  const char *title;
  const char *subtitle;
  const char *mark;       /* 内部资料 注意保管; may be NULL */
  const char *notes[2];   /* right of the title, below the mark; may be NULL */
  const char *left_footer;
  const char *right_footer;
  const char *warning;    /* in the middle of the footer; may be NULL */
  guint       n_unnamed;  /* names that found no room on the map: the footer tells */
} BjtSheetFrame;

char  *bjt_sheet_frame_dup_page_number (BjtSheet *sheet, BjtSheetLanguage language, guint page); /* 第 3 页 共 80 页 */
BjtBox bjt_sheet_frame_get_inside (const BjtSheetFrame *self, double k);
double bjt_sheet_frame_get_k (double width, double height);
void   bjt_sheet_frame_draw (const BjtSheetFrame *self, const BjtSheetPen *pen);
void   bjt_sheet_frame_draw_watermark (const BjtSheetPen *pen, const BjtBox *box, const char *text);

G_END_DECLS
