/* bjt-order-values.c: the cells of orders as values. What is not understood is
 * unknown, never guessed. Thread-safe. */
#include "bjt-order-values.h"

#include <stdlib.h>
#include <string.h>

#include "base/bjt-clock.h"
#include "base/bjt-text.h"

#define MAX_NUMBERS 6
#define FIRST_YEAR 1990
#define LAST_YEAR 2200
#define SERIAL_EPOCH (-25569) /* day 0 of spreadsheets: 1899-12-30 */
#define FIRST_SERIAL 32874    /* 1990-01-01 */
#define LAST_SERIAL 109576

/* Times */

/* 46331 or 46331.354: days since the epoch of spreadsheets. */
static gboolean
parse_serial (const char *text,
              gint64     *time,
              gboolean   *has_time)
{
  char  *end;
  double value = g_ascii_strtod (text, &end);

  if (*end != '\0' || value < FIRST_SERIAL || value > LAST_SERIAL)
    return FALSE;
  *has_time = value > (int) value;
  *time = bjt_time_from_local (SERIAL_EPOCH + (BjtDate) value, (int) ((value - (int) value) * 1440 + 0.5));
  return TRUE;
}

/* 20261103 and 20261103083000 fall into their parts. */
static guint
read_numbers (const char *text,
              int         numbers[MAX_NUMBERS])
{
  static const guint widths[MAX_NUMBERS] = { 4, 2, 2, 2, 2, 2 };
  guint              n = 0;

  while (*text != '\0' && n < MAX_NUMBERS)
    {
      gsize digits = strspn (text, "0123456789");
      gsize taken = digits;

      if (digits == 0)
        {
          text++;
          continue;
        }
      if (digits > widths[n])
        taken = widths[n];
      numbers[n] = 0;
      for (gsize i = 0; i < taken; i++)
        numbers[n] = numbers[n] * 10 + (text[i] - '0');
      n++;
      text += taken;
    }
  return n;
}

/**
 * bjt_order_values_parse_time:
 * @text: (nullable): 2026-11-03, 2026/11/3 8:30, 2026年11月3日8时30分, 20261103083000,
 *   a serial day of a spreadsheet
 * @has_time: (out): whether it tells more than the day
 *
 * Returns: the time, that of midnight where only the day is told; 0: not understood
 */
gint64
bjt_order_values_parse_time (const char *text,
                             gboolean   *has_time)
{
  g_autofree char *plain = bjt_text_normalize (text);
  int              numbers[MAX_NUMBERS] = { 0 };
  guint            n = read_numbers (plain, numbers);
  gboolean         is_afternoon = strstr (plain, "下午") != NULL || strstr (plain, "PM") != NULL || strstr (plain, "晚") != NULL;
  BjtDate          day;
  gint64           time = 0;

  *has_time = FALSE;
  if (parse_serial (plain, &time, has_time))
    return time;
  if (n < 3 || numbers[0] < FIRST_YEAR || numbers[0] > LAST_YEAR || numbers[3] > 23 || numbers[4] > 59)
    return 0;
  day = bjt_date_from_ymd (numbers[0], numbers[1], numbers[2]);
  if (day == BJT_DATE_NONE)
    return 0;
  if (is_afternoon && numbers[3] < 12)
    numbers[3] += 12;
  *has_time = n > 3;
  return bjt_time_from_local (day, numbers[3] * 60 + numbers[4]);
}

/**
 * bjt_order_values_dup_limit:
 * @text: (nullable): 3个工作日, 24小时, 7天, 5日
 *
 * Returns: (transfer full) (nullable): as rules/bjt-time-limit.h writes it; NULL: not
 *   understood
 */
char *
bjt_order_values_dup_limit (const char *text)
{
  static const struct
  {
    const char *word;
    char        unit;
  } units[] = { { "个工作日", 'w' }, { "工作日", 'w' }, { "个小时", 'h' }, { "小时", 'h' }, { "时", 'h' }, { "h", 'h' }, { "日", 'd' }, { "天", 'd' }, { "d", 'd' }, { "w", 'w' } };
  g_autofree char *plain = bjt_text_normalize (text);
  char            *at = plain;
  long             n = strtol (plain, &at, 10);

  if (at == plain || n < 1 || n > 999)
    return NULL;
  at += strspn (at, " ");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (at, units[i].word) && g_utf8_strlen (at + strlen (units[i].word), -1) <= 1) /* 内 may follow */
      return g_strdup_printf ("%ld%c", n, units[i].unit);
  return NULL;
}

/* Words */

static gboolean
has_any (const char *text,
         const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (strstr (text, list[i]) != NULL)
      return TRUE;
  return FALSE;
}

static BjtAnswer
read_answer (const char *text,
             const char *no,
             const char *yes)
{
  g_autofree char *plain = bjt_text_normalize (text);

  if (strcmp (plain, "否") == 0 || strcmp (plain, "0") == 0 || g_ascii_strcasecmp (plain, "no") == 0 || has_any (plain, no))
    return BJT_ANSWER_NO;
  if (strcmp (plain, "是") == 0 || strcmp (plain, "1") == 0 || g_ascii_strcasecmp (plain, "yes") == 0 || has_any (plain, yes))
    return BJT_ANSWER_YES;
  return BJT_ANSWER_UNKNOWN;
}

/**
 * bjt_order_values_is_closed:
 * @state: (nullable): 已办结, 办理中, 未办结
 */
gboolean
bjt_order_values_is_closed (const char *state)
{
  return read_answer (state, "未|待|中|退回|不予", "办结|结案|完结|已完成|办毕|归档|closed") == BJT_ANSWER_YES;
}

BjtAnswer
bjt_order_values_read_solved (const char *text)
{
  return read_answer (text, "未解决|没有解决|没解决|未完全|部分解决|不解决|未办结", "解决|已办结");
}

BjtAnswer
bjt_order_values_read_satisfied (const char *text)
{
  return read_answer (text, "不满意|不太满意|不认可", "满意|认可|好评");
}
