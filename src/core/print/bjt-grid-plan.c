/* bjt-grid-plan.c: the compromise between large cells and a large map.
 *
 * Tries cells from large to small and, for each, scales from large to small
 * until the call-outs fit around the footprints; the best by a simple measure
 * wins. What does not fit on one page is dealt to more, in the order of the
 * buildings; a building too large for a page is cut between levels, then
 * between entrances. Deterministic. */
#include "bjt-grid-plan.h"

#include <math.h>

#include "geo/bjt-mercator.h"

#define MIN_TEXT 2.12  /* 6 pt */
#define MIN_CHIP 2.58  /* its glyph has 6 pt */
#define GAP 3.5        /* between call-outs */
#define MARGIN 5.0     /* around the footprints */
#define MIN_BOX_WIDTH 26.0
#define SCALE_WEIGHT 0.45
#define SMALL_LENGTH 14.0 /* of a footprint: its label no longer fits, mm */
#define GOOD_LENGTH 26.0 /* of a footprint: larger ones say no more, mm */

static const double plain_cells[] = { 16, 14, 12, 10, 9, 8, 7.2, 6.6, 6.0, 5.5, 5.0 };
static const double name_cells[] = { 24, 21, 18, 16, 14 };
static const double scales[] = { 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000 };

typedef struct
{
  const BjtGridPlanTask *task;
  BjtGridPage           *page; /* only its sizes */
  GArray                *callouts;
  BjtCalloutItem        *items;
  gboolean               has_ground;
  double                 mean_length; /* of the footprints, metres */
} Attempt;

static void
clear_callout (gpointer data)
{
  bjt_matrix_free (((BjtGridCallout *) data)->matrix);
}

static void
free_page (gpointer data)
{
  BjtGridPage *page = data;

  g_array_unref (page->callouts);
  g_free (page);
}

static void
set_cell (BjtGridPage *page,
          double       cell_height,
          gboolean     has_names)
{
  page->cell_height = cell_height;
  page->text_size = CLAMP (cell_height * (has_names ? 0.22 : 0.36), MIN_TEXT, 5);
  page->chip_size = CLAMP (cell_height * (has_names ? 0.28 : 0.46), MIN_CHIP, 7);
  page->unit = CLAMP (page->text_size * 0.095, 0.19, 0.4);
  page->padding = 0.7 * page->text_size;
  page->title_height = MAX (5.2, 1.9 * page->text_size);
}

/* In widths of a digit. */
static guint
measure_label (const char *label)
{
  guint n = 0;

  for (; label != NULL && *label != '\0'; label = g_utf8_next_char (label))
    n += g_utf8_get_char (label) < 0x2E80 ? 1 : 2;
  return n;
}

static double
find_cell_width (const BjtGridPlanTask *task,
                 const BjtGridPage     *page,
                 guint32                building)
{
  const BjtRun *doors = &bjt_picture_get_building (task->picture, building)->doors;
  guint         longest = 3;

  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    longest = MAX (longest, measure_label (bjt_picture_get_door (task->picture, d)->label));
  if (task->has_names)
    return page->cell_height * 1.58;
  return MAX (page->cell_height * 1.22, MIN (longest, 6) * page->text_size * 0.56 + page->text_size * 0.75 + 4 * page->unit);
}

static void
add_callout (Attempt   *self,
             guint32    building,
             BjtMatrix *matrix,
             guint      part,
             guint      n_parts)
{
  BjtGridCallout callout = { .building = building, .matrix = matrix, .part = part, .n_parts = n_parts };
  double         text = self->page->text_size;

  callout.metrics = (BjtMatrixMetrics) {
    .cell_width = find_cell_width (self->task, self->page, building),
    .cell_height = self->page->cell_height,
    .gap = 0.13 * text,
    .section_gap = 0.65 * text,
    .header_height = text * 1.1 + 1.3,
    .label_width = text * 1.8,
  };
  g_array_append_val (self->callouts, callout);
}

static void
measure_callout (const Attempt        *self,
                 const BjtGridCallout *callout,
                 double               *width,
                 double               *height)
{
  bjt_matrix_get_size (callout->matrix, &callout->metrics, width, height);
  *width = MAX (*width + 2 * self->page->padding, MIN_BOX_WIDTH);
  *height += self->page->padding + self->page->title_height;
}

static gboolean
is_too_large (const Attempt *self,
              guint32        index)
{
  const BjtBox *window = &self->task->window;
  double        width, height;

  measure_callout (self, &g_array_index (self->callouts, BjtGridCallout, index), &width, &height);
  return width > 0.98 * (window->x2 - window->x1) || height > 0.98 * (window->y2 - window->y1)
         || (width > 0.62 * (window->x2 - window->x1) && height > 0.62 * (window->y2 - window->y1));
}

/* Cuts a building into parts that fit: @rows and @columns pieces. */
static void
add_parts (Attempt   *self,
           guint32    building,
           BjtMatrix *whole,
           guint      rows,
           guint      columns)
{
  guint n_parts = rows * columns;

  for (guint r = 0; r < rows; r++)
    for (guint c = 0; c < columns; c++)
      {
        guint row = whole->rows->len * r / rows, row_end = whole->rows->len * (r + 1) / rows;
        guint section = whole->sections->len * c / columns, section_end = whole->sections->len * (c + 1) / columns;

        add_callout (self, building, bjt_matrix_new_slice (whole, section, section_end - section, row, row_end - row),
                     r * columns + c, n_parts);
      }
}

static void
add_building (Attempt *self,
              guint32  building)
{
  guint      first = self->callouts->len, rows = 1, columns = 1;
  BjtMatrix *whole = bjt_matrix_new (self->task->picture, building);
  double     width, height;

  add_callout (self, building, whole, 0, 1);
  measure_callout (self, &g_array_index (self->callouts, BjtGridCallout, first), &width, &height);
  if (!is_too_large (self, first))
    return;
  whole = bjt_matrix_new (self->task->picture, building);
  while (is_too_large (self, first))
    {
      if (width / columns > height / rows * 1.5 && columns < whole->sections->len)
        columns++;
      else if (rows < whole->rows->len)
        rows++;
      else
        break; /* one level of one entrance: it is as it is */
      g_array_set_size (self->callouts, first);
      add_parts (self, building, whole, rows, columns);
    }
  bjt_matrix_free (whole);
}

static BjtPoint
to_metres (const Attempt *self,
           BjtPoint       mercator)
{
  return bjt_sheet_ground_project (self->task->ground, bjt_mercator_unproject (mercator));
}

static void
make_items (Attempt *self)
{
  double total = 0;
  guint  n = 0;

  self->items = g_new0 (BjtCalloutItem, MAX (self->callouts->len, 1));
  for (guint i = 0; i < self->callouts->len; i++)
    {
      const BjtGridCallout     *callout = &g_array_index (self->callouts, BjtGridCallout, i);
      const BjtPictureBuilding *building = bjt_picture_get_building (self->task->picture, callout->building);
      BjtCalloutItem           *item = &self->items[i];

      measure_callout (self, callout, &item->width, &item->height);
      if (self->task->ground == NULL || isnan (building->centre.x))
        continue;
      item->has_place = TRUE;
      for (guint c = 0; c < 4; c++)
        item->corners[c] = to_metres (self, building->corners[c]);
      total += hypot (item->corners[1].x - item->corners[0].x, item->corners[1].y - item->corners[0].y);
      n++;
    }
  self->has_ground = n > 0;
  self->mean_length = n > 0 ? total / n : 0;
}

static BjtGridPage *
take_page (Attempt          *self,
           BjtCalloutLayout *layout)
{
  BjtGridPage *page = g_memdup2 (self->page, sizeof *page);

  page->has_ground = self->has_ground;
  page->denominator = layout->denominator;
  page->origin = layout->origin;
  page->at = layout->at;
  page->callouts = g_array_ref (self->callouts);
  for (guint i = 0; i < page->callouts->len; i++)
    g_array_index (page->callouts, BjtGridCallout, i).spot = layout->spots[i];
  bjt_callout_layout_clear (layout);
  return page;
}

/* Larger cells count most, then footprints that can be seen. */
static double
rate_scale (const Attempt *self,
            double         denominator)
{
  double length = denominator > 0 ? self->mean_length * 1000 / denominator : SMALL_LENGTH;

  return log (self->page->cell_height) + SCALE_WEIGHT * log (CLAMP (length, 2, GOOD_LENGTH * self->task->k)) - (length < SMALL_LENGTH ? 0.5 : 0);
}

/* Then short leaders that are not in the way. */
static double
rate (const Attempt          *self,
      const BjtCalloutLayout *layout)
{
  double mean_leader = self->callouts->len > 0 ? layout->leader_length / self->callouts->len : 0;

  return rate_scale (self, layout->denominator) - 0.004 * mean_leader / self->task->k
         - 0.5 * layout->n_crossings - 0.12 * layout->n_hits;
}

/* The ring is neater and leaves the ground free; call-outs beside their
 * footprints have to be really near to be preferred. */
static const struct
{
  gboolean (*lay_out) (BjtCalloutLayout *self, const BjtCalloutTask *task, double denominator);
  double     handicap;
} ways[] = { { bjt_callout_layout_ring, 0 }, { bjt_callout_layout_settle, 0.25 } };

/* The best layout of these call-outs over all scales, if it is better than
 * @quality. */
static BjtGridPage *
solve (Attempt *self,
       double  *quality)
{
  BjtCalloutTask   task = { self->task->window, GAP, MARGIN, self->task->extent.shift, self->items, self->callouts->len };
  BjtCalloutLayout best = { 0 }, layout;
  double           best_rate = *quality, own_rate;
  const double    *wanted = &self->task->extent.denominator, *tried = *wanted > 0 ? wanted : scales;
  guint            n_scales = *wanted > 0 ? 1 : G_N_ELEMENTS (scales);

  if (!self->has_ground)
    {
      if (rate_scale (self, 0) <= *quality || !bjt_callout_layout_shelve (&best, &task))
        return NULL;
      *quality = rate_scale (self, 0);
      return take_page (self, &best);
    }
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    for (guint s = 0, n_found = 0; s < n_scales && n_found < 2; s++)
      {
        if (rate_scale (self, tried[s]) - ways[way].handicap <= best_rate)
          continue; /* cannot be better */
        if (!ways[way].lay_out (&layout, &task, tried[s]))
          continue;
        n_found++;
        own_rate = rate (self, &layout) - ways[way].handicap;
        if (own_rate > best_rate)
          {
            best_rate = own_rate;
            bjt_callout_layout_clear (&best);
            best = layout;
          }
        else
          bjt_callout_layout_clear (&layout);
      }
  if (best.spots == NULL)
    return NULL;
  *quality = best_rate;
  return take_page (self, &best);
}

static BjtGridPage *
try_cell (const BjtGridPlanTask *task,
          const guint32         *buildings,
          guint                  n_buildings,
          double                 cell_height,
          double                *quality)
{
  BjtGridPage  sizes = { 0 };
  Attempt      self = { .task = task, .page = &sizes };
  BjtGridPage *page;

  set_cell (&sizes, cell_height, task->has_names);
  self.callouts = g_array_new (FALSE, TRUE, sizeof (BjtGridCallout));
  g_array_set_clear_func (self.callouts, clear_callout);
  for (guint i = 0; i < n_buildings; i++)
    add_building (&self, buildings[i]);
  make_items (&self);
  page = solve (&self, quality);
  g_array_unref (self.callouts);
  g_free (self.items);
  return page;
}

static BjtGridPage *
make_page (const BjtGridPlanTask *task,
           const guint32         *buildings,
           guint                  n_buildings,
           double                *quality)
{
  const double *cells = task->has_names ? name_cells : plain_cells;
  guint         n_cells = task->has_names ? G_N_ELEMENTS (name_cells) : G_N_ELEMENTS (plain_cells);
  BjtGridPage  *best = NULL;

  *quality = -INFINITY;
  for (guint c = 0; c < n_cells; c++)
    {
      BjtGridPage *page;

      if (log (cells[c]) + SCALE_WEIGHT * log (GOOD_LENGTH * task->k) < *quality)
        break; /* no smaller cell can be better */
      page = try_cell (task, buildings, n_buildings, cells[c], quality);
      if (page == NULL)
        continue;
      g_clear_pointer (&best, free_page);
      best = page;
    }
  return best;
}

static GArray *
list_buildings (const BjtGridPlanTask *task)
{
  GArray *buildings = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 b = 0; b < task->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (task->picture, b);

      if (building->grid == task->grid && building->doors.n > 0)
        g_array_append_val (buildings, b);
    }
  return buildings;
}

/* Where page @page of @n_pages starts, the doors dealt evenly. */
static guint
find_start (const BjtGridPlanTask *task,
            const GArray          *buildings,
            guint                  page,
            guint                  n_pages)
{
  guint total = 0, doors = 0;

  for (guint i = 0; i < buildings->len; i++)
    total += bjt_picture_get_building (task->picture, g_array_index (buildings, guint32, i))->doors.n;
  for (guint i = 0; i < buildings->len; i++)
    {
      guint n = bjt_picture_get_building (task->picture, g_array_index (buildings, guint32, i))->doors.n;

      if ((doors + n / 2.0) * n_pages >= (double) total * page)
        return i;
      doors += n;
    }
  return buildings->len;
}

/**
 * bjt_grid_plan_make:
 * @max_pages: at most this many
 * @quality: (out): larger is better, to compare papers with; of the worst page
 *
 * Returns: (transfer full) (nullable) (element-type BjtGridPage): the pages, or
 *   %NULL when it cannot be done legibly
 */
GPtrArray *
bjt_grid_plan_make (const BjtGridPlanTask *task,
                    guint                  max_pages,
                    double                *quality)
{
  g_autoptr (GArray) buildings = list_buildings (task);

  for (guint n_pages = 1; n_pages <= MAX (1, MIN (max_pages, buildings->len)); n_pages++)
    {
      g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (free_page);

      *quality = INFINITY;
      for (guint p = 0; p < n_pages; p++)
        {
          guint        start = find_start (task, buildings, p, n_pages), end = find_start (task, buildings, p + 1, n_pages);
          double       own;
          BjtGridPage *page = make_page (task, (const guint32 *) (gpointer) buildings->data + start, end - start, &own);

          if (page == NULL)
            break;
          *quality = MIN (*quality, own);
          g_ptr_array_add (pages, page);
        }
      if (pages->len == n_pages)
        return g_steal_pointer (&pages);
    }
  return NULL;
}
