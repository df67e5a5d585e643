/* bjt-import-people.h: households and persons of register rows, found or made.
 */
#pragma once

#include "bjt-import-writer.h"
#include "import/bjt-import-report.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct _BjtImportPeople BjtImportPeople;

BjtImportPeople *bjt_import_people_new (BjtImportWriter *writer, const BjtPicture *picture, BjtImportReport *report, gint64 now);
void             bjt_import_people_free (BjtImportPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtImportPeople, bjt_import_people_free)

/* The person of a row, at a door that is known already. */
gboolean bjt_import_people_add (BjtImportPeople *self, const BjtRegisterRowDraft *row, const BjtUuid *door_id, GError **error);
void     bjt_import_people_finish (BjtImportPeople *self);

G_END_DECLS
