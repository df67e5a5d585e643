/* bjt-placement.h: where a plan lies: its metres to metres on the ground.
 *
 * Solved from control points by least squares, or given outright; the points
 * it came from stay with it, so that it can be judged and solved again. The
 * ground is the Gauss-Krüger zone of bjt-ground.h, named by its meridian, and
 * nothing is read from PROJ but in what takes a BjtGround. Immutable once made.
 */
#pragma once

#include "geo/bjt-ground.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_PLACEMENT_SIMILARITY, /* turned, moved, one scale: 4 parameters */
  BJT_PLACEMENT_AFFINE,     /* and sheared, a scale each way: 6 */
  BJT_PLACEMENT_PROJECTIVE, /* and seen at a slant, as photos are: 8 */
  BJT_N_PLACEMENT_KINDS,
} BjtPlacementKind;

#define BJT_PLACEMENT_MAX_POINTS 1000u
#define BJT_PLACEMENT_NO_POINT G_MAXUINT32

typedef struct
{
  BjtPoint plan;    /* metres */
  BjtPoint lon_lat; /* degrees */
  double   weight;  /* above 0; 1 is ordinary */
  gboolean is_used; /* else it only checks */
} BjtControlPoint;

#define BJT_PLACEMENT_ERROR (bjt_placement_error_quark ())
GQuark bjt_placement_error_quark (void);

typedef enum
{
  BJT_PLACEMENT_ERROR_INVALID,    /* no numbers, off the earth, no placement at all */
  BJT_PLACEMENT_ERROR_TOO_FEW,
  BJT_PLACEMENT_ERROR_DUPLICATE,
  BJT_PLACEMENT_ERROR_COLLINEAR,
  BJT_PLACEMENT_ERROR_MIRRORED,
  BJT_PLACEMENT_ERROR_SINGULAR,
} BjtPlacementError;

/* The points a refusal is about, by index. */
typedef struct
{
  guint32 first;  /* NO_POINT: none in particular */
  guint32 second;
} BjtPlacementTrouble;

typedef struct _BjtPlacement BjtPlacement;

/* How well the points agree. */
typedef struct
{
  double *residuals;    /* metres, one each point, used or not */
  guint   n_points;
  guint   n_used;
  guint   n_parameters; /* 0: moved by hand since, so that nothing was solved for */
  int     freedom;      /* 2 · n_used − n_parameters; 0: exact, nothing is checked */
  double  rmse;         /* metres, of the used points; NAN without */
  double  sigma;        /* metres, of one coordinate: √(Σ w r² / freedom); NAN without freedom */
  guint32 suspect;      /* the point that looks wrong; NO_POINT: none does */
  double  rmse_without; /* when it is left out */
} BjtPlacementFit;

/* Making; @trouble may be NULL. */
BjtPlacement *bjt_placement_new_from_points (BjtPlacementKind kind, const BjtControlPoint *points, guint n_points, gboolean may_mirror, BjtPlacementTrouble *trouble, GError **error);
BjtPlacement *bjt_placement_new_from_length (const BjtPoint plan[2], double length, double bearing, BjtPoint lon_lat, GError **error);
BjtPlacement *bjt_placement_new_on_footprint (BjtPlacementKind kind, const BjtBox *outline, const BjtPoint corners[4], guint quarter_turns, gboolean mirror, GError **error);
BjtPlacement *bjt_placement_new_from_json (const char *json, GError **error);
BjtPlacement *bjt_placement_copy (const BjtPlacement *self);
BjtPlacement *bjt_placement_dup_nudged (const BjtPlacement *self, double east, double north);                    /* metres */
BjtPlacement *bjt_placement_dup_turned (const BjtPlacement *self, BjtPoint pivot, double angle);                 /* pivot on the plan; radians, counter-clockwise */
BjtPlacement *bjt_placement_dup_scaled (const BjtPlacement *self, BjtPoint pivot, double factor, GError **error);
void          bjt_placement_free (BjtPlacement *self);
char         *bjt_placement_to_json (const BjtPlacement *self);

/* Looking */
BjtPlacementKind       bjt_placement_get_kind (const BjtPlacement *self);
const BjtControlPoint *bjt_placement_get_points (const BjtPlacement *self, guint *n_points);
gboolean               bjt_placement_is_mirrored (const BjtPlacement *self);
double                 bjt_placement_get_area_scale (const BjtPlacement *self, BjtPoint plan); /* m² on the ground a m² of the plan, there */
double                 bjt_placement_measure (const BjtPlacement *self, BjtPoint a, BjtPoint b); /* metres on the ground between places of the plan */
BjtPlacementFit       *bjt_placement_get_fit (const BjtPlacement *self); /* (transfer full) */
void                   bjt_placement_fit_free (BjtPlacementFit *fit);

/* Using. A place that a slanted plan has not, on either side, is NAN. */
int          bjt_placement_get_meridian (const BjtPlacement *self);                    /* of the ground's zone */
BjtGround   *bjt_placement_new_ground (const BjtPlacement *self);                      /* for the functions below */
BjtPoint     bjt_placement_to_ground (const BjtPlacement *self, BjtPoint plan);        /* metres of that ground */
BjtPoint     bjt_placement_from_ground (const BjtPlacement *self, BjtPoint metres);
BjtPoint     bjt_placement_to_lon_lat (const BjtPlacement *self, BjtGround *ground, BjtPoint plan);
BjtPoint     bjt_placement_from_lon_lat (const BjtPlacement *self, BjtGround *ground, BjtPoint lon_lat);
BjtGeometry *bjt_placement_dup_on_ground (const BjtPlacement *self, BjtGround *ground, const BjtGeometry *shape); /* lon/lat; NULL: not all of it has a place */

const char *bjt_placement_kind_get_name (BjtPlacementKind kind);                       /* similarity, affine, projective */
gboolean    bjt_placement_kind_parse (const char *name, BjtPlacementKind *kind);
guint       bjt_placement_kind_get_parameters (BjtPlacementKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlacement, bjt_placement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlacementFit, bjt_placement_fit_free)

G_END_DECLS
