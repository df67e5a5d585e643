/* bjt-note-list.c: rows are made anew with every picture. */
#include "bjt-note-list.h"

#include <glib/gi18n-lib.h>

#include "bjt-note-words.h"
#include "bjt-rows.h"
#include "bjt-swatch.h"
#include "bjt-words.h"
#include "model/bjt-plans.h"
#include "plan/bjt-annotation-index.h"

struct _BjtNoteList
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (BjtNoteList, bjt_note_list, GTK_TYPE_WIDGET)

static guint act_signal;

static void
clicked_cb (GtkWidget   *button,
            BjtNoteList *self)
{
  const BjtUuid *id = g_object_get_data (G_OBJECT (button), "note");
  BjtUuid        copy = *id;

  g_signal_emit (self, act_signal, 0, &copy, g_object_get_data (G_OBJECT (button), "what"), button);
}

static void
append_button (BjtNoteList   *self,
               GtkWidget     *row,
               const BjtUuid *id,
               const char    *what,
               const char    *word,
               const char    *icon) /* (nullable) */
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (word);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (icon != NULL)
    {
      gtk_widget_set_tooltip_text (button, word);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
    }
  g_object_set_data_full (G_OBJECT (button), "note", g_memdup2 (id, sizeof *id), g_free);
  g_object_set_data (G_OBJECT (button), "what", (gpointer) what);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (row), button);
}

static char *
dup_aside (BjtPicture                 *picture,
           const BjtPictureAnnotation *note)
{
  g_autofree char *place = bjt_note_words_dup_place (picture, note);
  g_autofree char *day = bjt_words_dup_day (note->noted_on, picture->as_of);
  GString         *text = g_string_new (bjt_note_words_get_kind (note->kind));

  if (place != NULL)
    g_string_append_printf (text, " · %s", place);
  g_string_append_printf (text, " · %s", day);
  if (!bjt_uuid_is_nil (&note->issue_id))
    g_string_append_printf (text, " · %s", _ ("reported"));
  return g_string_free (text, FALSE);
}

static GtkWidget *
create_row (BjtNoteList                *self,
            BjtPicture                 *picture,
            const BjtPictureAnnotation *note)
{
  GtkWidget       *frame = bjt_rows_create_frame (), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget       *text = bjt_rows_create_label (note->text != NULL ? note->text : bjt_note_words_get_kind (note->kind), NULL), *label;
  g_autofree char *aside = dup_aside (picture, note);
  gboolean         is_open = bjt_picture_annotation_is_open (note);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (head), bjt_swatch_new (BJT_SWATCH_ANNOTATION, note->kind));
  gtk_box_append (GTK_BOX (head), text);
  if (note->has_photo)
    append_button (self, head, &note->id, "photo", _ ("Look at the photo"), "image-x-generic-symbolic");
  label = bjt_rows_create_label (aside, "caption");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (foot), label);
  if (is_open && note->kind == BJT_ANNOTATION_HAZARD && bjt_uuid_is_nil (&note->issue_id))
    append_button (self, foot, &note->id, "report", _ ("Report"), NULL);
  append_button (self, foot, &note->id, is_open ? "settle" : "reopen", is_open ? _ ("Settle") : _ ("Open Again"), NULL);
  append_button (self, foot, &note->id, "remove", _ ("Remove the note"), "user-trash-symbolic");
  gtk_box_append (GTK_BOX (frame), head);
  gtk_box_append (GTK_BOX (frame), foot);
  return frame;
}

/* Its own, and those of the shared space it is reached by. */
static gboolean
concerns_door (const BjtPicture           *picture,
               const BjtPictureAnnotation *note,
               guint32                     door)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);

  if (note->door != BJT_NO_INDEX)
    return note->door == door;
  return (note->entrance == d->entrance || note->entrance == BJT_NO_INDEX) && note->ordinal == d->ordinal;
}

static void
append_settled (BjtNoteList *self,
                GPtrArray   *rows)
{
  GtkWidget       *box, *expander;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u settled note", "%u settled notes", rows->len), rows->len);

  if (rows->len == 0)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  expander = gtk_expander_new (title);
  for (guint i = 0; i < rows->len; i++)
    gtk_box_append (GTK_BOX (box), rows->pdata[i]);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_box_append (GTK_BOX (self->box), expander);
}

void
bjt_note_list_show_door (BjtNoteList *self,
                         BjtPicture  *picture,
                         guint32      door)
{
  BjtRun run = bjt_annotation_index_get_run (picture, bjt_picture_get_door (picture, door)->building);
  g_autoptr (GPtrArray) settled = g_ptr_array_new ();
  guint  n_open = 0;

  bjt_rows_clear (GTK_BOX (self->box));
  for (guint32 a = run.first; a < run.first + run.n; a++)
    {
      const BjtPictureAnnotation *note = bjt_picture_get_annotation (picture, a);

      if (!concerns_door (picture, note, door))
        continue;
      if (!bjt_picture_annotation_is_open (note))
        {
          g_ptr_array_add (settled, create_row (self, picture, note));
          continue;
        }
      if (n_open++ == 0)
        gtk_box_append (GTK_BOX (self->box), bjt_rows_create_heading (_ ("Notes and hazards"), NULL));
      gtk_box_append (GTK_BOX (self->box), create_row (self, picture, note));
    }
  append_settled (self, settled);
  gtk_widget_set_visible (GTK_WIDGET (self), n_open > 0 || settled->len > 0);
}

/* Object */

static void
bjt_note_list_dispose (GObject *object)
{
  g_clear_pointer (&BJT_NOTE_LIST (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_note_list_parent_class)->dispose (object);
}

static void
bjt_note_list_class_init (BjtNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_note_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  act_signal = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING, GTK_TYPE_WIDGET);
}

static void
bjt_note_list_init (BjtNoteList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
bjt_note_list_new (void)
{
  return g_object_new (BJT_TYPE_NOTE_LIST, NULL);
}
