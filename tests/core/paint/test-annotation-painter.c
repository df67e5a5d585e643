/* test-annotation-painter.c: what is noted shows on plan and matrix, in mono
 * too; nothing of it is painted for the public, no words behind the curtain. */
#include <math.h>
#include <string.h>

#include "bjt-sample-picture.h"
#include "model/bjt-plans.h"
#include "paint/bjt-matrix-painter.h"
#include "paint/bjt-plan-painter.h"
#include "plan/bjt-annotation-index.h"

#define WIDTH 400
#define HEIGHT 300

static void
add (BjtPicture  *picture,
     int          kind,
     guint32      door,
     BjtGeometry *shape)
{
  BjtPictureAnnotation annotation = { .kind = (guint8) kind, .door = door, .entrance = BJT_NO_INDEX, .settled_on = BJT_DATE_NONE };

  annotation.text = bjt_picture_keep_string (picture, "杂物");
  annotation.shape = bjt_picture_keep_shape (picture, shape);
  g_array_append_val (picture->annotations, annotation);
}

static BjtPicture *
make_picture (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  BjtPicturePlan   plan = { .building = 0, .levels = "0" };
  BjtPicture      *picture;

  options.n_buildings = 1;
  picture = bjt_sample_picture_new (&options);
  g_array_append_val (picture->plans, plan);
  return picture;
}

static cairo_surface_t *
paint_plan (BjtPicture *picture,
            BjtPlanShow show,
            gboolean    mono)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (BjtPlanPainter) painter = bjt_plan_painter_new (picture, 0, 0, NULL);
  BjtPlanFrame     frame = { 10, { 20, 15 }, WIDTH, HEIGHT };

  bjt_plan_painter_set_show (painter, show);
  bjt_plan_painter_set_mono (painter, mono);
  bjt_plan_painter_paint (painter, cr, &frame, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_ink (cairo_surface_t *surface)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  guint          n = 0;

  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    n += pixels[i] >> 24 > 40;
  return n;
}

static guint
count_plan (BjtPicture *picture,
            BjtPlanShow show,
            gboolean    mono)
{
  cairo_surface_t *surface = paint_plan (picture, show, mono);
  guint            n = count_ink (surface);

  cairo_surface_destroy (surface);
  return n;
}

/* A marker, a line with one, an area with one: each more than the one before */
static void
test_shapes (void)
{
  const BjtPoint lane[] = { { 5, 5 }, { 30, 5 } }, yard[] = { { 5, 5 }, { 30, 5 }, { 30, 25 }, { 5, 25 } };
  BjtGeometry   *shapes[] = { bjt_geometry_new_point (20, 15), bjt_geometry_new_line (lane, 2), bjt_geometry_new_polygon (yard, 4) };
  guint          last = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (BjtPicture) picture = make_picture ();

      add (picture, BJT_ANNOTATION_HAZARD, BJT_NO_INDEX, shapes[i]);
      for (int mono = 0; mono < 2; mono++)
        g_assert_cmpuint (count_plan (picture, BJT_PLAN_SHOW_ANNOTATIONS, mono), >, last);
      last = count_plan (picture, BJT_PLAN_SHOW_ANNOTATIONS | BJT_PLAN_SHOW_CURTAIN, FALSE);
      g_assert_cmpuint (last, >, 100);
      g_assert_cmpuint (last, <, count_plan (picture, BJT_PLAN_SHOW_ANNOTATIONS, FALSE)); /* no words */
      g_assert_cmpuint (count_plan (picture, BJT_PLAN_SHOW_ANNOTATIONS | BJT_PLAN_SHOW_PUBLIC, FALSE), ==, 0);
      g_assert_cmpuint (count_plan (picture, 0, FALSE), ==, 0);
    }
}

static void
test_settled (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();

  add (picture, BJT_ANNOTATION_HAZARD, BJT_NO_INDEX, bjt_geometry_new_point (20, 15));
  bjt_picture_get_annotation (picture, 0)->settled_on = 20000;
  g_assert_cmpuint (count_plan (picture, BJT_PLAN_SHOW_ANNOTATIONS, FALSE), ==, 0);
}

/* Matrix */

static guint32 *
paint_matrix (BjtPicture   *picture,
              BjtMatrixShow show)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (BjtMatrix) matrix = bjt_matrix_new (picture, 0);
  g_autoptr (BjtTextPainter) text = bjt_text_painter_new (FALSE);
  BjtMatrixPainter painter = {
    .picture = picture, .matrix = matrix, .metrics = { 72, 30, 4, 12, 24, 38 }, .unit = 1, .text_size = 12, .chip_size = 14,
    .palette = bjt_palette_get (BJT_PALETTE_LIGHT), .text = text, .show = show, .selected = BJT_NO_INDEX,
  };
  guint32 *pixels;

  bjt_matrix_painter_draw (&painter, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_memdup2 (cairo_image_surface_get_data (surface), WIDTH * HEIGHT * 4);
  cairo_surface_destroy (surface);
  return pixels;
}

static guint
count_changes (BjtPicture   *before,
               BjtPicture   *after,
               BjtMatrixShow show)
{
  g_autofree guint32 *a = paint_matrix (before, show);
  g_autofree guint32 *b = paint_matrix (after, show);
  guint n = 0;

  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    n += a[i] != b[i];
  return n;
}

static void
test_matrix (void)
{
  g_autoptr (BjtPicture) plain = make_picture ();
  g_autoptr (BjtPicture) door = make_picture ();
  g_autoptr (BjtPicture) shared = make_picture ();

  add (door, BJT_ANNOTATION_NOTE, 0, NULL);
  bjt_annotation_index_fill (door);
  add (shared, BJT_ANNOTATION_HAZARD, BJT_NO_INDEX, NULL);
  bjt_picture_get_annotation (shared, 0)->entrance = 0;
  bjt_annotation_index_fill (shared);
  g_assert_cmpuint (bjt_picture_get_door_state (door, 0)->marks, ==, BJT_MARK_NOTE);
  g_assert_cmpuint (count_changes (plain, door, BJT_MATRIX_SHOW_LABELS), >, 20);
  g_assert_cmpuint (count_changes (plain, door, BJT_MATRIX_SHOW_LABELS | BJT_MATRIX_SHOW_CURTAIN), ==, 0);
  g_assert_cmpuint (count_changes (plain, shared, BJT_MATRIX_SHOW_LABELS), >, 40);
  g_assert_cmpuint (count_changes (plain, shared, BJT_MATRIX_SHOW_LABELS | BJT_MATRIX_SHOW_CURTAIN), >, 40);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation-painter/shapes", test_shapes);
  g_test_add_func ("/annotation-painter/settled", test_settled);
  g_test_add_func ("/annotation-painter/matrix", test_matrix);
  return g_test_run ();
}
