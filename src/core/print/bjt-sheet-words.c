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
  [BJT_WORD_PERSON_TITLE] = { "一人一档 走访档案", "Visiting file" },
  [BJT_WORD_NAME] = { "姓名", "Name" },
  [BJT_WORD_AGE] = { "%d岁", "%d years" },
  [BJT_WORD_MALE] = { "男", "Male" },
  [BJT_WORD_FEMALE] = { "女", "Female" },
  [BJT_WORD_ADDRESS] = { "住址", "Address" },
  [BJT_WORD_GRID] = { "第%d网格", "Grid %d" },
  [BJT_WORD_CATEGORIES] = { "人群类别", "Categories" },
  [BJT_WORD_HIGH_RISK] = { "高风险", "High risk" },
  [BJT_WORD_NEXT_VISIT] = { "下次走访", "Next visit" },
  [BJT_WORD_LAST_CONTACT] = { "最近联系", "Last contact" },
  [BJT_WORD_AGREED] = { "上次约定", "As agreed" },
  [BJT_WORD_NEEDS] = { "需求", "Needs" },
  [BJT_WORD_SETTLED_ON] = { "%s 已办结", "settled %s" },
  [BJT_WORD_NOT_SETTLED] = { "未办结", "open" },
  [BJT_WORD_HELPERS] = { "结对帮扶", "Helpers" },
  [BJT_WORD_STILL] = { "至今", "today" },
  [BJT_WORD_TASKS] = { "周期代办", "Tasks that come again" },
  [BJT_WORD_TIMELINE] = { "走访与服务记录", "Visits and services" },
  [BJT_WORD_ENTRY_VISIT] = { "走访", "Visit" },
  [BJT_WORD_ENTRY_SERVICE] = { "代办", "Service" },
  [BJT_WORD_ENTRY_EVENT] = { "变故", "Event" },
  [BJT_WORD_ENTRY_ISSUE] = { "问题", "Issue" },
  [BJT_WORD_MORE_ENTRIES] = { "另有 %u 条未印出", "%u more are not printed" },
  [BJT_WORD_NO_ENTRIES] = { "暂无记录", "Nothing yet" },
  [BJT_WORD_PEN_NOTES] = { "补记", "Notes" },
  [BJT_WORD_SIGN_VISITOR] = { "走访人签字", "Visitor" },
  [BJT_WORD_SIGN_RESIDENT] = { "居民签字", "Resident" },
  [BJT_WORD_SIGN_DAY] = { "年    月    日", "Date ________" },
  [BJT_WORD_OUTCOME_MET] = { "见面", "Met" },
  [BJT_WORD_OUTCOME_PHONED] = { "电话", "Phoned" },
  [BJT_WORD_OUTCOME_ABSENT] = { "无人", "Nobody there" },
  [BJT_WORD_OUTCOME_REFUSED] = { "拒访", "Refused" },
  [BJT_WORD_OUTCOME_NOTE_LEFT] = { "留条", "Note left" },
  [BJT_WORD_OUTCOME_NO_ACCESS] = { "门禁进不去", "No access" },
  [BJT_WORD_OUTCOME_MOVED] = { "搬走", "Moved" },
  [BJT_WORD_OUTCOME_DIED] = { "去世", "Died" },
  [BJT_WORD_OUTCOME_HEARD] = { "侧面了解", "Heard of" },
  [BJT_WORD_BOX_REPORTED] = { "上报", "Reported" },
  [BJT_WORD_BOX_ACCEPTED] = { "受理", "Accepted" },
  [BJT_WORD_BOX_DISPATCHED] = { "派单", "Dispatched" },
  [BJT_WORD_BOX_HANDLED] = { "处置", "Handled" },
  [BJT_WORD_BOX_VERIFIED] = { "核查", "Verified" },
  [BJT_WORD_BOX_CLOSED] = { "结案", "Closed" },
  [BJT_WORD_EVENT_DISCHARGED] = { "出院", "Discharged" },
  [BJT_WORD_EVENT_BEREAVED] = { "丧亲", "Bereaved" },
  [BJT_WORD_EVENT_FALLEN_ILL] = { "患病", "Fallen ill" },
  [BJT_WORD_EVENT_RELEASED] = { "解除矫正或刑满释放", "Released" },
  [BJT_WORD_EVENT_NEW_TENANT] = { "新租户", "New tenant" },
  [BJT_WORD_EVENT_MOVED_IN] = { "新迁入", "Moved in" },
  [BJT_WORD_LOG_TITLE] = { "%s 第%d网格 网格日志", "%s · Grid %d · Day log" },
  [BJT_WORD_LOG_TITLE_ALL] = { "%s 工作日志", "%s · Day log" },
  [BJT_WORD_LOG_PATROLS] = { "巡查", "Patrols" },
  [BJT_WORD_LOG_VISITS] = { "走访", "Visits" },
  [BJT_WORD_LOG_SERVICES] = { "代办服务", "Services" },
  [BJT_WORD_LOG_REPORTED] = { "上报问题", "Issues reported" },
  [BJT_WORD_LOG_STEPS] = { "问题办理", "Steps of issues" },
  [BJT_WORD_LOG_NOTE] = { "补充说明", "Notes" },
  [BJT_WORD_LOG_N_DOORS] = { "走访 %u 户，共 %u 次", "%u doors, %u visits" },
  [BJT_WORD_LOG_COUNT] = { "%s %u", "%s %u" },
  [BJT_WORD_LOG_TIMES] = { "%s %d 次", "%s × %d" },
  [BJT_WORD_LOG_MORNING] = { "上午巡查", "Morning" },
  [BJT_WORD_LOG_AFTERNOON] = { "下午巡查", "Afternoon" },
  [BJT_WORD_LOG_FOUND] = { "发现问题 %s", "found %s" },
  [BJT_WORD_LOG_NOTHING] = { "当日无记录", "Nothing that day" },
  [BJT_WORD_LOG_CONFIRMED] = { "%s %s 已确认", "Confirmed %s %s" },
  [BJT_WORD_LOG_NOT_CONFIRMED] = { "未确认", "Not confirmed" },
  [BJT_WORD_LOG_LATER] = { "确认后补录 %u 条", "%u entered after it was confirmed" },
  [BJT_WORD_SIGN_WORKER] = { "网格员签字", "Grid worker" },
  [BJT_WORD_SIGN_LEADER] = { "审核签字", "Checked by" },
  [BJT_WORD_WALK_TITLE] = { "走访表 %s", "Walk sheet %s" },
  [BJT_WORD_WALK_SUBTITLE] = { "%s　%s　%d 户", "%s · %s · %d homes" },
  [BJT_WORD_WALK_BOXES] = { "□见面 □电话 □无人 □拒访 ___________________", "□ met □ phoned □ not home □ refused ____________" },
  [BJT_WORD_WALK_LATE] = { "逾期 %d 天", "%d days late" },
  [BJT_WORD_WALK_REMARK] = { "回来录入：今天 → 录走访表，输入编号 %s，门牌按本表顺序列出。", "To enter it: Today, Enter a Walk Sheet, number %s; the doors stand in this order." },
  [BJT_WORD_ROUTE_SUBTITLE] = { "%s　%s　%s　%d 户　%s 出发，%s 返回", "%s · %s · %s · %d homes · out %s, back %s" },
  [BJT_WORD_ROUTE_WALK] = { "步行 %d 米", "%d m on foot" },
  [BJT_WORD_ROUTE_AGREED] = { "约定走访", "agreed" },
  [BJT_WORD_ROUTE_BY_RULE] = { "按规定走访", "by rule" },
  [BJT_WORD_ROUTE_CHOSEN] = { "指定走访", "chosen" },
  [BJT_WORD_ROUTE_LAST] = { "上次 %s", "last %s" },
  [BJT_WORD_ROUTE_NEVER] = { "未走访过", "never visited" },
  [BJT_WORD_ROUTE_NOTE] = { "备注 ______________________________________", "Note ______________________________________" },
  [BJT_WORD_ROUTE_LUNCH] = { "午休 %s–%s", "Lunch %s–%s" },
  [BJT_WORD_ROUTE_TWO] = { "两人同行", "two together" },
  [BJT_WORD_ROUTE_MUST] = { "必访", "must" },
  [BJT_WORD_ROUTE_WORKER] = { "网格员 %u", "Worker %u" },
  [BJT_WORD_ROUTE_MAP_TITLE] = { "走访路线图", "Visit Routes" },
  [BJT_WORD_ROUTE_MAP_LINE] = { "%s　%d 户　%s–%s　步行 %d 米", "%s · %d homes · %s–%s · %d m on foot" },
  [BJT_WORD_REPORT_TITLE] = { "%s 工作指标", "%s · Figures of the Work" },
  [BJT_WORD_REPORT_TITLE_GRID] = { "%s 第%d网格 工作指标", "%s · Grid %d · Figures of the Work" },
  [BJT_WORD_REPORT_ISSUES] = { "问题办理", "Issues" },
  [BJT_WORD_REPORT_HOTLINE] = { "12345热线", "12345" },
  [BJT_WORD_REPORT_VISITS] = { "走访与底数", "Visits and Records" },
  [BJT_WORD_REPORT_METERS] = { "四个百分百（截至今天）", "Four Times 100 % (as of today)" },
  [BJT_WORD_REPORT_VALUE] = { "本期", "This period" },
  [BJT_WORD_REPORT_FRACTION] = { "分子 ÷ 分母", "Counted ÷ of" },
  [BJT_WORD_REPORT_BEFORE] = { "去年同期", "A year before" },
  [BJT_WORD_REPORT_POINTS] = { "%s（%+.1f个百分点）", "%s (%+.1f pp)" },
  [BJT_WORD_REPORT_CHANGE] = { "%s（%+.1f%%）", "%s (%+.1f%%)" },
  [BJT_WORD_REPORT_BY_MONTH] = { "%s，按月（实条为本期，斜纹为去年同期）", "%s by month (full: the period, hatched: a year before)" },
  [BJT_WORD_REPORT_BY_GRID] = { "%s，按网格（实条为本期，斜纹为去年同期）", "%s by grid (full: the period, hatched: a year before)" },
  [BJT_WORD_REPORT_BAR] = { "%s · 去年 %s", "%s · %s before" },
  [BJT_WORD_REPORT_DEFINITIONS] = { "指标口径", "What the figures are" },
  [BJT_WORD_NOTICE_TITLE] = { "整改通知书", "Notice" },
  [BJT_WORD_NOTICE_TO] = { "送达对象", "To" },
  [BJT_WORD_NOTICE_MATTER] = { "事由", "Matter" },
  [BJT_WORD_NOTICE_FOUND] = { "发现日期", "Found on" },
  [BJT_WORD_NOTICE_DEMAND] = { "整改要求", "What is to be done" },
  [BJT_WORD_NOTICE_DUE] = { "整改期限", "By" },
  [BJT_WORD_NOTICE_THEN] = { "请于上述期限内完成整改，并告知社区复查。确有困难的，请在期限前向社区说明；逾期未整改的，社区将按规定报请有关部门依法处理。",
                             "Please settle this in time and let the community look at it. If there are difficulties, say so before that day; what is not settled in time is passed on to the department in charge." },
  [BJT_WORD_NOTICE_RECEIPT] = { "送达回执", "Receipt" },
  [BJT_WORD_NOTICE_RECEIVED] = { "已由 %s 于 %s 签收", "Signed for by %s on %s" },
  [BJT_WORD_SIGN_SERVED] = { "送达人签字", "Served by" },
  [BJT_WORD_SIGN_RECEIVED] = { "签收人签字", "Received by" },
  [BJT_WORD_MEETING_AGENDA] = { "会议议程", "Agenda" },
  [BJT_WORD_MEETING_MINUTES] = { "会议纪要", "Minutes" },
  [BJT_WORD_MEETING_DAY] = { "日期", "Day" },
  [BJT_WORD_MEETING_PLACE] = { "地点", "Place" },
  [BJT_WORD_MEETING_CHAIR] = { "主持", "Chair" },
  [BJT_WORD_MEETING_ATTENDEES] = { "参加", "Present" },
  [BJT_WORD_MEETING_TOPIC] = { "议题 %u　%s", "%u. %s" },
  [BJT_WORD_MEETING_ISSUE] = { "问题 %s · %s · %s", "Issue %s · %s · %s" },
  [BJT_WORD_MEETING_DECISION] = { "决定", "Decision" },
  [BJT_WORD_MEETING_TASK] = { "责任人 %s，%s 前完成", "%s, by %s" },
  [BJT_WORD_MEETING_VOTES] = { "同意 %d，反对 %d", "%d for, %d against" },
  [BJT_WORD_MEETING_OPEN] = { "上次会议未完成的事项", "Still open from earlier meetings" },
  [BJT_WORD_SIGN_CHAIR] = { "主持人签字", "Chair" },
  [BJT_WORD_SIGN_CLERK] = { "记录人签字", "Clerk" },
  [BJT_WORD_BUILDING_TITLE] = { "%s 楼盘表", "%s · Doors" },
  [BJT_WORD_ENTRANCE_LEADER] = { "单元长", "Leader" },
  [BJT_WORD_ATTENTION_DOORS] = { "重点户、关注户（%u/%u户）", "Doors that need attention (%u of %u)" },
  [BJT_WORD_DUE_ON] = { "应访 %s", "due %s" },
  [BJT_WORD_OVERDUE_ON] = { "逾期 %s", "overdue since %s" },
  [BJT_WORD_ATLAS_GRIDS] = { "%s 网格图册", "%s · Atlas of grids" },
  [BJT_WORD_ATLAS_BUILDINGS] = { "%s 楼栋图册", "%s · Atlas of buildings" },
  [BJT_WORD_ATLAS_ENTRANCES] = { "%s 单元图册", "%s · Atlas of entrances" },
  [BJT_WORD_ATLAS_COUNT] = { "%u 图 · %s %s", "%u sheets · %s, %s" },
  [BJT_WORD_OVERVIEW] = { "总览图", "Overview" },
  [BJT_WORD_OVERVIEW_NOTE] = { "圆内为页码", "numbers are pages" },
  [BJT_WORD_INDEX] = { "目录", "Index" },
  [BJT_WORD_COLUMN_COMPOUND] = { "小区", "Compound" },
  [BJT_WORD_COLUMN_BUILDING] = { "楼栋", "Building" },
  [BJT_WORD_COLUMN_GRID] = { "网格", "Grid" },
  [BJT_WORD_COLUMN_HOUSEHOLDS] = { "户", "Homes" },
  [BJT_WORD_COLUMN_PERSONS] = { "人", "People" },
  [BJT_WORD_COLUMN_PAGE] = { "页", "Page" },
  [BJT_WORD_TILES_PLAN] = { "拼接示意图", "How the tiles go together" },
  [BJT_WORD_TILES_ROW] = { "第 %u 行", "Row %u" },
  [BJT_WORD_TILES_PLACE] = { "第 %u 行 第 %u 列（共 %u 行 %u 列）", "Row %u, column %u (of %u by %u)" },
  [BJT_WORD_TILES_NOTE] = { "沿左、上裁切线裁边，压到前一张虚线", "Cut along the left and upper marks, lay on the dashed line before it" },
  [BJT_WORD_TILES_SIZE] = { "成品 %.0f × %.0f 毫米 · %u 行 × %u 列 · 重叠 %.0f 毫米", "%.0f × %.0f mm · %u rows × %u columns · overlap %.0f mm" },
  [BJT_WORD_TILES_HOW] = { "按行、列编号从左上角贴起；打印时选“实际大小”，不要缩放", "Begin at the upper left; print at actual size, do not scale" },
  [BJT_WORD_SHEET_GRID_MAP] = { "网格百家图", "Grid map" },
  [BJT_WORD_SHEET_BUILDING] = { "楼盘表", "Building sheet" },
  [BJT_WORD_SHEET_ATLAS] = { "图册", "Atlas" },
  [BJT_WORD_SHEET_PLAN] = { "楼层平面图", "Floor plan" },
  [BJT_WORD_SHEET_WALK] = { "走访表", "Walk sheet" },
  [BJT_WORD_SHEET_MEETING] = { "会议议程", "Agenda" },
  [BJT_WORD_SHEET_LOG] = { "网格日志", "Day log" },
  [BJT_WORD_SHEET_REPORT] = { "工作统计", "Report" },
  [BJT_WORD_SHEET_PUBLIC_MAP] = { "网格公示图", "Public grid map" },
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
