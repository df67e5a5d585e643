/* fuzz-flow.c: any bytes are a flow of issues, or they are refused with a line.
 * What is taken never leads out of its own table. */
#include "rules/bjt-issue-flow.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
walk (const BjtIssueFlow *flow)
{
  const BjtFlowState *state = bjt_issue_flow_get_first (flow), *before = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) steps = bjt_issue_flow_list_steps (flow, state);
      const BjtFlowState   *next;
      int                   box;

      if (steps->len == 0)
        return;
      next = bjt_issue_flow_follow (flow, state, before, steps->pdata[i * 7 % steps->len]);
      before = next->box < 0 && state->box >= 0 ? state : before;
      state = next;
      box = bjt_issue_flow_get_box (flow, state, before);
      g_assert (box >= 0 && box < BJT_N_ISSUE_STATUSES);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char          *text = g_strndup ((const char *) data, size);
  g_autoptr (GError)        error = NULL;
  g_autoptr (BjtIssueFlow)  flow = bjt_issue_flow_new_from_text (text, &error);

  g_assert ((flow == NULL) == (error != NULL));
  g_assert (error == NULL || error->domain == BJT_ISSUE_FLOW_ERROR);
  if (flow != NULL)
    walk (flow);
  return 0;
}
