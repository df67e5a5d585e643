/* bjt-walk-row.c: digits choose while an outcome has the keyboard; in the note they
 * are text. */
#include "bjt-walk-row.h"

#include <glib/gi18n.h>

#include "base/bjt-text.h"
#include "widgets/bjt-words.h"

static const int offered[] = {
  BJT_OUTCOME_MET, BJT_OUTCOME_PHONED, BJT_OUTCOME_ABSENT, BJT_OUTCOME_REFUSED, BJT_OUTCOME_NOTE_LEFT, BJT_OUTCOME_NO_ACCESS,
};

struct _BjtWalkRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget       *box;
  GtkToggleButton *outcomes[G_N_ELEMENTS (offered)];
  GtkEditable     *note;
  GtkWidget       *mark;

  /* State */
  BjtUuid   door_id;
  BjtVisit *visit; /* as saved; NULL: not yet */
  gboolean  is_changed;
  gboolean  is_filling;
};

G_DEFINE_FINAL_TYPE (BjtWalkRow, bjt_walk_row, GTK_TYPE_WIDGET)

static guint changed_signal, done_signal;

int
bjt_walk_row_get_outcome (BjtWalkRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    if (gtk_toggle_button_get_active (self->outcomes[i]))
      return offered[i];
  return -1;
}

const char *
bjt_walk_row_get_note (BjtWalkRow *self)
{
  return gtk_editable_get_text (self->note);
}

gboolean
bjt_walk_row_is_changed (BjtWalkRow *self)
{
  return self->is_changed;
}

static void
changed_cb (BjtWalkRow *self)
{
  if (self->is_filling)
    return;
  self->is_changed = TRUE;
  gtk_widget_set_opacity (self->mark, 0);
  g_signal_emit (self, changed_signal, 0);
}

/* Pressing one lets the others go. */
static void
toggled_cb (GtkToggleButton *button,
            BjtWalkRow      *self)
{
  if (gtk_toggle_button_get_active (button))
    for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
      if (self->outcomes[i] != button)
        gtk_toggle_button_set_active (self->outcomes[i], FALSE);
  changed_cb (self);
}

void
bjt_walk_row_set_visit (BjtWalkRow     *self,
                        const BjtVisit *visit)
{
  BjtVisit *copy = bjt_visit_copy (visit);

  g_return_if_fail (BJT_IS_WALK_ROW (self));
  bjt_visit_free (self->visit);
  self->visit = copy;
  self->is_filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    gtk_toggle_button_set_active (self->outcomes[i], offered[i] == copy->outcome);
  gtk_editable_set_text (self->note, copy->note != NULL ? copy->note : "");
  self->is_filling = FALSE;
  self->is_changed = FALSE;
  gtk_widget_set_opacity (self->mark, 1);
}

/**
 * bjt_walk_row_dup_visit:
 *
 * Returns: (transfer full) (nullable): without day
 */
BjtVisit *
bjt_walk_row_dup_visit (BjtWalkRow *self)
{
  int         outcome = bjt_walk_row_get_outcome (self);
  const char *note = bjt_walk_row_get_note (self);
  BjtVisit   *visit;

  if (outcome < 0 && *note == '\0')
    return NULL;
  visit = self->visit != NULL ? bjt_visit_copy (self->visit) : bjt_visit_new ();
  if (self->visit == NULL)
    visit->next_on = BJT_DATE_NONE;
  visit->door_id = self->door_id;
  visit->outcome = outcome >= 0 ? outcome : BJT_OUTCOME_MET; /* a note alone tells of a visit */
  visit->mode = visit->outcome == BJT_OUTCOME_PHONED ? BJT_MODE_PHONE : BJT_MODE_HOME;
  g_free (visit->note);
  visit->note = *note != '\0' ? g_strdup (note) : NULL;
  return visit;
}

/* Keys */

static void
done_cb (BjtWalkRow *self)
{
  g_signal_emit (self, done_signal, 0);
}

static gboolean
key_cb (BjtWalkRow     *self,
        guint           key,
        guint           code,
        GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint      digit = key >= GDK_KEY_1 && key <= GDK_KEY_9         ? key - GDK_KEY_1
                     : key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_1
                                                                  : G_MAXUINT;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->note)))
    return GDK_EVENT_PROPAGATE;
  if (digit < G_N_ELEMENTS (offered))
    gtk_toggle_button_set_active (self->outcomes[digit], !gtk_toggle_button_get_active (self->outcomes[digit]));
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    done_cb (self);
  else if (key == GDK_KEY_Tab)
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
bjt_walk_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BJT_WALK_ROW (widget)->outcomes[0]));
}

/* Object */

static void
bjt_walk_row_dispose (GObject *object)
{
  BjtWalkRow *self = BJT_WALK_ROW (object);

  g_clear_pointer (&self->visit, bjt_visit_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_walk_row_parent_class)->dispose (object);
}

static void
bjt_walk_row_class_init (BjtWalkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_walk_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = bjt_walk_row_grab_focus;
  changed_signal = g_signal_new ("changed", BJT_TYPE_WALK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  done_signal = g_signal_new ("done", BJT_TYPE_WALK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_walk_row_init (BjtWalkRow *self)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (linked, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u %s", i + 1, bjt_words_get_outcome (offered[i]));

      self->outcomes[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (label));
      gtk_widget_add_css_class (GTK_WIDGET (self->outcomes[i]), "today-action");
      g_signal_connect (self->outcomes[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (linked), GTK_WIDGET (self->outcomes[i]));
    }
  self->note = GTK_EDITABLE (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->note, "activate", G_CALLBACK (done_cb), self);
  self->mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_opacity (self->mark, 0);
  gtk_widget_set_tooltip_text (self->mark, _("Saved"));
  gtk_box_append (GTK_BOX (self->box), linked);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (self->box), self->mark);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
create_label (const char *text,
              int         width,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
bjt_walk_row_new (BjtPicture *picture,
                  guint32     door,
                  guint       number,
                  gboolean    names_shown)
{
  BjtWalkRow      *self = g_object_new (BJT_TYPE_WALK_ROW, NULL);
  guint32          head = bjt_picture_get_head (picture, door);
  const char      *full = head != BJT_NO_INDEX ? bjt_picture_get_person (picture, head)->name : NULL;
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *place = bjt_picture_dup_door_name (picture, door);
  g_autofree char *name = full == NULL ? NULL : names_shown ? g_strdup (full) : bjt_text_mask_name (full);
  g_autofree char *spoken = g_strdup_printf (_("Note for %s"), place);

  self->door_id = bjt_picture_get_door (picture, door)->id;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
  gtk_box_prepend (GTK_BOX (self->box), create_label (name != NULL ? name : "—", 5, "dim-label"));
  gtk_box_prepend (GTK_BOX (self->box), create_label (place, 15, "numeric"));
  gtk_box_prepend (GTK_BOX (self->box), create_label (count, 3, "dim-label"));
  return GTK_WIDGET (self);
}
