/* bjt-fill-words.h: what can go into forms, as people call it.
 */
#pragma once

#include "form/bjt-form-words.h"

G_BEGIN_DECLS

const char *bjt_fill_words_get_item (BjtFormItem item);

G_END_DECLS
