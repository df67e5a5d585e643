/* bjt-map-extract.c: of some hundred metres, at a round scale. */
#include "bjt-map-extract.h"

#include <math.h>

#include "bjt-sheet-map.h"

#define HALF 38.0 /* metres north and south of the place that are seen at least */
#define LABEL 2.4
#define DOT 1.5

struct _BjtMapExtract
{
  /* Owned */
  BjtPicture     *picture;
  BjtMapPainter  *streets;
  BjtSheetGround *ground;

  /* State */
  BjtPoint place; /* lon/lat */
  guint32  building;
};

BjtMapExtract *
bjt_map_extract_new (BjtPicture    *picture,
                     BjtMapPainter *streets,
                     guint32        building,
                     BjtPoint       place)
{
  BjtMapExtract *self = g_new0 (BjtMapExtract, 1);

  self->picture = bjt_picture_ref (picture);
  self->streets = bjt_map_painter_ref (streets);
  self->ground = bjt_sheet_ground_new (place);
  self->place = place;
  self->building = building;
  return self;
}

void
bjt_map_extract_free (BjtMapExtract *self)
{
  if (self == NULL)
    return;
  bjt_picture_unref (self->picture);
  bjt_map_painter_unref (self->streets);
  bjt_sheet_ground_free (self->ground);
  g_free (self);
}

static void
draw_buildings (const BjtMapExtract *self,
                const BjtSheetPen   *pen,
                const BjtSheetMap   *map)
{
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);
      BjtPoint                  centre;

      if (building->footprint == NULL || !isfinite (building->centre.x))
        continue;
      bjt_sheet_map_draw_footprint (map, pen, building->footprint, b == self->building);
      centre = bjt_sheet_map_project_mercator (map, building->centre);
      if (building->label == NULL || centre.x < map->window.x1 || centre.x > map->window.x2 || centre.y < map->window.y1 || centre.y > map->window.y2)
        continue;
      bjt_sheet_pen_colour (pen, b == self->building ? pen->palette->text : pen->palette->dim_text);
      (b == self->building ? bjt_sheet_pen_bold : bjt_sheet_pen_text) (pen, building->label, centre.x, centre.y, LABEL, BJT_PEN_MIDDLE);
    }
}

/* A place that is no building */
static void
draw_dot (const BjtMapExtract *self,
          const BjtSheetPen   *pen,
          const BjtSheetMap   *map)
{
  BjtPoint at = bjt_sheet_map_project (map, self->place);

  cairo_arc (pen->cr, at.x, at.y, DOT * pen->k, 0, 2 * G_PI);
  bjt_sheet_pen_colour (pen, pen->palette->alert);
  cairo_fill_preserve (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->paper);
  cairo_set_line_width (pen->cr, 0.3);
  cairo_stroke (pen->cr);
}

void
bjt_map_extract_draw (const BjtMapExtract *self,
                      const BjtSheetPen   *pen,
                      const BjtBox        *box)
{
  BjtPoint           middle = bjt_sheet_ground_project (self->ground, self->place);
  BjtSheetMap        map = { .ground = self->ground, .window = *box };
  const BjtSheetBase base = { .streets = self->streets };
  double             k = pen->k;
  BjtBox             scale = { box->x2 - 40 * k, box->y2 - 11 * k, box->x2 - 2, box->y2 - 1.5 };

  bjt_sheet_map_fit (&map, &(BjtBox) { middle.x - HALF, middle.y - HALF, middle.x + HALF, middle.y + HALF });
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  cairo_clip (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->ground);
  bjt_sheet_pen_fill (pen, box);
  bjt_sheet_map_draw_base (&map, pen, &base);
  draw_buildings (self, pen, &map);
  if (self->building == BJT_NO_INDEX)
    draw_dot (self, pen, &map);
  bjt_sheet_map_draw_scale (&map, pen, &scale);
  cairo_restore (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_box (pen, box, 0.25);
}
