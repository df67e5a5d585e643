/* bjt-demo.c: makes a sample community. First the plan is decided (small rows
 * in memory, about 150 bytes a door), then its records are sent one by one,
 * each after those it names. No clock, no hash order, no randomness but the
 * seed's: every subject draws from its own sequence, so that a change in one
 * leaves the others as they were. */
#include "bjt-demo.h"

#include "bjt-demo-plan.h"
#include "bjt-demo-terrain.h"
#include "rules/bjt-rules.h"

G_DEFINE_QUARK (bjt-demo-error-quark, bjt_demo_error)

#define MOST_DOORS 2000000

static void
plan_clear (BjtDemoPlan *plan)
{
  g_clear_pointer (&plan->rand, g_rand_free);
  g_clear_pointer (&plan->key_rand, g_rand_free);
  g_string_chunk_free (plan->strings);
  bjt_ground_free (plan->ground);
  g_ptr_array_unref (plan->categories);
  g_ptr_array_unref (plan->issue_kinds);
  g_ptr_array_unref (plan->cadence_rules);
  g_array_unref (plan->compounds);
  g_array_unref (plan->grids);
  g_array_unref (plan->buildings);
  g_array_unref (plan->entrances);
  g_array_unref (plan->doors);
  g_array_unref (plan->households);
  g_array_unref (plan->persons);
  g_array_unref (plan->ticks);
  g_array_unref (plan->partners);
  g_array_unref (plan->patrols);
  g_array_unref (plan->matters);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtDemoPlan, plan_clear)

static void
plan_init (BjtDemoPlan *plan)
{
  plan->key_rand = g_rand_new_with_seed (plan->seed);
  plan->strings = g_string_chunk_new (64 * 1024);
  plan->categories = bjt_rules_list_default_categories ();
  plan->issue_kinds = bjt_rules_list_default_issue_kinds ();
  plan->cadence_rules = bjt_rules_list_default_cadence_rules ();
  plan->compounds = g_array_new (FALSE, TRUE, sizeof (BjtDemoCompound));
  plan->grids = g_array_new (FALSE, TRUE, sizeof (BjtDemoGrid));
  plan->buildings = g_array_new (FALSE, TRUE, sizeof (BjtDemoBuilding));
  plan->entrances = g_array_new (FALSE, TRUE, sizeof (BjtDemoEntrance));
  plan->doors = g_array_new (FALSE, TRUE, sizeof (BjtDemoDoor));
  plan->households = g_array_new (FALSE, TRUE, sizeof (BjtDemoHousehold));
  plan->persons = g_array_new (FALSE, TRUE, sizeof (BjtDemoPerson));
  plan->ticks = g_array_new (FALSE, TRUE, sizeof (BjtDemoTick));
  plan->partners = g_array_new (FALSE, TRUE, sizeof (BjtDemoPartner));
  plan->patrols = g_array_new (FALSE, TRUE, sizeof (BjtDemoPatrol));
  plan->matters = g_array_new (FALSE, TRUE, sizeof (BjtDemoMatter));
  bjt_demo_terrain_start (plan);
}

static gboolean
send_catalogue (BjtDemoPlan *plan)
{
  for (guint i = 0; i < plan->categories->len; i++)
    if (!bjt_demo_plan_send (plan, &bjt_category_type, plan->categories->pdata[i]))
      return FALSE;
  for (guint i = 0; i < plan->cadence_rules->len; i++)
    if (!bjt_demo_plan_send (plan, &bjt_cadence_rule_type, plan->cadence_rules->pdata[i]))
      return FALSE;
  for (guint i = 0; i < plan->issue_kinds->len; i++)
    if (!bjt_demo_plan_send (plan, &bjt_issue_kind_type, plan->issue_kinds->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
generate (const BjtDemoProfile  *profile,
          const BjtDemoOptions  *options,
          BjtDemoSink            sink,
          gpointer               user_data,
          GError               **error)
{
  g_auto (BjtDemoPlan) plan = {
    .as_of = options->as_of != BJT_DATE_NONE && options->as_of != 0 ? options->as_of : bjt_date_from_ymd (2026, 11, 22),
    .seed = options->seed,
    .profile = profile,
    .sink = sink,
    .user_data = user_data,
    .error = error,
  };

  plan_init (&plan);
  bjt_demo_places_plan (&plan);
  bjt_demo_households_plan (&plan);
  bjt_demo_people_plan (&plan);
  bjt_demo_categories_plan (&plan);
  return send_catalogue (&plan)
         && bjt_demo_places_send (&plan)
         && bjt_demo_people_send (&plan)
         && bjt_demo_visits_send (&plan)
         && bjt_demo_partners_send (&plan)
         && bjt_demo_patrols_send (&plan)
         && bjt_demo_issues_send (&plan)
         && bjt_demo_hotline_send (&plan)
         && bjt_demo_meetings_send (&plan)
         && bjt_demo_help_send (&plan)
         && bjt_demo_streets_send (&plan);
}

/**
 * bjt_demo_generate:
 * @options: which community
 * @sink: receives every record
 * @user_data: for @sink
 *
 * Returns: %FALSE when the options make no sense or @sink refused a record
 */
gboolean
bjt_demo_generate (const BjtDemoOptions  *options,
                   BjtDemoSink            sink,
                   gpointer               user_data,
                   GError               **error)
{
  const char                *code = options->profile != NULL ? options->profile : "jiangbei";
  g_autoptr (BjtDemoProfile) profile = NULL;

  if (g_str_equal (code, "stress") && (options->n_doors < 1 || options->n_doors > MOST_DOORS))
    {
      g_set_error (error, BJT_DEMO_ERROR, BJT_DEMO_ERROR_OPTIONS,
                   "The stress community takes 1 to %d doors, not %u", MOST_DOORS, options->n_doors);
      return FALSE;
    }
  profile = bjt_demo_profile_new (code, options->n_doors);
  if (profile == NULL)
    {
      g_set_error (error, BJT_DEMO_ERROR, BJT_DEMO_ERROR_OPTIONS,
                   "There is no sample community “%s”; take jiangbei, jiabei or stress", code);
      return FALSE;
    }
  if (options->n_visits > 0)
    profile->figures.visits = options->n_visits;
  if (options->n_issues > 0)
    profile->figures.issues = options->n_issues;
  return generate (profile, options, sink, user_data, error);
}
