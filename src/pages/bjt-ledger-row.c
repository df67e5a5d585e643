/* bjt-ledger-row.c: two lines, bound again and again as the list moves. With
 * the curtain drawn it tells number and clock alone. */
#include "bjt-ledger-row.h"

#include <glib/gi18n.h>

#include "bjt-clock-words.h"
#include "bjt-flow-words.h"
#include "widgets/bjt-flow-dots.h"
#include "widgets/bjt-words.h"

struct _BjtLedgerRow
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget   *box;
  GtkLabel    *title_label;
  GtkLabel    *number_label;
  GtkLabel    *detail_label;
  GtkLabel    *clock_label;
  BjtFlowDots *dots;

  /* Owned */
  BjtFocus      *focus;
  BjtLedgerLine *line;

  /* State */
  const char *clock_class;
};

G_DEFINE_FINAL_TYPE (BjtLedgerRow, bjt_ledger_row, GTK_TYPE_WIDGET)

static BjtFlowTone
get_tone (BjtLedgerClock clock)
{
  switch (clock)
    {
    case BJT_LEDGER_CLOCK_OVERDUE:
      return BJT_FLOW_OVERDUE;
    case BJT_LEDGER_CLOCK_SOON:
      return BJT_FLOW_DUE_SOON;
    case BJT_LEDGER_CLOCK_PAUSED:
    case BJT_LEDGER_CLOCK_STOPPED:
      return BJT_FLOW_STILL;
    case BJT_LEDGER_CLOCK_RUNNING:
    case BJT_LEDGER_CLOCK_ANY:
    case BJT_LEDGER_N_CLOCKS:
    default:
      return BJT_FLOW_ON_TIME;
    }
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* Place, kind, who settles it. */
static char *
dup_detail (BjtLedgerLine *line,
            gboolean       is_curtained)
{
  const BjtLedgerIssue *issue = bjt_ledger_line_get_issue (line);
  BjtLedger *ledger = bjt_ledger_line_get_ledger (line);
  GString *text = g_string_new (NULL);

  if (!is_curtained)
    append_part (text, issue->where);
  if (issue->kind != BJT_NO_INDEX)
    append_part (text, bjt_ledger_get_kind (ledger, issue->kind)->name);
  if (issue->department != NULL && *issue->department != '\0')
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, "→ %s", issue->department);
    }
  return g_string_free (text, FALSE);
}

static void
show_clock (BjtLedgerRow *self,
            const char   *words)
{
  GtkWidget *label = GTK_WIDGET (self->clock_label);

  if (self->clock_class != NULL)
    gtk_widget_remove_css_class (label, self->clock_class);
  self->clock_class = bjt_clock_words_get_css_class (bjt_ledger_line_get_clock (self->line));
  if (self->clock_class != NULL)
    gtk_widget_add_css_class (label, self->clock_class);
  gtk_label_set_text (self->clock_label, words);
}

/* The list's own row stands around this widget. */
static void
speak (BjtLedgerRow *self,
       const char   *text)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update (BjtLedgerRow *self)
{
  const BjtLedgerIssue *issue = bjt_ledger_line_get_issue (self->line);
  gboolean is_curtained = bjt_focus_get_curtain (self->focus);
  const char *title = issue->title != NULL && !is_curtained ? issue->title : "—";
  const char *number = issue->number != NULL ? issue->number : "";
  g_autofree char *detail = dup_detail (self->line, is_curtained);
  g_autofree char *clock = bjt_ledger_line_dup_clock (self->line);
  g_autofree char *spoken = g_strjoin (", ", number, title, detail, bjt_flow_words_get_state (issue->state), clock, NULL);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->number_label, number);
  gtk_label_set_text (self->detail_label, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail_label), detail);
  bjt_flow_dots_set (self->dots, issue->box, get_tone (bjt_ledger_line_get_clock (self->line)));
  show_clock (self, clock);
  speak (self, spoken);
}

void
bjt_ledger_row_set_line (BjtLedgerRow  *self,
                         BjtLedgerLine *line)
{
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, update, self);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  g_signal_connect_swapped (line, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
bjt_ledger_row_dispose (GObject *object)
{
  BjtLedgerRow *self = BJT_LEDGER_ROW (object);

  bjt_ledger_row_set_line (self, NULL);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_ledger_row_parent_class)->dispose (object);
}

static void
bjt_ledger_row_class_init (BjtLedgerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_ledger_row_dispose;
  g_type_ensure (BJT_TYPE_FLOW_DOTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-ledger-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtLedgerRow, box);
  gtk_widget_class_bind_template_child (widget_class, BjtLedgerRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BjtLedgerRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, BjtLedgerRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, BjtLedgerRow, clock_label);
  gtk_widget_class_bind_template_child (widget_class, BjtLedgerRow, dots);
}

static void
bjt_ledger_row_init (BjtLedgerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bjt_ledger_row_new (BjtFocus *focus)
{
  BjtLedgerRow *self = g_object_new (BJT_TYPE_LEDGER_ROW, NULL);

  self->focus = g_object_ref (focus);
  return GTK_WIDGET (self);
}
