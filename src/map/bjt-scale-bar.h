/* bjt-scale-bar.h: how long a round number of metres is at the middle of the
 * map.
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define BJT_TYPE_SCALE_BAR (bjt_scale_bar_get_type ())
G_DECLARE_FINAL_TYPE (BjtScaleBar, bjt_scale_bar, BJT, SCALE_BAR, GtkWidget)

GtkWidget *bjt_scale_bar_new (ShumateViewport *viewport);
double     bjt_scale_bar_choose_metres (double px_per_metre, double max_px);

G_END_DECLS
