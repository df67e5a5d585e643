/* bjt-visit-routes-json.c: one object a plan; the same routes, the same text. */
#include "bjt-visit-routes-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

const char *
bjt_route_note_get_name (BjtRouteNoteKind kind)
{
  static const char *const names[] = { "no-network", "straight-lines", "not-on-map", "shut-gates", "women-unknown", "shift-short", "no-start" };

  return names[kind];
}

static void
set_text (JsonBuilder *out,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (out, name);
  if (value != NULL)
    json_builder_add_string_value (out, value);
  else
    json_builder_add_null_value (out);
}

static void
set_int (JsonBuilder *out,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (out, name);
  json_builder_add_int_value (out, value);
}

static void
set_flag (JsonBuilder *out,
          const char  *name,
          gboolean     value)
{
  json_builder_set_member_name (out, name);
  json_builder_add_boolean_value (out, value);
}

static void
set_clock (JsonBuilder *out,
           const char  *name,
           int          seconds)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);

  set_text (out, name, text);
}

static void
set_day (JsonBuilder *out,
         const char  *name,
         BjtDate      day)
{
  g_autofree char *text = day != BJT_DATE_NONE ? bjt_date_dup_string (day) : NULL;

  set_text (out, name, text);
}

static void
set_door (JsonBuilder      *out,
          const BjtPicture *picture,
          const BjtUuid    *id)
{
  guint32          door = bjt_picture_find_door (picture, id);
  g_autofree char *key = bjt_uuid_dup_string (id);
  g_autofree char *name = door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : NULL;

  set_text (out, "door", key);
  set_text (out, "place", name);
}

static const char *
get_why (const BjtRouteFacts *facts)
{
  return facts->due.due_on == BJT_DATE_NONE ? "chosen" : facts->due.reason == BJT_DUE_AGREED ? "agreed" : "rule";
}

static void
add_line (JsonBuilder          *out,
          const BjtVisitRoutes *self,
          const BjtRouteLine   *line)
{
  const BjtRouteFacts *facts = line->stop != BJT_ROUTE_NONE ? &g_array_index (self->facts->stops, BjtRouteFacts, line->stop) : NULL;

  json_builder_begin_object (out);
  set_text (out, "kind", facts != NULL ? "visit" : "lunch");
  if (facts != NULL)
    {
      set_int (out, "number", line->number);
      set_door (out, self->facts->picture, &facts->door_id);
      set_int (out, "way_s", line->way);
      set_int (out, "walk_s", line->walk);
      set_int (out, "stairs_s", line->stairs);
      set_int (out, "walk_m", isfinite (line->metres) ? lround (line->metres) : 0);
      set_flag (out, "must", facts->must);
      set_text (out, "why", get_why (facts));
      set_day (out, "due_on", facts->due.due_on);
    }
  set_clock (out, "arrival", line->arrival);
  set_int (out, "wait_s", line->wait);
  set_clock (out, "begin", line->begin);
  set_clock (out, "end", line->end);
  json_builder_end_object (out);
}

static void
add_route (JsonBuilder          *out,
           const BjtVisitRoutes *self,
           guint                 shift)
{
  const BjtRouteShiftFacts *facts = &g_array_index (self->facts->shifts, BjtRouteShiftFacts, shift);
  const BjtRouteWorker     *worker = &g_array_index (self->facts->wish->workers, BjtRouteWorker, facts->worker);
  g_autoptr (GArray) lines = bjt_visit_routes_list_lines (self, shift);
  BjtRouteTotals totals = bjt_visit_routes_get_totals (self, shift);

  json_builder_begin_object (out);
  set_int (out, "worker", facts->worker + 1);
  set_text (out, "name", worker->name);
  set_day (out, "day", facts->on);
  set_clock (out, "leave", totals.leave);
  set_clock (out, "back", totals.back);
  set_int (out, "visits", totals.n_visits);
  set_int (out, "entrances", totals.n_entrances);
  set_int (out, "walk_s", totals.walk);
  set_int (out, "stairs_s", totals.stairs);
  set_int (out, "talk_s", totals.talk);
  set_int (out, "wait_s", totals.wait);
  set_int (out, "walk_m", lround (totals.metres));
  json_builder_set_member_name (out, "lines");
  json_builder_begin_array (out);
  for (guint i = 0; i < lines->len; i++)
    add_line (out, self, &g_array_index (lines, BjtRouteLine, i));
  json_builder_end_array (out);
  json_builder_end_object (out);
}

static void
add_missed (JsonBuilder          *out,
            const BjtVisitRoutes *self)
{
  g_autoptr (GArray) missed = bjt_visit_routes_list_missed (self);

  json_builder_set_member_name (out, "missed");
  json_builder_begin_array (out);
  for (guint i = 0; i < missed->len; i++)
    {
      const BjtMissed *line = &g_array_index (missed, BjtMissed, i);

      json_builder_begin_object (out);
      set_door (out, self->facts->picture, &line->door_id);
      set_flag (out, "must", line->must);
      set_text (out, "reason", bjt_missed_reason_get_name (line->reason));
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
add_notes (JsonBuilder          *out,
           const BjtVisitRoutes *self)
{
  json_builder_set_member_name (out, "notes");
  json_builder_begin_array (out);
  for (guint i = 0; i < self->facts->notes->len; i++)
    {
      const BjtRouteNote *note = &g_array_index (self->facts->notes, BjtRouteNote, i);

      json_builder_begin_object (out);
      set_text (out, "note", bjt_route_note_get_name (note->kind));
      set_int (out, "count", note->count);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

/**
 * bjt_visit_routes_to_json:
 *
 * Returns: (transfer full):
 */
char *
bjt_visit_routes_to_json (const BjtVisitRoutes *self,
                          const char           *number)
{
  g_autoptr (JsonBuilder) out = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (out);
  set_text (out, "number", number);
  set_day (out, "from", self->facts->wish->from_on);
  set_int (out, "days", self->facts->wish->n_days);
  set_int (out, "seed", (gint64) self->facts->wish->seed);
  set_int (out, "rounds", (gint64) self->facts->wish->n_rounds);
  json_builder_set_member_name (out, "proven");
  json_builder_add_boolean_value (out, self->plan->is_proven);
  json_builder_set_member_name (out, "routes");
  json_builder_begin_array (out);
  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (self); s++)
    add_route (out, self, s);
  json_builder_end_array (out);
  add_missed (out, self);
  add_notes (out, self);
  json_builder_end_object (out);
  root = json_builder_get_root (out);
  return json_to_string (root, TRUE);
}
