/* bjt-plans.h: the records of floor plans and of what is noted on them.
 *
 * A plan lies in metres of its own: x to the right, y up. Where it lies on the
 * ground is its placement, and may be unknown. One plan serves every level it
 * is repeated on (标准层): its doors are told by entrance and stack, so that a
 * level is never drawn twice.
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_PLAN_DRAWN,     /* by hand, or traced from a drawing */
  BJT_PLAN_SCHEMATIC, /* made from entrances, levels and doors alone */
} BjtPlanKind;

/* 平面图 */
typedef struct
{
  BjtUuid id;
  BjtUuid building_id;
  char   *name;      /* 标准层, 1层 */
  char   *levels;    /* ordinals it is repeated on: "0", "1-5", "0;2-5" */
  int     kind;      /* BjtPlanKind */
  int     position;
  char   *placement; /* JSON of BjtPlacement; NULL: nowhere yet */
  char   *note;
} BjtFloorPlan;
BJT_DECLARE_RECORD (BjtFloorPlan, bjt_floor_plan)

/* 底图: a drawing or picture that lies under a plan */
typedef struct
{
  BjtUuid id;
  BjtUuid plan_id;
  BjtUuid attachment_id; /* a BjtDrawing, a PNG or JPEG picture */
  char   *name;          /* of the file it came from, without folders */
  int     position;
  double  scale;         /* metres a drawing unit or pixel */
  double  angle;         /* radians, counter-clockwise */
  double  x, y;          /* of the drawing's origin, metres */
  double  opacity;       /* 0…1 */
  char   *hidden_layers; /* names, one a line */
  char   *dimmed_layers;
} BjtPlanDrawing;
BJT_DECLARE_RECORD (BjtPlanDrawing, bjt_plan_drawing)

typedef enum
{
  BJT_ELEMENT_DOOR,    /* the outline of a door's rooms */
  BJT_ELEMENT_WALL,
  BJT_ELEMENT_OPENING, /* where one goes in */
  BJT_ELEMENT_STAIRS,
  BJT_ELEMENT_ELEVATOR,
  BJT_ELEMENT_AREA,    /* any other room or space: corridor, balcony */
  BJT_ELEMENT_LINE,
  BJT_ELEMENT_TEXT,
  BJT_N_ELEMENT_KINDS,
} BjtElementKind;

/* One thing drawn on a plan */
typedef struct
{
  BjtUuid      id;
  BjtUuid      plan_id;
  int          kind;       /* BjtElementKind */
  BjtUuid      entrance_id; /* doors: with stack, the door on each level; NIL: none */
  int          stack;
  BjtUuid      door_id;    /* doors that stand on one level alone; NIL: by entrance and stack */
  BjtGeometry *shape;      /* metres of the plan */
  char        *label;
  double       size;       /* text: metres high; walls: thick */
  double       angle;      /* text: radians */
  char        *source_ref; /* layer and id in the drawing it was traced from */
  int          position;
} BjtPlanElement;
BJT_DECLARE_RECORD (BjtPlanElement, bjt_plan_element)

typedef enum
{
  BJT_ANNOTATION_NOTE,
  BJT_ANNOTATION_PHOTO,
  BJT_ANNOTATION_HAZARD, /* 隐患: things in the way, wires to charge by, a blocked fire lane */
} BjtAnnotationKind;

#define BJT_SPACE_CORDON "cordon" /* an entrance that is closed (A29): from noted_on until settled_on, text says why */

/* 标注: on a door, in the shared space of an entrance, on a plan */
typedef struct
{
  BjtUuid      id;
  int          kind;         /* BjtAnnotationKind */
  BjtUuid      building_id;
  BjtUuid      entrance_id;  /* NIL: of the building */
  BjtUuid      door_id;      /* NIL: shared space */
  int          ordinal;      /* of the level */
  char        *space;        /* 楼道, 电梯, 消防通道 … ; NULL: a door */
  char        *text;
  BjtGeometry *shape;        /* metres of the plan of that level; NULL: no place of its own */
  BjtUuid      attachment_id; /* the photo */
  BjtUuid      issue_id;     /* reported as; NIL: not */
  BjtUuid      staff_id;
  BjtDate      noted_on;
  BjtDate      settled_on;   /* NONE: still so */
} BjtAnnotation;
BJT_DECLARE_RECORD (BjtAnnotation, bjt_annotation)

G_END_DECLS
