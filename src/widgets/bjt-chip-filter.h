/* bjt-chip-filter.h: what a chip stands for, and what choosing it makes of the
 * filter.
 */
#pragma once

#include "model/bjt-filter.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_CHIP_OVERDUE,
  BJT_CHIP_OPEN_ISSUE,
  BJT_CHIP_CATEGORY,
  BJT_CHIP_CLASS,
} BjtChipKind;

typedef struct
{
  BjtChipKind kind;
  guint32     index; /* of the category, or BjtHouseholdClass */
} BjtChip;

typedef enum
{
  BJT_CHIP_IDLE,
  BJT_CHIP_CHOSEN,
  BJT_CHIP_EXCLUDED,
} BjtChipState;

char        *bjt_chip_dup_key (const BjtChip *self, const BjtPicture *picture);
gboolean     bjt_chip_init_from_key (BjtChip *self, const BjtPicture *picture, const char *key);
BjtChipState bjt_chip_get_state (const BjtChip *self, const BjtFilter *filter);

/* The filter after a click, a Ctrl+click, a right click; the grid stays. */
void bjt_chip_choose_only (const BjtChip *self, BjtFilter *filter);
void bjt_chip_add (const BjtChip *self, BjtFilter *filter);
void bjt_chip_exclude (const BjtChip *self, BjtFilter *filter);

/* Persons for a category, doors for the rest, within the grid of the filter. */
typedef struct
{
  guint categories[BJT_MAX_CATEGORIES];
  guint classes[BJT_N_CLASSES];
  guint overdue;
  guint open_issue;
} BjtChipCounts;

void  bjt_chip_counts_fill (BjtChipCounts *self, const BjtFilter *filter, const BjtPicture *picture);
guint bjt_chip_counts_get (const BjtChipCounts *self, const BjtChip *chip);

G_END_DECLS
