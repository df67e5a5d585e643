/* bjt-grid-tool.c: events into edits of the draft.
 *
 * The draft always begins as the picture is; an edit is tried on it, handed out,
 * and the draft made anew when the picture comes back with it. */
#include "bjt-grid-tool.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-grid-sketch.h"
#include "bjt-snap.h"

#define REACH 9.0        /* px */
#define NUDGE 1.0        /* m, of an arrow key; ten times with Shift */

struct _BjtGridTool
{
  BjtMapTool parent_instance;

  /* Owned */
  BjtGridDraft *draft;
  BjtSnap      *snap;
  GArray       *flaws;
  GArray       *overlaps; /* BjtFlaw, while dragging */
  GArray       *line;     /* BjtPoint: half drawn */

  /* State */
  BjtGridMode     mode;
  gboolean        cut_out;
  gboolean        is_dragging;
  gboolean        is_inserted;  /* the dragged vertex is new */
  gboolean        is_snapped;
  guint32         chosen;
  guint32         vertex;       /* under the pointer, dragged, or moved by keys */
  BjtPoint        pointer;
  BjtPoint        trouble;
};

G_DEFINE_FINAL_TYPE (BjtGridTool, bjt_grid_tool, BJT_TYPE_MAP_TOOL)

enum
{
  EDITED,
  COUNTED,
  CHOSEN,
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BjtPoint nowhere = { NAN, NAN };

static void
tell_counts (BjtGridTool *self)
{
  g_signal_emit (self, signals[COUNTED], 0);
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

/* Back to the picture; what is half drawn is gone. */
static void
drop_all (BjtGridTool *self)
{
  g_array_set_size (self->line, 0);
  g_clear_pointer (&self->overlaps, g_array_unref);
  self->is_dragging = self->is_inserted = self->is_snapped = FALSE;
  self->pointer = nowhere;
  if (self->draft != NULL)
    bjt_grid_draft_reset (self->draft);
}

static const char *
get_reason (const GError *error)
{
  static const char *const reasons[] = {
    [BJT_COVERAGE_ERROR_FAILED] = N_ ("This can't be done here"),
    [BJT_COVERAGE_ERROR_CROSSES_ITSELF] = N_ ("The border would cross itself"),
    [BJT_COVERAGE_ERROR_NOT_CUT] = N_ ("The line has to go from border to border"),
    [BJT_COVERAGE_ERROR_TOO_MANY_PIECES] = N_ ("The line cuts the grid into more than two parts"),
    [BJT_COVERAGE_ERROR_TOO_SMALL] = N_ ("Too small to be a grid"),
    [BJT_COVERAGE_ERROR_NOT_NEIGHBOURS] = N_ ("Only grids that share a border can be merged"),
    [BJT_COVERAGE_ERROR_NO_FREE_GROUND] = N_ ("All of this ground belongs to other grids"),
    [BJT_COVERAGE_ERROR_CUT_APART] = N_ ("A grid would fall into pieces"),
    [BJT_COVERAGE_ERROR_NOTHING_LEFT] = N_ ("Nothing would be left of a grid"),
    [BJT_COVERAGE_ERROR_BORDERS_MEET] = N_ ("Several borders meet at this corner; it can be moved, not removed"),
  };

  return _(reasons[error != NULL && error->domain == BJT_COVERAGE_ERROR ? error->code : BJT_COVERAGE_ERROR_FAILED]);
}

static void
refuse (BjtGridTool  *self,
        const GError *error)
{
  BjtPoint trouble = bjt_coverage_get_trouble (bjt_grid_draft_get_coverage (self->draft));

  drop_all (self);
  self->trouble = trouble;
  g_signal_emit (self, signals[REFUSED], 0, get_reason (error));
  tell_counts (self);
}

/* Hands out what the draft has become. */
static void
finish (BjtGridTool *self)
{
  g_autoptr (BjtGridEdit) edit = bjt_grid_draft_make_edit (self->draft);

  self->trouble = nowhere;
  if (edit != NULL)
    g_signal_emit (self, signals[EDITED], 0, edit);
  drop_all (self);
  tell_counts (self);
}

static void
finish_or_refuse (BjtGridTool   *self,
                  gboolean       done,
                  GError *const *error)
{
  if (done)
    finish (self);
  else
    refuse (self, *error);
}

/* Corners */

static guint32
find_vertex (BjtGridTool        *self,
             const BjtToolEvent *event)
{
  const BjtCoverage *coverage = bjt_grid_draft_get_coverage (self->draft);

  return bjt_coverage_find_vertex (coverage, event->place, REACH / event->frame->scale * bjt_coverage_get_metres (coverage));
}

/* A press on a side makes a corner there. */
static gboolean
begin_drag (BjtGridTool        *self,
            const BjtToolEvent *event)
{
  const BjtCoverage *coverage = bjt_grid_draft_get_coverage (self->draft);
  BjtCoverageEdge    edge;

  self->vertex = find_vertex (self, event);
  if (self->vertex == BJT_COVERAGE_NONE)
    {
      if (!bjt_coverage_find_edge (coverage, event->place, REACH / event->frame->scale * bjt_coverage_get_metres (coverage), &edge))
        return FALSE;
      self->vertex = bjt_grid_draft_insert_vertex (self->draft, &edge);
      self->is_inserted = TRUE;
    }
  self->is_dragging = TRUE;
  self->trouble = nowhere;
  self->pointer = nowhere;
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
  return TRUE;
}

static void
find_overlaps (BjtGridTool *self)
{
  BjtCoverage *coverage = bjt_grid_draft_get_coverage (self->draft);

  g_clear_pointer (&self->overlaps, g_array_unref);
  for (guint32 f = 0; f < bjt_coverage_get_n_faces (coverage) && self->overlaps == NULL; f++)
    if (bjt_coverage_has_corner (coverage, f, self->vertex))
      {
        self->overlaps = bjt_coverage_list_overlaps (coverage, f);
        if (self->overlaps->len == 0)
          g_clear_pointer (&self->overlaps, g_array_unref);
      }
  if (!bjt_coverage_find_crossing (coverage, self->vertex, &self->trouble))
    self->trouble = nowhere;
}

/* Another corner or side catches the dragged one; its own sides do not. */
static BjtPoint
catch_drag (BjtGridTool        *self,
            const BjtToolEvent *event)
{
  const BjtCoverage *coverage = bjt_grid_draft_get_base (self->draft);
  BjtPoint place = event->place;
  guint32  near = bjt_coverage_find_vertex (coverage, place, REACH / event->frame->scale * bjt_coverage_get_metres (coverage));

  self->is_snapped = near != BJT_COVERAGE_NONE && near != self->vertex;
  return self->is_snapped ? bjt_coverage_get_vertex (coverage, near) : place;
}

static void
drag_to (BjtGridTool *self,
         BjtPoint     place)
{
  self->pointer = place;
  bjt_grid_draft_drag (self->draft, self->vertex, place);
  find_overlaps (self);
  tell_counts (self);
}

static void
drop_at (BjtGridTool *self,
         BjtPoint     place)
{
  g_autoptr (GError) error = NULL;
  guint32 vertex = self->vertex;

  finish_or_refuse (self, bjt_grid_draft_move_vertex (self->draft, vertex, place, &error), &error);
  self->vertex = bjt_coverage_find_vertex (bjt_grid_draft_get_coverage (self->draft), place, 1);
}

static void
remove_vertex (BjtGridTool *self)
{
  g_autoptr (GError) error = NULL;

  finish_or_refuse (self, bjt_grid_draft_remove_vertex (self->draft, self->vertex, &error), &error);
  self->vertex = BJT_COVERAGE_NONE;
}

/* Lines */

static gboolean
try_line (BjtGridTool *self,
          GError     **error)
{
  const BjtPoint *points = (const BjtPoint *) (gpointer) self->line->data;
  BjtPoint        middle;
  guint32         grid;

  bjt_grid_draft_reset (self->draft);
  if (self->mode == BJT_GRID_MODE_DRAW)
    return bjt_grid_draft_draw (self->draft, points, self->line->len, self->cut_out ? BJT_COVERAGE_CUT_OUT : BJT_COVERAGE_FREE_GROUND, error);
  middle = self->line->len > 1 ? (BjtPoint) { (points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2 } : nowhere;
  grid = bjt_coverage_find_face (bjt_grid_draft_get_coverage (self->draft), middle);
  if (self->chosen != BJT_NO_INDEX && bjt_coverage_contains (bjt_grid_draft_get_coverage (self->draft), self->chosen, middle))
    grid = self->chosen;
  if (grid != BJT_COVERAGE_NONE)
    return bjt_grid_draft_split (self->draft, grid, points, self->line->len, error);
  g_set_error_literal (error, BJT_COVERAGE_ERROR, BJT_COVERAGE_ERROR_NOT_CUT, "the line begins in no grid");
  return FALSE;
}

/* What it would be if the pointer were the next corner. */
static void
preview (BjtGridTool *self)
{
  if (self->line->len == 0)
    return;
  g_array_append_val (self->line, self->pointer);
  if (!try_line (self, NULL))
    bjt_grid_draft_reset (self->draft);
  g_array_set_size (self->line, self->line->len - 1);
}

static void
finish_line (BjtGridTool *self)
{
  g_autoptr (GError) error = NULL;

  if (self->line->len < (self->mode == BJT_GRID_MODE_DRAW ? 3 : 2))
    return;
  finish_or_refuse (self, try_line (self, &error), &error);
}

/* A click on the first corner closes a ring; a line is done when it cuts. */
static void
add_corner (BjtGridTool        *self,
            const BjtToolEvent *event)
{
  const BjtPoint *first = (const BjtPoint *) (gpointer) self->line->data;
  double          reach = REACH / event->frame->scale;

  self->trouble = nowhere;
  if (event->n_press > 1
      || (self->mode == BJT_GRID_MODE_DRAW && self->line->len > 2 && hypot (first->x - event->place.x, first->y - event->place.y) <= reach))
    {
      finish_line (self);
      return;
    }
  g_array_append_val (self->line, self->pointer);
  if (self->mode == BJT_GRID_MODE_SPLIT && self->line->len > 1 && try_line (self, NULL))
    finish (self);
  else
    {
      bjt_grid_draft_reset (self->draft);
      tell_counts (self);
    }
}

static void
point_at (BjtGridTool        *self,
          const BjtToolEvent *event)
{
  self->pointer = event->place;
  self->is_snapped = FALSE;
  if ((event->modifiers & GDK_SHIFT_MASK) != 0 && self->line->len > 0)
    self->pointer = bjt_snap_square ((const BjtPoint *) (gpointer) self->line->data, self->line->len, event->place);
  else
    self->is_snapped = bjt_snap_catch (self->snap, bjt_grid_draft_get_coverage (self->draft), &self->pointer, REACH / event->frame->scale);
}

static void
click_grid (BjtGridTool *self,
            guint32      grid)
{
  g_autoptr (GError) error = NULL;
  guint32 first = self->chosen;

  if (self->mode != BJT_GRID_MODE_MERGE || first == BJT_NO_INDEX || grid == BJT_NO_INDEX || first == grid)
    {
      bjt_grid_tool_choose (self, grid);
      return;
    }
  finish_or_refuse (self, bjt_grid_draft_merge (self->draft, first, grid, &error), &error);
}

/* Events */

static gboolean
bjt_grid_tool_press (BjtMapTool         *tool,
                     const BjtToolEvent *event)
{
  BjtGridTool *self = BJT_GRID_TOOL (tool);

  return self->draft != NULL && self->mode == BJT_GRID_MODE_RESHAPE && event->button == GDK_BUTTON_PRIMARY && begin_drag (self, event);
}

static void
bjt_grid_tool_drag (BjtMapTool         *tool,
                    const BjtToolEvent *event)
{
  BjtGridTool *self = BJT_GRID_TOOL (tool);

  if (self->is_dragging)
    drag_to (self, catch_drag (self, event));
}

static void
bjt_grid_tool_release (BjtMapTool         *tool,
                       const BjtToolEvent *event)
{
  BjtGridTool *self = BJT_GRID_TOOL (tool);
  guint32      face;

  if (self->draft == NULL || event->button != GDK_BUTTON_PRIMARY)
    return;
  if (self->is_dragging && isnan (self->pointer.x)) /* a click on a corner, or on a side */
    {
      guint32 vertex = self->vertex;
      gboolean was_inserted = self->is_inserted;

      drop_all (self);
      self->vertex = was_inserted ? BJT_COVERAGE_NONE : vertex;
      tell_counts (self);
    }
  else if (self->is_dragging)
    drop_at (self, self->pointer);
  else if (self->mode == BJT_GRID_MODE_DRAW || self->mode == BJT_GRID_MODE_SPLIT)
    {
      point_at (self, event);
      add_corner (self, event);
    }
  else
    {
      face = bjt_coverage_find_face (bjt_grid_draft_get_coverage (self->draft), event->place);
      click_grid (self, face);
    }
}

static void
bjt_grid_tool_motion (BjtMapTool         *tool,
                      const BjtToolEvent *event)
{
  BjtGridTool *self = BJT_GRID_TOOL (tool);
  guint32      vertex;

  if (self->draft == NULL)
    return;
  if (self->mode == BJT_GRID_MODE_DRAW || self->mode == BJT_GRID_MODE_SPLIT)
    {
      bjt_grid_draft_reset (self->draft);
      point_at (self, event);
      preview (self);
      tell_counts (self);
      return;
    }
  vertex = self->mode == BJT_GRID_MODE_RESHAPE ? find_vertex (self, event) : BJT_COVERAGE_NONE;
  if (vertex == self->vertex || vertex == BJT_COVERAGE_NONE)
    return;
  self->vertex = vertex;
  bjt_map_tool_emit_changed (tool);
}

static void
bjt_grid_tool_leave (BjtMapTool *tool)
{
  BjtGridTool *self = BJT_GRID_TOOL (tool);

  if (self->is_dragging || self->draft == NULL)
    return;
  self->pointer = nowhere;
  bjt_grid_draft_reset (self->draft);
  tell_counts (self);
}

static gboolean
nudge (BjtGridTool    *self,
       guint           keyval,
       GdkModifierType modifiers)
{
  const BjtCoverage *coverage = bjt_grid_draft_get_coverage (self->draft);
  double             step = NUDGE / bjt_coverage_get_metres (coverage) * ((modifiers & GDK_SHIFT_MASK) != 0 ? 10 : 1);
  BjtPoint           place;

  if (!bjt_coverage_has_vertex (coverage, self->vertex))
    return FALSE;
  place = bjt_coverage_get_vertex (coverage, self->vertex);
  place.x += keyval == GDK_KEY_Right ? step : keyval == GDK_KEY_Left ? -step : 0;
  place.y += keyval == GDK_KEY_Down ? step : keyval == GDK_KEY_Up ? -step : 0;
  drop_at (self, place);
  return TRUE;
}

/* Along the border of the chosen grid. */
static gboolean
next_vertex (BjtGridTool *self)
{
  const BjtCoverage *coverage = bjt_grid_draft_get_coverage (self->draft);
  const guint32     *ring;
  guint              n, at = 0;

  if (self->chosen >= bjt_coverage_get_n_faces (coverage) || bjt_coverage_get_n_rings (coverage, self->chosen) == 0)
    return FALSE;
  ring = bjt_coverage_get_ring (coverage, self->chosen, 0, &n);
  for (guint i = 0; i < n; i++)
    if (ring[i] == self->vertex)
      at = i + 1;
  self->vertex = ring[at % n];
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
  return TRUE;
}

static gboolean
step_back (BjtGridTool *self)
{
  if (self->line->len > 0)
    g_array_set_size (self->line, self->line->len - 1);
  else if (self->mode == BJT_GRID_MODE_RESHAPE && bjt_coverage_has_vertex (bjt_grid_draft_get_coverage (self->draft), self->vertex))
    {
      remove_vertex (self);
      return TRUE;
    }
  else
    return FALSE;
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
  return TRUE;
}

static gboolean
drop_half_done (BjtGridTool *self)
{
  gboolean is_busy = self->line->len > 0 || self->is_dragging;

  if (is_busy)
    {
      drop_all (self);
      tell_counts (self);
    }
  return is_busy;
}

static gboolean
bjt_grid_tool_key (BjtMapTool     *tool,
                   guint           keyval,
                   GdkModifierType modifiers)
{
  BjtGridTool *self = BJT_GRID_TOOL (tool);

  if (self->draft == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Escape:
      return drop_half_done (self);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      finish_line (self);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      return step_back (self);
    case GDK_KEY_n:
      return self->mode == BJT_GRID_MODE_RESHAPE && next_vertex (self);
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      return self->mode == BJT_GRID_MODE_RESHAPE && nudge (self, keyval, modifiers);
    default:
      return FALSE;
    }
}

static void
bjt_grid_tool_cancel (BjtMapTool *tool)
{
  drop_half_done (BJT_GRID_TOOL (tool));
}

/* Looks */

static void
bjt_grid_tool_draw (BjtMapTool        *tool,
                    cairo_t           *cr,
                    const BjtMapFrame *frame)
{
  BjtGridTool  *self = BJT_GRID_TOOL (tool);
  BjtGridSketch sketch = {
    .draft = self->draft,
    .flaws = self->is_dragging ? NULL : self->flaws,
    .overlaps = self->overlaps,
    .chosen = self->chosen,
    .vertex = self->vertex,
    .line = self->line,
    .is_dragged = self->is_dragging,
    .is_ring = self->mode == BJT_GRID_MODE_DRAW,
    .pointer = self->pointer,
    .is_snapped = self->is_snapped,
    .trouble = self->trouble,
    .is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ()),
  };

  if (self->draft != NULL)
    bjt_grid_sketch_draw (&sketch, cr, frame);
}

static BjtBox
bjt_grid_tool_get_drawn_box (BjtMapTool        *tool,
                             const BjtMapFrame *frame)
{
  BjtPoint low = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x1, frame->box.y1 });
  BjtPoint high = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x2, frame->box.y2 });

  return BJT_GRID_TOOL (tool)->draft != NULL ? (BjtBox) { low.x, low.y, high.x, high.y } : BJT_BOX_EMPTY;
}

static const char *
bjt_grid_tool_get_cursor (BjtMapTool *tool)
{
  BjtGridTool *self = BJT_GRID_TOOL (tool);

  switch (self->mode)
    {
    case BJT_GRID_MODE_DRAW:
    case BJT_GRID_MODE_SPLIT:
      return "crosshair";
    case BJT_GRID_MODE_MERGE:
      return "pointer";
    case BJT_GRID_MODE_RESHAPE:
    default:
      return self->is_dragging ? "grabbing" : NULL;
    }
}

static char *
bjt_grid_tool_dup_hint (BjtMapTool *tool)
{
  static const char *const hints[] = {
    [BJT_GRID_MODE_RESHAPE] = N_ ("Drag a corner or a side. Del removes a corner, arrows move it, N goes to the next."),
    [BJT_GRID_MODE_DRAW] = N_ ("Click the corners of the new grid; Enter or a double click closes it. Shift: right angles."),
    [BJT_GRID_MODE_SPLIT] = N_ ("Click on one border, then on the other. Shift: right angles."),
    [BJT_GRID_MODE_MERGE] = N_ ("Click a grid, then the neighbour that becomes part of it."),
  };

  return g_strdup (_(hints[BJT_GRID_TOOL (tool)->mode]));
}

/* What others see */

static BjtUuid
get_chosen_id (BjtGridTool *self)
{
  const BjtPicture *picture = self->draft != NULL ? bjt_grid_draft_get_picture (self->draft) : NULL;

  return picture != NULL && self->chosen < picture->grids->len ? bjt_picture_get_grid (picture, self->chosen)->id : BJT_UUID_NIL;
}

static guint32
find_grid (const BjtPicture *picture,
           const BjtUuid    *id)
{
  for (guint32 g = 0; g < picture->grids->len; g++)
    if (bjt_uuid_equal (&bjt_picture_get_grid (picture, g)->id, id))
      return g;
  return BJT_NO_INDEX;
}

void
bjt_grid_tool_set_picture (BjtGridTool         *self,
                           BjtPicture          *picture,
                           const BjtGridLimits *limits)
{
  BjtUuid chosen = get_chosen_id (self);

  g_array_set_size (self->line, 0);
  g_clear_pointer (&self->overlaps, g_array_unref);
  g_clear_pointer (&self->flaws, g_array_unref);
  g_clear_pointer (&self->draft, bjt_grid_draft_free);
  g_clear_pointer (&self->snap, bjt_snap_free);
  self->is_dragging = self->is_inserted = FALSE;
  self->vertex = BJT_COVERAGE_NONE;
  if (picture != NULL)
    {
      self->draft = bjt_grid_draft_new (picture, limits);
      self->snap = bjt_snap_new (picture);
      self->flaws = bjt_coverage_list_flaws (bjt_grid_draft_get_coverage (self->draft));
      self->chosen = find_grid (picture, &chosen);
    }
  tell_counts (self);
}

BjtGridDraft *
bjt_grid_tool_get_draft (BjtGridTool *self)
{
  return self->draft;
}

const GArray *
bjt_grid_tool_get_flaws (BjtGridTool *self)
{
  return self->flaws;
}

void
bjt_grid_tool_set_mode (BjtGridTool *self,
                        BjtGridMode  mode)
{
  if (self->mode == mode)
    return;
  drop_all (self);
  self->mode = mode;
  self->vertex = BJT_COVERAGE_NONE;
  self->trouble = nowhere;
  g_signal_emit (self, signals[CHOSEN], 0);
  tell_counts (self);
}

BjtGridMode
bjt_grid_tool_get_mode (BjtGridTool *self)
{
  return self->mode;
}

void
bjt_grid_tool_set_cut_out (BjtGridTool *self,
                           gboolean     cut_out)
{
  self->cut_out = cut_out;
}

void
bjt_grid_tool_choose (BjtGridTool *self,
                      guint32      grid)
{
  if (self->chosen == grid)
    return;
  self->chosen = grid;
  self->vertex = BJT_COVERAGE_NONE;
  g_signal_emit (self, signals[CHOSEN], 0);
  bjt_map_tool_emit_changed (BJT_MAP_TOOL (self));
}

guint32
bjt_grid_tool_get_chosen (BjtGridTool *self)
{
  return self->chosen;
}

void
bjt_grid_tool_remove_chosen (BjtGridTool *self)
{
  if (self->draft == NULL || self->chosen == BJT_NO_INDEX)
    return;
  drop_all (self);
  bjt_grid_draft_remove (self->draft, self->chosen);
  finish (self);
}

/* The object */

static void
bjt_grid_tool_finalize (GObject *object)
{
  BjtGridTool *self = BJT_GRID_TOOL (object);

  g_clear_pointer (&self->draft, bjt_grid_draft_free);
  g_clear_pointer (&self->snap, bjt_snap_free);
  g_clear_pointer (&self->flaws, g_array_unref);
  g_clear_pointer (&self->overlaps, g_array_unref);
  g_array_unref (self->line);
  G_OBJECT_CLASS (bjt_grid_tool_parent_class)->finalize (object);
}

static void
bjt_grid_tool_class_init (BjtGridToolClass *klass)
{
  BjtMapToolClass *tool_class = BJT_MAP_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_grid_tool_finalize;
  tool_class->press = bjt_grid_tool_press;
  tool_class->drag = bjt_grid_tool_drag;
  tool_class->release = bjt_grid_tool_release;
  tool_class->motion = bjt_grid_tool_motion;
  tool_class->leave = bjt_grid_tool_leave;
  tool_class->key = bjt_grid_tool_key;
  tool_class->cancel = bjt_grid_tool_cancel;
  tool_class->draw = bjt_grid_tool_draw;
  tool_class->get_drawn_box = bjt_grid_tool_get_drawn_box;
  tool_class->get_cursor = bjt_grid_tool_get_cursor;
  tool_class->dup_hint = bjt_grid_tool_dup_hint;
  signals[EDITED] = g_signal_new ("edited", BJT_TYPE_GRID_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[COUNTED] = g_signal_new ("counted", BJT_TYPE_GRID_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", BJT_TYPE_GRID_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", BJT_TYPE_GRID_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bjt_grid_tool_init (BjtGridTool *self)
{
  self->line = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self->chosen = BJT_NO_INDEX;
  self->vertex = BJT_COVERAGE_NONE;
  self->pointer = self->trouble = nowhere;
  self->cut_out = TRUE;
}

BjtMapTool *
bjt_grid_tool_new (void)
{
  return g_object_new (BJT_TYPE_GRID_TOOL, NULL);
}
