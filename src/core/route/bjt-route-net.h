/* bjt-route-net.h: a problem laid out for the solver. Private to this folder.
 *
 * Nodes are the stops, then for each shift its start, its end, its lunch. Each
 * node stands in a row of the matrices; starts and ends at one place share it.
 */
#pragma once

#include "bjt-route-problem.h"

G_BEGIN_DECLS

#define BJT_ROUTE_HOLE 400000000 /* a way that is none: two of them and two times fit 32 bits */

typedef struct
{
  gint32 from, to;
} BjtRouteSpan;

typedef struct
{
  guint n_stops, n_shifts, n_workers, n_nodes, n_rows, n_types, n_days;

  /* Ways: out[i * n_rows + j] from i to j, in[i * n_rows + j] from j to i; where they are alike, the same memory */
  gint32   *time_out, *time_in;
  gint32   *cost_out, *cost_in; /* the times, where the problem has no costs */

  /* Of nodes */
  gint32   *row;
  gint32   *duration;
  gint32   *demand;        /* of stops */
  gint64   *penalty;       /* of stops: of not seeing it, in units of way */
  gint64   *prize;         /* of stops: 0 for a must */
  guint8   *must;          /* of stops */
  guint8   *pin;           /* of stops: 1 + BjtRoutePinKind; 0: none */

  /* Of shifts */
  guint32  *type;          /* shifts of one type are alike */
  guint32  *worker;        /* from 0 on */
  guint32  *day;
  guint8   *has_lunch;
  const BjtRouteShift **shifts;

  guint8   *eligible;      /* [type * n_stops + stop] */
  guint32  *span_at;       /* [day * n_stops + stop]: its first span; the next entry ends them */
  BjtRouteSpan *spans;

  guint32  *near;          /* of stops: n_near each, the nearest first */
  guint     n_near;
  guint32  *before, *after; /* of stops: n_fit each that fit right before, right after; NULL: all positions are tried */
  guint     n_fit;

  gboolean  one_span;      /* each stop has at most one on each day, everywhere the same */
  gboolean  timed;         /* some stop has a window */
  gboolean  all_eligible, has_demand, has_limit, has_lunches, has_optional, priority_first, symmetric;
  guint     balance;       /* 0 as well where there is nobody to share with */
  gboolean  needs_care;    /* more than windows counts at a position */
  double    mean_near;     /* cost of the way to near neighbours */
  gint64    must_penalty;
  gint64    prize_scale;   /* penalty of a unit of prize */
} BjtRouteNet;

BjtRouteNet *bjt_route_net_new  (const BjtRouteProblem *problem, gboolean with_neighbours); /* only a search needs them */
void         bjt_route_net_free (BjtRouteNet *self);

static inline gint32
bjt_route_net_start (const BjtRouteNet *self,
                     guint              shift)
{
  return (gint32) (self->n_stops + shift);
}

static inline gint32
bjt_route_net_end (const BjtRouteNet *self,
                   guint              shift)
{
  return (gint32) (self->n_stops + self->n_shifts + shift);
}

static inline gint32
bjt_route_net_lunch (const BjtRouteNet *self,
                     guint              shift)
{
  return (gint32) (self->n_stops + 2 * self->n_shifts + shift);
}

static inline gboolean
bjt_route_net_is_lunch (const BjtRouteNet *self,
                        gint32             node)
{
  return node >= (gint32) (self->n_stops + 2 * self->n_shifts);
}

static inline guint
bjt_route_net_get_spans (const BjtRouteNet   *self,
                         guint                shift,
                         gint32               stop,
                         const BjtRouteSpan **spans)
{
  const guint32 *at = self->span_at + (gsize) self->day[shift] * self->n_stops + (guint) stop;

  *spans = self->spans + at[0];
  return at[1] - at[0];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRouteNet, bjt_route_net_free)

G_END_DECLS
