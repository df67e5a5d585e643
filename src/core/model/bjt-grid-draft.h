/* bjt-grid-draft.h: the grids as they would be: what an edit does to borders,
 * households and work, before it is made.
 *
 * Face i of the coverage is grid i of the picture; a new grid is a further
 * face. A building belongs to one grid: where a border passes over it, it
 * changes; what was assigned by hand against the border stays until then.
 * Belongs to one thread.
 */
#pragma once

#include "bjt-picture.h"
#include "geo/bjt-coverage.h"

G_BEGIN_DECLS

/* What a grid is to be like; the community may set its own (A04, A05). */
typedef struct
{
  int minimum;    /* households */
  int maximum;
  int spread;     /* per cent that the work may differ from the mean */
  int weights[4]; /* work of a household by its BjtTier: how often it is visited, an ordinary one being 1 */
} BjtGridLimits;

extern const BjtGridLimits BJT_GRID_LIMITS_DEFAULT;

typedef enum
{
  BJT_GRID_SIZE_OK,
  BJT_GRID_SIZE_LOW,
  BJT_GRID_SIZE_HIGH,
} BjtGridSize;

typedef struct
{
  guint  buildings;
  guint  doors;
  guint  households; /* lived in */
  guint  persons;
  gint64 work;
} BjtGridTally;

BjtGridSize bjt_grid_limits_judge_households (const BjtGridLimits *self, guint households);
BjtGridSize bjt_grid_limits_judge_work (const BjtGridLimits *self, gint64 work, double mean);

typedef enum
{
  BJT_GRID_EDIT_RESHAPE,
  BJT_GRID_EDIT_DRAW,
  BJT_GRID_EDIT_SPLIT,
  BJT_GRID_EDIT_MERGE,
  BJT_GRID_EDIT_REMOVE,
} BjtGridEditKind;

typedef struct
{
  BjtUuid      id;
  gboolean     is_new;
  BjtGeometry *boundary; /* NULL: none any more */
} BjtGridChange;

typedef struct
{
  BjtUuid building_id;
  BjtUuid grid_id; /* NIL: none */
} BjtGridMove;

/* One undo step */
typedef struct
{
  BjtGridEditKind kind;
  BjtUuid         grid_id;  /* what it is about: split, merged into, drawn */
  BjtUuid         other_id; /* split: the new one; merged or removed: the one that is gone */
  GArray         *changes;  /* BjtGridChange */
  GArray         *moves;    /* BjtGridMove */
} BjtGridEdit;

void bjt_grid_edit_free (BjtGridEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtGridEdit, bjt_grid_edit_free)

typedef struct _BjtGridDraft BjtGridDraft;

BjtGridDraft       *bjt_grid_draft_new (BjtPicture *picture, const BjtGridLimits *limits);
void                bjt_grid_draft_free (BjtGridDraft *self);
BjtPicture         *bjt_grid_draft_get_picture (const BjtGridDraft *self);
const BjtGridLimits *bjt_grid_draft_get_limits (const BjtGridDraft *self);
BjtCoverage        *bjt_grid_draft_get_coverage (const BjtGridDraft *self); /* to look at */
const BjtCoverage  *bjt_grid_draft_get_base (const BjtGridDraft *self);     /* as the picture has it */
gboolean            bjt_grid_draft_is_grid (const BjtGridDraft *self, guint32 face); /* a leaf of the tree that is not gone */
const BjtGridTally *bjt_grid_draft_get_tally (const BjtGridDraft *self, guint32 face);
double              bjt_grid_draft_get_mean_work (const BjtGridDraft *self);
guint32             bjt_grid_draft_get_grid_of (const BjtGridDraft *self, guint32 building); /* face, or NO_INDEX */

/* Each leaves the draft as it was when it is refused. */
void     bjt_grid_draft_reset (BjtGridDraft *self);
void     bjt_grid_draft_drag (BjtGridDraft *self, guint32 vertex, BjtPoint place);
gboolean bjt_grid_draft_move_vertex (BjtGridDraft *self, guint32 vertex, BjtPoint place, GError **error);
guint32  bjt_grid_draft_insert_vertex (BjtGridDraft *self, const BjtCoverageEdge *edge);
gboolean bjt_grid_draft_remove_vertex (BjtGridDraft *self, guint32 vertex, GError **error);
gboolean bjt_grid_draft_split (BjtGridDraft *self, guint32 grid, const BjtPoint *line, guint n_points, GError **error);
gboolean bjt_grid_draft_merge (BjtGridDraft *self, guint32 into, guint32 other, GError **error);
gboolean bjt_grid_draft_draw (BjtGridDraft *self, const BjtPoint *ring, guint n_points, BjtCoverageMode mode, GError **error);
void     bjt_grid_draft_remove (BjtGridDraft *self, guint32 grid);

/* What would have to be written; NULL when it is nothing. */
BjtGridEdit *bjt_grid_draft_make_edit (const BjtGridDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtGridDraft, bjt_grid_draft_free)

G_END_DECLS
