/* bjt-card-head.h: the head of the card of a door: where, which class and why, what
 * is wrong.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkBox   *badges;
} BjtCardHead;

void bjt_card_head_fill (const BjtCardHead *self, BjtPicture *picture, guint32 door, gboolean is_curtained);

G_END_DECLS
