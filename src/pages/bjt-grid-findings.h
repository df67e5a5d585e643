/* bjt-grid-findings.h: what is wrong with the grids, in a few words each.
 */
#pragma once

#include "rules/bjt-grid-rules.h"

G_BEGIN_DECLS

char *bjt_grid_findings_dup_line (const BjtGridDraft *draft, const BjtGridFinding *finding);

G_END_DECLS
