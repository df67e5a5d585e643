/* bjt-demo-households.c: which door is lived in, by what kind of household.
 * The figures of the profile are met exactly; within a grid doors are drawn at
 * random. Grids with a figure of their own get exactly that many households. */
#include "bjt-demo-plan.h"

enum { SUBJECT_HOUSEHOLDS = 2 };

/* Draws n of the doors (which it shortens by them). */
static void
occupy (BjtDemoPlan *plan,
        GArray      *doors,
        guint        n,
        GArray      *occupied)
{
  bjt_demo_plan_shuffle (plan, doors);
  n = MIN (n, doors->len);
  g_array_append_vals (occupied, doors->data + (doors->len - n) * sizeof (guint32), n);
  g_array_set_size (doors, doors->len - n);
}

static GArray *
list_dwellings_of_grid (const BjtDemoPlan *plan,
                        guint32            grid)
{
  GArray *doors = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint b = 0; b < plan->buildings->len; b++)
    {
      const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, b);

      for (guint32 d = building->first_door; building->grid == grid && d < building->first_door + building->n_doors; d++)
        if (bjt_demo_get (plan->doors, BjtDemoDoor, d)->kind == BJT_DOOR_DWELLING)
          g_array_append_val (doors, d);
    }
  return doors;
}

/* Without figures for the grids: drawn from all doors alike. */
static void
draw_doors (BjtDemoPlan *plan,
            GArray      *occupied,
            GArray      *vacant)
{
  if (plan->profile->max_doors > 0)
    {
      g_autoptr (GArray) all = bjt_demo_plan_list_range (plan->doors->len);

      occupy (plan, all, bjt_demo_figures_count_households (&plan->profile->figures), occupied);
      g_array_append_vals (vacant, all->data, all->len);
    }
  else
    for (guint32 g = 0; g < plan->grids->len; g++)
      {
        g_autoptr (GArray) doors = list_dwellings_of_grid (plan, g);

        occupy (plan, doors, bjt_demo_get (plan->grids, BjtDemoGrid, g)->spec->n_households, occupied);
        g_array_append_vals (vacant, doors->data, doors->len);
      }
  bjt_demo_plan_shuffle (plan, occupied);
  bjt_demo_plan_shuffle (plan, vacant);
}

static BjtDate
choose_since (BjtDemoPlan       *plan,
              BjtHouseholdClass  state,
              int                built_year)
{
  BjtDate built = bjt_date_from_ymd (built_year, 10, 1);
  BjtDate settled = MAX (plan->as_of - 400, built + 1);

  if (state == BJT_CLASS_TENANT)
    return plan->as_of - 40 - (BjtDate) bjt_demo_plan_pick (plan, 1000);
  if (state == BJT_CLASS_FLOATING)
    return plan->as_of - (BjtDate) (bjt_demo_plan_chance (plan, 0.3) ? 30 + bjt_demo_plan_pick (plan, 130)
                                                                      : 200 + bjt_demo_plan_pick (plan, 900));
  return bjt_demo_plan_chance (plan, 0.6) ? built + (BjtDate) bjt_demo_plan_pick (plan, 500) % (settled - built)
                                          : built + (BjtDate) bjt_demo_plan_pick (plan, (guint) (settled - built));
}

static void
add_household (BjtDemoPlan       *plan,
               guint32            door,
               BjtDemoFamily      family,
               BjtHouseholdClass  state)
{
  BjtDemoDoor           *d = bjt_demo_get (plan->doors, BjtDemoDoor, door);
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, d->building);
  const BjtDemoCompound *compound = bjt_demo_get (plan->compounds, BjtDemoCompound, building->compound);
  BjtDemoHousehold       household = {
          .door = door,
          .family = (guint8) family,
          .state = (guint8) state,
          .since_on = choose_since (plan, state, compound->spec->built_year),
          .last_contact_on = BJT_DATE_NONE,
          .also_person = BJT_DEMO_NONE,
  };

  if (state == BJT_CLASS_HUKOU_ONLY)
    d->registered = plan->households->len;
  else
    d->household = plan->households->len;
  if (state != BJT_CLASS_HUKOU_ONLY || d->household == BJT_DEMO_NONE)
    d->state = (guint8) state;
  bjt_demo_plan_make_key (plan, &household.id, plan->profile->founded_on);
  g_array_append_val (plan->households, household);
}

/* Every family of the profile, shuffled within two piles: those with elders at
 * the end, which rent less often. */
static GArray *
list_families (BjtDemoPlan *plan,
               guint       *n_young)
{
  GArray            *families = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) elders = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 family = 0; family < BJT_DEMO_N_FAMILIES; family++)
    for (guint i = 0; i < plan->profile->figures.families[family]; i++)
      g_array_append_val (family <= BJT_DEMO_LAST_ELDER_FAMILY ? elders : families, family);
  bjt_demo_plan_shuffle (plan, families);
  bjt_demo_plan_shuffle (plan, elders);
  *n_young = families->len;
  g_array_append_vals (families, elders->data, elders->len);
  return families;
}

/* The state of every family of the list: 9 of 10 that rent or have come from
 * elsewhere are young ones. */
static GArray *
list_states (BjtDemoPlan  *plan,
             const GArray *families,
             guint         n_young)
{
  const BjtDemoFigures *figures = &plan->profile->figures;
  GArray               *states = g_array_new (FALSE, TRUE, sizeof (guint32));
  guint                 n_elders = families->len - n_young;
  const struct
  {
    guint32 state;
    guint   n;
  } piles[] = { { BJT_CLASS_TENANT, figures->tenants }, { BJT_CLASS_FLOATING, figures->floating } };
  guint young = 0, elder = n_young;

  g_array_set_size (states, families->len);
  for (guint i = 0; i < states->len; i++)
    g_array_index (states, guint32, i) = BJT_CLASS_RESIDENT;
  for (guint p = 0; p < G_N_ELEMENTS (piles); p++)
    for (guint i = 0; i < piles[p].n; i++)
      {
        gboolean is_elder = young >= n_young || (i % 10 == 9 && elder < n_young + n_elders);

        if (is_elder ? elder < states->len : young < n_young)
          g_array_index (states, guint32, is_elder ? elder++ : young++) = piles[p].state;
      }
  return states;
}

static void
add_registered_only (BjtDemoPlan  *plan,
                     const GArray *vacant)
{
  const BjtDemoFigures *figures = &plan->profile->figures;
  guint                 left = figures->hukou_only_tenant;

  for (guint i = 0; i < figures->hukou_only_empty && i < vacant->len; i++)
    add_household (plan, g_array_index (vacant, guint32, i), BJT_DEMO_N_FAMILIES, BJT_CLASS_HUKOU_ONLY);
  for (guint i = 0, n = plan->households->len; i < n && left > 0; i++)
    {
      const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, i);

      if (household->state != BJT_CLASS_TENANT || household->family <= BJT_DEMO_LAST_ELDER_FAMILY)
        continue;
      add_household (plan, household->door, BJT_DEMO_N_FAMILIES, BJT_CLASS_HUKOU_ONLY);
      left--;
    }
}

void
bjt_demo_households_plan (BjtDemoPlan *plan)
{
  g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) vacant = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) families = NULL;
  g_autoptr (GArray) states = NULL;
  guint              n_young;

  bjt_demo_plan_start_subject (plan, SUBJECT_HOUSEHOLDS);
  draw_doors (plan, occupied, vacant);
  families = list_families (plan, &n_young);
  states = list_states (plan, families, n_young);
  for (guint i = 0; i < occupied->len && i < families->len; i++)
    add_household (plan, g_array_index (occupied, guint32, i), g_array_index (families, guint32, i),
                   g_array_index (states, guint32, i));
  add_registered_only (plan, vacant);
}
