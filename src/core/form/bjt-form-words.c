/* bjt-form-words.c: the table of items, with the words that forms have for them
 * beyond those that registers have for their columns (import/bjt-header-words.h).
 * Items that ask for one category are numbered by the quark of their key. */
#include "bjt-form-words.h"

#include <string.h>

#include "import/bjt-column-map.h"
#include "import/bjt-header-text.h"

#define CATEGORY_BASE 0x100000
#define MAX_CODE_BYTES 64

typedef struct
{
  const char  *key;
  BjtFormAbout about;
  gboolean     is_personal;
  const char  *words; /* folded (import/bjt-header-text.h), separated by `|`; "": none of its own */
} Item;

static const Item items[BJT_N_FORM_ITEMS] = {
  [BJT_FORM_COMMUNITY] = { "community", BJT_FORM_ABOUT_COMMUNITY, FALSE, "社区|社区名称|填报单位|填表单位|填报社区|所属社区|所在社区|上报单位|单位名称|制表单位|报送单位" },
  [BJT_FORM_COMMUNITY_CODE] = { "community_code", BJT_FORM_ABOUT_COMMUNITY, FALSE, "社区代码|单位代码|行政区划代码" },
  [BJT_FORM_TODAY] = { "today", BJT_FORM_ABOUT_COMMUNITY, FALSE, "填报日期|填表日期|填报时间|填表时间|制表日期|制表时间|报送日期|报送时间|统计时间|统计日期|日期" },
  [BJT_FORM_YEAR] = { "year", BJT_FORM_ABOUT_COMMUNITY, FALSE, "年份|年度" },
  [BJT_FORM_MONTH] = { "month", BJT_FORM_ABOUT_COMMUNITY, FALSE, "月份" },
  [BJT_FORM_DAY] = { "day", BJT_FORM_ABOUT_COMMUNITY, FALSE, "" },
  [BJT_FORM_MAKER] = { "maker", BJT_FORM_ABOUT_COMMUNITY, FALSE, "填报人|填表人|制表人|经办人|报送人|统计人|填报人姓名|经办人姓名" },
  [BJT_FORM_MAKER_PHONE] = { "maker_phone", BJT_FORM_ABOUT_COMMUNITY, FALSE, "填报人电话|填表人电话|经办人电话|填报人联系电话|经办人联系电话|填报人联系方式" },
  [BJT_FORM_COUNT] = { "count", BJT_FORM_ABOUT_COMMUNITY, FALSE, "总人数|人数合计|合计人数|总户数|合计户数|总数" },
  [BJT_FORM_ROW_NUMBER] = { "row_number", BJT_FORM_ABOUT_ROW, FALSE, "序号|编号|顺序号|序|no" },
  [BJT_FORM_NAME] = { "name", BJT_FORM_ABOUT_PERSON, TRUE, "" },
  [BJT_FORM_SEX] = { "sex", BJT_FORM_ABOUT_PERSON, FALSE, "" },
  [BJT_FORM_BIRTH_DATE] = { "birth_date", BJT_FORM_ABOUT_PERSON, TRUE, "" },
  [BJT_FORM_AGE] = { "age", BJT_FORM_ABOUT_PERSON, FALSE, "" },
  [BJT_FORM_ID_NUMBER] = { "id_number", BJT_FORM_ABOUT_PERSON, TRUE, "" },
  [BJT_FORM_PHONE] = { "phone", BJT_FORM_ABOUT_PERSON, TRUE, "" },
  [BJT_FORM_ETHNIC] = { "ethnic", BJT_FORM_ABOUT_PERSON, FALSE, "" },
  [BJT_FORM_RELATION] = { "relation", BJT_FORM_ABOUT_PERSON, FALSE, "称谓|与申请人关系" },
  [BJT_FORM_EDUCATION] = { "education", BJT_FORM_ABOUT_PERSON, TRUE, "" },
  [BJT_FORM_WORKPLACE] = { "workplace", BJT_FORM_ABOUT_PERSON, TRUE, "" },
  [BJT_FORM_CATEGORIES] = { "categories", BJT_FORM_ABOUT_PERSON, TRUE, "人员类别|人员类型|对象类别|服务对象类别|人群类别" },
  [BJT_FORM_HEAD_NAME] = { "head_name", BJT_FORM_ABOUT_HOUSEHOLD, TRUE, "" },
  [BJT_FORM_HEAD_PHONE] = { "head_phone", BJT_FORM_ABOUT_HOUSEHOLD, TRUE, "户主电话|户主联系电话|户主手机" },
  [BJT_FORM_HOUSEHOLD_NUMBER] = { "household_number", BJT_FORM_ABOUT_HOUSEHOLD, TRUE, "" },
  [BJT_FORM_HOUSEHOLD_SIZE] = { "household_size", BJT_FORM_ABOUT_HOUSEHOLD, FALSE, "家庭人口|家庭人口数|家庭人数|人口数|户内人数|家庭成员数|人数" },
  [BJT_FORM_HOUSEHOLD_CLASS] = { "household_class", BJT_FORM_ABOUT_HOUSEHOLD, FALSE, "住户类别|住户分类|户类别" },
  [BJT_FORM_HOUSEHOLD_CATEGORIES] = { "household_categories", BJT_FORM_ABOUT_HOUSEHOLD, TRUE, "家庭类别|家庭类型|家庭困难类型|困难类型|家庭情况类别" },
  [BJT_FORM_ADDRESS] = { "address", BJT_FORM_ABOUT_DOOR, TRUE, "" },
  [BJT_FORM_COMPOUND] = { "compound", BJT_FORM_ABOUT_DOOR, FALSE, "" },
  [BJT_FORM_BUILDING] = { "building", BJT_FORM_ABOUT_DOOR, FALSE, "" },
  [BJT_FORM_ENTRANCE] = { "entrance", BJT_FORM_ABOUT_DOOR, FALSE, "" },
  [BJT_FORM_LEVEL] = { "level", BJT_FORM_ABOUT_DOOR, FALSE, "" },
  [BJT_FORM_DOOR] = { "door", BJT_FORM_ABOUT_DOOR, TRUE, "" },
  [BJT_FORM_OWNER_NAME] = { "owner_name", BJT_FORM_ABOUT_DOOR, TRUE, "产权人|产权人姓名|房主|房主姓名|业主|业主姓名" },
  [BJT_FORM_GRID] = { "grid", BJT_FORM_ABOUT_DOOR, FALSE, "" },
  [BJT_FORM_GRID_WORKER] = { "grid_worker", BJT_FORM_ABOUT_DOOR, FALSE, "" },
  [BJT_FORM_GRID_WORKER_PHONE] = { "grid_worker_phone", BJT_FORM_ABOUT_DOOR, FALSE, "网格员电话|网格员联系电话|网格员手机" },
  [BJT_FORM_LAST_CONTACT] = { "last_contact", BJT_FORM_ABOUT_DOOR, FALSE, "最近走访|最近走访日期|最近走访时间|最后走访时间|上次走访|上次走访时间" },
  [BJT_FORM_NEXT_DUE] = { "next_due", BJT_FORM_ABOUT_DOOR, FALSE, "应访日期|下次走访|下次走访日期|下次走访时间" },
  [BJT_FORM_VISIT_DAY] = { "visit_day", BJT_FORM_ABOUT_VISIT, FALSE, "走访日期|走访时间|入户日期|入户时间" },
  [BJT_FORM_VISIT_OUTCOME] = { "visit_outcome", BJT_FORM_ABOUT_VISIT, FALSE, "走访结果|走访成效" },
  [BJT_FORM_VISIT_PURPOSES] = { "visit_purposes", BJT_FORM_ABOUT_VISIT, FALSE, "走访事由|走访目的|走访事项" },
  [BJT_FORM_VISIT_NOTE] = { "visit_note", BJT_FORM_ABOUT_VISIT, TRUE, "走访情况|走访记录|走访内容" },
  [BJT_FORM_VISIT_BY] = { "visit_by", BJT_FORM_ABOUT_VISIT, FALSE, "走访人|走访人员|走访干部|入户人员" },
  [BJT_FORM_ISSUE_NUMBER] = { "issue_number", BJT_FORM_ABOUT_ISSUE, FALSE, "事件编号|问题编号|事项编号|工单编号" },
  [BJT_FORM_ISSUE_TITLE] = { "issue_title", BJT_FORM_ABOUT_ISSUE, TRUE, "问题|事项|问题描述|诉求内容|事件名称|问题名称|事项名称|主要内容|存在问题|问题内容" },
  [BJT_FORM_ISSUE_SOURCE] = { "issue_source", BJT_FORM_ABOUT_ISSUE, FALSE, "问题来源|事件来源|来源|诉求来源" },
  [BJT_FORM_ISSUE_STATUS] = { "issue_status", BJT_FORM_ABOUT_ISSUE, FALSE, "办理状态|办理情况|处理状态|办理进度|处理情况|办理进展" },
  [BJT_FORM_ISSUE_DEPARTMENT] = { "issue_department", BJT_FORM_ABOUT_ISSUE, FALSE, "责任单位|责任部门|承办单位|办理单位|承办部门" },
  [BJT_FORM_ISSUE_REPORTED] = { "issue_reported", BJT_FORM_ABOUT_ISSUE, FALSE, "上报日期|上报时间|受理日期|受理时间|发现时间|发现日期" },
  [BJT_FORM_ISSUE_DUE] = { "issue_due", BJT_FORM_ABOUT_ISSUE, FALSE, "办理期限|办结期限|完成时限|办理时限|整改期限" },
  [BJT_FORM_ISSUE_CLOSED] = { "issue_closed", BJT_FORM_ABOUT_ISSUE, FALSE, "办结日期|办结时间|完成时间|完成日期" },
};

/* Columns of registers that forms ask for, too. */
static const struct
{
  BjtRegisterField field;
  BjtFormItem      item;
} register_items[] = {
  { BJT_REGISTER_ADDRESS, BJT_FORM_ADDRESS },
  { BJT_REGISTER_COMPOUND, BJT_FORM_COMPOUND },
  { BJT_REGISTER_BUILDING, BJT_FORM_BUILDING },
  { BJT_REGISTER_ENTRANCE, BJT_FORM_ENTRANCE },
  { BJT_REGISTER_LEVEL, BJT_FORM_LEVEL },
  { BJT_REGISTER_DOOR, BJT_FORM_DOOR },
  { BJT_REGISTER_PERSON_NAME, BJT_FORM_NAME },
  { BJT_REGISTER_SEX, BJT_FORM_SEX },
  { BJT_REGISTER_BIRTH_DATE, BJT_FORM_BIRTH_DATE },
  { BJT_REGISTER_AGE, BJT_FORM_AGE },
  { BJT_REGISTER_ID_NUMBER, BJT_FORM_ID_NUMBER },
  { BJT_REGISTER_PHONE, BJT_FORM_PHONE },
  { BJT_REGISTER_ETHNIC_GROUP, BJT_FORM_ETHNIC },
  { BJT_REGISTER_RELATION, BJT_FORM_RELATION },
  { BJT_REGISTER_HEAD_NAME, BJT_FORM_HEAD_NAME },
  { BJT_REGISTER_HOUSEHOLD_KEY, BJT_FORM_HOUSEHOLD_NUMBER },
  { BJT_REGISTER_RESIDENCE, BJT_FORM_HOUSEHOLD_CLASS },
  { BJT_REGISTER_WORKPLACE, BJT_FORM_WORKPLACE },
  { BJT_REGISTER_EDUCATION, BJT_FORM_EDUCATION },
  { BJT_REGISTER_CATEGORY, BJT_FORM_CATEGORIES },
  { BJT_REGISTER_GRID, BJT_FORM_GRID },
  { BJT_REGISTER_STAFF_NAME, BJT_FORM_GRID_WORKER },
};

static gboolean
is_of_category (BjtFormItem item)
{
  return (int) item >= CATEGORY_BASE;
}

const char *
bjt_form_words_get_key (BjtFormItem item)
{
  return is_of_category (item) ? g_quark_to_string ((GQuark) item - CATEGORY_BASE) : items[item].key;
}

const char *
bjt_form_words_get_category (BjtFormItem item)
{
  return is_of_category (item) ? strchr (bjt_form_words_get_key (item), ':') + 1 : NULL;
}

static int
find_category_key (const char *key)
{
  const char *code = g_str_has_prefix (key, BJT_FORM_CATEGORY_PREFIX) || g_str_has_prefix (key, BJT_FORM_HOUSEHOLD_CATEGORY_PREFIX) ? strchr (key, ':') + 1 : "";

  return *code != '\0' && strlen (code) <= MAX_CODE_BYTES ? CATEGORY_BASE + (int) g_quark_from_string (key) : BJT_FORM_NOTHING;
}

int
bjt_form_words_find_key (const char *key)
{
  for (int i = 0; i < BJT_N_FORM_ITEMS; i++)
    if (strcmp (items[i].key, key) == 0)
      return i;
  return find_category_key (key);
}

BjtFormAbout
bjt_form_words_get_about (BjtFormItem item)
{
  if (is_of_category (item))
    return g_str_has_prefix (bjt_form_words_get_key (item), BJT_FORM_CATEGORY_PREFIX) ? BJT_FORM_ABOUT_PERSON : BJT_FORM_ABOUT_HOUSEHOLD;
  return items[item].about;
}

gboolean
bjt_form_words_is_personal (BjtFormItem item)
{
  return is_of_category (item) || items[item].is_personal;
}

gboolean
bjt_form_words_is_shared (BjtFormItem item)
{
  return item == BJT_FORM_COMPOUND || item == BJT_FORM_BUILDING || item == BJT_FORM_GRID || item == BJT_FORM_GRID_WORKER || item == BJT_FORM_GRID_WORKER_PHONE;
}

/**
 * bjt_form_words_guess:
 *
 * Returns: a #BjtFormItem, or BJT_FORM_NOTHING where the words are not known
 */
int
bjt_form_words_guess (const char *label)
{
  g_autofree char *text = strlen (label) <= BJT_HEADER_MAX_BYTES ? bjt_header_text_fold (label) : NULL;
  BjtRegisterField field;
  int              score;

  if (text == NULL || *text == '\0')
    return BJT_FORM_NOTHING;
  for (int i = 0; i < BJT_N_FORM_ITEMS; i++)
    if (*items[i].words != '\0' && bjt_header_text_has_word (items[i].words, text, TRUE))
      return i;
  if (!bjt_column_map_match_header (label, &field, &score))
    return BJT_FORM_NOTHING;
  for (gsize i = 0; i < G_N_ELEMENTS (register_items); i++)
    if (register_items[i].field == field)
      return (int) register_items[i].item;
  return BJT_FORM_NOTHING;
}
