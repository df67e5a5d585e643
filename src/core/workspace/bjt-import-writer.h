/* bjt-import-writer.h: writes the records of an import while the next ones are
 * made.
 *
 * The helper process reads, the thread of the import finds and makes, a thread
 * of the writer writes. While there is something to write the store belongs to
 * that thread: whoever wants the store itself asks for it here.
 */
#pragma once

#include "store/bjt-store.h"

G_BEGIN_DECLS

typedef struct _BjtImportWriter BjtImportWriter;

BjtImportWriter *bjt_import_writer_new (BjtStore *store);
void             bjt_import_writer_free (BjtImportWriter *self); /* waits for its thread */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtImportWriter, bjt_import_writer_free)

/* Inserts later, in this order. FALSE when an earlier one failed. */
gboolean bjt_import_writer_insert (BjtImportWriter *self, const BjtRecordType *type, gconstpointer record, GError **error);
gboolean bjt_import_writer_take (BjtImportWriter *self, const BjtRecordType *type, gpointer record, GError **error); /* owns @record now */

/* The store with all of it written, to be used until the next insert; NULL with
 * an error when something could not be written. */
BjtStore *bjt_import_writer_get_store (BjtImportWriter *self, GError **error);

G_END_DECLS
