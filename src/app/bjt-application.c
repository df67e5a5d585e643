/* bjt-application.c: one process, one window a community. Options that only
 * hold for this call (--as-of, measuring) run in a process of their own. */
#include "bjt-application.h"

#include <glib/gi18n.h>

#include "bjt-first-frame.h"
#include "bjt-sample.h"
#include "bjt-window.h"
#include "pages/bjt-import-dialog.h"
#include "pages/bjt-notice.h"
#include "widgets/bjt-widgets.h"

#define SETTINGS_SCHEMA "cn.baijiatu.Baijiatu"
#define LARGE_FILE (24 * 1024 * 1024) /* opening more than this takes longer than a blink */

struct _BjtApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings           *settings;
  GtkFileChooserNative *chooser;

  /* State */
  BjtClock clock;
  gboolean opens_sample;
  gboolean measures;
};

G_DEFINE_FINAL_TYPE (BjtApplication, bjt_application, ADW_TYPE_APPLICATION)

static BjtWindow *
get_window (BjtApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL && !BJT_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return BJT_IS_WINDOW (window) ? BJT_WINDOW (window) : NULL;
}

static BjtWindow *
ensure_window (BjtApplication *self)
{
  BjtWindow *window = get_window (self);

  if (window != NULL)
    return window;
  window = bjt_window_new (self);
  if (self->measures)
    bjt_first_frame_measure (GTK_WINDOW (window));
  return window;
}

/* Opening */

typedef struct
{
  BjtWindow *window; /* owned */
  char      *path;   /* owned */
} LateOpening;

static gboolean
open_late_cb (gpointer user_data)
{
  LateOpening *late = user_data;

  bjt_window_open (late->window, late->path);
  return G_SOURCE_REMOVE;
}

static void
late_opening_free (gpointer data)
{
  LateOpening *late = data;

  g_object_unref (late->window);
  g_free (late->path);
  g_free (late);
}

static goffset
get_file_size (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* A small file is there with the first frame; before a large one the window
 * shows itself and says what it waits for. */
static void
open_path (BjtApplication *self,
           const char     *path)
{
  BjtWindow *window = ensure_window (self);
  LateOpening *late;

  if (get_file_size (path) <= LARGE_FILE)
    {
      bjt_window_open (window, path);
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  bjt_window_show_busy (window, _("Opening…"));
  gtk_window_present (GTK_WINDOW (window));
  late = g_new0 (LateOpening, 1);
  late->window = g_object_ref (window);
  late->path = g_strdup (path);
  g_timeout_add_full (G_PRIORITY_LOW, 50, open_late_cb, late, late_opening_free);
}

static void
sample_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (BjtWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = bjt_sample_make_finish (result, &error);

  if (path != NULL)
    bjt_window_open (window, path);
  else
    bjt_window_show_problem (window, _("Sample community"), error);
}

static void
open_sample (BjtApplication *self)
{
  g_autofree char *path = bjt_sample_dup_path ();
  BjtWindow *window;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      open_path (self, path);
      return;
    }
  window = ensure_window (self);
  bjt_window_show_busy (window, _("Making the sample community…"));
  gtk_window_present (GTK_WINDOW (window));
  bjt_sample_make_async (path, &self->clock, sample_made_cb, g_object_ref (window));
}

static void
bjt_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  BjtApplication *self = BJT_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_path (self, path);
    }
}

static void
bjt_application_activate (GApplication *application)
{
  BjtApplication *self = BJT_APPLICATION (application);
  g_autofree char *last = self->settings != NULL ? g_settings_get_string (self->settings, "last-file") : g_strdup ("");

  if (self->opens_sample)
    open_sample (self);
  else if (get_window (self) == NULL && g_file_test (last, G_FILE_TEST_EXISTS))
    open_path (self, last);
  else
    gtk_window_present (GTK_WINDOW (ensure_window (self)));
}

/* Choosing files */

typedef void (*ChosenFunc) (BjtApplication *self, const char *path);

static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     gpointer         user_data)
{
  ChosenFunc func = user_data;
  BjtApplication *self = g_object_get_data (G_OBJECT (dialog), "application");
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    func (self, path);
  g_clear_object (&self->chooser);
}

static void
add_community_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Communities"));
  gtk_file_filter_add_pattern (filter, "*.bjt");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
choose_community (BjtApplication      *self,
                  const char          *title,
                  GtkFileChooserAction action,
                  ChosenFunc           func)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (get_window (self)), action, NULL, NULL);
  add_community_filter (GTK_FILE_CHOOSER (self->chooser));
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("My community.bjt"));
  g_object_set_data (G_OBJECT (self->chooser), "application", self);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chooser_response_cb), func);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* The community takes the name of its file. */
static gboolean
create_community (BjtApplication *self,
                  const char     *path)
{
  g_autofree char *with_suffix = g_str_has_suffix (path, ".bjt") ? g_strdup (path) : g_strconcat (path, ".bjt", NULL);
  g_autofree char *base = g_filename_display_basename (with_suffix);
  g_autofree char *name = g_strndup (base, strlen (base) - strlen (".bjt"));
  g_autoptr (GError) error = NULL;

  if (!bjt_workspace_create (with_suffix, name, &self->clock, &error))
    {
      bjt_window_show_problem (ensure_window (self), with_suffix, error);
      return FALSE;
    }
  bjt_window_open (ensure_window (self), with_suffix);
  return TRUE;
}

static void
new_chosen (BjtApplication *self,
            const char     *path)
{
  create_community (self, path);
}

static void
new_for_import_chosen (BjtApplication *self,
                       const char     *path)
{
  if (create_community (self, path))
    gtk_widget_activate_action (GTK_WIDGET (get_window (self)), "win.import", NULL);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  choose_community (user_data, _("Open a Community"), GTK_FILE_CHOOSER_ACTION_OPEN, open_path);
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  choose_community (user_data, _("New Community"), GTK_FILE_CHOOSER_ACTION_SAVE, new_chosen);
}

static void
new_from_import_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  choose_community (user_data, _("Where to Keep the New Community"), GTK_FILE_CHOOSER_ACTION_SAVE, new_for_import_chosen);
}

static void
sample_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  open_sample (user_data);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *i = windows; i != NULL; i = i->next)
    gtk_window_close (i->data);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  adw_show_about_window (GTK_WINDOW (get_window (user_data)),
                         "application-name", _("Baijiatu"),
                         "application-icon", BJT_APPLICATION_ID,
                         "version", BJT_VERSION,
                         "developer-name", _("The Baijiatu maintainers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Every household of a community on the map, by floor and door, and on paper."),
                         /* Translators: your name */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* Colours */

static const struct
{
  const char     *name;
  AdwColorScheme scheme;
} colour_schemes[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static void
colour_scheme_action (GSimpleAction *action,
                      GVariant      *value,
                      gpointer       user_data)
{
  BjtApplication *self = BJT_APPLICATION (user_data);
  const char *name = g_variant_get_string (value, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (colour_schemes); i++)
    if (strcmp (colour_schemes[i].name, name) == 0)
      {
        adw_style_manager_set_color_scheme (adw_style_manager_get_default (), colour_schemes[i].scheme);
        g_simple_action_set_state (action, value);
        if (self->settings != NULL)
          g_settings_set_string (self->settings, "colour-scheme", name);
      }
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_action },
  { .name = "open-file", .activate = open_action },
  { .name = "new-from-import", .activate = new_from_import_action },
  { .name = "sample", .activate = sample_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
  { .name = "colour-scheme", .parameter_type = "s", .state = "'system'", .change_state = colour_scheme_action },
};

static const struct
{
  const char *action;
  const char *keys[4];
} keys[] = {
  { "app.new", { "<Ctrl>n" } },
  { "app.open-file", { "<Ctrl>o" } },
  { "app.quit", { "<Ctrl>q" } },
  { "window.close", { "<Ctrl>w" } },
  { "win.find", { "<Ctrl>k", "<Ctrl>f", "<Ctrl>g" } },
  { "win.history", { "<Ctrl>h" } },
  { "win.import", { "<Ctrl>i" } },
  { "win.import-plan", { "<Ctrl><Shift>i" } },
  { "win.orders", { "<Ctrl><Shift>o" } },
  { "win.meetings", { "<Ctrl><Shift>e" } },
  { "win.campaigns", { "<Ctrl><Shift>a" } },
  { "win.fill-form", { "<Ctrl><Shift>t" } },
  { "win.prints", { "<Ctrl><Shift>p" } },
  { "win.place-plan", { "<Ctrl><Shift>l" } },
  { "win.print", { "<Ctrl>p" } },
  { "win.page::today", { "<Alt>1" } },
  { "win.page::map", { "<Alt>2" } },
  { "win.page::print", { "<Alt>3" } },
  { "win.page::issues", { "<Alt>4" } },
  { "win.page::figures", { "<Alt>5" } },
  { "win.page::routes", { "<Alt>6" } },
  { "win.view::matrix", { "<Ctrl>1" } },
  { "win.view::plan", { "<Ctrl>2" } },
  { "win.view::roster", { "<Ctrl>3" } },
  { "win.new-building", { "<Ctrl>b" } },
  { "win.edit-building", { "<Ctrl><Shift>b" } },
  { "win.edit-grids", { "<Ctrl><Shift>g" } },
  { "win.toggle-map", { "F6" } },
  { "win.toggle-matrix", { "F7" } },
  { "win.card", { "F8" } },
  { "win.curtain", { "F9" } },
};

/* The program */

static void
bjt_application_startup (GApplication *application)
{
  BjtApplication *self = BJT_APPLICATION (application);

  G_APPLICATION_CLASS (bjt_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (BJT_APPLICATION_ID);
  bjt_widgets_load_style (gdk_display_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
  if (self->settings != NULL)
    {
      g_autoptr (GVariant) scheme = g_settings_get_value (self->settings, "colour-scheme");

      g_action_group_change_action_state (G_ACTION_GROUP (self), "colour-scheme", scheme);
    }
}

static int
bjt_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  BjtApplication *self = BJT_APPLICATION (application);
  const char *as_of = NULL;

  self->opens_sample = g_variant_dict_contains (options, "sample");
  self->measures = g_variant_dict_contains (options, "exit-after-first-frame");
  if (g_variant_dict_lookup (options, "as-of", "&s", &as_of))
    {
      BjtDate day = bjt_date_parse (as_of);

      if (day == BJT_DATE_NONE)
        {
          g_printerr (_("“%s” is not a date; write it as 2026-05-06.\n"), as_of);
          return 2;
        }
      bjt_clock_init_as_of (&self->clock, day);
    }
  if (as_of != NULL || self->measures || self->opens_sample)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
bjt_application_dispose (GObject *object)
{
  BjtApplication *self = BJT_APPLICATION (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bjt_application_parent_class)->dispose (object);
}

static void
bjt_application_class_init (BjtApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_application_dispose;
  application_class->startup = bjt_application_startup;
  application_class->activate = bjt_application_activate;
  application_class->open = bjt_application_open;
  application_class->handle_local_options = bjt_application_handle_local_options;
}

static GSettings *
new_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SETTINGS_SCHEMA, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
bjt_application_init (BjtApplication *self)
{
  const GOptionEntry options[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Take this day for today"), N_("DATE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample community"), NULL },
    { "exit-after-first-frame", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL,
      N_("For measuring: print time and memory at the first frame, then exit"), NULL },
    { NULL },
  };

  bjt_clock_init (&self->clock);
  self->settings = new_settings ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE]"));
}

BjtApplication *
bjt_application_new (void)
{
  return g_object_new (BJT_TYPE_APPLICATION,
                       "application-id", BJT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/cn/baijiatu/Baijiatu",
                       NULL);
}

const BjtClock *
bjt_application_get_clock (BjtApplication *self)
{
  return &self->clock;
}

GSettings *
bjt_application_get_settings (BjtApplication *self)
{
  return self->settings;
}
