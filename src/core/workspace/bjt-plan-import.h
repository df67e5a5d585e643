/* bjt-plan-import.h: a drawing from outside becomes plans of a building, or lies
 * under one that is there: one action.
 *
 * Indoor maps become one plan a level (levels that are alike share one), their
 * rooms elements; what names a door of the building is its outline. All else
 * becomes one plan with the drawing under it. A plan lies where its file says.
 */
#pragma once

#include "bjt-drawing-opener.h"
#include "bjt-workspace-plans.h"

G_BEGIN_DECLS

typedef struct
{
  BjtUuid            building_id;
  const char        *levels;          /* ordinals; NULL: those the file tells */
  const char        *name;            /* of the plan; NULL: as the file calls the level, or none */
  const char        *file_name;       /* of the drawing, without folders */
  double             metres_per_unit; /* 0: by what follows */
  double             width;           /* of the whole drawing, metres; 0: by what follows */
  BjtPoint           wall[2];         /* on the drawing, units */
  double             length;          /* of the wall, metres; 0: as the file tells, else by the building's outline */
  const char *const *layers;          /* shown; NULL: those that the file shows */
  BjtUuid            under_plan_id;   /* lies under this plan; NIL: a new one */
} BjtPlanImportWish;

typedef enum
{
  BJT_PLAN_SCALE_GIVEN,
  BJT_PLAN_SCALE_OF_FILE,
  BJT_PLAN_SCALE_GUESSED, /* the drawing is as wide as the building, or as the plan above it */
} BjtPlanScaleSource;

typedef struct
{
  BjtUuid            plan_id; /* the first */
  int                ordinal; /* its lowest level */
  guint              n_plans;
  double             metres_per_unit;
  BjtPlanScaleSource scale_source;
  gboolean           is_placed;
  guint              n_elements;
  guint              n_doors;    /* outlines of doors among them */
  guint              n_left_out; /* shapes that can't stand on a plan */
} BjtPlanImportReport;

gboolean bjt_workspace_import_plan (BjtWorkspace *self, const BjtOpenedDrawing *opened, const BjtPlanImportWish *wish, BjtPlanImportReport *report, GError **error);
guint32  bjt_plan_import_find_building (const BjtPicture *picture, const BjtOpenedDrawing *opened); /* on whose outline the file lies; NO_INDEX: none */
gboolean bjt_plan_import_has_levels (const BjtOpenedDrawing *opened);                               /* of its own */

G_END_DECLS
