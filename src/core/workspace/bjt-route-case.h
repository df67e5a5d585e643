/* bjt-route-case.h: a wish made into a problem: each door with the facts that count,
 * each worker's day, and every way between them. Immutable; of any thread.
 *
 * The problem counts in seconds; its days are 0 for the first. Its stops are those of
 * the case, its shifts go worker by worker, day by day. Its places: one a stop, then
 * one a shift.
 */
#pragma once

#include "bjt-route-ground.h"
#include "bjt-route-wish.h"
#include "route/bjt-route-problem.h"
#include "rules/bjt-due-list.h"
#include "rules/bjt-work-calendar.h"

G_BEGIN_DECLS

/* Why a door of the wish is not even a stop */
typedef enum
{
  BJT_ROUTE_SKIP_GONE,     /* no longer there, or made part of another door */
  BJT_ROUTE_SKIP_CORDONED, /* its entrance is cordoned off on all of the days */
} BjtRouteSkip;

typedef struct
{
  BjtUuid      door_id;
  BjtRouteSkip reason;
} BjtRouteSkipped;

/* What the plan does not know, or does not mind, and why; faces say it in words. */
typedef enum
{
  BJT_ROUTE_NOTE_NO_NETWORK,     /* no ways on the map: straight lines × factor */
  BJT_ROUTE_NOTE_STRAIGHT,       /* count: pairs of entrances by straight lines */
  BJT_ROUTE_NOTE_UNPLACED,       /* count: entrances that are not on the map */
  BJT_ROUTE_NOTE_SHUT_GATES,     /* count: gates shut at that time */
  BJT_ROUTE_NOTE_WOMEN_UNKNOWN,  /* count: women alone; of no worker it is known whether she is a woman */
  BJT_ROUTE_NOTE_SHIFT_SHORT,    /* count: shifts shorter than any visit */
  BJT_ROUTE_NOTE_NO_START,       /* no place to set out from: routes begin at their first door */
} BjtRouteNoteKind;

typedef struct
{
  BjtRouteNoteKind kind;
  guint            count;
} BjtRouteNote;

typedef struct
{
  BjtUuid  door_id;
  guint32  door;        /* of the picture of the case */
  guint    entrance;    /* of the matrix */
  int      level;
  int      minutes;     /* at the door */
  gboolean must;
  gboolean by_two;      /* restricted: two people */
  gboolean by_woman;
  gboolean has_windows;
  BjtDueLine due;       /* due_on NONE: not due, somebody chose it */
} BjtRouteFacts;

typedef struct
{
  guint      worker;    /* of the wish */
  BjtDate    on;
  BjtMinutes minutes;
} BjtRouteShiftFacts;

typedef struct
{
  gatomicrefcount references;

  BjtRouteWish    *wish;
  BjtPicture      *picture;
  BjtVisitRules   *rules;
  BjtRouteGround  *ground;
  BjtWalkMatrix   *matrix;
  gboolean        *shut_gates; /* by gate */
  GArray          *starts;  /* guint, by shift: entrance of the matrix; BJT_ROUTE_NOWHERE */
  BjtRouteProblem *problem; /* without pins */
  GArray          *stops;   /* BjtRouteFacts */
  GArray          *shifts;  /* BjtRouteShiftFacts */
  GArray          *skipped; /* BjtRouteSkipped */
  GArray          *notes;   /* BjtRouteNote */
} BjtRouteCase;

/* An entrance as the matrix has it, with the key of the entrance (or, where a door is
 * reached without one, of the door; of shifts: NIL). */
typedef struct
{
  BjtUuid         id;
  BjtWalkEntrance walk;
} BjtRouteEntrance;

/* A matrix made before, and what it was made of. */
typedef struct
{
  BjtWalkMatrix *matrix;    /* NULL: none yet */
  GArray        *entrances; /* BjtRouteEntrance */
  char          *stamp;     /* of the ground and the shut gates */
} BjtRouteMatrixMemory;

typedef struct
{
  const BjtRouteWish     *wish;
  BjtPicture             *picture;
  BjtVisitRules          *rules;
  BjtRouteGround         *ground;
  const BjtWorkCalendar  *calendar;
  GHashTable             *employed; /* indices of persons; NULL: nobody */
  BjtRouteMatrixMemory   *memory;   /* used and renewed */
  BjtWalkProgress         progress; /* of the matrix; may be NULL */
  gpointer                user_data;
  GCancellable           *cancellable;
} BjtRouteMaterial;

BjtRouteCase    *bjt_route_case_new (const BjtRouteMaterial *material, GError **error);
BjtRouteCase    *bjt_route_case_ref (BjtRouteCase *self);
void             bjt_route_case_unref (BjtRouteCase *self);
BjtRouteProblem *bjt_route_case_build (const BjtRouteCase *self, const BjtRoutePin *pins, guint n_pins); /* (transfer full): the problem with pins */
double           bjt_route_case_get_metres (const BjtRouteCase *self, guint from_stop, guint to_stop); /* on the ground; NAN: not known */
guint            bjt_route_case_find_stop (const BjtRouteCase *self, const BjtUuid *door_id); /* BJT_ROUTE_NONE */
BjtWalkCosts     bjt_route_case_get_costs (const BjtVisitRules *rules, BjtDate on);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRouteCase, bjt_route_case_unref)

void bjt_route_matrix_memory_clear (BjtRouteMatrixMemory *self);

/* The entrances of some doors, each once; where an entrance lies: its place, else the
 * middle of its doors, else that of the building. */
guint  bjt_route_entrances_take (GArray *entrances, GHashTable *known, const BjtRouteGround *ground, const BjtPicture *picture, guint32 door);
GArray *bjt_route_entrances_of_grid (const BjtRouteGround *ground, const BjtPicture *picture, guint32 grid); /* BjtRouteEntrance; BJT_NO_INDEX: all */

G_END_DECLS
