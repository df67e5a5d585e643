#include "print/bjt-grid-sheet.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "bjt-sample-picture.h"
#include "print/bjt-atlas.h"
#include "print/bjt-grid-count.h"
#include "print/bjt-grid-pages.h"
#include "print/bjt-grid-plan.h"
#include "print/bjt-sheet-map.h"
#include "sheet-probe.h"

static BjtSheet *
make_sheet (const BjtSampleOptions    *sample,
            const BjtGridSheetOptions *options)
{
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (sample);
  g_autoptr (GError)     error = NULL;
  BjtSheet              *sheet = bjt_grid_sheet_new (picture, 0, options, &error);

  g_assert_no_error (error);
  return sheet;
}

/* Every door of the grid has exactly one cell on all pages together. */
static void
check_every_door_once (const BjtSampleOptions *sample,
                       BjtBox                  window)
{
  g_autoptr (BjtPicture)     picture = bjt_sample_picture_new (sample);
  g_autoptr (BjtSheetGround) ground = bjt_sheet_ground_new ((BjtPoint) { 129.76, 43.32 });
  BjtGridPlanTask            task = { picture, 0, sample->has_no_ground ? NULL : ground, window, FALSE, 1 };
  double                     quality;
  g_autoptr (GPtrArray)      pages = bjt_grid_plan_make (&task, 40, &quality);
  g_autofree guint          *seen = g_new0 (guint, picture->doors->len);

  g_assert_nonnull (pages);
  for (guint p = 0; p < pages->len; p++)
    {
      const BjtGridPage *page = g_ptr_array_index (pages, p);

      g_assert_cmpfloat (page->cell_height, >=, 5);
      for (guint i = 0; i < page->callouts->len; i++)
        {
          const BjtGridCallout *callout = &g_array_index (page->callouts, BjtGridCallout, i);

          g_assert_cmpfloat (callout->metrics.cell_width, >=, 6);
          for (guint c = 0; c < callout->matrix->cells->len; c++)
            seen[bjt_matrix_get_cell (callout->matrix, c)->door]++;
        }
    }
  for (guint d = 0; d < picture->doors->len; d++)
    g_assert_cmpuint (seen[d], ==, bjt_picture_get_building (picture, bjt_picture_get_door (picture, d)->building)->grid == 0);
}

static void
test_every_door_once (void)
{
  const BjtBox a3 = { 23, 45, 315, 270 }, a4 = { 16, 36, 205, 190 };

  for (guint seed = 1; seed < 4; seed++)
    {
      BjtSampleOptions sample = BJT_SAMPLE_DEFAULT;

      sample.seed = seed;
      sample.n_grids = 2;
      sample.n_buildings = 3 + 2 * seed;
      sample.n_stacks = 2 + seed % 2;
      sample.turn = 0.3 * seed;
      sample.has_no_ground = seed == 3;
      check_every_door_once (&sample, a3);
      check_every_door_once (&sample, a4);
    }
}

/* A tower that is higher than the paper is cut between levels. */
static void
test_tower_is_cut (void)
{
  BjtSampleOptions sample = BJT_SAMPLE_DEFAULT;

  sample.n_levels = 33;
  sample.n_entrances = 2;
  sample.n_buildings = 2;
  check_every_door_once (&sample, (BjtBox) { 16, 36, 205, 190 });
}

/* One kilometre on the ground is 1 km / scale on paper, ± 0.2 %: against
 * distances on the ellipsoid. */
static void
test_scale_is_true (void)
{
  const BjtPoint             centre = { 129.76, 43.32 };
  g_autoptr (BjtSheetGround) ground = bjt_sheet_ground_new (centre);
  BjtSheetMap                map = { ground, 2000, bjt_sheet_ground_project (ground, centre), { 100, 100 }, { 0, 0, 200, 200 } };
  /* GRS 80 at 43.32° north: a degree of latitude and of longitude in metres */
  const double               north_degree = 111104.0, east_degree = 81140.0;
  BjtPoint                   north = bjt_sheet_map_project (&map, (BjtPoint) { centre.x, centre.y + 500 / north_degree });
  BjtPoint                   east = bjt_sheet_map_project (&map, (BjtPoint) { centre.x + 500 / east_degree, centre.y });

  g_assert_cmpfloat_with_epsilon (hypot (north.x - 100, north.y - 100), 250, 0.5);
  g_assert_cmpfloat_with_epsilon (hypot (east.x - 100, east.y - 100), 250, 0.5);
  g_assert_cmpfloat_with_epsilon (north.x, 100, 0.01); /* true north is up */
  g_assert_cmpfloat (north.y, <, 100);
}

/* A scale that is wanted is taken where it fits, and told where it does not. */
static void
test_extent (void)
{
  BjtSampleOptions     sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions  options = { .paper = "A3" };
  g_autoptr (BjtSheet) usual = make_sheet (&sample, &options), smaller = NULL, larger = NULL;
  double               denominator = bjt_grid_sheet_get_denominator (BJT_GRID_SHEET (usual), 0);

  options.extent.denominator = 5000;
  smaller = make_sheet (&sample, &options);
  g_assert_cmpfloat (bjt_grid_sheet_get_denominator (BJT_GRID_SHEET (smaller), 0), ==, 5000);
  g_assert_null (bjt_grid_sheet_get_note (BJT_GRID_SHEET (smaller)));
  options.extent.denominator = 50;
  larger = make_sheet (&sample, &options);
  g_assert_cmpfloat (bjt_grid_sheet_get_denominator (BJT_GRID_SHEET (larger), 0), ==, denominator);
  g_assert_nonnull (strstr (bjt_grid_sheet_get_note (BJT_GRID_SHEET (larger)), "1:50"));
}

/* Turned ground: lengths stay, back is back, and what is to the north goes to the right. */
static void
test_turned_ground (void)
{
  const BjtPoint             here = { 129.76, 43.31 }, north = { 129.76, 43.315 };
  g_autoptr (BjtSheetGround) usual = bjt_sheet_ground_new (here), turned = bjt_sheet_ground_new (here);
  BjtPoint                   a = bjt_sheet_ground_project (usual, here), b = bjt_sheet_ground_project (usual, north), c, d, back;

  bjt_sheet_ground_turn (turned, 90);
  c = bjt_sheet_ground_project (turned, here);
  d = bjt_sheet_ground_project (turned, north);
  back = bjt_sheet_ground_unproject (turned, d);
  g_assert_cmpfloat_with_epsilon (hypot (b.x - a.x, b.y - a.y), hypot (d.x - c.x, d.y - c.y), 1e-6);
  g_assert_cmpfloat_with_epsilon (d.x - c.x, a.y - b.y, 0.01);
  g_assert_cmpfloat_with_epsilon (back.x, north.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.y, north.y, 1e-9);
}

static void
test_counts (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = NULL;
  BjtGridCount           count;
  guint                  households = 0, empty = 0;

  sample.n_grids = 2;
  picture = bjt_sample_picture_new (&sample);
  bjt_grid_count (&count, picture, 0);
  for (guint c = 0; c < BJT_N_CLASSES; c++)
    *(c == BJT_CLASS_EMPTY || c == BJT_CLASS_UNKNOWN ? &empty : &households) += count.classes[c];
  g_assert_cmpuint (count.n_doors, ==, 6 * 72);
  g_assert_cmpuint (households + empty, ==, count.n_doors);
  g_assert_cmpuint (households - count.classes[BJT_CLASS_HUKOU_ONLY], ==, count.n_households);
  g_assert_cmpuint (count.attention[0] + count.attention[1] + count.attention[2], ==, count.n_doors);
  g_assert_cmpuint (count.visited, <=, count.due);
  g_assert_cmpuint (count.overdue_issues, <=, count.open_issues);
}

static void
test_pdf_text (void)
{
  BjtSampleOptions    sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions options = { .paper = "A3", .purpose = "网格例会", .receiver = "李某", .copy_number = 7 };
  g_autoptr (BjtSheet) sheet = make_sheet (&sample, &options);
  g_autofree char     *text = sheet_probe_dup_pdf_text (sheet);
  g_autofree char     *fonts = sheet_probe_dup_pdf_fonts (sheet);
  g_auto (GStrv)       lines = g_strsplit (fonts, "\n", -1);

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  g_assert_cmpuint (bjt_sheet_get_n_pages (sheet), ==, 1);
  for (const char *const *word = (const char *const[]) { "江北社区 第1网格 百家图", "内部资料 注意保管", "第 7 份", "网格例会", "李某",
                                                         "1号楼", "6号楼", "4单元", "601", "会议记录", "示例数据 DEMO", "常住户", "赵某",
                                                         "CGCS2000", "129°", "2026-11-22", NULL };
       *word != NULL; word++)
    if (strstr (text, *word) == NULL)
      g_error ("“%s” is not in the text of the page:\n%s", *word, text);
  g_assert_cmpuint (g_strv_length (lines), >=, 3);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++) /* two lines of heading */
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
}

/* Without names no person is on an internal sheet; masked is masked. */
static void
test_names (void)
{
  BjtSampleOptions     sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions  options = { .paper = "A3" };
  g_autoptr (BjtSheet) plain = NULL, masked = NULL, full = NULL;
  g_autofree char     *plain_text = NULL, *masked_text = NULL, *full_text = NULL;

  sample.n_buildings = 2;
  sample.name_mark = "魏";
  plain = make_sheet (&sample, &options);
  plain_text = sheet_probe_dup_pdf_text (plain);
  if (plain_text == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  g_assert_null (strstr (plain_text, "魏"));
  options.paper = "A2";
  options.names = BJT_SHEET_NAMES_MASKED;
  masked = make_sheet (&sample, &options);
  masked_text = sheet_probe_dup_pdf_text (masked);
  g_assert_nonnull (strstr (masked_text, "魏*"));
  g_assert_null (strstr (masked_text, "魏王"));
  options.names = BJT_SHEET_NAMES_FULL;
  full = make_sheet (&sample, &options);
  full_text = sheet_probe_dup_pdf_text (full);
  g_assert_nonnull (strstr (full_text, "魏王"));
}

/* Too small a paper: more pages, and it says which paper would do. */
static void
test_more_pages (void)
{
  BjtSampleOptions     sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions  options = { .paper = "A4" };
  g_autoptr (BjtSheet) sheet = NULL;

  sample.n_buildings = 10;
  sheet = make_sheet (&sample, &options);
  g_assert_cmpuint (bjt_sheet_get_n_pages (sheet), >, 1);
  g_assert_cmpstr (bjt_grid_sheet_get_suggested_paper (BJT_GRID_SHEET (sheet)), ==, "A3");
  g_assert_nonnull (strstr (bjt_grid_sheet_get_note (BJT_GRID_SHEET (sheet)), "A3"));
}

static void
test_refusals (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  BjtGridSheetOptions    options = { .paper = "A9" };
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   sheet = NULL;

  g_assert_null (bjt_grid_sheet_new (picture, 0, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  options.paper = "100x100";
  g_assert_null (bjt_grid_sheet_new (picture, 0, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  options.paper = "A3";
  sheet = bjt_grid_sheet_new (picture, 0, &options, &error);
  g_assert_false (bjt_sheet_write (sheet, "/nowhere/at/all.pdf", 100, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (bjt_sheet_write (sheet, "sheet.doc", 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (bjt_sheet_write (sheet, "sheet.png", 1e6, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static BjtSheet *
make_pages (const BjtSampleOptions *sample,
            const char             *paper,
            GError                **error)
{
  g_autoptr (BjtPicture)    picture = bjt_sample_picture_new (sample);
  const BjtGridSheetOptions options = { .paper = paper };

  return bjt_grid_pages_new (picture, 0, &options, error);
}

static void
check_size (BjtSheet *sheet,
            double    wanted_width,
            double    wanted_height)
{
  double width, height;

  bjt_sheet_get_page_size_mm (sheet, &width, &height);
  g_assert_cmpfloat_with_epsilon (MIN (width, height), MIN (wanted_width, wanted_height), 0.1);
  g_assert_cmpfloat_with_epsilon (MAX (width, height), MAX (wanted_width, wanted_height), 0.1);
}

/* What was left open becomes larger; what was chosen becomes more pages. */
static void
test_falls_back (void)
{
  BjtSampleOptions     sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtSheet) fits = NULL, larger = NULL, pages = NULL, cut = NULL;

  fits = make_pages (&sample, NULL, NULL);
  check_size (fits, 420, 297);
  g_assert_null (bjt_sheet_get_note (fits));
  sample.n_buildings = 24;
  larger = make_pages (&sample, NULL, NULL);
  g_assert_cmpuint (bjt_sheet_get_n_pages (larger), ==, 1);
  g_assert_nonnull (strstr (bjt_sheet_get_note (larger), "A3"));
  pages = make_pages (&sample, "A3", NULL);
  check_size (pages, 420, 297);
  g_assert_cmpuint (bjt_sheet_get_n_pages (pages), >, 1);
  cut = make_pages (&sample, "100x100", NULL);
  check_size (cut, 100, 100);
  g_assert_cmpuint (bjt_sheet_get_n_pages (cut), >, 24);
  g_assert_nonnull (strstr (bjt_sheet_get_note (cut), "100x100"));
}

/* One level with more doors than the paper is wide goes on on the next page. */
static void
test_long_corridor (void)
{
  BjtSampleOptions     sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (GError)   error = NULL;
  g_autoptr (BjtSheet) sheet = NULL;

  sample.n_buildings = 1;
  sample.n_entrances = 1;
  sample.n_stacks = 60;
  sheet = make_pages (&sample, "A5", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bjt_sheet_get_n_pages (sheet), >, 2);
}

/* Only paper too small for one door is refused. */
static void
test_too_small (void)
{
  BjtSampleOptions          sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture)    picture = bjt_sample_picture_new (&sample);
  const BjtGridSheetOptions options = { .paper = "100x100", .margin = 45 };
  g_autoptr (GError)        error = NULL;

  g_assert_null (bjt_grid_pages_new (picture, 0, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "A door"));
}

/* Nothing to print is still a page. */
static void
test_empty_grid (void)
{
  g_autoptr (BjtPicture) picture = bjt_picture_new (0);
  BjtPictureGrid         grid = { .parent = BJT_NO_INDEX, .number = 1 };
  BjtGridSheetOptions    options = { 0 };
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   sheet = NULL;

  g_array_append_val (picture->grids, grid);
  bjt_picture_finish (picture);
  sheet = bjt_grid_sheet_new (picture, 0, &options, &error);
  g_assert_no_error (error);
  sheet_probe_check_draws (sheet);
}

static void
test_other_papers (void)
{
  static const char *const papers[] = { "A3", "A2", "600x300" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      BjtSampleOptions     sample = BJT_SAMPLE_DEFAULT;
      BjtGridSheetOptions  options = { .paper = papers[i], .is_mono = i % 2 == 0, .has_binding = i == 1,
                                       .language = BJT_SHEET_ENGLISH, .orientation = BJT_ORIENTATION_PORTRAIT };
      g_autoptr (BjtSheet) sheet = NULL;
      double               width, height;

      sample.n_buildings = 3;
      sheet = make_sheet (&sample, &options);
      bjt_sheet_get_page_size_mm (sheet, &width, &height);
      g_assert_cmpfloat (width, <, height);
      sheet_probe_check_draws (sheet);
    }
}

/* All grids one after the other, those without buildings left out. */
static void
test_atlas (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions    options = { 0 };
  g_autoptr (BjtPicture) picture = NULL;
  g_autoptr (BjtSheet)   atlas = NULL;
  g_autoptr (GPtrArray)  sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError)     error = NULL;
  BjtPictureGrid         empty = { .parent = BJT_NO_INDEX, .number = 9 };

  sample.n_grids = 3;
  sample.n_buildings = 3;
  picture = bjt_sample_picture_new (&sample);
  g_array_append_val (picture->grids, empty);
  atlas = bjt_atlas_new_of_grids (picture, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bjt_sheet_get_n_pages (atlas), ==, 3);
  sheet_probe_check_draws (atlas);
  g_ptr_array_add (sheets, g_object_ref (atlas));
  options.orientation = BJT_ORIENTATION_PORTRAIT;
  g_ptr_array_add (sheets, bjt_grid_sheet_new (picture, 0, &options, NULL));
  g_assert_null (bjt_atlas_new ("", sheets, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_ptr_array_set_size (sheets, 0);
  g_assert_null (bjt_atlas_new ("", sheets, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_golden (void)
{
  BjtSampleOptions     sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions  options = { .paper = "A3" };
  g_autoptr (BjtSheet) sheet = NULL;

  sample.n_buildings = 4;
  sheet = make_sheet (&sample, &options);
  sheet_probe_compare (sheet, "grid-sheet");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/grid-sheet/every-door-once", test_every_door_once);
  g_test_add_func ("/print/grid-sheet/tower-is-cut", test_tower_is_cut);
  g_test_add_func ("/print/grid-sheet/scale-is-true", test_scale_is_true);
  g_test_add_func ("/print/grid-sheet/extent", test_extent);
  g_test_add_func ("/print/grid-sheet/turned-ground", test_turned_ground);
  g_test_add_func ("/print/grid-sheet/counts", test_counts);
  g_test_add_func ("/print/grid-sheet/pdf-text", test_pdf_text);
  g_test_add_func ("/print/grid-sheet/names", test_names);
  g_test_add_func ("/print/grid-sheet/more-pages", test_more_pages);
  g_test_add_func ("/print/grid-sheet/refusals", test_refusals);
  g_test_add_func ("/print/grid-sheet/falls-back", test_falls_back);
  g_test_add_func ("/print/grid-sheet/long-corridor", test_long_corridor);
  g_test_add_func ("/print/grid-sheet/too-small", test_too_small);
  g_test_add_func ("/print/grid-sheet/empty-grid", test_empty_grid);
  g_test_add_func ("/print/grid-sheet/other-papers", test_other_papers);
  g_test_add_func ("/print/grid-sheet/atlas", test_atlas);
  g_test_add_func ("/print/grid-sheet/golden", test_golden);
  return g_test_run ();
}
