/* bjt-plan-export.h: the plans of a building as a file for others.
 */
#pragma once

#include "bjt-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_PLAN_EXPORT_SVG,
  BJT_PLAN_EXPORT_PDF,
  BJT_PLAN_EXPORT_PNG,
  BJT_PLAN_EXPORT_GEOJSON,
  BJT_PLAN_EXPORT_IMDF,
} BjtPlanExportFormat;

typedef struct
{
  BjtPlanExportFormat format;
  BjtUuid             building_id;
  const GArray       *levels;        /* BjtLevelRange; NULL: all that have a plan. Pictures show the lowest, PDF a page each */
  gboolean            with_backdrop; /* what lies under; not in GeoJSON and IMDF */
  gboolean            with_facts;    /* PDF and PNG: whose door it is; @purpose is recorded */
  const char         *purpose;
  guint               pixels;        /* PNG: the longer side; 0: enough to read */
  gboolean            has_place;     /* of plans that are nowhere yet: */
  BjtPoint            place;         /* longitude, latitude */
} BjtPlanExport;

gboolean bjt_plan_export_guess_format (const char *path, BjtPlanExportFormat *format); /* .svg .pdf .png .geojson .zip */

/* The file, or one clear line. Without facts nothing personal is in it. */
GBytes  *bjt_workspace_export_plan (BjtWorkspace *self, const BjtPlanExport *wish, GError **error);
gboolean bjt_workspace_export_plan_to (BjtWorkspace *self, const BjtPlanExport *wish, const char *path, GError **error); /* whole or not at all */

G_END_DECLS
