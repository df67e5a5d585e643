/* bjt-placement-private.h: the numbers of a placement, and what solves for them.
 */
#pragma once

#include <math.h>

#include "bjt-placement.h"

G_BEGIN_DECLS

/* x' = (m0 x + m1 y + m2) / w, y' = (m3 x + m4 y + m5) / w, w = m6 x + m7 y + m8 */
typedef struct
{
  double m[9];
} BjtMatrix3;

struct _BjtPlacement
{
  BjtPlacementKind kind;
  int              meridian; /* of the ground's zone, degrees */
  BjtPoint         origin;   /* metres of the ground; the matrix counts from there */
  BjtMatrix3       matrix;
  GArray          *points;   /* BjtControlPoint */
  gboolean         is_adjusted; /* moved by hand since it was solved */
};

/* A pair of places in metres, and what it weighs. */
typedef struct
{
  BjtPoint from;
  BjtPoint to;
  double   weight;
  guint32  index; /* of the control point */
} BjtPlacePair;

static inline BjtPoint
bjt_matrix3_apply (const BjtMatrix3 *self,
                   BjtPoint          p)
{
  double w = self->m[6] * p.x + self->m[7] * p.y + self->m[8];

  if (!(w > 1e-9)) /* beyond the horizon */
    return (BjtPoint) { (double) NAN, (double) NAN };
  return (BjtPoint) { (self->m[0] * p.x + self->m[1] * p.y + self->m[2]) / w, (self->m[3] * p.x + self->m[4] * p.y + self->m[5]) / w };
}

BjtMatrix3 bjt_matrix3_multiply (const BjtMatrix3 *a, const BjtMatrix3 *b); /* b first */
double     bjt_matrix3_get_determinant (const BjtMatrix3 *self);
double     bjt_matrix3_get_area_scale (const BjtMatrix3 *self, BjtPoint at); /* negative: mirrored; NAN: beyond the horizon */

/* The least squares of the distances, weighted; FALSE: not determined. */
gboolean   bjt_place_pairs_solve (BjtPlacementKind kind, const BjtPlacePair *pairs, guint n_pairs, BjtMatrix3 *matrix);
double     bjt_place_pairs_sum_squares (const BjtPlacePair *pairs, guint n_pairs, const BjtMatrix3 *matrix);
gboolean   bjt_place_pairs_check (BjtPlacementKind kind, const BjtPlacePair *pairs, guint n_pairs, BjtPlacementTrouble *trouble, GError **error);
guint32    bjt_place_pairs_find_suspect (BjtPlacementKind kind, const BjtPlacePair *pairs, guint n_pairs, double *rmse_without);

G_END_DECLS
