/* Drawings come back from bytes as they were, and bytes that lie are refused. */
#include "plan/bjt-drawing-builder.h"

#include <math.h>
#include <string.h>

static void
add_square (BjtDrawingBuilder *builder,
            double             x,
            double             y,
            double             side)
{
  bjt_drawing_builder_move_to (builder, x, y);
  bjt_drawing_builder_line_to (builder, x + side, y);
  bjt_drawing_builder_line_to (builder, x + side, y + side);
  bjt_drawing_builder_line_to (builder, x, y + side);
  bjt_drawing_builder_close (builder);
}

static void
add_circle (BjtDrawingBuilder *builder,
            double             radius)
{
  static const double k = 0.5522847498;
  static const int    turns[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };

  bjt_drawing_builder_move_to (builder, radius, 0);
  for (guint i = 0; i < 4; i++)
    {
      const int *a = turns[i], *b = turns[(i + 1) % 4];
      BjtPoint   points[3] = {
        { radius * (a[0] + k * b[0]), radius * (a[1] + k * b[1]) },
        { radius * (b[0] + k * a[0]), radius * (b[1] + k * a[1]) },
        { radius * b[0], radius * b[1] },
      };

      bjt_drawing_builder_curve_to (builder, points);
    }
  bjt_drawing_builder_close (builder);
}

/* A square with a square hole, a circle, a text, a picture */
static BjtDrawing *
make_drawing (void)
{
  static const guint8 pixels[] = { 1, 2, 3 };
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  guint32 walls = bjt_drawing_builder_add_layer (builder, "墙", FALSE);
  guint32 words = bjt_drawing_builder_add_layer (builder, "文字", TRUE);

  g_assert_cmpuint (bjt_drawing_builder_add_layer (builder, "墙", TRUE), ==, walls);
  bjt_drawing_builder_set_scale (builder, 0.001);
  add_square (builder, 0, 0, 10);
  add_square (builder, 2, 2, 3);
  g_assert_true (bjt_drawing_builder_add (builder, &(BjtDrawingItem) { .layer = walls, .id = "room-501", .even_odd = TRUE, .fill = 0xffccddee }));
  add_circle (builder, 5);
  g_assert_true (bjt_drawing_builder_add (builder, &(BjtDrawingItem) { .layer = walls, .stroke = 0xff000000, .stroke_width = 2 }));
  bjt_drawing_builder_move_to (builder, 1, 1);
  g_assert_true (bjt_drawing_builder_add (builder, &(BjtDrawingItem) { .kind = BJT_DRAWING_TEXT, .layer = words, .text = "501", .size = 3, .fill = 0xff000000 }));
  bjt_drawing_builder_move_to (builder, 0, 0);
  bjt_drawing_builder_line_to (builder, 20, 0);
  bjt_drawing_builder_line_to (builder, 0, 20);
  g_assert_true (bjt_drawing_builder_add (builder, &(BjtDrawingItem) {
    .kind = BJT_DRAWING_PICTURE, .layer = walls, .picture = bjt_drawing_builder_add_picture (builder, "image/png", bytes) }));
  return bjt_drawing_builder_finish (builder);
}

static void
test_round_trip (void)
{
  g_autoptr (BjtDrawing) drawing = make_drawing ();
  g_autoptr (GBytes) bytes = bjt_drawing_to_bytes (drawing);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtDrawing) again = bjt_drawing_new_from_bytes (bytes, &error);
  g_autoptr (GBytes) bytes_again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (again->n_items, ==, 4);
  g_assert_cmpuint (again->n_points, ==, drawing->n_points);
  g_assert_cmpmem (again->points, again->n_points * sizeof (BjtPoint), drawing->points, drawing->n_points * sizeof (BjtPoint));
  g_assert_cmpstr (again->items[0].id, ==, "room-501");
  g_assert_cmpstr (again->layers[1].name, ==, "文字");
  g_assert_true (again->layers[1].is_hidden);
  g_assert_true (again->metres_per_unit == 0.001);
  g_assert_true (drawing->box.x2 >= 20 && drawing->box.x1 <= -5);
  bytes_again = bjt_drawing_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
}

static double
get_area (const BjtGeometry *geometry,
          guint              part)
{
  return fabs (bjt_geometry_get_signed_area (geometry->points + geometry->parts[part].first, geometry->parts[part].n_points));
}

static void
test_flatten (void)
{
  g_autoptr (BjtDrawing) drawing = make_drawing ();
  g_autoptr (BjtGeometry) squares = bjt_drawing_flatten_item (drawing, 0, 0.01);
  g_autoptr (BjtGeometry) circle = bjt_drawing_flatten_item (drawing, 1, 0.001);

  g_assert_cmpint (squares->kind, ==, BJT_GEOMETRY_POLYGON);
  g_assert_cmpuint (squares->n_parts, ==, 2);
  g_assert_cmpuint (squares->parts[0].n_points, ==, 4);
  g_assert_cmpfloat (get_area (squares, 0), ==, 100);
  g_assert_cmpfloat (get_area (squares, 1), ==, 9);
  g_assert_cmpint (circle->kind, ==, BJT_GEOMETRY_POLYGON);
  g_assert_cmpfloat (fabs (get_area (circle, 0) / (G_PI * 25) - 1), <, 0.002);
  g_assert_null (bjt_drawing_flatten_item (drawing, 2, 1));
}

/* A line after a closed part begins a new one where that began. */
static void
test_open_paths (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (BjtDrawing) drawing = NULL;
  g_autoptr (BjtGeometry) lines = NULL;
  guint32 layer = bjt_drawing_builder_add_layer (builder, "0", FALSE);

  add_square (builder, 1, 1, 2);
  bjt_drawing_builder_line_to (builder, 9, 9);
  g_assert_true (bjt_drawing_builder_add (builder, &(BjtDrawingItem) { .layer = layer, .stroke = 0xff000000 }));
  bjt_drawing_builder_move_to (builder, NAN, 1);
  bjt_drawing_builder_line_to (builder, 1, INFINITY);
  g_assert_false (bjt_drawing_builder_add (builder, &(BjtDrawingItem) { .layer = layer }));
  bjt_drawing_builder_line_to (builder, 1, 1);
  g_assert_false (bjt_drawing_builder_add (builder, &(BjtDrawingItem) { .layer = layer }));
  add_square (builder, 0, 0, 1);
  g_assert_false (bjt_drawing_builder_add (builder, &(BjtDrawingItem) { .layer = 7 }));
  drawing = bjt_drawing_builder_finish (builder);
  g_assert_cmpuint (drawing->n_items, ==, 1);
  lines = bjt_drawing_flatten_item (drawing, 0, 1);
  g_assert_cmpint (lines->kind, ==, BJT_GEOMETRY_LINE);
  g_assert_cmpuint (lines->n_parts, ==, 2);
  g_assert_cmpfloat (lines->points[lines->parts[1].first].x, ==, 1);
}

/* Whatever is changed in the bytes: a drawing that holds together, or no. */
static void
test_damage (void)
{
  g_autoptr (BjtDrawing) drawing = make_drawing ();
  g_autoptr (GBytes) bytes = bjt_drawing_to_bytes (drawing);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint         n_refused = 0;

  for (guint round = 0; round < 4000; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      gsize              length = round % 5 == 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) size) : size;
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (BjtDrawing) read = NULL;

      for (gint n = g_rand_int_range (rand, 1, 5); n > 0 && length > 0; n--)
        copy[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int_range (rand, 0, 256);
      damaged = g_bytes_new (copy, length);
      read = bjt_drawing_new_from_bytes (damaged, NULL);
      n_refused += read == NULL;
      for (guint32 i = 0; read != NULL && i < read->n_items; i++)
        bjt_geometry_unref (bjt_drawing_flatten_item (read, i, 0.1));
    }
  g_assert_cmpuint (n_refused, >, 500);
}

/* As it was written before shapes kept their tags */
static void
test_first_bytes (void)
{
  GVariant *ops = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, ((const guint8[]) { BJT_PATH_MOVE, BJT_PATH_LINE }), 2, 1);
  GVariant *points = g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, ((const double[]) { 1, 2, 3, 4 }), 4, sizeof (double));
  GVariantBuilder layers, pictures, items;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BjtDrawing) drawing = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_builder_init (&layers, G_VARIANT_TYPE ("a(sb)"));
  g_variant_builder_add (&layers, "(sb)", "墙", TRUE);
  g_variant_builder_init (&pictures, G_VARIANT_TYPE ("a(say)"));
  g_variant_builder_init (&items, G_VARIANT_TYPE ("a(ybumsmsuudayadmsdddu)"));
  g_variant_builder_add (&items, "(ybumsmsuud@ay@admsdddu)", BJT_DRAWING_PATH, TRUE, 0, "id", NULL, 0, 0xFF000000u, 0.5, ops, points, NULL, 0.0, 0.0, 0.0, 0);
  variant = g_variant_ref_sink (g_variant_new ("(sd(dddd)a(sb)a(say)a(ybumsmsuudayadmsdddu))", "bjt-drawing-1", 0.01, 0.0, 0.0, 9.0, 9.0, &layers, &pictures, &items));
  bytes = g_variant_get_data_as_bytes (variant);
  drawing = bjt_drawing_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (drawing->metres_per_unit, ==, 0.01);
  g_assert_cmpstr (drawing->layers[0].name, ==, "墙");
  g_assert_true (drawing->layers[0].is_hidden);
  g_assert_cmpstr (drawing->items[0].id, ==, "id");
  g_assert_null (drawing->items[0].tags);
  g_assert_cmpfloat (drawing->points[1].y, ==, 4);
}

static void
test_tags (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (GString) tags = g_string_new (NULL);
  g_autoptr (BjtDrawing) drawing = NULL;
  g_autoptr (BjtDrawing) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *label = NULL, *empty = NULL, *none = NULL;
  guint32 layer = bjt_drawing_builder_add_layer (builder, "plan", FALSE);

  bjt_drawing_append_tag (tags, "label", "两行\n与 \\n 和 a=b");
  bjt_drawing_append_tag (tags, "gone", NULL);
  bjt_drawing_append_tag (tags, "empty", "");
  bjt_drawing_builder_set_layer_tags (builder, layer, "levels=0");
  add_square (builder, 0, 0, 1);
  g_assert_true (bjt_drawing_builder_add (builder, &(BjtDrawingItem) { .layer = layer, .tags = tags->str }));
  drawing = bjt_drawing_builder_finish (builder);
  bytes = bjt_drawing_to_bytes (drawing);
  again = bjt_drawing_new_from_bytes (bytes, NULL);
  g_assert_cmpstr (again->layers[0].tags, ==, "levels=0");
  label = bjt_drawing_dup_tag (again->items[0].tags, "label");
  empty = bjt_drawing_dup_tag (again->items[0].tags, "empty");
  none = bjt_drawing_dup_tag (again->items[0].tags, "gone");
  g_assert_cmpstr (label, ==, "两行\n与 \\n 和 a=b");
  g_assert_cmpstr (empty, ==, "");
  g_assert_null (none);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/round-trip", test_round_trip);
  g_test_add_func ("/drawing/flatten", test_flatten);
  g_test_add_func ("/drawing/open-paths", test_open_paths);
  g_test_add_func ("/drawing/damage", test_damage);
  g_test_add_func ("/drawing/first-bytes", test_first_bytes);
  g_test_add_func ("/drawing/tags", test_tags);
  return g_test_run ();
}
