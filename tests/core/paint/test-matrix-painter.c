#include "paint/bjt-matrix-painter.h"

#include "bjt-sample-picture.h"

static cairo_surface_t *
paint (const BjtMatrixPainter *painter)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1200, 1400);
  cairo_t         *cr = cairo_create (surface);

  bjt_palette_set_source (cr, painter->palette->paper, 1);
  cairo_paint (cr);
  bjt_matrix_painter_draw (painter, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) x] & 0xFFFFFF;
}

typedef struct
{
  BjtPicture      *picture;
  BjtMatrix       *matrix;
  BjtTextPainter  *text;
  BjtMatrixPainter painter;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.n_levels = 33;
  options.n_entrances = 3;
  options.n_stacks = 4;
  options.n_buildings = 1;
  self->picture = bjt_sample_picture_new (&options);
  self->matrix = bjt_matrix_new (self->picture, 0);
  self->text = bjt_text_painter_new (FALSE);
  self->painter = (BjtMatrixPainter) {
    .picture = self->picture,
    .matrix = self->matrix,
    .metrics = { 82, 36, 4, 14, 22, 32 },
    .unit = 1,
    .text_size = 11,
    .chip_size = 14,
    .palette = bjt_palette_get (BJT_PALETTE_LIGHT),
    .text = self->text,
    .show = BJT_MATRIX_SHOW_LABELS | BJT_MATRIX_SHOW_NAMES,
    .selected = BJT_NO_INDEX,
    .entrance_format = "%s单元",
  };
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_text_painter_free (self->text);
  bjt_matrix_free (self->matrix);
  bjt_picture_unref (self->picture);
}

static gboolean
same_image (cairo_surface_t *a,
            cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

static void
test_fast (Fixture      *self,
           gconstpointer data)
{
  cairo_surface_t *first = paint (&self->painter);
  gint64           best = G_MAXINT64;

  for (guint i = 0; i < 5; i++)
    {
      gint64           start = g_get_monotonic_time ();
      cairo_surface_t *again = paint (&self->painter);

      best = MIN (best, g_get_monotonic_time () - start);
      g_assert_true (same_image (first, again));
      cairo_surface_destroy (again);
    }
  g_test_message ("%u cells in %.1f ms", self->matrix->cells->len, (double) best / 1000);
  if (g_test_perf ())
    g_assert_cmpint (best, <, 20000);
  if (g_getenv ("BJT_TEST_OUTPUT") != NULL)
    cairo_surface_write_to_png (first, g_getenv ("BJT_TEST_OUTPUT"));
  cairo_surface_destroy (first);
}

static void
test_class_fill (Fixture      *self,
                 gconstpointer data)
{
  BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, 0);
  BjtBox               box = bjt_matrix_get_cell_box (self->matrix, &self->painter.metrics, 0);
  cairo_surface_t     *surface;

  state->household_class = BJT_CLASS_TENANT;
  state->attention = BJT_ATTENTION_URGENT;
  state->categories = 0;
  state->open_issues = 0;
  self->painter.show = 0;
  surface = paint (&self->painter);
  g_assert_cmphex (get_pixel (surface, (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2), ==, 0xFCE3C4);
  g_assert_cmphex (get_pixel (surface, box.x1 + 1, (box.y1 + box.y2) / 2), ==, 0xC8102E);
  cairo_surface_destroy (surface);
}

/* The same picture with and without restricted categories. */
static void
test_restricted_draws_nothing (Fixture      *self,
                               gconstpointer data)
{
  BjtCategorySet   restricted = 0;
  cairo_surface_t *before = paint (&self->painter);
  cairo_surface_t *after;

  for (guint i = 0; i < self->picture->categories->len; i++)
    if (bjt_picture_get_category (self->picture, i)->is_restricted)
      restricted |= G_GUINT64_CONSTANT (1) << i;
  g_assert_cmpuint (restricted, !=, 0);
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    bjt_picture_get_door_state (self->picture, d)->categories |= restricted;
  after = paint (&self->painter);
  g_assert_true (same_image (before, after));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Behind the curtain nothing of the state shows. */
static void
test_curtain (Fixture      *self,
              gconstpointer data)
{
  cairo_surface_t *before, *after;

  self->painter.show |= BJT_MATRIX_SHOW_CURTAIN;
  before = paint (&self->painter);
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    {
      BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, d);

      state->household_class = (guint8) (d % BJT_N_CLASSES);
      state->attention = BJT_ATTENTION_URGENT;
      state->categories = 7;
      state->open_issues = 1;
      state->visit_overdue = TRUE;
    }
  for (guint32 p = 0; p < self->picture->persons->len; p++)
    bjt_picture_get_person (self->picture, p)->name = "甲乙";
  after = paint (&self->painter);
  g_assert_true (same_image (before, after));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

static void
test_filter_fades (Fixture      *self,
                   gconstpointer data)
{
  BjtFilter        filter;
  cairo_surface_t *surface;
  BjtBox           box = bjt_matrix_get_cell_box (self->matrix, &self->painter.metrics, 0);

  bjt_filter_init (&filter);
  filter.attentions = 1 << BJT_ATTENTION_WATCH;
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    *bjt_picture_get_door_state (self->picture, d) = (BjtPictureDoorState) { .household_class = BJT_CLASS_FLOATING };
  self->painter.show = 0;
  self->painter.filter = &filter;
  surface = paint (&self->painter);
  /* a quarter of #CFE6F7 over white, give or take one step */
  g_assert_cmphex (get_pixel (surface, (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2) & 0xFEFEFE, ==, 0xF2F8FC);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/paint/matrix/fast-and-deterministic", Fixture, NULL, set_up, test_fast, tear_down);
  g_test_add ("/paint/matrix/class-fill", Fixture, NULL, set_up, test_class_fill, tear_down);
  g_test_add ("/paint/matrix/restricted-draws-nothing", Fixture, NULL, set_up, test_restricted_draws_nothing, tear_down);
  g_test_add ("/paint/matrix/curtain", Fixture, NULL, set_up, test_curtain, tear_down);
  g_test_add ("/paint/matrix/filter-fades", Fixture, NULL, set_up, test_filter_fades, tear_down);
  return g_test_run ();
}
