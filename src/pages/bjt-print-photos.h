/* bjt-print-photos.h: the photographs of grid workers that hang on the posters: looked at,
 * chosen, taken away. Each is an action that can be undone.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-sheet-catalogue.h"

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_PHOTOS (bjt_print_photos_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintPhotos, bjt_print_photos, BJT, PRINT_PHOTOS, AdwPreferencesGroup)

/* Signal "changed": there may be another photo. */

void bjt_print_photos_set_page (BjtPrintPhotos *self, BjtPage *page);
void bjt_print_photos_set_type (BjtPrintPhotos *self, const BjtSheetType *type); /* seen with posters alone */
void bjt_print_photos_update (BjtPrintPhotos *self);                              /* the community changed */

/* The workers that answer for a grid, in the order of the grids */
guint bjt_print_photos_get_n_workers (BjtPrintPhotos *self);
void  bjt_print_photos_open (BjtPrintPhotos *self, guint worker, const char *path); /* instead of the one there was */

G_END_DECLS
