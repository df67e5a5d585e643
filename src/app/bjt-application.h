/* bjt-application.h: the program `baijiatu`.
 */
#pragma once

#include <adwaita.h>

#include "base/bjt-clock.h"

G_BEGIN_DECLS

#define BJT_TYPE_APPLICATION (bjt_application_get_type ())
G_DECLARE_FINAL_TYPE (BjtApplication, bjt_application, BJT, APPLICATION, AdwApplication)

BjtApplication *bjt_application_new (void);
const BjtClock *bjt_application_get_clock (BjtApplication *self);
GSettings      *bjt_application_get_settings (BjtApplication *self); /* (nullable): not installed whole */

G_END_DECLS
