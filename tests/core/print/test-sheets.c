#include "print/bjt-atlas.h"
#include "print/bjt-building-sheet.h"
#include "print/bjt-card-sheet.h"
#include "print/bjt-community-poster.h"
#include "print/bjt-imposition.h"
#include "print/bjt-public-poster.h"
#include "print/bjt-table-sheet.h"

#include <math.h>
#include <string.h>

#include "bjt-sample-picture.h"
#include "print/bjt-meeting-sheet.h"
#include "print/bjt-walk-sheet.h"
#include "sheet-probe.h"

#define MARK "魏" /* before every name, phone and number of a person */

static const BjtGridSheetOptions plain = { .made_on = BJT_DATE_NONE };

static BjtSheet *
make_building (BjtPicture                *picture,
               const BjtGridSheetOptions *options)
{
  const BjtBuildingScope scope = { 0, BJT_NO_INDEX };
  g_autoptr (GError)     error = NULL;
  BjtSheet              *sheet = bjt_building_sheet_new (picture, &scope, options, &error);

  g_assert_no_error (error);
  return sheet;
}

static guint
count_words (const char *text,
             const char *word)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, word)) != NULL; at += strlen (word))
    n++;
  return n;
}

/* Cells are never too small to read, and names have 9 pt. */
static void
test_building_cells (void)
{
  static const struct
  {
    const char   *paper;
    BjtSheetNames names;
    double        width, height;
  } cases[] = { { "A4", BJT_SHEET_NAMES_NONE, 12, 9 }, { "A4", BJT_SHEET_NAMES_FULL, 22, 14 }, { "A3", BJT_SHEET_NAMES_FULL, 22, 14 }, { "A5", BJT_SHEET_NAMES_NONE, 9, 6.7 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
      BjtGridSheetOptions    options = { .paper = cases[i].paper, .names = cases[i].names, .purpose = "x", .made_on = BJT_DATE_NONE };
      g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
      g_autoptr (BjtSheet)   sheet = make_building (picture, &options);
      double                 width, height;

      bjt_building_sheet_get_cell_size (BJT_BUILDING_SHEET (sheet), &width, &height);
      g_assert_cmpfloat (width, >=, cases[i].width);
      g_assert_cmpfloat (height, >=, cases[i].height);
      sheet_probe_check_draws (sheet);
    }
}

/* 33 levels go on over pages; each page names the entrances again, each door is printed once. */
static void
test_tower_goes_on (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions    options = plain;
  g_autoptr (BjtPicture) picture = NULL;
  g_autoptr (BjtSheet)   sheet = NULL;
  g_autofree char       *text = NULL;
  guint                  n_pages;

  sample.n_levels = 33;
  sample.n_entrances = 2;
  picture = bjt_sample_picture_new (&sample);
  options.orientation = BJT_ORIENTATION_LANDSCAPE;
  sheet = make_building (picture, &options);
  n_pages = bjt_sheet_get_n_pages (sheet);
  g_assert_cmpuint (n_pages, >, 1);
  text = sheet_probe_dup_pdf_text (sheet);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  g_assert_cmpuint (count_words (text, "1单元"), >=, n_pages);
  g_assert_cmpuint (count_words (text, "3303"), ==, 2);
  g_assert_cmpuint (count_words (text, "1701"), ==, 2);
}

static void
test_building_refusals (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions    options = { .paper = "100x100", .names = BJT_SHEET_NAMES_FULL, .margin = 45, .purpose = "x", .made_on = BJT_DATE_NONE };
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  BjtBuildingScope       scope = { 0, BJT_NO_INDEX };
  g_autoptr (GError)     error = NULL;

  g_assert_null (bjt_building_sheet_new (picture, &scope, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  bjt_picture_get_building (picture, 0)->doors.n = 0;
  g_assert_null (bjt_building_sheet_new (picture, &scope, &plain, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Rare characters, long Uyghur and Korean names are text of embedded fonts. */
static void
test_rare_names (void)
{
  static const char *const names[] = { "\344\266\256\347\213\227", "阿卜杜热合曼·买买提", "김영희", "㛃" };
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions    options = { .paper = "A3", .names = BJT_SHEET_NAMES_FULL, .purpose = "x", .made_on = BJT_DATE_NONE };
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (BjtSheet)   sheet = NULL;
  g_autofree char       *text = NULL, *fonts = NULL;
  g_auto (GStrv)         lines = NULL;

  for (guint p = 0; p < picture->persons->len; p++)
    bjt_picture_get_person (picture, p)->name = names[p % G_N_ELEMENTS (names)];
  sheet = make_building (picture, &options);
  text = sheet_probe_dup_pdf_text (sheet);
  fonts = sheet_probe_dup_pdf_fonts (sheet);
  if (text == NULL || fonts == NULL)
    {
      g_test_skip ("poppler-utils is not there");
      return;
    }
  g_assert_nonnull (strstr (text, names[0]));
  g_assert_nonnull (strstr (text, "阿卜杜热合曼"));
  g_assert_nonnull (strstr (text, names[2]));
  lines = g_strsplit (g_strstrip (fonts), "\n", -1);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], " yes yes "));
}

static void
test_building_golden (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (BjtSheet)   sheet = make_building (picture, &plain);

  sheet_probe_compare (sheet, "building-a4");
}

/* Tiles */

static cairo_surface_t *
render (BjtSheet *sheet,
        guint     page,
        double    scale)
{
  double           width, height;
  cairo_surface_t *surface;
  cairo_t         *cr;

  bjt_sheet_get_page_size_mm (sheet, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale), (int) (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  bjt_sheet_draw_page (sheet, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What stays visible of a tile, at its place in the whole. */
static void
paste (cairo_t         *cr,
       cairo_surface_t *page,
       const BjtTile   *tile,
       double           scale)
{
  cairo_save (cr);
  cairo_rectangle (cr, tile->visible.x1 * scale, tile->visible.y1 * scale, (tile->visible.x2 - tile->visible.x1) * scale, (tile->visible.y2 - tile->visible.y1) * scale);
  cairo_clip (cr);
  cairo_set_source_surface (cr, page, (tile->source.x1 - tile->at.x) * scale, (tile->source.y1 - tile->at.y) * scale);
  cairo_paint (cr);
  cairo_restore (cr);
}

static double
compare (cairo_surface_t *a,
         cairo_surface_t *b)
{
  guint n = 0, n_other = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++, n++)
      for (guint c = 0; c < 3; c++)
        {
          gsize at = (gsize) y * (gsize) cairo_image_surface_get_stride (a) + (gsize) x * 4 + c;

          if (abs (cairo_image_surface_get_data (a)[at] - cairo_image_surface_get_data (b)[at]) > 24)
            {
              n_other++;
              break;
            }
        }
  return (double) n_other / n;
}

static void
test_tiles_make_the_whole (void)
{
  const double           scale = 2;
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions    options = { .paper = "A0", .made_on = BJT_DATE_NONE };
  BjtTiling              tiling = { "A4", 10, 5, BJT_SHEET_CHINESE };
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   whole = bjt_grid_sheet_new (picture, 0, &options, &error);
  g_autoptr (BjtSheet)   tiled = bjt_tiled_sheet_new (whole, &tiling, &error);
  cairo_surface_t       *expected = render (whole, 0, scale), *got;
  cairo_t               *cr;
  BjtTile                tile;

  g_assert_no_error (error);
  g_assert_false (bjt_tiled_sheet_get_tile (BJT_TILED_SHEET (tiled), 0, &tile));
  got = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (expected), cairo_image_surface_get_height (expected));
  cr = cairo_create (got);
  for (guint page = 1; page < bjt_sheet_get_n_pages (tiled); page++)
    {
      cairo_surface_t *own = render (tiled, page, scale);

      g_assert_true (bjt_tiled_sheet_get_tile (BJT_TILED_SHEET (tiled), page, &tile));
      paste (cr, own, &tile, scale);
      cairo_surface_destroy (own);
    }
  cairo_destroy (cr);
  cairo_surface_flush (got);
  g_assert_cmpfloat (compare (expected, got), <, 0.002);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (got);
}

static void
test_tiles_refuse (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (BjtSheet)   sheet = make_building (picture, &plain);
  BjtTiling              tilings[] = { { "Z9" }, { "A4", 100 }, { "A4", 10, 90 } };

  for (guint i = 0; i < G_N_ELEMENTS (tilings); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bjt_tiled_sheet_new (sheet, &tilings[i], &error));
      g_assert_nonnull (error);
    }
}

static void
test_several_on_one (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtAtlasForm           form = { BJT_ATLAS_BUILDINGS, BJT_NO_INDEX, TRUE };
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   atlas = bjt_atlas_new_of (picture, &form, &plain, &error);
  BjtNup                 nup = { "A4", 4, 0 };
  g_autoptr (BjtSheet)   sheet = bjt_nup_sheet_new (atlas, &nup, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bjt_sheet_get_n_pages (sheet), ==, (bjt_sheet_get_n_pages (atlas) + 3) / 4);
  g_assert_cmpfloat (bjt_nup_sheet_get_scale (BJT_NUP_SHEET (sheet)), >, 0.45);
  sheet_probe_check_draws (sheet);
}

/* Atlas */

static void
test_atlas_index (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtAtlasForm           form = { BJT_ATLAS_BUILDINGS, BJT_NO_INDEX, FALSE };
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   atlas = bjt_atlas_new_of (picture, &form, &plain, &error);
  guint                  n = bjt_sheet_get_n_pages (atlas), depth;
  g_autofree char       *text = NULL, *first = NULL, *second = NULL, *third = NULL, *last = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2 + picture->buildings->len);
  first = bjt_sheet_dup_bookmark (atlas, 0, &depth);
  second = bjt_sheet_dup_bookmark (atlas, 1, &depth);
  third = bjt_sheet_dup_bookmark (atlas, 2, &depth);
  g_assert_cmpstr (first, ==, "总览图");
  g_assert_cmpstr (second, ==, "目录");
  g_assert_nonnull (strstr (third, "1号楼"));
  text = sheet_probe_dup_pdf_text (atlas);
  last = g_strdup_printf ("第%u页共%u页", n, n); /* pdftotext leaves narrow spaces out */
  g_assert_true (text == NULL || strstr (text, last) != NULL);
}

static void
test_atlas_of_nothing (void)
{
  g_autoptr (BjtPicture) picture = bjt_picture_new (20000);
  BjtAtlasForm           form = { BJT_ATLAS_BUILDINGS, BJT_NO_INDEX, FALSE };
  g_autoptr (GError)     error = NULL;

  bjt_picture_finish (picture);
  g_assert_null (bjt_atlas_new_of (picture, &form, &plain, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bjt_community_poster_new (picture, &plain, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Tables */

static void
test_table_goes_on (void)
{
  static const BjtTableColumn columns[] = { { "号头", 20, BJT_PEN_LEFT }, { "说明", 60, BJT_PEN_LEFT } };
  BjtTableForm           form = { "表", NULL, columns, G_N_ELEMENTS (columns), 1, "A4", TRUE };
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (BjtTableSheet) table = bjt_table_sheet_new (picture, &form, &plain, NULL);
  g_autofree char       *text = NULL;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *number = g_strdup_printf ("R%03u.", i);

      bjt_table_sheet_add_row (table, (const char *[]) { number, i % 7 == 0 ? "很长很长的说明，一行写不下，要接到下一行去，一直写到这个格子里写满为止，再往下一行接着写完这一句话，这样才知道它会不会折行" : NULL });
    }
  g_assert_cmpuint (bjt_sheet_get_n_pages (BJT_SHEET (table)), >, 3);
  text = sheet_probe_dup_pdf_text (BJT_SHEET (table));
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  g_assert_cmpuint (count_words (text, "号头"), ==, bjt_sheet_get_n_pages (BJT_SHEET (table)));
  g_assert_cmpuint (count_words (text, "R"), ==, 120);
}

/* What goes out of the house */

static BjtPicture *
make_marked_picture (void)
{
  BjtSampleOptions sample = BJT_SAMPLE_DEFAULT;
  BjtPicture      *picture;

  sample.name_mark = MARK;
  picture = bjt_sample_picture_new (&sample);
  for (guint d = 0; d < picture->doors->len; d++)
    bjt_picture_get_door (picture, d)->owner_name = MARK;
  for (guint i = 0; i < picture->issues->len; i++)
    bjt_picture_get_issue (picture, i)->title = MARK;
  return picture;
}

static void
test_cards (void)
{
  g_autoptr (BjtPicture) picture = make_marked_picture ();
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (picture->doors->len);
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   sheet = NULL;
  g_autofree char       *text = NULL;
  BjtLabelStock          stock;
  guint                  n = 0;

  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      bjt_door_set_add (doors, d);
      n += bjt_picture_get_door (picture, d)->households.n > 0;
    }
  g_assert_true (bjt_label_stock_parse ("8x3:70x36", &stock, &error));
  g_assert_cmpfloat_with_epsilon (stock.top, 4.5, 1e-9);
  sheet = bjt_card_sheet_new (picture, doors, &stock, BJT_SHEET_CHINESE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bjt_sheet_get_n_pages (sheet), ==, (n + 23) / 24);
  text = sheet_probe_dup_pdf_text (sheet);
  g_assert_true (text == NULL || strstr (text, MARK) == NULL);
  g_assert_true (text == NULL || count_words (text, "便民服务卡") == n);
  g_assert_false (bjt_label_stock_parse ("9x9:70x36", &stock, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_public_poster (void)
{
  g_autoptr (BjtPicture) picture = make_marked_picture ();
  BjtPublicSheetOptions  options = { .paper = "A1" };
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   sheet = bjt_public_poster_new (bjt_public_community_new_from_picture (picture), &options, &error);
  g_autofree char       *text = sheet_probe_dup_pdf_text (sheet);

  g_assert_no_error (error);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  g_assert_nonnull (strstr (text, "公示"));
  g_assert_nonnull (strstr (text, "赵某"));
  g_assert_null (strstr (text, MARK));
  g_assert_null (strstr (text, "154"));
  g_assert_null (strstr (text, "222499"));
}

static void
test_community_poster (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   sheet = bjt_community_poster_new (picture, &plain, &error);
  double                 denominator = bjt_community_poster_get_denominator (BJT_COMMUNITY_POSTER (sheet));

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (fmod (denominator, 250), 0, 1e-9);
  sheet_probe_check_draws (sheet);
}

/* Upright paper too narrow for all entrances has them one below the other. */
static void
test_building_stacks (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions    options = plain;
  g_autoptr (BjtPicture) picture = NULL;
  g_autoptr (BjtSheet)   sheet = NULL;
  g_autofree char       *text = NULL;

  sample.n_entrances = 4;
  picture = bjt_sample_picture_new (&sample);
  options.orientation = BJT_ORIENTATION_PORTRAIT;
  sheet = make_building (picture, &options);
  g_assert_cmpuint (bjt_sheet_get_n_pages (sheet), ==, 1);
  text = sheet_probe_dup_pdf_text (sheet);
  for (guint e = 1; e <= 4 && text != NULL; e++)
    {
      g_autofree char *entrance = g_strdup_printf ("%u单元", e);

      g_assert_cmpuint (count_words (text, entrance), ==, 1);
    }
}

/* The number that finds the sheet again, and its code. */
static void
test_walk_number (void)
{
  static const guint32   doors[] = { 3, 1, 2 };
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  BjtGridSheetOptions    options = { .names = BJT_SHEET_NAMES_MASKED, .made_on = BJT_DATE_NONE };
  BjtWalkPlan            plan = { .number = "1122-3-1", .on = bjt_date_from_ymd (2026, 11, 22), .doors = doors, .n_doors = G_N_ELEMENTS (doors) };
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (BjtSheet)   sheet = bjt_walk_sheet_new (picture, &plan, &options, NULL);
  g_autofree char       *text = sheet_probe_dup_pdf_text (sheet);

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  g_assert_cmpuint (count_words (text, "1122-3-1"), >=, 2);
}

static guint
count_meeting_pages (BjtPicture *picture,
                     GArray     *items)
{
  BjtGridSheetOptions    options = { .made_on = BJT_DATE_NONE };
  g_autoptr (BjtMeeting) meeting = bjt_meeting_new ();
  g_autoptr (GError)     error = NULL;
  g_autoptr (BjtSheet)   sheet = NULL;

  meeting->held_on = bjt_date_from_ymd (2026, 11, 22);
  sheet = bjt_meeting_sheet_new (picture, meeting, items, NULL, &options, &error);
  g_assert_no_error (error);
  return bjt_sheet_get_n_pages (sheet);
}

/* A topic of a place takes the room of its map, one of no place that of lines. */
static void
test_agenda_extracts (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (BjtMeetingTopic) topic = bjt_meeting_topic_new ();
  g_autoptr (BjtIssue)   issue = bjt_issue_new ();
  g_autoptr (GArray)     items = g_array_new (FALSE, TRUE, sizeof (BjtMeetingItem));
  BjtMeetingItem         item = { topic, NULL, NULL };
  guint                  n_plain;

  topic->title = g_strdup ("Stairs");
  issue->number = g_strdup ("2026-0001");
  for (guint i = 0; i < 20; i++)
    g_array_append_val (items, item);
  n_plain = count_meeting_pages (picture, items);
  issue->building_id = bjt_picture_get_building (picture, 0)->id;
  for (guint i = 0; i < items->len; i++)
    g_array_index (items, BjtMeetingItem, i).issue = issue;
  g_assert_cmpuint (count_meeting_pages (picture, items), >, n_plain);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/building/cells", test_building_cells);
  g_test_add_func ("/sheets/building/tower-goes-on", test_tower_goes_on);
  g_test_add_func ("/sheets/building/refusals", test_building_refusals);
  g_test_add_func ("/sheets/building/rare-names", test_rare_names);
  g_test_add_func ("/sheets/building/golden", test_building_golden);
  g_test_add_func ("/sheets/tiles/make-the-whole", test_tiles_make_the_whole);
  g_test_add_func ("/sheets/tiles/refuse", test_tiles_refuse);
  g_test_add_func ("/sheets/several-on-one", test_several_on_one);
  g_test_add_func ("/sheets/atlas/index", test_atlas_index);
  g_test_add_func ("/sheets/atlas/of-nothing", test_atlas_of_nothing);
  g_test_add_func ("/sheets/table/goes-on", test_table_goes_on);
  g_test_add_func ("/sheets/cards", test_cards);
  g_test_add_func ("/sheets/public-poster", test_public_poster);
  g_test_add_func ("/sheets/community-poster", test_community_poster);
  g_test_add_func ("/sheets/building-stacks", test_building_stacks);
  g_test_add_func ("/sheets/walk-number", test_walk_number);
  g_test_add_func ("/sheets/agenda-extracts", test_agenda_extracts);
  return g_test_run ();
}
