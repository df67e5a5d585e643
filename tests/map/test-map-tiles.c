/* Tiles under the map: they are asked for, come, fail and are credited. */
#include "bjt-fake-source.h"
#include "bjt-sample-picture.h"

#include "map/bjt-map-view.h"

#include <adwaita.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  BjtFocus      *focus;
  GtkWidget     *view;
  GtkWidget     *window;
  BjtFakeSource *source;
  BjtTileState   state; /* of every tile */
  guint          n_told;
} Fixture;

static BjtTileState
read_tile (const BjtTileAddress *address,
           gpointer              user_data,
           GBytes              **bytes,
           GError              **error)
{
  Fixture *self = user_data;

  if (self->state == BJT_TILE_READY)
    *bytes = g_bytes_new_static ("no picture", 10);
  return self->state;
}

static void
failed_cb (Fixture    *self,
           const char *message)
{
  g_assert_nonnull (message);
  self->n_told++;
}

static void
wait_until_painted (Fixture *self)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;

  while (gtk_widget_get_width (self->view) == 0 || !bjt_map_view_is_painted (BJT_MAP_VIEW (self->view)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions       options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);

  self->focus = bjt_focus_new ();
  bjt_focus_set_picture (self->focus, picture);
  self->state = BJT_TILE_PENDING;
  self->source = bjt_fake_source_new (BJT_TILE_RASTER, 0, 18, read_tile, self);
  bjt_fake_source_get_info (self->source)->attribution = g_strdup ("测绘院");
  bjt_fake_source_get_info (self->source)->review_number = g_strdup ("GS(2024)0001");
  self->view = g_object_ref_sink (bjt_map_view_new (self->focus));
  g_signal_connect_swapped (self->view, "base-map-failed", G_CALLBACK (failed_cb), self);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  gtk_window_present (GTK_WINDOW (self->window));
  bjt_map_view_set_tiles (BJT_MAP_VIEW (self->view), BJT_TILE_SOURCE (self->source));
  wait_until_painted (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->focus);
  g_assert_finalize_object (self->source);
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_arrive (Fixture      *self,
             gconstpointer data)
{
  guint n_reads = bjt_fake_source_get_n_reads (self->source);

  g_assert_cmpuint (n_reads, >, 0);
  g_assert_cmpuint (bjt_fake_source_get_wanted (self->source)->len, >, 0);
  self->state = BJT_TILE_READY;
  bjt_tile_source_emit_arrived (BJT_TILE_SOURCE (self->source));
  while (self->n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_until_painted (self);
  /* Every one is damaged: read once, told once. */
  g_assert_cmpuint (bjt_fake_source_get_n_reads (self->source), >, n_reads);
  n_reads = bjt_fake_source_get_n_reads (self->source);
  gtk_widget_activate_action (self->view, "map.base", "s", "none");
  wait_until_painted (self);
  gtk_widget_activate_action (self->view, "map.base", "s", "pack");
  wait_until_painted (self);
  g_assert_cmpuint (bjt_fake_source_get_n_reads (self->source), ==, n_reads);
  g_assert_cmpuint (self->n_told, ==, 1);
}

static void
test_credit (Fixture      *self,
             gconstpointer data)
{
  g_assert_nonnull (find_label (self->view, "测绘院"));
  g_assert_nonnull (find_label (self->view, "GS(2024)0001"));
  gtk_widget_activate_action (self->view, "map.base", "s", "painted");
  g_assert_null (find_label (self->view, "GS(2024)0001"));
  wait_until_painted (self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/map/tiles/arrive", Fixture, NULL, set_up, test_arrive, tear_down);
  g_test_add ("/map/tiles/credit", Fixture, NULL, set_up, test_credit, tear_down);
  return g_test_run ();
}
