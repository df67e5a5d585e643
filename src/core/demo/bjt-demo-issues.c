/* bjt-demo-issues.c: two years of issues along the six boxes of the flow. Of those received
 * more than 60 days ago 98 % are settled; 8 of the open ones are over their
 * clock; heating complaints fall into the season from October to April; three
 * were whistled up to a department, one of them the heavy case at the river; a
 * few are repetitions, merged into one that was still open. Of the older year
 * more came from the hotline. */
#include "bjt-demo-hotline.h"
#include "bjt-demo-issue-course.h"
#include "bjt-demo-terrain.h"
#include "model/bjt-ledger.h"
#include "rules/bjt-work-calendar.h"

#include <math.h>
#include <string.h>

enum { SUBJECT_ISSUES = 7 };

#define PERIOD_DAYS 730
#define RECENT_DAYS 60
#define LONGEST_OPEN 130
#define N_OVERDUE 8
#define OLD_PERCENT 68.2   /* 150 of 220 were received before the recent days */
#define SETTLED_PERCENT 98.0
#define RECENT_OPEN 30     /* of 70 */
#define N_MERGED 5
#define MOST_CONCERNED 8   /* doors of one pipe */
#define HOTLINE_BEFORE 0.3 /* of the year before, and since */
#define HOTLINE_SINCE 0.15
#define HOTLINE_OPEN 0.05
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

static const char *const sources[] = { "走访", "巡查", "来电", "微信群", "二维码", "走访", "巡查" };

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
  const char     *title, *description; /* instead of the template's */
  BjtDemoCourse   course;
  guint32         building;
  guint           merged_into; /* index + 1 of the draft before it */

  /* Once sent */
  BjtUuid id, door_id, entrance_id, building_id;
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
  BjtDemoCourse *course = &draft->course;
  int          days = find_kind (plan, draft->template->code)->due_days;

  if (old && course->is_open)
    course->reported_on = choose_day (plan, draft->template, plan->as_of - LONGEST_OPEN, plan->as_of - RECENT_DAYS - 1);
  else if (old)
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

/* Who reported it */

static const char *
choose_source (BjtDemoPlan *plan,
               const Draft *draft)
{
  double hotline = draft->course.is_open ? HOTLINE_OPEN : draft->course.reported_on < plan->as_of - 365 ? HOTLINE_BEFORE : HOTLINE_SINCE;

  if (draft->title == NULL && bjt_demo_plan_chance (plan, hotline))
    return BJT_SOURCE_HOTLINE;
  return sources[bjt_demo_plan_pick (plan, G_N_ELEMENTS (sources))];
}

static void
set_caller (BjtDemoPlan *plan,
            BjtIssue    *issue)
{
  static const char *const callers[] = { "王女士", "李先生", "金女士", "张先生", "朴女士", "刘女士" };

  if (g_str_equal (issue->source, "巡查"))
    return;
  for (guint d = 0; d < plan->doors->len && !bjt_uuid_is_nil (&issue->door_id); d++)
    {
      const BjtDemoDoor *door = bjt_demo_get (plan->doors, BjtDemoDoor, d);

      if (!bjt_uuid_equal (&door->id, &issue->door_id) || door->household == BJT_DEMO_NONE)
        continue;
      issue->person_id = bjt_demo_get (plan->persons, BjtDemoPerson, bjt_demo_get (plan->households, BjtDemoHousehold, door->household)->first_person)->id;
      return;
    }
  if (!g_str_equal (issue->source, "走访"))
    issue->caller = g_strdup (callers[bjt_demo_plan_pick (plan, G_N_ELEMENTS (callers))]);
}

static void
set_patrol (BjtDemoPlan *plan,
            guint32      grid,
            BjtIssue    *issue)
{
  for (guint i = 0; i < plan->patrols->len && g_str_equal (issue->source, "巡查"); i++)
    {
      const BjtDemoPatrol *patrol = bjt_demo_get (plan->patrols, BjtDemoPatrol, i);

      if (patrol->on == issue->reported_on && patrol->grid == grid)
        issue->patrol_id = patrol->id;
    }
}

/* The five slots; one in six of the later ones is still empty. */
static void
fill_slots (BjtDemoPlan *plan,
            const Draft *draft,
            guint32      grid,
            BjtIssue    *issue)
{
  const char *worker = bjt_demo_staff_get_worker (plan, grid);
  gboolean    is_own = g_str_equal (issue->source, "巡查") || g_str_equal (issue->source, "走访");

  issue->finder = g_strdup (is_own ? worker : "居民");
  issue->reporter = g_strdup (worker);
  if (draft->course.status >= BJT_ISSUE_ACCEPTED && bjt_demo_plan_pick (plan, 6) != 0)
    issue->responsible = g_strdup (bjt_demo_staff_get_leader (plan, grid));
  if (draft->course.status >= BJT_ISSUE_DISPATCHED && bjt_demo_plan_pick (plan, 6) != 0)
    issue->solver = g_strdup (issue->department);
  if (draft->course.status >= BJT_ISSUE_VERIFIED && bjt_demo_plan_pick (plan, 6) != 0)
    issue->supervisor = g_strdup (bjt_demo_staff_get_deputy (plan));
}

/* Doors of the stairwell share what a blocked pipe costs. */
static gboolean
send_concerned (BjtDemoPlan    *plan,
                const Draft    *draft,
                const BjtIssue *issue)
{
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, draft->building);
  guint                  n = 0;

  for (guint d = building->first_door; d < building->first_door + building->n_doors && n < MOST_CONCERNED; d++)
    {
      const BjtDemoDoor *door = bjt_demo_get (plan->doors, BjtDemoDoor, d);
      BjtIssueDoor       row = { .issue_id = issue->id, .door_id = door->id, .share = 60, .paid_on = BJT_DATE_NONE };

      if (!bjt_uuid_equal (&bjt_demo_get (plan->entrances, BjtDemoEntrance, door->entrance)->id, &issue->entrance_id) || door->household == BJT_DEMO_NONE)
        continue;
      n++;
      row.consent = issue->closed_on != BJT_DATE_NONE ? BJT_CONSENT_GIVEN : (int) bjt_demo_plan_pick (plan, 3);
      if (issue->closed_on != BJT_DATE_NONE)
        row.paid_on = issue->closed_on;
      bjt_demo_plan_make_key (plan, &row.id, issue->reported_on);
      if (!bjt_demo_plan_send (plan, &bjt_issue_door_type, &row))
        return FALSE;
    }
  return TRUE;
}

/* Sending */

static BjtIssue *
make_issue (Work        *work,
            const Draft *draft)
{
  BjtDemoPlan           *plan = work->plan;
  const Template        *template = draft->template;
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, draft->building);
  const char            *whistled_to = draft->course.whistled_to;
  BjtIssue              *issue = bjt_issue_new ();
  char                   number[24];

  format_number (work, draft->course.reported_on, number);
  bjt_demo_plan_make_key (plan, &issue->id, draft->course.reported_on);
  issue->number = g_strdup (number);
  issue->kind_id = find_kind (plan, template->code)->id;
  issue->title = g_strdup (draft->title != NULL ? draft->title : template->title);
  issue->description = g_strdup (draft->description != NULL ? draft->description : template->description);
  issue->source = g_strdup (choose_source (plan, draft));
  issue->tier = g_strdup (whistled_to != NULL ? "街道" : template->code[0] == 'F' ? "社区" : "网格");
  issue->staff_id = bjt_demo_get (plan->grids, BjtDemoGrid, building->grid)->worker_id;
  issue->department = g_strdup (whistled_to != NULL ? whistled_to : template->department);
  issue->quantity = draft->title != NULL ? 12 : template->quantity;
  issue->reported_on = draft->course.reported_on;
  issue->due_on = issue->closed_on = issue->next_step_on = BJT_DATE_NONE;
  return issue;
}

static void
place_issue (BjtDemoPlan *plan,
             GArray      *drafts,
             const Draft *draft,
             BjtIssue    *issue)
{
  if (draft->merged_into != 0)
    {
      const Draft *other = bjt_demo_get (drafts, Draft, draft->merged_into - 1);

      issue->door_id = other->door_id;
      issue->entrance_id = other->entrance_id;
      issue->building_id = other->building_id;
    }
  else if (draft->title != NULL)
    {
      BjtPoint at = bjt_demo_terrain_place (plan, (BjtPoint) { 60, g_array_index (plan->profile->boundary, BjtPoint, 0).y + 56 });

      issue->place = bjt_geometry_new_point (at.x, at.y);
    }
  else
    set_place (plan, draft, issue);
}

static gboolean
send_issue (Work   *work,
            GArray *drafts,
            guint   i)
{
  BjtDemoPlan         *plan = work->plan;
  Draft               *draft = bjt_demo_get (drafts, Draft, i);
  guint32              grid = bjt_demo_get (plan->buildings, BjtDemoBuilding, draft->building)->grid;
  const BjtUuid       *merged_into = draft->merged_into != 0 ? &bjt_demo_get (drafts, Draft, draft->merged_into - 1)->id : NULL;
  g_autoptr (BjtIssue) issue = make_issue (work, draft);

  place_issue (plan, drafts, draft, issue);
  draft->id = issue->id;
  draft->door_id = issue->door_id;
  draft->entrance_id = issue->entrance_id;
  draft->building_id = issue->building_id;
  if (merged_into == NULL)
    bjt_demo_course_choose_path (&draft->course, plan, draft->template->code[0] == 'L');
  set_caller (plan, issue);
  set_patrol (plan, grid, issue);
  fill_slots (plan, draft, grid, issue);
  if (!bjt_demo_course_send_issue (&draft->course, plan, issue, merged_into))
    return FALSE;
  if (g_str_equal (draft->template->code, "F3") || g_str_equal (draft->template->code, "E1"))
    g_array_append_vals (plan->matters, &(BjtDemoMatter) { issue->id, draft->template->title, issue->reported_on }, 1);
  if (g_str_equal (draft->template->code, "F3") && merged_into == NULL && !send_concerned (plan, draft, issue))
    return FALSE;
  return !g_str_equal (issue->source, BJT_SOURCE_HOTLINE) || bjt_demo_hotline_send_order (plan, issue, draft->building);
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
  Draft draft = { .course = { .is_open = open, .is_overdue = overdue || (old && open) } };

  draft.template = choose_template (work->plan, old && open ? 15 : !open || overdue ? 1 : drafts->len % 3 == 0 ? 3 : 7);
  set_course (work, &draft, old);
  choose_building (work, &draft);
  g_array_append_val (drafts, draft);
}

/* Two were settled; the last is still waited for, where there is such a one. */
static void
add_heavy_cases (GArray *drafts)
{
  static const char *const departments[] = { "水利局", "城管执法大队", "住建局" };
  guint                    n = 0, n_departments = G_N_ELEMENTS (departments);
  gboolean                 open_found = FALSE;

  for (guint i = drafts->len; i > 0 && !open_found; i--)
    {
      Draft *draft = bjt_demo_get (drafts, Draft, i - 1);

      open_found = draft->course.is_open && !draft->course.is_overdue && draft->course.status == BJT_ISSUE_DISPATCHED && draft->template->where == ON_GROUND;
      if (open_found)
        draft->course.whistled_to = departments[--n_departments];
    }
  for (guint i = 0; i < drafts->len && n < n_departments; i++)
    {
      Draft *draft = bjt_demo_get (drafts, Draft, i);

      if (draft->course.is_open || draft->template->where != ON_GROUND)
        continue;
      if (n == 0)
        {
          draft->title = "河岸垃圾集中清理";
          draft->description = "河岸积存生活和建筑垃圾，水利局出动铲车2台、钩机1台、压路机1台清运平整";
        }
      draft->course.whistled_to = departments[n++];
    }
}

/* The latest before @i that was still open then and has a place of its own */
static guint
find_to_merge_with (GArray *drafts,
                    guint   i)
{
  const Draft *draft = bjt_demo_get (drafts, Draft, i);

  for (guint j = i; j > 0; j--)
    {
      const Draft *other = bjt_demo_get (drafts, Draft, j - 1);

      if (other->course.reported_on >= draft->course.reported_on || other->merged_into != 0 || other->template->where == ON_GROUND)
        continue;
      if (other->course.is_open || other->course.closed_on > draft->course.reported_on + 1)
        return j;
    }
  return 0;
}

static void
merge_some (GArray *drafts)
{
  for (guint i = drafts->len, n = 0; i > 0 && n < N_MERGED; i -= MIN (i, 11))
    {
      Draft *draft = bjt_demo_get (drafts, Draft, i - 1);
      guint  other = draft->course.is_open || draft->course.whistled_to != NULL ? 0 : find_to_merge_with (drafts, i - 1);

      if (other == 0)
        continue;
      draft->template = bjt_demo_get (drafts, Draft, other - 1)->template;
      draft->building = bjt_demo_get (drafts, Draft, other - 1)->building;
      draft->merged_into = other;
      draft->course.path = "duplicate";
      draft->course.closed_on = draft->course.reported_on;
      n++;
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
  add_heavy_cases (drafts);
  merge_some (drafts);
  for (guint i = 0; i < drafts->len; i++)
    if (!send_issue (&work, drafts, i))
      return FALSE;
  return TRUE;
}
