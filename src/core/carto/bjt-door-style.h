/* bjt-door-style.h: by what doors are coloured, one by one and in shares.
 *
 * A style gives every door one code; buildings, cells, rings and the legend
 * show the same codes in the same order and colours.
 */
#pragma once

#include "paint/bjt-palette.h"
#include "model/bjt-filter.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_DOOR_STYLE_CLASS,     /* code: BjtHouseholdClass */
  BJT_DOOR_STYLE_CATEGORY,  /* code: index of the category; BJT_MAX_CATEGORIES: none */
  BJT_DOOR_STYLE_ATTENTION, /* code: BjtAttention */
  BJT_DOOR_STYLE_CONTACT,   /* code: BjtContactStep */
  BJT_DOOR_STYLE_ISSUES,    /* code: BjtIssueLoad */
  BJT_N_DOOR_STYLES,
} BjtDoorStyle;

/* Days since somebody was last met or reached. */
typedef enum
{
  BJT_CONTACT_NOBODY,  /* empty: nobody to see */
  BJT_CONTACT_MONTH,   /* up to 30 */
  BJT_CONTACT_QUARTER, /* up to 90 */
  BJT_CONTACT_HALF,    /* up to 180 */
  BJT_CONTACT_YEAR,    /* up to 365 */
  BJT_CONTACT_LONGER,
  BJT_CONTACT_NEVER,
} BjtContactStep;

typedef enum
{
  BJT_ISSUES_NONE,
  BJT_ISSUES_ONE,
  BJT_ISSUES_MORE,
  BJT_ISSUES_OVERDUE, /* any of them over the clock */
} BjtIssueLoad;

#define BJT_MAX_STYLE_CODES (BJT_MAX_CATEGORIES + 1)

/* By which of its categories a door with several is shown: those the filter
 * asks for, then by tier. Restricted ones are not among them. */
typedef struct
{
  guint8         categories[BJT_MAX_CATEGORIES];
  guint          n;
  BjtCategorySet drawn;
} BjtCategoryOrder;

void bjt_category_order_init (BjtCategoryOrder *self, const BjtPicture *picture, const BjtFilter *filter);

guint bjt_door_style_get_code (BjtDoorStyle style, const BjtCategoryOrder *order, const BjtPicture *picture, guint32 door);
guint bjt_door_style_list_codes (BjtDoorStyle style, const BjtCategoryOrder *order, guint codes[BJT_MAX_STYLE_CODES]); /* the ordinary first */
void  bjt_door_style_get_fill (BjtDoorStyle style, guint code, const BjtPalette *palette, const BjtPicture *picture, BjtClassStyle *fill); /* of areas */
guint32 bjt_door_style_get_mark (BjtDoorStyle style, guint code, const BjtPalette *palette, const BjtPicture *picture); /* of thin rings and bars */

G_END_DECLS
