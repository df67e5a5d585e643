/* bjt-photo-row.h: one photo: chosen from a file, pasted, or dropped here.
 */
#pragma once

#include "bjt-note-form.h"

G_BEGIN_DECLS

#define BJT_TYPE_PHOTO_ROW (bjt_photo_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtPhotoRow, bjt_photo_row, BJT, PHOTO_ROW, GtkWidget)

/* Signals: "open-photo" (const char *path, GBytes *pasted): one of them; answer with set_photo
 *   "changed" (void) */

void                bjt_photo_row_set_photo (BjtPhotoRow *self, const BjtNotePhoto *photo); /* NULL: none, or it can't be read */
const BjtNotePhoto *bjt_photo_row_get_photo (BjtPhotoRow *self);
gboolean            bjt_photo_row_is_reading (BjtPhotoRow *self);

G_END_DECLS
