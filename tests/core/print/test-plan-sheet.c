#include "print/bjt-plan-sheet.h"

#include <string.h>

#include "bjt-sample-picture.h"
#include "sheet-probe.h"

#define MARK "魏" /* before every name, phone and number of a person */

static BjtPicture *
make_picture (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  BjtPicture      *picture;

  options.name_mark = MARK;
  picture = bjt_sample_picture_new (&options);
  bjt_sample_add_plan (picture, 0, "0-5");
  return picture;
}

static BjtSheet *
make_sheet (BjtPicture                *picture,
            const BjtGridSheetOptions *options)
{
  g_autoptr (GError) error = NULL;
  BjtSheet          *sheet = bjt_plan_sheet_new (picture, 0, 2, NULL, options, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
test_golden (void)
{
  BjtGridSheetOptions    options = { 0 };
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtSheet)   sheet = make_sheet (picture, &options);

  sheet_probe_compare (sheet, "plan-sheet");
  sheet_probe_check_draws (sheet);
}

/* Names only where they are asked for; restricted categories never. */
static void
test_texts (void)
{
  for (guint names = BJT_SHEET_NAMES_NONE; names <= BJT_SHEET_NAMES_FULL; names++)
    {
      BjtGridSheetOptions    options = { .names = (BjtSheetNames) names, .paper = "A2" };
      g_autoptr (BjtPicture) picture = make_picture ();
      g_autoptr (BjtSheet)   sheet = NULL;
      g_autofree char       *text = NULL;
      BjtCategorySet         restricted = 0;

      for (guint c = 0; c < picture->categories->len; c++)
        if (bjt_picture_get_category (picture, c)->is_restricted)
          {
            bjt_picture_get_category (picture, c)->name = bjt_picture_get_category (picture, c)->glyph = "密";
            restricted |= (BjtCategorySet) 1 << c;
          }
      for (guint32 d = 0; d < picture->doors->len; d++)
        bjt_picture_get_door_state (picture, d)->categories = restricted;
      sheet = make_sheet (picture, &options);
      text = sheet_probe_dup_pdf_text (sheet);
      if (text == NULL)
        {
          g_test_skip ("pdftotext is not there");
          return;
        }
      g_assert_nonnull (strstr (text, "内部资料"));
      g_assert_nonnull (strstr (text, "3层"));
      g_assert_nonnull (strstr (text, "301"));
      g_assert_nonnull (strstr (text, "1:"));
      g_assert_null (strstr (text, "密"));
      g_assert_cmpint (strstr (text, MARK) != NULL, ==, names != BJT_SHEET_NAMES_NONE);
    }
}

/* The ratio is one of the usual, and smaller paper has a smaller scale. */
static void
test_scale (void)
{
  static const char *const papers[] = { "A3", "A4", "A5" };
  g_autoptr (BjtPicture) picture = make_picture ();
  double                 last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      BjtGridSheetOptions  options = { .paper = papers[i] };
      g_autoptr (BjtSheet) sheet = make_sheet (picture, &options);
      double               denominator = bjt_plan_sheet_get_denominator (BJT_PLAN_SHEET (sheet));

      g_assert_cmpfloat (denominator, >=, last);
      last = denominator;
    }
  g_assert_cmpfloat (last, >, 0);
}

static void
test_no_plan (void)
{
  BjtGridSheetOptions    options = { 0 };
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (GError)     error = NULL;

  g_assert_null (bjt_plan_sheet_new (picture, 1, 0, NULL, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-sheet/golden", test_golden);
  g_test_add_func ("/plan-sheet/texts", test_texts);
  g_test_add_func ("/plan-sheet/scale", test_scale);
  g_test_add_func ("/plan-sheet/no-plan", test_no_plan);
  return g_test_run ();
}
