/* bjt-workspace-notes.h: notes, photos and hazards: on a door, in the shared
 * space of an entrance or a building, at a place of a plan.
 */
#pragma once

#include "bjt-photo.h"
#include "bjt-workspace.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

typedef struct
{
  BjtAnnotation  *annotation; /* of a door: that alone says where; key, day and staff are filled in where they are unknown */
  const BjtPhoto *photo;      /* NULL: none, or the one it has */
  BjtIssue       *issue;      /* reported with it, where the annotation is; NULL: not */
  BjtPoint       *where;      /* (out) (optional): where a refused shape is at fault, metres of the plan; NAN: nowhere */
} BjtAnnotationDraft;

typedef struct
{
  const BjtUuid *building_id; /* NULL: all */
  const BjtUuid *door_id;     /* NULL: all */
  gboolean       open_only;
} BjtAnnotationScope;

/* Reading; newest first, cordons left out */
GPtrArray     *bjt_workspace_list_annotations (BjtWorkspace *self, const BjtAnnotationScope *scope, GError **error); /* BjtAnnotation; owned by the caller */
BjtAnnotation *bjt_workspace_get_annotation (BjtWorkspace *self, const BjtUuid *annotation_id, GError **error);
BjtAnnotation *bjt_workspace_find_open_hazard (BjtWorkspace *self, const BjtUuid *issue_id);       /* that is reported as the issue; NULL: none */
GBytes        *bjt_workspace_load_photo (BjtWorkspace *self, const BjtUuid *annotation_id, GError **error); /* personal: not for public sheets or thumbnails */

/* Actions */
gboolean bjt_workspace_add_annotation (BjtWorkspace *self, const BjtAnnotationDraft *draft, GError **error);
gboolean bjt_workspace_change_annotation (BjtWorkspace *self, const BjtAnnotationDraft *draft, GError **error); /* kind, space, text, shape, day, photo */
gboolean bjt_workspace_settle_annotation (BjtWorkspace *self, const BjtUuid *annotation_id, gboolean settled, GError **error); /* today; FALSE: it is open again */
gboolean bjt_workspace_remove_annotation (BjtWorkspace *self, const BjtUuid *annotation_id, GError **error);
gboolean bjt_workspace_report_annotation (BjtWorkspace *self, const BjtUuid *annotation_id, BjtIssue *issue, GError **error); /* its title, place and day are filled in where they are unknown */

G_END_DECLS
