/* bjt-draft.h: what a file from outside proposes, before anything is decided.
 *
 * Drafts are plain structs, valid during the callback that gets them; every text
 * is valid UTF-8 or NULL.
 */
#pragma once

#include "base/bjt-date.h"
#include "base/bjt-work-stretch.h"
#include "geo/bjt-geometry.h"

#include "bjt-order-draft.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_SEVERITY_INFO,    /* was put right, or is worth a look */
  BJT_SEVERITY_WARNING, /* the value is kept as text and not believed */
  BJT_SEVERITY_ERROR,   /* the row cannot be used as it is */
} BjtSeverity;

typedef struct
{
  BjtSeverity severity;
  const char *code;    /* such as "id-bad-check-digit", see the documentation of import */
  const char *column;  /* (nullable) letter of the column */
  const char *message; /* English, names no personal data */
} BjtDraftIssue;

typedef enum
{
  BJT_FEATURE_DRAFT_BUILDING,
  BJT_FEATURE_DRAFT_COMPOUND,
  BJT_FEATURE_DRAFT_ENTRANCE, /* a stairwell's door */
  BJT_FEATURE_DRAFT_GATE,     /* of a compound */
  BJT_FEATURE_DRAFT_ROAD,
  BJT_FEATURE_DRAFT_FOOTWAY,
  BJT_FEATURE_DRAFT_RAILWAY,
  BJT_FEATURE_DRAFT_GREEN,
  BJT_FEATURE_DRAFT_WATER,
  BJT_FEATURE_DRAFT_LAND,     /* other use of land: school, industry, sports ground */
  BJT_FEATURE_DRAFT_BARRIER,  /* wall, fence, hedge */
  BJT_FEATURE_DRAFT_BOUNDARY, /* administrative, or of a grid */
  BJT_FEATURE_DRAFT_POI,
  BJT_FEATURE_DRAFT_N_KINDS,
} BjtFeatureDraftKind;

typedef struct
{
  BjtFeatureDraftKind kind;
  const char    *subkind;   /* (nullable) "residential", "amenity=school" */
  const char    *name;      /* (nullable) */
  const char    *label;     /* (nullable) house or building number, gate or unit number */
  const char    *address;   /* (nullable) */
  const char    *source_id; /* (nullable) "way/123" or layer and feature number */
  const char    *opening_hours; /* (nullable) when it is open, as OpenStreetMap writes it; off: nobody may pass on foot */
  int            levels;    /* above ground, 0 when not known */
  int            layer;     /* drawing order of bridges and tunnels, 0 on the ground */
  BjtGeometry   *geometry;  /* longitude/latitude, CGCS2000 */
} BjtFeatureDraft;

typedef enum
{
  BJT_REGISTER_ADDRESS, /* raw address text */
  BJT_REGISTER_COMPOUND,
  BJT_REGISTER_BUILDING,
  BJT_REGISTER_ENTRANCE,
  BJT_REGISTER_LEVEL,
  BJT_REGISTER_DOOR,
  BJT_REGISTER_AREA,
  BJT_REGISTER_DOOR_KIND,
  BJT_REGISTER_PERSON_NAME,
  BJT_REGISTER_SEX,
  BJT_REGISTER_BIRTH_DATE,
  BJT_REGISTER_AGE,
  BJT_REGISTER_ID_NUMBER,
  BJT_REGISTER_PHONE,
  BJT_REGISTER_ETHNIC_GROUP,
  BJT_REGISTER_RELATION,      /* to the head of the household */
  BJT_REGISTER_HEAD_NAME,
  BJT_REGISTER_HOUSEHOLD_KEY, /* number of the household in that register */
  BJT_REGISTER_OWNER_KEY,     /* number of the owner in that register */
  BJT_REGISTER_RESIDENCE,     /* words on residence: 户籍, 常住, 租房, 流动, 空挂 */
  BJT_REGISTER_HUKOU_ADDRESS,
  BJT_REGISTER_WORKPLACE,
  BJT_REGISTER_EDUCATION,
  BJT_REGISTER_MARITAL,
  BJT_REGISTER_POLITICAL,
  BJT_REGISTER_CATEGORY,      /* words on categories of people */
  BJT_REGISTER_GRID,
  BJT_REGISTER_STAFF_NAME,
  BJT_REGISTER_STATUS,        /* moved, died */
  BJT_REGISTER_REMARKS,
  BJT_REGISTER_TOTAL_LEVELS,
  BJT_REGISTER_ELEVATOR,
  BJT_REGISTER_LONGITUDE,
  BJT_REGISTER_LATITUDE,
  BJT_REGISTER_N_FIELDS,
} BjtRegisterField;

typedef struct
{
  const char          *sheet;  /* "" where a file has but one */
  guint32              row;    /* as the file counts, from 1 */
  const char          *fields[BJT_REGISTER_N_FIELDS]; /* blanks at the ends gone, NULL when empty */
  const BjtDraftIssue *issues;
  guint                n_issues;
} BjtRegisterRowDraft;

/* What a column of a sheet was taken for. */
typedef struct
{
  const char *column; /* letter */
  const char *header; /* as the file has it */
  int         field;  /* BjtRegisterField, or -1: not used */
  const char *reason; /* "header", "map", "duplicate" or "unknown" */
} BjtColumnUse;

typedef struct
{
  const char         *sheet;
  const char         *role;         /* "register", "persons", "buildings" or "skipped" */
  guint32             header_row;   /* number of the last header row, 0 if there is none */
  guint32             n_rows;       /* that hold data */
  guint32             n_skipped;    /* empty, instructions, totals */
  const BjtColumnUse *columns;
  guint               n_columns;
} BjtSheetDraft;

typedef struct
{
  guint32       row; /* 0: the file as a whole */
  const char   *sheet;
  BjtDraftIssue issue;
} BjtNoticeDraft;

/* A drawing, whole. */
typedef struct
{
  const guint8 *data;      /* as bjt_drawing_to_bytes() writes it */
  gsize         size;
  guint32       page;      /* from 1 */
  guint32       n_pages;
  gboolean      is_placed; /* the file tells where it lies: */
  BjtPoint      points[3]; /* on the drawing */
  BjtPoint      ground[3]; /* longitude, latitude */
} BjtDrawingDraft;

/* A piece of what a form holds, or of the filled form; the pieces make the whole. */
typedef struct
{
  const guint8 *data;
  gsize         size;
} BjtPieceDraft;

typedef enum
{
  BJT_DRAFT_FORMAT, /* first: what the file was found to be */
  BJT_DRAFT_SHEET,
  BJT_DRAFT_REGISTER_ROW,
  BJT_DRAFT_FEATURE,
  BJT_DRAFT_NOTICE,
  BJT_DRAFT_DRAWING,
  BJT_DRAFT_WORK_STRETCH,
  BJT_DRAFT_ORDER,
  BJT_DRAFT_PIECE,
} BjtDraftKind;

typedef struct
{
  BjtDraftKind kind;
  union
  {
    const char         *format; /* "csv", "xlsx", "osm", … */
    BjtSheetDraft       sheet;
    BjtRegisterRowDraft row;
    BjtFeatureDraft     feature;
    BjtNoticeDraft      notice;
    BjtDrawingDraft     drawing;
    BjtOrderDraft       order;
    BjtPieceDraft       piece;
    BjtWorkStretch      stretch; /* days off, or worked; its name is borrowed */
  };
} BjtDraft;

const char *bjt_feature_draft_kind_get_name (BjtFeatureDraftKind kind);
const char *bjt_register_field_get_name (BjtRegisterField field);
gboolean    bjt_register_field_from_name (const char *name, BjtRegisterField *field);
const char *bjt_severity_get_name (BjtSeverity severity);

G_END_DECLS
