/* bjt-cadence-dialog.h: the rules of cadence: who is visited how often, to be changed
 * by those who lead the community.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_cadence_dialog_present (BjtPage *page);

G_END_DECLS
