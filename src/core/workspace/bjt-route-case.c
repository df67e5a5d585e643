/* bjt-route-case.c: Rule B.12 for each door of a wish: how long, when, by whom, what it
 * is worth; then places, ways and shifts of the problem. */
#include "bjt-route-case.h"

#include "geo/bjt-mercator.h"

#include <math.h>
#include <string.h>

#define MINUTE 60
#define HAS_WOMAN (G_GUINT64_CONSTANT (1) << 0)
#define ALL_ENTRANCES 400 /* so many are measured at once, for the next plan as well */
#define NEVER 1000000     /* a day of no shift */
#define MAX_SHIFTS 400
#define MAX_STOPS 3000

typedef struct
{
  const BjtRouteMaterial *material;
  BjtRouteCase           *out;
  GHashTable             *known;     /* of the entrances: BjtUuid → number + 1 */
  GArray                 *entrances; /* BjtRouteEntrance */
  GArray                 *windows;   /* BjtRouteWindow */
  GArray                 *window_runs; /* BjtRun, by stop */
  guint                   n_women;   /* that want a woman, and nobody knows */
} Maker;

BjtWalkCosts
bjt_route_case_get_costs (const BjtVisitRules *rules,
                          BjtDate              on)
{
  const BjtVisitNumbers *n = bjt_visit_rules_get_numbers (rules);

  return (BjtWalkCosts) {
    .speed = n->speed, .season = bjt_visit_rules_get_season (rules, on), .straight = n->straight, .unplaced_metres = n->unplaced,
    .entrance = n->entrance, .stairs_up = n->stairs_up, .stairs_down = n->stairs_down, .lift_wait = n->lift_wait,
    .lift_floor = n->lift_floor, .door = n->next_door, .top_first = n->top_first,
  };
}

static void
add_note (BjtRouteCase    *self,
          BjtRouteNoteKind kind,
          guint            count)
{
  BjtRouteNote note = { kind, count };

  if (count > 0)
    g_array_append_val (self->notes, note);
}

/* Facts of a door */

static BjtTier
find_tier (const BjtPicture *picture,
           BjtCategorySet    categories)
{
  BjtTier tier = BJT_TIER_NONE;

  for (BjtCategorySet rest = categories; rest != 0; rest &= rest - 1)
    tier = MAX (tier, (BjtTier) bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest))->tier);
  return tier;
}

static gboolean
is_restricted (const BjtPicture *picture,
               BjtCategorySet    categories)
{
  for (BjtCategorySet rest = categories; rest != 0; rest &= rest - 1)
    if (bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest))->is_restricted)
      return TRUE;
  return FALSE;
}

/* The one person living behind the door; BJT_NO_INDEX: nobody, or several. */
static guint32
find_only_resident (const BjtPicture *picture,
                    guint32           door)
{
  BjtRun  households = bjt_picture_get_door (picture, door)->households;
  guint32 found = BJT_NO_INDEX;

  for (guint32 h = households.first; h < households.first + households.n; h++)
    {
      BjtRun members = bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members.first; m < members.first + members.n; m++)
        if (bjt_picture_get_member (picture, m)->is_resident)
          {
            if (found != BJT_NO_INDEX)
              return BJT_NO_INDEX;
            found = bjt_picture_get_member (picture, m)->person;
          }
    }
  return found;
}

static BjtDueLine
get_due (const BjtPicture *picture,
         guint32           door,
         BjtDate           on)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);
  BjtDueLine line = { .door = door, .due_on = BJT_DATE_NONE, .rule = BJT_NO_INDEX, .person = BJT_NO_INDEX };

  if (state->next_due_on != BJT_DATE_NONE && state->next_due_on <= on)
    line = (BjtDueLine) { door, state->next_due_on, on - state->next_due_on, (BjtDueReason) state->due_reason, state->due_rule, state->due_person };
  return line;
}

static void
fill_facts (const Maker          *self,
            const BjtRouteChoice *choice,
            BjtRouteFacts        *facts)
{
  const BjtPicture      *picture = self->material->picture;
  const BjtVisitNumbers *n = bjt_visit_rules_get_numbers (self->material->rules);
  BjtCategorySet         all = bjt_picture_get_door_state (picture, facts->door)->categories;
  BjtCategorySet         whose = facts->due.person != BJT_NO_INDEX ? bjt_picture_get_person (picture, facts->due.person)->categories : all;
  guint32                alone = find_only_resident (picture, facts->door);
  gboolean               by_event = facts->due.rule != BJT_NO_INDEX && bjt_picture_get_cadence_rule (picture, facts->due.rule)->event != NULL;

  facts->minutes = choice->minutes > 0 ? choice->minutes : (int) lround (find_tier (picture, whose) >= BJT_TIER_KEY ? n->visit_key : n->visit_general);
  facts->must = choice->must >= 0 ? choice->must : facts->due.due_on != BJT_DATE_NONE && (facts->due.reason == BJT_DUE_AGREED || by_event);
  facts->by_two = n->restricted_by_two && is_restricted (picture, all);
  facts->by_woman = n->woman_to_woman && alone != BJT_NO_INDEX && bjt_picture_get_person (picture, alone)->sex == BJT_SEX_FEMALE;
}

/* Windows */

static void
add_window (Maker  *self,
            gint32  day,
            int     from,
            int     to)
{
  BjtRouteWindow window = { from * MINUTE, to * MINUTE, day };

  g_array_append_val (self->windows, window);
}

/* TRUE: somebody is in at any time. */
static gboolean
add_person_windows (Maker               *self,
                    guint32              person,
                    gint32               day,
                    const BjtRouteFacts *facts)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (BjtMinutes));
  BjtDate       on = self->material->wish->from_on + day;
  BjtVisitAsked asked = {
    self->material->picture, person, self->material->employed != NULL && g_hash_table_contains (self->material->employed, GUINT_TO_POINTER (person)),
    on, bjt_work_calendar_is_worked (self->material->calendar, on),
  };

  if (!bjt_visit_rules_get_windows (self->material->rules, &asked, spans))
    return TRUE;
  for (guint i = 0; i < spans->len; i++)
    {
      BjtMinutes span = g_array_index (spans, BjtMinutes, i);

      add_window (self, day, span.from, MAX (span.from, span.to - facts->minutes)); /* it begins early enough to end in it */
    }
  return FALSE;
}

/* Of a day: whom the visit is about, else anybody who lives here. */
static gboolean
add_day_windows (Maker               *self,
                 const BjtRouteFacts *facts,
                 gint32               day)
{
  const BjtPicture *picture = self->material->picture;
  BjtRun            households = bjt_picture_get_door (picture, facts->door)->households;
  guint             n_asked = 0;

  if (facts->due.person != BJT_NO_INDEX)
    return add_person_windows (self, facts->due.person, day, facts);
  for (guint32 h = households.first; h < households.first + households.n; h++)
    {
      BjtRun members = bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members.first; m < members.first + members.n; m++, n_asked++)
        if (bjt_picture_get_member (picture, m)->is_resident
            && add_person_windows (self, bjt_picture_get_member (picture, m)->person, day, facts))
          return TRUE;
    }
  return n_asked == 0;
}

static void
add_windows (Maker                *self,
             const BjtRouteChoice *choice,
             BjtRouteFacts        *facts)
{
  BjtRun run = { self->windows->len, 0 };

  for (guint i = 0; i < choice->n_windows; i++)
    add_window (self, BJT_ROUTE_EVERY_DAY, choice->windows[i].from, choice->windows[i].to);
  for (guint day = 0; choice->n_windows == 0 && day < self->material->wish->n_days; day++)
    {
      guint first = self->windows->len;

      if (!add_day_windows (self, facts, (gint32) day))
        continue;
      g_array_set_size (self->windows, first); /* any time */
      add_window (self, (gint32) day, 0, 24 * 60);
    }
  if (self->windows->len == run.first)
    add_window (self, NEVER, 0, 0);
  run.n = self->windows->len - run.first;
  g_array_append_val (self->window_runs, run);
  for (guint i = run.first; i < self->windows->len; i++)
    {
      const BjtRouteWindow *window = &g_array_index (self->windows, BjtRouteWindow, i);

      facts->has_windows |= window->from > 0 || window->to < 24 * 60 * MINUTE;
    }
}

/* Stops */

static gboolean
is_cordoned (const Maker *self,
             guint32      door)
{
  guint32                   e = bjt_picture_get_door (self->material->picture, door)->entrance;
  const BjtPictureEntrance *entrance = e != BJT_NO_INDEX ? bjt_picture_get_entrance (self->material->picture, e) : NULL;
  const BjtRouteWish       *wish = self->material->wish;

  return entrance != NULL && entrance->cordon != NULL && entrance->cordon_from <= wish->from_on
         && (entrance->cordon_until == BJT_DATE_NONE || entrance->cordon_until >= wish->from_on + (BjtDate) wish->n_days);
}

static void
skip (Maker         *self,
      const BjtUuid *door_id,
      BjtRouteSkip   reason)
{
  BjtRouteSkipped skipped = { *door_id, reason };

  g_array_append_val (self->out->skipped, skipped);
}

static void
add_stop (Maker                *self,
          const BjtRouteChoice *choice)
{
  const BjtPicture *picture = self->material->picture;
  guint32           door = bjt_picture_find_door (picture, &choice->door_id);
  BjtRouteFacts     facts = { .door_id = choice->door_id, .door = door };

  if (door == BJT_NO_INDEX || bjt_picture_get_door (picture, door)->is_merged)
    {
      skip (self, &choice->door_id, BJT_ROUTE_SKIP_GONE);
      return;
    }
  if (is_cordoned (self, door))
    {
      skip (self, &choice->door_id, BJT_ROUTE_SKIP_CORDONED);
      return;
    }
  facts.due = get_due (picture, door, self->material->wish->from_on + (BjtDate) self->material->wish->n_days - 1);
  facts.entrance = bjt_route_entrances_take (self->entrances, self->known, self->material->ground, picture, door);
  facts.level = bjt_picture_get_door (picture, door)->ordinal;
  fill_facts (self, choice, &facts);
  add_windows (self, choice, &facts);
  g_array_append_val (self->out->stops, facts);
}

/* Women alone are seen by women where it is known who is one; else it is said. */
static void
settle_women (Maker *self)
{
  gboolean is_known = FALSE;

  for (guint w = 0; w < self->material->wish->workers->len; w++)
    {
      BjtSex sex = g_array_index (self->material->wish->workers, BjtRouteWorker, w).sex;

      is_known |= sex == BJT_SEX_FEMALE || sex == BJT_SEX_MALE;
    }
  for (guint s = 0; !is_known && s < self->out->stops->len; s++)
    {
      BjtRouteFacts *facts = &g_array_index (self->out->stops, BjtRouteFacts, s);

      self->n_women += facts->by_woman;
      facts->by_woman = FALSE;
    }
  add_note (self->out, BJT_ROUTE_NOTE_WOMEN_UNKNOWN, self->n_women);
}

/* Shifts */

/* Where the community has its seat: a place of the map. */
static BjtPoint
find_seat (const BjtPicture *picture)
{
  for (guint32 f = 0; f < picture->features->len; f++)
    {
      const BjtPictureFeature *feature = bjt_picture_get_feature (picture, f);

      if (feature->kind == BJT_FEATURE_POI && feature->subkind != NULL && feature->shape != NULL
          && (g_str_equal (feature->subkind, "community_centre") || g_str_equal (feature->subkind, "amenity=community_centre")))
        return bjt_geometry_get_centroid (feature->shape);
    }
  return (BjtPoint) { (double) NAN, (double) NAN };
}

static guint
take_start (Maker                *self,
            const BjtRouteWorker *worker,
            BjtPoint              seat)
{
  const BjtRouteWish *wish = self->material->wish;
  BjtPoint            start = isfinite (worker->start.x) ? worker->start : isfinite (wish->start.x) ? wish->start : seat;
  BjtRouteEntrance    entrance = { .id = BJT_UUID_NIL };

  if (wish->is_open || !isfinite (start.x) || !isfinite (start.y))
    return BJT_ROUTE_NOWHERE;
  entrance.walk.place = bjt_route_ground_project (self->material->ground, bjt_mercator_project (start));
  for (guint i = 0; i < self->entrances->len; i++)
    {
      const BjtRouteEntrance *other = &g_array_index (self->entrances, BjtRouteEntrance, i);

      if (bjt_uuid_equal (&other->id, &entrance.id) && hypot (other->walk.place.x - entrance.walk.place.x, other->walk.place.y - entrance.walk.place.y) < 0.1)
        return i;
    }
  g_array_append_val (self->entrances, entrance);
  return self->entrances->len - 1;
}

static void
add_shifts (Maker *self)
{
  const BjtRouteWish    *wish = self->material->wish;
  const BjtVisitNumbers *n = bjt_visit_rules_get_numbers (self->material->rules);
  BjtPoint               seat = find_seat (self->material->picture);
  guint                  n_short = 0, n_lost = 0;

  for (guint w = 0; w < wish->workers->len; w++)
    for (guint day = 0; day < wish->n_days; day++)
      {
        const BjtRouteWorker *worker = &g_array_index (wish->workers, BjtRouteWorker, w);
        BjtRouteShiftFacts    facts = { w, wish->from_on + (BjtDate) day, worker->shift.to > 0 ? worker->shift : n->shift };
        guint                 start = take_start (self, worker, seat);

        if (day == 0)
          facts.minutes.from = MAX (facts.minutes.from, MIN (wish->now, facts.minutes.to));
        g_array_append_val (self->out->shifts, facts);
        g_array_append_val (self->out->starts, start);
        n_short += facts.minutes.to - facts.minutes.from < n->visit_general;
        n_lost += start == BJT_ROUTE_NOWHERE && !wish->is_open;
      }
  add_note (self->out, BJT_ROUTE_NOTE_SHIFT_SHORT, n_short);
  add_note (self->out, BJT_ROUTE_NOTE_NO_START, n_lost);
}

/* The matrix */

void
bjt_route_matrix_memory_clear (BjtRouteMatrixMemory *self)
{
  g_clear_pointer (&self->matrix, bjt_walk_matrix_unref);
  g_clear_pointer (&self->entrances, g_array_unref);
  g_clear_pointer (&self->stamp, g_free);
}

static char *
dup_stamp (const BjtRouteGround *ground,
           const gboolean       *shut)
{
  g_autoptr (GString) text = g_string_new (ground->stamp);

  g_string_append_c (text, '/');
  for (guint g = 0; g < ground->gates->len; g++)
    if (shut[g])
      g_string_append_printf (text, "%u ", g);
  return g_strdup (text->str);
}

static gboolean
is_same (const BjtRouteEntrance *a,
         const BjtRouteEntrance *b)
{
  return a->walk.has_lift == b->walk.has_lift && a->walk.is_inside == b->walk.is_inside
         && ((!isfinite (a->walk.place.x) && !isfinite (b->walk.place.x))
             || hypot (a->walk.place.x - b->walk.place.x, a->walk.place.y - b->walk.place.y) < 0.01);
}

/* What was measured before serves as long as all is in it: the numbers of our
 * entrances become those of the matrix. */
static gboolean
use_memory (Maker      *self,
            const char *stamp)
{
  BjtRouteMatrixMemory *memory = self->material->memory;
  g_autofree guint     *numbers = g_new (guint, MAX (self->entrances->len, 1));
  g_autoptr (GHashTable) places = NULL;

  if (memory->matrix == NULL || g_strcmp0 (memory->stamp, stamp) != 0)
    return FALSE;
  places = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  for (guint i = 0; i < memory->entrances->len; i++)
    g_hash_table_insert (places, &g_array_index (memory->entrances, BjtRouteEntrance, i).id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->entrances->len; i++)
    {
      const BjtRouteEntrance *entrance = &g_array_index (self->entrances, BjtRouteEntrance, i);
      guint                   found = GPOINTER_TO_UINT (g_hash_table_lookup (places, &entrance->id));

      for (guint j = 0; bjt_uuid_is_nil (&entrance->id) && j < memory->entrances->len; j++)
        if (bjt_uuid_is_nil (&g_array_index (memory->entrances, BjtRouteEntrance, j).id) && is_same (entrance, &g_array_index (memory->entrances, BjtRouteEntrance, j)))
          found = j + 1;
      if (found == 0 || !is_same (entrance, &g_array_index (memory->entrances, BjtRouteEntrance, found - 1)))
        return FALSE;
      numbers[i] = found - 1;
    }
  for (guint s = 0; s < self->out->stops->len; s++)
    g_array_index (self->out->stops, BjtRouteFacts, s).entrance = numbers[g_array_index (self->out->stops, BjtRouteFacts, s).entrance];
  for (guint s = 0; s < self->out->starts->len; s++)
    if (g_array_index (self->out->starts, guint, s) != BJT_ROUTE_NOWHERE)
      g_array_index (self->out->starts, guint, s) = numbers[g_array_index (self->out->starts, guint, s)];
  self->out->matrix = bjt_walk_matrix_ref (memory->matrix);
  return TRUE;
}

/* In a community of few entrances all of them, so that the next plan has them. */
static void
widen (Maker *self)
{
  g_autoptr (GArray) all = NULL;

  if (self->material->picture->entrances->len > ALL_ENTRANCES)
    return;
  all = bjt_route_entrances_of_grid (self->material->ground, self->material->picture, BJT_NO_INDEX);
  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (self->known, &g_array_index (all, BjtRouteEntrance, i).id))
      g_array_append_val (self->entrances, g_array_index (all, BjtRouteEntrance, i));
}

static gboolean
measure (Maker   *self,
         GError **error)
{
  const BjtRouteMaterial *material = self->material;
  BjtMinutes              hours = { 24 * 60, 0 };
  gboolean               *shut;
  g_autofree char        *stamp = NULL;
  g_autofree BjtWalkEntrance *entrances = NULL;
  BjtWalkMatrixWish       wish = { .network = material->ground->network, .progress = material->progress, .user_data = material->user_data, .cancellable = material->cancellable };
  guint                   n_shut = 0;

  for (guint s = 0; s < self->out->shifts->len; s++)
    {
      BjtMinutes shift = g_array_index (self->out->shifts, BjtRouteShiftFacts, s).minutes;

      hours = (BjtMinutes) { MIN (hours.from, shift.from), MAX (hours.to, shift.to) };
    }
  shut = self->out->shut_gates = bjt_route_ground_dup_shut_gates (material->ground, material->wish->from_on, material->wish->n_days, &hours);
  for (guint g = 0; g < material->ground->gates->len; g++)
    n_shut += shut[g] && ((BjtRouteGate *) material->ground->gates->pdata[g])->is_used;
  add_note (self->out, BJT_ROUTE_NOTE_SHUT_GATES, n_shut);
  stamp = dup_stamp (material->ground, shut);
  if (use_memory (self, stamp))
    return TRUE;
  widen (self);
  wish.shut_gates = shut;
  entrances = g_new (BjtWalkEntrance, MAX (self->entrances->len, 1));
  for (guint i = 0; i < self->entrances->len; i++)
    entrances[i] = g_array_index (self->entrances, BjtRouteEntrance, i).walk;
  self->out->matrix = bjt_walk_matrix_new (entrances, self->entrances->len, &wish, error);
  if (self->out->matrix == NULL)
    return FALSE;
  bjt_route_matrix_memory_clear (material->memory);
  material->memory->matrix = bjt_walk_matrix_ref (self->out->matrix);
  material->memory->entrances = g_array_ref (self->entrances);
  material->memory->stamp = g_steal_pointer (&stamp);
  return TRUE;
}

/* What the ways of the stops rest on. */
static void
note_bases (Maker *self)
{
  const BjtRouteCase *out = self->out;
  guint               n_straight = 0, n_unplaced = 0;

  add_note (self->out, BJT_ROUTE_NOTE_NO_NETWORK, self->material->ground->network == NULL);
  for (guint i = 0; i < out->stops->len; i++)
    {
      guint a = g_array_index (out->stops, BjtRouteFacts, i).entrance;

      n_unplaced += !isfinite (bjt_walk_matrix_get_entrance (out->matrix, a)->place.x);
      for (guint j = 0; self->material->ground->network != NULL && j < i; j++)
        n_straight += bjt_walk_matrix_get_basis (out->matrix, a, g_array_index (out->stops, BjtRouteFacts, j).entrance) == BJT_WALK_STRAIGHT;
    }
  add_note (self->out, BJT_ROUTE_NOTE_STRAIGHT, n_straight);
  add_note (self->out, BJT_ROUTE_NOTE_UNPLACED, n_unplaced);
}

/* The problem */

static BjtWalkDoor
get_place (const Maker *self,
           guint        place)
{
  const BjtRouteFacts *facts = place < self->out->stops->len ? &g_array_index (self->out->stops, BjtRouteFacts, place) : NULL;

  return facts != NULL ? (BjtWalkDoor) { facts->entrance, facts->level } : (BjtWalkDoor) { g_array_index (self->out->starts, guint, place - self->out->stops->len), 0 };
}

static void
fill_ways (const Maker     *self,
           BjtRouteProblem *problem)
{
  BjtWalkCosts costs = bjt_route_case_get_costs (self->material->rules, self->material->wish->from_on), bare;
  guint        n = bjt_route_problem_get_n_places (problem);
  gint32      *times = bjt_route_problem_use_times (problem), *ways = bjt_route_problem_use_costs (problem);

  costs.entrance = 0; /* the problem knows of it */
  bare = costs;
  bare.top_first = 0;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        BjtWalkDoor from = get_place (self, i), to = get_place (self, j);
        gboolean    is_nowhere = from.entrance == BJT_ROUTE_NOWHERE || to.entrance == BJT_ROUTE_NOWHERE;
        double      seconds = i == j || is_nowhere ? 0 : bjt_walk_matrix_get_seconds (self->out->matrix, &bare, &from, &to);
        double      way = i == j || is_nowhere ? 0 : bjt_walk_matrix_get_seconds (self->out->matrix, &costs, &from, &to);

        times[i * n + j] = isfinite (seconds) && seconds < BJT_ROUTE_TIME_MAX ? (gint32) lround (seconds) : BJT_ROUTE_UNREACHABLE;
        ways[i * n + j] = isfinite (way) && way < BJT_ROUTE_TIME_MAX ? (gint32) lround (way) : BJT_ROUTE_UNREACHABLE;
      }
  for (guint i = 0; i < n; i++)
    {
      guint    entrance = get_place (self, i).entrance;
      gboolean is_inside = entrance != BJT_ROUTE_NOWHERE && bjt_walk_matrix_get_entrance (self->out->matrix, entrance)->is_inside;

      if (entrance != BJT_ROUTE_NOWHERE)
        bjt_route_problem_set_entrance (problem, i, entrance, is_inside ? (gint32) lround (bjt_visit_rules_get_numbers (self->material->rules)->entrance) : 0);
    }
}

static double
get_worth (const Maker         *self,
           const BjtRouteFacts *facts)
{
  const BjtPicture      *picture = self->material->picture;
  const BjtVisitNumbers *n = bjt_visit_rules_get_numbers (self->material->rules);
  BjtCategorySet         categories = facts->due.person != BJT_NO_INDEX ? bjt_picture_get_person (picture, facts->due.person)->categories
                                                                        : bjt_picture_get_door_state (picture, facts->door)->categories;
  BjtTier                tier = find_tier (picture, categories);
  double                 late = facts->due.due_on != BJT_DATE_NONE ? MAX (facts->due.days_late, 0) * n->worth_late_day : 0;

  return (tier == BJT_TIER_HIGH_RISK ? n->worth_high_risk : tier == BJT_TIER_KEY ? n->worth_key : n->worth_general) + fmin (late, n->worth_late_most);
}

static void
fill_stops (const Maker     *self,
            BjtRouteProblem *problem)
{
  for (guint s = 0; s < self->out->stops->len; s++)
    {
      const BjtRouteFacts *facts = &g_array_index (self->out->stops, BjtRouteFacts, s);
      BjtRun               run = g_array_index (self->window_runs, BjtRun, s);
      BjtRouteStop         stop = BJT_ROUTE_STOP_INIT;

      stop.place = s;
      stop.duration = facts->minutes * MINUTE;
      stop.needs = facts->by_woman ? HAS_WOMAN : 0;
      stop.n_people = facts->by_two ? 2 : 1;
      stop.must = facts->must;
      stop.prize = (gint64) lround (get_worth (self, facts) * MINUTE);
      bjt_route_problem_add_stop (problem, &stop);
      for (guint w = run.first; facts->has_windows && w < run.first + run.n; w++)
        {
          const BjtRouteWindow *window = &g_array_index (self->windows, BjtRouteWindow, w);

          bjt_route_problem_add_window (problem, s, window->from, window->to, window->day);
        }
    }
}

static void
fill_shifts (const Maker     *self,
             BjtRouteProblem *problem)
{
  const BjtRouteWish    *wish = self->material->wish;
  const BjtVisitNumbers *n = bjt_visit_rules_get_numbers (self->material->rules);

  for (guint s = 0; s < self->out->shifts->len; s++)
    {
      const BjtRouteShiftFacts *facts = &g_array_index (self->out->shifts, BjtRouteShiftFacts, s);
      const BjtRouteWorker     *worker = &g_array_index (wish->workers, BjtRouteWorker, facts->worker);
      BjtRouteShift             shift = BJT_ROUTE_SHIFT_INIT;
      gboolean                  has_lunch = !wish->no_lunch && n->lunch_minutes > 0 && facts->minutes.from < n->lunch.from && facts->minutes.to > n->lunch.to + n->lunch_minutes;

      shift.worker = facts->worker;
      shift.day = facts->on - wish->from_on;
      if (g_array_index (self->out->starts, guint, s) != BJT_ROUTE_NOWHERE)
        shift.start_place = shift.end_place = self->out->stops->len + s;
      shift.from = facts->minutes.from * MINUTE;
      shift.to = facts->minutes.to * MINUTE;
      shift.has = worker->sex == BJT_SEX_FEMALE ? HAS_WOMAN : 0;
      shift.n_people = MAX (worker->n_people, 1);
      shift.lunch_from = has_lunch ? n->lunch.from * MINUTE : 0;
      shift.lunch_to = has_lunch ? n->lunch.to * MINUTE : 0;
      shift.lunch_time = has_lunch ? n->lunch_minutes * MINUTE : 0;
      bjt_route_problem_add_shift (problem, &shift);
    }
}

static BjtRouteProblem *
make_problem (const Maker *self)
{
  BjtRouteProblem  *problem = bjt_route_problem_new (self->out->stops->len + self->out->shifts->len);
  double            wished = self->material->wish->balance;
  double            balance = wished >= 0 ? wished : bjt_visit_rules_get_numbers (self->material->rules)->balance;
  BjtRouteObjective objective = { .balance = (guint) lround (balance * 1000) };

  fill_ways (self, problem);
  fill_stops (self, problem);
  fill_shifts (self, problem);
  bjt_route_problem_set_objective (problem, &objective);
  return problem;
}

static gboolean
check_wish (const BjtRouteWish *wish,
            GError            **error)
{
  const char *message = wish->choices->len == 0 ? "nobody is to be visited: choose stops first"
                        : wish->workers->len == 0 ? "nobody goes: choose at least one worker"
                        : wish->n_days < 1 || wish->n_days > 31 ? "a plan is for one day to 31 days"
                        : wish->from_on == BJT_DATE_NONE ? "the plan is for no day"
                        : wish->workers->len > MAX_SHIFTS / wish->n_days ? "these are too many workers and days: at most 400 shifts are planned at once"
                        : wish->choices->len > MAX_STOPS ? "these are too many stops: at most 3000 are planned at once; choose a grid, or fewer of them" : NULL;

  if (message != NULL)
    g_set_error_literal (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_STOP, message);
  return message == NULL;
}

/**
 * bjt_route_case_new:
 *
 * Returns: (transfer full) (nullable): NULL: nothing to plan, or cancelled
 */
BjtRouteCase *
bjt_route_case_new (const BjtRouteMaterial *material,
                    GError                **error)
{
  g_autoptr (BjtRouteCase) self = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);
  g_autoptr (GArray) entrances = g_array_new (FALSE, FALSE, sizeof (BjtRouteEntrance));
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (BjtRouteWindow));
  g_autoptr (GArray) window_runs = g_array_new (FALSE, FALSE, sizeof (BjtRun));
  Maker maker = { material, NULL, known, entrances, windows, window_runs, 0 };

  if (!check_wish (material->wish, error))
    return NULL;
  self = maker.out = g_new0 (BjtRouteCase, 1);
  g_atomic_ref_count_init (&self->references);
  self->wish = bjt_route_wish_copy (material->wish);
  self->picture = bjt_picture_ref (material->picture);
  self->rules = bjt_visit_rules_ref (material->rules);
  self->ground = bjt_route_ground_ref (material->ground);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stops = g_array_new (FALSE, FALSE, sizeof (BjtRouteFacts));
  self->shifts = g_array_new (FALSE, FALSE, sizeof (BjtRouteShiftFacts));
  self->skipped = g_array_new (FALSE, FALSE, sizeof (BjtRouteSkipped));
  self->notes = g_array_new (FALSE, FALSE, sizeof (BjtRouteNote));
  for (guint i = 0; i < material->wish->choices->len; i++)
    add_stop (&maker, &g_array_index (material->wish->choices, BjtRouteChoice, i));
  settle_women (&maker);
  add_shifts (&maker);
  if (!measure (&maker, error))
    return NULL;
  note_bases (&maker);
  self->problem = make_problem (&maker);
  return bjt_route_problem_check (self->problem, error) ? g_steal_pointer (&self) : NULL;
}

BjtRouteCase *
bjt_route_case_ref (BjtRouteCase *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_route_case_unref (BjtRouteCase *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_route_wish_free (self->wish);
  bjt_picture_unref (self->picture);
  bjt_visit_rules_unref (self->rules);
  bjt_route_ground_unref (self->ground);
  bjt_walk_matrix_unref (self->matrix);
  bjt_route_problem_unref (self->problem);
  g_array_unref (self->starts);
  g_free (self->shut_gates);
  g_array_unref (self->stops);
  g_array_unref (self->shifts);
  g_array_unref (self->skipped);
  g_array_unref (self->notes);
  g_free (self);
}

/**
 * bjt_route_case_build:
 *
 * Returns: (transfer full): the problem, with pins
 */
BjtRouteProblem *
bjt_route_case_build (const BjtRouteCase *self,
                      const BjtRoutePin  *pins,
                      guint               n_pins)
{
  guint            n = bjt_route_problem_get_n_places (self->problem);
  BjtRouteProblem *problem;
  gint32          *times, *costs;

  if (n_pins == 0)
    return bjt_route_problem_ref (self->problem);
  problem = bjt_route_problem_new (n);
  times = bjt_route_problem_use_times (problem);
  costs = bjt_route_problem_use_costs (problem);
  memcpy (times, bjt_route_problem_use_times (self->problem), (gsize) n * n * sizeof *times);
  memcpy (costs, bjt_route_problem_use_costs (self->problem), (gsize) n * n * sizeof *costs);
  for (guint i = 0; i < n; i++)
    bjt_route_problem_set_entrance (problem, i, bjt_route_problem_get_entrance (self->problem, i), bjt_route_problem_get_setup (self->problem, i));
  for (guint s = 0; s < bjt_route_problem_get_n_stops (self->problem); s++)
    {
      guint                 n_windows;
      const BjtRouteWindow *windows = bjt_route_problem_get_windows (self->problem, s, &n_windows);

      bjt_route_problem_add_stop (problem, bjt_route_problem_get_stop (self->problem, s));
      for (guint w = 0; w < n_windows; w++)
        bjt_route_problem_add_window (problem, s, windows[w].from, windows[w].to, windows[w].day);
    }
  for (guint s = 0; s < bjt_route_problem_get_n_shifts (self->problem); s++)
    bjt_route_problem_add_shift (problem, bjt_route_problem_get_shift (self->problem, s));
  for (guint p = 0; p < n_pins; p++)
    bjt_route_problem_add_pin (problem, pins[p].stop, pins[p].shift, pins[p].kind);
  bjt_route_problem_set_objective (problem, bjt_route_problem_get_objective (self->problem));
  return problem;
}

guint
bjt_route_case_find_stop (const BjtRouteCase *self,
                          const BjtUuid      *door_id)
{
  for (guint s = 0; s < self->stops->len; s++)
    if (bjt_uuid_equal (&g_array_index (self->stops, BjtRouteFacts, s).door_id, door_id))
      return s;
  return BJT_ROUTE_NONE;
}

double
bjt_route_case_get_metres (const BjtRouteCase *self,
                           guint               from_stop,
                           guint               to_stop)
{
  guint  a = g_array_index (self->stops, BjtRouteFacts, from_stop).entrance, b = g_array_index (self->stops, BjtRouteFacts, to_stop).entrance;
  double metres = bjt_walk_matrix_get_metres (self->matrix, a, b);

  return bjt_walk_matrix_get_basis (self->matrix, a, b) == BJT_WALK_STRAIGHT ? metres * bjt_visit_rules_get_numbers (self->rules)->straight : metres;
}
