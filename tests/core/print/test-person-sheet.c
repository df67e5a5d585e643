#include "print/bjt-person-sheet.h"

#include <string.h>

#include "bjt-sample-picture.h"
#include "model/bjt-work.h"
#include "sheet-probe.h"

#define MARK "魏" /* before every name and phone of a person */
#define N_VISITS 60

static BjtPicture *
make_picture (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.name_mark = MARK;
  return bjt_sample_picture_new (&options);
}

static BjtPersonFile *
make_file (BjtPicture *picture,
           guint       n_visits)
{
  BjtPersonFile *file = bjt_person_file_new (picture, 0);

  file->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_visit_free);
  for (guint i = 0; i < n_visits; i++)
    {
      BjtVisit *visit = bjt_visit_new ();

      bjt_uuid_init_random (&visit->id, 1 + i);
      visit->visited_on = picture->as_of - (BjtDate) i;
      visit->outcome = (int) i % BJT_N_OUTCOMES;
      visit->note = g_strdup_printf ("记录%u", i);
      g_ptr_array_add (file->visits, visit);
    }
  bjt_person_file_finish (file);
  return file;
}

static BjtSheet *
make_sheet (BjtPersonFile *file,
            BjtSheetNames  names)
{
  BjtGridSheetOptions options = { .names = names };
  g_autoptr (GError)  error = NULL;
  BjtSheet           *sheet = bjt_person_sheet_new (file, &options, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
test_golden (void)
{
  g_autoptr (BjtPicture)    picture = make_picture ();
  g_autoptr (BjtPersonFile) file = make_file (picture, 5);
  g_autoptr (BjtSheet)      sheet = make_sheet (file, BJT_SHEET_NAMES_MASKED);

  sheet_probe_compare (sheet, "person-sheet");
  sheet_probe_check_draws (sheet);
}

/* One page however long the timeline; what is left out is told. */
static void
test_long (void)
{
  g_autoptr (BjtPicture)    picture = make_picture ();
  g_autoptr (BjtPersonFile) file = make_file (picture, N_VISITS);
  g_autoptr (BjtSheet)      sheet = make_sheet (file, BJT_SHEET_NAMES_MASKED);
  g_autofree char          *text = sheet_probe_dup_pdf_text (sheet);
  guint                     n_shown = 0;

  g_assert_cmpuint (bjt_sheet_get_n_pages (sheet), ==, 1);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not there");
      return;
    }
  for (const char *at = text; (at = strstr (at, "记录")) != NULL; at++)
    n_shown++;
  n_shown--; /* the heading */
  g_assert_cmpuint (n_shown, >, 10);
  {
    g_autofree char *more = g_strdup_printf ("另有 %u 条", N_VISITS - n_shown);

    g_assert_nonnull (strstr (text, more));
  }
  g_assert_nonnull (strstr (text, "内部资料"));
  g_assert_nonnull (strstr (text, "走访人签字"));
}

/* Whole names only where they are asked for, none in the title; restricted
 * categories never. */
static void
test_private (void)
{
  for (guint names = BJT_SHEET_NAMES_MASKED; names <= BJT_SHEET_NAMES_FULL; names++)
    {
      g_autoptr (BjtPicture)    picture = make_picture ();
      g_autoptr (BjtPersonFile) file = NULL;
      g_autoptr (BjtSheet)      sheet = NULL;
      g_autofree char          *text = NULL;
      BjtPicturePerson         *person = bjt_picture_get_person (picture, 0);

      for (guint c = 0; c < picture->categories->len; c++)
        if (bjt_picture_get_category (picture, c)->is_restricted)
          {
            bjt_picture_get_category (picture, c)->name = "密";
            person->categories |= (BjtCategorySet) 1 << c;
          }
      file = make_file (picture, 0);
      sheet = make_sheet (file, (BjtSheetNames) names);
      text = sheet_probe_dup_pdf_text (sheet);
      if (text == NULL)
        {
          g_test_skip ("pdftotext is not there");
          return;
        }
      g_assert_null (strstr (text, "密"));
      g_assert_null (strstr (bjt_sheet_get_title (sheet), MARK));
      g_assert_cmpint (strstr (text, person->name) != NULL, ==, names == BJT_SHEET_NAMES_FULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-sheet/golden", test_golden);
  g_test_add_func ("/person-sheet/long", test_long);
  g_test_add_func ("/person-sheet/private", test_private);
  return g_test_run ();
}
