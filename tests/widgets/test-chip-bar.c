/* test-chip-bar.c: chips say how many and change the filter. */
#include "bjt-widget-test.h"
#include "widgets/bjt-chip-bar.h"
#include "widgets/bjt-chip-counts.h"

typedef struct
{
  BjtWidgetSample sample;
  BjtFocus       *focus;
  GtkWidget      *bar;
  GtkWindow      *window;
} Fixture;

static void
set_up (Fixture *fixture,
        int      width)
{
  bjt_widget_sample_init (&fixture->sample, 3, 6, 3);
  fixture->focus = bjt_focus_new ();
  bjt_focus_set_picture (fixture->focus, fixture->sample.picture);
  fixture->bar = bjt_chip_bar_new ();
  bjt_chip_bar_set_focus (BJT_CHIP_BAR (fixture->bar), fixture->focus);
  gtk_widget_set_valign (fixture->bar, GTK_ALIGN_START);
  fixture->window = bjt_widget_test_show (fixture->bar, width, 60);
}

static void
tear_down (Fixture *fixture)
{
  bjt_widget_test_close (fixture->window, fixture->bar);
  g_assert_finalize_object (fixture->focus);
  bjt_widget_sample_clear (&fixture->sample);
}

static const BjtFilter *
act (Fixture    *fixture,
     const char *action,
     const char *key)
{
  g_assert_true (gtk_widget_activate_action (fixture->bar, action, "s", key));
  return bjt_focus_get_filter (fixture->focus);
}

static BjtCategorySet
bit (Fixture    *fixture,
     const char *code)
{
  return G_GUINT64_CONSTANT (1) << bjt_picture_find_category (fixture->sample.picture, code);
}

static void
test_only (void)
{
  Fixture          fixture;
  const BjtFilter *filter;

  set_up (&fixture, 900);
  filter = act (&fixture, "chips.only", "category:low_income");
  g_assert_cmphex (filter->any, ==, bit (&fixture, "low_income"));
  filter = act (&fixture, "chips.only", "class:tenant");
  g_assert_cmphex (filter->any, ==, 0);
  g_assert_cmpuint (filter->classes, ==, 1 << BJT_CLASS_TENANT);
  filter = act (&fixture, "chips.only", "class:tenant");
  g_assert_true (bjt_filter_is_empty (filter));
  tear_down (&fixture);
}

static void
test_add_and_exclude (void)
{
  Fixture          fixture;
  const BjtFilter *filter;

  set_up (&fixture, 900);
  act (&fixture, "chips.only", "category:low_income");
  act (&fixture, "chips.add", "overdue");
  filter = act (&fixture, "chips.add", "category:disability");
  g_assert_cmphex (filter->any, ==, bit (&fixture, "low_income") | bit (&fixture, "disability"));
  g_assert_cmpint (filter->overdue, ==, 1);
  filter = act (&fixture, "chips.exclude", "category:disability");
  g_assert_cmphex (filter->any, ==, bit (&fixture, "low_income"));
  g_assert_cmphex (filter->none, ==, bit (&fixture, "disability"));
  g_assert_true (gtk_widget_activate_action (fixture.bar, "chips.clear", NULL));
  g_assert_true (bjt_filter_is_empty (bjt_focus_get_filter (fixture.focus)));
  tear_down (&fixture);
}

static void
test_require (void)
{
  Fixture          fixture;
  const BjtFilter *filter;

  set_up (&fixture, 900);
  act (&fixture, "chips.only", "category:low_income");
  filter = act (&fixture, "chips.require", "category:disability");
  g_assert_cmphex (filter->any, ==, bit (&fixture, "low_income"));
  g_assert_cmphex (filter->all, ==, bit (&fixture, "disability"));
  filter = act (&fixture, "chips.exclude", "overdue");
  g_assert_cmpint (filter->overdue, ==, -1);
  g_assert_true (bjt_widget_test_has_text (fixture.bar, "+"));
  tear_down (&fixture);
}

static void
test_unknown_key (void)
{
  Fixture fixture;

  set_up (&fixture, 900);
  g_assert_true (bjt_filter_is_empty (act (&fixture, "chips.only", "category:no_such")));
  g_assert_true (bjt_filter_is_empty (act (&fixture, "chips.only", "class:no_such")));
  g_assert_true (bjt_filter_is_empty (act (&fixture, "chips.only", "")));
  tear_down (&fixture);
}

static guint
count_shown (GtkWidget *bar)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_has_css_class (child, "chip") && gtk_widget_get_mapped (child);
  return n;
}

static void
test_narrow (void)
{
  Fixture wide, narrow;

  set_up (&wide, 1300);
  set_up (&narrow, 320);
  bjt_widget_test_paint (wide.window, "chip-bar");
  bjt_widget_test_paint (narrow.window, "chip-bar-narrow");
  g_assert_cmpuint (count_shown (narrow.bar), >=, 1);
  g_assert_cmpuint (count_shown (wide.bar), >, count_shown (narrow.bar));
  tear_down (&narrow);
  tear_down (&wide);
}

static void
test_restricted_is_never_shown (void)
{
  Fixture fixture;

  set_up (&fixture, 900);
  g_assert_true (bjt_widget_test_has_text (fixture.bar, "低保"));
  g_assert_false (bjt_widget_test_has_text (fixture.bar, "社区矫正"));
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  bjt_widget_test_init (&argc, &argv);
  g_test_add_func ("/widgets/chip-bar/only", test_only);
  g_test_add_func ("/widgets/chip-bar/add-and-exclude", test_add_and_exclude);
  g_test_add_func ("/widgets/chip-bar/require", test_require);
  g_test_add_func ("/widgets/chip-bar/unknown-key", test_unknown_key);
  g_test_add_func ("/widgets/chip-bar/narrow", test_narrow);
  g_test_add_func ("/widgets/chip-bar/restricted-is-never-shown", test_restricted_is_never_shown);
  return g_test_run ();
}
