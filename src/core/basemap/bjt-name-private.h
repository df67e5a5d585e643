/* bjt-name-private.h: what the two ways to place names share: greedy and alike
 * in neighbouring frames (bjt-name-placer.c), or by exchange on one sheet of
 * paper (bjt-name-exchange.c).
 */
#pragma once

#include "bjt-name-placer.h"
#include "bjt-text-brush.h"

G_BEGIN_DECLS

#define SAME_NAME_GAP 200.0 /* px */
#define ROAD_SPACING 560.0 /* px between two names of one road */

/* A place where a name could stand. */
typedef struct
{
  BjtNameLabel    label;
  guint           order;
  double          importance; /* the lower the more important */
  const BjtPoint *points;     /* Mercator; along a line, else NULL */
  guint           n_points;
  double          at;         /* where along the line, in surface units */
  BjtPoint        centre;
  BjtPoint        dot;
  BjtBox          box;

  /* By exchange */
  guint32 of;   /* the name that it is a place of */
  double  cost; /* 0 … 1 */
} Name;

struct _BjtNamePlacer
{
  const BjtMapFrame *frame;
  const BjtMapStyle *style;
  double             cos, sin;  /* of the turn */
  BjtBox             world;     /* Mercator, with the margin */
  GArray            *obstacles; /* BjtBox */
  GArray            *names;     /* Name */
  BjtTextBrush      *text;

  /* By exchange */
  guint32     n_labels;
  GHashTable *texts; /* those to be seen: text → GUINT_TO_POINTER, from 1 on */
};

static inline BjtTextPath
bjt_name_placer_get_path (const BjtNamePlacer *self,
                          const BjtPoint      *points,
                          guint                n_points)
{
  return (BjtTextPath) { points, n_points, self->frame->scale, self->frame->x, self->frame->y, self->cos, self->sin };
}

/* What is shared of the greedy way */
void     bjt_name_placer_add (BjtNamePlacer *self, Name *name);
BjtPoint bjt_name_placer_measure (const BjtNamePlacer *self, const BjtNameLabel *label);
BjtBox   bjt_name_placer_box_around (BjtPoint centre, BjtPoint size, double gap);

/* The other way */
void  bjt_name_exchange_add_at (BjtNamePlacer *self, Name *name, BjtPoint size, const BjtBox *room);
void  bjt_name_exchange_add_near (BjtNamePlacer *self, Name *name, BjtPoint size);
void  bjt_name_exchange_add_along (BjtNamePlacer *self, Name *name, BjtPoint size, double length);
guint bjt_name_exchange_choose (BjtNamePlacer *self, guint *n_dropped);

G_END_DECLS
