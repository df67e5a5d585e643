/* bjt-route-words.c: one line a stop, then what is missed and why. */
#include "bjt-route-words.h"

#include <math.h>

#include "workspace/bjt-visit-routes-json.h"

static const char *const reasons[BJT_N_MISSED] = {
  [BJT_MISSED_WINDOW] = N_ ("nobody is in while somebody could come"),
  [BJT_MISSED_SHIFT_FULL] = N_ ("no time is left"),
  [BJT_MISSED_NOT_ELIGIBLE] = N_ ("nobody of these may go"),
  [BJT_MISSED_NEEDS_TWO] = N_ ("wants two people together"),
  [BJT_MISSED_NEEDS_WOMAN] = N_ ("wants a woman"),
  [BJT_MISSED_UNREACHABLE] = N_ ("no way leads there while gates are shut"),
  [BJT_MISSED_NOT_WORTH] = N_ ("worth less than the way"),
  [BJT_MISSED_GONE] = N_ ("the door is no longer there"),
  [BJT_MISSED_CORDONED] = N_ ("the entrance is cordoned off"),
};

const char *
bjt_route_words_get_reason (BjtMissedReason reason)
{
  return _(reasons[reason]);
}

const char *
bjt_route_words_get_saved_reason (const char *reason)
{
  for (guint i = 0; reason != NULL && i < BJT_N_MISSED; i++)
    if (g_str_equal (reason, bjt_missed_reason_get_name ((BjtMissedReason) i)))
      return _(reasons[i]);
  return g_strcmp0 (reason, BJT_STOP_NOT_DONE) == 0 ? _("not done") : reason;
}

char *
bjt_route_words_dup_note (const BjtRouteNote *note)
{
  switch (note->kind)
    {
    case BJT_ROUTE_NOTE_NO_NETWORK:
      return g_strdup (_("the map has no ways to walk on: distances are straight lines, a little longer; import a map with footways"));
    case BJT_ROUTE_NOTE_STRAIGHT:
      return g_strdup_printf (_("distances that are straight lines, as no way of the map leads there: %u"), note->count);
    case BJT_ROUTE_NOTE_UNPLACED:
      return g_strdup_printf (_("stops that are not on the map, so that the way is assumed: %u"), note->count);
    case BJT_ROUTE_NOTE_SHUT_GATES:
      return g_strdup_printf (_("gates shut at that time, not used: %u"), note->count);
    case BJT_ROUTE_NOTE_WOMEN_UNKNOWN:
      return g_strdup_printf (_("women who live alone, while it is not known which worker is a woman, so that anybody goes: %u"), note->count);
    case BJT_ROUTE_NOTE_SHIFT_SHORT:
      return g_strdup_printf (_("shifts shorter than one visit: %u"), note->count);
    case BJT_ROUTE_NOTE_NO_START:
    default:
      return g_strdup (_("there is no place to set out from: each route begins at its first door"));
    }
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
