/* bjt-pattern-match.h: which doors that are there a layout means.
 */
#pragma once

#include "plan/bjt-building-layout.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 *entrances;     /* entrance of the layout → record; BJT_NO_INDEX: new */
  guint32 *doors;         /* door of the layout → record; BJT_NO_INDEX: new */
  guint8  *used_entrances; /* by record */
  guint8  *used_doors;
} BjtPatternMatch;

BjtPatternMatch *bjt_pattern_match_new (const BjtBuildingLayout *layout, const GPtrArray *entrances, const GPtrArray *doors);
void             bjt_pattern_match_free (BjtPatternMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPatternMatch, bjt_pattern_match_free)

G_END_DECLS
