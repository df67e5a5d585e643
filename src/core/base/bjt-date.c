/* bjt-date.c: civil date arithmetic, after the day-count method of Howard
 * Hinnant ("chrono-compatible low-level date algorithms"). Constant time. */
#include "bjt-date.h"

#include <string.h>

static int
days_in_month (int year,
               int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean         leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month == 2 && leap ? 29 : days[month - 1];
}

/**
 * bjt_date_from_ymd:
 *
 * Returns: the day, or BJT_DATE_NONE when there is no such day
 *   (month 13, 30 February, a year outside 1800…2999)
 */
BjtDate
bjt_date_from_ymd (int year,
                   int month,
                   int day)
{
  int y = year - (month <= 2);
  int era, yoe, doy, doe;

  if (year < 1800 || year > 2999 || month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return BJT_DATE_NONE;
  era = y / 400;
  yoe = y - era * 400;
  doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

void
bjt_date_get_ymd (BjtDate self,
                  int    *year,
                  int    *month,
                  int    *day)
{
  int z = self + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int mp = (5 * doy + 2) / 153;

  *day = doy - (153 * mp + 2) / 5 + 1;
  *month = mp < 10 ? mp + 3 : mp - 9;
  *year = yoe + era * 400 + (*month <= 2);
}

/* Without separators every part has all its digits: 2026111 is no day. */
static gboolean
read_number (const char **text,
             int          min_digits,
             int          max_digits,
             int         *value)
{
  int digits = 0;

  *value = 0;
  while (digits < max_digits && g_ascii_isdigit (**text))
    {
      *value = *value * 10 + (**text - '0');
      (*text)++;
      digits++;
    }
  return digits >= min_digits;
}

static gboolean
skip_separator (const char **text)
{
  static const char *const separators[] = { "-", "/", ".", "年", "月" };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (*text, separators[i]))
      {
        *text += strlen (separators[i]);
        return TRUE;
      }
  return FALSE;
}

/**
 * bjt_date_parse:
 * @text: (nullable): 2026-11-22, 2026/11/2, 2026.11.22, 20261122 or
 *   2026年11月22日; what follows after a space or a `T` is left aside
 *
 * Returns: the day, or BJT_DATE_NONE
 */
BjtDate
bjt_date_parse (const char *text)
{
  int      year, month, day;
  gboolean apart;

  if (text == NULL)
    return BJT_DATE_NONE;
  while (*text == ' ')
    text++;
  if (!read_number (&text, 4, 4, &year) || year < 1000)
    return BJT_DATE_NONE;
  apart = skip_separator (&text);
  if (!read_number (&text, apart ? 1 : 2, 2, &month) || skip_separator (&text) != apart)
    return BJT_DATE_NONE;
  if (!read_number (&text, apart ? 1 : 2, 2, &day))
    return BJT_DATE_NONE;
  if (g_str_has_prefix (text, "日"))
    text += strlen ("日");
  if (*text != '\0' && *text != ' ' && *text != 'T')
    return BJT_DATE_NONE;
  return bjt_date_from_ymd (year, month, day);
}

/**
 * bjt_date_format:
 * @self: a day; BJT_DATE_NONE gives the empty string
 * @text: (out): ISO 8601
 */
void
bjt_date_format (BjtDate self,
                 char    text[BJT_DATE_STRING_SIZE])
{
  int year, month, day;

  text[0] = '\0';
  if (self == BJT_DATE_NONE)
    return;
  bjt_date_get_ymd (self, &year, &month, &day);
  g_snprintf (text, BJT_DATE_STRING_SIZE, "%04u-%02u-%02u",
              (guint) year % 10000u, (guint) month % 100u, (guint) day % 100u);
}

char *
bjt_date_dup_string (BjtDate self)
{
  char text[BJT_DATE_STRING_SIZE];

  bjt_date_format (self, text);
  return g_strdup (text);
}

/**
 * bjt_date_add_months:
 *
 * Returns: the same day of the month @months later (or earlier), the last day
 *   of that month where it is shorter; BJT_DATE_NONE beyond what is a day
 */
BjtDate
bjt_date_add_months (BjtDate self,
                     int     months)
{
  int year, month, day, count;

  if (self == BJT_DATE_NONE)
    return BJT_DATE_NONE;
  bjt_date_get_ymd (self, &year, &month, &day);
  count = year * 12 + month - 1 + months;
  if (count < 0)
    return BJT_DATE_NONE;
  year = count / 12;
  month = count % 12 + 1;
  return bjt_date_from_ymd (year, month, MIN (day, days_in_month (year, month)));
}

/**
 * bjt_date_get_age:
 *
 * Returns: completed years of life on the day @on; a person born on
 *   29 February has the birthday on 1 March in common years; -1 when unknown
 */
int
bjt_date_get_age (BjtDate born,
                  BjtDate on)
{
  int by, bm, bd, y, m, d;

  if (born == BJT_DATE_NONE || on == BJT_DATE_NONE || on < born)
    return -1;
  bjt_date_get_ymd (born, &by, &bm, &bd);
  bjt_date_get_ymd (on, &y, &m, &d);
  return y - by - (m < bm || (m == bm && d < bd));
}

/**
 * bjt_date_get_weekday:
 *
 * Returns: 1 Monday … 7 Sunday (ISO 8601)
 */
int
bjt_date_get_weekday (BjtDate self)
{
  int days = (self + 3) % 7;

  return (days < 0 ? days + 7 : days) + 1;
}
