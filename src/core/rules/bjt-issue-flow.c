/* bjt-issue-flow.c: what may be asked of a flow. Whoever holds one may read it
 * from any thread; nothing in it changes. Cost: a look over its few dozen steps. */
#include "bjt-issue-flow.h"

#include "bjt-flow-resource.h"
#include "bjt-issue-flow-private.h"

#include <string.h>

#define RESOURCE "/cn/baijiatu/flow/issue-flow.txt"

G_DEFINE_QUARK (bjt-issue-flow-error-quark, bjt_issue_flow_error)

/**
 * bjt_issue_flow_new_from_text:
 *
 * Returns: (transfer full) (nullable): NULL when the text is no whole flow; the
 *   error names the line
 */
BjtIssueFlow *
bjt_issue_flow_new_from_text (const char *text,
                              GError    **error)
{
  g_autoptr (BjtIssueFlow) self = g_new0 (BjtIssueFlow, 1);

  self->texts = g_string_chunk_new (1024);
  return bjt_issue_flow_read (self, text, error) ? g_steal_pointer (&self) : NULL;
}

void
bjt_issue_flow_free (BjtIssueFlow *self)
{
  for (guint i = 0; i < BJT_FLOW_MAX_STATES; i++)
    g_clear_pointer (&self->offers[i], g_array_unref);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const BjtIssueFlow *
bjt_issue_flow_get_default (void)
{
  static gsize shipped;

  if (g_once_init_enter (&shipped))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (bjt_flow_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      BjtIssueFlow      *self = bytes != NULL ? bjt_issue_flow_new_from_text (g_bytes_get_data (bytes, NULL), &error) : NULL;

      if (self == NULL)
        g_error ("the flow of issues of this program: %s", error->message);
      g_once_init_leave (&shipped, (gsize) self);
    }
  return (const BjtIssueFlow *) shipped;
}

/* Looking up */

const BjtFlowState *
bjt_issue_flow_get_first (const BjtIssueFlow *self)
{
  return self->states;
}

const BjtFlowState *
bjt_issue_flow_get_states (const BjtIssueFlow *self,
                           guint              *n_states)
{
  *n_states = self->n_states;
  return self->states;
}

const BjtFlowStep *
bjt_issue_flow_get_steps (const BjtIssueFlow *self,
                          guint              *n_steps)
{
  *n_steps = self->n_steps;
  return self->steps;
}

const BjtFlowState *
bjt_issue_flow_find_state (const BjtIssueFlow *self,
                           const char         *code)
{
  for (guint i = 0; i < self->n_states; i++)
    if (g_strcmp0 (self->states[i].code, code) == 0)
      return self->states + i;
  return NULL;
}

const BjtFlowState *
bjt_issue_flow_find_of_box (const BjtIssueFlow *self,
                            int                 box)
{
  for (guint i = 0; i < self->n_states; i++)
    if (self->states[i].box == box && box >= 0)
      return self->states + i;
  return NULL;
}

const BjtFlowStep *
bjt_issue_flow_find_step (const BjtIssueFlow *self,
                          const char         *code)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (g_strcmp0 (self->steps[i].code, code) == 0)
      return self->steps + i;
  return NULL;
}

/**
 * bjt_issue_flow_get_tier_above:
 * @tier: (nullable): one the flow does not know counts as the lowest
 */
const char *
bjt_issue_flow_get_tier_above (const BjtIssueFlow *self,
                               const char         *tier)
{
  guint at = self->n_tiers;

  while (at > 0 && g_strcmp0 (self->tiers[at - 1], tier) != 0)
    at--;
  at = MAX (at, 1);
  return at < self->n_tiers ? self->tiers[at] : NULL;
}

/* Steps */

gboolean
bjt_issue_flow_allows (const BjtIssueFlow *self,
                       const BjtFlowState *state,
                       const BjtFlowStep  *step)
{
  return ((step->from >> (state - self->states)) & 1) != 0;
}

static void
add_step (GPtrArray         *steps,
          const BjtFlowStep *step)
{
  if (!g_ptr_array_find (steps, step, NULL))
    g_ptr_array_add (steps, (gpointer) step);
}

/**
 * bjt_issue_flow_list_steps:
 *
 * Returns: (transfer container) (element-type BjtFlowStep):
 */
GPtrArray *
bjt_issue_flow_list_steps (const BjtIssueFlow *self,
                           const BjtFlowState *state)
{
  GPtrArray    *steps = g_ptr_array_new ();
  const GArray *offer = self->offers[state - self->states];

  for (guint i = 0; offer != NULL && i < offer->len; i++)
    add_step (steps, self->steps + g_array_index (offer, guint, i));
  for (guint i = 0; i < self->n_steps; i++)
    if (bjt_issue_flow_allows (self, state, self->steps + i))
      add_step (steps, self->steps + i);
  return steps;
}

static gboolean
refuse (GError           **error,
        BjtIssueFlowError  code,
        const BjtFlowStep *step,
        const char        *reason)
{
  g_set_error (error, BJT_ISSUE_FLOW_ERROR, code, "the step “%s” %s", step->code, reason);
  return FALSE;
}

static gboolean
refuse_state (const BjtIssueFlow *self,
              const BjtFlowState *state,
              const BjtFlowStep  *step,
              GError            **error)
{
  g_autoptr (GPtrArray) steps = bjt_issue_flow_list_steps (self, state);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", ((const BjtFlowStep *) steps->pdata[i])->code);
  g_set_error (error, BJT_ISSUE_FLOW_ERROR, BJT_ISSUE_FLOW_ERROR_FORBIDDEN,
               "the step “%s” is not possible while the issue is “%s”; possible are: %s", step->code, state->code, codes->str);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
check_needs (const BjtFlowStep  *step,
             const BjtFlowFacts *facts,
             GError            **error)
{
  const struct
  {
    guint       need;
    gboolean    given;
    const char *reason;
  } needs[] = {
    { BJT_FLOW_NOTE, !is_blank (facts->note), "needs a note: say why, or what was done" },
    { BJT_FLOW_PARTNER, facts->has_partner, "needs a partner: say who is to come" },
    { BJT_FLOW_DAY, facts->day != BJT_DATE_NONE, "needs a day" },
    { BJT_FLOW_OTHER, facts->has_other, "needs the other issue" },
    { BJT_FLOW_PHOTO, facts->has_photo, "needs a photo" },
    { BJT_FLOW_SATISFACTION, facts->satisfaction != 0, "needs how content the resident is, 1 to 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if ((step->needs & needs[i].need) != 0 && !needs[i].given)
      return refuse (error, BJT_ISSUE_FLOW_ERROR_MISSING, step, needs[i].reason);
  return TRUE;
}

/**
 * bjt_issue_flow_check:
 *
 * Returns: whether the step may be taken there with these facts; if not, the error
 *   says why in one sentence
 */
gboolean
bjt_issue_flow_check (const BjtIssueFlow *self,
                      const BjtFlowState *state,
                      const BjtFlowStep  *step,
                      const BjtFlowFacts *facts,
                      GError            **error)
{
  if (!bjt_issue_flow_allows (self, state, step))
    return refuse_state (self, state, step, error);
  if (!check_needs (step, facts, error))
    return FALSE;
  if (facts->day != BJT_DATE_NONE && facts->day < facts->today)
    return refuse (error, BJT_ISSUE_FLOW_ERROR_MISSING, step, "needs a day that is not over yet");
  if ((step->effects & BJT_FLOW_POSTPONES) != 0 && facts->due_on != BJT_DATE_NONE && facts->day <= facts->due_on)
    return refuse (error, BJT_ISSUE_FLOW_ERROR_MISSING, step, "needs a day after the one it is due on");
  if (facts->satisfaction < 0 || facts->satisfaction > 3)
    return refuse (error, BJT_ISSUE_FLOW_ERROR_MISSING, step, "takes 1, 2 or 3 for how content the resident is");
  if ((step->effects & BJT_FLOW_RAISES) != 0 && bjt_issue_flow_get_tier_above (self, facts->tier) == NULL)
    return refuse (error, BJT_ISSUE_FLOW_ERROR_FORBIDDEN, step, "is not possible: it stands with the highest tier already");
  return TRUE;
}

const BjtFlowState *
bjt_issue_flow_follow (const BjtIssueFlow *self,
                       const BjtFlowState *state,
                       const BjtFlowState *before,
                       const BjtFlowStep  *step)
{
  switch (step->target)
    {
    case BJT_FLOW_TO_STATE:
      return step->to;
    case BJT_FLOW_TO_BACK:
      return before != NULL && before->box >= 0 ? before : self->states;
    case BJT_FLOW_TO_SAME:
    default:
      return state;
    }
}

int
bjt_issue_flow_get_box (const BjtIssueFlow *self,
                        const BjtFlowState *state,
                        const BjtFlowState *before)
{
  if (state->box >= 0)
    return state->box;
  return before != NULL && before->box >= 0 ? before->box : self->states[0].box;
}
