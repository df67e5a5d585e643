/* bjt-sheet-notes.h: what stands on every internal sheet around its drawing: copy,
 * purpose, receiver, day of the data, maker, watermark.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "bjt-sheet-frame.h"

G_BEGIN_DECLS

typedef struct
{
  char            *notes[2], *left_footer;
  char            *watermark; /* may be NULL */
  char            *note;      /* in the footer; may be NULL */
  double           margin;
  BjtSheetLanguage language;
  gboolean         has_binding, is_mono;
} BjtSheetNotes;

void          bjt_sheet_notes_init (BjtSheetNotes *self, const BjtPicture *picture, const BjtGridSheetOptions *options);
void          bjt_sheet_notes_clear (BjtSheetNotes *self);
BjtSheetFrame bjt_sheet_notes_get_frame (const BjtSheetNotes *self, double width, double height); /* title, subtitle and right footer are still to be set */
BjtSheetPen   bjt_sheet_notes_get_pen (const BjtSheetNotes *self, BjtSheet *sheet, cairo_t *cr, double k);

G_END_DECLS
