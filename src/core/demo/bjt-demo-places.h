/* bjt-demo-places.h: where things stand on the plan.
 */
#pragma once

#include "bjt-demo-plan.h"

G_BEGIN_DECLS

#define BJT_DEMO_LABEL_SIZE 16

BjtBox   bjt_demo_compound_get_wall (const BjtDemoCompoundSpec *spec);
BjtPoint bjt_demo_compound_get_cell (const BjtDemoCompoundSpec *spec, guint cell);
double   bjt_demo_entrance_get_offset (const BjtDemoPlan *plan, const BjtDemoBuilding *building, int ordinal);
void     bjt_demo_door_format_label (const BjtDemoPlan *plan, const BjtDemoDoor *door, char text[BJT_DEMO_LABEL_SIZE]);

G_END_DECLS
