/* bjt-coverage.h: polygons that share their borders: the grids of a community.
 *
 * Corners nearer than the tolerance are one vertex, and a corner on a
 * neighbour's side stands in that side too: moving a vertex moves it in every
 * polygon that has it. Places are Mercator (bjt-mercator.h), boundaries go in
 * and come out as longitude and latitude, distances and areas are metres.
 * Belongs to one thread.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

#define BJT_COVERAGE_NONE G_MAXUINT32
#define BJT_COVERAGE_TOLERANCE 0.1 /* m */

#define BJT_COVERAGE_ERROR (bjt_coverage_error_quark ())
GQuark bjt_coverage_error_quark (void);

typedef enum
{
  BJT_COVERAGE_ERROR_FAILED,
  BJT_COVERAGE_ERROR_CROSSES_ITSELF,
  BJT_COVERAGE_ERROR_NOT_CUT,        /* the line does not go from border to border */
  BJT_COVERAGE_ERROR_TOO_MANY_PIECES,
  BJT_COVERAGE_ERROR_TOO_SMALL,      /* of less than a square metre, or of less than three corners */
  BJT_COVERAGE_ERROR_NOT_NEIGHBOURS,
  BJT_COVERAGE_ERROR_NO_FREE_GROUND,
  BJT_COVERAGE_ERROR_CUT_APART,      /* a polygon would fall into pieces */
  BJT_COVERAGE_ERROR_NOTHING_LEFT,   /* a polygon would vanish */
  BJT_COVERAGE_ERROR_BORDERS_MEET,   /* three borders hang on this vertex */
} BjtCoverageError;

typedef enum
{
  BJT_COVERAGE_FREE_GROUND, /* only what belongs to nobody */
  BJT_COVERAGE_CUT_OUT,     /* taken from those who have it */
} BjtCoverageMode;

typedef enum
{
  BJT_FLAW_GAP,
  BJT_FLAW_OVERLAP,
  BJT_FLAW_CROSSES_ITSELF,
} BjtFlawKind;

typedef struct
{
  BjtFlawKind  kind;
  guint32      a, b;    /* faces; NONE where there is none */
  BjtPoint     place;
  double       area;    /* m² */
  BjtGeometry *shape;   /* Mercator; NULL for a crossing */
} BjtFlaw;

typedef struct
{
  guint32  a, b;  /* vertices */
  BjtPoint foot;  /* the place on it that is nearest */
} BjtCoverageEdge;

typedef struct _BjtCoverage BjtCoverage;

BjtCoverage *bjt_coverage_new (const BjtGeometry *const *polygons, guint n_polygons, double tolerance);
BjtCoverage *bjt_coverage_copy (const BjtCoverage *self);
void         bjt_coverage_free (BjtCoverage *self);

/* Looking. Faces keep their number: face i is polygon i; one that is gone, or
 * never was a polygon, has no ring. */
guint          bjt_coverage_get_n_faces (const BjtCoverage *self);
guint          bjt_coverage_get_n_rings (const BjtCoverage *self, guint32 face);
const guint32 *bjt_coverage_get_ring (const BjtCoverage *self, guint32 face, guint ring, guint *n_vertices);
guint          bjt_coverage_get_n_vertices (const BjtCoverage *self);
gboolean       bjt_coverage_has_vertex (const BjtCoverage *self, guint32 vertex); /* in use */
BjtPoint       bjt_coverage_get_vertex (const BjtCoverage *self, guint32 vertex);
BjtBox         bjt_coverage_get_box (const BjtCoverage *self, guint32 face);
double         bjt_coverage_get_area (const BjtCoverage *self, guint32 face);
BjtPoint       bjt_coverage_get_inner_place (BjtCoverage *self, guint32 face);
double         bjt_coverage_get_metres (const BjtCoverage *self); /* in a Mercator unit, here */
gboolean       bjt_coverage_contains (const BjtCoverage *self, guint32 face, BjtPoint place);
guint32        bjt_coverage_find_face (const BjtCoverage *self, BjtPoint place);
gboolean       bjt_coverage_has_corner (const BjtCoverage *self, guint32 face, guint32 vertex);
guint32        bjt_coverage_find_vertex (const BjtCoverage *self, BjtPoint place, double distance);
gboolean       bjt_coverage_find_edge (const BjtCoverage *self, BjtPoint place, double distance, BjtCoverageEdge *edge);
gboolean       bjt_coverage_are_neighbours (const BjtCoverage *self, guint32 a, guint32 b); /* share a side */
BjtGeometry   *bjt_coverage_dup_boundary (const BjtCoverage *self, guint32 face); /* lon/lat; NULL when gone */
gboolean       bjt_coverage_is_changed (const BjtCoverage *self, guint32 face);   /* since it was read */

/* Editing; what is refused leaves everything as it was. */
void     bjt_coverage_drag_vertex (BjtCoverage *self, guint32 vertex, BjtPoint place); /* looks at nothing */
gboolean bjt_coverage_find_crossing (const BjtCoverage *self, guint32 vertex, BjtPoint *where);
gboolean bjt_coverage_move_vertex (BjtCoverage *self, guint32 vertex, BjtPoint place, GError **error);
guint32  bjt_coverage_insert_vertex (BjtCoverage *self, const BjtCoverageEdge *edge);
gboolean bjt_coverage_remove_vertex (BjtCoverage *self, guint32 vertex, GError **error);
gboolean bjt_coverage_split (BjtCoverage *self, guint32 face, const BjtPoint *line, guint n_points, guint32 *new_face, GError **error);
gboolean bjt_coverage_merge (BjtCoverage *self, guint32 into, guint32 other, GError **error);
gboolean bjt_coverage_draw (BjtCoverage *self, const BjtPoint *ring, guint n_points, BjtCoverageMode mode, guint32 *new_face, GError **error);
void     bjt_coverage_remove (BjtCoverage *self, guint32 face);
void     bjt_coverage_swap (BjtCoverage *self, guint32 a, guint32 b);
BjtPoint bjt_coverage_get_trouble (const BjtCoverage *self); /* where the last refusal lies; NAN: nowhere */

/* What is wrong: BjtFlaw */
GArray *bjt_coverage_list_flaws (BjtCoverage *self);
GArray *bjt_coverage_list_overlaps (BjtCoverage *self, guint32 face);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtCoverage, bjt_coverage_free)

G_END_DECLS
