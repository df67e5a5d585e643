/* bjt-route-search.h: one step of the search: ruin and recreate. Private to this
 * folder.
 *
 * Slack induction by string removals: Christiaens and Vanden Berghe,
 * Transportation Science 54(2), 2020.
 */
#pragma once

#include "bjt-route-random.h"
#include "bjt-route-state.h"

G_BEGIN_DECLS

typedef struct
{
  double mean_removed; /* stops a ruin takes out */
  guint  longest;      /* string */
  double blink;        /* part of the positions passed over */
  guint  n_absent;     /* of those absent before, so many are tried at most */
  guint  n_close;      /* and most of those among so many stops nearest to where it is ruined */
} BjtRouteManner;

typedef struct
{
  const BjtRouteNet *net;
  BjtRouteManner     manner;
  BjtRouteRandom     random;
  BjtRouteState     *now, *next;   /* what is kept, what is tried; equal outside of what is touched */

  /* What the step touches */
  guint8            *is_touched;   /* of routes */
  GArray            *touched;      /* of guint: routes */
  GArray            *nodes;        /* of gint32: their nodes, and those put in */

  /* While recreating */
  guint              seed;         /* where it was ruined */
  gint32            *tried;        /* stops */
  guint8            *is_tried;     /* of stops, while they are gathered */
  gint64            *keys;         /* of stops: the order they are put in */
  gint32            *empty;        /* of types: a route without stops, or -1 */
  gint64             mean_work;    /* of workers, before */
  guint              until_blink;
  double             blink_scale;
  gboolean           is_thorough;  /* every position is tried where the neighbours have none */
  double             greed;        /* ways longer than the penalty times it are not gone */
} BjtRouteSearch;

BjtRouteSearch *bjt_route_search_new  (const BjtRouteNet *net, const BjtRouteManner *manner, guint64 seed);
void            bjt_route_search_free (BjtRouteSearch *self);

/* Changes next. FALSE: came to nothing, to be taken back. */
gboolean bjt_route_search_step (BjtRouteSearch *self);

/* Puts in what fits of the absent of next: those removed, the last so many, and some of the others. */
void bjt_route_search_recreate (BjtRouteSearch *self, guint n_removed);
gboolean bjt_route_search_ruin (BjtRouteSearch *self, guint *n_removed);

/* Can the touched routes be walked: leaving out a stop may make the way longer. */
gboolean bjt_route_search_is_walkable (const BjtRouteSearch *self);

/* Makes now equal to next, or next to now. */
void bjt_route_search_keep (BjtRouteSearch *self);
void bjt_route_search_take_back (BjtRouteSearch *self);

/* Before the route of next is changed. */
void bjt_route_search_touch (BjtRouteSearch *self, guint route);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRouteSearch, bjt_route_search_free)

G_END_DECLS
