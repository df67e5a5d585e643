/* bjt-import-places.h: compounds, buildings, entrances and doors by the names
 * that files give them, found or made.
 */
#pragma once

#include "bjt-import-writer.h"
#include "import/bjt-import-report.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct _BjtImportPlaces BjtImportPlaces;

/* What a row says of its place; bare labels, NULL where it says nothing. */
typedef struct
{
  const char *compound;
  const char *building;
  const char *entrance;
  const char *level;
  const char *door;
  const char *grid;
  int         n_levels;     /* of the building; 0: not said */
  gboolean    has_elevator;
  double      area_m2; /* NAN: not said */
  int         kind;    /* BjtDoorKind */
} BjtImportPlace;

BjtImportPlaces *bjt_import_places_new (BjtImportWriter *writer, const BjtPicture *picture, BjtImportReport *report, gint64 now);
void             bjt_import_places_free (BjtImportPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtImportPlaces, bjt_import_places_free)

/* The door's key; a new door is written by bjt_import_places_finish(). */
gboolean bjt_import_places_find_door (BjtImportPlaces *self, const BjtImportPlace *place, BjtUuid *door_id, GError **error);
gboolean bjt_import_places_find_entrance (BjtImportPlaces *self, const BjtImportPlace *place, GError **error); /* no door: a list of buildings */

/* A building of a map; takes the place of one of the same label without a footprint. */
gboolean bjt_import_places_add_building (BjtImportPlaces *self, const BjtFeatureDraft *draft, GError **error);
gboolean bjt_import_places_add_compound (BjtImportPlaces *self, const BjtFeatureDraft *draft, GError **error);

gboolean bjt_import_places_finish (BjtImportPlaces *self, GError **error);

G_END_DECLS
