/* bjt-label-placer.h: which labels stand on a drawing, and where: none over
 * another or over an obstacle, and as few left out as can be found.
 *
 * For paper, that is drawn once and looked at long. Knows boxes and weights,
 * nothing of what is written. Without dimension: boxes are in any one unit.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

#define BJT_NO_PLACE G_MAXUINT32

typedef struct _BjtLabelPlacer BjtLabelPlacer;

BjtLabelPlacer *bjt_label_placer_new (double gap); /* between the middles of labels of one group, along either axis */
void            bjt_label_placer_free (BjtLabelPlacer *self);
void            bjt_label_placer_add_obstacle (BjtLabelPlacer *self, const BjtBox *box);
guint32         bjt_label_placer_add_label (BjtLabelPlacer *self, double weight, guint32 group); /* weight > 0; group 0: none */
void            bjt_label_placer_add_place (BjtLabelPlacer *self, const BjtBox *boxes, guint n_boxes, double cost); /* of the label that was added last; cost 0 (best) … 1 */

/* Once, after all were added. */
void            bjt_label_placer_place_greedily (BjtLabelPlacer *self); /* by weight, each at the best place that is left */
void            bjt_label_placer_place (BjtLabelPlacer *self);          /* so, then improved by exchange */

guint32         bjt_label_placer_get_place (const BjtLabelPlacer *self, guint32 label); /* as it was added; BJT_NO_PLACE: left out */
guint           bjt_label_placer_count_dropped (const BjtLabelPlacer *self, double *weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtLabelPlacer, bjt_label_placer_free)

G_END_DECLS
