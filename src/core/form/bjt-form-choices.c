/* bjt-form-choices.c: a value is compared with the words of the boxes as people
 * write them: 男 is 男性, 低保 is 低保户. A value that none of them names ticks
 * 其他; nothing at all ticks 无. Restricted categories have no words here. */
#include "bjt-form-choices.h"

#include <string.h>

#include "bjt-form-words.h"
#include "import/bjt-header-text.h"

static const struct
{
  const char *word, *code;
} category_words[] = {
  { "低保边缘", "low_income_edge" }, { "低保", "low_income" }, { "最低生活保障", "low_income" }, { "半失能", "disabled_care" }, { "失能", "disabled_care" },
  { "残疾", "disability" }, { "残障", "disability" }, { "特困", "extreme_poverty" }, { "五保", "extreme_poverty" }, { "大病", "serious_illness" }, { "重病", "serious_illness" },
  { "困境", "child_in_need" }, { "留守儿童", "child_in_need" }, { "失独", "family_planning" }, { "计生特殊", "family_planning" },
  { "退役", "veteran" }, { "优抚", "veteran" }, { "退伍", "veteran" }, { "中共党员", "party_member" }, { "党员", "party_member" },
  { "孕", "pregnant_infant" }, { "孤寡", "lonely_elder" }, { "零就业", "jobless_family" }, { "独居", "elder_alone" },
  { "空巢", "empty_nest" }, { "80岁以上", "aged_80" }, { "80周岁以上", "aged_80" }, { "高龄", "aged_80" },
};

static const char yes_words[] = "是|有|已|y|yes";
static const char no_words[] = "否|不是|无|没有|未|n|no";
static const char none_words[] = "无|没有|以上均无|均无|以上都不是|均不是|无以上情况";

/**
 * bjt_form_choices_find_category:
 *
 * Returns: (nullable): negations name none
 */
const char *
bjt_form_choices_find_category (const char *words)
{
  g_autofree char *text = strlen (words) <= BJT_HEADER_MAX_BYTES ? bjt_header_text_fold (words) : NULL;

  if (text == NULL || g_str_has_prefix (text, "非") || g_str_has_prefix (text, "无") || g_str_has_prefix (text, "不"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (category_words); i++)
    if (strstr (text, category_words[i].word) != NULL)
      return category_words[i].code;
  return NULL;
}

static gboolean
is_word (const char *words,
         const char *option)
{
  g_autofree char *text = strlen (option) <= BJT_HEADER_MAX_BYTES ? bjt_header_text_fold (option) : NULL;

  return text != NULL && *text != '\0' && bjt_header_text_has_word (words, text, TRUE);
}

static const char *
get_option (const GArray *boxes,
            guint         index)
{
  return g_array_index (boxes, BjtFormBox, index).option;
}

static guint
count_words (const GArray *boxes,
             const char   *words)
{
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    n += is_word (words, get_option (boxes, i));
  return n;
}

static guint
count_categories (const GArray *boxes)
{
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    n += bjt_form_choices_find_category (get_option (boxes, i)) != NULL;
  return n;
}

const char *
bjt_form_choices_get_answer (gboolean is_so)
{
  return is_so ? "是" : "否";
}

/* Guessing */

static int
guess_by_options (const GArray *boxes)
{
  static const struct
  {
    const char *words;
    BjtFormItem item;
  } known[] = {
    { "男|女|男性|女性", BJT_FORM_SEX },
    { "常住户|流动户|租房户|空挂户|空置房|常住|租住|出租|租户|流动|空置|空挂|人户分离", BJT_FORM_HOUSEHOLD_CLASS },
    { "见面|电话|无人|拒访|留条|搬走|去世", BJT_FORM_VISIT_OUTCOME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (count_words (boxes, known[i].words) >= 2)
      return (int) known[i].item;
  return BJT_FORM_NOTHING;
}

static int
guess_question (const char *label)
{
  const char      *code = label != NULL ? bjt_form_choices_find_category (label) : NULL;
  g_autofree char *key = code != NULL ? g_strconcat (strstr (label, "家庭") != NULL ? BJT_FORM_HOUSEHOLD_CATEGORY_PREFIX : BJT_FORM_CATEGORY_PREFIX, code, NULL) : NULL;

  return key != NULL ? bjt_form_words_find_key (key) : BJT_FORM_NOTHING;
}

/**
 * bjt_form_choices_guess:
 * @label: (nullable):
 */
int
bjt_form_choices_guess (const char   *label,
                        const GArray *boxes)
{
  guint n_categories = count_categories (boxes);
  int   by_label = label != NULL ? bjt_form_words_guess (label) : BJT_FORM_NOTHING;

  if (count_words (boxes, yes_words) > 0 && count_words (boxes, no_words) > 0 && n_categories == 0)
    return guess_question (label);
  if (n_categories > 0 && by_label != BJT_FORM_CATEGORIES && by_label != BJT_FORM_HOUSEHOLD_CATEGORIES)
    return label != NULL && strstr (label, "家庭") != NULL ? BJT_FORM_HOUSEHOLD_CATEGORIES : BJT_FORM_CATEGORIES;
  return by_label != BJT_FORM_NOTHING ? by_label : guess_by_options (boxes);
}

/* Deciding */

static gboolean
names_same (const char *option,
            const char *value)
{
  g_autofree char *one = strlen (option) <= BJT_HEADER_MAX_BYTES ? bjt_header_text_fold (option) : NULL;
  g_autofree char *other = strlen (value) <= BJT_HEADER_MAX_BYTES ? bjt_header_text_fold (value) : NULL;

  if (one == NULL || other == NULL || *one == '\0' || *other == '\0')
    return FALSE;
  return strcmp (one, other) == 0 || (!g_ascii_isdigit (*one) && (g_str_has_prefix (one, other) || g_str_has_prefix (other, one)));
}

/* The box that says the same word for word, else the one that begins alike. */
static guint
find_named (const GArray *boxes,
            const char   *value)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < boxes->len; i++)
    {
      if (strcmp (get_option (boxes, i), value) == 0)
        return i;
      if (found == G_MAXUINT && names_same (get_option (boxes, i), value))
        found = i;
    }
  return found;
}

static guint
find_word (const GArray *boxes,
           const char   *words)
{
  for (guint i = 0; i < boxes->len; i++)
    if (is_word (words, get_option (boxes, i)))
      return i;
  return G_MAXUINT;
}

static guint
find_other (const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    if (g_str_has_prefix (get_option (boxes, i), "其他") || g_str_has_prefix (get_option (boxes, i), "其它"))
      return i;
  return G_MAXUINT;
}

/* One box of all. */
static void
decide_one (GArray       *ticks,
            const GArray *boxes,
            const char   *value)
{
  guint yes = find_word (boxes, yes_words), no = find_word (boxes, no_words), found = find_named (boxes, value);

  if (found == G_MAXUINT && yes != G_MAXUINT && no != G_MAXUINT)
    found = *value == '\0' || is_word (no_words, value) ? no : yes;
  if (found == G_MAXUINT && boxes->len == 1 && (is_word (yes_words, value) || is_word (no_words, value)))
    {
      g_array_index (ticks, guint8, 0) = is_word (yes_words, value) ? BJT_FORM_TICK_ON : BJT_FORM_TICK_OFF;
      return;
    }
  if (found == G_MAXUINT && *value != '\0')
    found = find_other (boxes);
  for (guint i = 0; found != G_MAXUINT && i < boxes->len; i++)
    g_array_index (ticks, guint8, i) = i == found ? BJT_FORM_TICK_ON : BJT_FORM_TICK_OFF;
}

static gboolean
has_name (char      **names,
          const char *option,
          const char *code)
{
  for (; *names != NULL; names++)
    if (strcmp (*names, option) == 0 || (code != NULL && g_strcmp0 (bjt_form_choices_find_category (*names), code) == 0))
      return TRUE;
  return FALSE;
}

/* As many boxes as names; those whose words are not known stay as they are. */
static void
decide_several (GArray       *ticks,
                const GArray *boxes,
                const char   *value)
{
  g_auto (GStrv) names = g_strsplit (value, "、", -1);
  guint          none = find_word (boxes, none_words);
  gboolean       is_any = FALSE;

  for (guint i = 0; i < boxes->len; i++)
    {
      const char *option = get_option (boxes, i), *code = bjt_form_choices_find_category (option);
      gboolean    is_on = *option != '\0' && has_name (names, option, code);

      is_any |= is_on;
      if (is_on || code != NULL)
        g_array_index (ticks, guint8, i) = is_on ? BJT_FORM_TICK_ON : BJT_FORM_TICK_OFF;
    }
  if (none != G_MAXUINT)
    g_array_index (ticks, guint8, none) = is_any ? BJT_FORM_TICK_OFF : *value == '\0' ? BJT_FORM_TICK_ON : BJT_FORM_TICK_NONE;
}

/**
 * bjt_form_choices_decide:
 * @value: (nullable): what the item is; names of categories are separated by 、
 *
 * Returns: (transfer full) (element-type guint8):
 */
GArray *
bjt_form_choices_decide (const GArray *boxes,
                         int           item,
                         const char   *value)
{
  GArray *ticks = g_array_sized_new (FALSE, TRUE, sizeof (guint8), boxes->len);

  g_array_set_size (ticks, boxes->len);
  if (value == NULL)
    return ticks;
  if ((item == BJT_FORM_CATEGORIES || item == BJT_FORM_HOUSEHOLD_CATEGORIES) && !(count_words (boxes, yes_words) > 0 && count_words (boxes, no_words) > 0))
    decide_several (ticks, boxes, value);
  else
    decide_one (ticks, boxes, value);
  return ticks;
}
