/* bjt-array-popover.c: one flat along a corridor is the common case: a row of
 * four, side by side, each the next door's. */
#include "bjt-array-popover.h"

#include <glib/gi18n-lib.h>

#include "bjt-form.h"

struct _BjtArrayPopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkSpinButton  *columns;
  GtkSpinButton  *rows;
  GtkSpinButton  *dx;
  GtkSpinButton  *dy;
  GtkCheckButton *next_stacks;
};

G_DEFINE_FINAL_TYPE (BjtArrayPopover, bjt_array_popover, GTK_TYPE_POPOVER)

enum
{
  APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
apply_cb (BjtArrayPopover *self)
{
  guint columns = (guint) gtk_spin_button_get_value_as_int (self->columns), rows = (guint) gtk_spin_button_get_value_as_int (self->rows);
  double dx = gtk_spin_button_get_value (self->dx), dy = gtk_spin_button_get_value (self->dy);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (columns * rows > 1)
    g_signal_emit (self, signals[APPLIED], 0, columns, rows, dx, dy, gtk_check_button_get_active (self->next_stacks));
}

void
bjt_array_popover_set_step (BjtArrayPopover *self,
                            BjtPoint         step,
                            gboolean         has_doors)
{
  gtk_spin_button_set_value (self->dx, step.x);
  gtk_spin_button_set_value (self->dy, step.y);
  gtk_check_button_set_active (self->next_stacks, has_doors);
  gtk_widget_set_visible (GTK_WIDGET (self->next_stacks), has_doors);
}

static void
bjt_array_popover_class_init (BjtArrayPopoverClass *klass)
{
  signals[APPLIED] = g_signal_new ("applied", BJT_TYPE_ARRAY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                                   G_TYPE_UINT, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_BOOLEAN);
}

static GtkSpinButton *
attach_number (GtkWidget  *grid,
               int         row,
               const char *name,
               double      least,
               double      step,
               guint       digits)
{
  GtkWidget *spin = bjt_form_new_number (least, 200, step, digits);

  bjt_form_attach (grid, row, name, spin);
  return GTK_SPIN_BUTTON (spin);
}

static void
bjt_array_popover_init (BjtArrayPopover *self)
{
  GtkWidget *grid = bjt_form_new_grid (), *apply = bjt_form_new_apply (G_CALLBACK (apply_cb), self);

  self->columns = attach_number (grid, 0, _("Side by side"), 1, 1, 0);
  self->dx = attach_number (grid, 1, _("Apart, m"), -200, 0.1, 2);
  self->rows = attach_number (grid, 2, _("Rows upwards"), 1, 1, 0);
  self->dy = attach_number (grid, 3, _("Apart, m"), -200, 0.1, 2);
  self->next_stacks = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Copies are the next doors")));
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->next_stacks), 0, 4, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), apply, 0, 5, 2, 1);
  gtk_spin_button_set_value (self->columns, 4);
  gtk_popover_set_child (GTK_POPOVER (self), grid);
  gtk_popover_set_default_widget (GTK_POPOVER (self), apply);
}

GtkWidget *
bjt_array_popover_new (void)
{
  return g_object_new (BJT_TYPE_ARRAY_POPOVER, NULL);
}
