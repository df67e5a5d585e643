/* bjt-datum.h: the ground datums of Chinese maps.
 *
 * The store keeps CGCS2000 (to the metre the same as WGS84). Public maps shift
 * their pictures: GCJ-02 everywhere on the mainland, BD-09 on top of it. The
 * shift differs from place to place, so it is applied place by place, never as
 * one offset for a whole view.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_DATUM_CGCS2000,
  BJT_DATUM_GCJ02,
  BJT_DATUM_BD09,
} BjtDatum;

#define BJT_N_DATUMS 3

const char *bjt_datum_get_name (BjtDatum self);                  /* cgcs2000, gcj02, bd09 */
gboolean    bjt_datum_init_from_name (BjtDatum *self, const char *name);
BjtPoint    bjt_datum_shift (BjtDatum self, BjtPoint lon_lat);   /* CGCS2000 → self */
BjtPoint    bjt_datum_unshift (BjtDatum self, BjtPoint lon_lat); /* self → CGCS2000, to less than a millimetre */
gboolean    bjt_datum_shifts_at (BjtPoint lon_lat);              /* whether public maps are shifted there */

G_END_DECLS
