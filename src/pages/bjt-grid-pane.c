/* bjt-grid-pane.c: between the grid tool of the map and the workspace. It is
 * open as long as the tool is the map's. */
#include "bjt-grid-pane.h"

#include <glib/gi18n.h>

#include "bjt-grid-export.h"
#include "bjt-grid-findings.h"
#include "bjt-grid-row.h"
#include "map/bjt-grid-tool.h"

#define WIDTH 348
#define MAX_FINDINGS 30

struct _BjtGridPane
{
  BjtPage parent_instance;

  /* Template */
  GtkWidget *modes[4];
  GtkWidget *cut_out;
  GtkWidget *list;
  GtkWidget *details;
  GtkWidget *number;
  GtkWidget *name;
  GtkWidget *worker;
  GtkWidget *findings;

  /* Owned */
  BjtGridTool *tool;
  GPtrArray   *staff; /* BjtStaff: the choices of worker after "nobody" */

  /* Borrowed */
  BjtMapView *map_view;

  /* State */
  gboolean is_filling; /* the fields; what they say then is no wish */
};

G_DEFINE_FINAL_TYPE (BjtGridPane, bjt_grid_pane, BJT_TYPE_PAGE)

/* The list */

static void
counted_cb (BjtGridPane *self)
{
  const BjtGridDraft *draft = bjt_grid_tool_get_draft (self->tool);

  if (draft == NULL)
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (BJT_IS_GRID_ROW (row))
      bjt_grid_row_update (BJT_GRID_ROW (row), draft);
}

static GtkListBoxRow *
find_row (BjtGridPane *self,
          guint32      face)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (BJT_IS_GRID_ROW (row) && bjt_grid_row_get_face (BJT_GRID_ROW (row)) == face)
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

/* One row a grid and one for the grid that is being drawn. */
static void
fill_list (BjtGridPane *self)
{
  guint n = bjt_page_get_picture (BJT_PAGE (self))->grids->len + 1;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_first_child (self->list))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint32 f = 0; f < n; f++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), bjt_grid_row_new (f));
  counted_cb (self);
}

static void
add_finding (BjtGridPane          *self,
             const BjtGridFinding *finding)
{
  g_autofree char *text = bjt_grid_findings_dup_line (bjt_grid_tool_get_draft (self->tool), finding);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget       *label = gtk_label_new (text);

  gtk_widget_add_css_class (icon, "warning");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->findings), box);
}

static void
fill_findings (BjtGridPane *self)
{
  g_autoptr (GPtrArray) duties = bjt_workspace_list_duties (bjt_page_get_workspace (BJT_PAGE (self)), NULL);
  g_autoptr (GArray) findings = bjt_grid_rules_check (bjt_grid_tool_get_draft (self->tool), duties);

  for (GtkWidget *child = gtk_widget_get_first_child (self->findings); child != NULL; child = gtk_widget_get_first_child (self->findings))
    gtk_box_remove (GTK_BOX (self->findings), child);
  for (guint i = 0; i < findings->len && i < MAX_FINDINGS; i++)
    add_finding (self, &g_array_index (findings, BjtGridFinding, i));
  if (findings->len == 0)
    {
      GtkWidget *label = gtk_label_new (_("The grids are sound."));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (self->findings), label);
    }
}

/* The chosen grid */

static const BjtPictureGrid *
get_chosen (BjtGridPane *self)
{
  const BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  guint32           grid = bjt_grid_tool_get_chosen (self->tool);

  return grid < picture->grids->len ? bjt_picture_get_grid (picture, grid) : NULL;
}

static guint
find_worker (BjtGridPane          *self,
             const BjtPictureGrid *grid)
{
  for (guint i = 0; i < self->staff->len; i++)
    if (g_strcmp0 (((BjtStaff *) self->staff->pdata[i])->name, grid->staff_name) == 0)
      return i + 1;
  return 0;
}

static void
show_chosen (BjtGridPane *self)
{
  const BjtPictureGrid *grid = get_chosen (self);
  GtkListBoxRow        *row = grid != NULL ? find_row (self, bjt_grid_tool_get_chosen (self->tool)) : NULL;

  self->is_filling = TRUE;
  gtk_widget_set_visible (self->details, grid != NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (grid != NULL)
    {
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->number), grid->number);
      gtk_editable_set_text (GTK_EDITABLE (self->name), grid->name != NULL ? grid->name : "");
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->worker), find_worker (self, grid));
    }
  self->is_filling = FALSE;
}

static void
chosen_cb (BjtGridPane *self)
{
  BjtGridMode mode = bjt_grid_tool_get_mode (self->tool);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[mode]), TRUE);
  gtk_widget_set_visible (self->cut_out, mode == BJT_GRID_MODE_DRAW);
  show_chosen (self);
}

static void
row_activated_cb (BjtGridPane   *self,
                  GtkListBoxRow *row)
{
  bjt_grid_tool_choose (self->tool, bjt_grid_row_get_face (BJT_GRID_ROW (row)));
  bjt_map_view_fit_grid (self->map_view, bjt_grid_row_get_face (BJT_GRID_ROW (row)));
}

static void
rename_cb (BjtGridPane *self)
{
  const BjtPictureGrid *grid = get_chosen (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  BjtUuid id;

  if (self->is_filling || grid == NULL)
    return;
  id = grid->id;
  name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  if (!bjt_workspace_rename_grid (bjt_page_get_workspace (BJT_PAGE (self)), &id, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->number)), name, &error))
    {
      bjt_page_tell_error (BJT_PAGE (self), error);
      show_chosen (self);
    }
}

static void
worker_cb (BjtGridPane *self)
{
  const BjtPictureGrid *grid = get_chosen (self);
  guint                 selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->worker));
  g_autoptr (GError) error = NULL;
  BjtUuid id, staff;

  if (self->is_filling || grid == NULL)
    return;
  id = grid->id;
  staff = selected > 0 && selected <= self->staff->len ? ((BjtStaff *) self->staff->pdata[selected - 1])->id : BJT_UUID_NIL;
  if (!bjt_workspace_assign_worker (bjt_page_get_workspace (BJT_PAGE (self)), &id, &staff, &error))
    bjt_page_tell_error (BJT_PAGE (self), error);
}

/* The tool */

static void
edited_cb (BjtGridPane       *self,
           const BjtGridEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (!bjt_workspace_edit_grids (bjt_page_get_workspace (BJT_PAGE (self)), edit, &error))
    bjt_page_tell_error (BJT_PAGE (self), error);
}

static void
refused_cb (BjtGridPane *self,
            const char  *reason)
{
  bjt_page_tell (BJT_PAGE (self), reason, FALSE);
}

static void
mode_cb (BjtGridPane     *self,
         GtkToggleButton *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->modes); i++)
    if (self->modes[i] == GTK_WIDGET (button) && gtk_toggle_button_get_active (button))
      bjt_grid_tool_set_mode (self->tool, (BjtGridMode) i);
}

static void
cut_out_cb (BjtGridPane *self)
{
  bjt_grid_tool_set_cut_out (self->tool, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->cut_out)));
}

static void
read_picture (BjtGridPane *self)
{
  BjtGridLimits limits;

  bjt_workspace_get_grid_limits (bjt_page_get_workspace (BJT_PAGE (self)), &limits);
  bjt_grid_tool_set_picture (self->tool, bjt_page_get_picture (BJT_PAGE (self)), &limits);
  fill_list (self);
  fill_findings (self);
  show_chosen (self);
}

static void
picture_changed_cb (BjtGridPane *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    read_picture (self);
}

static void
tool_changed_cb (BjtGridPane *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || bjt_map_view_get_tool (self->map_view) == BJT_MAP_TOOL (self->tool))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  bjt_map_facts_set_quiet (bjt_map_view_get_facts (self->map_view), FALSE);
  bjt_map_view_set_covered (self->map_view, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->map_view), "map.pan", "(ii)", WIDTH / 2, 0);
}

void
bjt_grid_pane_open (BjtGridPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  bjt_map_facts_set_quiet (bjt_map_view_get_facts (self->map_view), TRUE);
  bjt_map_view_set_covered (self->map_view, WIDTH);
  read_picture (self);
  bjt_map_view_set_tool (self->map_view, BJT_MAP_TOOL (self->tool));
  gtk_widget_activate_action (GTK_WIDGET (self->map_view), "map.pan", "(ii)", -WIDTH / 2, 0); /* out from under the pane */
}

void
bjt_grid_pane_close (BjtGridPane *self)
{
  bjt_map_view_set_tool (self->map_view, NULL);
}

/* Made once */

static GtkWidget *
new_modes (BjtGridPane *self)
{
  static const char *const names[] = { N_ ("Reshape"), N_ ("Draw"), N_ ("Split"), N_ ("Merge") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      self->modes[i] = gtk_toggle_button_new_with_label (_(names[i]));
      gtk_widget_set_focus_on_click (self->modes[i], FALSE);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->modes[i]), GTK_TOGGLE_BUTTON (self->modes[0]));
      g_signal_connect_object (self->modes[i], "toggled", G_CALLBACK (mode_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->modes[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[0]), TRUE);
  return box;
}

static void
export_cb (BjtGridPane *self)
{
  bjt_grid_export_ask (BJT_PAGE (self), bjt_grid_tool_get_draft (self->tool));
}

static GtkWidget *
new_export (BjtGridPane *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-save-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Export the table of grids…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Export the table of grids…"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (export_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_head (BjtGridPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_("Edit Grids"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _("Stop editing (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stop editing (Esc)"), -1);
  g_signal_connect_object (close, "clicked", G_CALLBACK (bjt_grid_pane_close), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), new_export (self));
  gtk_box_append (GTK_BOX (box), close);
  return box;
}

static GtkWidget *
new_worker (BjtGridPane *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  self->staff = bjt_workspace_list_staff (bjt_page_get_workspace (BJT_PAGE (self)), NULL);
  if (self->staff == NULL)
    self->staff = g_ptr_array_new ();
  gtk_string_list_append (names, _("Nobody"));
  for (guint i = 0; i < self->staff->len; i++)
    gtk_string_list_append (names, ((BjtStaff *) self->staff->pdata[i])->name);
  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static void
attach (GtkWidget  *grid,
        GtkWidget  *field,
        const char *name,
        int         row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (field, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field, 1, row, 1, 1);
}

static GtkWidget *
new_details (BjtGridPane *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *remove = gtk_button_new_with_label (_("Remove Grid"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  self->number = gtk_spin_button_new_with_range (1, 99999, 1);
  self->name = gtk_entry_new ();
  self->worker = new_worker (self);
  attach (grid, self->number, _("N_umber"), 0);
  attach (grid, self->name, _("Na_me"), 1);
  attach (grid, self->worker, _("_Worker"), 2);
  gtk_grid_attach (GTK_GRID (grid), remove, 1, 3, 1, 1);
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_add_css_class (remove, "destructive-action");
  g_signal_connect_object (self->number, "value-changed", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "activate", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->worker, "notify::selected", G_CALLBACK (worker_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (bjt_grid_tool_remove_chosen), self->tool, G_CONNECT_SWAPPED);
  return grid;
}

static GtkWidget *
new_body (BjtGridPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Grids"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->details = new_details (self);
  self->findings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (box), self->details);
  gtk_box_append (GTK_BOX (box), self->findings);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
fill_pane (BjtGridPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->cut_out = gtk_check_button_new_with_mnemonic (_("_Take ground from other grids"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->cut_out), TRUE);
  gtk_widget_set_visible (self->cut_out, FALSE);
  g_signal_connect_object (self->cut_out, "toggled", G_CALLBACK (cut_out_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), new_modes (self));
  gtk_box_append (GTK_BOX (box), self->cut_out);
  gtk_box_append (GTK_BOX (box), new_body (self));
  gtk_widget_add_css_class (box, "grid-pane");
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
bjt_grid_pane_constructed (GObject *object)
{
  BjtGridPane *self = BJT_GRID_PANE (object);

  G_OBJECT_CLASS (bjt_grid_pane_parent_class)->constructed (object);
  self->tool = BJT_GRID_TOOL (bjt_grid_tool_new ());
  fill_pane (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  g_signal_connect_object (self->tool, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tool, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tool, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tool, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bjt_page_get_focus (BJT_PAGE (self)), "picture-changed", G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bjt_grid_pane_dispose (GObject *object)
{
  BjtGridPane *self = BJT_GRID_PANE (object);

  g_clear_object (&self->tool);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_grid_pane_parent_class)->dispose (object);
}

static void
bjt_grid_pane_class_init (BjtGridPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = bjt_grid_pane_constructed;
  G_OBJECT_CLASS (klass)->dispose = bjt_grid_pane_dispose;
}

static void
bjt_grid_pane_init (BjtGridPane *self)
{
}

GtkWidget *
bjt_grid_pane_new (BjtPage    *beside,
                   BjtMapView *map_view)
{
  BjtGridPane *self = g_object_new (BJT_TYPE_GRID_PANE, "workspace", bjt_page_get_workspace (beside), "focus", bjt_page_get_focus (beside), NULL);

  self->map_view = map_view;
  g_signal_connect_object (map_view, "tool-changed", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
