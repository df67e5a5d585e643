/* bjt-chip-counts.h: how many a chip stands for.
 */
#pragma once

#include "model/bjt-filter-term.h"

G_BEGIN_DECLS

#define BJT_N_IDLE_STEPS 3
extern const guint bjt_idle_steps[BJT_N_IDLE_STEPS]; /* days */

/* Persons for a category, doors for the rest, within the grid of the filter. */
typedef struct
{
  guint categories[BJT_MAX_CATEGORIES];
  guint classes[BJT_N_CLASSES];
  guint attentions[3];
  guint overdue;
  guint open_issue;
  guint note;
  guint hazard;
  guint idle[BJT_N_IDLE_STEPS]; /* nobody met for so many days */
} BjtChipCounts;

void  bjt_chip_counts_fill (BjtChipCounts *self, const BjtFilter *filter, const BjtPicture *picture);
guint bjt_chip_counts_get (const BjtChipCounts *self, const BjtFilterTerm *term);

G_END_DECLS
