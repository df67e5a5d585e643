/* bjt-element-picker.c: linear in what is drawn: a plan has hundreds of elements,
 * not thousands. Main thread only. */
#include "bjt-element-picker.h"

#include <math.h>

#define OUTLINE_RANK 1e6 /* m: any outline comes after any line */

static double
get_distance (BjtPoint  at,
              BjtPoint  a,
              BjtPoint  b,
              BjtPoint *foot)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? ((at.x - a.x) * dx + (at.y - a.y) * dy) / square : 0;

  t = CLAMP (t, 0.0, 1.0);
  *foot = (BjtPoint) { a.x + t * dx, a.y + t * dy };
  return hypot (foot->x - at.x, foot->y - at.y);
}

/* To the nearest side or point. */
static double
find_nearest (const BjtGeometry *shape,
              BjtPoint           at,
              BjtPickedSide     *side)
{
  double nearest = G_MAXDOUBLE;

  for (guint p = 0; p < shape->n_parts; p++)
    {
      const BjtPoint *points = shape->points + shape->parts[p].first;
      guint           n = shape->parts[p].n_points;

      for (guint i = 0; i < n; i++)
        {
          BjtPoint a = points[i], b = points[(i + 1) % n], foot;
          gboolean is_point = shape->kind == BJT_GEOMETRY_POINT;
          double   away;

          if (shape->kind == BJT_GEOMETRY_LINE && i + 1 == n)
            break;
          away = get_distance (at, a, is_point ? a : b, &foot);
          if (away >= nearest)
            continue;
          nearest = away;
          side->a = a;
          side->b = is_point ? a : b;
          side->foot = foot;
        }
    }
  return nearest;
}

/* Words stand around their point. */
static gboolean
is_on_text (const BjtPlanElement *element,
            BjtPoint              at)
{
  BjtPoint middle = element->shape->points[0];
  double   half = (double) g_utf8_strlen (element->label != NULL ? element->label : "", -1) * element->size / 2;
  double   dx = at.x - middle.x, dy = at.y - middle.y, c = cos (element->angle), s = sin (element->angle);

  return fabs (dx * c + dy * s) <= half && fabs (dy * c - dx * s) <= element->size * 0.7;
}

/* The lower the sooner it is meant; infinite: not at all. */
static double
get_rank (const BjtPlanElement *element,
          BjtPoint              at,
          double                reach)
{
  const BjtGeometry *shape = element->shape;
  BjtPickedSide      side;
  double             away;

  if (shape == NULL || shape->n_points == 0)
    return (double) INFINITY;
  if (element->kind == BJT_ELEMENT_TEXT && is_on_text (element, at))
    return 0;
  if (shape->kind == BJT_GEOMETRY_POLYGON && bjt_geometry_contains (shape, at.x, at.y))
    return OUTLINE_RANK + (shape->box.x2 - shape->box.x1) * (shape->box.y2 - shape->box.y1);
  away = find_nearest (shape, at, &side);
  if (element->kind == BJT_ELEMENT_WALL && shape->kind == BJT_GEOMETRY_LINE && element->size > 0)
    away = fmax (0, away - element->size / 2);
  if (away > reach)
    return (double) INFINITY;
  return shape->kind == BJT_GEOMETRY_POLYGON ? 2 * OUTLINE_RANK + away : away;
}

BjtPlanElement *
bjt_element_picker_find (GPtrArray *elements,
                         BjtPoint   at,
                         double     reach)
{
  BjtPlanElement *found = NULL;
  double          best = (double) INFINITY;

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      BjtPlanElement *element = g_ptr_array_index (elements, i);
      double          rank = get_rank (element, at, reach);

      if (rank > best || isinf (rank))
        continue;
      best = rank;
      found = element;
    }
  return found;
}

BjtPlanElement *
bjt_element_picker_find_outline (GPtrArray *elements,
                                 BjtPoint   at)
{
  BjtPlanElement *found = NULL;
  double          best = (double) INFINITY;

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      BjtPlanElement *element = g_ptr_array_index (elements, i);
      const BjtBox   *box = element->shape != NULL ? &element->shape->box : NULL;

      if (box == NULL || element->shape->kind != BJT_GEOMETRY_POLYGON || (box->x2 - box->x1) * (box->y2 - box->y1) > best
          || !bjt_geometry_contains (element->shape, at.x, at.y))
        continue;
      best = (box->x2 - box->x1) * (box->y2 - box->y1);
      found = element;
    }
  return found;
}

gboolean
bjt_element_picker_find_side (GPtrArray     *elements,
                              BjtPoint       at,
                              double         reach,
                              BjtPickedSide *side)
{
  gboolean found = FALSE;

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      const BjtPlanElement *element = g_ptr_array_index (elements, i);
      BjtPickedSide         own = { .element = element };
      double                away;

      if (element->shape == NULL || element->shape->kind == BJT_GEOMETRY_POINT || element->kind == BJT_ELEMENT_OPENING || element->kind == BJT_ELEMENT_LINE)
        continue;
      away = find_nearest (element->shape, at, &own);
      if (away > reach)
        continue;
      reach = away;
      *side = own;
      found = TRUE;
    }
  return found;
}

void
bjt_element_picker_list_inside (GPtrArray    *elements,
                                const BjtBox *box,
                                GPtrArray    *found)
{
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      BjtPlanElement *element = g_ptr_array_index (elements, i);
      const BjtBox   *own = element->shape != NULL ? &element->shape->box : NULL;

      if (own != NULL && own->x1 >= box->x1 && own->y1 >= box->y1 && own->x2 <= box->x2 && own->y2 <= box->y2)
        g_ptr_array_add (found, element);
    }
}
