/* bjt-grid-words.h: what bjt says about grids.
 */
#pragma once

#include "rules/bjt-grid-rules.h"

G_BEGIN_DECLS

const char *bjt_grid_words_of_size (BjtGridSize size);                                /* ok, low, high */
char       *bjt_grid_words_dup_number (const BjtPicture *picture, guint32 grid);      /* NULL: none */
char       *bjt_grid_words_dup_finding (const BjtGridDraft *draft, const BjtGridFinding *finding);
char       *bjt_grid_words_dup_border (const BjtGridDraft *draft, guint32 grid);      /* what lies on each side; NULL: no border */

G_END_DECLS
