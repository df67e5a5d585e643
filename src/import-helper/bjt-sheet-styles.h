/* bjt-sheet-styles.h: the looks of cells, as far as filling a form needs them.
 */
#pragma once

#include "bjt-form-package.h"

G_BEGIN_DECLS

typedef struct
{
  BjtFormPart *part;   /* NULL: the workbook has no styles */
  GPtrArray   *styles; /* borrowed xf elements */
  GArray      *boxes;  /* gboolean, by border */
  GHashTable  *codes;  /* number of a format → its code */
  GHashTable  *made;   /* style and format → style + 1 */
  guint        date_format; /* 0: not made yet */
} BjtSheetStyles;

typedef enum
{
  BJT_SHEET_FORMAT_TEXT,
  BJT_SHEET_FORMAT_DATE,
} BjtSheetFormat;

gboolean bjt_sheet_styles_init (BjtSheetStyles *self, BjtFormPackage *package, GError **error);
void     bjt_sheet_styles_clear (BjtSheetStyles *self);
gboolean bjt_sheet_styles_is_boxed (const BjtSheetStyles *self, guint style);
gboolean bjt_sheet_styles_is_text (const BjtSheetStyles *self, guint style);
guint    bjt_sheet_styles_get (BjtSheetStyles *self, guint style, BjtSheetFormat format); /* the same look with that format */

G_END_DECLS
