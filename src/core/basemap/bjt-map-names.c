/* bjt-map-names.c: which features of a picture bear a name, from which zoom.
 * Buildings are kept free, and the strip above a low one where its own label
 * stands. */
#include "bjt-map-names.h"

#include "bjt-name-placer.h"
#include "geo/bjt-mercator.h"

#include <math.h>

#define LOW_BUILDING 18.0 /* px of depth: its label stands above it */
#define LABEL_STRIP 13.0
#define MAX_SLICES 12

typedef struct
{
  const BjtMapItems *items;
  const BjtMapFrame *frame;
  double             zoom;
  BjtNamePlacer     *placer;
} Collector;

static double
get_depth (const BjtPictureBuilding *building)
{
  return hypot (building->corners[3].x - building->corners[0].x, building->corners[3].y - building->corners[0].y);
}

/* On a turned surface slice by slice: the box around the whole would take the
 * ground beside it as well. */
static void
add_slices (Collector                *self,
            const BjtPictureBuilding *building,
            double                    strip)
{
  BjtPoint corners[4];
  guint    n;

  for (guint c = 0; c < 4; c++)
    corners[c] = bjt_name_placer_project (self->placer, building->corners[c]);
  n = (guint) fmin (MAX_SLICES, ceil (hypot (corners[1].x - corners[0].x, corners[1].y - corners[0].y)
                                      / fmax (hypot (corners[2].x - corners[1].x, corners[2].y - corners[1].y) / 2, 1e-3)));
  for (guint i = 0; i < n; i++)
    {
      BjtBox box = BJT_BOX_EMPTY;

      for (guint end = 0; end < 2; end++)
        {
          double t = (double) (i + end) / n;

          bjt_box_add_point (&box, corners[0].x + t * (corners[1].x - corners[0].x), corners[0].y + t * (corners[1].y - corners[0].y));
          bjt_box_add_point (&box, corners[3].x + t * (corners[2].x - corners[3].x), corners[3].y + t * (corners[2].y - corners[3].y));
        }
      box.y1 -= strip;
      bjt_name_placer_add_obstacle (self->placer, &box);
    }
}

static void
add_obstacles (Collector *self)
{
  const BjtPicture *picture = self->items->picture;
  const BjtBox     *world = bjt_name_placer_get_world (self->placer);

  for (guint b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);
      gboolean                  is_low = get_depth (building) * self->frame->scale < LOW_BUILDING * self->frame->px;
      BjtBox                    box = BJT_BOX_EMPTY;

      if (isnan (building->centre.x) || building->footprint == NULL)
        continue;
      if (self->frame->within != NULL)
        {
          add_slices (self, building, is_low ? LABEL_STRIP * self->frame->px : 0);
          continue;
        }
      for (guint c = 0; c < 4; c++)
        {
          BjtPoint p = bjt_map_frame_project (self->frame, building->corners[c]);

          bjt_box_add_point (&box, p.x, p.y);
        }
      if (is_low)
        box.y1 -= LABEL_STRIP * self->frame->px;
      if (building->centre.x > world->x1 && building->centre.x < world->x2
          && building->centre.y > world->y1 && building->centre.y < world->y2)
        bjt_name_placer_add_obstacle (self->placer, &box);
    }
}

static void
add_area_name (Collector        *self,
               BjtNameKind       kind,
               const BjtMapItem *item)
{
  BjtGeometryKind shape = item->feature->shape->kind;
  double          wide = (item->box.x2 - item->box.x1) * self->frame->scale;
  double          high = (item->box.y2 - item->box.y1) * self->frame->scale;
  BjtNameLabel    label = {
    .kind = kind, .text = item->feature->name, .weight = log (1 + wide * high / (self->frame->px * self->frame->px)),
    .has_dot = kind == BJT_NAME_PLACE && shape == BJT_GEOMETRY_POINT,
  };

  if (!isnan (item->label.x))
    bjt_name_placer_add_at (self->placer, &label, item->label, shape == BJT_GEOMETRY_POLYGON ? &(BjtBox) { 0, 0, wide, high } : NULL);
}

static void
add_road_names (Collector        *self,
                const BjtMapItem *item)
{
  const BjtGeometry *shape = item->feature->shape;
  BjtNameLabel       label = { .kind = BJT_NAME_ROAD, .text = item->feature->name, .weight = item->rank * 5 };

  if (self->zoom < item->way->name_zoom || shape->kind != BJT_GEOMETRY_LINE)
    return;
  for (guint p = 0; p < shape->n_parts; p++)
    bjt_name_placer_add_along (self->placer, &label, item->points + shape->parts[p].first, shape->parts[p].n_points);
}

static void
add_item_name (Collector        *self,
               const BjtMapItem *item)
{
  if (item->feature->name == NULL || !bjt_box_intersects (&item->box, bjt_name_placer_get_world (self->placer)))
    return;
  switch ((BjtMapPass) item->pass)
    {
    case BJT_MAP_PASS_WATER:
      add_area_name (self, BJT_NAME_WATER, item);
      break;
    case BJT_MAP_PASS_GREEN:
      add_area_name (self, BJT_NAME_GREEN, item);
      break;
    case BJT_MAP_PASS_ROAD:
      add_road_names (self, item);
      break;
    case BJT_MAP_PASS_AREA:
    case BJT_MAP_PASS_BUILDING:
    case BJT_MAP_PASS_POI:
    case BJT_MAP_PASS_GATE:
      if (self->zoom >= 16.5)
        add_area_name (self, BJT_NAME_PLACE, item);
      break;
    case BJT_MAP_PASS_RAILWAY:
    case BJT_MAP_PASS_FOOTWAY:
    case BJT_MAP_PASS_BARRIER:
    case BJT_N_MAP_PASSES:
    default:
      break;
    }
}

static BjtPoint
get_compound_centre (const BjtPicture         *picture,
                     const BjtPictureCompound *compound)
{
  BjtPoint sum = { 0, 0 };
  guint    n = 0;

  for (guint b = 0; b < compound->buildings.n; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, compound->buildings.first + b);

      if (isnan (building->centre.x))
        continue;
      sum.x += building->centre.x;
      sum.y += building->centre.y;
      n++;
    }
  if (n > 0)
    return (BjtPoint) { sum.x / n, sum.y / n };
  if (compound->boundary != NULL)
    return bjt_mercator_project (bjt_geometry_get_centroid (compound->boundary));
  return (BjtPoint) { (double) NAN, (double) NAN };
}

static void
add_compound_names (Collector *self)
{
  const BjtPicture *picture = self->items->picture;

  for (guint c = 0; c < picture->compounds->len; c++)
    {
      const BjtPictureCompound *compound = bjt_picture_get_compound (picture, c);
      BjtNameLabel              label = { .kind = BJT_NAME_COMPOUND, .text = compound->name };

      if (compound->name != NULL)
        bjt_name_placer_add_near (self->placer, &label, get_compound_centre (picture, compound));
    }
}

/**
 * bjt_map_names_paint:
 *
 * Returns: as bjt_name_placer_paint()
 */
guint
bjt_map_names_paint (const BjtMapItems *items,
                     cairo_t           *cr,
                     const BjtMapFrame *frame,
                     const BjtMapStyle *style)
{
  g_autoptr (BjtNamePlacer) placer = bjt_name_placer_new (cr, frame, style);
  Collector self = { .items = items, .frame = frame, .zoom = bjt_map_frame_get_zoom (frame), .placer = placer };

  if (self.zoom >= 15)
    add_obstacles (&self);
  if (self.zoom >= 16 && self.zoom < 19.5)
    add_compound_names (&self);
  for (guint i = 0; i < items->items->len; i++)
    add_item_name (&self, bjt_map_items_get (items, i));
  return bjt_name_placer_paint (placer, cr);
}
