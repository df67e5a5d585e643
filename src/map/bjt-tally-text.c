/* bjt-tally-text.c: a line a fact; restricted categories are never said, and
 * behind the curtain nothing but the count. */
#include "bjt-tally-text.h"

#include <glib/gi18n-lib.h>

static void
add_categories (GPtrArray        *lines,
                const BjtTally   *tally,
                const BjtPicture *picture)
{
  BjtFilter        nothing;
  BjtCategoryOrder order;

  bjt_filter_init (&nothing);
  bjt_category_order_init (&order, picture, &nothing);
  for (guint i = 0; i < order.n; i++)
    if (tally->categories[order.categories[i]] > 0)
      g_ptr_array_add (lines, g_strdup_printf ("%s %u", bjt_picture_get_category (picture, order.categories[i])->name,
                                               tally->categories[order.categories[i]]));
}

char *
bjt_tally_text_dup (const BjtTally   *tally,
                    const BjtPicture *picture,
                    gboolean          curtain)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint visits = tally->n_overdue_visits, issues = tally->n_open_issues;

  g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u door", "%u doors", tally->n_matched), tally->n_matched));
  if (!curtain)
    {
      if (visits > 0)
        g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u door with an overdue visit", "%u doors with an overdue visit", visits), visits));
      if (issues > 0)
        g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open issue", "%u open issues", issues), issues));
      add_categories (lines, tally, picture);
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
