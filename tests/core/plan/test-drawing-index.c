/* test-drawing-index.c: the smallest outline around a point, the nearest place
 * to snap to. */
#include "plan/bjt-drawing-builder.h"
#include "plan/bjt-drawing-index.h"

#include <math.h>

static void
add_square (BjtDrawingBuilder *builder,
            guint32            layer,
            const char        *id,
            BjtBox             box)
{
  BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .layer = layer, .id = id, .stroke = 0xFF000000u };

  bjt_drawing_builder_move_to (builder, box.x1, box.y1);
  bjt_drawing_builder_line_to (builder, box.x2, box.y1);
  bjt_drawing_builder_line_to (builder, box.x2, box.y2);
  bjt_drawing_builder_line_to (builder, box.x1, box.y2);
  bjt_drawing_builder_close (builder);
  g_assert_true (bjt_drawing_builder_add (builder, &item));
}

static BjtDrawing *
make_drawing (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  guint32 rooms = bjt_drawing_builder_add_layer (builder, "rooms", FALSE);
  guint32 things = bjt_drawing_builder_add_layer (builder, "things", FALSE);

  add_square (builder, rooms, "house", (BjtBox) { 0, 0, 100, 100 });
  add_square (builder, rooms, "101", (BjtBox) { 10, 10, 40, 40 });
  add_square (builder, things, "bed", (BjtBox) { 12, 12, 14, 14 });
  return bjt_drawing_builder_finish (builder);
}

static void
test_outline (void)
{
  g_autoptr (BjtDrawing) drawing = make_drawing ();
  g_autoptr (BjtDrawingIndex) index = bjt_drawing_index_new (drawing);
  g_autoptr (BjtGeometry) outline = bjt_drawing_index_dup_outline (index, 20, 20, 0, NULL);

  g_assert_cmpuint (bjt_drawing_index_find_outline (index, 13, 13, 0), ==, 2);
  g_assert_cmpuint (bjt_drawing_index_find_outline (index, 13, 13, 10), ==, 1);
  g_assert_cmpuint (bjt_drawing_index_find_outline (index, 60, 60, 0), ==, 0);
  g_assert_cmpuint (bjt_drawing_index_find_outline (index, 160, 60, 0), ==, G_MAXUINT32);
  bjt_drawing_index_set_hidden (index, 1, TRUE);
  g_assert_cmpuint (bjt_drawing_index_find_outline (index, 13, 13, 0), ==, 1);
  g_assert_cmpuint (outline->n_points, ==, 4);
  g_assert_cmpint (outline->kind, ==, BJT_GEOMETRY_POLYGON);
}

static void
test_snap (void)
{
  g_autoptr (BjtDrawing) drawing = make_drawing ();
  g_autoptr (BjtDrawingIndex) index = bjt_drawing_index_new (drawing);
  BjtDrawingSnap snap;

  g_assert_true (bjt_drawing_index_snap (index, 41, 41, 2, &snap));
  g_assert_cmpint (snap.kind, ==, BJT_SNAP_VERTEX);
  g_assert_cmpfloat (snap.at.x, ==, 40);
  g_assert_cmpuint (snap.item, ==, 1);
  g_assert_true (bjt_drawing_index_snap (index, 50, 1, 2, &snap));
  g_assert_cmpint (snap.kind, ==, BJT_SNAP_EDGE);
  g_assert_cmpfloat (snap.at.x, ==, 50);
  g_assert_cmpfloat (snap.at.y, ==, 0);
  g_assert_false (bjt_drawing_index_snap (index, 60, 60, 5, &snap));
}

/* Ten thousand rooms: as a look at each would find. */
static void
test_many (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  guint32 layer = bjt_drawing_builder_add_layer (builder, "", FALSE);
  g_autoptr (BjtDrawing) drawing = NULL;
  g_autoptr (BjtDrawingIndex) index = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 10000; i++)
    add_square (builder, layer, NULL, (BjtBox) { i % 100 * 10, i / 100 * 10, i % 100 * 10 + 8, i / 100 * 10 + 8 });
  drawing = bjt_drawing_builder_finish (builder);
  index = bjt_drawing_index_new (drawing);
  for (guint i = 0; i < 1000; i++)
    {
      double         x = g_rand_double_range (rand, 0, 1000), y = g_rand_double_range (rand, 0, 1000);
      gboolean       is_room = fmod (x, 10) < 8 && fmod (y, 10) < 8;
      BjtDrawingSnap snap;

      g_assert_cmpuint (bjt_drawing_index_find_outline (index, x, y, 0), ==, is_room ? (guint) (y / 10) * 100 + (guint) (x / 10) : G_MAXUINT32);
      g_assert_true (bjt_drawing_index_snap (index, x, y, 15, &snap));
      g_assert_cmpint (snap.kind, ==, BJT_SNAP_VERTEX);
      g_assert_cmpfloat (hypot (snap.at.x - x, snap.at.y - y), <=, 8);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/drawing-index/outline", test_outline);
  g_test_add_func ("/plan/drawing-index/snap", test_snap);
  g_test_add_func ("/plan/drawing-index/many", test_many);
  return g_test_run ();
}
