/* bjt-search-row.h: one answer of the search field.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-command.h"
#include "model/bjt-search.h"

G_BEGIN_DECLS

#define BJT_TYPE_SEARCH_ROW (bjt_search_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtSearchRow, bjt_search_row, BJT, SEARCH_ROW, GtkListBoxRow)

typedef enum
{
  BJT_NAMES_HIDDEN, /* the curtain: no name at all, no class */
  BJT_NAMES_MASKED,
  BJT_NAMES_SHOWN,
} BjtNamesShown;

GtkWidget          *bjt_search_row_new (void);
void                bjt_search_row_show_hit (BjtSearchRow *self, const BjtPicture *picture, const BjtSearchHit *hit, BjtNamesShown names);
void                bjt_search_row_show_command (BjtSearchRow *self, const BjtCommand *command);
const BjtSearchHit *bjt_search_row_get_hit (BjtSearchRow *self);     /* NULL: a command */
const BjtCommand   *bjt_search_row_get_command (BjtSearchRow *self); /* NULL: a hit */

G_END_DECLS
