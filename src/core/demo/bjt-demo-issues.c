/* bjt-demo-issues.c: issues along the six boxes of the flow. Of those received
 * more than 60 days ago 98 % are settled; 8 of the open ones are over their
 * clock; heating complaints fall into the season from October to April; three
 * were whistled up to a department, one of them the heavy case at the river. */
#include "bjt-demo-plan.h"
#include "bjt-demo-terrain.h"
#include "rules/bjt-work-calendar.h"

#include <math.h>
#include <string.h>

enum { SUBJECT_ISSUES = 7 };

#define PERIOD_DAYS 548
#define RECENT_DAYS 60
#define N_OVERDUE 8
#define OLD_PERCENT 68.2   /* 150 of 220 were received before the recent days */
#define SETTLED_PERCENT 98.0
#define RECENT_OPEN 30     /* of 70 */
#define SAMPLE_GRID 2      /* index of grid 3, whose sheet shows every mark */

typedef enum
{
  AT_DOOR,
  AT_ENTRANCE,
  AT_BUILDING,
  AT_ELEVATOR,
  ON_GROUND,
} Where;

typedef struct
{
  const char *code;
  guint       weight;
  Where       where;
  double      quantity;
  const char *title, *description, *department;
} Template;

static const Template templates[] = {
  { "F1", 46, AT_DOOR, 1, "室内温度不达标", "入冬后卧室温度低于18度，请供热公司测温排气", "供热公司" },
  { "F1", 14, AT_ENTRANCE, 1, "单元立管不热", "整个单元回水温度低，疑似立管堵塞", "供热公司" },
  { "F2", 10, AT_DOOR, 1, "屋面漏水", "雨后顶棚渗水，墙皮脱落", "物业" },
  { "F3", 14, AT_ENTRANCE, 1, "下水主管道堵塞", "一楼返水，需疏通主管道并协商费用", "物业" },
  { "F4", 9, AT_ELEVATOR, 1, "电梯停运", "电梯困在中层，按钮无反应，当日派维保", "电梯维保单位" },
  { "F5", 9, AT_ENTRANCE, 1, "单元门禁损坏", "门禁失灵，单元门常开", "物业" },
  { "F6", 12, AT_ENTRANCE, 2, "楼道灯不亮", "三楼、四楼声控灯损坏", "物业" },
  { "F7", 5, ON_GROUND, 1, "路面破损", "院内路面塌陷，老人行走不便", "住建局" },
  { "E1", 18, AT_ENTRANCE, 2, "楼道堆放杂物", "楼道堆放旧家具，挡消防通道", "物业" },
  { "E2", 10, ON_GROUND, 1, "垃圾清运不及时", "垃圾桶满溢两天未清", "环卫处" },
  { "E3", 7, AT_BUILDING, 3, "圈占绿地种菜", "楼前绿地被围栏圈占种菜", "城管执法大队" },
  { "E4", 3, AT_BUILDING, 1, "圈占绿地养家禽", "楼后搭棚养鸡，气味扰民", "城管执法大队" },
  { "E5", 7, AT_BUILDING, 2, "闲置物品乱堆", "楼前堆放旧沙发、木料", "物业" },
  { "E6", 5, ON_GROUND, 1, "僵尸车占位", "面包车停放半年未动，轮胎已瘪", "交警大队" },
  { "E7", 4, ON_GROUND, 2, "建筑垃圾未清运", "装修垃圾堆在路边", "城管执法大队" },
  { "E8", 4, AT_BUILDING, 5, "树枝遮挡窗户", "杨树枝条贴近窗户，大风时有隐患", "园林处" },
  { "S1", 13, AT_ENTRANCE, 1, "飞线充电", "从楼上拉线给电动车充电", "消防大队" },
  { "S2", 7, ON_GROUND, 1, "占用消防通道", "私家车长期停在消防通道", "消防大队" },
  { "S3", 3, AT_BUILDING, 1, "空调外机松动", "外墙空调支架锈蚀，有坠落危险", "物业" },
  { "M1", 6, AT_DOOR, 1, "夜间噪声扰民", "楼上夜间活动声音大，邻里请求调解", "社区调解室" },
  { "M2", 5, AT_DOOR, 1, "楼上漏水纠纷", "卫生间渗水到楼下，双方对费用有分歧", "社区调解室" },
  { "M3", 2, AT_ELEVATOR, 1, "电梯运行噪声", "夜间电梯运行声音传入卧室", "物业" },
  { "L1", 5, AT_DOOR, 1, "生活困难求助", "家中有重病人，咨询临时救助", "民政办" },
  { "L2", 5, AT_DOOR, 1, "代办取药", "行动不便，请求每月代取慢病药", "社区" },
  { "L4", 4, AT_DOOR, 1, "政策咨询", "咨询高龄津贴和残疾补贴办理", "社区" },
};

static const char *const sources[] = { "走访", "巡查", "来电", "微信群", "二维码", "12345", "走访", "巡查" };
static const char *const step_names[BJT_N_ISSUE_STATUSES] = {
  "reported", "accepted", "dispatched", "handled", "verified", "closed",
};
static const char *const step_notes[BJT_N_ISSUE_STATUSES] = {
  "已登记", "社区受理", "派单到责任单位", "现场处置完毕，已拍照", "网格员到场核查", "回访满意，结案",
};

typedef struct
{
  BjtDate reported_on, due_on, closed_on;
  int     status;
  gboolean is_open, is_overdue;
} Course;

typedef struct
{
  BjtDemoPlan *plan;
  int          year;   /* of the numbers being given out */
  guint        number;
  guint        n_open;
  guint        n_whistled;
} Work;

typedef struct
{
  const Template *template;
  const char     *whistled_to;
  const char     *title, *description; /* instead of the template's */
  Course          course;
  guint32         building;
} Draft;

static const BjtIssueKind *
find_kind (const BjtDemoPlan *plan,
           const char        *code)
{
  for (guint i = 0; i < plan->issue_kinds->len; i++)
    if (g_str_equal (((const BjtIssueKind *) plan->issue_kinds->pdata[i])->code, code))
      return plan->issue_kinds->pdata[i];
  g_error ("The catalogue has no issue kind “%s”", code);
}

static const Template *
choose_template (BjtDemoPlan *plan,
                 int          least_days)
{
  for (;;)
    {
      const Template *template = templates;
      guint           total = 0, at;

      for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
        total += templates[i].weight;
      at = bjt_demo_plan_pick (plan, total);
      for (; at >= template->weight; template++)
        at -= template->weight;
      if (find_kind (plan, template->code)->due_days >= least_days)
        return template;
    }
}

static gboolean
is_heating_season (BjtDate day)
{
  int year, month, date;

  bjt_date_get_ymd (day, &year, &month, &date);
  return month >= 10 || month <= 4;
}

static BjtDate
choose_day (BjtDemoPlan    *plan,
            const Template *template,
            BjtDate         first,
            BjtDate         last)
{
  for (guint tries = 0;; tries++)
    {
      BjtDate day = first + (BjtDate) bjt_demo_plan_pick (plan, (guint) (last - first) + 1);

      if (template->code[0] != 'F' || template->code[1] != '1' || is_heating_season (day) || tries > 50)
        return day;
    }
}

/* Open ones within their clock were reported fewer days ago than it allows. */
static void
set_course (Work  *work,
            Draft *draft,
            gboolean old)
{
  static const int open_statuses[] = {
    BJT_ISSUE_DISPATCHED, BJT_ISSUE_REPORTED, BJT_ISSUE_HANDLED, BJT_ISSUE_ACCEPTED, BJT_ISSUE_DISPATCHED, BJT_ISSUE_VERIFIED,
    BJT_ISSUE_HANDLED,
  };
  BjtDemoPlan *plan = work->plan;
  Course      *course = &draft->course;
  int          days = find_kind (plan, draft->template->code)->due_days;

  if (old)
    course->reported_on = choose_day (plan, draft->template, plan->as_of - PERIOD_DAYS, plan->as_of - RECENT_DAYS - 1);
  else if (!course->is_open)
    course->reported_on = choose_day (plan, draft->template, plan->as_of - RECENT_DAYS, plan->as_of - 4);
  else if (course->is_overdue)
    course->reported_on = plan->as_of - 2 * days - 6 - (BjtDate) bjt_demo_plan_pick (plan, 9);
  else
    course->reported_on = plan->as_of - 1 - (BjtDate) bjt_demo_plan_pick (plan, (guint) days);
  course->due_on = bjt_work_calendar_add_days (bjt_work_calendar_get_default (), course->reported_on, days);
  course->status = course->is_open ? open_statuses[work->n_open++ % G_N_ELEMENTS (open_statuses)] : BJT_ISSUE_CLOSED;
  course->closed_on = BJT_DATE_NONE;
  if (!course->is_open)
    {
      course->closed_on = course->reported_on + (BjtDate) bjt_demo_plan_pick (plan, (guint) (days * 1.4) + 2);
      course->closed_on = MIN (course->closed_on, plan->as_of - 1);
    }
}

static gboolean
fits_building (const BjtDemoPlan *plan,
               const Draft       *draft,
               guint32            b)
{
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, b);

  return building->n_doors > 0 && (draft->template->where != AT_ELEVATOR || building->spec->has_elevator);
}

/* Every fifth open issue stands in the sample grid. */
static void
choose_building (Work  *work,
                 Draft *draft)
{
  BjtDemoPlan *plan = work->plan;
  gboolean     sample = draft->course.is_open && work->n_open % 5 == 0 && draft->template->where != AT_ELEVATOR;

  for (guint tries = 0; tries < 4000; tries++)
    {
      draft->building = bjt_demo_plan_pick (plan, plan->buildings->len);
      if (fits_building (plan, draft, draft->building)
          && (!sample || tries > 2000 || bjt_demo_get (plan->buildings, BjtDemoBuilding, draft->building)->grid == SAMPLE_GRID))
        return;
    }
  draft->template = templates;
  draft->building = 0;
}

static const BjtDemoDoor *
choose_door (BjtDemoPlan           *plan,
             const BjtDemoBuilding *building)
{
  const BjtDemoDoor *door = NULL;

  for (guint tries = 0; tries < 50; tries++)
    {
      door = bjt_demo_get (plan->doors, BjtDemoDoor, building->first_door + bjt_demo_plan_pick (plan, building->n_doors));
      if (door->household != BJT_DEMO_NONE)
        break;
    }
  return door;
}

static void
set_place (BjtDemoPlan *plan,
           const Draft *draft,
           BjtIssue    *issue)
{
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, draft->building);
  const BjtDemoDoor     *door = choose_door (plan, building);
  BjtPoint               at;

  switch (draft->template->where)
    {
    case AT_DOOR:
      issue->door_id = door->id;
      break;
    case AT_ENTRANCE:
    case AT_ELEVATOR:
      issue->entrance_id = bjt_demo_get (plan->entrances, BjtDemoEntrance, door->entrance)->id;
      break;
    case AT_BUILDING:
      issue->building_id = building->id;
      break;
    case ON_GROUND:
    default:
      at = bjt_demo_terrain_place_at (plan, building->centre,
                                      (bjt_demo_plan_pick (plan, 100) / 100.0 - 0.5) * building->spec->length,
                                      -building->spec->depth / 2 - 14);
      issue->place = bjt_geometry_new_point (at.x, at.y);
      break;
    }
}

static gboolean
send_event (BjtDemoPlan    *plan,
            const BjtIssue *issue,
            BjtIssueEvent  *event,
            BjtDate         day,
            int             minute)
{
  event->issue_id = issue->id;
  event->staff_id = issue->staff_id;
  event->happened_at = bjt_time_from_local (day, minute);
  bjt_demo_plan_make_key (plan, &event->id, day);
  return bjt_demo_plan_send (plan, &bjt_issue_event_type, event);
}

static gboolean
send_whistle (BjtDemoPlan    *plan,
              const Draft    *draft,
              const BjtIssue *issue,
              BjtDate         day)
{
  g_autofree char *note = g_strdup_printf ("吹哨：请%s到场", draft->whistled_to);
  BjtIssueEvent    event = {
       .step = (char *) "whistled", .from_status = BJT_ISSUE_ACCEPTED, .to_status = BJT_ISSUE_ACCEPTED, .note = note,
  };

  return send_event (plan, issue, &event, day, 10 * 60 + 40);
}

static gboolean
send_events (BjtDemoPlan    *plan,
             const Draft    *draft,
             const BjtIssue *issue)
{
  const Course *course = &draft->course;
  BjtDate       end = course->is_open ? plan->as_of - 1 : course->closed_on;
  BjtDate       span = MAX (end - course->reported_on, 0);

  for (int status = 0; status <= course->status; status++)
    {
      BjtDate       day = course->reported_on + span * status / MAX (course->status, 1);
      BjtIssueEvent event = {
        .step = (char *) step_names[status],
        .from_status = MAX (status - 1, 0),
        .to_status = status,
        .note = (char *) step_notes[status],
      };

      if (!send_event (plan, issue, &event, day, 8 * 60 + 20 + status * 96))
        return FALSE;
      if (status == BJT_ISSUE_ACCEPTED && draft->whistled_to != NULL && !send_whistle (plan, draft, issue, day))
        return FALSE;
    }
  return TRUE;
}

static void
format_number (Work    *work,
               BjtDate  day,
               char     text[24])
{
  int year, month, date;

  bjt_date_get_ymd (day, &year, &month, &date);
  if (year != work->year)
    work->number = 0;
  work->year = year;
  g_snprintf (text, 24, "%d-%04u", year, ++work->number);
}

static gboolean
send_issue (Work        *work,
            const Draft *draft)
{
  BjtDemoPlan            *plan = work->plan;
  const Template         *template = draft->template;
  const BjtDemoBuilding  *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, draft->building);
  g_autoptr (BjtGeometry) place = NULL;
  char                    number[24];
  BjtIssue                issue = {
                   .number = number,
                   .kind_id = find_kind (plan, template->code)->id,
                   .title = (char *) (draft->title != NULL ? draft->title : template->title),
                   .description = (char *) (draft->description != NULL ? draft->description : template->description),
                   .source = (char *) sources[bjt_demo_plan_pick (plan, G_N_ELEMENTS (sources))],
                   .tier = (char *) (draft->whistled_to != NULL ? "街道" : template->code[0] == 'F' ? "社区" : "网格"),
                   .status = draft->course.status,
                   .staff_id = bjt_demo_get (plan->grids, BjtDemoGrid, building->grid)->worker_id,
                   .department = (char *) (draft->whistled_to != NULL ? draft->whistled_to : template->department),
                   .quantity = draft->title != NULL ? 12 : template->quantity,
                   .reported_on = draft->course.reported_on,
                   .due_on = draft->course.due_on,
                   .closed_on = draft->course.closed_on,
  };

  format_number (work, issue.reported_on, number);
  bjt_demo_plan_make_key (plan, &issue.id, issue.reported_on);
  if (draft->title != NULL)
    {
      BjtPoint at = bjt_demo_terrain_place (plan, (BjtPoint) { 60, g_array_index (plan->profile->boundary, BjtPoint, 0).y + 56 });

      issue.place = bjt_geometry_new_point (at.x, at.y);
    }
  else
    set_place (plan, draft, &issue);
  place = issue.place;
  return bjt_demo_plan_send (plan, &bjt_issue_type, &issue) && send_events (plan, draft, &issue);
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const Draft *x = a, *y = b;

  if (x->course.reported_on != y->course.reported_on)
    return x->course.reported_on < y->course.reported_on ? -1 : 1;
  if (x->building != y->building)
    return x->building < y->building ? -1 : 1;
  return strcmp (x->template->title, y->template->title);
}

static void
add_draft (Work   *work,
           GArray *drafts,
           gboolean old,
           gboolean open,
           gboolean overdue)
{
  Draft draft = { .course = { .is_open = open, .is_overdue = overdue } };

  draft.template = choose_template (work->plan, old && open ? 15 : !open || overdue ? 1 : drafts->len % 3 == 0 ? 3 : 7);
  set_course (work, &draft, old);
  choose_building (work, &draft);
  g_array_append_val (drafts, draft);
}

static void
add_heavy_case (GArray *drafts)
{
  static const char *const departments[] = { "水利局", "城管执法大队", "住建局" };
  guint                    n = 0;

  for (guint i = 0; i < drafts->len && n < G_N_ELEMENTS (departments); i++)
    {
      Draft *draft = bjt_demo_get (drafts, Draft, i);

      if (draft->course.is_open || draft->template->where != ON_GROUND)
        continue;
      if (n == 0)
        {
          draft->title = "河岸垃圾集中清理";
          draft->description = "河岸积存生活和建筑垃圾，水利局出动铲车2台、钩机1台、压路机1台清运平整";
        }
      draft->whistled_to = departments[n++];
    }
}

gboolean
bjt_demo_issues_send (BjtDemoPlan *plan)
{
  guint              total = plan->profile->figures.issues;
  guint              n_old = (guint) lround (total * OLD_PERCENT / 100);
  guint              n_settled = (guint) lround (n_old * SETTLED_PERCENT / 100);
  guint              n_open = (total - n_old) * RECENT_OPEN / 70;
  Work               work = { .plan = plan };
  g_autoptr (GArray) drafts = g_array_new (FALSE, TRUE, sizeof (Draft));

  bjt_demo_plan_start_subject (plan, SUBJECT_ISSUES);
  for (guint i = 0; i < n_old; i++)
    add_draft (&work, drafts, TRUE, i >= n_settled, FALSE);
  for (guint i = 0; i < total - n_old; i++)
    add_draft (&work, drafts, FALSE, i < n_open, i + (n_old - n_settled) < N_OVERDUE);
  g_array_sort (drafts, compare_drafts);
  add_heavy_case (drafts);
  for (guint i = 0; i < drafts->len; i++)
    if (!send_issue (&work, bjt_demo_get (drafts, Draft, i)))
      return FALSE;
  return TRUE;
}
