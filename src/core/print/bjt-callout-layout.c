/* bjt-callout-layout.c: what both ways share, and shelves for buildings that
 * nobody has drawn yet. */
#include "bjt-callout-layout.h"

/**
 * bjt_callout_layout_shelve:
 * @self: (out): to be cleared when it was found
 *
 * Without regard to places: rows in the order of the items.
 */
gboolean
bjt_callout_layout_shelve (BjtCalloutLayout     *self,
                           const BjtCalloutTask *task)
{
  const BjtBox *window = &task->window;
  double        x = window->x1, y = window->y1, row_height = 0;

  *self = (BjtCalloutLayout) { .denominator = 0, .spots = g_new0 (BjtCalloutSpot, MAX (task->n_items, 1)) };
  for (guint i = 0; i < task->n_items; i++)
    {
      const BjtCalloutItem *item = &task->items[i];

      if (x > window->x1 && x + item->width > window->x2)
        {
          x = window->x1;
          y += row_height + task->gap;
          row_height = 0;
        }
      if (x + item->width > window->x2 || y + item->height > window->y2)
        {
          bjt_callout_layout_clear (self);
          return FALSE;
        }
      self->spots[i].box = (BjtBox) { x, y, x + item->width, y + item->height };
      row_height = MAX (row_height, item->height);
      x += item->width + task->gap;
    }
  return TRUE;
}

void
bjt_callout_layout_clear (BjtCalloutLayout *self)
{
  g_clear_pointer (&self->spots, g_free);
}
