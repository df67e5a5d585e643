/* bjt-register-place.h: the place of a register row in its parts.
 */
#pragma once

#include "bjt-register-check.h"

G_BEGIN_DECLS

void bjt_register_row_read_place (BjtRegisterRow *self);

G_END_DECLS
