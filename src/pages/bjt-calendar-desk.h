/* bjt-calendar-desk.h: days off and weekends worked, brought in from a file.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_calendar_desk_import (BjtPage *page);

G_END_DECLS
