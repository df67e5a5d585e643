/* bjt-plan-levels.c: OSM's way of writing repeat_on. Ranges are few; everything
 * is linear in them or, where two lists meet, in their product. */
#include "bjt-plan-levels.h"

static gboolean
read_ordinal (const char **text,
              int         *ordinal)
{
  char  *end = NULL;
  gint64 value;

  if (!g_ascii_isdigit (**text) && !(**text == '-' && g_ascii_isdigit ((*text)[1])))
    return FALSE;
  value = g_ascii_strtoll (*text, &end, 10);
  if (value < BJT_PLAN_LEVELS_LOWEST || value > BJT_PLAN_LEVELS_HIGHEST)
    return FALSE;
  *ordinal = (int) value;
  *text = end;
  return TRUE;
}

static gboolean
read_range (const char    *text,
            BjtLevelRange *range)
{
  if (!read_ordinal (&text, &range->first))
    return FALSE;
  range->last = range->first;
  if (*text == '-')
    {
      text++;
      if (!read_ordinal (&text, &range->last))
        return FALSE;
    }
  return *text == '\0' && range->last >= range->first;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const BjtLevelRange *x = a, *y = b;

  return x->first - y->first;
}

static void
join_ranges (GArray *levels)
{
  guint kept = 0;

  g_array_sort (levels, compare_ranges);
  for (guint i = 1; i < levels->len; i++)
    {
      BjtLevelRange *last = &g_array_index (levels, BjtLevelRange, kept);
      BjtLevelRange  next = g_array_index (levels, BjtLevelRange, i);

      if (next.first > last->last + 1)
        g_array_index (levels, BjtLevelRange, ++kept) = next;
      else if (next.last > last->last)
        last->last = next.last;
    }
  if (levels->len > 0)
    g_array_set_size (levels, kept + 1);
}

/**
 * bjt_plan_levels_parse:
 * @text: (nullable):
 *
 * Returns: (transfer full) (nullable) (element-type BjtLevelRange):
 */
GArray *
bjt_plan_levels_parse (const char *text,
                       GError    **error)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", ";,", -1);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (BjtLevelRange));

  for (guint i = 0; words[i] != NULL; i++)
    {
      BjtLevelRange range;

      g_strstrip (words[i]);
      if (*words[i] == '\0' && words[1] == NULL)
        break;
      if (!read_range (words[i], &range))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "“%.40s” names no levels; write ordinals and ranges as in 0;2-5 (0 is the ground level, -1 the one below)", words[i]);
          return NULL;
        }
      g_array_append_val (levels, range);
    }
  join_ranges (levels);
  return g_steal_pointer (&levels);
}

char *
bjt_plan_levels_to_string (const GArray *levels)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    {
      const BjtLevelRange *range = &g_array_index (levels, BjtLevelRange, i);

      g_string_append_printf (text, i > 0 ? ";%d" : "%d", range->first);
      if (range->last > range->first)
        g_string_append_printf (text, "-%d", range->last);
    }
  return g_string_free (text, FALSE);
}

gboolean
bjt_plan_levels_contain (const GArray *levels,
                         int           ordinal)
{
  for (guint i = 0; i < levels->len; i++)
    {
      const BjtLevelRange *range = &g_array_index (levels, BjtLevelRange, i);

      if (ordinal >= range->first && ordinal <= range->last)
        return TRUE;
    }
  return FALSE;
}

guint
bjt_plan_levels_count (const GArray *levels)
{
  guint n = 0;

  for (guint i = 0; i < levels->len; i++)
    {
      const BjtLevelRange *range = &g_array_index (levels, BjtLevelRange, i);

      n += (guint) (range->last - range->first + 1);
    }
  return n;
}

gboolean
bjt_plan_levels_find_common (const GArray *a,
                             const GArray *b,
                             int          *ordinal)
{
  for (guint i = 0; i < a->len; i++)
    {
      const BjtLevelRange *range = &g_array_index (a, BjtLevelRange, i);

      for (int level = range->first; level <= range->last; level++)
        if (bjt_plan_levels_contain (b, level))
          {
            *ordinal = level;
            return TRUE;
          }
    }
  return FALSE;
}

GArray *
bjt_plan_levels_subtract (const GArray *a,
                          const GArray *b)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (BjtLevelRange));

  for (guint i = 0; i < a->len; i++)
    {
      const BjtLevelRange *range = &g_array_index (a, BjtLevelRange, i);

      for (int level = range->first; level <= range->last; level++)
        if (!bjt_plan_levels_contain (b, level))
          {
            BjtLevelRange one = { level, level };

            g_array_append_val (rest, one);
          }
    }
  join_ranges (rest);
  return rest;
}
