/* bjt-choice-layer.c: at most four frames; each is a small cairo node, the size
 * of a building. */
#include "bjt-choice-layer.h"

#include "bjt-map-camera.h"
#include "geo/bjt-mercator.h"
#include "carto/bjt-building-frame.h"
#include "carto/bjt-storey.h"
#include "paint/bjt-palette.h"

#include <math.h>

#define ROOM 6.0       /* px around a frame for its line */
#define PIN_RADIUS 10. /* px */
#define MAX_NODE 8192. /* px: beyond it a node is only cut off */

struct _BjtChoiceLayer
{
  ShumateLayer parent_instance;

  /* Owned */
  BjtPicture *picture;

  /* State */
  guint32 building, door;
  guint32 hovered_building, hovered_door;
  guint32 cursor_building, cursor_door; /* where the keyboard is */
  guint32 colour;
  int     level; /* of plans */
  BjtPoint pin; /* Mercator; NAN: none */
};

G_DEFINE_FINAL_TYPE (BjtChoiceLayer, bjt_choice_layer, SHUMATE_TYPE_LAYER)

typedef struct
{
  double   width;
  gboolean is_dashed;
} Pen;

static const Pen hovered_pen = { 1.5, FALSE };
static const Pen chosen_pen = { 3, FALSE };
static const Pen cursor_pen = { 3, TRUE };

static cairo_t *
begin_node (BjtChoiceLayer *self,
            GtkSnapshot    *snapshot,
            const BjtBox   *box)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double x1 = fmax (box->x1 - ROOM, -ROOM), y1 = fmax (box->y1 - ROOM, -ROOM);
  double x2 = fmin (box->x2 + ROOM, fmin (width + ROOM, MAX_NODE)), y2 = fmin (box->y2 + ROOM, fmin (height + ROOM, MAX_NODE));

  if (x2 <= x1 || y2 <= y1)
    return NULL;
  return gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) floor (x1), (float) floor (y1), (float) ceil (x2 - x1 + 1), (float) ceil (y2 - y1 + 1)));
}

/* A white line under the blue one: it must be seen on any ground. */
static void
stroke (BjtChoiceLayer *self,
        cairo_t        *cr,
        Pen             pen)
{
  static const double dashes[] = { 5, 4 };

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  bjt_palette_set_source (cr, 0xFFFFFF, 0.85);
  cairo_set_line_width (cr, pen.width + 2);
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, self->colour, 1);
  cairo_set_line_width (cr, pen.width);
  if (pen.is_dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

static void
frame_building (BjtChoiceLayer    *self,
                GtkSnapshot       *snapshot,
                const BjtMapFrame *view,
                guint32            index,
                Pen                pen)
{
  const BjtGeometry *shape = bjt_picture_get_building (self->picture, index)->footprint;
  BjtBox             box = BJT_BOX_EMPTY;
  BjtPoint           low, high;
  cairo_t           *cr;

  if (shape == NULL || isnan (bjt_picture_get_building (self->picture, index)->centre.x))
    return;
  low = bjt_map_frame_project (view, bjt_mercator_project ((BjtPoint) { shape->box.x1, shape->box.y2 }));
  high = bjt_map_frame_project (view, bjt_mercator_project ((BjtPoint) { shape->box.x2, shape->box.y1 }));
  box = (BjtBox) { low.x, low.y, high.x, high.y };
  cr = begin_node (self, snapshot, &box);
  if (cr == NULL)
    return;
  for (guint p = 0; p < shape->n_parts; p++)
    {
      for (guint i = 0; i < shape->parts[p].n_points; i++)
        {
          BjtPoint point = bjt_map_frame_project (view, bjt_mercator_project (shape->points[shape->parts[p].first + i]));

          cairo_line_to (cr, point.x, point.y);
        }
      cairo_close_path (cr);
    }
  stroke (self, cr, pen);
  cairo_destroy (cr);
}

/* A shape in Mercator */
static void
frame_outline (BjtChoiceLayer    *self,
               GtkSnapshot       *snapshot,
               const BjtMapFrame *view,
               const BjtGeometry *shape,
               Pen                pen)
{
  BjtPoint low = bjt_map_frame_project (view, (BjtPoint) { shape->box.x1, shape->box.y1 });
  BjtPoint high = bjt_map_frame_project (view, (BjtPoint) { shape->box.x2, shape->box.y2 });
  cairo_t *cr = begin_node (self, snapshot, &(BjtBox) { low.x, low.y, high.x, high.y });

  if (cr == NULL)
    return;
  for (guint p = 0; p < shape->n_parts; p++)
    {
      for (guint i = 0; i < shape->parts[p].n_points; i++)
        {
          BjtPoint point = bjt_map_frame_project (view, shape->points[shape->parts[p].first + i]);

          cairo_line_to (cr, point.x, point.y);
        }
      cairo_close_path (cr);
    }
  stroke (self, cr, pen);
  cairo_destroy (cr);
}

/* Where a plan is shown, doors of other levels have no place. */
static gboolean
frame_on_plan (BjtChoiceLayer    *self,
               GtkSnapshot       *snapshot,
               const BjtMapFrame *view,
               guint32            door,
               Pen                pen)
{
  guint32            plan = bjt_storey_find_plan (self->picture, bjt_picture_get_door (self->picture, door)->building, self->level, bjt_map_frame_get_zoom (view));
  const BjtGeometry *outline = plan != BJT_NO_INDEX ? bjt_storey_get_outline (self->picture, plan, self->level, door) : NULL;

  if (outline != NULL)
    frame_outline (self, snapshot, view, outline, pen);
  return plan != BJT_NO_INDEX;
}

static void
frame_door (BjtChoiceLayer    *self,
            GtkSnapshot       *snapshot,
            const BjtMapFrame *view,
            guint32            index,
            Pen                pen)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, bjt_picture_get_door (self->picture, index)->building);
  BjtBuildingFrame          at;
  BjtBox                    cell, box;
  double                    reach;
  BjtPoint                  middle;
  cairo_t                  *cr;

  if (building->footprint == NULL || isnan (building->centre.x) || frame_on_plan (self, snapshot, view, index, pen))
    return;
  bjt_building_frame_init (&at, building, view);
  if (!bjt_building_frame_shows_doors (&at, bjt_map_frame_get_zoom (view), view->px))
    return;
  cell = bjt_building_frame_get_cell (&at, self->picture, index);
  reach = hypot (cell.x2 - cell.x1, cell.y2 - cell.y1) / 2;
  middle = bjt_map_frame_project (view, bjt_picture_get_door (self->picture, index)->place);
  box = (BjtBox) { middle.x - reach, middle.y - reach, middle.x + reach, middle.y + reach };
  cr = begin_node (self, snapshot, &box);
  if (cr == NULL)
    return;
  cairo_translate (cr, at.origin.x, at.origin.y);
  cairo_rotate (cr, at.angle);
  cairo_rectangle (cr, cell.x1, cell.y1, cell.x2 - cell.x1, cell.y2 - cell.y1);
  stroke (self, cr, pen);
  cairo_destroy (cr);
}

static void
draw_pin (BjtChoiceLayer    *self,
          GtkSnapshot       *snapshot,
          const BjtMapFrame *view)
{
  BjtPoint at = bjt_map_frame_project (view, self->pin);
  cairo_t *cr = begin_node (self, snapshot, &(BjtBox) { at.x - PIN_RADIUS, at.y - PIN_RADIUS, at.x + PIN_RADIUS, at.y + PIN_RADIUS });

  if (cr == NULL)
    return;
  cairo_arc (cr, at.x, at.y, PIN_RADIUS, 0, 2 * G_PI);
  stroke (self, cr, chosen_pen);
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, 2.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
bjt_choice_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  BjtChoiceLayer *self = BJT_CHOICE_LAYER (widget);
  BjtMapFrame     view;

  if (self->picture == NULL)
    return;
  bjt_map_camera_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget, &view);
  if (self->hovered_door != BJT_NO_INDEX)
    frame_door (self, snapshot, &view, self->hovered_door, hovered_pen);
  else if (self->hovered_building != BJT_NO_INDEX)
    frame_building (self, snapshot, &view, self->hovered_building, hovered_pen);
  if (self->building != BJT_NO_INDEX)
    frame_building (self, snapshot, &view, self->building, chosen_pen);
  if (self->door != BJT_NO_INDEX)
    frame_door (self, snapshot, &view, self->door, chosen_pen);
  if (self->cursor_door != BJT_NO_INDEX)
    frame_door (self, snapshot, &view, self->cursor_door, cursor_pen);
  else if (self->cursor_building != BJT_NO_INDEX)
    frame_building (self, snapshot, &view, self->cursor_building, cursor_pen);
  if (!isnan (self->pin.x))
    draw_pin (self, snapshot, &view);
}

static void
bjt_choice_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (bjt_choice_layer_parent_class)->constructed (object);
  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
bjt_choice_layer_dispose (GObject *object)
{
  BjtChoiceLayer *self = BJT_CHOICE_LAYER (object);

  g_clear_pointer (&self->picture, bjt_picture_unref);
  G_OBJECT_CLASS (bjt_choice_layer_parent_class)->dispose (object);
}

static void
bjt_choice_layer_class_init (BjtChoiceLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = bjt_choice_layer_constructed;
  G_OBJECT_CLASS (klass)->dispose = bjt_choice_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bjt_choice_layer_snapshot;
}

static void
bjt_choice_layer_init (BjtChoiceLayer *self)
{
  self->level = BJT_ALL_STOREYS;
  self->building = self->door = self->hovered_building = self->hovered_door = BJT_NO_INDEX;
  self->cursor_building = self->cursor_door = BJT_NO_INDEX;
  self->pin = (BjtPoint) { NAN, NAN };
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

BjtChoiceLayer *
bjt_choice_layer_new (ShumateViewport *viewport)
{
  return g_object_new (BJT_TYPE_CHOICE_LAYER, "viewport", viewport, NULL);
}

/* A new picture forgets what was chosen: indices may have moved. */
void
bjt_choice_layer_set_picture (BjtChoiceLayer *self,
                              BjtPicture     *picture)
{
  g_clear_pointer (&self->picture, bjt_picture_unref);
  if (picture != NULL)
    self->picture = bjt_picture_ref (picture);
  self->building = self->door = self->hovered_building = self->hovered_door = BJT_NO_INDEX;
  self->cursor_building = self->cursor_door = BJT_NO_INDEX;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bjt_choice_layer_choose (BjtChoiceLayer *self,
                         guint32         building,
                         guint32         door)
{
  self->building = building;
  self->door = door;
  self->pin = (BjtPoint) { NAN, NAN };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
bjt_choice_layer_hover (BjtChoiceLayer *self,
                        guint32         building,
                        guint32         door)
{
  if (self->hovered_building == building && self->hovered_door == door)
    return FALSE;
  self->hovered_building = building;
  self->hovered_door = door;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

void
bjt_choice_layer_set_cursor (BjtChoiceLayer *self,
                             guint32         building,
                             guint32         door)
{
  self->cursor_building = building;
  self->cursor_door = door;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bjt_choice_layer_set_level (BjtChoiceLayer *self,
                            int             level)
{
  self->level = level;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bjt_choice_layer_set_colour (BjtChoiceLayer *self,
                             guint32         colour)
{
  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bjt_choice_layer_set_pin (BjtChoiceLayer *self,
                          BjtPoint        mercator)
{
  self->pin = mercator;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
