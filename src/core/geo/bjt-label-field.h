/* bjt-label-field.h: labels, the places they could stand at, and which of these
 * are taken. What bjt-label-placer works on.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

#define BJT_NO_SPOT G_MAXUINT32

/* A place of one label: some boxes, those of its characters along a line. */
typedef struct
{
  BjtBox  box; /* around all of it */
  guint32 first_box, n_boxes;
  guint32 index; /* among the places the label was given */
  double  cost;
} BjtLabelSpot;

typedef struct
{
  double  weight;
  guint32 group;          /* 0: none */
  guint32 n_given;        /* places, those that are none too */
  guint32 first, n_spots; /* of all spots: free of obstacles, the best first */
  guint32 at;             /* BJT_NO_SPOT: dropped */
  guint32 cell, next, previous; /* where it is kept while it stands */
} BjtLabel;

typedef struct
{
  GArray *labels;    /* BjtLabel */
  GArray *spots;     /* BjtLabelSpot */
  GArray *boxes;     /* BjtBox */
  GArray *obstacles; /* BjtBox */
  double  gap;       /* that labels of one group keep between their middles */

  /* Made by prepare() */
  guint32 *heads; /* the first label of each cell; the last cell is for the large ones */
  BjtBox   extent;
  BjtPoint cell;   /* its size: no label but the large ones is larger */
  BjtPoint normal; /* the largest that is not large */
  guint32  n_columns, n_rows;
} BjtLabelField;

void     bjt_label_field_init (BjtLabelField *self, double gap);
void     bjt_label_field_clear (BjtLabelField *self);
void     bjt_label_field_prepare (BjtLabelField *self); /* once all is added */
void     bjt_label_field_put (BjtLabelField *self, guint32 label, guint32 spot); /* BJT_NO_SPOT: takes it away */
guint    bjt_label_field_list_conflicts (const BjtLabelField *self, guint32 label, guint32 spot, guint32 *found, guint max);

static inline BjtLabel *
bjt_label_field_get (const BjtLabelField *self,
                     guint32              label)
{
  return &g_array_index (self->labels, BjtLabel, label);
}

static inline const BjtLabelSpot *
bjt_label_field_get_spot (const BjtLabelField *self,
                          guint32              spot)
{
  return &g_array_index (self->spots, BjtLabelSpot, spot);
}

G_END_DECLS
