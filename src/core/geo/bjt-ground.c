/* bjt-ground.c: transverse Mercator by PROJ. One BjtGround belongs to one
 * thread; making one takes about a millisecond. */
#include "bjt-ground.h"

#include <math.h>
#include <proj.h>

struct _BjtGround
{
  PJ_CONTEXT *context;
  PJ         *projection;
  int         central_meridian;
};

/**
 * bjt_ground_new:
 * @longitude: of the place, degrees
 *
 * Returns: (transfer full): metres east (500 km at the central meridian) and
 *   north (from the equator)
 */
BjtGround *
bjt_ground_new (double longitude)
{
  BjtGround       *self = g_new0 (BjtGround, 1);
  g_autofree char *definition = NULL;

  self->central_meridian = (int) lround (longitude / 3.0) * 3;
  definition = g_strdup_printf ("+proj=tmerc +lat_0=0 +lon_0=%d +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m",
                                self->central_meridian);
  self->context = proj_context_create ();
  self->projection = proj_create (self->context, definition);
  if (self->projection == NULL)
    g_error ("PROJ does not know the transverse Mercator projection");
  return self;
}

void
bjt_ground_free (BjtGround *self)
{
  if (self == NULL)
    return;
  proj_destroy (self->projection);
  proj_context_destroy (self->context);
  g_free (self);
}

int
bjt_ground_get_central_meridian (const BjtGround *self)
{
  return self->central_meridian;
}

BjtPoint
bjt_ground_project (BjtGround *self,
                    BjtPoint   lon_lat)
{
  PJ_COORD in = proj_coord (proj_torad (lon_lat.x), proj_torad (lon_lat.y), 0, 0);
  PJ_COORD out = proj_trans (self->projection, PJ_FWD, in);

  return (BjtPoint) { out.xy.x, out.xy.y };
}

BjtPoint
bjt_ground_unproject (BjtGround *self,
                      BjtPoint   metres)
{
  PJ_COORD out = proj_trans (self->projection, PJ_INV, proj_coord (metres.x, metres.y, 0, 0));

  return (BjtPoint) { proj_todeg (out.lp.lam), proj_todeg (out.lp.phi) };
}

/**
 * bjt_ground_get_area:
 *
 * Returns: square metres, holes taken off; 0 for what is no polygon
 */
double
bjt_ground_get_area (BjtGround         *self,
                     const BjtGeometry *polygon)
{
  double area = 0;

  if (polygon->kind != BJT_GEOMETRY_POLYGON)
    return 0;
  for (guint p = 0; p < polygon->n_parts; p++)
    {
      const BjtPart       *part = polygon->parts + p;
      g_autofree BjtPoint *ring = g_new (BjtPoint, part->n_points + 1);

      for (guint i = 0; i < part->n_points; i++)
        ring[i] = bjt_ground_project (self, polygon->points[part->first + i]);
      if (part->n_points > 2)
        area += (part->is_hole ? -1 : 1) * fabs (bjt_geometry_get_signed_area (ring, part->n_points));
    }
  return area;
}
