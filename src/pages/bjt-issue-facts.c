/* bjt-issue-facts.c: who raised it is masked until names are shown. */
#include "bjt-issue-facts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/bjt-text.h"
#include "bjt-flow-words.h"
#include "widgets/bjt-rows.h"
#include "widgets/bjt-words.h"

static void
append_fact (GtkBox     *box,
             const char *name,
             const char *value)
{
  GtkWidget *row, *label;

  if (value == NULL || *value == '\0')
    return;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  label = bjt_rows_create_label (name, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_size_request (label, 64, -1);
  gtk_box_append (GTK_BOX (row), label);
  label = bjt_rows_create_label (value, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (box, row);
}

static char *
dup_report (const BjtIssueFile *file)
{
  const BjtIssue *issue = file->issue;
  const char *staff = bjt_issue_file_get_staff_name (file, &issue->staff_id);
  g_autofree char *time = issue->reported_at != 0 ? bjt_issue_file_dup_time (file, issue->reported_at)
                                                  : bjt_words_dup_day (issue->reported_on, bjt_time_get_local_date (file->now));
  GString *text = g_string_new (time);

  if (issue->source != NULL)
    g_string_append_printf (text, " · %s", issue->source);
  if (staff != NULL)
    g_string_append_printf (text, " · %s", staff);
  return g_string_free (text, FALSE);
}

static char *
dup_caller (const BjtIssueFile *file,
            BjtFocus           *focus)
{
  const BjtIssue *issue = file->issue;
  gboolean is_shown = bjt_focus_get_names_shown (focus);
  g_autofree char *name = issue->caller == NULL ? NULL : is_shown ? g_strdup (issue->caller) : bjt_text_mask_name (issue->caller);
  g_autofree char *phone = issue->caller_phone == NULL ? NULL : is_shown ? g_strdup (issue->caller_phone) : bjt_text_mask_phone (issue->caller_phone);

  if (name == NULL || phone == NULL)
    return name != NULL ? g_steal_pointer (&name) : g_steal_pointer (&phone);
  return g_strdup_printf ("%s %s", name, phone);
}

static char *
dup_quantity (const BjtIssueFile *file)
{
  const char *unit = file->line->kind != BJT_NO_INDEX ? bjt_ledger_get_kind (file->ledger, file->line->kind)->unit : NULL;

  if (isnan (file->issue->quantity) || file->issue->quantity <= 0)
    return NULL;
  return g_strdup_printf ("%g %s", file->issue->quantity, unit != NULL ? unit : "");
}

static char *
dup_next (const BjtIssueFile *file)
{
  const BjtIssue *issue = file->issue;
  g_autofree char *day = NULL;

  if (issue->next_step == NULL || file->state->is_ended)
    return NULL;
  day = bjt_words_dup_day (issue->next_step_on, bjt_time_get_local_date (file->now));
  return issue->next_step_on != BJT_DATE_NONE ? g_strdup_printf ("%s · %s", bjt_flow_words_get_event (issue->next_step), day)
                                              : g_strdup (bjt_flow_words_get_event (issue->next_step));
}

static const char *
get_rating (int satisfaction)
{
  switch (satisfaction)
    {
    case 1:
      return _("Not content");
    case 2:
      return _("Fairly content");
    case 3:
      return _("Content");
    default:
      return NULL;
    }
}

void
bjt_issue_facts_append (GtkBox             *box,
                        const BjtIssueFile *file,
                        BjtFocus           *focus)
{
  g_autofree char *report = dup_report (file);
  g_autofree char *caller = dup_caller (file, focus);
  g_autofree char *quantity = dup_quantity (file);
  g_autofree char *next = dup_next (file);

  append_fact (box, _("Reported"), report);
  append_fact (box, _("Account"), file->issue->description);
  append_fact (box, _("Quantity"), quantity);
  append_fact (box, _("Raised by"), caller);
  append_fact (box, _("In hand of"), file->issue->department);
  append_fact (box, _("Next step"), next);
  append_fact (box, _("Satisfaction"), get_rating (file->issue->satisfaction));
}
