/* bjt-marks.h: the doors of a matrix that are marked for work on many at once.
 */
#pragma once

#include "plan/bjt-matrix.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *doors;
} BjtMarks;

void     bjt_marks_init (BjtMarks *self);
void     bjt_marks_clear (BjtMarks *self); /* what init made */
gboolean bjt_marks_is_empty (const BjtMarks *self);
gboolean bjt_marks_contain (const BjtMarks *self, guint32 door);
void     bjt_marks_remove_all (BjtMarks *self);
void     bjt_marks_toggle (BjtMarks *self, guint32 door);
void     bjt_marks_add_range (BjtMarks *self, const BjtMatrix *matrix, guint32 from_cell, guint32 to_cell);
void     bjt_marks_add_all (BjtMarks *self, const BjtMatrix *matrix);
void     bjt_marks_carry_over (BjtMarks *self, const BjtPicture *from, const BjtPicture *to);
GArray  *bjt_marks_dup_doors (const BjtMarks *self); /* (element-type guint32), by index */

G_END_DECLS
