/* bjt-grid-tool.h: draws, reshapes, splits and merges grids on the map.
 *
 * Works on a draft and counts while the pointer moves; what is done is handed
 * out as an edit ("edited"), and comes back as a new picture. Neighbours keep
 * their shared corners. Esc drops what is half drawn.
 */
#pragma once

#include "bjt-map-tool.h"
#include "model/bjt-grid-draft.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_GRID_MODE_RESHAPE,
  BJT_GRID_MODE_DRAW,
  BJT_GRID_MODE_SPLIT,
  BJT_GRID_MODE_MERGE,
} BjtGridMode;

#define BJT_TYPE_GRID_TOOL (bjt_grid_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtGridTool, bjt_grid_tool, BJT, GRID_TOOL, BjtMapTool)

/* Signals:
 *   "edited" (BjtGridEdit *): to be written, then bjt_grid_tool_set_picture()
 *   "counted" (void): the draft's numbers are others
 *   "chosen" (void): another grid or mode is chosen
 *   "refused" (const char *): why an edit can't be done */

BjtMapTool   *bjt_grid_tool_new (void);
void          bjt_grid_tool_set_picture (BjtGridTool *self, BjtPicture *picture, const BjtGridLimits *limits);
BjtGridDraft *bjt_grid_tool_get_draft (BjtGridTool *self); /* borrowed; NULL without a picture */
const GArray *bjt_grid_tool_get_flaws (BjtGridTool *self); /* BjtFlaw, of the picture */
void          bjt_grid_tool_set_mode (BjtGridTool *self, BjtGridMode mode);
BjtGridMode   bjt_grid_tool_get_mode (BjtGridTool *self);
void          bjt_grid_tool_set_cut_out (BjtGridTool *self, gboolean cut_out); /* a drawn grid takes ground from others */
void          bjt_grid_tool_choose (BjtGridTool *self, guint32 grid);          /* NO_INDEX: none */
guint32       bjt_grid_tool_get_chosen (BjtGridTool *self);
void          bjt_grid_tool_remove_chosen (BjtGridTool *self);

G_END_DECLS
