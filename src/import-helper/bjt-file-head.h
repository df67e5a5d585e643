/* bjt-file-head.h: how a file begins, which tells what it is.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BJT_FILE_HEAD_SIZE 65536

typedef struct
{
  char  data[BJT_FILE_HEAD_SIZE + 1]; /* a NUL follows */
  gsize length;
} BjtFileHead;

BjtFileHead *bjt_file_head_new (const char *path, GError **error); /* g_free(); never empty */
gboolean     bjt_file_head_begins_with (const BjtFileHead *self, const char *bytes, gsize length);
gsize        bjt_file_head_skip_blanks (const BjtFileHead *self);
gboolean     bjt_file_head_is_xml (const BjtFileHead *self);
char        *bjt_file_head_dup_root (const BjtFileHead *self, GError **error); /* name of the root element, without prefix */

G_END_DECLS
