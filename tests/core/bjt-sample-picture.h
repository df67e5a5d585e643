/* bjt-sample-picture.h: a small community made in memory, for tests.
 *
 * Seeded: the same options give the same picture. Every household, visit and
 * issue is invented; the rules have been applied.
 */
#pragma once

#include "model/bjt-picture.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

typedef struct
{
  guint       seed;
  guint       n_grids;        /* each with a compound of its own */
  guint       n_buildings;    /* a grid */
  guint       n_entrances;    /* a building */
  guint       n_levels;
  guint       n_stacks;       /* doors of an entrance and level */
  double      row_distance;   /* metres between rows of buildings */
  double      turn;           /* radians the compound is turned by */
  gboolean    skips_levels;   /* no 4th and no 13th */
  gboolean    has_no_ground;  /* no footprints, outlines, streets */
  const char *name_mark;      /* put before every name, phone, number of a person; NULL: none */
} BjtSampleOptions;

#define BJT_SAMPLE_DEFAULT { 1, 1, 6, 4, 6, 3, 30, 0, FALSE, FALSE, NULL }

BjtPicture *bjt_sample_picture_new (const BjtSampleOptions *options);

/* Building blocks, for pictures that a test makes itself */
guint32 bjt_sample_add_building (BjtPicture *picture, guint32 compound, guint32 grid, const char *label);
guint32 bjt_sample_add_entrance (BjtPicture *picture, guint32 building, const char *label);
void    bjt_sample_add_element (BjtPicture *picture, const BjtPlanElement *element); /* of the plan that is added next */
void    bjt_sample_add_plan (BjtPicture *picture, guint32 building, const char *levels); /* the schematic one, and those elements; only one a picture */
guint32 bjt_sample_add_door (BjtPicture *picture, guint32 building, guint32 entrance, int ordinal, guint stack);

G_END_DECLS
