/* bjt-map-pen.c: from Mercator to pixels. Main thread only. */
#include "bjt-map-pen.h"

void
bjt_map_pen_add_path (cairo_t           *cr,
                      const BjtMapFrame *frame,
                      const BjtPoint    *points,
                      guint              n_points)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n_points; i++)
    {
      BjtPoint at = bjt_map_frame_project (frame, points[i]);

      cairo_line_to (cr, at.x, at.y);
    }
}

BjtBox
bjt_map_pen_get_box (const BjtMapFrame *frame,
                     const BjtPoint    *points,
                     guint              n_points,
                     double             room)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint i = 0; i < n_points; i++)
    {
      BjtPoint at = bjt_map_frame_project (frame, points[i]);

      bjt_box_add_point (&box, at.x - room, at.y - room);
      bjt_box_add_point (&box, at.x + room, at.y + room);
    }
  return box;
}
