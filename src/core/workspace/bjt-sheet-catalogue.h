/* bjt-sheet-catalogue.h: every sheet that can be printed, by name: what it is about,
 * what can be chosen, and how it is made.
 *
 * One way for all: choose a type, fill a spec, read it (where the workspace lives),
 * make the sheet (in any thread, which then draws it). Preview, printer, PDF, PNG
 * and SVG draw the same pages; bjt-imposition.h puts them on other paper.
 */
#pragma once

#include "bjt-workspace.h"
#include "print/bjt-atlas.h"
#include "print/bjt-grid-sheet.h"

G_BEGIN_DECLS

/* What a sheet is about */
typedef enum
{
  BJT_SHEET_OF_COMMUNITY = 1 << 0,
  BJT_SHEET_OF_GRID = 1 << 1,
  BJT_SHEET_OF_BUILDING = 1 << 2,
  BJT_SHEET_OF_ENTRANCE = 1 << 3,
  BJT_SHEET_OF_LEVEL = 1 << 4,
  BJT_SHEET_OF_PERSON = 1 << 5,
  BJT_SHEET_OF_WALK = 1 << 6,
  BJT_SHEET_OF_NOTICE = 1 << 7,
  BJT_SHEET_OF_MEETING = 1 << 8,
} BjtSheetScopeKind;

/* What can be chosen beside paper, mono, binding, language and maker */
typedef enum
{
  BJT_SHEET_TAKES_ORIENTATION = 1 << 0,
  BJT_SHEET_TAKES_NAMES = 1 << 1,
  BJT_SHEET_TAKES_BASE = 1 << 2,    /* a base map of tiles */
  BJT_SHEET_TAKES_DAY = 1 << 3,
  BJT_SHEET_TAKES_PERIOD = 1 << 4,
  BJT_SHEET_TAKES_PARTS = 1 << 5,   /* an atlas of what */
  BJT_SHEET_TAKES_COLUMNS = 1 << 6,
  BJT_SHEET_TAKES_STOCK = 1 << 7,   /* of labels */
  BJT_SHEET_TAKES_EXTENT = 1 << 8,  /* of its map */
  BJT_SHEET_TAKES_TURN = 1 << 9,    /* of it */
  BJT_SHEET_SHOWS_PHOTOS = 1 << 10, /* of those who work there */
} BjtSheetSettings;

typedef enum
{
  BJT_SHEET_CLASS_INTERNAL, /* recorded, marked, with a copy number */
  BJT_SHEET_CLASS_OUTWARD,  /* goes to whom it is addressed; recorded, without marks */
  BJT_SHEET_CLASS_PUBLIC,   /* hangs on the wall: made of what is public alone */
} BjtSheetClassification;

typedef struct
{
  const char            *name;     /* grid-map: as bjt print and the register say it */
  BjtSheetWord           title;
  const char            *paper;    /* unless another is chosen */
  guint                  scopes;   /* BjtSheetScopeKind */
  guint                  settings; /* BjtSheetSettings */
  BjtSheetClassification classification;
} BjtSheetType;

typedef struct
{
  BjtSheetScopeKind kind;
  guint32           grid, building, entrance; /* of the picture */
  int               level;
  BjtUuid           id;     /* of a person, notice, meeting */
  const char       *number; /* of a walk; NULL: one is planned and kept */
} BjtSheetScope;

typedef struct
{
  const BjtSheetType *type;
  BjtSheetScope       scope;
  BjtGridSheetOptions options;
  BjtAtlasOf          parts;
  gboolean            is_plain;       /* an atlas without overview and index */
  BjtDate             on;             /* NONE: today */
  BjtDate             from_on, to_on; /* NONE: the year so far */
  const char         *columns;        /* of a ledger: names separated by commas; NULL: the usual ones */
  const char         *stock;          /* of labels; NULL: the first */
  gboolean            is_trial;       /* to look at: nothing is kept, a new walk has no number yet */
} BjtSheetSpec;

const BjtSheetType *bjt_sheet_catalogue_get_all (guint *n);
const BjtSheetType *bjt_sheet_catalogue_find (const char *name); /* NULL: there is none */

void  bjt_sheet_spec_init (BjtSheetSpec *self, const BjtSheetType *type); /* the whole community, in Chinese, without names */
void  bjt_sheet_spec_own (BjtSheetSpec *self);                            /* its strings are copied, tiles referenced */
void  bjt_sheet_spec_clear (BjtSheetSpec *self);                          /* one that owns its strings */
void  bjt_sheet_spec_set_text (const char **text, const char *value);     /* of one that owns its strings; nothing typed is NULL */
char *bjt_sheet_spec_dup_scope (const BjtSheetSpec *self, const BjtPicture *picture); /* for the register; no personal data; NULL: the community */

/* 网格-{grid}-{name}.pdf: {community} {grid} {building} {entrance} {worker} {sheet} {day}; what
 * a name of a file must not have becomes _. */
char *bjt_sheet_spec_dup_path (const BjtSheetSpec *self, const BjtPicture *picture, const char *pattern);

/* A spec with all that its sheet prints. */
typedef struct _BjtSheetDraft BjtSheetDraft;

BjtSheetDraft *bjt_sheet_draft_read (BjtWorkspace *workspace, const BjtSheetSpec *spec, GError **error); /* strings are copied, tiles referenced */
void           bjt_sheet_draft_free (BjtSheetDraft *self);
BjtSheet      *bjt_sheet_draft_make (BjtSheetDraft *self, GError **error); /* any thread; again with the same result */
void           bjt_sheet_draft_set_copy_number (BjtSheetDraft *self, guint number); /* of those made from now on */
void           bjt_sheet_draft_set_memory (BjtSheetDraft *self, BjtGridMemory *memory); /* plans found again by those made from now on; of the thread that makes them */
const char    *bjt_sheet_draft_get_walk_number (BjtSheetDraft *self);      /* of a walk sheet */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSheetDraft, bjt_sheet_draft_free)

G_END_DECLS
