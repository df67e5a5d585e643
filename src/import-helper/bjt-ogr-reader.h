/* bjt-ogr-reader.h: geographic formats through GDAL, in a module of its own.
 */
#pragma once

#include "bjt-format.h"
#include "bjt-output.h"

G_BEGIN_DECLS

typedef gboolean (*BjtOgrReadFunc) (const char *path, BjtFormat format, const char *label_column, BjtOutput *output, GError **error);

__attribute__ ((visibility ("default"))) gboolean bjt_ogr_read (const char *path, BjtFormat format, const char *label_column, BjtOutput *output, GError **error);

G_END_DECLS
