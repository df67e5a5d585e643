/* bjt-demo-staff.c: the community's people in office and their duties. The
 * offices' telephones are 0433-000xxxx. */
#include "bjt-demo-names.h"
#include "bjt-demo-plan.h"

#define GRIDS_A_LEADER 3
#define GRIDS_A_POLICEMAN 5

static gboolean
send_staff (BjtDemoPlan *plan,
            BjtUuid     *id,
            guint        number,
            const char  *kind)
{
  g_autofree char *phone = g_strdup_printf ("0433-000%04u", number + 2);
  BjtStaff         staff = {
            .name = (char *) bjt_demo_name_get_staff (number),
            .kind = (char *) kind,
            .phone = phone,
            .is_active = TRUE,
            .sex = number % 2 == 0 ? BJT_SEX_FEMALE : BJT_SEX_MALE,
  };

  bjt_demo_plan_make_key (plan, id, plan->profile->founded_on);
  staff.id = *id;
  return bjt_demo_plan_send (plan, &bjt_staff_type, &staff);
}

static gboolean
send_duty (BjtDemoPlan   *plan,
           const BjtUuid *staff,
           guint          grid,
           const char    *role)
{
  BjtDuty duty = {
    .staff_id = *staff,
    .grid_id = bjt_demo_get (plan->grids, BjtDemoGrid, grid)->id,
    .role = (char *) role,
    .from_on = plan->as_of - 700 - (BjtDate) (grid * 17 % 300),
    .until_on = BJT_DATE_NONE,
  };

  bjt_demo_plan_make_key (plan, &duty.id, duty.from_on);
  return bjt_demo_plan_send (plan, &bjt_duty_type, &duty);
}

static gboolean
send_shared (BjtDemoPlan *plan,
             guint       *number,
             guint        grids_each,
             const char  *role)
{
  BjtUuid id = BJT_UUID_NIL;

  for (guint g = 0; g < plan->grids->len; g++)
    {
      if (g % grids_each == 0 && !send_staff (plan, &id, (*number)++, role))
        return FALSE;
      if (!send_duty (plan, &id, g, role))
        return FALSE;
    }
  return TRUE;
}

/* The numbers in the order in which they are sent: workers, secretary, deputy, leaders. */

const char *
bjt_demo_staff_get_worker (const BjtDemoPlan *plan,
                           guint              grid)
{
  return bjt_demo_name_get_staff (grid);
}

const char *
bjt_demo_staff_get_deputy (const BjtDemoPlan *plan)
{
  return bjt_demo_name_get_staff (plan->grids->len + 1);
}

const char *
bjt_demo_staff_get_leader (const BjtDemoPlan *plan,
                           guint              grid)
{
  return bjt_demo_name_get_staff (plan->grids->len + 2 + grid / GRIDS_A_LEADER);
}

/**
 * bjt_demo_staff_send:
 *
 * Grid workers first, so that grid 3 has the same worker in every profile.
 */
gboolean
bjt_demo_staff_send (BjtDemoPlan *plan)
{
  guint   number = 0;
  BjtUuid id;

  for (guint g = 0; g < plan->grids->len; g++)
    {
      BjtDemoGrid *grid = bjt_demo_get (plan->grids, BjtDemoGrid, g);

      if (!send_staff (plan, &grid->worker_id, number++, "网格员") || !send_duty (plan, &grid->worker_id, g, "网格员"))
        return FALSE;
    }
  return send_staff (plan, &id, number++, "书记")
         && send_staff (plan, &id, number++, "副主任")
         && send_shared (plan, &number, GRIDS_A_LEADER, "网格长")
         && send_shared (plan, &number, GRIDS_A_POLICEMAN, "网格民警");
}
