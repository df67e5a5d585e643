/* bjt-focus.h: what the person at the screen is looking at.
 *
 * One object that map, matrix and card share: the picture, the chosen building
 * and door, the filter, whether names may be shown. Choose in one, all follow.
 */
#pragma once

#include <glib-object.h>

#include "bjt-door-set.h"
#include "bjt-filter.h"

G_BEGIN_DECLS

#define BJT_TYPE_FOCUS (bjt_focus_get_type ())
G_DECLARE_FINAL_TYPE (BjtFocus, bjt_focus, BJT, FOCUS, GObject)

/* Signals, each emitted once per change, after the state is new:
 *   "picture-changed"  another picture (choices were carried over by key)
 *   "choice-changed"   another building or door is chosen
 *   "filter-changed"
 *   "selection-changed"  other doors are selected (lasso, matrix drag, list)
 *   "privacy-changed"  names are shown or masked, or the curtain (F9) moved */

BjtFocus        *bjt_focus_new (void);
void             bjt_focus_set_picture (BjtFocus *self, BjtPicture *picture);
BjtPicture      *bjt_focus_get_picture (BjtFocus *self);   /* borrowed; NULL before the first */
void             bjt_focus_choose_building (BjtFocus *self, guint32 building); /* BJT_NO_INDEX: nothing */
void             bjt_focus_choose_door (BjtFocus *self, guint32 door);         /* chooses its building too */
guint32          bjt_focus_get_building (BjtFocus *self);
guint32          bjt_focus_get_door (BjtFocus *self);
void             bjt_focus_set_filter (BjtFocus *self, const BjtFilter *filter);
const BjtFilter *bjt_focus_get_filter (BjtFocus *self);
const BjtDoorSet *bjt_focus_get_matched (BjtFocus *self);   /* the doors that pass the filter; NULL without a picture */
void             bjt_focus_set_selection (BjtFocus *self, const BjtDoorSet *doors); /* NULL: none; the choice stays what it is */
const BjtDoorSet *bjt_focus_get_selection (BjtFocus *self); /* NULL: none */
void             bjt_focus_set_names_shown (BjtFocus *self, gboolean shown);   /* one purposeful "show" */
gboolean         bjt_focus_get_names_shown (BjtFocus *self);
void             bjt_focus_set_curtain (BjtFocus *self, gboolean drawn);       /* F9: nothing personal at all, not even glyphs */
gboolean         bjt_focus_get_curtain (BjtFocus *self);

G_END_DECLS
