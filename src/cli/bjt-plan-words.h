/* bjt-plan-words.h: plans and places as they are named on the command line.
 */
#pragma once

#include "bjt-cli.h"
#include "plan/bjt-placement.h"

G_BEGIN_DECLS

guint32  bjt_plan_words_find_building (const BjtPicture *picture, const char *text);  /* NO_INDEX after printing why */
guint32  bjt_plan_words_find_plan (const BjtPicture *picture, const char *text);      /* BUILDING:LEVEL, BUILDING or an id */
gboolean bjt_plan_words_parse_pair (const char *text, BjtPoint *pair);                /* "1.5,2" */
gboolean bjt_plan_words_parse_two (const char *text, BjtPoint pair[2]);               /* "1.5,2:3,4", "1.5,2 3,4" */
gboolean bjt_plan_words_parse_point (const char *text, BjtControlPoint *point);       /* "x,y=lon,lat", "x,y=lon,lat@weight" */
void     bjt_plan_words_print_fit (const BjtPlacement *placement, BjtListingFormat format);

G_END_DECLS
