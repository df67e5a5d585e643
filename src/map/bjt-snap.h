/* bjt-snap.h: what a drawn corner is caught by: corners and borders of grids,
 * corners of buildings, roads.
 */
#pragma once

#include "geo/bjt-coverage.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct _BjtSnap BjtSnap;

BjtSnap *bjt_snap_new (const BjtPicture *picture);
void     bjt_snap_free (BjtSnap *self);

/* @distance: Mercator. FALSE: nothing is near, @place stays. */
gboolean bjt_snap_catch (const BjtSnap *self, const BjtCoverage *coverage, BjtPoint *place, double distance);

/* To the right angle that is nearest, seen from the last of @line. */
BjtPoint bjt_snap_square (const BjtPoint *line, guint n_points, BjtPoint place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSnap, bjt_snap_free)

G_END_DECLS
