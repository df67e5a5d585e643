/* bjt-shown-routes.c: doors by key, so that they stay right while the picture changes. */
#include "bjt-shown-routes.h"

#include <math.h>

typedef struct
{
  BjtUuid door_id;
  guint   index;
  guint   number;
} Door;

static void
route_free (gpointer data)
{
  BjtShownRoute *self = data;

  g_free (self->name);
  g_array_unref (self->track);
  g_array_unref (self->signs);
  g_free (self);
}

BjtShownRoutes *
bjt_shown_routes_new (void)
{
  BjtShownRoutes *self = g_new0 (BjtShownRoutes, 1);

  g_atomic_ref_count_init (&self->references);
  self->routes = g_ptr_array_new_with_free_func (route_free);
  self->doors = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, NULL, g_free);
  return self;
}

BjtShownRoutes *
bjt_shown_routes_ref (BjtShownRoutes *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_shown_routes_unref (BjtShownRoutes *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->routes);
  g_hash_table_unref (self->doors);
  g_free (self);
}

/**
 * bjt_shown_routes_add:
 *
 * Returns: (transfer none): to be filled
 */
BjtShownRoute *
bjt_shown_routes_add (BjtShownRoutes *self,
                      guint           index,
                      const char     *name)
{
  BjtShownRoute *route = g_new0 (BjtShownRoute, 1);

  route->index = index;
  route->name = g_strdup (name);
  route->track = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  route->signs = g_array_new (FALSE, FALSE, sizeof (BjtRouteSign));
  g_ptr_array_add (self->routes, route);
  return route;
}

void
bjt_shown_routes_add_door (BjtShownRoutes      *self,
                           const BjtShownRoute *route,
                           const BjtUuid       *door_id,
                           guint                number)
{
  Door *door = g_new (Door, 1);

  *door = (Door) { *door_id, route->index, number };
  g_hash_table_replace (self->doors, &door->door_id, door);
}

gboolean
bjt_shown_routes_find_door (const BjtShownRoutes *self,
                            const BjtUuid        *door_id,
                            guint                *index,
                            guint                *number)
{
  const Door *door = g_hash_table_lookup (self->doors, door_id);

  if (door == NULL)
    return FALSE;
  *index = door->index;
  *number = door->number;
  return TRUE;
}

static void
extend (BjtBox  *box,
        BjtPoint point)
{
  if (isfinite (point.x) && isfinite (point.y))
    bjt_box_add_point (box, point.x, point.y);
}

BjtBox
bjt_shown_routes_get_extent (const BjtShownRoutes *self)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint r = 0; r < self->routes->len; r++)
    {
      const BjtShownRoute *route = self->routes->pdata[r];

      for (guint i = 0; i < route->signs->len; i++)
        extend (&box, g_array_index (route->signs, BjtRouteSign, i).place);
    }
  return box;
}
