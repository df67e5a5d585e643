/* bjt-route-file-lib.c: files of keywords and sections: TSPLIB, VRPLIB, OPLib.
 *
 * Keywords until the first section; then each section one row a place. What the
 * file has besides is passed over. */
#include "bjt-route-file-parts.h"

#include <math.h>
#include <string.h>

#define MOST_SHIFTS 5000
#define MOST_SITES 60 /* sets of clients that vehicles may see */
#define EARTH_RADIUS 6378.388
#define TSPLIB_PI 3.141592

typedef struct
{
  char   *name, *type, *weights, *format;
  guint   n, n_shifts, depot;
  double  capacity, service, max_time, most_cost;
  BjtRouteSpot *spots;
  double *demands, *services, *opens, *closes, *prizes, *ways, *capacities;
  guint64 *sites;      /* of places: the sets they are in */
  guint64 *sites_of;   /* of vehicles: theirs */
} Lib;

static void
lib_clear (Lib *self)
{
  double **const numbers[] = { &self->demands, &self->services, &self->opens, &self->closes, &self->prizes, &self->ways, &self->capacities };

  g_free (self->name);
  g_free (self->type);
  g_free (self->weights);
  g_free (self->format);
  g_free (self->spots);
  g_free (self->sites);
  g_free (self->sites_of);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_free (*numbers[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lib, lib_clear)

static gboolean
read_value (BjtRouteText *text,
            const char   *key,
            const char   *value,
            double        most,
            double       *number,
            GError      **error)
{
  char *rest;

  *number = g_ascii_strtod (value, &rest);
  if (rest == value || *rest != '\0' || !(*number >= 0 && *number <= most))
    return bjt_route_text_fail (text, error, "%s is not a number from 0 to %.0f", key, most);
  return TRUE;
}

static gboolean
note_keyword (Lib          *self,
              BjtRouteText *text,
              const char   *key,
              const char   *value,
              GError      **error)
{
  struct { const char *key; char **word; } const words[] = {
    { "NAME", &self->name }, { "TYPE", &self->type }, { "EDGE_WEIGHT_TYPE", &self->weights }, { "EDGE_WEIGHT_FORMAT", &self->format },
  };
  double n = self->n, n_shifts = self->n_shifts;
  struct { const char *key; double most, *number; } const numbers[] = {
    { "DIMENSION", BJT_ROUTE_FILE_MOST_PLACES, &n }, { "VEHICLES", MOST_SHIFTS, &n_shifts }, { "CAPACITY", BJT_ROUTE_TIME_MAX, &self->capacity },
    { "SERVICE_TIME", BJT_ROUTE_TIME_MAX, &self->service }, { "VEHICLES_MAX_DURATION", BJT_ROUTE_TIME_MAX, &self->max_time },
    { "COST_LIMIT", BJT_ROUTE_TIME_MAX, &self->most_cost },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (key, words[i].key) == 0)
      {
        g_free (*words[i].word);
        *words[i].word = g_strdup (value);
      }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strcmp (key, numbers[i].key) == 0 && !read_value (text, key, value, numbers[i].most, numbers[i].number, error))
      return FALSE;
  self->n = (guint) n;
  self->n_shifts = (guint) n_shifts;
  return TRUE;
}

/* So many numbers behind the number of each place; arrays of n, one a column. */
static gboolean
read_section (Lib            *self,
              BjtRouteText   *text,
              guint           n_rows,
              double **const *columns,
              guint           n_columns,
              GError        **error)
{
  for (guint c = 0; c < n_columns; c++)
    {
      g_free (*columns[c]);
      *columns[c] = g_new0 (double, n_rows + 1);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      guint place;

      if (!bjt_route_text_next_count (text, "the number of a place", 1, n_rows, &place, error))
        return FALSE;
      for (guint c = 0; c < n_columns; c++)
        {
          double *number = &(*columns[c])[place - 1];

          if (!bjt_route_text_next_number (text, "a number of the section", number, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_spots (Lib          *self,
            BjtRouteText *text,
            GError      **error)
{
  g_autofree double *x = NULL, *y = NULL;
  double           **columns[] = { &x, &y };

  if (!read_section (self, text, self->n, columns, 2, error))
    return FALSE;
  g_free (self->spots);
  self->spots = g_new (BjtRouteSpot, self->n);
  for (guint i = 0; i < self->n; i++)
    self->spots[i] = (BjtRouteSpot) { x[i], y[i] };
  return TRUE;
}

/* Where the numbers of a matrix go, by its form: whole, or half without or with the diagonal. */
static gboolean
read_ways (Lib          *self,
           BjtRouteText *text,
           GError      **error)
{
  const char *format = self->format != NULL ? self->format : "";
  gboolean    full = strcmp (format, "FULL_MATRIX") == 0, upper = g_str_has_prefix (format, "UPPER"), diagonal = strstr (format, "DIAG") != NULL;
  guint       n = self->n;

  if (!full && !upper && !g_str_has_prefix (format, "LOWER"))
    return bjt_route_text_fail (text, error, "a matrix of the form %s is not read", *format != '\0' ? format : "that is not named");
  if (!full && strstr (format, "_ROW") == NULL)
    return bjt_route_text_fail (text, error, "a matrix of the form %s is not read", format);
  g_free (self->ways);
  self->ways = g_new0 (double, (gsize) n * n);
  for (guint i = 0; i < n; i++)
    {
      guint from = full ? 0 : upper ? i + !diagonal : 0, upto = full || upper ? n : i + diagonal;

      for (guint j = from; j < upto; j++)
        {
          double way;

          if (!bjt_route_text_next_number (text, "a way of the matrix", &way, error))
            return FALSE;
          self->ways[(gsize) i * n + j] = way;
          if (!full)
            self->ways[(gsize) j * n + i] = way;
        }
    }
  return TRUE;
}

/* One line a vehicle: the clients it may see. Vehicles with the same line are one site. */
static gboolean
read_sites (Lib          *self,
            BjtRouteText *text,
            GError      **error)
{
  g_autoptr (GHashTable) sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_free (self->sites);
  g_free (self->sites_of);
  self->sites = g_new0 (guint64, self->n);
  self->sites_of = g_new0 (guint64, self->n_shifts + 1);
  for (guint k = 0; k < self->n_shifts; k++)
    {
      g_autofree char *line = NULL;
      guint            vehicle, set, place;
      BjtRouteText     words;

      if (!bjt_route_text_next_count (text, "the number of a vehicle", 1, self->n_shifts, &vehicle, error))
        return FALSE;
      line = bjt_route_text_next_line (text);
      set = line != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (sets, line)) : 0;
      if (set == 0)
        {
          set = g_hash_table_size (sets) + 1;
          if (set > MOST_SITES)
            return bjt_route_text_fail (text, error, "more than %d kinds of vehicles", MOST_SITES);
          g_hash_table_insert (sets, g_strdup (line != NULL ? line : ""), GUINT_TO_POINTER (set));
        }
      self->sites_of[vehicle - 1] = G_GUINT64_CONSTANT (1) << set;
      bjt_route_text_init (&words, line != NULL ? line : "", line != NULL ? strlen (line) : 0);
      words.line = text->line - 1;
      while (bjt_route_text_count_words (&words) > 0)
        {
          if (!bjt_route_text_next_count (&words, "a client", 1, self->n, &place, error))
            return FALSE;
          self->sites[place - 1] |= G_GUINT64_CONSTANT (1) << set;
        }
    }
  return TRUE;
}

static gboolean
read_depot (Lib          *self,
            BjtRouteText *text,
            GError      **error)
{
  const char *word;
  gsize       length;
  guint       depot;

  if (!bjt_route_text_next_count (text, "the depot", 1, self->n, &depot, error))
    return FALSE;
  self->depot = depot - 1;
  while (bjt_route_text_next_word (text, &word, &length) && *word != '-')
    if (g_ascii_isalpha (*word))
      return bjt_route_text_fail (text, error, "-1 is wanted behind the depot");
  return TRUE;
}

static gboolean
read_part (Lib          *self,
           BjtRouteText *text,
           const char   *key,
           GError      **error)
{
  double **demand[] = { &self->demands }, **service[] = { &self->services }, **windows[] = { &self->opens, &self->closes };
  double **prize[] = { &self->prizes }, **capacity[] = { &self->capacities };

  if (self->n == 0)
    return bjt_route_text_fail (text, error, "DIMENSION is wanted before %s", key);
  if (strcmp (key, "NODE_COORD_SECTION") == 0)
    return read_spots (self, text, error);
  if (strcmp (key, "EDGE_WEIGHT_SECTION") == 0)
    return read_ways (self, text, error);
  if (strcmp (key, "DEMAND_SECTION") == 0)
    return read_section (self, text, self->n, demand, 1, error);
  if (strcmp (key, "SERVICE_TIME_SECTION") == 0)
    return read_section (self, text, self->n, service, 1, error);
  if (strcmp (key, "TIME_WINDOW_SECTION") == 0)
    return read_section (self, text, self->n, windows, 2, error);
  if (strcmp (key, "PRIZE_SECTION") == 0 || strcmp (key, "NODE_SCORE_SECTION") == 0)
    return read_section (self, text, self->n, prize, 1, error);
  if (strcmp (key, "CAPACITY_SECTION") == 0)
    return read_section (self, text, self->n_shifts, capacity, 1, error);
  if (strcmp (key, "VEHICLES_ALLOWED_CLIENTS_SECTION") == 0)
    return read_sites (self, text, error);
  if (strcmp (key, "DEPOT_SECTION") == 0)
    return read_depot (self, text, error);
  return TRUE; /* of no use here; its rows are no keywords */
}

static gboolean
read_all (Lib          *self,
          BjtRouteText *text,
          GError      **error)
{
  char *line;

  while ((line = bjt_route_text_next_line (text)) != NULL)
    {
      g_autofree char *owned = line;
      char            *colon = strchr (line, ':');

      if (strcmp (line, "EOF") == 0)
        break;
      if (!g_ascii_isalpha (*line))
        continue;
      if (colon != NULL)
        {
          *colon = '\0';
          g_strstrip (line);
          if (!note_keyword (self, text, line, g_strstrip (colon + 1), error))
            return FALSE;
        }
      else if (g_str_has_suffix (line, "_SECTION") && !read_part (self, text, line, error))
        return FALSE;
    }
  if (self->n == 0)
    return bjt_route_text_fail (text, error, "DIMENSION is missing");
  if (self->spots == NULL && self->ways == NULL)
    return bjt_route_text_fail (text, error, "neither coordinates nor a matrix");
  return TRUE;
}

/* Degrees and minutes of TSPLIB, DDD.MM. */
static double
get_radians (double degrees)
{
  double whole = trunc (degrees);

  return TSPLIB_PI * (whole + 5 * (degrees - whole) / 3) / 180;
}

static double
get_way (const Lib *self,
         guint      i,
         guint      j)
{
  double x, y, way, q1, q2, q3;

  if (self->ways != NULL)
    return self->ways[(gsize) i * self->n + j];
  x = self->spots[i].x - self->spots[j].x;
  y = self->spots[i].y - self->spots[j].y;
  if (g_strcmp0 (self->weights, "ATT") == 0)
    {
      way = sqrt ((x * x + y * y) / 10);
      return floor (way + 0.5) < way ? floor (way + 0.5) + 1 : floor (way + 0.5);
    }
  if (g_strcmp0 (self->weights, "CEIL_2D") == 0)
    return ceil (hypot (x, y));
  if (g_strcmp0 (self->weights, "GEO") != 0)
    return floor (hypot (x, y) + 0.5);
  q1 = cos (get_radians (self->spots[i].y) - get_radians (self->spots[j].y));
  q2 = cos (get_radians (self->spots[i].x) - get_radians (self->spots[j].x));
  q3 = cos (get_radians (self->spots[i].x) + get_radians (self->spots[j].x));
  return trunc (EARTH_RADIUS * acos (CLAMP (0.5 * ((1 + q1) * q2 - (1 - q1) * q3), -1, 1)) + 1);
}

static gboolean
fill_ways (const Lib    *self,
           BjtRouteFile *file,
           BjtRouteText *text,
           GError      **error)
{
  gint32  *times = bjt_route_problem_use_times (file->problem);
  gboolean by_line = g_strcmp0 (self->weights, "EUC_2D") == 0 && self->ways == NULL;

  if (by_line && file->kind != BJT_ROUTE_FILE_TSP && file->kind != BJT_ROUTE_FILE_OP && file->kind != BJT_ROUTE_FILE_CVRP)
    return bjt_route_file_fill (file, self->spots, file->scale == 10 ? BJT_ROUTE_ROUND_DOWN : BJT_ROUTE_ROUND_NEAREST)
           || bjt_route_text_fail (text, error, "a way in the file is absurd");
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      {
        double way = i == j ? 0 : get_way (self, i, j);

        if (way < 0 || !bjt_route_file_scale (file, way, &times[(gsize) i * self->n + j]))
          return bjt_route_text_fail (text, error, "the way from %u to %u is negative or absurd", i + 1, j + 1);
      }
  return TRUE;
}

static BjtRouteFileKind
find_kind (const Lib *self)
{
  if (self->sites != NULL)
    return BJT_ROUTE_FILE_SITES;
  if (self->most_cost > 0)
    return BJT_ROUTE_FILE_OP;
  if (self->prizes != NULL)
    return BJT_ROUTE_FILE_PRIZES;
  if (self->opens != NULL)
    return BJT_ROUTE_FILE_VRPTW;
  return self->demands != NULL ? BJT_ROUTE_FILE_CVRP : BJT_ROUTE_FILE_TSP;
}

static gboolean
add_places (const Lib    *self,
            BjtRouteFile *file,
            BjtRouteText *text,
            GError      **error)
{
  gboolean optional = file->kind == BJT_ROUTE_FILE_PRIZES || file->kind == BJT_ROUTE_FILE_OP;

  for (guint i = 0; i < self->n; i++)
    {
      BjtRouteStop stop = BJT_ROUTE_STOP_INIT;
      double       demand = self->demands != NULL ? self->demands[i] : 0, prize = optional ? self->prizes != NULL ? self->prizes[i] : 0 : 0;
      gint32       from, to;
      guint        added;

      if (i == self->depot)
        {
          file->given_prize = prize >= 0 && prize <= G_MAXINT32 ? (gint64) prize : 0;
          continue;
        }
      if (!bjt_route_file_scale (file, self->services != NULL ? self->services[i] : self->service, &stop.duration)
          || !(demand >= 0 && demand <= BJT_ROUTE_TIME_MAX) || !(prize >= 0 && prize <= BJT_ROUTE_TIME_MAX))
        return bjt_route_text_fail (text, error, "place %u has an absurd duration, demand or prize", i + 1);
      stop.demand = (gint32) demand;
      stop.must = !optional;
      stop.prize = (gint64) prize * (file->kind == BJT_ROUTE_FILE_PRIZES ? file->scale : 1);
      stop.any_of = self->sites != NULL ? self->sites[i] : 0;
      if (self->sites != NULL && stop.any_of == 0)
        stop.needs = 1; /* no vehicle may see it */
      added = bjt_route_file_add_stop (file, &stop, i, i + 1);
      if (self->opens == NULL)
        continue;
      if (!bjt_route_file_scale (file, self->opens[i], &from) || !bjt_route_file_scale (file, self->closes[i], &to))
        return bjt_route_text_fail (text, error, "place %u has an absurd window", i + 1);
      bjt_route_problem_add_window (file->problem, added, from, to, BJT_ROUTE_EVERY_DAY);
    }
  return TRUE;
}

static gboolean
add_vehicles (const Lib    *self,
              BjtRouteFile *file,
              BjtRouteText *text,
              GError      **error)
{
  gboolean one = file->kind == BJT_ROUTE_FILE_TSP || file->kind == BJT_ROUTE_FILE_OP;
  guint    n = one ? 1 : self->n_shifts > 0 ? self->n_shifts : self->n - 1;

  for (guint k = 0; k < n; k++)
    {
      BjtRouteShift shift = BJT_ROUTE_SHIFT_INIT;
      double        capacity = self->capacities != NULL && k < self->n_shifts ? self->capacities[k] : self->capacity;

      shift.worker = k;
      shift.start_place = shift.end_place = self->depot;
      shift.to = BJT_ROUTE_TIME_MAX;
      if (self->opens != NULL
          && (!bjt_route_file_scale (file, self->opens[self->depot], &shift.from) || !bjt_route_file_scale (file, self->closes[self->depot], &shift.to)))
        return bjt_route_text_fail (text, error, "the depot has an absurd window");
      if (file->kind == BJT_ROUTE_FILE_OP)
        shift.to = (gint32) self->most_cost;
      if (self->max_time > 0 && !bjt_route_file_scale (file, self->max_time, &shift.max_time))
        return bjt_route_text_fail (text, error, "the longest duration is absurd");
      if (!(capacity >= 0 && capacity <= BJT_ROUTE_TIME_MAX))
        return bjt_route_text_fail (text, error, "a capacity is negative or absurd");
      if (self->demands != NULL)
        shift.capacity = (gint32) capacity;
      if (self->sites_of != NULL)
        shift.has = self->sites_of[k];
      bjt_route_problem_add_shift (file->problem, &shift);
    }
  return TRUE;
}

BjtRouteFile *
bjt_route_file_parse_lib (BjtRouteText *text,
                          GError      **error)
{
  g_auto (Lib) lib = { 0 };
  g_autoptr (BjtRouteFile) self = NULL;
  BjtRouteObjective objective = { .priority_first = TRUE };
  BjtRouteFileKind  kind;
  gint32            scale;

  if (!read_all (&lib, text, error))
    return NULL;
  kind = find_kind (&lib);
  scale = kind == BJT_ROUTE_FILE_SITES ? 1000 : kind == BJT_ROUTE_FILE_VRPTW || kind == BJT_ROUTE_FILE_PRIZES ? 10 : 1;
  self = bjt_route_file_new (kind, lib.n, scale);
  self->name = g_strdup (lib.name);
  if (!fill_ways (&lib, self, text, error) || !add_places (&lib, self, text, error) || !add_vehicles (&lib, self, text, error))
    return NULL;
  if (kind == BJT_ROUTE_FILE_OP)
    bjt_route_problem_set_objective (self->problem, &objective);
  return g_steal_pointer (&self);
}
