/* bjt-demo-partners.c: departments, companies and neighbours in the house who
 * settle issues or help people. */
#include "bjt-demo-plan.h"

enum { FIRST_PHONE = 2000 };

static const struct
{
  const char *name, *kind, *handles;
} rows[] = {
  { "供热公司", "企业", "F1" },
  { "物业", "物业", "F2、F3、F5、F6、E1、E5、S3、M3" },
  { "电梯维保单位", "企业", "F4" },
  { "住建局", "部门", "F7" },
  { "环卫处", "部门", "E2" },
  { "城管执法大队", "部门", "E3、E4、E7" },
  { "交警大队", "部门", "E6" },
  { "园林处", "部门", "E8" },
  { "消防大队", "部门", "S1、S2" },
  { "水利局", "部门", NULL },
  { "社区调解室", "部门", "M1、M2" },
  { "民政办", "部门", "L1" },
  { "社区卫生服务中心", "共建单位", NULL },
  { "邮储银行支行党支部", "共建单位", NULL },
  { "爱心超市", "商户", NULL },
};

gboolean
bjt_demo_partners_send (BjtDemoPlan *plan)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *phone = g_strdup_printf ("0433-000%04u", FIRST_PHONE + i);
      BjtDemoPartner   partner = { .name = rows[i].name };
      BjtPartner       record = {
              .name = (char *) rows[i].name, .kind = (char *) rows[i].kind, .handles = (char *) rows[i].handles, .phone = phone, .is_active = TRUE,
      };

      bjt_demo_plan_make_key (plan, &partner.id, plan->profile->founded_on);
      record.id = partner.id;
      g_array_append_val (plan->partners, partner);
      if (!bjt_demo_plan_send (plan, &bjt_partner_type, &record))
        return FALSE;
    }
  return TRUE;
}
