/* bjt-grid-memory.h: plans of grids that were made before.
 *
 * For who makes a sheet again and again with another look: a plan is found again when
 * all that it follows from is as it was: picture, grid, turn, window, names, scale and
 * shift. A new picture empties the memory. Belongs to one thread at a time, as what it
 * plans does; a plan lives as long as anyone holds it and never changes.
 */
#pragma once

#include "bjt-grid-plan.h"

G_BEGIN_DECLS

typedef struct _BjtGridMemory BjtGridMemory;

BjtGridMemory *bjt_grid_memory_new (void);
BjtGridMemory *bjt_grid_memory_ref (BjtGridMemory *self);
void           bjt_grid_memory_unref (BjtGridMemory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtGridMemory, bjt_grid_memory_unref)

/* As bjt_grid_plan_make(); NULL: without a memory. */
GPtrArray *bjt_grid_memory_plan (BjtGridMemory *self, const BjtGridPlanTask *task, guint max_pages, double *quality);

guint bjt_grid_memory_get_n_made (BjtGridMemory *self); /* plans that had to be made, so far */

G_END_DECLS
