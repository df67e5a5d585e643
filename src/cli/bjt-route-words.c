/* bjt-route-words.c: one line a stop, then what is missed and why. */
#include "bjt-route-words.h"

#include <math.h>

#include "workspace/bjt-route-texts.h"

const char *
bjt_route_words_get_reason (BjtMissedReason reason)
{
  return _(bjt_route_texts_get_missed (reason));
}

const char *
bjt_route_words_get_saved_reason (const char *reason)
{
  return reason != NULL ? _(bjt_route_texts_get_saved_reason (reason)) : NULL;
}

char *
bjt_route_words_dup_note (const BjtRouteNote *note)
{
  const char *text = _(bjt_route_texts_get_note (note->kind));

  return bjt_route_texts_counts_note (note->kind) ? g_strdup_printf (_("%s: %u"), text, note->count) : g_strdup (text);
}

char *
bjt_route_words_dup_worker (const BjtRouteWish *wish,
                            guint               worker)
{
  const char *name = g_array_index (wish->workers, BjtRouteWorker, worker).name;

  return name != NULL ? g_strdup (name) : g_strdup_printf (_("Worker %u"), worker + 1);
}

char *
bjt_route_words_dup_clock (int seconds)
{
  return g_strdup_printf ("%02d:%02d", seconds / 3600, seconds / 60 % 60);
}

void
bjt_route_words_tell (const BjtVisitRoutes *routes)
{
  for (guint i = 0; i < routes->facts->notes->len; i++)
    {
      g_autofree char *text = bjt_route_words_dup_note (&g_array_index (routes->facts->notes, BjtRouteNote, i));

      g_printerr ("bjt: %s\n", text);
    }
}

static char *
dup_door (const BjtVisitRoutes *routes,
          const BjtUuid        *id)
{
  guint32 door = bjt_picture_find_door (routes->facts->picture, id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (routes->facts->picture, door) : bjt_uuid_dup_string (id);
}

static void
add_line (BjtListing           *listing,
          const BjtVisitRoutes *routes,
          guint                 shift,
          const BjtRouteLine   *line)
{
  const BjtRouteShiftFacts *facts = &g_array_index (routes->facts->shifts, BjtRouteShiftFacts, shift);
  gboolean                  is_lunch = line->stop == BJT_ROUTE_NONE;

  bjt_listing_take_text (listing, bjt_route_words_dup_worker (routes->facts->wish, facts->worker));
  bjt_listing_take_text (listing, bjt_date_dup_string (facts->on));
  bjt_listing_add_number (listing, is_lunch ? (double) NAN : line->number);
  bjt_listing_take_text (listing, is_lunch ? g_strdup (_("lunch")) : dup_door (routes, &g_array_index (routes->facts->stops, BjtRouteFacts, line->stop).door_id));
  bjt_listing_take_text (listing, bjt_route_words_dup_clock (line->arrival));
  bjt_listing_take_text (listing, bjt_route_words_dup_clock (line->begin));
  bjt_listing_take_text (listing, bjt_route_words_dup_clock (line->end));
  bjt_listing_add_number (listing, is_lunch || !isfinite (line->metres) ? (double) NAN : round (line->metres));
  bjt_listing_add_text (listing, line->is_pinned ? _("pinned") : NULL);
}

static void
add_missed (BjtListing           *listing,
            const BjtVisitRoutes *routes,
            const BjtMissed      *missed)
{
  bjt_listing_add_text (listing, NULL);
  bjt_listing_add_text (listing, NULL);
  bjt_listing_add_number (listing, (double) NAN);
  bjt_listing_take_text (listing, dup_door (routes, &missed->door_id));
  for (int i = 0; i < 3; i++)
    bjt_listing_add_text (listing, NULL);
  bjt_listing_add_number (listing, (double) NAN);
  bjt_listing_add_text (listing, bjt_route_words_get_reason (missed->reason));
}

static void
tell_totals (const BjtVisitRoutes *routes,
             guint                 shift)
{
  const BjtRouteShiftFacts *facts = &g_array_index (routes->facts->shifts, BjtRouteShiftFacts, shift);
  BjtRouteTotals            totals = bjt_visit_routes_get_totals (routes, shift);
  g_autofree char          *name = bjt_route_words_dup_worker (routes->facts->wish, facts->worker);
  g_autofree char          *leave = bjt_route_words_dup_clock (totals.leave);
  g_autofree char          *back = bjt_route_words_dup_clock (totals.back);

  g_printerr (_("bjt: %s: %u homes, out %s, back %s, %d min walking, %d min stairs, %d min talk, %d min waiting\n"), name, totals.n_visits, leave, back,
              totals.walk / 60, totals.stairs / 60, totals.talk / 60, totals.wait / 60);
}

void
bjt_route_words_print (const BjtVisitRoutes *routes,
                       BjtListingFormat      format)
{
  static const char *const columns[] = { "worker", "day", "number", "place", "arrival", "begin", "end", "walk_m", "remark", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GArray) missed = bjt_visit_routes_list_missed (routes);

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    {
      g_autoptr (GArray) lines = bjt_visit_routes_list_lines (routes, s);

      for (guint i = 0; i < lines->len; i++)
        add_line (listing, routes, s, &g_array_index (lines, BjtRouteLine, i));
      tell_totals (routes, s);
    }
  for (guint i = 0; i < missed->len; i++)
    add_missed (listing, routes, &g_array_index (missed, BjtMissed, i));
  bjt_listing_print (listing, format);
}

gboolean
bjt_route_words_read_shift (const char *text,
                            BjtMinutes *shift)
{
  if (text == NULL || bjt_visit_span_parse (text, shift))
    return TRUE;
  bjt_cli_usage (_("%s wants hours like 09:00-12:00, not “%s”"), "--shift", text);
  return FALSE;
}
