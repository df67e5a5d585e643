/* bjt-plan-tools.h: all drawing tools: what each is called, its key and picture.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* as programs call it */
  guint       key;   /* GDK_KEY_…, a letter */
  const char *label; /* not translated yet */
  const char *icon;
} BjtPlanToolKind;

const BjtPlanToolKind *bjt_plan_tools_list (guint *n_kinds); /* in the order of the bar; the first is the one to begin with */
const BjtPlanToolKind *bjt_plan_tools_find (const char *name);
BjtPlanTool           *bjt_plan_tools_new (const char *name, BjtDraftBoard *board);

G_END_DECLS
