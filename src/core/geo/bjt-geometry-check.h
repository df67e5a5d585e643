/* bjt-geometry-check.h: whether a shape can be what it says it is.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_GEOMETRY_SOUND,
  BJT_GEOMETRY_NO_NUMBERS,      /* a coordinate is none, or out of measure */
  BJT_GEOMETRY_ZERO_LENGTH,     /* a side, or the whole, has no length */
  BJT_GEOMETRY_NO_AREA,
  BJT_GEOMETRY_CROSSES_ITSELF,
} BjtGeometryFault;

/* @least: units below which a length is none; @where (out): the place of the fault */
BjtGeometryFault bjt_geometry_check (const BjtGeometry *self, double least, BjtPoint *where);

G_END_DECLS
