/* bjt-door-index.c: doors in strips from north to south, each with as many
 * doors as there are strips, in a strip from west to east. Strips follow the
 * doors, not the ground, so one door far away costs nothing.
 *
 * A lasso is swept strip by strip with the edges that reach into it: going east
 * along the doors, each edge first lies east of them all, then cannot be told
 * without its formula, then lies west for good. So the exact formula (the one
 * of bjt_geometry_contains()) is asked only for doors beside an edge, and the
 * time grows with the doors of the strips and the edges in them, not with their
 * product. */
#include "bjt-door-index.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_STRIP 16 /* doors */

typedef struct
{
  BjtPoint place;
  guint32  door;
} Entry;

typedef struct
{
  double y1, y2; /* of its doors */
} Strip;

struct _BjtDoorIndex
{
  guint32  n_doors;   /* of the picture */
  guint32  n_entries;
  guint32  strip_length;
  guint32  n_strips;
  Entry   *entries;
  Strip   *strips;
};

static int
compare_numbers (double a,
                 double b)
{
  return a < b ? -1 : a > b;
}

static int
compare_y (const void *a,
           const void *b)
{
  const Entry *x = a, *y = b;
  int          order = compare_numbers (x->place.y, y->place.y);

  return order != 0 ? order : compare_numbers (x->door, y->door);
}

static int
compare_x (const void *a,
           const void *b)
{
  const Entry *x = a, *y = b;
  int          order = compare_numbers (x->place.x, y->place.x);

  return order != 0 ? order : compare_numbers (x->door, y->door);
}

static guint32
get_strip_end (const BjtDoorIndex *self,
               guint32             strip)
{
  return MIN ((strip + 1) * self->strip_length, self->n_entries);
}

static void
cut_strips (BjtDoorIndex *self)
{
  guint32 side = (guint32) sqrt (self->n_entries);

  self->strip_length = MAX (side, LEAST_STRIP);
  self->n_strips = (self->n_entries + self->strip_length - 1) / self->strip_length;
  self->strips = g_new (Strip, self->n_strips);
  qsort (self->entries, self->n_entries, sizeof *self->entries, compare_y);
  for (guint32 i = 0; i < self->n_strips; i++)
    {
      guint32 first = i * self->strip_length, end = get_strip_end (self, i);

      self->strips[i] = (Strip) { self->entries[first].place.y, self->entries[end - 1].place.y };
      qsort (self->entries + first, end - first, sizeof *self->entries, compare_x);
    }
}

BjtDoorIndex *
bjt_door_index_new (const BjtPicture *picture)
{
  g_autofree BjtPoint *places = g_new (BjtPoint, picture->doors->len + 1);

  for (guint32 i = 0; i < picture->doors->len; i++)
    places[i] = bjt_picture_get_door (picture, i)->place;
  return bjt_door_index_new_at (places, picture->doors->len);
}

BjtDoorIndex *
bjt_door_index_new_at (const BjtPoint *places,
                       guint32         n_doors)
{
  BjtDoorIndex *self = g_new0 (BjtDoorIndex, 1);

  self->n_doors = n_doors;
  self->entries = g_new (Entry, n_doors);
  for (guint32 i = 0; i < n_doors; i++)
    if (isfinite (places[i].x) && isfinite (places[i].y))
      self->entries[self->n_entries++] = (Entry) { places[i], i };
  if (self->n_entries > 0)
    cut_strips (self);
  return self;
}

void
bjt_door_index_free (BjtDoorIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->entries);
  g_free (self->strips);
  g_free (self);
}

/* The first door of a run at or east of @x. */
static guint32
find_east (const BjtDoorIndex *self,
           guint32             first,
           guint32             end,
           double              x)
{
  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;

      if (self->entries[middle].place.x < x)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* The first strip with a door at or south of @y. */
static guint32
find_strip (const BjtDoorIndex *self,
            double              y)
{
  guint32 first = 0, end = self->n_strips;

  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;

      if (self->strips[middle].y2 < y)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/**
 * bjt_door_index_find_in_box:
 *
 * Returns: (transfer full): the doors in the box; its edges belong to it
 */
BjtDoorSet *
bjt_door_index_find_in_box (const BjtDoorIndex *self,
                            const BjtBox       *box)
{
  BjtDoorSet *found = bjt_door_set_new (self->n_doors);

  for (guint32 strip = find_strip (self, box->y1); strip < self->n_strips && self->strips[strip].y1 <= box->y2; strip++)
    {
      guint32 end = get_strip_end (self, strip);
      guint32 i = find_east (self, strip * self->strip_length, end, box->x1);

      for (; i < end && self->entries[i].place.x <= box->x2; i++)
        if (self->entries[i].place.y >= box->y1 && self->entries[i].place.y <= box->y2)
          bjt_door_set_add (found, self->entries[i].door);
    }
  return found;
}

/* Lasso */

typedef struct
{
  BjtPoint a, b;          /* a.y < b.y */
  double   certain_until; /* in the strip at hand: east of all doors before it … */
  double   over_after;    /* … and west of all after it */
} Edge;

typedef struct
{
  Edge  *edges;     /* by a.y */
  guint  n_edges;
  guint  n_met;     /* of them have been reached */
  Edge **active;    /* that reach into the strip */
  guint  n_active;
  Edge **undecided; /* doors at hand must ask them */
} Sweep;

static int
compare_tops (const void *a,
              const void *b)
{
  return compare_numbers (((const Edge *) a)->a.y, ((const Edge *) b)->a.y);
}

static int
compare_starts (const void *a,
                const void *b)
{
  return compare_numbers ((*(Edge *const *) a)->certain_until, (*(Edge *const *) b)->certain_until);
}

/* Level edges are met by no ray; what is not finite is no edge. */
static void
add_edge (Sweep    *sweep,
          BjtPoint  a,
          BjtPoint  b)
{
  if (a.y == b.y || !isfinite (a.x + a.y + b.x + b.y))
    return;
  sweep->edges[sweep->n_edges++] = a.y < b.y ? (Edge) { .a = a, .b = b } : (Edge) { .a = b, .b = a };
}

static void
sweep_init (Sweep             *sweep,
            const BjtGeometry *polygon)
{
  *sweep = (Sweep) {
    .edges = g_new (Edge, polygon->n_points),
    .active = g_new (Edge *, polygon->n_points),
    .undecided = g_new (Edge *, polygon->n_points),
  };
  for (guint p = 0; p < polygon->n_parts; p++)
    {
      const BjtPoint *ring = polygon->points + polygon->parts[p].first;
      guint           n = polygon->parts[p].n_points;

      for (guint i = 0, j = n - 1; n > 2 && i < n; j = i++)
        add_edge (sweep, ring[j], ring[i]);
    }
  qsort (sweep->edges, sweep->n_edges, sizeof *sweep->edges, compare_tops);
}

static void
sweep_clear (Sweep *sweep)
{
  g_free (sweep->edges);
  g_free (sweep->active);
  g_free (sweep->undecided);
}

/* An edge that crosses the whole strip is certain for doors west of its piece
 * in there; one that ends in it is not. The margin is far above the rounding
 * of the formula and far below any distance on the ground. */
static void
judge_edge (Edge        *edge,
            const Strip *strip)
{
  double slope = (edge->b.x - edge->a.x) / (edge->b.y - edge->a.y);
  double size = fabs (edge->a.x) + fabs (edge->a.y) + fabs (edge->b.x) + fabs (edge->b.y) + 1;
  double margin = 1e-14 * size * (1 + fabs (slope));
  double x1 = edge->a.x + (strip->y1 - edge->a.y) * slope, x2 = edge->a.x + (strip->y2 - edge->a.y) * slope;

  if (edge->a.y <= strip->y1 && strip->y2 < edge->b.y)
    {
      edge->certain_until = fmin (x1, x2) - margin;
      edge->over_after = fmax (x1, x2) + margin;
    }
  else
    {
      edge->certain_until = -INFINITY;
      edge->over_after = fmax (edge->a.x, edge->b.x) + margin;
    }
}

static void
enter_strip (Sweep       *sweep,
             const Strip *strip)
{
  guint kept = 0;

  while (sweep->n_met < sweep->n_edges && sweep->edges[sweep->n_met].a.y <= strip->y2)
    sweep->active[sweep->n_active++] = sweep->edges + sweep->n_met++;
  for (guint i = 0; i < sweep->n_active; i++)
    if (sweep->active[i]->b.y > strip->y1)
      {
        judge_edge (sweep->active[i], strip);
        sweep->active[kept++] = sweep->active[i];
      }
  sweep->n_active = kept;
  qsort (sweep->active, sweep->n_active, sizeof *sweep->active, compare_starts);
}

static void
sweep_doors (Sweep       *sweep,
             const Entry *entries,
             guint32      n,
             BjtDoorSet  *found)
{
  guint n_started = 0, n_undecided = 0;

  for (guint32 i = 0; i < n; i++)
    {
      BjtPoint place = entries[i].place;
      gboolean inside;
      guint    kept = 0;

      while (n_started < sweep->n_active && sweep->active[n_started]->certain_until <= place.x)
        sweep->undecided[n_undecided++] = sweep->active[n_started++];
      inside = (sweep->n_active - n_started) % 2;
      for (guint e = 0; e < n_undecided; e++)
        {
          Edge *edge = sweep->undecided[e];

          if (edge->over_after < place.x)
            continue;
          inside ^= bjt_edge_is_east_of (edge->a, edge->b, place.x, place.y);
          sweep->undecided[kept++] = edge;
        }
      n_undecided = kept;
      if (inside)
        bjt_door_set_add (found, entries[i].door);
    }
}

/**
 * bjt_door_index_find_in_polygon:
 * @polygon: in Mercator; a lasso is a polygon of one ring, which may cross
 *   itself
 *
 * Returns: (transfer full): the doors for which bjt_geometry_contains() holds:
 *   even-odd over all rings, a door on an edge belongs to one of the two sides
 */
BjtDoorSet *
bjt_door_index_find_in_polygon (const BjtDoorIndex *self,
                                const BjtGeometry  *polygon)
{
  BjtDoorSet *found = bjt_door_set_new (self->n_doors);
  Sweep       sweep;

  if (polygon->kind != BJT_GEOMETRY_POLYGON)
    return found;
  sweep_init (&sweep, polygon);
  for (guint32 strip = find_strip (self, polygon->box.y1); strip < self->n_strips; strip++)
    {
      guint32 first = strip * self->strip_length;

      enter_strip (&sweep, self->strips + strip);
      if (sweep.n_active > 0)
        sweep_doors (&sweep, self->entries + first, get_strip_end (self, strip) - first, found);
      else if (sweep.n_met == sweep.n_edges)
        break;
    }
  sweep_clear (&sweep);
  return found;
}

/* Nearest */

typedef struct
{
  BjtPoint          place;
  const BjtDoorSet *among;
  double            best; /* squared distance */
  guint32           door;
} Search;

static void
consider (Search      *search,
          const Entry *entry)
{
  double dx = entry->place.x - search->place.x, dy = entry->place.y - search->place.y;
  double distance = dx * dx + dy * dy;

  if (distance > search->best || (distance == search->best && entry->door >= search->door))
    return;
  if (search->among != NULL && !bjt_door_set_contains (search->among, entry->door))
    return;
  search->best = distance;
  search->door = entry->door;
}

static gboolean
is_within (double distance,
           double best)
{
  return distance * distance <= best;
}

static void
search_strip (const BjtDoorIndex *self,
              guint32             strip,
              Search             *search)
{
  guint32 first = strip * self->strip_length, end = get_strip_end (self, strip);
  guint32 start = find_east (self, first, end, search->place.x);

  for (guint32 i = start; i < end && is_within (self->entries[i].place.x - search->place.x, search->best); i++)
    consider (search, self->entries + i);
  for (guint32 i = start; i-- > first && is_within (search->place.x - self->entries[i].place.x, search->best);)
    consider (search, self->entries + i);
}

/**
 * bjt_door_index_find_nearest:
 * @max_distance: Mercator; that far still counts
 * @among: (nullable): only these
 *
 * Returns: a door, of several as near the first; or %BJT_NO_INDEX
 */
guint32
bjt_door_index_find_nearest (const BjtDoorIndex *self,
                             BjtPoint            place,
                             double              max_distance,
                             const BjtDoorSet   *among)
{
  Search  search = { place, among, max_distance * max_distance, BJT_NO_INDEX };
  guint32 middle;

  if (!(max_distance >= 0) || !isfinite (place.x + place.y))
    return BJT_NO_INDEX;
  middle = find_strip (self, place.y);
  for (guint32 strip = middle; strip < self->n_strips; strip++)
    {
      if (self->strips[strip].y1 > place.y && !is_within (self->strips[strip].y1 - place.y, search.best))
        break;
      search_strip (self, strip, &search);
    }
  for (guint32 strip = middle; strip-- > 0 && is_within (place.y - self->strips[strip].y2, search.best);)
    search_strip (self, strip, &search);
  return search.door;
}
