/* bjt-planner-words.c: sentences come from the core; particulars stand before them. */
#include "bjt-planner-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-notice.h"
#include "workspace/bjt-route-texts.h"
#include "workspace/bjt-workspace.h"

char *
bjt_planner_words_dup_worker (const BjtRouteWish *wish,
                              guint               worker)
{
  const char *name = g_array_index (wish->workers, BjtRouteWorker, worker).name;

  return name != NULL && *name != '\0' ? g_strdup (name) : g_strdup_printf (_("Worker %u"), worker + 1);
}

char *
bjt_planner_words_dup_clock (int seconds)
{
  return g_strdup_printf ("%02d:%02d", seconds / 3600, seconds / 60 % 60);
}

char *
bjt_planner_words_dup_notes (const BjtVisitRoutes *routes)
{
  const GArray *notes = routes->facts->notes;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < notes->len; i++)
    {
      const BjtRouteNote *note = &g_array_index (notes, BjtRouteNote, i);
      const char         *text = _(bjt_route_texts_get_note (note->kind));

      g_ptr_array_add (lines, bjt_route_texts_counts_note (note->kind) ? g_strdup_printf (_("%s: %u"), text, note->count) : g_strdup (text));
    }
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
}

/* "Place: why" of a promise that would be broken; else as anywhere. */
char *
bjt_planner_words_dup_error (const GError *error)
{
  const char *colon = strrchr (error->message, ':'), *whole = _(error->message);

  if (error->domain != BJT_WORKSPACE_ERROR)
    return bjt_notice_dup_error_text (error);
  if (whole == error->message && colon != NULL && colon[1] == ' ')
    {
      g_autofree char *place = g_strndup (error->message, (gsize) (colon - error->message));

      /* Translators: a door, then why it cannot be so */
      return g_strdup_printf (_("%s: %s"), place, _(colon + 2));
    }
  return g_strdup (whole);
}

guint
bjt_planner_words_count_visits (const BjtVisitRoutes *routes)
{
  guint n = 0;

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    n += bjt_visit_routes_get_totals (routes, s).n_visits;
  return n;
}

char *
bjt_planner_words_dup_cost (const BjtVisitRoutes *before,
                            const BjtVisitRoutes *after)
{
  int   seconds = bjt_visit_routes_compare_way (before, after), minutes = (seconds + (seconds < 0 ? -30 : 30)) / 60;
  guint n_before = bjt_planner_words_count_visits (before), n_after = bjt_planner_words_count_visits (after);
  g_autofree char *way = minutes != 0 ? g_strdup_printf (_("Between visits %+d min"), minutes) : g_strdup (_("Between visits as before"));
  g_autofree char *homes = NULL;

  if (n_after == n_before)
    return g_steal_pointer (&way);
  homes = n_after > n_before ? g_strdup_printf (g_dngettext (NULL, "%u home more", "%u homes more", n_after - n_before), n_after - n_before)
                             : g_strdup_printf (g_dngettext (NULL, "%u home fewer", "%u homes fewer", n_before - n_after), n_before - n_after);
  return g_strjoin (" · ", way, homes, NULL);
}

char *
bjt_planner_words_dup_totals (const BjtRouteTotals *totals)
{
  g_autofree char *homes = g_strdup_printf (g_dngettext (NULL, "%u home", "%u homes", totals->n_visits), totals->n_visits);
  g_autofree char *talk = g_strdup_printf (_("%d min talk"), (totals->talk + 30) / 60);
  g_autofree char *walk = g_strdup_printf (_("%d min walking"), (totals->walk + 30) / 60);
  g_autofree char *stairs = g_strdup_printf (_("%d min stairs"), (totals->stairs + 30) / 60);
  g_autofree char *wait = totals->wait >= 60 ? g_strdup_printf (_("%d min waiting"), (totals->wait + 30) / 60) : NULL;

  return g_strjoin (" · ", homes, talk, walk, stairs, wait, NULL);
}
