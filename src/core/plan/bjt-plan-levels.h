/* bjt-plan-levels.h: the levels a plan is repeated on, as its record has them:
 * "0", "1-5", "-2--1;0;2-5" (ordinals, 0 is 1楼; a comma will do for ;).
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BJT_PLAN_LEVELS_LOWEST -99
#define BJT_PLAN_LEVELS_HIGHEST 999

typedef struct
{
  int first;
  int last;
} BjtLevelRange;

/* BjtLevelRange, from below, apart from each other by at least one level. */
GArray  *bjt_plan_levels_parse (const char *text, GError **error); /* NULL text: none */
char    *bjt_plan_levels_to_string (const GArray *levels);
gboolean bjt_plan_levels_contain (const GArray *levels, int ordinal);
guint    bjt_plan_levels_count (const GArray *levels);
gboolean bjt_plan_levels_find_common (const GArray *a, const GArray *b, int *ordinal); /* the lowest level in both */
GArray  *bjt_plan_levels_subtract (const GArray *a, const GArray *b);

G_END_DECLS
