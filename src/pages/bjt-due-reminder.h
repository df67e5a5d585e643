/* bjt-due-reminder.h: tells on the desktop, once a day, how much falls due.
 *
 * Figures only: no name, no address, since others may see the screen.
 */
#pragma once

#include <gio/gio.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

GNotification *bjt_due_reminder_new_notification (const BjtPicture *picture); /* NULL: nothing is due */

/* Unless it was told on that day already, or is not wanted: the keys
 * remind-due and reminded-on. */
void bjt_due_reminder_tell (GApplication *application, GSettings *settings, const BjtPicture *picture);

G_END_DECLS
