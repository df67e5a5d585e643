/* bjt-note-form.c: one line says what there is: Enter saves it. A photo comes
 * from a file, from the clipboard (Ctrl+V) or is dropped on the form; it is
 * read elsewhere, and saving waits for it. */
#include "bjt-note-form.h"

#include <glib/gi18n-lib.h>

#include "bjt-note-words.h"
#include "bjt-rows.h"
#include "bjt-swatch.h"
#include "model/bjt-shared-space.h"

struct _BjtNoteForm
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget       *box;
  GtkToggleButton *kinds[3];
  GtkWidget       *wheres;
  GtkDropDown     *spaces;
  GtkEntry        *text;
  GtkLabel        *photo_label;
  GtkWidget       *photo_clear;
  GtkLabel        *place_label;
  GtkCheckButton  *report;

  /* Owned */
  BjtNotePhoto         *photo;
  BjtGeometry          *shape;
  GtkFileChooserNative *chooser;

  /* State */
  char    *where;
  BjtUuid  place_ids[3]; /* door, entrance, building */
  int      ordinal;
  BjtDate  today;
  gboolean is_reading; /* a photo is on its way */
  gboolean is_filling;
  gboolean is_touched;
};

G_DEFINE_FINAL_TYPE (BjtNoteForm, bjt_note_form, GTK_TYPE_WIDGET)

enum
{
  SAVE,
  CANCEL,
  OPEN_PHOTO,
  N_SIGNALS,
};

enum
{
  PROP_0,
  PROP_WHERE,
  N_PROPS,
};

static guint       signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

static const char *const places[] = { "door", "entrance", "building", NULL };

/* Photos */

BjtNotePhoto *
bjt_note_photo_new (GBytes     *content,
                    const char *media_type,
                    const char *name)
{
  BjtNotePhoto *self = g_new0 (BjtNotePhoto, 1);

  self->content = g_bytes_ref (content);
  self->media_type = g_strdup (media_type);
  self->name = g_strdup (name);
  return self;
}

BjtNotePhoto *
bjt_note_photo_copy (const BjtNotePhoto *self)
{
  return self != NULL ? bjt_note_photo_new (self->content, self->media_type, self->name) : NULL;
}

void
bjt_note_photo_free (BjtNotePhoto *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->content);
  g_free (self->media_type);
  g_free (self->name);
  g_free (self);
}

/* What can be saved */

static int
get_kind (BjtNoteForm *self)
{
  for (int i = 0; i < 3; i++)
    if (gtk_toggle_button_get_active (self->kinds[i]))
      return i;
  return BJT_ANNOTATION_NOTE;
}

static gboolean
has_text (BjtNoteForm *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));

  return *text != '\0';
}

static void
update (BjtNoteForm *self)
{
  gboolean is_photo = get_kind (self) == BJT_ANNOTATION_PHOTO;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", !self->is_reading && (is_photo ? self->photo != NULL : has_text (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->spaces), g_strcmp0 (self->where, "door") != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->report), get_kind (self) == BJT_ANNOTATION_HAZARD);
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), self->shape != NULL);
  gtk_widget_set_visible (self->photo_clear, self->photo != NULL);
  gtk_label_set_label (self->photo_label, self->is_reading       ? _ ("Reading the photo…")
                                          : self->photo == NULL  ? _ ("Choose, paste or drop one here")
                                          : self->photo->name != NULL ? self->photo->name
                                                                 : _ ("Pasted photo"));
}

static void
touched_cb (BjtNoteForm *self)
{
  if (!self->is_filling)
    self->is_touched = TRUE;
  update (self);
}

/* A photo on its way */

static void
open_photo (BjtNoteForm *self,
            const char  *path,
            GBytes      *pasted)
{
  self->is_reading = TRUE;
  touched_cb (self);
  g_signal_emit (self, signals[OPEN_PHOTO], 0, path, pasted);
}

static gboolean
open_file (BjtNoteForm *self,
           GFile       *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    open_photo (self, path, NULL);
  return path != NULL;
}

static void
chosen_cb (BjtNoteForm          *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  open_file (self, file);
  g_clear_object (&self->chooser);
}

static void
choose_cb (BjtNoteForm *self)
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
clear_photo_cb (BjtNoteForm *self)
{
  bjt_note_form_set_photo (self, NULL);
}

static gboolean
dropped_cb (BjtNoteForm  *self,
            const GValue *value)
{
  return open_file (self, g_value_get_object (value));
}

static void
pasted_cb (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BjtNoteForm) self = user_data;
  g_autoptr (GdkTexture)  texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GBytes)      png = texture != NULL ? gdk_texture_save_to_png_bytes (texture) : NULL;

  if (png != NULL)
    open_photo (self, NULL, png);
}

static gboolean
key_cb (BjtNoteForm    *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType modifiers)
{
  GdkClipboard      *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (keyval != GDK_KEY_v || (modifiers & GDK_CONTROL_MASK) == 0 || gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
      || !(gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) || gdk_content_formats_contain_mime_type (formats, "image/png")))
    return FALSE;
  gdk_clipboard_read_texture_async (clipboard, NULL, pasted_cb, g_object_ref (self));
  return TRUE;
}

void
bjt_note_form_set_photo (BjtNoteForm        *self,
                         const BjtNotePhoto *photo)
{
  BjtNotePhoto *copy = bjt_note_photo_copy (photo);

  bjt_note_photo_free (self->photo);
  self->photo = copy;
  self->is_reading = FALSE;
  update (self);
}

const BjtNotePhoto *
bjt_note_form_get_photo (BjtNoteForm *self)
{
  return self->photo;
}

/* Filling in */

static const char *
find_where (const BjtAnnotation *draft)
{
  if (draft == NULL || !bjt_uuid_is_nil (&draft->door_id))
    return "door";
  return bjt_uuid_is_nil (&draft->entrance_id) ? "building" : "entrance";
}

static void
set_where (BjtNoteForm *self,
           const char  *where)
{
  if (g_strcmp0 (self->where, where) == 0 || !g_strv_contains (places, where))
    return;
  g_free (self->where);
  self->where = g_strdup (where);
  touched_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHERE]);
}

static void
set_shape (BjtNoteForm       *self,
           const BjtGeometry *shape)
{
  BjtGeometry *old = self->shape;

  self->shape = shape != NULL ? bjt_geometry_ref (shape) : NULL;
  if (old != NULL)
    bjt_geometry_unref (old);
}

static void
select_space (BjtNoteForm *self,
              const char  *key)
{
  BjtSharedSpace space;

  gtk_drop_down_set_selected (self->spaces, bjt_shared_space_parse (key, &space) ? space : BJT_SPACE_CORRIDOR);
}

void
bjt_note_form_start (BjtNoteForm         *self,
                     BjtPicture          *picture,
                     guint32              door,
                     const BjtAnnotation *draft)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);

  self->is_filling = TRUE;
  self->today = picture->as_of;
  self->place_ids[0] = d->id;
  self->place_ids[1] = d->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, d->entrance)->id : BJT_UUID_NIL;
  self->place_ids[2] = bjt_picture_get_building (picture, d->building)->id;
  self->ordinal = draft != NULL ? draft->ordinal : d->ordinal;
  set_shape (self, draft != NULL ? draft->shape : NULL);
  gtk_toggle_button_set_active (self->kinds[draft != NULL ? CLAMP (draft->kind, 0, 2) : BJT_ANNOTATION_NOTE], TRUE);
  set_where (self, find_where (draft));
  select_space (self, draft != NULL ? draft->space : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->text), draft != NULL && draft->text != NULL ? draft->text : "");
  gtk_check_button_set_active (self->report, FALSE);
  bjt_note_form_set_photo (self, NULL);
  self->is_touched = draft != NULL;
  self->is_filling = FALSE;
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
bjt_note_form_set_kind (BjtNoteForm *self,
                        int          kind)
{
  gboolean was_touched = self->is_touched;

  gtk_toggle_button_set_active (self->kinds[CLAMP (kind, 0, 2)], TRUE);
  self->is_touched = was_touched;
}

void
bjt_note_form_set_place (BjtNoteForm       *self,
                         const BjtGeometry *shape,
                         int                ordinal)
{
  static const char *const words[] = { NC_ ("note", "At a point of the plan"), NC_ ("note", "Along a line of the plan"), NC_ ("note", "Over an area of the plan") };

  set_shape (self, shape);
  self->ordinal = ordinal;
  gtk_label_set_label (self->place_label, g_dpgettext2 (GETTEXT_PACKAGE, "note", words[MIN (shape->kind, 2)]));
  set_where (self, bjt_uuid_is_nil (&self->place_ids[1]) ? "building" : "entrance");
  touched_cb (self);
}

void
bjt_note_form_set_text (BjtNoteForm *self,
                        const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

/**
 * bjt_note_form_dup_annotation:
 *
 * Returns: (transfer full):
 */
BjtAnnotation *
bjt_note_form_dup_annotation (BjtNoteForm *self)
{
  BjtAnnotation *annotation = bjt_annotation_new ();

  annotation->kind = get_kind (self);
  annotation->text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  annotation->noted_on = self->today;
  annotation->ordinal = self->ordinal;
  annotation->shape = self->shape != NULL ? bjt_geometry_ref (self->shape) : NULL;
  annotation->building_id = self->place_ids[2];
  if (g_str_equal (self->where, "door"))
    {
      annotation->door_id = self->place_ids[0];
      return annotation;
    }
  annotation->space = g_strdup (bjt_shared_space_get_key ((BjtSharedSpace) gtk_drop_down_get_selected (self->spaces)));
  if (g_str_equal (self->where, "entrance"))
    annotation->entrance_id = self->place_ids[1];
  else if (self->shape == NULL)
    annotation->ordinal = 0;
  return annotation;
}

gboolean
bjt_note_form_wants_issue (BjtNoteForm *self)
{
  return get_kind (self) == BJT_ANNOTATION_HAZARD && gtk_check_button_get_active (self->report);
}

gboolean
bjt_note_form_is_touched (BjtNoteForm *self)
{
  return self->is_touched;
}

/* Actions */

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SAVE], 0);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[CANCEL], 0);
}

static void
activate_cb (BjtNoteForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

/* Making */

static GtkWidget *
create_kinds (BjtNoteForm *self)
{
  static const int order[] = { BJT_ANNOTATION_NOTE, BJT_ANNOTATION_HAZARD, BJT_ANNOTATION_PHOTO };
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *button = gtk_toggle_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (content), bjt_swatch_new (BJT_SWATCH_ANNOTATION, order[i]));
      gtk_box_append (GTK_BOX (content), gtk_label_new (bjt_note_words_get_kind (order[i])));
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, bjt_note_words_get_kind (order[i]), -1);
      self->kinds[order[i]] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->kinds[order[i]], self->kinds[order[0]]);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (touched_cb), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static GtkWidget *
create_wheres (void)
{
  const char *const words[] = { C_ ("where", "This door"), C_ ("where", "Stairwell"), C_ ("where", "Building") };
  GtkWidget        *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (words[i]);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.where");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", places[i]);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static GtkDropDown *
create_spaces (void)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget                *spaces;

  for (guint i = 0; i < BJT_N_SHARED_SPACES; i++)
    gtk_string_list_append (words, bjt_note_words_get_space (bjt_shared_space_get_key ((BjtSharedSpace) i)));
  spaces = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (words)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spaces), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Shared space"), -1);
  return GTK_DROP_DOWN (spaces);
}

static GtkWidget *
create_photo_row (BjtNoteForm *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *choose = gtk_button_new_with_mnemonic (_ ("_Photo…"));

  self->photo_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->photo_label, 0);
  gtk_label_set_ellipsize (self->photo_label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->photo_label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->photo_label), "caption");
  self->photo_clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (self->photo_clear, "flat");
  gtk_widget_set_tooltip_text (self->photo_clear, _ ("Without the photo"));
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->photo_clear, "clicked", G_CALLBACK (clear_photo_cb), self);
  gtk_box_append (GTK_BOX (row), choose);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->photo_label));
  gtk_box_append (GTK_BOX (row), self->photo_clear);
  return row;
}

static GtkWidget *
create_buttons (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *cancel = gtk_button_new_with_label (_ ("Cancel")), *save = gtk_button_new_with_label (_ ("Save"));

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "form.cancel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "form.save");
  gtk_widget_set_tooltip_text (cancel, _ ("Closes the form; what you typed is kept for this door"));
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_box_append (GTK_BOX (row), cancel);
  gtk_box_append (GTK_BOX (row), save);
  return row;
}

static void
add_controllers (BjtNoteForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget      *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/* Object */

static void
bjt_note_form_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_string (value, BJT_NOTE_FORM (object)->where);
}

static void
bjt_note_form_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  set_where (BJT_NOTE_FORM (object), g_value_get_string (value));
}

static gboolean
bjt_note_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BJT_NOTE_FORM (widget)->text));
}

static void
bjt_note_form_dispose (GObject *object)
{
  BjtNoteForm *self = BJT_NOTE_FORM (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_note_form_parent_class)->dispose (object);
}

static void
bjt_note_form_finalize (GObject *object)
{
  BjtNoteForm *self = BJT_NOTE_FORM (object);

  bjt_note_photo_free (self->photo);
  set_shape (self, NULL);
  g_free (self->where);
  G_OBJECT_CLASS (bjt_note_form_parent_class)->finalize (object);
}

static void
bjt_note_form_class_init (BjtNoteFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = bjt_note_form_dispose;
  object_class->finalize = bjt_note_form_finalize;
  object_class->get_property = bjt_note_form_get_property;
  object_class->set_property = bjt_note_form_set_property;
  widget_class->grab_focus = bjt_note_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  properties[PROP_WHERE] = g_param_spec_string ("where", NULL, NULL, "door", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_PHOTO] = g_signal_new ("open-photo", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BYTES);
  gtk_widget_class_install_property_action (widget_class, "form.where", "where");
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
bjt_note_form_init (BjtNoteForm *self)
{
  GtkBox *box;

  self->where = g_strdup ("door");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  box = GTK_BOX (self->box);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "form");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->text = GTK_ENTRY (gtk_entry_new ());
  self->spaces = create_spaces ();
  self->place_label = GTK_LABEL (bjt_rows_create_label ("", "caption"));
  self->report = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Report it as an issue, too")));
  self->wheres = create_wheres ();
  gtk_entry_set_placeholder_text (self->text, _ ("What there is, in a few words"));
  gtk_entry_set_max_length (self->text, 2000);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What there is, in a few words"), -1);
  gtk_box_append (box, create_kinds (self));
  gtk_box_append (box, self->wheres);
  gtk_box_append (box, GTK_WIDGET (self->spaces));
  gtk_box_append (box, GTK_WIDGET (self->place_label));
  gtk_box_append (box, GTK_WIDGET (self->text));
  gtk_box_append (box, create_photo_row (self));
  gtk_box_append (box, GTK_WIDGET (self->report));
  gtk_box_append (box, create_buttons ());
  gtk_toggle_button_set_active (self->kinds[BJT_ANNOTATION_NOTE], TRUE);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->spaces, "notify::selected", G_CALLBACK (touched_cb), self);
  add_controllers (self);
  update (self);
}

GtkWidget *
bjt_note_form_new (void)
{
  return g_object_new (BJT_TYPE_NOTE_FORM, NULL);
}
