/* bjt-note-form.h: a note, a photo, a hazard: at the door, in its stairwell, in
 * its building, at a place of the plan.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

/* A photo as it will be kept */
typedef struct
{
  GBytes *content;
  char   *media_type;
  char   *name; /* of the file; NULL: pasted */
} BjtNotePhoto;

BjtNotePhoto *bjt_note_photo_new (GBytes *content, const char *media_type, const char *name);
BjtNotePhoto *bjt_note_photo_copy (const BjtNotePhoto *self);
void          bjt_note_photo_free (BjtNotePhoto *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtNotePhoto, bjt_note_photo_free)

#define BJT_TYPE_NOTE_FORM (bjt_note_form_get_type ())
G_DECLARE_FINAL_TYPE (BjtNoteForm, bjt_note_form, BJT, NOTE_FORM, GtkWidget)

/* Signals: "save" (void), "cancel" (void)
 *   "open-photo" (const char *path, GBytes *pasted): one of them; answer with set_photo
 * Actions: form.save, form.cancel, form.kind (int), form.where ("door",
 *   "entrance", "building") */

GtkWidget          *bjt_note_form_new (void);
void                bjt_note_form_start (BjtNoteForm *self, BjtPicture *picture, guint32 door, const BjtAnnotation *draft); /* draft may be NULL */
void                bjt_note_form_set_kind (BjtNoteForm *self, int kind);
void                bjt_note_form_set_place (BjtNoteForm *self, const BjtGeometry *shape, int ordinal); /* drawn on the plan of the level */
void                bjt_note_form_set_text (BjtNoteForm *self, const char *text);
void                bjt_note_form_set_photo (BjtNoteForm *self, const BjtNotePhoto *photo); /* NULL: none, or it can't be read */
const BjtNotePhoto *bjt_note_form_get_photo (BjtNoteForm *self);
BjtAnnotation      *bjt_note_form_dup_annotation (BjtNoteForm *self); /* without key, staff, photo */
gboolean            bjt_note_form_wants_issue (BjtNoteForm *self);
gboolean            bjt_note_form_is_touched (BjtNoteForm *self);

G_END_DECLS
