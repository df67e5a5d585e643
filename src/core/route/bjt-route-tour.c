/* bjt-route-tour.c: 2-opt and Or-opt over near neighbours, kicked and kicked again.
 *
 * The tour is an array of rows with the position of each. A queue holds the rows
 * whose surroundings changed (don't-look bits, Bentley 1992). A kick is a
 * double bridge of short pieces (Martin, Otto, Felten 1991); what comes of it is
 * kept if it is no longer, else taken back move by move from a journal.
 *
 * Every move is made of reversals, the shorter side of the round each time. */
#include "bjt-route-tour.h"

#include <string.h>

#define N_NEAR 8
#define LONGEST_PIECE 30
#define LONGEST_SEGMENT 3

typedef struct
{
  const BjtRouteNet *net;
  const gint32      *ways;
  guint              n;
  guint32           *tour, *at;  /* cities by position, positions of cities */
  gint32            *rows;       /* of cities */
  guint32           *near;       /* n × n_near cities */
  guint              n_near;
  guint32           *queue;
  guint8            *is_queued;
  guint              head, n_queued;
  GArray            *journal;    /* pairs of positions reversed */
  gint64             length;
} Tour;

static void
tour_clear (Tour *self)
{
  g_free (self->tour);
  g_free (self->at);
  g_free (self->rows);
  g_free (self->near);
  g_free (self->queue);
  g_free (self->is_queued);
  g_clear_pointer (&self->journal, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tour, tour_clear)

static inline gint32
way (const Tour *self,
     guint       a,
     guint       b)
{
  return self->ways[(gsize) self->rows[a] * self->net->n_rows + (gsize) self->rows[b]];
}

static inline guint
next_of (const Tour *self,
         guint       city)
{
  guint at = self->at[city] + 1;

  return self->tour[at == self->n ? 0 : at];
}

static inline guint
prev_of (const Tour *self,
         guint       city)
{
  guint at = self->at[city];

  return self->tour[at == 0 ? self->n - 1 : at - 1];
}

static void
enqueue (Tour *self,
         guint city)
{
  if (self->is_queued[city])
    return;
  self->is_queued[city] = TRUE;
  self->queue[(self->head + self->n_queued++) % self->n] = city;
}

/* The cities from position i on to position j, round the end where it comes to that. */
static void
reverse (Tour *self,
         guint i,
         guint j)
{
  guint inside = (j + self->n - i) % self->n + 1;

  if (2 * inside > self->n)
    {
      guint swapped = i;

      i = (j + 1) % self->n;
      j = (swapped + self->n - 1) % self->n;
      inside = self->n - inside;
    }
  for (guint k = 0; k < inside / 2; k++)
    {
      guint a = self->tour[i], b = self->tour[j];

      self->tour[i] = b;
      self->at[b] = i;
      self->tour[j] = a;
      self->at[a] = j;
      i = i + 1 == self->n ? 0 : i + 1;
      j = j == 0 ? self->n - 1 : j - 1;
    }
}

/* The path from city x to city y, where outer comes right before x in one of the
 * two directions: which one, reversals of the other side may have changed. */
static void
move (Tour *self,
      guint outer,
      guint x,
      guint y)
{
  gboolean ahead = prev_of (self, x) == outer;
  guint    pair[2] = { self->at[ahead ? x : y], self->at[ahead ? y : x] };

  g_array_append_vals (self->journal, pair, 2);
  reverse (self, pair[0], pair[1]);
}

/* Instead of a→next(a), c→next(c): a→c, next(a)→next(c); or the same looking back. */
static gboolean
try_two (Tour *self,
         guint a)
{
  for (guint back = 0; back < 2; back++)
    {
      guint  b = back ? prev_of (self, a) : next_of (self, a);
      gint32 gone = way (self, a, b);

      for (guint i = 0; i < self->n_near; i++)
        {
          guint  c = self->near[a * self->n_near + i], d = back ? prev_of (self, c) : next_of (self, c);
          gint32 gain = gone - way (self, a, c);

          if (gain <= 0)
            break;
          gain += way (self, c, d) - way (self, b, d);
          if (gain <= 0 || c == b || d == a)
            continue;
          if (back)
            move (self, b, a, d);
          else
            move (self, a, b, c);
          self->length -= gain;
          enqueue (self, a);
          enqueue (self, b);
          enqueue (self, c);
          enqueue (self, d);
          return TRUE;
        }
    }
  return FALSE;
}

/* The piece first … last, in the direction of the tour, between c and d = next (c). */
static void
shift_piece (Tour    *self,
             guint    first,
             guint    last,
             guint    c,
             guint    d,
             gboolean turned)
{
  guint before = prev_of (self, first), after = next_of (self, last);
  gboolean ahead = (self->at[c] + self->n - self->at[last]) % self->n < (self->at[first] + self->n - self->at[d]) % self->n;

  /* piece + gap are reversed together, then each by itself as it should lie */
  if (ahead)
    {
      move (self, before, first, c);
      move (self, before, c, after);
    }
  else
    {
      move (self, c, d, last);
      move (self, first, before, d);
    }
  if (!turned)
    move (self, c, last, first);
}

/* A piece that begins or ends with a is taken out and put beside a near city. */
static gboolean
try_piece (Tour *self,
           guint a)
{
  for (guint back = 0; back < 2; back++)
    {
      guint other = a;

      for (guint size = 1; size <= LONGEST_SEGMENT && size + 3 <= self->n; size++, other = back ? prev_of (self, other) : next_of (self, other))
        {
          guint  first = back ? other : a, last = back ? a : other, before = prev_of (self, first), after = next_of (self, last);
          gint32 gone = way (self, before, first) + way (self, last, after) - way (self, before, after);

          for (guint i = 0; i < self->n_near; i++)
            {
              guint  c = self->near[a * self->n_near + i];
              gint32 added = way (self, a, c);

              if (gone - added <= 0)
                break;
              if ((self->at[c] + self->n - self->at[first]) % self->n < size)
                continue;
              for (guint side = 0; side < 2; side++)
                {
                  guint    d = side ? prev_of (self, c) : next_of (self, c), left = side ? d : c, right = side ? c : d;
                  gint32   gain = gone - added - way (self, other, d) + way (self, c, d);
                  gboolean turned;

                  if (gain <= 0 || left == last || right == first)
                    continue;
                  turned = (left == c) != (a == first); /* a beside c */
                  if (size == 1)
                    turned = FALSE;
                  shift_piece (self, first, last, left, right, turned);
                  self->length -= gain;
                  enqueue (self, first);
                  enqueue (self, last);
                  enqueue (self, before);
                  enqueue (self, after);
                  enqueue (self, c);
                  enqueue (self, d);
                  return TRUE;
                }
            }
        }
    }
  return FALSE;
}

static void
settle (Tour *self)
{
  while (self->n_queued > 0)
    {
      guint city = self->queue[self->head];

      self->head = self->head + 1 == self->n ? 0 : self->head + 1;
      self->n_queued--;
      self->is_queued[city] = FALSE;
      while (try_two (self, city) || try_piece (self, city))
        ;
    }
}

static void
take_back (Tour   *self,
           gint64  length)
{
  for (guint i = self->journal->len; i > 0; i -= 2)
    reverse (self, g_array_index (self->journal, guint, i - 2), g_array_index (self->journal, guint, i - 1));
  self->length = length;
}

/* A B C → A C B: two short pieces beside each other change places. */
static void
kick (Tour           *self,
      BjtRouteRandom *random)
{
  guint longest = MIN (LONGEST_PIECE, (self->n - 2) / 2), i = bjt_route_random_below (random, self->n);
  guint n_first = 1 + bjt_route_random_below (random, longest), n_second = 1 + bjt_route_random_below (random, longest);
  guint before = self->tour[i], first = self->tour[(i + 1) % self->n], middle = self->tour[(i + n_first) % self->n];
  guint second = self->tour[(i + n_first + 1) % self->n], last = self->tour[(i + n_first + n_second) % self->n], after = next_of (self, last);

  self->length += way (self, before, second) + way (self, last, first) + way (self, middle, after) - way (self, before, first)
                  - way (self, middle, second) - way (self, last, after);
  move (self, before, first, last);
  move (self, before, last, second);
  move (self, last, middle, first);
  enqueue (self, before);
  enqueue (self, first);
  enqueue (self, middle);
  enqueue (self, second);
  enqueue (self, last);
  enqueue (self, after);
}

static void
find_near (Tour *self)
{
  self->n_near = MIN (N_NEAR, self->n - 1);
  self->near = g_new (guint32, (gsize) self->n * self->n_near + 1);
  for (guint i = 0; i < self->n; i++)
    {
      guint32 *near = self->near + (gsize) i * self->n_near;
      guint    n = 0;

      for (guint j = 0; j < self->n; j++)
        {
          guint at = n;

          if (j == i || (n == self->n_near && way (self, i, j) >= way (self, i, near[n - 1])))
            continue;
          if (n < self->n_near)
            n++;
          else
            at--;
          for (; at > 0 && way (self, i, near[at - 1]) > way (self, i, j); at--)
            near[at] = near[at - 1];
          near[at] = j;
        }
    }
}

static void
prepare (Tour              *self,
         const BjtRouteNet *net,
         const gint32      *rows,
         guint              n)
{
  self->net = net;
  self->ways = net->cost_out;
  self->n = n;
  self->rows = g_memdup2 (rows, n * sizeof *rows);
  self->tour = g_new (guint32, n);
  self->at = g_new (guint32, n);
  self->queue = g_new (guint32, n);
  self->is_queued = g_new0 (guint8, n);
  self->journal = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      self->tour[i] = self->at[i] = i;
      self->length += way (self, i, i + 1 == n ? 0 : i + 1);
    }
  find_near (self);
  for (guint i = 0; i < n; i++)
    enqueue (self, i);
}

/* Back into rows, city 0 first. */
static void
write_rows (const Tour *self,
            gint32     *rows)
{
  for (guint i = 0; i < self->n; i++)
    rows[i] = self->rows[self->tour[(self->at[0] + i) % self->n]];
}

gint64
bjt_route_tour_polish (const BjtRouteNet *net,
                       gint32            *rows,
                       guint              n)
{
  g_auto (Tour) self = { 0 };

  if (n < 5)
    return 0;
  prepare (&self, net, rows, n);
  settle (&self);
  write_rows (&self, rows);
  return self.length;
}

gboolean
bjt_route_tour_suits (const BjtRouteNet *net)
{
  const BjtRouteShift *shift;

  if (net->n_shifts != 1 || net->timed || net->has_optional || net->has_demand || net->has_lunches || !net->symmetric || !net->all_eligible
      || net->cost_out != net->time_out || net->n_stops < 4)
    return FALSE;
  shift = net->shifts[0];
  for (guint i = 0; i < net->n_stops; i++)
    if (net->pin[i] > 1 + BJT_ROUTE_PIN_SHIFT)
      return FALSE;
  return shift->start_place == shift->end_place && shift->start_place != BJT_ROUTE_NOWHERE;
}

static void
put_back (BjtRouteState *state,
          const gint32  *rows,
          guint          n)
{
  BjtRouteSpan span;

  for (guint i = 1; i < n; i++)
    bjt_route_state_unlink (state, rows[i]);
  bjt_route_state_renew (state, 0);
  for (guint i = 1; i < n; i++)
    if (bjt_route_state_fits (state, rows[i], bjt_route_net_end (state->net, 0), &span))
      bjt_route_state_insert (state, rows[i], bjt_route_net_end (state->net, 0), span);
}

void
bjt_route_tour_improve (BjtRouteState *state,
                        BjtRouteWatch *watch,
                        guint64        seed,
                        double         upto)
{
  const BjtRouteNet *net = state->net;
  g_auto (Tour) self = { 0 };
  g_autofree gint32 *rows = g_new (gint32, net->n_stops + 1);
  BjtRouteRandom     random;
  guint              n = 0;

  bjt_route_random_init (&random, seed);
  rows[n++] = net->row[bjt_route_net_start (net, 0)];
  for (gint32 at = state->nodes[bjt_route_net_start (net, 0)].next; at < (gint32) net->n_stops; at = state->nodes[at].next)
    rows[n++] = at;
  if (n < 8)
    return;
  prepare (&self, net, rows, n);
  settle (&self);
  for (guint64 round = 0; round % 64 != 0 || (bjt_route_watch_get_fraction (watch) < upto && !bjt_route_watch_is_over (watch, state)); round++)
    {
      gint64 length = self.length;

      watch->n_done++;
      g_array_set_size (self.journal, 0);
      kick (&self, &random);
      settle (&self);
      if (self.length > length)
        take_back (&self, length);
    }
  write_rows (&self, rows);
  if (self.length < state->cost)
    put_back (state, rows, n);
}
