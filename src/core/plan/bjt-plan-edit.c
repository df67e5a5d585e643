/* bjt-plan-edit.c: what is done to elements, gathered into one step.
 *
 * Elements that come in are never changed: the edit has its own copy, and what
 * is done next to the same element is done to that copy. What is refused leaves
 * the edit as it was. */
#include "bjt-plan-edit.h"

#include <math.h>

#include "bjt-plan-check.h"
#include "bjt-plan-shape.h"

#define WALL 0.4 /* m: no wall between rooms that are joined is thicker */
#define MOST_COPIES 10000u

static void
give_id (BjtPlanElement *element)
{
  bjt_uuid_init_random (&element->id, g_get_real_time () / 1000);
}

BjtPlanEdit *
bjt_plan_edit_new (void)
{
  BjtPlanEdit *self = g_new0 (BjtPlanEdit, 1);

  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  self->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  self->removed = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  return self;
}

void
bjt_plan_edit_free (BjtPlanEdit *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->changed);
  g_array_unref (self->removed);
  g_free (self);
}

gboolean
bjt_plan_edit_is_empty (const BjtPlanEdit *self)
{
  return self->added->len + self->changed->len + self->removed->len == 0;
}

static BjtPlanElement *
find (GPtrArray     *elements,
      const BjtUuid *id,
      guint         *index)
{
  for (guint i = 0; i < elements->len; i++)
    if (bjt_uuid_equal (&((BjtPlanElement *) elements->pdata[i])->id, id))
      {
        *index = i;
        return elements->pdata[i];
      }
  return NULL;
}

/* The element as the edit has it so far; NULL: untouched. */
static BjtPlanElement *
find_touched (BjtPlanEdit          *self,
              const BjtPlanElement *element)
{
  guint           index;
  BjtPlanElement *found = find (self->added, &element->id, &index);

  return found != NULL ? found : find (self->changed, &element->id, &index);
}

static BjtPlanElement *
touch (BjtPlanEdit          *self,
       const BjtPlanElement *element)
{
  BjtPlanElement *found = find_touched (self, element);

  if (found != NULL)
    return found;
  found = bjt_plan_element_copy (element);
  g_ptr_array_add (self->changed, found);
  return found;
}

static const BjtGeometry *
get_shape (BjtPlanEdit          *self,
           const BjtPlanElement *element)
{
  const BjtPlanElement *found = find_touched (self, element);

  return found != NULL ? found->shape : element->shape;
}

static void
take_shape (BjtPlanElement *element,
            BjtGeometry    *shape)
{
  bjt_geometry_unref (element->shape);
  element->shape = shape;
}

/**
 * bjt_plan_edit_add:
 * @element: (transfer full): gets an id where it has none
 */
void
bjt_plan_edit_add (BjtPlanEdit    *self,
                   BjtPlanElement *element)
{
  if (bjt_uuid_is_nil (&element->id))
    give_id (element);
  g_ptr_array_add (self->added, element);
}

/**
 * bjt_plan_edit_change:
 * @element: (transfer full): takes the place of the element of that id
 */
void
bjt_plan_edit_change (BjtPlanEdit    *self,
                      BjtPlanElement *element)
{
  guint      index;
  GPtrArray *in = find (self->added, &element->id, &index) != NULL ? self->added
                  : find (self->changed, &element->id, &index) != NULL ? self->changed : NULL;

  if (in == NULL)
    {
      g_ptr_array_add (self->changed, element);
      return;
    }
  bjt_plan_element_free (in->pdata[index]);
  in->pdata[index] = element;
}

static void
remove_one (BjtPlanEdit   *self,
            const BjtUuid *id)
{
  BjtUuid own = *id;
  guint   index;

  if (find (self->added, &own, &index) != NULL)
    {
      g_ptr_array_remove_index (self->added, index);
      return;
    }
  if (find (self->changed, &own, &index) != NULL)
    g_ptr_array_remove_index (self->changed, index);
  for (guint i = 0; i < self->removed->len; i++)
    if (bjt_uuid_equal (&g_array_index (self->removed, BjtUuid, i), &own))
      return;
  g_array_append_val (self->removed, own);
}

void
bjt_plan_edit_remove (BjtPlanEdit *self,
                      GPtrArray   *elements)
{
  for (guint i = 0; i < elements->len; i++)
    remove_one (self, &((BjtPlanElement *) elements->pdata[i])->id);
}

void
bjt_plan_edit_move (BjtPlanEdit *self,
                    GPtrArray   *elements,
                    double       dx,
                    double       dy)
{
  for (guint i = 0; i < elements->len; i++)
    {
      BjtPlanElement *element = touch (self, elements->pdata[i]);

      take_shape (element, bjt_plan_shape_dup_moved (element->shape, dx, dy));
    }
}

static double
get_angle (const BjtPlanElement *element)
{
  return isnan (element->angle) ? 0 : element->angle;
}

/**
 * bjt_plan_edit_turn:
 * @angle: radians, counter-clockwise
 */
void
bjt_plan_edit_turn (BjtPlanEdit *self,
                    GPtrArray   *elements,
                    BjtPoint     pivot,
                    double       angle)
{
  for (guint i = 0; i < elements->len; i++)
    {
      BjtPlanElement *element = touch (self, elements->pdata[i]);

      take_shape (element, bjt_plan_shape_dup_turned (element->shape, pivot, angle));
      if (element->kind == BJT_ELEMENT_TEXT)
        element->angle = remainder (get_angle (element) + angle, 2 * G_PI);
    }
}

/**
 * bjt_plan_edit_mirror:
 *
 * Over the line through both points. Texts go to the other side, too, and stay
 * readable.
 */
void
bjt_plan_edit_mirror (BjtPlanEdit *self,
                      GPtrArray   *elements,
                      BjtPoint     a,
                      BjtPoint     b)
{
  double slope = atan2 (b.y - a.y, b.x - a.x);

  for (guint i = 0; i < elements->len; i++)
    {
      BjtPlanElement *element = touch (self, elements->pdata[i]);

      take_shape (element, bjt_plan_shape_dup_mirrored (element->shape, a, b));
      if (element->kind == BJT_ELEMENT_TEXT)
        element->angle = remainder (2 * slope - get_angle (element), G_PI);
    }
}

/**
 * bjt_plan_edit_reshape:
 * @shape: what the element will be
 */
gboolean
bjt_plan_edit_reshape (BjtPlanEdit          *self,
                       const BjtPlanElement *element,
                       BjtGeometry          *shape,
                       BjtPoint             *where,
                       GError              **error)
{
  g_autoptr (BjtPlanElement) changed = bjt_plan_element_copy (element);

  take_shape (changed, bjt_geometry_ref (shape));
  if (!bjt_plan_check_element (changed, where, error))
    return FALSE;
  take_shape (touch (self, element), bjt_geometry_ref (shape));
  return TRUE;
}

/* Another element of the same kind, without the door. */
static void
make_new (BjtPlanElement *element)
{
  give_id (element);
  element->entrance_id = element->door_id = BJT_UUID_NIL;
  element->stack = 0;
  g_clear_pointer (&element->source_ref, g_free);
  if (element->kind == BJT_ELEMENT_DOOR)
    g_clear_pointer (&element->label, g_free);
}

static guint
find_largest (const GPtrArray *shapes)
{
  guint largest = 0;

  for (guint i = 1; i < shapes->len; i++)
    if (bjt_plan_shape_get_area (shapes->pdata[i]) > bjt_plan_shape_get_area (shapes->pdata[largest]))
      largest = i;
  return largest;
}

/**
 * bjt_plan_edit_split:
 * @cut: a line from side to side
 *
 * The other pieces are new elements of the same kind, without a door.
 */
gboolean
bjt_plan_edit_split (BjtPlanEdit          *self,
                     const BjtPlanElement *element,
                     const BjtGeometry    *cut,
                     BjtPoint             *where,
                     GError              **error)
{
  g_autoptr (GPtrArray) pieces = bjt_plan_shape_split (get_shape (self, element), cut, where, error);
  guint largest;

  if (pieces == NULL)
    return FALSE;
  largest = find_largest (pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      BjtPlanElement *piece = i == largest ? touch (self, element) : bjt_plan_element_copy (element);

      take_shape (piece, bjt_geometry_ref (pieces->pdata[i]));
      if (i == largest)
        continue;
      make_new (piece);
      g_ptr_array_add (self->added, piece);
    }
  return TRUE;
}

/**
 * bjt_plan_edit_merge:
 *
 * The walls between them are taken in.
 */
gboolean
bjt_plan_edit_merge (BjtPlanEdit *self,
                     GPtrArray   *elements,
                     BjtPoint    *where,
                     GError     **error)
{
  g_autofree const BjtGeometry **shapes = g_new (const BjtGeometry *, elements->len + 1);
  BjtGeometry *merged;

  for (guint i = 0; i < elements->len; i++)
    shapes[i] = get_shape (self, elements->pdata[i]);
  merged = bjt_plan_shape_merge (shapes, elements->len, WALL, where, error);
  if (merged == NULL)
    return FALSE;
  take_shape (touch (self, elements->pdata[0]), merged);
  for (guint i = 1; i < elements->len; i++)
    remove_one (self, &((BjtPlanElement *) elements->pdata[i])->id);
  return TRUE;
}

/* Copies */

/**
 * bjt_plan_edit_duplicate:
 *
 * Copies have no door yet.
 */
void
bjt_plan_edit_duplicate (BjtPlanEdit *self,
                         GPtrArray   *elements,
                         double       dx,
                         double       dy)
{
  for (guint i = 0; i < elements->len; i++)
    {
      BjtPlanElement *copy = bjt_plan_element_copy (elements->pdata[i]);

      make_new (copy);
      take_shape (copy, bjt_plan_shape_dup_moved (get_shape (self, elements->pdata[i]), dx, dy));
      g_ptr_array_add (self->added, copy);
    }
}

/* How many stacks of its entrance stand among the elements, from the least. */
static int
get_span (const GPtrArray *elements,
          const BjtUuid   *entrance_id)
{
  int least = G_MAXINT, most = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      const BjtPlanElement *element = elements->pdata[i];

      if (!bjt_uuid_equal (&element->entrance_id, entrance_id))
        continue;
      least = MIN (least, element->stack);
      most = MAX (most, element->stack);
    }
  return most - least + 1;
}

static void
copy_to_stacks (BjtPlanEdit *self,
                GPtrArray   *elements,
                guint        n,
                double       dx,
                double       dy)
{
  guint first = self->added->len;

  bjt_plan_edit_duplicate (self, elements, dx, dy);
  for (guint i = 0; i < elements->len; i++)
    {
      const BjtPlanElement *element = elements->pdata[i];
      BjtPlanElement       *copy = self->added->pdata[first + i];

      if (element->kind != BJT_ELEMENT_DOOR || bjt_uuid_is_nil (&element->entrance_id))
        continue;
      copy->entrance_id = element->entrance_id;
      copy->stack = element->stack + (int) n * get_span (elements, &element->entrance_id);
    }
}

/**
 * bjt_plan_edit_array:
 * @columns: along x, with the elements themselves
 * @rows: along y
 * @step: metres from column to column, and from row to row
 * @next_stacks: doors of copies are the next stacks of the entrance
 */
gboolean
bjt_plan_edit_array (BjtPlanEdit *self,
                     GPtrArray   *elements,
                     guint        columns,
                     guint        rows,
                     BjtPoint     step,
                     gboolean     next_stacks,
                     GError     **error)
{
  if (columns == 0 || rows == 0 || columns > MOST_COPIES || rows > MOST_COPIES || (guint64) columns * rows * elements->len > MOST_COPIES)
    {
      g_set_error (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_INVALID, "an array has a column and a row or more, and no more than %u copies", MOST_COPIES);
      return FALSE;
    }
  if ((columns > 1 && !(fabs (step.x) >= 0.01)) || (rows > 1 && !(fabs (step.y) >= 0.01)))
    {
      g_set_error_literal (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_INVALID, "the copies would lie on each other; give the distance between them");
      return FALSE;
    }
  for (guint n = 1; n < columns * rows; n++)
    {
      double right = n % columns * step.x, up = n / columns * step.y;

      if (next_stacks)
        copy_to_stacks (self, elements, n, right, up);
      else
        bjt_plan_edit_duplicate (self, elements, right, up);
    }
  return TRUE;
}
