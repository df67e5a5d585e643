/* Bands, fading, the privacy curtain and the distances of the building painter. */
#include "../bjt-sample-picture.h"

#include "geo/bjt-mercator.h"
#include "carto/bjt-building-brush.h"
#include "carto/bjt-building-frame.h"
#include "carto/bjt-building-painter.h"

#include <math.h>

#define SIDE 600

typedef struct
{
  BjtPicture *picture;
  BjtFilter   filter;
  BjtBuildingLook look;
  BjtMapFrame frame;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  self->picture = bjt_sample_picture_new (&options);
  bjt_filter_init (&self->filter);
  self->look = (BjtBuildingLook) { .palette = bjt_palette_get (BJT_PALETTE_LIGHT), .building_pattern = "%s号楼", .household_pattern = "%s 户" };
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_picture_unref (self->picture);
}

static void
look_at (Fixture *self,
         guint32  building,
         double   zoom)
{
  bjt_map_frame_init_view (&self->frame, bjt_picture_get_building (self->picture, building)->centre, 256 * exp2 (zoom), SIDE, SIDE);
}

static cairo_surface_t *
paint (Fixture *self)
{
  g_autoptr (BjtBuildingPainter) painter = bjt_building_painter_new (self->picture, &self->filter);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t         *cr = cairo_create (surface);

  bjt_building_painter_paint (painter, cr, &self->frame, &self->look);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface) + 4 * (gsize) x);
}

static guint
count_colour (cairo_surface_t *surface,
              guint32          colour)
{
  guint n = 0;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      n += get_pixel (surface, x, y) == (0xFF000000 | colour);
  return n;
}

static void
set_classes (Fixture *self,
             guint32  building,
             int      first,
             int      second)
{
  const BjtRun doors = bjt_picture_get_building (self->picture, building)->doors;

  for (guint i = 0; i < doors.n; i++)
    {
      BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, doors.first + i);

      *state = (BjtPictureDoorState) { .household_class = (guint8) (i % 2 == 0 ? first : second) };
    }
}

/* Half of the doors rented: half of the footprint in that colour. */
static void
test_bands (Fixture      *self,
            gconstpointer data)
{
  const BjtPalette *palette = self->look.palette;
  cairo_surface_t  *surface;
  double            floating, tenant;

  set_classes (self, 0, BJT_CLASS_FLOATING, BJT_CLASS_TENANT);
  look_at (self, 0, 18.2);
  surface = paint (self);
  floating = count_colour (surface, palette->classes[BJT_CLASS_FLOATING].fill);
  tenant = count_colour (surface, palette->classes[BJT_CLASS_TENANT].fill);
  g_assert_cmpfloat (floating, >, 500);
  g_assert_cmpfloat (fabs (floating / tenant - 1), <, 0.35); /* the caption stands on them */
  cairo_surface_destroy (surface);
}

static void
test_tally (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (BjtBuildingPainter) painter = NULL;
  const BjtTally *tally;

  set_classes (self, 0, BJT_CLASS_FLOATING, BJT_CLASS_HUKOU_ONLY);
  bjt_picture_get_door_state (self->picture, 0)->categories = 5;
  bjt_picture_get_door_state (self->picture, 0)->visit_overdue = TRUE;
  bjt_picture_get_door_state (self->picture, 1)->categories = 4;
  painter = bjt_building_painter_new (self->picture, &self->filter);
  tally = bjt_building_painter_get_tally (painter, 0);
  g_assert_cmpuint (tally->n_doors, ==, 72);
  g_assert_cmpuint (tally->n_matched, ==, 72);
  g_assert_cmpuint (tally->n_households, ==, 36);
  g_assert_cmpuint (tally->categories[0], ==, 1);
  g_assert_cmpuint (tally->categories[2], ==, 2);
  g_assert_cmpuint (tally->n_overdue, ==, 1);
  g_assert_cmpuint (tally->overdue_categories, ==, 5);
  g_assert_cmpuint (tally->n_top, ==, 2);
}

/* Behind the curtain nothing tells one household from another. */
static void
test_curtain (Fixture      *self,
              gconstpointer data)
{
  static const double zooms[] = { 14, 17.5, 19.5 };

  self->look.curtain = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      cairo_surface_t *a, *b;
      guint            n = 0;

      look_at (self, 0, zooms[i]);
      a = paint (self);
      for (guint32 d = 0; d < self->picture->doors->len; d++)
        {
          BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, d);

          state->categories ^= 0xFF;
          state->attention = BJT_ATTENTION_URGENT;
          state->visit_overdue = TRUE;
          state->open_issues = 3;
        }
      b = paint (self);
      for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
          n += get_pixel (a, x, y) != get_pixel (b, x, y);
      g_assert_cmpuint (n, ==, 0);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
    }
}

/* What does not match the filter keeps a quarter of its ink. */
static void
test_filter_fades (Fixture      *self,
                   gconstpointer data)
{
  cairo_surface_t *surface;
  guint32          pixel;

  set_classes (self, 0, BJT_CLASS_RESIDENT, BJT_CLASS_RESIDENT);
  self->filter.classes = 1 << BJT_CLASS_TENANT;
  look_at (self, 0, 19.6);
  surface = paint (self);
  pixel = get_pixel (surface, SIDE / 2 + 30, SIDE / 2 + 1);
  g_assert_cmpuint (pixel >> 24, <, 0xB0);
  cairo_surface_destroy (surface);

  self->filter.classes = 1 << BJT_CLASS_RESIDENT;
  surface = paint (self);
  pixel = get_pixel (surface, SIDE / 2 + 30, SIDE / 2 + 1);
  g_assert_cmpuint (pixel >> 24, ==, 0xFF);
  cairo_surface_destroy (surface);
}

/* The middle of a cell is the place of its door. */
static void
test_cells_are_places (Fixture      *self,
                       gconstpointer data)
{
  look_at (self, 0, 20);
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, d);
      BjtPoint              place = bjt_map_frame_project (&self->frame, door->place);
      BjtBuildingFrame      at;
      BjtBox                cell;
      double                u, v;

      bjt_building_frame_init (&at, bjt_picture_get_building (self->picture, door->building), &self->frame);
      cell = bjt_building_frame_get_cell (&at, self->picture, d);
      u = (cell.x1 + cell.x2) / 2;
      v = (cell.y1 + cell.y2) / 2;
      g_assert_cmpfloat_with_epsilon (at.origin.x + u * cos (at.angle) - v * sin (at.angle), place.x, 0.01);
      g_assert_cmpfloat_with_epsilon (at.origin.y + u * sin (at.angle) + v * cos (at.angle), place.y, 0.01);
    }
}

static void
test_without_ground (Fixture      *self,
                     gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  cairo_surface_t *surface;

  options.has_no_ground = TRUE;
  bjt_picture_unref (self->picture);
  self->picture = bjt_sample_picture_new (&options);
  bjt_map_frame_init_view (&self->frame, (BjtPoint) { 0.8, 0.4 }, 256 * exp2 (15), SIDE, SIDE);
  surface = paint (self);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      g_assert_cmphex (get_pixel (surface, x, y), ==, 0);
  cairo_surface_destroy (surface);
}

/* However many doors share a spot, their cards stand apart and near. */
static void
test_fan (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint n = 1; n <= 120; n++)
    {
      bjt_fan_lay_out (n, 50, offsets);
      g_assert_cmpuint (offsets->len, ==, n);
      for (guint i = 0; i < n; i++)
        {
          BjtPoint a = g_array_index (offsets, BjtPoint, i);

          g_assert_cmpfloat (hypot (a.x, a.y), <, 50 * (2 + sqrt (n)));
          for (guint k = 0; k < i; k++)
            g_assert_cmpfloat (hypot (a.x - g_array_index (offsets, BjtPoint, k).x, a.y - g_array_index (offsets, BjtPoint, k).y), >, 49);
        }
    }
}

/* Doors at one place of a building share its cell side by side. */
static void
test_shared_cell (Fixture      *self,
                  gconstpointer data)
{
  BjtPictureDoor  *first = bjt_picture_get_door (self->picture, 0), *second = bjt_picture_get_door (self->picture, 1);
  BjtBuildingFrame at;
  BjtBox           a, b;

  second->stack = first->stack;
  second->ordinal = first->ordinal;
  second->entrance = first->entrance;
  look_at (self, 0, 20);
  bjt_building_frame_init (&at, bjt_picture_get_building (self->picture, 0), &self->frame);
  a = bjt_building_frame_get_cell (&at, self->picture, 0);
  b = bjt_building_frame_get_cell (&at, self->picture, 1);
  g_assert_cmpfloat_with_epsilon (a.x2 - a.x1, at.cell_width / 2, 0.001);
  g_assert_cmpfloat_with_epsilon (fmin (fabs (a.x2 - b.x1), fabs (b.x2 - a.x1)), 0, 0.001);
  g_assert_cmpfloat_with_epsilon (a.y1, b.y1, 0.001);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/paint/building/bands", test_bands },
    { "/paint/building/tally", test_tally },
    { "/paint/building/curtain", test_curtain },
    { "/paint/building/filter-fades", test_filter_fades },
    { "/paint/building/cells-are-places", test_cells_are_places },
    { "/paint/building/without-ground", test_without_ground },
    { "/paint/building/fan", test_fan },
    { "/paint/building/shared-cell", test_shared_cell },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
