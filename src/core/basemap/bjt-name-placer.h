/* bjt-name-placer.h: names on a map, placed so that none covers another.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "bjt-map-style.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_NAME_CITY,
  BJT_NAME_TOWN,
  BJT_NAME_DISTRICT, /* suburbs, villages, quarters */
  BJT_NAME_COMPOUND,
  BJT_NAME_WATER,
  BJT_NAME_GREEN,
  BJT_NAME_ROAD,
  BJT_NAME_PLACE,
} BjtNameKind;

/* A name to be placed. Its texts are borrowed until it is painted. */
typedef struct
{
  BjtNameKind kind;
  const char *text;
  const char *other;   /* for when no font can write the text; may be NULL */
  double      weight;  /* the higher the more important among its kind; below 100 */
  gboolean    has_dot; /* stands below a dot */
} BjtNameLabel;

typedef struct _BjtNamePlacer BjtNamePlacer;

BjtNamePlacer *bjt_name_placer_new (cairo_t *cr, const BjtMapFrame *frame, const BjtMapStyle *style);
void           bjt_name_placer_free (BjtNamePlacer *self);
const BjtBox  *bjt_name_placer_get_world (const BjtNamePlacer *self);
BjtPoint       bjt_name_placer_project (const BjtNamePlacer *self, BjtPoint mercator);
void           bjt_name_placer_add_obstacle (BjtNamePlacer *self, const BjtBox *box);
void           bjt_name_placer_add_at (BjtNamePlacer *self, const BjtNameLabel *label, BjtPoint place, const BjtBox *room);
void           bjt_name_placer_add_near (BjtNamePlacer *self, const BjtNameLabel *label, BjtPoint place);
void           bjt_name_placer_add_along (BjtNamePlacer *self, const BjtNameLabel *label, const BjtPoint *points, guint n_points);
guint          bjt_name_placer_paint (BjtNamePlacer *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtNamePlacer, bjt_name_placer_free)

G_END_DECLS
