/* bjt-walk-matrix.h: how far it is from every entrance to every other one, and what
 * a way from door to door takes.
 *
 * Metres lie on the ground; stairs and lifts come on top when a way is asked for,
 * so that one matrix serves all doors behind its entrances. Not symmetric: stairs
 * up are not stairs down, and ways may lead one way. Immutable: any thread.
 */
#pragma once

#include <gio/gio.h>

#include "bjt-walk-costs.h"
#include "bjt-walk-network.h"

G_BEGIN_DECLS

#define BJT_WALK_ERROR (bjt_walk_error_quark ())
GQuark bjt_walk_error_quark (void);

typedef enum
{
  BJT_WALK_ERROR_TOO_MANY, /* more entrances than a matrix holds */
} BjtWalkError;

#define BJT_WALK_MAX_ENTRANCES 4000

typedef struct
{
  BjtPoint place;     /* metres; NAN: not on the map */
  gboolean has_lift;
  gboolean is_inside; /* behind a door of the house, which takes time; shops and bungalows are not */
} BjtWalkEntrance;

/* On what a number rests. */
typedef enum
{
  BJT_WALK_SAME,        /* the same entrance */
  BJT_WALK_WAYS,        /* along the ways */
  BJT_WALK_STRAIGHT,    /* no way is drawn between them: the straight line, longer */
  BJT_WALK_UNPLACED,    /* one is not on the map: assumed */
  BJT_WALK_UNREACHABLE, /* gates are shut, or ways lead only the other way */
  BJT_WALK_N_BASES,
} BjtWalkBasis;

typedef struct
{
  guint   entrance;
  int     level;   /* ordinal */
} BjtWalkDoor;

typedef void (*BjtWalkProgress) (double fraction, gpointer user_data);

typedef struct
{
  const BjtWalkNetwork *network;     /* NULL: no ways are drawn */
  const gboolean       *shut_gates;  /* by gate; NULL: all are open */
  guint                 n_threads;   /* 0: as many as the machine has, four at most */
  BjtWalkProgress       progress;    /* in the thread that asked; may be NULL */
  gpointer              user_data;
  GCancellable         *cancellable;
} BjtWalkMatrixWish;

typedef struct _BjtWalkMatrix BjtWalkMatrix;

BjtWalkMatrix         *bjt_walk_matrix_new (const BjtWalkEntrance *entrances, guint n_entrances, const BjtWalkMatrixWish *wish, GError **error);
BjtWalkMatrix         *bjt_walk_matrix_ref (BjtWalkMatrix *self);
void                   bjt_walk_matrix_unref (BjtWalkMatrix *self);
guint                  bjt_walk_matrix_get_n_entrances (const BjtWalkMatrix *self);
const BjtWalkEntrance *bjt_walk_matrix_get_entrance (const BjtWalkMatrix *self, guint entrance);
double                 bjt_walk_matrix_get_metres (const BjtWalkMatrix *self, guint from, guint to); /* as they lie: straight lines as they are; INFINITY: unreachable; NAN: unplaced */
BjtWalkBasis           bjt_walk_matrix_get_basis (const BjtWalkMatrix *self, guint from, guint to);
void                   bjt_walk_matrix_count_bases (const BjtWalkMatrix *self, guint counts[BJT_WALK_N_BASES]); /* of the pairs, there and back */
double                 bjt_walk_matrix_get_walk (const BjtWalkMatrix *self, const BjtWalkCosts *costs, guint from, guint to); /* seconds on the ground */
double                 bjt_walk_matrix_get_seconds (const BjtWalkMatrix *self, const BjtWalkCosts *costs, const BjtWalkDoor *from, const BjtWalkDoor *to); /* INFINITY: unreachable */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWalkMatrix, bjt_walk_matrix_unref)

G_END_DECLS
