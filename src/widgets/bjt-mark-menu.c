/* bjt-mark-menu.c: made anew for each door; derived and restricted categories
 * are not in it. */
#include "bjt-mark-menu.h"

#include <glib/gi18n-lib.h>

#include "base/bjt-text.h"
#include "bjt-category-chip.h"
#include "bjt-note-words.h"
#include "bjt-rows.h"
#include "bjt-swatch.h"
#include "bjt-words.h"
#include "model/bjt-plans.h"

#define COLUMNS 3

struct _BjtMarkMenu
{
  GtkPopover parent_instance;

  /* Children */
  GtkStack *stack;
  GtkBox   *marks;
  GtkBox   *persons;

  /* Owned */
  BjtPicture *picture;

  /* State */
  guint32 door;
};

G_DEFINE_FINAL_TYPE (BjtMarkMenu, bjt_mark_menu, GTK_TYPE_POPOVER)

enum
{
  MARK_CLASS,
  MARK_CATEGORY,
  ANNOTATE,
  MORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BjtPictureDoorState *
get_state (BjtMarkMenu *self)
{
  return bjt_picture_get_door_state (self->picture, self->door);
}

/* A word with its sign; what is so already is framed. */
static GtkWidget *
create_button (GtkWidget  *sign,
               const char *word,
               gboolean    is_so)
{
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (word);

  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), label);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  if (is_so)
    gtk_widget_add_css_class (button, "chosen");
  return button;
}

static GtkGrid *
append_grid (GtkBox     *box,
             const char *heading)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2);
  gtk_box_append (box, bjt_rows_create_heading (heading, NULL));
  gtk_box_append (box, grid);
  return GTK_GRID (grid);
}

/* Classes */

static void
class_cb (GtkWidget   *button,
          BjtMarkMenu *self)
{
  int household_class = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "class"));

  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[MARK_CLASS], 0, household_class);
  g_object_unref (self);
}

static void
append_classes (BjtMarkMenu *self)
{
  static const int classes[] = { BJT_CLASS_TENANT, BJT_CLASS_HUKOU_ONLY, BJT_CLASS_FLOATING, BJT_CLASS_RESIDENT, BJT_CLASS_EMPTY, 0 };
  GtkGrid *grid = append_grid (self->marks, _ ("Class of the household"));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      gboolean   is_so = classes[i] != 0 && get_state (self)->household_class == classes[i];
      GtkWidget *button = create_button (classes[i] != 0 ? bjt_swatch_new (BJT_SWATCH_CLASS, classes[i]) : gtk_image_new_from_icon_name ("edit-undo-symbolic"),
                                         classes[i] != 0 ? bjt_words_get_class (classes[i]) : _ ("By the rules"), is_so);

      g_object_set_data (G_OBJECT (button), "class", GINT_TO_POINTER (classes[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (class_cb), self);
      gtk_grid_attach (grid, button, (int) i % COLUMNS, (int) i / COLUMNS, 1, 1);
    }
}

/* Categories */

static GArray *
list_persons (BjtMarkMenu *self)
{
  BjtRun  households = bjt_picture_get_door (self->picture, self->door)->households;
  GArray *residents = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint all = 0; all < 2 && residents->len == 0; all++)
    for (guint32 h = households.first; h < households.first + households.n; h++)
      {
        BjtRun members = bjt_picture_get_household (self->picture, h)->members;

        for (guint32 m = members.first; m < members.first + members.n; m++)
          if (all || bjt_picture_get_member (self->picture, m)->is_resident)
            g_array_append_val (residents, bjt_picture_get_member (self->picture, m)->person);
      }
  return residents;
}

static gboolean
is_ticked (BjtMarkMenu *self,
           guint32      person,
           guint32      category)
{
  return (bjt_picture_get_person (self->picture, person)->ticked >> category & 1) != 0;
}

static void
emit_category (BjtMarkMenu *self,
               guint32      category,
               guint32      person)
{
  g_autofree char *code = g_strdup (bjt_picture_get_category (self->picture, category)->code);
  BjtUuid          id = person != BJT_NO_INDEX ? bjt_picture_get_person (self->picture, person)->id : BJT_UUID_NIL;
  gboolean         ticked = person == BJT_NO_INDEX || !is_ticked (self, person, category);

  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[MARK_CATEGORY], 0, code, person != BJT_NO_INDEX ? &id : NULL, ticked);
  g_object_unref (self);
}

static void
person_cb (GtkWidget   *button,
           BjtMarkMenu *self)
{
  emit_category (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "category")), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "person")));
}

static void
ask_whose (BjtMarkMenu  *self,
           guint32       category,
           const GArray *persons)
{
  const BjtPictureCategory *c = bjt_picture_get_category (self->picture, category);
  g_autofree char          *question = g_strdup_printf (_ ("Whose mark is it? %s"), c->name);

  bjt_rows_clear (self->persons);
  gtk_box_append (self->persons, bjt_rows_create_heading (question, NULL));
  for (guint i = 0; i < persons->len; i++)
    {
      guint32          person = g_array_index (persons, guint32, i);
      g_autofree char *name = bjt_text_mask_name (bjt_picture_get_person (self->picture, person)->name);
      GtkWidget       *button = create_button (bjt_category_chip_new (c), *name != '\0' ? name : "—", is_ticked (self, person, category));

      g_object_set_data (G_OBJECT (button), "category", GUINT_TO_POINTER (category));
      g_object_set_data (G_OBJECT (button), "person", GUINT_TO_POINTER (person));
      g_signal_connect (button, "clicked", G_CALLBACK (person_cb), self);
      gtk_box_append (self->persons, button);
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->persons));
  gtk_widget_child_focus (GTK_WIDGET (self->persons), GTK_DIR_TAB_FORWARD);
}

static void
category_cb (GtkWidget   *button,
             BjtMarkMenu *self)
{
  guint32           category = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "category"));
  g_autoptr (GArray) persons = list_persons (self);

  if (persons->len > 1)
    ask_whose (self, category, persons);
  else
    emit_category (self, category, persons->len == 1 ? g_array_index (persons, guint32, 0) : BJT_NO_INDEX);
}

static void
append_categories (BjtMarkMenu *self)
{
  GtkGrid *grid = append_grid (self->marks, _ ("Categories of a person"));
  int      n = 0;

  for (guint32 c = 0; c < MIN (self->picture->categories->len, BJT_MAX_CATEGORIES); c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (self->picture, c);
      GtkWidget                *button;

      if (category->is_restricted || category->is_derived)
        continue;
      button = create_button (bjt_category_chip_new (category), category->name, (get_state (self)->categories >> c & 1) != 0);
      g_object_set_data (G_OBJECT (button), "category", GUINT_TO_POINTER (c));
      g_signal_connect (button, "clicked", G_CALLBACK (category_cb), self);
      gtk_grid_attach (grid, button, n % COLUMNS, n / COLUMNS, 1, 1);
      n++;
    }
}

/* Notes */

static void
annotate_cb (GtkWidget   *button,
             BjtMarkMenu *self)
{
  int kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));

  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ANNOTATE], 0, kind);
  g_object_unref (self);
}

static void
append_notes (BjtMarkMenu *self)
{
  static const int kinds[] = { BJT_ANNOTATION_HAZARD, BJT_ANNOTATION_NOTE, BJT_ANNOTATION_PHOTO };
  GtkGrid *grid = append_grid (self->marks, _ ("Note, photo, hazard"));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *word = g_strdup_printf ("%s…", bjt_note_words_get_kind (kinds[i]));
      GtkWidget       *button = create_button (bjt_swatch_new (BJT_SWATCH_ANNOTATION, kinds[i]), word, FALSE);

      g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER (kinds[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (annotate_cb), self);
      gtk_grid_attach (grid, button, (int) i, 0, 1, 1);
    }
}

static void
more_cb (BjtMarkMenu *self)
{
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[MORE], 0);
  g_object_unref (self);
}

static void
append_more (BjtMarkMenu *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Visits, selection, layout…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (self->marks, button);
}

/* Object */

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

void
bjt_mark_menu_popup (BjtMarkMenu *self,
                     GtkWidget   *parent,
                     double       x,
                     double       y)
{
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (self));
}

static void
bjt_mark_menu_finalize (GObject *object)
{
  bjt_picture_unref (BJT_MARK_MENU (object)->picture);
  G_OBJECT_CLASS (bjt_mark_menu_parent_class)->finalize (object);
}

static void
bjt_mark_menu_class_init (BjtMarkMenuClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_mark_menu_finalize;
  signals[MARK_CLASS] = g_signal_new ("mark-class", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MARK_CATEGORY] = g_signal_new ("mark-category", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[ANNOTATE] = g_signal_new ("annotate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MORE] = g_signal_new ("more", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_mark_menu_init (BjtMarkMenu *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->marks = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->persons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->marks));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->persons));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->stack));
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
}

GtkWidget *
bjt_mark_menu_new (BjtPicture *picture,
                   guint32     door)
{
  BjtMarkMenu     *self = g_object_new (BJT_TYPE_MARK_MENU, NULL);
  g_autofree char *name = bjt_words_dup_door (picture, door);

  self->picture = bjt_picture_ref (picture);
  self->door = door;
  gtk_box_append (self->marks, bjt_rows_create_label (name, "heading"));
  append_classes (self);
  append_categories (self);
  append_notes (self);
  append_more (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
