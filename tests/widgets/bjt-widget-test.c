/* bjt-widget-test.c: see the header. Language and theme come from the
 * environment: LANGUAGE, BJT_TEST_DARK. */
#include "bjt-widget-test.h"

#include <locale.h>
#include <libintl.h>

#include "widgets/bjt-widgets.h"

void
bjt_widget_test_init (int    *argc,
                      char ***argv)
{
  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("BJT_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  adw_init ();
  bjt_widgets_load_style (gdk_display_get_default ());
  if (g_getenv ("BJT_TEST_DARK") != NULL)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
}

void
bjt_widget_test_settle (void)
{
  gint64 end = g_get_monotonic_time () + 80 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

GtkWindow *
bjt_widget_test_show (GtkWidget *widget,
                      int        width,
                      int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 50 && gtk_widget_get_width (widget) == 0; i++)
    bjt_widget_test_settle ();
  bjt_widget_test_settle ();
  return GTK_WINDOW (window);
}

/* What the window shows, once it has drawn a frame: a slow machine takes a while. */
static GskRenderNode *
wait_for_picture (GtkWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));

  for (guint i = 0; i < 100; i++)
    {
      GtkSnapshot   *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      bjt_widget_test_settle ();
      gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)), gtk_widget_get_height (GTK_WIDGET (window)));
      node = gtk_snapshot_free_to_node (snapshot);
      if (node != NULL)
        return node;
    }
  return NULL;
}

void
bjt_widget_test_paint (GtkWindow  *window,
                       const char *name)
{
  g_autoptr (GskRenderNode) node = wait_for_picture (window);
  g_autoptr (GdkTexture)    texture = NULL;
  int                       width = gtk_widget_get_width (GTK_WIDGET (window));
  int                       height = gtk_widget_get_height (GTK_WIDGET (window));

  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (g_getenv ("BJT_TEST_PICTURES") != NULL)
    {
      g_autofree char *file = g_strdup_printf ("%s/%s.png", g_getenv ("BJT_TEST_PICTURES"), name);

      g_assert_true (gdk_texture_save_to_png (texture, file));
    }
}

gboolean
bjt_widget_test_has_text (GtkWidget  *root,
                          const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return gtk_widget_is_visible (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (bjt_widget_test_has_text (child, text))
      return TRUE;
  return FALSE;
}

void
bjt_widget_test_close (GtkWindow *window,
                       GtkWidget *widget)
{
  g_object_ref (widget);
  gtk_window_destroy (window);
  bjt_widget_test_settle ();
  g_assert_finalize_object (widget);
}
