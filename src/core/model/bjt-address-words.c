/* bjt-address-words.c: tables of the words people write in addresses, slips of
 * the input method (撞 for 幢, 单无 for 单元) among them. Matching compares
 * bytes; a longer word stands before the shorter one it begins with. */
#include "bjt-address-words.h"

#include <string.h>

typedef struct
{
  const char *word;
  guint8      length;
  guint8      kind;
  const char *unless; /* words that may not follow, separated by blanks */
} Entry;

#define ENTRY(word, kind, unless)         \
  {                                       \
    word, sizeof (word) - 1, kind, unless \
  }

static const Entry marks[] = {
  ENTRY ("号楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号写字楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号住宅楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号公寓楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号商住楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号塔楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号馆", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("高楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号厂房", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号别墅", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号单元", BJT_ADDRESS_MARK_ENTRANCE, NULL),
  ENTRY ("号院", BJT_ADDRESS_MARK_ZONE, NULL),
  ENTRY ("号门", BJT_ADDRESS_MARK_GATE, "市 面 店 卫 口 诊"),
  ENTRY ("号地块", BJT_ADDRESS_MARK_ZONE, NULL),
  ENTRY ("号栋", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号幢", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号座", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("号房", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("号室", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("号户", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("号店", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("号铺", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("号", BJT_ADDRESS_MARK_NUMBER, "桥 路 线 大街 街 公馆 公路 大院 渠 码头"),
  ENTRY ("#楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("#", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("栋口", BJT_ADDRESS_MARK_ENTRANCE, NULL),
  ENTRY ("栋幢", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("栋楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("栋", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("幢楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("幢", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("撞", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("憧", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("懂", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("座", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("塔楼", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("排", BJT_ADDRESS_MARK_BUILDING, NULL),
  ENTRY ("单元号", BJT_ADDRESS_MARK_ENTRANCE, NULL),
  ENTRY ("单元", BJT_ADDRESS_MARK_ENTRANCE, NULL),
  ENTRY ("单无", BJT_ADDRESS_MARK_ENTRANCE, NULL),
  ENTRY ("单", BJT_ADDRESS_MARK_ENTRANCE, "位 身"),
  ENTRY ("门洞", BJT_ADDRESS_MARK_ENTRANCE, NULL),
  ENTRY ("门栋", BJT_ADDRESS_MARK_ENTRANCE, NULL),
  ENTRY ("门", BJT_ADDRESS_MARK_ENTRANCE, "市 口 卫 面 店 诊 峡 县"),
  ENTRY ("梯", BJT_ADDRESS_MARK_ENTRANCE, "田"),
  ENTRY ("层楼", BJT_ADDRESS_MARK_LEVEL, NULL),
  ENTRY ("层", BJT_ADDRESS_MARK_LEVEL, NULL),
  ENTRY ("楼层", BJT_ADDRESS_MARK_LEVEL, NULL),
  ENTRY ("楼", BJT_ADDRESS_MARK_LEVEL, "村 镇 乡"),
  ENTRY ("室", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("窒", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("房间", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("房", BJT_ADDRESS_MARK_DOOR, "产 地产"),
  ENTRY ("户", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("间", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("店", BJT_ADDRESS_MARK_DOOR, "面 铺"),
  ENTRY ("铺", BJT_ADDRESS_MARK_DOOR, NULL),
  ENTRY ("仓", BJT_ADDRESS_MARK_DOOR, "库"),
  ENTRY ("支弄", BJT_ADDRESS_MARK_LANE, NULL),
  ENTRY ("弄", BJT_ADDRESS_MARK_LANE, NULL),
  ENTRY ("巷", BJT_ADDRESS_MARK_LANE, NULL),
  ENTRY ("街", BJT_ADDRESS_MARK_STREET, "道 坊"),
  ENTRY ("区", BJT_ADDRESS_MARK_ZONE, NULL),
  ENTRY ("期", BJT_ADDRESS_MARK_ZONE, NULL),
  ENTRY ("组团", BJT_ADDRESS_MARK_ZONE, NULL),
};

static const Entry words[] = {
  ENTRY ("半地下", BJT_ADDRESS_WORD_LEVEL, NULL),
  ENTRY ("地下室", BJT_ADDRESS_WORD_LEVEL, NULL),
  ENTRY ("夹层", BJT_ADDRESS_WORD_LEVEL, NULL),
  ENTRY ("阁楼", BJT_ADDRESS_WORD_LEVEL, NULL),
  ENTRY ("跃层", BJT_ADDRESS_WORD_LEVEL, NULL),
  ENTRY ("顶层", BJT_ADDRESS_WORD_LEVEL, NULL),
  ENTRY ("顶楼", BJT_ADDRESS_WORD_LEVEL, NULL),
  ENTRY ("底层", BJT_ADDRESS_WORD_LEVEL, NULL),
  ENTRY ("东户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("西户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("南户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("北户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("中户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("左户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("右户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("东边户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("西边户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("中间户", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("门市", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("车库", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("车位", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("储藏室", BJT_ADDRESS_WORD_DOOR, NULL),
  ENTRY ("仓房", BJT_ADDRESS_WORD_DOOR, NULL),
};

/* Words between a building and its door that say nothing about which door. */
static const Entry fillers[] = {
  ENTRY ("商铺", 0, NULL),
  ENTRY ("底商", 0, NULL),
  ENTRY ("副楼", 0, NULL),
  ENTRY ("店面", 0, NULL),
  ENTRY ("房头", 0, NULL),
  ENTRY ("东", 0, NULL),
  ENTRY ("西", 0, NULL),
  ENTRY ("南", 0, NULL),
  ENTRY ("北", 0, NULL),
};

static const Entry roads[] = {
  ENTRY ("路", 0, NULL),
  ENTRY ("街", 0, NULL),
  ENTRY ("大道", 0, NULL),
  ENTRY ("巷", 0, NULL),
  ENTRY ("弄", 0, NULL),
  ENTRY ("段", 0, NULL),
  ENTRY ("胡同", 0, NULL),
  ENTRY ("道", 0, NULL),
  ENTRY ("路口", 0, NULL),
};

static const Entry lanes[] = {
  ENTRY ("巷", 0, NULL),
  ENTRY ("弄", 0, NULL),
  ENTRY ("胡同", 0, NULL),
};

/* Buildings without numbered entrances. */
static const Entry towers[] = {
  ENTRY ("大厦", 0, NULL),
  ENTRY ("大楼", 0, NULL),
};

/* One character behind a number that makes a name of it: 3村, 8院. */
static const Entry places[] = {
  ENTRY ("村", 0, NULL),
  ENTRY ("里", 0, NULL),
  ENTRY ("院", 0, NULL),
  ENTRY ("园", 0, NULL),
  ENTRY ("苑", 0, NULL),
  ENTRY ("城", 0, NULL),
  ENTRY ("坊", 0, NULL),
  ENTRY ("湾", 0, NULL),
  ENTRY ("庄", 0, NULL),
  ENTRY ("号", 0, NULL),
  ENTRY ("组", 0, NULL),
  ENTRY ("委", 0, NULL),
  ENTRY ("附", 0, NULL),
};

static const Entry belows[] = {
  ENTRY ("负", 0, NULL),
  ENTRY ("地下", 0, NULL),
};

static gboolean
is_followed_by (const char *text,
                const char *list)
{
  while (*list != '\0')
    {
      gsize length = strcspn (list, " ");

      if (strncmp (text, list, length) == 0)
        return TRUE;
      list += length;
      list += strspn (list, " ");
    }
  return FALSE;
}

/* The first character, the test nearly every entry fails; without reading past
 * the end of either. */
static inline gboolean
begins_alike (const char *word,
              const char *text)
{
  return word[0] == text[0] && ((guchar) word[0] < 128 || (word[2] == text[2] && word[1] == text[1]));
}

static const Entry *
match (const Entry *entries,
       gsize        n_entries,
       const char  *text)
{
  for (gsize i = 0; i < n_entries; i++)
    {
      const Entry *entry = &entries[i];

      if (!begins_alike (entry->word, text) || strncmp (entry->word, text, entry->length) != 0)
        continue;
      if (entry->unless == NULL || !is_followed_by (text + entry->length, entry->unless))
        return entry;
    }
  return NULL;
}

/**
 * bjt_address_words_match_mark:
 * @text: what follows a label
 * @length: (out): bytes of the mark, 0 without one
 *
 * Returns: what the label is of
 */
BjtAddressMark
bjt_address_words_match_mark (const char *text,
                              gsize      *length)
{
  const Entry *entry = *text != '\0' ? match (marks, G_N_ELEMENTS (marks), text) : NULL;

  *length = entry != NULL ? entry->length : 0;
  return entry != NULL ? (BjtAddressMark) entry->kind : BJT_ADDRESS_MARK_NONE;
}

/**
 * bjt_address_words_match_word:
 * @text: any place in an address
 * @length: (out): bytes of the word, 0 without one
 *
 * Returns: which kind of place the word at @text is by itself
 */
BjtAddressWord
bjt_address_words_match_word (const char *text,
                              gsize      *length)
{
  const Entry *entry = match (words, G_N_ELEMENTS (words), text);

  *length = entry != NULL ? entry->length : 0;
  return entry != NULL ? (BjtAddressWord) entry->kind : BJT_ADDRESS_WORD_NONE;
}

/**
 * bjt_address_words_match_below:
 *
 * Returns: bytes of the 负 or 地下 at @text that turns a number negative, or 0
 */
gsize
bjt_address_words_match_below (const char *text)
{
  const Entry *entry = match (belows, G_N_ELEMENTS (belows), text);

  return entry != NULL ? entry->length : 0;
}

gboolean
bjt_address_words_is_numeral (gunichar c)
{
  switch (c)
    {
    case 0x3007: /* 〇 */
    case 0x4e00: /* 一 */
    case 0x4e03: /* 七 */
    case 0x4e09: /* 三 */
    case 0x4e24: /* 两 */
    case 0x4e5d: /* 九 */
    case 0x4e8c: /* 二 */
    case 0x4e94: /* 五 */
    case 0x516b: /* 八 */
    case 0x516d: /* 六 */
    case 0x5341: /* 十 */
    case 0x5345: /* 卅 */
    case 0x53c1: /* 叁 */
    case 0x56db: /* 四 */
    case 0x58f9: /* 壹 */
    case 0x5eff: /* 廿 */
    case 0x767e: /* 百 */
    case 0x8d30: /* 贰 */
    case 0x96f6: /* 零 */
      return TRUE;
    default:
      return FALSE;
    }
}

/* 甲乙丙丁: labels of buildings and entrances. */
gboolean
bjt_address_words_is_stem (gunichar c)
{
  return c == 0x7532 || c == 0x4e59 || c == 0x4e19 || c == 0x4e01;
}

/* 东西南北中左右: labels of buildings and entrances. */
gboolean
bjt_address_words_is_side (gunichar c)
{
  return c == 0x4e1c || c == 0x897f || c == 0x5357 || c == 0x5317 || c == 0x4e2d || c == 0x5de6 || c == 0x53f3;
}

/* 东西南北: also between labels, where they say nothing. */
gboolean
bjt_address_words_is_outer_side (gunichar c)
{
  return c == 0x4e1c || c == 0x897f || c == 0x5357 || c == 0x5317;
}

/* 排: rows of houses, whose numbers are entrances whatever their length. */
gboolean
bjt_address_words_is_row (const char *mark)
{
  return strncmp (mark, "排", strlen ("排")) == 0;
}

gboolean
bjt_address_words_is_filler (const char *text,
                             gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (fillers[i].length == length && memcmp (fillers[i].word, text, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
ends_with (const Entry *entries,
           gsize        n_entries,
           const char  *text,
           gsize        length)
{
  for (gsize i = 0; i < n_entries; i++)
    if (entries[i].length <= length && memcmp (text + length - entries[i].length, entries[i].word, entries[i].length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bjt_address_words_ends_road (const char *text,
                             gsize       length)
{
  return ends_with (roads, G_N_ELEMENTS (roads), text, length);
}

gboolean
bjt_address_words_ends_lane (const char *text,
                             gsize       length)
{
  return ends_with (lanes, G_N_ELEMENTS (lanes), text, length);
}

gboolean
bjt_address_words_ends_tower (const char *text,
                              gsize       length)
{
  return ends_with (towers, G_N_ELEMENTS (towers), text, length);
}

gboolean
bjt_address_words_ends_place (const char *text,
                              gsize       length)
{
  return ends_with (places, G_N_ELEMENTS (places), text, length);
}
