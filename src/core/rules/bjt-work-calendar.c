/* bjt-work-calendar.c: the named days, sorted, each with what the named ones up to
 * it add to the count of the week; everything else goes by the day of the week. */
#include "bjt-work-calendar.h"

#include "bjt-calendar-resource.h"

#define RESOURCE "/cn/baijiatu/calendar/work-days.txt"

typedef struct
{
  BjtDate     date;
  int         extra; /* worked days more than the week alone has, of the named days up to and with this one */
  gboolean    is_worked;
  const char *name;
} NamedDay;

struct _BjtWorkCalendar
{
  GArray       *days; /* of NamedDay, by date, each date once */
  GStringChunk *names;
};

G_DEFINE_QUARK (bjt-work-calendar-error-quark, bjt_work_calendar_error)

static gboolean
is_weekday (BjtDate day)
{
  return bjt_date_get_weekday (day) <= 5;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  BjtDate date_a = ((const NamedDay *) a)->date, date_b = ((const NamedDay *) b)->date;

  return (date_a > date_b) - (date_a < date_b);
}

static BjtWorkCalendar *
new_empty (void)
{
  BjtWorkCalendar *self = g_atomic_rc_box_new0 (BjtWorkCalendar);

  self->days = g_array_new (FALSE, FALSE, sizeof (NamedDay));
  self->names = g_string_chunk_new (256);
  return self;
}

static void
add_stretch (BjtWorkCalendar      *self,
             const BjtWorkStretch *stretch)
{
  const char *name = g_string_chunk_insert_const (self->names, stretch->name);

  for (BjtDate date = stretch->from; date <= stretch->to; date++)
    {
      NamedDay day = { date, 0, stretch->is_worked, name };

      g_array_append_val (self->days, day);
    }
}

/* Of a date that is named twice the later word counts: the sort is stable. */
static void
settle (BjtWorkCalendar *self)
{
  guint n = 0;
  int   extra = 0;

  g_array_sort (self->days, compare_days);
  for (guint i = 0; i < self->days->len; i++)
    {
      NamedDay *day = &g_array_index (self->days, NamedDay, i);

      if (i + 1 < self->days->len && day[1].date == day->date)
        continue;
      extra += (day->is_worked != FALSE) - is_weekday (day->date);
      day->extra = extra;
      g_array_index (self->days, NamedDay, n++) = *day;
    }
  g_array_set_size (self->days, n);
}

static gboolean
refuse_line (guint    line,
             GError **error)
{
  g_set_error (error, BJT_WORK_CALENDAR_ERROR, 0, "line %u of the work calendar is not FROM TO off|work NAME", line);
  return FALSE;
}

static gboolean
read_lines (BjtWorkCalendar *self,
            const char      *text,
            GError         **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char             *line = g_strstrip (lines[i]);
      g_auto (BjtWorkStretch) stretch = { 0 };

      if (*line == '\0' || *line == '#')
        continue;
      if (!bjt_work_stretch_parse (line, &stretch))
        return refuse_line (i + 1, error);
      add_stretch (self, &stretch);
    }
  return TRUE;
}

static gboolean
check_apart (BjtWorkCalendar *self,
             GError         **error)
{
  g_array_sort (self->days, compare_days);
  for (guint i = 1; i < self->days->len; i++)
    {
      const NamedDay *day = &g_array_index (self->days, NamedDay, i);

      if (day->date == day[-1].date)
        {
          g_autofree char *text = bjt_date_dup_string (day->date);

          g_set_error (error, BJT_WORK_CALENDAR_ERROR, 0, "the work calendar names %s twice", text);
          return FALSE;
        }
    }
  return TRUE;
}

BjtWorkCalendar *
bjt_work_calendar_new_from_text (const char *text,
                                 GError    **error)
{
  g_autoptr (BjtWorkCalendar) self = new_empty ();

  if (!read_lines (self, text, error) || !check_apart (self, error))
    return NULL;
  settle (self);
  return g_steal_pointer (&self);
}

/**
 * bjt_work_calendar_new_with_stretches:
 * @stretches: (array length=n_stretches): imported; of one day that they name twice the
 *   later word counts; what is no valid stretch is passed over
 *
 * Returns: (transfer full): the calendar as shipped, with @stretches over it
 */
BjtWorkCalendar *
bjt_work_calendar_new_with_stretches (const BjtWorkStretch *stretches,
                                      guint                 n_stretches)
{
  const BjtWorkCalendar *shipped = bjt_work_calendar_get_default ();
  BjtWorkCalendar       *self = new_empty ();

  for (guint i = 0; i < shipped->days->len; i++)
    {
      NamedDay day = g_array_index (shipped->days, NamedDay, i);

      day.name = g_string_chunk_insert_const (self->names, day.name);
      g_array_append_val (self->days, day);
    }
  for (guint i = 0; i < n_stretches; i++)
    if (bjt_work_stretch_is_valid (&stretches[i]))
      add_stretch (self, &stretches[i]);
  settle (self);
  return self;
}

BjtWorkCalendar *
bjt_work_calendar_ref (const BjtWorkCalendar *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear (gpointer data)
{
  BjtWorkCalendar *self = data;

  g_array_unref (self->days);
  g_string_chunk_free (self->names);
}

void
bjt_work_calendar_unref (BjtWorkCalendar *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

const BjtWorkCalendar *
bjt_work_calendar_get_default (void)
{
  static gsize shipped;

  if (g_once_init_enter (&shipped))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (bjt_calendar_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      BjtWorkCalendar   *self = bytes != NULL ? bjt_work_calendar_new_from_text (g_bytes_get_data (bytes, NULL), &error) : NULL;

      if (self == NULL)
        g_error ("the work calendar of this program: %s", error->message);
      g_once_init_leave (&shipped, (gsize) self);
    }
  return (const BjtWorkCalendar *) shipped;
}

/* The last named day that is not after @date; NULL: it is before all of them. */
static const NamedDay *
find_last (const BjtWorkCalendar *self,
           BjtDate                date)
{
  guint low = 0, high = self->days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->days, NamedDay, middle).date <= date)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &g_array_index (self->days, NamedDay, low - 1) : NULL;
}

/* NULL: an ordinary day. */
static const NamedDay *
find_day (const BjtWorkCalendar *self,
          BjtDate                date)
{
  const NamedDay *day = find_last (self, date);

  return day != NULL && day->date == date ? day : NULL;
}

gboolean
bjt_work_calendar_is_worked (const BjtWorkCalendar *self,
                             BjtDate                day)
{
  const NamedDay *named = find_day (self, day);

  return named != NULL ? named->is_worked : is_weekday (day);
}

const char *
bjt_work_calendar_get_name (const BjtWorkCalendar *self,
                            BjtDate                day)
{
  const NamedDay *named = find_day (self, day);

  return named != NULL ? named->name : NULL;
}

/**
 * bjt_work_calendar_add_days:
 * @from: the day before the first counted one
 * @n: how many worked days; 0 or less: @from itself
 *
 * Returns: the n-th worked day after @from
 */
BjtDate
bjt_work_calendar_add_days (const BjtWorkCalendar *self,
                            BjtDate                from,
                            int                    n)
{
  while (n > 0)
    {
      from++;
      n -= bjt_work_calendar_is_worked (self, from);
    }
  return from;
}

/* Worked days up to and with @day, from a Monday long ago. */
static int
count_until (const BjtWorkCalendar *self,
             BjtDate                day)
{
  const NamedDay *last = find_last (self, day);
  int             weekday = bjt_date_get_weekday (day);
  int             weeks = (day + 3 - (weekday - 1)) / 7; /* 1969-12-29 was a Monday */

  return weeks * 5 + MIN (weekday, 5) + (last != NULL ? last->extra : 0);
}

/**
 * bjt_work_calendar_count_days:
 *
 * However far the days are apart, it takes two looks into the table.
 *
 * Returns: worked days after @from up to and with @to; negative when @to is the
 *   earlier, so that what add_days() counted forth is counted back
 */
int
bjt_work_calendar_count_days (const BjtWorkCalendar *self,
                              BjtDate                from,
                              BjtDate                to)
{
  return count_until (self, to) - count_until (self, from);
}

int
bjt_work_calendar_get_last_year (const BjtWorkCalendar *self)
{
  int year = 0, month, day;

  if (self->days->len > 0)
    bjt_date_get_ymd (g_array_index (self->days, NamedDay, self->days->len - 1).date, &year, &month, &day);
  return year;
}
