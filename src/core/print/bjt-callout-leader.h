/* bjt-callout-leader.h: the line from a call-out to its footprint.
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

/* What many leaders end at is measured once: the lengths of its four sides. */
void     bjt_callout_leader_measure (const BjtPoint quad[4], double sides[4]);
void     bjt_callout_leader_find (const BjtBox *box, const BjtPoint quad[4], const double sides[4], BjtPoint *from, BjtPoint *to);
gboolean bjt_callout_leader_crosses (BjtPoint a, BjtPoint b, BjtPoint c, BjtPoint d);
gboolean bjt_callout_leader_meets_quad (BjtPoint a, BjtPoint b, const BjtPoint quad[4]);
gboolean bjt_callout_leader_meets_box (BjtPoint a, BjtPoint b, const BjtBox *box);
gboolean bjt_callout_leader_covers (const BjtBox *box, const BjtPoint quad[4]);

G_END_DECLS
