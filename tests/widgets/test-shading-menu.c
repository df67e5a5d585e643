/* test-shading-menu.c: what is chosen comes out, restricted categories cannot be
 * chosen, and the key has a row a class. */
#include "bjt-widget-test.h"
#include "carto/bjt-shading-legend.h"
#include "widgets/bjt-shading-key.h"
#include "widgets/bjt-shading-menu.h"

#include <string.h>

static GtkWidget *
find (GtkWidget *root,
      GType      type,
      guint      nth)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, root);
  while (!g_queue_is_empty (queue))
    {
      GtkWidget *widget = g_queue_pop_head (queue);

      if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && nth-- == 0)
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
choose_kind (GtkWidget *menu,
             guint      kind)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (menu, GTK_TYPE_TOGGLE_BUTTON, kind)), TRUE);
}

static void
test_choices (void)
{
  g_autoptr (GtkWidget) menu = g_object_ref_sink (bjt_shading_menu_new ());
  g_autofree char      *title = NULL;
  BjtWidgetSample       sample;
  guint                 n_changes = 0;

  bjt_widget_sample_init (&sample, 2, 4, 2);
  g_signal_connect_swapped (menu, "changed", G_CALLBACK (count_cb), &n_changes);
  bjt_shading_menu_set_picture (BJT_SHADING_MENU (menu), sample.picture);
  g_assert_cmpint (bjt_shading_menu_get_shading (BJT_SHADING_MENU (menu))->kind, ==, BJT_SHADING_NONE);
  g_assert_cmpuint (n_changes, ==, 0);
  choose_kind (menu, BJT_SHADING_AREAS);
  g_assert_cmpint (bjt_shading_menu_get_shading (BJT_SHADING_MENU (menu))->kind, ==, BJT_SHADING_AREAS);
  g_assert_cmpstr (bjt_shading_menu_get_shading (BJT_SHADING_MENU (menu))->indicator, ==, "overdue_share");
  g_assert_cmpuint (n_changes, ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (menu, GTK_TYPE_DROP_DOWN, 0)), BJT_AREA_BUILDING);
  g_assert_cmpint (bjt_shading_menu_get_shading (BJT_SHADING_MENU (menu))->areas, ==, BJT_AREA_BUILDING);
  choose_kind (menu, BJT_SHADING_HEAT); /* a share has no density */
  g_assert_cmpstr (bjt_shading_menu_get_shading (BJT_SHADING_MENU (menu))->indicator, ==, "persons");
  title = bjt_shading_menu_dup_title (BJT_SHADING_MENU (menu));
  g_assert_cmpstr (title, !=, "");
  bjt_widget_sample_clear (&sample);
}

/* Every indicator in the list can be shown on a map. */
static void
test_nothing_restricted (void)
{
  g_autoptr (GtkWidget) menu = g_object_ref_sink (bjt_shading_menu_new ());
  GtkDropDown          *indicators;
  BjtWidgetSample       sample;
  guint                 n;

  bjt_widget_sample_init (&sample, 1, 2, 2);
  bjt_shading_menu_set_picture (BJT_SHADING_MENU (menu), sample.picture);
  choose_kind (menu, BJT_SHADING_AREAS);
  indicators = GTK_DROP_DOWN (find (menu, GTK_TYPE_DROP_DOWN, 1));
  n = g_list_model_get_n_items (gtk_drop_down_get_model (indicators));
  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    {
      BjtIndicator indicator;

      gtk_drop_down_set_selected (indicators, i);
      g_assert_true (bjt_indicator_init_from_code (&indicator, sample.picture, bjt_shading_menu_get_shading (BJT_SHADING_MENU (menu))->indicator));
      g_assert_false (bjt_indicator_is_restricted (&indicator, sample.picture));
    }
  bjt_widget_sample_clear (&sample);
}

static void
test_key (void)
{
  GtkWidget *key = bjt_shading_key_new ();
  BjtShading shading = BJT_SHADING_DEFAULT;
  BjtFilter  filter;
  g_autoptr (BjtShadingPainter) shades = NULL;
  g_autoptr (BjtShadingPainter) hidden = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  BjtWidgetSample sample;
  GtkWindow      *window;

  bjt_widget_sample_init (&sample, 2, 4, 2);
  bjt_filter_init (&filter);
  shading.kind = BJT_SHADING_AREAS;
  shading.areas = BJT_AREA_BUILDING;
  g_strlcpy (shading.indicator, "category:elder_alone", sizeof shading.indicator);
  shades = bjt_shading_painter_new (sample.picture, &filter, &shading, FALSE);
  hidden = bjt_shading_painter_new (sample.picture, &filter, &shading, TRUE);
  window = bjt_widget_test_show (key, 300, 200);
  bjt_shading_key_show (BJT_SHADING_KEY (key), shades, "Title of the key");
  rows = bjt_shading_legend_list (shades, bjt_palette_get (BJT_PALETTE_LIGHT), "?");
  g_assert_cmpint (gtk_widget_get_visible (key), ==, rows->len > 0);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (bjt_widget_test_has_text (key, ((const BjtLegendRow *) rows->pdata[i])->text));
  bjt_widget_test_paint (window, "shading-key");
  bjt_shading_key_show (BJT_SHADING_KEY (key), hidden, "Title of the key"); /* personal: behind the curtain */
  g_assert_false (gtk_widget_get_visible (key));
  bjt_shading_key_show (BJT_SHADING_KEY (key), NULL, "");
  g_assert_false (gtk_widget_get_visible (key));
  bjt_widget_test_close (window, key);
  bjt_widget_sample_clear (&sample);
}

/* What settings keep brings the same choice back, before there is a picture. */
static void
test_remembered (void)
{
  static const char *const texts[] = {
    "heat building category:aged_80 round 7 120 compounds",
    "areas compound overdue_share quantile 3 60 grids compounds",
    "none grid overdue_share natural 5 60 grids",
  };
  BjtWidgetSample sample;

  bjt_widget_sample_init (&sample, 2, 4, 2);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GtkWidget) menu = g_object_ref_sink (bjt_shading_menu_new ());
      g_autofree char      *again = NULL;

      g_object_set (menu, "choice", texts[i], NULL);
      if (i > 0)
        bjt_shading_menu_set_picture (BJT_SHADING_MENU (menu), sample.picture);
      g_object_get (menu, "choice", &again, NULL);
      g_assert_cmpstr (again, ==, texts[i]);
      g_object_set (menu, "choice", "heat nonsense", NULL);
      g_assert_cmpint (bjt_shading_menu_get_shading (BJT_SHADING_MENU (menu))->kind, ==, BJT_SHADING_NONE);
    }
  bjt_widget_sample_clear (&sample);
}

int
main (int    argc,
      char **argv)
{
  bjt_widget_test_init (&argc, &argv);
  g_test_add_func ("/shading-menu/choices", test_choices);
  g_test_add_func ("/shading-menu/nothing-restricted", test_nothing_restricted);
  g_test_add_func ("/shading-menu/remembered", test_remembered);
  g_test_add_func ("/shading-key/rows", test_key);
  return g_test_run ();
}
