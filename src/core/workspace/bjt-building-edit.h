/* bjt-building-edit.h: a building with its entrances and doors, while a few of
 * them are changed.
 *
 * Labels are unique within an entrance; words for sides (东户) within their
 * level.
 */
#pragma once

#include "bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_BUILDING_EDIT_MIN_ORDINAL -9
#define BJT_BUILDING_EDIT_MAX_ORDINAL 150

typedef struct
{
  BjtWorkspace   *workspace;
  BjtBuilding    *building;
  GPtrArray      *entrances; /* BjtEntrance, along the building */
  GPtrArray      *doors;     /* BjtDoor, with those that are added */
  BjtUuidSequence keys;
} BjtBuildingEdit;

gboolean bjt_building_edit_load (BjtBuildingEdit *self, BjtWorkspace *workspace, const BjtUuid *building_id, GError **error);
gboolean bjt_building_edit_load_of_door (BjtBuildingEdit *self, BjtWorkspace *workspace, const BjtUuid *door_id, GError **error);
void     bjt_building_edit_clear (BjtBuildingEdit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtBuildingEdit, bjt_building_edit_clear)

BjtDoor *bjt_building_edit_find_door (BjtBuildingEdit *self, const BjtUuid *id);
BjtDoor *bjt_building_edit_new_door (BjtBuildingEdit *self, const BjtUuid *entrance_id, int ordinal, int stack, int kind); /* at the end of doors */
char    *bjt_building_edit_dup_subject (BjtBuildingEdit *self);
char    *bjt_building_edit_dup_level_label (BjtBuildingEdit *self, int ordinal);

char    *bjt_building_edit_dup_checked_label (const char *text, GError **error); /* without blanks; NULL: it is none */
gboolean bjt_building_edit_is_taken (BjtBuildingEdit *self, const BjtDoor *door, const char *label);
void     bjt_building_edit_take_free_label (BjtBuildingEdit *self, BjtDoor *door, char *label); /* takes it, or the next one after it that is free */

G_END_DECLS
