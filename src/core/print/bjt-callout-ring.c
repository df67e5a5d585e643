/* bjt-callout-ring.c: a ring of call-outs around the footprints.
 *
 * Every call-out belongs to one of four sides. Within a side the order is that
 * of the footprints along it, and the places are those nearest to the
 * footprints that do not overlap (pooled neighbours, as in isotonic
 * regression). So only the side of each call-out is searched: starts that give
 * the outermost footprints to each side, then single moves and swaps while
 * they shorten the leaders, uncross them or free footprints from them.
 * Deterministic. A start that does not fit costs n, another n log n, a step n²;
 * n is some dozen. */
#include "bjt-callout-layout.h"

#include "bjt-callout-leader.h"

#include <math.h>
#include <string.h>

#define MAX_STARTS 600
#define KEPT_STARTS 6
#define MAX_ROUNDS 30
#define CROSSING_COST 2000.0
#define CLEARANCE 1.2 /* of leaders from the corners of footprints, mm */
#define HIT_COST 300.0   /* a leader over another footprint or box */
#define ROUNDING 1.000001 /* so much may be lost in sums */

typedef enum
{
  SIDE_TOP,
  SIDE_BOTTOM,
  SIDE_LEFT,
  SIDE_RIGHT,
  N_SIDES,
} Side;

typedef struct
{
  const BjtCalloutTask *task;
  double                mm; /* a metre on paper */
  BjtBox                block; /* of the footprints, metres */
  BjtPoint             *centres; /* metres */
  guint                *outermost[SIDE_RIGHT]; /* items, the outermost towards each side first */
  gboolean              columns_first; /* columns take the corners */
  double                limit;   /* what costs as much is not looked at further */
  guint                *order;   /* scratch */
  BjtBox               *boxes;
  BjtPoint             *from, *to;
  BjtPoint            (*quads)[4], (*grown)[4]; /* footprints on paper, and with what leaders keep clear of */
} Ring;

typedef struct
{
  double   cost; /* INFINITY: does not fit */
  guint8  *sides;
  gboolean columns_first;
} Candidate;

static double
item_length (const BjtCalloutItem *item,
             gboolean              is_row)
{
  return is_row ? item->width : item->height;
}

/* Places boxes of one side in a line from low to high, each as near as
 * possible to where it wants its middle. */
static void
place_line (const double *sizes,
            const double *wanted,
            guint         n,
            double        gap,
            BjtPoint      range,
            double       *starts)
{
  typedef struct
  {
    guint  first;
    double sum, length, start;
  } Cluster;
  g_autofree Cluster *clusters = g_new (Cluster, n + 1);
  guint               n_clusters = 0;

  for (guint i = 0; i < n; i++)
    {
      Cluster *last = &clusters[n_clusters++];

      *last = (Cluster) { i, wanted[i] - sizes[i] / 2, sizes[i], 0 };
      last->start = CLAMP (last->sum, range.x, MAX (range.x, range.y - last->length));
      while (n_clusters > 1 && last->start < last[-1].start + last[-1].length + gap)
        {
          guint n_last = i + 1 - last->first, n_before;

          last--;
          n_before = last[1].first - last->first;
          last->sum += last[1].sum - n_last * (last->length + gap);
          last->length += gap + last[1].length;
          last->start = CLAMP (last->sum / (n_before + n_last), range.x, MAX (range.x, range.y - last->length));
          n_clusters--;
        }
    }
  for (guint c = 0; c < n_clusters; c++)
    {
      guint  end = c + 1 < n_clusters ? clusters[c + 1].first : n;
      double at = clusters[c].start;

      for (guint i = clusters[c].first; i < end; i++)
        {
          starts[i] = at;
          at += sizes[i] + gap;
        }
    }
}

typedef struct
{
  double along[N_SIDES]; /* lengths of all boxes of a side with gaps */
  double depth[N_SIDES]; /* with the gap to the inside */
  guint  n[N_SIDES];
} Measure;

static void
measure (const Ring   *self,
         const guint8 *sides,
         Measure      *result)
{
  *result = (Measure) { 0 };
  for (guint i = 0; i < self->task->n_items; i++)
    {
      const BjtCalloutItem *item = &self->task->items[i];
      gboolean              is_row = sides[i] <= SIDE_BOTTOM;

      result->along[sides[i]] += item_length (item, is_row) + (result->n[sides[i]] > 0 ? self->task->gap : 0);
      result->depth[sides[i]] = MAX (result->depth[sides[i]], item_length (item, !is_row) + self->task->gap);
      result->n[sides[i]]++;
    }
}

/* What is left for the footprints, or FALSE when it is not enough. */
static gboolean
find_inside (const Ring    *self,
             const Measure *m,
             BjtBox        *inside)
{
  const BjtBox *window = &self->task->window;
  double        width = window->x2 - window->x1, height = window->y2 - window->y1;
  double        row_room = width, column_room = height;

  *inside = (BjtBox) { window->x1 + m->depth[SIDE_LEFT], window->y1 + m->depth[SIDE_TOP],
                       window->x2 - m->depth[SIDE_RIGHT], window->y2 - m->depth[SIDE_BOTTOM] };
  if (self->columns_first)
    row_room = inside->x2 - inside->x1;
  else
    column_room = inside->y2 - inside->y1;
  return m->along[SIDE_TOP] <= row_room && m->along[SIDE_BOTTOM] <= row_room
         && m->along[SIDE_LEFT] <= column_room && m->along[SIDE_RIGHT] <= column_room
         && inside->x2 - inside->x1 >= (self->block.x2 - self->block.x1) * self->mm + 2 * self->task->margin
         && inside->y2 - inside->y1 >= (self->block.y2 - self->block.y1) * self->mm + 2 * self->task->margin;
}

static BjtPoint
to_paper (const Ring *self,
          BjtPoint    at,
          BjtPoint    metres)
{
  return (BjtPoint) {
    at.x + (metres.x - (self->block.x1 + self->block.x2) / 2) * self->mm,
    at.y + (metres.y - (self->block.y1 + self->block.y2) / 2) * self->mm,
  };
}

typedef struct
{
  const Ring *ring;
  gboolean    by_x;
} OrderClosure;

static int
compare_along (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const OrderClosure *closure = data;
  BjtPoint            p = closure->ring->centres[*(const guint *) a], q = closure->ring->centres[*(const guint *) b];
  double              x = closure->by_x ? p.x : p.y, y = closure->by_x ? q.x : q.y;

  if (x < y || x > y)
    return x < y ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static BjtBox
box_on_side (const Ring           *self,
             const BjtCalloutItem *item,
             Side                  side,
             const BjtBox         *inside,
             double                start)
{
  double gap = self->task->gap;

  switch (side)
    {
    case SIDE_TOP:
      return (BjtBox) { start, inside->y1 - gap - item->height, start + item->width, inside->y1 - gap };
    case SIDE_BOTTOM:
      return (BjtBox) { start, inside->y2 + gap, start + item->width, inside->y2 + gap + item->height };
    case SIDE_LEFT:
      return (BjtBox) { inside->x1 - gap - item->width, start, inside->x1 - gap, start + item->height };
    case SIDE_RIGHT:
    case N_SIDES:
    default:
      return (BjtBox) { inside->x2 + gap, start, inside->x2 + gap + item->width, start + item->height };
    }
}

static void
place_side (Ring         *self,
            const guint8 *sides,
            Side          side,
            const BjtBox *inside,
            BjtPoint      at)
{
  const BjtCalloutTask *task = self->task;
  gboolean              is_row = side <= SIDE_BOTTOM;
  OrderClosure          closure = { self, is_row };
  const BjtBox         *window = &task->window;
  g_autofree double    *values = g_new (double, 3 * task->n_items);
  double               *sizes = values, *wanted = values + task->n_items, *starts = wanted + task->n_items;
  BjtPoint              range = is_row ? (BjtPoint) { window->x1, window->x2 } : (BjtPoint) { window->y1, window->y2 };
  guint                 n = 0;

  if (is_row && self->columns_first)
    range = (BjtPoint) { inside->x1, inside->x2 };
  else if (!is_row && !self->columns_first)
    range = (BjtPoint) { inside->y1, inside->y2 };
  for (guint i = 0; i < task->n_items; i++)
    if (sides[i] == side)
      self->order[n++] = i;
  g_qsort_with_data (self->order, (int) n, sizeof (guint), compare_along, &closure);
  for (guint i = 0; i < n; i++)
    {
      BjtPoint centre = to_paper (self, at, self->centres[self->order[i]]);

      sizes[i] = item_length (&task->items[self->order[i]], is_row);
      wanted[i] = is_row ? centre.x : centre.y;
    }
  place_line (sizes, wanted, n, task->gap, range, starts);
  for (guint i = 0; i < n; i++)
    self->boxes[self->order[i]] = box_on_side (self, &task->items[self->order[i]], side, inside, starts[i]);
}

static void
get_quad (const Ring           *self,
          const BjtCalloutItem *item,
          BjtPoint              at,
          BjtPoint              quad[4])
{
  for (guint c = 0; c < 4; c++)
    quad[c] = to_paper (self, at, item->corners[c]);
}

/* Leaders keep clear of footprints. */
static void
grow_quad (BjtPoint quad[4])
{
  BjtPoint centre = { (quad[0].x + quad[2].x) / 2, (quad[0].y + quad[2].y) / 2 };

  for (guint c = 0; c < 4; c++)
    {
      double distance = hypot (quad[c].x - centre.x, quad[c].y - centre.y);
      double factor = distance > 0 ? 1 + CLEARANCE / distance : 1;

      quad[c].x = centre.x + (quad[c].x - centre.x) * factor;
      quad[c].y = centre.y + (quad[c].y - centre.y) * factor;
    }
}

static guint
count_hits (const Ring *self,
            guint       leader)
{
  guint n = 0;

  for (guint i = 0; i < self->task->n_items; i++)
    {
      if (i == leader)
        continue;
      n += bjt_callout_leader_meets_box (self->from[leader], self->to[leader], &self->boxes[i]);
      if (self->task->items[i].has_place)
        n += bjt_callout_leader_meets_quad (self->from[leader], self->to[leader], self->grown[i]);
    }
  return n;
}

typedef struct
{
  BjtPoint at; /* where the middle of the footprints falls */
  guint    n_crossings, n_hits;
  double   length; /* of all leaders */
} Result;

/* The leader of an item, and those before it that it crosses. */
static double
lead_item (Ring   *self,
           guint   i,
           Result *result)
{
  const BjtCalloutItem *items = self->task->items;
  double                length, sides[4];

  get_quad (self, &items[i], result->at, self->quads[i]);
  memcpy (self->grown[i], self->quads[i], sizeof self->quads[i]);
  grow_quad (self->grown[i]);
  bjt_callout_leader_measure (self->quads[i], sides);
  bjt_callout_leader_find (&self->boxes[i], self->quads[i], sides, &self->from[i], &self->to[i]);
  length = hypot (self->to[i].x - self->from[i].x, self->to[i].y - self->from[i].y);
  result->length += length;
  for (guint j = 0; j < i; j++)
    if (items[j].has_place && bjt_callout_leader_crosses (self->from[i], self->to[i], self->from[j], self->to[j]))
      result->n_crossings++;
  return length + length * length / 100; /* rather two middling than one long */
}

/* INFINITY where the limit is reached: costs only grow. */
static double
lead (Ring   *self,
      Result *result)
{
  const BjtCalloutTask *task = self->task;
  double                cost = 0, all = 0;

  result->n_crossings = result->n_hits = 0;
  result->length = 0;
  for (guint i = 0; i < task->n_items && all < self->limit; i++)
    {
      if (task->items[i].has_place)
        cost += lead_item (self, i, result);
      all = cost + CROSSING_COST * result->n_crossings;
    }
  for (guint i = 0; i < task->n_items && all < self->limit; i++)
    {
      if (task->items[i].has_place)
        result->n_hits += count_hits (self, i);
      all = cost + CROSSING_COST * result->n_crossings + HIT_COST * result->n_hits;
    }
  return all < self->limit ? all : (double) INFINITY;
}

/* The middle of the footprints: that of the room, or off it. */
static BjtPoint
place_block (const Ring   *self,
             const BjtBox *inside)
{
  BjtPoint room = { (inside->x2 - inside->x1 - (self->block.x2 - self->block.x1) * self->mm) / 2 - self->task->margin,
                    (inside->y2 - inside->y1 - (self->block.y2 - self->block.y1) * self->mm) / 2 - self->task->margin };
  BjtPoint shift = self->task->shift;

  return (BjtPoint) { (inside->x1 + inside->x2) / 2 + CLAMP (shift.x, -room.x, room.x), (inside->y1 + inside->y2) / 2 + CLAMP (shift.y, -room.y, room.y) };
}

/* Fills boxes and leaders; INFINITY when it does not fit. */
static double
evaluate (Ring         *self,
          const guint8 *sides,
          Result       *result)
{
  Measure m;
  BjtBox  inside;

  measure (self, sides, &m);
  if (!find_inside (self, &m, &inside))
    return INFINITY;
  result->at = place_block (self, &inside);
  for (guint side = 0; side < N_SIDES; side++)
    if (m.n[side] > 0)
      place_side (self, sides, (Side) side, &inside, result->at);
  return lead (self, result);
}

/* INFINITY: not less than @limit. */
static double
cost_of (Ring         *self,
         const guint8 *sides,
         double        limit)
{
  Result result;

  self->limit = limit;
  return evaluate (self, sides, &result);
}

/* Gives the outermost footprints to the sides: n_top of the northernmost to
 * the top, and so on; the rest goes right. */
static void
assign (const Ring  *self,
        const guint  counts[N_SIDES],
        guint8      *sides)
{
  guint n = self->task->n_items;

  memset (sides, SIDE_RIGHT, n);
  for (guint side = 0; side < SIDE_RIGHT; side++)
    for (guint i = 0, n_given = 0; i < n && n_given < counts[side]; i++)
      {
        guint item = self->outermost[side][i];

        if (sides[item] != SIDE_RIGHT)
          continue;
        sides[item] = (guint8) side;
        n_given++;
      }
}

/* Whether the window is large enough for all boxes with the gap towards the
 * inside, and for the footprints: else nothing has to be tried. */
static gboolean
has_area (const Ring *self)
{
  const BjtCalloutTask *task = self->task;
  const BjtBox         *window = &task->window;
  double                mm = self->mm, gap = task->gap;
  double                needed = ((self->block.x2 - self->block.x1) * mm + 2 * task->margin) * ((self->block.y2 - self->block.y1) * mm + 2 * task->margin);

  for (guint i = 0; i < task->n_items; i++)
    needed += MIN (task->items[i].width * (task->items[i].height + gap), task->items[i].height * (task->items[i].width + gap));
  return needed <= (window->x2 - window->x1) * (window->y2 - window->y1) * ROUNDING;
}

static void
try_start (Ring         *self,
           const guint8 *sides,
           Candidate    *kept)
{
  Candidate *worst = &kept[0];
  double     cost;

  for (guint k = 1; k < KEPT_STARTS; k++)
    if (kept[k].cost > worst->cost)
      worst = &kept[k];
  cost = cost_of (self, sides, worst->cost);
  if (!(cost < worst->cost))
    return;
  worst->cost = cost;
  worst->columns_first = self->columns_first;
  memcpy (worst->sides, sides, self->task->n_items);
}

static void
try_starts (Ring      *self,
            Candidate *kept)
{
  guint              n = self->task->n_items;
  guint              n_starts = (n + 1) * (n + 2) * (n + 3) / 6;
  guint              stride = 1 + n_starts / MAX_STARTS, start = 0;
  g_autofree guint8 *sides = g_new (guint8, n + 1);

  for (guint top = 0; top <= n; top++)
    for (guint bottom = 0; top + bottom <= n; bottom++)
      for (guint left = 0; top + bottom + left <= n; left++)
        {
          guint counts[N_SIDES] = { top, bottom, left, n - top - bottom - left };

          if (start++ % stride != 0)
            continue;
          assign (self, counts, sides);
          for (guint corners = 0; corners < 2; corners++)
            {
              self->columns_first = corners == 1;
              try_start (self, sides, kept);
            }
        }
}

static gboolean
try_change (Ring      *self,
            Candidate *candidate,
            guint      i,
            guint      j,
            guint8     side)
{
  guint8 side_i = candidate->sides[i], side_j = candidate->sides[j];
  double cost;

  candidate->sides[i] = i == j ? side : side_j;
  if (i != j)
    candidate->sides[j] = side_i;
  cost = cost_of (self, candidate->sides, candidate->cost - 1e-6);
  if (cost < candidate->cost - 1e-6)
    {
      candidate->cost = cost;
      return TRUE;
    }
  candidate->sides[i] = side_i;
  candidate->sides[j] = side_j;
  return FALSE;
}

static void
improve (Ring      *self,
         Candidate *candidate)
{
  guint    n = self->task->n_items;
  gboolean is_better = TRUE;

  self->columns_first = candidate->columns_first;
  for (guint round = 0; is_better && round < MAX_ROUNDS; round++)
    {
      is_better = FALSE;
      for (guint i = 0; i < n; i++)
        {
          for (guint8 side = 0; side < N_SIDES; side++)
            if (candidate->sides[i] != side)
              is_better |= try_change (self, candidate, i, i, side);
          for (guint j = i + 1; j < n; j++)
            if (candidate->sides[i] != candidate->sides[j])
              is_better |= try_change (self, candidate, i, j, 0);
        }
    }
}

typedef struct
{
  const Ring *ring;
  Side        side;
} OuterClosure;

static int
compare_outer (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const OuterClosure *closure = data;
  guint               i = *(const guint *) a, j = *(const guint *) b;
  BjtPoint            p = closure->ring->centres[i], q = closure->ring->centres[j];
  double              x = closure->side == SIDE_TOP ? p.y : closure->side == SIDE_BOTTOM ? -p.y : p.x;
  double              y = closure->side == SIDE_TOP ? q.y : closure->side == SIDE_BOTTOM ? -q.y : q.x;

  if (x < y || x > y)
    return x < y ? -1 : 1;
  return (i > j) - (i < j);
}

static void
sort_outermost (Ring *self)
{
  guint n = self->task->n_items;

  for (guint side = 0; side < SIDE_RIGHT; side++)
    {
      OuterClosure closure = { self, (Side) side };

      self->outermost[side] = g_new0 (guint, MAX (n, 1));
      for (guint i = 0; i < n; i++)
        self->outermost[side][i] = i;
      g_qsort_with_data (self->outermost[side], (int) n, sizeof (guint), compare_outer, &closure);
    }
}

static void
ring_init (Ring                 *self,
           const BjtCalloutTask *task,
           double                denominator)
{
  guint n = MAX (task->n_items, 1);

  *self = (Ring) { .task = task, .mm = 1000 / denominator, .block = BJT_BOX_EMPTY };
  self->centres = g_new0 (BjtPoint, n);
  self->order = g_new0 (guint, n);
  self->boxes = g_new0 (BjtBox, n);
  self->from = g_new0 (BjtPoint, n);
  self->to = g_new0 (BjtPoint, n);
  self->quads = g_malloc0_n (n, sizeof (BjtPoint[4]));
  self->grown = g_malloc0_n (n, sizeof (BjtPoint[4]));
  for (guint i = 0; i < task->n_items; i++)
    for (guint c = 0; c < 4 && task->items[i].has_place; c++)
      {
        const BjtPoint *corner = &task->items[i].corners[c];

        bjt_box_add_point (&self->block, corner->x, corner->y);
        self->centres[i].x += corner->x / 4;
        self->centres[i].y += corner->y / 4;
      }
  if (bjt_box_is_empty (&self->block))
    self->block = (BjtBox) { 0, 0, 0, 0 };
  for (guint i = 0; i < task->n_items; i++)
    if (!task->items[i].has_place) /* as if at the southern edge */
      self->centres[i] = (BjtPoint) { (self->block.x1 + self->block.x2) / 2, self->block.y2 };
  sort_outermost (self);
}

static void
ring_clear (Ring *self)
{
  g_free (self->centres);
  for (guint side = 0; side < SIDE_RIGHT; side++)
    g_free (self->outermost[side]);
  g_free (self->order);
  g_free (self->boxes);
  g_free (self->from);
  g_free (self->to);
  g_free (self->quads);
  g_free (self->grown);
}

static void
take_result (BjtCalloutLayout *self,
             Ring             *ring,
             const Candidate  *best,
             double            denominator)
{
  guint  n = ring->task->n_items;
  Result result;

  ring->columns_first = best->columns_first;
  ring->limit = INFINITY;
  *self = (BjtCalloutLayout) { .denominator = denominator, .spots = g_new0 (BjtCalloutSpot, MAX (n, 1)) };
  self->origin = (BjtPoint) { (ring->block.x1 + ring->block.x2) / 2, (ring->block.y1 + ring->block.y2) / 2 };
  evaluate (ring, best->sides, &result);
  self->at = result.at;
  self->n_crossings = result.n_crossings;
  self->n_hits = result.n_hits;
  self->leader_length = result.length;
  for (guint i = 0; i < n; i++)
    self->spots[i] = (BjtCalloutSpot) { ring->boxes[i], ring->task->items[i].has_place, ring->from[i], ring->to[i] };
}

/**
 * bjt_callout_layout_ring:
 * @self: (out): to be cleared when it was found
 * @denominator: of the scale: 1000 for 1:1000
 *
 * Returns: whether all call-outs fit around the footprints at that scale
 */
gboolean
bjt_callout_layout_ring (BjtCalloutLayout     *self,
                          const BjtCalloutTask *task,
                          double                denominator)
{
  Ring       ring;
  Candidate  kept[KEPT_STARTS];
  Candidate *best = &kept[0];
  gboolean   is_found;

  ring_init (&ring, task, denominator);
  for (guint k = 0; k < KEPT_STARTS; k++)
    kept[k] = (Candidate) { INFINITY, g_new0 (guint8, task->n_items + 1), FALSE };
  if (has_area (&ring))
    try_starts (&ring, kept);
  for (guint k = 0; k < KEPT_STARTS; k++)
    {
      if (isfinite (kept[k].cost))
        improve (&ring, &kept[k]);
      if (kept[k].cost < best->cost)
        best = &kept[k];
    }
  is_found = isfinite (best->cost);
  if (is_found)
    take_result (self, &ring, best, denominator);
  for (guint k = 0; k < KEPT_STARTS; k++)
    g_free (kept[k].sides);
  ring_clear (&ring);
  return is_found;
}
