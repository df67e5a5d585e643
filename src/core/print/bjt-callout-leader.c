/* bjt-callout-leader.c: plane geometry of a handful of segments. */
#include "bjt-callout-leader.h"

#include <math.h>

#define CORNER_INSET 3.0 /* leaders leave boxes this far from corners, mm */

static BjtPoint
nearest_on_box (const BjtBox *box,
                BjtPoint      p)
{
  double inset_x = MIN (CORNER_INSET, (box->x2 - box->x1) / 2);
  double inset_y = MIN (CORNER_INSET, (box->y2 - box->y1) / 2);

  if (p.y < box->y1 || p.y > box->y2)
    {
      if (p.x >= box->x1 - fabs (p.y - box->y1) && p.x <= box->x2 + fabs (p.y - box->y2))
        return (BjtPoint) { CLAMP (p.x, box->x1 + inset_x, box->x2 - inset_x), p.y < box->y1 ? box->y1 : box->y2 };
    }
  return (BjtPoint) { p.x < (box->x1 + box->x2) / 2 ? box->x1 : box->x2, CLAMP (p.y, box->y1 + inset_y, box->y2 - inset_y) };
}

void
bjt_callout_leader_measure (const BjtPoint quad[4],
                            double         sides[4])
{
  for (guint i = 0; i < 4; i++)
    sides[i] = hypot (quad[(i + 1) % 4].x - quad[i].x, quad[(i + 1) % 4].y - quad[i].y);
}

static BjtPoint
nearest_on_quad (const BjtPoint quad[4],
                 const double   sides[4],
                 BjtPoint       p)
{
  BjtPoint best = quad[0];
  double   best_distance = INFINITY;

  for (guint i = 0; i < 4; i++)
    {
      BjtPoint a = quad[i], b = quad[(i + 1) % 4];
      double   length = sides[i];
      double   t = length > 0 ? ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length) : 0;
      double   inset = length > 4 ? 2 / length : 0.5, distance;
      BjtPoint q;

      t = CLAMP (t, inset, 1 - inset);
      q = (BjtPoint) { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
      distance = hypot (q.x - p.x, q.y - p.y);
      if (distance < best_distance)
        {
          best_distance = distance;
          best = q;
        }
    }
  return best;
}

static double
turn_of (BjtPoint a,
         BjtPoint b,
         BjtPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

gboolean
bjt_callout_leader_crosses (BjtPoint a,
                BjtPoint b,
                BjtPoint c,
                BjtPoint d)
{
  return turn_of (a, b, c) * turn_of (a, b, d) < 0 && turn_of (c, d, a) * turn_of (c, d, b) < 0;
}

gboolean
bjt_callout_leader_meets_quad (BjtPoint       a,
                    BjtPoint       b,
                    const BjtPoint quad[4])
{
  for (guint i = 0; i < 4; i++)
    if (bjt_callout_leader_crosses (a, b, quad[i], quad[(i + 1) % 4]))
      return TRUE;
  return FALSE;
}

gboolean
bjt_callout_leader_meets_box (BjtPoint      a,
                   BjtPoint      b,
                   const BjtBox *box)
{
  BjtPoint quad[4] = { { box->x1, box->y1 }, { box->x2, box->y1 }, { box->x2, box->y2 }, { box->x1, box->y2 } };

  return bjt_callout_leader_meets_quad (a, b, quad);
}

/**
 * bjt_callout_leader_find:
 * @sides: of the footprint
 * @from: (out): on the edge of the box
 * @to: (out): on the edge of the footprint
 *
 * The short way between them, away from corners.
 */
void
bjt_callout_leader_find (const BjtBox  *box,
                         const BjtPoint quad[4],
                         const double   sides[4],
                         BjtPoint      *from,
                         BjtPoint      *to)
{
  BjtPoint centre = { (quad[0].x + quad[2].x) / 2, (quad[0].y + quad[2].y) / 2 };

  *to = nearest_on_quad (quad, sides, nearest_on_box (box, centre));
  *from = nearest_on_box (box, *to);
}

/* Whether the shadows of both on the axis are apart (separating axis). */
static gboolean
is_apart (BjtPoint       axis,
          const BjtPoint a[4],
          const BjtPoint b[4])
{
  double low_a = INFINITY, high_a = -INFINITY, low_b = INFINITY, high_b = -INFINITY;

  for (guint i = 0; i < 4; i++)
    {
      double at_a = a[i].x * axis.x + a[i].y * axis.y, at_b = b[i].x * axis.x + b[i].y * axis.y;

      low_a = MIN (low_a, at_a);
      high_a = MAX (high_a, at_a);
      low_b = MIN (low_b, at_b);
      high_b = MAX (high_b, at_b);
    }
  return high_a < low_b || high_b < low_a;
}

/**
 * bjt_callout_leader_covers:
 *
 * Returns: whether the box and the rectangle @quad, turned as it is, share
 *   ground
 */
gboolean
bjt_callout_leader_covers (const BjtBox  *box,
                           const BjtPoint quad[4])
{
  BjtPoint corners[4] = { { box->x1, box->y1 }, { box->x2, box->y1 }, { box->x2, box->y2 }, { box->x1, box->y2 } };
  BjtPoint axes[4] = { { 1, 0 }, { 0, 1 },
                       { quad[1].x - quad[0].x, quad[1].y - quad[0].y }, { quad[3].x - quad[0].x, quad[3].y - quad[0].y } };

  for (guint i = 0; i < 4; i++)
    if (is_apart (axes[i], corners, quad))
      return FALSE;
  return TRUE;
}
