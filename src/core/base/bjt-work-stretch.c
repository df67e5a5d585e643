/* bjt-work-stretch.c: the one form in which days off come from a table, a file or the
 * store; what is valid here needs no second look. */
#include "bjt-work-stretch.h"

#include <string.h>

static gboolean
is_name (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0 || length > BJT_WORK_STRETCH_MAX_NAME || !g_utf8_validate (text, (gssize) length, NULL))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

/**
 * bjt_work_stretch_is_valid:
 *
 * Returns: whether it is a stretch of days, not too long, with a name of one line
 */
gboolean
bjt_work_stretch_is_valid (const BjtWorkStretch *self)
{
  return self->from >= bjt_date_from_ymd (1800, 1, 1) && self->to <= bjt_date_from_ymd (2999, 12, 31)
         && self->to >= self->from && self->to - self->from < BJT_WORK_STRETCH_MAX_DAYS && is_name (self->name);
}

/**
 * bjt_work_stretch_parse:
 * @self: (out): to be cleared; nothing when the line is none
 */
gboolean
bjt_work_stretch_parse (const char     *line,
                        BjtWorkStretch *self)
{
  g_auto (GStrv)          words = g_strsplit (line, " ", 4);
  g_auto (BjtWorkStretch) stretch = { 0 };

  *self = (BjtWorkStretch) { 0 };
  if (g_strv_length (words) != 4)
    return FALSE;
  stretch.from = bjt_date_parse (words[0]);
  stretch.to = bjt_date_parse (words[1]);
  stretch.is_worked = strcmp (words[2], "work") == 0;
  stretch.name = g_steal_pointer (&words[3]);
  if ((!stretch.is_worked && strcmp (words[2], "off") != 0) || !bjt_work_stretch_is_valid (&stretch))
    return FALSE;
  *self = stretch;
  stretch.name = NULL;
  return TRUE;
}

/**
 * bjt_work_stretch_dup_string:
 *
 * Returns: the line that bjt_work_stretch_parse() reads
 */
char *
bjt_work_stretch_dup_string (const BjtWorkStretch *self)
{
  char from[BJT_DATE_STRING_SIZE], to[BJT_DATE_STRING_SIZE];

  bjt_date_format (self->from, from);
  bjt_date_format (self->to, to);
  return g_strdup_printf ("%s %s %s %s", from, to, self->is_worked ? "work" : "off", self->name);
}

void
bjt_work_stretch_clear (BjtWorkStretch *self)
{
  g_clear_pointer (&self->name, g_free);
}

static void
clear_stretch (gpointer data)
{
  bjt_work_stretch_clear (data);
}

GArray *
bjt_work_stretches_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (BjtWorkStretch));

  g_array_set_clear_func (self, clear_stretch);
  return self;
}

void
bjt_work_stretches_add (GArray     *stretches,
                        BjtDate     from,
                        BjtDate     to,
                        gboolean    is_worked,
                        const char *name)
{
  BjtWorkStretch stretch = { from, to, is_worked, g_strdup (name) };

  g_array_append_val (stretches, stretch);
}
