/* bjt-map-menu.h: what can be done at a place of the map.
 */
#pragma once

#include "geo/bjt-geometry.h"
#include "model/bjt-picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  guint32     building; /* BJT_NO_INDEX: nothing is there */
  guint32     door;     /* BJT_NO_INDEX: all of the building */
  const char *name;     /* of it; may be NULL */
} BjtMapTarget;

/* Uses the actions map.copy-text (s) and map.measure-from (dd) of the parent,
 * and win.report-issue (uu), win.mark-class (ui), win.annotate (ui) of its window. */
void bjt_map_menu_open (GtkWidget *parent, double x, double y, BjtPoint lon_lat, const BjtMapTarget *target);

G_END_DECLS
