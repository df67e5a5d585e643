/* bjt-calendar-ics.c: iCalendar by libical. An event is a stretch of whole days;
 * its title, or the property that a widespread subscription has, tells whether
 * they are off or worked. Events that tell neither are none of ours. */
#include "bjt-calendar-reader.h"
#include "bjt-calendar-words.h"

#include <libical/ical.h>
#include <string.h>

#define SPECIAL_DAY "X-APPLE-SPECIAL-DAY"
#define SHANGHAI_HOURS 8
#define MAX_NESTING 16

typedef enum
{
  KIND_NONE,
  KIND_OFF,
  KIND_WORKED,
} Kind;

static gboolean
contains_any (const char        *text,
              const char *const *words,
              gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static Kind
find_kind (icalcomponent *event,
           const char    *title)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_X_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (property), SPECIAL_DAY) == 0)
      return g_strcmp0 (icalproperty_get_x (property), "WORK-HOLIDAY") == 0        ? KIND_OFF
             : g_strcmp0 (icalproperty_get_x (property), "ALTERNATE-WORKDAY") == 0 ? KIND_WORKED
                                                                                  : KIND_NONE;
  if (contains_any (title, bjt_calendar_work_words, G_N_ELEMENTS (bjt_calendar_work_words)))
    return KIND_WORKED;
  return contains_any (title, bjt_calendar_off_words, G_N_ELEMENTS (bjt_calendar_off_words)) ? KIND_OFF : KIND_NONE;
}

static char *
dup_name (const char *title)
{
  g_autoptr (GRegex) fillers = g_regex_new (bjt_calendar_fillers, 0, 0, NULL);
  g_autofree char   *name = g_regex_replace_literal (fillers, title, -1, 0, "", 0, NULL);

  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : g_strdup (title);
}

static struct icaltimetype
to_shanghai (struct icaltimetype time)
{
  if (!time.is_date && icaltime_is_utc (time))
    icaltime_adjust (&time, 0, SHANGHAI_HOURS, 0, 0);
  return time;
}

static BjtDate
get_day (struct icaltimetype time)
{
  return icaltime_is_null_time (time) ? BJT_DATE_NONE : bjt_date_from_ymd (time.year, time.month, time.day);
}

/* The end of an event is the day after; without one it is a single day. */
static BjtDate
get_last_day (icalcomponent *event,
              BjtDate        from)
{
  struct icaltimetype end = to_shanghai (icalcomponent_get_dtend (event));
  BjtDate             to = get_day (end);

  if (to == BJT_DATE_NONE || to == from)
    return from;
  return end.is_date || (end.hour == 0 && end.minute == 0) ? to - 1 : to;
}

static gboolean
refuse_event (guint       number,
              const char *reason,
              GError    **error)
{
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "event %u of the calendar %s", number, reason);
  return FALSE;
}

static gboolean
take_event (icalcomponent *event,
            guint          number,
            GArray        *stretches,
            GError       **error)
{
  const char      *summary = icalcomponent_get_summary (event);
  g_autofree char *title = g_strstrip (g_utf8_make_valid (summary != NULL ? summary : "", -1));
  g_autofree char *name = NULL;
  Kind             kind = find_kind (event, title);
  BjtWorkStretch   stretch = { .is_worked = kind == KIND_WORKED };

  if (kind == KIND_NONE)
    return TRUE;
  stretch.name = name = dup_name (title);
  stretch.from = get_day (to_shanghai (icalcomponent_get_dtstart (event)));
  stretch.to = get_last_day (event, stretch.from);
  if (icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY) != NULL)
    return refuse_event (number, "repeats: days off are named one by one", error);
  if (!bjt_work_stretch_is_valid (&stretch))
    return refuse_event (number, "has no first and last day, or no title of one line", error);
  bjt_work_stretches_add (stretches, stretch.from, stretch.to, stretch.is_worked, stretch.name);
  return TRUE;
}

static gboolean
take_events (icalcomponent *calendar,
             GArray        *stretches,
             GError       **error)
{
  guint number = 0;

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      if (++number > BJT_CALENDAR_MAX_STRETCHES)
        {
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the calendar has more than %d events", BJT_CALENDAR_MAX_STRETCHES);
          return FALSE;
        }
      if (!take_event (event, number, stretches, error))
        return FALSE;
    }
  return TRUE;
}

/* The library goes down into nested parts by calling itself. */
static gboolean
is_nested_soundly (const char *text)
{
  int depth = 0;

  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      if (g_ascii_strncasecmp (line, "BEGIN:", 6) == 0 && ++depth > MAX_NESTING)
        return FALSE;
      if (g_ascii_strncasecmp (line, "END:", 4) == 0 && --depth < 0)
        return FALSE;
      if (depth == 0 && line[strspn (line, "\r\n")] == '\0')
        return TRUE;
    }
  return depth == 0;
}

gboolean
bjt_calendar_parse_ics (const char *text,
                        GArray     *stretches,
                        GError    **error)
{
  icalcomponent *calendar;
  gboolean       ok;

  icalerror_set_errors_are_fatal (FALSE);
  calendar = is_nested_soundly (text) ? icalparser_parse_string (text) : NULL;
  if (calendar == NULL || icalcomponent_isa (calendar) != ICAL_VCALENDAR_COMPONENT)
    {
      g_clear_pointer (&calendar, icalcomponent_free);
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the calendar is damaged: it is not whole from BEGIN:VCALENDAR to END:VCALENDAR");
      return FALSE;
    }
  ok = take_events (calendar, stretches, error);
  icalcomponent_free (calendar);
  return ok;
}
