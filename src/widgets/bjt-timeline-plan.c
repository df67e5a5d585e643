/* bjt-timeline-plan.c: time runs evenly from left to right, rows have one height. */
#include "bjt-timeline-plan.h"

#define HOUR 3600
#define MORNING (9 * HOUR) /* of a plan in which nobody goes */
#define EVENING (17 * HOUR)

static void
stop_free (gpointer data)
{
  BjtTimelineStop *self = data;

  g_free (self->label);
  g_free (self->group);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->spoken);
  g_free (self);
}

static void
row_free (gpointer data)
{
  BjtTimelineRow *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self->detail);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->stops);
  g_free (self);
}

BjtTimelinePlan *
bjt_timeline_plan_new (void)
{
  BjtTimelinePlan *self = g_new0 (BjtTimelinePlan, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->from = MORNING;
  self->to = EVENING;
  return self;
}

void
bjt_timeline_plan_free (BjtTimelinePlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * bjt_timeline_plan_add_row:
 *
 * Returns: (transfer none): to be filled
 */
BjtTimelineRow *
bjt_timeline_plan_add_row (BjtTimelinePlan *self,
                           guint            worker)
{
  BjtTimelineRow *row = g_new0 (BjtTimelineRow, 1);

  row->worker = worker;
  row->spans = g_array_new (FALSE, FALSE, sizeof (BjtTimelineSpan));
  row->stops = g_ptr_array_new_with_free_func (stop_free);
  g_ptr_array_add (self->rows, row);
  return row;
}

BjtTimelineStop *
bjt_timeline_row_add_stop (BjtTimelineRow *self)
{
  BjtTimelineStop *stop = g_new0 (BjtTimelineStop, 1);

  g_ptr_array_add (self->stops, stop);
  return stop;
}

void
bjt_timeline_row_add_span (BjtTimelineRow     *self,
                           BjtTimelineSpanKind kind,
                           int                 from,
                           int                 to)
{
  BjtTimelineSpan span = { kind, from, to };

  if (to > from)
    g_array_append_val (self->spans, span);
}

static const BjtTimelineStop *
get_stop (const BjtTimelineRow *row,
          guint                 index)
{
  return row->stops->pdata[index];
}

static void
embrace (BjtTimelinePlan *self,
         int              from,
         int              to)
{
  self->from = MIN (self->from, from);
  self->to = MAX (self->to, to);
}

void
bjt_timeline_plan_close (BjtTimelinePlan *self)
{
  self->from = G_MAXINT;
  self->to = G_MININT;
  for (guint r = 0; r < self->rows->len; r++)
    {
      const BjtTimelineRow *row = self->rows->pdata[r];

      if (row->back > row->leave)
        embrace (self, row->leave, row->back);
      for (guint i = 0; i < row->stops->len; i++)
        embrace (self, get_stop (row, i)->from, get_stop (row, i)->to);
    }
  if (self->from > self->to)
    {
      self->from = MORNING;
      self->to = EVENING;
    }
  self->from = self->from / HOUR * HOUR;
  self->to = (self->to + HOUR - 1) / HOUR * HOUR;
}

gboolean
bjt_timeline_plan_find (const BjtTimelinePlan *self,
                        const BjtUuid         *door_id,
                        guint                 *row,
                        guint                 *index)
{
  for (*row = 0; *row < self->rows->len; ++*row)
    {
      const BjtTimelineRow *line = self->rows->pdata[*row];

      for (*index = 0; *index < line->stops->len; ++*index)
        if (bjt_uuid_equal (&get_stop (line, *index)->door_id, door_id))
          return TRUE;
    }
  return FALSE;
}

/* Places */

double
bjt_timeline_plan_get_x (const BjtTimelinePlan *self,
                         double                 scale,
                         int                    seconds)
{
  return BJT_TIMELINE_MARGIN + (seconds - self->from) / 60.0 * scale;
}

int
bjt_timeline_plan_get_seconds (const BjtTimelinePlan *self,
                               double                 scale,
                               double                 x)
{
  return self->from + (int) ((x - BJT_TIMELINE_MARGIN) / scale * 60.0);
}

double
bjt_timeline_plan_get_width (const BjtTimelinePlan *self,
                             double                 scale)
{
  return bjt_timeline_plan_get_x (self, scale, self->to) + BJT_TIMELINE_MARGIN;
}

guint
bjt_timeline_plan_find_row (const BjtTimelinePlan *self,
                            double                 y)
{
  int row = (int) (y / BJT_TIMELINE_ROW_HEIGHT);

  if (self->rows->len == 0)
    return BJT_TIMELINE_NONE;
  return (guint) CLAMP (row, 0, (int) self->rows->len - 1);
}

/* Moving */

/* Before the first whose middle is later than that second. */
static guint
find_index (const BjtTimelineRow *row,
            const BjtUuid        *door_id,
            int                   seconds,
            guint                *before) /* among all stops of the row */
{
  guint index = 0;

  for (*before = 0; *before < row->stops->len; ++*before)
    {
      const BjtTimelineStop *stop = get_stop (row, *before);

      if (bjt_uuid_equal (&stop->door_id, door_id))
        continue;
      if (seconds < (stop->from + stop->to) / 2)
        return index;
      index++;
    }
  return index;
}

static double
get_line_x (const BjtTimelinePlan *self,
            const BjtTimelineRow  *row,
            double                 scale,
            guint                  before)
{
  if (before < row->stops->len)
    return bjt_timeline_plan_get_x (self, scale, get_stop (row, before)->from) - 2;
  if (row->stops->len > 0)
    return bjt_timeline_plan_get_x (self, scale, get_stop (row, row->stops->len - 1)->to) + 2;
  return bjt_timeline_plan_get_x (self, scale, self->from);
}

gboolean
bjt_timeline_plan_find_drop (const BjtTimelinePlan *self,
                             double                 scale,
                             const BjtUuid         *door_id,
                             double                 x,
                             double                 y,
                             BjtTimelineDrop       *drop)
{
  guint before;

  drop->row = bjt_timeline_plan_find_row (self, y);
  if (drop->row == BJT_TIMELINE_NONE)
    return FALSE;
  drop->index = find_index (self->rows->pdata[drop->row], door_id, bjt_timeline_plan_get_seconds (self, scale, x), &before);
  drop->x = get_line_x (self, self->rows->pdata[drop->row], scale, before);
  return TRUE;
}

gboolean
bjt_timeline_plan_is_move (const BjtTimelinePlan *self,
                           const BjtUuid         *door_id,
                           const BjtTimelineDrop *drop)
{
  guint row, index;

  return !bjt_timeline_plan_find (self, door_id, &row, &index) || row != drop->row || index != drop->index;
}

gboolean
bjt_timeline_plan_step (const BjtTimelinePlan *self,
                        const BjtUuid         *door_id,
                        int                    along,
                        int                    down,
                        BjtTimelineDrop       *drop)
{
  const BjtTimelineRow  *row;
  const BjtTimelineStop *stop;
  guint                  at, index, before;
  int                    to_row, to_index;

  if (!bjt_timeline_plan_find (self, door_id, &at, &index))
    return FALSE;
  row = self->rows->pdata[at];
  stop = get_stop (row, index);
  to_row = (int) at + down;
  to_index = (int) index + along;
  if (to_row < 0 || to_row >= (int) self->rows->len || to_index < 0 || to_index >= (int) row->stops->len)
    return FALSE;
  drop->row = (guint) to_row;
  drop->index = down == 0 ? (guint) to_index : find_index (self->rows->pdata[to_row], door_id, (stop->from + stop->to) / 2, &before);
  drop->x = 0;
  return TRUE;
}
