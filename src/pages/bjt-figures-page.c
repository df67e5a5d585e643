/* bjt-figures-page.c: indicators at the left, the chosen one with its chart and
 * what is behind it at the right. The numbers are counted one after the other
 * while nothing else is to be done, the chosen one at once. While another page
 * is looked at nothing is counted. */
#include "bjt-figures-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-figure-bars.h"
#include "bjt-figure-button.h"
#include "bjt-figure-rows.h"
#include "bjt-figure-words.h"
#include "bjt-walk-dialog.h"
#include "rules/bjt-work-period.h"
#include "widgets/bjt-date-button.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-calendar.h"
#include "workspace/bjt-workspace-ledger.h"

#define OWN_PERIOD BJT_N_WORK_PERIODS /* the last of the chooser */

struct _BjtFiguresPage
{
  BjtPage parent_instance;

  /* Template */
  GtkStack      *places;
  GtkDropDown   *period_drop_down;
  GtkWidget     *own_box;
  BjtDateButton *from_button;
  BjtDateButton *to_button;
  GtkLabel      *period_label;
  GtkBox        *indicators;
  GtkLabel      *title_label;
  GtkLabel      *value_label;
  GtkLabel      *fraction_label;
  GtkLabel      *before_label;
  GtkLabel      *definition_label;
  GtkDropDown   *group_drop_down;
  GtkWidget     *sides_box;
  GtkStack      *behind;
  GtkLabel      *count_label;
  GtkWidget     *issues_button;
  GtkWidget     *map_button;
  GtkWidget     *select_button;
  GtkWidget     *walk_button;
  BjtFigureBars *bars;
  BjtFigureRows *rows;

  /* Owned */
  BjtLedger *ledger; /* that the numbers are of; NULL: none yet */

  /* State */
  BjtFigureButton *buttons[BJT_N_WORK_INDICATORS];
  BjtWorkMeasure   measure;
  BjtWorkSide      side;
  BjtWorkGroup     group;
  guint32          chosen;  /* group of the chart; BJT_NO_INDEX: all */
  BjtWorkMeasure   next;    /* to be counted */
  guint            counting; /* source; 0: none */
  gboolean         is_filling;
};

G_DEFINE_FINAL_TYPE (BjtFiguresPage, bjt_figures_page, BJT_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_INDICATOR,
  PROP_SIDE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const char *const side_names[] = {
  [BJT_WORK_NUMERATOR] = "numerator",
  [BJT_WORK_DENOMINATOR] = "denominator",
  [BJT_WORK_GAP] = "gap",
};

/* The order of the left side; the meters stand above it. */
static const struct
{
  const char    *heading;
  BjtWorkMeasure first, last;
} sections[] = {
  { N_("Four Times 100 %"), BJT_WORK_VERIFIED, BJT_WORK_POLICIES },
  { N_("Issues"), BJT_WORK_RECEIVED, BJT_WORK_QUANTITY },
  { N_("12345"), BJT_WORK_HOTLINE, BJT_WORK_HOTLINE_CONTENT },
  { N_("Visits and Records"), BJT_WORK_VISITS, BJT_WORK_COMPLETENESS },
};

static const BjtWorkIndicator *
get_indicator (BjtFiguresPage *self)
{
  return bjt_work_indicator_get (self->measure);
}

/* The period */

static void
find_period (BjtFiguresPage *self,
             BjtDate        *from_on,
             BjtDate        *to_on)
{
  guint period = gtk_drop_down_get_selected (self->period_drop_down);
  BjtDate today = bjt_page_get_picture (BJT_PAGE (self))->as_of;

  if (period < BJT_N_WORK_PERIODS)
    {
      bjt_work_period_find ((BjtWorkPeriod) period, today, from_on, to_on);
      return;
    }
  *from_on = bjt_date_button_get_date (self->from_button);
  *to_on = bjt_date_button_get_date (self->to_button);
  if (*to_on == BJT_DATE_NONE)
    *to_on = today;
  if (*from_on == BJT_DATE_NONE || *from_on > *to_on)
    *from_on = *to_on;
}

static void
init_query (BjtFiguresPage         *self,
            BjtWorkQuery           *query,
            const BjtWorkIndicator *indicator)
{
  bjt_work_query_init (query, self->ledger, bjt_page_get_picture (BJT_PAGE (self)));
  query->calendar = bjt_workspace_get_calendar (bjt_page_get_workspace (BJT_PAGE (self)));
  find_period (self, &query->from_on, &query->to_on);
  query->group = self->group;
  if (!indicator->is_restricted)
    query->grid = bjt_focus_get_filter (bjt_page_get_focus (BJT_PAGE (self)))->grid;
}

static void
show_period (BjtFiguresPage *self)
{
  gboolean is_own = gtk_drop_down_get_selected (self->period_drop_down) == OWN_PERIOD;
  BjtDate from_on, to_on;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;

  find_period (self, &from_on, &to_on);
  from = bjt_date_dup_string (from_on);
  to = bjt_date_dup_string (to_on);
  text = g_strdup_printf ("%s – %s", from, to);
  gtk_label_set_text (self->period_label, text);
  gtk_widget_set_visible (self->own_box, is_own);
  gtk_widget_set_visible (GTK_WIDGET (self->period_label), !is_own);
  if (!is_own)
    {
      bjt_date_button_set_date (self->from_button, from_on);
      bjt_date_button_set_date (self->to_button, to_on);
    }
}

/* What is behind */

static void
show_count (BjtFiguresPage *self)
{
  guint n = bjt_figure_rows_count (self->rows);
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u listed", "%u listed", n), n);

  gtk_label_set_text (self->count_label, text);
  gtk_widget_set_visible (self->issues_button, n > 0 && bjt_figure_rows_get (self->rows, 0)->kind == BJT_WORK_ROW_ISSUE);
  gtk_widget_set_sensitive (self->map_button, n > 0);
  gtk_widget_set_sensitive (self->select_button, n > 0);
  gtk_widget_set_sensitive (self->walk_button, n > 0);
}

static void
show_rows (BjtFiguresPage *self)
{
  const BjtWorkIndicator *indicator = get_indicator (self);
  BjtWorkQuery query;
  GArray *rows;

  init_query (self, &query, indicator);
  rows = indicator->is_restricted ? g_array_new (FALSE, FALSE, sizeof (BjtWorkRow))
                                  : bjt_work_indicator_list (indicator, &query, self->chosen, self->side);
  bjt_figure_rows_show (self->rows, &query, rows);
  gtk_stack_set_visible_child_name (self->behind, indicator->is_restricted ? "restricted" : rows->len > 0 ? "rows" : "nothing");
  show_count (self);
}

/* The chosen one */

static void
show_numbers (BjtFiguresPage     *self,
              const BjtWorkTable *table)
{
  const BjtWorkIndicator *indicator = table->indicator;
  g_autofree char *value = bjt_figure_words_dup_value (indicator, &table->total, table->total_unit);
  g_autofree char *fraction = bjt_figure_words_dup_fraction (indicator, &table->total);
  g_autofree char *before = bjt_figure_words_dup_value (indicator, &table->total_year_before, table->total_unit);
  g_autofree char *change = bjt_figure_words_dup_change (indicator, &table->total, &table->total_year_before);
  g_autofree char *change_aside = change != NULL ? g_strdup_printf (_(" (%s)"), change) : g_strdup ("");
  g_autofree char *before_text = indicator->is_of_period ? g_strdup_printf (_("a year before %s%s"), before, change_aside) : g_strdup (_("as of today"));

  gtk_label_set_text (self->title_label, _(indicator->name));
  gtk_label_set_text (self->value_label, value);
  gtk_label_set_text (self->fraction_label, fraction != NULL ? fraction : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fraction_label), fraction != NULL);
  gtk_label_set_text (self->before_label, before_text);
  gtk_label_set_text (self->definition_label, _(indicator->definition));
  gtk_widget_set_visible (self->sides_box, fraction != NULL && !indicator->is_restricted);
}

static void
show_chosen (BjtFiguresPage *self)
{
  const BjtWorkIndicator *indicator = get_indicator (self);
  g_autoptr (BjtWorkTable) table = NULL;
  BjtWorkQuery query;

  init_query (self, &query, indicator);
  table = bjt_work_indicator_count (indicator, &query);
  show_numbers (self, table);
  bjt_figure_button_show (self->buttons[self->measure], table);
  gtk_widget_set_visible (GTK_WIDGET (self->bars), !indicator->is_restricted);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group_drop_down), !indicator->is_restricted);
  if (!indicator->is_restricted)
    bjt_figure_bars_show (self->bars, &query, table);
  self->chosen = BJT_NO_INDEX;
  show_rows (self);
}

/* Groups the indicator can be shown by; the one looked at stays where it can. */
static void
fill_groups (BjtFiguresPage *self)
{
  const BjtWorkIndicator *indicator = get_indicator (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0, n = 0;

  if ((indicator->groups >> self->group & 1) == 0)
    self->group = BJT_WORK_BY_GRID;
  for (guint g = 0; g < BJT_N_WORK_GROUPS; g++)
    if ((indicator->groups >> g & 1) != 0)
      {
        selected = g == self->group ? n : selected;
        gtk_string_list_append (names, bjt_figure_words_get_group ((BjtWorkGroup) g));
        n++;
      }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->group_drop_down, selected);
  self->is_filling = FALSE;
}

static BjtWorkGroup
get_selected_group (BjtFiguresPage *self)
{
  guint left = gtk_drop_down_get_selected (self->group_drop_down);

  for (guint g = 0; g < BJT_N_WORK_GROUPS; g++)
    if ((get_indicator (self)->groups >> g & 1) != 0 && left-- == 0)
      return (BjtWorkGroup) g;
  return BJT_WORK_BY_GRID;
}

/* What one would look for first: what is missing to a share; else what was counted. */
static BjtWorkSide
get_first_side (const BjtWorkIndicator *indicator)
{
  return indicator->unit == BJT_UNIT_SHARE && indicator->measure != BJT_WORK_REPEATED_SHARE ? BJT_WORK_GAP : BJT_WORK_NUMERATOR;
}

/* Counting */

static gboolean
count_next_cb (gpointer user_data)
{
  BjtFiguresPage *self = user_data;
  const BjtWorkIndicator *indicator = bjt_work_indicator_get (self->next);
  g_autoptr (BjtWorkTable) table = NULL;
  BjtWorkQuery query;

  init_query (self, &query, indicator);
  query.group = BJT_WORK_BY_GRID;
  table = bjt_work_indicator_count (indicator, &query);
  bjt_figure_button_show (self->buttons[self->next], table);
  self->next++;
  if (self->next < BJT_N_WORK_MEASURES)
    return G_SOURCE_CONTINUE;
  self->counting = 0;
  return G_SOURCE_REMOVE;
}

static void
refresh (BjtFiguresPage *self)
{
  gboolean is_seen = !self->is_filling && gtk_widget_get_mapped (GTK_WIDGET (self));
  BjtPicture *picture = is_seen ? bjt_page_get_picture (BJT_PAGE (self)) : NULL;
  GError *error = NULL;
  BjtLedger *ledger;

  if (picture == NULL)
    return;
  ledger = bjt_workspace_get_ledger (bjt_page_get_workspace (BJT_PAGE (self)), &error);
  if (ledger == NULL)
    {
      bjt_page_tell_error (BJT_PAGE (self), error);
      g_clear_error (&error);
      return;
    }
  bjt_ledger_ref (ledger);
  g_clear_pointer (&self->ledger, bjt_ledger_unref);
  self->ledger = ledger;
  gtk_stack_set_visible_child_name (self->places, picture->buildings->len > 0 ? "work" : "empty");
  show_period (self);
  show_chosen (self);
  self->next = 0;
  if (self->counting == 0)
    self->counting = g_idle_add (count_next_cb, self);
}

static void
stop_counting (BjtFiguresPage *self)
{
  if (self->counting != 0)
    g_source_remove (self->counting);
  self->counting = 0;
}

static void
bjt_figures_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bjt_figures_page_parent_class)->map (widget);
  refresh (BJT_FIGURES_PAGE (widget));
}

static void
bjt_figures_page_unmap (GtkWidget *widget)
{
  stop_counting (BJT_FIGURES_PAGE (widget));
  GTK_WIDGET_CLASS (bjt_figures_page_parent_class)->unmap (widget);
}

/* Choosing */

static void
own_day_changed_cb (BjtFiguresPage *self)
{
  if (gtk_drop_down_get_selected (self->period_drop_down) == OWN_PERIOD)
    refresh (self);
}

static void
group_changed_cb (BjtFiguresPage *self)
{
  if (self->is_filling || self->ledger == NULL)
    return;
  self->group = get_selected_group (self);
  show_chosen (self);
}

static void
bar_chosen_cb (BjtFiguresPage *self,
               guint           group)
{
  self->chosen = group;
  show_rows (self);
}

static void
row_chosen_cb (BjtFiguresPage *self,
               guint           position)
{
  const BjtWorkRow *row = bjt_figure_rows_get (self->rows, position);
  BjtFocus *focus = bjt_page_get_focus (BJT_PAGE (self));

  if (row == NULL || self->ledger->picture != bjt_page_get_picture (BJT_PAGE (self)))
    return;
  if (row->door != BJT_NO_INDEX)
    bjt_focus_choose_door (focus, row->door);
  else
    bjt_focus_choose_building (focus, row->building);
}

static void
format_issue_key (BjtFiguresPage   *self,
                  const BjtWorkRow *row,
                  char              text[BJT_UUID_STRING_SIZE])
{
  bjt_uuid_format (&bjt_ledger_get_issue (self->ledger, row->index)->id, text);
}

/* A second click: where it is, or the issue itself. */
static void
row_activated_cb (BjtFiguresPage *self,
                  guint           position)
{
  const BjtWorkRow *row = bjt_figure_rows_get (self->rows, position);
  char key[BJT_UUID_STRING_SIZE];

  if (row == NULL)
    return;
  row_chosen_cb (self, position);
  if (row->kind != BJT_WORK_ROW_ISSUE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "map");
      return;
    }
  format_issue_key (self, row, key);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.issue", "s", key);
}

static void
set_measure (BjtFiguresPage *self,
             const char     *code)
{
  const BjtWorkIndicator *indicator = bjt_work_indicator_find (code);

  if (indicator == NULL || indicator->measure == self->measure)
    return;
  self->measure = indicator->measure;
  self->side = get_first_side (indicator);
  fill_groups (self);
  if (self->ledger != NULL)
    show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

static void
set_side (BjtFiguresPage *self,
          const char     *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (side_names); i++)
    if (g_strcmp0 (side_names[i], name) == 0 && i != self->side)
      {
        self->side = (BjtWorkSide) i;
        if (self->ledger != NULL)
          show_rows (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
      }
}

/* Actions */

static void
map_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BjtFiguresPage *self = BJT_FIGURES_PAGE (widget);
  BjtFocus *focus = bjt_page_get_focus (BJT_PAGE (self));
  g_autoptr (BjtDoorSet) doors = bjt_figure_rows_collect_doors (self->rows);
  BjtFilter filter;

  if (doors == NULL)
    return;
  bjt_filter_init (&filter);
  filter.grid = bjt_focus_get_filter (focus)->grid;
  filter.only = doors;
  bjt_focus_set_filter (focus, &filter);
  gtk_widget_activate_action (widget, "win.page", "s", "map");
}

static void
select_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtFiguresPage *self = BJT_FIGURES_PAGE (widget);
  g_autoptr (BjtDoorSet) doors = bjt_figure_rows_collect_doors (self->rows);

  if (doors == NULL)
    return;
  bjt_focus_set_selection (bjt_page_get_focus (BJT_PAGE (self)), doors);
  gtk_widget_activate_action (widget, "win.page", "s", "map");
}

/* Who goes there: a sheet for each grid. */
static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (BjtDoorSet) doors = bjt_figure_rows_collect_doors (BJT_FIGURES_PAGE (widget)->rows);

  if (doors != NULL)
    bjt_walk_dialog_print_doors (BJT_PAGE (widget), doors);
}

/* All that is listed, in the ledger of issues. */
static void
issues_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtFiguresPage *self = BJT_FIGURES_PAGE (widget);
  GVariantBuilder keys;
  const BjtWorkRow *row;

  g_variant_builder_init (&keys, G_VARIANT_TYPE ("as"));
  for (guint i = 0; (row = bjt_figure_rows_get (self->rows, i)) != NULL; i++)
    if (row->kind == BJT_WORK_ROW_ISSUE)
      {
        char key[BJT_UUID_STRING_SIZE];

        format_issue_key (self, row, key);
        g_variant_builder_add (&keys, "s", key);
      }
  gtk_widget_activate_action (widget, "win.issues", "(sas)", _(get_indicator (self)->name), &keys);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtDate from_on, to_on;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  find_period (BJT_FIGURES_PAGE (widget), &from_on, &to_on);
  from = bjt_date_dup_string (from_on);
  to = bjt_date_dup_string (to_on);
  gtk_widget_activate_action (widget, "win.print-report", "(ss)", from, to);
}

/* Object */

static void
bjt_figures_page_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BjtFiguresPage *self = BJT_FIGURES_PAGE (object);

  g_value_set_string (value, id == PROP_INDICATOR ? get_indicator (self)->code : side_names[self->side]);
}

static void
bjt_figures_page_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (id == PROP_INDICATOR)
    set_measure (BJT_FIGURES_PAGE (object), g_value_get_string (value));
  else
    set_side (BJT_FIGURES_PAGE (object), g_value_get_string (value));
}

static void
bjt_figures_page_dispose (GObject *object)
{
  BjtFiguresPage *self = BJT_FIGURES_PAGE (object);

  stop_counting (self);
  g_clear_pointer (&self->ledger, bjt_ledger_unref);
  G_OBJECT_CLASS (bjt_figures_page_parent_class)->dispose (object);
}

static void
bjt_figures_page_constructed (GObject *object)
{
  BjtFocus *focus;

  G_OBJECT_CLASS (bjt_figures_page_parent_class)->constructed (object);
  focus = bjt_page_get_focus (BJT_PAGE (object));
  g_signal_connect_object (focus, "picture-changed", G_CALLBACK (refresh), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "filter-changed", G_CALLBACK (refresh), object, G_CONNECT_SWAPPED);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/cn/baijiatu/Baijiatu/bjt-figures-page.ui");
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, places);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, period_drop_down);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, own_box);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, from_button);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, to_button);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, period_label);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, indicators);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, title_label);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, value_label);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, fraction_label);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, before_label);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, definition_label);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, group_drop_down);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, sides_box);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, behind);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, count_label);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, issues_button);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, map_button);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, select_button);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, walk_button);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, bars);
  gtk_widget_class_bind_template_child (klass, BjtFiguresPage, rows);
  gtk_widget_class_bind_template_callback (klass, refresh);
  gtk_widget_class_bind_template_callback (klass, own_day_changed_cb);
  gtk_widget_class_bind_template_callback (klass, group_changed_cb);
  gtk_widget_class_bind_template_callback (klass, bar_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, row_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, row_activated_cb);
}

static void
bjt_figures_page_class_init (BjtFiguresPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = bjt_figures_page_constructed;
  object_class->dispose = bjt_figures_page_dispose;
  object_class->get_property = bjt_figures_page_get_property;
  object_class->set_property = bjt_figures_page_set_property;
  widget_class->map = bjt_figures_page_map;
  widget_class->unmap = bjt_figures_page_unmap;
  properties[PROP_INDICATOR] = g_param_spec_string ("indicator", NULL, NULL, "settled_share", flags);
  properties[PROP_SIDE] = g_param_spec_string ("side", NULL, NULL, "gap", flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (BJT_TYPE_DATE_BUTTON);
  g_type_ensure (BJT_TYPE_FIGURE_BARS);
  g_type_ensure (BJT_TYPE_FIGURE_ROWS);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "figures.indicator", "indicator");
  gtk_widget_class_install_property_action (widget_class, "figures.side", "side");
  gtk_widget_class_install_action (widget_class, "figures.map", NULL, map_action);
  gtk_widget_class_install_action (widget_class, "figures.walk", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "figures.issues", NULL, issues_action);
  gtk_widget_class_install_action (widget_class, "figures.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "figures.select", NULL, select_action);
}

static void
append_section (BjtFiguresPage *self,
                guint           section)
{
  GtkWidget *heading = gtk_label_new (_(sections[section].heading));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "figure-heading");
  gtk_box_append (self->indicators, heading);
  for (BjtWorkMeasure m = sections[section].first; m <= sections[section].last; m++)
    {
      self->buttons[m] = BJT_FIGURE_BUTTON (bjt_figure_button_new (bjt_work_indicator_get (m), m >= BJT_WORK_VERIFIED));
      gtk_box_append (self->indicators, GTK_WIDGET (self->buttons[m]));
    }
}

static void
bjt_figures_page_init (BjtFiguresPage *self)
{
  self->measure = BJT_WORK_SETTLED_SHARE;
  self->side = BJT_WORK_GAP;
  self->chosen = BJT_NO_INDEX;
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    append_section (self, i);
  gtk_drop_down_set_selected (self->period_drop_down, BJT_WORK_THIS_YEAR);
  fill_groups (self);
}
