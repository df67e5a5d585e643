/* bjt-matrix-selection.c: a plain press on a cell chooses it and selects nothing;
 * on a label it selects what the label names. Ctrl adds and takes away, Shift
 * goes on from the anchor. Linear in the cells. */
#include "bjt-matrix-selection.h"

void
bjt_matrix_selection_reset (BjtMatrixSelection *self)
{
  g_clear_pointer (&self->base, bjt_door_set_free);
  self->anchor = (BjtMatrixPart) { BJT_MATRIX_PART_NONE, 0 };
}

static BjtDoorSet *
copy_selection (BjtFocus *focus)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (focus);

  return selection != NULL ? bjt_door_set_copy (selection) : bjt_door_set_new (bjt_focus_get_picture (focus)->doors->len);
}

/* What is only chosen counts as the first when others are added to it. */
static BjtDoorSet *
copy_selection_or_choice (BjtFocus *focus)
{
  BjtDoorSet *doors = copy_selection (focus);

  if (bjt_door_set_count (doors) == 0 && bjt_focus_get_door (focus) != BJT_NO_INDEX)
    bjt_door_set_add (doors, bjt_focus_get_door (focus));
  return doors;
}

static void
take_selection (BjtFocus   *focus,
                BjtDoorSet *doors)
{
  bjt_focus_set_selection (focus, doors);
  bjt_door_set_free (doors);
}

/* From one part to another of its kind; else the other alone. */
static void
add_range (const BjtMatrix     *matrix,
           BjtDoorSet          *doors,
           const BjtMatrixPart *from,
           const BjtMatrixPart *to)
{
  BjtMatrixPart part = { to->kind, MIN (from->index, to->index) };

  if (from->kind != to->kind)
    bjt_matrix_doors_add_part (matrix, doors, to);
  else if (to->kind == BJT_MATRIX_PART_CELL)
    bjt_matrix_doors_add_range (matrix, doors, from->index, to->index);
  else
    for (; part.index <= MAX (from->index, to->index); part.index++)
      bjt_matrix_doors_add_part (matrix, doors, &part);
}

/* Without an anchor a range begins at the chosen cell. */
static BjtMatrixPart
get_anchor (BjtMatrixSelection  *self,
            BjtFocus            *focus,
            const BjtMatrix     *matrix,
            const BjtMatrixPart *part)
{
  guint32 cell = bjt_focus_get_door (focus) != BJT_NO_INDEX ? bjt_matrix_find_door (matrix, bjt_focus_get_door (focus)) : BJT_NO_INDEX;

  if (self->anchor.kind == part->kind)
    return self->anchor;
  if (part->kind == BJT_MATRIX_PART_CELL && cell != BJT_NO_INDEX)
    return (BjtMatrixPart) { BJT_MATRIX_PART_CELL, cell };
  return *part;
}

void
bjt_matrix_selection_extend (BjtMatrixSelection  *self,
                             BjtFocus            *focus,
                             const BjtMatrix     *matrix,
                             const BjtMatrixPart *part)
{
  BjtDoorSet *doors = self->base != NULL ? bjt_door_set_copy (self->base) : bjt_door_set_new (bjt_focus_get_picture (focus)->doors->len);

  self->anchor = get_anchor (self, focus, matrix, part);
  add_range (matrix, doors, &self->anchor, part);
  take_selection (focus, doors);
}

void
bjt_matrix_selection_toggle (BjtMatrixSelection  *self,
                             BjtFocus            *focus,
                             const BjtMatrix     *matrix,
                             const BjtMatrixPart *part)
{
  gboolean               was_empty = bjt_focus_get_selection (focus) == NULL;
  BjtDoorSet            *doors = part->kind == BJT_MATRIX_PART_CELL ? copy_selection_or_choice (focus) : copy_selection (focus);
  g_autoptr (BjtDoorSet) its = bjt_door_set_new (bjt_focus_get_picture (focus)->doors->len);

  bjt_matrix_doors_add_part (matrix, its, part);
  if (!was_empty && bjt_matrix_doors_contain_part (matrix, doors, part))
    bjt_door_set_subtract (doors, its);
  else
    bjt_door_set_unite (doors, its);
  self->anchor = *part;
  take_selection (focus, doors);
}

void
bjt_matrix_selection_press (BjtMatrixSelection  *self,
                            BjtFocus            *focus,
                            const BjtMatrix     *matrix,
                            const BjtMatrixPart *part,
                            GdkModifierType      state)
{
  g_clear_pointer (&self->base, bjt_door_set_free);
  if ((state & GDK_SHIFT_MASK) != 0)
    {
      if ((state & GDK_CONTROL_MASK) != 0)
        self->base = copy_selection (focus);
      bjt_matrix_selection_extend (self, focus, matrix, part);
    }
  else if ((state & GDK_CONTROL_MASK) != 0)
    {
      bjt_matrix_selection_toggle (self, focus, matrix, part);
      self->base = copy_selection (focus);
    }
  else
    {
      self->anchor = *part;
      if (part->kind == BJT_MATRIX_PART_CELL)
        bjt_focus_set_selection (focus, NULL);
      else
        bjt_matrix_selection_extend (self, focus, matrix, part);
    }
}

void
bjt_matrix_selection_begin_box (BjtMatrixSelection *self,
                                BjtFocus           *focus,
                                gboolean            adds)
{
  g_clear_pointer (&self->base, bjt_door_set_free);
  if (adds)
    self->base = copy_selection (focus);
  else
    bjt_focus_set_selection (focus, NULL);
}

void
bjt_matrix_selection_drag_box (BjtMatrixSelection     *self,
                               BjtFocus               *focus,
                               const BjtMatrix        *matrix,
                               const BjtMatrixMetrics *metrics,
                               const BjtBox           *box)
{
  BjtDoorSet *doors = self->base != NULL ? bjt_door_set_copy (self->base) : bjt_door_set_new (bjt_focus_get_picture (focus)->doors->len);

  for (guint32 i = 0; i < matrix->cells->len; i++)
    {
      BjtBox cell = bjt_matrix_get_cell_box (matrix, metrics, i);

      if (bjt_box_intersects (&cell, box))
        bjt_door_set_add (doors, bjt_matrix_get_cell (matrix, i)->door);
    }
  take_selection (focus, doors);
}
