/* bjt-work-period.h: the stretch of days that figures are counted over.
 */
#pragma once

#include "base/bjt-date.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_WORK_THIS_MONTH, /* the current ones end today */
  BJT_WORK_THIS_QUARTER,
  BJT_WORK_THIS_YEAR,
  BJT_WORK_LAST_MONTH,
  BJT_WORK_LAST_QUARTER,
  BJT_WORK_LAST_YEAR,
  BJT_N_WORK_PERIODS,
} BjtWorkPeriod;

void bjt_work_period_find (BjtWorkPeriod self, BjtDate today, BjtDate *from_on, BjtDate *to_on);

G_END_DECLS
