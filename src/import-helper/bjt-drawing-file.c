/* bjt-drawing-file.c: one file, one drawing, sent in one frame. */
#include "bjt-drawing-file.h"

#include "bjt-indoor-reader.h"
#include "bjt-module.h"
#include "bjt-raster.h"
#include "bjt-svg-reader.h"

#include "import/bjt-frame.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* SVG */

static gssize
read_stream_cb (gpointer source,
                char    *buffer,
                gsize    size,
                GError **error)
{
  return g_input_stream_read (source, buffer, size, NULL, error);
}

static gboolean
read_svg (const BjtDrawingRequest *request,
          gboolean                 is_zipped,
          GError                 **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (request->path);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  BjtSvgOptions options = { 0 };

  if (stream == NULL)
    return FALSE;
  if (is_zipped)
    {
      g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
      GInputStream *unpacked = g_converter_input_stream_new (stream, G_CONVERTER (zlib));

      g_object_unref (stream);
      stream = unpacked;
    }
  return bjt_svg_read (read_stream_cb, stream, &options, request->builder, request->notes, error);
}

/* Pictures */

/* One drawing unit is one pixel of the file, however small it was made. */
static gboolean
read_picture (const BjtDrawingRequest *request,
              GError                 **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (request->path, FALSE, error);
  BjtDrawingItem item = { .kind = BJT_DRAWING_PICTURE };
  BjtRaster      raster;
  gboolean       ok;

  if (file == NULL)
    return FALSE;
  ok = bjt_raster_read (&raster, (const guint8 *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file), error);
  if (ok)
    {
      item.layer = bjt_drawing_builder_add_layer (request->builder, "", FALSE);
      item.picture = bjt_drawing_builder_add_picture (request->builder, raster.media_type, raster.bytes);
      bjt_drawing_builder_move_to (request->builder, 0, 0);
      bjt_drawing_builder_line_to (request->builder, raster.full_width, 0);
      bjt_drawing_builder_line_to (request->builder, 0, raster.full_height);
      bjt_drawing_builder_add (request->builder, &item);
      if (raster.full_width != raster.width)
        bjt_drawing_notes_add (request->notes, "picture-smaller", "the picture of %u × %u pixels is kept as %u × %u",
                               raster.full_width, raster.full_height, raster.width, raster.height);
    }
  bjt_raster_clear (&raster);
  return ok;
}

/* Any */

static gboolean
read_by_format (const BjtDrawingRequest *request,
                BjtDrawingFormat         format,
                GError                 **error)
{
  switch (format)
    {
    case BJT_DRAWING_FORMAT_SVG:
    case BJT_DRAWING_FORMAT_SVGZ:
      return read_svg (request, format == BJT_DRAWING_FORMAT_SVGZ, error);
    case BJT_DRAWING_FORMAT_PICTURE:
      return read_picture (request, error);
    case BJT_DRAWING_FORMAT_DXF:
      return bjt_module_read_drawing ("bjt-import-ogr.so", "bjt_dxf_read", request, error);
    case BJT_DRAWING_FORMAT_PDF:
      return bjt_module_read_drawing ("bjt-import-pdf.so", "bjt_pdf_read", request, error);
    case BJT_DRAWING_FORMAT_IMDF:
      return bjt_imdf_read (request, error);
    case BJT_DRAWING_FORMAT_INDOORGML:
      return bjt_indoorgml_read (request, error);
    case BJT_DRAWING_FORMAT_OSM:
      return bjt_indoor_osm_read (request, error);
    case BJT_DRAWING_FORMAT_GEOJSON:
    default:
      return bjt_indoor_geojson_read (request, error);
    }
}

static gboolean
send_drawing (const BjtDrawing      *drawing,
              const BjtDrawingNotes *notes,
              BjtOutput             *output,
              GError               **error)
{
  g_autoptr (GBytes) bytes = bjt_drawing_to_bytes (drawing);
  BjtDraft draft = { .kind = BJT_DRAFT_DRAWING };
  gboolean ok;

  draft.drawing = (BjtDrawingDraft) { .page = notes->page, .n_pages = notes->n_pages, .is_placed = notes->is_placed };
  memcpy (draft.drawing.points, notes->points, sizeof notes->points);
  memcpy (draft.drawing.ground, notes->ground, sizeof notes->ground);
  draft.drawing.data = g_bytes_get_data (bytes, &draft.drawing.size);
  if (draft.drawing.size > BJT_FRAME_MAX_SIZE - 1024)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the drawing takes %u MB, more than %u: leave out what is not needed",
                   (guint) (draft.drawing.size >> 20), BJT_FRAME_MAX_SIZE >> 20);
      return FALSE;
    }
  ok = bjt_output_draft (&draft, output, error);
  for (guint i = 0; ok && i < notes->items->len; i++)
    {
      const BjtDrawingNote *note = &g_array_index (notes->items, BjtDrawingNote, i);

      ok = bjt_output_notice (output, 0, BJT_SEVERITY_INFO, note->code, note->message, error);
    }
  return ok;
}

static gboolean
has_sane_box (const BjtDrawing *drawing)
{
  return isfinite (drawing->box.x1) && isfinite (drawing->box.y1) && isfinite (drawing->box.x2) && isfinite (drawing->box.y2)
         && drawing->box.x2 >= drawing->box.x1 && drawing->box.y2 >= drawing->box.y1;
}

static gboolean
read_and_send (const char      *path,
               guint            page,
               BjtDrawingNotes *notes,
               BjtOutput       *output,
               GError         **error)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (BjtDrawing) drawing = NULL;
  BjtDrawingRequest request = { path, page, builder, notes };
  BjtDraft          draft = { .kind = BJT_DRAFT_FORMAT };
  BjtDrawingFormat  format;

  if (!bjt_drawing_file_detect (path, &format, error))
    return FALSE;
  draft.format = bjt_drawing_file_get_name (format);
  if (!bjt_output_draft (&draft, output, error) || !read_by_format (&request, format, error))
    return FALSE;
  drawing = bjt_drawing_builder_finish (builder);
  if (drawing->n_items == 0 || !has_sane_box (drawing))
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_EMPTY, "nothing is drawn in it");
      return FALSE;
    }
  if (page > notes->n_pages)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "it has no page %u, only %u", page, notes->n_pages);
      return FALSE;
    }
  return send_drawing (drawing, notes, output, error);
}

/**
 * bjt_drawing_file_read:
 * @page: from 1
 * @output: gets the format, the drawing, then notices
 */
gboolean
bjt_drawing_file_read (const char *path,
                       guint       page,
                       BjtOutput  *output,
                       GError    **error)
{
  BjtDrawingNotes notes;
  gboolean        ok;

  bjt_drawing_notes_init (&notes);
  ok = read_and_send (path, page, &notes, output, error);
  bjt_drawing_notes_clear (&notes);
  return ok;
}
