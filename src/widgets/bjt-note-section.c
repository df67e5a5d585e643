/* bjt-note-section.c: what is typed is kept for its door, with its photo, until
 * it is saved. Nothing is shown behind the curtain. */
#include "bjt-note-section.h"

#include "bjt-note-list.h"

typedef struct
{
  BjtAnnotation *annotation;
  BjtNotePhoto  *photo;
} Draft;

struct _BjtNoteSection
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget   *box;
  GtkRevealer *fold;
  BjtNoteForm *form;
  BjtNoteList *list;

  /* Owned */
  BjtFocus     *focus;
  GSignalGroup *focus_signals;
  GHashTable   *drafts; /* BjtUuid of the door → Draft */

  /* State */
  BjtUuid  door_id; /* of the form */
  gboolean has_form;
};

G_DEFINE_FINAL_TYPE (BjtNoteSection, bjt_note_section, GTK_TYPE_WIDGET)

enum
{
  ADD,
  ACT,
  OPEN_PHOTO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint32
get_door (BjtNoteSection *self)
{
  return self->focus != NULL && bjt_focus_get_picture (self->focus) != NULL ? bjt_focus_get_door (self->focus) : BJT_NO_INDEX;
}

static void
draft_free (gpointer data)
{
  Draft *self = data;

  bjt_annotation_free (self->annotation);
  bjt_note_photo_free (self->photo);
  g_free (self);
}

static void
keep_draft (BjtNoteSection *self)
{
  Draft *draft;

  if (!self->has_form || !bjt_note_form_is_touched (self->form))
    return;
  draft = g_new0 (Draft, 1);
  draft->annotation = bjt_note_form_dup_annotation (self->form);
  draft->photo = bjt_note_photo_copy (bjt_note_form_get_photo (self->form));
  g_hash_table_replace (self->drafts, g_memdup2 (&self->door_id, sizeof self->door_id), draft);
}

static void
fold (BjtNoteSection *self)
{
  self->has_form = FALSE;
  gtk_revealer_set_reveal_child (self->fold, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->fold), FALSE);
}

static void
cancel_cb (BjtNoteSection *self)
{
  keep_draft (self);
  fold (self);
}

/* The draft is kept while saving: the answer may be no. */
static void
save_cb (BjtNoteSection *self)
{
  g_autoptr (BjtAnnotation) annotation = bjt_note_form_dup_annotation (self->form);
  g_autoptr (BjtNotePhoto) photo = bjt_note_photo_copy (bjt_note_form_get_photo (self->form));
  BjtUuid  door_id = self->door_id;
  gboolean is_saved = FALSE;

  keep_draft (self);
  g_signal_emit (self, signals[ADD], 0, annotation, photo, bjt_note_form_wants_issue (self->form), &is_saved);
  if (!is_saved)
    return;
  g_hash_table_remove (self->drafts, &door_id);
  fold (self);
}

static void
open_photo_cb (BjtNoteSection *self,
               const char     *path,
               GBytes         *pasted)
{
  g_signal_emit (self, signals[OPEN_PHOTO], 0, path, pasted);
}

static void
act_cb (BjtNoteSection *self,
        BjtUuid        *id,
        const char     *what,
        GtkWidget      *where)
{
  g_signal_emit (self, signals[ACT], 0, id, what, where);
}

void
bjt_note_section_start (BjtNoteSection *self,
                        int             kind)
{
  guint32     door = get_door (self);
  BjtPicture *picture;
  Draft      *draft;

  g_return_if_fail (BJT_IS_NOTE_SECTION (self));
  if (door == BJT_NO_INDEX || bjt_focus_get_curtain (self->focus))
    return;
  keep_draft (self);
  picture = bjt_focus_get_picture (self->focus);
  self->door_id = bjt_picture_get_door (picture, door)->id;
  draft = g_hash_table_lookup (self->drafts, &self->door_id);
  bjt_note_form_start (self->form, picture, door, draft != NULL ? draft->annotation : NULL);
  bjt_note_form_set_photo (self->form, draft != NULL ? draft->photo : NULL);
  bjt_note_form_set_kind (self->form, kind);
  self->has_form = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->fold), TRUE);
  gtk_revealer_set_reveal_child (self->fold, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
update (BjtNoteSection *self)
{
  guint32 door = get_door (self);
  BjtUuid id = door != BJT_NO_INDEX ? bjt_picture_get_door (bjt_focus_get_picture (self->focus), door)->id : BJT_UUID_NIL;

  if (self->has_form && !bjt_uuid_equal (&id, &self->door_id))
    cancel_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  if (door != BJT_NO_INDEX && !bjt_focus_get_curtain (self->focus))
    bjt_note_list_show_door (self->list, bjt_focus_get_picture (self->focus), door);
}

BjtNoteForm *
bjt_note_section_get_form (BjtNoteSection *self)
{
  return self->form;
}

/* Object */

static void
bjt_note_section_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_object (value, BJT_NOTE_SECTION (object)->focus);
}

static void
bjt_note_section_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  BjtNoteSection *self = BJT_NOTE_SECTION (object);

  if (!g_set_object (&self->focus, g_value_get_object (value)))
    return;
  g_signal_group_set_target (self->focus_signals, self->focus);
  update (self);
}

static void
bjt_note_section_dispose (GObject *object)
{
  BjtNoteSection *self = BJT_NOTE_SECTION (object);

  g_clear_object (&self->focus_signals);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_note_section_parent_class)->dispose (object);
}

static void
bjt_note_section_finalize (GObject *object)
{
  g_hash_table_unref (BJT_NOTE_SECTION (object)->drafts);
  G_OBJECT_CLASS (bjt_note_section_parent_class)->finalize (object);
}

static void
bjt_note_section_class_init (BjtNoteSectionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_note_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_note_section_finalize;
  G_OBJECT_CLASS (klass)->get_property = bjt_note_section_get_property;
  G_OBJECT_CLASS (klass)->set_property = bjt_note_section_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
                                   g_param_spec_object ("focus", NULL, NULL, BJT_TYPE_FOCUS, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                               G_TYPE_BOOLEAN, 3, G_TYPE_POINTER, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[ACT] = g_signal_new ("act", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING, GTK_TYPE_WIDGET);
  signals[OPEN_PHOTO] = g_signal_new ("open-photo", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BYTES);
}

static void
bjt_note_section_init (BjtNoteSection *self)
{
  self->focus_signals = g_signal_group_new (BJT_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "picture-changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->focus_signals, "choice-changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->focus_signals, "privacy-changed", G_CALLBACK (update), self);
  self->drafts = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, draft_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->fold = GTK_REVEALER (gtk_revealer_new ());
  self->form = BJT_NOTE_FORM (bjt_note_form_new ());
  self->list = BJT_NOTE_LIST (bjt_note_list_new ());
  gtk_revealer_set_child (self->fold, GTK_WIDGET (self->form));
  gtk_widget_set_visible (GTK_WIDGET (self->fold), FALSE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->fold));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->form, "save", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->form, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (self->form, "open-photo", G_CALLBACK (open_photo_cb), self);
  g_signal_connect_swapped (self->list, "act", G_CALLBACK (act_cb), self);
}

GtkWidget *
bjt_note_section_new (void)
{
  return g_object_new (BJT_TYPE_NOTE_SECTION, NULL);
}
