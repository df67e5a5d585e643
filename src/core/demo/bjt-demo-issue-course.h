/* bjt-demo-issue-course.h: how an issue of the sample went through the flow.
 */
#pragma once

#include "bjt-demo-plan.h"

G_BEGIN_DECLS

#define BJT_DEMO_MOST_STEPS 12

typedef struct
{
  BjtDate     reported_on, due_on, closed_on;
  int         status;      /* BjtIssueStatus */
  gboolean    is_open, is_overdue;
  const char *path;        /* the codes of its steps, after it was reported */
  const char *whistled_to; /* NULL: nobody was called */
} BjtDemoCourse;

/* Decides the path of a course whose days and status are known. */
void bjt_demo_course_choose_path (BjtDemoCourse *self, BjtDemoPlan *plan, gboolean is_small);

/* Fills what follows from the course and sends the issue with its steps and calls.
 * @merged_into: (nullable): where it goes on */
gboolean bjt_demo_course_send_issue (const BjtDemoCourse *self, BjtDemoPlan *plan, BjtIssue *issue, const BjtUuid *merged_into);

G_END_DECLS
