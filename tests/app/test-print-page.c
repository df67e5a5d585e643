/* The page of sheets: photos of grid workers are hung on the poster, taken down, and
 * come back. */
#include "app/bjt-window.h"
#include "pages/bjt-print-page.h"
#include "pages/bjt-print-photos.h"
#include "workspace/bjt-workspace-staff.h"

#include <cairo.h>
#include <glib/gstdio.h>

#define PATIENCE_SECONDS 20

typedef struct
{
  char           *folder;
  char           *path, *photo;
  BjtWindow      *window;
  BjtWorkspace   *workspace;
  GtkWidget      *page;
  BjtPrintPhotos *photos;
} Fixture;

static GtkWidget *
find_of_type (GtkWidget *root,
              GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    found = find_of_type (i, type);
  return found;
}

/* What is seen: by its tooltip. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *begin)
{
  const char *tooltip = gtk_widget_get_tooltip_text (root);
  GtkWidget  *found = GTK_IS_BUTTON (root) && tooltip != NULL && g_str_has_prefix (tooltip, begin) ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    if (gtk_widget_get_visible (i))
      found = find_button (i, begin);
  return found;
}

static guint
count_photos (Fixture *self)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (GHashTable) photos = bjt_workspace_load_grid_photos (self->workspace, &error);

  g_assert_no_error (error);
  return g_hash_table_size (photos);
}

/* Of the first photo, in pixels. */
static int
get_height (Fixture *self)
{
  g_autoptr (GPtrArray) staff = bjt_workspace_list_staff (self->workspace, NULL);

  for (guint i = 0; i < staff->len; i++)
    {
      g_autoptr (GBytes)     content = bjt_workspace_load_staff_photo (self->workspace, &((const BjtStaff *) staff->pdata[i])->id, NULL);
      g_autoptr (GdkTexture) texture = content != NULL ? gdk_texture_new_from_bytes (content, NULL) : NULL;

      if (texture != NULL)
        return gdk_texture_get_height (texture);
    }
  return 0;
}

static gboolean
give_up_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_photos (Fixture *self,
                 guint    n)
{
  gboolean late = FALSE;
  guint    timer = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, &late);

  while (!late && count_photos (self) != n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timer);
}

static void
choose_sheet (Fixture    *self,
              const char *name)
{
  g_autofree char *text = g_strdup_printf ("[last]\nsheet=%s\n", name);

  g_object_set (self->page, "last", text, NULL);
}

static void
make_photo (Fixture *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 1600);
  cairo_t         *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.8, 0.6, 0.4);
  cairo_paint (cr);
  cairo_destroy (cr);
  self->photo = g_build_filename (self->folder, "face.png", NULL);
  g_assert_cmpint (cairo_surface_write_to_png (surface, self->photo), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
set_up (Fixture      *self,
        gconstpointer application)
{
  const BjtSampleOptions options = { .profile = "stress", .seed = 1, .n_doors = 300 };
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("bjt-prints-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "community.bjt", NULL);
  make_photo (self);
  bjt_workspace_create_sample (self->path, &options, bjt_application_get_clock ((BjtApplication *) application), &error);
  g_assert_no_error (error);
  self->window = bjt_window_new ((BjtApplication *) application);
  gtk_window_present (GTK_WINDOW (self->window));
  bjt_window_open (self->window, self->path);
  self->workspace = bjt_window_get_workspace (self->window);
  self->page = bjt_window_show_page (self->window, "print");
  self->photos = BJT_PRINT_PHOTOS (find_of_type (self->page, BJT_TYPE_PRINT_PHOTOS));
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->photo);
  g_free (self->path);
}

static void
test_seen_with_posters (Fixture      *self,
                        gconstpointer unused)
{
  static const char *const posters[] = { "poster", "public-poster" };

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->photos)));
  for (guint i = 0; i < G_N_ELEMENTS (posters); i++)
    {
      choose_sheet (self, posters[i]);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->photos)));
      g_assert_cmpuint (bjt_print_photos_get_n_workers (self->photos), >, 0);
      choose_sheet (self, "ledger");
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->photos)));
    }
}

static void
test_hang_and_take_down (Fixture      *self,
                         gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  GtkWidget         *take_down;

  choose_sheet (self, "public-poster");
  g_assert_null (find_button (GTK_WIDGET (self->photos), "Take down"));
  g_assert_nonnull (find_button (GTK_WIDGET (self->photos), "Choose a photo"));
  bjt_print_photos_open (self->photos, 0, self->photo);
  wait_for_photos (self, 1);
  g_assert_cmpint (get_height (self), ==, 640);
  take_down = find_button (GTK_WIDGET (self->photos), "Take down");
  g_assert_nonnull (take_down);
  g_signal_emit_by_name (take_down, "clicked");
  wait_for_photos (self, 0);
  g_assert_null (find_button (GTK_WIDGET (self->photos), "Take down"));
  g_assert_true (bjt_workspace_undo (self->workspace, &error));
  g_assert_no_error (error);
  wait_for_photos (self, 1);
  g_assert_nonnull (find_button (GTK_WIDGET (self->photos), "Take down"));
}

/* What is no picture is told, and hangs nowhere: one step back nothing does. */
static void
test_no_picture (Fixture      *self,
                 gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  choose_sheet (self, "public-poster");
  bjt_print_photos_open (self->photos, 0, self->path);
  bjt_print_photos_open (self->photos, 0, self->photo);
  wait_for_photos (self, 1);
  g_assert_true (bjt_workspace_undo (self->workspace, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_photos (self), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (BjtApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  application = bjt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add ("/print-page/photos/seen-with-posters", Fixture, application, set_up, test_seen_with_posters, tear_down);
  g_test_add ("/print-page/photos/hang-and-take-down", Fixture, application, set_up, test_hang_and_take_down, tear_down);
  g_test_add ("/print-page/photos/no-picture", Fixture, application, set_up, test_no_picture, tear_down);
  return g_test_run ();
}
