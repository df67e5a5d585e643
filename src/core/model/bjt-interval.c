/* bjt-interval.c: weeks are days, years are months. */
#include "bjt-interval.h"

#include <stdlib.h>

#define MAX_N 4000

/**
 * bjt_interval_parse:
 * @self: (out): none when the text is none
 * @text: (nullable): a number and one of d, w, m, y; NULL or empty: none
 *
 * Returns: FALSE: it is something else
 */
gboolean
bjt_interval_parse (BjtInterval *self,
                    const char  *text)
{
  static const struct
  {
    char            letter;
    BjtIntervalUnit unit;
    int             factor;
  } units[] = { { 'd', BJT_INTERVAL_DAYS, 1 }, { 'w', BJT_INTERVAL_DAYS, 7 }, { 'm', BJT_INTERVAL_MONTHS, 1 }, { 'y', BJT_INTERVAL_MONTHS, 12 } };
  char *end;
  long  n;

  *self = (BjtInterval) { 0, BJT_INTERVAL_DAYS };
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  n = strtol (text, &end, 10);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (*end == units[i].letter && end[1] == '\0' && n > 0 && n * units[i].factor <= MAX_N)
      {
        *self = (BjtInterval) { (int) n * units[i].factor, units[i].unit };
        return TRUE;
      }
  return FALSE;
}

char *
bjt_interval_dup_string (BjtInterval self)
{
  if (self.n == 0)
    return g_strdup ("");
  if (self.unit == BJT_INTERVAL_MONTHS)
    return self.n % 12 == 0 ? g_strdup_printf ("%dy", self.n / 12) : g_strdup_printf ("%dm", self.n);
  return g_strdup_printf ("%dd", self.n);
}

/**
 * bjt_interval_add:
 * @times: how often, from @day: so that many months from the 31st stay at the
 *   ends of their months
 */
BjtDate
bjt_interval_add (BjtInterval self,
                  BjtDate     day,
                  int         times)
{
  int year, month, date, months;

  if (self.unit == BJT_INTERVAL_DAYS)
    return day + self.n * times;
  bjt_date_get_ymd (day, &year, &month, &date);
  months = year * 12 + month - 1 + self.n * times;
  year = months / 12;
  month = months % 12 + 1;
  return bjt_date_from_ymd (year, month, MIN (date, (int) g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year)));
}

int
bjt_interval_get_days (BjtInterval self)
{
  return self.unit == BJT_INTERVAL_DAYS ? self.n : self.n * 61 / 2;
}
