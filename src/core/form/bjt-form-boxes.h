/* bjt-form-boxes.h: boxes to tick in a text: □男 □女, 是☐ 否☐.
 */
#pragma once

#include "bjt-form-sketch.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 start, length; /* of the box in the text, bytes */
  char   *option;        /* the words that belong to it; "": none */
} BjtFormBox;

/* Boxes of one question. */
typedef struct
{
  char   *label; /* what stands before them in the text; NULL: nothing */
  GArray *boxes; /* BjtFormBox */
} BjtFormBoxes;

void        bjt_form_boxes_free (BjtFormBoxes *self);
GPtrArray  *bjt_form_boxes_find (const char *text); /* BjtFormBoxes */
gboolean    bjt_form_boxes_has (const char *text);  /* one that is open, or ☑ */
gboolean    bjt_form_boxes_is_box (const char *at); /* open or ticked */
char       *bjt_form_boxes_dup_open (const char *text);           /* an open box as the text has them */
const char *bjt_form_boxes_choose_tick (const BjtFormSketch *sketch); /* as the form has them: ☑, √ … */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormBoxes, bjt_form_boxes_free)

G_END_DECLS
