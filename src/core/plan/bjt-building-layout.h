/* bjt-building-layout.h: entrances, levels and doors that follow from a pattern.
 */
#pragma once

#include "bjt-building-pattern.h"

G_BEGIN_DECLS

typedef struct
{
  int   ordinal;
  char *label;
} BjtLevelDraft;

typedef struct
{
  int   entrance;    /* index; -1: none */
  int   ordinal;
  int   stack;
  int   span;
  int   kind;        /* BjtDoorKind */
  int   merged_into; /* index; -1: a door of its own */
  char *label;
} BjtDoorDraft;

typedef struct
{
  GPtrArray *entrances; /* char *: labels, along the building */
  GArray    *levels;    /* BjtLevelDraft, from the top down */
  GArray    *doors;     /* BjtDoorDraft, by entrance, level from the top down, stack */
  int        levels_above;
  gboolean   is_reversed;
} BjtBuildingLayout;

BjtBuildingLayout *bjt_building_layout_new (const BjtBuildingPattern *pattern, GError **error);
void               bjt_building_layout_free (BjtBuildingLayout *self);
BjtPicture        *bjt_building_layout_to_picture (const BjtBuildingLayout *self, const char *label); /* one building, nobody lives in it */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtBuildingLayout, bjt_building_layout_free)

static inline const BjtDoorDraft *
bjt_building_layout_get_door (const BjtBuildingLayout *self,
                              guint                    door)
{
  return &g_array_index (self->doors, BjtDoorDraft, door);
}

static inline const BjtLevelDraft *
bjt_building_layout_get_level (const BjtBuildingLayout *self,
                               guint                    level)
{
  return &g_array_index (self->levels, BjtLevelDraft, level);
}

G_END_DECLS
