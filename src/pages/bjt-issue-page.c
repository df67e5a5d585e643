/* bjt-issue-page.c: bar, list and pane over one ledger. While another page is
 * looked at it stays as it was and catches up when it is shown. An issue that
 * leaves the list by a step stays in the pane, so that one sees what came of it. */
#include "bjt-issue-page.h"

#include <glib/gi18n.h>

#include "bjt-issue-pane.h"
#include "bjt-ledger-bar.h"
#include "bjt-ledger-list.h"
#include "bjt-ledger-row.h"
#include "workspace/bjt-workspace-ledger.h"

struct _BjtIssuePage
{
  BjtPage parent_instance;

  /* Template */
  GtkStack     *places;
  BjtLedgerBar *bar;
  GtkStack     *lists;
  GtkPaned     *paned;
  GtkListView  *list;
  GtkWidget    *reset_button;
  GtkLabel     *count_label;

  /* Borrowed */
  GtkWidget *pane;

  /* Owned */
  BjtLedger          *ledger; /* NULL: not read yet */
  BjtLedgerList      *lines;
  GtkSingleSelection *selection;

  /* State */
  guint32  own_grid;     /* BJT_NO_INDEX: none */
  gboolean is_following; /* the list is moved, not by the person */
};

G_DEFINE_FINAL_TYPE (BjtIssuePage, bjt_issue_page, BJT_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_MY_GRID,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static BjtFocus *
get_focus (BjtIssuePage *self)
{
  return bjt_page_get_focus (BJT_PAGE (self));
}

static guint32
get_grid (BjtIssuePage *self)
{
  return bjt_focus_get_filter (get_focus (self))->grid;
}

/* The grid of who is at work */

static guint32
find_grid (const BjtPicture *picture,
           const BjtUuid    *id)
{
  for (guint32 i = 0; i < picture->grids->len; i++)
    if (bjt_uuid_equal (&bjt_picture_get_grid (picture, i)->id, id))
      return i;
  return BJT_NO_INDEX;
}

static guint32
find_own_grid (BjtIssuePage *self)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (BJT_PAGE (self));
  const BjtUuid *staff = bjt_workspace_get_staff (workspace);
  g_autoptr (GPtrArray) duties = bjt_uuid_is_nil (staff) ? NULL : bjt_workspace_list_duties (workspace, NULL);

  for (guint i = 0; duties != NULL && i < duties->len; i++)
    {
      const BjtDuty *duty = duties->pdata[i];

      if (bjt_uuid_equal (&duty->staff_id, staff))
        return find_grid (bjt_page_get_picture (BJT_PAGE (self)), &duty->grid_id);
    }
  return BJT_NO_INDEX;
}

static void
update_own_grid (BjtIssuePage *self)
{
  self->own_grid = find_own_grid (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issues.my-grid", self->own_grid != BJT_NO_INDEX);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MY_GRID]);
}

static void
set_my_grid (BjtIssuePage *self,
             gboolean      is_on)
{
  BjtFilter filter = *bjt_focus_get_filter (get_focus (self));

  filter.grid = is_on ? self->own_grid : BJT_NO_INDEX;
  bjt_focus_set_filter (get_focus (self), &filter);
}

/* The list */

static void
follow_choice (BjtIssuePage *self)
{
  guint position = bjt_ledger_list_find (self->lines, bjt_issue_pane_get_issue_id (BJT_ISSUE_PANE (self->pane)));

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position != G_MAXUINT ? position : GTK_INVALID_LIST_POSITION);
  self->is_following = FALSE;
}

static void
show_count (BjtIssuePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u issue", "%u issues", n), n);

  gtk_label_set_text (self->count_label, text);
  gtk_widget_set_visible (self->reset_button, bjt_ledger_bar_is_narrowed (self->bar));
  gtk_stack_set_visible_child_name (self->lists, n > 0 ? "list" : "nothing");
}

static void
show_list (BjtIssuePage *self)
{
  BjtLedgerFilter filter;
  g_autoptr (BjtLedgerTally) tally = NULL;

  if (self->ledger == NULL)
    return;
  bjt_workspace_init_ledger_filter (bjt_page_get_workspace (BJT_PAGE (self)), &filter);
  filter.grid = get_grid (self);
  bjt_ledger_bar_apply (self->bar, self->ledger, &filter);
  tally = bjt_ledger_filter_count (&filter, self->ledger);
  bjt_ledger_bar_show_tally (self->bar, tally);
  bjt_ledger_bar_apply_scope (self->bar, &filter);
  self->is_following = TRUE;
  bjt_ledger_list_show (self->lines, self->ledger, &filter, bjt_ledger_bar_get_order (self->bar));
  self->is_following = FALSE;
  follow_choice (self);
  show_count (self);
}

static void
refresh (BjtIssuePage *self)
{
  g_autoptr (GError) error = NULL;
  BjtLedger *ledger;

  if (self->lines == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  ledger = bjt_workspace_get_ledger (bjt_page_get_workspace (BJT_PAGE (self)), &error);
  if (ledger == NULL)
    {
      bjt_page_tell_error (BJT_PAGE (self), error);
      return;
    }
  bjt_ledger_ref (ledger);
  bjt_ledger_unref (self->ledger);
  self->ledger = ledger;
  gtk_stack_set_visible_child_name (self->places, ledger->issues->len > 0 ? "work" : "empty");
  bjt_ledger_bar_set_ledger (self->bar, ledger);
  update_own_grid (self);
  show_list (self);
  bjt_issue_pane_refresh (BJT_ISSUE_PANE (self->pane));
}

static void
filter_changed_cb (BjtIssuePage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MY_GRID]);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_list (self);
}

static void
privacy_changed_cb (BjtIssuePage *self)
{
  bjt_ledger_list_touch (self->lines);
}

static void
scroll_to_choice (BjtIssuePage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
bjt_issue_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bjt_issue_page_parent_class)->map (widget);
  refresh (BJT_ISSUE_PAGE (widget));
}

/* Where the issue is, on map, matrix and card. */
static void
choose_place (BjtIssuePage         *self,
              const BjtLedgerIssue *issue)
{
  if (bjt_page_get_picture (BJT_PAGE (self)) != self->ledger->picture)
    return;
  if (issue->door != BJT_NO_INDEX)
    bjt_focus_choose_door (get_focus (self), issue->door);
  else if (issue->building != BJT_NO_INDEX)
    bjt_focus_choose_building (get_focus (self), issue->building);
}

static void
selected_cb (BjtIssuePage *self)
{
  BjtLedgerLine *line = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_following || line == NULL)
    return;
  bjt_issue_pane_show (BJT_ISSUE_PANE (self->pane), &bjt_ledger_line_get_issue (line)->id);
  choose_place (self, bjt_ledger_line_get_issue (line));
}

static void
activated_cb (BjtIssuePage *self,
              guint         position)
{
  bjt_issue_pane_focus_step (BJT_ISSUE_PANE (self->pane));
}

/* Rows */

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              BjtIssuePage             *self)
{
  gtk_list_item_set_child (item, bjt_ledger_row_new (get_focus (self)));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             BjtIssuePage             *self)
{
  bjt_ledger_row_set_line (BJT_LEDGER_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               BjtIssuePage             *self)
{
  bjt_ledger_row_set_line (BJT_LEDGER_ROW (gtk_list_item_get_child (item)), NULL);
}

/* Showing */

/**
 * bjt_issue_page_show_issue:
 *
 * Shows it in the pane, and in the list where that lists it.
 */
void
bjt_issue_page_show_issue (BjtIssuePage  *self,
                           const BjtUuid *issue_id)
{
  bjt_issue_pane_show (BJT_ISSUE_PANE (self->pane), issue_id);
  if (self->ledger == NULL)
    return;
  follow_choice (self);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    {
      bjt_ledger_bar_reset (self->bar);
      bjt_issue_page_show_scope (self, "all");
    }
  scroll_to_choice (self);
}

void
bjt_issue_page_show_issues (BjtIssuePage  *self,
                            const char    *heading,
                            const BjtUuid *issue_ids,
                            guint          n_issues)
{
  bjt_ledger_bar_reset (self->bar);
  bjt_issue_page_show_scope (self, "all");
  bjt_ledger_bar_show_only (self->bar, heading, issue_ids, n_issues);
}

void
bjt_issue_page_show_scope (BjtIssuePage *self,
                           const char   *scope)
{
  g_object_set (self->bar, "scope", scope, NULL);
}

/* Object */

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bjt_ledger_bar_focus_text (BJT_ISSUE_PAGE (widget)->bar);
}

static void
reset_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  bjt_ledger_bar_reset (BJT_ISSUE_PAGE (widget)->bar);
}

static void
bjt_issue_page_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BjtIssuePage *self = BJT_ISSUE_PAGE (object);

  g_value_set_boolean (value, self->own_grid != BJT_NO_INDEX && get_grid (self) == self->own_grid);
}

static void
bjt_issue_page_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  set_my_grid (BJT_ISSUE_PAGE (object), g_value_get_boolean (value));
}

static void
bjt_issue_page_dispose (GObject *object)
{
  BjtIssuePage *self = BJT_ISSUE_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->ledger, bjt_ledger_unref);
  G_OBJECT_CLASS (bjt_issue_page_parent_class)->dispose (object);
}

static void
bjt_issue_page_constructed (GObject *object)
{
  BjtIssuePage *self = BJT_ISSUE_PAGE (object);
  BjtFocus *focus;

  G_OBJECT_CLASS (bjt_issue_page_parent_class)->constructed (object);
  focus = get_focus (self);
  self->pane = g_object_new (BJT_TYPE_ISSUE_PANE, "workspace", bjt_page_get_workspace (BJT_PAGE (self)), "focus", focus, NULL);
  gtk_paned_set_end_child (self->paned, self->pane);
  self->lines = bjt_ledger_list_new (bjt_page_get_workspace (BJT_PAGE (self)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->lines));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bjt_page_get_workspace (BJT_PAGE (self)), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "privacy-changed", G_CALLBACK (privacy_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/cn/baijiatu/Baijiatu/bjt-issue-page.ui");
  gtk_widget_class_bind_template_child (klass, BjtIssuePage, places);
  gtk_widget_class_bind_template_child (klass, BjtIssuePage, bar);
  gtk_widget_class_bind_template_child (klass, BjtIssuePage, lists);
  gtk_widget_class_bind_template_child (klass, BjtIssuePage, paned);
  gtk_widget_class_bind_template_child (klass, BjtIssuePage, list);
  gtk_widget_class_bind_template_child (klass, BjtIssuePage, reset_button);
  gtk_widget_class_bind_template_child (klass, BjtIssuePage, count_label);
  gtk_widget_class_bind_template_callback (klass, setup_row_cb);
  gtk_widget_class_bind_template_callback (klass, bind_row_cb);
  gtk_widget_class_bind_template_callback (klass, unbind_row_cb);
  gtk_widget_class_bind_template_callback (klass, activated_cb);
}

static void
bjt_issue_page_class_init (BjtIssuePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bjt_issue_page_constructed;
  object_class->dispose = bjt_issue_page_dispose;
  object_class->get_property = bjt_issue_page_get_property;
  object_class->set_property = bjt_issue_page_set_property;
  widget_class->map = bjt_issue_page_map;
  properties[PROP_MY_GRID] = g_param_spec_boolean ("my-grid", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (BJT_TYPE_LEDGER_BAR);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "issues.my-grid", "my-grid");
  gtk_widget_class_install_action (widget_class, "issues.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "issues.reset", NULL, reset_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "issues.find", NULL);
}

static void
bjt_issue_page_init (BjtIssuePage *self)
{
  self->own_grid = BJT_NO_INDEX;
  gtk_widget_init_template (GTK_WIDGET (self));
}
