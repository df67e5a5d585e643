/* bjt-demo-registers.c: sends households, persons, memberships and recorded
 * categories. ID numbers are of the area 222499 whatever the hukou, so that
 * none of them can be anybody's. */
#include "bjt-demo-names.h"
#include "bjt-demo-places.h"
#include "bjt-demo-plan.h"
#include "base/bjt-text.h"

#include <string.h>

enum { SUBJECT_REGISTERS = 5 };

#define FIRST_BIRTH_YEAR 1900
#define N_BIRTH_DAYS 60000

typedef struct
{
  BjtDemoPlan *plan;
  guint16     *sequences; /* by birthday and sex: numbers given out */
} Work;

static const char *const other_counties[] = {
  "222403", "222401", "222402", "220106", "220284", "230183", "231084", "210212", "370684", "150785",
};

static const char *const empty_reasons[] = { "赴韩务工", "外出务工", "随子女居住", "购房外迁", "外地就学", "住养老机构" };
static const char *const away_addresses[] = { "韩国", "延吉市", "长春市", "青岛市", "大连市", "北京市" };

static void
format_id_number (const Work          *work,
                  const BjtDemoPerson *person,
                  char                 text[BJT_DEMO_ID_NUMBER_SIZE])
{
  gboolean is_man = person->sex == BJT_SEX_MALE;
  guint    day = (guint) CLAMP (person->born_on - bjt_date_from_ymd (FIRST_BIRTH_YEAR, 1, 1), 0, N_BIRTH_DAYS - 1);
  guint16 *sequence = work->sequences + 2 * day + is_man;

  bjt_demo_id_number_format (person->born_on, 2u * *sequence + (is_man ? 1 : 2), text);
  (*sequence)++;
}

/* Eight digits that look drawn and never repeat: the factor has none in common
 * with the modulus. */
static void
format_phone (const BjtDemoPlan *plan,
              guint32            p,
              char               text[16])
{
  g_snprintf (text, 16, "154%08u", (guint) (((guint64) p * 7654321 + plan->seed) % 90000000));
}

static const char *
get_hukou_code (const BjtDemoPlan      *plan,
                const BjtDemoHousehold *household)
{
  guint32 h = household->first_person;

  if (household->state == BJT_CLASS_FLOATING || (household->state == BJT_CLASS_TENANT && h % 5 < 2))
    return other_counties[h % G_N_ELEMENTS (other_counties)];
  return NULL;
}

static gboolean
send_person (Work    *work,
             guint32  p)
{
  BjtDemoPlan            *plan = work->plan;
  const BjtDemoPerson    *person = bjt_demo_get (plan->persons, BjtDemoPerson, p);
  const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, person->household);
  const char             *hukou_code = get_hukou_code (plan, household);
  g_autofree char        *initials = bjt_text_dup_pinyin_initials (person->name);
  char                    id_number[BJT_DEMO_ID_NUMBER_SIZE], phone[16], local_code[7];
  BjtPerson               record = {
                  .id = person->id,
                  .name = (char *) person->name,
                  .initials = initials,
                  .sex = person->sex,
                  .born_on = person->born_on,
                  .id_number = id_number,
                  .ethnic = (char *) BJT_DEMO_ETHNIC_CODES[person->ethnic],
                  .hukou_code = (char *) hukou_code,
                  .died_on = BJT_DATE_NONE,
  };

  g_strlcpy (local_code, plan->profile->community_code, sizeof local_code);
  format_id_number (work, person, id_number);
  format_phone (plan, p, phone);
  if (person->id_number != NULL)
    {
      record.id_number = *person->id_number != '\0' ? (char *) person->id_number : NULL;
      record.note = (char *) (record.id_number != NULL ? "持护照" : "新生儿，尚未办理身份证");
      record.ethnic = record.id_number != NULL ? NULL : record.ethnic;
    }
  if (hukou_code == NULL && (person->id_number == NULL || *person->id_number == '\0'))
    record.hukou_code = local_code;
  if (person->age >= 12 && (person->age < 80 || p % 3 != 0))
    record.phone = phone;
  return bjt_demo_plan_send (plan, &bjt_person_type, &record);
}

static const char *
get_relation (const BjtDemoPerson *person)
{
  gboolean is_man = person->sex == BJT_SEX_MALE;

  if (strchr ("EH", person->role) != NULL)
    return "02";
  if (strchr ("esm", person->role) != NULL)
    return "10";
  if (strchr ("ckg", person->role) != NULL)
    return is_man ? "20" : "30";
  if (person->role == 'r')
    return is_man ? "41" : "42";
  return is_man ? "51" : "52";
}

static gboolean
send_membership (BjtDemoPlan   *plan,
                 BjtMembership *record)
{
  bjt_demo_plan_make_key (plan, &record->id, plan->profile->founded_on);
  record->until_on = BJT_DATE_NONE;
  return bjt_demo_plan_send (plan, &bjt_membership_type, record);
}

static gboolean
send_member (Work                   *work,
             const BjtDemoHousehold *household,
             guint32                 p)
{
  const BjtDemoPerson *person = bjt_demo_get (work->plan->persons, BjtDemoPerson, p);
  BjtMembership        record = {
           .person_id = person->id,
           .household_id = household->id,
           .relation = (char *) get_relation (person),
           .is_head = strchr ("EH", person->role) != NULL,
           .is_registered = household->state == BJT_CLASS_HUKOU_ONLY
                     || (household->state == BJT_CLASS_RESIDENT && !person->hukou_elsewhere),
           .is_resident = household->state != BJT_CLASS_HUKOU_ONLY,
           .from_on = MAX (household->since_on, person->born_on),
  };

  return send_membership (work->plan, &record);
}

static char *
describe_door (const BjtDemoPlan *plan,
               guint32            d)
{
  const BjtDemoDoor     *door = bjt_demo_get (plan->doors, BjtDemoDoor, d);
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, door->building);
  char                   label[BJT_DEMO_LABEL_SIZE];

  bjt_demo_door_format_label (plan, door, label);
  return g_strdup_printf ("%s%s号楼%d单元%s", bjt_demo_get (plan->compounds, BjtDemoCompound, building->compound)->spec->name,
                          building->label, bjt_demo_get (plan->entrances, BjtDemoEntrance, door->entrance)->ordinal + 1, label);
}

static gboolean
send_household (Work    *work,
                guint32  h)
{
  BjtDemoPlan            *plan = work->plan;
  const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
  g_autofree char        *number = g_strdup_printf ("%06u", h + 1);
  g_autofree char        *live_address = NULL;
  BjtHousehold            record = {
                  .id = household->id,
                  .door_id = bjt_demo_get (plan->doors, BjtDemoDoor, household->door)->id,
                  .number = number,
                  .tenure = household->state == BJT_CLASS_TENANT ? BJT_TENURE_RENT
                            : household->state == BJT_CLASS_FLOATING && h % 4 == 0 ? BJT_TENURE_LODGE
                                                                                     : BJT_TENURE_OWN,
                  .hukou_code = (char *) get_hukou_code (plan, household),
                  .since_on = household->since_on,
                  .until_on = BJT_DATE_NONE,
                  .verified_on = plan->as_of - 5 - (BjtDate) bjt_demo_plan_pick (plan, bjt_demo_plan_chance (plan, 0.75) ? 355 : 720),
                  .last_contact_on = BJT_DATE_NONE,
  };

  if (household->state == BJT_CLASS_HUKOU_ONLY)
    {
      guint reason = bjt_demo_plan_pick (plan, G_N_ELEMENTS (empty_reasons));

      record.empty_reason = (char *) empty_reasons[reason];
      live_address = g_strdup (away_addresses[reason]);
    }
  if (household->also_person != BJT_DEMO_NONE)
    {
      const BjtDemoPerson *person = bjt_demo_get (plan->persons, BjtDemoPerson, household->also_person);

      g_free (live_address);
      live_address = describe_door (plan, bjt_demo_get (plan->households, BjtDemoHousehold, person->household)->door);
      record.empty_reason = (char *) "本社区另有住房";
    }
  record.live_address = live_address;
  record.verified_on = MAX (record.verified_on, record.since_on);
  return bjt_demo_plan_send (plan, &bjt_household_type, &record);
}

static gboolean
send_ticks (BjtDemoPlan *plan)
{
  guint32 low_income = bjt_demo_plan_find_category (plan, "low_income");

  for (guint i = 0; i < plan->ticks->len; i++)
    {
      const BjtDemoTick *tick = bjt_demo_get (plan->ticks, BjtDemoTick, i);
      BjtPersonCategory  record = {
         .person_id = bjt_demo_get (plan->persons, BjtDemoPerson, tick->person)->id,
         .category_id = ((const BjtCategory *) plan->categories->pdata[tick->category])->id,
         .grade = (char *) tick->grade,
         .evidence = (char *) tick->evidence,
         .valid_from = plan->as_of - 60 - (BjtDate) bjt_demo_plan_pick (plan, 240),
         .valid_to = BJT_DATE_NONE,
      };

      if (tick->category == low_income)
        record.valid_to = bjt_date_add_months (record.valid_from, 12);
      bjt_demo_plan_make_key (plan, &record.id, record.valid_from);
      if (!bjt_demo_plan_send (plan, &bjt_person_category_type, &record))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_separated (BjtDemoPlan *plan)
{
  for (guint h = 0; h < plan->households->len; h++)
    {
      const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
      BjtMembership           record = {
                  .household_id = household->id,
                  .relation = (char *) "02",
                  .is_head = TRUE,
                  .is_registered = TRUE,
                  .from_on = household->since_on,
      };

      if (household->also_person == BJT_DEMO_NONE)
        continue;
      record.person_id = bjt_demo_get (plan->persons, BjtDemoPerson, household->also_person)->id;
      if (!send_membership (plan, &record))
        return FALSE;
    }
  return TRUE;
}

gboolean
bjt_demo_people_send (BjtDemoPlan *plan)
{
  g_autofree guint16 *sequences = g_new0 (guint16, 2 * N_BIRTH_DAYS);
  Work                work = { plan, sequences };

  bjt_demo_plan_start_subject (plan, SUBJECT_REGISTERS);
  for (guint32 h = 0; h < plan->households->len; h++)
    {
      const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);

      if (!send_household (&work, h))
        return FALSE;
      for (guint32 p = household->first_person; p < household->first_person + household->n_persons; p++)
        if (!send_person (&work, p) || !send_member (&work, household, p))
          return FALSE;
    }
  return send_separated (plan) && send_ticks (plan);
}
