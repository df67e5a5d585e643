/* bjt-coverage-private.h: what the files of the coverage share.
 */
#pragma once

#include <geos_c.h>

#include "bjt-coverage.h"

G_BEGIN_DECLS

typedef struct
{
  BjtPoint place;   /* Mercator */
  BjtPoint lon_lat; /* as it was read, so that what is not moved is written back bit by bit */
  guint    n_uses;
} BjtCoverageVertex;

typedef struct
{
  GArray  *vertices; /* guint32 */
  gboolean is_hole;
} BjtCoverageRing;

typedef struct
{
  GPtrArray *rings; /* BjtCoverageRing: each outline, then its holes */
  gboolean   is_changed;
} BjtCoverageFace;

struct _BjtCoverage
{
  GArray    *vertices;
  GPtrArray *faces;
  BjtPoint   origin;
  double     metres;    /* in a Mercator unit */
  double     tolerance; /* Mercator */
  BjtPoint   trouble;

  GEOSContextHandle_t geos;
};

#define bjt_coverage_vertex(self, v) (&g_array_index ((self)->vertices, BjtCoverageVertex, (v)))
#define bjt_coverage_face(self, f) ((BjtCoverageFace *) (self)->faces->pdata[f])
#define bjt_coverage_at(ring, i) (g_array_index ((ring)->vertices, guint32, (i) % (ring)->vertices->len))

BjtCoverageRing *bjt_coverage_ring_new (gboolean is_hole);
guint32          bjt_coverage_add_face (BjtCoverage *self);
guint32          bjt_coverage_add_place (BjtCoverage *self, BjtPoint place); /* or the vertex that stands there */
void             bjt_coverage_settle (BjtCoverage *self);                    /* after rings have changed */
gboolean         bjt_coverage_refuse (BjtCoverage *self, GError **error, int code, BjtPoint where, const char *message);

/* NULL: has no crossing. */
gboolean bjt_coverage_check_face (BjtCoverage *self, guint32 face, BjtPoint *where);

G_END_DECLS
