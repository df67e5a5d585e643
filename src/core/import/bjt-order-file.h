/* bjt-order-file.h: the orders of a file from outside, read and not yet believed.
 */
#pragma once

#include <gio/gio.h>

#include "bjt-import-report.h"

G_BEGIN_DECLS

/* Owned; NULL, 0, BJT_DATE_NONE: the file does not say. */
typedef struct
{
  char    *sheet;
  guint32  row;
  char    *number;
  char    *kind_text;  /* 城市管理 环境卫生 */
  char    *title;
  char    *content;
  char    *address;
  char    *caller;
  char    *phone;
  char    *department;
  char    *limit;      /* 24h, 5w (rules/bjt-time-limit.h) */
  BjtDate  due_on;
  BjtDate  received_on;
  gint64   received_at; /* 0: the day alone is known */
  gint64   replied_at;
  gint64   closed_at;
  gboolean is_closed;
  gboolean is_solved;
  gboolean is_satisfied;
} BjtOrderRow;

typedef struct
{
  char            *name;   /* the file's base name */
  GPtrArray       *rows;   /* BjtOrderRow, as they stand */
  BjtImportReport *report; /* what was refused or not believed so far */
} BjtOrderFile;

BjtOrderFile *bjt_order_file_read (const char *path, GCancellable *cancellable, GError **error);
void          bjt_order_file_read_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BjtOrderFile *bjt_order_file_read_finish (GAsyncResult *result, GError **error);
void          bjt_order_file_free (BjtOrderFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtOrderFile, bjt_order_file_free)

G_END_DECLS
