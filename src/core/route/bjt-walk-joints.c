/* bjt-walk-joints.c: where lines meet.
 *
 * Points closer than 5 cm are one node. Ways that cross are joined there, unless
 * both were drawn with common points where they meet: then one is a bridge. A way
 * that ends on another one's side is joined to it. A gate takes the way that
 * passes it. A way that ends at a gate, or whose piece hangs together with nothing
 * else, is led on to the next way ahead of it, where no wall is between: maps
 * rarely draw the last metres from a path to the kerb.
 *
 * Time: about linear, by a grid of the segments. */
#include "bjt-walk-joints.h"

#include <math.h>

#define SAME 0.05      /* metres */
#define SIDE 0.75      /* an end so near to a way ends on it */
#define GATE_REACH 4.0 /* a gate so near to a way stands on it */
#define GAP 30.0       /* the longest that is led on */
#define NONE G_MAXUINT32

typedef struct
{
  guint32 from, to;
  guint32 way;
} Segment;

/* A node that a segment is to be split at. */
typedef struct
{
  guint32 segment;
  guint32 node;
  double  at; /* metres from its beginning */
} Split;

typedef struct
{
  guint32 node;
  guint32 before; /* the node it is reached from */
} End;

typedef struct
{
  const BjtWalkMap *map;
  BjtWalkJoints    *joints;
  GHashTable       *cells;    /* place in steps of SAME → node + 1 */
  GArray           *segments; /* Segment */
  GArray           *edges;    /* BjtEdge, of the segments */
  GArray           *splits;   /* Split */
  GArray           *ends;     /* End */
  BjtEdgeGrid      *grid;
  GArray           *found;    /* guint32 */
} Maker;

/* Sets that hang together */

guint32 *
bjt_union_new (guint n)
{
  guint32 *parents = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    parents[i] = i;
  return parents;
}

guint32
bjt_union_find (guint32 *parents,
                guint32  i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];
  return i;
}

void
bjt_union_join (guint32 *parents,
                guint32  a,
                guint32  b)
{
  guint32 first = bjt_union_find (parents, a), second = bjt_union_find (parents, b);

  parents[MAX (first, second)] = MIN (first, second);
}

/* Walls */

gboolean
bjt_walls_are_between (const BjtEdge     *walls,
                       const BjtEdgeGrid *grid,
                       BjtPoint           a,
                       BjtPoint           b)
{
  g_autoptr (GArray) found = NULL;
  BjtEdge  line = { a, b };
  BjtBox   box = BJT_BOX_EMPTY;
  BjtPoint at;

  if (grid == NULL)
    return FALSE;
  found = g_array_new (FALSE, FALSE, sizeof (guint32));
  bjt_box_add_point (&box, a.x, a.y);
  bjt_box_add_point (&box, b.x, b.y);
  bjt_edge_grid_query (grid, &box, found);
  for (guint i = 0; i < found->len; i++)
    if (bjt_edge_cross (&line, walls + g_array_index (found, guint32, i), &at)
        && hypot (at.x - a.x, at.y - a.y) > SIDE && hypot (at.x - b.x, at.y - b.y) > SIDE)
      return TRUE;
  return FALSE;
}

/* Nodes */

static BjtPoint
get_node (const Maker *self,
          guint32      node)
{
  return g_array_index (self->joints->nodes, BjtPoint, node);
}

static gint64
get_cell (BjtPoint point,
          int      dx,
          int      dy)
{
  guint64 x = (guint64) ((gint64) floor (point.x / SAME) + dx), y = (guint64) ((gint64) floor (point.y / SAME) + dy);

  return (gint64) (x << 32 | (y & G_MAXUINT32));
}

/* The node at the place, or near enough to be the same. */
static guint32
take_node (Maker   *self,
           BjtPoint point)
{
  gint64 cell;

  for (int dx = -1; dx <= 1; dx++)
    for (int dy = -1; dy <= 1; dy++)
      {
        guint32 node;

        cell = get_cell (point, dx, dy);
        node = GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, &cell));
        if (node > 0 && hypot (get_node (self, node - 1).x - point.x, get_node (self, node - 1).y - point.y) <= SAME)
          return node - 1;
      }
  cell = get_cell (point, 0, 0);
  g_array_append_val (self->joints->nodes, point);
  g_hash_table_insert (self->cells, g_memdup2 (&cell, sizeof cell), GUINT_TO_POINTER (self->joints->nodes->len));
  return self->joints->nodes->len - 1;
}

static void
add_end (Maker  *self,
         guint32 node,
         guint32 before)
{
  End end = { node, before };

  g_array_append_val (self->ends, end);
}

static void
cut_way (Maker  *self,
         guint32 way)
{
  const BjtWay *drawn = &g_array_index (self->map->ways, BjtWay, way);
  guint         first = self->segments->len;
  guint32       last = NONE;

  for (guint i = 0; i < drawn->n_points; i++)
    {
      guint32 node = take_node (self, g_array_index (self->map->points, BjtPoint, drawn->first + i));
      Segment segment = { last, node, way };

      if (last != NONE && last != node)
        g_array_append_val (self->segments, segment);
      last = node;
    }
  if (self->segments->len == first)
    return;
  add_end (self, g_array_index (self->segments, Segment, first).from, g_array_index (self->segments, Segment, first).to);
  add_end (self, last, g_array_index (self->segments, Segment, self->segments->len - 1).from);
}

static void
cut_ways (Maker *self)
{
  for (guint w = 0; w < self->map->ways->len; w++)
    cut_way (self, w);
  for (guint s = 0; s < self->segments->len; s++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, s);
      BjtEdge        edge = { get_node (self, segment->from), get_node (self, segment->to) };

      g_array_append_val (self->edges, edge);
    }
  self->grid = bjt_edge_grid_new ((const BjtEdge *) (gpointer) self->edges->data, self->edges->len);
}

/* Splits */

static void
split_at (Maker  *self,
          guint32 segment,
          guint32 node)
{
  const Segment *cut = &g_array_index (self->segments, Segment, segment);
  BjtPoint       from = get_node (self, cut->from), at = get_node (self, node);
  Split          split = { segment, node, hypot (at.x - from.x, at.y - from.y) };

  if (node != cut->from && node != cut->to)
    g_array_append_val (self->splits, split);
}

static void
find_near (Maker   *self,
           BjtPoint at,
           double   reach)
{
  BjtBox box = { at.x - reach, at.y - reach, at.x + reach, at.y + reach };

  bjt_edge_grid_query (self->grid, &box, self->found);
}

static gboolean
passes_over (const Maker   *self,
             const Segment *a,
             const Segment *b)
{
  return g_array_index (self->map->ways, BjtWay, a->way).traits.is_noded && g_array_index (self->map->ways, BjtWay, b->way).traits.is_noded;
}

static void
join_crossings (Maker *self)
{
  for (guint32 s = 0; s < self->segments->len; s++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, s);
      const BjtEdge *edge = &g_array_index (self->edges, BjtEdge, s);
      BjtBox         box = BJT_BOX_EMPTY;

      bjt_box_add_point (&box, edge->a.x, edge->a.y);
      bjt_box_add_point (&box, edge->b.x, edge->b.y);
      bjt_edge_grid_query (self->grid, &box, self->found);
      for (guint i = 0; i < self->found->len; i++)
        {
          guint32  other = g_array_index (self->found, guint32, i);
          BjtPoint at;
          guint32  node;

          if (other <= s || passes_over (self, segment, &g_array_index (self->segments, Segment, other))
              || !bjt_edge_cross (edge, &g_array_index (self->edges, BjtEdge, other), &at))
            continue;
          node = take_node (self, at);
          split_at (self, s, node);
          split_at (self, other, node);
        }
    }
}

/* Ends that lie on the side of a way are part of it. */
static void
join_ends (Maker *self)
{
  for (guint e = 0; e < self->ends->len; e++)
    {
      guint32  node = g_array_index (self->ends, End, e).node;
      BjtPoint at = get_node (self, node);

      find_near (self, at, SIDE);
      for (guint i = 0; i < self->found->len; i++)
        {
          guint32  s = g_array_index (self->found, guint32, i);
          BjtPoint foot;

          if (bjt_edge_get_distance (&g_array_index (self->edges, BjtEdge, s), at, &foot) <= SIDE)
            split_at (self, s, node);
        }
    }
}

static guint32
place_gate (Maker   *self,
            BjtPoint gate)
{
  double   best = GATE_REACH;
  guint32  nearest = NONE;
  BjtPoint foot, at = gate;
  guint32  node;

  if (!isfinite (gate.x) || !isfinite (gate.y))
    return NONE;
  find_near (self, gate, GATE_REACH);
  for (guint i = 0; i < self->found->len; i++)
    {
      guint32 s = g_array_index (self->found, guint32, i);
      double  distance = bjt_edge_get_distance (&g_array_index (self->edges, BjtEdge, s), gate, &foot);

      if (distance < best)
        {
          best = distance;
          nearest = s;
          at = foot;
        }
    }
  if (nearest == NONE)
    return NONE;
  node = take_node (self, at);
  split_at (self, nearest, node);
  return node;
}

static void
place_gates (Maker *self)
{
  for (guint g = 0; g < self->map->gates->len; g++)
    {
      guint32 node = place_gate (self, g_array_index (self->map->gates, BjtPoint, g));

      g_array_append_val (self->joints->gate_nodes, node);
    }
}

/* Leading on */

static guint32 *
count_degrees (const Maker *self)
{
  guint32 *degrees = g_new0 (guint32, MAX (self->joints->nodes->len, 1));

  for (guint s = 0; s < self->segments->len; s++)
    {
      degrees[g_array_index (self->segments, Segment, s).from]++;
      degrees[g_array_index (self->segments, Segment, s).to]++;
    }
  for (guint i = 0; i < self->splits->len; i++)
    degrees[g_array_index (self->splits, Split, i).node] += 2;
  return degrees;
}

static guint32 *
find_pieces (const Maker *self)
{
  guint32 *pieces = bjt_union_new (self->joints->nodes->len);

  for (guint s = 0; s < self->segments->len; s++)
    bjt_union_join (pieces, g_array_index (self->segments, Segment, s).from, g_array_index (self->segments, Segment, s).to);
  for (guint i = 0; i < self->splits->len; i++)
    {
      const Split *split = &g_array_index (self->splits, Split, i);

      bjt_union_join (pieces, g_array_index (self->segments, Segment, split->segment).from, split->node);
    }
  return pieces;
}

static gboolean
is_gate (const Maker *self,
         guint32      node)
{
  for (guint g = 0; g < self->joints->gate_nodes->len; g++)
    if (g_array_index (self->joints->gate_nodes, guint32, g) == node)
      return TRUE;
  return FALSE;
}

/* The nearest segment ahead of a way's end that it may be led on to. */
static guint32
find_ahead (Maker             *self,
            const End         *end,
            guint32           *pieces,
            const BjtEdgeGrid *walls,
            BjtPoint          *foot)
{
  BjtPoint at = get_node (self, end->node), before = get_node (self, end->before), near;
  gboolean from_gate = is_gate (self, end->node);
  double   best = GAP;
  guint32  found = NONE;

  find_near (self, at, GAP);
  for (guint i = 0; i < self->found->len; i++)
    {
      guint32        s = g_array_index (self->found, guint32, i);
      const Segment *segment = &g_array_index (self->segments, Segment, s);
      double         distance = bjt_edge_get_distance (&g_array_index (self->edges, BjtEdge, s), at, &near);
      double         along = (near.x - at.x) * (at.x - before.x) + (near.y - at.y) * (at.y - before.y);

      if (distance >= best || segment->from == end->node || segment->to == end->node
          || (!from_gate && bjt_union_find (pieces, segment->from) == bjt_union_find (pieces, end->node))
          || along < -0.3 * distance * hypot (at.x - before.x, at.y - before.y) || bjt_walls_are_between ((const BjtEdge *) (gpointer) self->map->walls->data, walls, at, near))
        continue;
      best = distance;
      found = s;
      *foot = near;
    }
  return found;
}

static void
lead_on (Maker *self)
{
  g_autofree guint32 *degrees = count_degrees (self);
  g_autofree guint32 *pieces = find_pieces (self);
  guint               n_nodes = self->joints->nodes->len;
  g_autoptr (BjtEdgeGrid) walls = self->map->walls->len > 0 ? bjt_edge_grid_new ((const BjtEdge *) (gpointer) self->map->walls->data, self->map->walls->len) : NULL;

  for (guint e = 0; e < self->ends->len; e++)
    {
      const End  *end = &g_array_index (self->ends, End, e);
      BjtPoint    foot, at = get_node (self, end->node);
      guint32     s = degrees[end->node] == 1 ? find_ahead (self, end, pieces, walls, &foot) : NONE;
      BjtWalkLink link = { .from = end->node, .direction = BJT_WAY_BOTH };

      if (s == NONE)
        continue;
      link.to = take_node (self, foot);
      if (link.to == link.from)
        continue;
      link.metres = (float) hypot (foot.x - at.x, foot.y - at.y);
      split_at (self, s, link.to);
      g_array_append_val (self->joints->links, link);
      bjt_union_join (pieces, end->node, g_array_index (self->segments, Segment, s).from);
      if (link.to < n_nodes)
        degrees[link.to]++;
      degrees[end->node]++;
    }
}

/* Links */

static int
compare_splits (gconstpointer a,
                gconstpointer b)
{
  const Split *first = a, *second = b;

  if (first->segment != second->segment)
    return first->segment < second->segment ? -1 : 1;
  return (first->at > second->at) - (first->at < second->at);
}

static void
add_link (Maker        *self,
          guint32       from,
          guint32       to,
          const BjtWay *way)
{
  BjtPoint    a = get_node (self, from), b = get_node (self, to);
  BjtWalkLink link = { from, to, (float) (hypot (b.x - a.x, b.y - a.y) * way->traits.slowness), way->traits.direction };

  if (from != to)
    g_array_append_val (self->joints->links, link);
}

static void
add_links (Maker *self)
{
  guint next = 0;

  g_array_sort (self->splits, compare_splits);
  for (guint32 s = 0; s < self->segments->len; s++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, s);
      const BjtWay  *way = &g_array_index (self->map->ways, BjtWay, segment->way);
      guint32        last = segment->from;

      for (; next < self->splits->len && g_array_index (self->splits, Split, next).segment == s; next++)
        {
          add_link (self, last, g_array_index (self->splits, Split, next).node, way);
          last = g_array_index (self->splits, Split, next).node;
        }
      add_link (self, last, segment->to, way);
    }
}

BjtWalkJoints *
bjt_walk_joints_new (const BjtWalkMap *map)
{
  Maker self = { .map = map, .joints = g_new0 (BjtWalkJoints, 1) };

  self.joints->nodes = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self.joints->links = g_array_new (FALSE, FALSE, sizeof (BjtWalkLink));
  self.joints->gate_nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self.edges = g_array_new (FALSE, FALSE, sizeof (BjtEdge));
  self.splits = g_array_new (FALSE, FALSE, sizeof (Split));
  self.ends = g_array_new (FALSE, FALSE, sizeof (End));
  self.found = g_array_new (FALSE, FALSE, sizeof (guint32));
  cut_ways (&self);
  join_crossings (&self);
  join_ends (&self);
  place_gates (&self);
  lead_on (&self);
  add_links (&self);
  g_hash_table_unref (self.cells);
  g_array_unref (self.segments);
  g_array_unref (self.edges);
  g_array_unref (self.splits);
  g_array_unref (self.ends);
  g_array_unref (self.found);
  bjt_edge_grid_free (self.grid);
  return self.joints;
}

void
bjt_walk_joints_free (BjtWalkJoints *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->links);
  g_array_unref (self->gate_nodes);
  g_free (self);
}
