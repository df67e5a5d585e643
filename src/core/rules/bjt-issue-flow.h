/* bjt-issue-flow.h: which steps an issue may take, as data.
 *
 * States stand in the six boxes of the flow (BjtIssueStatus); a step leads from
 * some of them to another one, or stays. What a step asks for and does besides is
 * told by flags, so that no code knows the names of steps. Immutable, of any thread.
 */
#pragma once

#include <gio/gio.h>

#include "model/bjt-issues.h"

G_BEGIN_DECLS

#define BJT_ISSUE_FLOW_ERROR (bjt_issue_flow_error_quark ())
GQuark bjt_issue_flow_error_quark (void);

typedef enum
{
  BJT_ISSUE_FLOW_ERROR_TEXT,      /* the text of a flow is none */
  BJT_ISSUE_FLOW_ERROR_FORBIDDEN, /* not from that state */
  BJT_ISSUE_FLOW_ERROR_MISSING,   /* something it needs is not given, or is not valid */
} BjtIssueFlowError;

/* What a step needs, or may be given besides */
typedef enum
{
  BJT_FLOW_NOTE = 1 << 0,
  BJT_FLOW_PARTNER = 1 << 1,
  BJT_FLOW_DAY = 1 << 2,
  BJT_FLOW_OTHER = 1 << 3,        /* another issue */
  BJT_FLOW_PHOTO = 1 << 4,
  BJT_FLOW_SATISFACTION = 1 << 5, /* 1 … 3 */
} BjtFlowNeeds;

typedef enum
{
  BJT_FLOW_REPLIES = 1 << 0,   /* who raised it has been answered */
  BJT_FLOW_POSTPONES = 1 << 1, /* the day is the new last one */
  BJT_FLOW_RAISES = 1 << 2,    /* to the tier above */
  BJT_FLOW_WHISTLES = 1 << 3,  /* calls the partner */
  BJT_FLOW_ARRIVES = 1 << 4,   /* who was called is there */
  BJT_FLOW_RESULTS = 1 << 5,   /* what came of the call */
  BJT_FLOW_MERGES = 1 << 6,    /* goes on as the other issue */
  BJT_FLOW_RATES = 1 << 7,     /* how content the resident is */
  BJT_FLOW_ASSIGNS = 1 << 8,   /* the partner, when given, has to settle it */
  BJT_FLOW_RETURNS = 1 << 9,   /* the partner does not take it */
} BjtFlowEffects;

typedef enum
{
  BJT_FLOW_TO_STATE,
  BJT_FLOW_TO_SAME, /* stays where it is */
  BJT_FLOW_TO_BACK, /* to where the pause began */
} BjtFlowTarget;

typedef struct
{
  const char *code;        /* reported */
  const char *name;        /* msgid, context "flow" */
  int         box;         /* BjtIssueStatus; -1: a pause, of the state before */
  gboolean    is_ended;
  gboolean    stops_clock;
} BjtFlowState;

typedef struct _BjtFlowStep BjtFlowStep;
struct _BjtFlowStep
{
  const char         *code;    /* accept */
  const char         *name;    /* msgid, context "flow" */
  guint64             from;    /* bit i: the i-th state */
  BjtFlowTarget       target;
  const BjtFlowState *to;      /* with BJT_FLOW_TO_STATE */
  guint               needs;   /* BjtFlowNeeds */
  guint               takes;   /* BjtFlowNeeds: those needed and those that may be given */
  guint               effects; /* BjtFlowEffects */
  const BjtFlowStep  *next;    /* what is to follow; NULL: nothing in particular */
};

/* What is known when a step is to be taken. */
typedef struct
{
  const char *note;
  gboolean    has_partner;
  BjtDate     day;          /* BJT_DATE_NONE: not given */
  gboolean    has_other;
  gboolean    has_photo;
  int         satisfaction; /* 0: not asked */
  BjtDate     today;
  BjtDate     due_on;       /* so far; BJT_DATE_NONE: none */
  const char *tier;         /* so far; NULL: the lowest */
} BjtFlowFacts;

typedef struct _BjtIssueFlow BjtIssueFlow;

const BjtIssueFlow *bjt_issue_flow_get_default (void);
BjtIssueFlow       *bjt_issue_flow_new_from_text (const char *text, GError **error); /* form: data/flow/issue-flow.txt */
void                bjt_issue_flow_free (BjtIssueFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtIssueFlow, bjt_issue_flow_free)

const BjtFlowState *bjt_issue_flow_get_first (const BjtIssueFlow *self);
const BjtFlowState *bjt_issue_flow_get_states (const BjtIssueFlow *self, guint *n_states);
const BjtFlowStep  *bjt_issue_flow_get_steps (const BjtIssueFlow *self, guint *n_steps);
const BjtFlowState *bjt_issue_flow_find_state (const BjtIssueFlow *self, const char *code);   /* NULL: none */
const BjtFlowState *bjt_issue_flow_find_of_box (const BjtIssueFlow *self, int box);           /* the plain one; NULL: none */
const BjtFlowStep  *bjt_issue_flow_find_step (const BjtIssueFlow *self, const char *code);    /* NULL: none */
const char         *bjt_issue_flow_get_tier_above (const BjtIssueFlow *self, const char *tier); /* NULL: there is none */

gboolean            bjt_issue_flow_allows (const BjtIssueFlow *self, const BjtFlowState *state, const BjtFlowStep *step);
GPtrArray          *bjt_issue_flow_list_steps (const BjtIssueFlow *self, const BjtFlowState *state); /* of const BjtFlowStep *, the most useful first */
gboolean            bjt_issue_flow_check (const BjtIssueFlow *self, const BjtFlowState *state, const BjtFlowStep *step, const BjtFlowFacts *facts, GError **error);

/* Where a step leads from there; @before: where a pause began, NULL otherwise. */
const BjtFlowState *bjt_issue_flow_follow (const BjtIssueFlow *self, const BjtFlowState *state, const BjtFlowState *before, const BjtFlowStep *step);
int                 bjt_issue_flow_get_box (const BjtIssueFlow *self, const BjtFlowState *state, const BjtFlowState *before);

G_END_DECLS
