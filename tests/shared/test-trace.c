/* test-trace.c: rooms out of drawings from outside: vector rooms, a CAD file, a
 * PDF and a photo; the areas were looked at over the drawing. */
#include "plan/bjt-plan-shape.h"
#include "plan/bjt-plan-trace.h"
#include "workspace/bjt-drawing-opener.h"

#include <math.h>

#define EXIT_SKIPPED 77
#define MAX_SECONDS 5

typedef struct
{
  BjtPoint at;   /* metres from the lower left corner */
  double   area; /* m² */
} Room;

static const struct
{
  const char *name;
  double      width; /* m */
  double      close;
  Room        rooms[8];
} files[] = {
  { "01_floorplans/svg/cn_campus_bldg2_floor1.svg", 60, 1.2,
    { { { 8.25, 58.72 }, 123.4 }, { { 12.51, 32.42 }, 337 }, { { 28.15, 34.55 }, 87.6 }, { { 5.40, 18.91 }, 72.8 }, { { 28.86, 60.14 }, 63.8 }, { { 45.21, 8.96 }, 106.6 }, { { 9.67, 71.52 }, 44.4 } } },
  { "01_floorplans/dxf/mapwize_building_A_floor0.dxf", 34.645, 0,
    { { { 3.30, 24.08 }, 15.72 }, { { 7.15, 25.04 }, 10.43 }, { { 12.27, 24.40 }, 21.03 }, { { 19.95, 24.08 }, 29.83 }, { { 2.02, 22.16 }, 12.93 }, { { 2.02, 14.15 }, 12.04 }, { { 12.27, 17.35 }, 56.75 } } },
  { "01_floorplans/pdf/derived_ha_home.pdf", 24, 0,
    { { { 3.89, 7.67 }, 55.3 }, { { 7.88, 20.54 }, 21.7 }, { { 3.00, 14.33 }, 13.5 }, { { 11.87, 12.55 }, 59.7 }, { { 12.31, 1.91 }, 20.0 }, { { 6.10, 14.55 }, 1.8 } } },
  { "01_floorplans/raster/cch_32c3_level0.jpg", 120, 0,
    { { { 38.06, 22.51 }, 1045 }, { { 70.23, 22.51 }, 297 }, { { 79.10, 37.38 }, 64 }, { { 53.59, 52.46 }, 24 }, { { 80.21, 60.22 }, 6.5 }, { { 38.06, 48.02 }, 1545 } } },
};

static char *folder;

static void
test_file (gconstpointer data)
{
  guint            f = GPOINTER_TO_UINT (data);
  g_autofree char *path = g_build_filename (folder, files[f].name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtOpenedDrawing) opened = bjt_drawing_opener_open (path, 1, NULL, &error);
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_new ();
  g_autoptr (BjtPlanBackdrop) backdrop = NULL;
  g_autoptr (BjtPlanTrace) trace = NULL;
  BjtPlanTraceWish wish = { .close = files[f].close };

  g_assert_no_error (error);
  record->scale = files[f].width / (opened->drawing->box.x2 - opened->drawing->box.x1);
  record->angle = 0;
  record->opacity = 1;
  record->x = -opened->drawing->box.x1 * record->scale;
  record->y = opened->drawing->box.y2 * record->scale;
  backdrop = bjt_plan_backdrop_new_with_drawing (record, opened->drawing);
  trace = bjt_plan_trace_new (backdrop);
  for (const Room *room = files[f].rooms; room < files[f].rooms + 8 && room->area > 0; room++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (BjtPlanElement) element = bjt_plan_trace_find (trace, room->at, &wish, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (element->shape), room->area, 0.02 * room->area + 0.05);
      g_assert_true (bjt_geometry_contains (element->shape, room->at.x, room->at.y));
      g_assert_cmpint (g_get_monotonic_time () - start, <, MAX_SECONDS * G_USEC_PER_SEC);
    }
}

int
main (int    argc,
      char **argv)
{
  const char *set = g_getenv ("BJT_SHARED_DATA");

  g_test_init (&argc, &argv, NULL);
  folder = set != NULL ? g_strdup (set) : g_build_filename (BJT_SOURCE_ROOT, "..", "shared", "data", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return EXIT_SKIPPED;
  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autofree char *base = g_path_get_basename (files[f].name);
      g_autofree char *name = g_strdup_printf ("/trace/%s", base);

      g_test_add_data_func (name, GUINT_TO_POINTER (f), test_file);
    }
  return g_test_run ();
}
