/* bjt-building-box.c: the smallest rectangle around a footprint that lies along
 * one of its walls (the minimum-area rectangle has a side on an edge of the
 * hull; footprints have few vertices, so every edge is tried). */
#include "bjt-building-box.h"

#include "geo/bjt-mercator.h"

#include <math.h>

typedef struct
{
  double angle;
  double u1, v1, u2, v2; /* extent along and across the wall */
} Fit;

static Fit
fit_along (const BjtPoint *points,
           guint           n,
           double          angle)
{
  Fit    fit = { angle, INFINITY, INFINITY, -INFINITY, -INFINITY };
  double c = cos (angle), s = sin (angle);

  for (guint i = 0; i < n; i++)
    {
      double u = (points[i].x - points[0].x) * c + (points[i].y - points[0].y) * s;
      double v = (points[i].y - points[0].y) * c - (points[i].x - points[0].x) * s;

      fit.u1 = fmin (fit.u1, u);
      fit.u2 = fmax (fit.u2, u);
      fit.v1 = fmin (fit.v1, v);
      fit.v2 = fmax (fit.v2, v);
    }
  return fit;
}

static BjtPoint
corner (const Fit      *fit,
        const BjtPoint *origin,
        double          u,
        double          v)
{
  double c = cos (fit->angle), s = sin (fit->angle);

  return (BjtPoint) { origin->x + u * c - v * s, origin->y + u * s + v * c };
}

/* Corner 0 starts the long side; it runs eastward (northward when it is
 * upright), and the depth runs southward from it on the map. */
static void
orient (BjtPoint corners[4])
{
  double   wide = hypot (corners[1].x - corners[0].x, corners[1].y - corners[0].y);
  double   deep = hypot (corners[3].x - corners[0].x, corners[3].y - corners[0].y);
  BjtPoint old[4] = { corners[0], corners[1], corners[2], corners[3] };
  guint    turn = wide >= deep ? 0 : 1;

  for (guint i = 0; i < 4; i++)
    corners[i] = old[(i + turn) % 4];
  if (corners[1].x < corners[0].x || (corners[1].x - corners[0].x < 1e-12 && corners[1].y > corners[0].y))
    for (guint i = 0; i < 4; i++)
      corners[i] = old[(i + turn + 2) % 4];
  if (corners[3].y < corners[0].y) /* depth must run down the map */
    {
      BjtPoint upper[2] = { corners[3], corners[2] };

      corners[3] = corners[0];
      corners[2] = corners[1];
      corners[0] = upper[0];
      corners[1] = upper[1];
    }
}

/**
 * bjt_building_box_fit:
 * @footprint: lon/lat
 * @corners: (out): Mercator
 *
 * Returns: whether the footprint has an area
 */
gboolean
bjt_building_box_fit (const BjtGeometry *footprint,
                      BjtPoint           corners[4])
{
  const BjtPart       *part = footprint->parts;
  g_autofree BjtPoint *ring = NULL;
  Fit                  best = { 0 };
  double               best_area = INFINITY;

  if (footprint->kind != BJT_GEOMETRY_POLYGON || footprint->n_parts == 0 || part->n_points < 3)
    return FALSE;
  ring = g_new (BjtPoint, part->n_points);
  for (guint i = 0; i < part->n_points; i++)
    ring[i] = bjt_mercator_project (footprint->points[part->first + i]);
  for (guint i = 0; i < part->n_points; i++)
    {
      const BjtPoint *next = ring + (i + 1) % part->n_points;
      Fit             fit = fit_along (ring, part->n_points, atan2 (next->y - ring[i].y, next->x - ring[i].x));
      double          area = (fit.u2 - fit.u1) * (fit.v2 - fit.v1);

      if (area > 0 && area < best_area * (1 - 1e-9))
        {
          best = fit;
          best_area = area;
        }
    }
  if (!isfinite (best_area))
    return FALSE;
  corners[0] = corner (&best, ring, best.u1, best.v1);
  corners[1] = corner (&best, ring, best.u2, best.v1);
  corners[2] = corner (&best, ring, best.u2, best.v2);
  corners[3] = corner (&best, ring, best.u1, best.v2);
  orient (corners);
  return TRUE;
}

/**
 * bjt_building_box_at:
 * @along: 0…1 from corner 0 to corner 1
 * @across: 0…1 from corner 0 to corner 3
 */
BjtPoint
bjt_building_box_at (const BjtPoint corners[4],
                     double         along,
                     double         across)
{
  return (BjtPoint) {
    corners[0].x + along * (corners[1].x - corners[0].x) + across * (corners[3].x - corners[0].x),
    corners[0].y + along * (corners[1].y - corners[0].y) + across * (corners[3].y - corners[0].y),
  };
}

static void
place_doors_of (BjtPicture         *picture,
                BjtPictureBuilding *building)
{
  double n_levels = building->highest - building->lowest + 1;
  double n_stacks = MAX (building->n_stacks, 1);

  for (guint d = building->doors.first; d < building->doors.first + building->doors.n; d++)
    {
      BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      double          stack = door->stack + MAX (door->span, 1) / 2.0;

      if (door->entrance != BJT_NO_INDEX)
        stack += bjt_picture_get_entrance (picture, door->entrance)->first_stack;
      if (building->doors_reversed)
        stack = n_stacks - stack;
      door->place = bjt_building_box_at (building->corners, stack / n_stacks,
                                         (building->highest - door->ordinal + 0.5) / n_levels);
    }
}

/**
 * bjt_building_box_place_doors:
 *
 * Fills `centre` and `corners` of every building with a footprint, and `place`
 * of its doors; without a footprint doors stand at their entrance, or nowhere.
 */
void
bjt_building_box_place_doors (BjtPicture *picture)
{
  const BjtPoint nowhere = { (double) NAN, (double) NAN };

  for (guint b = 0; b < picture->buildings->len; b++)
    {
      BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      building->centre = nowhere;
      if (building->footprint != NULL && bjt_building_box_fit (building->footprint, building->corners))
        {
          building->centre = bjt_building_box_at (building->corners, 0.5, 0.5);
          place_doors_of (picture, building);
          continue;
        }
      for (guint d = building->doors.first; d < building->doors.first + building->doors.n; d++)
        {
          BjtPictureDoor           *door = bjt_picture_get_door (picture, d);
          const BjtPictureEntrance *entrance = door->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, door->entrance) : NULL;

          door->place = entrance != NULL && entrance->has_place ? entrance->place : nowhere;
        }
    }
}
