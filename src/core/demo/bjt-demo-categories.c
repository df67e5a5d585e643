/* bjt-demo-categories.c: the recorded categories of residents, with grade,
 * evidence and validity, in exactly the numbers of the profile; and from them
 * the cadence of every household as rule B.6 will find it. Derived categories
 * are not recorded: the families have been made so that the rules find them. */
#include "bjt-demo-plan.h"

#include "rules/bjt-rules.h"

#include <string.h>

enum { SUBJECT_CATEGORIES = 4 };

typedef struct
{
  const BjtDemoPerson    *person;
  const BjtDemoHousehold *household;
} Candidate;

typedef struct
{
  BjtDemoPlan *plan;
  GArray      *residents; /* shuffled indices of persons */
  guint64     *recorded;  /* categories of each person */
} Work;

static Candidate
get_candidate (const Work *work,
               guint32     p)
{
  const BjtDemoPerson *person = bjt_demo_get (work->plan->persons, BjtDemoPerson, p);

  return (Candidate) { person, bjt_demo_get (work->plan->households, BjtDemoHousehold, person->household) };
}

static void
tick (Work       *work,
      guint32     person,
      const char *code,
      const char *grade,
      const char *evidence)
{
  BjtDemoTick row = { person, bjt_demo_plan_find_category (work->plan, code), grade, evidence };

  work->recorded[person] |= G_GUINT64_CONSTANT (1) << row.category;
  g_array_append_val (work->plan->ticks, row);
}

static gboolean
has (const Work *work,
     guint32     person,
     const char *code)
{
  return (work->recorded[person] >> bjt_demo_plan_find_category (work->plan, code)) & 1;
}

/* Ticks n residents of that age. */
static void
tick_by_age (Work       *work,
             guint       n,
             const char *code,
             const char *grade,
             int         age_from,
             int         age_to)
{
  for (guint i = 0; i < work->residents->len && n > 0; i++)
    {
      guint32              p = g_array_index (work->residents, guint32, i);
      const BjtDemoPerson *person = get_candidate (work, p).person;

      if (person->age < age_from || person->age > age_to || has (work, p, code))
        continue;
      tick (work, p, code, grade, NULL);
      n--;
    }
}

static void
tick_disabilities (Work *work)
{
  static const struct
  {
    const char *name;
    char        digit;
    int         age_from, age_to;
  } kinds[BJT_DEMO_N_DISABILITIES] = {
    { "肢体", '4', 12, 90 }, { "视力", '1', 30, 90 }, { "听力", '2', 40, 95 }, { "精神", '6', 18, 66 },
    { "智力", '5', 6, 60 },  { "言语", '3', 6, 70 },  { "多重", '7', 10, 80 },
  };
  static const char *const grades[] = { "一级", "二级", "三级", "四级" };
  BjtDemoPlan             *plan = work->plan;

  bjt_demo_plan_shuffle (plan, work->residents);
  for (guint kind = 0, i = 0; kind < BJT_DEMO_N_DISABILITIES; kind++)
    for (guint left = plan->profile->figures.disability[kind]; left > 0 && i < work->residents->len; i++)
      {
        guint32              p = g_array_index (work->residents, guint32, i);
        const BjtDemoPerson *person = get_candidate (work, p).person;
        guint                level = bjt_demo_plan_pick (plan, 4);
        g_autofree char     *grade = g_strconcat (kinds[kind].name, grades[level], NULL);
        g_autofree char     *evidence = g_strdup_printf ("残疾人证 类别%c 等级%u", kinds[kind].digit, level + 1);

        if (person->age < kinds[kind].age_from || person->age > kinds[kind].age_to || person->id_number != NULL)
          continue;
        tick (work, p, "disability", g_string_chunk_insert_const (plan->strings, grade),
              g_string_chunk_insert_const (plan->strings, evidence));
        left--;
      }
}

/* 118 households with 165 persons: the first 47 with two each. */
static void
tick_low_income (Work *work)
{
  const BjtDemoFigures *figures = &work->plan->profile->figures;
  guint                 doubles = figures->low_income_persons - figures->low_income_households;
  guint                 singles = figures->low_income_households - doubles;

  for (guint i = 0; i < work->residents->len && doubles + singles > 0; i++)
    {
      guint32   p = g_array_index (work->residents, guint32, i);
      Candidate c = get_candidate (work, p);

      if (p != c.household->first_person || c.household->state != BJT_CLASS_RESIDENT)
        continue;
      if (c.household->n_persons >= 2 && doubles > 0)
        {
          tick (work, p + 1, "low_income", "B类", "低保证，按户年审");
          doubles--;
        }
      else if (singles > 0)
        singles--;
      else
        continue;
      tick (work, p, "low_income", c.household->n_persons == 1 ? "A类" : "B类", "低保证，按户年审");
    }
}

/* One head a household. */
static void
tick_heads (Work          *work,
            guint          n,
            const char    *code,
            BjtDemoFamily  family,
            const char    *evidence)
{
  for (guint i = work->residents->len; i > 0 && n > 0; i--)
    {
      guint32   p = g_array_index (work->residents, guint32, i - 1);
      Candidate c = get_candidate (work, p);

      if (p != c.household->first_person || c.household->state != BJT_CLASS_RESIDENT
          || (family != BJT_DEMO_N_FAMILIES && c.household->family != family)
          || has (work, p, "low_income") || has (work, p, "extreme_poverty") || has (work, p, code))
        continue;
      tick (work, p, code, NULL, evidence);
      n--;
    }
}

static void
tick_lonely (Work *work)
{
  guint left = work->plan->profile->figures.lonely;

  for (guint i = 0, n = work->plan->ticks->len; i < n && left > 0; i++)
    {
      const BjtDemoTick *row = bjt_demo_get (work->plan->ticks, BjtDemoTick, i);

      if (row->category != bjt_demo_plan_find_category (work->plan, "extreme_poverty"))
        continue;
      tick (work, row->person, "lonely_elder", NULL, NULL);
      left--;
    }
}

static void
tick_bereaved (Work          *work,
               guint          n,
               BjtDemoFamily  family)
{
  for (guint i = 0; i < work->residents->len && n > 0; i++)
    {
      guint32   p = g_array_index (work->residents, guint32, i);
      Candidate c = get_candidate (work, p);

      if (p != c.household->first_person || c.household->family != family || c.household->state != BJT_CLASS_RESIDENT
          || has (work, p, "extreme_poverty"))
        continue;
      for (guint m = 0; m < c.household->n_persons; m++)
        tick (work, p + m, "family_planning", "失独", "计生特扶证");
      n--;
    }
}

/* 留守 children live with their grandparents, 困境 ones with one parent. */
static void
tick_children (Work       *work,
               guint       n,
               const char *grade,
               char        role)
{
  for (guint i = 0; i < work->residents->len && n > 0; i++)
    {
      guint32   p = g_array_index (work->residents, guint32, i);
      Candidate c = get_candidate (work, p);

      if (c.person->role != role || (role == 'c' && c.household->family != BJT_DEMO_PARENT_CHILD))
        continue;
      tick (work, p, "child_in_need", grade, role == 'r' ? "父母在韩国务工" : "单亲家庭");
      n--;
    }
}

static void
tick_veterans (Work *work)
{
  guint left = work->plan->profile->figures.veterans;

  for (guint i = 0; i < work->residents->len && left > 0; i++)
    {
      guint32   p = g_array_index (work->residents, guint32, i);
      Candidate c = get_candidate (work, p);

      if (c.person->age < 24 || c.person->id_number != NULL || (c.person->sex != BJT_SEX_MALE && i % 12 != 0))
        continue;
      tick (work, p, "veteran", NULL, "优待证");
      left--;
    }
}

static void
tick_mothers_and_infants (Work *work)
{
  guint left = work->plan->profile->figures.pregnant_infant;

  for (guint i = 0; i < work->residents->len && left >= 2; i++)
    {
      guint32   p = g_array_index (work->residents, guint32, i);
      Candidate c = get_candidate (work, p);

      if (c.person->role != 'c' || c.person->age > 2 || c.household->family != BJT_DEMO_COUPLE_CHILD)
        continue;
      tick (work, p, "pregnant_infant", "婴儿", NULL);
      tick (work, c.household->first_person + 1, "pregnant_infant", "产妇", NULL);
      left -= 2;
    }
}

static void
tick_all (Work *work)
{
  const BjtDemoFigures *figures = &work->plan->profile->figures;

  tick_disabilities (work);
  bjt_demo_plan_shuffle (work->plan, work->residents);
  tick_by_age (work, figures->disabled_care, "disabled_care", "失能半失能", 70, 120);
  tick_low_income (work);
  tick_heads (work, figures->extreme_poverty, "extreme_poverty", BJT_DEMO_ELDER_ALONE, "特困供养证");
  tick_lonely (work);
  tick_heads (work, figures->edge, "low_income_edge", BJT_DEMO_N_FAMILIES, "边缘家庭认定书");
  tick_heads (work, figures->jobless, "jobless_family", BJT_DEMO_PARENT_GROWN_CHILD, NULL);
  bjt_demo_plan_shuffle (work->plan, work->residents);
  tick_by_age (work, figures->illness, "serious_illness", NULL, 34, 86);
  tick_bereaved (work, figures->bereaved_couples, BJT_DEMO_ELDER_COUPLE);
  tick_bereaved (work, figures->bereaved_alone, BJT_DEMO_ELDER_ALONE);
  tick_children (work, figures->left_behind, "留守", 'r');
  tick_children (work, figures->in_distress, "困境", 'c');
  tick_veterans (work);
  tick_mothers_and_infants (work);
  bjt_demo_plan_shuffle (work->plan, work->residents);
  tick_by_age (work, figures->party_members, "party_member", NULL, 24, 92);
  tick_by_age (work, figures->correction, "correction", NULL, 22, 60);
  bjt_demo_plan_shuffle (work->plan, work->residents);
  tick_by_age (work, figures->released, "released", NULL, 24, 62);
  tick_by_age (work, figures->drugs, "drugs", NULL, 28, 33);
  bjt_demo_plan_shuffle (work->plan, work->residents);
  tick_by_age (work, figures->mental, "mental", NULL, 20, 70);
}

static guint64
derive_categories (const BjtDemoPlan      *plan,
                   const BjtDemoHousehold *household)
{
  guint64 set = 0;

  if (household->family == BJT_DEMO_ELDER_ALONE)
    set |= G_GUINT64_CONSTANT (1) << bjt_demo_plan_find_category (plan, "elder_alone");
  if (household->family == BJT_DEMO_ELDER_COUPLE)
    set |= G_GUINT64_CONSTANT (1) << bjt_demo_plan_find_category (plan, "empty_nest");
  for (guint i = 0; i < household->n_persons; i++)
    if (bjt_demo_get (plan->persons, BjtDemoPerson, household->first_person + i)->age >= 80)
      set |= G_GUINT64_CONSTANT (1) << bjt_demo_plan_find_category (plan, "aged_80");
  return set;
}

static void
find_cadences (Work *work)
{
  BjtDemoPlan *plan = work->plan;

  for (guint h = 0; h < plan->households->len; h++)
    {
      BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
      guint64           set = derive_categories (plan, household);

      household->cadence_days = (gint16) BJT_RULE_SET_DEFAULT.ordinary_cadence_days;
      for (guint i = 0; i < household->n_persons; i++)
        set |= work->recorded[household->first_person + i];
      for (guint c = 0; c < plan->categories->len; c++)
        {
          int days = ((const BjtCategory *) plan->categories->pdata[c])->cadence_days;

          if ((set >> c & 1) && days > 0)
            household->cadence_days = (gint16) MIN (household->cadence_days, days);
        }
    }
}

void
bjt_demo_categories_plan (BjtDemoPlan *plan)
{
  g_autoptr (GArray)  residents = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint64 *recorded = g_new0 (guint64, plan->persons->len + 1);
  Work                work = { plan, residents, recorded };

  bjt_demo_plan_start_subject (plan, SUBJECT_CATEGORIES);
  for (guint32 p = 0; p < plan->persons->len; p++)
    if (get_candidate (&work, p).household->state != BJT_CLASS_HUKOU_ONLY)
      g_array_append_val (residents, p);
  bjt_demo_plan_shuffle (plan, residents);
  tick_all (&work);
  find_cadences (&work);
}
