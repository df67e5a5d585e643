/* bjt-draft-tool.c: the point under the pointer counts too until it is put down.
 * Main thread only. */
#include "bjt-draft-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-draft-pen.h"
#include "bjt-draft-words.h"
#include "bjt-snap-cue.h"
#include "bjt-typed-numbers.h"
#include "plan/bjt-plan-check.h"

#define STEP (G_PI / 12)  /* of directions with Shift */
#define STILL 5.0         /* px: a press that moved less is a click */
#define LEAST 1e-6        /* m */
#define TYPED_AWAY 26.0   /* px: what is typed stands above the pointer */

typedef struct
{
  /* Owned */
  BjtDraftBoard *board;
  GArray        *points; /* BjtPoint */
  char          *trouble;

  /* State */
  BjtElementKind   kind;
  BjtTypedNumbers  typed;
  BjtPlanSnapHit   hit;      /* where the pointer is taken to be */
  BjtPlanToolEvent event;    /* the last of the pointer; its frame is not kept */
  double           reach;    /* m */
  gboolean         has_pointer;
  gboolean         is_closing; /* the pointer is on the first point */
  gboolean         is_first;   /* the press that put down the first point */
  BjtPoint         pressed;    /* px */
} BjtDraftToolPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BjtDraftTool, bjt_draft_tool, BJT_TYPE_PLAN_TOOL)

enum
{
  PROP_0,
  PROP_BOARD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define PRIVATE(self) ((BjtDraftToolPrivate *) bjt_draft_tool_get_instance_private (self))

static void
emit_changed (BjtDraftTool *self)
{
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
}

/* What subclasses read */

BjtDraftBoard *
bjt_draft_tool_get_board (BjtDraftTool *self)
{
  return PRIVATE (self)->board;
}

void
bjt_draft_tool_set_kind (BjtDraftTool   *self,
                         BjtElementKind  kind)
{
  PRIVATE (self)->kind = kind;
  emit_changed (self);
}

BjtElementKind
bjt_draft_tool_get_kind (BjtDraftTool *self)
{
  return PRIVATE (self)->kind;
}

const BjtPoint *
bjt_draft_tool_get_points (BjtDraftTool *self,
                           guint        *n_points)
{
  GArray *points = PRIVATE (self)->points;

  *n_points = points->len;
  return (const BjtPoint *) (gpointer) points->data;
}

gboolean
bjt_draft_tool_get_pointer (BjtDraftTool *self,
                            BjtPoint     *at)
{
  *at = PRIVATE (self)->hit.at;
  return PRIVATE (self)->has_pointer;
}

const BjtPlanSnapHit *
bjt_draft_tool_get_hit (BjtDraftTool *self)
{
  return &PRIVATE (self)->hit;
}

gboolean
bjt_draft_tool_is_ring_closed (BjtDraftTool *self)
{
  return PRIVATE (self)->is_closing;
}

double
bjt_draft_tool_get_reach (BjtDraftTool *self)
{
  return PRIVATE (self)->reach;
}

/* Where a point falls */

static BjtPoint
turn_to_step (BjtPoint        from,
              const BjtPoint *before,
              BjtPoint        at)
{
  double base = before != NULL ? atan2 (from.y - before->y, from.x - before->x) : 0;
  double length = hypot (at.x - from.x, at.y - from.y);
  double angle = atan2 (at.y - from.y, at.x - from.x) - base;

  angle = base + round (angle / STEP) * STEP;
  length *= fabs (cos (atan2 (at.y - from.y, at.x - from.x) - angle));
  return (BjtPoint) { from.x + length * cos (angle), from.y + length * sin (angle) };
}

static BjtPoint
bjt_draft_tool_place (BjtDraftTool *self,
                      BjtPoint      from,
                      BjtPoint      at,
                      const double *numbers,
                      guint         n_numbers)
{
  double length = hypot (at.x - from.x, at.y - from.y);

  if (n_numbers == 0 || length < LEAST)
    return at;
  return (BjtPoint) { from.x + (at.x - from.x) / length * numbers[0], from.y + (at.y - from.y) / length * numbers[0] };
}

/* In line with the first point, so that the last side of a room meets it square. */
static void
align_with_first (BjtDraftToolPrivate *self)
{
  const BjtPoint *points = (const BjtPoint *) (gpointer) self->points->data;
  BjtPoint        first, last, at = self->hit.at, foot;
  double          length, along;

  if (self->points->len < 2 || self->hit.kind == BJT_PLAN_SNAP_VERTEX || self->hit.kind == BJT_PLAN_SNAP_MIDDLE || self->hit.kind == BJT_PLAN_SNAP_CROSSING)
    return;
  first = points[0];
  last = points[self->points->len - 1];
  length = hypot (at.x - last.x, at.y - last.y);
  if (length < LEAST)
    return;
  along = ((first.x - last.x) * (at.x - last.x) + (first.y - last.y) * (at.y - last.y)) / length;
  foot = (BjtPoint) { last.x + (at.x - last.x) / length * along, last.y + (at.y - last.y) / length * along };
  if (along > LEAST && hypot (foot.x - at.x, foot.y - at.y) <= self->reach)
    self->hit = (BjtPlanSnapHit) { BJT_PLAN_SNAP_RIGHT, foot, first, foot };
}

static void
find_snap (BjtDraftTool *self,
           BjtPoint      at)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);
  BjtDraftToolClass   *klass = BJT_DRAFT_TOOL_GET_CLASS (self);
  const BjtPoint      *points = (const BjtPoint *) (gpointer) priv->points->data;
  guint                n = priv->points->len;
  BjtPlanSnapWish      wish = { .reach = priv->reach };

  if (klass->n_numbers == 1)
    {
      double length;

      wish.has_start = n > 0;
      wish.has_before = n > 1;
      if (n > 0)
        wish.start = points[n - 1];
      if (n > 1)
        wish.before = points[n - 2];
      if (bjt_typed_numbers_get (&priv->typed, &length, 1) == 1)
        wish.length = length;
    }
  bjt_draft_board_find_snap (priv->board, at, &wish, &priv->hit);
  if (klass->is_ring && n >= 2)
    align_with_first (priv);
}

static void
find_place (BjtDraftTool *self)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);
  BjtDraftToolClass   *klass = BJT_DRAFT_TOOL_GET_CLASS (self);
  const BjtPoint      *points = (const BjtPoint *) (gpointer) priv->points->data;
  guint                n = priv->points->len, n_numbers;
  double               numbers[2];
  BjtPoint             at = priv->event.at;

  priv->hit = (BjtPlanSnapHit) { BJT_PLAN_SNAP_NONE, at, at, at };
  priv->is_closing = klass->is_ring && n >= klass->n_least && hypot (points[0].x - at.x, points[0].y - at.y) <= priv->reach;
  if (priv->is_closing)
    priv->hit = (BjtPlanSnapHit) { BJT_PLAN_SNAP_VERTEX, points[0], points[0], points[0] };
  else if ((priv->event.modifiers & GDK_SHIFT_MASK) != 0 && n > 0 && klass->n_numbers == 1)
    priv->hit.at = turn_to_step (points[n - 1], n > 1 ? &points[n - 2] : NULL, at);
  else if ((priv->event.modifiers & GDK_CONTROL_MASK) == 0)
    find_snap (self, at);
  n_numbers = bjt_typed_numbers_get (&priv->typed, numbers, G_N_ELEMENTS (numbers));
  if (n > 0 && (n_numbers > 0 || ((priv->event.modifiers & GDK_SHIFT_MASK) != 0 && klass->n_numbers == 2)))
    priv->hit.at = klass->place (self, points[n - 1], priv->hit.at, numbers, n_numbers);
}

static void
point_at (BjtDraftTool           *self,
          const BjtPlanToolEvent *event)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);

  priv->event = *event;
  priv->event.frame = NULL;
  priv->reach = BJT_DRAFT_REACH / event->frame->scale;
  priv->has_pointer = TRUE;
  find_place (self);
  emit_changed (self);
}

void
bjt_draft_tool_catch (BjtDraftTool           *self,
                      const BjtPlanToolEvent *event,
                      const BjtPoint         *start,
                      BjtPlanSnapHit         *hit)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);
  BjtPlanSnapWish      wish = { .reach = BJT_DRAFT_REACH / event->frame->scale };
  BjtPoint             at = event->at;

  priv->reach = wish.reach;
  priv->has_pointer = TRUE;
  priv->hit = (BjtPlanSnapHit) { BJT_PLAN_SNAP_NONE, at, at, at };
  if (start != NULL)
    {
      wish.has_start = TRUE;
      wish.start = *start;
    }
  if ((event->modifiers & GDK_SHIFT_MASK) != 0 && start != NULL)
    priv->hit.at = turn_to_step (*start, NULL, at);
  else if ((event->modifiers & GDK_CONTROL_MASK) == 0)
    bjt_draft_board_find_snap (priv->board, at, &wish, &priv->hit);
  *hit = priv->hit;
}

void
bjt_draft_tool_forget_pointer (BjtDraftTool *self)
{
  PRIVATE (self)->has_pointer = PRIVATE (self)->is_closing = FALSE;
  PRIVATE (self)->hit.kind = BJT_PLAN_SNAP_NONE;
}

/* Numbers */

gboolean
bjt_draft_tool_type (BjtDraftTool *self,
                     guint         keyval)
{
  if (!bjt_typed_numbers_type (&PRIVATE (self)->typed, keyval))
    return FALSE;
  emit_changed (self);
  return TRUE;
}

guint
bjt_draft_tool_get_typed (BjtDraftTool *self,
                          double       *numbers,
                          guint         n_numbers)
{
  return bjt_typed_numbers_get (&PRIVATE (self)->typed, numbers, n_numbers);
}

const char *
bjt_draft_tool_get_typed_text (BjtDraftTool *self)
{
  return PRIVATE (self)->typed.text->str;
}

void
bjt_draft_tool_forget_typed (BjtDraftTool *self)
{
  bjt_typed_numbers_drop (&PRIVATE (self)->typed);
}

/* Saving */

void
bjt_draft_tool_refuse (BjtDraftTool *self,
                       const GError *error,
                       BjtPoint      where)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self));

  g_free (PRIVATE (self)->trouble);
  PRIVATE (self)->trouble = g_strdup (bjt_draft_words_get_refusal (error));
  if (canvas != NULL && isfinite (where.x) && isfinite (where.y))
    bjt_plan_canvas_show_place (canvas, where);
  emit_changed (self);
}

gboolean
bjt_draft_tool_save (BjtDraftTool *self,
                     BjtPlanEdit  *edit)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self));

  return bjt_plan_edit_is_empty (edit) || (canvas != NULL && bjt_plan_canvas_save (canvas, edit));
}

/* @element: (transfer full) */
static gboolean
add_element (BjtDraftTool   *self,
             BjtPlanElement *element)
{
  BjtDraftBoard          *board = PRIVATE (self)->board;
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (GError)      error = NULL;
  guint32                 door = bjt_draft_board_find_door (board, element);
  BjtPoint                where;

  if (!bjt_plan_check_element (element, &where, &error))
    {
      bjt_draft_tool_refuse (self, error, where);
      bjt_plan_element_free (element);
      return FALSE;
    }
  bjt_plan_edit_add (edit, element);
  if (!bjt_draft_tool_save (self, edit))
    return FALSE;
  if (door != BJT_NO_INDEX)
    bjt_draft_board_note_drawn (board, door);
  return TRUE;
}

gboolean
bjt_draft_tool_add (BjtDraftTool   *self,
                    BjtElementKind  kind,
                    BjtGeometry    *shape,
                    const char     *label)
{
  BjtPlanElement *element = bjt_draft_board_new_element (PRIVATE (self)->board, kind, shape);

  element->label = g_strdup (label);
  return add_element (self, element);
}

gboolean
bjt_draft_tool_add_from (BjtDraftTool   *self,
                         BjtElementKind  kind,
                         BjtGeometry    *shape,
                         const char     *source_ref)
{
  BjtPlanElement *element = bjt_draft_board_new_element (PRIVATE (self)->board, kind, shape);

  element->source_ref = g_strdup (source_ref);
  return add_element (self, element);
}

/* Points */

void
bjt_draft_tool_drop_points (BjtDraftTool *self)
{
  g_array_set_size (PRIVATE (self)->points, 0);
  bjt_typed_numbers_drop (&PRIVATE (self)->typed);
  PRIVATE (self)->is_closing = PRIVATE (self)->is_first = FALSE;
  emit_changed (self);
}

static gboolean
finish (BjtDraftTool *self)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);
  BjtDraftToolClass   *klass = BJT_DRAFT_TOOL_GET_CLASS (self);

  if (priv->points->len < klass->n_least)
    return FALSE;
  if (klass->finish (self, (const BjtPoint *) (gpointer) priv->points->data, priv->points->len))
    {
      bjt_draft_tool_drop_points (self);
      return TRUE;
    }
  if (klass->n_most > 0 && priv->points->len == klass->n_most)
    g_array_set_size (priv->points, klass->n_most - 1);
  emit_changed (self);
  return FALSE;
}

static void
put_point (BjtDraftTool *self)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);
  BjtDraftToolClass   *klass = BJT_DRAFT_TOOL_GET_CLASS (self);
  BjtPoint             at = priv->hit.at;
  guint                n = priv->points->len;

  bjt_typed_numbers_drop (&priv->typed);
  if (priv->is_closing)
    {
      finish (self);
      return;
    }
  if (n > 0 && hypot (at.x - g_array_index (priv->points, BjtPoint, n - 1).x, at.y - g_array_index (priv->points, BjtPoint, n - 1).y) < LEAST)
    return;
  g_array_append_val (priv->points, at);
  if (klass->n_most > 0 && priv->points->len == klass->n_most)
    finish (self);
  else
    emit_changed (self);
}

static gboolean
take_back_point (BjtDraftTool *self)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);

  if (priv->points->len == 0)
    return FALSE;
  g_array_set_size (priv->points, priv->points->len - 1);
  find_place (self);
  emit_changed (self);
  return TRUE;
}

/* Events */

static gboolean
is_drawing (const BjtPlanToolEvent *event)
{
  return event->button == GDK_BUTTON_PRIMARY || event->button == 0;
}

static gboolean
bjt_draft_tool_press (BjtPlanTool            *tool,
                      const BjtPlanToolEvent *event)
{
  BjtDraftTool        *self = BJT_DRAFT_TOOL (tool);
  BjtDraftToolPrivate *priv = PRIVATE (self);

  if (!is_drawing (event))
    return FALSE;
  g_clear_pointer (&priv->trouble, g_free);
  if (!BJT_DRAFT_TOOL_GET_CLASS (self)->is_dragged)
    return event->n_press >= 2;
  point_at (self, event);
  priv->pressed = (BjtPoint) { event->x, event->y };
  priv->is_first = priv->points->len == 0;
  if (priv->is_first)
    put_point (self);
  return TRUE;
}

static void
bjt_draft_tool_release (BjtPlanTool            *tool,
                        const BjtPlanToolEvent *event)
{
  BjtDraftTool        *self = BJT_DRAFT_TOOL (tool);
  BjtDraftToolPrivate *priv = PRIVATE (self);

  if (!is_drawing (event))
    return;
  if (priv->is_first && hypot (event->x - priv->pressed.x, event->y - priv->pressed.y) < STILL)
    {
      priv->is_first = FALSE;
      return;
    }
  priv->is_first = FALSE;
  if (event->n_press > 1 && !BJT_DRAFT_TOOL_GET_CLASS (self)->is_dragged)
    {
      finish (self);
      return;
    }
  point_at (self, event);
  put_point (self);
}

static void
bjt_draft_tool_motion (BjtPlanTool            *tool,
                       const BjtPlanToolEvent *event)
{
  point_at (BJT_DRAFT_TOOL (tool), event);
}

static void
bjt_draft_tool_leave (BjtPlanTool *tool)
{
  bjt_draft_tool_forget_pointer (BJT_DRAFT_TOOL (tool));
  bjt_plan_tool_emit_changed (tool);
}

static gboolean
enter (BjtDraftTool *self)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);

  if (bjt_typed_numbers_is_empty (&priv->typed))
    return finish (self);
  if (!bjt_typed_numbers_ask_next (&priv->typed))
    put_point (self);
  find_place (self);
  emit_changed (self);
  return TRUE;
}

static gboolean
step_back (BjtDraftTool *self)
{
  BjtDraftToolPrivate *priv = PRIVATE (self);

  if (bjt_typed_numbers_is_empty (&priv->typed))
    return take_back_point (self);
  bjt_typed_numbers_drop (&priv->typed);
  find_place (self);
  emit_changed (self);
  return TRUE;
}

static gboolean
bjt_draft_tool_key (BjtPlanTool     *tool,
                    guint            keyval,
                    GdkModifierType  modifiers)
{
  BjtDraftTool        *self = BJT_DRAFT_TOOL (tool);
  BjtDraftToolPrivate *priv = PRIVATE (self);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || priv->points->len == 0)
    return FALSE;
  g_clear_pointer (&priv->trouble, g_free);
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return enter (self);
    case GDK_KEY_Escape:
      return step_back (self);
    default:
      break;
    }
  if (bjt_typed_numbers_type (&priv->typed, keyval))
    {
      find_place (self);
      emit_changed (self);
      return TRUE;
    }
  return keyval == GDK_KEY_BackSpace && take_back_point (self);
}

static void
bjt_draft_tool_cancel (BjtPlanTool *tool)
{
  g_clear_pointer (&PRIVATE (BJT_DRAFT_TOOL (tool))->trouble, g_free);
  bjt_draft_tool_drop_points (BJT_DRAFT_TOOL (tool));
}

/* Drawing */

static void
bjt_draft_tool_draw_points (BjtDraftTool       *self,
                            cairo_t            *cr,
                            const BjtPlanFrame *frame,
                            const BjtPoint     *points,
                            guint               n_points,
                            gboolean            has_pointer)
{
  bjt_draft_pen_add_path (cr, frame, points, n_points);
  if (BJT_DRAFT_TOOL_GET_CLASS (self)->is_ring && n_points > 2)
    {
      cairo_close_path (cr);
      bjt_tool_pen_fill (cr);
    }
  bjt_tool_pen_stroke (cr, TRUE);
  for (guint i = 0; i + has_pointer < n_points; i++)
    bjt_tool_pen_draw_knob (cr, bjt_plan_frame_to_view (frame, points[i]), i == 0 && bjt_draft_tool_is_ring_closed (self));
  for (guint i = 1; i < n_points; i++)
    bjt_draft_pen_draw_length (cr, frame, points[i - 1], points[i]);
}

static void
draw_typed (BjtDraftToolPrivate *self,
            cairo_t             *cr,
            const BjtPlanFrame  *frame)
{
  BjtPoint at = bjt_plan_frame_to_view (frame, self->event.at);

  at.y -= TYPED_AWAY;
  bjt_tool_pen_draw_label (cr, at, self->typed.text->str);
}

static void
bjt_draft_tool_draw (BjtPlanTool        *tool,
                     cairo_t            *cr,
                     const BjtPlanFrame *frame)
{
  BjtDraftTool        *self = BJT_DRAFT_TOOL (tool);
  BjtDraftToolPrivate *priv = PRIVATE (self);
  BjtDraftToolClass   *klass = BJT_DRAFT_TOOL_GET_CLASS (self);
  g_autoptr (GArray)   points = g_array_copy (priv->points);

  if (priv->has_pointer && points->len > 0)
    g_array_append_val (points, priv->hit.at);
  if (points->len > 0)
    klass->draw_points (self, cr, frame, (const BjtPoint *) (gpointer) points->data, points->len, points->len > priv->points->len);
  if (priv->has_pointer)
    bjt_snap_cue_draw (&priv->hit, cr, frame);
  if (priv->has_pointer && !bjt_typed_numbers_is_empty (&priv->typed))
    draw_typed (priv, cr, frame);
}

static const char *
bjt_draft_tool_get_cursor (BjtPlanTool *tool)
{
  return "crosshair";
}

static char *
bjt_draft_tool_dup_hint (BjtPlanTool *tool)
{
  BjtDraftTool        *self = BJT_DRAFT_TOOL (tool);
  BjtDraftToolPrivate *priv = PRIVATE (self);
  BjtDraftToolClass   *klass = BJT_DRAFT_TOOL_GET_CLASS (self);
  g_autofree char     *finding = klass->dup_finding != NULL ? klass->dup_finding (self) : NULL;
  const char          *step = klass->get_step != NULL ? klass->get_step (self, priv->points->len) : NULL;
  const char          *caught = priv->has_pointer ? bjt_draft_words_get_snap (priv->hit.kind) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (priv->trouble != NULL)
    return g_strdup (priv->trouble);
  if (finding != NULL)
    g_ptr_array_add (parts, finding);
  if (step != NULL)
    g_ptr_array_add (parts, (gpointer) step);
  if (caught != NULL)
    g_ptr_array_add (parts, (gpointer) caught);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* The object */

static void
bjt_draft_tool_attach (BjtPlanTool   *tool,
                       BjtPlanCanvas *canvas)
{
  if (canvas != NULL)
    bjt_draft_board_set_plan (PRIVATE (BJT_DRAFT_TOOL (tool))->board, canvas);
}

static void
bjt_draft_tool_plan_changed (BjtPlanTool *tool)
{
  bjt_draft_board_set_plan (PRIVATE (BJT_DRAFT_TOOL (tool))->board, bjt_plan_tool_get_canvas (tool));
}

static void
bjt_draft_tool_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *spec)
{
  BjtDraftTool *self = BJT_DRAFT_TOOL (object);

  if (id == PROP_BOARD)
    PRIVATE (self)->board = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bjt_draft_tool_constructed (GObject *object)
{
  BjtDraftTool *self = BJT_DRAFT_TOOL (object);

  G_OBJECT_CLASS (bjt_draft_tool_parent_class)->constructed (object);
  bjt_typed_numbers_init (&PRIVATE (self)->typed, BJT_DRAFT_TOOL_GET_CLASS (self)->n_numbers);
}

static void
bjt_draft_tool_finalize (GObject *object)
{
  BjtDraftToolPrivate *priv = PRIVATE (BJT_DRAFT_TOOL (object));

  g_clear_object (&priv->board);
  g_array_unref (priv->points);
  g_free (priv->trouble);
  bjt_typed_numbers_clear (&priv->typed);
  G_OBJECT_CLASS (bjt_draft_tool_parent_class)->finalize (object);
}

static void
bjt_draft_tool_class_init (BjtDraftToolClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  BjtPlanToolClass *tool_class = BJT_PLAN_TOOL_CLASS (klass);

  object_class->set_property = bjt_draft_tool_set_property;
  object_class->constructed = bjt_draft_tool_constructed;
  object_class->finalize = bjt_draft_tool_finalize;
  tool_class->attach = bjt_draft_tool_attach;
  tool_class->plan_changed = bjt_draft_tool_plan_changed;
  tool_class->press = bjt_draft_tool_press;
  tool_class->drag = bjt_draft_tool_motion;
  tool_class->release = bjt_draft_tool_release;
  tool_class->motion = bjt_draft_tool_motion;
  tool_class->leave = bjt_draft_tool_leave;
  tool_class->key = bjt_draft_tool_key;
  tool_class->cancel = bjt_draft_tool_cancel;
  tool_class->draw = bjt_draft_tool_draw;
  tool_class->get_cursor = bjt_draft_tool_get_cursor;
  tool_class->dup_hint = bjt_draft_tool_dup_hint;
  klass->n_numbers = 1;
  klass->place = bjt_draft_tool_place;
  klass->draw_points = bjt_draft_tool_draw_points;
  properties[PROP_BOARD] = g_param_spec_object ("board", NULL, NULL, BJT_TYPE_DRAFT_BOARD, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bjt_draft_tool_init (BjtDraftTool *self)
{
  PRIVATE (self)->points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
}
