/* bjt-issue-flow-private.h: the flow as its text is read.
 */
#pragma once

#include "bjt-issue-flow.h"

G_BEGIN_DECLS

#define BJT_FLOW_MAX_STATES 64 /* bits of BjtFlowStep.from */
#define BJT_FLOW_MAX_STEPS 128
#define BJT_FLOW_MAX_TIERS 16

struct _BjtIssueFlow
{
  BjtFlowState  states[BJT_FLOW_MAX_STATES];
  GArray       *offers[BJT_FLOW_MAX_STATES]; /* of guint: indices of steps; NULL: as in the text */
  guint         n_states;
  BjtFlowStep   steps[BJT_FLOW_MAX_STEPS];
  guint         n_steps;
  const char   *tiers[BJT_FLOW_MAX_TIERS];
  guint         n_tiers;
  GStringChunk *texts;
};

gboolean bjt_issue_flow_read (BjtIssueFlow *self, const char *text, GError **error);

G_END_DECLS
