/* bjt-cadence-rule.c: asks every rule, keeps the strictest. A door where nobody
 * lives is due only by a rule that names its class. */
#include "bjt-cadence-rule.h"

#include <string.h>

/* What the rules are asked about. */
typedef struct
{
  const BjtPicture          *picture;
  const BjtPictureDoor      *door;
  guint32                    household_index;
  const BjtPictureHousehold *household;
  BjtDate                    whole[BJT_N_CONTACTS]; /* with all who live behind the door */
} Subject;

typedef void (*DemandFunc) (const BjtCadenceDemand *demand,
                            gpointer                user_data);

static gboolean
is_lived_in (int household_class)
{
  return household_class == BJT_CLASS_RESIDENT || household_class == BJT_CLASS_FLOATING || household_class == BJT_CLASS_TENANT;
}

/* Who the rules hold for */

static gboolean
accepts_class (const BjtPictureCadenceRule *rule,
               int                          household_class)
{
  return rule->household_class != 0 ? rule->household_class == household_class : is_lived_in (household_class);
}

static gboolean
is_about_persons (const BjtPictureCadenceRule *rule)
{
  return rule->category != BJT_NO_INDEX || rule->tier != 0 || rule->age_from > 0 || rule->age_to > 0;
}

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
accepts_age (const BjtPictureCadenceRule *rule,
             BjtDate                      born_on,
             BjtDate                      as_of)
{
  int age;

  if (rule->age_from <= 0 && rule->age_to <= 0)
    return TRUE;
  if (born_on == BJT_DATE_NONE)
    return FALSE;
  age = bjt_date_get_age (born_on, as_of);
  return age >= rule->age_from && (rule->age_to <= 0 || age <= rule->age_to);
}

static gboolean
accepts_person (const BjtPictureCadenceRule *rule,
                const BjtPicture            *picture,
                const BjtPicturePerson      *person)
{
  return (rule->category == BJT_NO_INDEX || (person->categories >> rule->category & 1))
         && (rule->tier == 0 || find_tier (picture, person->categories) == (BjtTier) rule->tier)
         && accepts_age (rule, person->born_on, picture->as_of);
}

/* Since when */

static BjtDate
find_contact (const Subject               *subject,
              const BjtPictureCadenceRule *rule,
              guint32                      person)
{
  const BjtDate *own = person != BJT_NO_INDEX ? bjt_picture_get_person_state (subject->picture, person)->last
                                              : bjt_picture_get_household_state (subject->picture, subject->household_index)->last;
  BjtDate last = BJT_DATE_NONE;

  for (int contact = 0; contact < BJT_N_CONTACTS; contact++)
    if (rule->outcomes >> contact & 1)
      {
        last = MAX (last, own[contact]);
        last = MAX (last, subject->whole[contact]);
      }
  return last;
}

static void
demand (const Subject               *subject,
        const BjtPictureCadenceRule *rule,
        guint32                      person,
        DemandFunc                   func,
        gpointer                     user_data)
{
  const BjtPicture *picture = subject->picture;
  BjtCadenceDemand  demand = {
     .rule = (guint32) (rule - &g_array_index (picture->cadence_rules, BjtPictureCadenceRule, 0)),
     .household = subject->household_index,
     .person = person,
     .since_on = find_contact (subject, rule, person),
  };

  if (demand.since_on == BJT_DATE_NONE)
    demand.since_on = subject->household->since_on;
  if (demand.since_on == BJT_DATE_NONE)
    demand.since_on = subject->door->verified_on;
  demand.due_on = demand.since_on != BJT_DATE_NONE ? bjt_interval_add (rule->every, demand.since_on, 1) : picture->as_of;
  func (&demand, user_data);
}

/* Until the first contact after it the event itself counts, then the interval. */
static void
demand_after_event (const Subject               *subject,
                    const BjtPictureCadenceRule *rule,
                    guint32                      person,
                    BjtDate                      happened_on,
                    DemandFunc                   func,
                    gpointer                     user_data)
{
  const BjtPicture *picture = subject->picture;
  BjtDate           contact = find_contact (subject, rule, person);
  gboolean          is_seen = contact != BJT_DATE_NONE && contact >= happened_on;
  BjtCadenceDemand  demand = {
     .rule = (guint32) (rule - &g_array_index (picture->cadence_rules, BjtPictureCadenceRule, 0)),
     .household = subject->household_index,
     .person = person,
     .since_on = is_seen ? contact : happened_on,
  };

  if (happened_on > picture->as_of
      || (rule->event_lasts.n > 0 && picture->as_of >= bjt_interval_add (rule->event_lasts, happened_on, 1))
      || (is_seen && rule->every.n == 0))
    return;
  demand.due_on = bjt_interval_add (is_seen ? rule->every : rule->event_within, demand.since_on, 1);
  func (&demand, user_data);
}

static gboolean
follows_from_household (const BjtPictureCadenceRule *rule,
                        const BjtPictureHousehold   *household)
{
  if (household->since_on == BJT_DATE_NONE)
    return FALSE;
  return strcmp (rule->event, "moved-in") == 0
         || (strcmp (rule->event, "new-tenant") == 0 && household->tenure == BJT_TENURE_RENT);
}

static guint
find_first_event (const BjtPicture *picture,
                  guint32           household)
{
  guint low = 0, high = picture->life_events->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (bjt_picture_get_life_event (picture, middle)->household < household)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
ask_event_rule (const Subject               *subject,
                const BjtPictureCadenceRule *rule,
                DemandFunc                   func,
                gpointer                     user_data)
{
  const BjtPicture *picture = subject->picture;

  if (!is_about_persons (rule) && follows_from_household (rule, subject->household))
    demand_after_event (subject, rule, BJT_NO_INDEX, subject->household->since_on, func, user_data);
  for (guint e = find_first_event (picture, subject->household_index); e < picture->life_events->len; e++)
    {
      const BjtPictureLifeEvent *event = bjt_picture_get_life_event (picture, e);

      if (event->household != subject->household_index)
        return;
      if (strcmp (event->kind, rule->event) != 0)
        continue;
      if (is_about_persons (rule)
          && (event->person == BJT_NO_INDEX || !accepts_person (rule, picture, bjt_picture_get_person (picture, event->person))))
        continue;
      demand_after_event (subject, rule, event->person, event->happened_on, func, user_data);
    }
}

static void
ask_rule (const Subject               *subject,
          const BjtPictureCadenceRule *rule,
          DemandFunc                   func,
          gpointer                     user_data)
{
  const BjtPicture *picture = subject->picture;
  BjtRun            members = subject->household->members;

  if (!accepts_class (rule, subject->household->household_class))
    return;
  if (rule->event != NULL)
    ask_event_rule (subject, rule, func, user_data);
  else if (!is_about_persons (rule))
    demand (subject, rule, BJT_NO_INDEX, func, user_data);
  else if (rule->category == BJT_NO_INDEX || (subject->household->categories >> rule->category & 1)
           || !is_lived_in (subject->household->household_class))
    for (guint32 m = members.first; m < members.first + members.n; m++)
      {
        const BjtPictureMember *member = bjt_picture_get_member (picture, m);

        if ((member->is_resident || !is_lived_in (subject->household->household_class))
            && accepts_person (rule, picture, bjt_picture_get_person (picture, member->person)))
          demand (subject, rule, member->person, func, user_data);
      }
}

static void
find_whole (Subject *subject)
{
  for (int contact = 0; contact < BJT_N_CONTACTS; contact++)
    subject->whole[contact] = BJT_DATE_NONE;
  for (guint32 h = subject->door->households.first; h < subject->door->households.first + subject->door->households.n; h++)
    if (is_lived_in (bjt_picture_get_household (subject->picture, h)->household_class))
      for (int contact = 0; contact < BJT_N_CONTACTS; contact++)
        subject->whole[contact] = MAX (subject->whole[contact], bjt_picture_get_household_state (subject->picture, h)->whole[contact]);
}

static void
ask_all (const BjtPicture *picture,
         guint32           door,
         DemandFunc        func,
         gpointer          user_data)
{
  Subject subject = { .picture = picture, .door = bjt_picture_get_door (picture, door) };

  find_whole (&subject);
  for (guint32 h = subject.door->households.first; h < subject.door->households.first + subject.door->households.n; h++)
    {
      subject.household_index = h;
      subject.household = bjt_picture_get_household (picture, h);
      for (guint r = 0; r < picture->cadence_rules->len; r++)
        ask_rule (&subject, bjt_picture_get_cadence_rule (picture, r), func, user_data);
    }
}

/* The strictest */

static int
get_interval_days (const BjtPicture *picture,
                   guint32           rule)
{
  const BjtPictureCadenceRule *r = bjt_picture_get_cadence_rule (picture, rule);

  return bjt_interval_get_days (r->every.n > 0 ? r->every : r->event_within);
}

static int
compare_demands (gconstpointer a,
                 gconstpointer b,
                 gpointer      picture)
{
  const BjtCadenceDemand *x = a, *y = b;
  int                     difference;

  if (x->due_on != y->due_on)
    return x->due_on < y->due_on ? -1 : 1;
  difference = get_interval_days (picture, x->rule) - get_interval_days (picture, y->rule);
  if (difference != 0)
    return difference;
  return x->rule != y->rule ? (x->rule < y->rule ? -1 : 1) : (x->person > y->person) - (x->person < y->person);
}

typedef struct
{
  const BjtPicture *picture;
  gboolean          is_found;
  BjtCadenceDemand  best;
} Strictest;

static void
keep_strictest (const BjtCadenceDemand *demand,
                gpointer                user_data)
{
  Strictest *self = user_data;

  if (!self->is_found || compare_demands (demand, &self->best, (gpointer) self->picture) < 0)
    self->best = *demand;
  self->is_found = TRUE;
}

static void
append_demand (const BjtCadenceDemand *demand,
               gpointer                demands)
{
  g_array_append_vals (demands, demand, 1);
}

GArray *
bjt_cadence_rule_list_demands (const BjtPicture *picture,
                               guint32           door)
{
  GArray *demands = g_array_new (FALSE, FALSE, sizeof (BjtCadenceDemand));

  ask_all (picture, door, append_demand, demands);
  g_array_sort_with_data (demands, compare_demands, (gpointer) picture);
  return demands;
}

/* Rule A21. Red: a high-risk person whose visit is overdue, or an issue over
 * its clock. Yellow: a high-risk person, a key person whose visit is overdue,
 * or an open issue. */
static BjtAttention
find_attention (const BjtPicture          *picture,
                const BjtPictureDoorState *state)
{
  BjtTier tier = BJT_TIER_NONE;

  for (BjtCategorySet rest = state->categories; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest));

      if (!category->is_restricted)
        tier = MAX (tier, category->tier);
    }
  if (state->issue_time == BJT_ISSUE_TIME_OVER || (tier == BJT_TIER_HIGH_RISK && state->visit_overdue))
    return BJT_ATTENTION_URGENT;
  if (tier == BJT_TIER_HIGH_RISK || state->open_issues > 0 || (tier == BJT_TIER_KEY && state->visit_overdue))
    return BJT_ATTENTION_WATCH;
  return BJT_ATTENTION_NONE;
}

static void
find_due (BjtPicture          *picture,
          guint32              door,
          BjtPictureDoorState *state)
{
  Strictest strictest = { .picture = picture };

  state->next_due_on = BJT_DATE_NONE;
  state->due_reason = BJT_DUE_NOT;
  state->due_rule = state->due_person = BJT_NO_INDEX;
  ask_all (picture, door, keep_strictest, &strictest);
  if (strictest.is_found)
    {
      state->next_due_on = strictest.best.due_on;
      state->due_reason = BJT_DUE_RULE;
      state->due_rule = strictest.best.rule;
      state->due_person = strictest.best.person;
    }
  if (state->next_agreed_on != BJT_DATE_NONE && (!strictest.is_found || state->next_agreed_on < state->next_due_on))
    {
      state->next_due_on = state->next_agreed_on;
      state->due_reason = BJT_DUE_AGREED;
      state->due_rule = state->due_person = BJT_NO_INDEX;
    }
}

void
bjt_cadence_rule_apply (BjtPicture *picture,
                        guint32     door)
{
  BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  find_due (picture, door, state);
  state->visit_overdue = state->next_due_on != BJT_DATE_NONE && state->next_due_on < picture->as_of;
  state->issue_time = state->open_issues > 0 ? (guint8) bjt_picture_time_issue (picture, state->issue_due_on) : BJT_ISSUE_TIME_ENOUGH;
  state->attention = (guint8) find_attention (picture, state);
}

/**
 * bjt_cadence_rule_fill_defaults:
 * @picture: without rules: of a file that knows but a number of days for each
 *   category
 */
void
bjt_cadence_rule_fill_defaults (BjtPicture       *picture,
                                const BjtRuleSet *rules)
{
  BjtPictureCadenceRule ordinary = {
    .code = "ordinary", .category = BJT_NO_INDEX, .outcomes = BJT_CONTACTS_MET_OR_PHONED,
    .every = { rules->ordinary_cadence_days, BJT_INTERVAL_DAYS },
  };

  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, c);
      BjtPictureCadenceRule     rule = ordinary;

      if (category->cadence_days <= 0)
        continue;
      rule.code = category->code;
      rule.name = category->name;
      rule.category = c;
      rule.every.n = category->cadence_days;
      g_array_append_val (picture->cadence_rules, rule);
    }
  g_array_append_val (picture->cadence_rules, ordinary);
}
