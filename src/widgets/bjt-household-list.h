/* bjt-household-list.h: who lives at a door or is registered there.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

/* Fills the box with the households of the door, one frame a person. Names,
 * phones and identity numbers are masked unless shown. */
void bjt_household_list_fill (GtkBox *box, const BjtPicture *picture, guint32 door, gboolean names_shown);

/* 租房户（租住，不论户籍）; an override says by whom and why. */
char *bjt_household_list_dup_class (const BjtPicture *picture, guint32 household);

G_END_DECLS
