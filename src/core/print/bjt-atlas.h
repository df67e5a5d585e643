/* bjt-atlas.h: several sheets as one, page after page.
 *
 * All grids for a meeting: one file, one job of the printer. The sheets have
 * one paper and one orientation; their pages are numbered through and in the list
 * of what begins where.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_ATLAS (bjt_atlas_get_type ())
G_DECLARE_FINAL_TYPE (BjtAtlas, bjt_atlas, BJT, ATLAS, BjtSheet)

BjtSheet *bjt_atlas_new (const char *title, GPtrArray *sheets, GError **error);
guint     bjt_atlas_find_page (BjtAtlas *self, guint sheet); /* the first of it, from 0 */
void      bjt_atlas_set_section (BjtAtlas *self, guint sheet, const char *name); /* from this sheet on, bookmarks are below its name; NULL: no longer */

typedef enum
{
  BJT_ATLAS_GRIDS,
  BJT_ATLAS_BUILDINGS,
  BJT_ATLAS_ENTRANCES,
} BjtAtlasOf;

typedef struct
{
  BjtAtlasOf of;
  guint32    grid;  /* of this one alone; BJT_NO_INDEX: all */
  gboolean   is_plain; /* without overview and index */
} BjtAtlasForm;

BjtSheet *bjt_atlas_new_of (BjtPicture *picture, const BjtAtlasForm *form, const BjtGridSheetOptions *options, GError **error);
BjtSheet *bjt_atlas_new_of_grids (BjtPicture *picture, const BjtGridSheetOptions *options, GError **error); /* all of them, without overview and index */

G_END_DECLS
