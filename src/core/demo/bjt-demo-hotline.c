/* bjt-demo-hotline.c: each issue that came from 12345 has its order; besides
 * some callers rang twice, some orders wait for somebody to read their address,
 * and some are about other communities. */
#include "bjt-demo-hotline.h"

enum { SUBJECT_HOTLINE = 10 };

#define GUESSED 0.2
#define DUPLICATE 0.12
#define SOLVED 0.94

static const struct
{
  int         days_ago;
  int         match;
  const char *kind, *address, *content;
} loose[] = {
  { 2, BJT_ORDER_UNMATCHED, "供热", "江北林业小区3栋2门501", "室内温度只有15度，多次联系无人上门" },
  { 3, BJT_ORDER_UNMATCHED, "市容环境", "大桥头东侧平房后身", "有人倾倒生活垃圾，气味大" },
  { 4, BJT_ORDER_UNMATCHED, "噪声", "老粮库家属楼四单元", "楼上夜间装修" },
  { 6, BJT_ORDER_UNMATCHED, "道路", "河沿路小卖店门口", "路面有坑，老人摔倒" },
  { 9, BJT_ORDER_UNMATCHED, "物业", "阳光那个小区靠里第二排", "楼道灯坏了一个月" },
  { 5, BJT_ORDER_OUTSIDE, "停车", "南山社区和谐家园6号楼", "车辆占用消防通道" },
  { 27, BJT_ORDER_OUTSIDE, "供水", "东振街百货对面", "自来水发黄" },
};

static const char *
find_kind_name (const BjtDemoPlan *plan,
                const BjtUuid     *id)
{
  for (guint i = 0; i < plan->issue_kinds->len; i++)
    if (bjt_uuid_equal (&((const BjtIssueKind *) plan->issue_kinds->pdata[i])->id, id))
      return ((const BjtIssueKind *) plan->issue_kinds->pdata[i])->name;
  return NULL;
}

static char *
describe_building (const BjtDemoPlan *plan,
                   guint32            b)
{
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, b);

  return g_strdup_printf ("%s%s号楼", bjt_demo_get (plan->compounds, BjtDemoCompound, building->compound)->spec->name, building->label);
}

static gboolean
send_order (BjtDemoPlan     *plan,
            BjtHotlineOrder *order)
{
  g_autofree char *number = NULL;
  char             day[BJT_DATE_STRING_SIZE];
  BjtDate          received_on = bjt_time_get_local_date (order->received_at);

  bjt_date_format (received_on, day);
  number = g_strdup_printf ("HL%.4s%.2s%.2s%04u", day, day + 5, day + 8, 1000 + bjt_demo_plan_pick (plan, 9000));
  order->number = number;
  order->source = (char *) "12345工单.xlsx";
  bjt_demo_plan_make_key (plan, &order->id, received_on);
  if (!bjt_demo_plan_send (plan, &bjt_hotline_order_type, order))
    return FALSE;
  order->number = NULL;
  return TRUE;
}

/**
 * bjt_demo_hotline_send_order:
 * @issue: that the order became
 * @building: where
 */
gboolean
bjt_demo_hotline_send_order (BjtDemoPlan    *plan,
                             const BjtIssue *issue,
                             guint32         building)
{
  g_autofree char *address = describe_building (plan, building);
  gboolean         is_closed = issue->closed_on != BJT_DATE_NONE;
  BjtHotlineOrder  order = {
     .received_at = issue->reported_at - G_GINT64_CONSTANT (25) * 60 * G_USEC_PER_SEC,
     .kind_text = (char *) find_kind_name (plan, &issue->kind_id), .kind_id = issue->kind_id,
     .address = address, .content = issue->description, .caller = issue->caller,
     .match = bjt_demo_plan_chance (plan, GUESSED) ? BJT_ORDER_GUESSED : BJT_ORDER_MATCHED,
     .door_id = issue->door_id, .entrance_id = issue->entrance_id,
     .building_id = issue->place == NULL ? bjt_demo_get (plan->buildings, BjtDemoBuilding, building)->id : BJT_UUID_NIL,
     .issue_id = issue->id, .responded_at = issue->replied_at,
     .is_solved = is_closed && bjt_demo_plan_chance (plan, SOLVED),
  };

  order.is_satisfied = order.is_solved && issue->satisfaction != 1;
  if (!send_order (plan, &order))
    return FALSE;
  if (!bjt_demo_plan_chance (plan, DUPLICATE) || is_closed == FALSE)
    return TRUE;
  order.duplicate_of_id = order.id;
  order.received_at += G_GINT64_CONSTANT (95) * 60 * G_USEC_PER_SEC;
  return send_order (plan, &order);
}

/* Those that became no issue */
gboolean
bjt_demo_hotline_send (BjtDemoPlan *plan)
{
  bjt_demo_plan_start_subject (plan, SUBJECT_HOTLINE);
  for (guint i = 0; i < G_N_ELEMENTS (loose) && plan->profile->figures.issues >= 100; i++)
    {
      BjtHotlineOrder order = {
        .received_at = bjt_time_from_local (plan->as_of - loose[i].days_ago, 9 * 60 + 15 + (int) i * 47),
        .kind_text = (char *) loose[i].kind, .address = (char *) loose[i].address, .content = (char *) loose[i].content, .match = loose[i].match,
      };

      if (!send_order (plan, &order))
        return FALSE;
    }
  return TRUE;
}
