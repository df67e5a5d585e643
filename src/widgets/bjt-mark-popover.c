/* bjt-mark-popover.c: derived categories are shown but not ticked by hand;
 * restricted ones are not shown. A new class needs a reason. */
#include "bjt-mark-popover.h"

#include <glib/gi18n-lib.h>

#include "base/bjt-text.h"
#include "bjt-category-chip.h"
#include "bjt-note-words.h"
#include "bjt-rows.h"
#include "bjt-words.h"
#include "model/bjt-plans.h"

struct _BjtMarkPopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkBox      *box;
  GtkBox      *people; /* what needs a household */
  GtkDropDown *persons;
  GtkFlowBox  *categories;
  GtkDropDown *households;
  GtkDropDown *classes;
  GtkEntry    *reason;
  GtkWidget   *apply;

  /* Owned */
  BjtPicture *picture;

  /* State */
  GArray  *person_indices;    /* guint32, as in the drop-down */
  GArray  *household_indices;
  BjtUuid  door_id;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtMarkPopover, bjt_mark_popover, GTK_TYPE_POPOVER)

enum
{
  TICK_CATEGORY,
  OVERRIDE_CLASS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint32
get_selected (GtkDropDown *drop_down,
              GArray      *indices)
{
  guint row = gtk_drop_down_get_selected (drop_down);

  return row < indices->len ? g_array_index (indices, guint32, row) : BJT_NO_INDEX;
}

/* Categories */

static void
toggled_cb (GtkCheckButton *check,
            BjtMarkPopover *self)
{
  guint32                  person = get_selected (self->persons, self->person_indices);
  const char              *code = g_object_get_data (G_OBJECT (check), "code");
  BjtUuid                  id;
  gboolean                 is_saved = FALSE;

  if (self->is_filling || person == BJT_NO_INDEX)
    return;
  id = bjt_picture_get_person (self->picture, person)->id;
  g_signal_emit (self, signals[TICK_CATEGORY], 0, &id, code, gtk_check_button_get_active (check), &is_saved);
  if (is_saved)
    return;
  self->is_filling = TRUE;
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  self->is_filling = FALSE;
}

static void
append_category (BjtMarkPopover           *self,
                 const BjtPictureCategory *category,
                 gboolean                  is_on)
{
  GtkWidget *check = gtk_check_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), bjt_category_chip_new (category));
  gtk_box_append (GTK_BOX (row), gtk_label_new (category->name));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_on);
  gtk_widget_set_sensitive (check, !category->is_derived);
  gtk_widget_set_tooltip_text (row, category->is_derived ? _ ("Follows from age and household; not ticked by hand") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, category->name, -1);
  g_object_set_data_full (G_OBJECT (check), "code", g_strdup (category->code), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_flow_box_append (self->categories, row);
  gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
}

static void
fill_categories (BjtMarkPopover *self)
{
  guint32          person = get_selected (self->persons, self->person_indices);
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->categories, 0)) != NULL)
    gtk_flow_box_remove (self->categories, GTK_WIDGET (child));
  if (person == BJT_NO_INDEX)
    return;
  self->is_filling = TRUE;
  for (guint32 c = 0; c < MIN (self->picture->categories->len, BJT_MAX_CATEGORIES); c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (self->picture, c);
      const BjtPicturePerson   *p = bjt_picture_get_person (self->picture, person);

      if (!category->is_restricted)
        append_category (self, category, ((category->is_derived ? p->categories : p->ticked) >> c & 1) != 0);
    }
  self->is_filling = FALSE;
}

static void
person_changed_cb (BjtMarkPopover *self)
{
  if (!self->is_filling)
    fill_categories (self);
}

/* Class */

static void
update_apply (BjtMarkPopover *self)
{
  gboolean has_reason = *gtk_editable_get_text (GTK_EDITABLE (self->reason)) != '\0';
  gboolean derives = gtk_drop_down_get_selected (self->classes) == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->reason), !derives);
  gtk_widget_set_sensitive (self->apply, derives || has_reason);
}

static void
fill_class (BjtMarkPopover *self)
{
  guint32                    household = get_selected (self->households, self->household_indices);
  const BjtPictureHousehold *h = household != BJT_NO_INDEX ? bjt_picture_get_household (self->picture, household) : NULL;

  if (h == NULL)
    return;
  gtk_drop_down_set_selected (self->classes, h->class_override < BJT_N_CLASSES ? h->class_override : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), h->class_override != 0 && h->class_reason != NULL ? h->class_reason : "");
  update_apply (self);
}

static void
apply_cb (BjtMarkPopover *self)
{
  guint32     household = get_selected (self->households, self->household_indices);
  guint       household_class = gtk_drop_down_get_selected (self->classes);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  BjtUuid     id;
  gboolean    is_saved = FALSE;

  if (household == BJT_NO_INDEX || !gtk_widget_get_sensitive (self->apply))
    return;
  id = bjt_picture_get_household (self->picture, household)->id;
  g_signal_emit (self, signals[OVERRIDE_CLASS], 0, &id, (int) household_class, household_class != 0 ? reason : NULL, &is_saved);
  if (is_saved)
    gtk_popover_popdown (GTK_POPOVER (self));
}

void
bjt_mark_popover_set_class (BjtMarkPopover *self,
                            int             household_class,
                            const char     *reason)
{
  g_return_if_fail (BJT_IS_MARK_POPOVER (self));
  gtk_drop_down_set_selected (self->classes, (guint) household_class);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
  apply_cb (self);
}

/* Filling in */

static void
add_index (GArray        *indices,
           GtkStringList *names,
           guint32        index,
           const char    *name)
{
  g_array_append_val (indices, index);
  gtk_string_list_append (names, name);
}

static void
fill_lists (BjtMarkPopover *self,
            guint32         door,
            gboolean        names_shown)
{
  const BjtRun             *run = &bjt_picture_get_door (self->picture, door)->households;
  g_autoptr (GtkStringList) persons = gtk_string_list_new (NULL), households = gtk_string_list_new (NULL);

  g_array_set_size (self->person_indices, 0);
  g_array_set_size (self->household_indices, 0);
  for (guint32 h = run->first; h < run->first + run->n; h++)
    {
      const BjtPictureHousehold *household = bjt_picture_get_household (self->picture, h);

      add_index (self->household_indices, households, h, bjt_words_get_class (household->household_class));
      for (guint m = 0; m < household->members.n; m++)
        {
          guint32          person = bjt_picture_get_member (self->picture, household->members.first + m)->person;
          const char      *full = bjt_picture_get_person (self->picture, person)->name;
          g_autofree char *name = names_shown ? g_strdup (full) : bjt_text_mask_name (full);

          add_index (self->person_indices, persons, person, name != NULL ? name : "—");
        }
    }
  gtk_drop_down_set_model (self->persons, G_LIST_MODEL (persons));
  gtk_drop_down_set_model (self->households, G_LIST_MODEL (households));
  gtk_widget_set_visible (GTK_WIDGET (self->households), run->n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->people), run->n > 0);
}

void
bjt_mark_popover_set_door (BjtMarkPopover *self,
                           BjtPicture     *picture,
                           guint32         door,
                           gboolean        names_shown)
{
  const BjtUuid *door_id = &bjt_picture_get_door (picture, door)->id;
  guint          person = bjt_uuid_equal (door_id, &self->door_id) ? gtk_drop_down_get_selected (self->persons) : 0;

  g_return_if_fail (BJT_IS_MARK_POPOVER (self));
  bjt_picture_ref (picture);
  bjt_picture_unref (self->picture);
  self->picture = picture;
  self->door_id = *door_id;
  self->is_filling = TRUE;
  fill_lists (self, door, names_shown);
  if (person < self->person_indices->len)
    gtk_drop_down_set_selected (self->persons, person);
  self->is_filling = FALSE;
  fill_categories (self);
  fill_class (self);
}

/* Object */

static void
bjt_mark_popover_finalize (GObject *object)
{
  BjtMarkPopover *self = BJT_MARK_POPOVER (object);

  bjt_picture_unref (self->picture);
  g_array_unref (self->person_indices);
  g_array_unref (self->household_indices);
  G_OBJECT_CLASS (bjt_mark_popover_parent_class)->finalize (object);
}

static void
bjt_mark_popover_class_init (BjtMarkPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_mark_popover_finalize;
  signals[TICK_CATEGORY] = g_signal_new ("tick-category", BJT_TYPE_MARK_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                         g_signal_accumulator_true_handled, NULL, NULL,
                                         G_TYPE_BOOLEAN, 3, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[OVERRIDE_CLASS] = g_signal_new ("override-class", BJT_TYPE_MARK_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                          g_signal_accumulator_true_handled, NULL, NULL,
                                          G_TYPE_BOOLEAN, 3, G_TYPE_POINTER, G_TYPE_INT, G_TYPE_STRING);
}

static void
create_categories (BjtMarkPopover *self)
{
  self->persons = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->categories = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->categories, GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (self->categories, 2);
  gtk_flow_box_set_max_children_per_line (self->categories, 2);
  g_signal_connect_swapped (self->persons, "notify::selected", G_CALLBACK (person_changed_cb), self);
  gtk_box_append (self->people, bjt_rows_create_heading (_ ("Categories of a person"), NULL));
  gtk_box_append (self->people, GTK_WIDGET (self->persons));
  gtk_box_append (self->people, GTK_WIDGET (self->categories));
}

static void
create_class (BjtMarkPopover *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("By the rules"));
  for (int i = 1; i < BJT_N_CLASSES; i++)
    gtk_string_list_append (words, bjt_words_get_class (i));
  self->households = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->classes = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (words)), NULL));
  self->reason = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->reason, _ ("Reason, kept with the class"));
  self->apply = gtk_button_new_with_label (_ ("Set the class"));
  g_signal_connect_swapped (self->households, "notify::selected", G_CALLBACK (fill_class), self);
  g_signal_connect_swapped (self->classes, "notify::selected", G_CALLBACK (update_apply), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (update_apply), self);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (apply_cb), self);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (self->people, bjt_rows_create_heading (_ ("Class of the household"), NULL));
  gtk_box_append (self->people, GTK_WIDGET (self->households));
  gtk_box_append (self->people, GTK_WIDGET (self->classes));
  gtk_box_append (self->people, GTK_WIDGET (self->reason));
  gtk_box_append (self->people, self->apply);
}

/* Notes: written on the card */

static void
annotate_cb (GtkWidget      *button,
             BjtMarkPopover *self)
{
  guint32 door = self->picture != NULL ? bjt_picture_find_door (self->picture, &self->door_id) : BJT_NO_INDEX;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (door != BJT_NO_INDEX)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.annotate", "(ui)", door, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind")));
}

static void
create_notes (BjtMarkPopover *self)
{
  static const int kinds[] = { BJT_ANNOTATION_NOTE, BJT_ANNOTATION_HAZARD, BJT_ANNOTATION_PHOTO };
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *word = g_strdup_printf ("%s…", bjt_note_words_get_kind (kinds[i]));
      GtkWidget       *button = gtk_button_new_with_label (word);

      g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER (kinds[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (annotate_cb), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (self->box, bjt_rows_create_heading (_ ("Note, photo, hazard"), NULL));
  gtk_box_append (self->box, row);
}

static void
bjt_mark_popover_init (BjtMarkPopover *self)
{
  self->person_indices = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->household_indices = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  create_notes (self);
  self->people = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (self->box, GTK_WIDGET (self->people));
  create_categories (self);
  create_class (self);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
}

GtkWidget *
bjt_mark_popover_new (void)
{
  return g_object_new (BJT_TYPE_MARK_POPOVER, NULL);
}
