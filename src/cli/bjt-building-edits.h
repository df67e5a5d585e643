/* bjt-building-edits.h: bjt building door|level|entrance|turn: single doors,
 * levels and entrances of a building.
 */
#pragma once

#include "bjt-cli.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label; /* --label; may be NULL */
  const char *level; /* --level */
  const char *kind;  /* --kind */
} BjtBuildingEditWords;

/* arguments: "door", "rename", "山水宜家 3-2-501", "502A" … */
BjtExit bjt_building_edits_run (BjtWorkspace *workspace, char **arguments, guint n_arguments, const BjtBuildingEditWords *words);

G_END_DECLS
