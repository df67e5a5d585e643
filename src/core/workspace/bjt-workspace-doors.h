/* bjt-workspace-doors.h: work on many people at once, and on single doors,
 * levels and entrances of a building. Each function is one action.
 *
 * Nothing that is known is lost: a door of which there are households, visits,
 * issues, notes or drawings is not removed.
 */
#pragma once

#include "bjt-workspace.h"

G_BEGIN_DECLS

/* Many people, many households; what is so already is left. */
gboolean bjt_workspace_tick_categories (BjtWorkspace *self, const BjtUuid *person_ids, guint n_persons, const char *category_code,
                                        gboolean ticked, GError **error);
gboolean bjt_workspace_override_classes (BjtWorkspace *self, const BjtUuid *household_ids, guint n_households, int household_class,
                                         const char *reason, GError **error);

/* Doors */
gboolean bjt_workspace_rename_door (BjtWorkspace *self, const BjtUuid *door_id, const char *label, GError **error);
gboolean bjt_workspace_set_door_kinds (BjtWorkspace *self, const BjtUuid *door_ids, guint n_doors, int kind, GError **error);
gboolean bjt_workspace_remove_doors (BjtWorkspace *self, const BjtUuid *door_ids, guint n_doors, guint *n_held, GError **error);

typedef struct
{
  BjtUuid     building_id;
  BjtUuid     entrance_id; /* NIL: none */
  int         ordinal;     /* of the level */
  const char *label;       /* NULL: follows from the doors beside it */
  int         kind;        /* BjtDoorKind; -1: as the door beside it */
} BjtDoorPlace;

gboolean bjt_workspace_add_door (BjtWorkspace *self, const BjtDoorPlace *place, BjtUuid *door_id, GError **error); /* at the end of its level */

/* Levels and entrances; new ones have the doors of the next one there is. */
gboolean bjt_workspace_add_level (BjtWorkspace *self, const BjtUuid *building_id, gboolean above, GError **error);
gboolean bjt_workspace_rename_level (BjtWorkspace *self, const BjtUuid *building_id, int ordinal, const char *label, GError **error); /* doors that tell it are renamed too */
gboolean bjt_workspace_add_entrance (BjtWorkspace *self, const BjtUuid *building_id, GError **error);
gboolean bjt_workspace_rename_entrance (BjtWorkspace *self, const BjtUuid *entrance_id, const char *label, GError **error);
gboolean bjt_workspace_set_direction (BjtWorkspace *self, const BjtUuid *building_id, gboolean is_reversed, GError **error); /* doors count from the east */

G_END_DECLS
