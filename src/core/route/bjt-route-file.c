/* bjt-route-file.c: tells the formats apart by their first words, reads those of
 * Solomon, and what all readers share. */
#include "bjt-route-file.h"

#include "bjt-route-file-parts.h"

#include <math.h>
#include <string.h>

#define MOST_SHIFTS 5000
#define LONGEST_FILE (64 * 1024 * 1024)

BjtRouteFile *
bjt_route_file_new (BjtRouteFileKind kind,
                    guint            n_places,
                    gint32           scale)
{
  BjtRouteFile *self = g_new0 (BjtRouteFile, 1);

  self->kind = kind;
  self->scale = scale;
  self->numbers = g_new0 (guint, n_places + 1);
  self->problem = bjt_route_problem_new (n_places);
  return self;
}

void
bjt_route_file_free (BjtRouteFile *self)
{
  g_free (self->name);
  g_free (self->numbers);
  bjt_route_problem_unref (self->problem);
  g_free (self);
}

gboolean
bjt_route_file_scale (const BjtRouteFile *self,
                      double              time,
                      gint32             *units)
{
  double scaled = time * self->scale;

  if (!(fabs (scaled) <= BJT_ROUTE_TIME_MAX))
    return FALSE;
  *units = (gint32) lround (scaled);
  return TRUE;
}

gboolean
bjt_route_file_fill (BjtRouteFile       *self,
                     const BjtRouteSpot *spots,
                     BjtRouteRounding    rounding)
{
  guint   n = bjt_route_problem_get_n_places (self->problem);
  gint32 *times = bjt_route_problem_use_times (self->problem);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        double way = hypot (spots[i].x - spots[j].x, spots[i].y - spots[j].y) * self->scale;

        if (!(way <= BJT_ROUTE_TIME_MAX))
          return FALSE;
        times[(gsize) i * n + j] = (gint32) (rounding == BJT_ROUTE_ROUND_DOWN ? floor (way + 1e-9) : floor (way + 0.5));
      }
  return TRUE;
}

guint
bjt_route_file_add_stop (BjtRouteFile *self,
                         BjtRouteStop *stop,
                         guint         place,
                         guint         number)
{
  guint added;

  stop->place = place;
  added = bjt_route_problem_add_stop (self->problem, stop);
  self->numbers[added] = number;
  return added;
}

typedef struct
{
  double number, x, y, demand, from, to, service;
} Row;

static gboolean
read_rows (BjtRouteText *text,
           GArray       *rows,
           GError      **error)
{
  const char *word;
  gsize       length;

  while (bjt_route_text_peek_word (text, &word, &length))
    {
      Row row;

      if (!bjt_route_text_next_number (text, "the number of a customer", &row.number, error)
          || !bjt_route_text_next_number (text, "the x of a customer", &row.x, error)
          || !bjt_route_text_next_number (text, "the y of a customer", &row.y, error)
          || !bjt_route_text_next_number (text, "the demand of a customer", &row.demand, error)
          || !bjt_route_text_next_number (text, "the ready time of a customer", &row.from, error)
          || !bjt_route_text_next_number (text, "the due time of a customer", &row.to, error)
          || !bjt_route_text_next_number (text, "the service time of a customer", &row.service, error))
        return FALSE;
      if (!(row.demand >= 0 && row.demand <= BJT_ROUTE_TIME_MAX) || !(row.number >= 0 && row.number <= G_MAXINT32))
        return bjt_route_text_fail (text, error, "the customer has a negative or absurd number or demand");
      if (rows->len == BJT_ROUTE_FILE_MOST_PLACES)
        return bjt_route_text_fail (text, error, "more than %d customers", BJT_ROUTE_FILE_MOST_PLACES);
      g_array_append_val (rows, row);
    }
  return rows->len > 0 || bjt_route_text_fail (text, error, "the depot is missing");
}

static gboolean
add_rows (BjtRouteFile *self,
          GArray       *rows,
          gint32       *opens,
          gint32       *closes)
{
  g_autofree BjtRouteSpot *spots = g_new (BjtRouteSpot, rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row   *row = &g_array_index (rows, Row, i);
      BjtRouteStop stop = BJT_ROUTE_STOP_INIT;
      gint32       from, to;

      spots[i] = (BjtRouteSpot) { row->x, row->y };
      if (!bjt_route_file_scale (self, row->from, &from) || !bjt_route_file_scale (self, row->to, &to)
          || !bjt_route_file_scale (self, row->service, &stop.duration))
        return FALSE;
      if (i == 0)
        {
          *opens = from;
          *closes = to;
          continue;
        }
      stop.must = TRUE;
      stop.demand = (gint32) row->demand;
      bjt_route_problem_add_window (self->problem, bjt_route_file_add_stop (self, &stop, i, (guint) row->number), from, to, BJT_ROUTE_EVERY_DAY);
    }
  return bjt_route_file_fill (self, spots, BJT_ROUTE_ROUND_DOWN);
}

/* A name, VEHICLE, two words, two numbers, CUSTOMER, a line of words, seven numbers a line. */
BjtRouteFile *
bjt_route_file_parse_solomon (BjtRouteText *text,
                              GError      **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (BjtRouteFile) self = NULL;
  g_autofree char *name = bjt_route_text_next_line (text);
  BjtRouteShift    shift = BJT_ROUTE_SHIFT_INIT;
  const char      *word;
  gsize            length;
  guint            n_shifts, capacity;

  while (bjt_route_text_next_word (text, &word, &length) && !(length >= 8 && g_ascii_strncasecmp (word, "CAPACITY", 8) == 0))
    ;
  if (!bjt_route_text_next_count (text, "the number of vehicles", 1, MOST_SHIFTS, &n_shifts, error)
      || !bjt_route_text_next_count (text, "the capacity", 0, BJT_ROUTE_TIME_MAX, &capacity, error))
    return NULL;
  while (bjt_route_text_next_word (text, &word, &length) && !(length == 8 && g_ascii_strncasecmp (word, "CUSTOMER", 8) == 0))
    ;
  bjt_route_text_skip_line (text);
  while (bjt_route_text_peek_word (text, &word, &length) && !g_ascii_isdigit (*word))
    {
      bjt_route_text_next_word (text, &word, &length);
      bjt_route_text_skip_line (text);
    }
  if (!read_rows (text, rows, error))
    return NULL;
  self = bjt_route_file_new (BJT_ROUTE_FILE_SOLOMON, rows->len, 10);
  self->name = g_steal_pointer (&name);
  if (!add_rows (self, rows, &shift.from, &shift.to))
    {
      bjt_route_text_fail (text, error, "a time or a way in the file is absurd");
      return NULL;
    }
  shift.start_place = shift.end_place = 0;
  shift.capacity = (gint32) capacity;
  for (guint k = 0; k < n_shifts; k++)
    {
      shift.worker = k;
      bjt_route_problem_add_shift (self->problem, &shift);
    }
  return g_steal_pointer (&self);
}

static gboolean
has_word (const char *text,
          gsize       size,
          const char *word)
{
  return g_strstr_len (text, (gssize) MIN (size, 4096), word) != NULL;
}

BjtRouteFile *
bjt_route_file_parse (const char *bytes,
                      gsize       size,
                      guint       n_workers,
                      GError    **error)
{
  g_autoptr (BjtRouteFile) self = NULL;
  BjtRouteText text, first;
  const char  *word;
  gsize        length;

  bjt_route_text_init (&text, bytes, size);
  first = text;
  if (!bjt_route_text_peek_word (&text, &word, &length))
    {
      bjt_route_text_fail (&text, error, "the file is empty");
      return NULL;
    }
  if (has_word (bytes, size, "DIMENSION"))
    self = bjt_route_file_parse_lib (&text, error);
  else if (has_word (bytes, size, "VEHICLE"))
    self = bjt_route_file_parse_solomon (&text, error);
  else if (!g_ascii_isdigit (*word))
    bjt_route_text_fail (&text, error, "this is none of the formats of instances");
  else if (bjt_route_text_count_words (&first) == 4)
    self = bjt_route_file_parse_toptw (&text, n_workers, error);
  else
    self = bjt_route_file_parse_tsptw (&text, error);
  if (self == NULL || !bjt_route_problem_check (self->problem, error))
    return NULL;
  return g_steal_pointer (&self);
}

BjtRouteFile *
bjt_route_file_read (const char *path,
                     guint       n_workers,
                     GError    **error)
{
  g_autofree char *bytes = NULL;
  gsize            size;
  BjtRouteFile    *self;

  if (!g_file_get_contents (path, &bytes, &size, error))
    return NULL;
  if (size > LONGEST_FILE)
    {
      g_set_error (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_FILE, "%s: too large to be an instance", path);
      return NULL;
    }
  self = bjt_route_file_parse (bytes, size, n_workers, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", path);
  return self;
}

const char *
bjt_route_file_kind_get_name (BjtRouteFileKind kind)
{
  static const char *const names[] = {
    [BJT_ROUTE_FILE_SOLOMON] = "vrptw", [BJT_ROUTE_FILE_VRPTW] = "vrptw", [BJT_ROUTE_FILE_PRIZES] = "pcvrptw",
    [BJT_ROUTE_FILE_SITES] = "sdvrptw", [BJT_ROUTE_FILE_CVRP] = "cvrp", [BJT_ROUTE_FILE_TSP] = "tsp",
    [BJT_ROUTE_FILE_TSPTW] = "tsptw", [BJT_ROUTE_FILE_TOPTW] = "toptw", [BJT_ROUTE_FILE_OP] = "op",
  };

  return (guint) kind < G_N_ELEMENTS (names) ? names[kind] : "";
}
