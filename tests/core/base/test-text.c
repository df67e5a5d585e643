/* test-text.c: text as people type it, numbers, masks, initials. */
#include "base/bjt-text.h"

#include <string.h>

typedef struct
{
  const char *text, *expected;
} Pair;

static void
check_pairs (const Pair *pairs,
             gsize       n,
             char *(*func) (const char *) )
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *result = func (pairs[i].text);

      g_assert_cmpstr (result, ==, pairs[i].expected);
    }
}

static void
normalize (void)
{
  static const Pair pairs[] = {
    { NULL, "" }, { "", "" }, { "  ", "" }, { "３－２－５０１", "3-2-501" }, { " a　b\t\r\nc ", "a b c" }, { "3—2–501", "3-2-501" },
    { "３＃楼（东）", "3#楼(东)" }, { "\xef\xbb\xbf王\xe2\x80\x8b兰", "王兰" }, { "山水\xff宜家", "山水\xef\xbf\xbd宜家" },
    { "𬭎䶮", "𬭎䶮" }, { "a \xe2\x80\x8b b", "a b" },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs), bjt_text_normalize);
}

static void
numbers (void)
{
  static const struct
  {
    const char *text;
    int         value;
  } good[] = {
    { "0", 0 }, { "7", 7 }, { "12", 12 }, { "007", 7 }, { "999999", 999999 }, { "一", 1 }, { "十", 10 }, { "十二", 12 }, { "二十", 20 },
    { "二十一", 21 }, { "九十九", 99 }, { "一百", 100 }, { "一百零三", 103 }, { "一百一十", 110 }, { "一〇三", 103 }, { "廿三", 23 },
    { "廿", 20 }, { "卅一", 31 }, { "两", 2 }, { "贰拾叁", 23 }, { "五〇一", 501 }, { "零", 0 }, { "百", 100 }, { "九百九十九", 999 },
  };
  static const char *const bad[] = { "", "a", "1a", "-1", "1.5", "1000000", "99999999999999999999", "甲", "3号" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      int value = -1;

      g_assert_true (bjt_text_parse_number (good[i].text, strlen (good[i].text), &value));
      g_assert_cmpint (value, ==, good[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      int value;

      g_assert_false (bjt_text_parse_number (bad[i], strlen (bad[i]), &value));
    }
}

static void
endless_numbers (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int value;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "99999百");
  g_assert_false (bjt_text_parse_number (text->str, text->len, &value));
  g_string_truncate (text, 0);
  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "卅");
  g_assert_false (bjt_text_parse_number (text->str, text->len, &value));
}

static void
initials (void)
{
  static const Pair pairs[] = {
    { NULL, "" }, { "", "" }, { "王淑兰", "wsl" }, { "单田芳", "stf" }, { "曾国", "zg" }, { "朴英哲", "pyz" }, { "解晓东", "xxd" }, { "仇英", "qy" },
    { "欧阳锋", "oyf" }, { "䶮", "y" }, { "㛃", "j" }, { "王㛃", "wj" }, { "𬭎", "h" }, { "李𬭎", "lh" }, { "阿依古丽·买买提", "ayglmmt" },
    { "John Smith", "js" }, { "Anna王", "aw" }, { "李9", "l9" }, { "??", "" }, { "\xff王", "" },
  };

  check_pairs (pairs, G_N_ELEMENTS (pairs), bjt_text_dup_pinyin_initials);
}

static void
masks (void)
{
  static const Pair names[] = {
    { NULL, "" }, { "", "" }, { "王", "王*" }, { "王兰", "王*" }, { "王淑兰", "王*兰" }, { "欧阳锋华", "欧**华" }, { "阿依古丽·买买提", "阿***提" },
    { "李𬭎", "李*" }, { "\xff", "" },
  };
  static const Pair phones[] = {
    { NULL, "" }, { "", "" }, { "15412340012", "154****0012" }, { "0433-0001234", "043*****1234" }, { "1234567", "*******" }, { "12", "**" },
  };
  static const Pair ids[] = {
    { NULL, "" }, { "22249919560312001X", "2224**********001X" }, { "222499560312001", "2224*******2001" }, { "E1234567", "********" },
  };

  check_pairs (names, G_N_ELEMENTS (names), bjt_text_mask_name);
  check_pairs (phones, G_N_ELEMENTS (phones), bjt_text_mask_phone);
  check_pairs (ids, G_N_ELEMENTS (ids), bjt_text_mask_id_number);
}

/* A mask is made for digits, but a cell may hold anything. */
static void
masks_stay_text (void)
{
  static const char *const odd[] = { "电话在村委会问王主任", "无", "护照E1234567号码", "１５４００００００１２" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *phone = bjt_text_mask_phone (odd[i]);
      g_autofree char *id = bjt_text_mask_id_number (odd[i]);

      g_assert_true (g_utf8_validate (phone, -1, NULL));
      g_assert_true (g_utf8_validate (id, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (phone, -1), ==, g_utf8_strlen (odd[i], -1));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/normalize", normalize);
  g_test_add_func ("/text/numbers", numbers);
  g_test_add_func ("/text/endless-numbers", endless_numbers);
  g_test_add_func ("/text/initials", initials);
  g_test_add_func ("/text/masks", masks);
  g_test_add_func ("/text/masks-stay-text", masks_stay_text);
  return g_test_run ();
}
