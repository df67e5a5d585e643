/* bjt-plan-cues.c: frames lie on the outlines as the painter drew them: blue,
 * with white around it where it has to stand out. */
#include "bjt-plan-cues.h"

#include "canvas/bjt-tool-pen.h"
#include "paint/bjt-palette.h"
#include "plan/bjt-plan-index.h"

#define RING 14.0 /* px */

void
bjt_plan_cues_add_shape (cairo_t            *cr,
                         const BjtPlanFrame *frame,
                         const BjtGeometry  *shape)
{
  for (guint i = 0; i < shape->n_parts; i++)
    {
      cairo_new_sub_path (cr);
      for (guint k = 0; k < shape->parts[i].n_points; k++)
        {
          BjtPoint at = bjt_plan_frame_to_view (frame, shape->points[shape->parts[i].first + k]);

          cairo_line_to (cr, at.x, at.y);
        }
      if (shape->kind == BJT_GEOMETRY_POLYGON)
        cairo_close_path (cr);
    }
}

/* The outlines of a door on the plan that is shown, as a path; of this level
 * alone. */
static gboolean
add_door (BjtPlanCanvas      *canvas,
          const BjtPicture   *picture,
          cairo_t            *cr,
          const BjtPlanFrame *frame,
          guint32             door)
{
  guint32  plan = bjt_plan_canvas_get_plan (canvas);
  BjtRun   outlines = bjt_plan_index_get_outlines (picture, door);
  BjtBox   view = bjt_plan_frame_get_box (frame);
  gboolean found = FALSE;

  cairo_new_path (cr);
  for (guint32 o = outlines.first; plan != BJT_NO_INDEX && o < outlines.first + outlines.n; o++)
    {
      guint32                  e = bjt_picture_get_outline (picture, o)->element;
      const BjtPictureElement *element = bjt_picture_get_element (picture, e);

      if (element->plan != plan || bjt_plan_canvas_get_door (canvas, e) != door || !bjt_box_intersects (&element->shape->box, &view))
        continue;
      bjt_plan_cues_add_shape (cr, frame, element->shape);
      found = TRUE;
    }
  return found;
}

void
bjt_plan_cues_draw_hovered (BjtPlanCanvas      *canvas,
                            const BjtPicture   *picture,
                            cairo_t            *cr,
                            const BjtPlanFrame *frame,
                            guint32             door)
{
  if (!add_door (canvas, picture, cr, frame, door))
    return;
  bjt_palette_set_source (cr, bjt_palette_get (BJT_PALETTE_LIGHT)->selection, 0.08);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, bjt_palette_get (BJT_PALETTE_LIGHT)->selection, 0.75);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_selected (cairo_t          *cr,
               const BjtPalette *palette)
{
  bjt_palette_set_source (cr, palette->selection, 0.18);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, palette->selection, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* The keys that walk between doors need a mark that is not the choice alone. */
static void
draw_chosen (cairo_t          *cr,
             const BjtPalette *palette,
             gboolean          is_focused)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  bjt_palette_set_source (cr, is_focused ? 0x241F31 : 0xFFFFFF, is_focused ? 1 : 0.9);
  cairo_set_line_width (cr, is_focused ? 6 : 5);
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, palette->selection, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

void
bjt_plan_cues_draw_doors (BjtPlanCanvas      *canvas,
                          BjtFocus           *focus,
                          cairo_t            *cr,
                          const BjtPlanFrame *frame,
                          gboolean            is_focused)
{
  const BjtPicture *picture = bjt_focus_get_picture (focus);
  const BjtPalette *palette = bjt_palette_get (BJT_PALETTE_LIGHT);
  const BjtDoorSet *selection = bjt_focus_get_selection (focus);
  guint32           building = bjt_focus_get_building (focus), chosen = bjt_focus_get_door (focus);

  if (picture == NULL || building == BJT_NO_INDEX)
    return;
  if (selection != NULL)
    {
      BjtRun doors = bjt_picture_get_building (picture, building)->doors;

      for (guint32 d = bjt_door_set_next (selection, doors.first); d != BJT_NO_INDEX && d < doors.first + doors.n; d = bjt_door_set_next (selection, d + 1))
        if (add_door (canvas, picture, cr, frame, d))
          draw_selected (cr, palette);
    }
  if (chosen != BJT_NO_INDEX && add_door (canvas, picture, cr, frame, chosen))
    draw_chosen (cr, palette, is_focused);
}

void
bjt_plan_cues_draw_ring (cairo_t            *cr,
                         const BjtPlanFrame *frame,
                         BjtPoint            at)
{
  BjtPoint px = bjt_plan_frame_to_view (frame, at);

  cairo_new_path (cr);
  cairo_arc (cr, px.x, px.y, RING, 0, 2 * G_PI);
  bjt_palette_set_source (cr, 0xFFFFFF, 0.9);
  cairo_set_line_width (cr, 6);
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, bjt_palette_get (BJT_PALETTE_LIGHT)->alert, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}
