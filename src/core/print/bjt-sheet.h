/* bjt-sheet.h: anything that is drawn on pages of paper.
 *
 * Preview, printer and files draw the same pages. A sheet is made from a
 * picture and never changes; it belongs to the thread that uses it.
 */
#pragma once

#include "paint/bjt-text-painter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BJT_TYPE_SHEET (bjt_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (BjtSheet, bjt_sheet, BJT, SHEET, GObject)

struct _BjtSheetClass
{
  GObjectClass parent_class;

  guint       (*get_n_pages)   (BjtSheet *self);
  void        (*get_page_size) (BjtSheet *self, double *width, double *height);
  void        (*draw_page)     (BjtSheet *self, cairo_t *cr, guint page);
  const char *(*get_title)     (BjtSheet *self);
  void        (*set_place)     (BjtSheet *self, guint n_before, guint n_all); /* of the parts, where there are any */
  char       *(*dup_bookmark)  (BjtSheet *self, guint page, guint *depth); /* where something begins, a line each, one below the other; NULL: nowhere */
};

guint           bjt_sheet_get_n_pages (BjtSheet *self);
void            bjt_sheet_get_page_size_mm (BjtSheet *self, double *width, double *height);
void            bjt_sheet_draw_page (BjtSheet *self, cairo_t *cr, guint page); /* a unit of cr is a millimetre */
const char     *bjt_sheet_get_title (BjtSheet *self);                          /* no personal data */
char           *bjt_sheet_dup_bookmark (BjtSheet *self, guint page, guint *depth); /* no personal data; NULL: nothing begins on this page; depth 0, 1 … */
BjtTextPainter *bjt_sheet_get_text (BjtSheet *self);

/* What was done for all to fit, as the sheet says it; NULL: nothing. */
void            bjt_sheet_set_note (BjtSheet *self, const char *note);
const char     *bjt_sheet_get_note (BjtSheet *self);

/* Characters of the pages drawn so far that no font here has: boxes stand for them, and
 * each such page says so at its foot. NULL: none. */
const char     *bjt_sheet_get_missing (BjtSheet *self);

/* Draws with the texts of @with from now on: what is laid out once serves all. */
void bjt_sheet_share_text (BjtSheet *self, BjtSheet *with);

/* As a part of a longer document: its pages are numbered through. */
void bjt_sheet_set_place (BjtSheet *self, guint n_before, guint n_all);
void bjt_sheet_get_number (BjtSheet *self, guint page, guint *number, guint *n_all); /* from 1 */

/* What is done, page by page, and whether to go on; both may be NULL. */
void bjt_sheet_set_watch (BjtSheet *self, GCancellable *cancellable, int *permille); /* @permille is set atomically */

/* Each of the pages on one paper of this size. */
gboolean bjt_sheet_has_size_of (BjtSheet *self, BjtSheet *other);

/* Files: written beside and renamed when whole. PNG and SVG hold one page a
 * file: NAME.png, then NAME-2.png and so on. */
gboolean bjt_sheet_write (BjtSheet *self, const char *path, double dpi, GError **error); /* by the name's ending */
gboolean bjt_sheet_can_write (const char *path, GError **error); /* known by its ending, and there is a place for it */
gboolean bjt_sheet_has_font (BjtSheet *self, GError **error); /* that its title can be read */
gboolean bjt_sheet_write_pdf (BjtSheet *self, const char *path, GError **error);
gboolean bjt_sheet_write_png (BjtSheet *self, const char *path, double dpi, GError **error);
gboolean bjt_sheet_write_svg (BjtSheet *self, const char *path, GError **error);

G_END_DECLS
