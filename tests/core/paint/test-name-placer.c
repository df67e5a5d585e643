/* Names of places on a screen and on paper. */
#include "basemap/bjt-name-placer.h"

#include <math.h>

#define SIDE 600.0

typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  BjtMapFrame      frame;
  BjtBox           within;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) SIDE, (int) SIDE);
  self->cr = cairo_create (self->surface);
  self->within = (BjtBox) { 0, 0, SIDE, SIDE };
  bjt_map_frame_init_view (&self->frame, (BjtPoint) { 0.5, 0.5 }, 256 * exp2 (18), SIDE, SIDE);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
}

static BjtPoint
place (const Fixture *self,
       double         x,
       double         y)
{
  return bjt_map_frame_unproject (&self->frame, x, y);
}

/* Names at dots, each its own. Returns: how many are left out */
static guint
paint_dots (Fixture *self,
            guint    n,
            guint32  seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BjtNamePlacer) placer = bjt_name_placer_new (self->cr, &self->frame, &BJT_MAP_STYLE_PRINT);

  for (guint i = 0; i < n; i++)
    {
      BjtNameLabel label = { BJT_NAME_PLACE, NULL, NULL, g_rand_double (rand), TRUE };
      double       x = 50 + g_rand_double (rand) * (SIDE - 100), y = 50 + g_rand_double (rand) * (SIDE - 100);

      g_ptr_array_add (texts, g_strdup_printf ("Place %u", i));
      label.text = texts->pdata[i];
      bjt_name_placer_add_at (placer, &label, place (self, x, y), NULL);
    }
  return bjt_name_placer_paint (placer, self->cr);
}

static void
test_paper_leaves_out_fewer (Fixture      *self,
                             gconstpointer data)
{
  guint screen = 0, paper = 0;

  for (guint32 seed = 1; seed <= 5; seed++)
    {
      self->frame.within = NULL;
      screen += paint_dots (self, 150, seed);
      self->frame.within = &self->within;
      paper += paint_dots (self, 150, seed);
    }
  g_test_message ("of 750 names the screen leaves out %u, paper %u", screen, paper);
  g_assert_cmpuint (paper * 3, <, screen);
}

/* Nothing is missed that nobody could see. */
static void
test_what_is_covered_is_not_missed (Fixture      *self,
                                    gconstpointer data)
{
  self->frame.within = &self->within;
  self->frame.covered = &self->within;
  self->frame.n_covered = 1;
  g_assert_cmpuint (paint_dots (self, 50, 1), ==, 0);
}

/* A road that is too short for its name, and others of that name. */
static void
test_one_stretch_speaks_for_a_road (Fixture      *self,
                                    gconstpointer data)
{
  BjtNameLabel   label = { .kind = BJT_NAME_ROAD, .text = "Long Avenue" };
  const BjtPoint line[] = { place (self, 100, 300), place (self, 500, 300) }, stub[] = { place (self, 100, 100), place (self, 110, 100) };

  self->frame.within = &self->within;
  for (guint n = 1; n <= 2; n++)
    {
      g_autoptr (BjtNamePlacer) placer = bjt_name_placer_new (self->cr, &self->frame, &BJT_MAP_STYLE_PRINT);

      bjt_name_placer_add_along (placer, &label, stub, 2);
      if (n == 2)
        bjt_name_placer_add_along (placer, &label, line, 2);
      g_assert_cmpuint (bjt_name_placer_paint (placer, self->cr), ==, n == 1 ? 1 : 0);
    }
}

static BjtBox
find_ink (Fixture *self)
{
  const guint8 *pixels;
  BjtBox        ink = BJT_BOX_EMPTY;

  cairo_surface_flush (self->surface);
  pixels = cairo_image_surface_get_data (self->surface);
  for (int y = 0; y < (int) SIDE; y++)
    for (int x = 0; x < (int) SIDE; x++)
      if (pixels[y * cairo_image_surface_get_stride (self->surface) + 4 * x + 3] > 0)
        bjt_box_add_point (&ink, x, y);
  return ink;
}

/* On ground that is turned the name stands where its place has come to, and
 * level. */
static void
test_upright_when_turned (Fixture      *self,
                          gconstpointer data)
{
  BjtNameLabel label = { .kind = BJT_NAME_PLACE, .text = "Turned Square" };
  g_autoptr (BjtNamePlacer) placer = NULL;
  BjtBox ink;

  self->frame.within = &self->within;
  self->frame.turn = G_PI / 6;
  placer = bjt_name_placer_new (self->cr, &self->frame, &BJT_MAP_STYLE_PRINT);
  bjt_name_placer_add_at (placer, &label, place (self, 400, 100), NULL);
  g_assert_cmpuint (bjt_name_placer_paint (placer, self->cr), ==, 0);
  ink = find_ink (self);
  g_assert_cmpfloat (fabs ((ink.x1 + ink.x2) / 2 - (400 * cos (G_PI / 6) - 100 * sin (G_PI / 6))), <, 3);
  g_assert_cmpfloat (fabs ((ink.y1 + ink.y2) / 2 - (400 * sin (G_PI / 6) + 100 * cos (G_PI / 6))), <, 6);
  g_assert_cmpfloat (ink.x2 - ink.x1, >, 3 * (ink.y2 - ink.y1));
}

/* Below its dot is best, unless a line runs there. */
static void
test_off_the_line (Fixture      *self,
                   gconstpointer data)
{
  BjtNameLabel label = { .kind = BJT_NAME_PLACE, .text = "Pharmacy", .has_dot = TRUE };
  const BjtBox line = { 0, 305, SIDE, 325 };

  self->frame.within = &self->within;
  for (guint has_line = 0; has_line <= 1; has_line++)
    {
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (BjtBox)), taken = g_array_new (FALSE, FALSE, sizeof (BjtBox));
      g_autoptr (BjtNamePlacer) placer = NULL;
      const BjtBox *box;

      if (has_line)
        g_array_append_val (lines, line);
      self->frame.lines = lines;
      self->frame.taken = taken;
      placer = bjt_name_placer_new (self->cr, &self->frame, &BJT_MAP_STYLE_PRINT);
      bjt_name_placer_add_at (placer, &label, place (self, 300, 300), NULL);
      g_assert_cmpuint (bjt_name_placer_paint (placer, self->cr), ==, 0);
      g_assert_cmpuint (taken->len, ==, 1);
      box = &g_array_index (taken, BjtBox, 0);
      g_assert_cmpint (box->y1 > 300, ==, !has_line);
      g_assert_true (!has_line || !bjt_box_intersects (box, &line));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/name-placer/paper-leaves-out-fewer", Fixture, NULL, set_up, test_paper_leaves_out_fewer, tear_down);
  g_test_add ("/name-placer/what-is-covered-is-not-missed", Fixture, NULL, set_up, test_what_is_covered_is_not_missed, tear_down);
  g_test_add ("/name-placer/one-stretch-speaks-for-a-road", Fixture, NULL, set_up, test_one_stretch_speaks_for_a_road, tear_down);
  g_test_add ("/name-placer/upright-when-turned", Fixture, NULL, set_up, test_upright_when_turned, tear_down);
  g_test_add ("/name-placer/off-the-line", Fixture, NULL, set_up, test_off_the_line, tear_down);
  return g_test_run ();
}
