/* bjt-legend.c: entries are swatches painted like the thing itself, with their
 * word. Categories are explained by the chips, which carry their own word. */
#include "bjt-legend.h"

#include <glib/gi18n-lib.h>

#include "bjt-swatch.h"
#include "bjt-words.h"

struct _BjtLegend
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (BjtLegend, bjt_legend, GTK_TYPE_WIDGET)

static const BjtHouseholdClass classes[] = {
  BJT_CLASS_RESIDENT, BJT_CLASS_FLOATING, BJT_CLASS_TENANT, BJT_CLASS_HUKOU_ONLY, BJT_CLASS_EMPTY, BJT_CLASS_UNKNOWN,
};

typedef struct
{
  BjtSwatchKind kind;
  int           code;
  const char   *word;
} Entry;

static const Entry marks[] = {
  { BJT_SWATCH_ATTENTION, BJT_ATTENTION_URGENT, NC_ ("legend", "Urgent") },
  { BJT_SWATCH_ATTENTION, BJT_ATTENTION_WATCH, NC_ ("legend", "Watch") },
  { BJT_SWATCH_OVERDUE, 0, NC_ ("legend", "Visit overdue") },
  { BJT_SWATCH_ISSUE, 0, NC_ ("legend", "Open issue") },
  { BJT_SWATCH_ISSUE_OVERDUE, 0, NC_ ("legend", "Issue over its time") },
};

static const BjtVisitOutcome outcomes[] = { BJT_OUTCOME_MET, BJT_OUTCOME_PHONED, BJT_OUTCOME_ABSENT, BJT_OUTCOME_REFUSED };

static GtkWidget *
create_entry (BjtSwatchKind kind,
              int           code,
              const char   *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), bjt_swatch_new (kind, code));
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  return box;
}

static const char *
get_mark_word (const Entry *entry)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "legend", entry->word);
}

void
bjt_legend_fill_row (BjtWholeRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    bjt_whole_row_append (row, create_entry (BJT_SWATCH_CLASS, (int) classes[i], bjt_words_get_class (classes[i])));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    bjt_whole_row_append (row, create_entry (marks[i].kind, marks[i].code, get_mark_word (marks + i)));
}

static GtkBox *
append_section (BjtLegend  *self,
                const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (section), label);
  gtk_box_append (GTK_BOX (self->box), section);
  return GTK_BOX (section);
}

static void
bjt_legend_dispose (GObject *object)
{
  g_clear_pointer (&BJT_LEGEND (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_legend_parent_class)->dispose (object);
}

static void
bjt_legend_class_init (BjtLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_legend_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_legend_init (BjtLegend *self)
{
  GtkBox *section;

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_widget_add_css_class (self->box, "legend");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  section = append_section (self, _ ("Household class"));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_box_append (section, create_entry (BJT_SWATCH_CLASS, (int) classes[i], bjt_words_get_class (classes[i])));
  section = append_section (self, _ ("Frames and marks"));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_box_append (section, create_entry (marks[i].kind, marks[i].code, get_mark_word (marks + i)));
  section = append_section (self, _ ("Outcome of a visit"));
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    gtk_box_append (section, create_entry (BJT_SWATCH_OUTCOME, (int) outcomes[i], bjt_words_get_outcome (outcomes[i])));
}

GtkWidget *
bjt_legend_new (void)
{
  return g_object_new (BJT_TYPE_LEGEND, NULL);
}
