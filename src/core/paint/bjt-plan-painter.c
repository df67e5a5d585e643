/* bjt-plan-painter.c: from below: drawings, areas, the doors' grounds, stairs and
 * walls, frames, texts.
 *
 * Where a door's texts stand is found when they are first drawn, and kept. What
 * is not seen, or smaller than half a pixel, costs nothing but a look at its
 * box. By night a drawing made for paper lies on a light sheet, and all on it is
 * painted as by day. */
#include "bjt-plan-painter.h"

#include <math.h>

#include "bjt-annotation-painter.h"
#include "bjt-drawing-painter.h"
#include "bjt-plan-pen.h"
#include "bjt-room-painter.h"
#include "geo/bjt-outline.h"
#include "model/bjt-plans.h"
#include "plan/bjt-plan-index.h"

#define OVER_INK 0.55     /* how much of a fill stays over a drawing */
#define MANY 3000u        /* elements: then speed goes before the last bit of smoothness */
#define LEAST_TEXT 11.0   /* px */
#define LEGIBLE 7.0       /* px: texts from there on are set at LEAST_TEXT */
#define TEXT 0.35         /* m, where a text has no size */
#define SHEET_MARGIN 1.0  /* m */

struct _BjtPlanPainter
{
  /* Owned */
  BjtPicture     *picture;
  GPtrArray      *backdrops;
  GPtrArray      *drawings; /* BjtDrawingPainter by backdrop */
  BjtTextPainter *own_text;
  BjtDoorSet     *matched;
  guint32        *doors;    /* by element of the plan */
  BjtBox         *rooms;    /* the same; metres; NAN: not looked for yet */

  /* Borrowed */
  const BjtPalette *palette;
  BjtTextPainter   *text;

  /* State */
  guint32     plan;
  int         ordinal;
  BjtPlanShow show;
  gboolean    mono;
};

/* What is the same for all of one drawing */
typedef struct
{
  BjtPlanPainter *painter;
  cairo_t        *cr;
  BjtPlanPen      pen;
  BjtCellPainter  cells;
  BjtRun          elements;
  gboolean        is_over_ink;
} Painting;

/* Making */

BjtPlanPainter *
bjt_plan_painter_new (BjtPicture *picture,
                      guint32     plan,
                      int         ordinal,
                      GPtrArray  *backdrops)
{
  BjtPlanPainter *self = g_new0 (BjtPlanPainter, 1);
  BjtRun          elements = bjt_picture_get_plan (picture, plan)->elements;

  self->picture = bjt_picture_ref (picture);
  self->plan = plan;
  self->ordinal = ordinal;
  self->backdrops = backdrops != NULL ? g_ptr_array_ref (backdrops) : g_ptr_array_new ();
  self->drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_drawing_painter_free);
  for (guint i = 0; i < self->backdrops->len; i++)
    g_ptr_array_add (self->drawings, bjt_drawing_painter_new_of_backdrop (self->backdrops->pdata[i]));
  self->own_text = bjt_text_painter_new (FALSE);
  self->text = self->own_text;
  self->palette = bjt_palette_get (BJT_PALETTE_LIGHT);
  self->show = BJT_PLAN_SHOW_LABELS | BJT_PLAN_SHOW_FACTS | BJT_PLAN_SHOW_ANNOTATIONS;
  self->doors = g_new (guint32, elements.n + 1);
  self->rooms = g_new (BjtBox, elements.n + 1);
  for (guint32 i = 0; i < elements.n; i++)
    {
      self->doors[i] = bjt_plan_index_find_door (picture, elements.first + i, ordinal);
      self->rooms[i].x1 = (double) NAN;
    }
  return self;
}

void
bjt_plan_painter_free (BjtPlanPainter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->drawings);
  g_ptr_array_unref (self->backdrops);
  bjt_text_painter_free (self->own_text);
  bjt_door_set_free (self->matched);
  g_free (self->doors);
  g_free (self->rooms);
  bjt_picture_unref (self->picture);
  g_free (self);
}

void
bjt_plan_painter_set_show (BjtPlanPainter *self,
                           BjtPlanShow     show)
{
  self->show = show;
}

void
bjt_plan_painter_set_matched (BjtPlanPainter   *self,
                              const BjtDoorSet *doors)
{
  bjt_door_set_free (self->matched);
  self->matched = doors != NULL ? bjt_door_set_copy (doors) : NULL;
}

void
bjt_plan_painter_set_mono (BjtPlanPainter *self,
                           gboolean        mono)
{
  self->mono = mono;
}

/**
 * bjt_plan_painter_set_palette:
 *
 * By day, unless another is set. Mono goes before it.
 */
void
bjt_plan_painter_set_palette (BjtPlanPainter *self,
                              BjtPaletteKind  kind)
{
  self->palette = bjt_palette_get (kind);
}

/**
 * bjt_plan_painter_set_text:
 * @text: (nullable): outlives the painter, as paper wants it
 */
void
bjt_plan_painter_set_text (BjtPlanPainter *self,
                           BjtTextPainter *text)
{
  self->text = text != NULL ? text : self->own_text;
}

guint32
bjt_plan_painter_get_door (const BjtPlanPainter *self,
                           guint32               element)
{
  BjtRun elements = bjt_picture_get_plan (self->picture, self->plan)->elements;

  g_return_val_if_fail (element >= elements.first && element < elements.first + elements.n, BJT_NO_INDEX);
  return self->doors[element - elements.first];
}

static void
add_box (BjtBox       *all,
         const BjtBox *box)
{
  if (bjt_box_is_empty (box))
    return;
  bjt_box_add_point (all, box->x1, box->y1);
  bjt_box_add_point (all, box->x2, box->y2);
}

BjtBox
bjt_plan_painter_get_box (const BjtPlanPainter *self)
{
  BjtBox all = bjt_plan_index_get_box (self->picture, self->plan);

  for (guint i = 0; i < self->backdrops->len; i++)
    {
      const BjtPlanBackdrop *backdrop = self->backdrops->pdata[i];
      BjtBox                 box = bjt_plan_backdrop_get_box (backdrop);

      if (backdrop->record->opacity > 0)
        add_box (&all, &box);
    }
  return all;
}

/* What lies under the plan */

static gboolean
has_drawing (const BjtPlanPainter *self)
{
  for (guint i = 0; i < self->backdrops->len; i++)
    if (((const BjtPlanBackdrop *) self->backdrops->pdata[i])->record->opacity > 0)
      return TRUE;
  return FALSE;
}

static void
draw_backdrop (Painting              *self,
               const BjtPlanBackdrop *backdrop,
               BjtDrawingPainter     *drawing)
{
  BjtBox         metres = bjt_plan_backdrop_get_box (backdrop), box = bjt_plan_pen_get_box (&self->pen, &metres);
  double         opacity = backdrop->record->opacity;
  BjtPoint       origin = bjt_plan_backdrop_to_plan (backdrop, (BjtPoint) { 0, 0 });
  BjtPoint       right = bjt_plan_backdrop_to_plan (backdrop, (BjtPoint) { 1, 0 }), down = bjt_plan_backdrop_to_plan (backdrop, (BjtPoint) { 0, 1 });
  cairo_matrix_t matrix;

  if (!(opacity > 0) || !bjt_box_intersects (&box, &self->pen.area))
    return;
  cairo_matrix_init (&matrix, right.x - origin.x, right.y - origin.y, down.x - origin.x, down.y - origin.y, origin.x, origin.y);
  cairo_matrix_multiply (&matrix, &matrix, &self->pen.matrix);
  if (opacity < 1)
    cairo_push_group (self->cr);
  bjt_drawing_painter_paint (drawing, self->cr, &matrix, &self->pen.area);
  if (opacity >= 1)
    return;
  cairo_pop_group_to_source (self->cr);
  cairo_paint_with_alpha (self->cr, opacity);
}

static void
draw_backdrops (Painting *self,
                gboolean  wants_sheet)
{
  BjtBox metres = bjt_plan_painter_get_box (self->painter), box;

  if (wants_sheet && !bjt_box_is_empty (&metres))
    {
      metres = (BjtBox) { metres.x1 - SHEET_MARGIN, metres.y1 - SHEET_MARGIN, metres.x2 + SHEET_MARGIN, metres.y2 + SHEET_MARGIN };
      box = bjt_plan_pen_get_box (&self->pen, &metres);
      cairo_rectangle (self->cr, box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1);
      bjt_palette_set_source (self->cr, self->pen.palette->paper, 0.94);
      cairo_fill (self->cr);
    }
  for (guint i = 0; i < self->painter->backdrops->len; i++)
    draw_backdrop (self, self->painter->backdrops->pdata[i], self->painter->drawings->pdata[i]);
}

/* Doors */

static gboolean
shows_facts (const Painting *self)
{
  return (self->painter->show & BJT_PLAN_SHOW_FACTS) != 0 && (self->painter->show & (BJT_PLAN_SHOW_CURTAIN | BJT_PLAN_SHOW_PUBLIC)) == 0;
}

static void
set_fading (Painting *self,
            guint32   door)
{
  const BjtDoorSet *matched = self->painter->matched;

  self->cells.glyphs.alpha = matched != NULL && door != BJT_NO_INDEX && !bjt_door_set_contains (matched, door) ? BJT_CELL_FADED : 1;
}

static void
draw_ground (Painting *self,
             guint32   element,
             guint32   door)
{
  const BjtGeometry *shape = bjt_plan_pen_get_shape (&self->pen, element);
  BjtBox             box = bjt_plan_pen_get_box (&self->pen, &shape->box);
  BjtClassStyle      bare = { self->pen.palette->paper, 0, BJT_HATCH_NONE };
  BjtClassStyle      plain = { self->pen.palette->classes[BJT_CLASS_RESIDENT].fill, 0, BJT_HATCH_NONE };
  gboolean           has_facts = door != BJT_NO_INDEX && shows_facts (self);

  bjt_plan_pen_trace (&self->pen, self->cr, shape);
  bjt_room_painter_fill (&self->cells, self->cr, has_facts ? bjt_cell_painter_get_style (&self->cells, door) : door != BJT_NO_INDEX ? &plain : &bare, &box,
                         self->is_over_ink ? OVER_INK : 1);
}

/* Edges are one path, whole or broken where nobody's door is. */
static void
draw_edges (Painting *self,
            gboolean  of_doors)
{
  const double dashes[] = { 4 * self->pen.unit, 3 * self->pen.unit };
  guint        n_points = 0;

  cairo_save (self->cr);
  bjt_palette_set_source (self->cr, of_doors ? self->pen.palette->building_edge : self->pen.palette->dim_text, 1);
  cairo_set_line_width (self->cr, 0.8 * self->pen.unit);
  if (!of_doors)
    cairo_set_dash (self->cr, dashes, 2, 0);
  for (guint32 i = 0; i < self->elements.n; i++)
    {
      guint32 e = self->elements.first + i;

      if (bjt_picture_get_element (self->painter->picture, e)->kind != BJT_ELEMENT_DOOR || (self->painter->doors[i] != BJT_NO_INDEX) != of_doors
          || !bjt_plan_pen_is_seen (&self->pen, e))
        continue;
      bjt_plan_pen_trace (&self->pen, self->cr, bjt_plan_pen_get_shape (&self->pen, e));
      n_points += bjt_plan_pen_get_shape (&self->pen, e)->n_points;
      if (n_points < 400)
        continue;
      cairo_stroke (self->cr);
      n_points = 0;
    }
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_grounds (Painting *self)
{
  for (guint32 i = 0; i < self->elements.n; i++)
    {
      guint32 e = self->elements.first + i;

      if (bjt_picture_get_element (self->painter->picture, e)->kind != BJT_ELEMENT_DOOR || !bjt_plan_pen_is_seen (&self->pen, e))
        continue;
      set_fading (self, self->painter->doors[i]);
      draw_ground (self, e, self->painter->doors[i]);
    }
  draw_edges (self, FALSE);
  draw_edges (self, TRUE);
}

static void
draw_frames (Painting *self)
{
  for (guint32 i = 0; i < self->elements.n; i++)
    {
      guint32 e = self->elements.first + i, door = self->painter->doors[i];
      int     attention = door != BJT_NO_INDEX && shows_facts (self) ? bjt_picture_get_door_state (self->painter->picture, door)->attention : BJT_ATTENTION_NONE;

      if (attention == BJT_ATTENTION_NONE || !bjt_plan_pen_is_seen (&self->pen, e))
        continue;
      set_fading (self, door);
      bjt_plan_pen_trace (&self->pen, self->cr, bjt_plan_pen_get_shape (&self->pen, e));
      bjt_room_painter_frame (&self->cells, self->cr, attention);
    }
}

/* Texts */

static const BjtBox *
get_room (BjtPlanPainter *self,
          guint32         i)
{
  BjtBox            *room = self->rooms + i;
  const BjtGeometry *shape;
  BjtPoint           middle;
  double             radius;

  if (!isnan (room->x1))
    return room;
  shape = bjt_picture_get_element (self->picture, bjt_picture_get_plan (self->picture, self->plan)->elements.first + i)->shape;
  middle = bjt_outline_find_middle (shape, &radius);
  *room = bjt_outline_find_room (shape, middle, radius);
  return room;
}

/* One door drawn as several outlines is told in the first. */
static gboolean
is_told_before (const Painting *self,
                guint32         i)
{
  BjtRun outlines = bjt_plan_index_get_outlines (self->painter->picture, self->painter->doors[i]);

  for (guint32 o = outlines.first; o < outlines.first + outlines.n; o++)
    {
      guint32 element = bjt_picture_get_outline (self->painter->picture, o)->element;

      if (element >= self->elements.first && element < self->elements.first + i)
        return self->painter->doors[element - self->elements.first] == self->painter->doors[i];
    }
  return FALSE;
}

static gboolean
has_room_for_text (const Painting *self,
                   guint32         element)
{
  const BjtGeometry *shape = bjt_plan_pen_get_shape (&self->pen, element);
  BjtBox             box = bjt_plan_pen_get_box (&self->pen, &shape->box);

  return bjt_box_intersects (&box, &self->pen.area) && fmin (box.x2 - box.x1, box.y2 - box.y1) >= LEAST_TEXT * self->pen.unit;
}

static void
write_door (Painting *self,
            guint32   i)
{
  BjtPlanShow show = self->painter->show;
  BjtBox      room;
  BjtRoomShow wanted = (show & BJT_PLAN_SHOW_LABELS ? BJT_ROOM_SHOW_LABEL : 0);

  if (is_told_before (self, i))
    return;
  if (shows_facts (self))
    wanted |= BJT_ROOM_SHOW_FACTS | (show & BJT_PLAN_SHOW_NAMES ? BJT_ROOM_SHOW_NAME : 0) | (show & BJT_PLAN_SHOW_UNMASKED_NAMES ? BJT_ROOM_SHOW_UNMASKED_NAME : 0);
  set_fading (self, self->painter->doors[i]);
  room = bjt_plan_pen_get_box (&self->pen, get_room (self->painter, i));
  bjt_room_painter_write (&self->cells, self->cr, self->painter->doors[i], &room, wanted);
}

/* Of areas, and of outlines that are nobody's */
static void
write_label (Painting   *self,
             guint32     i,
             const char *label)
{
  BjtBox       room = bjt_plan_pen_get_box (&self->pen, get_room (self->painter, i));
  double       width = room.x2 - room.x1, size = fmax (fmin ((room.y2 - room.y1) / 3, 14 * self->pen.unit), LEAST_TEXT * self->pen.unit);
  BjtTextPlace place = { (room.x1 + room.x2) / 2, (room.y1 + room.y2) / 2, 0.5, size, 0, 0 };
  BjtClassStyle ground = { self->pen.palette->paper, 0, BJT_HATCH_NONE };

  if (room.y2 - room.y1 < LEAST_TEXT * self->pen.unit || bjt_text_painter_get_width (self->painter->text, label, size, 0) > width)
    return;
  self->cells.glyphs.alpha = 1;
  bjt_cell_painter_draw_text (&self->cells, self->cr, label, &place, self->pen.palette->dim_text, &ground);
}

static void
write_text (Painting                *self,
            const BjtPictureElement *element)
{
  BjtPoint     at = element->shape->points[0];
  double       size = (element->size > 0 ? element->size : TEXT) * self->pen.metre;
  BjtTextPlace place = { 0, 0, 0.5, fmax (size, LEAST_TEXT * self->pen.unit), 0, 0 };

  cairo_matrix_transform_point (&self->pen.matrix, &at.x, &at.y);
  if (element->label == NULL || size < LEGIBLE * self->pen.unit)
    return;
  cairo_save (self->cr);
  cairo_translate (self->cr, at.x, at.y);
  cairo_rotate (self->cr, isfinite (element->angle) ? -element->angle : 0);
  bjt_palette_set_source (self->cr, self->pen.palette->text, 1);
  bjt_text_painter_draw (self->painter->text, self->cr, element->label, &place);
  cairo_restore (self->cr);
}

static void
draw_texts (Painting *self)
{
  for (guint32 i = 0; i < self->elements.n; i++)
    {
      const BjtPictureElement *element = bjt_picture_get_element (self->painter->picture, self->elements.first + i);

      if (element->kind == BJT_ELEMENT_TEXT && bjt_plan_pen_is_seen (&self->pen, self->elements.first + i))
        write_text (self, element);
      if ((element->kind != BJT_ELEMENT_DOOR && element->kind != BJT_ELEMENT_AREA) || !has_room_for_text (self, self->elements.first + i))
        continue;
      if (self->painter->doors[i] != BJT_NO_INDEX)
        write_door (self, i);
      else if (element->label != NULL && self->painter->show & BJT_PLAN_SHOW_LABELS)
        write_label (self, i, element->label);
    }
}

/* Nothing of it is for the public; behind the curtain words stay away. */
static void
draw_annotations (Painting *self)
{
  BjtAnnotationPainter painter = { &self->pen, &self->cells.glyphs, (self->painter->show & BJT_PLAN_SHOW_CURTAIN) == 0 };
  BjtBox               box = bjt_plan_index_get_box (self->painter->picture, self->painter->plan);

  if ((self->painter->show & BJT_PLAN_SHOW_ANNOTATIONS) == 0 || (self->painter->show & BJT_PLAN_SHOW_PUBLIC) != 0)
    return;
  self->cells.glyphs.alpha = 1;
  bjt_annotation_painter_draw_level (&painter, self->cr, bjt_picture_get_plan (self->painter->picture, self->painter->plan)->building,
                                     self->painter->ordinal, &box);
}

/* The whole */

static void
begin_painting (Painting           *self,
                const BjtPlanFrame *frame,
                double              unit)
{
  BjtPlanPainter   *painter = self->painter;
  gboolean          has_sheet = has_drawing (painter) && painter->palette->kind == BJT_PALETTE_DARK;
  const BjtPalette *palette = painter->mono ? bjt_palette_get (BJT_PALETTE_MONO) : has_sheet ? bjt_palette_get (BJT_PALETTE_LIGHT) : painter->palette;

  self->elements = bjt_picture_get_plan (painter->picture, painter->plan)->elements;
  self->is_over_ink = has_drawing (painter);
  self->pen = (BjtPlanPen) { .picture = painter->picture, .palette = palette, .area = { 0, 0, frame->width, frame->height }, .metre = frame->scale, .unit = unit };
  bjt_plan_frame_get_matrix (frame, &self->pen.matrix);
  bjt_cell_painter_init (&self->cells, painter->picture, painter->text, palette);
  self->cells.unit = unit;
  self->cells.is_over_ink = self->is_over_ink;
}

/**
 * bjt_plan_painter_paint:
 *
 * Paints inside the frame's width and height, over what is there. Leaves the
 * state of @cr as it was.
 */
void
bjt_plan_painter_paint (BjtPlanPainter     *self,
                        cairo_t            *cr,
                        const BjtPlanFrame *frame,
                        double              unit)
{
  Painting painting = { .painter = self, .cr = cr };

  begin_painting (&painting, frame, unit);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, frame->width, frame->height);
  cairo_clip (cr);
  if (painting.elements.n > MANY)
    {
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
      cairo_set_tolerance (cr, 0.4);
    }
  draw_backdrops (&painting, painting.pen.palette != self->palette && !self->mono);
  bjt_plan_pen_draw_areas (&painting.pen, cr, painting.elements);
  draw_grounds (&painting);
  bjt_plan_pen_draw_lines (&painting.pen, cr, painting.elements);
  draw_frames (&painting);
  draw_texts (&painting);
  draw_annotations (&painting);
  cairo_restore (cr);
}
