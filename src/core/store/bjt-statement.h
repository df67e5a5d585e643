/* bjt-statement.h: one SQL statement that cleans up after itself.
 *
 * Named parameters only (:door_id); the phrase tells a person what failed.
 * Private to the store.
 */
#pragma once

#include <sqlite3.h>

#include "bjt-store.h"

G_BEGIN_DECLS

typedef struct _BjtStatement BjtStatement;

/* Prepared once a store and used again. */
BjtStatement *bjt_statement_new (BjtStore *store, const char *sql, const char *phrase, GError **error);
void          bjt_statement_free (BjtStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtStatement, bjt_statement_free)

void bjt_statement_bind_uuid (BjtStatement *self, const char *name, const BjtUuid *value);
void bjt_statement_bind_text (BjtStatement *self, const char *name, const char *value);
void bjt_statement_bind_bytes (BjtStatement *self, const char *name, GBytes *value);
void bjt_statement_bind_int (BjtStatement *self, const char *name, gint64 value);
void bjt_statement_bind_int_at (BjtStatement *self, int index, gint64 value);

/* Runs to the next row. Returns whether there is one; FALSE also on error. */
gboolean bjt_statement_step (BjtStatement *self, GError **error);
void     bjt_statement_reset (BjtStatement *self); /* ready to bind again */
gboolean bjt_statement_run (BjtStatement *self, GError **error); /* no rows wanted; ready to bind again */

void        bjt_statement_get_uuid (BjtStatement *self, int column, BjtUuid *value);
const char *bjt_statement_get_text (BjtStatement *self, int column); /* until the next step; NULL for NULL */
gint64      bjt_statement_get_int (BjtStatement *self, int column);
double      bjt_statement_get_double (BjtStatement *self, int column); /* NAN for NULL */
BjtDate     bjt_statement_get_date (BjtStatement *self, int column);
gboolean    bjt_statement_is_null (BjtStatement *self, int column);
BjtGeometry *bjt_statement_dup_shape (BjtStatement *self, int column); /* from WKB; NULL for NULL or damage */

GBytes     *bjt_statement_dup_bytes (BjtStatement *self, int column);

/* A member of a record to parameter or from column. */
void bjt_statement_bind_field (BjtStatement *self, int index, const BjtField *field, gconstpointer record);
void bjt_statement_read_field (BjtStatement *self, int column, const BjtField *field, gpointer record);

/* Several statements of a fixed script. */
gboolean bjt_statement_run_script (BjtStore *store, const char *sql, const char *phrase, GError **error);

G_END_DECLS
