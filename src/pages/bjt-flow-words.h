/* bjt-flow-words.h: how the states and steps of the flow of issues are said.
 */
#pragma once

#include "rules/bjt-issue-flow.h"

G_BEGIN_DECLS

const char *bjt_flow_words_get_state (const char *code);          /* 已派单; the code itself where the flow has no such state */
const char *bjt_flow_words_get_step (const BjtFlowStep *step);    /* 派单 */
const char *bjt_flow_words_get_event (const char *code);          /* of a step, or of a state as steps were named once */

G_END_DECLS
