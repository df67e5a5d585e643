/* bjt-note-section.h: the part of the card for notes, photos and hazards: a form
 * that unfolds, and what is noted.
 */
#pragma once

#include "bjt-note-form.h"
#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_NOTE_SECTION (bjt_note_section_get_type ())
G_DECLARE_FINAL_TYPE (BjtNoteSection, bjt_note_section, BJT, NOTE_SECTION, GtkWidget)

/* Property "focus" (BjtFocus): whose door is told of.
 * Signals:
 *   gboolean "add" (BjtAnnotation *annotation, const BjtNotePhoto *photo, gboolean report): TRUE when it is saved
 *   "act" (const BjtUuid *annotation_id, const char *what, GtkWidget *where): settle, reopen, report, remove, photo
 *   "open-photo" (const char *path, GBytes *pasted): answer with set_photo */

GtkWidget   *bjt_note_section_new (void);
void         bjt_note_section_start (BjtNoteSection *self, int kind); /* at the chosen door; goes on with what was typed */
BjtNoteForm *bjt_note_section_get_form (BjtNoteSection *self);

G_END_DECLS
