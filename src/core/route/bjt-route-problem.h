/* bjt-route-problem.h: whom to see, who can go, and how far it is from place to
 * place: what a plan of routes is made for.
 *
 * Times are whole units since the midnight of a day, durations and distances
 * whole units; the caller says what a unit is (the planner: a second). Places
 * are numbers; several stops may share one. A shift is one worker on one day.
 * Built by one thread; unchanged, it may be read by many.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BJT_ROUTE_UNREACHABLE G_MAXINT32 /* between two places no way leads */
#define BJT_ROUTE_NOWHERE G_MAXUINT32    /* the shift begins at its first stop, or ends at its last */
#define BJT_ROUTE_NONE G_MAXUINT32       /* no stop, no shift, no visit */
#define BJT_ROUTE_TIME_MAX 100000000     /* no time, duration or distance is longer */
#define BJT_ROUTE_EVERY_DAY (-1)

#define BJT_ROUTE_ERROR (bjt_route_error_quark ())
GQuark bjt_route_error_quark (void);

typedef enum
{
  BJT_ROUTE_ERROR_STOP,   /* a stop's numbers make no sense */
  BJT_ROUTE_ERROR_SHIFT,
  BJT_ROUTE_ERROR_MATRIX,
  BJT_ROUTE_ERROR_FILE,
} BjtRouteError;

typedef struct
{
  gint32 from, to; /* the visit begins in it, both ends included */
  gint32 day;      /* or BJT_ROUTE_EVERY_DAY */
} BjtRouteWindow;

typedef struct
{
  guint   place;
  gint32  duration;            /* at the door */
  gint32  demand;              /* of what a shift can carry */
  gint32  first_day, last_day; /* days of shifts on which it may be, both included */
  guint64 needs;               /* the shift has all of these: language, a woman … */
  guint64 any_of;              /* and one of these, where there are some: grids … */
  guint   n_people;            /* together: only for a shift of as many */
  gboolean must;               /* comes before all that is optional */
  gint64  prize;               /* optional: units of way that it is worth; with priority_first any weight */
} BjtRouteStop;

#define BJT_ROUTE_STOP_INIT { .last_day = G_MAXINT32, .n_people = 1 }

typedef struct
{
  guint   worker; /* shifts of one worker have the same */
  gint32  day;
  guint   start_place, end_place;          /* or NOWHERE */
  gint32  from, to;                        /* leaves not before, is back not later */
  gint32  max_time;                        /* from leaving to being back; G_MAXINT32: no limit */
  gint32  capacity;
  guint64 has;
  guint   n_people;
  gint32  lunch_from, lunch_to, lunch_time; /* begins between the two, between two stops; time 0: none */
} BjtRouteShift;

#define BJT_ROUTE_SHIFT_INIT { .start_place = BJT_ROUTE_NOWHERE, .end_place = BJT_ROUTE_NOWHERE, .max_time = G_MAXINT32, \
                               .capacity = G_MAXINT32, .n_people = 1 }

/* Does the shift reach over its lunch? Else it is had before or after. */
static inline gboolean
bjt_route_shift_has_lunch (const BjtRouteShift *shift)
{
  return shift->lunch_time > 0 && shift->lunch_from <= shift->lunch_to && shift->from <= shift->lunch_to
         && shift->to >= shift->lunch_from + shift->lunch_time;
}

typedef enum
{
  BJT_ROUTE_PIN_SHIFT,  /* in this shift, anywhere */
  BJT_ROUTE_PIN_FIRST,  /* before all others of the shift */
  BJT_ROUTE_PIN_LOCKED, /* in this order among the locked ones of the shift */
  BJT_ROUTE_PIN_LAST,   /* after all others */
} BjtRoutePinKind;

typedef struct
{
  guint           stop, shift;
  BjtRoutePinKind kind;
} BjtRoutePin;

typedef struct
{
  gboolean priority_first; /* prizes are compared first, the way only among equals; else way + prizes missed */
  guint    balance;        /* per mille of way: what a unit of work (way and time at doors) above the mean of the workers counts */
} BjtRouteObjective;

typedef struct _BjtRouteProblem BjtRouteProblem;

BjtRouteProblem *bjt_route_problem_new   (guint n_places);
BjtRouteProblem *bjt_route_problem_ref   (BjtRouteProblem *self);
void             bjt_route_problem_unref (BjtRouteProblem *self);

/* n_places × n_places numbers to be filled in, the way from i to j at i * n_places + j:
 * time, and what it costs; costs are the times until they are asked for here. */
gint32 *bjt_route_problem_use_times (BjtRouteProblem *self);
gint32 *bjt_route_problem_use_costs (BjtRouteProblem *self);

/* Places of one entrance; coming to the place from another entrance takes the
 * set-up besides. Every place is its own entrance until told. */
void bjt_route_problem_set_entrance (BjtRouteProblem *self, guint place, guint entrance, gint32 setup);

/* They return the number of the stop, the shift. */
guint bjt_route_problem_add_stop   (BjtRouteProblem *self, const BjtRouteStop *stop);
guint bjt_route_problem_add_shift  (BjtRouteProblem *self, const BjtRouteShift *shift);
void  bjt_route_problem_add_window (BjtRouteProblem *self, guint stop, gint32 from, gint32 to, gint32 day); /* none: at any time */
void  bjt_route_problem_add_pin    (BjtRouteProblem *self, guint stop, guint shift, BjtRoutePinKind kind);  /* order counts */
void  bjt_route_problem_set_objective (BjtRouteProblem *self, const BjtRouteObjective *objective);

guint                    bjt_route_problem_get_n_places   (const BjtRouteProblem *self);
guint                    bjt_route_problem_get_n_stops    (const BjtRouteProblem *self);
guint                    bjt_route_problem_get_n_shifts   (const BjtRouteProblem *self);
const BjtRouteStop      *bjt_route_problem_get_stop       (const BjtRouteProblem *self, guint stop);
const BjtRouteShift     *bjt_route_problem_get_shift      (const BjtRouteProblem *self, guint shift);
const BjtRouteWindow    *bjt_route_problem_get_windows    (const BjtRouteProblem *self, guint stop, guint *n_windows);
const BjtRoutePin       *bjt_route_problem_get_pins       (const BjtRouteProblem *self, guint *n_pins);
const BjtRouteObjective *bjt_route_problem_get_objective  (const BjtRouteProblem *self);
guint                    bjt_route_problem_get_entrance   (const BjtRouteProblem *self, guint place);
gint32                   bjt_route_problem_get_setup      (const BjtRouteProblem *self, guint place);

/* The way with its set-up, between places; 0 from or to NOWHERE. UNREACHABLE where none leads. */
gint32 bjt_route_problem_get_time (const BjtRouteProblem *self, guint from, guint to);
gint32 bjt_route_problem_get_cost (const BjtRouteProblem *self, guint from, guint to);

/* May the shift see the stop: day, needs, people, pin. Says nothing of time. */
gboolean bjt_route_problem_is_eligible (const BjtRouteProblem *self, guint stop, guint shift);

/* Refuses numbers that make no sense, one line each: what, of which stop or shift. */
gboolean bjt_route_problem_check (const BjtRouteProblem *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRouteProblem, bjt_route_problem_unref)

G_END_DECLS
