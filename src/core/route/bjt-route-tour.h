/* bjt-route-tour.h: a long round by itself: no windows, ways alike both ways.
 * Private to this folder.
 */
#pragma once

#include "bjt-route-anneal.h"

G_BEGIN_DECLS

/* Is the problem one that a tour's ways alone decide: one shift that starts and
 * ends at one place, every stop a must, nothing to be kept. */
gboolean bjt_route_tour_suits (const BjtRouteNet *net);

/* Reorders the one route of the state, until the budget is used up to this
 * fraction; never to a longer one. */
void bjt_route_tour_improve (BjtRouteState *state, BjtRouteWatch *watch, guint64 seed, double upto);

/* Once to the nearest least: rows, the first stays first; the last is followed by it. */
gint64 bjt_route_tour_polish (const BjtRouteNet *net, gint32 *rows, guint n);

G_END_DECLS
