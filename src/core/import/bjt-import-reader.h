/* bjt-import-reader.h: reads a file from outside in a process of its own.
 */
#pragma once

#include <gio/gio.h>

#include "bjt-draft.h"
#include "bjt-import-error.h"
#include "bjt-register.h"

G_BEGIN_DECLS

typedef struct _BjtImportReader BjtImportReader;

/* How much is read of all, in bytes, rows or parts as the format allows; total 0
 * when not known. */
typedef void (*BjtImportProgressFunc) (guint64 done, guint64 total, gpointer user_data);

#define BJT_IMPORT_DEFAULT_SECONDS 300
#define BJT_IMPORT_DEFAULT_MEGABYTES 3072

BjtImportReader *bjt_import_reader_new (const char *path);
void             bjt_import_reader_free (BjtImportReader *self);
void             bjt_import_reader_set_helper (BjtImportReader *self, const char *path);
void             bjt_import_reader_set_column_map (BjtImportReader *self, const char *json);
void             bjt_import_reader_set_label_column (BjtImportReader *self, const char *column);
void             bjt_import_reader_set_drawing (BjtImportReader *self, guint page);
void             bjt_import_reader_set_calendar (BjtImportReader *self);
void             bjt_import_reader_set_orders (BjtImportReader *self);
void             bjt_import_reader_set_form (BjtImportReader *self, GBytes *plan); /* as pieces: what the form holds, or the form filled by the plan */
void             bjt_import_reader_set_limits (BjtImportReader *self, guint seconds, guint megabytes);
void             bjt_import_reader_set_progress (BjtImportReader *self, BjtImportProgressFunc func, gpointer user_data);
gboolean         bjt_import_reader_run (BjtImportReader *self,
                                        BjtDraftFunc     func,
                                        gpointer         user_data,
                                        GCancellable    *cancellable,
                                        GError         **error);
char            *bjt_import_reader_dup_helper_path (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtImportReader, bjt_import_reader_free)

G_END_DECLS
