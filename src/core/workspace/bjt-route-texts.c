/* bjt-route-texts.c: msgids of the catalogues. */
#include "bjt-route-texts.h"

#include "model/bjt-visit-plans.h"

#define N_(text) text

static const char *const missed[BJT_N_MISSED] = {
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

static const struct
{
  const char *text;
  gboolean    is_counted;
} notes[] = {
  [BJT_ROUTE_NOTE_NO_NETWORK] = { N_ ("the map has no ways to walk on: distances are straight lines, a little longer; import a map with footways"), FALSE },
  [BJT_ROUTE_NOTE_STRAIGHT] = { N_ ("distances that are straight lines, as no way of the map leads there"), TRUE },
  [BJT_ROUTE_NOTE_UNPLACED] = { N_ ("stops that are not on the map, so that the way is assumed"), TRUE },
  [BJT_ROUTE_NOTE_SHUT_GATES] = { N_ ("gates shut at that time, not used"), TRUE },
  [BJT_ROUTE_NOTE_WOMEN_UNKNOWN] = { N_ ("women who live alone, while it is not known which worker is a woman, so that anybody goes"), TRUE },
  [BJT_ROUTE_NOTE_SHIFT_SHORT] = { N_ ("shifts shorter than one visit"), TRUE },
  [BJT_ROUTE_NOTE_NO_START] = { N_ ("there is no place to set out from: each route begins at its first door"), FALSE },
};

static const char *const faults[] = {
  [BJT_ROUTE_FAULT_UNKNOWN_STOP] = N_ ("the door is not among those of the plan"),
  [BJT_ROUTE_FAULT_SEEN_TWICE] = N_ ("it would be visited twice"),
  [BJT_ROUTE_FAULT_NOT_ELIGIBLE] = N_ ("this worker may not go there alone or on that day"),
  [BJT_ROUTE_FAULT_WINDOW] = N_ ("nobody would be in at that time"),
  [BJT_ROUTE_FAULT_SHIFT_END] = N_ ("the day would be too long"),
  [BJT_ROUTE_FAULT_MAX_TIME] = N_ ("the route would take longer than it may"),
  [BJT_ROUTE_FAULT_CAPACITY] = N_ ("it would be more than one can carry"),
  [BJT_ROUTE_FAULT_LUNCH] = N_ ("there would be no time for lunch"),
  [BJT_ROUTE_FAULT_UNREACHABLE] = N_ ("no way leads there"),
  [BJT_ROUTE_FAULT_PIN] = N_ ("a pin would not be kept: unpin first"),
  [BJT_ROUTE_FAULT_TIMES] = N_ ("the times do not come out right"),
  [BJT_ROUTE_FAULT_COUNTS] = N_ ("somebody would be forgotten"),
};

const char *
bjt_route_texts_get_missed (BjtMissedReason reason)
{
  return missed[reason];
}

const char *
bjt_route_texts_get_saved_reason (const char *reason)
{
  for (guint i = 0; reason != NULL && i < BJT_N_MISSED; i++)
    if (g_str_equal (reason, bjt_missed_reason_get_name ((BjtMissedReason) i)))
      return missed[i];
  return g_strcmp0 (reason, BJT_STOP_NOT_DONE) == 0 ? N_ ("not done") : reason;
}

const char *
bjt_route_texts_get_note (BjtRouteNoteKind kind)
{
  return notes[kind].text;
}

gboolean
bjt_route_texts_counts_note (BjtRouteNoteKind kind)
{
  return notes[kind].is_counted;
}

const char *
bjt_route_texts_get_fault (BjtRouteFaultKind kind)
{
  return faults[kind];
}
