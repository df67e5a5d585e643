/* bjt-sheet-words.c: one table, two languages; constant data. */
#include "bjt-sheet-words.h"

static const char *const words[BJT_N_WORDS][BJT_N_SHEET_LANGUAGES] = {
  [BJT_WORD_GRID_TITLE] = { "%s 第%d网格 百家图", "%s · Grid %d · Every Household" },
  [BJT_WORD_PUBLIC_TITLE] = { "%s 第%d网格 公示图", "%s · Grid %d" },
  [BJT_WORD_BUILDINGS] = { "%u栋楼", "%u buildings" },
  [BJT_WORD_HOUSEHOLDS] = { "%u户", "%u households" },
  [BJT_WORD_PERSONS] = { "%u人", "%u persons" },
  [BJT_WORD_ISSUES] = { "%u件", "%u" },
  [BJT_WORD_N_HOUSEHOLDS] = { "%u户", "%u" },
  [BJT_WORD_N_PERSONS] = { "%u人", "%u" },
  [BJT_WORD_N_DOORS] = { "%u间", "%u" },
  [BJT_WORD_STAFF] = { "网格员", "Grid worker" },
  [BJT_WORD_INTERNAL] = { "内部资料 注意保管", "INTERNAL · KEEP SAFE" },
  [BJT_WORD_COPY] = { "第 %u 份", "Copy %u" },
  [BJT_WORD_PURPOSE] = { "用途", "Purpose" },
  [BJT_WORD_RECEIVER] = { "领用", "Received by" },
  [BJT_WORD_DATA_AS_OF] = { "数据截止", "Data as of" },
  [BJT_WORD_MADE_BY] = { "制图", "Made by" },
  [BJT_WORD_MADE_ON] = { "制图日期", "Made on" },
  [BJT_WORD_SHEET_NUMBER] = { "图幅", "Sheet" },
  [BJT_WORD_PAGE] = { "第 %u 页 共 %u 页", "Page %u of %u" },
  [BJT_WORD_COORDINATES] = { "CGCS2000 / 3° 高斯-克吕格 中央经线 %d°", "CGCS2000 / 3° Gauss-Krüger CM %d°" },
  [BJT_WORD_BASE_MAP] = { "底图", "Base map" },
  [BJT_WORD_REVIEW_NUMBER] = { "审图号", "Map review number" },
  [BJT_WORD_DEMO] = { "示例数据 DEMO", "SAMPLE DATA · DEMO" },
  [BJT_WORD_NORTH] = { "北", "N" },
  [BJT_WORD_METRES] = { "米", "m" },
  [BJT_WORD_BUILDING] = { "%s号楼", "Building %s" },
  [BJT_WORD_ENTRANCE] = { "%s单元", "Entrance %s" },
  [BJT_WORD_PART] = { "（%u/%u）", " (%u/%u)" },
  [BJT_WORD_LEGEND] = { "图例（本图计数）", "Legend (counts of this sheet)" },
  [BJT_WORD_CLASS_UNKNOWN] = { "未核实", "Not verified" },
  [BJT_WORD_CLASS_RESIDENT] = { "常住户", "Resident" },
  [BJT_WORD_CLASS_FLOATING] = { "流动户", "Floating" },
  [BJT_WORD_CLASS_TENANT] = { "租房户", "Tenant" },
  [BJT_WORD_CLASS_HUKOU_ONLY] = { "空挂户", "Hukou only" },
  [BJT_WORD_CLASS_EMPTY] = { "空置房", "Empty" },
  [BJT_WORD_URGENT] = { "重点", "Urgent" },
  [BJT_WORD_WATCH] = { "关注", "Watch" },
  [BJT_WORD_OPEN_ISSUE] = { "未结问题", "Open issue" },
  [BJT_WORD_OVERDUE_ISSUE] = { "超时问题", "Overdue issue" },
  [BJT_WORD_OVERDUE_VISIT] = { "走访逾期", "Overdue visit" },
  [BJT_WORD_VISITS] = { "%d月走访", "Visits of month %d" },
  [BJT_WORD_DUE] = { "应访", "Due" },
  [BJT_WORD_VISITED] = { "已访", "Visited" },
  [BJT_WORD_OVERDUE] = { "逾期", "Overdue" },
  [BJT_WORD_VISITS_NOTE] = { "应访=本月已访+月底前到期", "Due = visited this month + due by its end" },
  [BJT_WORD_OPEN_ISSUES] = { "未结问题（按时限）", "Open issues (by clock)" },
  [BJT_WORD_NO_ISSUES] = { "没有未结问题", "None" },
  [BJT_WORD_DAYS_LEFT] = { "剩 %d 天", "%d days left" },
  [BJT_WORD_DAYS_OVER] = { "超 %d 天", "%d days over" },
  [BJT_WORD_DUE_TODAY] = { "今日到期", "due today" },
  [BJT_WORD_MORE] = { "另有 %u 件见台账", "%u more in the ledger" },
  [BJT_WORD_MEETING] = { "会议记录", "Notes" },
  [BJT_WORD_NO_GROUND] = { "尚无楼栋轮廓：按楼号排列，不示位置", "No footprints yet: arranged by number, not by place" },
  [BJT_WORD_SUGGEST_PAPER] = { "本图幅面放不下全部楼栋，分 %2$u 页；用 %1$s 可一页印全", "Too much for one page of this paper: %2$u pages; %1$s holds all on one" },
  [BJT_WORD_PUBLIC_MARK] = { "公示", "PUBLIC" },
  [BJT_WORD_SERVICE] = { "为您服务", "At your service" },
  [BJT_WORD_PHONE] = { "电话", "Phone" },
  [BJT_WORD_AT_A_GLANCE] = { "网格概况", "At a glance" },
  [BJT_WORD_NEARBY] = { "附近服务（直线距离）", "Nearby (as the crow flies)" },
  [BJT_WORD_ABOUT_METRES] = { "约%d米", "about %d m" },
  [BJT_WORD_PUBLIC_BUILDINGS] = { "楼栋", "Buildings" },
  [BJT_WORD_PUBLIC_HOUSEHOLDS] = { "住户", "Households" },
  [BJT_WORD_PUBLIC_PERSONS] = { "居民", "Residents" },
  [BJT_WORD_FEW_NOTE] = { "人数少于 5 的不列具体数字", "Counts below 5 are not given" },
  [BJT_WORD_LEVEL] = { "%s层", "Level %s" },
  [BJT_WORD_PLAN_TITLE] = { "%s %s 百家图", "%s · %s · Every Household" },
};

const char *
bjt_sheet_words_get (BjtSheetLanguage language,
                     BjtSheetWord     word)
{
  g_return_val_if_fail ((guint) language < BJT_N_SHEET_LANGUAGES && (guint) word < BJT_N_WORDS, "");
  return words[word][language];
}

/**
 * bjt_sheet_words_format:
 *
 * Returns: (transfer full): the word with its arguments in, as the comments of
 *   BjtSheetWord name them
 */
char *
bjt_sheet_words_format (BjtSheetLanguage language,
                        BjtSheetWord     word,
                        ...)
{
  va_list arguments;
  char   *text;

  va_start (arguments, word);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_vprintf (bjt_sheet_words_get (language, word), arguments);
#pragma GCC diagnostic pop
  va_end (arguments);
  return text;
}

/**
 * bjt_sheet_words_dup_building:
 * @label: (nullable): of the building
 *
 * Returns: (transfer full): 3号楼 for 3 and B; labels that are words stay
 */
char *
bjt_sheet_words_dup_building (BjtSheetLanguage language,
                              const char      *label)
{
  if (label == NULL)
    return g_strdup ("?");
  if (!g_str_is_ascii (label))
    return g_strdup (label);
  return bjt_sheet_words_format (language, BJT_WORD_BUILDING, label);
}

/**
 * bjt_sheet_words_dup_level:
 * @label: of the level
 *
 * Returns: (transfer full): 3层 for 3 and 3A; labels that are words stay
 */
char *
bjt_sheet_words_dup_level (BjtSheetLanguage language,
                           const char      *label)
{
  return g_str_is_ascii (label) ? bjt_sheet_words_format (language, BJT_WORD_LEVEL, label) : g_strdup (label);
}
