/* bjt-overlay-file.h: a file from outside, read to become a layer of the map.
 */
#pragma once

#include "geo/bjt-datum.h"
#include "model/bjt-overlay.h"
#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_OVERLAY_MAX_SHAPES 50000
#define BJT_OVERLAY_MAX_POINTS 2000000
#define BJT_OVERLAY_OPACITY 0.22

typedef struct
{
  const char *name;         /* NULL: as the file */
  const char *label_column; /* NULL: as is found best */
  const char *colour;       /* #RRGGBB; NULL: the next */
  double      opacity;      /* of the ground of areas, 0…1 */
  BjtDatum    datum;        /* of the file; another than CGCS2000 is converted */
} BjtOverlayOptions;

#define BJT_OVERLAY_OPTIONS_DEFAULT { NULL, NULL, NULL, BJT_OVERLAY_OPACITY, BJT_DATUM_CGCS2000 }

struct _BjtOverlayFile
{
  BjtOverlay *overlay;     /* without key; name and colour NULL: to be found */
  GPtrArray  *shapes;      /* BjtOverlayShape, without keys */
  guint       n_left_out;  /* that no map can show: at the poles */
};

/* From any thread. */
BjtOverlayFile *bjt_overlay_file_read (const char *path, const BjtOverlayOptions *options, GCancellable *cancellable, GError **error);
void            bjt_overlay_file_free (BjtOverlayFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtOverlayFile, bjt_overlay_file_free)

G_END_DECLS
