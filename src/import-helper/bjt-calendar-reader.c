/* bjt-calendar-reader.c: which of the two it is, and what both have in common: the
 * text is UTF-8 and small, the days are put in order, joined and sent. */
#include "bjt-calendar-reader.h"

#include <string.h>

static gboolean
fail (GError       **error,
      BjtImportError code,
      const char    *message)
{
  g_set_error_literal (error, BJT_IMPORT_ERROR, code, message);
  return FALSE;
}

/* Its text without the mark of byte order. */
static char *
dup_text (const char *data,
          gsize       size,
          GError    **error)
{
  gsize mark = size >= 3 && memcmp (data, "\357\273\277", 3) == 0 ? 3 : 0;

  if (size > BJT_CALENDAR_MAX_SIZE)
    {
      fail (error, BJT_IMPORT_ERROR_LIMIT, "no calendar of days off is larger than 2 MB");
      return NULL;
    }
  if (!g_utf8_validate (data + mark, (gssize) (size - mark), NULL))
    {
      fail (error, BJT_IMPORT_ERROR_DAMAGED, "the calendar is not text in UTF-8: save it as UTF-8");
      return NULL;
    }
  return g_strndup (data + mark, size - mark);
}

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  BjtDate from_a = ((const BjtWorkStretch *) a)->from, from_b = ((const BjtWorkStretch *) b)->from;

  return (from_a > from_b) - (from_a < from_b);
}

static gboolean
is_next (const BjtWorkStretch *before,
         const BjtWorkStretch *next)
{
  return next->from == before->to + 1 && next->is_worked == before->is_worked && strcmp (next->name, before->name) == 0
         && next->to - before->from < BJT_WORK_STRETCH_MAX_DAYS;
}

/* A day a line becomes a holiday a line; what is told twice in the same words is
 * one; what is told once off and once worked is an error. */
static gboolean
join_stretches (GArray  *found,
                GArray  *joined,
                GError **error)
{
  g_array_sort (found, compare_stretches);
  for (guint i = 0; i < found->len; i++)
    {
      const BjtWorkStretch *stretch = &g_array_index (found, BjtWorkStretch, i);
      BjtWorkStretch       *last = joined->len > 0 ? &g_array_index (joined, BjtWorkStretch, joined->len - 1) : NULL;

      if (last != NULL && is_next (last, stretch))
        last->to = stretch->to;
      else if (last == NULL || stretch->from > last->to)
        bjt_work_stretches_add (joined, stretch->from, stretch->to, stretch->is_worked, stretch->name);
      else if (stretch->is_worked != last->is_worked || stretch->to > last->to)
        {
          g_autofree char *day = bjt_date_dup_string (stretch->from);

          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the calendar names %s twice, and not alike", day);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
parse_text (const char *text,
            GArray     *found,
            GError    **error)
{
  const char *start = text + strspn (text, " \t\r\n");

  if (*start == '\0')
    return fail (error, BJT_IMPORT_ERROR_EMPTY, "the calendar is empty");
  if (*start == '{')
    return bjt_calendar_parse_json (start, found, error);
  if (g_ascii_strncasecmp (start, "BEGIN:VCALENDAR", strlen ("BEGIN:VCALENDAR")) == 0)
    return bjt_calendar_parse_ics (start, found, error);
  return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "neither a calendar (.ics) nor the JSON of a year's holidays");
}

GArray *
bjt_calendar_parse (const char *data,
                    gsize       size,
                    GError    **error)
{
  g_autofree char   *text = dup_text (data, size, error);
  g_autoptr (GArray) found = bjt_work_stretches_new (), joined = bjt_work_stretches_new ();

  if (text == NULL || !parse_text (text, found, error) || !join_stretches (found, joined, error))
    return NULL;
  if (joined->len > 0)
    return g_steal_pointer (&joined);
  fail (error, BJT_IMPORT_ERROR_EMPTY, "the calendar names no day off and no weekend that is worked");
  return NULL;
}

static gboolean
send_stretches (GArray    *stretches,
                BjtOutput *output,
                GError   **error)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      BjtDraft draft = { .kind = BJT_DRAFT_WORK_STRETCH, .stretch = g_array_index (stretches, BjtWorkStretch, i) };

      if (!bjt_output_draft (&draft, output, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bjt_calendar_read (const char *path,
                   BjtOutput  *output,
                   GError    **error)
{
  g_autoptr (GArray) stretches = NULL;
  g_autofree char   *data = NULL;
  g_autoptr (GError) problem = NULL;
  gsize              size;

  if (!g_file_get_contents (path, &data, &size, &problem))
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the calendar cannot be read: %s", problem->message);
      return FALSE;
    }
  stretches = bjt_calendar_parse (data, size, error);
  return stretches != NULL && send_stretches (stretches, output, error);
}
