/* bjt-callout-settle.c: call-outs right beside their footprints.
 *
 * Every call-out has candidate places, the nearest first: flush above, below,
 * left and right of its footprint, then a lattice over the window. They are
 * settled one by one, those with the fewest good places first, then each is
 * taken up and settled anew while that shortens the leaders. Several places of
 * the whole on the paper and several orders are tried; the random ones are
 * seeded, so that the same grid always gives the same sheet. */
#include "bjt-callout-layout.h"

#include <math.h>

#include "bjt-callout-leader.h"

#define LATTICE 5.0           /* mm */
#define REACH 50.0            /* from a footprint to its call-out */
#define MAX_CANDIDATES 200    /* of one call-out */
#define MAX_ITEMS 40
#define N_ORDERS 4
#define N_ROUNDS 4
#define ALIGN_REACH 9.0
#define ALIGN_COST 5.0        /* how much longer a leader may get for it */
#define OFFSET_COST 0.06      /* of the whole away from the middle of the window */
#define NEAR 1.8              /* from a call-out to its own footprint */
#define FOOTPRINT_GAP 1.2     /* to other footprints */

typedef struct
{
  BjtBox   box;
  BjtPoint from, to;
  double   length;
} Candidate;

typedef struct
{
  const BjtCalloutTask *task;
  double                mm;
  BjtPoint              origin; /* metres */
  BjtPoint              at;
  BjtPoint            (*quads)[4]; /* on paper, by item */
  double              (*sides)[4];
  BjtBox               *bounds;    /* of the quads */
  GArray              **candidates; /* Candidate, nearest first */
  const Candidate     **chosen;
  Candidate            *aligned;    /* what was chosen and moved into line */
  guint                *order;
  guint                *by_size; /* items, the largest first */
} Settling;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->length < y->length || x->length > y->length)
    return x->length < y->length ? -1 : 1;
  if (x->box.y1 < y->box.y1 || x->box.y1 > y->box.y1)
    return x->box.y1 < y->box.y1 ? -1 : 1;
  return (x->box.x1 > y->box.x1) - (x->box.x1 < y->box.x1);
}

static BjtBox
bound (const BjtPoint quad[4])
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint c = 0; c < 4; c++)
    bjt_box_add_point (&box, quad[c].x, quad[c].y);
  return box;
}

static BjtBox
grow (const BjtBox *box,
      double        by)
{
  return (BjtBox) { box->x1 - by, box->y1 - by, box->x2 + by, box->y2 + by };
}

static BjtBox
bound_leader (const Candidate *candidate)
{
  BjtBox box = BJT_BOX_EMPTY;

  bjt_box_add_point (&box, candidate->from.x, candidate->from.y);
  bjt_box_add_point (&box, candidate->to.x, candidate->to.y);
  return grow (&box, 0.01);
}

/* A place in the window that covers no footprint and leads over none. */
static gboolean
make_candidate (const Settling *self,
                guint           item,
                BjtPoint        corner,
                Candidate      *candidate)
{
  const BjtCalloutItem *it = &self->task->items[item];
  const BjtBox         *window = &self->task->window;
  BjtBox                near_box, leader_box;

  candidate->box = (BjtBox) { corner.x, corner.y, corner.x + it->width, corner.y + it->height };
  near_box = grow (&candidate->box, FOOTPRINT_GAP);
  if (corner.x < window->x1 || corner.y < window->y1 || candidate->box.x2 > window->x2 || candidate->box.y2 > window->y2)
    return FALSE;
  for (guint i = 0; i < self->task->n_items; i++)
    if (bjt_box_intersects (&near_box, &self->bounds[i]) && bjt_callout_leader_covers (&near_box, self->quads[i]))
      return FALSE;
  bjt_callout_leader_find (&candidate->box, self->quads[item], self->sides[item], &candidate->from, &candidate->to);
  candidate->length = hypot (candidate->to.x - candidate->from.x, candidate->to.y - candidate->from.y);
  leader_box = bound_leader (candidate);
  for (guint i = 0; i < self->task->n_items; i++)
    if (i != item && bjt_box_intersects (&leader_box, &self->bounds[i]) && bjt_callout_leader_meets_quad (candidate->from, candidate->to, self->quads[i]))
      return FALSE;
  return TRUE;
}

static void
consider (Settling *self,
          guint     item,
          double    x,
          double    y)
{
  Candidate candidate;

  if (make_candidate (self, item, (BjtPoint) { x, y }, &candidate))
    g_array_append_val (self->candidates[item], candidate);
}

static void
list_candidates (Settling *self,
                 guint     item)
{
  const BjtCalloutItem *it = &self->task->items[item];
  const BjtBox         *window = &self->task->window;
  BjtBox                own = self->bounds[item];
  double                xs[] = { (own.x1 + own.x2 - it->width) / 2, own.x1, own.x2 - it->width };
  double                ys[] = { (own.y1 + own.y2 - it->height) / 2, own.y1, own.y2 - it->height };

  self->candidates[item] = g_array_new (FALSE, FALSE, sizeof (Candidate));
  for (guint i = 0; i < 3; i++)
    {
      consider (self, item, xs[i], own.y1 - NEAR - it->height);
      consider (self, item, xs[i], own.y2 + NEAR);
      consider (self, item, own.x1 - NEAR - it->width, ys[i]);
      consider (self, item, own.x2 + NEAR, ys[i]);
    }
  for (double x = MAX (window->x1, own.x1 - REACH - it->width); x <= own.x2 + REACH; x += LATTICE)
    for (double y = MAX (window->y1, own.y1 - REACH - it->height); y <= own.y2 + REACH; y += LATTICE)
      consider (self, item, x, y);
  g_array_sort (self->candidates[item], compare_candidates);
  if (self->candidates[item]->len > MAX_CANDIDATES)
    g_array_set_size (self->candidates[item], MAX_CANDIDATES);
}

/* FALSE: one has no place at all, and nothing more has to be tried. The largest, which is
 * the most likely to have none, comes first. */
static gboolean
list_all (Settling *self)
{
  for (guint k = 0; k < self->task->n_items; k++)
    {
      list_candidates (self, self->by_size[k]);
      if (self->candidates[self->by_size[k]]->len == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
agree (const Settling  *self,
       const Candidate *a,
       const Candidate *b)
{
  BjtBox room = grow (&a->box, self->task->gap);

  return !bjt_box_intersects (&room, &b->box)
         && !bjt_callout_leader_crosses (a->from, a->to, b->from, b->to)
         && !bjt_callout_leader_meets_box (a->from, a->to, &b->box)
         && !bjt_callout_leader_meets_box (b->from, b->to, &a->box);
}

/* The nearest place that agrees with all others. */
static gboolean
settle_item (Settling *self,
             guint     item)
{
  const GArray *candidates = self->candidates[item];

  self->chosen[item] = NULL;
  for (guint c = 0; c < candidates->len; c++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, c);
      gboolean         agrees = TRUE;

      for (guint i = 0; i < self->task->n_items && agrees; i++)
        agrees = self->chosen[i] == NULL || agree (self, candidate, self->chosen[i]);
      if (!agrees)
        continue;
      self->chosen[item] = candidate;
      return TRUE;
    }
  return FALSE;
}

static double
total_length (const Settling *self)
{
  double total = 0;

  for (guint i = 0; i < self->task->n_items; i++)
    total += self->chosen[i]->length;
  return total;
}

/* Settles all in the order; a call-out without a place goes first next time. */
static gboolean
settle_all (Settling *self)
{
  guint n = self->task->n_items;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint failed = n;

      for (guint i = 0; i < n; i++)
        self->chosen[i] = NULL;
      for (guint k = 0; k < n && failed == n; k++)
        if (!settle_item (self, self->order[k]))
          failed = k;
      if (failed == n)
        {
          for (guint again = 0; again < 2; again++)
            for (guint k = 0; k < n; k++)
              settle_item (self, self->order[k]);
          return TRUE;
        }
      for (guint item = self->order[failed]; failed > 0; failed--)
        {
          self->order[failed] = self->order[failed - 1];
          self->order[failed - 1] = item;
        }
    }
  return FALSE;
}

static void
order_by_freedom (Settling *self)
{
  guint n = self->task->n_items;

  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && self->candidates[self->order[j]]->len < self->candidates[self->order[j - 1]]->len; j--)
      {
        guint swap = self->order[j];

        self->order[j] = self->order[j - 1];
        self->order[j - 1] = swap;
      }
}

static void
shuffle (Settling *self,
         GRand    *rand)
{
  for (guint i = self->task->n_items; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      guint swap = self->order[i - 1];

      self->order[i - 1] = self->order[j];
      self->order[j] = swap;
    }
}

/* Moves call-outs by a little so that their edges are in line with others'. */
static void
align (Settling *self)
{
  guint n = self->task->n_items;

  for (guint i = 0; i < n; i++)
    {
      self->aligned[i] = *self->chosen[i];
      self->chosen[i] = &self->aligned[i];
    }
  for (guint pass = 0; pass < 2 * n * n; pass++)
    {
      guint          i = pass / 2 % n, j = pass / 2 / n;
      const BjtBox  *box = &self->chosen[i]->box, *other = &self->chosen[j]->box;
      BjtPoint       corner = pass % 2 == 0 ? (BjtPoint) { other->x1, box->y1 } : (BjtPoint) { box->x1, other->y1 };
      Candidate      moved;
      gboolean       agrees;

      if (i == j || hypot (corner.x - box->x1, corner.y - box->y1) > ALIGN_REACH)
        continue;
      agrees = make_candidate (self, i, corner, &moved) && moved.length < self->chosen[i]->length + ALIGN_COST;
      for (guint k = 0; k < n && agrees; k++)
        agrees = k == i || agree (self, &moved, self->chosen[k]);
      if (agrees)
        self->aligned[i] = moved;
    }
}

static void
take_result (const Settling   *self,
             BjtCalloutLayout *layout,
             double            denominator,
             double            length)
{
  guint n = self->task->n_items;

  bjt_callout_layout_clear (layout);
  *layout = (BjtCalloutLayout) { .denominator = denominator, .origin = self->origin, .at = self->at, .leader_length = length };
  layout->spots = g_new0 (BjtCalloutSpot, n);
  for (guint i = 0; i < n; i++)
    layout->spots[i] = (BjtCalloutSpot) { self->chosen[i]->box, TRUE, self->chosen[i]->from, self->chosen[i]->to };
}

/* All orders with the whole at one place of the paper, off its middle. */
static void
try_place (Settling         *self,
           BjtPoint          offset,
           BjtCalloutLayout *best,
           double           *best_cost,
           double            denominator)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint             n = self->task->n_items;
  gboolean          has_places;
  double            cost;

  for (guint i = 0; i < n; i++)
    for (guint c = 0; c < 4; c++)
      {
        const BjtPoint *corner = &self->task->items[i].corners[c];

        self->quads[i][c] = (BjtPoint) { self->at.x + (corner->x - self->origin.x) * self->mm, self->at.y + (corner->y - self->origin.y) * self->mm };
      }
  for (guint i = 0; i < n; i++)
    {
      self->bounds[i] = bound (self->quads[i]);
      bjt_callout_leader_measure (self->quads[i], self->sides[i]);
    }
  has_places = list_all (self);
  if (has_places)
    order_by_freedom (self);
  for (guint order = 0; order < N_ORDERS && has_places; order++)
    {
      if (order > 0)
        shuffle (self, rand);
      if (!settle_all (self))
        continue;
      cost = total_length (self) + n * OFFSET_COST * hypot (offset.x, offset.y);
      if (cost >= *best_cost)
        continue;
      *best_cost = cost;
      align (self);
      take_result (self, best, denominator, total_length (self));
    }
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&self->candidates[i], g_array_unref);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const BjtCalloutTask *task = data;
  guint                 i = *(const guint *) a, j = *(const guint *) b;
  double                x = task->items[i].width * task->items[i].height, y = task->items[j].width * task->items[j].height;

  if (x < y || x > y)
    return x > y ? -1 : 1;
  return (i > j) - (i < j);
}

static guint *
sort_by_size (const BjtCalloutTask *task)
{
  guint *items = g_new (guint, task->n_items);

  for (guint i = 0; i < task->n_items; i++)
    items[i] = i;
  g_qsort_with_data (items, (int) task->n_items, sizeof (guint), compare_sizes, (gpointer) task);
  return items;
}

static BjtBox
bound_block (const BjtCalloutTask *task)
{
  BjtBox block = BJT_BOX_EMPTY;

  for (guint i = 0; i < task->n_items; i++)
    for (guint c = 0; c < 4; c++)
      bjt_box_add_point (&block, task->items[i].corners[c].x, task->items[i].corners[c].y);
  return block;
}

static gboolean
has_all_places (const BjtCalloutTask *task)
{
  for (guint i = 0; i < task->n_items; i++)
    if (!task->items[i].has_place)
      return FALSE;
  return task->n_items > 0 && task->n_items <= MAX_ITEMS;
}

/* Whether footprints and call-outs together leave a fifth of the window free:
 * else it is not worth the search. */
static gboolean
has_room (const BjtCalloutTask *task,
          double                mm)
{
  const BjtBox *window = &task->window;
  double        covered = 0;

  for (guint i = 0; i < task->n_items; i++)
    {
      const BjtCalloutItem *item = &task->items[i];
      const BjtPoint       *c = item->corners;

      covered += (item->width + task->gap) * (item->height + task->gap);
      covered += fabs ((c[1].x - c[0].x) * (c[3].y - c[0].y) - (c[1].y - c[0].y) * (c[3].x - c[0].x)) * mm * mm;
    }
  return covered < 0.8 * (window->x2 - window->x1) * (window->y2 - window->y1);
}

/**
 * bjt_callout_layout_settle:
 * @self: (out): to be cleared when it was found
 * @denominator: of the scale: 1000 for 1:1000
 *
 * Returns: whether all call-outs found a place between the footprints. Only
 *   for tasks whose items all have a place.
 */
gboolean
bjt_callout_layout_settle (BjtCalloutLayout     *self,
                           const BjtCalloutTask *task,
                           double                denominator)
{
  static const BjtPoint offsets[] = { { 0, 0 }, { 0, 0.6 }, { 0, -0.6 }, { 0.6, 0 }, { -0.6, 0 } };
  const BjtBox         *window = &task->window;
  BjtBox                block = bound_block (task);
  Settling              settling = { .task = task, .mm = 1000 / denominator };
  gboolean              is_shifted = task->shift.x != 0 || task->shift.y != 0;
  BjtPoint              slack;
  double                best_cost = INFINITY;

  *self = (BjtCalloutLayout) { 0 };
  if (!has_all_places (task))
    return FALSE;
  slack.x = (window->x2 - window->x1 - (block.x2 - block.x1) * settling.mm) / 2 - task->margin;
  slack.y = (window->y2 - window->y1 - (block.y2 - block.y1) * settling.mm) / 2 - task->margin;
  if (slack.x < 0 || slack.y < 0 || !has_room (task, settling.mm))
    return FALSE;
  settling.origin = (BjtPoint) { (block.x1 + block.x2) / 2, (block.y1 + block.y2) / 2 };
  settling.quads = g_malloc0_n (task->n_items, sizeof (BjtPoint[4]));
  settling.sides = g_malloc0_n (task->n_items, sizeof (double[4]));
  settling.bounds = g_new0 (BjtBox, task->n_items);
  settling.aligned = g_new0 (Candidate, task->n_items);
  settling.candidates = g_new0 (GArray *, task->n_items);
  settling.chosen = g_new0 (const Candidate *, task->n_items);
  settling.order = g_new0 (guint, task->n_items);
  settling.by_size = sort_by_size (task);
  for (guint i = 0; i < (is_shifted ? 1 : G_N_ELEMENTS (offsets)); i++)
    {
      BjtPoint offset = is_shifted ? (BjtPoint) { CLAMP (task->shift.x, -slack.x, slack.x), CLAMP (task->shift.y, -slack.y, slack.y) }
                                   : (BjtPoint) { offsets[i].x * slack.x, offsets[i].y * slack.y };

      settling.at.x = (window->x1 + window->x2) / 2 + offset.x;
      settling.at.y = (window->y1 + window->y2) / 2 + offset.y;
      try_place (&settling, offset, self, &best_cost, denominator);
    }
  g_free (settling.quads);
  g_free (settling.sides);
  g_free (settling.bounds);
  g_free (settling.aligned);
  g_free (settling.candidates);
  g_free (settling.chosen);
  g_free (settling.order);
  g_free (settling.by_size);
  return self->spots != NULL;
}
