/* bjt-route-anneal.h: simulated annealing over ruin and recreate. Private to this
 * folder.
 */
#pragma once

#include "bjt-route-search.h"

G_BEGIN_DECLS

/* What goes on between rounds; TRUE: stop. */
typedef struct _BjtRouteWatch BjtRouteWatch;

struct _BjtRouteWatch
{
  double   seconds;       /* CPU of this thread from begin to end; 0: no limit */
  guint64  n_rounds;      /* 0: no limit */
  double   begin;         /* when it began, by bjt_route_watch_get_seconds () */
  guint64  n_done;
  gboolean stopped;       /* cancelled */
  GCancellable *cancellable;
  void   (*report) (BjtRouteWatch *self, const BjtRouteState *best);
  gpointer user_data;
  double   reported;
  gboolean is_better;     /* best changed since the last report */
};

double   bjt_route_watch_get_seconds (void);
double   bjt_route_watch_get_fraction (const BjtRouteWatch *self); /* of the budget, 1: used up */
gboolean bjt_route_watch_is_over (BjtRouteWatch *self, const BjtRouteState *best);

typedef struct
{
  double first, last; /* temperature, in mean ways to near neighbours */
} BjtRouteHeat;

/* Improves best, beginning from search->now, until the budget is used up to this fraction. */
void bjt_route_anneal (BjtRouteSearch *search, BjtRouteState *best, BjtRouteWatch *watch, const BjtRouteHeat *heat, double upto);

G_END_DECLS
