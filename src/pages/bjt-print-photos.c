/* bjt-print-photos.c: rows are made anew when the community changes while they are seen.
 * A file is read by the helper, on a thread. */
#include "bjt-print-photos.h"

#include <glib/gi18n.h>

#include "bjt-notice.h"
#include "workspace/bjt-workspace-staff.h"

#define AVATAR 40

typedef struct
{
  BjtUuid    id;
  char      *name;
  GtkWidget *row;     /* borrowed, as the next two */
  GtkWidget *choose, *remove;
} Worker;

struct _BjtPrintPhotos
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed */
  BjtPage *page; /* that this is a part of */

  /* Owned */
  GtkWidget            *expander; /* of the group */
  GArray               *workers;  /* Worker */
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;

  /* State */
  guint chosen; /* worker the chooser is for */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BjtPrintPhotos, bjt_print_photos, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_worker (gpointer data)
{
  g_free (((Worker *) data)->name);
}

static Worker *
get_worker (BjtPrintPhotos *self,
            guint           index)
{
  return &g_array_index (self->workers, Worker, index);
}

static guint
find_worker (BjtPrintPhotos *self,
             GtkWidget      *button)
{
  guint i = 0;

  while (i < self->workers->len && get_worker (self, i)->choose != button && get_worker (self, i)->remove != button)
    i++;
  return i;
}

/* Changing */

static void
set_photo (BjtPrintPhotos *self,
           const BjtUuid  *id,
           const char     *name,
           const BjtPhoto *photo)
{
  g_autofree char   *text = g_strdup_printf (photo != NULL ? _("Photo of %s hung") : _("Photo of %s taken down"), name);
  g_autoptr (GError) error = NULL;

  bjt_page_tell_outcome (self->page, bjt_workspace_set_staff_photo (bjt_page_get_workspace (self->page), id, photo, &error), text, &error);
}

typedef struct
{
  BjtPrintPhotos *photos; /* owned */
  BjtUuid         id;
  char           *name;
} Opening;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opening           *opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPhoto) photo = bjt_photo_open_finish (result, &error);

  if (photo != NULL)
    set_photo (opening->photos, &opening->id, opening->name, photo);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bjt_page_tell_error (opening->photos->page, error);
  g_object_unref (opening->photos);
  g_free (opening->name);
  g_free (opening);
}

void
bjt_print_photos_open (BjtPrintPhotos *self,
                       guint           worker,
                       const char     *path)
{
  Opening *opening;

  g_return_if_fail (worker < self->workers->len);
  opening = g_new0 (Opening, 1);
  opening->photos = g_object_ref (self);
  opening->id = get_worker (self, worker)->id;
  opening->name = g_strdup (get_worker (self, worker)->name);
  bjt_photo_open_async (path, NULL, self->cancellable, opened_cb, opening);
}

static void
remove_cb (BjtPrintPhotos *self,
           GtkWidget      *button)
{
  guint            index = find_worker (self, button);
  g_autofree char *name = NULL;
  BjtUuid          id;

  if (index == self->workers->len)
    return;
  id = get_worker (self, index)->id;
  name = g_strdup (get_worker (self, index)->name); /* the rows are others afterwards */
  set_photo (self, &id, name, NULL);
}

static void
response_cb (BjtPrintPhotos *self,
             int             response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char  *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL && self->chosen < self->workers->len)
    bjt_print_photos_open (self, self->chosen, path);
}

static void
choose_cb (BjtPrintPhotos *self,
           GtkWidget      *button)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char          *title = NULL;

  self->chosen = find_worker (self, button);
  if (self->chosen == self->workers->len)
    return;
  title = g_strdup_printf (_("Photo of %s"), get_worker (self, self->chosen)->name);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _("Photos"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Showing */

static GtkWidget *
new_button (BjtPrintPhotos *self,
            const char     *icon,
            const char     *label,
            GCallback       callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

/* Returns whether there is a photo. */
static gboolean
add_row (BjtPrintPhotos *self,
         Worker         *worker,
         const char     *grids)
{
  g_autoptr (GBytes)     content = bjt_workspace_load_staff_photo (bjt_page_get_workspace (self->page), &worker->id, NULL);
  g_autoptr (GdkTexture) texture = content != NULL ? gdk_texture_new_from_bytes (content, NULL) : NULL;
  GtkWidget             *avatar = adw_avatar_new (AVATAR, worker->name, FALSE);
  /* Translators: %s is a person */
  g_autofree char       *take_down = g_strdup_printf (_("Take down the photo of %s"), worker->name);
  /* Translators: %s is a person */
  g_autofree char       *choose = g_strdup_printf (_("Choose a photo of %s"), worker->name);

  worker->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (worker->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (worker->row), worker->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (worker->row), grids);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (worker->row), 1);
  adw_avatar_set_custom_image (ADW_AVATAR (avatar), texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (worker->row), avatar);
  worker->remove = new_button (self, "user-trash-symbolic", take_down, G_CALLBACK (remove_cb));
  gtk_widget_set_visible (worker->remove, content != NULL);
  worker->choose = new_button (self, "document-open-symbolic", choose, G_CALLBACK (choose_cb));
  adw_action_row_add_suffix (ADW_ACTION_ROW (worker->row), worker->remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (worker->row), worker->choose);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), worker->row);
  return content != NULL;
}

/* 第1网格 · 第4网格; NULL: none */
static char *
dup_grids (BjtPicture     *picture,
           const BjtStaff *staff,
           guint32        *first)
{
  GString *names = g_string_new (NULL);

  *first = BJT_NO_INDEX;
  for (guint32 g = 0; g < picture->grids->len; g++)
    {
      const BjtPictureGrid *grid = bjt_picture_get_grid (picture, g);

      if (g_strcmp0 (grid->staff_name, staff->name) != 0 || g_strcmp0 (grid->staff_phone, staff->phone) != 0)
        continue;
      *first = MIN (*first, g);
      g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", grid->name != NULL ? grid->name : "");
    }
  return g_string_free (names, *first == BJT_NO_INDEX);
}

static void
forget_rows (BjtPrintPhotos *self)
{
  for (guint i = 0; i < self->workers->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->expander), get_worker (self, i)->row);
  g_array_set_size (self->workers, 0);
}

static const BjtStaff *
find_of_grid (const GPtrArray *staff,
              BjtPicture      *picture,
              guint32          grid,
              char           **grids)
{
  for (guint i = 0; i < staff->len; i++)
    {
      const BjtStaff  *one = staff->pdata[i];
      guint32          first;
      g_autofree char *names = one->name != NULL ? dup_grids (picture, one, &first) : NULL;

      if (names == NULL || first != grid)
        continue;
      *grids = g_steal_pointer (&names);
      return one;
    }
  return NULL;
}

static void
fill (BjtPrintPhotos *self)
{
  g_autoptr (GPtrArray) staff = bjt_workspace_list_staff (bjt_page_get_workspace (self->page), NULL);
  BjtPicture           *picture = bjt_page_get_picture (self->page);
  g_autofree char      *text = NULL;
  guint                 n_photos = 0;

  forget_rows (self);
  for (guint32 g = 0; staff != NULL && g < picture->grids->len; g++)
    {
      g_autofree char *grids = NULL;
      const BjtStaff  *one = find_of_grid (staff, picture, g, &grids);
      Worker           worker = { .name = one != NULL ? g_strdup (one->name) : NULL };

      if (one == NULL)
        continue;
      worker.id = one->id;
      n_photos += add_row (self, &worker, grids);
      g_array_append_val (self->workers, worker);
    }
  /* Translators: how many have a photo, of how many */
  text = g_strdup_printf (_("%u of %u"), n_photos, self->workers->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->expander), text);
}

void
bjt_print_photos_update (BjtPrintPhotos *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    fill (self);
}

void
bjt_print_photos_set_type (BjtPrintPhotos     *self,
                           const BjtSheetType *type)
{
  gboolean was_visible = gtk_widget_get_visible (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), (type->settings & BJT_SHEET_SHOWS_PHOTOS) != 0);
  if (!was_visible)
    bjt_print_photos_update (self);
}

/* A photo makes no new picture. */
static void
workspace_changed_cb (BjtPrintPhotos *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  fill (self);
  g_signal_emit (self, changed_signal, 0);
}

void
bjt_print_photos_set_page (BjtPrintPhotos *self,
                           BjtPage        *page)
{
  self->page = page;
  g_signal_connect_object (bjt_page_get_workspace (page), "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
}

guint
bjt_print_photos_get_n_workers (BjtPrintPhotos *self)
{
  return self->workers->len;
}

/* The group */

static void
bjt_print_photos_dispose (GObject *object)
{
  BjtPrintPhotos *self = BJT_PRINT_PHOTOS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (bjt_print_photos_parent_class)->dispose (object);
}

static void
bjt_print_photos_finalize (GObject *object)
{
  BjtPrintPhotos *self = BJT_PRINT_PHOTOS (object);

  g_array_unref (self->workers);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (bjt_print_photos_parent_class)->finalize (object);
}

static void
bjt_print_photos_class_init (BjtPrintPhotosClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_print_photos_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_print_photos_finalize;
  changed_signal = g_signal_new ("changed", BJT_TYPE_PRINT_PHOTOS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_print_photos_init (BjtPrintPhotos *self)
{
  self->workers = g_array_new (FALSE, FALSE, sizeof (Worker));
  g_array_set_clear_func (self->workers, clear_worker);
  self->cancellable = g_cancellable_new ();
  self->expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _("Photos of Grid Workers"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->expander);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
