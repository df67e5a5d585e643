/* bjt-walk-matrix.c: one search an entrance, shared out among threads; the thread
 * that asked takes its part and tells how far all are.
 *
 * Where ways are drawn but do not hang together, or none is near, the straight line
 * serves; where they do hang together but cannot be walked (a gate is shut), nothing
 * does. */
#include "bjt-walk-matrix.h"

#include <math.h>

#define MAX_THREADS 4

struct _BjtWalkMatrix
{
  gatomicrefcount references;

  /* Owned */
  BjtWalkEntrance *entrances;
  guint            n;
  float           *metres; /* row: from */
  guint8          *bases;
};

typedef struct
{
  BjtWalkMatrix           *matrix;
  const BjtWalkMatrixWish *wish;
  BjtWalkAnchor           *anchors;
  gint                     next; /* atomic: the next row that nobody has taken */
  gint                     n_done;
} Job;

GQuark
bjt_walk_error_quark (void)
{
  return g_quark_from_static_string ("bjt-walk-error");
}

static gboolean
is_placed (const BjtWalkEntrance *entrance)
{
  return isfinite (entrance->place.x) && isfinite (entrance->place.y);
}

static BjtWalkBasis
measure (const Job           *job,
         const BjtWalkSearch *search,
         guint                from,
         guint                to,
         float               *metres)
{
  const BjtWalkEntrance *a = job->matrix->entrances + from, *b = job->matrix->entrances + to;

  *metres = 0;
  if (from == to)
    return BJT_WALK_SAME;
  *metres = NAN;
  if (!is_placed (a) || !is_placed (b))
    return BJT_WALK_UNPLACED;
  *metres = search != NULL ? (float) bjt_walk_search_get_metres (search, job->anchors + to) : INFINITY;
  if (isfinite (*metres))
    return BJT_WALK_WAYS;
  if (search != NULL && bjt_walk_network_is_joined (job->wish->network, job->anchors + from, job->anchors + to))
    return BJT_WALK_UNREACHABLE;
  *metres = (float) hypot (b->place.x - a->place.x, b->place.y - a->place.y);
  return BJT_WALK_STRAIGHT;
}

/* Takes rows until none is left. */
static void
work (Job     *job,
      gboolean tells)
{
  BjtWalkMatrix *matrix = job->matrix;
  g_autoptr (BjtWalkSearch) search = job->wish->network != NULL ? bjt_walk_search_new (job->wish->network, job->wish->shut_gates) : NULL;

  for (;;)
    {
      guint row = (guint) g_atomic_int_add (&job->next, 1);

      if (row >= matrix->n || g_cancellable_is_cancelled (job->wish->cancellable))
        return;
      if (search != NULL)
        bjt_walk_search_run (search, job->anchors + row, job->anchors, matrix->n);
      for (guint column = 0; column < matrix->n; column++)
        matrix->bases[row * matrix->n + column] = (guint8) measure (job, search, row, column, matrix->metres + row * matrix->n + column);
      g_atomic_int_inc (&job->n_done);
      if (tells && job->wish->progress != NULL)
        job->wish->progress (g_atomic_int_get (&job->n_done) / (double) matrix->n, job->wish->user_data);
    }
}

static gpointer
matrix_worker (gpointer data)
{
  work (data, FALSE);
  return NULL;
}

static void
run (Job *job)
{
  GThread *threads[MAX_THREADS];
  guint    wanted = job->wish->n_threads > 0 ? job->wish->n_threads : g_get_num_processors ();
  guint    n = MIN (MIN (wanted, MAX_THREADS), MAX (job->matrix->n / 8, 1));

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("walk-matrix", matrix_worker, job);
  work (job, TRUE);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
}

/**
 * bjt_walk_matrix_new:
 *
 * Returns: (transfer full) (nullable): NULL: cancelled, or too many
 */
BjtWalkMatrix *
bjt_walk_matrix_new (const BjtWalkEntrance   *entrances,
                     guint                    n_entrances,
                     const BjtWalkMatrixWish *wish,
                     GError                 **error)
{
  g_autoptr (BjtWalkMatrix) self = NULL;
  g_autofree BjtWalkAnchor *anchors = g_new0 (BjtWalkAnchor, MAX (n_entrances, 1));
  Job job = { .wish = wish, .anchors = anchors };

  if (n_entrances > BJT_WALK_MAX_ENTRANCES)
    {
      g_set_error (error, BJT_WALK_ERROR, BJT_WALK_ERROR_TOO_MANY,
                   "these are %u entrances, at most %u can be planned at once; choose fewer stops", n_entrances, BJT_WALK_MAX_ENTRANCES);
      return NULL;
    }
  self = g_new0 (BjtWalkMatrix, 1);
  g_atomic_ref_count_init (&self->references);
  self->n = n_entrances;
  self->entrances = g_memdup2 (entrances, n_entrances * sizeof *entrances);
  self->metres = g_new0 (float, (gsize) n_entrances * n_entrances);
  self->bases = g_new0 (guint8, (gsize) n_entrances * n_entrances);
  for (guint i = 0; wish->network != NULL && i < n_entrances; i++)
    bjt_walk_network_anchor (wish->network, entrances[i].place, anchors + i);
  job.matrix = self;
  run (&job);
  return g_cancellable_set_error_if_cancelled (wish->cancellable, error) ? NULL : g_steal_pointer (&self);
}

BjtWalkMatrix *
bjt_walk_matrix_ref (BjtWalkMatrix *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_walk_matrix_unref (BjtWalkMatrix *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->entrances);
  g_free (self->metres);
  g_free (self->bases);
  g_free (self);
}

guint
bjt_walk_matrix_get_n_entrances (const BjtWalkMatrix *self)
{
  return self->n;
}

const BjtWalkEntrance *
bjt_walk_matrix_get_entrance (const BjtWalkMatrix *self,
                              guint                entrance)
{
  return self->entrances + entrance;
}

double
bjt_walk_matrix_get_metres (const BjtWalkMatrix *self,
                            guint                from,
                            guint                to)
{
  return (double) self->metres[from * self->n + to];
}

BjtWalkBasis
bjt_walk_matrix_get_basis (const BjtWalkMatrix *self,
                           guint                from,
                           guint                to)
{
  return (BjtWalkBasis) self->bases[from * self->n + to];
}

void
bjt_walk_matrix_count_bases (const BjtWalkMatrix *self,
                             guint                counts[BJT_WALK_N_BASES])
{
  for (guint b = 0; b < BJT_WALK_N_BASES; b++)
    counts[b] = 0;
  for (gsize i = 0; i < (gsize) self->n * self->n; i++)
    counts[self->bases[i]]++;
}

/* Seconds */

double
bjt_walk_matrix_get_walk (const BjtWalkMatrix *self,
                          const BjtWalkCosts  *costs,
                          guint                from,
                          guint                to)
{
  double metres = bjt_walk_matrix_get_metres (self, from, to);

  switch (bjt_walk_matrix_get_basis (self, from, to))
    {
    case BJT_WALK_STRAIGHT:
      metres *= costs->straight;
      break;
    case BJT_WALK_UNPLACED:
      metres = costs->unplaced_metres;
      break;
    case BJT_WALK_UNREACHABLE:
      metres = (double) INFINITY;
      break;
    case BJT_WALK_SAME:
    case BJT_WALK_WAYS:
    case BJT_WALK_N_BASES:
    default:
      break;
    }
  return bjt_walk_costs_get_metres (costs, metres);
}

/**
 * bjt_walk_matrix_get_seconds:
 *
 * From one door down, over, through the entrance and up to the other; behind the
 * same entrance up or down alone.
 */
double
bjt_walk_matrix_get_seconds (const BjtWalkMatrix *self,
                             const BjtWalkCosts  *costs,
                             const BjtWalkDoor   *from,
                             const BjtWalkDoor   *to)
{
  const BjtWalkEntrance *a = self->entrances + from->entrance, *b = self->entrances + to->entrance;

  if (from->entrance == to->entrance)
    return costs->door + bjt_walk_costs_get_floors (costs, from->level, to->level, a->has_lift) + (to->level > from->level ? costs->top_first : 0);
  return bjt_walk_costs_get_floors (costs, from->level, 0, a->has_lift) + bjt_walk_matrix_get_walk (self, costs, from->entrance, to->entrance)
         + (b->is_inside ? costs->entrance : 0) + bjt_walk_costs_get_floors (costs, 0, to->level, b->has_lift);
}
