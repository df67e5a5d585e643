/* bjt-issue-step-popover.h: what one step of an issue needs, and nothing else.
 */
#pragma once

#include <gtk/gtk.h>

#include "workspace/bjt-workspace-issues.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_STEP_POPOVER (bjt_issue_step_popover_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssueStepPopover, bjt_issue_step_popover, BJT, ISSUE_STEP_POPOVER, GtkPopover)

/* A partner or an issue that can be chosen */
typedef struct
{
  BjtUuid id;
  char   *name;
  char   *detail; /* may be NULL */
} BjtStepChoice;
BjtStepChoice *bjt_step_choice_new (const BjtUuid *id, const char *name, const char *detail);
void           bjt_step_choice_free (BjtStepChoice *self);

/* TRUE: it is done, the popover goes; else what was typed stays. */
typedef gboolean (*BjtIssueStepFunc) (const BjtIssueStep *step, gpointer data);

typedef struct
{
  const BjtFlowStep     *step;
  const GPtrArray       *choices; /* BjtStepChoice; NULL: none */
  const BjtWorkCalendar *calendar;
  BjtDate                today;
  BjtDate                due_on;  /* of the issue; BJT_DATE_NONE: none */
} BjtIssueStepQuestion;

gboolean   bjt_issue_step_popover_is_needed (const BjtFlowStep *step); /* FALSE: it can be taken as it is */
GtkWidget *bjt_issue_step_popover_ask (GtkWidget *parent, const BjtIssueStepQuestion *question, BjtIssueStepFunc func, gpointer data);

G_END_DECLS
