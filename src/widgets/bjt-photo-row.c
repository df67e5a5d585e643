/* bjt-photo-row.c: the photo is read elsewhere; until then it is on its way. */
#include "bjt-photo-row.h"

#include <glib/gi18n-lib.h>

struct _BjtPhotoRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *box;
  GtkLabel  *label;
  GtkWidget *clear;

  /* Owned */
  BjtNotePhoto         *photo;
  GtkFileChooserNative *chooser;

  /* State */
  gboolean is_reading;
};

G_DEFINE_FINAL_TYPE (BjtPhotoRow, bjt_photo_row, GTK_TYPE_WIDGET)

enum
{
  OPEN_PHOTO,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update (BjtPhotoRow *self)
{
  const BjtNotePhoto *photo = self->photo;

  gtk_widget_set_visible (self->clear, photo != NULL);
  gtk_label_set_label (self->label, self->is_reading    ? _ ("Reading the photo…")
                                    : photo == NULL     ? _ ("None; choose or drop one here")
                                    : photo->name != NULL ? photo->name
                                                        : _ ("Pasted photo"));
}

static void
open_photo (BjtPhotoRow *self,
            GFile       *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  self->is_reading = TRUE;
  update (self);
  g_signal_emit (self, signals[OPEN_PHOTO], 0, path, NULL);
}

static void
chosen_cb (BjtPhotoRow          *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  open_photo (self, file);
  g_clear_object (&self->chooser);
}

static void
choose_cb (BjtPhotoRow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkRoot                  *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL)
    return;
  gtk_file_filter_set_name (filter, _ ("Photos (PNG, JPEG)"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  self->chooser = gtk_file_chooser_native_new (_ ("Choose a Photo"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
clear_cb (BjtPhotoRow *self)
{
  bjt_photo_row_set_photo (self, NULL);
}

static gboolean
dropped_cb (BjtPhotoRow  *self,
            const GValue *value)
{
  open_photo (self, g_value_get_object (value));
  return TRUE;
}

void
bjt_photo_row_set_photo (BjtPhotoRow        *self,
                         const BjtNotePhoto *photo)
{
  BjtNotePhoto *copy = bjt_note_photo_copy (photo);

  g_return_if_fail (BJT_IS_PHOTO_ROW (self));
  bjt_note_photo_free (self->photo);
  self->photo = copy;
  self->is_reading = FALSE;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const BjtNotePhoto *
bjt_photo_row_get_photo (BjtPhotoRow *self)
{
  return self->photo;
}

gboolean
bjt_photo_row_is_reading (BjtPhotoRow *self)
{
  return self->is_reading;
}

static void
bjt_photo_row_dispose (GObject *object)
{
  BjtPhotoRow *self = BJT_PHOTO_ROW (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_photo_row_parent_class)->dispose (object);
}

static void
bjt_photo_row_finalize (GObject *object)
{
  bjt_note_photo_free (BJT_PHOTO_ROW (object)->photo);
  G_OBJECT_CLASS (bjt_photo_row_parent_class)->finalize (object);
}

static void
bjt_photo_row_class_init (BjtPhotoRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_photo_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_photo_row_finalize;
  signals[OPEN_PHOTO] = g_signal_new ("open-photo", BJT_TYPE_PHOTO_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BYTES);
  signals[CHANGED] = g_signal_new ("changed", BJT_TYPE_PHOTO_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_photo_row_init (BjtPhotoRow *self)
{
  GtkWidget     *choose = gtk_button_new_from_icon_name ("document-open-symbolic");
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _ ("Without the photo"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Without the photo"), -1);
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_tooltip_text (choose, _ ("Choose a Photo"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choose), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a Photo"), -1);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->box), self->clear);
  gtk_box_append (GTK_BOX (self->box), choose);
  update (self);
}
