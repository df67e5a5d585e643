/* bjt-report-words.c: the Chinese of the catalogue of indicators; a printed page
 * is in the language it is wanted in, not in that of the screen. */
#include "bjt-report-words.h"

static const struct
{
  const char *name, *definition;
} chinese[BJT_N_WORK_MEASURES] = {
  [BJT_WORK_RECEIVED] = { "收到问题",
    "期内上报的问题；并案的不另计。" },
  [BJT_WORK_SETTLED] = { "办结问题",
    "期内结案的问题，不论何时上报。" },
  [BJT_WORK_SETTLED_SHARE] = { "办结率",
    "期内收到且截至统计日已结案的问题 ÷ 期内收到的问题。" },
  [BJT_WORK_IN_TIME_SHARE] = { "按期办结率",
    "时限内结案的问题 ÷ 期内结案的问题。" },
  [BJT_WORK_REPLIED_SHARE] = { "按时反馈率",
    "在反馈时限内（未设时限的为3个工作日）首次反馈或结案的问题 ÷ 期内收到的问题。" },
  [BJT_WORK_REPEATED_SHARE] = { "重复诉求率",
    "同一地点（同户、同单元、同栋或同一30米方格）同类问题相隔不超过90天再次收到的 ÷ 期内收到的问题，含并案的。" },
  [BJT_WORK_OWN_SHARE] = { "未诉先办占比",
    "非12345来源的问题 ÷ 期内收到的问题。" },
  [BJT_WORK_FORESTALLED] = { "未诉先办件数",
    "期内结案的非12345来源问题，且自上报前90天至结案时，12345没有收到同一地点同类诉求。" },
  [BJT_WORK_CONTENT_SHARE] = { "回访满意率",
    "回访基本满意或满意的问题 ÷ 期内结案且已回访的问题。" },
  [BJT_WORK_QUANTITY] = { "整治数量",
    "期内结案问题的数量，按类别的单位计，未填数量的按1计；不同单位不相加。" },
  [BJT_WORK_HOTLINE] = { "12345诉求",
    "期内收到的12345工单（不含重复件和非本社区件），加上没有工单的12345来源问题。" },
  [BJT_WORK_HOTLINE_CHANGE] = { "12345诉求同比",
    "（本期12345诉求 − 上年同期）÷ 上年同期。" },
  [BJT_WORK_HOTLINE_RESPONDED] = { "12345响应率",
    "已响应的12345工单 ÷ 期内收到的工单。" },
  [BJT_WORK_HOTLINE_SOLVED] = { "12345解决率",
    "已解决的12345工单 ÷ 期内收到的工单。" },
  [BJT_WORK_HOTLINE_CONTENT] = { "12345满意率",
    "来电人满意的12345工单 ÷ 期内收到的工单。" },
  [BJT_WORK_VISITS] = { "走访记录",
    "期内走访次数，含未见到人的；每次计一次，不论见到几人。" },
  [BJT_WORK_CONTACT_SHARE] = { "有效走访率",
    "见面、电话或侧面了解到情况的走访 ÷ 期内全部走访。" },
  [BJT_WORK_HOUSEHOLD_COVERAGE] = { "入户覆盖率",
    "期内有过有效走访的在住户 ÷ 今天的在住户。" },
  [BJT_WORK_PERSON_COVERAGE] = { "走访覆盖率",
    "期内本人或全户被有效走访的分级人员 ÷ 今天的全部分级人员。" },
  [BJT_WORK_COMPLETENESS] = { "底数完整率",
    "每户应填项的已填比例：核实日期；住户的居住方式和电话；人员的姓名、性别、出生日期和身份证号。按户平均。" },
  [BJT_WORK_VERIFIED] = { "居民情况了解",
    "12个月内核实过的在住户 ÷ 在住户。" },
  [BJT_WORK_ON_CADENCE] = { "弱势群体关注",
    "走访没有超期的分级人员 ÷ 分级人员。" },
  [BJT_WORK_ASSISTED] = { "帮教对象掌握",
    "有帮教人且走访没有超期的帮教对象 ÷ 帮教对象。" },
  [BJT_WORK_POLICIES] = { "政策解读到位",
    "现行政策已送达的户 ÷ 应送达的户。目前没有政策在送达。" },
};

const char *
bjt_report_words_get_name (const BjtWorkIndicator *indicator,
                           BjtSheetLanguage        language)
{
  return language == BJT_SHEET_CHINESE ? chinese[indicator->measure].name : indicator->name;
}

const char *
bjt_report_words_get_definition (const BjtWorkIndicator *indicator,
                                 BjtSheetLanguage        language)
{
  return language == BJT_SHEET_CHINESE ? chinese[indicator->measure].definition : indicator->definition;
}

char *
bjt_report_words_dup_counted (BjtIndicatorUnit unit,
                              double           number,
                              BjtSheetLanguage language)
{
  static const char *const units[BJT_N_INDICATOR_UNITS][BJT_N_SHEET_LANGUAGES] = {
    [BJT_UNIT_HOUSEHOLDS] = { "户", " households" }, [BJT_UNIT_PERSONS] = { "人", " people" }, [BJT_UNIT_DOORS] = { "户门", " doors" },
    [BJT_UNIT_ISSUES] = { "件", " issues" },         [BJT_UNIT_VISITS] = { "次", " visits" },
  };

  return g_strdup_printf ("%.0f%s", number, units[unit][language] != NULL ? units[unit][language] : "");
}
