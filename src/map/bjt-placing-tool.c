/* bjt-placing-tool.c: a click sets the end of a pair, caught by the corners of
 * buildings (Ctrl: not); a drag on an end moves it, on the ghost moves the plan,
 * elsewhere the map. Main thread only. */
#include "bjt-placing-tool.h"

#include "bjt-map-pen.h"
#include "geo/bjt-mercator.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REACH 10.0 /* px */
#define SLACK 4.0  /* px after which a press is a drag */
#define GHOST_OPACITY 0.6
#define NUDGE 0.1  /* m; with Shift: */
#define FAR_NUDGE 1.0
#define TURN (0.5 * G_PI / 180) /* with Shift: */
#define FAR_TURN (5 * G_PI / 180)

typedef enum
{
  DRAG_NOTHING,
  DRAG_END,
  DRAG_GHOST,
  DRAG_SIDE, /* lays the plan along it */
} Drag;

struct _BjtPlacingTool
{
  BjtMapTool parent_instance;

  /* Owned */
  BjtPlacing      *placing;
  GArray          *corners; /* BjtPoint, Mercator: of buildings */
  cairo_surface_t *ghost;

  /* State */
  Drag     drag;
  guint    pair;     /* whose end is dragged */
  BjtPoint start;    /* Mercator, of the press */
  BjtPoint last;
  double   x, y;     /* px, of the press */
  gboolean is_moved;
  gboolean lay_along;
};

G_DEFINE_FINAL_TYPE (BjtPlacingTool, bjt_placing_tool, BJT_TYPE_MAP_TOOL)

/* Places */

static BjtPoint
catch_corner (BjtPlacingTool     *self,
              const BjtToolEvent *event)
{
  double   reach = REACH / event->frame->scale;
  BjtPoint best = event->place;

  if ((event->modifiers & GDK_CONTROL_MASK) != 0)
    return best;
  for (guint i = 0; i < self->corners->len; i++)
    {
      BjtPoint corner = g_array_index (self->corners, BjtPoint, i);
      double   distance = hypot (corner.x - event->place.x, corner.y - event->place.y);

      if (distance > reach)
        continue;
      reach = distance;
      best = corner;
    }
  return best;
}

static gboolean
find_end (BjtPlacingTool     *self,
          const BjtToolEvent *event,
          guint              *pair)
{
  for (guint i = 0; i < bjt_placing_get_n_pairs (self->placing); i++)
    {
      const BjtPlacingPair *of = bjt_placing_get_pair (self->placing, i);
      BjtPoint              at = bjt_map_frame_project (event->frame, bjt_mercator_project (of->point.lon_lat));

      if (!of->has_ground || hypot (at.x - event->x, at.y - event->y) > REACH)
        continue;
      *pair = i;
      return TRUE;
    }
  return FALSE;
}

/* Lower left, lower right, upper right, upper left; FALSE: no place yet */
static gboolean
list_corners (BjtPlacingTool    *self,
              const BjtMapFrame *frame,
              BjtPoint           corners[4])
{
  BjtBox         box = bjt_placing_get_outline (self->placing);
  const BjtPoint plan[4] = { { box.x1, box.y1 }, { box.x2, box.y1 }, { box.x2, box.y2 }, { box.x1, box.y2 } };

  for (guint i = 0; i < 4; i++)
    {
      BjtPoint place = bjt_placing_to_mercator (self->placing, plan[i]);

      if (!isfinite (place.x))
        return FALSE;
      corners[i] = bjt_map_frame_project (frame, place);
    }
  return TRUE;
}

static gboolean
is_on_ghost (BjtPlacingTool     *self,
             const BjtToolEvent *event)
{
  BjtBox   box = bjt_placing_get_outline (self->placing);
  BjtPoint at = bjt_placing_from_mercator (self->placing, event->place);

  return isfinite (at.x) && at.x >= box.x1 && at.x <= box.x2 && at.y >= box.y1 && at.y <= box.y2;
}

/* The pointer */

static gboolean
bjt_placing_tool_press (BjtMapTool         *tool,
                        const BjtToolEvent *event)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (tool);

  if (event->button != GDK_BUTTON_PRIMARY)
    return FALSE;
  self->start = self->last = self->lay_along ? catch_corner (self, event) : event->place;
  self->x = event->x;
  self->y = event->y;
  self->is_moved = FALSE;
  if (self->lay_along)
    self->drag = DRAG_SIDE;
  else if (find_end (self, event, &self->pair))
    self->drag = DRAG_END;
  else
    self->drag = is_on_ghost (self, event) ? DRAG_GHOST : DRAG_NOTHING;
  return self->drag != DRAG_NOTHING;
}

static void
bjt_placing_tool_drag (BjtMapTool         *tool,
                       const BjtToolEvent *event)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (tool);

  self->is_moved |= hypot (event->x - self->x, event->y - self->y) > SLACK;
  if (!self->is_moved)
    return;
  if (self->drag == DRAG_END)
    bjt_placing_move_ground_end (self->placing, self->pair, bjt_mercator_unproject (catch_corner (self, event)));
  else if (self->drag == DRAG_GHOST)
    bjt_placing_drag (self->placing, self->last, event->place);
  else if (self->drag == DRAG_SIDE)
    bjt_placing_lay_along (self->placing, bjt_mercator_unproject (self->start), bjt_mercator_unproject (catch_corner (self, event)));
  self->last = event->place;
}

static void
bjt_placing_tool_release (BjtMapTool         *tool,
                          const BjtToolEvent *event)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (tool);

  if (event->button == GDK_BUTTON_PRIMARY && !self->is_moved && self->drag != DRAG_END && self->drag != DRAG_SIDE)
    bjt_placing_add_ground_end (self->placing, bjt_mercator_unproject (catch_corner (self, event)));
  if (self->drag == DRAG_SIDE && self->is_moved)
    self->lay_along = FALSE;
  self->drag = DRAG_NOTHING;
  bjt_map_tool_emit_changed (tool);
}

static gboolean
bjt_placing_tool_key (BjtMapTool      *tool,
                      guint            keyval,
                      GdkModifierType  modifiers)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (tool);
  gboolean        is_far = (modifiers & GDK_SHIFT_MASK) != 0;
  double          step = is_far ? FAR_NUDGE : NUDGE, turn = is_far ? FAR_TURN : TURN;

  if (bjt_placing_get_placement (self->placing) == NULL)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      bjt_placing_nudge (self->placing, keyval == GDK_KEY_Left ? -step : step, 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      bjt_placing_nudge (self->placing, 0, keyval == GDK_KEY_Down ? -step : step);
      return TRUE;
    case GDK_KEY_bracketleft:
    case GDK_KEY_braceleft:
      bjt_placing_turn (self->placing, turn);
      return TRUE;
    case GDK_KEY_bracketright:
    case GDK_KEY_braceright:
      bjt_placing_turn (self->placing, -turn);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
bjt_placing_tool_cancel (BjtMapTool *tool)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (tool);

  self->lay_along = FALSE;
  bjt_placing_drop_half (self->placing);
  bjt_map_tool_emit_changed (tool);
}

/* Drawing */

/* Three corners make the matrix; of a slanted plan the fourth is a little off. */
static void
draw_ghost (BjtPlacingTool *self,
            cairo_t        *cr,
            const BjtPoint  corners[4])
{
  double         width = cairo_image_surface_get_width (self->ghost), height = cairo_image_surface_get_height (self->ghost);
  cairo_matrix_t matrix = { (corners[2].x - corners[3].x) / width, (corners[2].y - corners[3].y) / width, (corners[0].x - corners[3].x) / height,
                            (corners[0].y - corners[3].y) / height, corners[3].x, corners[3].y };

  if (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx) < 1e-9)
    return;
  cairo_save (cr);
  cairo_transform (cr, &matrix);
  cairo_set_source_surface (cr, self->ghost, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint_with_alpha (cr, GHOST_OPACITY);
  cairo_restore (cr);
}

static void
draw_end (BjtPlacingTool    *self,
          cairo_t           *cr,
          const BjtMapFrame *frame,
          guint              pair)
{
  const BjtPlacingPair *of = bjt_placing_get_pair (self->placing, pair);
  BjtPoint              at = bjt_map_frame_project (frame, bjt_mercator_project (of->point.lon_lat));
  g_autofree char      *number = g_strdup_printf (bjt_placing_get_suspect (self->placing) == pair ? "%u ?" : "%u", pair + 1);

  if (!of->has_ground)
    return;
  bjt_tool_pen_draw_knob (cr, at, !of->has_plan);
  bjt_tool_pen_draw_label (cr, (BjtPoint) { at.x, at.y - 16 }, number);
}

static void
bjt_placing_tool_draw (BjtMapTool        *tool,
                       cairo_t           *cr,
                       const BjtMapFrame *frame)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (tool);
  BjtPoint        corners[4];

  if (list_corners (self, frame, corners))
    {
      if (self->ghost != NULL)
        draw_ghost (self, cr, corners);
      cairo_new_path (cr);
      for (guint i = 0; i < 4; i++)
        cairo_line_to (cr, corners[i].x, corners[i].y);
      cairo_close_path (cr);
      bjt_tool_pen_stroke (cr, TRUE);
      cairo_new_path (cr);
    }
  for (guint i = 0; i < bjt_placing_get_n_pairs (self->placing); i++)
    draw_end (self, cr, frame, i);
}

static BjtBox
bjt_placing_tool_get_drawn_box (BjtMapTool        *tool,
                                const BjtMapFrame *frame)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (tool);
  BjtBox          box = BJT_BOX_EMPTY;
  BjtPoint        corners[4];

  for (guint i = 0; list_corners (self, frame, corners) && i < 4; i++)
    bjt_box_add_point (&box, corners[i].x, corners[i].y);
  for (guint i = 0; i < bjt_placing_get_n_pairs (self->placing); i++)
    if (bjt_placing_get_pair (self->placing, i)->has_ground)
      {
        BjtPoint at = bjt_map_frame_project (frame, bjt_mercator_project (bjt_placing_get_pair (self->placing, i)->point.lon_lat));

        bjt_box_add_point (&box, at.x, at.y);
      }
  if (bjt_box_is_empty (&box))
    return box;
  return (BjtBox) { box.x1 - 3 * BJT_TOOL_PEN_ROOM, box.y1 - 4 * BJT_TOOL_PEN_ROOM, box.x2 + 3 * BJT_TOOL_PEN_ROOM, box.y2 + 3 * BJT_TOOL_PEN_ROOM };
}

static const char *
bjt_placing_tool_get_cursor (BjtMapTool *tool)
{
  return "crosshair";
}

static char *
bjt_placing_tool_dup_hint (BjtMapTool *tool)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (tool);
  guint           n = bjt_placing_get_n_pairs (self->placing);

  if (self->lay_along)
    return g_strdup (_("Drag along the side of the building where the lower side of the plan lies"));
  if (n > 0 && !bjt_placing_get_pair (self->placing, n - 1)->has_ground)
    /* Translators: %u is the number of a point */
    return g_strdup_printf (_("Now click point %u on the map"), n);
  if (bjt_placing_get_placement (self->placing) != NULL)
    return g_strdup (_("Drag the plan, or arrow keys: 0.1 m (Shift: 1 m), [ and ] turn"));
  return g_strdup (_("Click a corner on the plan, then the same corner on the map"));
}

/* The object */

void
bjt_placing_tool_set_ghost (BjtPlacingTool  *self,
                            cairo_surface_t *ghost)
{
  g_clear_pointer (&self->ghost, cairo_surface_destroy);
  self->ghost = ghost != NULL ? cairo_surface_reference (ghost) : NULL;
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

void
bjt_placing_tool_set_lay_along (BjtPlacingTool *self,
                                gboolean        lay_along)
{
  self->lay_along = lay_along;
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

static void
bjt_placing_tool_finalize (GObject *object)
{
  BjtPlacingTool *self = BJT_PLACING_TOOL (object);

  g_clear_object (&self->placing);
  g_array_unref (self->corners);
  g_clear_pointer (&self->ghost, cairo_surface_destroy);
  G_OBJECT_CLASS (bjt_placing_tool_parent_class)->finalize (object);
}

static void
bjt_placing_tool_class_init (BjtPlacingToolClass *klass)
{
  BjtMapToolClass *tool_class = BJT_MAP_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_placing_tool_finalize;
  tool_class->press = bjt_placing_tool_press;
  tool_class->drag = bjt_placing_tool_drag;
  tool_class->release = bjt_placing_tool_release;
  tool_class->key = bjt_placing_tool_key;
  tool_class->cancel = bjt_placing_tool_cancel;
  tool_class->draw = bjt_placing_tool_draw;
  tool_class->get_drawn_box = bjt_placing_tool_get_drawn_box;
  tool_class->get_cursor = bjt_placing_tool_get_cursor;
  tool_class->dup_hint = bjt_placing_tool_dup_hint;
}

static void
bjt_placing_tool_init (BjtPlacingTool *self)
{
  self->corners = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
}

static void
add_corners (BjtPlacingTool   *self,
             const BjtPicture *picture)
{
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtGeometry *footprint = bjt_picture_get_building (picture, b)->footprint;

      for (guint i = 0; footprint != NULL && i < footprint->n_points; i++)
        {
          BjtPoint corner = bjt_mercator_project (footprint->points[i]);

          g_array_append_val (self->corners, corner);
        }
    }
}

BjtMapTool *
bjt_placing_tool_new (BjtPlacing *placing,
                      BjtPicture *picture)
{
  BjtPlacingTool *self = g_object_new (BJT_TYPE_PLACING_TOOL, NULL);

  self->placing = g_object_ref (placing);
  add_corners (self, picture);
  g_signal_connect_object (placing, "changed", G_CALLBACK (bjt_map_tool_emit_changed), self, G_CONNECT_SWAPPED);
  return BJT_MAP_TOOL (self);
}
