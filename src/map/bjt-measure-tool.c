/* bjt-measure-tool.c: the point under the pointer counts too until the end.
 * Main thread only. */
#include "bjt-measure-tool.h"

#include "bjt-map-pen.h"
#include "geo/bjt-geodesic.h"
#include "geo/bjt-mercator.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LABEL_ROOM 90.0  /* px that a label may reach beyond its point */
#define MIN_LABELLED 70.0 /* px: a shorter side has no label */

struct _BjtMeasureTool
{
  BjtMapTool parent_instance;

  /* Owned */
  GArray *points; /* BjtPoint, Mercator */

  /* State */
  gboolean is_area;
  gboolean has_pointer; /* the last point is the pointer */
  gboolean is_finished;
};

G_DEFINE_FINAL_TYPE (BjtMeasureTool, bjt_measure_tool, BJT_TYPE_MAP_TOOL)

static const BjtPoint *
get_points (BjtMeasureTool *self)
{
  return (const BjtPoint *) (gpointer) self->points->data;
}

static GArray *
list_places (BjtMeasureTool *self)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (BjtPoint), self->points->len);

  for (guint i = 0; i < self->points->len; i++)
    {
      BjtPoint place = bjt_mercator_unproject (get_points (self)[i]);

      g_array_append_val (places, place);
    }
  return places;
}

/* Words */

static char *
format_distance (double metres)
{
  if (metres < 1000)
    /* Translators: a distance in metres */
    return g_strdup_printf (_("%.1f m"), metres);
  /* Translators: a distance in kilometres */
  return g_strdup_printf (_("%.3f km"), metres / 1000);
}

static char *
format_area (double square_metres)
{
  double mu = square_metres / BJT_SQUARE_METRES_PER_MU;

  if (square_metres < 1e6)
    /* Translators: an area in square metres, and in mu (15 to the hectare) */
    return g_strdup_printf (_("%.1f m² · %.2f mu"), square_metres, mu);
  /* Translators: an area in square kilometres, and in mu (15 to the hectare) */
  return g_strdup_printf (_("%.4f km² · %.1f mu"), square_metres / 1e6, mu);
}

static char *
dup_length (BjtMeasureTool *self)
{
  g_autoptr (GArray) places = list_places (self);

  return format_distance (bjt_geodesic_get_length ((const BjtPoint *) (gpointer) places->data, places->len));
}

static char *
dup_area (BjtMeasureTool *self)
{
  g_autoptr (GArray) places = list_places (self);
  double perimeter, area = bjt_geodesic_get_area ((const BjtPoint *) (gpointer) places->data, places->len, &perimeter);
  g_autofree char *around = format_distance (perimeter);
  g_autofree char *inside = format_area (area);

  /* Translators: an area, then the length of the line around it */
  return g_strdup_printf (_("%s, around it %s"), inside, around);
}

/**
 * bjt_measure_tool_dup_result:
 *
 * Returns: (transfer full) (nullable): as a person reads it
 */
char *
bjt_measure_tool_dup_result (BjtMeasureTool *self)
{
  if (self->is_area && self->points->len >= 3)
    return dup_area (self);
  return self->points->len >= 2 ? dup_length (self) : NULL;
}

static char *
bjt_measure_tool_dup_hint (BjtMapTool *tool)
{
  BjtMeasureTool  *self = BJT_MEASURE_TOOL (tool);
  g_autofree char *result = bjt_measure_tool_dup_result (self);

  if (result == NULL)
    return g_strdup (self->is_area ? _("Click the corners of the area to measure") : _("Click the points of the line to measure"));
  if (self->is_finished)
    /* Translators: %s is a distance or an area */
    return g_strdup_printf (_("%s — Ctrl+C copies, a click begins anew"), result);
  /* Translators: %s is a distance or an area */
  return g_strdup_printf (_("%s — a double click ends"), result);
}

/* Points */

static void
drop_pointer (BjtMeasureTool *self)
{
  if (self->has_pointer)
    g_array_set_size (self->points, self->points->len - 1);
  self->has_pointer = FALSE;
}

static void
drop (BjtMapTool *tool)
{
  BjtMeasureTool *self = BJT_MEASURE_TOOL (tool);

  g_array_set_size (self->points, 0);
  self->has_pointer = self->is_finished = FALSE;
  bjt_map_tool_emit_changed (tool);
}

static void
finish (BjtMeasureTool *self)
{
  drop_pointer (self);
  self->is_finished = self->points->len >= (self->is_area ? 3 : 2);
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

void
bjt_measure_tool_add_point (BjtMeasureTool *self,
                            BjtPoint        mercator)
{
  drop_pointer (self);
  if (self->is_finished)
    drop (BJT_MAP_TOOL (self));
  g_array_append_val (self->points, mercator);
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

/* A drag pans, but a double click is not the map's. */
static gboolean
bjt_measure_tool_press (BjtMapTool         *tool,
                        const BjtToolEvent *event)
{
  return event->button == GDK_BUTTON_PRIMARY && event->n_press >= 2;
}

static void
bjt_measure_tool_release (BjtMapTool         *tool,
                          const BjtToolEvent *event)
{
  if (event->button != GDK_BUTTON_PRIMARY)
    return;
  if (event->n_press == 1)
    bjt_measure_tool_add_point (BJT_MEASURE_TOOL (tool), event->place);
  else
    finish (BJT_MEASURE_TOOL (tool));
}

static void
bjt_measure_tool_motion (BjtMapTool         *tool,
                         const BjtToolEvent *event)
{
  BjtMeasureTool *self = BJT_MEASURE_TOOL (tool);

  drop_pointer (self);
  if (self->is_finished || self->points->len == 0)
    return;
  g_array_append_val (self->points, event->place);
  self->has_pointer = TRUE;
  bjt_map_tool_emit_changed (tool);
}

static void
bjt_measure_tool_leave (BjtMapTool *tool)
{
  drop_pointer (BJT_MEASURE_TOOL (tool));
  bjt_map_tool_emit_changed (tool);
}

static void
take_back (BjtMeasureTool *self)
{
  drop_pointer (self);
  self->is_finished = FALSE;
  if (self->points->len > 0)
    g_array_set_size (self->points, self->points->len - 1);
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

static gboolean
copy (BjtMeasureTool *self)
{
  g_autofree char *result = bjt_measure_tool_dup_result (self);

  if (result == NULL)
    return FALSE;
  gdk_clipboard_set_text (gdk_display_get_clipboard (gdk_display_get_default ()), result);
  return TRUE;
}

static gboolean
bjt_measure_tool_key (BjtMapTool      *tool,
                      guint            keyval,
                      GdkModifierType  modifiers)
{
  BjtMeasureTool *self = BJT_MEASURE_TOOL (tool);

  if (self->points->len == 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_c:
      return modifiers == GDK_CONTROL_MASK && copy (self);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      finish (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      take_back (self);
      return TRUE;
    case GDK_KEY_Escape:
      drop (tool);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Drawing */

static void
draw_side_label (cairo_t           *cr,
                 const BjtMapFrame *frame,
                 BjtPoint           from,
                 BjtPoint           to)
{
  BjtPoint         a = bjt_map_frame_project (frame, from), b = bjt_map_frame_project (frame, to);
  g_autofree char *text = NULL;

  if (hypot (b.x - a.x, b.y - a.y) < MIN_LABELLED)
    return;
  text = format_distance (bjt_geodesic_get_distance (bjt_mercator_unproject (from), bjt_mercator_unproject (to)));
  bjt_tool_pen_draw_label (cr, (BjtPoint) { (a.x + b.x) / 2, (a.y + b.y) / 2 }, text);
}

static void
draw_total (BjtMeasureTool    *self,
            cairo_t           *cr,
            const BjtMapFrame *frame)
{
  guint            n = self->points->len;
  BjtPoint         at = bjt_map_frame_project (frame, get_points (self)[n - 1]);
  g_autofree char *text = self->is_area ? NULL : dup_length (self);

  if (self->is_area && n >= 3)
    {
      g_autoptr (GArray) places = list_places (self);
      g_autoptr (BjtGeometry) ring = bjt_geometry_new_polygon (get_points (self), n);

      at = bjt_map_frame_project (frame, bjt_geometry_get_centroid (ring));
      text = format_area (bjt_geodesic_get_area ((const BjtPoint *) (gpointer) places->data, n, NULL));
    }
  else if (n > 2)
    at.y -= 22;
  else
    return;
  bjt_tool_pen_draw_label (cr, at, text);
}

static void
bjt_measure_tool_draw (BjtMapTool        *tool,
                       cairo_t           *cr,
                       const BjtMapFrame *frame)
{
  BjtMeasureTool *self = BJT_MEASURE_TOOL (tool);
  const BjtPoint *points = get_points (self);
  guint           n = self->points->len;

  bjt_map_pen_add_path (cr, frame, points, n);
  if (self->is_area && n >= 3)
    {
      cairo_close_path (cr);
      bjt_tool_pen_fill (cr);
    }
  bjt_tool_pen_stroke (cr, !self->is_finished);
  for (guint i = 0; i < n - self->has_pointer; i++)
    bjt_tool_pen_draw_knob (cr, bjt_map_frame_project (frame, points[i]), FALSE);
  for (guint i = 1; i < n; i++)
    draw_side_label (cr, frame, points[i - 1], points[i]);
  if (self->is_area && n >= 3)
    draw_side_label (cr, frame, points[n - 1], points[0]);
  if (n >= 2)
    draw_total (self, cr, frame);
}

static BjtBox
bjt_measure_tool_get_drawn_box (BjtMapTool        *tool,
                                const BjtMapFrame *frame)
{
  BjtMeasureTool *self = BJT_MEASURE_TOOL (tool);

  return bjt_map_pen_get_box (frame, get_points (self), self->points->len, LABEL_ROOM);
}

static const char *
bjt_measure_tool_get_cursor (BjtMapTool *tool)
{
  return "crosshair";
}

static void
bjt_measure_tool_finalize (GObject *object)
{
  g_array_unref (BJT_MEASURE_TOOL (object)->points);
  G_OBJECT_CLASS (bjt_measure_tool_parent_class)->finalize (object);
}

static void
bjt_measure_tool_class_init (BjtMeasureToolClass *klass)
{
  BjtMapToolClass *tool_class = BJT_MAP_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_measure_tool_finalize;
  tool_class->press = bjt_measure_tool_press;
  tool_class->release = bjt_measure_tool_release;
  tool_class->motion = bjt_measure_tool_motion;
  tool_class->leave = bjt_measure_tool_leave;
  tool_class->key = bjt_measure_tool_key;
  tool_class->cancel = drop;
  tool_class->draw = bjt_measure_tool_draw;
  tool_class->get_drawn_box = bjt_measure_tool_get_drawn_box;
  tool_class->get_cursor = bjt_measure_tool_get_cursor;
  tool_class->dup_hint = bjt_measure_tool_dup_hint;
}

static void
bjt_measure_tool_init (BjtMeasureTool *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
}

BjtMapTool *
bjt_measure_tool_new (gboolean is_area)
{
  BjtMeasureTool *self = g_object_new (BJT_TYPE_MEASURE_TOOL, NULL);

  self->is_area = is_area;
  return BJT_MAP_TOOL (self);
}

gboolean
bjt_measure_tool_is_area (BjtMeasureTool *self)
{
  return self->is_area;
}
