/* bjt-form-text.h: a text that lies in several elements, each with looks of its own.
 */
#pragma once

#include "xml/bjt-xml-tree.h"

G_BEGIN_DECLS

typedef struct
{
  BjtXmlElement *element; /* NULL: a break between two */
  gsize          start, length; /* of the text as it was read */
  GString       *now;
  gboolean       is_box;        /* drawn by the element, which is no text */
} BjtFormPiece;

typedef struct
{
  GString *text; /* as it was read */
  GArray  *pieces;
} BjtFormText;

void     bjt_form_text_init (BjtFormText *self);
void     bjt_form_text_clear (BjtFormText *self);
void     bjt_form_text_add (BjtFormText *self, BjtXmlElement *element);
void     bjt_form_text_add_box (BjtFormText *self, BjtXmlElement *element, gboolean is_ticked);
void     bjt_form_text_add_break (BjtFormText *self, const char *text);
BjtFormPiece *bjt_form_text_find_box (BjtFormText *self, gsize start, gsize length); /* the piece it stands in; NULL: there is no box */
gboolean bjt_form_text_splice (BjtFormText *self, gsize start, gsize length, const char *text); /* from the end to the beginning */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtFormText, bjt_form_text_clear)

G_END_DECLS
