/* bjt-route-wish.c: lists that grow. */
#include "bjt-route-wish.h"

#include "rules/bjt-due-list.h"

#include <math.h>

#define ROUNDS 40000 /* of a plan by default: well under two seconds for a day of two */

static void
worker_clear (BjtRouteWorker *self)
{
  g_free (self->name);
}

BjtRouteWish *
bjt_route_wish_new (BjtDate from_on)
{
  BjtRouteWish *self = g_new0 (BjtRouteWish, 1);

  self->from_on = from_on;
  self->n_days = 1;
  self->workers = g_array_new (FALSE, FALSE, sizeof (BjtRouteWorker));
  g_array_set_clear_func (self->workers, (GDestroyNotify) worker_clear);
  self->choices = g_array_new (FALSE, FALSE, sizeof (BjtRouteChoice));
  self->start = (BjtPoint) { (double) NAN, (double) NAN };
  self->balance = -1;
  self->seed = 1;
  self->n_rounds = ROUNDS;
  return self;
}

BjtRouteWish *
bjt_route_wish_copy (const BjtRouteWish *self)
{
  BjtRouteWish *copy = g_memdup2 (self, sizeof *self);

  copy->workers = g_array_copy (self->workers);
  g_array_set_clear_func (copy->workers, (GDestroyNotify) worker_clear);
  for (guint i = 0; i < copy->workers->len; i++)
    {
      BjtRouteWorker *worker = &g_array_index (copy->workers, BjtRouteWorker, i);

      worker->name = g_strdup (worker->name);
    }
  copy->choices = g_array_copy (self->choices);
  return copy;
}

void
bjt_route_wish_free (BjtRouteWish *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->workers);
  g_array_unref (self->choices);
  g_free (self);
}

void
bjt_route_wish_add_worker (BjtRouteWish  *self,
                           const BjtUuid *staff_id,
                           const char    *name)
{
  BjtRouteWorker worker = {
    .staff_id = staff_id != NULL ? *staff_id : BJT_UUID_NIL, .name = g_strdup (name), .n_people = 1, .start = { (double) NAN, (double) NAN },
  };

  g_array_append_val (self->workers, worker);
}

BjtRouteChoice *
bjt_route_wish_find_door (const BjtRouteWish *self,
                          const BjtUuid      *door_id)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (bjt_uuid_equal (&g_array_index (self->choices, BjtRouteChoice, i).door_id, door_id))
      return &g_array_index (self->choices, BjtRouteChoice, i);
  return NULL;
}

void
bjt_route_wish_add_door (BjtRouteWish  *self,
                         const BjtUuid *door_id)
{
  BjtRouteChoice choice = { .door_id = *door_id, .must = -1 };

  if (bjt_route_wish_find_door (self, door_id) == NULL)
    g_array_append_val (self->choices, choice);
}

void
bjt_route_wish_add_doors (BjtRouteWish     *self,
                          const BjtPicture *picture,
                          const BjtDoorSet *doors,
                          int               grid)
{
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      guint32               own = bjt_picture_get_building (picture, door->building)->grid;

      if (!door->is_merged && (grid <= 0 || (own != BJT_NO_INDEX && bjt_picture_get_grid (picture, own)->number == grid)))
        bjt_route_wish_add_door (self, &door->id);
    }
}

void
bjt_route_wish_remove_door (BjtRouteWish  *self,
                            const BjtUuid *door_id)
{
  BjtRouteChoice *choice = bjt_route_wish_find_door (self, door_id);

  if (choice != NULL)
    g_array_remove_index (self->choices, (guint) (choice - (BjtRouteChoice *) (gpointer) self->choices->data));
}

void
bjt_route_wish_add_due (BjtRouteWish     *self,
                        const BjtPicture *picture,
                        int               grid)
{
  BjtDueQuery query = BJT_DUE_QUERY_ALL;
  g_autoptr (GArray) lines = NULL;

  query.on = self->from_on + (BjtDate) self->n_days - 1;
  query.grid = grid > 0 ? bjt_picture_find_grid (picture, grid) : BJT_NO_INDEX;
  if (grid > 0 && query.grid == BJT_NO_INDEX)
    return;
  lines = bjt_due_list_find (picture, &query);
  for (guint i = 0; i < lines->len; i++)
    bjt_route_wish_add_door (self, &bjt_picture_get_door (picture, g_array_index (lines, BjtDueLine, i).door)->id);
}
