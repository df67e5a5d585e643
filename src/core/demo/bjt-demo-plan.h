/* bjt-demo-plan.h: what the parts of the sample share: small rows that are
 * decided first and sent as records afterwards.
 */
#pragma once

#include "bjt-demo-profile.h"
#include "bjt-demo.h"
#include "geo/bjt-ground.h"

G_BEGIN_DECLS

#define BJT_DEMO_NONE G_MAXUINT32

typedef struct
{
  const BjtDemoCompoundSpec *spec;
  BjtUuid                    id;
  guint32                    first_building;
  guint32                    n_buildings;
} BjtDemoCompound;

typedef struct
{
  BjtUuid                    id;
  guint32                    compound;
  guint32                    grid;
  const BjtDemoBuildingSpec *spec;
  const char                *label;
  BjtPoint                   centre;    /* of the plan, metres */
  guint32                    first_entrance;
  guint32                    first_door;
  guint32                    n_doors;
} BjtDemoBuilding;

typedef struct
{
  BjtUuid  id;
  guint32  building;
  int      ordinal;
  BjtPoint place;    /* of the plan, metres */
} BjtDemoEntrance;

typedef struct
{
  BjtUuid           id;
  guint32           building;
  guint32           entrance;
  gint16            ordinal;
  guint16           stack;
  guint8            kind;        /* BjtDoorKind */
  guint8            state;       /* BjtHouseholdClass of who lives here, HUKOU_ONLY or EMPTY */
  guint32           household;   /* who lives here, or NONE */
  guint32           registered;  /* the household that is only registered here, or NONE */
} BjtDemoDoor;

typedef struct
{
  BjtUuid  id;
  guint32  door;
  guint32  first_person;
  guint8   n_persons;
  guint8   family;        /* BjtDemoFamily */
  guint8   state;         /* BjtHouseholdClass */
  guint8   ethnic;
  gint16   cadence_days;
  BjtDate  since_on;
  BjtDate  last_contact_on;
  guint32  also_person;   /* a resident of another door whose hukou is here, or NONE */
} BjtDemoHousehold;

typedef struct
{
  BjtUuid     id;
  guint32     household;
  const char *name;
  const char *id_number; /* of its own kind, or "" for none; NULL: made from the birth date */
  BjtDate     born_on;
  gint16      age;
  guint8      sex;
  guint8      ethnic;
  char        role;      /* see bjt-demo-profile.h */
  gboolean    hukou_elsewhere; /* registered at another door of the community */
} BjtDemoPerson;

typedef struct
{
  guint32     person;
  guint32     category; /* of plan->categories */
  const char *grade;
  const char *evidence;
} BjtDemoTick;

typedef struct
{
  BjtUuid                id;
  const BjtDemoGridSpec *spec;
  BjtUuid                worker_id;
} BjtDemoGrid;

typedef struct
{
  BjtUuid     id;
  const char *name;
} BjtDemoPartner;

typedef struct
{
  BjtUuid id;
  guint32 grid;
  BjtDate on;
} BjtDemoPatrol;

/* What neighbours have to agree on, for their meetings */
typedef struct
{
  BjtUuid     issue_id;
  const char *title;
  BjtDate     reported_on;
} BjtDemoMatter;

typedef struct
{
  BjtDate               as_of;
  guint32               seed;
  const BjtDemoProfile *profile;
  BjtDemoSink           sink;
  gpointer              user_data;
  GError              **error;

  /* Owned */
  GRand        *rand;       /* of the subject at work */
  GRand        *key_rand;
  gint64        key_count;
  GStringChunk *strings;
  BjtGround    *ground;
  BjtPoint      origin;     /* metres of the ground where the plan's 0,0 is */
  GPtrArray    *categories; /* BjtCategory */
  GPtrArray    *issue_kinds;
  GPtrArray    *cadence_rules;
  GArray       *compounds;
  GArray       *grids;
  GArray       *buildings;
  GArray       *entrances;
  GArray       *doors;
  GArray       *households;
  GArray       *persons;
  GArray       *ticks;
  GArray       *partners;
  GArray       *patrols;    /* by day and grid */
  GArray       *matters;    /* by day */
} BjtDemoPlan;

#define bjt_demo_get(array, Type, i) (&g_array_index (array, Type, i))

void     bjt_demo_plan_start_subject (BjtDemoPlan *self, guint32 subject);
void     bjt_demo_plan_make_key (BjtDemoPlan *self, BjtUuid *id, BjtDate day);
gboolean bjt_demo_plan_send (BjtDemoPlan *self, const BjtRecordType *type, gconstpointer record);
guint    bjt_demo_plan_pick (BjtDemoPlan *self, guint n);
gboolean bjt_demo_plan_chance (BjtDemoPlan *self, double probability);
void     bjt_demo_plan_shuffle (BjtDemoPlan *self, GArray *indices);
GArray  *bjt_demo_plan_list_range (guint n);
guint32  bjt_demo_plan_find_category (const BjtDemoPlan *self, const char *code);
const BjtUuid *bjt_demo_plan_find_partner (const BjtDemoPlan *self, const char *name); /* NULL: there is none */
const char *bjt_demo_staff_get_worker (const BjtDemoPlan *self, guint grid); /* the names of those in office */
const char *bjt_demo_staff_get_deputy (const BjtDemoPlan *self);
const char *bjt_demo_staff_get_leader (const BjtDemoPlan *self, guint grid);

/* The subjects, in the order in which they are decided or sent. */
void     bjt_demo_places_plan (BjtDemoPlan *self);
gboolean bjt_demo_places_send (BjtDemoPlan *self);
gboolean bjt_demo_staff_send (BjtDemoPlan *self);
void     bjt_demo_households_plan (BjtDemoPlan *self);
void     bjt_demo_people_plan (BjtDemoPlan *self);
void     bjt_demo_categories_plan (BjtDemoPlan *self);
gboolean bjt_demo_people_send (BjtDemoPlan *self);
gboolean bjt_demo_visits_send (BjtDemoPlan *self);
gboolean bjt_demo_partners_send (BjtDemoPlan *self);
gboolean bjt_demo_patrols_send (BjtDemoPlan *self);
gboolean bjt_demo_issues_send (BjtDemoPlan *self);
gboolean bjt_demo_hotline_send (BjtDemoPlan *self);
gboolean bjt_demo_meetings_send (BjtDemoPlan *self);
gboolean bjt_demo_help_send (BjtDemoPlan *self);
gboolean bjt_demo_streets_send (BjtDemoPlan *self);

G_END_DECLS
