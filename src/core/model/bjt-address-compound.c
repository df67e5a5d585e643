/* bjt-address-compound.c: 浙江省杭州市西湖区留下镇文一路12号和家园御园 is read from left
 * to right; every administrative name and every road with its number moves the
 * beginning on, as long as something is left over. The rules are about suffixes
 * alone: there is no gazetteer. */
#include "bjt-address-compound.h"

#include "bjt-address-words.h"

#include <string.h>

typedef struct
{
  const char *suffix;
  guint8      length; /* bytes of the suffix */
  guint8      least;  /* characters of the name with its suffix */
  guint8      most;
  gboolean    road;
  const char *unless; /* what may not follow, separated by blanks */
} Boundary;

#define BOUNDARY(suffix, least, most, road, unless)        \
  {                                                        \
    suffix, sizeof (suffix) - 1, least, most, road, unless \
  }

static const Boundary boundaries[] = {
  BOUNDARY ("自治区", 4, 10, FALSE, NULL),
  BOUNDARY ("自治州", 4, 12, FALSE, NULL),
  BOUNDARY ("开发区", 4, 12, FALSE, NULL),
  BOUNDARY ("街道", 3, 9, FALSE, "办"),
  BOUNDARY ("街道办事处", 6, 12, FALSE, NULL),
  BOUNDARY ("社区", 3, 9, FALSE, "服 医 卫"),
  BOUNDARY ("大街", 3, 8, TRUE, NULL),
  BOUNDARY ("大道", 3, 10, TRUE, NULL),
  BOUNDARY ("胡同", 3, 8, TRUE, NULL),
  BOUNDARY ("师", 3, 5, FALSE, "大 范 傅"),
  BOUNDARY ("省", 2, 4, FALSE, NULL),
  BOUNDARY ("市", 2, 5, FALSE, "场 民 心 政 北 南 区 府"),
  BOUNDARY ("县", 2, 9, FALSE, NULL),
  BOUNDARY ("旗", 3, 9, FALSE, NULL),
  BOUNDARY ("区", 3, 6, FALSE, NULL),
  BOUNDARY ("镇", 2, 5, FALSE, NULL),
  BOUNDARY ("乡", 3, 9, FALSE, NULL),
  BOUNDARY ("村", 3, 6, FALSE, NULL),
  BOUNDARY ("路", 2, 8, TRUE, "小区 社区 口 街道"),
  BOUNDARY ("街", 2, 7, TRUE, "小区 道 社区 坊 街道"),
  BOUNDARY ("巷", 2, 7, TRUE, "小区 社区"),
  BOUNDARY ("弄", 2, 7, TRUE, NULL),
};

/* Before 区 or 村 these make part of a compound: 小区, 东区, 新村, A区, 二区. */
static const char *const inner_heads = "小园校东西南北中新业景院厂库山住别墅馆期";

static gboolean
has_prefix_of (const char *text,
               const char *end,
               const char *list)
{
  while (*list != '\0')
    {
      gsize length = strcspn (list, " ");

      if ((gsize) (end - text) >= length && memcmp (text, list, length) == 0)
        return TRUE;
      list += length;
      list += strspn (list, " ");
    }
  return FALSE;
}

static gboolean
is_inner_zone (const char *text,
               const char *suffix)
{
  gunichar before;

  if (suffix == text || (strncmp (suffix, "区", strlen ("区")) != 0 && strncmp (suffix, "村", strlen ("村")) != 0))
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (suffix));
  return before < 128 || bjt_address_words_is_numeral (before) || g_utf8_strchr (inner_heads, -1, before) != NULL;
}

/* 12号, 666弄15号, 84-66号, 甲9号, a bare 58 behind a road. */
static const char *
skip_road_number (const char *at,
                  const char *end)
{
  static const char *const closers[] = { "号", "弄", "巷", "支弄", "委", "组" };
  const char              *last = at;

  for (;;)
    {
      const char *number = at;
      gboolean    closed = FALSE;

      while (at < end && (g_ascii_isdigit (*at) || (at > number && *at == '-')))
        at++;
      if (at == number)
        return last;
      for (gsize i = 0; i < G_N_ELEMENTS (closers) && !closed; i++)
        if (has_prefix_of (at, end, closers[i]))
          {
            at += strlen (closers[i]);
            closed = TRUE;
          }
      if (closed && has_prefix_of (at, end, "院 楼 门 桥"))
        return last;
      if (!closed && has_prefix_of (at, end, "区 期 组 街 号楼 栋 幢 座"))
        return last;
      last = at;
    }
}

static gboolean
is_separator (char c)
{
  return c == ' ' || c == '-' || c == '_' || c == ',' || c == ':';
}

static const Boundary *
match_boundary (const char *name,
                const char *at,
                const char *end,
                guint       n_characters)
{
  for (gsize i = 0; i < G_N_ELEMENTS (boundaries); i++)
    {
      const Boundary *boundary = &boundaries[i];
      gsize           length = boundary->length;
      guint           n = n_characters + (guint) (length / 3);

      if (boundary->suffix[2] != at[2] || boundary->suffix[1] != at[1] || (gsize) (end - at) < length || memcmp (at, boundary->suffix, length) != 0)
        continue;
      if (n < boundary->least || n > boundary->most || is_inner_zone (name, at))
        continue;
      if (boundary->unless == NULL || !has_prefix_of (at + length, end, boundary->unless))
        return boundary;
    }
  return NULL;
}

/* Whether what is left can name a compound: 二区 or A区 cannot stand alone. */
static gboolean
is_name (const char *at,
         const char *end)
{
  const char *second;

  while (at < end && is_separator (*at))
    at++;
  if (at == end || g_ascii_isdigit (*at))
    return FALSE;
  second = g_utf8_next_char (at);
  if (second >= end)
    return FALSE;
  return second + strlen ("区") < end || !has_prefix_of (second, end, "区 期 村");
}

/**
 * bjt_address_compound_find:
 * @text: what stands before the building
 * @length: bytes of it
 *
 * Returns: where the compound's name begins, @length when there is none
 */
gsize
bjt_address_compound_find (const char *text,
                           gsize       length)
{
  const char *end = text + length;
  const char *cut = text;
  const char *at = text;
  guint       n = 0;

  while (at < end)
    {
      const Boundary *boundary;

      if (is_separator (*at))
        {
          if (is_name (at, end))
            cut = at + 1;
          at++;
          n = 0;
          continue;
        }
      boundary = end - at >= 3 && (guchar) *at > 127 ? match_boundary (cut, at, end, n) : NULL;
      at = boundary != NULL ? at + boundary->length : g_utf8_next_char (at);
      n++;
      if (boundary == NULL)
        continue;
      if (boundary->road)
        at = skip_road_number (at, end);
      if (at < end && !is_name (at, end) && !boundary->road)
        continue;
      cut = at;
      n = 0;
    }
  return (gsize) (cut - text);
}
