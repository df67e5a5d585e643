/* bjt-picture.h: the linked picture: a whole community in memory.
 *
 * What map, matrix, card, sheets, search and statistics all read. Arrays of
 * small structs that point to each other by index (BJT_NO_INDEX: none), sorted
 * so that what belongs together stands together: the doors of a building are
 * one run of the door array, the households of a door one run, and so on.
 * About 250 bytes a door with its people; 100,000 doors load in a fraction of
 * a second and are never queried one by one.
 *
 * Life: the store fills the facts (bjt_picture_new(), append to the arrays,
 * bjt_picture_finish()), the rules fill what follows from them on a day
 * (members marked "rules") and the placements of plans (marked "plan",
 * plan/bjt-plan-index.h), then the picture is shared by reference and never
 * changes; a change in the store makes a new one. Strings belong to the picture.
 */
#pragma once

#include "bjt-interval.h"
#include "bjt-overlay.h"
#include "bjt-people.h"
#include "bjt-territory.h"
#include "bjt-work.h"

G_BEGIN_DECLS

#define BJT_NO_INDEX G_MAXUINT32
#define BJT_MAX_CATEGORIES 64 /* a set of categories is one guint64 */

typedef guint64 BjtCategorySet; /* bit i: category i of the picture */

typedef enum
{
  BJT_ATTENTION_NONE,   /* 绿 */
  BJT_ATTENTION_WATCH,  /* 黄 关注 */
  BJT_ATTENTION_URGENT, /* 红 重点 */
} BjtAttention;

typedef struct
{
  guint32 first;
  guint32 n;
} BjtRun; /* a run of an array */

typedef struct
{
  BjtUuid            id;
  guint32            parent;      /* grid */
  int                number;
  const char        *name;
  const char        *level_name;
  const BjtGeometry *boundary;    /* lon/lat, may be NULL */
  const char        *staff_name;  /* who answers for it, may be NULL */
  const char        *staff_phone;
  guint32            n_buildings; /* counted by finish() */
  guint32            n_doors;
  guint32            n_households; /* occupied: somebody lives here */
  guint32            n_persons;    /* residents */
} BjtPictureGrid;

typedef struct
{
  BjtUuid            id;
  const char        *name;
  const char        *old_names;
  const BjtGeometry *boundary;
  BjtRun             buildings;
} BjtPictureCompound;

typedef struct
{
  BjtUuid            id;
  guint32            compound;
  guint32            grid;
  const char        *label;     /* 10 */
  const char        *name;
  const BjtGeometry *footprint; /* lon/lat, may be NULL */
  BjtPoint           centre;    /* Mercator 0…1; NAN when nowhere */
  BjtPoint           corners[4]; /* Mercator: the upright rectangle around the
                                    footprint along its walls: 0→1 is the long
                                    side from which doors count, 0→3 the depth */
  int                lowest;    /* ordinals of its levels */
  int                highest;
  gboolean           has_elevator;
  gboolean           doors_reversed;
  const char        *access_note;
  BjtRun             entrances;
  BjtRun             levels;    /* those with a label of their own */
  BjtRun             doors;
  guint32            n_stacks;  /* door columns over all entrances */
} BjtPictureBuilding;

typedef struct
{
  BjtUuid     id;
  guint32     building;
  int         ordinal;
  const char *label;
  gboolean    has_elevator;
  gboolean    has_place;
  BjtPoint    place;        /* Mercator, of the doors of a building without footprint */
  const char *cordon;       /* why it is cordoned off (A29); NULL: it is not */
  BjtDate     cordon_from;
  BjtDate     cordon_until; /* the first day it is open again; NONE: until further notice */
  guint32     first_stack;  /* of the building's columns */
  guint32     n_stacks;
  BjtRun      doors;
} BjtPictureEntrance;

typedef struct
{
  guint32     building;
  int         ordinal;
  const char *label;
} BjtPictureLevel;

/* Sorted by building, entrance, level from the top down, stack. */
typedef struct
{
  BjtUuid     id;
  guint32     building;
  guint32     entrance;   /* BJT_NO_INDEX: none */
  gint16      ordinal;
  guint16     stack;      /* within the entrance */
  guint8      span;
  guint8      kind;       /* BjtDoorKind */
  gboolean    is_merged;  /* drawn as part of another door */
  guint32     head;       /* of those that are merged: that door; may be NO_INDEX */
  const char *label;
  const char *owner_name;
  BjtDate     verified_on;
  BjtPoint    place;      /* Mercator 0…1; NAN when nowhere; many may share one */
  BjtRun      households; /* those of today; the one living here first */
} BjtPictureDoor;

/* What is noted at a door, or in the shared space of its level */
typedef enum
{
  BJT_MARK_NOTE = 1 << 0, /* bit i: BjtAnnotationKind i */
  BJT_MARK_PHOTO = 1 << 1,
  BJT_MARK_HAZARD = 1 << 2,
  BJT_MARK_SHARED_NOTE = 1 << 3, /* in the stairwell on the level */
  BJT_MARK_SHARED_PHOTO = 1 << 4,
  BJT_MARK_SHARED_HAZARD = 1 << 5,
} BjtAnnotationMarks;

/* Why a door is to be visited when it is. */
typedef enum
{
  BJT_DUE_NOT,    /* nobody to visit */
  BJT_DUE_RULE,   /* a rule of cadence: due_rule, and due_person where it is about one */
  BJT_DUE_AGREED, /* the day agreed on the last visit */
} BjtDueReason;

/* How much time an open issue has left */
typedef enum
{
  BJT_ISSUE_TIME_ENOUGH,
  BJT_ISSUE_TIME_SOON, /* it is due on the day, or on the working day after it */
  BJT_ISSUE_TIME_OVER,
} BjtIssueTime;

/* What changes with visits, issues and the day stands in arrays of its own, so
 * that a new visit copies little. Index = door. */
typedef struct
{
  BjtDate        last_contact_on;
  BjtDate        last_visit_on;
  BjtDate        next_agreed_on;  /* on the last visit; NONE: nothing agreed */
  BjtDate        next_due_on;     /* rules; NONE: nobody to visit */
  BjtDate        issue_due_on;
  guint16        open_issues;
  guint8         household_class; /* rules; BjtHouseholdClass of the first household */
  guint8         attention;       /* rules; BjtAttention */
  gboolean       visit_overdue;   /* rules */
  guint8         issue_time;      /* rules; BjtIssueTime, of the most pressing of its open issues */
  guint8         marks;           /* plan; BjtAnnotationMarks, of what is not settled */
  guint8         due_reason;      /* rules; BjtDueReason */
  guint32        due_rule;        /* rules: the strictest, or NO_INDEX */
  guint32        due_person;      /* rules: whom it is about, or NO_INDEX: the household */
  BjtCategorySet categories;      /* rules; of all who live here or are registered here */
} BjtPictureDoorState;

typedef struct
{
  BjtUuid        id;
  guint32        door;
  guint8         tenure;          /* BjtTenure */
  guint8         class_override;  /* BjtHouseholdClass, 0 none */
  guint8         household_class; /* rules */
  guint8         class_rule;      /* rules; BjtClassRule */
  const char    *class_reason;    /* of the override */
  const char    *empty_reason;
  const char    *live_address;
  const char    *hukou_code;
  const char    *number;
  BjtDate        since_on;
  BjtDate        verified_on;
  BjtDate        last_contact_on;
  BjtRun         members;         /* head first */
  BjtCategorySet categories;      /* rules */
} BjtPictureHousehold;

/* Index = household. */
typedef struct
{
  BjtDate last[BJT_N_CONTACTS];  /* any contact with the household */
  BjtDate whole[BJT_N_CONTACTS]; /* those that named nobody: with all of it */
} BjtPictureHouseholdState;

/* Index = person. */
typedef struct
{
  BjtDate last[BJT_N_CONTACTS]; /* contacts that named the person */
} BjtPicturePersonState;

typedef struct
{
  guint32  household;
  guint32  person;
  char     relation[4];
  gboolean is_head;
  gboolean is_registered;
  gboolean is_resident;
} BjtPictureMember;

typedef struct
{
  BjtUuid        id;
  const char    *name;
  const char    *initials;
  const char    *phone;
  const char    *id_number;
  const char    *ethnic;
  const char    *hukou_code;
  BjtDate        born_on;
  guint8         sex;
  BjtCategorySet ticked;     /* categories recorded and valid on the day */
  BjtCategorySet categories; /* rules: ticked and derived */
  guint32        home;       /* member with is_resident, or NO_INDEX */
  guint32        hukou;      /* member with is_registered, or NO_INDEX */
} BjtPicturePerson;

typedef struct
{
  BjtUuid     id;
  const char *code;
  const char *glyph;
  const char *name;
  guint32     colour;        /* 0xRRGGBB */
  guint8      tier;          /* BjtTier */
  int         cadence_days;
  gboolean    is_derived;
  gboolean    is_restricted;
} BjtPictureCategory;

/* A rule of cadence in force (model/bjt-visits.h). */
typedef struct
{
  const char *code;
  const char *name;
  const char *source;
  guint32     category;        /* NO_INDEX: any */
  guint8      tier;            /* BjtTier, 0: any */
  guint8      household_class; /* BjtHouseholdClass, 0: those lived in */
  guint8      outcomes;        /* bit i: BjtContact i resets the clock */
  int         age_from;        /* 0: any */
  int         age_to;          /* 0: any */
  const char *event;           /* NULL: holds always */
  BjtInterval event_within;
  BjtInterval event_lasts;     /* n 0: until the first contact */
  BjtInterval every;           /* n 0: only after the event */
} BjtPictureCadenceRule;

/* What happened to people. Sorted by household. */
typedef struct
{
  guint32     household;
  guint32     person;      /* NO_INDEX: all of it */
  const char *kind;
  BjtDate     happened_on;
} BjtPictureLifeEvent;

/* An issue that is not closed. */
typedef struct
{
  BjtUuid     id;
  guint32     door;       /* any of these three may be NO_INDEX */
  guint32     entrance;
  guint32     building;
  const char *number;
  const char *title;
  const char *department;
  guint8      status;     /* BjtIssueStatus */
  gboolean    is_paused;  /* its clock stands still */
  BjtDate     reported_on;
  BjtDate     due_on;
  BjtPoint    place;      /* Mercator; NAN when nowhere */
} BjtPictureIssue;

typedef struct
{
  guint8             kind;    /* BjtFeatureKind */
  const char        *subkind;
  const char        *name;
  const BjtGeometry *shape;   /* lon/lat */
} BjtPictureFeature;

/* A floor plan. Sorted by building, then position. */
typedef struct
{
  BjtUuid     id;
  guint32     building;
  const char *name;
  const char *levels;    /* as in the record: "0;2-5" */
  const char *placement; /* as in the record, may be NULL */
  guint8      kind;      /* BjtPlanKind */
  gboolean    is_placed; /* plan */
  BjtRun      elements;
} BjtPicturePlan;

/* What is drawn on a plan, in painting order. */
typedef struct
{
  BjtUuid            id;
  guint32            plan;
  guint8             kind;     /* BjtElementKind */
  guint32            entrance; /* doors: with the stack; may be NO_INDEX */
  guint16            stack;
  guint32            door;     /* doors that stand on one level alone, or NO_INDEX */
  const char        *label;
  double             size;
  double             angle;
  const BjtGeometry *shape;    /* metres of the plan */
  const BjtGeometry *mercator; /* plan; NULL: nowhere yet */
} BjtPictureElement;

/* A door and where it is drawn: one element serves the doors of many levels.
 * Sorted by door (and so by building). */
typedef struct
{
  guint32 door;
  guint32 element;
} BjtPictureOutline;

/* A note, a photo, a hazard; cordons stand elsewhere. Sorted by building, then
 * by entrance, level and day. */
typedef struct
{
  BjtUuid            id;
  guint8             kind;      /* BjtAnnotationKind */
  guint32            building;
  guint32            entrance;  /* BJT_NO_INDEX: of the building */
  guint32            door;      /* BJT_NO_INDEX: shared space */
  gint16             ordinal;
  gboolean           has_photo;
  const char        *space;     /* key or words; NULL: a door */
  const char        *text;      /* personal: never on public sheets, in titles or logs */
  const BjtGeometry *shape;     /* metres of the plan of the level; NULL: no place of its own */
  const BjtGeometry *mercator;  /* plan; NULL: nowhere */
  BjtPoint           place;     /* plan; of its marker on the map, Mercator; NAN when nowhere */
  BjtDate            noted_on;
  BjtDate            settled_on; /* NONE: still so */
  BjtUuid            issue_id;   /* NIL: not reported */
} BjtPictureAnnotation;

typedef struct
{
  BjtUuid            id;
  const char        *name;
  const char        *code;
  gboolean           is_sample;
  const BjtGeometry *boundary;
} BjtPictureCommunity;

typedef struct
{
  BjtPictureCommunity community;
  BjtDate             as_of;
  BjtDate             soon_on;    /* the working day after it */
  BjtBox              extent;     /* Mercator: buildings, else features */

  /* Arrays; read with the functions below. */
  GArray *grids;       /* BjtPictureGrid, by number */
  GArray *compounds;   /* by name */
  GArray *buildings;   /* by compound, then natural order of the label */
  GArray *entrances;
  GArray *levels;
  GArray *doors;
  GArray *door_states;
  GArray *households;
  GArray *members;
  GArray *persons;
  GArray *categories;  /* by position */
  GArray *cadence_rules; /* by position */
  GArray *life_events;
  GArray *household_states;
  GArray *person_states;
  GArray *issues;      /* open ones, by due date */
  GArray *features;    /* in painting order */
  GArray *plans;
  GArray *elements;
  GArray *outlines;    /* plan */
  GArray *annotations;

  BjtOverlayList *overlays; /* layers of one's own; may be NULL */

  /* Owned */
  gatomicrefcount references;
  GStringChunk   *strings;
  GPtrArray      *shapes;      /* keeps the geometries alive */
  GHashTable     *door_index;  /* BjtUuid → index + 1 */
  GHashTable     *issue_index;
  gpointer        shared;      /* ground and people: what all copies share */
  gpointer        drawn;       /* plans, elements, outlines: what copies share but those with other plans */
} BjtPicture;

BjtPicture *bjt_picture_new (BjtDate as_of);
BjtPicture *bjt_picture_ref (BjtPicture *self);
void        bjt_picture_unref (BjtPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPicture, bjt_picture_unref)

/* Filling (store, tests) */
const char        *bjt_picture_keep_string (BjtPicture *self, const char *text);
const char        *bjt_picture_keep_common_string (BjtPicture *self, const char *text);
const BjtGeometry *bjt_picture_keep_shape (BjtPicture *self, BjtGeometry *shape);
void               bjt_picture_finish (BjtPicture *self);
void               bjt_picture_note_contact (BjtPicture *self, guint32 door, BjtContact contact, BjtDate on); /* with those who live there */
BjtPicture        *bjt_picture_copy_with_states (BjtPicture *self);
BjtPicture        *bjt_picture_copy_with_issues (BjtPicture *self, GArray *issues);
BjtPicture        *bjt_picture_copy_with_overlays (BjtPicture *self, BjtOverlayList *overlays);
BjtPicture        *bjt_picture_copy_with_plans (BjtPicture *self);
BjtPicture        *bjt_picture_copy_with_annotations (BjtPicture *self, GArray *annotations);

/* Reading; an index out of range is a programmer error. */
#define BJT_DEFINE_PICTURE_GETTER(Type, name, array)                     \
  static inline Type *bjt_picture_get_##name (const BjtPicture *self, guint32 index) \
  {                                                                      \
    g_assert (index < self->array->len);                                 \
    return &g_array_index (self->array, Type, index);                    \
  }
BJT_DEFINE_PICTURE_GETTER (BjtPictureGrid, grid, grids)
BJT_DEFINE_PICTURE_GETTER (BjtPictureCompound, compound, compounds)
BJT_DEFINE_PICTURE_GETTER (BjtPictureBuilding, building, buildings)
BJT_DEFINE_PICTURE_GETTER (BjtPictureEntrance, entrance, entrances)
BJT_DEFINE_PICTURE_GETTER (BjtPictureLevel, level, levels)
BJT_DEFINE_PICTURE_GETTER (BjtPictureDoor, door, doors)
BJT_DEFINE_PICTURE_GETTER (BjtPictureDoorState, door_state, door_states)
BJT_DEFINE_PICTURE_GETTER (BjtPictureHousehold, household, households)
BJT_DEFINE_PICTURE_GETTER (BjtPictureHouseholdState, household_state, household_states)
BJT_DEFINE_PICTURE_GETTER (BjtPicturePersonState, person_state, person_states)
BJT_DEFINE_PICTURE_GETTER (BjtPictureCadenceRule, cadence_rule, cadence_rules)
BJT_DEFINE_PICTURE_GETTER (BjtPictureLifeEvent, life_event, life_events)
BJT_DEFINE_PICTURE_GETTER (BjtPictureMember, member, members)
BJT_DEFINE_PICTURE_GETTER (BjtPicturePerson, person, persons)
BJT_DEFINE_PICTURE_GETTER (BjtPictureCategory, category, categories)
BJT_DEFINE_PICTURE_GETTER (BjtPictureIssue, issue, issues)
BJT_DEFINE_PICTURE_GETTER (BjtPictureFeature, feature, features)
BJT_DEFINE_PICTURE_GETTER (BjtPicturePlan, plan, plans)
BJT_DEFINE_PICTURE_GETTER (BjtPictureElement, element, elements)
BJT_DEFINE_PICTURE_GETTER (BjtPictureOutline, outline, outlines)
BJT_DEFINE_PICTURE_GETTER (BjtPictureAnnotation, annotation, annotations)

static inline gboolean
bjt_picture_annotation_is_open (const BjtPictureAnnotation *self)
{
  return self->settled_on == BJT_DATE_NONE;
}

guint32  bjt_picture_find_building (const BjtPicture *self, const BjtUuid *id);
guint32  bjt_picture_find_entrance (const BjtPicture *self, const BjtUuid *id);
guint32  bjt_picture_find_door (const BjtPicture *self, const BjtUuid *id);
BjtIssueTime bjt_picture_time_issue (const BjtPicture *self, BjtDate due_on); /* NONE, as while it waits: time enough */
guint32  bjt_picture_find_issue (const BjtPicture *self, const BjtUuid *id);
guint32  bjt_picture_find_grid (const BjtPicture *self, int number);
guint32  bjt_picture_find_category (const BjtPicture *self, const char *code);
char    *bjt_picture_dup_door_name (const BjtPicture *self, guint32 door);
char    *bjt_picture_dup_building_name (const BjtPicture *self, guint32 building);
char    *bjt_picture_dup_level_label (const BjtPicture *self, guint32 building, int ordinal);
BjtDate  bjt_picture_get_last_contact (const BjtPicture *self, guint32 household); /* of any kind */
guint32  bjt_picture_get_head (const BjtPicture *self, guint32 door);
int      bjt_picture_compare_labels (const char *a, const char *b);

G_END_DECLS
