/* bjt-matrix-cues.c: selected cells are washed and framed inside, what is under
 * the pointer more lightly; headers show that they can be pressed. */
#include "bjt-matrix-cues.h"

#include "model/bjt-focus-routes.h"
#include "paint/bjt-route-sign.h"
#include "plan/bjt-plan-index.h"

#define HANDLE_RADIUS 8.0
#define SIGN_REACH 7.0
#define HANDLE_REACH 11.0

static void
fill_round (cairo_t *cr,
            BjtBox   box,
            double   radius)
{
  radius = MIN (radius, MIN (box.x2 - box.x1, box.y2 - box.y1) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x2 - radius, box.y1 + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box.x2 - radius, box.y2 - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x1 + radius, box.y2 - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x1 + radius, box.y1 + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Cells */

static void
draw_selected (cairo_t          *cr,
               const BjtBox     *box,
               const BjtPalette *palette)
{
  cairo_rectangle (cr, box->x1 + 1, box->y1 + 1, box->x2 - box->x1 - 2, box->y2 - box->y1 - 2);
  bjt_palette_set_source (cr, palette->selection, 0.18);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, palette->selection, 1.0);
  cairo_set_line_width (cr, 2.0);
  cairo_stroke (cr);
}

static void
draw_pointed (cairo_t          *cr,
              const BjtBox     *box,
              gboolean          is_alone,
              const BjtPalette *palette)
{
  cairo_rectangle (cr, box->x1 + 0.75, box->y1 + 0.75, box->x2 - box->x1 - 1.5, box->y2 - box->y1 - 1.5);
  bjt_palette_set_source (cr, palette->selection, is_alone ? 0.06 : 0.1);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, palette->selection, 0.55);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* It has its place on a floor plan. */
static void
draw_tick (cairo_t          *cr,
           const BjtBox     *box,
           const BjtPalette *palette)
{
  double x = box->x2 - 13, y = (box->y1 + box->y2) / 2;

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + 3, y + 3);
  cairo_line_to (cr, x + 8, y - 4);
  bjt_palette_set_source (cr, palette->dim_text, 0.8);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_rubber (const BjtMatrixCanvas *self,
             cairo_t               *cr,
             const BjtPalette      *palette)
{
  const BjtBox *box = &self->rubber;

  if (box->x2 <= box->x1 && box->y2 <= box->y1)
    return;
  cairo_rectangle (cr, box->x1 - self->x + 0.5, box->y1 - self->y + 0.5, box->x2 - box->x1, box->y2 - box->y1);
  bjt_palette_set_source (cr, palette->selection, 0.12);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, palette->selection, 0.8);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/* The how-many-th on the way of whom; half over the corner, where a cell has no text. */
static void
draw_route_sign (cairo_t        *cr,
                 BjtTextPainter *text,
                 const BjtBox   *box,
                 guint           index,
                 guint           number)
{
  char label[16];

  g_snprintf (label, sizeof label, "%u", number);
  bjt_route_sign_draw (cr, text, &(BjtRouteSignPlace) { box->x2 - SIGN_REACH - 2, box->y1 + SIGN_REACH - 1, SIGN_REACH, index, label });
}

void
bjt_matrix_cues_draw_routes (const BjtMatrixCanvas *self,
                             cairo_t               *cr,
                             BjtTextPainter        *text,
                             const BjtShownRoutes  *routes)
{
  for (guint32 cell = 0; cell < self->matrix->cells->len; cell++)
    {
      guint32 door = bjt_matrix_canvas_get_door (self, cell);
      BjtBox  box = bjt_matrix_canvas_get_cell_box (self, cell);
      guint   index, number;

      if (bjt_shown_routes_find_door (routes, &bjt_picture_get_door (self->picture, door)->id, &index, &number))
        draw_route_sign (cr, text, &box, index, number);
    }
}

void
bjt_matrix_cues_draw_cells (const BjtMatrixCanvas *self,
                            cairo_t               *cr,
                            BjtFocus              *focus,
                            const BjtPalette      *palette)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (focus);

  for (guint32 cell = 0; cell < self->matrix->cells->len; cell++)
    {
      guint32 door = bjt_matrix_canvas_get_door (self, cell);
      BjtBox  box = bjt_matrix_canvas_get_cell_box (self, cell);

      if (selection != NULL && bjt_door_set_contains (selection, door))
        draw_selected (cr, &box, palette);
      if (bjt_matrix_has_cell_in (self->matrix, cell, &self->pointed))
        draw_pointed (cr, &box, self->pointed.kind == BJT_MATRIX_PART_CELL, palette);
      if (self->is_editing && bjt_plan_index_is_drawn (self->picture, door))
        draw_tick (cr, &box, palette);
    }
  draw_rubber (self, cr, palette);
}

/* Headers */

static gboolean
is_pointed (const BjtMatrixCanvas *self,
            const BjtMatrixPart   *part)
{
  return self->pointed.kind == part->kind && self->pointed.index == part->index;
}

static gboolean
is_selected (const BjtMatrixCanvas *self,
             BjtFocus              *focus,
             const BjtMatrixPart   *part)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (focus);

  return selection != NULL && bjt_matrix_doors_contain_part (self->matrix, selection, part);
}

static void
draw_label_ground (const BjtMatrixCanvas *self,
                   cairo_t               *cr,
                   BjtFocus              *focus,
                   const BjtMatrixPart   *part,
                   const BjtPalette      *palette)
{
  gboolean pointed = is_pointed (self, part), selected = is_selected (self, focus, part);
  BjtBox   box;

  if ((!pointed && !selected) || !bjt_matrix_canvas_get_part_box (self, part, &box))
    return;
  bjt_palette_set_source (cr, palette->selection, selected ? 0.24 : 0.12);
  fill_round (cr, (BjtBox) { box.x1 + 2, box.y1 + 2, box.x2 - 2, box.y2 - 2 }, 6);
}

static void
draw_strip (const BjtMatrixCanvas *self,
            cairo_t               *cr,
            BjtFocus              *focus,
            const BjtMatrixPart   *part,
            const BjtPalette      *palette)
{
  gboolean pointed = is_pointed (self, part), selected = is_selected (self, focus, part);
  double   half = pointed ? 3.0 : 1.5, y;
  BjtBox   box;

  if (!bjt_matrix_canvas_get_part_box (self, part, &box))
    return;
  y = box.y1 + 4;
  bjt_palette_set_source (cr, pointed || selected ? palette->selection : palette->dim_text, pointed || selected ? 1.0 : 0.28);
  fill_round (cr, (BjtBox) { box.x1 + 6, y - half, box.x2 - 6, y + half }, half);
}

void
bjt_matrix_cues_draw_top (const BjtMatrixCanvas *self,
                          cairo_t               *cr,
                          BjtFocus              *focus,
                          const BjtPalette      *palette)
{
  for (guint32 s = 0; s < self->matrix->sections->len; s++)
    draw_label_ground (self, cr, focus, &(BjtMatrixPart) { BJT_MATRIX_PART_SECTION, s }, palette);
  for (guint32 c = 0; c < self->matrix->n_columns; c++)
    draw_strip (self, cr, focus, &(BjtMatrixPart) { BJT_MATRIX_PART_COLUMN, c }, palette);
}

void
bjt_matrix_cues_draw_left (const BjtMatrixCanvas *self,
                           cairo_t               *cr,
                           BjtFocus              *focus,
                           const BjtPalette      *palette)
{
  for (guint32 r = 0; r < self->matrix->rows->len; r++)
    draw_label_ground (self, cr, focus, &(BjtMatrixPart) { BJT_MATRIX_PART_ROW, r }, palette);
}

/* Handles */

static gboolean
find_row_end (const BjtMatrixCanvas *self,
              guint                  section,
              guint                  row,
              BjtBox                *end)
{
  const BjtMatrixSection *s = bjt_matrix_get_section (self->matrix, section);

  for (guint c = s->first_column + s->n_columns; c > s->first_column; c--)
    {
      guint32 cell = self->matrix->index[(gsize) row * self->matrix->n_columns + c - 1];

      if (cell == BJT_NO_INDEX)
        continue;
      *end = bjt_matrix_canvas_get_cell_box (self, cell);
      return TRUE;
    }
  return FALSE;
}

gboolean
bjt_matrix_cues_get_handle (const BjtMatrixCanvas *self,
                            const BjtMatrixHandle *handle,
                            BjtPoint              *centre)
{
  BjtBox box = { 0 }, row;
  guint  last = self->matrix != NULL ? self->matrix->sections->len : 0;

  if (!self->is_editing || last == 0 || self->matrix->rows->len == 0)
    return FALSE;
  switch (handle->kind)
    {
    case BJT_MATRIX_HANDLE_DOOR:
      row = bjt_matrix_get_row_box (self->matrix, &self->metrics, handle->row);
      if (!find_row_end (self, handle->section, handle->row, &box))
        return FALSE;
      *centre = (BjtPoint) { box.x2 + 9.5, (row.y1 + row.y2) / 2 - self->y };
      return centre->x > BJT_MATRIX_CANVAS_LABEL && centre->y > BJT_MATRIX_CANVAS_HEADER;
    case BJT_MATRIX_HANDLE_ABOVE:
      *centre = (BjtPoint) { BJT_MATRIX_CANVAS_LABEL / 2 - 1, BJT_MATRIX_CANVAS_HEADER / 2 };
      return TRUE;
    case BJT_MATRIX_HANDLE_BELOW:
      row = bjt_matrix_get_row_box (self->matrix, &self->metrics, self->matrix->rows->len - 1);
      *centre = (BjtPoint) { BJT_MATRIX_CANVAS_LABEL / 2 - 1, row.y2 - self->y + 13 };
      return centre->y > BJT_MATRIX_CANVAS_HEADER;
    case BJT_MATRIX_HANDLE_ENTRANCE:
      bjt_matrix_canvas_get_part_box (self, &(BjtMatrixPart) { BJT_MATRIX_PART_SECTION, last - 1 }, &box);
      *centre = (BjtPoint) { box.x2 + 13, BJT_MATRIX_CANVAS_HEADER / 2 };
      return centre->x > BJT_MATRIX_CANVAS_LABEL && bjt_matrix_get_section (self->matrix, last - 1)->entrance != BJT_NO_INDEX;
    case BJT_MATRIX_HANDLE_NONE:
    default:
      return FALSE;
    }
}

typedef gboolean (*HandleFunc) (const BjtMatrixCanvas *self, const BjtMatrixHandle *handle, BjtPoint centre, gpointer data);

/* Until the function says TRUE */
static gboolean
for_each_handle (const BjtMatrixCanvas *self,
                 HandleFunc             func,
                 gpointer               data)
{
  static const BjtMatrixHandle edges[] = { { BJT_MATRIX_HANDLE_ABOVE, 0, 0 }, { BJT_MATRIX_HANDLE_BELOW, 0, 0 }, { BJT_MATRIX_HANDLE_ENTRANCE, 0, 0 } };
  BjtPoint centre;

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    if (bjt_matrix_cues_get_handle (self, &edges[i], &centre) && func (self, &edges[i], centre, data))
      return TRUE;
  for (guint s = 0; self->matrix != NULL && s < self->matrix->sections->len; s++)
    for (guint r = 0; r < self->matrix->rows->len; r++)
      {
        BjtMatrixHandle handle = { BJT_MATRIX_HANDLE_DOOR, s, r };

        if (bjt_matrix_cues_get_handle (self, &handle, &centre) && func (self, &handle, centre, data))
          return TRUE;
      }
  return FALSE;
}

typedef struct
{
  BjtPoint         at;
  BjtMatrixHandle *handle;
} Search;

static gboolean
is_near (const BjtMatrixCanvas *self,
         const BjtMatrixHandle *handle,
         BjtPoint               centre,
         gpointer               data)
{
  const Search *search = data;

  if (ABS (search->at.x - centre.x) > HANDLE_REACH || ABS (search->at.y - centre.y) > HANDLE_REACH)
    return FALSE;
  *search->handle = *handle;
  return TRUE;
}

gboolean
bjt_matrix_cues_find_handle (const BjtMatrixCanvas *self,
                             double                 x,
                             double                 y,
                             BjtMatrixHandle       *handle)
{
  Search search = { { x, y }, handle };

  *handle = (BjtMatrixHandle) { BJT_MATRIX_HANDLE_NONE, 0, 0 };
  return for_each_handle (self, is_near, &search);
}

typedef struct
{
  cairo_t          *cr;
  const BjtPalette *palette;
} Ink;

static gboolean
draw_handle (const BjtMatrixCanvas *self,
             const BjtMatrixHandle *handle,
             BjtPoint               centre,
             gpointer               data)
{
  const Ink             *ink = data;
  const BjtMatrixHandle *pointed = &self->pointed_handle;
  gboolean               is_on = pointed->kind == handle->kind && pointed->section == handle->section && pointed->row == handle->row;

  cairo_new_path (ink->cr);
  cairo_arc (ink->cr, centre.x, centre.y, is_on ? HANDLE_RADIUS : HANDLE_RADIUS - 2, 0, 2 * G_PI);
  bjt_palette_set_source (ink->cr, ink->palette->selection, is_on ? 1.0 : 0.16);
  cairo_fill (ink->cr);
  cairo_move_to (ink->cr, centre.x - 3.5, centre.y);
  cairo_line_to (ink->cr, centre.x + 3.5, centre.y);
  cairo_move_to (ink->cr, centre.x, centre.y - 3.5);
  cairo_line_to (ink->cr, centre.x, centre.y + 3.5);
  bjt_palette_set_source (ink->cr, is_on ? bjt_palette_get_ink (ink->palette->selection) : ink->palette->selection, 1.0);
  cairo_set_line_width (ink->cr, 1.5);
  cairo_stroke (ink->cr);
  return FALSE;
}

void
bjt_matrix_cues_draw_handles (const BjtMatrixCanvas *self,
                              cairo_t               *cr,
                              const BjtPalette      *palette)
{
  Ink ink = { cr, palette };

  for_each_handle (self, draw_handle, &ink);
}
