/* bjt-route-state.h: routes while they are searched. Private to this folder.
 *
 * Each route is a doubly linked list of nodes from its start to its end. Every
 * node knows the earliest time work goes on after it and the latest time it may
 * begin: whether a stop fits between two nodes is told in a few additions.
 */
#pragma once

#include "bjt-route-net.h"

G_BEGIN_DECLS

typedef struct
{
  gint32 next, prev; /* -1 at the ends */
  gint32 row;
  gint32 route;      /* -1: not seen */
  gint32 arc;        /* cost of the way from prev */
  gint32 done;       /* earliest end of the work here */
  gint32 late;       /* latest begin */
  gint32 gate;       /* late, or never where nothing may come before it */
} BjtRouteNode;

/* From leaving up to the node, or from the node to being back (Vidal et al. 2013):
 * the least time it takes, the earliest and latest begin that take no more. */
typedef struct
{
  gint32 time, from, to;
} BjtRouteStretch;

typedef struct
{
  gint32 load, size;
} BjtRouteLoad;

typedef struct
{
  const BjtRouteNet *net;
  BjtRouteNode      *nodes;
  BjtRouteSpan      *spans;           /* of nodes: the window chosen */
  BjtRouteStretch   *before, *after;  /* of nodes; only where shifts have limits */
  BjtRouteLoad      *loads;           /* of routes */
  gint32            *absent;
  guint              n_absent;
  gint64             cost, penalty;   /* of the ways, of the absent */
  gint64            *works;           /* of workers: way and time at doors; only where they count */
  gint64             prize_missed;
  guint              n_must_missed;
} BjtRouteState;

BjtRouteState *bjt_route_state_new  (const BjtRouteNet *net); /* all absent */
void           bjt_route_state_free (BjtRouteState *self);
void           bjt_route_state_copy (BjtRouteState *self, const BjtRouteState *from);

/* Copies one node and what belongs to it; the absent and the sums. */
void bjt_route_state_copy_sums (BjtRouteState *self, const BjtRouteState *from);
void bjt_route_state_copy_node (BjtRouteState *self, const BjtRouteState *from, gint32 node);

/* Links the stop before the node q, with this window; its times and those of the
 * route follow. Does not look for it in absent. */
void bjt_route_state_insert (BjtRouteState *self, gint32 stop, gint32 q, BjtRouteSpan span);

/* Unlinks; times are wrong until the route is renewed. Does not put it in absent. */
void bjt_route_state_unlink (BjtRouteState *self, gint32 stop);
void bjt_route_state_renew  (BjtRouteState *self, guint route);

/* The stop between the node before q and q, in the first window that fits. */
gboolean bjt_route_state_fits (const BjtRouteState *self, gint32 stop, gint32 q, BjtRouteSpan *span);
guint    bjt_route_state_find_spans (const BjtRouteState *self, gint32 stop, gint32 q, BjtRouteSpan *found, guint n_most); /* every window that fits */
gint32   bjt_route_state_get_extra_cost (const BjtRouteState *self, gint32 stop, gint32 q);

/* What a stop that is not seen counts; negative: it is seen from now. */
void bjt_route_state_count_absent (BjtRouteState *self, gint32 stop, int sign);

/* What it counts that some work more than the mean (BjtRouteObjective); 0 where it does not count. */
gint64 bjt_route_state_get_unfairness (const BjtRouteState *self);

/* Of GArray of guint: the stops of a route in order. */
GArray *bjt_route_state_dup_order (const BjtRouteState *self, guint route);

/* Negative: a is better. */
int bjt_route_state_compare (const BjtRouteState *a, const BjtRouteState *b);

static inline BjtRouteStretch
bjt_route_stretch_join (BjtRouteStretch a,
                        gint32          way,
                        BjtRouteStretch b)
{
  gint32 shift = a.time + way, wait = MAX (b.from - shift - a.to, 0);

  return (BjtRouteStretch) { a.time + b.time + way + wait, MAX (b.from - shift, a.from) - wait, MIN (b.to - shift, a.to) };
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRouteState, bjt_route_state_free)

G_END_DECLS
