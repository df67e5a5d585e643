/* bjt-today-list.h: what is to be done today, as a list model of BjtTodayLine.
 *
 * Doors stand as feet go, below headings of buildings and entrances; issues by
 * the day they are due. Those visited on the day stay.
 */
#pragma once

#include "bjt-today-line.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_TODAY_DUE,     /* today or before */
  BJT_TODAY_EXACTLY, /* today */
  BJT_TODAY_OVERDUE, /* before today */
  BJT_TODAY_WEEK,    /* within 7 days */
  BJT_TODAY_QUIET,   /* within 30 days, in the grids nobody was met in */
  BJT_TODAY_ISSUES,  /* over their clock, or soon */
} BjtTodayScope;

#define BJT_TYPE_TODAY_LIST (bjt_today_list_get_type ())
G_DECLARE_FINAL_TYPE (BjtTodayList, bjt_today_list, BJT, TODAY_LIST, GObject)

BjtTodayList *bjt_today_list_new (BjtWorkspace *workspace);
void          bjt_today_list_show (BjtTodayList *self, BjtPicture *picture, BjtTodayScope scope, guint32 grid, int tier);
BjtTodayLine *bjt_today_list_get_line (BjtTodayList *self, guint position); /* borrowed; NULL beyond the end */
guint         bjt_today_list_find_door (BjtTodayList *self, guint32 door);  /* position; G_MAXUINT: not listed */
void          bjt_today_list_touch (BjtTodayList *self);                    /* every line says that it changed */

G_END_DECLS
