/* bjt-grid-memory.c: a list of the latest plans, looked through from its end; also of
 * those that cannot be made, which take longest. */
#include "bjt-grid-memory.h"

#define MAX_PLANS 128

typedef struct
{
  guint32        grid;
  BjtBox         window;
  gboolean       has_names, has_ground;
  double         cos, sin; /* of the ground; its zone follows from picture and grid */
  double         k;
  BjtSheetExtent extent;
  guint          max_pages;
} Key;

typedef struct
{
  Key        key;
  GPtrArray *pages; /* BjtGridPage; NULL: it does not fit */
  double     quality;
} Plan;

struct _BjtGridMemory
{
  /* Owned */
  BjtPicture *picture; /* of the plans; NULL: there are none yet */
  GArray     *plans;   /* Plan, the latest last */

  /* State */
  guint n_made;
};

static void
clear_plan (gpointer data)
{
  g_clear_pointer (&((Plan *) data)->pages, g_ptr_array_unref);
}

BjtGridMemory *
bjt_grid_memory_new (void)
{
  BjtGridMemory *self = g_atomic_rc_box_new0 (BjtGridMemory);

  self->plans = g_array_new (FALSE, FALSE, sizeof (Plan));
  g_array_set_clear_func (self->plans, clear_plan);
  return self;
}

BjtGridMemory *
bjt_grid_memory_ref (BjtGridMemory *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
memory_clear (gpointer data)
{
  BjtGridMemory *self = data;

  g_array_unref (self->plans);
  g_clear_pointer (&self->picture, bjt_picture_unref);
}

void
bjt_grid_memory_unref (BjtGridMemory *self)
{
  g_atomic_rc_box_release_full (self, memory_clear);
}

static Key
get_key (const BjtGridPlanTask *task,
         guint                  max_pages)
{
  return (Key) {
    .grid = task->grid,
    .window = task->window,
    .has_names = task->has_names,
    .has_ground = task->ground != NULL,
    .cos = task->ground != NULL ? task->ground->cos : 0,
    .sin = task->ground != NULL ? task->ground->sin : 0,
    .k = task->k,
    .extent = task->extent,
    .max_pages = max_pages,
  };
}

static gboolean
is_same (double a,
         double b)
{
  return a >= b && a <= b;
}

static gboolean
key_equal (const Key *a,
           const Key *b)
{
  const double numbers[][2] = {
    { a->window.x1, b->window.x1 }, { a->window.y1, b->window.y1 }, { a->window.x2, b->window.x2 }, { a->window.y2, b->window.y2 },
    { a->cos, b->cos }, { a->sin, b->sin }, { a->k, b->k }, { a->extent.denominator, b->extent.denominator },
    { a->extent.shift.x, b->extent.shift.x }, { a->extent.shift.y, b->extent.shift.y },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!is_same (numbers[i][0], numbers[i][1]))
      return FALSE;
  return a->grid == b->grid && a->has_names == b->has_names && a->has_ground == b->has_ground && a->max_pages == b->max_pages;
}

static const Plan *
find (BjtGridMemory *self,
      const Key     *key)
{
  for (guint i = self->plans->len; i > 0; i--)
    if (key_equal (&g_array_index (self->plans, Plan, i - 1).key, key))
      return &g_array_index (self->plans, Plan, i - 1);
  return NULL;
}

static void
turn_to (BjtGridMemory *self,
         BjtPicture    *picture)
{
  if (self->picture == picture)
    return;
  g_array_set_size (self->plans, 0);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  self->picture = bjt_picture_ref (picture);
}

/**
 * bjt_grid_memory_plan:
 * @self: (nullable): whose plans are found again
 * @max_pages: at most this many
 * @quality: (out): larger is better
 *
 * Returns: (transfer full) (nullable) (element-type BjtGridPage): the pages, or
 *   %NULL when it cannot be done legibly
 */
GPtrArray *
bjt_grid_memory_plan (BjtGridMemory         *self,
                      const BjtGridPlanTask *task,
                      guint                  max_pages,
                      double                *quality)
{
  Plan        made = { .key = get_key (task, max_pages) };
  const Plan *plan;

  if (self == NULL)
    return bjt_grid_plan_make (task, max_pages, quality);
  turn_to (self, (BjtPicture *) task->picture);
  plan = find (self, &made.key);
  if (plan == NULL)
    {
      made.pages = bjt_grid_plan_make (task, max_pages, &made.quality);
      self->n_made++;
      if (self->plans->len >= MAX_PLANS)
        g_array_remove_index (self->plans, 0);
      g_array_append_val (self->plans, made);
      plan = &made;
    }
  *quality = plan->quality;
  return plan->pages != NULL ? g_ptr_array_ref (plan->pages) : NULL;
}

guint
bjt_grid_memory_get_n_made (BjtGridMemory *self)
{
  return self->n_made;
}
