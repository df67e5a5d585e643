/* bjt-planner-shown.c: rows of the timeline are the shifts of the plan, one to one. */
#include "bjt-planner-shown.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-planner-words.h"
#include "base/bjt-text.h"
#include "widgets/bjt-door-text.h"

static const BjtRouteFacts *
get_facts (const BjtVisitRoutes *routes,
           guint                 stop)
{
  return &g_array_index (routes->facts->stops, BjtRouteFacts, stop);
}

static const BjtRouteShiftFacts *
get_shift (const BjtVisitRoutes *routes,
           guint                 shift)
{
  return &g_array_index (routes->facts->shifts, BjtRouteShiftFacts, shift);
}

/* The map */

static BjtPoint
get_place (const BjtVisitRoutes *routes,
           guint                 entrance)
{
  return bjt_route_ground_unproject (routes->facts->ground, bjt_walk_matrix_get_entrance (routes->facts->matrix, entrance)->place);
}

/* One sign an entrance that is entered. */
static void
add_visits (const BjtVisitRoutes *routes,
            guint                 shift,
            BjtShownRoutes       *shown,
            BjtShownRoute        *route)
{
  g_autoptr (GArray) lines = bjt_visit_routes_list_lines (routes, shift);
  guint last = BJT_ROUTE_NOWHERE;

  for (guint i = 0; i < lines->len; i++)
    {
      const BjtRouteLine *line = &g_array_index (lines, BjtRouteLine, i);
      guint               entrance = line->stop != BJT_ROUTE_NONE ? get_facts (routes, line->stop)->entrance : last;
      BjtRouteSign        sign = { .first = line->number, .last = line->number };

      if (line->stop == BJT_ROUTE_NONE)
        continue;
      bjt_shown_routes_add_door (shown, route, &get_facts (routes, line->stop)->door_id, line->number);
      if (entrance == last && route->signs->len > 0)
        {
          g_array_index (route->signs, BjtRouteSign, route->signs->len - 1).last = line->number;
          continue;
        }
      sign.place = get_place (routes, entrance);
      g_array_append_val (route->signs, sign);
      last = entrance;
    }
}

static void
add_straight_track (BjtShownRoute *route)
{
  for (guint i = 0; i < route->signs->len; i++)
    {
      BjtPoint place = g_array_index (route->signs, BjtRouteSign, i).place;

      if (isfinite (place.x) && isfinite (place.y))
        g_array_append_val (route->track, place);
    }
}

BjtShownRoutes *
bjt_planner_shown_new (const BjtVisitRoutes *routes,
                       gboolean              is_quick,
                       BjtDate               on)
{
  BjtShownRoutes *shown = bjt_shown_routes_new ();

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    {
      g_autofree char *name = bjt_planner_words_dup_worker (routes->facts->wish, get_shift (routes, s)->worker);
      BjtShownRoute   *route;

      if (on != BJT_DATE_NONE && get_shift (routes, s)->on != on)
        continue;
      route = bjt_shown_routes_add (shown, get_shift (routes, s)->worker, name);
      add_visits (routes, s, shown, route);
      if (is_quick)
        {
          add_straight_track (route);
          continue;
        }
      g_array_unref (route->track);
      route->track = bjt_visit_routes_dup_track (routes, s);
    }
  return shown;
}

/* The timeline */

static BjtTimelinePin
get_pin (const BjtRouteLine *line)
{
  static const BjtTimelinePin pins[] = {
    [BJT_ROUTE_PIN_SHIFT] = BJT_TIMELINE_HELD, [BJT_ROUTE_PIN_FIRST] = BJT_TIMELINE_FIRST,
    [BJT_ROUTE_PIN_LOCKED] = BJT_TIMELINE_LOCKED, [BJT_ROUTE_PIN_LAST] = BJT_TIMELINE_LAST,
  };

  return line->is_pinned ? pins[line->pin] : BJT_TIMELINE_FREE;
}

static const char *
get_pin_text (BjtTimelinePin pin)
{
  switch (pin)
    {
    case BJT_TIMELINE_HELD:
      return _("stays with this worker");
    case BJT_TIMELINE_FIRST:
      return _("held first");
    case BJT_TIMELINE_LAST:
      return _("held last");
    case BJT_TIMELINE_LOCKED:
      return _("held in its order");
    case BJT_TIMELINE_FREE:
    default:
      return NULL;
    }
}

/* 10:10–10:20 · 2 min there, 1 of it on stairs */
static char *
dup_times (const BjtRouteLine *line)
{
  g_autofree char *from = bjt_planner_words_dup_clock (line->begin), *to = bjt_planner_words_dup_clock (line->end);
  g_autofree char *way = g_strdup_printf (_("%d min to get there, %d of it on stairs"), (line->way + 30) / 60, (MAX (line->way - line->walk, 0) + 30) / 60);
  g_autofree char *wait = line->wait >= 60 ? g_strdup_printf (_("%d min waiting"), (line->wait + 30) / 60) : NULL;
  g_autofree char *more = g_strjoin (" · ", way, wait, NULL);

  return g_strdup_printf ("%s–%s · %s", from, to, more);
}

/* 1-1-402 → 1-1 and 402; what has no entrance stands as it is. */
static void
name_stop (BjtTimelineStop *stop,
           const char      *place,
           gboolean         names_compound)
{
  const char *name = strrchr (place, ' ');
  const char *dash = strrchr (place, '-');

  name = name != NULL ? name + 1 : place;
  stop->label = g_strdup (dash != NULL && dash > name ? dash + 1 : name);
  if (dash == NULL || dash <= name)
    stop->group = g_strdup (place);
  else
    stop->group = names_compound ? g_strndup (place, (gsize) (dash - place)) : g_strndup (name, (gsize) (dash - name));
}

/* Of what the rows are made */
typedef struct
{
  const BjtVisitRoutes *routes;
  GHashTable           *done;
  BjtFocus             *focus;
  gboolean              names_compounds; /* several: 4-3 is not enough */
} Maker;

/* The head of the household; NULL: behind the curtain, or nobody. */
static char *
dup_name (const Maker *self,
          guint32      door)
{
  BjtPicture *picture = self->routes->facts->picture;
  guint32     head = bjt_focus_get_curtain (self->focus) ? BJT_NO_INDEX : bjt_picture_get_head (picture, door);
  const char *full = head != BJT_NO_INDEX ? bjt_picture_get_person (picture, head)->name : NULL;

  if (full == NULL)
    return NULL;
  return bjt_focus_get_names_shown (self->focus) ? g_strdup (full) : bjt_text_mask_name (full);
}

static void
fill_stop (const Maker        *self,
           const BjtRouteLine *line,
           const char         *worker,
           BjtTimelineStop    *stop)
{
  const BjtRouteFacts *facts = get_facts (self->routes, line->stop);
  BjtPicture          *picture = self->routes->facts->picture;
  g_autofree char     *place = bjt_picture_dup_door_name (picture, facts->door);
  g_autofree char     *who = bjt_focus_get_curtain (self->focus) ? g_strdup (place) : bjt_door_text_dup_summary (picture, facts->door, "\n");
  g_autofree char     *times = dup_times (line);

  stop->door_id = facts->door_id;
  stop->number = line->number;
  stop->from = line->begin;
  stop->to = line->end;
  stop->pin = get_pin (line);
  stop->is_must = facts->must;
  stop->is_done = self->done != NULL && g_hash_table_contains (self->done, &facts->door_id);
  name_stop (stop, place, self->names_compounds);
  stop->name = dup_name (self, facts->door);
  stop->summary = g_strjoin ("\n", who, times, facts->must ? _("must be visited") : stop->is_done ? _("done") : get_pin_text (stop->pin),
                             facts->must ? get_pin_text (stop->pin) : NULL, NULL);
  /* Translators: number on the route, door, worker, times */
  stop->spoken = g_strdup_printf (_("%u: %s, %s, %s"), line->number, place, worker, times);
}

/* The setting up at the entrance counts with the stairs. */
static void
add_line (const Maker        *self,
          const BjtRouteLine *line,
          BjtTimelineRow     *row)
{
  int start = line->arrival - line->way, stairs = line->arrival - MAX (line->way - line->walk, 0);

  bjt_timeline_row_add_span (row, BJT_TIMELINE_WALK, start, stairs);
  bjt_timeline_row_add_span (row, BJT_TIMELINE_STAIRS, stairs, line->arrival);
  if (line->stop == BJT_ROUTE_NONE)
    {
      bjt_timeline_row_add_span (row, BJT_TIMELINE_WAIT, line->arrival, line->begin);
      bjt_timeline_row_add_span (row, BJT_TIMELINE_LUNCH, line->begin, line->end);
      return;
    }
  bjt_timeline_row_add_span (row, BJT_TIMELINE_WAIT, line->begin - line->wait, line->begin);
  fill_stop (self, line, row->name, bjt_timeline_row_add_stop (row));
}

static void
name_row (const BjtVisitRoutes *routes,
          guint                 shift,
          const BjtRouteTotals *totals,
          BjtTimelineRow       *row)
{
  const BjtRouteShiftFacts *facts = get_shift (routes, shift);
  g_autofree char *worker = bjt_planner_words_dup_worker (routes->facts->wish, facts->worker);
  g_autofree char *leave = bjt_planner_words_dup_clock (totals->leave), *back = bjt_planner_words_dup_clock (totals->back);
  int year, month, day;

  row->detail = bjt_planner_words_dup_totals (totals);
  bjt_date_get_ymd (facts->on, &year, &month, &day);
  row->name = routes->facts->wish->n_days > 1 ? g_strdup_printf ("%s %02d-%02d", worker, month, day) : g_strdup (worker);
  if (totals->n_visits == 0)
    row->text = g_strdup (_("stays free"));
  else
    /* Translators: homes of a worker, minutes of way; on the next line when the worker sets out and is back */
    row->text = g_strdup_printf (_("%u homes · way %d min\nout %s, back %s"), totals->n_visits, (totals->walk + totals->stairs + 30) / 60, leave, back);
}

static gboolean
has_compounds (const BjtVisitRoutes *routes)
{
  const BjtPicture *picture = routes->facts->picture;
  guint32           first = BJT_NO_INDEX;

  for (guint i = 0; i < routes->facts->stops->len; i++)
    {
      guint32 compound = bjt_picture_get_building (picture, bjt_picture_get_door (picture, get_facts (routes, i)->door)->building)->compound;

      if (first != BJT_NO_INDEX && compound != first)
        return TRUE;
      first = compound;
    }
  return FALSE;
}

BjtTimelinePlan *
bjt_planner_timeline_new (const BjtVisitRoutes *routes,
                          GHashTable           *done,
                          BjtFocus             *focus)
{
  const Maker      maker = { routes, done, focus, has_compounds (routes) };
  BjtTimelinePlan *plan = bjt_timeline_plan_new ();

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    {
      g_autoptr (GArray) lines = bjt_visit_routes_list_lines (routes, s);
      BjtRouteTotals  totals = bjt_visit_routes_get_totals (routes, s);
      BjtTimelineRow *row = bjt_timeline_plan_add_row (plan, get_shift (routes, s)->worker);

      row->leave = totals.leave;
      row->back = totals.back;
      name_row (routes, s, &totals, row);
      for (guint i = 0; i < lines->len; i++)
        add_line (&maker, &g_array_index (lines, BjtRouteLine, i), row);
      if (lines->len > 0)
        bjt_timeline_row_add_span (row, BJT_TIMELINE_WALK, g_array_index (lines, BjtRouteLine, lines->len - 1).end, totals.back);
    }
  bjt_timeline_plan_close (plan);
  return plan;
}
