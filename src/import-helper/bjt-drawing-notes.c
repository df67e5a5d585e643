/* bjt-drawing-notes.c: gathered while reading, sent after the drawing. */
#include "bjt-drawing-notes.h"

#define MAX_NOTES 50

static void
clear_note (gpointer data)
{
  g_free (((BjtDrawingNote *) data)->message);
}

void
bjt_drawing_notes_init (BjtDrawingNotes *self)
{
  *self = (BjtDrawingNotes) { .page = 1, .n_pages = 1 };
  self->items = g_array_new (FALSE, FALSE, sizeof (BjtDrawingNote));
  g_array_set_clear_func (self->items, clear_note);
}

void
bjt_drawing_notes_clear (BjtDrawingNotes *self)
{
  g_array_unref (self->items);
}

/**
 * bjt_drawing_notes_add:
 * @code: a literal; each is said once
 */
void
bjt_drawing_notes_add (BjtDrawingNotes *self,
                       const char      *code,
                       const char      *format,
                       ...)
{
  BjtDrawingNote note = { .code = code };
  va_list        arguments;

  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (g_array_index (self->items, BjtDrawingNote, i).code, code))
      return;
  if (self->items->len >= MAX_NOTES)
    return;
  va_start (arguments, format);
  note.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (self->items, note);
}
