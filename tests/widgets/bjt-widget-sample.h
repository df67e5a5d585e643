/* bjt-widget-sample.h: one building whose doors are the cases a card must bear.
 */
#pragma once

#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_SAMPLE_TODAY 20779 /* 2026-11-22 */

typedef struct
{
  BjtPicture *picture;
  guint32     elders;     /* 2-502: two people, overdue, two open issues */
  guint32     crowd;      /* 1-601: five people, a long Uyghur name, nine categories */
  guint32     shared;     /* 3-301: 空挂 and a tenant on one door */
  guint32     empty;      /* 3-102: verified, nobody */
  guint32     unverified; /* 3-103 */
} BjtWidgetSample;

void bjt_widget_sample_init (BjtWidgetSample *self, guint n_entrances, guint n_levels, guint n_stacks);
void bjt_widget_sample_clear (BjtWidgetSample *self);

GPtrArray *bjt_widget_sample_list_visits (const BjtUuid *door_id); /* BjtVisit, newest first */
GPtrArray *bjt_widget_sample_list_issues (const BjtWidgetSample *self, guint32 door); /* BjtIssue */

G_END_DECLS
