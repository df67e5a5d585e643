/* bjt-store-private.h: what the files of this folder share.
 */
#pragma once

#include <sqlite3.h>

#include "bjt-store-lock.h"
#include "bjt-store.h"

G_BEGIN_DECLS

#define BJT_STORE_APPLICATION_ID 0x424a5431 /* "BJT1" */

typedef struct
{
  BjtUuid least;
  guint   n;
} BjtNewRecords;

struct _BjtStore
{
  /* Owned */
  sqlite3      *db;
  char         *path;
  GHashTable   *statements; /* SQL text → sqlite3_stmt, those not in use */
  GHashTable   *inserts;    /* BjtRecordType → BjtStatement, always at hand */
  GHashTable   *new_records; /* BjtRecordType → BjtNewRecords: what the running action made */
  BjtStoreLock *lock;

  /* State */
  BjtStoreMode  mode;
  gint64        action;     /* the running action; 0: none, nothing is journalled */
};

BjtStore   *bjt_store_open_raw (const char *path, int flags, GError **error);
BjtStore   *bjt_store_make_older (const char *path, guint version, GError **error); /* for tests of migration */
void        bjt_store_set_error (BjtStore *self, GError **error, const char *phrase);
void        bjt_store_forget_statements (BjtStore *self);

G_END_DECLS
