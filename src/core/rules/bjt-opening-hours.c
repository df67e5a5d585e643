/* bjt-opening-hours.c: parts between semicolons, the last one that names the day
 * counts; a span over midnight belongs to both days. */
#include "bjt-opening-hours.h"

#include <stdio.h>
#include <string.h>

#define DAY (24 * 60)

/* The minutes of one day that are open. */
typedef struct
{
  guint8 is_open[DAY];
} Day;

static int
read_weekday (const char **text)
{
  static const char *const names[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };

  for (int i = 0; i < 7; i++)
    if (g_ascii_strncasecmp (*text, names[i], 2) == 0)
      {
        *text += 2;
        return i;
      }
  return -1;
}

/* "Mo-Fr,Su" → bits; all bits when no days are named; 0: makes no sense. */
static guint
read_days (const char **text)
{
  guint days = 0;

  while (g_ascii_isalpha (**text) && g_ascii_strncasecmp (*text, "off", 3) != 0 && g_ascii_strncasecmp (*text, "closed", 6) != 0)
    {
      int from = read_weekday (text), to = from;

      if (from < 0)
        return 0;
      if (**text == '-')
        {
          (*text)++;
          if ((to = read_weekday (text)) < 0)
            return 0;
        }
      for (int day = from;; day = (day + 1) % 7)
        {
          days |= 1u << day;
          if (day == to)
            break;
        }
      if (**text == ',')
        (*text)++;
    }
  return days != 0 ? days : 127;
}

static gboolean
read_span (const char **text,
           int         *from,
           int         *to)
{
  guint from_hour, from_minute, to_hour, to_minute;
  int   length = 0;

  if (sscanf (*text, "%2u:%2u-%2u:%2u%n", &from_hour, &from_minute, &to_hour, &to_minute, &length) != 4 || length == 0
      || from_hour > 24 || to_hour > 48 || from_minute > 59 || to_minute > 59)
    return FALSE;
  *from = (int) (from_hour * 60 + from_minute);
  *to = (int) (to_hour * 60 + to_minute);
  if (*to <= *from)
    *to += DAY;
  *text += length;
  return TRUE;
}

static void
open_span (Day *day,
           int  from,
           int  to,
           int  shift)
{
  for (int minute = MAX (from - shift, 0); minute < MIN (to - shift, DAY); minute++)
    day->is_open[minute] = TRUE;
}

/* One part; @day may be NULL: is it well written? */
static gboolean
read_part (const char *part,
           int         weekday,
           Day        *day)
{
  guint    days = read_days (&part);
  gboolean today = (days >> weekday & 1) != 0, before = (days >> (weekday + 6) % 7 & 1) != 0;

  while (*part == ' ')
    part++;
  if (days == 0)
    return FALSE;
  if (today && day != NULL)
    memset (day, 0, sizeof *day);
  if (g_ascii_strcasecmp (part, "off") == 0 || g_ascii_strcasecmp (part, "closed") == 0)
    return TRUE;
  if (*part == '\0' || strcmp (part, "24/7") == 0)
    {
      if (today && day != NULL)
        open_span (day, 0, DAY, 0);
      return *part != '\0' || days != 127;
    }
  for (;;)
    {
      int from, to;

      if (!read_span (&part, &from, &to))
        return FALSE;
      if (today && day != NULL)
        open_span (day, from, to, 0);
      if (before && day != NULL)
        open_span (day, from, to, DAY);
      if (*part == '\0')
        return TRUE;
      if (*part++ != ',')
        return FALSE;
      while (*part == ' ')
        part++;
    }
}

static gboolean
read_text (const char *text,
           int         weekday,
           Day        *day)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!read_part (g_strstrip (parts[i]), weekday, day))
      return FALSE;
  return parts[0] != NULL;
}

gboolean
bjt_opening_hours_is_valid (const char *text)
{
  return text != NULL && read_text (text, 0, NULL);
}

gboolean
bjt_opening_hours_cover (const char *text,
                         BjtDate     on,
                         int         from,
                         int         to)
{
  Day day = { { 0 } };

  if (text == NULL || !read_text (text, (bjt_date_get_weekday (on) + 6) % 7, &day))
    return TRUE;
  for (int minute = MAX (from, 0); minute < MIN (to, DAY); minute++)
    if (!day.is_open[minute])
      return FALSE;
  return TRUE;
}
