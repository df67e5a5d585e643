/* bjt-form-book.h: a form that is a workbook.
 */
#pragma once

#include "bjt-form-package.h"
#include "bjt-form-text.h"
#include "bjt-sheet-styles.h"
#include "form/bjt-form-plan.h"

G_BEGIN_DECLS

typedef struct
{
  char          *name;
  BjtFormPart   *part;
  BjtXmlElement *root;
  BjtXmlElement *data;
  GHashTable    *rows; /* number from 1 → row element */
  gboolean       is_hidden;
} BjtFormSheet;

typedef struct
{
  BjtFormPackage *package;  /* borrowed */
  GPtrArray      *sheets;   /* BjtFormSheet */
  GPtrArray      *strings;  /* borrowed si elements */
  BjtSheetStyles  styles;
  gboolean        from_1904;
} BjtFormBook;

BjtFormBook   *bjt_form_book_new (BjtFormPackage *package, GError **error);
void           bjt_form_book_free (BjtFormBook *self);
BjtFormSketch *bjt_form_book_sketch (BjtFormBook *self, GError **error);
gboolean       bjt_form_book_fill (BjtFormBook *self, const BjtFormPlan *plan, GError **error);

/* Rows and columns from 0. */
BjtXmlElement *bjt_form_sheet_get_cell (BjtFormSheet *self, guint32 row, guint32 column); /* makes it where it is not there */
guint32        bjt_form_sheet_get_row_number (const BjtXmlElement *row);                 /* from 1 */
void           bjt_form_sheet_set_row_number (BjtXmlElement *row, guint32 number);       /* with its cells */
void           bjt_form_book_read_text (BjtFormBook *self, BjtXmlElement *cell, BjtFormText *text);

/* Puts rows like the last of the ready ones behind it. */
void           bjt_form_book_grow (BjtFormBook *self, BjtFormSheet *sheet, guint32 first_row, guint32 n_ready, guint32 count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormBook, bjt_form_book_free)

G_END_DECLS
