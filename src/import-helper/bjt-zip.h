/* bjt-zip.h: the parts of a zip archive: spreadsheets, KMZ, zipped shapefiles.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BjtZipPart BjtZipPart;

GPtrArray  *bjt_zip_list (const char *path, GError **error);
const char *bjt_zip_find (const GPtrArray *names, const char *name);
gboolean    bjt_zip_has_suffix (const char *name, const char *suffix);
BjtZipPart *bjt_zip_part_open (const char *path, const char *name, GError **error);
gssize      bjt_zip_part_read (gpointer self, char *buffer, gsize size, GError **error);
void        bjt_zip_part_close (BjtZipPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtZipPart, bjt_zip_part_close)

G_END_DECLS
