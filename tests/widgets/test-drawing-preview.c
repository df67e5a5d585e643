/* A drawing before it is brought in: layers come and go, a wall is marked. */
#include "drafting/bjt-drawing-preview.h"

#include "plan/bjt-drawing-builder.h"

static BjtDrawing *
make_drawing (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .stroke = 0xFF000000u };

  item.layer = bjt_drawing_builder_add_layer (builder, "walls", FALSE);
  bjt_drawing_builder_move_to (builder, 0, 0);
  bjt_drawing_builder_line_to (builder, 100, 0);
  bjt_drawing_builder_line_to (builder, 100, 40);
  bjt_drawing_builder_add (builder, &item);
  return bjt_drawing_builder_finish (builder);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_wall (void)
{
  g_autoptr (BjtDrawing) drawing = make_drawing ();
  GtkWidget     *preview = g_object_ref_sink (bjt_drawing_preview_new ());
  BjtPoint       ends[2] = { { 0, 0 }, { 100, 0 } }, got[2];
  guint          n = 0;

  g_signal_connect_swapped (preview, "wall-changed", G_CALLBACK (count_cb), &n);
  bjt_drawing_preview_set_drawing (BJT_DRAWING_PREVIEW (preview), drawing);
  g_assert_false (bjt_drawing_preview_get_wall (BJT_DRAWING_PREVIEW (preview), got));
  bjt_drawing_preview_mark_wall (BJT_DRAWING_PREVIEW (preview), ends);
  g_assert_true (bjt_drawing_preview_get_wall (BJT_DRAWING_PREVIEW (preview), got));
  g_assert_cmpfloat (got[1].x, ==, 100);
  g_assert_cmpuint (n, ==, 1);
  bjt_drawing_preview_set_layer_shown (BJT_DRAWING_PREVIEW (preview), 0, FALSE);
  bjt_drawing_preview_set_drawing (BJT_DRAWING_PREVIEW (preview), drawing); /* another page: the wall was of the first */
  g_assert_false (bjt_drawing_preview_get_wall (BJT_DRAWING_PREVIEW (preview), got));
  g_assert_finalize_object (preview);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-preview/wall", test_wall);
  return g_test_run ();
}
