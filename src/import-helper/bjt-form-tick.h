/* bjt-form-tick.h: boxes of a text document that are more than letters.
 */
#pragma once

#include "xml/bjt-xml-tree.h"

G_BEGIN_DECLS

gboolean bjt_form_tick_is_box (const BjtXmlElement *element, gboolean *is_ticked); /* a symbol or an old form field */
gboolean bjt_form_tick_set (BjtXmlElement *element, gboolean is_on); /* FALSE: it is no more than the text it stands in */

G_END_DECLS
