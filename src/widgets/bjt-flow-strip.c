/* bjt-flow-strip.c: what is done has a tick, where it stands a frame, so that
 * colour only adds to it. */
#include "bjt-flow-strip.h"

#include <glib/gi18n-lib.h>

#include "bjt-widgets.h"
#include "bjt-words.h"

#define MIN_WIDTH 50 /* so that they hardly differ */

struct _BjtFlowStrip
{
  GtkBox parent_instance;

  /* Borrowed */
  GtkWidget *boxes[BJT_N_ISSUE_STATUSES];
  GtkLabel  *days[BJT_N_ISSUE_STATUSES];
};

G_DEFINE_FINAL_TYPE (BjtFlowStrip, bjt_flow_strip, GTK_TYPE_BOX)

static void
bjt_flow_strip_class_init (BjtFlowStripClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "flowstrip");
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
bjt_flow_strip_init (BjtFlowStrip *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 3);
  for (int i = 0; i < BJT_N_ISSUE_STATUSES; i++)
    {
      self->boxes[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_hexpand (self->boxes[i], TRUE);
      gtk_widget_set_size_request (self->boxes[i], MIN_WIDTH, -1);
      append_label (self->boxes[i], bjt_words_get_status (i));
      self->days[i] = append_label (self->boxes[i], NULL);
      gtk_widget_add_css_class (GTK_WIDGET (self->days[i]), "numeric");
      gtk_box_append (GTK_BOX (self), self->boxes[i]);
    }
}

/* How long it stood in a box, up to the next one that was reached. */
static int
count_days (int           box,
            const BjtDate reached[BJT_N_ISSUE_STATUSES],
            BjtDate       as_of)
{
  for (int i = box + 1; i < BJT_N_ISSUE_STATUSES; i++)
    if (reached[i] != BJT_DATE_NONE && reached[i] >= reached[box])
      return reached[i] - reached[box];
  return as_of - reached[box];
}

/* Narrow: of another year the year alone. */
static char *
dup_short_day (BjtDate day,
               BjtDate as_of)
{
  int year, this_year, month, month_day;

  bjt_date_get_ymd (as_of, &this_year, &month, &month_day);
  bjt_date_get_ymd (day, &year, &month, &month_day);
  return year == this_year ? g_strdup_printf ("%02d-%02d", month, month_day) : g_strdup_printf ("%d", year);
}

static void
show_box (BjtFlowStrip *self,
          int           box,
          int           status,
          const BjtDate reached[BJT_N_ISSUE_STATUSES],
          BjtDate       as_of)
{
  gboolean         is_known = box <= status && reached[box] != BJT_DATE_NONE;
  g_autofree char *day = is_known ? bjt_words_dup_day (reached[box], as_of) : NULL;
  g_autofree char *short_day = is_known ? dup_short_day (reached[box], as_of) : NULL;
  g_autofree char *text = box > status ? g_strdup ("") : !is_known ? g_strdup ("—") : box < status ? g_strdup_printf ("✓ %s", short_day) : g_strdup (short_day);
  g_autofree char *tip = NULL;

  if (is_known && box < BJT_ISSUE_CLOSED)
    {
      int n = count_days (box, reached, as_of);

      /* TRANSLATORS: a step of the flow, the day it was reached, how long it stood there */
      tip = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s, %d day", "%s: %s, %d days", (gulong) n), bjt_words_get_status (box), day, n);
    }
  gtk_label_set_text (self->days[box], text);
  gtk_widget_set_tooltip_text (self->boxes[box], tip);
  bjt_widgets_toggle_css_class (self->boxes[box], "passed", box < status);
  bjt_widgets_toggle_css_class (self->boxes[box], "current", box == status);
}

void
bjt_flow_strip_set (BjtFlowStrip *self,
                    int           status,
                    BjtFlowTone   tone,
                    const BjtDate reached[BJT_N_ISSUE_STATUSES],
                    BjtDate       as_of)
{
  /* TRANSLATORS: step of an issue, its number and how many there are: 派单（第3步，共6步） */
  g_autofree char *label = g_strdup_printf (_ ("%s (step %d of %d)"), bjt_words_get_status (status), status + 1, BJT_N_ISSUE_STATUSES);

  for (int i = 0; i < BJT_N_ISSUE_STATUSES; i++)
    show_box (self, i, status, reached, as_of);
  bjt_widgets_toggle_css_class (GTK_WIDGET (self), "late", tone == BJT_FLOW_OVERDUE);
  bjt_widgets_toggle_css_class (GTK_WIDGET (self), "soon", tone == BJT_FLOW_DUE_SOON);
  bjt_widgets_toggle_css_class (GTK_WIDGET (self), "still", tone == BJT_FLOW_STILL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
