/* bjt-work-period.c: by the calendar alone. */
#include "bjt-work-period.h"

static BjtDate
find_start (BjtDate today,
            int     n_months) /* how many make one period, counted from January */
{
  int year, month, day;

  bjt_date_get_ymd (today, &year, &month, &day);
  return bjt_date_from_ymd (year, (month - 1) / n_months * n_months + 1, 1);
}

void
bjt_work_period_find (BjtWorkPeriod self,
                      BjtDate       today,
                      BjtDate      *from_on,
                      BjtDate      *to_on)
{
  static const int lengths[] = { 1, 3, 12 };
  int              n_months = lengths[(guint) self % G_N_ELEMENTS (lengths)];

  *from_on = find_start (today, n_months);
  *to_on = today;
  if (self < BJT_WORK_LAST_MONTH)
    return;
  *to_on = *from_on - 1;
  *from_on = bjt_date_add_months (*from_on, -n_months);
}
