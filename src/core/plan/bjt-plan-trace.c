/* bjt-plan-trace.c: which way to find the outline around a place.
 *
 * A closed shape counts as a room when it is no larger than half of the
 * drawing, and when the lines in it do not enclose a much smaller room. Where
 * gaps are to be closed, lines come first. Closed shapes and lines are put in
 * order at the first need (tens of milliseconds for ten thousand items), a
 * picture is decoded then. */
#include "bjt-plan-trace.h"

#include <math.h>

#include "bjt-drawing-index.h"
#include "bjt-plan-check.h"
#include "bjt-plan-flood.h"
#include "bjt-plan-lines.h"
#include "bjt-plan-shape.h"
#include "geo/bjt-geometry-overlay.h"

#define LEAST_ROOM 1.5   /* m² */
#define LEAST_PAGE 0.5   /* of the drawing: no room is larger */
#define TOLERANCE 0.15
#define DETAIL 0.12      /* m: a picture's corners smaller than that are noise */
#define TIDY 0.005       /* m */
#define SMALL_GAP 0.10   /* m: of a line on a picture that is worn */

struct _BjtPlanTrace
{
  BjtPlanBackdrop *backdrop;
  BjtDrawingIndex *index;
  BjtPlanLines    *lines;
  GHashTable      *floods; /* number of the picture → BjtPlanFlood */
};

G_DEFINE_QUARK (bjt-plan-trace-error-quark, bjt_plan_trace_error)

BjtPlanTrace *
bjt_plan_trace_new (BjtPlanBackdrop *backdrop)
{
  BjtPlanTrace *self = g_new0 (BjtPlanTrace, 1);

  self->backdrop = bjt_plan_backdrop_ref (backdrop);
  self->floods = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) bjt_plan_flood_free);
  return self;
}

void
bjt_plan_trace_free (BjtPlanTrace *self)
{
  if (self == NULL)
    return;
  bjt_drawing_index_free (self->index);
  bjt_plan_lines_free (self->lines);
  g_hash_table_unref (self->floods);
  bjt_plan_backdrop_unref (self->backdrop);
  g_free (self);
}

const BjtPlanBackdrop *
bjt_plan_trace_get_backdrop (const BjtPlanTrace *self)
{
  return self->backdrop;
}

static double
get_page (const BjtPlanTrace *self)
{
  BjtBox box = bjt_plan_backdrop_get_box (self->backdrop);

  return fmax (0, (box.x2 - box.x1) * (box.y2 - box.y1));
}

/* Closed shapes */

static void
make_index (BjtPlanTrace *self)
{
  g_auto (GStrv) hidden = g_strsplit (self->backdrop->record->hidden_layers != NULL ? self->backdrop->record->hidden_layers : "", "\n", -1);

  self->index = bjt_drawing_index_new (self->backdrop->drawing);
  for (guint i = 0; i < self->backdrop->drawing->n_layers; i++)
    bjt_drawing_index_set_hidden (self->index, i, g_strv_contains ((const char *const *) hidden, self->backdrop->drawing->layers[i].name));
}

static BjtPoint
to_plan (BjtPoint point,
         gpointer backdrop)
{
  return bjt_plan_backdrop_to_plan (backdrop, point);
}

static BjtGeometry *
dup_closed (BjtPlanTrace *self,
            BjtPoint      at,
            double        least,
            guint32      *item)
{
  double   scale = self->backdrop->record->scale;
  BjtPoint units = bjt_plan_backdrop_to_drawing (self->backdrop, at);
  g_autoptr (BjtGeometry) outline = NULL;
  g_autoptr (BjtGeometry) shape = NULL;

  if (self->index == NULL)
    make_index (self);
  outline = bjt_drawing_index_dup_outline (self->index, units.x, units.y, least / (scale * scale), item);
  shape = outline != NULL ? bjt_geometry_map (outline, to_plan, self->backdrop) : NULL;
  return shape != NULL && bjt_plan_shape_get_area (shape) <= LEAST_PAGE * get_page (self) ? g_steal_pointer (&shape) : NULL;
}

/* Lines */

static BjtGeometry *
dup_face (BjtPlanTrace           *self,
          BjtPoint                at,
          const BjtPlanTraceWish *wish,
          const double            areas[2],
          GCancellable           *cancellable)
{
  if (self->lines == NULL)
    self->lines = bjt_plan_lines_new (self->backdrop);
  return bjt_plan_lines_dup_face (self->lines, at, wish->close, areas, cancellable);
}

/* Pictures */

/* The picture's pixel at a place of the drawing; FALSE: not on it. */
static gboolean
to_pixel (const BjtPoint corners[3],
          double         width,
          double         height,
          BjtPoint       at,
          BjtPoint      *pixel)
{
  double ux = corners[1].x - corners[0].x, uy = corners[1].y - corners[0].y;
  double vx = corners[2].x - corners[0].x, vy = corners[2].y - corners[0].y;
  double whole = ux * vy - uy * vx, px = at.x - corners[0].x, py = at.y - corners[0].y;

  if (whole == 0)
    return FALSE;
  *pixel = (BjtPoint) { (px * vy - py * vx) / whole * width, (ux * py - uy * px) / whole * height };
  return pixel->x >= 0 && pixel->y >= 0 && pixel->x < width && pixel->y < height;
}

typedef struct
{
  const BjtPlanBackdrop *backdrop;
  const BjtPoint        *corners;
  double                 width, height;
} Picture;

static BjtPoint
from_pixel (BjtPoint point,
            gpointer user_data)
{
  const Picture *self = user_data;
  double         u = point.x / self->width, v = point.y / self->height;
  BjtPoint       units = { self->corners[0].x + u * (self->corners[1].x - self->corners[0].x) + v * (self->corners[2].x - self->corners[0].x),
                           self->corners[0].y + u * (self->corners[1].y - self->corners[0].y) + v * (self->corners[2].y - self->corners[0].y) };

  return bjt_plan_backdrop_to_plan (self->backdrop, units);
}

static BjtPlanFlood *
get_flood (BjtPlanTrace *self,
           guint32       picture,
           GError      **error)
{
  BjtPlanFlood *flood = g_hash_table_lookup (self->floods, GUINT_TO_POINTER (picture));
  g_autoptr (GError) reason = NULL;

  if (flood != NULL)
    return flood;
  flood = bjt_plan_flood_new (self->backdrop->drawing->pictures[picture].bytes, &reason);
  if (flood == NULL)
    g_set_error (error, BJT_PLAN_TRACE_ERROR, BJT_PLAN_TRACE_ERROR_PICTURE, "the picture can't be read: %s", reason->message);
  else
    g_hash_table_insert (self->floods, GUINT_TO_POINTER (picture), flood);
  return flood;
}

static BjtGeometry *
flood_item (BjtPlanTrace           *self,
            const BjtDrawingItem   *item,
            BjtPoint                at,
            const BjtPlanTraceWish *wish,
            gboolean               *is_open,
            GError                **error)
{
  BjtPlanFlood *flood = get_flood (self, item->picture, error);
  Picture       picture = { self->backdrop, self->backdrop->drawing->points + item->first_point, 0, 0 };
  double        metres; /* a pixel */
  BjtPoint      pixel;
  g_autoptr (BjtGeometry) outline = NULL;

  if (flood == NULL)
    return NULL;
  bjt_plan_flood_get_size (flood, &picture.width, &picture.height);
  if (!to_pixel (picture.corners, picture.width, picture.height, bjt_plan_backdrop_to_drawing (self->backdrop, at), &pixel))
    return NULL;
  metres = hypot (picture.corners[1].x - picture.corners[0].x, picture.corners[1].y - picture.corners[0].y) / picture.width * self->backdrop->record->scale;
  outline = bjt_plan_flood_find (flood, pixel, wish->tolerance > 0 ? wish->tolerance : TOLERANCE, fmax (wish->close, SMALL_GAP) / metres, DETAIL / metres, is_open);
  return outline != NULL && !*is_open ? bjt_geometry_map (outline, from_pixel, &picture) : NULL;
}

/* The topmost picture there. */
static BjtGeometry *
dup_flooded (BjtPlanTrace           *self,
             BjtPoint                at,
             const BjtPlanTraceWish *wish,
             gboolean               *is_open,
             GError                **error)
{
  const BjtDrawing *drawing = self->backdrop->drawing;

  for (guint32 i = drawing->n_items; i > 0; i--)
    {
      const BjtDrawingItem *item = drawing->items + i - 1;
      GError      *reason = NULL;
      BjtGeometry *shape = item->kind == BJT_DRAWING_PICTURE ? flood_item (self, item, at, wish, is_open, &reason) : NULL;

      if (reason != NULL)
        g_propagate_error (error, reason);
      if (shape != NULL || reason != NULL || *is_open)
        return shape;
    }
  return NULL;
}

/* All together */

/* A shape that is filled may be the ground of many rooms; a line around is one. */
static BjtGeometry *
dup_drawn (BjtPlanTrace           *self,
           BjtPoint                at,
           const BjtPlanTraceWish *wish,
           guint32                *item,
           GCancellable           *cancellable)
{
  double areas[2] = { wish->least > 0 ? wish->least : LEAST_ROOM, LEAST_PAGE * get_page (self) };
  g_autoptr (BjtGeometry) closed = dup_closed (self, at, areas[0], item);
  g_autoptr (BjtGeometry) face = NULL;

  if (closed != NULL && self->backdrop->drawing->items[*item].fill == BJT_NO_INK)
    return g_steal_pointer (&closed);
  if (closed != NULL)
    areas[1] = fmin (areas[1], bjt_plan_shape_get_area (closed) * (wish->close > 0 ? 1 : 0.5));
  face = dup_face (self, at, wish, areas, cancellable);
  if (face == NULL)
    return g_steal_pointer (&closed);
  *item = G_MAXUINT32;
  return g_steal_pointer (&face);
}

static BjtPlanElement *
new_element (const BjtPlanTrace *self,
             BjtGeometry        *shape,
             guint32             item)
{
  const BjtDrawing *drawing = self->backdrop->drawing;
  BjtPlanElement   *element = bjt_plan_element_new ();

  element->kind = BJT_ELEMENT_DOOR;
  element->shape = shape;
  if (item != G_MAXUINT32)
    element->source_ref = g_strjoin ("/", drawing->layers[drawing->items[item].layer].name, drawing->items[item].id, NULL);
  return element;
}

static gboolean
is_sound (BjtGeometry *shape)
{
  g_autoptr (BjtPlanElement) element = bjt_plan_element_new ();

  element->kind = BJT_ELEMENT_DOOR;
  element->shape = bjt_geometry_ref (shape);
  return bjt_plan_check_element (element, NULL, NULL);
}

/* Without needless corners, mended where it crosses itself; NULL: it can't be. */
static BjtGeometry *
dup_sound (const BjtGeometry *shape)
{
  g_autoptr (BjtGeometry) clean = bjt_plan_shape_dup_clean (shape, TIDY);
  g_autoptr (BjtGeometry) mended = NULL;
  g_autoptr (BjtGeometry) again = NULL;

  if (is_sound (clean))
    return g_steal_pointer (&clean);
  mended = bjt_geometry_overlay_dup_mended (clean);
  again = mended != NULL ? bjt_plan_shape_dup_clean (mended, TIDY) : NULL;
  return again != NULL && is_sound (again) ? g_steal_pointer (&again) : NULL;
}

/**
 * bjt_plan_trace_find:
 * @at: metres of the plan
 *
 * Returns: (transfer full) (nullable): the outline of a door, nobody's yet; its
 *   source_ref names the layer and the id of the shape it was
 */
BjtPlanElement *
bjt_plan_trace_find (BjtPlanTrace           *self,
                     BjtPoint                at,
                     const BjtPlanTraceWish *wish,
                     GCancellable           *cancellable,
                     GError                **error)
{
  guint32  item = G_MAXUINT32;
  gboolean is_open = FALSE;
  GError  *reason = NULL;
  g_autoptr (BjtGeometry) shape = NULL;
  g_autoptr (BjtGeometry) clean = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  shape = dup_drawn (self, at, wish, &item, cancellable);
  if (shape == NULL && !g_cancellable_is_cancelled (cancellable))
    shape = dup_flooded (self, at, wish, &is_open, &reason);
  clean = shape != NULL ? dup_sound (shape) : NULL;
  if (reason == NULL && !g_cancellable_set_error_if_cancelled (cancellable, &reason) && clean == NULL)
    g_set_error (&reason, BJT_PLAN_TRACE_ERROR, is_open ? BJT_PLAN_TRACE_ERROR_OPEN : BJT_PLAN_TRACE_ERROR_NOTHING,
                 is_open ? "the room at %.2f, %.2f is open to the outside; close gaps, such as doors of 1.2 m"
                         : "nothing closed is drawn around %.2f, %.2f; close gaps, or draw the outline by hand",
                 at.x, at.y);
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL ? new_element (self, g_steal_pointer (&clean), item) : NULL;
}
