/* bjt-flow-strip.h: the six boxes of the flow, with the day each was reached.
 */
#pragma once

#include "bjt-flow-dots.h"

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_FLOW_STRIP (bjt_flow_strip_get_type ())
G_DECLARE_FINAL_TYPE (BjtFlowStrip, bjt_flow_strip, BJT, FLOW_STRIP, GtkBox)

/* @reached: by BjtIssueStatus; BJT_DATE_NONE: passed over, or not yet */
void bjt_flow_strip_set (BjtFlowStrip *self, int status, BjtFlowTone tone, const BjtDate reached[BJT_N_ISSUE_STATUSES], BjtDate as_of);

G_END_DECLS
