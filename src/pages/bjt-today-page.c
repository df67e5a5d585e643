/* bjt-today-page.c: board, list and bar over one picture. The bar of what is
 * selected takes the place of the filters, so that nothing moves. While another page is
 * looked at it stays as it was and catches up when it is shown. */
#include "bjt-today-page.h"

#include <glib/gi18n.h>

#include "bjt-cadence-dialog.h"
#include "bjt-day-log-dialog.h"
#include "bjt-desk.h"
#include "bjt-today-chores.h"
#include "bjt-today-list.h"
#include "bjt-today-row.h"
#include "bjt-walk-dialog.h"
#include "model/bjt-filter-term.h"
#include "rules/bjt-morning-board.h"
#include "widgets/bjt-swatch.h"
#include "widgets/bjt-words.h"

struct _BjtTodayPage
{
  BjtPage parent_instance;

  /* Template */
  GtkStack       *places;
  GtkWidget      *exactly_button;
  GtkWidget      *overdue_button;
  GtkWidget      *issues_button;
  GtkWidget      *quiet_button;
  GtkLabel       *exactly_figure;
  GtkLabel       *overdue_figure;
  GtkLabel       *issues_figure;
  GtkLabel       *quiet_figure;
  GtkLabel       *issues_caption;
  GtkDropDown    *tier_drop_down;
  AdwBin         *chores_bin;
  GtkLabel       *progress_label;
  GtkProgressBar *progress_bar;
  GtkStack       *lists;
  GtkListView    *list;
  AdwStatusPage  *nothing_page;
  GtkWidget      *ahead_button;
  GtkStack       *bars;
  GtkBox         *selection_bar;
  GtkLabel       *selection_label;

  /* Owned */
  BjtTodayList      *lines;
  GtkMultiSelection *selection;

  /* State */
  BjtTodayScope scope;
  gboolean      reminds;
  gboolean      is_following; /* the focus moved the selection, not the person */
  gboolean      is_choosing;  /* the other way round */
};

G_DEFINE_FINAL_TYPE (BjtTodayPage, bjt_today_page, BJT_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_SCOPE,
  PROP_REMINDS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const char *const scope_names[] = {
  [BJT_TODAY_DUE] = "due",
  [BJT_TODAY_EXACTLY] = "today",
  [BJT_TODAY_OVERDUE] = "overdue",
  [BJT_TODAY_WEEK] = "week",
  [BJT_TODAY_QUIET] = "quiet",
  [BJT_TODAY_ISSUES] = "issues",
};

/* Where nothing is listed */
static const char *const nothing_titles[] = {
  [BJT_TODAY_DUE] = N_("No Visits Are Due Today"),
  [BJT_TODAY_EXACTLY] = N_("No Visits Fall Due Today"),
  [BJT_TODAY_OVERDUE] = N_("No Visits Are Overdue"),
  [BJT_TODAY_WEEK] = N_("No Visits Fall Due Within 7 Days"),
  [BJT_TODAY_QUIET] = N_("Somebody Was Met in Every Grid Within 7 Days"),
  [BJT_TODAY_ISSUES] = N_("No Issues Are Over Time or Close to It"),
};

static BjtFocus *
get_focus (BjtTodayPage *self)
{
  return bjt_page_get_focus (BJT_PAGE (self));
}

static guint32
get_grid (BjtTodayPage *self)
{
  return bjt_focus_get_filter (get_focus (self))->grid;
}

/* The board */

static void
show_figure (GtkLabel   *label,
             GtkWidget  *button,
             guint       figure,
             const char *caption)
{
  g_autofree char *text = g_strdup_printf ("%u", figure);
  g_autofree char *spoken = g_strdup_printf ("%u %s", figure, caption);

  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static char *
dup_progress (const BjtMorningBoard *board)
{
  g_autofree char *met = g_strdup_printf (g_dngettext (NULL, "%u visited today", "%u visited today", board->n_met), board->n_met);
  g_autofree char *tried = g_strdup_printf (g_dngettext (NULL, "%u tried in vain", "%u tried in vain", board->n_tried), board->n_tried);
  g_autofree char *left = g_strdup_printf (g_dngettext (NULL, "%u left", "%u left", board->n_left), board->n_left);

  return board->n_tried > 0 ? g_strjoin (" · ", met, tried, left, NULL) : g_strjoin (" · ", met, left, NULL);
}

static void
update_board (BjtTodayPage *self,
              BjtPicture   *picture)
{
  BjtMorningBoard board;
  g_autofree char *issues = NULL;
  g_autofree char *progress = NULL;
  guint n_done;

  bjt_morning_board_count (&board, picture, get_grid (self));
  issues = board.n_issues_soon > 0 ? g_strdup_printf (g_dngettext (NULL, "issues over time, %u soon", "issues over time, %u soon", board.n_issues_soon), board.n_issues_soon)
                                   : g_strdup (_("issues over time"));
  progress = dup_progress (&board);
  n_done = board.n_met + board.n_tried;
  show_figure (self->exactly_figure, self->exactly_button, board.n_due_today, _("homes due today"));
  show_figure (self->overdue_figure, self->overdue_button, board.n_overdue, _("homes overdue"));
  show_figure (self->issues_figure, self->issues_button, board.n_issues_overdue, issues);
  show_figure (self->quiet_figure, self->quiet_button, board.n_quiet, _("grids quiet for 7 days"));
  gtk_label_set_text (self->issues_caption, issues);
  gtk_label_set_text (self->progress_label, progress);
  gtk_progress_bar_set_fraction (self->progress_bar, n_done + board.n_left > 0 ? (double) n_done / (n_done + board.n_left) : 0.0);
}

/* The list */

static int
get_tier (BjtTodayPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->tier_drop_down);

  return selected != GTK_INVALID_LIST_POSITION ? (int) selected : 0;
}

static void
follow_choice (BjtTodayPage *self)
{
  guint position = bjt_today_list_find_door (self->lines, bjt_focus_get_door (get_focus (self)));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  if (self->is_choosing || position == G_MAXUINT || gtk_selection_model_is_selected (model, position))
    return;
  self->is_following = TRUE;
  gtk_selection_model_select_item (model, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  self->is_following = FALSE;
}

static void
update_chores (BjtTodayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    bjt_today_chores_update (BJT_TODAY_CHORES (adw_bin_get_child (self->chores_bin)), get_grid (self));
}

static void
refresh (BjtTodayPage *self)
{
  BjtPicture *picture = self->lines != NULL ? bjt_page_get_picture (BJT_PAGE (self)) : NULL;

  if (picture == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_stack_set_visible_child_name (self->places, picture->buildings->len > 0 ? "work" : "empty");
  update_board (self, picture);
  update_chores (self);
  bjt_today_list_show (self->lines, picture, self->scope, get_grid (self), get_tier (self));
  adw_status_page_set_title (self->nothing_page, _(nothing_titles[self->scope]));
  gtk_widget_set_visible (self->ahead_button, self->scope <= BJT_TODAY_OVERDUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tier_drop_down), self->scope != BJT_TODAY_ISSUES);
  gtk_stack_set_visible_child_name (self->lists, g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0 ? "list" : "nothing");
}

static void
touch (BjtTodayPage *self)
{
  bjt_today_list_touch (self->lines);
}

static void
choice_changed_cb (BjtTodayPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow_choice (self);
}

static void
bjt_today_page_map (GtkWidget *widget)
{
  BjtTodayPage *self = BJT_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (bjt_today_page_parent_class)->map (widget);
  refresh (self);
  follow_choice (self);
}

/* Rows */

static void
check_toggled_cb (GtkCheckButton *check,
                  GtkListItem    *item)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (check), BJT_TYPE_TODAY_PAGE);
  gboolean is_active = gtk_check_button_get_active (check);
  guint position = gtk_list_item_get_position (item);
  GtkSelectionModel *model;

  if (page == NULL || position == GTK_INVALID_LIST_POSITION || is_active == gtk_list_item_get_selected (item))
    return;
  model = GTK_SELECTION_MODEL (BJT_TODAY_PAGE (page)->selection);
  if (is_active)
    gtk_selection_model_select_item (model, position, FALSE);
  else
    gtk_selection_model_unselect_item (model, position);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              BjtTodayPage             *self)
{
  GtkWidget *row = bjt_today_row_new (get_focus (self));
  GtkCheckButton *check = bjt_today_row_get_check (BJT_TODAY_ROW (row));

  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE); /* a second click is no visit */
  g_object_bind_property (item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), item, 0);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             BjtTodayPage             *self)
{
  BjtTodayLine *line = gtk_list_item_get_item (item);

  gtk_list_item_set_selectable (item, bjt_today_line_get_entry (line)->kind >= BJT_TODAY_DOOR);
  bjt_today_row_set_line (BJT_TODAY_ROW (gtk_list_item_get_child (item)), line);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               BjtTodayPage             *self)
{
  bjt_today_row_set_line (BJT_TODAY_ROW (gtk_list_item_get_child (item)), NULL);
}

/* The line that has the keyboard; NULL when one of its buttons has it. */
static BjtTodayLine *
get_line_at_keys (BjtTodayPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return BJT_IS_TODAY_ROW (row) ? bjt_today_row_get_line (BJT_TODAY_ROW (row)) : NULL;
}

static void
toggle_line (BjtTodayPage *self,
             BjtTodayLine *line)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  guint position = bjt_today_list_find_door (self->lines, bjt_today_line_get_door (line));

  if (position == G_MAXUINT)
    return;
  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
}

/* Enter: met; space: select. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                BjtTodayPage          *self)
{
  BjtTodayLine *line = (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0 ? get_line_at_keys (self) : NULL;

  if (line == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    toggle_line (self, line);
  else if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  else if (bjt_today_line_get_entry (line)->kind == BJT_TODAY_DOOR && !bjt_today_line_is_met (line))
    gtk_widget_activate_action (GTK_WIDGET (self), "today.record", "(ui)", bjt_today_line_get_door (line), BJT_OUTCOME_MET);
  return GDK_EVENT_STOP;
}

/* The selection */

static GPtrArray *
list_selected (BjtTodayPage *self)
{
  GPtrArray *selected = g_ptr_array_new ();
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more; more = gtk_bitset_iter_next (&iter, &position))
    {
      BjtTodayLine *line = bjt_today_list_get_line (self->lines, position);

      if (line != NULL && bjt_today_line_get_entry (line)->kind >= BJT_TODAY_DOOR)
        g_ptr_array_add (selected, line);
    }
  return selected;
}

static void
choose_line (BjtTodayPage *self,
             BjtTodayLine *line)
{
  const BjtTodayEntry *entry = bjt_today_line_get_entry (line);
  BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  guint32 door = bjt_today_line_get_door (line);

  if (picture != bjt_today_line_get_picture (line))
    return;
  self->is_choosing = TRUE;
  if (door != BJT_NO_INDEX)
    bjt_focus_choose_door (get_focus (self), door);
  else if (entry->kind == BJT_TODAY_ISSUE)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (picture, entry->index);

      bjt_focus_choose_building (get_focus (self), issue->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, issue->entrance)->building
                                                                                  : issue->building);
    }
  self->is_choosing = FALSE;
}

static void
selection_changed_cb (BjtTodayPage *self)
{
  g_autoptr (GPtrArray) selected = list_selected (self);
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u home selected", "%u homes selected", selected->len), selected->len);
  gboolean is_many = selected->len > 1 && self->scope != BJT_TODAY_ISSUES;

  gtk_label_set_text (self->selection_label, text);
  gtk_stack_set_visible_child_name (self->bars, is_many ? "selection" : "filter");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.record-selected", is_many);
  if (selected->len == 1 && !self->is_following)
    choose_line (self, selected->pdata[0]);
}

/* Actions */

static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  guint32 door;
  gint32 outcome;

  g_variant_get (parameter, "(ui)", &door, &outcome);
  if (door < bjt_page_get_picture (BJT_PAGE (widget))->doors->len)
    bjt_desk_record_outcome (BJT_PAGE (widget), &door, 1, outcome);
}

static void
record_selected_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *outcome)
{
  BjtTodayPage *self = BJT_TODAY_PAGE (widget);
  g_autoptr (GPtrArray) selected = list_selected (self);
  g_autoptr (GArray) doors = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < selected->len; i++)
    {
      guint32 door = bjt_today_line_get_door (selected->pdata[i]);

      if (door != BJT_NO_INDEX)
        g_array_append_val (doors, door);
    }
  if (bjt_desk_record_outcome (BJT_PAGE (self), (const guint32 *) (gpointer) doors->data, doors->len, g_variant_get_int32 (outcome)))
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *door)
{
  gtk_widget_activate_action (widget, "win.record-visit", "u", g_variant_get_uint32 (door));
}

/* Those of the entrance that are still to be visited; all of them when none is left. */
static void
select_entrance_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  BjtTodayPage *self = BJT_TODAY_PAGE (widget);
  BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  g_autoptr (GtkBitset) all = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) left = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)));
  BjtTodayLine *line;

  for (guint i = 0; (line = bjt_today_list_get_line (self->lines, i)) != NULL; i++)
    {
      const BjtTodayEntry *entry = bjt_today_line_get_entry (line);

      if (entry->kind != BJT_TODAY_DOOR || bjt_picture_get_door (picture, entry->index)->entrance != g_variant_get_uint32 (parameter))
        continue;
      gtk_bitset_add (all, i);
      if (!bjt_today_line_is_visited (line))
        gtk_bitset_add (left, i);
    }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), gtk_bitset_is_empty (left) ? all : left, mask);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (BJT_TODAY_PAGE (widget)->selection));
}

static BjtDoorSet *
collect_doors (BjtTodayPage *self)
{
  BjtDoorSet *doors = bjt_door_set_new (bjt_page_get_picture (BJT_PAGE (self))->doors->len);
  BjtTodayLine *line;

  for (guint i = 0; (line = bjt_today_list_get_line (self->lines, i)) != NULL; i++)
    if (bjt_today_line_get_door (line) != BJT_NO_INDEX && !bjt_today_line_is_visited (line))
      bjt_door_set_add (doors, bjt_today_line_get_door (line));
  return doors;
}

/* What has a word of its own in filters is told by it, else it is these doors. */
static void
map_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BjtTodayPage *self = BJT_TODAY_PAGE (widget);
  g_autoptr (BjtDoorSet) doors = collect_doors (self);
  BjtFilter filter;

  bjt_filter_init (&filter);
  filter.grid = get_grid (self);
  if (self->scope == BJT_TODAY_OVERDUE && get_tier (self) == 0)
    filter.overdue = 1;
  else if (self->scope == BJT_TODAY_ISSUES)
    filter.open_issue = 1;
  else
    filter.only = doors;
  bjt_focus_set_filter (get_focus (self), &filter);
  gtk_widget_activate_action (widget, "win.page", "s", "map");
}

/* Walks, the log, the rules */

static int
get_grid_number (BjtTodayPage *self)
{
  guint32 grid = get_grid (self);

  return grid != BJT_NO_INDEX ? bjt_picture_get_grid (bjt_page_get_picture (BJT_PAGE (self)), grid)->number : 0;
}

static void
print_walk_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  bjt_walk_dialog_print (BJT_PAGE (widget), get_grid_number (BJT_TODAY_PAGE (widget)));
}

static void
enter_walk_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  bjt_walk_dialog_enter (BJT_PAGE (widget), get_grid_number (BJT_TODAY_PAGE (widget)));
}

static void
log_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  bjt_day_log_dialog_present (BJT_PAGE (widget), get_grid (BJT_TODAY_PAGE (widget)));
}

static void
cadence_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  bjt_cadence_dialog_present (BJT_PAGE (widget));
}

/* Object */

static void
set_scope (BjtTodayPage *self,
           const char   *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scope_names); i++)
    if (g_strcmp0 (scope_names[i], name) == 0 && i != self->scope)
      {
        self->scope = (BjtTodayScope) i;
        gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
        refresh (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
        return;
      }
}

static void
bjt_today_page_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BjtTodayPage *self = BJT_TODAY_PAGE (object);

  if (id == PROP_SCOPE)
    g_value_set_string (value, scope_names[self->scope]);
  else
    g_value_set_boolean (value, self->reminds);
}

static void
bjt_today_page_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BjtTodayPage *self = BJT_TODAY_PAGE (object);

  if (id == PROP_SCOPE)
    set_scope (self, g_value_get_string (value));
  else if (self->reminds != g_value_get_boolean (value))
    {
      self->reminds = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
bjt_today_page_dispose (GObject *object)
{
  BjtTodayPage *self = BJT_TODAY_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (bjt_today_page_parent_class)->dispose (object);
}

static void
fill_tiers (BjtTodayPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All homes"));
  for (int tier = BJT_TIER_GENERAL; tier <= BJT_TIER_HIGH_RISK; tier++)
    {
      /* Translators: %s is a level of attention: 一般及以上 */
      g_autofree char *name = tier < BJT_TIER_HIGH_RISK ? g_strdup_printf (_("%s and above"), bjt_words_get_tier (tier))
                                                        : g_strdup (bjt_words_get_tier (tier));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->tier_drop_down, G_LIST_MODEL (names));
}

static void
append_outcome (BjtTodayPage *self,
                int           outcome)
{
  const char *word = bjt_words_get_outcome (outcome);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (box), bjt_swatch_new (BJT_SWATCH_OUTCOME, outcome));
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "today.record-selected");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", outcome);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  gtk_box_append (self->selection_bar, button);
}

static void
fill_selection_bar (BjtTodayPage *self)
{
  GtkWidget *clear = gtk_button_new_from_icon_name ("window-close-symbolic");

  append_outcome (self, BJT_OUTCOME_MET);
  for (guint i = 0; bjt_today_outcomes[i] >= 0; i++)
    append_outcome (self, bjt_today_outcomes[i]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "today.clear");
  gtk_widget_set_tooltip_text (clear, _("Select Nothing (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Select Nothing"), -1);
  gtk_widget_add_css_class (clear, "flat");
  gtk_box_append (self->selection_bar, clear);
}

static void
bjt_today_page_constructed (GObject *object)
{
  BjtTodayPage *self = BJT_TODAY_PAGE (object);
  BjtFocus *focus;

  G_OBJECT_CLASS (bjt_today_page_parent_class)->constructed (object);
  focus = get_focus (self);
  self->lines = bjt_today_list_new (bjt_page_get_workspace (BJT_PAGE (self)));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->chores_bin, bjt_today_chores_new (BJT_PAGE (self)));
  g_signal_connect_object (bjt_page_get_workspace (BJT_PAGE (self)), "changed", G_CALLBACK (update_chores), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "picture-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "filter-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "privacy-changed", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/cn/baijiatu/Baijiatu/bjt-today-page.ui");
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, places);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, exactly_button);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, overdue_button);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, issues_button);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, quiet_button);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, exactly_figure);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, overdue_figure);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, issues_figure);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, quiet_figure);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, issues_caption);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, tier_drop_down);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, chores_bin);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, progress_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, progress_bar);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, lists);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, list);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, nothing_page);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, ahead_button);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, bars);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, selection_bar);
  gtk_widget_class_bind_template_child (klass, BjtTodayPage, selection_label);
  gtk_widget_class_bind_template_callback (klass, setup_row_cb);
  gtk_widget_class_bind_template_callback (klass, bind_row_cb);
  gtk_widget_class_bind_template_callback (klass, unbind_row_cb);
  gtk_widget_class_bind_template_callback (klass, key_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, refresh);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_property_action (klass, "today.scope", "scope");
  gtk_widget_class_install_property_action (klass, "today.reminds", "reminds");
  gtk_widget_class_install_action (klass, "today.record", "(ui)", record_action);
  gtk_widget_class_install_action (klass, "today.record-selected", "i", record_selected_action);
  gtk_widget_class_install_action (klass, "today.more", "u", more_action);
  gtk_widget_class_install_action (klass, "today.select-entrance", "u", select_entrance_action);
  gtk_widget_class_install_action (klass, "today.clear", NULL, clear_action);
  gtk_widget_class_install_action (klass, "today.map", NULL, map_action);
  gtk_widget_class_install_action (klass, "today.print-walk", NULL, print_walk_action);
  gtk_widget_class_install_action (klass, "today.enter-walk", NULL, enter_walk_action);
  gtk_widget_class_install_action (klass, "today.log", NULL, log_action);
  gtk_widget_class_install_action (klass, "today.cadence", NULL, cadence_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "today.clear", NULL);
}

static void
bjt_today_page_class_init (BjtTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = bjt_today_page_constructed;
  object_class->dispose = bjt_today_page_dispose;
  object_class->get_property = bjt_today_page_get_property;
  object_class->set_property = bjt_today_page_set_property;
  widget_class->map = bjt_today_page_map;
  properties[PROP_SCOPE] = g_param_spec_string ("scope", NULL, NULL, "due", flags);
  properties[PROP_REMINDS] = g_param_spec_boolean ("reminds", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
bjt_today_page_init (BjtTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.record-selected", FALSE);
  fill_tiers (self);
  fill_selection_bar (self);
}
