/* bjt-catalogue.c: what a new community starts with; all of it is data that the
 * secretary may edit afterwards (domain.md B.5, A28, A65). */
#include "bjt-rules.h"

typedef struct
{
  const char *code, *glyph, *name, *colour;
  BjtTier     tier;
  int         cadence_days;
  gboolean    is_derived, is_restricted;
} CategoryRow;

static const CategoryRow category_rows[] = {
  { "elder_alone", "独", "独居老人", "#D55E00", BJT_TIER_KEY, 30, TRUE, FALSE },
  { "empty_nest", "空", "空巢老人", "#E69F00", BJT_TIER_GENERAL, 91, TRUE, FALSE },
  { "aged_80", "高", "80岁以上", "#CC79A7", BJT_TIER_KEY, 61, TRUE, FALSE },
  { "disabled_care", "失", "失能半失能", "#7B3294", BJT_TIER_KEY, 30, FALSE, FALSE },
  { "disability", "残", "持证残疾人", "#0072B2", BJT_TIER_GENERAL, 91, FALSE, FALSE },
  { "low_income", "低", "低保", "#009E73", BJT_TIER_GENERAL, 91, FALSE, FALSE },
  { "extreme_poverty", "特", "特困供养", "#005F45", BJT_TIER_HIGH_RISK, 30, FALSE, FALSE },
  { "low_income_edge", "边", "低保边缘", "#66A61E", BJT_TIER_GENERAL, 91, FALSE, FALSE },
  { "serious_illness", "病", "大病重病", "#A50026", BJT_TIER_HIGH_RISK, 30, FALSE, FALSE },
  { "child_in_need", "童", "困境留守儿童", "#56B4E9", BJT_TIER_KEY, 30, FALSE, FALSE },
  { "family_planning", "计", "计生特殊家庭", "#8C6D31", BJT_TIER_KEY, 30, FALSE, FALSE },
  { "veteran", "军", "退役军人优抚", "#4D6B2F", BJT_TIER_NONE, 0, FALSE, FALSE },
  { "party_member", "党", "党员", "#B8860B", BJT_TIER_NONE, 0, FALSE, FALSE },
  { "pregnant_infant", "孕", "孕产妇与婴儿", "#C51B7D", BJT_TIER_GENERAL, 91, FALSE, FALSE },
  { "lonely_elder", "孤", "孤寡老人", "#8C2D04", BJT_TIER_HIGH_RISK, 7, FALSE, FALSE },
  { "jobless_family", "零", "零就业家庭", "#525252", BJT_TIER_GENERAL, 91, FALSE, FALSE },
  { "correction", "矫", "社区矫正", "#000000", BJT_TIER_NONE, 30, FALSE, TRUE },
  { "released", "释", "刑满释放", "#000000", BJT_TIER_NONE, 30, FALSE, TRUE },
  { "mental", "精", "严重精神障碍", "#000000", BJT_TIER_NONE, 30, FALSE, TRUE },
  { "drugs", "毒", "吸毒管控", "#000000", BJT_TIER_NONE, 30, FALSE, TRUE },
  { "youth", "青", "重点青少年", "#000000", BJT_TIER_NONE, 30, FALSE, TRUE },
};

typedef struct
{
  const char *code, *name, *unit;
  int         due_days;
} IssueKindRow;

/* A code of one letter starts a group; the rows below it belong to it. */
static const IssueKindRow issue_kind_rows[] = {
  { "E", "环境卫生", "", 3 },
  { "E1", "楼道堆物", "处", 3 },
  { "E2", "垃圾清运不及时", "处", 3 },
  { "E3", "圈占绿地种菜", "处", 15 },
  { "E4", "圈占绿地养家禽", "处", 15 },
  { "E5", "闲置物品乱堆", "处", 3 },
  { "E6", "僵尸车", "辆", 15 },
  { "E7", "建筑垃圾", "车", 7 },
  { "E8", "树木修剪", "棵", 15 },
  { "F", "设施维修", "", 3 },
  { "F1", "供暖不热", "户", 1 },
  { "F2", "屋面墙体漏水", "处", 7 },
  { "F3", "上下水堵塞", "处", 1 },
  { "F4", "电梯故障", "部", 1 },
  { "F5", "门禁损坏", "处", 3 },
  { "F6", "路灯楼道灯", "盏", 3 },
  { "F7", "围墙道路破损", "处", 15 },
  { "S", "安全隐患", "", 3 },
  { "S1", "飞线充电", "处", 1 },
  { "S2", "占用消防通道", "处", 1 },
  { "S3", "外墙悬挂物松动", "处", 1 },
  { "S4", "可疑人员", "人", 1 },
  { "M", "邻里矛盾", "", 7 },
  { "M1", "噪声扰民", "起", 7 },
  { "M2", "漏水纠纷", "起", 7 },
  { "M3", "电梯扰民", "起", 15 },
  { "L", "民生诉求", "", 3 },
  { "L1", "困难帮扶", "件", 7 },
  { "L2", "代办服务", "件", 3 },
  { "L3", "业委会选举", "件", 15 },
  { "L4", "政策咨询", "件", 3 },
};

/* After these somebody comes within the time, then in the interval as long as it
 * lasts (domain.md B.6: 重大变故 24 小时到位). */
static const struct
{
  const char *code, *name, *event, *within, *every, *lasts;
  int         outcomes;
} event_rule_rows[] = {
  { "bereaved", "家人去世", "bereaved", "1d", "7d", "1m", 1 << BJT_CONTACT_MET },
  { "discharged", "出院回家", "discharged", "1d", "7d", "1m", 1 << BJT_CONTACT_MET },
  { "accident", "突发变故", "accident", "1d", "7d", "1m", 1 << BJT_CONTACT_MET },
  { "new_tenant", "新租户", "new-tenant", "7d", NULL, "6m", BJT_CONTACTS_MET_OR_PHONED },
};

#define ORDINARY_EVERY "26w" /* 一般家庭每年两次 */

/* The catalogue has the same keys in every community, so that files from two
 * communities can be compared and merged. */
static void
init_catalogue_key (BjtUuid *id,
                    guint    family,
                    guint    number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (family * 1000 + number);

  bjt_uuid_init_seeded (id, 0, rand);
}

/**
 * bjt_rules_list_default_categories:
 *
 * Returns: (transfer full) (element-type BjtCategory):
 */
GPtrArray *
bjt_rules_list_default_categories (void)
{
  GPtrArray *categories = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_category_free);

  for (guint i = 0; i < G_N_ELEMENTS (category_rows); i++)
    {
      const CategoryRow *row = category_rows + i;
      BjtCategory       *category = bjt_category_new ();

      init_catalogue_key (&category->id, 1, i);
      category->code = g_strdup (row->code);
      category->glyph = g_strdup (row->glyph);
      category->name = g_strdup (row->name);
      category->colour = g_strdup (row->colour);
      category->position = (int) i;
      category->tier = row->tier;
      category->cadence_days = row->cadence_days;
      category->is_derived = row->is_derived;
      category->is_restricted = row->is_restricted;
      g_ptr_array_add (categories, category);
    }
  return categories;
}

/**
 * bjt_rules_list_default_issue_kinds:
 *
 * Returns: (transfer full) (element-type BjtIssueKind): groups before their kinds
 */
GPtrArray *
bjt_rules_list_default_issue_kinds (void)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_issue_kind_free);
  BjtUuid    group = BJT_UUID_NIL;

  for (guint i = 0; i < G_N_ELEMENTS (issue_kind_rows); i++)
    {
      const IssueKindRow *row = issue_kind_rows + i;
      BjtIssueKind       *kind = bjt_issue_kind_new ();

      init_catalogue_key (&kind->id, 2, i);
      kind->code = g_strdup (row->code);
      kind->name = g_strdup (row->name);
      kind->unit = g_strdup (row->unit);
      kind->position = (int) i;
      kind->due_days = row->due_days;
      if (row->code[1] == '\0')
        group = kind->id;
      else
        kind->parent_id = group;
      g_ptr_array_add (kinds, kind);
    }
  return kinds;
}

static BjtCadenceRule *
append_rule (GPtrArray  *rules,
             const char *code,
             const char *name)
{
  BjtCadenceRule *rule = bjt_cadence_rule_new ();

  init_catalogue_key (&rule->id, 3, rules->len);
  rule->code = g_strdup (code);
  rule->name = g_strdup (name);
  rule->position = (int) rules->len;
  rule->outcomes = BJT_CONTACTS_MET_OR_PHONED;
  rule->valid_from = rule->valid_to = BJT_DATE_NONE;
  g_ptr_array_add (rules, rule);
  return rule;
}

/**
 * bjt_rules_list_default_cadence_rules:
 *
 * Returns: (transfer full) (element-type BjtCadenceRule): events first, then
 *   the categories, then everybody
 */
GPtrArray *
bjt_rules_list_default_cadence_rules (void)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_cadence_rule_free);

  for (guint i = 0; i < G_N_ELEMENTS (event_rule_rows); i++)
    {
      BjtCadenceRule *rule = append_rule (rules, event_rule_rows[i].code, event_rule_rows[i].name);

      rule->event = g_strdup (event_rule_rows[i].event);
      rule->event_within = g_strdup (event_rule_rows[i].within);
      rule->event_lasts = g_strdup (event_rule_rows[i].lasts);
      rule->every = g_strdup (event_rule_rows[i].every);
      rule->outcomes = event_rule_rows[i].outcomes;
    }
  for (guint i = 0; i < G_N_ELEMENTS (category_rows); i++)
    if (category_rows[i].cadence_days > 0)
      {
        BjtCadenceRule *rule = append_rule (rules, category_rows[i].code, category_rows[i].name);

        rule->category = g_strdup (category_rows[i].code);
        rule->every = g_strdup_printf ("%dd", category_rows[i].cadence_days);
      }
  append_rule (rules, "ordinary", "一般家庭")->every = g_strdup (ORDINARY_EVERY);
  return rules;
}
