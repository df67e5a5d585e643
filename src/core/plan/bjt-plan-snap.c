/* bjt-plan-snap.c: candidates in reach, the best rank first, the nearest of a rank.
 *
 * A search reads the sides near the pointer only (a grid), at most MOST_SIDES
 * of them: well below a millisecond over ten thousand shapes. Immutable after
 * finish(): any thread. */
#include "bjt-plan-snap.h"

#include <math.h>
#include <string.h>

#include "geo/bjt-edge-grid.h"

#define MOST_SIDES 96u

typedef struct
{
  BjtPlanBackdrop *backdrop;
  BjtDrawingIndex *index;
} Underlay;

struct _BjtPlanSnap
{
  GArray      *edges;     /* BjtEdge */
  GArray      *owners;    /* gpointer, one an edge */
  GArray      *underlays; /* Underlay */
  BjtEdgeGrid *grid;
};

static void
clear_underlay (gpointer data)
{
  Underlay *underlay = data;

  bjt_plan_backdrop_unref (underlay->backdrop);
  bjt_drawing_index_free (underlay->index);
}

BjtPlanSnap *
bjt_plan_snap_new (void)
{
  BjtPlanSnap *self = g_new0 (BjtPlanSnap, 1);

  self->edges = g_array_new (FALSE, FALSE, sizeof (BjtEdge));
  self->owners = g_array_new (FALSE, FALSE, sizeof (gpointer));
  self->underlays = g_array_new (FALSE, FALSE, sizeof (Underlay));
  g_array_set_clear_func (self->underlays, clear_underlay);
  return self;
}

void
bjt_plan_snap_free (BjtPlanSnap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->edges);
  g_array_unref (self->owners);
  g_array_unref (self->underlays);
  bjt_edge_grid_free (self->grid);
  g_free (self);
}

/**
 * bjt_plan_snap_add_shape:
 * @shape: metres of the plan; read now
 * @owner: (nullable): only compared
 */
void
bjt_plan_snap_add_shape (BjtPlanSnap       *self,
                         const BjtGeometry *shape,
                         gpointer           owner)
{
  g_return_if_fail (self->grid == NULL);
  for (guint p = 0; p < shape->n_parts; p++)
    {
      const BjtPart *part = shape->parts + p;
      guint          n = shape->kind == BJT_GEOMETRY_LINE ? part->n_points - 1 : part->n_points;

      for (guint i = 0; i < n; i++)
        {
          BjtEdge edge = { shape->points[part->first + i], shape->points[part->first + (i + 1) % part->n_points] };

          g_array_append_val (self->edges, edge);
          g_array_append_val (self->owners, owner);
        }
    }
}

/**
 * bjt_plan_snap_add_backdrop:
 *
 * Corners and sides of the drawing, without those of layers that are hidden.
 */
void
bjt_plan_snap_add_backdrop (BjtPlanSnap     *self,
                            BjtPlanBackdrop *backdrop)
{
  Underlay underlay = { bjt_plan_backdrop_ref (backdrop), bjt_drawing_index_new (backdrop->drawing) };
  g_auto (GStrv) hidden = g_strsplit (backdrop->record->hidden_layers != NULL ? backdrop->record->hidden_layers : "", "\n", -1);

  for (guint i = 0; i < backdrop->drawing->n_layers; i++)
    bjt_drawing_index_set_hidden (underlay.index, i, g_strv_contains ((const char *const *) hidden, backdrop->drawing->layers[i].name));
  g_array_append_val (self->underlays, underlay);
}

void
bjt_plan_snap_finish (BjtPlanSnap *self)
{
  g_return_if_fail (self->grid == NULL);
  self->grid = bjt_edge_grid_new ((const BjtEdge *) (gpointer) self->edges->data, self->edges->len);
}

/* Finding */

typedef struct
{
  const BjtPlanSnap     *snap;
  const BjtPlanSnapWish *wish;
  BjtPoint               at;
  BjtEdge                sides[MOST_SIDES]; /* those in reach */
  guint                  n_sides;
  guint                  rank; /* of the best so far */
  double                 distance;
  BjtPlanSnapHit        *hit;
} Search;

static guint
get_rank (BjtPlanSnapKind kind)
{
  static const guint ranks[] = {
    [BJT_PLAN_SNAP_NONE] = 9, [BJT_PLAN_SNAP_VERTEX] = 0, [BJT_PLAN_SNAP_MIDDLE] = 1, [BJT_PLAN_SNAP_CROSSING] = 1,
    [BJT_PLAN_SNAP_RIGHT] = 2, [BJT_PLAN_SNAP_PARALLEL] = 2, [BJT_PLAN_SNAP_EDGE] = 3, [BJT_PLAN_SNAP_GRID] = 4,
  };

  return ranks[kind];
}

static void
try_place (Search         *self,
           BjtPlanSnapKind kind,
           BjtPoint        place,
           BjtPoint        from,
           BjtPoint        to)
{
  double distance = hypot (place.x - self->at.x, place.y - self->at.y);
  guint  rank = get_rank (kind);

  if ((self->wish->kinds & (1u << kind)) == 0 || !(distance <= self->wish->reach) || rank > self->rank || (rank == self->rank && distance >= self->distance))
    return;
  self->rank = rank;
  self->distance = distance;
  *self->hit = (BjtPlanSnapHit) { kind, place, from, to };
}

static void
collect_sides (Search  *self,
               gpointer but)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  double reach = self->wish->reach;
  BjtBox box = { self->at.x - reach, self->at.y - reach, self->at.x + reach, self->at.y + reach };

  bjt_edge_grid_query (self->snap->grid, &box, found);
  for (guint i = 0; i < found->len && self->n_sides < MOST_SIDES; i++)
    {
      guint32        index = g_array_index (found, guint32, i);
      const BjtEdge *edge = &g_array_index (self->snap->edges, BjtEdge, index);
      BjtPoint       foot;

      if ((but == NULL || g_array_index (self->snap->owners, gpointer, index) != but) && bjt_edge_get_distance (edge, self->at, &foot) <= reach)
        self->sides[self->n_sides++] = *edge;
    }
}

static void
try_sides (Search *self)
{
  for (guint i = 0; i < self->n_sides; i++)
    {
      BjtEdge  side = self->sides[i];
      BjtPoint middle = { (side.a.x + side.b.x) / 2, (side.a.y + side.b.y) / 2 };
      BjtPoint at;

      try_place (self, BJT_PLAN_SNAP_VERTEX, side.a, side.a, side.a);
      try_place (self, BJT_PLAN_SNAP_VERTEX, side.b, side.b, side.b);
      if (memcmp (&side.a, &side.b, sizeof side.a) == 0)
        continue;
      try_place (self, BJT_PLAN_SNAP_MIDDLE, middle, side.a, side.b);
      bjt_edge_get_distance (&side, self->at, &at);
      try_place (self, BJT_PLAN_SNAP_EDGE, at, side.a, side.b);
      for (guint k = 0; k < i; k++)
        if (bjt_edge_cross (&side, self->sides + k, &at))
          try_place (self, BJT_PLAN_SNAP_CROSSING, at, side.a, side.b);
    }
}

static void
try_underlays (Search *self)
{
  for (guint i = 0; i < self->snap->underlays->len; i++)
    {
      const Underlay *underlay = &g_array_index (self->snap->underlays, Underlay, i);
      BjtPoint        units = bjt_plan_backdrop_to_drawing (underlay->backdrop, self->at);
      BjtDrawingSnap  found;
      BjtPoint        from, to;

      if (!bjt_drawing_index_snap (underlay->index, units.x, units.y, self->wish->reach / underlay->backdrop->record->scale, &found))
        continue;
      from = bjt_plan_backdrop_to_plan (underlay->backdrop, found.from);
      to = bjt_plan_backdrop_to_plan (underlay->backdrop, found.to);
      try_place (self, found.kind == BJT_SNAP_VERTEX ? BJT_PLAN_SNAP_VERTEX : BJT_PLAN_SNAP_EDGE, bjt_plan_backdrop_to_plan (underlay->backdrop, found.at), from, to);
    }
}

/* Where the line from the start along (dx, dy) comes nearest; on a side where
 * it meets one in reach. @side explains the direction. */
static void
try_guide (Search         *self,
           BjtPlanSnapKind kind,
           double          dx,
           double          dy,
           BjtEdge         side)
{
  BjtPoint start = self->wish->start;
  double   length = hypot (dx, dy);
  double   along = length > 0 ? ((self->at.x - start.x) * dx + (self->at.y - start.y) * dy) / length : 0;
  double   far = fabs (along) + self->wish->reach;
  BjtPoint place = { start.x + dx / length * along, start.y + dy / length * along };
  BjtEdge  guide = { start, { start.x + dx / length * copysign (far, along), start.y + dy / length * copysign (far, along) } };
  BjtPoint meeting, best = place;
  double   least = self->wish->reach;

  if (length == 0 || fabs (along) <= 1e-6)
    return;
  if (hypot (place.x - self->at.x, place.y - self->at.y) > self->wish->reach)
    return;
  for (guint i = 0; i < self->n_sides; i++)
    if (bjt_edge_cross (&guide, self->sides + i, &meeting) && hypot (meeting.x - start.x, meeting.y - start.y) > 1e-6
        && hypot (meeting.x - self->at.x, meeting.y - self->at.y) <= least)
      {
        least = hypot (meeting.x - self->at.x, meeting.y - self->at.y);
        best = meeting;
      }
  try_place (self, kind, best, side.a, side.b);
}

/* The foot of the start on a side in reach. */
static void
try_foot (Search        *self,
          const BjtEdge *side)
{
  BjtPoint foot;
  double   dx = side->b.x - side->a.x, dy = side->b.y - side->a.y;

  bjt_edge_get_distance (side, self->wish->start, &foot);
  if (fabs ((foot.x - self->wish->start.x) * dx + (foot.y - self->wish->start.y) * dy) <= 1e-9 * (dx * dx + dy * dy)
      && hypot (foot.x - self->wish->start.x, foot.y - self->wish->start.y) > 1e-6)
    try_place (self, BJT_PLAN_SNAP_RIGHT, foot, side->a, side->b);
}

static void
try_guides (Search *self)
{
  const BjtPlanSnapWish *wish = self->wish;
  BjtEdge before = { wish->before, wish->start };
  BjtEdge none = { wish->start, wish->start };

  if (!wish->has_start)
    return;
  if (wish->has_before)
    {
      double dx = wish->start.x - wish->before.x, dy = wish->start.y - wish->before.y;

      try_guide (self, BJT_PLAN_SNAP_RIGHT, -dy, dx, before);
      try_guide (self, BJT_PLAN_SNAP_PARALLEL, dx, dy, before);
    }
  else
    {
      try_guide (self, BJT_PLAN_SNAP_PARALLEL, 1, 0, none);
      try_guide (self, BJT_PLAN_SNAP_PARALLEL, 0, 1, none);
    }
  for (guint i = 0; i < self->n_sides; i++)
    {
      BjtEdge side = self->sides[i];

      try_foot (self, self->sides + i);
      try_guide (self, BJT_PLAN_SNAP_PARALLEL, side.b.x - side.a.x, side.b.y - side.a.y, side);
      try_guide (self, BJT_PLAN_SNAP_RIGHT, side.a.y - side.b.y, side.b.x - side.a.x, side);
    }
}

static void
try_grid (Search *self)
{
  double   grid = self->wish->grid;
  BjtPoint place;

  if (!(grid > 0))
    return;
  place = (BjtPoint) { round (self->at.x / grid) * grid, round (self->at.y / grid) * grid };
  try_place (self, BJT_PLAN_SNAP_GRID, place, place, place);
}

/* A typed length holds whatever was found; that gives the direction. */
static gboolean
hold_length (Search  *self,
             gboolean is_found)
{
  BjtPoint start = self->wish->start;
  BjtPoint towards = is_found ? self->hit->at : self->at;
  double   length = hypot (towards.x - start.x, towards.y - start.y);

  if (!self->wish->has_start || !(self->wish->length > 0) || !(length > 1e-9))
    return is_found;
  self->hit->at = (BjtPoint) { start.x + (towards.x - start.x) / length * self->wish->length, start.y + (towards.y - start.y) / length * self->wish->length };
  return TRUE;
}

/**
 * bjt_plan_snap_find:
 * @but: (nullable): shapes of this owner do not count
 * @hit: (out caller-allocates): without anything in reach, @at itself
 *
 * Returns: whether something was found. The place is no farther than the reach,
 *   save where a length was typed: then it is that far from the start.
 */
gboolean
bjt_plan_snap_find (const BjtPlanSnap     *self,
                    BjtPoint               at,
                    const BjtPlanSnapWish *wish,
                    gpointer               but,
                    BjtPlanSnapHit        *hit)
{
  Search search = { .snap = self, .wish = wish, .at = at, .rank = G_MAXUINT, .distance = G_MAXDOUBLE, .hit = hit };

  g_return_val_if_fail (self->grid != NULL, FALSE);
  *hit = (BjtPlanSnapHit) { BJT_PLAN_SNAP_NONE, at, at, at };
  collect_sides (&search, but);
  try_sides (&search);
  try_underlays (&search);
  try_guides (&search);
  try_grid (&search);
  return hold_length (&search, hit->kind != BJT_PLAN_SNAP_NONE);
}
