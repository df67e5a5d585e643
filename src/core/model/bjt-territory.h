/* bjt-territory.h: the records of the ground: from community down to door.
 *
 * Geometry is optional everywhere: entrances, levels and doors alone make a
 * working elevation matrix.
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

/* 社区 */
typedef struct
{
  BjtUuid      id;
  char        *name;
  char        *code;              /* 12-digit statistical code */
  BjtDate      founded_on;
  char        *address;
  char        *phone;
  double       stated_area_m2;    /* what the community says of itself, kept */
  int          stated_households; /* beside what is counted (A01) */
  int          stated_persons;
  gboolean     is_sample;         /* made by `bjt demo`: prints say DEMO */
  BjtGeometry *boundary;
  char        *note;
} BjtCommunity;
BJT_DECLARE_RECORD (BjtCommunity, bjt_community)

/* 网格: a tree of any depth */
typedef struct
{
  BjtUuid      id;
  BjtUuid      parent_id;
  char        *level_name; /* 网格, 片区, 街巷 … */
  int          number;
  char        *name;
  char        *code;
  BjtGeometry *boundary;
  char        *note;
} BjtGrid;
BJT_DECLARE_RECORD (BjtGrid, bjt_grid)

/* 小区 */
typedef struct
{
  BjtUuid      id;
  char        *name;
  char        *old_names;      /* separated by 、 ; searchable (A03) */
  char        *property_mode;  /* 物业, 自治, 弃管 (A75) */
  char        *property_company;
  char        *property_phone;
  BjtGeometry *boundary;
  char        *note;
} BjtCompound;
BJT_DECLARE_RECORD (BjtCompound, bjt_compound)

/* 楼栋 */
typedef struct
{
  BjtUuid      id;
  BjtUuid      compound_id;
  BjtUuid      grid_id;
  char        *label;          /* a label, not an ordinal: 3, 117, 甲, B */
  char        *name;           /* only where it has one of its own */
  int          levels_above;   /* as stated; 0 unknown */
  gboolean     has_elevator;
  gboolean     doors_reversed; /* door columns count from the east (B.3) */
  int          built_year;
  char        *access_note;    /* door code, guard, dog */
  char        *source_ref;     /* where it came from: way/123 */
  BjtGeometry *footprint;
} BjtBuilding;
BJT_DECLARE_RECORD (BjtBuilding, bjt_building)

/* 单元 */
typedef struct
{
  BjtUuid      id;
  BjtUuid      building_id;
  char        *label;
  int          ordinal;        /* order along the building, 0 first */
  gboolean     has_elevator;
  char        *access_note;
  BjtGeometry *place;          /* a point on the ground */
} BjtEntrance;
BJT_DECLARE_RECORD (BjtEntrance, bjt_entrance)

/* 楼层: only levels whose label is not simply ordinal + 1 need a record */
typedef struct
{
  BjtUuid id;
  BjtUuid building_id;
  int     ordinal;             /* 0 is 1楼, -1 is 负1 */
  char   *label;               /* 3A, 12B, 半地下 */
} BjtLevel;
BJT_DECLARE_RECORD (BjtLevel, bjt_level)

typedef enum
{
  BJT_DOOR_DWELLING, /* 住宅 */
  BJT_DOOR_SHOP,     /* 商铺 */
  BJT_DOOR_GARAGE,   /* 车库 */
  BJT_DOOR_BUNGALOW, /* 平房 */
  BJT_DOOR_OFFICE,   /* 办公 */
  BJT_DOOR_OTHER,
} BjtDoorKind;

/* 户室 */
typedef struct
{
  BjtUuid id;
  BjtUuid building_id;
  BjtUuid entrance_id;         /* NIL: reached without one */
  int     ordinal;             /* of its level */
  int     stack;               /* column within the entrance, 0 first */
  int     span;                /* columns it takes, 1 unless merged */
  char   *label;               /* 501, 东户, 门市2 */
  int     kind;                /* BjtDoorKind */
  double  area_m2;
  char   *owner_name;
  char   *owner_phone;
  BjtUuid merged_into_id;      /* 合户: drawn as part of that door */
  BjtDate verified_on;         /* NONE: nobody has looked yet */
  char   *note;
  /* Kept by triggers, never journalled: */
  BjtDate last_contact_on;
  BjtDate last_visit_on;
  int     open_issues;
  BjtDate issue_due_on;        /* the earliest of its open issues */
} BjtDoor;
BJT_DECLARE_RECORD (BjtDoor, bjt_door)

typedef enum
{
  BJT_FEATURE_ROAD,
  BJT_FEATURE_FOOTWAY,
  BJT_FEATURE_BUILDING,  /* of the base map only; ours are BjtBuilding */
  BJT_FEATURE_GREEN,
  BJT_FEATURE_WATER,
  BJT_FEATURE_POI,
  BJT_FEATURE_GATE,
  BJT_FEATURE_BARRIER,
  BJT_FEATURE_AREA,      /* any other ground: parking, square, school yard */
  BJT_FEATURE_RAILWAY,
} BjtFeatureKind;

/* One thing of the base map */
typedef struct
{
  BjtUuid      id;
  int          kind;          /* BjtFeatureKind */
  char        *subkind;       /* residential, steps, river, park, pharmacy … */
  char        *name;
  char        *phone;
  char        *opening_hours;
  char        *source_ref;
  BjtGeometry *shape;
} BjtMapFeature;
BJT_DECLARE_RECORD (BjtMapFeature, bjt_map_feature)

G_END_DECLS
