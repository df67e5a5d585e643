/* bjt-public-grid.h: what the public may see of a grid.
 *
 * Totals, staff contacts, outlines. bjt_public_grid_new_from_picture() is the
 * one place where personal data is left behind: nothing else that public
 * sheets are made of has ever seen a picture.
 */
#pragma once

#include "geo/bjt-geometry.h"
#include "model/bjt-picture.h"
#include "basemap/bjt-map-painter.h"

G_BEGIN_DECLS

typedef struct
{
  char        *label;
  BjtGeometry *footprint;  /* lon/lat */
  BjtPoint     centre;     /* Mercator */
  BjtPoint     corners[4];
  gboolean     is_ours;    /* of this grid */
} BjtPublicBuilding;

typedef struct
{
  char *name;
  guint n; /* residents */
} BjtPublicCount;

typedef struct
{
  char    *name;
  BjtPoint place; /* lon/lat */
} BjtPublicPlace;

typedef struct
{
  char          *community;
  char          *compounds;   /* 山水宜家、富民 */
  int            number;
  char          *staff_name;  /* may be NULL, as the phone */
  char          *staff_phone;
  BjtGeometry   *boundary;    /* may be NULL */
  GArray        *buildings;   /* BjtPublicBuilding */
  guint          n_buildings, n_households, n_persons;
  GArray        *counts;      /* BjtPublicCount: of the few categories a poster names */
  GArray        *places;      /* BjtPublicPlace: shops, clinics, stations of the open map */
  BjtMapPainter *base;        /* streets and names of the open map */
  BjtDate        as_of;
  gboolean       is_sample;
} BjtPublicGrid;

BjtPublicGrid *bjt_public_grid_new_from_picture (const BjtPicture *picture, guint32 grid);
void           bjt_public_grid_free (BjtPublicGrid *self);
BjtMapPainter *bjt_public_grid_make_base (const BjtPicture *picture); /* of the open map alone */
char          *bjt_public_grid_dup_count (guint n); /* "<5" below five, but for none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPublicGrid, bjt_public_grid_free)

G_END_DECLS
