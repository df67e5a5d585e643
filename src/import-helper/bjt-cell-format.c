/* bjt-cell-format.c: days since 1899-12-30 (or 1904-01-01) become ISO dates when
 * the cell's format is one of dates; other numbers are written as a person sees
 * them, without the tail of binary fractions. A number too large to be exact
 * keeps the form the file has, so that its damage can be seen later. */
#include "bjt-cell-format.h"

#include <math.h>
#include <string.h>

#include "base/bjt-date.h"

/**
 * bjt_cell_format_is_date:
 * @format_id: of the number format; the built-in ones need no code
 * @code: (nullable): the format's code
 */
gboolean
bjt_cell_format_is_date (guint       format_id,
                         const char *code)
{
  if ((format_id >= 14 && format_id <= 22) || (format_id >= 27 && format_id <= 36) || (format_id >= 45 && format_id <= 47) || (format_id >= 50 && format_id <= 58))
    return TRUE;
  if (code == NULL || g_ascii_strcasecmp (code, "general") == 0)
    return FALSE;
  for (const char *at = code; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '[')
        {
          at = strchr (at + 1, *at == '"' ? '"' : ']');
          if (at == NULL)
            return FALSE;
        }
      else if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
        at++;
      else if (strchr ("yYdDhHsS", *at) != NULL)
        return TRUE;
      else if (strchr ("0#?", *at) != NULL || *at == ';')
        return FALSE;
    }
  return FALSE;
}

/**
 * bjt_cell_format_serial:
 * @serial: days, the time of day in the fraction
 * @text: (out): 2026-11-22, with 08:30:00 behind it when there is a time, or the
 *   time alone for less than one day
 *
 * Returns: FALSE when it is no day of a calendar
 */
gboolean
bjt_cell_format_serial (double   serial,
                        gboolean from_1904,
                        char     text[BJT_CELL_TEXT_SIZE])
{
  char   date[BJT_DATE_STRING_SIZE];
  double days = floor (serial);
  int    seconds = (int) lround ((serial - days) * 86400);
  int    epoch = from_1904 ? -24107 : -25569;

  if (!(serial >= 0 && serial < 400000))
    return FALSE;
  if (seconds == 86400)
    {
      days += 1;
      seconds = 0;
    }
  if (days < 1 && !from_1904)
    {
      g_snprintf (text, BJT_CELL_TEXT_SIZE, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
      return TRUE;
    }
  if (!from_1904 && days < 60)
    epoch++;
  bjt_date_format ((BjtDate) days + epoch, date);
  if (seconds == 0)
    g_strlcpy (text, date, BJT_CELL_TEXT_SIZE);
  else
    g_snprintf (text, BJT_CELL_TEXT_SIZE, "%s %02d:%02d:%02d", date, seconds / 3600, seconds / 60 % 60, seconds % 60);
  return TRUE;
}

/**
 * bjt_cell_format_number:
 * @raw: as the file has it
 */
void
bjt_cell_format_number (const char *raw,
                        char        text[BJT_CELL_TEXT_SIZE])
{
  char  *end;
  double value;

  g_strlcpy (text, raw, BJT_CELL_TEXT_SIZE);
  if (strlen (raw) < 13 && strpbrk (raw, "Ee") == NULL)
    return;
  value = g_ascii_strtod (raw, &end);
  if (*end != '\0' || !isfinite (value) || fabs (value) >= 1e15)
    return;
  if (value == floor (value))
    g_snprintf (text, BJT_CELL_TEXT_SIZE, "%.0f", value);
  else
    g_ascii_formatd (text, BJT_CELL_TEXT_SIZE, "%.15g", value);
}
