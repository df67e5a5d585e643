/* bjt-element-picker.h: which element of a plan is meant by a place.
 */
#pragma once

#include "model/bjt-plans.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPlanElement *element;
  BjtPoint              a, b; /* the side */
  BjtPoint              foot; /* on it, nearest to the place */
} BjtPickedSide;

BjtPlanElement *bjt_element_picker_find (GPtrArray *elements, BjtPoint at, double reach);           /* borrowed; small things before large ones; NULL: none */
BjtPlanElement *bjt_element_picker_find_outline (GPtrArray *elements, BjtPoint at);                 /* borrowed; the smallest outline around it */
gboolean        bjt_element_picker_find_side (GPtrArray *elements, BjtPoint at, double reach, BjtPickedSide *side); /* of walls and outlines */
void            bjt_element_picker_list_inside (GPtrArray *elements, const BjtBox *box, GPtrArray *found); /* what lies wholly inside is added */

G_END_DECLS
