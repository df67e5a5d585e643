/* bjt-plan-lines.c: the face of the line work around a place.
 *
 * Lines near the place, then farther out, until they enclose it. To close gaps
 * a line that ends is drawn on in its own direction until it meets another, no
 * farther than the gap: where a door stands open, the wall goes on. Arcs (of
 * doors that swing) are no walls then. Bounded by MOST_EDGES. */
#include "bjt-plan-lines.h"

#include <math.h>
#include <string.h>

#include "geo/bjt-edge-grid.h"
#include "geo/bjt-geometry-overlay.h"

#define MOST_EDGES 12000u
#define FIRST_REACH 8.0   /* m around the place */
#define LAST_REACH 150.0
#define LEAST_WALL 0.25   /* m: shorter ones are not drawn on */
#define STEP_OF_ARC 0.5   /* m: no step of an arc is longer */

struct _BjtPlanLines
{
  GArray      *edges;  /* BjtEdge */
  GArray      *is_arc; /* guint8, one an edge */
  BjtEdgeGrid *grid;
};

/* Whether the line bends steadily to one side in short steps. */
static gboolean
is_arc (const BjtPoint *points,
        guint           n)
{
  double before = 0;

  if (n < 5)
    return FALSE;
  for (guint i = 1; i + 1 < n; i++)
    {
      double ax = points[i].x - points[i - 1].x, ay = points[i].y - points[i - 1].y;
      double bx = points[i + 1].x - points[i].x, by = points[i + 1].y - points[i].y;
      double turn = atan2 (ax * by - ay * bx, ax * bx + ay * by);

      if (fabs (turn) > 0.8 || fabs (turn) < 1e-3 || turn * before < 0 || hypot (bx, by) > STEP_OF_ARC)
        return FALSE;
      before = turn;
    }
  return TRUE;
}

static void
add_part (BjtPlanLines   *self,
          const BjtPoint *points,
          guint           n,
          gboolean        is_closed)
{
  guint8 arc = !is_closed && is_arc (points, n);

  for (guint i = 0; i + 1 < n + (is_closed ? 1 : 0); i++)
    {
      BjtEdge edge = { points[i], points[(i + 1) % n] };

      if (hypot (edge.b.x - edge.a.x, edge.b.y - edge.a.y) < 1e-4)
        continue;
      g_array_append_val (self->edges, edge);
      g_array_append_val (self->is_arc, arc);
    }
}

static void
add_item (BjtPlanLines          *self,
          const BjtPlanBackdrop *backdrop,
          guint32                item)
{
  g_autoptr (BjtGeometry) shape = bjt_drawing_flatten_item (backdrop->drawing, item, 0.02 / backdrop->record->scale);
  g_autofree BjtPoint *points = NULL;

  if (shape == NULL || self->edges->len > 100 * MOST_EDGES)
    return;
  points = g_new (BjtPoint, shape->n_points + 1);
  for (guint i = 0; i < shape->n_points; i++)
    points[i] = bjt_plan_backdrop_to_plan (backdrop, shape->points[i]);
  for (guint p = 0; p < shape->n_parts; p++)
    add_part (self, points + shape->parts[p].first, shape->parts[p].n_points, shape->kind == BJT_GEOMETRY_POLYGON);
}

static gboolean
is_hidden (const BjtPlanBackdrop *backdrop,
           guint32                layer)
{
  g_auto (GStrv) hidden = g_strsplit (backdrop->record->hidden_layers != NULL ? backdrop->record->hidden_layers : "", "\n", -1);

  return g_strv_contains ((const char *const *) hidden, backdrop->drawing->layers[layer].name);
}

BjtPlanLines *
bjt_plan_lines_new (const BjtPlanBackdrop *backdrop)
{
  BjtPlanLines     *self = g_new0 (BjtPlanLines, 1);
  const BjtDrawing *drawing = backdrop->drawing;
  g_autofree guint8 *hidden = g_new0 (guint8, MAX (drawing->n_layers, 1));

  self->edges = g_array_new (FALSE, FALSE, sizeof (BjtEdge));
  self->is_arc = g_array_new (FALSE, FALSE, sizeof (guint8));
  for (guint i = 0; i < drawing->n_layers; i++)
    hidden[i] = is_hidden (backdrop, i);
  for (guint32 i = 0; i < drawing->n_items; i++)
    if (!hidden[drawing->items[i].layer])
      add_item (self, backdrop, i);
  self->grid = bjt_edge_grid_new ((const BjtEdge *) (gpointer) self->edges->data, self->edges->len);
  return self;
}

void
bjt_plan_lines_free (BjtPlanLines *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->edges);
  g_array_unref (self->is_arc);
  bjt_edge_grid_free (self->grid);
  g_free (self);
}

/* Drawing on */

typedef struct
{
  const BjtPlanLines *lines;
  GArray             *found;  /* guint32, to be used again */
  GArray             *points; /* BjtPoint: two an edge */
} Gatherer;

static void
append (Gatherer *self,
        BjtPoint  a,
        BjtPoint  b)
{
  g_array_append_val (self->points, a);
  g_array_append_val (self->points, b);
}

/* From @to on, away from @from, until another line is met. */
static void
draw_on (Gatherer *self,
         BjtPoint  from,
         BjtPoint  to,
         double    close)
{
  double   dx = to.x - from.x, dy = to.y - from.y, length = hypot (dx, dy);
  BjtPoint end = { to.x + dx / length * (close + 0.01), to.y + dy / length * (close + 0.01) };
  BjtEdge  ray = { to, end };
  BjtBox   box = BJT_BOX_EMPTY;
  double   least = G_MAXDOUBLE;

  bjt_box_add_point (&box, to.x - 0.01, to.y - 0.01);
  bjt_box_add_point (&box, to.x + 0.01, to.y + 0.01);
  bjt_box_add_point (&box, end.x, end.y);
  bjt_edge_grid_query (self->lines->grid, &box, self->found);
  for (guint i = 0; i < self->found->len; i++)
    {
      guint32        index = g_array_index (self->found, guint32, i);
      const BjtEdge *edge = &g_array_index (self->lines->edges, BjtEdge, index);
      BjtPoint       at;

      if (g_array_index (self->lines->is_arc, guint8, index))
        continue;
      for (guint k = 0; k < 2; k++) /* on the same line: no crossing */
        {
          BjtPoint vertex = k == 0 ? edge->a : edge->b;
          double   along = ((vertex.x - to.x) * dx + (vertex.y - to.y) * dy) / length;
          double   aside = fabs ((vertex.x - to.x) * dy - (vertex.y - to.y) * dx) / length;

          if (along > 0.005 && along <= close && aside < 0.01)
            least = fmin (least, along);
        }
      if (bjt_edge_get_distance (edge, to, &at) < 0.005 || !bjt_edge_cross (&ray, edge, &at))
        continue;
      least = fmin (least, hypot (at.x - to.x, at.y - to.y));
    }
  if (least <= close)
    append (self, to, (BjtPoint) { to.x + dx / length * (least + 0.002), to.y + dy / length * (least + 0.002) });
}

/* The lines in the box, arcs left out and ends drawn on where gaps are closed. */
static BjtGeometry *
gather (const BjtPlanLines *self,
        const BjtBox       *box,
        double              close)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree BjtPart *parts = NULL;
  Gatherer gatherer = { self, found, points };

  bjt_edge_grid_query (self->grid, box, near);
  if (near->len > MOST_EDGES)
    return NULL;
  for (guint i = 0; i < near->len; i++)
    {
      guint32        index = g_array_index (near, guint32, i);
      const BjtEdge *edge = &g_array_index (self->edges, BjtEdge, index);

      if (close > 0 && g_array_index (self->is_arc, guint8, index))
        continue;
      append (&gatherer, edge->a, edge->b);
      if (close > 0 && hypot (edge->b.x - edge->a.x, edge->b.y - edge->a.y) >= LEAST_WALL)
        {
          draw_on (&gatherer, edge->a, edge->b, close);
          draw_on (&gatherer, edge->b, edge->a, close);
        }
    }
  if (points->len < 6)
    return NULL;
  parts = g_new (BjtPart, points->len / 2);
  for (guint i = 0; i < points->len / 2; i++)
    parts[i] = (BjtPart) { 2 * i, 2, FALSE };
  return bjt_geometry_new (BJT_GEOMETRY_LINE, parts, points->len / 2, (const BjtPoint *) (gpointer) points->data, points->len);
}

/* Whether it is enclosed at all, told on squares: quick. */

#define SQUARES 512 /* a side of the box */

static int
to_square (double at,
           double from,
           double size)
{
  return (int) fmax (0, fmin (SQUARES - 1, floor ((at - from) / size)));
}

/* Every square that the line comes through. */
static void
block (guint8       *squares,
       const BjtBox *box,
       double        size,
       BjtPoint      a,
       BjtPoint      b)
{
  guint n = (guint) fmin (4 * SQUARES, ceil (hypot (b.x - a.x, b.y - a.y) / size * 2)) + 1;
  int   before = -1;

  for (guint i = 0; i <= n; i++)
    {
      double x = a.x + (b.x - a.x) * i / n, y = a.y + (b.y - a.y) * i / n;
      int    column = to_square (x, box->x1, size), row = to_square (y, box->y1, size);

      if (x < box->x1 || y < box->y1 || x > box->x2 || y > box->y2)
        {
          before = -1;
          continue;
        }
      squares[row * SQUARES + column] = 1;
      if (before >= 0 && before / SQUARES != row && before % SQUARES != column) /* no way through between the two */
        squares[before / SQUARES * SQUARES + column] = 1;
      before = row * SQUARES + column;
    }
}

/* FALSE: from the place one gets out of the box. @ground (out): where one gets. */
static gboolean
find_ground (const BjtGeometry *lines,
             const BjtBox      *box,
             BjtPoint           at,
             BjtBox            *ground)
{
  g_autofree guint8  *squares = g_malloc0 (SQUARES * SQUARES);
  g_autofree guint32 *stack = g_new (guint32, SQUARES * SQUARES);
  double  size = (box->x2 - box->x1) / SQUARES;
  guint   n = 0;
  guint32 start = (guint32) (to_square (at.y, box->y1, size) * SQUARES + to_square (at.x, box->x1, size));

  for (guint i = 0; i + 1 < lines->n_points; i += 2)
    block (squares, box, size, lines->points[i], lines->points[i + 1]);
  *ground = BJT_BOX_EMPTY;
  squares[start] = 1; /* the place itself is free, even by a line */
  stack[n++] = start;
  while (n > 0)
    {
      guint32 square = stack[--n];
      int     column = (int) square % SQUARES, row = (int) square / SQUARES;

      if (column == 0 || row == 0 || column == SQUARES - 1 || row == SQUARES - 1)
        return FALSE;
      bjt_box_add_point (ground, box->x1 + column * size, box->y1 + row * size);
      for (int k = 0; k < 4; k++)
        {
          guint32 next = square + (guint32) ((k == 0) - (k == 1) + ((k == 2) - (k == 3)) * SQUARES);

          if (squares[next] != 0)
            continue;
          squares[next] = 1;
          stack[n++] = next;
        }
    }
  *ground = (BjtBox) { ground->x1 - 4 * size, ground->y1 - 4 * size, ground->x2 + 4 * size, ground->y2 + 4 * size };
  return TRUE;
}

/* Those of the lines, two points each, that come into the box. */
static BjtGeometry *
dup_within (const BjtGeometry *lines,
            const BjtBox      *box)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  guint n = 0;

  for (guint i = 0; i + 1 < lines->n_points; i += 2)
    {
      BjtBox own = BJT_BOX_EMPTY;

      bjt_box_add_point (&own, lines->points[i].x, lines->points[i].y);
      bjt_box_add_point (&own, lines->points[i + 1].x, lines->points[i + 1].y);
      if (!bjt_box_intersects (&own, box))
        continue;
      g_array_append_vals (points, lines->points + i, 2);
      n++;
    }
  return bjt_geometry_new (BJT_GEOMETRY_LINE, lines->parts, n, (const BjtPoint *) (gpointer) points->data, points->len);
}

/* First what is next to the ground around the place, which is little; where that
 * is but a piece of furniture, all in a box that is small. */
static BjtGeometry *
dup_face_of (const BjtGeometry *lines,
             const BjtBox      *box,
             BjtPoint           at,
             double             least)
{
  BjtBox       ground;
  BjtGeometry *face;
  g_autoptr (BjtGeometry) near = NULL;

  if (!find_ground (lines, box, at, &ground))
    return NULL;
  near = dup_within (lines, &ground);
  face = bjt_geometry_overlay_dup_face (near, at, least);
  return face != NULL || box->x2 - box->x1 > 2.1 * FIRST_REACH ? face : bjt_geometry_overlay_dup_face (lines, at, least);
}

/**
 * bjt_plan_lines_dup_face:
 * @close: metres; gaps up to that count as walls
 * @areas: square metres; smaller faces are furniture, larger ones no rooms
 *
 * Returns: (transfer full) (nullable): the smallest ring around the place, in
 *   metres
 */
BjtGeometry *
bjt_plan_lines_dup_face (const BjtPlanLines *self,
                         BjtPoint            at,
                         double              close,
                         const double        areas[2],
                         GCancellable       *cancellable)
{
  double last = fmin (LAST_REACH, fmax (FIRST_REACH, 3 * sqrt (areas[1])));

  for (double reach = FIRST_REACH; reach <= last && !g_cancellable_is_cancelled (cancellable); reach *= 2)
    {
      BjtBox box = { at.x - reach, at.y - reach, at.x + reach, at.y + reach };
      g_autoptr (BjtGeometry) lines = gather (self, &box, close);
      g_autoptr (BjtGeometry) face = lines != NULL ? dup_face_of (lines, &box, at, areas[0]) : NULL;

      if (face != NULL)
        return fabs (bjt_geometry_get_signed_area (face->points, face->n_points)) <= areas[1] ? g_steal_pointer (&face) : NULL;
    }
  return NULL;
}
