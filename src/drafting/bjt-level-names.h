/* bjt-level-names.h: levels in a switch: the level, and which plan it has, so
 * that the levels of one plan are seen to belong together.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

char *bjt_level_names_dup (const BjtPicture *picture, guint32 building, int ordinal); /* two lines: the level; its plan, may be empty */
void  bjt_level_names_set_factory (GtkDropDown *levels);                               /* shows such names in one row each */

G_END_DECLS
