/* test-order-table.c: headers and cells of orders as cities write them. */
#include "import/bjt-order-table.h"
#include "import/bjt-order-values.h"

#include <string.h>

#include "base/bjt-clock.h"

typedef struct
{
  const char   *header;
  BjtOrderField field; /* BJT_ORDER_N_FIELDS: none */
  int           score;
} HeaderCase;

static const HeaderCase headers[] = {
  { "工单编号", BJT_ORDER_NUMBER, 3 },
  { " 工单 编号* ", BJT_ORDER_NUMBER, 3 },
  { "受理单号", BJT_ORDER_NUMBER, 3 },
  { "来电时间", BJT_ORDER_DAY, 3 },
  { "来电时间(必填)", BJT_ORDER_DAY, 3 },
  { "诉求内容", BJT_ORDER_CONTENT, 3 },
  { "问题描述", BJT_ORDER_CONTENT, 3 },
  { "事发地点", BJT_ORDER_ADDRESS, 3 },
  { "案发具体位置", BJT_ORDER_ADDRESS, 1 },
  { "来电人", BJT_ORDER_CALLER, 3 },
  { "联系电话", BJT_ORDER_PHONE, 3 },
  { "市民联系手机", BJT_ORDER_PHONE, 1 },
  { "承办单位", BJT_ORDER_DEPARTMENT, 3 },
  { "办理时限", BJT_ORDER_DUE, 3 },
  { "回访结果", BJT_ORDER_FOLLOW_UP, 3 },
  { "二次回访情况", BJT_ORDER_FOLLOW_UP, 1 },
  { "是否满意", BJT_ORDER_SATISFIED, 3 },
  { "三级分类", BJT_ORDER_KIND, 3 },
  { "一级分类", BJT_ORDER_GROUP, 3 },
  { "经办人电话", BJT_ORDER_N_FIELDS, 0 },
  { "受理人", BJT_ORDER_N_FIELDS, 0 },
  { "", BJT_ORDER_N_FIELDS, 0 },
};

static void
test_headers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      BjtOrderField field = BJT_ORDER_N_FIELDS;
      int           score = 0;

      bjt_order_table_match_header (headers[i].header, &field, &score);
      g_assert_cmpint (field, ==, headers[i].field);
      g_assert_cmpint (score, ==, headers[i].score);
    }
}

typedef struct
{
  const char *text;
  int         year, month, day, minute; /* minute -1: the day alone; year 0: not understood */
} TimeCase;

static const TimeCase times[] = {
  { "2026-11-03", 2026, 11, 3, -1 },
  { "2026-11-03 08:30:00", 2026, 11, 3, 510 },
  { "2026/11/3 8:30", 2026, 11, 3, 510 },
  { "2026.11.3", 2026, 11, 3, -1 },
  { "２０２６年１１月３日", 2026, 11, 3, -1 },
  { "2026年11月3日8时30分", 2026, 11, 3, 510 },
  { "2026年11月3日下午2时05分", 2026, 11, 3, 845 },
  { "20261103", 2026, 11, 3, -1 },
  { "20261103083000", 2026, 11, 3, 510 },
  { "46329", 2026, 11, 3, -1 },
  { "46329.5", 2026, 11, 3, 720 },
  { "2024-02-29", 2024, 2, 29, -1 },
  { "2026-02-30", 0, 0, 0, 0 },
  { "2026-11-03 25:00", 0, 0, 0, 0 },
  { "11月3日", 0, 0, 0, 0 },
  { "昨天", 0, 0, 0, 0 },
  { "", 0, 0, 0, 0 },
  { NULL, 0, 0, 0, 0 },
  { "99999999999999999999999", 0, 0, 0, 0 },
};

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      const TimeCase *c = &times[i];
      gboolean        has_time;
      gint64          time = bjt_order_values_parse_time (c->text, &has_time);

      g_assert_cmpint (time, ==, c->year == 0 ? 0 : bjt_time_from_local (bjt_date_from_ymd (c->year, c->month, c->day), MAX (c->minute, 0)));
      g_assert_cmpint (has_time, ==, c->year != 0 && c->minute >= 0);
    }
}

static void
test_limits (void)
{
  static const char *const cases[][2] = {
    { "3个工作日", "3w" }, { "24小时", "24h" }, { "7天", "7d" }, { "5日", "5d" }, { "3个工作日内", "3w" }, { "2026-11-30", NULL }, { "尽快", NULL }, { "0天", NULL }, { "", NULL }, { "3d", "3d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *limit = bjt_order_values_dup_limit (cases[i][0]);

      g_assert_cmpstr (limit, ==, cases[i][1]);
    }
}

static void
test_answers (void)
{
  static const struct
  {
    const char *text;
    BjtAnswer   solved, satisfied;
  } cases[] = {
    { "已解决，满意", BJT_ANSWER_YES, BJT_ANSWER_YES },   { "未解决 不满意", BJT_ANSWER_NO, BJT_ANSWER_NO }, { "是", BJT_ANSWER_YES, BJT_ANSWER_YES },
    { "否", BJT_ANSWER_NO, BJT_ANSWER_NO },               { "基本满意", BJT_ANSWER_UNKNOWN, BJT_ANSWER_YES }, { "部分解决", BJT_ANSWER_NO, BJT_ANSWER_UNKNOWN },
    { "无人接听", BJT_ANSWER_UNKNOWN, BJT_ANSWER_UNKNOWN }, { NULL, BJT_ANSWER_UNKNOWN, BJT_ANSWER_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (bjt_order_values_read_solved (cases[i].text), ==, cases[i].solved);
      g_assert_cmpint (bjt_order_values_read_satisfied (cases[i].text), ==, cases[i].satisfied);
    }
  g_assert_true (bjt_order_values_is_closed ("已办结"));
  g_assert_false (bjt_order_values_is_closed ("未办结"));
  g_assert_false (bjt_order_values_is_closed ("办理中"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-table/headers", test_headers);
  g_test_add_func ("/order-table/times", test_times);
  g_test_add_func ("/order-table/limits", test_limits);
  g_test_add_func ("/order-table/answers", test_answers);
  return g_test_run ();
}
