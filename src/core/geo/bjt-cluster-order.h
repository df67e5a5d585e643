/* bjt-cluster-order.h: points by strip, then from west to east; part of
 * BjtClusterIndex. */
#pragma once

#include "bjt-cluster-builder.h"

G_BEGIN_DECLS

void bjt_cluster_order_points (BjtClusterBuilder *builder, const BjtPoint *points, const guint32 *weights, guint32 n_points);

G_END_DECLS
