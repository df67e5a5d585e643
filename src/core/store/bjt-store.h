/* bjt-store.h: one community file: SQLite with SpatiaLite.
 *
 * The only owner of SQLite. Everything is read and written by record types
 * (model/bjt-record.h); every write belongs to an action of the journal.
 * A store belongs to one thread; several stores may have the same file open.
 */
#pragma once

#include <gio/gio.h>

#include "model/bjt-record.h"

G_BEGIN_DECLS

#define BJT_STORE_ERROR (bjt_store_error_quark ())
GQuark bjt_store_error_quark (void);

typedef enum
{
  BJT_STORE_ERROR_FAILED,
  BJT_STORE_ERROR_FOREIGN,   /* not a community file */
  BJT_STORE_ERROR_NEWER,     /* made by a newer version */
  BJT_STORE_ERROR_DAMAGED,
  BJT_STORE_ERROR_LOCKED,    /* somebody else writes */
  BJT_STORE_ERROR_EXISTS,
  BJT_STORE_ERROR_NOT_FOUND, /* no such record */
} BjtStoreError;

typedef enum
{
  BJT_STORE_READ_WRITE,
  BJT_STORE_READ_ONLY, /* does not migrate, does not lock, changes nothing */
} BjtStoreMode;

typedef struct _BjtStore BjtStore;

void            bjt_store_warm_up (void); /* loads what opening will need; from any thread, as early as one likes */
gboolean        bjt_store_create (const char *path, GError **error);
gboolean        bjt_store_check_name_is_free (const char *path, GError **error);
void            bjt_store_remove_unfinished (const char *path); /* with its logs */
BjtStore       *bjt_store_open (const char *path, BjtStoreMode mode, GError **error);
void            bjt_store_close (BjtStore *self);
gint64          bjt_store_get_data_version (BjtStore *self); /* changes when another connection commits */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtStore, bjt_store_close)

/* Records; each needs a running action (bjt-journal.h) to write. */
gboolean bjt_store_insert (BjtStore *self, const BjtRecordType *type, gconstpointer record, GError **error);
gboolean bjt_store_update (BjtStore *self, const BjtRecordType *type, gconstpointer record, GError **error);
gboolean bjt_store_remove (BjtStore *self, const BjtRecordType *type, const BjtUuid *id, GError **error);
gpointer bjt_store_get (BjtStore *self, const BjtRecordType *type, const BjtUuid *id, GError **error);

/* Off: writing does not look whether what a record names is there; for work
 * that is known to leave references whole. Between actions only. */
gboolean bjt_store_check_references (BjtStore *self, gboolean on, GError **error);

/* The records whose @column is @key (all when @column is NULL), in the order of
 * the SQL text @order; @limit 0: all. */
GPtrArray *bjt_store_list (BjtStore *self, const BjtRecordType *type, const char *column, const BjtUuid *key,
                           const char *order, guint limit, GError **error);
/* Those of the days @from…@to (BJT_DATE_NONE: open) by a column that holds a day or a time. */
GPtrArray *bjt_store_list_days (BjtStore *self, const BjtRecordType *type, const char *column, BjtDate from, BjtDate to,
                                const char *order, GError **error);
GPtrArray *bjt_store_list_by_text (BjtStore *self, const BjtRecordType *type, const char *column, const char *text, GError **error);
/* Of the numbers "PREFIX0001" in the column `number` the highest; 0: there is none. */
gboolean   bjt_store_find_highest (BjtStore *self, const BjtRecordType *type, const char *prefix, guint *highest, GError **error);
gint64     bjt_store_count (BjtStore *self, const BjtRecordType *type, GError **error); /* -1 on error */

/* Every kind of record the store keeps, owners before what they own. */
const BjtRecordType *const *bjt_store_get_record_types (guint *n_types);

G_END_DECLS
