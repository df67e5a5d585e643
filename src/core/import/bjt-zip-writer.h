/* bjt-zip-writer.h: a zip archive in memory.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BjtZipWriter BjtZipWriter;

BjtZipWriter *bjt_zip_writer_new (gint64 unix_seconds); /* the time of its parts */
void          bjt_zip_writer_free (BjtZipWriter *self);
gboolean      bjt_zip_writer_add (BjtZipWriter *self, const char *name, GBytes *content, GError **error);
GBytes       *bjt_zip_writer_finish (BjtZipWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtZipWriter, bjt_zip_writer_free)

G_END_DECLS
