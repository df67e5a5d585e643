/* test-overlay-painter.c: what is shown is painted where it lies, and found. */
#include "geo/bjt-mercator.h"
#include "model/bjt-picture.h"
#include "carto/bjt-overlay-painter.h"

#include <cairo.h>

#define SIZE 400

static void
free_shape (gpointer shape)
{
  bjt_overlay_shape_free (shape);
}

static void
add_shape (GPtrArray   *shapes,
           BjtGeometry *geometry,
           const char  *label)
{
  BjtOverlayShape *shape = bjt_overlay_shape_new ();

  shape->shape = geometry;
  shape->label = g_strdup (label);
  g_ptr_array_add (shapes, shape);
}

static void
add_layer (BjtOverlayList *list,
           const char     *colour,
           gboolean        is_shown,
           GPtrArray      *shapes)
{
  BjtOverlay *overlay = bjt_overlay_new ();

  overlay->name = g_strdup (colour);
  overlay->colour = g_strdup (colour);
  overlay->is_shown = is_shown;
  overlay->opacity = 0.5;
  bjt_overlay_list_take (list, overlay, shapes);
}

/* Over a big blue square of 0.01° a line and a point in it; a hidden one above. */
static BjtOverlayPainter *
make_painter (gboolean has_square_label)
{
  static const BjtPoint square[] = { { 129.76, 43.32 }, { 129.77, 43.32 }, { 129.77, 43.33 }, { 129.76, 43.33 } };
  static const BjtPoint small[] = { { 129.761, 43.321 }, { 129.762, 43.321 }, { 129.762, 43.322 }, { 129.761, 43.322 } };
  static const BjtPoint line[] = { { 129.76, 43.328 }, { 129.77, 43.328 } };
  g_autoptr (BjtOverlayList) list = bjt_overlay_list_new ();
  GPtrArray                 *top = g_ptr_array_new_with_free_func (free_shape);
  GPtrArray                 *hidden = g_ptr_array_new_with_free_func (free_shape);
  GPtrArray                 *ground = g_ptr_array_new_with_free_func (free_shape);

  add_shape (hidden, bjt_geometry_new_polygon (square, 4), NULL);
  add_shape (top, bjt_geometry_new_line (line, 2), NULL);
  add_shape (top, bjt_geometry_new_point (129.765, 43.325), NULL);
  add_shape (ground, bjt_geometry_new_polygon (square, 4), has_square_label ? "区" : NULL);
  add_shape (ground, bjt_geometry_new_polygon (small, 4), NULL);
  add_layer (list, "#ff0000", FALSE, hidden);
  add_layer (list, "#00aa00", TRUE, top);
  add_layer (list, "#0000ff", TRUE, ground);
  return bjt_overlay_painter_new (list);
}

static void
init_frame (BjtMapFrame *frame)
{
  BjtPoint low = bjt_mercator_project ((BjtPoint) { 129.759, 43.331 }), high = bjt_mercator_project ((BjtPoint) { 129.771, 43.319 });

  bjt_map_frame_init_view (frame, (BjtPoint) { (low.x + high.x) / 2, (low.y + high.y) / 2 }, SIZE / (high.x - low.x), SIZE, SIZE * 1.5);
}

static guint32
get_pixel (cairo_surface_t   *surface,
           const BjtMapFrame *frame,
           double             lon,
           double             lat)
{
  BjtPoint at = bjt_map_frame_project (frame, bjt_mercator_project ((BjtPoint) { lon, lat }));

  return *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (gsize) at.y * (gsize) cairo_image_surface_get_stride (surface) + 4 * (gsize) at.x) & 0xffffff;
}

static cairo_surface_t *
paint (BjtOverlayPainter *painter,
       BjtMapFrame       *frame,
       BjtPaletteKind     kind,
       gboolean           is_shaded)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE * 3 / 2);
  cairo_t         *cr = cairo_create (surface);

  init_frame (frame);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  bjt_overlay_painter_paint_ground (painter, cr, frame, bjt_palette_get (kind), is_shaded);
  bjt_overlay_painter_paint_labels (painter, cr, frame, bjt_palette_get (kind));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_paints_what_is_shown (void)
{
  g_autoptr (BjtOverlayPainter) painter = make_painter (FALSE);
  BjtMapFrame                   frame;
  cairo_surface_t              *surface = paint (painter, &frame, BJT_PALETTE_LIGHT, FALSE);

  g_assert_cmphex (get_pixel (surface, &frame, 129.7592, 43.325), ==, 0xffffff);
  g_assert_cmphex (get_pixel (surface, &frame, 129.767, 43.3225) & 0xff, ==, 0xff); /* blue let through by half, no red */
  g_assert_cmpint ((int) (get_pixel (surface, &frame, 129.767, 43.3225) >> 16), <, 0x90);
  g_assert_cmphex (get_pixel (surface, &frame, 129.765, 43.325), ==, 0x00aa00);
  g_assert_cmphex (get_pixel (surface, &frame, 129.768, 43.328), ==, 0x00aa00);
  cairo_surface_destroy (surface);
}

/* Without colour: outlines alone. */
static void
test_mono_leaves_ground_free (void)
{
  g_autoptr (BjtOverlayPainter) painter = make_painter (FALSE);
  BjtMapFrame                   frame;
  cairo_surface_t              *surface = paint (painter, &frame, BJT_PALETTE_MONO, FALSE);

  g_assert_cmphex (get_pixel (surface, &frame, 129.767, 43.3225), ==, 0xffffff);
  g_assert_cmphex (get_pixel (surface, &frame, 129.765, 43.325), !=, 0xffffff);
  cairo_surface_destroy (surface);
}

/* Where colours mean something, none is mixed into them. */
static void
test_shades_stay_true (void)
{
  g_autoptr (BjtOverlayPainter) painter = make_painter (FALSE);
  BjtMapFrame                   frame;
  cairo_surface_t              *surface = paint (painter, &frame, BJT_PALETTE_LIGHT, TRUE);

  g_assert_cmphex (get_pixel (surface, &frame, 129.767, 43.3225), ==, 0xffffff);
  g_assert_cmphex (get_pixel (surface, &frame, 129.765, 43.325), ==, 0x00aa00);
  cairo_surface_destroy (surface);
}

static void
test_finds_what_is_meant (void)
{
  g_autoptr (BjtOverlayPainter) painter = make_painter (FALSE);
  BjtMapFrame                   frame;
  double                        tolerance;

  init_frame (&frame);
  tolerance = 5 / frame.scale;
#define FIND(layer, lon, lat) bjt_overlay_painter_find (painter, layer, bjt_mercator_project ((BjtPoint) { lon, lat }), tolerance)
  g_assert_cmpuint (FIND (0, 129.765, 43.325), ==, BJT_NO_INDEX); /* hidden */
  g_assert_cmpuint (FIND (1, 129.765, 43.32503), ==, 1);
  g_assert_cmpuint (FIND (1, 129.763, 43.32803), ==, 0);
  g_assert_cmpuint (FIND (1, 129.763, 43.322), ==, BJT_NO_INDEX);
  g_assert_cmpuint (FIND (2, 129.765, 43.325), ==, 0);
  g_assert_cmpuint (FIND (2, 129.7615, 43.3215), ==, 1); /* the smaller one */
#undef FIND
}

/* The middle of the square is the point's; a label has room until it is covered. */
static void
test_labels_keep_clear (void)
{
  g_autoptr (BjtOverlayPainter) painter = make_painter (TRUE);
  BjtBox                        all = { 0, 0, SIZE, SIZE * 1.5 };
  cairo_surface_t              *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t                      *cr = cairo_create (surface);
  BjtMapFrame                   frame;

  init_frame (&frame);
  g_assert_cmpuint (bjt_overlay_painter_paint_labels (painter, cr, &frame, bjt_palette_get (BJT_PALETTE_LIGHT)), ==, 0);
  frame.covered = &all;
  frame.n_covered = 1;
  g_assert_cmpuint (bjt_overlay_painter_paint_labels (painter, cr, &frame, bjt_palette_get (BJT_PALETTE_LIGHT)), ==, 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Labels of points that stand close have more places on paper. */
static void
test_paper_leaves_out_fewer (void)
{
  g_autoptr (BjtOverlayList)    list = bjt_overlay_list_new ();
  g_autoptr (BjtOverlayPainter) painter = NULL;
  g_autoptr (GRand)             rand = g_rand_new_with_seed (1);
  g_autoptr (GArray)            taken = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  GPtrArray                    *shapes = g_ptr_array_new_with_free_func (free_shape);
  const BjtBox                  within = { 0, 0, SIZE, SIZE * 1.5 };
  cairo_surface_t              *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE * 3 / 2);
  cairo_t                      *cr = cairo_create (surface);
  BjtMapFrame                   frame;
  guint                         screen, paper;

  for (guint i = 0; i < 60; i++)
    add_shape (shapes, bjt_geometry_new_point (129.761 + 0.008 * g_rand_double (rand), 43.321 + 0.008 * g_rand_double (rand)), "消防栓");
  add_layer (list, "#ff0000", TRUE, shapes);
  painter = bjt_overlay_painter_new (list);
  init_frame (&frame);
  screen = bjt_overlay_painter_paint_labels (painter, cr, &frame, bjt_palette_get (BJT_PALETTE_LIGHT));
  frame.within = &within;
  frame.taken = taken;
  paper = bjt_overlay_painter_paint_labels (painter, cr, &frame, bjt_palette_get (BJT_PALETTE_LIGHT));
  g_test_message ("of 60 labels the screen leaves out %u, paper %u", screen, paper);
  g_assert_cmpuint (paper, <, screen);
  g_assert_cmpuint (taken->len, ==, 60 - paper);
  for (guint i = 0; i < taken->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_false (bjt_box_intersects (&g_array_index (taken, BjtBox, i), &g_array_index (taken, BjtBox, k)));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_nothing_is_fine (void)
{
  g_autoptr (BjtOverlayPainter) painter = bjt_overlay_painter_new (NULL);
  BjtMapFrame                   frame;
  cairo_surface_t              *surface = paint (painter, &frame, BJT_PALETTE_DARK, FALSE);

  g_assert_cmphex (get_pixel (surface, &frame, 129.765, 43.325), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlay-painter/paints-what-is-shown", test_paints_what_is_shown);
  g_test_add_func ("/overlay-painter/mono-leaves-ground-free", test_mono_leaves_ground_free);
  g_test_add_func ("/overlay-painter/shades-stay-true", test_shades_stay_true);
  g_test_add_func ("/overlay-painter/finds-what-is-meant", test_finds_what_is_meant);
  g_test_add_func ("/overlay-painter/labels-keep-clear", test_labels_keep_clear);
  g_test_add_func ("/overlay-painter/paper-leaves-out-fewer", test_paper_leaves_out_fewer);
  g_test_add_func ("/overlay-painter/nothing-is-fine", test_nothing_is_fine);
  return g_test_run ();
}
