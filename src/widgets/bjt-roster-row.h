/* bjt-roster-row.h: one line of the register: a household, or a door without one.
 */
#pragma once

#include <glib-object.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_ROSTER_ROW (bjt_roster_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtRosterRow, bjt_roster_row, BJT, ROSTER_ROW, GObject)

BjtRosterRow *bjt_roster_row_new (BjtPicture *picture, guint32 door, guint32 household); /* household: BJT_NO_INDEX for none */
BjtPicture   *bjt_roster_row_get_picture (BjtRosterRow *self);
guint32       bjt_roster_row_get_door (BjtRosterRow *self);

int            bjt_roster_row_get_class (BjtRosterRow *self);
guint          bjt_roster_row_count_residents (BjtRosterRow *self);
BjtCategorySet bjt_roster_row_get_categories (BjtRosterRow *self);
char          *bjt_roster_row_dup_head (BjtRosterRow *self); /* masked */

G_END_DECLS
