/* bjt-sheet.c: pages to PDF, PNG and SVG.
 *
 * A file appears under its name only when it is whole: it is written beside
 * and renamed. Titles in metadata are those of the sheet, which hold no
 * personal data. */
#include "bjt-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "bjt-sheet-part.h"
#include "bjt-sheet-words.h"

#define POINTS_PER_MM (72 / 25.4)
#define MAX_PIXELS 400e6
#define MAX_DEPTH 4 /* of bookmarks */
#define FOOT 4.5    /* mm from the lower edge: what is said there stands below all frames */
#define FOOT_SIZE 2.4

typedef struct
{
  /* Owned */
  BjtTextPainter *text;        /* NULL: another's */
  GCancellable   *cancellable; /* may be NULL */
  char           *note;        /* may be NULL */
  GString        *missing;     /* characters without a font; NULL: none, or another's */

  /* Borrowed */
  BjtSheet *text_of; /* kept by what this is a part of, or keeps this */

  /* State */
  guint n_before, n_all; /* 0: not a part of anything */
  int  *permille;        /* may be NULL */
} BjtSheetPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BjtSheet, bjt_sheet, G_TYPE_OBJECT)

static void
bjt_sheet_finalize (GObject *object)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (BJT_SHEET (object));

  g_clear_pointer (&private->text, bjt_text_painter_free);
  g_clear_object (&private->cancellable);
  g_free (private->note);
  if (private->missing != NULL)
    g_string_free (private->missing, TRUE);
  G_OBJECT_CLASS (bjt_sheet_parent_class)->finalize (object);
}

static void
bjt_sheet_class_init (BjtSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_sheet_finalize;
}

static void
bjt_sheet_init (BjtSheet *self)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  private->text = bjt_text_painter_new (TRUE);
}

/**
 * bjt_sheet_get_text:
 *
 * Returns: (transfer none): what all texts of the sheet are drawn with
 */
BjtTextPainter *
bjt_sheet_get_text (BjtSheet *self)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  return private->text_of != NULL ? bjt_sheet_get_text (private->text_of) : private->text;
}

/**
 * bjt_sheet_share_text:
 * @with: (transfer none): lives at least as long as this is drawn
 */
void
bjt_sheet_share_text (BjtSheet *self,
                      BjtSheet *with)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  g_clear_pointer (&private->text, bjt_text_painter_free);
  private->text_of = with;
}

guint
bjt_sheet_get_n_pages (BjtSheet *self)
{
  return BJT_SHEET_GET_CLASS (self)->get_n_pages (self);
}

void
bjt_sheet_get_page_size_mm (BjtSheet *self,
                            double   *width,
                            double   *height)
{
  BJT_SHEET_GET_CLASS (self)->get_page_size (self, width, height);
}

/* Of this, and of all that it is a part of */
static BjtSheetPrivate *
get_text_owner (BjtSheet *self)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  return private->text_of != NULL ? get_text_owner (private->text_of) : private;
}

/* 㛃 U+36C3 */
static char *
dup_codes (const char *characters)
{
  GString *codes = g_string_new (NULL);

  for (const char *at = characters; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_printf (codes, "%sU+%04X", at > characters ? " " : "", g_utf8_get_char (at));
  return g_string_free (codes, FALSE);
}

static void
keep_missing (BjtSheetPrivate *owner,
              const char      *characters)
{
  if (owner->missing == NULL)
    owner->missing = g_string_new (NULL);
  for (const char *at = characters; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *one = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));

      if (strstr (owner->missing->str, one) == NULL)
        g_string_append (owner->missing, one);
    }
}

/* No box stands on a page without a word about it. */
static void
draw_missing (BjtSheet *self,
              cairo_t  *cr)
{
  BjtTextPainter  *text = bjt_sheet_get_text (self);
  g_autofree char *missing = bjt_text_painter_take_missing (text);
  g_autofree char *codes = missing != NULL ? dup_codes (missing) : NULL;
  g_autofree char *line = NULL;
  double           width, height;

  if (missing == NULL)
    return;
  keep_missing (get_text_owner (self), missing);
  line = bjt_sheet_words_format (BJT_SHEET_CHINESE, BJT_WORD_MISSING_CHARACTERS, codes);
  bjt_sheet_get_page_size_mm (self, &width, &height);
  cairo_set_source_rgb (cr, 0.6, 0, 0);
  bjt_text_painter_draw (text, cr, line, &(BjtTextPlace) { .x = width / 2, .y = height - FOOT, .align = 0.5, .size = FOOT_SIZE, .max_width = width - 4 * FOOT });
  g_free (bjt_text_painter_take_missing (text));
}

/**
 * bjt_sheet_get_missing:
 *
 * Returns: (nullable): characters that no font here has, each once
 */
const char *
bjt_sheet_get_missing (BjtSheet *self)
{
  const GString *missing = get_text_owner (self)->missing;

  return missing != NULL ? missing->str : NULL;
}

void
bjt_sheet_draw_page (BjtSheet *self,
                     cairo_t  *cr,
                     guint     page)
{
  g_return_if_fail (page < bjt_sheet_get_n_pages (self));
  cairo_save (cr);
  BJT_SHEET_GET_CLASS (self)->draw_page (self, cr, page);
  cairo_restore (cr);
  cairo_save (cr);
  draw_missing (self, cr);
  cairo_restore (cr);
}

const char *
bjt_sheet_get_title (BjtSheet *self)
{
  return BJT_SHEET_GET_CLASS (self)->get_title (self);
}

/**
 * bjt_sheet_dup_bookmark:
 * @depth: (out): 0 for what stands at the left edge of the list
 *
 * Returns: (transfer full) (nullable): what begins on the page
 */
char *
bjt_sheet_dup_bookmark (BjtSheet *self,
                        guint     page,
                        guint    *depth)
{
  BjtSheetClass *klass = BJT_SHEET_GET_CLASS (self);

  *depth = 0;
  return klass->dup_bookmark != NULL ? klass->dup_bookmark (self, page, depth) : NULL;
}

void
bjt_sheet_set_note (BjtSheet   *self,
                    const char *note)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  g_free (private->note);
  private->note = g_strdup (note);
}

const char *
bjt_sheet_get_note (BjtSheet *self)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  return private->note;
}

void
bjt_sheet_set_place (BjtSheet *self,
                     guint     n_before,
                     guint     n_all)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  private->n_before = n_before;
  private->n_all = n_all;
  if (BJT_SHEET_GET_CLASS (self)->set_place != NULL)
    BJT_SHEET_GET_CLASS (self)->set_place (self, n_before, n_all);
}

void
bjt_sheet_get_number (BjtSheet *self,
                      guint     page,
                      guint    *number,
                      guint    *n_all)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  *number = private->n_before + page + 1;
  *n_all = private->n_all > 0 ? private->n_all : bjt_sheet_get_n_pages (self);
}

void
bjt_sheet_set_watch (BjtSheet     *self,
                     GCancellable *cancellable,
                     int          *permille)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  g_set_object (&private->cancellable, cancellable);
  private->permille = permille;
}

gboolean
bjt_sheet_has_size_of (BjtSheet *self,
                       BjtSheet *other)
{
  double width_a, height_a, width_b, height_b;

  bjt_sheet_get_page_size_mm (self, &width_a, &height_a);
  bjt_sheet_get_page_size_mm (other, &width_b, &height_b);
  return fabs (width_a - width_b) < 0.01 && fabs (height_a - height_b) < 0.01;
}

/* A new, empty file beside @path. */
static char *
make_beside (const char *path,
             GError    **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
  int              file = g_open (beside, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);

  if (file < 0)
    {
      int saved = errno;

      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (saved), "Cannot write “%s”: %s", path, g_strerror (saved));
      return NULL;
    }
  g_close (file, NULL);
  return g_steal_pointer (&beside);
}

static gboolean
take_place (BjtSheet      *self,
            const char    *beside,
            const char    *path,
            cairo_status_t status,
            GError       **error)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  if (g_cancellable_set_error_if_cancelled (private->cancellable, error))
    {
      g_unlink (beside);
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS && g_rename (beside, path) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Cannot write “%s”: %s", path,
               status != CAIRO_STATUS_SUCCESS ? cairo_status_to_string (status) : g_strerror (errno));
  g_unlink (beside);
  return FALSE;
}

/* FALSE: cancelled */
static gboolean
note_page (BjtSheet *self,
           guint     page)
{
  BjtSheetPrivate *private = bjt_sheet_get_instance_private (self);

  if (private->permille != NULL)
    g_atomic_int_set (private->permille, (int) (1000 * (page + 1) / bjt_sheet_get_n_pages (self)));
  return !g_cancellable_is_cancelled (private->cancellable);
}

static cairo_status_t
draw_pages (BjtSheet        *self,
            cairo_surface_t *surface,
            double           scale,
            guint            first,
            guint            n)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  bjt_sheet_part_begin (cr, BJT_PART_DOCUMENT);
  for (guint page = first; page < first + n; page++)
    {
      bjt_sheet_part_begin (cr, BJT_PART_PAGE);
      bjt_sheet_draw_page (self, cr, page);
      bjt_sheet_part_end (cr, BJT_PART_PAGE);
      if (page + 1 == first + n)
        bjt_sheet_part_end (cr, BJT_PART_DOCUMENT);
      cairo_show_page (cr);
      if (!note_page (self, page))
        break;
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static cairo_status_t
finish_surface (cairo_surface_t *surface,
                cairo_status_t   status)
{
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/* The list of what begins where; a document of one page has none. */
static void
add_bookmarks (BjtSheet        *self,
               cairo_surface_t *surface)
{
  int   parents[MAX_DEPTH + 1] = { CAIRO_PDF_OUTLINE_ROOT };
  guint last = 0, n_pages = bjt_sheet_get_n_pages (self);

  for (guint page = 0; page < n_pages && n_pages > 1; page++)
    {
      guint            depth;
      g_autofree char *text = bjt_sheet_dup_bookmark (self, page, &depth);
      g_autofree char *place = g_strdup_printf ("page=%u", page + 1);
      g_auto (GStrv)   lines = text != NULL ? g_strsplit (text, "\n", MAX_DEPTH) : NULL;

      for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
        {
          guint own = MIN (MIN (depth + i, MAX_DEPTH - 1), last);

          parents[own + 1] = cairo_pdf_surface_add_outline (surface, parents[own], lines[i], place, own == 0 ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);
          last = own + 1;
        }
    }
}

gboolean
bjt_sheet_write_pdf (BjtSheet   *self,
                     const char *path,
                     GError    **error)
{
  g_autofree char *beside = make_beside (path, error);
  cairo_surface_t *surface;
  cairo_status_t   status;
  double           width, height;

  if (beside == NULL)
    return FALSE;
  bjt_sheet_get_page_size_mm (self, &width, &height);
  surface = cairo_pdf_surface_create (beside, width * POINTS_PER_MM, height * POINTS_PER_MM);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, bjt_sheet_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Baijiatu " BJT_VERSION);
  add_bookmarks (self, surface);
  status = draw_pages (self, surface, POINTS_PER_MM, 0, bjt_sheet_get_n_pages (self));
  return take_place (self, beside, path, finish_surface (surface, status), error);
}

/* NAME.png for the first page, NAME-2.png for the second */
static char *
dup_page_path (const char *path,
               guint       page)
{
  const char *dot = strrchr (path, '.');

  if (page == 0)
    return g_strdup (path);
  if (dot == NULL || strchr (dot, G_DIR_SEPARATOR) != NULL)
    dot = path + strlen (path);
  return g_strdup_printf ("%.*s-%u%s", (int) (dot - path), path, page + 1, dot);
}

static gboolean
write_page_png (BjtSheet   *self,
                const char *path,
                guint       page,
                double      dpi,
                GError    **error)
{
  g_autofree char *beside = NULL;
  cairo_surface_t *surface;
  cairo_status_t   status;
  double           width, height, scale = dpi / 25.4;

  bjt_sheet_get_page_size_mm (self, &width, &height);
  if (!(dpi >= 10) || width * height * scale * scale > MAX_PIXELS || MAX (width, height) * scale > 32000)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "An image of this paper at %g dpi is not possible: choose a smaller resolution, or PDF", dpi);
      return FALSE;
    }
  beside = make_beside (path, error);
  if (beside == NULL)
    return FALSE;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale + 0.5), (int) (height * scale + 0.5));
  status = draw_pages (self, surface, scale, page, 1);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png (surface, beside);
  return take_place (self, beside, path, finish_surface (surface, status), error);
}

gboolean
bjt_sheet_write_png (BjtSheet   *self,
                     const char *path,
                     double      dpi,
                     GError    **error)
{
  for (guint page = 0; page < bjt_sheet_get_n_pages (self); page++)
    {
      g_autofree char *page_path = dup_page_path (path, page);

      if (!write_page_png (self, page_path, page, dpi, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bjt_sheet_write_svg (BjtSheet   *self,
                     const char *path,
                     GError    **error)
{
  for (guint page = 0; page < bjt_sheet_get_n_pages (self); page++)
    {
      g_autofree char *page_path = dup_page_path (path, page);
      g_autofree char *beside = make_beside (page_path, error);
      cairo_surface_t *surface;
      cairo_status_t   status;
      double           width, height;

      if (beside == NULL)
        return FALSE;
      bjt_sheet_get_page_size_mm (self, &width, &height);
      surface = cairo_svg_surface_create (beside, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_MM);
      status = draw_pages (self, surface, 1, page, 1);
      if (!take_place (self, beside, page_path, finish_surface (surface, status), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_known_ending (const char *path,
                  GError    **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".pdf") || g_str_has_suffix (lower, ".png") || g_str_has_suffix (lower, ".svg"))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               "“%s” does not say what to write: use a name that ends in .pdf, .png or .svg", path);
  return FALSE;
}

gboolean
bjt_sheet_can_write (const char *path,
                      GError    **error)
{
  g_autofree char *beside = has_known_ending (path, error) ? make_beside (path, error) : NULL;

  if (beside != NULL)
    g_unlink (beside);
  return beside != NULL;
}

/* One rare character is a box and a word about it; a title of boxes is no sheet. */
gboolean
bjt_sheet_has_font (BjtSheet *self,
                    GError  **error)
{
  const char *title = bjt_sheet_get_title (self);

  if (title == NULL || bjt_text_painter_count_missing (bjt_sheet_get_text (self), title) * 2 <= g_utf8_strlen (title, -1))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No font here has the characters of “%s”: install one for Chinese, such as Noto Sans CJK", title);
  return FALSE;
}

/**
 * bjt_sheet_write:
 * @path: ends in .pdf, .png or .svg
 * @dpi: of PNG
 */
gboolean
bjt_sheet_write (BjtSheet   *self,
                 const char *path,
                 double      dpi,
                 GError    **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (!has_known_ending (path, error) || !bjt_sheet_has_font (self, error))
    return FALSE;
  if (g_str_has_suffix (lower, ".pdf"))
    return bjt_sheet_write_pdf (self, path, error);
  if (g_str_has_suffix (lower, ".png"))
    return bjt_sheet_write_png (self, path, dpi, error);
  return bjt_sheet_write_svg (self, path, error);
}
