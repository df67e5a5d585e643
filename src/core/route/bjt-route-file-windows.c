/* bjt-route-file-windows.c: files of numbers alone: tours with windows (TSPTW) and
 * prizes with windows (TOPTW). */
#include "bjt-route-file-parts.h"

#include <math.h>
#include <string.h>

#define MOST_DECIMALS 4

/* The most digits behind a point, and the largest number, decide the scale. */
static gint32
find_scale (const BjtRouteText *text)
{
  BjtRouteText copy = *text;
  const char  *word;
  gsize        length, most = 0;
  double       largest = 1;
  gint32       scale = 1;

  while (bjt_route_text_next_word (&copy, &word, &length))
    {
      const char *point = memchr (word, '.', length);
      gsize       n = point != NULL ? (gsize) (word + length - point - 1) : 0;

      most = MAX (most, MIN (n, MOST_DECIMALS));
      largest = MAX (largest, fabs (g_ascii_strtod (word, NULL)));
    }
  while (most-- > 0 && largest * scale * 10 <= BJT_ROUTE_TIME_MAX)
    scale *= 10;
  return scale;
}

static gboolean
read_windows (BjtRouteFile *self,
              BjtRouteText *text,
              guint         n,
              GError      **error)
{
  BjtRouteShift shift = BJT_ROUTE_SHIFT_INIT;

  for (guint i = 0; i < n; i++)
    {
      BjtRouteStop stop = BJT_ROUTE_STOP_INIT;
      double       opens, closes;
      gint32       from, to;

      if (!bjt_route_text_next_number (text, "the opening of a window", &opens, error)
          || !bjt_route_text_next_number (text, "the closing of a window", &closes, error))
        return FALSE;
      if (!bjt_route_file_scale (self, MIN (opens, (double) BJT_ROUTE_TIME_MAX / self->scale), &from)
          || !bjt_route_file_scale (self, MIN (closes, (double) BJT_ROUTE_TIME_MAX / self->scale), &to))
        return bjt_route_text_fail (text, error, "the window is absurd");
      if (i == 0)
        {
          shift.from = from;
          shift.to = to;
          continue;
        }
      stop.must = TRUE;
      bjt_route_problem_add_window (self->problem, bjt_route_file_add_stop (self, &stop, i, i), from, to, BJT_ROUTE_EVERY_DAY);
    }
  shift.start_place = shift.end_place = 0;
  bjt_route_problem_add_shift (self->problem, &shift);
  return TRUE;
}

/* How many, the ways from each to each, the windows of each; the first is the depot. */
BjtRouteFile *
bjt_route_file_parse_tsptw (BjtRouteText *text,
                            GError      **error)
{
  g_autoptr (BjtRouteFile) self = NULL;
  gint32  scale = find_scale (text), *times;
  guint   n;
  double  way;

  if (!bjt_route_text_next_count (text, "the number of places", 1, BJT_ROUTE_FILE_MOST_PLACES, &n, error))
    return NULL;
  if ((gsize) n * n > (gsize) (text->end - text->at))
    {
      bjt_route_text_fail (text, error, "the file is too short for %u places", n);
      return NULL;
    }
  self = bjt_route_file_new (BJT_ROUTE_FILE_TSPTW, n, scale);
  times = bjt_route_problem_use_times (self->problem);
  for (gsize i = 0; i < (gsize) n * n; i++)
    {
      if (!bjt_route_text_next_number (text, "a way of the matrix", &way, error))
        return NULL;
      if (way < 0 || !bjt_route_file_scale (self, way, &times[i]))
        {
          bjt_route_text_fail (text, error, "a way is negative or absurd");
          return NULL;
        }
    }
  return read_windows (self, text, n, error) ? g_steal_pointer (&self) : NULL;
}

typedef struct
{
  BjtRouteSpot spot;
  double       service, prize, opens, closes;
} Point;

/* Number, x, y, service, prize, one number, how many more, those, opening, closing. */
static gboolean
read_point (BjtRouteText *text,
            Point        *point,
            GError      **error)
{
  double number, unused;
  guint  n_more;

  if (!bjt_route_text_next_number (text, "the number of a point", &number, error)
      || !bjt_route_text_next_number (text, "the x of a point", &point->spot.x, error)
      || !bjt_route_text_next_number (text, "the y of a point", &point->spot.y, error)
      || !bjt_route_text_next_number (text, "the duration of a point", &point->service, error)
      || !bjt_route_text_next_number (text, "the profit of a point", &point->prize, error))
    return FALSE;
  n_more = bjt_route_text_count_words (text);
  if (n_more < 2)
    return bjt_route_text_fail (text, error, "the window of a point is wanted");
  while (n_more-- > 2)
    if (!bjt_route_text_next_number (text, "a number of a point", &unused, error))
      return FALSE;
  return bjt_route_text_next_number (text, "the opening of a window", &point->opens, error)
         && bjt_route_text_next_number (text, "the closing of a window", &point->closes, error);
}

static gboolean
add_points (BjtRouteFile *self,
            BjtRouteText *text,
            GArray       *points,
            guint         n_workers,
            GError      **error)
{
  g_autofree BjtRouteSpot *spots = g_new (BjtRouteSpot, points->len);
  BjtRouteShift            shift = BJT_ROUTE_SHIFT_INIT;

  shift.start_place = shift.end_place = 0;
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      BjtRouteStop stop = BJT_ROUTE_STOP_INIT;
      gint32       from, to;

      spots[i] = point->spot;
      if (!bjt_route_file_scale (self, point->opens, &from) || !bjt_route_file_scale (self, point->closes, &to)
          || !bjt_route_file_scale (self, point->service, &stop.duration))
        return bjt_route_text_fail (text, error, "point %u has an absurd time", i);
      if (!(point->prize >= 0 && point->prize <= BJT_ROUTE_TIME_MAX) || point->prize != floor (point->prize))
        return bjt_route_text_fail (text, error, "the profit of point %u is not a whole number", i);
      stop.prize = (gint64) point->prize;
      if (i > 0)
        bjt_route_problem_add_window (self->problem, bjt_route_file_add_stop (self, &stop, i, i), from, to, BJT_ROUTE_EVERY_DAY);
      else
        {
          shift.from = from;
          shift.to = to;
        }
    }
  for (shift.worker = 0; shift.worker < n_workers; shift.worker++)
    bjt_route_problem_add_shift (self->problem, &shift);
  return bjt_route_file_fill (self, spots, BJT_ROUTE_ROUND_DOWN) || bjt_route_text_fail (text, error, "a way in the file is absurd");
}

/* Tenths, or hundredths where the places have three digits behind the point. */
static gint32
find_point_scale (const BjtRouteText *text)
{
  BjtRouteText copy = *text;
  const char  *word = NULL, *point;
  gsize        length = 0;

  for (guint i = 0; i < 2; i++)
    if (!bjt_route_text_next_word (&copy, &word, &length))
      return 10;
  point = memchr (word, '.', length);
  return point != NULL && word + length - point - 1 >= 3 ? 100 : 10;
}

/* Two lines of numbers that do not count here, the third of the first aside: how
 * many points follow the depot. */
BjtRouteFile *
bjt_route_file_parse_toptw (BjtRouteText *text,
                            guint         n_workers,
                            GError      **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autoptr (BjtRouteFile) self = NULL;
  BjtRouteObjective objective = { .priority_first = TRUE };
  double            unused;
  guint             n;
  Point             point;

  if (!bjt_route_text_next_number (text, "the first number", &unused, error)
      || !bjt_route_text_next_number (text, "the number of routes", &unused, error)
      || !bjt_route_text_next_count (text, "the number of points", 0, BJT_ROUTE_FILE_MOST_PLACES - 1, &n, error))
    return NULL;
  bjt_route_text_skip_line (text);
  bjt_route_text_skip_line (text);
  self = bjt_route_file_new (BJT_ROUTE_FILE_TOPTW, n + 1, find_point_scale (text));
  for (guint i = 0; i <= n; i++)
    {
      if (!read_point (text, &point, error))
        return NULL;
      g_array_append_val (points, point);
    }
  bjt_route_problem_set_objective (self->problem, &objective);
  return add_points (self, text, points, MAX (n_workers, 1), error) ? g_steal_pointer (&self) : NULL;
}
