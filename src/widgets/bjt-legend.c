/* bjt-legend.c: entries are swatches painted like the thing itself, with their
 * word and count; what is not on the map is left out. */
#include "bjt-legend.h"

#include <glib/gi18n-lib.h>

#include "bjt-swatch.h"
#include "bjt-words.h"

struct _BjtLegend
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *expander;
  GtkWidget *list;    /* entries */
  GtkWidget *dropped; /* how many labels are not shown */
};

G_DEFINE_FINAL_TYPE (BjtLegend, bjt_legend, GTK_TYPE_WIDGET)

enum
{
  PROP_EXPANDED = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

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
  { BJT_SWATCH_ISSUE_SOON, 0, NC_ ("legend", "Issue due soon") },
  { BJT_SWATCH_ISSUE_OVERDUE, 0, NC_ ("legend", "Issue over its time") },
};

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

/* Words of the styles */

static const char *
get_title (BjtDoorStyle style)
{
  switch (style)
    {
    case BJT_DOOR_STYLE_CATEGORY:
      return _("Categories");
    case BJT_DOOR_STYLE_ATTENTION:
      return _("Attention");
    case BJT_DOOR_STYLE_CONTACT:
      return _("Days since Last Contact");
    case BJT_DOOR_STYLE_ISSUES:
      return _("Open Issues");
    case BJT_DOOR_STYLE_CLASS:
    case BJT_N_DOOR_STYLES:
    default:
      return _("Household class");
    }
}

static const char *
get_step_word (guint step)
{
  static const char *const words[] = {
    NC_ ("contact", "Nobody to visit"), NC_ ("contact", "Up to 30 days"), NC_ ("contact", "31–90 days"),
    NC_ ("contact", "91–180 days"),     NC_ ("contact", "181–365 days"),  NC_ ("contact", "Over a year"),
    NC_ ("contact", "Never"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "contact", words[MIN (step, G_N_ELEMENTS (words) - 1)]);
}

static const char *
get_load_word (guint load)
{
  static const char *const words[] = {
    NC_ ("issues", "No open issue"), NC_ ("issues", "One"), NC_ ("issues", "Two or more"), NC_ ("issues", "Over the time"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "issues", words[MIN (load, G_N_ELEMENTS (words) - 1)]);
}

static const char *
get_word (const BjtPicture *picture,
          BjtDoorStyle      style,
          guint             code)
{
  switch (style)
    {
    case BJT_DOOR_STYLE_CATEGORY:
      return code < picture->categories->len ? bjt_picture_get_category (picture, code)->name : C_ ("categories", "None");
    case BJT_DOOR_STYLE_ATTENTION:
      return code == BJT_ATTENTION_NONE ? C_ ("legend", "Ordinary") : get_mark_word (marks + (code == BJT_ATTENTION_URGENT ? 0 : 1));
    case BJT_DOOR_STYLE_CONTACT:
      return get_step_word (code);
    case BJT_DOOR_STYLE_ISSUES:
      return get_load_word (code);
    case BJT_DOOR_STYLE_CLASS:
    case BJT_N_DOOR_STYLES:
    default:
      return bjt_words_get_class ((int) code);
    }
}

/* The list */

static void
append_entry (BjtLegend    *self,
              BjtPicture   *picture,
              BjtDoorStyle  style,
              guint         code,
              guint         n)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *word = gtk_label_new (get_word (picture, style, code));
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget       *count = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (word), 0.0f);
  gtk_widget_set_hexpand (word, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (row), bjt_swatch_new_style (picture, style, code));
  gtk_box_append (GTK_BOX (row), word);
  gtk_box_append (GTK_BOX (row), count);
  gtk_box_append (GTK_BOX (self->list), row);
}

/**
 * bjt_legend_show_doors:
 * @order: the categories, as they are painted
 * @total: of the doors that pass the filter
 */
void
bjt_legend_show_doors (BjtLegend              *self,
                       BjtPicture             *picture,
                       BjtDoorStyle            style,
                       const BjtCategoryOrder *order,
                       const BjtTally         *total)
{
  guint        codes[BJT_MAX_STYLE_CODES], n = bjt_door_style_list_codes (style, order, codes);
  const guint *counts = bjt_tally_get_counts (total, style);
  GtkWidget   *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), get_title (style));
  for (guint i = 0; i < n; i++)
    if (counts[codes[i]] > 0)
      append_entry (self, picture, style, codes[i], counts[codes[i]]);
}

void
bjt_legend_show_dropped (BjtLegend *self,
                         guint      n)
{
  /* Translators: labels of doors that have no room on the map at this scale. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u label not shown", "%u labels not shown", n), n);

  gtk_label_set_text (GTK_LABEL (self->dropped), text);
  gtk_widget_set_visible (self->dropped, n > 0);
}

/* The object */

static void
bjt_legend_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    g_value_set_boolean (value, gtk_expander_get_expanded (GTK_EXPANDER (BJT_LEGEND (object)->expander)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bjt_legend_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (id == PROP_EXPANDED)
    gtk_expander_set_expanded (GTK_EXPANDER (BJT_LEGEND (object)->expander), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
expanded_cb (BjtLegend *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
bjt_legend_dispose (GObject *object)
{
  g_clear_pointer (&BJT_LEGEND (object)->expander, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_legend_parent_class)->dispose (object);
}

static void
bjt_legend_class_init (BjtLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bjt_legend_dispose;
  object_class->get_property = bjt_legend_get_property;
  object_class->set_property = bjt_legend_set_property;
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "legend");
}

static void
bjt_legend_init (BjtLegend *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->expander = gtk_expander_new (get_title (BJT_DOOR_STYLE_CLASS));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 210);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  self->dropped = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->dropped), 0.0f);
  gtk_widget_add_css_class (self->dropped, "dim-label");
  gtk_widget_add_css_class (self->dropped, "caption");
  gtk_widget_set_visible (self->dropped, FALSE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->dropped);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), box);
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
}

GtkWidget *
bjt_legend_new (void)
{
  return g_object_new (BJT_TYPE_LEGEND, NULL);
}
