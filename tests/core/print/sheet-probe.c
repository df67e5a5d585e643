/* sheet-probe.c: poppler's programs for texts and fonts; for golden images,
 * pages in which texts are left out: glyphs differ between font versions. */
#include "sheet-probe.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define GOLDEN_DPI 50.0
#define MAX_STEP 24         /* of a channel, before a pixel counts as other */
#define MAX_OTHERS 0.002    /* of all pixels */

static char *
run_on_pdf (BjtSheet   *sheet,
            const char *program,
            const char *argument)
{
  g_autofree char   *folder = g_dir_make_tmp ("sheet-XXXXXX", NULL);
  g_autofree char   *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char   *found = g_find_program_in_path (program);
  const char        *arguments[] = { program, path, argument, NULL };
  g_autoptr (GError) error = NULL;
  char              *output = NULL;

  if (found != NULL)
    {
      g_assert_true (bjt_sheet_write_pdf (sheet, path, &error));
      g_assert_no_error (error);
      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
      g_assert_no_error (error);
      g_remove (path);
    }
  g_rmdir (folder);
  return output;
}

char *
sheet_probe_dup_pdf_text (BjtSheet *sheet)
{
  return run_on_pdf (sheet, "pdftotext", "-");
}

char *
sheet_probe_dup_pdf_fonts (BjtSheet *sheet)
{
  return run_on_pdf (sheet, "pdffonts", NULL);
}

cairo_surface_t *
sheet_probe_render (BjtSheet *sheet,
                    double    dpi)
{
  double           width, height, scale = dpi / 25.4;
  cairo_surface_t *surface;
  cairo_t         *cr;

  bjt_sheet_get_page_size_mm (sheet, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale), (int) (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  bjt_sheet_draw_page (sheet, cr, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

void
sheet_probe_check_draws (BjtSheet *sheet)
{
  cairo_surface_t *surface = sheet_probe_render (sheet, 30);
  const guint8    *data = cairo_image_surface_get_data (surface);
  int              n_dark = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n_dark += data[y * cairo_image_surface_get_stride (surface) + 4 * x] < 100;
  g_assert_cmpint (n_dark, >, 300);
  cairo_surface_destroy (surface);
}

static gboolean
differs (const guint8 *a,
         const guint8 *b)
{
  for (guint channel = 0; channel < 3; channel++)
    if (abs (a[channel] - b[channel]) > MAX_STEP)
      return TRUE;
  return FALSE;
}

/* Pixels that have no like within one pixel in the other image. */
static guint
count_others (cairo_surface_t *got,
              cairo_surface_t *expected,
              cairo_surface_t *diff)
{
  int           width = cairo_image_surface_get_width (got), height = cairo_image_surface_get_height (got);
  int           stride = cairo_image_surface_get_stride (got);
  const guint8 *a = cairo_image_surface_get_data (got), *b = cairo_image_surface_get_data (expected);
  guint8       *d = cairo_image_surface_get_data (diff);
  guint         n = 0;

  for (int y = 1; y < height - 1; y++)
    for (int x = 1; x < width - 1; x++)
      {
        gboolean is_other = TRUE;

        for (int near = 0; near < 9 && is_other; near++)
          is_other = differs (a + y * stride + 4 * x, b + (y + near / 3 - 1) * stride + 4 * (x + near % 3 - 1));
        n += is_other;
        d[y * stride + 4 * x] = d[y * stride + 4 * x + 1] = is_other ? 0 : 255;
        d[y * stride + 4 * x + 2] = 255;
      }
  cairo_surface_mark_dirty (diff);
  return n;
}

void
sheet_probe_compare (BjtSheet   *sheet,
                     const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/data/print/%s.png", g_getenv ("BJT_TEST_SOURCES"), name);
  g_autofree char *got_path = g_strdup_printf ("%s-got.png", name), *diff_path = g_strdup_printf ("%s-diff.png", name);
  cairo_surface_t *got, *expected, *diff;
  int              width, height;
  guint            n;

  bjt_text_painter_set_hidden (bjt_sheet_get_text (sheet), TRUE);
  got = sheet_probe_render (sheet, GOLDEN_DPI);
  bjt_text_painter_set_hidden (bjt_sheet_get_text (sheet), FALSE);
  if (g_getenv ("BJT_UPDATE_GOLDEN") != NULL)
    cairo_surface_write_to_png (got, path);
  expected = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  width = cairo_image_surface_get_width (got);
  height = cairo_image_surface_get_height (got);
  g_assert_cmpint (cairo_image_surface_get_width (expected), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (expected), ==, height);
  diff = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  n = count_others (got, expected, diff);
  if (n > MAX_OTHERS * width * height)
    {
      cairo_surface_write_to_png (got, got_path);
      cairo_surface_write_to_png (diff, diff_path);
      g_error ("%u of %d pixels of %s differ: see %s and %s", n, width * height, name, got_path, diff_path);
    }
  cairo_surface_destroy (got);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (diff);
}
