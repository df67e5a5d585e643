/* bjt-ledger-bar.c: a choice is a drop-down over the words that occur; it is
 * kept by its word when these become others. */
#include "bjt-ledger-bar.h"

#include <glib/gi18n.h>

typedef enum
{
  CHOICE_KIND,
  CHOICE_SOURCE,
  CHOICE_TIER,
  CHOICE_DEPARTMENT,
  N_CHOICES,
} Choice;

typedef enum
{
  SCOPE_OPEN,
  SCOPE_OVERDUE,
  SCOPE_SOON,
  SCOPE_WAITING,
  SCOPE_ENDED,
  SCOPE_ALL,
  N_SCOPES,
} Scope;

static const struct
{
  const char    *name;
  const char    *title;
  BjtLedgerSpan  span;
  BjtLedgerClock clock;
} scopes[N_SCOPES] = {
  [SCOPE_OPEN] = { "open", NC_("issues", "Open"), BJT_LEDGER_OPEN, BJT_LEDGER_CLOCK_ANY },
  [SCOPE_OVERDUE] = { "overdue", NC_("issues", "Over Time"), BJT_LEDGER_ANY, BJT_LEDGER_CLOCK_OVERDUE },
  [SCOPE_SOON] = { "soon", NC_("issues", "Soon"), BJT_LEDGER_ANY, BJT_LEDGER_CLOCK_SOON },
  [SCOPE_WAITING] = { "waiting", NC_("issues", "Waiting"), BJT_LEDGER_ANY, BJT_LEDGER_CLOCK_PAUSED },
  [SCOPE_ENDED] = { "ended", NC_("issues", "Closed"), BJT_LEDGER_ENDED, BJT_LEDGER_CLOCK_ANY },
  [SCOPE_ALL] = { "all", NC_("issues", "All"), BJT_LEDGER_ANY, BJT_LEDGER_CLOCK_ANY },
};

struct _BjtLedgerBar
{
  AdwBin parent_instance;

  /* Template */
  GtkBox         *scope_box;
  GtkSearchEntry *text_entry;
  GtkDropDown    *drop_downs[N_CHOICES];
  GtkDropDown    *order_drop_down;
  GtkWidget      *only_button;
  GtkLabel       *only_label;

  /* Borrowed */
  GtkWidget *scope_buttons[N_SCOPES];
  GtkLabel  *figures[N_SCOPES];

  /* Owned */
  GPtrArray  *values[N_CHOICES]; /* char *, of the items after the first */
  GHashTable *only;              /* of BjtUuid; NULL: any */

  /* State */
  Scope    scope;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtLedgerBar, bjt_ledger_bar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SCOPE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];
static guint changed_signal;

static void
emit_changed (BjtLedgerBar *self)
{
  if (!self->is_filling)
    g_signal_emit (self, changed_signal, 0);
}

/* Words */

static const char *
get_choice (BjtLedgerBar *self,
            Choice        choice)
{
  guint selected = gtk_drop_down_get_selected (self->drop_downs[choice]);

  return selected != GTK_INVALID_LIST_POSITION && selected > 0 ? self->values[choice]->pdata[selected - 1] : NULL;
}

static gboolean
is_same_list (const GPtrArray *a,
              const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Takes @values; @names are what is shown for them. */
static void
set_choices (BjtLedgerBar *self,
             Choice        choice,
             const char   *all,
             GPtrArray    *values,
             GPtrArray    *names)
{
  g_autoptr (GtkStringList) list = NULL;
  g_autofree char *chosen = self->values[choice] != NULL ? g_strdup (get_choice (self, choice)) : NULL;
  guint selected = 0;

  if (is_same_list (self->values[choice], values))
    {
      g_ptr_array_unref (values);
      return;
    }
  g_clear_pointer (&self->values[choice], g_ptr_array_unref);
  self->values[choice] = values;
  list = gtk_string_list_new (NULL);
  gtk_string_list_append (list, all);
  for (guint i = 0; i < values->len; i++)
    {
      gtk_string_list_append (list, names->pdata[i]);
      if (g_strcmp0 (values->pdata[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->drop_downs[choice], G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->drop_downs[choice], selected);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_downs[choice]), values->len > 1 || selected > 0);
}

static void
fill_kinds (BjtLedgerBar *self,
            BjtLedger    *ledger)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < ledger->kinds->len; i++)
    {
      const BjtLedgerKind *kind = bjt_ledger_get_kind (ledger, i);

      if (kind->code == NULL)
        continue;
      g_ptr_array_add (values, g_strdup (kind->code));
      g_ptr_array_add (names, g_strconcat (kind->parent != BJT_NO_INDEX ? "    " : "", kind->name, NULL));
    }
  set_choices (self, CHOICE_KIND, _("All kinds"), values, names);
}

static void
fill_words (BjtLedgerBar    *self,
            Choice           choice,
            const char      *all,
            const GPtrArray *words)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (values, g_strdup (words->pdata[i]));
  set_choices (self, choice, all, values, values);
}

static GPtrArray *
list_tiers (BjtLedger *ledger)
{
  GPtrArray *tiers = g_ptr_array_new ();

  for (guint32 i = 0; i < ledger->issues->len; i++)
    {
      const char *tier = bjt_ledger_get_issue (ledger, i)->tier;

      if (tier != NULL && *tier != '\0' && !g_ptr_array_find (tiers, tier, NULL)) /* the same word is the same pointer */
        g_ptr_array_add (tiers, (gpointer) tier);
    }
  return tiers;
}

void
bjt_ledger_bar_set_ledger (BjtLedgerBar *self,
                           BjtLedger    *ledger)
{
  g_autoptr (GPtrArray) tiers = list_tiers (ledger);

  self->is_filling = TRUE;
  fill_kinds (self, ledger);
  fill_words (self, CHOICE_SOURCE, _("All sources"), ledger->sources);
  fill_words (self, CHOICE_TIER, _("All tiers"), tiers);
  fill_words (self, CHOICE_DEPARTMENT, _("All departments"), ledger->departments);
  self->is_filling = FALSE;
}

/* The filter */

void
bjt_ledger_bar_apply (BjtLedgerBar    *self,
                      BjtLedger       *ledger,
                      BjtLedgerFilter *filter)
{
  const char *kind = get_choice (self, CHOICE_KIND);

  if (kind != NULL)
    filter->kind = bjt_ledger_find_kind (ledger, kind);
  filter->source = get_choice (self, CHOICE_SOURCE);
  filter->tier = get_choice (self, CHOICE_TIER);
  filter->department = get_choice (self, CHOICE_DEPARTMENT);
  filter->text = gtk_editable_get_text (GTK_EDITABLE (self->text_entry));
  filter->only = self->only;
}

void
bjt_ledger_bar_apply_scope (BjtLedgerBar    *self,
                            BjtLedgerFilter *filter)
{
  filter->span = scopes[self->scope].span;
  filter->clock = scopes[self->scope].clock;
}

BjtLedgerSort
bjt_ledger_bar_get_order (BjtLedgerBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->order_drop_down);

  return selected != GTK_INVALID_LIST_POSITION ? (BjtLedgerSort) selected : BJT_LEDGER_BY_CLOCK;
}

void
bjt_ledger_bar_show_tally (BjtLedgerBar         *self,
                           const BjtLedgerTally *tally)
{
  const guint counts[N_SCOPES] = {
    [SCOPE_OPEN] = tally->open,
    [SCOPE_OVERDUE] = tally->clocks[BJT_LEDGER_CLOCK_OVERDUE],
    [SCOPE_SOON] = tally->clocks[BJT_LEDGER_CLOCK_SOON],
    [SCOPE_WAITING] = tally->clocks[BJT_LEDGER_CLOCK_PAUSED],
    [SCOPE_ENDED] = tally->ended,
    [SCOPE_ALL] = tally->total,
  };

  for (guint i = 0; i < N_SCOPES; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%u", counts[i]);
      g_autofree char *spoken = g_strdup_printf ("%s %u", g_dpgettext2 (NULL, "issues", scopes[i].title), counts[i]);

      gtk_label_set_text (self->figures[i], figure);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->scope_buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
}

/**
 * bjt_ledger_bar_show_only:
 * @heading: (nullable): whence these come: the name of an indicator
 */
void
bjt_ledger_bar_show_only (BjtLedgerBar  *self,
                          const char    *heading,
                          const BjtUuid *ids,
                          guint          n_ids)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&self->only, g_hash_table_unref);
  if (heading != NULL)
    {
      self->only = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);
      for (guint i = 0; i < n_ids; i++)
        g_hash_table_add (self->only, g_memdup2 (&ids[i], sizeof ids[i]));
      text = g_strdup_printf ("%s (%u)", heading, g_hash_table_size (self->only));
      gtk_label_set_text (self->only_label, text);
    }
  gtk_widget_set_visible (self->only_button, heading != NULL);
  emit_changed (self);
}

gboolean
bjt_ledger_bar_is_narrowed (BjtLedgerBar *self)
{
  for (Choice i = 0; i < N_CHOICES; i++)
    if (self->values[i] != NULL && get_choice (self, i) != NULL)
      return TRUE;
  return self->only != NULL || *gtk_editable_get_text (GTK_EDITABLE (self->text_entry)) != '\0';
}

void
bjt_ledger_bar_reset (BjtLedgerBar *self)
{
  self->is_filling = TRUE;
  for (Choice i = 0; i < N_CHOICES; i++)
    gtk_drop_down_set_selected (self->drop_downs[i], 0);
  gtk_editable_set_text (GTK_EDITABLE (self->text_entry), "");
  bjt_ledger_bar_show_only (self, NULL, NULL, 0);
  self->is_filling = FALSE;
  emit_changed (self);
}

void
bjt_ledger_bar_focus_text (BjtLedgerBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_entry));
}

/* Object */

static void
only_clicked_cb (BjtLedgerBar *self)
{
  bjt_ledger_bar_show_only (self, NULL, NULL, 0);
}

static void
stop_search_cb (BjtLedgerBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->text_entry), "");
}

static void
bjt_ledger_bar_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_string (value, scopes[BJT_LEDGER_BAR (object)->scope].name);
}

static void
bjt_ledger_bar_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BjtLedgerBar *self = BJT_LEDGER_BAR (object);

  for (guint i = 0; i < N_SCOPES; i++)
    if (g_strcmp0 (scopes[i].name, g_value_get_string (value)) == 0 && i != self->scope)
      {
        self->scope = (Scope) i;
        g_object_notify_by_pspec (object, pspec);
        emit_changed (self);
        return;
      }
}

static void
bjt_ledger_bar_finalize (GObject *object)
{
  BjtLedgerBar *self = BJT_LEDGER_BAR (object);

  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);
  g_clear_pointer (&self->only, g_hash_table_unref);
  G_OBJECT_CLASS (bjt_ledger_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/cn/baijiatu/Baijiatu/bjt-ledger-bar.ui");
  gtk_widget_class_bind_template_child (klass, BjtLedgerBar, scope_box);
  gtk_widget_class_bind_template_child (klass, BjtLedgerBar, text_entry);
  gtk_widget_class_bind_template_child_full (klass, "kind_drop_down", FALSE, G_STRUCT_OFFSET (BjtLedgerBar, drop_downs[CHOICE_KIND]));
  gtk_widget_class_bind_template_child_full (klass, "source_drop_down", FALSE, G_STRUCT_OFFSET (BjtLedgerBar, drop_downs[CHOICE_SOURCE]));
  gtk_widget_class_bind_template_child_full (klass, "tier_drop_down", FALSE, G_STRUCT_OFFSET (BjtLedgerBar, drop_downs[CHOICE_TIER]));
  gtk_widget_class_bind_template_child_full (klass, "department_drop_down", FALSE, G_STRUCT_OFFSET (BjtLedgerBar, drop_downs[CHOICE_DEPARTMENT]));
  gtk_widget_class_bind_template_child (klass, BjtLedgerBar, order_drop_down);
  gtk_widget_class_bind_template_child (klass, BjtLedgerBar, only_button);
  gtk_widget_class_bind_template_child (klass, BjtLedgerBar, only_label);
  gtk_widget_class_bind_template_callback (klass, emit_changed);
  gtk_widget_class_bind_template_callback (klass, only_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, stop_search_cb);
}

static void
bjt_ledger_bar_class_init (BjtLedgerBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bjt_ledger_bar_finalize;
  object_class->get_property = bjt_ledger_bar_get_property;
  object_class->set_property = bjt_ledger_bar_set_property;
  properties[PROP_SCOPE] = g_param_spec_string ("scope", NULL, NULL, "open", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  changed_signal = g_signal_new ("changed", BJT_TYPE_LEDGER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_property_action (GTK_WIDGET_CLASS (klass), "ledger.scope", "scope");
}

static void
append_scope (BjtLedgerBar *self,
              Scope         scope)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->figures[scope] = GTK_LABEL (gtk_label_new ("0"));
  self->scope_buttons[scope] = button;
  gtk_widget_add_css_class (GTK_WIDGET (self->figures[scope]), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures[scope]), "scope-figure");
  if (scope == SCOPE_OVERDUE)
    gtk_widget_add_css_class (GTK_WIDGET (self->figures[scope]), "overdue");
  gtk_box_append (GTK_BOX (box), gtk_label_new (g_dpgettext2 (NULL, "issues", scopes[scope].title)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures[scope]));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "ledger.scope");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", scopes[scope].name);
  gtk_box_append (self->scope_box, button);
}

static void
bjt_ledger_bar_init (BjtLedgerBar *self)
{
  const char *const orders[] = { _("By time left"), _("Newest first"), _("By number"), _("By place"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (orders);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (Scope i = 0; i < N_SCOPES; i++)
    append_scope (self, i);
  gtk_drop_down_set_model (self->order_drop_down, G_LIST_MODEL (list));
  self->is_filling = FALSE;
}
