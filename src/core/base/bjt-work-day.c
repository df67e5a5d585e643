/* bjt-work-day.c: the one form in which days off come from a table, a file or the
 * store; what is valid here needs no second look. */
#include "bjt-work-day.h"

#include <string.h>

static gboolean
is_name (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > BJT_WORK_DAY_MAX_NAME || !g_utf8_validate (text, (gssize) length, NULL))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

/**
 * bjt_work_day_is_valid:
 *
 * Returns: whether it is a stretch of days, not too long, with a name of one line
 */
gboolean
bjt_work_day_is_valid (const BjtWorkDay *self)
{
  return self->from >= bjt_date_from_ymd (1800, 1, 1) && self->to <= bjt_date_from_ymd (2999, 12, 31)
         && self->to >= self->from && self->to - self->from < BJT_WORK_DAY_MAX_STRETCH && is_name (self->name);
}

/**
 * bjt_work_day_parse:
 * @self: (out): to be cleared; nothing when the line is none
 */
gboolean
bjt_work_day_parse (const char *line,
                    BjtWorkDay *self)
{
  g_auto (GStrv)      words = g_strsplit (line, " ", 4);
  g_auto (BjtWorkDay) day = { 0 };

  *self = (BjtWorkDay) { 0 };
  if (g_strv_length (words) != 4)
    return FALSE;
  day.from = bjt_date_parse (words[0]);
  day.to = bjt_date_parse (words[1]);
  day.is_worked = strcmp (words[2], "work") == 0;
  day.name = g_steal_pointer (&words[3]);
  if ((!day.is_worked && strcmp (words[2], "off") != 0) || !bjt_work_day_is_valid (&day))
    return FALSE;
  *self = day;
  day.name = NULL;
  return TRUE;
}

/**
 * bjt_work_day_dup_string:
 *
 * Returns: the line that bjt_work_day_parse() reads
 */
char *
bjt_work_day_dup_string (const BjtWorkDay *self)
{
  char from[BJT_DATE_STRING_SIZE], to[BJT_DATE_STRING_SIZE];

  bjt_date_format (self->from, from);
  bjt_date_format (self->to, to);
  return g_strdup_printf ("%s %s %s %s", from, to, self->is_worked ? "work" : "off", self->name);
}

void
bjt_work_day_clear (BjtWorkDay *self)
{
  g_clear_pointer (&self->name, g_free);
}

static void
clear_day (gpointer data)
{
  bjt_work_day_clear (data);
}

GArray *
bjt_work_days_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (BjtWorkDay));

  g_array_set_clear_func (self, clear_day);
  return self;
}

void
bjt_work_days_add (GArray     *days,
                   BjtDate     from,
                   BjtDate     to,
                   gboolean    is_worked,
                   const char *name)
{
  BjtWorkDay day = { from, to, is_worked, g_strdup (name) };

  g_array_append_val (days, day);
}
