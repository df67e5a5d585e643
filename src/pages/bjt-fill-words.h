/* bjt-fill-words.h: what can go into forms, as people call it.
 */
#pragma once

#include "form/bjt-form-words.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

char *bjt_fill_words_dup_item (BjtFormItem item, const BjtPicture *picture);

G_END_DECLS
