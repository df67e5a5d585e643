/* bjt-pdf-reader.c: a page becomes SVG in memory and is read like one; its texts
 * come from Poppler, which knows their characters where the SVG has but the
 * shapes of letters. Units are points, 1/72 inch on paper. */
#include "bjt-pdf-reader.h"

#include "bjt-svg-reader.h"

#include "import/bjt-import-error.h"

#include <cairo-svg.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#define MAX_SVG (256u << 20)
#define LAYER "PDF"

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         size)
{
  GByteArray *svg = data;

  if (svg->len + size > MAX_SVG)
    return CAIRO_STATUS_NO_MEMORY;
  g_byte_array_append (svg, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
draw_page (PopplerPage *page,
           double       width,
           double       height,
           GByteArray  *svg,
           GError     **error)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, svg, width, height);
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  cairo_surface_set_fallback_resolution (surface, 150, 150);
  poppler_page_render_for_printing (page, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the page cannot be drawn: %s", cairo_status_to_string (status));
  return FALSE;
}

/* Texts */

typedef struct
{
  BjtDrawingBuilder *builder;
  guint32            layer;
  PopplerPage       *page;
} Texts;

/* Upright letters that go up or down the page stand on their side. */
static void
add_line (const Texts            *self,
          const char             *text,
          const PopplerRectangle *boxes,
          guint                   n)
{
  PopplerRectangle first = boxes[0], last = boxes[n - 1];
  double           dx = (last.x1 + last.x2 - first.x1 - first.x2) / 2, dy = (last.y1 + last.y2 - first.y1 - first.y2) / 2;
  gboolean         is_upright = fabs (dx) >= fabs (dy);
  BjtDrawingItem   item = { .kind = BJT_DRAWING_TEXT, .text = text, .layer = self->layer, .fill = 0xFF000000u };
  double           drop;

  item.size = is_upright ? fabs (first.y2 - first.y1) : fabs (first.x2 - first.x1);
  drop = 0.2 * item.size;
  if (is_upright)
    bjt_drawing_builder_move_to (self->builder, first.x1, first.y2 - drop);
  else
    {
      item.angle = dy < 0 ? -G_PI / 2 : G_PI / 2;
      bjt_drawing_builder_move_to (self->builder, dy < 0 ? first.x2 - drop : first.x1 + drop, dy < 0 ? first.y2 : first.y1);
    }
  bjt_drawing_builder_add (self->builder, &item);
}

static void
add_texts (const Texts *self)
{
  g_autofree char             *text = poppler_page_get_text (self->page);
  g_autofree PopplerRectangle *boxes = NULL;
  guint                        n = 0, at = 0;
  g_auto (GStrv)               lines = NULL;

  if (text == NULL || text[0] == '\0' || !poppler_page_get_text_layout (self->page, &boxes, &n))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint length = (guint) g_utf8_strlen (lines[i], -1);

      if (at + length > n)
        return;
      if (length > 0 && g_strstrip (lines[i])[0] != '\0')
        add_line (self, lines[i], boxes + at, length);
      at += length + 1;
    }
}

/* The document */

static gboolean
read_page (const BjtDrawingRequest *request,
           PopplerPage             *page,
           GError                 **error)
{
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  BjtSvgOptions options = { .layer = LAYER, .skip = "glyph", .bare = TRUE };
  Texts         texts = { request->builder, 0, page };
  double        width, height;
  GBytes       *bytes;
  gboolean      ok;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0) || !(height > 0) || width > 1e6 || height > 1e6)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the page has no usable size");
      return FALSE;
    }
  if (!draw_page (page, width, height, svg, error))
    return FALSE;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&svg));
  ok = bjt_svg_read_bytes_into (bytes, &options, request->builder, request->notes, error);
  g_bytes_unref (bytes);
  if (!ok)
    return FALSE;
  texts.layer = bjt_drawing_builder_add_layer (request->builder, LAYER, FALSE);
  add_texts (&texts);
  bjt_drawing_builder_set_page (request->builder, &(BjtBox) { 0, 0, width, height });
  bjt_drawing_notes_add (request->notes, "pdf-paper", "one unit is 1/72 inch on paper; the scale of the plan is not known");
  return TRUE;
}

static PopplerDocument *
open_document (const char *path,
               GError    **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (full, NULL, NULL);
  g_autoptr (GError) problem = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &problem);

  if (document != NULL)
    return document;
  if (g_error_matches (problem, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_ENCRYPTED, "the PDF wants a password: save it without one");
  else
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the PDF is damaged: %s", problem != NULL ? problem->message : "it cannot be read");
  return NULL;
}

static gboolean
read_document (const BjtDrawingRequest *request,
               PopplerDocument         *document,
               GError                 **error)
{
  int          n_pages = poppler_document_get_n_pages (document);
  PopplerPage *page;
  gboolean     ok;

  request->notes->n_pages = (guint) MAX (n_pages, 1);
  request->notes->page = request->page;
  if (request->page > (guint) MAX (n_pages, 0))
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "it has no page %u, only %d", request->page, n_pages);
      return FALSE;
    }
  page = poppler_document_get_page (document, (int) request->page - 1);
  if (page == NULL)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "page %u is damaged", request->page);
      return FALSE;
    }
  ok = read_page (request, page, error);
  g_object_unref (page);
  return ok;
}

/**
 * bjt_pdf_read:
 *
 * A #BjtDrawingReadFunc.
 */
gboolean
bjt_pdf_read (const BjtDrawingRequest *request,
              GError                 **error)
{
  PopplerDocument *document = open_document (request->path, error);
  gboolean         ok = document != NULL && read_document (request, document, error);

  g_clear_object (&document);
  return ok;
}
