/* test-svg-reader.c: what of an SVG file becomes which item. */
#include "bjt-svg-reader.h"

#include <math.h>
#include <string.h>

static BjtDrawing *
read_svg (const char *inner)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autofree char *text = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='x' xmlns:inkscape='i' viewBox='0 0 100 100'>%s</svg>", inner);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BjtSvgOptions    options = { 0 };
  BjtDrawingNotes  notes;

  bjt_drawing_notes_init (&notes);
  bjt_svg_read_bytes_into (bytes, &options, builder, &notes, &error);
  g_assert_no_error (error);
  bjt_drawing_notes_clear (&notes);
  return bjt_drawing_builder_finish (builder);
}

static void
assert_box (const char *inner,
            BjtBox      expected)
{
  g_autoptr (BjtDrawing) drawing = read_svg (inner);
  g_autoptr (BjtGeometry) shape = NULL;

  g_assert_cmpuint (drawing->n_items, ==, 1);
  shape = bjt_drawing_flatten_item (drawing, 0, 0.001);
  g_assert_cmpfloat_with_epsilon (shape->box.x1, expected.x1, 0.01);
  g_assert_cmpfloat_with_epsilon (shape->box.y1, expected.y1, 0.01);
  g_assert_cmpfloat_with_epsilon (shape->box.x2, expected.x2, 0.01);
  g_assert_cmpfloat_with_epsilon (shape->box.y2, expected.y2, 0.01);
}

static void
test_shapes (void)
{
  assert_box ("<rect x='1' y='2' width='3' height='4'/>", (BjtBox) { 1, 2, 4, 6 });
  assert_box ("<rect x='10%' y='2' width='3' height='4' rx='1'/>", (BjtBox) { 10, 2, 13, 6 });
  assert_box ("<circle cx='5' cy='6' r='2'/>", (BjtBox) { 3, 4, 7, 8 });
  assert_box ("<polyline points='1,2 3,4 5 1'/>", (BjtBox) { 1, 1, 5, 4 });
  assert_box ("<path d='M1 2h3v4H1z'/>", (BjtBox) { 1, 2, 4, 6 });
  assert_box ("<path d='m1-2.5.5 1 2e0,3'/>", (BjtBox) { 1, -2.5, 3.5, 1.5 });
  assert_box ("<path d='M0 5A5 5 0 0110 5'/>", (BjtBox) { 0, 0, 10, 5 });
  assert_box ("<path d='M0 0Q5 10 10 0T20 0'/>", (BjtBox) { 0, -5, 20, 5 });
  assert_box ("<path d='M1 1L2 2L3 x9'/>", (BjtBox) { 1, 1, 2, 2 });
}

static void
test_transforms (void)
{
  assert_box ("<g transform='translate(10 20) scale(2)'><rect width='3' height='4' transform='rotate(90)'/></g>", (BjtBox) { 2, 20, 10, 26 });
  assert_box ("<symbol id='s' viewBox='0 0 10 10'><rect width='10' height='10'/></symbol><use xlink:href='#s' x='5' y='6' width='20' height='20'/>",
              (BjtBox) { 5, 6, 25, 26 });
  assert_box ("<svg x='10' y='10' width='20' height='20' viewBox='0 0 2 2'><rect width='1' height='1'/></svg>", (BjtBox) { 10, 10, 20, 20 });
}

static void
test_styles (void)
{
  g_autoptr (BjtDrawing) drawing = read_svg ("<style>/* x */ .a, .b > rect { fill: #123 } rect#k { fill: blue !important } @media print { rect { fill: red } }</style>"
                                             "<rect class='x a' width='1' height='1'/>"
                                             "<g class='b' opacity='.5' stroke='currentColor' color='lime' stroke-width='2'><rect width='1' height='1'/></g>"
                                             "<rect id='k' class='a' fill='red' width='1' height='1'/>"
                                             "<rect class='a' style='fill:none;stroke:rgb(100%,0%,0%)' width='1' height='1'/>"
                                             "<rect display='none' width='1' height='1'/>");

  g_assert_cmpuint (drawing->n_items, ==, 4);
  g_assert_cmphex (drawing->items[0].fill, ==, 0xFF112233);
  g_assert_cmphex (drawing->items[1].fill, ==, 0x80112233);
  g_assert_cmphex (drawing->items[1].stroke, ==, 0x8000FF00);
  g_assert_cmpfloat (drawing->items[1].stroke_width, ==, 2);
  g_assert_cmphex (drawing->items[2].fill, ==, 0xFF0000FF);
  g_assert_cmpstr (drawing->items[2].id, ==, "k");
  g_assert_cmphex (drawing->items[3].fill, ==, BJT_NO_INK);
  g_assert_cmphex (drawing->items[3].stroke, ==, 0xFFFF0000);
}

static void
test_layers (void)
{
  g_autoptr (BjtDrawing) drawing = read_svg ("<g id='walls'><path d='M0 0h1'/></g>"
                                             "<g inkscape:groupmode='layer' inkscape:label='Doors' style='display:none'><path id='101' d='M0 0h1v1z'><title>Flat 101</title></path></g>"
                                             "<path d='M0 0h1'/>");

  g_assert_cmpuint (drawing->n_layers, ==, 3);
  g_assert_cmpstr (drawing->layers[0].name, ==, "walls");
  g_assert_false (drawing->layers[0].is_hidden);
  g_assert_cmpstr (drawing->layers[1].name, ==, "Doors");
  g_assert_true (drawing->layers[1].is_hidden);
  g_assert_cmpstr (drawing->items[1].id, ==, "101");
  g_assert_cmpstr (drawing->items[1].label, ==, "Flat 101");
  g_assert_cmpstr (drawing->layers[2].name, ==, "");
}

static void
test_texts (void)
{
  g_autoptr (BjtDrawing) drawing = read_svg ("<text id='t' x='5' y='6' font-size='4' text-anchor='middle'>  A\n <tspan>101</tspan><tspan x='7' dy='5'>B</tspan></text>"
                                             "<text transform='rotate(90)' x='1' y='-2'>up</text>");

  g_assert_cmpuint (drawing->n_items, ==, 3);
  g_assert_cmpstr (drawing->items[0].text, ==, "A 101");
  g_assert_cmpstr (drawing->items[0].id, ==, "t");
  g_assert_cmpfloat (drawing->items[0].anchor, ==, 0.5);
  g_assert_cmpfloat (drawing->items[0].size, ==, 4);
  g_assert_cmpstr (drawing->items[1].text, ==, "B");
  g_assert_cmpfloat (drawing->points[drawing->items[1].first_point].y, ==, 11);
  g_assert_cmpfloat_with_epsilon (drawing->items[2].angle, G_PI / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (drawing->points[drawing->items[2].first_point].x, 2, 1e-9);
}

static void
test_clips (void)
{
  static const char clip[] = "<clipPath id='c'><rect width='10' height='10'/></clipPath>";
  g_autofree char  *outside = g_strconcat (clip, "<rect clip-path='url(#c)' x='20' width='5' height='5'/>", NULL);
  g_autofree char  *across = g_strconcat (clip, "<g clip-path='url(#c)'><rect x='8' width='5' height='5'/></g>", NULL);
  g_autoptr (BjtDrawing) drawing = read_svg (outside);

  g_assert_cmpuint (drawing->n_items, ==, 0);
  assert_box (across, (BjtBox) { 8, 0, 10, 5 });
}

/* Repetition without end, and nothing from outside the file */
static void
test_bounds (void)
{
  g_autoptr (BjtDrawing) loop = read_svg ("<g id='a'><use xlink:href='#b'/><use xlink:href='#b'/></g><g id='b'><use xlink:href='#a'/><use xlink:href='#a'/></g>");
  g_autoptr (BjtDrawing) outside = read_svg ("<image xlink:href='file:///etc/hostname' width='5' height='5'/><image xlink:href='http://localhost/a.png' width='5' height='5'/>"
                                             "<use xlink:href='other.svg#a'/>");

  g_assert_cmpuint (loop->n_items, ==, 0);
  g_assert_cmpuint (outside->n_items, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/svg/shapes", test_shapes);
  g_test_add_func ("/import/svg/transforms", test_transforms);
  g_test_add_func ("/import/svg/styles", test_styles);
  g_test_add_func ("/import/svg/layers", test_layers);
  g_test_add_func ("/import/svg/texts", test_texts);
  g_test_add_func ("/import/svg/clips", test_clips);
  g_test_add_func ("/import/svg/bounds", test_bounds);
  return g_test_run ();
}
