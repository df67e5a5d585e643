/* bjt-building-painter.h: the facts on the map: footprints with their mix of
 * 户 classes, labels, categories and overdue dots; every door when near; one
 * badge a grid when far.
 *
 * Made for a picture and a filter, then painted from any thread.
 */
#pragma once

#include "bjt-building-tally.h"
#include "paint/bjt-map-frame.h"
#include "paint/bjt-palette.h"

G_BEGIN_DECLS

#define BJT_BADGE_ZOOM 15.0  /* further out one badge a grid, where they have room */
#define BJT_MIDDLE_ZOOM 16.0 /* of 256 px tiles: from here buildings have labels */
#define BJT_NEAR_ZOOM 18.5   /* from here doors are drawn */

/* What footprints are filled with. */
typedef enum
{
  BJT_BUILDING_GROUND_MIX,   /* the shares of their doors */
  BJT_BUILDING_GROUND_PLAIN, /* a translucent wash: what lies under them speaks */
  BJT_BUILDING_GROUND_OPEN,  /* nothing: they are filled already, and named */
} BjtBuildingGround;

/* How to show it. Patterns hold one %s; NULL: the bare text. */
typedef struct
{
  const BjtPalette *palette;
  BjtDoorStyle      style;
  BjtBuildingGround ground;            /* but for the mix: no dots, no badges when far */
  gboolean          hides_outlines;    /* of the grids */
  gboolean          hides_grid_names;
  gboolean          hides_badges;      /* and clusters */
  gboolean          base_has_names;    /* of compounds too */
  gboolean          curtain;           /* nothing personal: no classes, categories, dots */
  gboolean          shows_names;       /* of the heads, beside the labels of doors: masked */
  gboolean          unmasks_names;
  guint32           chosen_door;       /* BJT_NO_INDEX: none */
  gboolean          shows_storey;      /* plans where they lie, in place of cells: */
  int               level;             /* of them; an ordinal */
  GHashTable       *drawings;          /* what lies under them: BjtUuid of a plan → BjtStoreyDrawing, never changed; NULL: nothing */
  const char       *building_pattern;  /* %s号楼 */
  const char       *household_pattern; /* %s 户 */
  const char       *count_pattern;     /* %s 栋: buildings, where there are no doors yet */
} BjtBuildingLook;

/* A badge or a cluster that stands at a place. */
typedef struct
{
  BjtBox   extent;   /* Mercator, around the buildings it stands for */
  BjtTally tally;    /* of its doors */
  guint32  building; /* BJT_NO_INDEX: several */
} BjtBadgeHit;

typedef struct _BjtBuildingPainter BjtBuildingPainter;

BjtBuildingPainter *bjt_building_painter_new (BjtPicture *picture, const BjtFilter *filter);
BjtBuildingPainter *bjt_building_painter_ref (BjtBuildingPainter *self);
void                bjt_building_painter_unref (BjtBuildingPainter *self);
void                bjt_building_painter_paint_outlines (BjtBuildingPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtBuildingLook *look);
void                bjt_building_painter_paint (BjtBuildingPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtBuildingLook *look);
gboolean            bjt_building_painter_find_badge (BjtBuildingPainter *self, const BjtMapFrame *frame, const BjtBuildingLook *look, double x, double y, BjtBadgeHit *hit);
guint               bjt_building_painter_get_n_dropped (BjtBuildingPainter *self); /* labels of doors that found no place in the last painting */
GArray             *bjt_building_painter_list_labels (BjtBuildingPainter *self, const BjtMapFrame *frame, const BjtBuildingLook *look, guint *n_dropped);
guint32             bjt_building_painter_find_fanned (BjtBuildingPainter *self, const BjtMapFrame *frame, const BjtBuildingLook *look, double x, double y);
gboolean            bjt_building_painter_is_ready (BjtBuildingPainter *self);
const BjtTally     *bjt_building_painter_get_total (BjtBuildingPainter *self);
const BjtCategoryOrder *bjt_building_painter_get_order (BjtBuildingPainter *self);
char               *bjt_building_painter_dup_caption (const BjtBuildingLook *look, gboolean is_building, const char *label); /* 3号楼; other names as they are */
const BjtTally     *bjt_building_painter_get_tally (BjtBuildingPainter *self, guint32 building);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtBuildingPainter, bjt_building_painter_unref)

G_END_DECLS
