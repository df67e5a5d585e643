/* town.h: points of a made-up town for the benchmarks, and the memory used. */
#pragma once

#include "geo/bjt-geometry.h"

#define BENCH_TOWN_MIDDLE ((BjtPoint) { 0.8264, 0.4124 })

BjtPoint *bench_town_new (guint32 n_points);
gsize     bench_get_rss (void); /* bytes */
