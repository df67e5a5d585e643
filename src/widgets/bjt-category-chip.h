/* bjt-category-chip.h: the coloured square with one character that stands for
 * a category, here as on map, matrix and paper. The whole word is its tooltip
 * and its accessible name.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_CATEGORY_CHIP (bjt_category_chip_get_type ())
G_DECLARE_FINAL_TYPE (BjtCategoryChip, bjt_category_chip, BJT, CATEGORY_CHIP, GtkWidget)

GtkWidget *bjt_category_chip_new (const BjtPictureCategory *category);

/* One chip for each category of the set that may be drawn, in their order. */
void bjt_category_chip_append_all (GtkBox *box, const BjtPicture *picture, BjtCategorySet categories);

G_END_DECLS
