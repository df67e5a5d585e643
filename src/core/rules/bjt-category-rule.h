/* bjt-category-rule.h: Rule B.5: categories that follow from age and household.
 */
#pragma once

#include "bjt-rules.h"

G_BEGIN_DECLS

/* Indices of the derived categories in a picture; BJT_NO_INDEX where the
 * catalogue leaves one out. */
typedef struct
{
  guint32 elder_alone;
  guint32 empty_nest;
  guint32 aged_80;
} BjtDerivedCategories;

void bjt_derived_categories_find (BjtDerivedCategories *self, const BjtPicture *picture);

/* Sets the derived categories of the residents of one household. */
void bjt_category_rule_apply (const BjtDerivedCategories *self, BjtPicture *picture, const BjtPictureHousehold *household);

G_END_DECLS
