/* bjt-route-wish.h: what is to be planned: which doors, who goes, on which days.
 *
 * Filled by a page or a command, then handed to bjt_workspace_plan_routes_async().
 */
#pragma once

#include "model/bjt-door-set.h"
#include "rules/bjt-visit-rules.h"

G_BEGIN_DECLS

typedef struct
{
  BjtUuid    staff_id;  /* NIL: nobody in particular */
  char      *name;      /* NULL: Worker 1, 2 …, as faces call them */
  BjtSex     sex;
  guint      n_people;  /* 2: with somebody else */
  BjtMinutes shift;     /* 0–0: by the rules */
  BjtPoint   start;     /* longitude, latitude; NAN: as the wish says */
} BjtRouteWorker;

typedef struct
{
  BjtUuid  door_id;
  int      minutes;     /* at the door; 0: by the rules */
  int      must;        /* 1 yes, 0 no, -1: by the rules */
  guint    n_windows;   /* 0: by the rules */
  BjtMinutes windows[3];
} BjtRouteChoice;

typedef struct
{
  BjtDate    from_on;
  guint      n_days;
  GArray    *workers;   /* BjtRouteWorker */
  GArray    *choices;   /* BjtRouteChoice */
  int        grid;      /* number, for the number of the plan; 0: several */
  BjtPoint   start;     /* where everybody sets out and comes back to: longitude, latitude; NAN: the community's centre, if the map has it */
  gboolean   is_open;   /* begins at the first door, ends at the last */
  gboolean   no_lunch;
  int        now;       /* minutes of the first day before which nobody leaves: re-planning at midday; 0 */
  double     balance;   /* minutes of way that a minute of work above the mean of the workers counts; 0: none; -1: by the rules */
  guint64    seed;
  guint64    n_rounds;  /* the same rounds, the same plan; 0: by seconds alone */
  double     seconds;   /* of the processor; 0: by rounds alone */
} BjtRouteWish;

BjtRouteWish *bjt_route_wish_new (BjtDate from_on);
BjtRouteWish *bjt_route_wish_copy (const BjtRouteWish *self);
void          bjt_route_wish_free (BjtRouteWish *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRouteWish, bjt_route_wish_free)

void bjt_route_wish_add_worker (BjtRouteWish *self, const BjtUuid *staff_id, const char *name); /* either may be NULL */
void bjt_route_wish_add_door (BjtRouteWish *self, const BjtUuid *door_id); /* by the rules; a door again: nothing */
void bjt_route_wish_add_doors (BjtRouteWish *self, const BjtPicture *picture, const BjtDoorSet *doors, int grid); /* grid 0: of all; merged doors: nothing */
void bjt_route_wish_remove_door (BjtRouteWish *self, const BjtUuid *door_id);
void bjt_route_wish_add_due (BjtRouteWish *self, const BjtPicture *picture, int grid); /* those due on the last of its days; grid 0: all */
BjtRouteChoice *bjt_route_wish_find_door (const BjtRouteWish *self, const BjtUuid *door_id); /* NULL: not in it */

G_END_DECLS
