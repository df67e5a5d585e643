/* bjt-door-labels.h: which doors are named on a drawing, and where.
 */
#pragma once

#include "bjt-building-brush.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_DOOR_LABEL_CHOSEN, /* the most important first */
  BJT_DOOR_LABEL_ISSUE,
  BJT_DOOR_LABEL_OVERDUE,
  BJT_DOOR_LABEL_ORDINARY,
} BjtDoorLabelRank;

typedef struct
{
  guint32          door;
  BjtDoorLabelRank rank;
  char            *text;
  char            *name;     /* of the head of the household; may be NULL */
  gboolean         is_inside; /* its cell; else a tag beside it */
  gboolean         has_leader; /* on paper: from the tag to the cell */
  BjtPoint         origin;   /* inside: of its building on the surface */
  double           angle;
  BjtBox           cell;     /* inside: in the building */
  double           size;
  BjtBox           box;      /* on the surface */
  BjtPoint         foot;     /* the middle of the cell on the surface */
} BjtDoorLabel;

GArray *bjt_door_labels_lay_out (BjtBuildingBrush *brush, guint *n_dropped); /* BjtDoorLabel; frees its texts */
guint   bjt_door_labels_paint (BjtBuildingBrush *brush);

G_END_DECLS
