/* bjt-flow-words.c: the flow is data, so its names are looked up as they stand
 * there; the list below is for translators alone. */
#include "bjt-flow-words.h"

#include <glib/gi18n.h>

#define CONTEXT "flow"

G_GNUC_UNUSED static const char *const names[] = {
  NC_("flow", "Reported"),
  NC_("flow", "Accepted"),
  NC_("flow", "Dispatched"),
  NC_("flow", "Department called"),
  NC_("flow", "Handled"),
  NC_("flow", "Verified"),
  NC_("flow", "Suspended"),
  NC_("flow", "Waiting for others"),
  NC_("flow", "Closed"),
  NC_("flow", "Followed up"),
  NC_("flow", "Merged"),
  NC_("flow", "Not accepted"),
  NC_("flow", "Accept"),
  NC_("flow", "Dispatch"),
  NC_("flow", "Verify"),
  NC_("flow", "Close"),
  NC_("flow", "Settle on the spot"),
  NC_("flow", "Return"),
  NC_("flow", "Reject the handling"),
  NC_("flow", "Reopen"),
  NC_("flow", "Follow up"),
  NC_("flow", "Don't accept"),
  NC_("flow", "Reply to the resident"),
  NC_("flow", "Postpone"),
  NC_("flow", "Suspend"),
  NC_("flow", "Resume"),
  NC_("flow", "Wait for others"),
  NC_("flow", "End the waiting"),
  NC_("flow", "Hand up a tier"),
  NC_("flow", "Call a department"),
  NC_("flow", "Arrived"),
  NC_("flow", "Result of the call"),
  NC_("flow", "Merge"),
  NC_("flow", "Mark as duplicate"),
  NC_("flow", "Put on the ledger"),
  NC_("flow", "Persuade"),
  NC_("flow", "Serve a notice"),
  NC_("flow", "Enforce jointly"),
  NC_("flow", "Add a note"),
};

const char *
bjt_flow_words_get_state (const char *code)
{
  const BjtFlowState *state = code != NULL ? bjt_issue_flow_find_state (bjt_issue_flow_get_default (), code) : NULL;

  return state != NULL ? g_dpgettext2 (NULL, CONTEXT, state->name) : code != NULL ? code : "—";
}

const char *
bjt_flow_words_get_step (const BjtFlowStep *step)
{
  return g_dpgettext2 (NULL, CONTEXT, step->name);
}

const char *
bjt_flow_words_get_event (const char *code)
{
  const BjtFlowStep *step = code != NULL ? bjt_issue_flow_find_step (bjt_issue_flow_get_default (), code) : NULL;

  return step != NULL ? bjt_flow_words_get_step (step) : bjt_flow_words_get_state (code);
}
