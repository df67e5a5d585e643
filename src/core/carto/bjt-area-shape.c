/* bjt-area-shape.c: footprints have their middle in the upright rectangle that
 * the picture knows already; for the rest GEOS looks for it. */
#include "bjt-area-shape.h"

#include "geo/bjt-mercator.h"
#include "geo/bjt-outline.h"

#include <math.h>

#define MARGIN 12.0 /* metres around the buildings of an estimate */

static BjtPoint
project_cb (BjtPoint point,
            gpointer unused)
{
  return bjt_mercator_project (point);
}

/* The corners of all buildings that stand somewhere. */
static GArray *
collect_corners (BjtAreaKind       kind,
                 const BjtPicture *picture,
                 guint32           area)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      if (building->footprint != NULL && !isnan (building->centre.x) && bjt_area_kind_of_building (kind, picture, b) == area)
        g_array_append_vals (corners, building->corners, 4);
    }
  return corners;
}

static BjtGeometry *
estimate (BjtAreaKind       kind,
          const BjtPicture *picture,
          guint32           area)
{
  g_autoptr (GArray) corners = collect_corners (kind, picture, area);
  const BjtPoint *points = (const BjtPoint *) (gpointer) corners->data;

  if (corners->len == 0)
    return NULL;
  return bjt_outline_new_around (points, corners->len, MARGIN / bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude (points[0].y)));
}

static void
find_middle_of_building (BjtAreaShape             *self,
                         const BjtPictureBuilding *building)
{
  const BjtPoint *corners = building->corners;

  self->middle = building->centre;
  self->radius = fmin (hypot (corners[1].x - corners[0].x, corners[1].y - corners[0].y),
                       hypot (corners[3].x - corners[0].x, corners[3].y - corners[0].y)) / 2;
}

/**
 * bjt_area_shape_init:
 * @self: (out caller-allocates)
 */
void
bjt_area_shape_init (BjtAreaShape     *self,
                     BjtAreaKind       kind,
                     const BjtPicture *picture,
                     guint32           area)
{
  const BjtGeometry *drawn = bjt_area_kind_get_shape (kind, picture, area);

  *self = (BjtAreaShape) { .is_estimated = drawn == NULL };
  if (drawn != NULL)
    self->ground = bjt_geometry_map (drawn, project_cb, NULL);
  else if (kind != BJT_AREA_BUILDING)
    self->ground = estimate (kind, picture, area);
  if (self->ground == NULL)
    return;
  if (kind == BJT_AREA_BUILDING && !isnan (bjt_picture_get_building (picture, area)->centre.x))
    find_middle_of_building (self, bjt_picture_get_building (picture, area));
  else
    self->middle = bjt_outline_find_middle (self->ground, &self->radius);
}

void
bjt_area_shape_clear (BjtAreaShape *self)
{
  g_clear_pointer (&self->ground, bjt_geometry_unref);
}

void
bjt_area_shape_trace (const BjtAreaShape *self,
                      cairo_t            *cr,
                      const BjtMapFrame  *frame)
{
  for (guint p = 0; p < self->ground->n_parts; p++)
    {
      const BjtPart *part = self->ground->parts + p;

      for (guint i = 0; i < part->n_points; i++)
        {
          BjtPoint at = bjt_map_frame_project (frame, self->ground->points[part->first + i]);

          cairo_line_to (cr, at.x, at.y);
        }
      cairo_close_path (cr);
    }
}

/**
 * bjt_area_shape_hatch:
 * @spacing: surface units between the lines
 * @is_falling: from the upper left to the lower right, else the other way
 *
 * In the current source. The lines hang on the world, so that they stand still
 * when the map is moved.
 */
void
bjt_area_shape_hatch (const BjtAreaShape *self,
                      cairo_t            *cr,
                      const BjtMapFrame  *frame,
                      double              spacing,
                      gboolean            is_falling)
{
  const BjtBox *box = &self->ground->box;
  BjtBox        seen = { fmax (box->x1, frame->box.x1), fmax (box->y1, frame->box.y1), fmin (box->x2, frame->box.x2), fmin (box->y2, frame->box.y2) };
  BjtPoint      low = bjt_map_frame_project (frame, (BjtPoint) { seen.x1, seen.y1 }), high = bjt_map_frame_project (frame, (BjtPoint) { seen.x2, seen.y2 });
  double        sign = is_falling ? -1 : 1, step = spacing * G_SQRT2, height = high.y - low.y;
  double        from = low.x - frame->x + fmin (sign * (low.y - frame->y), sign * (high.y - frame->y));
  double        to = high.x - frame->x + fmax (sign * (low.y - frame->y), sign * (high.y - frame->y));

  if (!(step > 0) || height <= 0)
    return;
  cairo_save (cr);
  bjt_area_shape_trace (self, cr, frame);
  cairo_clip (cr);
  cairo_set_line_width (cr, frame->px);
  for (double c = ceil (from / step) * step; c <= to; c += step)
    {
      cairo_move_to (cr, frame->x + c - sign * (low.y - frame->y), low.y);
      cairo_line_to (cr, frame->x + c - sign * (high.y - frame->y), high.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}
