/* bjt-form-codes.h: codes and places as forms have them written.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

const char *bjt_form_codes_get_relation (const char *code); /* GB/T 4761; NULL: not known */
char       *bjt_form_codes_dup_ethnic (const char *code);   /* GB/T 3304; the text itself when it is no code */
char       *bjt_form_codes_dup_address (const BjtPicture *picture, guint32 door); /* whole */
char       *bjt_form_codes_dup_grid (int number);

G_END_DECLS
