/* bjt-form-sheet.h: an upright page of headings, rows, paragraphs, lines to write
 * on and to sign: what is filed and signed, internal as the plan sheet is unless
 * it goes outward.
 *
 * Blocks are added from the top down before the first page is drawn; what does
 * not fit goes on to the next page.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "bjt-sheet-pen.h"
#include "paint/bjt-bar-painter.h"

G_BEGIN_DECLS

#define BJT_TYPE_FORM_SHEET (bjt_form_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtFormSheet, bjt_form_sheet, BJT, FORM_SHEET, BjtSheet)

#define BJT_FORM_MAX_CELLS 4

/* Draws into @box, from the left to the right of the page. */
typedef void (*BjtFormDraw) (const BjtSheetPen *pen, const BjtBox *box, gpointer data);

/* Of @options: paper (A4), names, is_mono, has_binding, purpose, receiver, maker,
 * copy_number, made_on, language. @title: no personal data. */
BjtFormSheet *bjt_form_sheet_new (BjtPicture *picture, const char *title, const char *subtitle, const BjtGridSheetOptions *options, GError **error);

void   bjt_form_sheet_set_outward (BjtFormSheet *self); /* goes to somebody outside: without the marks of an internal paper */
void   bjt_form_sheet_add_heading (BjtFormSheet *self, const char *text);
void   bjt_form_sheet_add_fact (BjtFormSheet *self, const char *name, const char *value); /* value NULL: — */
void   bjt_form_sheet_add_row (BjtFormSheet *self, const double *widths, const char *const *cells, guint n_cells); /* widths in mm on A4; 0: the rest */
void   bjt_form_sheet_add_head_row (BjtFormSheet *self, const double *widths, const char *const *cells, guint n_cells); /* the row after it stays with it */
void   bjt_form_sheet_add_paragraph (BjtFormSheet *self, const char *text);
void   bjt_form_sheet_add_remark (BjtFormSheet *self, const char *text); /* small and pale */
void   bjt_form_sheet_add_chart (BjtFormSheet *self, const char *heading, guint n_bars); /* the bars follow, on one page */
void   bjt_form_sheet_add_bar (BjtFormSheet *self, const char *label, const char *text, const BjtBarScale *scale, const BjtBar *bar);
void   bjt_form_sheet_add_drawing (BjtFormSheet *self, double height, BjtFormDraw draw, gpointer data, GDestroyNotify destroy); /* height in mm on A4; @data belongs to the sheet */
void   bjt_form_sheet_keep (BjtFormSheet *self, double height); /* what follows, so high, stays on one page */
void   bjt_form_sheet_fill_blank_lines (BjtFormSheet *self, guint n_least); /* down to where the signatures stand */
void   bjt_form_sheet_go_to_foot (BjtFormSheet *self, guint n_lines); /* what follows, a heading, so many lines and signatures, ends at the foot of the page */
void   bjt_form_sheet_add_signatures (BjtFormSheet *self, const char *left, const char *right); /* with a date */
guint  bjt_form_sheet_count_rows_left (BjtFormSheet *self, guint n_blank_lines); /* on this page, with so many blank lines, a heading and signatures still to come */

G_END_DECLS
