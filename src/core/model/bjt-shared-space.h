/* bjt-shared-space.h: the usual places in the shared space of a building; faces
 * give them words. Any other words will do for a place, too.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_SPACE_CORRIDOR,  /* 楼道 */
  BJT_SPACE_STAIRS,    /* 楼梯 */
  BJT_SPACE_ELEVATOR,  /* 电梯 */
  BJT_SPACE_FIRE_LANE, /* 消防通道 */
  BJT_SPACE_HALL,      /* 门厅 */
  BJT_SPACE_BASEMENT,  /* 地下室 */
  BJT_SPACE_ROOF,      /* 屋顶 */
  BJT_SPACE_YARD,      /* 院内 */
  BJT_N_SHARED_SPACES,
} BjtSharedSpace;

const char *bjt_shared_space_get_key (BjtSharedSpace self);
gboolean    bjt_shared_space_parse (const char *key, BjtSharedSpace *space);

G_END_DECLS
