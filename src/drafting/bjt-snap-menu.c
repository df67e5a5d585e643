/* bjt-snap-menu.c: checks write to the board and read from it. */
#include "bjt-snap-menu.h"

#include <glib/gi18n-lib.h>

#include "bjt-draft-words.h"

static const double grids[] = { 0, 0.1, 0.5, 1 };

struct _BjtSnapMenu
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *kinds[BJT_PLAN_SNAP_GRID + 1];
  GtkWidget *grids[G_N_ELEMENTS (grids)];

  /* Owned */
  BjtDraftBoard *board;

  /* State */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtSnapMenu, bjt_snap_menu, GTK_TYPE_POPOVER)

static guint
find_grid (BjtDraftBoard *board)
{
  double grid = bjt_draft_board_get_number (board, "grid");

  for (guint i = G_N_ELEMENTS (grids); i > 1; i--)
    if (grid >= grids[i - 1])
      return i - 1;
  return 0;
}

void
bjt_snap_menu_step_grid (BjtDraftBoard *board)
{
  g_object_set (board, "grid", grids[(find_grid (board) + 1) % G_N_ELEMENTS (grids)], NULL);
}

static void
fill (BjtSnapMenu *self)
{
  self->is_filling = TRUE;
  for (guint k = BJT_PLAN_SNAP_VERTEX; k < BJT_PLAN_SNAP_GRID; k++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[k]), bjt_draft_board_has_snap_kind (self->board, (BjtPlanSnapKind) k));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->grids[find_grid (self->board)]), TRUE);
  self->is_filling = FALSE;
}

static void
toggled_cb (BjtSnapMenu *self)
{
  if (self->is_filling)
    return;
  for (guint k = BJT_PLAN_SNAP_VERTEX; k < BJT_PLAN_SNAP_GRID; k++)
    {
      gboolean is_on = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->kinds[k]));

      if (is_on != bjt_draft_board_has_snap_kind (self->board, (BjtPlanSnapKind) k))
        bjt_draft_board_toggle_snap_kind (self->board, (BjtPlanSnapKind) k, is_on);
    }
  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->grids[i])) && find_grid (self->board) != i)
      g_object_set (self->board, "grid", grids[i], NULL);
}

static void
append_heading (GtkBox     *box,
                const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (box, label);
}

static GtkWidget *
append_check (BjtSnapMenu *self,
              GtkBox      *box,
              const char  *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_box_append (box, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return check;
}

static char *
dup_grid_name (double grid)
{
  /* Translators: the width of a grid, in metres */
  return grid > 0 ? g_strdup_printf (_("%.1f m"), grid) : g_strdup (_("No grid"));
}

static void
bjt_snap_menu_dispose (GObject *object)
{
  g_clear_object (&BJT_SNAP_MENU (object)->board);
  G_OBJECT_CLASS (bjt_snap_menu_parent_class)->dispose (object);
}

static void
bjt_snap_menu_class_init (BjtSnapMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_snap_menu_dispose;
}

static void
bjt_snap_menu_init (BjtSnapMenu *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));

  self->is_filling = TRUE;
  append_heading (box, _("Points are caught by"));
  for (guint k = BJT_PLAN_SNAP_VERTEX; k < BJT_PLAN_SNAP_GRID; k++)
    self->kinds[k] = append_check (self, box, bjt_draft_words_get_snap ((BjtPlanSnapKind) k));
  append_heading (box, _("Grid (G)"));
  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      g_autofree char *name = dup_grid_name (grids[i]);

      self->grids[i] = append_check (self, box, name);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->grids[i]), GTK_CHECK_BUTTON (self->grids[0]));
    }
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (box));
  self->is_filling = FALSE;
}

GtkWidget *
bjt_snap_menu_new (BjtDraftBoard *board)
{
  BjtSnapMenu *self = g_object_new (BJT_TYPE_SNAP_MENU, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "notify::grid", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "notify::snap-kinds", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
