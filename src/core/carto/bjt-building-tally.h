/* bjt-building-tally.h: what a building, a grid or a community shows on the map,
 * counted over its doors.
 */
#pragma once

#include "bjt-door-style.h"

G_BEGIN_DECLS

#define BJT_TALLY_TOP 5

typedef struct
{
  guint   n_doors;
  guint   n_matched;                /* that pass the filter; what follows counts these */
  guint   n_households;             /* doors where somebody lives */
  guint   classes[BJT_N_CLASSES];
  guint   attentions[3];
  guint   contacts[BJT_N_CONTACT_STEPS];
  guint   issue_loads[BJT_N_ISSUE_LOADS];
  guint   leads[BJT_MAX_CATEGORIES + 1]; /* doors by the category they are coloured by */
  guint   categories[BJT_MAX_CATEGORIES]; /* doors that have it */
  guint   n_overdue;                /* doors with an overdue visit or issue */
  guint   n_overdue_visits;         /* doors with an overdue visit */
  guint   n_open_issues;
  BjtCategorySet overdue_categories; /* of doors with an overdue visit */
  gboolean is_urgent_overdue;       /* an urgent door is overdue */
  guint8  top[BJT_TALLY_TOP];       /* categories by tier, then position */
  guint   n_top;
} BjtTally;

void bjt_tally_add_door (BjtTally *self, const BjtPicture *picture, const BjtFilter *filter, const BjtCategoryOrder *order, guint32 door);
void bjt_tally_add (BjtTally *self, const BjtTally *other);
void bjt_tally_finish (BjtTally *self, const BjtPicture *picture);
const guint *bjt_tally_get_counts (const BjtTally *self, BjtDoorStyle style); /* doors by the codes of the style */

G_END_DECLS
