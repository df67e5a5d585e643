/* bjt-element-popover.c: what is changed is changed on all that are chosen, in one
 * step; what is left alone stays as each has it. */
#include "bjt-element-popover.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-door-list.h"
#include "bjt-draft-words.h"
#include "bjt-form.h"

enum
{
  ROW_KIND,
  ROW_LABEL,
  ROW_SIZE,
  ROW_DOORS,
  ROW_APPLY,
};

struct _BjtElementPopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget   *grid;
  GtkDropDown *kind;
  GtkWidget   *label;
  GtkWidget   *size;
  GtkWidget   *doors;

  /* Owned */
  BjtDraftBoard    *board;
  BjtPlanSelection *selection;

  /* State */
  GArray *kinds; /* BjtElementKind, as in the drop-down */
  guint   first_kind;
  double  first_size;
};

G_DEFINE_FINAL_TYPE (BjtElementPopover, bjt_element_popover, GTK_TYPE_POPOVER)

/* Kinds that a shape of this sort can be. */
static void
list_kinds (GArray         *kinds,
            BjtGeometryKind shape)
{
  static const BjtElementKind outlines[] = { BJT_ELEMENT_DOOR, BJT_ELEMENT_AREA, BJT_ELEMENT_STAIRS, BJT_ELEMENT_ELEVATOR, BJT_ELEMENT_WALL };
  static const BjtElementKind lines[] = { BJT_ELEMENT_WALL, BJT_ELEMENT_LINE, BJT_ELEMENT_OPENING };

  g_array_set_size (kinds, 0);
  if (shape == BJT_GEOMETRY_POLYGON)
    g_array_append_vals (kinds, outlines, G_N_ELEMENTS (outlines));
  else if (shape == BJT_GEOMETRY_LINE)
    g_array_append_vals (kinds, lines, G_N_ELEMENTS (lines));
}

static gboolean
is_alike (GPtrArray *elements)
{
  const BjtPlanElement *first = g_ptr_array_index (elements, 0);

  for (guint i = 1; i < elements->len; i++)
    if (((const BjtPlanElement *) g_ptr_array_index (elements, i))->shape->kind != first->shape->kind)
      return FALSE;
  return TRUE;
}

static gboolean
has_size (int kind)
{
  return kind == BJT_ELEMENT_WALL || kind == BJT_ELEMENT_TEXT;
}

static gboolean
has_label (int kind)
{
  return kind == BJT_ELEMENT_AREA || kind == BJT_ELEMENT_STAIRS || kind == BJT_ELEMENT_ELEVATOR || kind == BJT_ELEMENT_TEXT;
}

static int
get_kind (BjtElementPopover *self,
          int                otherwise)
{
  guint row = gtk_drop_down_get_selected (self->kind);

  return row < self->kinds->len ? (int) g_array_index (self->kinds, BjtElementKind, row) : otherwise;
}

/* Filling */

static void
fill_kinds (BjtElementPopover *self,
            GPtrArray         *elements)
{
  const BjtPlanElement     *first = g_ptr_array_index (elements, 0);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->kinds, 0);
  if (is_alike (elements))
    list_kinds (self->kinds, first->shape->kind);
  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (names, bjt_draft_words_get_kind (g_array_index (self->kinds, BjtElementKind, i)));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  self->first_kind = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < self->kinds->len; i++)
    if ((int) g_array_index (self->kinds, BjtElementKind, i) == first->kind)
      self->first_kind = i;
  gtk_drop_down_set_selected (self->kind, self->first_kind);
}

static void
show_row (BjtElementPopover *self,
          int                row,
          gboolean           is_shown)
{
  for (int column = 0; column < 2; column++)
    {
      GtkWidget *child = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);

      if (child != NULL)
        gtk_widget_set_visible (child, is_shown);
    }
}

static void
rename_row (BjtElementPopover *self,
            int                row,
            const char        *name)
{
  gtk_label_set_text (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (self->grid), 0, row)), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_grid_get_child_at (GTK_GRID (self->grid), 1, row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Only the fields that this kind has. */
static void
lay_out (BjtElementPopover *self)
{
  g_autoptr (GPtrArray) elements = bjt_plan_selection_list_elements (self->selection);
  const BjtPlanElement *first = elements->len > 0 ? g_ptr_array_index (elements, 0) : NULL;
  int                   kind;

  if (first == NULL)
    return;
  kind = get_kind (self, first->kind);
  show_row (self, ROW_KIND, self->kinds->len > 0);
  show_row (self, ROW_LABEL, elements->len == 1 && has_label (kind));
  show_row (self, ROW_SIZE, has_size (kind));
  show_row (self, ROW_DOORS, kind == BJT_ELEMENT_DOOR && elements->len == 1);
  rename_row (self, ROW_LABEL, kind == BJT_ELEMENT_TEXT ? _("Text") : _("Name"));
  rename_row (self, ROW_SIZE, kind == BJT_ELEMENT_TEXT ? _("Height, m") : _("Thickness, m"));
}

void
bjt_element_popover_fill (BjtElementPopover *self,
                          BjtDraftBoard     *board,
                          BjtPlanSelection  *selection)
{
  g_autoptr (GPtrArray) elements = bjt_plan_selection_list_elements (selection);
  const BjtPlanElement *first;

  g_set_object (&self->board, board);
  g_set_object (&self->selection, selection);
  if (elements->len == 0)
    return;
  first = g_ptr_array_index (elements, 0);
  fill_kinds (self, elements);
  gtk_editable_set_text (GTK_EDITABLE (self->label), first->label != NULL ? first->label : "");
  self->first_size = first->size > 0 ? first->size : bjt_draft_board_get_number (board, first->kind == BJT_ELEMENT_TEXT ? "text-size" : "thickness");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->size), self->first_size);
  self->first_size = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->size));
  bjt_door_list_fill (BJT_DOOR_LIST (self->doors), board, bjt_draft_board_find_door (board, first), TRUE);
  lay_out (self);
}

/* Changing */

static void
change (BjtElementPopover *self,
        BjtPlanElement    *element,
        gboolean           is_only)
{
  int         kind = gtk_drop_down_get_selected (self->kind) != self->first_kind ? get_kind (self, element->kind) : element->kind;
  double      size = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->size));
  const char *label = gtk_editable_get_text (GTK_EDITABLE (self->label));

  if (kind != element->kind && element->kind == BJT_ELEMENT_DOOR)
    bjt_level_doors_assign (bjt_draft_board_get_picture (self->board), BJT_NO_INDEX, element);
  if (has_size (kind) && (size != self->first_size || element->size <= 0))
    element->size = size;
  if (is_only && has_label (kind))
    {
      g_free (element->label);
      element->label = *label != '\0' ? g_strdup (label) : NULL;
    }
  element->kind = kind;
}

static void
save (BjtElementPopover *self,
      gboolean           with_door,
      guint32            door)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self->selection);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);

  for (guint i = 0; i < chosen->len; i++)
    {
      BjtPlanElement *copy = bjt_plan_element_copy (g_ptr_array_index (chosen, i));

      change (self, copy, chosen->len == 1);
      if (with_door)
        bjt_level_doors_assign (bjt_draft_board_get_picture (self->board), door, copy);
      g_ptr_array_add (copies, copy);
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  bjt_plan_selection_change (self->selection, copies);
}

static void
apply_cb (BjtElementPopover *self)
{
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->size));
  save (self, FALSE, BJT_NO_INDEX);
}

static void
picked_cb (BjtElementPopover *self,
           guint              door)
{
  save (self, TRUE, door);
}

static void
kind_cb (BjtElementPopover *self)
{
  if (self->selection != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    lay_out (self);
}

/* The object */

static void
bjt_element_popover_dispose (GObject *object)
{
  BjtElementPopover *self = BJT_ELEMENT_POPOVER (object);

  g_clear_object (&self->board);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->kinds, g_array_unref);
  G_OBJECT_CLASS (bjt_element_popover_parent_class)->dispose (object);
}

static void
bjt_element_popover_class_init (BjtElementPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_element_popover_dispose;
}

static void
bjt_element_popover_init (BjtElementPopover *self)
{
  GtkWidget *apply = bjt_form_new_apply (G_CALLBACK (apply_cb), self);

  self->kinds = g_array_new (FALSE, FALSE, sizeof (BjtElementKind));
  self->grid = bjt_form_new_grid ();
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->label = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->label), TRUE);
  self->size = bjt_form_new_number (0.05, 10, 0.05, 2);
  self->doors = bjt_door_list_new ();
  bjt_form_attach (self->grid, ROW_KIND, _("What it is"), GTK_WIDGET (self->kind));
  bjt_form_attach (self->grid, ROW_LABEL, _("Name"), self->label);
  bjt_form_attach (self->grid, ROW_SIZE, _("Thickness, m"), self->size);
  gtk_grid_attach (GTK_GRID (self->grid), self->doors, 0, ROW_DOORS, 2, 1);
  gtk_grid_attach (GTK_GRID (self->grid), apply, 0, ROW_APPLY, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (self), self->grid);
  gtk_popover_set_default_widget (GTK_POPOVER (self), apply);
  g_signal_connect_object (self->doors, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bjt_element_popover_new (void)
{
  return g_object_new (BJT_TYPE_ELEMENT_POPOVER, NULL);
}
