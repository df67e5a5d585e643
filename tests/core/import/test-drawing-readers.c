/* test-drawing-readers.c: small drawings of each kind through the helper. */
#include "workspace/bjt-drawing-opener.h"

#include <math.h>

static BjtOpenedDrawing *
open_file (const char *name,
           guint       page)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "drawings", name, NULL);
  g_autoptr (GError) error = NULL;
  BjtOpenedDrawing *opened = bjt_drawing_opener_open (path, page, NULL, &error);

  g_assert_no_error (error);
  return opened;
}

static const BjtDrawingItem *
find_item (const BjtDrawing *drawing,
           const char       *id)
{
  for (guint i = 0; i < drawing->n_items; i++)
    if (g_strcmp0 (drawing->items[i].id, id) == 0)
      return drawing->items + i;
  g_assert_not_reached ();
}

static void
assert_box (const BjtDrawingItem *item,
            BjtBox                box)
{
  g_assert_cmpfloat_with_epsilon (item->box.x1, box.x1, 1);
  g_assert_cmpfloat_with_epsilon (item->box.y1, box.y1, 1);
  g_assert_cmpfloat_with_epsilon (item->box.x2, box.x2, 1);
  g_assert_cmpfloat_with_epsilon (item->box.y2, box.y2, 1);
}

/* Blocks in place, turned and stretched; bulges; the unit; what is hidden; points. */
static void
test_dxf (void)
{
  g_autoptr (BjtOpenedDrawing) opened = open_file ("blocks.dxf", 1);
  const BjtDrawing *drawing = opened->drawing;

  g_assert_cmpfloat (drawing->metres_per_unit, ==, 0.001);
  g_assert_cmpuint (drawing->n_items, ==, 5);
  assert_box (find_item (drawing, "A1"), (BjtBox) { 1000, -2900, 1000, -2000 });
  assert_box (find_item (drawing, "A2"), (BjtBox) { 0, 0, 1800, 0 });
  assert_box (find_item (drawing, "A3"), (BjtBox) { 0, -500, 1000, 500 });
  g_assert_cmpuint (drawing->n_layers, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (drawing->layers[i].is_hidden, ==, g_str_equal (drawing->layers[i].name, "OFF"));
  g_assert_cmpstr (find_item (drawing, "A5")->text, ==, "501");
  g_assert_cmpfloat (find_item (drawing, "A5")->size, ==, 250);
  for (guint i = 0; i < drawing->n_items; i++) /* the point: a cross */
    if (drawing->items[i].id == NULL)
      g_assert_cmpfloat_with_epsilon ((drawing->items[i].box.x1 + drawing->items[i].box.x2) / 2, 500, 1);
}

static void
test_indoorgml (void)
{
  g_autoptr (BjtOpenedDrawing) opened = open_file ("rooms.gml", 1);

  g_assert_cmpfloat (opened->drawing->metres_per_unit, ==, 1);
  g_assert_cmpfloat_with_epsilon (opened->drawing->box.x2 - opened->drawing->box.x1, 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (opened->drawing->box.y2 - opened->drawing->box.y1, 3, 1e-9);
  g_assert_cmpuint (opened->drawing->n_items, ==, 2);
}

/* A room on three levels, a corridor around a hole. */
static void
test_osm (void)
{
  g_autoptr (BjtOpenedDrawing) opened = open_file ("rooms.osm", 1);
  const BjtDrawing     *drawing = opened->drawing;
  const BjtDrawingItem *corridor = find_item (drawing, "relation/20"), *room = find_item (drawing, "way/12");
  guint                 n_rooms = 0;

  g_assert_true (opened->is_placed);
  g_assert_cmpuint (corridor->n_points, ==, 4 + 3);
  g_assert_true (corridor->even_odd);
  g_assert_cmpfloat_with_epsilon (corridor->box.x2 - corridor->box.x1, 8.1, 0.3);
  g_assert_cmpstr (room->label, ==, "A&B");
  for (guint i = 0; i < drawing->n_layers; i++)
    n_rooms += g_str_has_suffix (drawing->layers[i].name, "/room");
  g_assert_cmpuint (n_rooms, ==, 3);
}

static void
test_pdf (void)
{
  g_autoptr (BjtOpenedDrawing) first = open_file ("page.pdf", 1);
  g_autoptr (BjtOpenedDrawing) second = open_file ("page.pdf", 2);
  gboolean has_curve = FALSE;

  g_assert_cmpuint (first->n_pages, ==, 2);
  g_assert_cmpuint (first->drawing->n_items, ==, 1);
  g_assert_cmphex (first->drawing->items[0].fill, ==, 0xFFFF0000u);
  assert_box (first->drawing->items, (BjtBox) { 10, 70, 60, 90 });
  for (guint i = 0; i < second->drawing->n_ops; i++)
    has_curve |= second->drawing->ops[i] == BJT_PATH_CURVE;
  g_assert_true (has_curve);
  g_assert_cmpfloat (second->drawing->box.x2, ==, 300);
}

/* The camera was turned: the picture is kept upright. */
static void
test_exif (void)
{
  g_autoptr (BjtOpenedDrawing) quarter = open_file ("exif-6.jpg", 1);
  g_autoptr (BjtOpenedDrawing) half = open_file ("exif-3.jpg", 1);

  g_assert_cmpfloat (quarter->drawing->box.x2, ==, 8);
  g_assert_cmpfloat (quarter->drawing->box.y2, ==, 16);
  g_assert_cmpfloat (half->drawing->box.x2, ==, 16);
  g_assert_cmpfloat (half->drawing->box.y2, ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-readers/dxf", test_dxf);
  g_test_add_func ("/drawing-readers/indoorgml", test_indoorgml);
  g_test_add_func ("/drawing-readers/osm", test_osm);
  g_test_add_func ("/drawing-readers/pdf", test_pdf);
  g_test_add_func ("/drawing-readers/exif", test_exif);
  return g_test_run ();
}
