/* bjt-demo-people.c: who makes up each household: sexes, ages, descent, names.
 *
 * The ages of elders are drawn as one list that has exactly the stated numbers
 * over 65 and 80, and dealt out in the order of the ages each family would
 * like; the others follow from them and from the children. */
#include "bjt-demo-names.h"
#include "bjt-demo-plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SUBJECT_PEOPLE = 3 };

typedef struct
{
  double  preferred;
  guint32 person;
} Wish;

/* Which families away from home have: registered here, living elsewhere. */
static const char *const away_roles[] = { "H", "Hs", "Hsc", "H", "Hg" };

static gboolean
is_elder_role (char role)
{
  return strchr ("EePp", role) != NULL;
}

static guint8
choose_sex (BjtDemoPlan *plan,
            char         role,
            const char  *roles,
            guint8       head)
{
  guint8 other = head == BJT_SEX_MALE ? BJT_SEX_FEMALE : BJT_SEX_MALE;
  double men = 0.515;

  if (strchr ("esm", role) != NULL)
    return other;
  if (strchr ("Pp", role) != NULL && strchr (roles, 'p') != NULL)
    return role == 'P' ? BJT_SEX_MALE : BJT_SEX_FEMALE;
  if (role == 'P')
    men = 0.28;
  else if (role == 'E')
    men = roles[1] == '\0' ? 0.3 : strpbrk (roles, "em") != NULL ? 0.82 : 0.35;
  else if (role == 'H')
    men = strchr (roles, 's') != NULL ? 0.78 : roles[1] == '\0' ? 0.58 : 0.35;
  return bjt_demo_plan_chance (plan, men) ? BJT_SEX_MALE : BJT_SEX_FEMALE;
}

static void
add_members (BjtDemoPlan *plan,
             guint32      h)
{
  BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
  const char       *roles = household->family < BJT_DEMO_N_FAMILIES
                              ? BJT_DEMO_FAMILY_ROLES[household->family]
                              : away_roles[bjt_demo_plan_pick (plan, G_N_ELEMENTS (away_roles))];
  guint8            head = BJT_SEX_MALE;

  household->first_person = plan->persons->len;
  household->n_persons = (guint8) strlen (roles);
  for (const char *role = roles; *role != '\0'; role++)
    {
      BjtDemoPerson person = { .household = h, .role = *role, .sex = choose_sex (plan, *role, roles, head), .age = -1 };

      if (role == roles)
        head = person.sex;
      bjt_demo_plan_make_key (plan, &person.id, plan->profile->founded_on);
      g_array_append_val (plan->persons, person);
    }
}

/* Elders */

static double
wish_for_age (BjtDemoPlan   *plan,
              BjtDemoFamily  family)
{
  double u = g_rand_double (plan->rand), v = g_rand_double (plan->rand);

  if (family == BJT_DEMO_ELDER_ALONE)
    return 63 + 26 * u;
  if (family == BJT_DEMO_ELDER_COUPLE)
    return 60 + 13 * u + 8 * v;
  if (family == BJT_DEMO_MIXED_COUPLE)
    return 59 + 3 * u;
  if (family == BJT_DEMO_ELDER_GRANDCHILD || family == BJT_DEMO_ELDERS_GRANDCHILD)
    return 60 + 12 * u;
  return 62 + 14 * u + 10 * v;
}

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *x = a, *y = b;

  if (x->preferred != y->preferred)
    return x->preferred < y->preferred ? -1 : 1;
  return x->person < y->person ? -1 : x->person > y->person;
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  return *(const guint32 *) a < *(const guint32 *) b ? -1 : *(const guint32 *) a > *(const guint32 *) b;
}

static GArray *
list_elder_ages (BjtDemoPlan *plan,
                 guint        n)
{
  const BjtDemoFigures *figures = &plan->profile->figures;
  GArray               *ages = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n; i++)
    {
      double  u = g_rand_double (plan->rand);
      guint32 age = 60 + (guint32) (5 * u);

      if (i < figures->aged_80)
        age = MIN (80 + (guint32) (-4.5 * log (1 - u)), 99);
      else if (i < figures->aged_65)
        age = 65 + (guint32) (15 * (1 - sqrt (1 - u)));
      g_array_append_val (ages, age);
    }
  g_array_sort (ages, compare_ages);
  return ages;
}

static void
age_elders (BjtDemoPlan *plan)
{
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  g_autoptr (GArray) ages = NULL;
  double             family_wish = 0;
  guint32            family_of_wish = BJT_DEMO_NONE;

  for (guint32 p = 0; p < plan->persons->len; p++)
    {
      const BjtDemoPerson *person = bjt_demo_get (plan->persons, BjtDemoPerson, p);
      Wish                 wish = { .person = p };

      if (!is_elder_role (person->role))
        continue;
      if (person->household != family_of_wish)
        family_wish = wish_for_age (plan, bjt_demo_get (plan->households, BjtDemoHousehold, person->household)->family);
      family_of_wish = person->household;
      wish.preferred = family_wish + 3 * g_rand_double (plan->rand) - (person->sex == BJT_SEX_FEMALE ? 2 : 0);
      g_array_append_val (wishes, wish);
    }
  g_array_sort (wishes, compare_wishes);
  ages = list_elder_ages (plan, wishes->len);
  for (guint i = 0; i < wishes->len; i++)
    bjt_demo_get (plan->persons, BjtDemoPerson, bjt_demo_get (wishes, Wish, i)->person)->age =
      (gint16) g_array_index (ages, guint32, i);
}

/* The others */

static BjtDemoPerson *
find_role (BjtDemoPlan            *plan,
           const BjtDemoHousehold *household,
           char                    role)
{
  for (guint i = 0; i < household->n_persons; i++)
    {
      BjtDemoPerson *person = bjt_demo_get (plan->persons, BjtDemoPerson, household->first_person + i);

      if (person->role == role)
        return person;
    }
  return NULL;
}

static int
between (BjtDemoPlan *plan,
         int          low,
         int          high)
{
  return low + (int) bjt_demo_plan_pick (plan, (guint) MAX (high - low, 0) + 1);
}

/* Not the macro, which would draw twice. */
static int
clamp (int value,
       int low,
       int high)
{
  return CLAMP (value, low, high);
}

/* The head below 60: by the elder's age or the child's, else as singles and
 * couples are. */
static int
choose_head_age (BjtDemoPlan            *plan,
                 const BjtDemoHousehold *household)
{
  const BjtDemoPerson *parent = find_role (plan, household, 'P');

  if (parent != NULL)
    return clamp (parent->age - between (plan, 23, 32), 26, 56);
  if (find_role (plan, household, 'c') != NULL)
    return between (plan, 26, 46);
  if (find_role (plan, household, 'g') != NULL)
    return between (plan, 42, 59);
  if (find_role (plan, household, 's') != NULL)
    return bjt_demo_plan_chance (plan, 0.35) ? between (plan, 24, 40) : between (plan, 41, 59);
  return between (plan, 20, 59);
}

static int
choose_age (BjtDemoPlan            *plan,
            const BjtDemoHousehold *household,
            char                    role,
            int                     head_age)
{
  switch (role)
    {
    case 'H':
      return head_age;
    case 's':
      return clamp (head_age + between (plan, -4, 2), 21, 59);
    case 'm':
      return between (plan, 54, 59);
    case 'k':
      return clamp (head_age - between (plan, 22, 33), 20, 59);
    case 'g':
      return clamp (head_age - between (plan, 23, 30), 15, 33);
    case 'c':
      return clamp (head_age - between (plan, 24, 33), 0, 14);
    case 'r':
      return between (plan, 1, 14);
    default:
      g_return_val_if_reached (30);
    }
}

static BjtDate
choose_birth (BjtDemoPlan *plan,
              int          age)
{
  BjtDate born = bjt_date_add_months (plan->as_of, -12 * age) - (BjtDate) bjt_demo_plan_pick (plan, 364);

  while (bjt_date_get_age (born, plan->as_of) > age)
    born++;
  while (bjt_date_get_age (born, plan->as_of) < age)
    born--;
  return born;
}

static void
age_household (BjtDemoPlan *plan,
               guint32      h)
{
  const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
  int                     head_age = bjt_demo_get (plan->persons, BjtDemoPerson, household->first_person)->age;

  if (household->n_persons == 0)
    return;
  if (head_age < 0)
    head_age = choose_head_age (plan, household);
  for (guint i = 0; i < household->n_persons; i++)
    {
      BjtDemoPerson *person = bjt_demo_get (plan->persons, BjtDemoPerson, household->first_person + i);

      if (person->age < 0)
        person->age = (gint16) choose_age (plan, household, person->role, head_age);
      person->born_on = choose_birth (plan, person->age);
    }
}

/* Descent: every household takes the one furthest below its share. */

static const double ethnic_shares[BJT_DEMO_N_ETHNICS] = { 0.68, 0.26, 0.05, 0.007, 0.001, 0.002, 0 };

static void
choose_ethnics (BjtDemoPlan *plan)
{
  double missing[BJT_DEMO_N_ETHNICS], total = plan->persons->len;

  for (guint e = 0; e < BJT_DEMO_N_ETHNICS; e++)
    missing[e] = ethnic_shares[e] * total;
  for (guint h = 0; h < plan->households->len; h++)
    {
      BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
      double            at, left = 0;
      guint             e = 0;

      for (guint i = 0; i < BJT_DEMO_N_ETHNICS; i++)
        left += fmax (missing[i], 0);
      at = g_rand_double (plan->rand) * left;
      while (e + 1 < BJT_DEMO_N_ETHNICS && at >= fmax (missing[e], 0))
        at -= fmax (missing[e++], 0);
      household->ethnic = (guint8) (missing[e] > 0 ? e : BJT_DEMO_HAN);
      missing[household->ethnic] -= household->n_persons;
    }
}

/* Names */

static int
get_born_year (const BjtDemoPerson *person)
{
  int year, month, day;

  bjt_date_get_ymd (person->born_on, &year, &month, &day);
  return year;
}

/* Children bear the name of the father's family, parents that of the head. */
static gboolean
bears_family_name (const BjtDemoPerson *person,
                   guint8               head_sex,
                   gboolean             has_couple)
{
  if (person->role == 'P')
    return person->sex == BJT_SEX_MALE;
  if (strchr ("esmp", person->role) != NULL)
    return head_sex == BJT_SEX_FEMALE && person->role != 'p';
  if (strchr ("EH", person->role) != NULL)
    return head_sex == BJT_SEX_MALE || !has_couple;
  return TRUE;
}

static void
name_household (BjtDemoPlan *plan,
                guint32      h)
{
  const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
  const char             *family_name = bjt_demo_name_pick_surname (plan->rand, household->ethnic);
  gboolean                has_couple = household->n_persons > 1
                        && strchr ("esm", bjt_demo_get (plan->persons, BjtDemoPerson, household->first_person + 1)->role) != NULL;

  for (guint i = 0; i < household->n_persons; i++)
    {
      BjtDemoPerson   *person = bjt_demo_get (plan->persons, BjtDemoPerson, household->first_person + i);
      guint8           head_sex = bjt_demo_get (plan->persons, BjtDemoPerson, household->first_person)->sex;
      const char      *surname = family_name;
      g_autofree char *name = NULL;

      person->ethnic = household->ethnic;
      if (!bears_family_name (person, head_sex, has_couple))
        surname = bjt_demo_name_pick_surname (plan->rand, household->ethnic);
      name = g_strconcat (surname, bjt_demo_name_pick_given (plan->rand, household->ethnic, person->sex, get_born_year (person)), NULL);
      person->name = g_string_chunk_insert_const (plan->strings, name);
    }
}

/* Persons who try out every corner (domain.md E.1) */

typedef struct
{
  BjtDemoFamily     family;
  BjtHouseholdClass state;
  guint8            sex;
  gint16            age_from, age_to;
  const char       *name;
  const char       *id_number;
  gint8             ethnic; /* -1: as it is */
} Edge;

static const Edge edges[] = {
  { BJT_DEMO_SINGLE, BJT_CLASS_RESIDENT, BJT_SEX_MALE, 35, 59, "欧阳立群", NULL, BJT_DEMO_HAN },
  { BJT_DEMO_SINGLE, BJT_CLASS_RESIDENT, BJT_SEX_FEMALE, 20, 40, "南宫雨薇", NULL, BJT_DEMO_HAN },
  { BJT_DEMO_SINGLE, BJT_CLASS_FLOATING, BJT_SEX_FEMALE, 20, 45, "阿依古丽·买买提", NULL, BJT_DEMO_UYGHUR },
  { BJT_DEMO_SINGLE, BJT_CLASS_RESIDENT, BJT_SEX_MALE, 20, 45, "刘䶮", NULL, BJT_DEMO_HAN },
  { BJT_DEMO_SINGLE, BJT_CLASS_RESIDENT, BJT_SEX_FEMALE, 20, 45, "李㛃", NULL, BJT_DEMO_HAN },
  { BJT_DEMO_SINGLE, BJT_CLASS_RESIDENT, BJT_SEX_MALE, 20, 45, "张𬭎", NULL, BJT_DEMO_HAN },
  { BJT_DEMO_SINGLE, BJT_CLASS_TENANT, BJT_SEX_MALE, 22, 50, "LEE JIHOON", "M98700012", -1 },
  { BJT_DEMO_COUPLE_CHILD, BJT_CLASS_RESIDENT, BJT_SEX_UNKNOWN, 0, 0, NULL, "", -1 },
};

static gboolean
is_edge (const BjtDemoPerson *person)
{
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    if (edges[i].name == person->name)
      return TRUE;
  return FALSE;
}

static gboolean
fits_edge (const BjtDemoPlan   *plan,
           const BjtDemoPerson *person,
           const Edge          *edge)
{
  const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, person->household);

  return household->family == edge->family && household->state == edge->state && !is_edge (person)
         && (edge->sex == BJT_SEX_UNKNOWN || person->sex == edge->sex)
         && person->age >= edge->age_from && person->age <= edge->age_to;
}

static void
place_edges (BjtDemoPlan *plan)
{
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    for (guint p = 17 * i; p < plan->persons->len; p++)
      {
        BjtDemoPerson *person = bjt_demo_get (plan->persons, BjtDemoPerson, p);

        if (!fits_edge (plan, person, edges + i))
          continue;
        if (edges[i].name != NULL)
          person->name = edges[i].name;
        if (edges[i].ethnic >= 0)
          person->ethnic = (guint8) edges[i].ethnic;
        person->id_number = edges[i].id_number;
        break;
      }
}

/* Two women of one name in one building, behind different doors. */
static void
place_namesakes (BjtDemoPlan *plan)
{
  g_autofree guint32 *first = g_new0 (guint32, plan->buildings->len); /* person + 1 */

  for (guint32 p = 0; p < plan->persons->len; p++)
    {
      BjtDemoPerson          *person = bjt_demo_get (plan->persons, BjtDemoPerson, p);
      const BjtDemoHousehold *home = bjt_demo_get (plan->households, BjtDemoHousehold, person->household);
      guint32                 here = bjt_demo_get (plan->doors, BjtDemoDoor, home->door)->building;

      if (home->family != BJT_DEMO_ELDER_ALONE || person->sex != BJT_SEX_FEMALE || person->ethnic != BJT_DEMO_HAN)
        continue;
      if (first[here] != 0)
        {
          bjt_demo_get (plan->persons, BjtDemoPerson, first[here] - 1)->name = person->name = "王淑兰";
          return;
        }
      first[here] = p + 1;
    }
}

/* Some who live here have their hukou at another door of the community. */
static void
separate_hukou (BjtDemoPlan *plan)
{
  guint32 p = 0;
  guint   left = plan->profile->figures.hukou_only_empty / 5;

  for (guint32 h = 0; h < plan->households->len && left > 0; h++)
    {
      BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);

      if (household->state != BJT_CLASS_HUKOU_ONLY)
        continue;
      for (p += 37; p < plan->persons->len; p++)
        {
          BjtDemoPerson *person = bjt_demo_get (plan->persons, BjtDemoPerson, p);

          if (person->role == 'H' && person->age >= 25
              && bjt_demo_get (plan->households, BjtDemoHousehold, person->household)->state == BJT_CLASS_RESIDENT)
            break;
        }
      if (p >= plan->persons->len)
        return;
      household->also_person = p;
      household->n_persons = 0;
      bjt_demo_get (plan->persons, BjtDemoPerson, p)->hukou_elsewhere = TRUE;
      left--;
    }
}

void
bjt_demo_people_plan (BjtDemoPlan *plan)
{
  bjt_demo_plan_start_subject (plan, SUBJECT_PEOPLE);
  for (guint32 h = 0; h < plan->households->len; h++)
    add_members (plan, h);
  age_elders (plan);
  for (guint32 h = 0; h < plan->households->len; h++)
    age_household (plan, h);
  choose_ethnics (plan);
  for (guint32 h = 0; h < plan->households->len; h++)
    name_household (plan, h);
  place_edges (plan);
  place_namesakes (plan);
  separate_hukou (plan);
}
