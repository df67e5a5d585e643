/* bjt-work-calendar.c: stretches of days, sorted; everything else goes by the
 * day of the week. */
#include "bjt-work-calendar.h"

#include <string.h>

#include "bjt-calendar-resource.h"

#define RESOURCE "/cn/baijiatu/calendar/work-days.txt"
#define LONGEST_STRETCH 60 /* days; a longer one is a slip of the pen */

typedef struct
{
  BjtDate  from;
  BjtDate  to; /* that day too */
  gboolean is_worked;
  char    *name;
} Stretch;

struct _BjtWorkCalendar
{
  GArray *stretches; /* by day, apart from each other */
};

G_DEFINE_QUARK (bjt-work-calendar-error-quark, bjt_work_calendar_error)

static void
clear_stretch (gpointer data)
{
  g_free (((Stretch *) data)->name);
}

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  BjtDate from_a = ((const Stretch *) a)->from, from_b = ((const Stretch *) b)->from;

  return (from_a > from_b) - (from_a < from_b);
}

/* Words of "FROM TO off|work NAME"; FALSE: it is none. */
static gboolean
parse_stretch (const char *line,
               Stretch    *stretch)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);

  if (g_strv_length (words) != 4 || *words[3] == '\0')
    return FALSE;
  stretch->from = bjt_date_parse (words[0]);
  stretch->to = bjt_date_parse (words[1]);
  stretch->is_worked = strcmp (words[2], "work") == 0;
  if (stretch->from == BJT_DATE_NONE || stretch->to < stretch->from || stretch->to - stretch->from > LONGEST_STRETCH
      || (!stretch->is_worked && strcmp (words[2], "off") != 0))
    return FALSE;
  stretch->name = g_steal_pointer (&words[3]);
  return TRUE;
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
      const char *line = g_strstrip (lines[i]);
      Stretch     stretch;

      if (*line == '\0' || *line == '#')
        continue;
      if (!parse_stretch (line, &stretch))
        return refuse_line (i + 1, error);
      g_array_append_val (self->stretches, stretch);
    }
  return TRUE;
}

static gboolean
check_apart (BjtWorkCalendar *self,
             GError         **error)
{
  for (guint i = 1; i < self->stretches->len; i++)
    {
      const Stretch *before = &g_array_index (self->stretches, Stretch, i - 1);
      const Stretch *next = before + 1;

      if (next->from <= before->to)
        {
          g_autofree char *day = bjt_date_dup_string (next->from);

          g_set_error (error, BJT_WORK_CALENDAR_ERROR, 0, "the work calendar names %s twice", day);
          return FALSE;
        }
    }
  return TRUE;
}

BjtWorkCalendar *
bjt_work_calendar_new_from_text (const char *text,
                                 GError    **error)
{
  g_autoptr (BjtWorkCalendar) self = g_new0 (BjtWorkCalendar, 1);

  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_array_set_clear_func (self->stretches, clear_stretch);
  if (!read_lines (self, text, error))
    return NULL;
  g_array_sort (self->stretches, compare_stretches);
  return check_apart (self, error) ? g_steal_pointer (&self) : NULL;
}

void
bjt_work_calendar_free (BjtWorkCalendar *self)
{
  g_array_unref (self->stretches);
  g_free (self);
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

/* The stretch that the day lies in; NULL: an ordinary day. */
static const Stretch *
find_stretch (const BjtWorkCalendar *self,
              BjtDate                day)
{
  guint low = 0, high = self->stretches->len;

  while (low < high)
    {
      guint          middle = low + (high - low) / 2;
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, middle);

      if (day < stretch->from)
        high = middle;
      else if (day > stretch->to)
        low = middle + 1;
      else
        return stretch;
    }
  return NULL;
}

gboolean
bjt_work_calendar_is_worked (const BjtWorkCalendar *self,
                             BjtDate                day)
{
  const Stretch *stretch = find_stretch (self, day);

  return stretch != NULL ? stretch->is_worked : bjt_date_get_weekday (day) <= 5;
}

const char *
bjt_work_calendar_get_name (const BjtWorkCalendar *self,
                            BjtDate                day)
{
  const Stretch *stretch = find_stretch (self, day);

  return stretch != NULL ? stretch->name : NULL;
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

/**
 * bjt_work_calendar_count_days:
 *
 * Returns: worked days after @from up to and with @to; negative when @to is the
 *   earlier, so that what add_days() counted forth is counted back
 */
int
bjt_work_calendar_count_days (const BjtWorkCalendar *self,
                              BjtDate                from,
                              BjtDate                to)
{
  int n = 0;

  if (to < from)
    return -bjt_work_calendar_count_days (self, to, from);
  for (BjtDate day = from + 1; day <= to; day++)
    n += bjt_work_calendar_is_worked (self, day);
  return n;
}

int
bjt_work_calendar_get_last_year (const BjtWorkCalendar *self)
{
  int year = 0, month, day;

  if (self->stretches->len > 0)
    bjt_date_get_ymd (g_array_index (self->stretches, Stretch, self->stretches->len - 1).to, &year, &month, &day);
  return year;
}
