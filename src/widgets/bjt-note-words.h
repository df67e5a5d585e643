/* bjt-note-words.h: how notes, photos and hazards are said to people.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

const char *bjt_note_words_get_kind (int kind);          /* 隐患 */
const char *bjt_note_words_get_space (const char *space); /* 楼道; the text itself when it is no key; NULL for NULL */
char       *bjt_note_words_dup_place (const BjtPicture *picture, const BjtPictureAnnotation *annotation); /* 2单元 3层 楼道; NULL: a door */

G_END_DECLS
