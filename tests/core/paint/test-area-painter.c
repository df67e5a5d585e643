/* test-area-painter.c: fills by class, labels inside, estimates, few doors. */
#include "bjt-sample-picture.h"
#include "carto/bjt-area-painter.h"

#include <cairo.h>
#include <math.h>

static BjtPicture *
make_picture (double turn)
{
  BjtSampleOptions options = { 4, 3, 5, 3, 6, 2, 30, turn, FALSE, FALSE, NULL };

  return bjt_sample_picture_new (&options);
}

static BjtAreaPainter *
make_painter (BjtPicture *picture,
              const char *code,
              BjtAreaKind areas,
              gboolean    is_public)
{
  BjtAreaOptions    options = BJT_AREA_OPTIONS_DEFAULT;
  BjtIndicatorQuery query = { picture, areas, NULL };
  BjtIndicator      indicator;

  options.is_public = is_public;
  g_assert_true (bjt_indicator_init_from_code (&indicator, picture, code));
  return bjt_area_painter_new (picture, &indicator, &query, &options);
}

/* Drawn or estimated, turned or not, the label stands inside. */
static void
test_labels_stand_inside (void)
{
  for (guint run = 0; run < 4 * BJT_N_AREA_KINDS; run++)
    {
      g_autoptr (BjtPicture)     picture = make_picture (run * 0.37);
      g_autoptr (BjtAreaPainter) painter = NULL;

      if (run % 2 == 1)
        for (guint32 g = 0; g < picture->grids->len; g++)
          bjt_picture_get_grid (picture, g)->boundary = NULL;
      painter = make_painter (picture, "persons", (BjtAreaKind) (run % BJT_N_AREA_KINDS), FALSE);
      for (guint32 a = 0; a < bjt_area_painter_get_table (painter)->n_figures; a++)
        {
          const BjtGeometry *shape;
          BjtPoint           middle;

          g_assert_true (bjt_area_painter_get_middle (painter, a, &middle, &shape));
          g_assert_true (bjt_geometry_contains (shape, middle.x, middle.y));
          g_assert_cmpuint (bjt_area_painter_find (painter, middle), !=, BJT_NO_INDEX);
        }
    }
}

/* An estimated outline holds every building of its grid. */
static void
test_estimates_hold_their_buildings (void)
{
  g_autoptr (BjtPicture)     picture = make_picture (0.5);
  g_autoptr (BjtAreaPainter) painter = make_painter (picture, "persons", BJT_AREA_COMPOUND, FALSE);

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);
      const BjtGeometry        *shape;
      BjtPoint                  middle;

      g_assert_true (bjt_area_painter_get_middle (painter, building->compound, &middle, &shape));
      for (guint c = 0; c < 4; c++)
        g_assert_true (bjt_geometry_contains (shape, building->corners[c].x, building->corners[c].y));
    }
}

static guint32
get_pixel (cairo_surface_t *surface,
           BjtPoint         at)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (data + (int) at.y * cairo_image_surface_get_stride (surface) + 4 * (int) at.x) & 0xFFFFFF;
}

static cairo_surface_t *
paint (BjtAreaPainter   *painter,
       const BjtPicture *picture,
       BjtPaletteKind    palette,
       BjtMapFrame      *frame)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 500);
  cairo_t         *cr = cairo_create (surface);
  const BjtBox    *extent = &picture->extent;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  bjt_map_frame_init_view (frame, (BjtPoint) { (extent->x1 + extent->x2) / 2, (extent->y1 + extent->y2) / 2 },
                           800 / (extent->x2 - extent->x1), 900, 500);
  bjt_area_painter_paint (painter, cr, frame, bjt_palette_get (palette));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The colour in the middle of a building is that of its class. */
static void
test_fills_are_those_of_the_legend (void)
{
  g_autoptr (BjtPicture)     picture = make_picture (0);
  g_autoptr (BjtAreaPainter) painter = make_painter (picture, "overdue", BJT_AREA_BUILDING, FALSE);
  BjtMapFrame      frame;
  cairo_surface_t *surface = paint (painter, picture, BJT_PALETTE_LIGHT, &frame);

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtIndicatorTable *table = bjt_area_painter_get_table (painter);
      guint   class_index = bjt_class_breaks_find (bjt_area_painter_get_breaks (painter), table->figures[b].value);
      guint32 colour = bjt_area_painter_get_colour (painter, BJT_PALETTE_LIGHT, class_index);
      guint32 pixel = get_pixel (surface, bjt_map_frame_project (&frame, bjt_picture_get_building (picture, b)->centre));

      for (guint shift = 0; shift <= 16; shift += 8)
        g_assert_cmpint (ABS ((int) ((pixel >> shift) & 0xFF) - (int) ((colour >> shift) & 0xFF)), <=, 2);
    }
  cairo_surface_destroy (surface);
}

/* Mono has no colour, and paints more ink where there is more. */
static void
test_mono_is_ink (void)
{
  g_autoptr (BjtPicture)     picture = make_picture (0);
  g_autoptr (BjtAreaPainter) painter = make_painter (picture, "overdue", BJT_AREA_GRID, FALSE);
  BjtMapFrame      frame;
  cairo_surface_t *surface = paint (painter, picture, BJT_PALETTE_MONO, &frame);
  const guint8    *data = cairo_image_surface_get_data (surface);
  guint            coloured = 0;

  for (int i = 0; i < 500 * cairo_image_surface_get_stride (surface); i += 4)
    coloured += data[i] != data[i + 1] || data[i + 1] != data[i + 2];
  g_assert_cmpuint (coloured, ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_public_areas_of_few_doors_tell_nothing (void)
{
  g_autoptr (BjtPicture)     picture = make_picture (0);
  g_autoptr (BjtDoorSet)     doors = bjt_door_set_new (picture->doors->len);
  BjtIndicatorQuery          query = { picture, BJT_AREA_BUILDING, doors };
  BjtAreaOptions             options = { BJT_BREAKS_EQUAL, 5, TRUE };
  BjtIndicator               indicator;
  g_autoptr (BjtAreaPainter) painter = NULL;

  for (guint32 d = 0; d < 4; d++)
    bjt_door_set_add (doors, d);
  g_assert_true (bjt_indicator_init_from_code (&indicator, picture, "persons"));
  painter = bjt_area_painter_new (picture, &indicator, &query, &options);
  g_assert_cmpuint (bjt_area_painter_get_breaks (painter)->n_classes, ==, 0);
  g_assert_cmpuint (bjt_area_painter_count_unknown (painter), ==, picture->buildings->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/area/labels-stand-inside", test_labels_stand_inside);
  g_test_add_func ("/paint/area/estimates-hold-their-buildings", test_estimates_hold_their_buildings);
  g_test_add_func ("/paint/area/fills-are-those-of-the-legend", test_fills_are_those_of_the_legend);
  g_test_add_func ("/paint/area/mono-is-ink", test_mono_is_ink);
  g_test_add_func ("/paint/area/public-areas-of-few-doors-tell-nothing", test_public_areas_of_few_doors_tell_nothing);
  return g_test_run ();
}
