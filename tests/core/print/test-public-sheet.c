#include "print/bjt-public-sheet.h"

#include <string.h>

#include "bjt-sample-picture.h"
#include "sheet-probe.h"

#define MARK "魏" /* before every name, phone and number of a person */

static BjtSheet *
make_sheet (BjtPicture *picture)
{
  BjtPublicSheetOptions options = { 0 };
  g_autoptr (GError)    error = NULL;
  BjtSheet             *sheet = bjt_public_sheet_new (bjt_public_grid_new_from_picture (picture, 0), &options, &error);

  g_assert_no_error (error);
  return sheet;
}

/* Marked data of persons, doors, issues and categories: none of it arrives. */
static void
test_no_personal_data (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
      g_autoptr (BjtPicture) picture = NULL;
      g_autoptr (BjtSheet)   sheet = NULL;
      g_autofree char       *text = NULL;

      sample.seed = seed;
      sample.name_mark = MARK;
      picture = bjt_sample_picture_new (&sample);
      for (guint d = 0; d < picture->doors->len; d++)
        bjt_picture_get_door (picture, d)->label = bjt_picture_get_door (picture, d)->owner_name = MARK;
      for (guint i = 0; i < picture->issues->len; i++)
        bjt_picture_get_issue (picture, i)->title = MARK;
      for (guint b = 0; b < picture->buildings->len; b++)
        bjt_picture_get_building (picture, b)->access_note = MARK;
      for (guint c = 0; c < picture->categories->len; c++)
        if (bjt_picture_get_category (picture, c)->is_restricted)
          bjt_picture_get_category (picture, c)->name = bjt_picture_get_category (picture, c)->glyph = MARK;
      sheet = make_sheet (picture);
      text = sheet_probe_dup_pdf_text (sheet);
      if (text == NULL)
        {
          g_test_skip ("pdftotext is not there");
          return;
        }
      g_assert_nonnull (strstr (text, "公示图"));
      g_assert_nonnull (strstr (text, "赵某"));
      g_assert_nonnull (strstr (text, "康民药店"));
      g_assert_null (strstr (text, MARK));
      g_assert_null (strstr (text, "154"));
      g_assert_null (strstr (text, "222499"));
    }
}

/* The drawing does not depend on who lives where: pixel by pixel. */
static void
test_same_drawing_for_other_people (void)
{
  cairo_surface_t *images[2];

  for (guint i = 0; i < 2; i++)
    {
      BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
      g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
      g_autoptr (BjtSheet)   sheet = NULL;

      for (guint d = 0; i == 1 && d < picture->doors->len; d++)
        *bjt_picture_get_door_state (picture, d) = (BjtPictureDoorState) { .attention = 2, .open_issues = 3, .categories = G_MAXUINT64 >> 43, .household_class = 4 };
      for (guint p = 0; i == 1 && p < picture->persons->len; p++)
        bjt_picture_get_person (picture, p)->name = bjt_picture_get_person (picture, p)->phone = MARK;
      sheet = make_sheet (picture);
      images[i] = sheet_probe_render (sheet, 40);
    }
  g_assert_cmpmem (cairo_image_surface_get_data (images[0]), (gsize) cairo_image_surface_get_stride (images[0]) * (gsize) cairo_image_surface_get_height (images[0]),
                   cairo_image_surface_get_data (images[1]), (gsize) cairo_image_surface_get_stride (images[1]) * (gsize) cairo_image_surface_get_height (images[1]));
  cairo_surface_destroy (images[0]);
  cairo_surface_destroy (images[1]);
}

static void
test_few_are_not_counted (void)
{
  static const struct
  {
    guint       n;
    const char *text;
  } cases[] = { { 0, "0" }, { 1, "<5" }, { 4, "<5" }, { 5, "5" }, { 372, "372" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bjt_public_grid_dup_count (cases[i].n);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_without_ground (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = NULL;
  g_autoptr (BjtSheet)   sheet = NULL;

  sample.has_no_ground = TRUE;
  picture = bjt_sample_picture_new (&sample);
  sheet = make_sheet (picture);
  sheet_probe_check_draws (sheet);
}

static void
test_golden (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (BjtSheet)   sheet = make_sheet (picture);

  sheet_probe_compare (sheet, "public-sheet");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/public-sheet/no-personal-data", test_no_personal_data);
  g_test_add_func ("/print/public-sheet/same-drawing-for-other-people", test_same_drawing_for_other_people);
  g_test_add_func ("/print/public-sheet/few-are-not-counted", test_few_are_not_counted);
  g_test_add_func ("/print/public-sheet/without-ground", test_without_ground);
  g_test_add_func ("/print/public-sheet/golden", test_golden);
  return g_test_run ();
}
