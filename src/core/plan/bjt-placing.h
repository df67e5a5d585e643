/* bjt-placing.h: a plan being placed: the pairs set so far, what follows from
 * them, and what was moved by hand since.
 *
 * Shared by the plan, the map and the table that one works on while placing;
 * whoever changes it, all are told ("changed"). Main thread only.
 */
#pragma once

#include "bjt-placement.h"

G_BEGIN_DECLS

/* A corner on the plan and the same on the map; one of them may be missing yet. */
typedef struct
{
  BjtControlPoint point;
  gboolean        has_plan;
  gboolean        has_ground;
} BjtPlacingPair;

typedef enum
{
  BJT_PLACING_BY_POINTS,
  BJT_PLACING_ON_FOOTPRINT,
  BJT_PLACING_BY_WALL,
  BJT_PLACING_AS_IT_WAS, /* the placement there was, moved by hand at most */
} BjtPlacingMode;

#define BJT_TYPE_PLACING (bjt_placing_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlacing, bjt_placing, BJT, PLACING, GObject)

/* Signals:
 *   "changed" (void) */

BjtPlacing *bjt_placing_new (const BjtBox *outline, const BjtPoint corners[4], const char *json); /* corners: of the building's rectangle, Mercator, or NULL; json: the placement there is, or NULL */

/* Pairs */
guint                 bjt_placing_get_n_pairs (BjtPlacing *self);
const BjtPlacingPair *bjt_placing_get_pair (BjtPlacing *self, guint pair);
guint                 bjt_placing_add_plan_end (BjtPlacing *self, BjtPoint plan);      /* of the pair that waits for it, else of a new one; which it is */
guint                 bjt_placing_add_ground_end (BjtPlacing *self, BjtPoint lon_lat);
void                  bjt_placing_move_plan_end (BjtPlacing *self, guint pair, BjtPoint plan);
void                  bjt_placing_move_ground_end (BjtPlacing *self, guint pair, BjtPoint lon_lat);
void                  bjt_placing_remove_pair (BjtPlacing *self, guint pair);
void                  bjt_placing_drop_half (BjtPlacing *self); /* the pair that waits for its other end */
void                  bjt_placing_set_used (BjtPlacing *self, guint pair, gboolean is_used);
guint                 bjt_placing_count_used (BjtPlacing *self); /* whole and used */

/* How */
void             bjt_placing_set_kind (BjtPlacing *self, BjtPlacementKind kind);
BjtPlacementKind bjt_placing_get_kind (BjtPlacing *self);
gboolean         bjt_placing_has_points_for (BjtPlacing *self, BjtPlacementKind kind);
BjtPlacingMode   bjt_placing_get_mode (BjtPlacing *self);
gboolean         bjt_placing_has_footprint (BjtPlacing *self);
void             bjt_placing_lay_on_footprint (BjtPlacing *self);
void             bjt_placing_turn_quarter (BjtPlacing *self, int quarters); /* counter-clockwise; anything but a footprint is turned about its middle */
void             bjt_placing_mirror (BjtPlacing *self);
gboolean         bjt_placing_is_mirrored (BjtPlacing *self);
void             bjt_placing_lay_along (BjtPlacing *self, BjtPoint from, BjtPoint to); /* lon/lat: the lower side of the plan lies there */
void             bjt_placing_lay_wall (BjtPlacing *self, const BjtPoint wall[2], double length, double bearing, BjtPoint lon_lat);

/* By hand, on top of the above */
void bjt_placing_nudge (BjtPlacing *self, double east, double north); /* metres */
void bjt_placing_drag (BjtPlacing *self, BjtPoint from, BjtPoint to); /* Mercator: what lies at one comes to the other */
void bjt_placing_turn (BjtPlacing *self, double angle);               /* radians, counter-clockwise, about the middle */
void bjt_placing_scale (BjtPlacing *self, double factor);

/* What follows; borrowed until the next change */
const BjtPlacement    *bjt_placing_get_placement (BjtPlacing *self); /* NULL: none yet */
const BjtPlacementFit *bjt_placing_get_fit (BjtPlacing *self);       /* NULL: none yet */
const GError          *bjt_placing_get_error (BjtPlacing *self);     /* why there is none; NULL: too few points so far */
BjtPlacementTrouble    bjt_placing_get_trouble (BjtPlacing *self);   /* pairs that the error is about */
guint32                bjt_placing_get_suspect (BjtPlacing *self);   /* the pair that looks wrong, or BJT_PLACEMENT_NO_POINT */
double                 bjt_placing_get_residual (BjtPlacing *self, guint pair); /* metres; NAN: not known */
gboolean               bjt_placing_is_changed (BjtPlacing *self);    /* there is something to save */
char                  *bjt_placing_dup_json (BjtPlacing *self);      /* NULL: no placement */
BjtBox                 bjt_placing_get_outline (BjtPlacing *self);   /* of the plan, metres */
BjtPoint               bjt_placing_to_mercator (BjtPlacing *self, BjtPoint plan); /* NAN: no placement, or no place */
BjtPoint               bjt_placing_from_mercator (BjtPlacing *self, BjtPoint mercator);

G_END_DECLS
