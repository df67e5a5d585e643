/* bjt-planner-matrix.h: the doors of the chosen building, with their numbers on the
 * routes; while none is chosen, how to choose one.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-focus.h"

G_BEGIN_DECLS

GtkWidget *bjt_planner_matrix_new (BjtFocus *focus);

G_END_DECLS
