/* bjt-choice-layer.h: the blue frame around the chosen building or door, a
 * thin one under the pointer, and a ring at a place that was gone to. Follows a choice in the same frame.
 */
#pragma once

#include "model/bjt-picture.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define BJT_TYPE_CHOICE_LAYER (bjt_choice_layer_get_type ())
G_DECLARE_FINAL_TYPE (BjtChoiceLayer, bjt_choice_layer, BJT, CHOICE_LAYER, ShumateLayer)

BjtChoiceLayer *bjt_choice_layer_new (ShumateViewport *viewport);
void            bjt_choice_layer_set_picture (BjtChoiceLayer *self, BjtPicture *picture);
void            bjt_choice_layer_choose (BjtChoiceLayer *self, guint32 building, guint32 door);
gboolean        bjt_choice_layer_hover (BjtChoiceLayer *self, guint32 building, guint32 door); /* whether that is news */
void            bjt_choice_layer_set_cursor (BjtChoiceLayer *self, guint32 building, guint32 door); /* of the keyboard */
void            bjt_choice_layer_set_pin (BjtChoiceLayer *self, BjtPoint mercator); /* a place gone to; NAN: none */
void            bjt_choice_layer_set_colour (BjtChoiceLayer *self, guint32 colour);
void            bjt_choice_layer_set_level (BjtChoiceLayer *self, int level); /* of the plans shown */

G_END_DECLS
