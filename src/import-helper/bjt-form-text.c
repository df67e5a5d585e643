/* bjt-form-text.c: what takes the place of a piece of the text takes the looks of
 * the element in which the piece begins. */
#include "bjt-form-text.h"

#include <string.h>

#include "form/bjt-form-boxes.h"

static void
clear_piece (gpointer data)
{
  BjtFormPiece *piece = data;

  g_string_free (piece->now, TRUE);
}

void
bjt_form_text_init (BjtFormText *self)
{
  self->text = g_string_new (NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (BjtFormPiece));
  g_array_set_clear_func (self->pieces, clear_piece);
}

void
bjt_form_text_clear (BjtFormText *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->pieces);
}

static void
add_piece (BjtFormText   *self,
           BjtXmlElement *element,
           const char    *text)
{
  BjtFormPiece piece = { element, self->text->len, strlen (text), g_string_new (text), FALSE };

  g_string_append (self->text, text);
  g_array_append_val (self->pieces, piece);
}

void
bjt_form_text_add (BjtFormText   *self,
                   BjtXmlElement *element)
{
  g_autofree char *text = bjt_xml_element_dup_text (element);

  add_piece (self, element, text);
}

void
bjt_form_text_add_box (BjtFormText   *self,
                       BjtXmlElement *element,
                       gboolean       is_ticked)
{
  add_piece (self, element, is_ticked ? "☑" : "□");
  g_array_index (self->pieces, BjtFormPiece, self->pieces->len - 1).is_box = TRUE;
}

BjtFormPiece *
bjt_form_text_find_box (BjtFormText *self,
                        gsize        start,
                        gsize        length)
{
  if (start >= self->text->len || length > self->text->len - start || !bjt_form_boxes_is_box (self->text->str + start))
    return NULL;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      BjtFormPiece *piece = &g_array_index (self->pieces, BjtFormPiece, i);

      if (piece->element != NULL && start >= piece->start && start + length <= piece->start + piece->length)
        return piece;
    }
  return NULL;
}

void
bjt_form_text_add_break (BjtFormText *self,
                         const char  *text)
{
  add_piece (self, NULL, text);
}

static gboolean
is_touched (const BjtFormPiece *piece,
            gsize               start,
            gsize               end)
{
  gsize piece_end = piece->start + piece->length;

  if (piece->element == NULL || piece->is_box)
    return FALSE;
  return start == end ? start >= piece->start && start <= piece_end : start < piece_end && end > piece->start;
}

/**
 * bjt_form_text_splice:
 *
 * Returns: whether there is such a piece of the text
 */
gboolean
bjt_form_text_splice (BjtFormText *self,
                      gsize        start,
                      gsize        length,
                      const char  *text)
{
  gboolean is_placed = FALSE;

  if (start > self->text->len || length > self->text->len - start)
    return FALSE;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      BjtFormPiece *piece = &g_array_index (self->pieces, BjtFormPiece, i);
      gsize         from, to;

      if (!is_touched (piece, start, start + length) || (is_placed && length == 0))
        continue;
      from = MAX (start, piece->start) - piece->start;
      to = MIN (start + length, piece->start + piece->length) - piece->start;
      if (to > piece->now->len)
        return FALSE;
      g_string_erase (piece->now, (gssize) from, (gssize) (to - from));
      if (!is_placed)
        g_string_insert (piece->now, (gssize) from, text);
      is_placed = TRUE;
      bjt_xml_element_set_text (piece->element, piece->now->str);
      bjt_xml_element_keep_space (piece->element);
    }
  return is_placed;
}
