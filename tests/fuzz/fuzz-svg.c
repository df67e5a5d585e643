/* fuzz-svg.c: any bytes are an SVG drawing, a path and a transform, or are
 * refused; what is read can be written and read back. */
#include "bjt-svg-path.h"
#include "bjt-svg-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
try_values (const char *text)
{
  BjtSvgMatrix matrix = bjt_svg_transform (text);
  BjtSvgPath   path;
  guint32      rgb;
  double       alpha;

  bjt_svg_path_init (&path);
  bjt_svg_path_add_data (&path, text);
  bjt_svg_path_get_box (&path, &matrix);
  bjt_svg_path_clear (&path);
  bjt_svg_colour (text, &rgb, &alpha);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = g_strndup ((const char *) data, size);
  BjtSvgOptions    options = { 0 };
  BjtDrawingNotes  notes;

  bjt_drawing_notes_init (&notes);
  if (bjt_svg_read_bytes_into (bytes, &options, builder, &notes, NULL))
    {
      g_autoptr (BjtDrawing) drawing = bjt_drawing_builder_finish (builder);
      g_autoptr (GBytes) written = bjt_drawing_to_bytes (drawing);

      g_assert_cmpuint (g_bytes_get_size (written), >, 0);
    }
  bjt_drawing_notes_clear (&notes);
  try_values (text);
  return 0;
}
