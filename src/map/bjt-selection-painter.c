/* bjt-selection-painter.c: doors stand by building, so one walk over the set
 * meets each building once. Runs on the paint thread. */
#include "bjt-selection-painter.h"

#include "geo/bjt-mercator.h"
#include "carto/bjt-building-frame.h"
#include "carto/bjt-storey.h"
#include "paint/bjt-palette.h"

#include <math.h>

#define MIN_REACH 3.5 /* px: a smaller building is a dot */

typedef struct
{
  BjtPicture *picture;
  BjtDoorSet *doors;
  guint32     colour;
  int         level; /* of the plans shown */
} Painter;

static void
painter_free (gpointer data)
{
  Painter *self = data;

  bjt_picture_unref (self->picture);
  bjt_door_set_free (self->doors);
  g_free (self);
}

static void
paint_dot (const Painter *self,
           cairo_t       *cr,
           BjtPoint       at)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, MIN_REACH, 0, 2 * G_PI);
  bjt_palette_set_source (cr, self->colour, 0.9);
  cairo_fill (cr);
}

static void
paint_cells (const Painter          *self,
             cairo_t                *cr,
             const BjtBuildingFrame *at,
             BjtRun                  doors)
{
  cairo_save (cr);
  cairo_translate (cr, at->origin.x, at->origin.y);
  cairo_rotate (cr, at->angle);
  for (guint32 d = bjt_door_set_next (self->doors, doors.first); d < doors.first + doors.n; d = bjt_door_set_next (self->doors, d + 1))
    {
      BjtBox cell = bjt_building_frame_get_cell (at, self->picture, d);

      cairo_rectangle (cr, cell.x1 + 1, cell.y1 + 1, cell.x2 - cell.x1 - 2, cell.y2 - cell.y1 - 2);
    }
  bjt_palette_set_source (cr, self->colour, 0.22);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, self->colour, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_rooms (const Painter     *self,
             cairo_t           *cr,
             const BjtMapFrame *frame,
             guint32            plan,
             BjtRun             doors)
{
  for (guint32 d = bjt_door_set_next (self->doors, doors.first); d < doors.first + doors.n; d = bjt_door_set_next (self->doors, d + 1))
    {
      const BjtGeometry *outline = bjt_storey_get_outline (self->picture, plan, self->level, d);

      for (guint p = 0; outline != NULL && p < outline->n_parts; p++)
        {
          for (guint i = 0; i < outline->parts[p].n_points; i++)
            {
              BjtPoint point = bjt_map_frame_project (frame, outline->points[outline->parts[p].first + i]);

              cairo_line_to (cr, point.x, point.y);
            }
          cairo_close_path (cr);
        }
    }
  bjt_palette_set_source (cr, self->colour, 0.22);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, self->colour, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
add_footprint (cairo_t           *cr,
               const BjtMapFrame *frame,
               const BjtGeometry *shape)
{
  cairo_new_path (cr);
  for (guint p = 0; p < shape->n_parts; p++)
    {
      for (guint i = 0; i < shape->parts[p].n_points; i++)
        {
          BjtPoint point = bjt_map_frame_project (frame, bjt_mercator_project (shape->points[shape->parts[p].first + i]));

          cairo_line_to (cr, point.x, point.y);
        }
      cairo_close_path (cr);
    }
}

/* The stronger, the more of its doors are selected. */
static void
paint_footprint (const Painter     *self,
                 cairo_t           *cr,
                 const BjtMapFrame *frame,
                 const BjtGeometry *shape,
                 double             share)
{
  add_footprint (cr, frame, shape);
  bjt_palette_set_source (cr, self->colour, 0.12 + 0.3 * share);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, self->colour, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static guint32
count_selected (const Painter *self,
                BjtRun         doors)
{
  guint32 n = 0;

  for (guint32 d = bjt_door_set_next (self->doors, doors.first); d < doors.first + doors.n; d = bjt_door_set_next (self->doors, d + 1))
    n++;
  return n;
}

/* Doors of a building without a shape stand where they are. */
static void
paint_places (const Painter     *self,
              cairo_t           *cr,
              const BjtMapFrame *frame,
              BjtRun             doors)
{
  for (guint32 d = bjt_door_set_next (self->doors, doors.first); d < doors.first + doors.n; d = bjt_door_set_next (self->doors, d + 1))
    if (!isnan (bjt_picture_get_door (self->picture, d)->place.x))
      paint_dot (self, cr, bjt_map_frame_project (frame, bjt_picture_get_door (self->picture, d)->place));
}

static void
paint_building (const Painter            *self,
                cairo_t                  *cr,
                const BjtMapFrame        *frame,
                const BjtPictureBuilding *building)
{
  BjtBuildingFrame at;
  guint32          plan;

  if (building->footprint == NULL || isnan (building->centre.x))
    {
      paint_places (self, cr, frame, building->doors);
      return;
    }
  plan = bjt_storey_find_plan (self->picture, bjt_picture_get_door (self->picture, building->doors.first)->building, self->level, bjt_map_frame_get_zoom (frame));
  bjt_building_frame_init (&at, building, frame);
  if (plan != BJT_NO_INDEX)
    paint_rooms (self, cr, frame, plan, building->doors);
  else if (bjt_building_frame_shows_doors (&at, bjt_map_frame_get_zoom (frame), frame->px))
    paint_cells (self, cr, &at, building->doors);
  else if (fmax (at.width, at.height) < 2 * MIN_REACH)
    paint_dot (self, cr, bjt_map_frame_project (frame, building->centre));
  else
    paint_footprint (self, cr, frame, building->footprint, count_selected (self, building->doors) / (double) building->doors.n);
}

static gboolean
is_in_view (const BjtPictureBuilding *building,
            const BjtMapFrame        *frame)
{
  BjtBox box = BJT_BOX_EMPTY;

  if (building->footprint == NULL || isnan (building->centre.x))
    return TRUE;
  for (guint c = 0; c < G_N_ELEMENTS (building->corners); c++)
    bjt_box_add_point (&box, building->corners[c].x, building->corners[c].y);
  return bjt_box_intersects (&box, &frame->box);
}

static void
paint_worker (gpointer             data,
              cairo_t             *cr,
              const BjtPaintFrame *where)
{
  const BjtMapFrame *frame = &where->map;
  Painter           *self = data;
  guint32            next;

  for (guint32 d = bjt_door_set_next (self->doors, 0); d != BJT_NO_INDEX; d = next)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, bjt_picture_get_door (self->picture, d)->building);

      if (is_in_view (building, frame))
        paint_building (self, cr, frame, building);
      next = bjt_door_set_next (self->doors, building->doors.first + building->doors.n);
    }
}

/**
 * bjt_selection_painter_new_content:
 * @doors: of @picture; copied
 * @level: of the plans shown
 */
BjtPaintContent *
bjt_selection_painter_new_content (BjtPicture       *picture,
                                   const BjtDoorSet *doors,
                                   guint32           colour,
                                   int               level)
{
  Painter *self = g_new0 (Painter, 1);

  self->picture = bjt_picture_ref (picture);
  self->doors = bjt_door_set_copy (doors);
  self->colour = colour;
  self->level = level;
  return bjt_paint_content_new (paint_worker, self, painter_free);
}
