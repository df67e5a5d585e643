/* bjt-work-walk-people.c: the indicators over visits, and over households,
 * persons and doors. What is of a period is seen through the visits of the
 * ledger; what is of today through the picture. */
#include "bjt-work-walk.h"

#include "bjt-cadence-rule.h"

#include <string.h>

#define VERIFIED_MONTHS 12

static BjtTier
find_tier (const BjtPicture *picture,
           BjtCategorySet    categories)
{
  BjtTier tier = BJT_TIER_NONE;

  for (BjtCategorySet rest = categories; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest));

      if (!category->is_restricted)
        tier = MAX (tier, (BjtTier) category->tier);
    }
  return tier;
}

static BjtWorkRow
make_row (const BjtPicture *picture,
          BjtWorkRowKind    kind,
          guint32           index,
          guint32           door)
{
  return (BjtWorkRow) { kind, index, door, bjt_picture_get_door (picture, door)->building, BJT_DATE_NONE, 0, 1 };
}

/* Visits */

static gboolean
is_in_period (const BjtWorkWalk *self,
              BjtDate            day)
{
  return day != BJT_DATE_NONE && day >= self->from_on && day <= self->to_on;
}

static void
walk_visits (BjtWorkWalk   *self,
             BjtWorkMeasure measure)
{
  const BjtLedger *ledger = self->query->ledger;

  for (guint32 i = 0; i < ledger->visits->len; i++)
    {
      const BjtLedgerVisit *visit = bjt_ledger_get_visit (ledger, i);
      BjtWorkRow            row;

      if (!is_in_period (self, visit->visited_on))
        continue;
      row = (BjtWorkRow) { BJT_WORK_ROW_VISIT, i, visit->door, visit->building, visit->visited_on, 0, 1 };
      row.numerator = measure == BJT_WORK_VISITS || bjt_visit_outcome_is_contact (visit->outcome);
      self->take (self, &row);
    }
}

/* Who was reached in the period */
typedef struct
{
  gboolean *households; /* any contact */
  gboolean *whole;      /* one that named nobody */
  gboolean *persons;    /* named */
} Reached;

static void
reached_clear (Reached *self)
{
  g_free (self->households);
  g_free (self->whole);
  g_free (self->persons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reached, reached_clear)

static void
find_reached (const BjtWorkWalk *self,
              Reached           *reached)
{
  const BjtLedger  *ledger = self->query->ledger;
  const BjtPicture *picture = self->query->picture;

  reached->households = g_new0 (gboolean, picture->households->len + 1);
  reached->whole = g_new0 (gboolean, picture->households->len + 1);
  reached->persons = g_new0 (gboolean, picture->persons->len + 1);
  for (guint32 i = 0; i < ledger->visits->len; i++)
    {
      const BjtLedgerVisit *visit = bjt_ledger_get_visit (ledger, i);

      if (visit->household == BJT_NO_INDEX || !is_in_period (self, visit->visited_on) || !bjt_visit_outcome_is_contact (visit->outcome))
        continue;
      reached->households[visit->household] = TRUE;
      reached->whole[visit->household] |= !visit->names_persons;
    }
  for (guint32 i = 0; i < ledger->meetings->len; i++)
    {
      const BjtLedgerMeeting *meeting = bjt_ledger_get_meeting (ledger, i);

      if (is_in_period (self, meeting->met_on))
        reached->persons[meeting->person] = TRUE;
    }
}

/* Households that are lived in */

static gboolean
is_lived_in (const BjtPicture          *picture,
             const BjtPictureHousehold *household)
{
  for (guint32 m = household->members.first; m < household->members.first + household->members.n; m++)
    if (bjt_picture_get_member (picture, m)->is_resident)
      return TRUE;
  return FALSE;
}

static gboolean
is_verified (const BjtPicture          *picture,
             const BjtPictureHousehold *household)
{
  BjtDate since = bjt_date_add_months (picture->as_of, -VERIFIED_MONTHS);
  BjtDate door = bjt_picture_get_door (picture, household->door)->verified_on;

  return (household->verified_on != BJT_DATE_NONE && household->verified_on >= since) || (door != BJT_DATE_NONE && door >= since);
}

static void
walk_households (BjtWorkWalk   *self,
                 BjtWorkMeasure measure)
{
  const BjtPicture *picture = self->query->picture;
  g_auto (Reached)  reached = { 0 };

  if (measure == BJT_WORK_HOUSEHOLD_COVERAGE)
    find_reached (self, &reached);
  for (guint32 h = 0; h < picture->households->len; h++)
    {
      const BjtPictureHousehold *household = bjt_picture_get_household (picture, h);
      BjtWorkRow                 row;

      if (!is_lived_in (picture, household))
        continue;
      row = make_row (picture, BJT_WORK_ROW_HOUSEHOLD, h, household->door);
      row.numerator = measure == BJT_WORK_HOUSEHOLD_COVERAGE ? reached.households[h] : is_verified (picture, household);
      self->take (self, &row);
    }
}

/* Residents who are to be visited for what they are */

/* Asks the household first: most have nobody of a category, and persons lie far
 * apart in memory. */
static gboolean
has_tier (const BjtPicture          *picture,
          const BjtPictureHousehold *household,
          guint32                    person)
{
  return find_tier (picture, household->categories) != BJT_TIER_NONE
         && find_tier (picture, bjt_picture_get_person (picture, person)->categories) != BJT_TIER_NONE;
}

static void
walk_coverage (BjtWorkWalk *self)
{
  const BjtPicture *picture = self->query->picture;
  g_auto (Reached)  reached = { 0 };

  find_reached (self, &reached);
  for (guint32 m = 0; m < picture->members->len; m++)
    {
      const BjtPictureMember    *member = bjt_picture_get_member (picture, m);
      const BjtPictureHousehold *household = bjt_picture_get_household (picture, member->household);
      BjtWorkRow                 row;

      if (!member->is_resident || !has_tier (picture, household, member->person))
        continue;
      row = make_row (picture, BJT_WORK_ROW_PERSON, member->person, household->door);
      row.numerator = reached.whole[member->household] || reached.persons[member->person];
      self->take (self, &row);
    }
}

/* Whether no rule about the person, or about the household, is overdue. */
static gboolean
is_on_cadence (const BjtPicture *picture,
               const GArray     *demands, /* by due day */
               guint32           household,
               guint32           person)
{
  for (guint i = 0; i < demands->len; i++)
    {
      const BjtCadenceDemand *demand = &g_array_index (demands, BjtCadenceDemand, i);

      if (demand->due_on >= picture->as_of)
        return TRUE;
      if (demand->person == person || (demand->person == BJT_NO_INDEX && demand->household == household))
        return FALSE;
    }
  return TRUE;
}

static gboolean *
find_paired (const BjtLedger  *ledger,
             const BjtPicture *picture)
{
  gboolean *paired = g_new0 (gboolean, picture->persons->len + 1);

  for (guint32 i = 0; i < ledger->pairings->len; i++)
    {
      const BjtLedgerPairing *pairing = bjt_ledger_get_pairing (ledger, i);

      if ((pairing->from_on == BJT_DATE_NONE || pairing->from_on <= picture->as_of)
          && (pairing->until_on == BJT_DATE_NONE || pairing->until_on > picture->as_of))
        paired[pairing->person] = TRUE;
    }
  return paired;
}

/* 帮教: those the law has somebody look after. */
static BjtCategorySet
find_assisted (const BjtPicture *picture)
{
  static const char *const codes[] = { "correction", "released", "drugs" };
  BjtCategorySet set = 0;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      guint32 category = bjt_picture_find_category (picture, codes[i]);

      if (category != BJT_NO_INDEX)
        set |= (BjtCategorySet) 1 << category;
    }
  return set;
}

static void
walk_cadence (BjtWorkWalk   *self,
              BjtWorkMeasure measure)
{
  const BjtPicture     *picture = self->query->picture;
  gboolean              of_assisted = measure == BJT_WORK_ASSISTED;
  BjtCategorySet        assisted = of_assisted ? find_assisted (picture) : 0;
  g_autofree gboolean  *paired = of_assisted ? find_paired (self->query->ledger, picture) : NULL;
  g_autoptr (GArray)    demands = NULL;
  guint32               door_of_demands = BJT_NO_INDEX;

  for (guint32 m = 0; m < picture->members->len; m++)
    {
      const BjtPictureMember    *member = bjt_picture_get_member (picture, m);
      const BjtPictureHousehold *household = bjt_picture_get_household (picture, member->household);
      guint32                    door = household->door;
      BjtWorkRow                 row;

      if (!member->is_resident
          || (of_assisted ? (household->categories & bjt_picture_get_person (picture, member->person)->categories & assisted) == 0
                          : !has_tier (picture, household, member->person)))
        continue;
      if (door != door_of_demands)
        {
          g_clear_pointer (&demands, g_array_unref);
          demands = bjt_cadence_rule_list_demands (picture, door);
          door_of_demands = door;
        }
      row = make_row (picture, BJT_WORK_ROW_PERSON, member->person, door);
      row.numerator = is_on_cadence (picture, demands, member->household, member->person) && (!of_assisted || paired[member->person]);
      self->take (self, &row);
    }
}

/* Completeness: what has to be known of a door; the picture keeps no empty text */

typedef struct
{
  guint present;
  guint required;
} Fields;

static void
ask (Fields  *self,
     gboolean is_there)
{
  self->required++;
  self->present += is_there;
}

static void
ask_household (Fields                    *self,
               const BjtPicture          *picture,
               const BjtPictureHousehold *household)
{
  gboolean has_phone = FALSE;

  for (guint32 m = household->members.first; m < household->members.first + household->members.n; m++)
    {
      const BjtPicturePerson *person = bjt_picture_get_person (picture, bjt_picture_get_member (picture, m)->person);

      ask (self, person->name != NULL);
      ask (self, person->sex != 0);
      ask (self, person->born_on != BJT_DATE_NONE);
      ask (self, person->id_number != NULL);
      has_phone |= person->phone != NULL;
    }
  ask (self, has_phone);
  ask (self, household->tenure != BJT_TENURE_UNKNOWN);
}

static void
walk_doors (BjtWorkWalk *self)
{
  const BjtPicture *picture = self->query->picture;

  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      BjtWorkRow            row = make_row (picture, BJT_WORK_ROW_DOOR, d, d);
      Fields                fields = { 0 };

      if (door->is_merged)
        continue;
      ask (&fields, door->verified_on != BJT_DATE_NONE);
      for (guint32 h = door->households.first; h < door->households.first + door->households.n; h++)
        ask_household (&fields, picture, bjt_picture_get_household (picture, h));
      row.numerator = (double) fields.present / fields.required;
      self->take (self, &row);
    }
}

void
bjt_work_walk_people (BjtWorkWalk   *self,
                      BjtWorkMeasure measure)
{
  switch ((int) measure)
    {
    case BJT_WORK_VISITS:
    case BJT_WORK_CONTACT_SHARE:
      walk_visits (self, measure);
      break;
    case BJT_WORK_HOUSEHOLD_COVERAGE:
    case BJT_WORK_VERIFIED:
      walk_households (self, measure);
      break;
    case BJT_WORK_PERSON_COVERAGE:
      walk_coverage (self);
      break;
    case BJT_WORK_ON_CADENCE:
    case BJT_WORK_ASSISTED:
      walk_cadence (self, measure);
      break;
    case BJT_WORK_COMPLETENESS:
      walk_doors (self);
      break;
    default:
      break; /* policies: none are delivered yet */
    }
}
