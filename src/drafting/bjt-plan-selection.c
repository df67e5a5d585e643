/* bjt-plan-selection.c: linear in what is drawn. Main thread only. */
#include "bjt-plan-selection.h"

#include <math.h>

#include "plan/bjt-plan-shape.h"

#define BESIDE 0.5 /* m: where a copy of a point goes */

struct _BjtPlanSelection
{
  GObject parent_instance;

  /* Owned */
  GArray *ids; /* BjtUuid */

  /* Borrowed */
  BjtDraftTool *tool;
};

G_DEFINE_FINAL_TYPE (BjtPlanSelection, bjt_plan_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BjtPoint nowhere = { (double) NAN, (double) NAN };

/* Reading */

static GPtrArray *
get_elements (BjtPlanSelection *self)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self->tool));

  return canvas != NULL ? bjt_plan_canvas_get_elements (canvas) : NULL;
}

static gboolean
find_id (BjtPlanSelection *self,
         const BjtUuid    *id,
         guint            *index)
{
  for (*index = 0; *index < self->ids->len; (*index)++)
    if (bjt_uuid_equal (&g_array_index (self->ids, BjtUuid, *index), id))
      return TRUE;
  return FALSE;
}

gboolean
bjt_plan_selection_contains (BjtPlanSelection *self,
                             const BjtUuid    *id)
{
  guint index;

  return find_id (self, id, &index);
}

GPtrArray *
bjt_plan_selection_list_elements (BjtPlanSelection *self)
{
  GPtrArray *all = get_elements (self), *chosen = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      BjtPlanElement *element = g_ptr_array_index (all, i);

      if (element->shape != NULL && bjt_plan_selection_contains (self, &element->id))
        g_ptr_array_add (chosen, element);
    }
  return chosen;
}

BjtPlanElement *
bjt_plan_selection_get_only (BjtPlanSelection *self)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self);

  return chosen->len == 1 ? g_ptr_array_index (chosen, 0) : NULL;
}

guint
bjt_plan_selection_get_n_chosen (BjtPlanSelection *self)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self);

  return chosen->len;
}

gboolean
bjt_plan_selection_get_box (BjtPlanSelection *self,
                            BjtBox           *metres)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self);

  *metres = BJT_BOX_EMPTY;
  for (guint i = 0; i < chosen->len; i++)
    {
      const BjtPlanElement *element = g_ptr_array_index (chosen, i);

      bjt_box_add_point (metres, element->shape->box.x1, element->shape->box.y1);
      bjt_box_add_point (metres, element->shape->box.x2, element->shape->box.y2);
    }
  return chosen->len > 0;
}

/* Choosing */

/* Choosing the outline of a door chooses the door everywhere. */
static void
choose_door (BjtPlanSelection *self)
{
  BjtPlanCanvas       *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self->tool));
  BjtPlanElement      *only = bjt_plan_selection_get_only (self);
  guint32              door = only != NULL ? bjt_draft_board_find_door (bjt_draft_tool_get_board (self->tool), only) : BJT_NO_INDEX;
  g_autoptr (BjtFocus) focus = NULL;

  if (canvas == NULL || door == BJT_NO_INDEX)
    return;
  g_object_get (canvas, "focus", &focus, NULL);
  if (focus != NULL && bjt_focus_get_door (focus) != door)
    bjt_focus_choose_door (focus, door);
}

static void
tell (BjtPlanSelection *self)
{
  choose_door (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bjt_plan_selection_choose (BjtPlanSelection *self,
                           const BjtUuid    *ids,
                           guint             n_ids)
{
  g_array_set_size (self->ids, 0);
  if (n_ids > 0)
    g_array_append_vals (self->ids, ids, n_ids);
  tell (self);
}

void
bjt_plan_selection_toggle (BjtPlanSelection *self,
                           const BjtUuid    *id)
{
  guint index;

  if (find_id (self, id, &index))
    g_array_remove_index (self->ids, index);
  else
    g_array_append_val (self->ids, *id);
  tell (self);
}

void
bjt_plan_selection_choose_elements (BjtPlanSelection *self,
                                    GPtrArray        *elements,
                                    gboolean          is_added)
{
  if (!is_added)
    g_array_set_size (self->ids, 0);
  for (guint i = 0; i < elements->len; i++)
    {
      const BjtPlanElement *element = g_ptr_array_index (elements, i);

      if (!bjt_plan_selection_contains (self, &element->id))
        g_array_append_val (self->ids, element->id);
    }
  tell (self);
}

void
bjt_plan_selection_choose_all (BjtPlanSelection *self)
{
  GPtrArray *all = get_elements (self);

  if (all != NULL)
    bjt_plan_selection_choose_elements (self, all, FALSE);
}

gboolean
bjt_plan_selection_choose_next (BjtPlanSelection *self,
                                gboolean          is_back)
{
  GPtrArray *all = get_elements (self);
  guint      n = all != NULL ? all->len : 0, at = is_back ? 0 : n - 1;

  if (n == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (bjt_plan_selection_contains (self, &((BjtPlanElement *) g_ptr_array_index (all, i))->id))
      at = i;
  at = is_back ? (at + n - 1) % n : (at + 1) % n;
  bjt_plan_selection_choose (self, &((BjtPlanElement *) g_ptr_array_index (all, at))->id, 1);
  return TRUE;
}

/* Edits of what is chosen */

static gboolean
refuse (BjtPlanSelection *self,
        const GError     *error,
        BjtPoint          where)
{
  bjt_draft_tool_refuse (self->tool, error, where);
  return FALSE;
}

/* What was added is chosen then. */
static gboolean
save_added (BjtPlanSelection *self,
            BjtPlanEdit      *edit)
{
  if (!bjt_draft_tool_save (self->tool, edit))
    return FALSE;
  bjt_plan_selection_choose_elements (self, edit->added, FALSE);
  return TRUE;
}

gboolean
bjt_plan_selection_remove (BjtPlanSelection *self)
{
  g_autoptr (GPtrArray)   chosen = bjt_plan_selection_list_elements (self);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();

  bjt_plan_edit_remove (edit, chosen);
  return chosen->len > 0 && bjt_draft_tool_save (self->tool, edit);
}

gboolean
bjt_plan_selection_duplicate (BjtPlanSelection *self)
{
  g_autoptr (GPtrArray)   chosen = bjt_plan_selection_list_elements (self);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  BjtBox                  box;

  if (!bjt_plan_selection_get_box (self, &box))
    return FALSE;
  bjt_plan_edit_duplicate (edit, chosen, box.x2 > box.x1 ? box.x2 - box.x1 : BESIDE, 0);
  return save_added (self, edit);
}

gboolean
bjt_plan_selection_repeat (BjtPlanSelection *self,
                           guint             columns,
                           guint             rows,
                           BjtPoint          step,
                           gboolean          next_stacks)
{
  g_autoptr (GPtrArray)   chosen = bjt_plan_selection_list_elements (self);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (GError)      error = NULL;

  if (chosen->len == 0)
    return FALSE;
  if (!bjt_plan_edit_array (edit, chosen, columns, rows, step, next_stacks, &error))
    return refuse (self, error, nowhere);
  return save_added (self, edit);
}

static BjtPoint
get_middle (const BjtBox *box)
{
  return (BjtPoint) { (box->x1 + box->x2) / 2, (box->y1 + box->y2) / 2 };
}

gboolean
bjt_plan_selection_mirror (BjtPlanSelection *self,
                           gboolean          is_upside_down)
{
  g_autoptr (GPtrArray)   chosen = bjt_plan_selection_list_elements (self);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  BjtBox                  box;
  BjtPoint                a, b;

  if (!bjt_plan_selection_get_box (self, &box))
    return FALSE;
  a = b = get_middle (&box);
  if (is_upside_down)
    b.x += 1;
  else
    b.y += 1;
  bjt_plan_edit_mirror (edit, chosen, a, b);
  return bjt_draft_tool_save (self->tool, edit);
}

gboolean
bjt_plan_selection_merge (BjtPlanSelection *self)
{
  g_autoptr (GPtrArray)   chosen = bjt_plan_selection_list_elements (self);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (GError)      error = NULL;
  BjtPoint                where = nowhere;

  if (chosen->len < 2)
    return FALSE;
  if (!bjt_plan_edit_merge (edit, chosen, &where, &error))
    return refuse (self, error, where);
  return bjt_draft_tool_save (self->tool, edit);
}

gboolean
bjt_plan_selection_turn (BjtPlanSelection *self,
                         double            angle)
{
  g_autoptr (GPtrArray)   chosen = bjt_plan_selection_list_elements (self);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  BjtBox                  box;

  if (angle == 0 || !bjt_plan_selection_get_box (self, &box))
    return FALSE;
  bjt_plan_edit_turn (edit, chosen, get_middle (&box), angle);
  return bjt_draft_tool_save (self->tool, edit);
}

gboolean
bjt_plan_selection_move (BjtPlanSelection *self,
                         double            dx,
                         double            dy)
{
  g_autoptr (GPtrArray)   chosen = bjt_plan_selection_list_elements (self);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();

  if (chosen->len == 0 || (dx == 0 && dy == 0))
    return FALSE;
  bjt_plan_edit_move (edit, chosen, dx, dy);
  return bjt_draft_tool_save (self->tool, edit);
}

gboolean
bjt_plan_selection_change (BjtPlanSelection *self,
                           GPtrArray        *elements)
{
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();

  for (guint i = 0; i < elements->len; i++)
    bjt_plan_edit_change (edit, bjt_plan_element_copy (g_ptr_array_index (elements, i)));
  return bjt_draft_tool_save (self->tool, edit);
}

/* Corners */

static gboolean
reshape (BjtPlanSelection *self,
         BjtGeometry      *shape)
{
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (GError)      error = NULL;
  BjtPoint                where = nowhere;

  if (!bjt_plan_edit_reshape (edit, bjt_plan_selection_get_only (self), shape, &where, &error))
    return refuse (self, error, where);
  return bjt_draft_tool_save (self->tool, edit);
}

gboolean
bjt_plan_selection_move_vertex (BjtPlanSelection *self,
                                guint             vertex,
                                BjtPoint          at)
{
  const BjtPlanElement   *only = bjt_plan_selection_get_only (self);
  g_autoptr (GError)      error = NULL;
  g_autoptr (BjtGeometry) shape = NULL;
  BjtPoint                where = at;

  if (only == NULL || vertex >= only->shape->n_points)
    return FALSE;
  shape = bjt_plan_shape_dup_with_vertex (only->shape, vertex, at, &where, &error);
  return shape != NULL ? reshape (self, shape) : refuse (self, error, where);
}

gboolean
bjt_plan_selection_remove_vertex (BjtPlanSelection *self,
                                  guint             vertex)
{
  const BjtPlanElement   *only = bjt_plan_selection_get_only (self);
  g_autoptr (GError)      error = NULL;
  g_autoptr (BjtGeometry) shape = NULL;
  BjtPoint                where = nowhere;

  if (only == NULL || vertex >= only->shape->n_points)
    return FALSE;
  shape = bjt_plan_shape_dup_without_vertex (only->shape, vertex, &where, &error);
  return shape != NULL ? reshape (self, shape) : refuse (self, error, where);
}

gboolean
bjt_plan_selection_insert_vertex (BjtPlanSelection *self,
                                  BjtPoint          at,
                                  double            reach)
{
  const BjtPlanElement   *only = bjt_plan_selection_get_only (self);
  g_autoptr (GError)      error = NULL;
  g_autoptr (BjtGeometry) shape = NULL;
  BjtPoint                foot, where = at;
  guint                   after;

  if (only == NULL || only->shape->kind == BJT_GEOMETRY_POINT || !bjt_plan_shape_find_side (only->shape, at, reach, &after, &foot))
    return FALSE;
  shape = bjt_plan_shape_dup_with_inserted (only->shape, after, foot, &where, &error);
  return shape != NULL ? reshape (self, shape) : refuse (self, error, where);
}

/* The object */

static void
bjt_plan_selection_finalize (GObject *object)
{
  g_array_unref (BJT_PLAN_SELECTION (object)->ids);
  G_OBJECT_CLASS (bjt_plan_selection_parent_class)->finalize (object);
}

static void
bjt_plan_selection_class_init (BjtPlanSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_plan_selection_finalize;
  signals[CHANGED] = g_signal_new ("changed", BJT_TYPE_PLAN_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_plan_selection_init (BjtPlanSelection *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
}

BjtPlanSelection *
bjt_plan_selection_new (BjtDraftTool *tool)
{
  BjtPlanSelection *self = g_object_new (BJT_TYPE_PLAN_SELECTION, NULL);

  self->tool = tool;
  return self;
}
