/* test-address.c: the address grammar of domain.md B.3, by table. */
#include "model/bjt-address.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *compound;
  const char *building;
  const char *entrance;
  const char *level;
  const char *door;
  const char *rest;
} Case;

static const Case whole_cases[] = {
  /* short forms */
  { "3-2-501", NULL, "3", "2", NULL, "501", NULL },
  { "3#2-501", NULL, "3", "2", NULL, "501", NULL },
  { "3#楼2单元501", NULL, "3", "2", NULL, "501", NULL },
  { "3号楼2门501", NULL, "3", "2", NULL, "501", NULL },
  { "三号楼二单元五楼东户", NULL, "3", "2", "5", "东户", NULL },
  { "3杠2杠501", NULL, "3", "2", NULL, "501", NULL },
  { "3一2一501", NULL, "3", "2", NULL, "501", NULL },
  { "３－２－５０１", NULL, "3", "2", NULL, "501", NULL },
  { "３号楼２单元５０１室", NULL, "3", "2", NULL, "501", NULL },
  { "3—2—501", NULL, "3", "2", NULL, "501", NULL },
  { "3--2--501", NULL, "3", "2", NULL, "501", NULL },
  { "3_2_501", NULL, "3", "2", NULL, "501", NULL },
  { "3/2/501", NULL, "3", "2", NULL, "501", NULL },
  { "3之2之501", NULL, "3", "2", NULL, "501", NULL },
  { "  3-2-501  ", NULL, "3", "2", NULL, "501", NULL },
  { "3 - 2 - 501", NULL, "3", "2", NULL, "501", NULL },
  { "3-501", NULL, "3", NULL, NULL, "501", NULL },
  { "3-2", NULL, "3", "2", NULL, NULL, NULL },
  { "501", NULL, NULL, NULL, NULL, "501", NULL },
  { "501室", NULL, NULL, NULL, NULL, "501", NULL },
  { "A-3-2-501", "A", "3", "2", NULL, "501", NULL },
  { "3-2-5-1", NULL, "3", "2", "5", "1", NULL },
  { "3-2-5楼", NULL, "3", "2", "5", NULL, NULL },
  { "3-东-501", NULL, "3", "东", NULL, "501", NULL },
  { "03-02-0501", NULL, "3", "2", NULL, "0501", NULL },
  /* buildings */
  { "山水宜家3号楼", "山水宜家", "3", NULL, NULL, NULL, NULL },
  { "山水宜家三号楼", "山水宜家", "3", NULL, NULL, NULL, NULL },
  { "山水宜家十二栋", "山水宜家", "12", NULL, NULL, NULL, NULL },
  { "山水宜家一百一十七号楼", "山水宜家", "117", NULL, NULL, NULL, NULL },
  { "山水宜家廿三幢", "山水宜家", "23", NULL, NULL, NULL, NULL },
  { "山水宜家甲栋2单元301", "山水宜家", "甲", "2", NULL, "301", NULL },
  { "山水宜家乙座301室", "山水宜家", "乙", NULL, NULL, "301", NULL },
  { "河畔大厦B座1203", "河畔大厦", "B", NULL, NULL, "1203", NULL },
  { "河畔大厦b座1203", "河畔大厦", "B", NULL, NULL, "1203", NULL },
  { "河畔大厦南座5层", "河畔大厦", "南", NULL, "5", NULL, NULL },
  { "西苑A3幢501", "西苑", "A3", NULL, NULL, "501", NULL },
  { "西苑12B号楼501", "西苑", "12B", NULL, NULL, "501", NULL },
  { "西苑3-2幢1单元501", "西苑", "3-2", "1", NULL, "501", NULL },
  { "西苑3撞2单无501", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑A楼501", "西苑", "A", NULL, NULL, "501", NULL },
  { "富民小区6楼3单元501", "富民小区", "6", "3", NULL, "501", NULL },
  { "西苑东楼二单元501", "西苑", "东", "2", NULL, "501", NULL },
  { "西苑11栋A座15楼", "西苑", "11", "A", "15", NULL, NULL },
  { "西苑2单元8号楼501", "西苑", "8", "2", NULL, "501", NULL },
  { "富民小区8号501室", "富民小区", "8", NULL, NULL, "501", NULL },
  { "SOHO3号楼1202", "SOHO", "3", NULL, NULL, "1202", NULL },
  /* entrances */
  { "西苑3栋2单元", "西苑", "3", "2", NULL, NULL, NULL },
  { "西苑3栋2号单元501", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑3栋2梯501", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑3栋2门洞501", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑3栋西单元501", "西苑", "3", "西", NULL, "501", NULL },
  { "西苑3栋A单元501", "西苑", "3", "A", NULL, "501", NULL },
  { "西苑3栋4号6楼", "西苑", "3", "4", "6", NULL, NULL },
  { "西苑3栋2单501", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑2单元501", "西苑", NULL, "2", NULL, "501", NULL },
  { "西苑3号2单元501", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑3栋2-501", "西苑", "3", "2", NULL, "501", NULL },
  /* levels */
  { "西苑3栋2单元五楼", "西苑", "3", "2", "5", NULL, NULL },
  { "西苑3栋2单元5层502", "西苑", "3", "2", "5", "502", NULL },
  { "西苑3栋负1层", "西苑", "3", NULL, "-1", NULL, NULL },
  { "西苑3栋负一楼12号", "西苑", "3", NULL, "-1", "12", NULL },
  { "西苑3栋地下1层", "西苑", "3", NULL, "-1", NULL, NULL },
  { "西苑3栋B1层", "西苑", "3", NULL, "-1", NULL, NULL },
  { "西苑3栋-1层", "西苑", "3", NULL, "-1", NULL, NULL },
  { "西苑3栋2单元夹层", "西苑", "3", "2", "夹层", NULL, NULL },
  { "西苑3栋2单元半地下东户", "西苑", "3", "2", "半地下", "东户", NULL },
  { "西苑3栋2单元阁楼", "西苑", "3", "2", "阁楼", NULL, NULL },
  { "西苑3栋12A层12A01", "西苑", "3", NULL, "12A", "12A01", NULL },
  /* doors */
  { "西苑3栋2单元五〇一室", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑3栋2单元五零一", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑3栋2单元5楼西户", "西苑", "3", "2", "5", "西户", NULL },
  { "西苑3栋2单元5楼中间户", "西苑", "3", "2", "5", "中间户", NULL },
  { "西苑3栋车库", "西苑", "3", NULL, NULL, "车库", NULL },
  { "西苑3栋12号车库", "西苑", "3", NULL, NULL, "车库12", NULL },
  { "西苑3栋车库12", "西苑", "3", NULL, NULL, "车库12", NULL },
  { "西苑3栋门市", "西苑", "3", NULL, NULL, "门市", NULL },
  { "西苑3栋2单元501附1", "西苑", "3", "2", NULL, "501附1", NULL },
  { "西苑3栋2单元501室附2号", "西苑", "3", "2", NULL, "501附2", NULL },
  { "西苑3-2-12B", "西苑", "3", "2", NULL, "12B", NULL },
  { "西苑3-2-3a", "西苑", "3", "2", NULL, "3A", NULL },
  { "西苑3-2-0301", "西苑", "3", "2", NULL, "0301", NULL },
  { "西苑3-2-负101", "西苑", "3", "2", NULL, "负101", NULL },
  { "西苑B座1105-1106室", "西苑", "B", NULL, NULL, "1105-1106", NULL },
  { "西苑3栋15-16号", "西苑", "3", NULL, NULL, "15-16", NULL },
  { "西苑3栋8单元905-2", "西苑", "3", "8", NULL, "905-2", NULL },
  { "西苑3栋商铺8号", "西苑", "3", "8", NULL, NULL, "商铺" },
  { "西苑3号楼501房", "西苑", "3", NULL, NULL, "501", NULL },
  { "西苑501室", "西苑", NULL, NULL, NULL, "501", NULL },
  /* compounds and what leads to them */
  { "山水宜家3-2-501", "山水宜家", "3", "2", NULL, "501", NULL },
  { "山水宜家 3-2-501", "山水宜家", "3", "2", NULL, "501", NULL },
  { "山水宜家 3 2 501", "山水宜家", "3", "2", NULL, "501", NULL },
  { "西苑 7＃楼 3 单元 402", "西苑", "7", "3", NULL, "402", NULL },
  { "西苑(三期)5号楼1单元1102室", "西苑(三期)", "5", "1", NULL, "1102", NULL },
  { "第五师五家渠市天山路街道幸福里12栋1单元301", "幸福里", "12", "1", NULL, "301", "第五师五家渠市天山路街道" },
  { "河北路3号院5号楼2门602号", "3号院", "5", "2", NULL, "602", "河北路" },
  { "140#2-501", NULL, "140", "2", NULL, "501", NULL },
  { "山水宜家3号楼 501 房东李某", "山水宜家", "3", NULL, NULL, "501", "房东李某" },
  { "林业新村8号楼3单元6楼2门", "林业新村", "8", "3", "6", "2", NULL },
  { "林业新村8-3-6-2", "林业新村", "8", "3", "6", "2", NULL },
  { "江北小区甲1号楼502", "江北小区", "甲1", NULL, NULL, "502", NULL },
  { "园丁3号楼502", "园丁", "3", NULL, NULL, "502", NULL },
  { "大川街3委12组", NULL, NULL, NULL, NULL, NULL, "大川街3委12组" },
  { "江北家园小区9#4-602", "江北家园小区", "9", "4", NULL, "602", NULL },
  { "市政家属楼2单元301", "市政家属楼", NULL, "2", NULL, "301", NULL },
  { "山水宜家-3-2-501", "山水宜家", "3", "2", NULL, "501", NULL },
  { "江北家园二期3号楼2单元501", "江北家园二期", "3", "2", NULL, "501", NULL },
  { "江北家园B区3号楼2单元501", "江北家园B区", "3", "2", NULL, "501", NULL },
  { "江北家园2组团3号楼2单元501", "江北家园2组团", "3", "2", NULL, "501", NULL },
  { "江北家园1区3-2-501", "江北家园1区", "3", "2", NULL, "501", NULL },
  { "三江花园三期三号楼", "三江花园三期", "3", NULL, NULL, NULL, NULL },
  { "汪清县山水宜家3号楼2单元501室", "山水宜家", "3", "2", NULL, "501", "汪清县" },
  { "吉林省延边朝鲜族自治州汪清县长荣街道山水宜家3-2-501", "山水宜家", "3", "2", NULL, "501", "吉林省延边朝鲜族自治州汪清县长荣街道" },
  { "长荣街道江北社区山水宜家3-2-501", "山水宜家", "3", "2", NULL, "501", "长荣街道江北社区" },
  { "汪清县长荣街12号山水宜家3-2-501", "山水宜家", "3", "2", NULL, "501", "汪清县长荣街12号" },
  { "长荣街12号3号楼501", NULL, "3", NULL, NULL, "501", "长荣街12号" },
  { "长荣路12号501室", NULL, NULL, NULL, NULL, "501", "长荣路12号" },
  { "长荣路12号2单元501室", NULL, NULL, "2", NULL, "501", "长荣路12号" },
  { "长荣路120弄15号1702", NULL, "15", NULL, NULL, "1702", "长荣路120弄" },
  { "长荣路22-6-434", NULL, "22", "6", NULL, "434", "长荣路" },
  { "长荣路1326-11-6-434", NULL, "11", "6", NULL, "434", "长荣路1326" },
  { "三门县山水宜家3栋501", "山水宜家", "3", NULL, NULL, "501", "三门县" },
  { "四区市场5楼12街4021", "四区市场", NULL, "12", "5", "4021", NULL },
  /* one number inside the building */
  { "西苑3栋2号", "西苑", "3", "2", NULL, NULL, NULL },
  { "西苑3栋201号", "西苑", "3", NULL, NULL, "201", NULL },
  { "西苑3-40", "西苑", "3", "40", NULL, NULL, NULL },
  { "西苑3-41", "西苑", "3", NULL, NULL, "41", NULL },
  { "西苑B-2", "西苑", "B", "2", NULL, NULL, NULL },
  { "西苑B5-2", "西苑", "B5", NULL, NULL, "2", NULL },
  { "西苑3-c", "西苑", "3", "C", NULL, NULL, NULL },
  { "长荣路11-2", NULL, "11", NULL, NULL, "2", "长荣路" },
  { "河畔大厦11-2", "河畔大厦", "11", NULL, NULL, "2", NULL },
  { "河畔大厦 11-2", "河畔大厦", "11", "2", NULL, NULL, NULL },
  { "长荣路8弄3栋2号", NULL, "3", NULL, NULL, "2", "长荣路8弄" },
  { "建材市场A区3栋2号", "建材市场A区", "3", NULL, NULL, "2", NULL },
  { "江北家园2区3栋2号", "江北家园2区", "3", "2", NULL, NULL, NULL },
  { "西苑7排101号", "西苑", "7", "101", NULL, NULL, NULL },
  { "西苑3栋2-3号", "西苑", "3", "2-3", NULL, NULL, NULL },
  { "西苑3栋C10一楼", "西苑", "3", "C10", "1", NULL, NULL },
  { "西苑3号楼B区1144", "西苑", "3", "B", NULL, "1144", NULL },
  { "西苑3栋2组团501", "西苑", "3", "2", NULL, "501", NULL },
  { "西苑3-2号门4楼", "西苑", "3", "2", "4", NULL, NULL },
  { "西苑3栋10391", "西苑", "3", "10", NULL, "391", NULL },
  /* markets */
  { "西苑4街11-501", NULL, "11", NULL, NULL, "501", "西苑4街" },
  { "四区市场12街40258-40261店", "四区市场", NULL, "12", NULL, "40258-40261", NULL },
  { "四区市场五楼115-1288", "四区市场", "115", NULL, "5", "1288", NULL },
  { "四区市场6楼长荣街1124号", "四区市场", NULL, "长荣街", "6", "1124", NULL },
  { "四区市场B3南D99", "四区市场", "B3", NULL, NULL, "D99", NULL },
  /* slips and long numbers */
  { "西苑137柿1240室", "西苑", "137", NULL, NULL, "1240", NULL },
  { "西苑3村501室", "西苑3村", NULL, NULL, NULL, "501", NULL },
  { "西苑94高楼三单元501", "西苑", "94", "3", NULL, "501", NULL },
  { "西苑4幢624幢", "西苑", "4", NULL, NULL, "624", NULL },
  { "西苑B10九1458", "西苑", "B10", "9", NULL, "1458", NULL },
  { "西苑B座15楼E", "西苑", "B", NULL, "15", "E", NULL },
  { "西苑B座11561243室", "西苑", "B", NULL, NULL, "11561243", NULL },
  { "西苑1161-16-1208", "西苑", "1161", "16", NULL, "1208", NULL },
  { "长荣路1409-2-1071", NULL, NULL, "2", NULL, "1071", "长荣路1409" },
  { "山水宜家", "山水宜家", NULL, NULL, NULL, NULL, NULL },
  { "汪清县江北社区", NULL, NULL, NULL, NULL, NULL, "汪清县江北社区" },
  /* what is left over */
  { "山水宜家3-2-501 李", "山水宜家", "3", "2", NULL, "501", "李" },
  { "山水宜家3-2-501李某", "山水宜家", "3", "2", NULL, "501", "李某" },
  { "山水宜家3号楼2单元501空挂户", "山水宜家", "3", "2", NULL, "501", "空挂户" },
  { "山水宜家3号楼2单元501（出租）", "山水宜家", "3", "2", NULL, "501", "出租" },
  { "山水宜家3-2-501 15400001234", "山水宜家", "3", "2", NULL, "501", "15400001234" },
  { "山水宜家3号楼 133200", "山水宜家", "3", NULL, NULL, NULL, "133200" },
  { "山水宜家3号楼2单元501,502", "山水宜家", "3", "2", NULL, "501", "502" },
  { "山水宜家3号楼 好运来超市", "山水宜家", "3", NULL, NULL, NULL, "好运来超市" },
  { "汪清县山水宜家3-2-501 李", "山水宜家", "3", "2", NULL, "501", "汪清县 李" },
};

static const Case short_cases[] = {
  { "2-501", NULL, NULL, "2", NULL, "501", NULL },
  { "501", NULL, NULL, NULL, NULL, "501", NULL },
  { "2单元501", NULL, NULL, "2", NULL, "501", NULL },
  { "3-2-501", NULL, "3", "2", NULL, "501", NULL },
  { "山水宜家3-501", "山水宜家", "3", NULL, NULL, "501", NULL },
  { "山水宜家3-2-501 李", "山水宜家", "3", "2", NULL, "501", "李" },
  { "3#2-501", NULL, "3", "2", NULL, "501", NULL },
  { "2-5楼", NULL, "2", NULL, "5", NULL, NULL },
};

static const char *const no_places[] = { "", " ", "李某", "wsl", "15400001234", "154-0000-1234", "0433-0001234", "王淑兰 1234567", "-", "山水宜家", "222424193811050029" };

static void
assert_address (const BjtAddress *address,
                const Case       *expected)
{
  g_test_message ("%s", expected->text);
  g_assert_nonnull (address);
  g_assert_cmpstr (address->raw, ==, expected->text);
  g_assert_cmpstr (address->building, ==, expected->building);
  g_assert_cmpstr (address->entrance, ==, expected->entrance);
  g_assert_cmpstr (address->level, ==, expected->level);
  g_assert_cmpstr (address->door, ==, expected->door);
  g_assert_cmpstr (address->compound, ==, expected->compound);
  g_assert_cmpstr (address->rest, ==, expected->rest);
}

static void
test_whole (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (whole_cases); i++)
    {
      g_autoptr (BjtAddress) address = bjt_address_parse (whole_cases[i].text);

      assert_address (address, &whole_cases[i]);
    }
}

static void
test_short (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_cases); i++)
    {
      g_autoptr (BjtAddress) address = bjt_address_parse_short (short_cases[i].text);

      assert_address (address, &short_cases[i]);
    }
}

static void
test_no_place (void)
{
  g_assert_null (bjt_address_parse_short (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (no_places); i++)
    {
      g_test_message ("%s", no_places[i]);
      g_assert_null (bjt_address_parse_short (no_places[i]));
    }
}

static void
assert_valid (const char *text)
{
  if (text != NULL)
    g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
assert_survives (const char *text)
{
  g_autoptr (BjtAddress) address = bjt_address_parse (text);

  g_assert_nonnull (address);
  g_assert_nonnull (address->raw);
  assert_valid (address->raw);
  assert_valid (address->compound);
  assert_valid (address->building);
  assert_valid (address->entrance);
  assert_valid (address->level);
  assert_valid (address->door);
  assert_valid (address->rest);
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "",
    "-",
    "---",
    "号",
    "号楼",
    "单元",
    "#",
    "##",
    "-1",
    "负",
    "负负1层",
    "附",
    "501附",
    "一",
    "杠",
    "之",
    "、",
    "\xff\xfe",
    "3号楼\xe5\x8d",
    "\xe5",
    "3-2-\xff-501",
    "😀3-2-501😀",
    "😀",
    "3😀2😀501",
    "\xf0\x9f\x98",
    "3-2-501\n4-1-102",
    "1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1",
    "号1号2号3号4号5",
    "A栋B栋C栋D栋E栋",
    "单元单元单元",
    "999999999999号楼",
    "十十十十百百百号楼",
    "車庫",
    "\u200b3\u200b-2-501",
  };

  assert_survives (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_survives (texts[i]);
}

static void
assert_survives_repeated (const char *part,
                          gsize       size)
{
  gsize    length = strlen (part);
  GString *text = g_string_new (NULL);

  while (text->len < size)
    g_string_append_len (text, part, (gssize) length);
  assert_survives (text->str);
  g_string_free (text, TRUE);
}

static void
test_huge (void)
{
  static const char *const parts[] = { "1-", "一", "3号楼", "路", "号", "区", "-", " ", "a1", "负", "街道" };

  assert_survives_repeated ("1", 1 << 20);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_survives_repeated (parts[i], 1 << 17);
}

static void
test_random_bytes (void)
{
  static const char *const parts[] = { "3", "12", "501", "-", "号", "楼", "号楼", "单元", "室", "栋", "座", "A", "b", "一", "十", "东",
                                       "负", "附", "车库", "路", "小区", " ", "\xff", "、", "#", "层", "街", "弄", "户", "😀" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260506);

  for (int round = 0; round < 20000; round++)
    {
      GString *text = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      assert_survives (text->str);
      g_string_free (text, TRUE);
    }
}

static void
assert_formatted (const char *compound,
                  const char *building,
                  const char *entrance,
                  const char *door,
                  const char *expected)
{
  g_autofree char *text = bjt_address_format_short (compound, building, entrance, door);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_formatted ("山水宜家", "3", "2", "501", "山水宜家 3-2-501");
  assert_formatted (NULL, "3", "2", "501", "3-2-501");
  assert_formatted ("山水宜家", "3", NULL, "501", "山水宜家 3-501");
  assert_formatted ("山水宜家", "3", "2", NULL, "山水宜家 3-2");
  assert_formatted ("山水宜家", "3", "41", NULL, "山水宜家 3号楼41单元");
  assert_formatted ("山水宜家", "3", "2", "东户", "山水宜家 3-2-东户");
  assert_formatted ("山水宜家", "3", NULL, NULL, "山水宜家 3号楼");
  assert_formatted ("山水宜家", "3", NULL, "5", "山水宜家 3号楼5室");
  assert_formatted ("山水宜家", "3", "西", "501", "山水宜家 3号楼西单元501室");
  assert_formatted ("山水宜家", NULL, "2", "501", "山水宜家 2单元501室");
  assert_formatted ("山水宜家", NULL, NULL, NULL, "山水宜家");
  assert_formatted (NULL, NULL, NULL, "501", "501室");
  assert_formatted (NULL, NULL, NULL, NULL, "");
}

static const char *
pick (GRand             *rand,
      const char *const *labels,
      gint32             n_labels)
{
  return labels[g_rand_int_range (rand, 0, n_labels)];
}

/* What format_short writes, parse reads. */
static void
test_round_trip (void)
{
  static const char *const compounds[] = { NULL, "山水宜家", "江北家园", "江北家园二期", "江北家园B区", "嘉和园2组团", "河畔小区" };
  static const char *const buildings[] = { NULL, "1", "3", "12", "140", "A", "A5", "12B", "甲", "甲1", "东", "3-2" };
  static const char *const entrances[] = { NULL, "1", "2", "12", "41", "A", "西", "甲" };
  static const char *const doors[] = { NULL, "1", "5", "12", "101", "501", "1203", "0301", "12B", "3A", "501附1", "东户", "中间户", "车库", "车库12", "门市", "负101", "1105-1106" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3376);

  for (int round = 0; round < 20000; round++)
    {
      const char      *compound = pick (rand, compounds, G_N_ELEMENTS (compounds));
      const char      *building = pick (rand, buildings, G_N_ELEMENTS (buildings));
      const char      *entrance = pick (rand, entrances, G_N_ELEMENTS (entrances));
      const char      *door = pick (rand, doors, G_N_ELEMENTS (doors));
      g_autofree char *text = bjt_address_format_short (compound, building, entrance, door);
      g_autoptr (BjtAddress) address = bjt_address_parse (text);

      g_test_message ("%s", text);
      g_assert_cmpstr (address->compound, ==, compound);
      g_assert_cmpstr (address->building, ==, building);
      g_assert_cmpstr (address->entrance, ==, entrance);
      g_assert_cmpstr (address->door, ==, door);
      g_assert_null (address->rest);
    }
}

static void
test_infer_level (void)
{
  static const struct
  {
    const char *label;
    int         max_ordinal;
    gboolean    known;
    int         ordinal;
  } cases[] = {
    { "501", 5, TRUE, 4 },
    { "101", 5, TRUE, 0 },
    { "101", 0, TRUE, 0 },
    { "1201", 16, TRUE, 11 },
    { "0301", 5, TRUE, 2 },
    { "601", 5, TRUE, 5 },
    { "701", 5, FALSE, 0 },
    { "1201", 5, FALSE, 0 },
    { "501A", 5, TRUE, 4 },
    { "501附1", 5, TRUE, 4 },
    { "B101", 5, TRUE, -1 },
    { "b201", 5, TRUE, -2 },
    { "负101", 5, TRUE, -1 },
    { "-101", 5, TRUE, -1 },
    { "001", 5, FALSE, 0 },
    { "12", 5, FALSE, 0 },
    { "5", 5, FALSE, 0 },
    { "东户", 5, FALSE, 0 },
    { "车库12", 5, FALSE, 0 },
    { "", 5, FALSE, 0 },
    { NULL, 5, FALSE, 0 },
    { "12345", 99, FALSE, 0 },
    { "99999999999999999999", 99, FALSE, 0 },
    { "-", 5, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int ordinal = 0;

      g_test_message ("%s", cases[i].label != NULL ? cases[i].label : "(none)");
      g_assert_cmpint (bjt_address_infer_level (cases[i].label, cases[i].max_ordinal, &ordinal), ==, cases[i].known);
      g_assert_cmpint (ordinal, ==, cases[i].ordinal);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* a table shows all its wrong rows */
  g_test_add_func ("/address/whole", test_whole);
  g_test_add_func ("/address/short-form", test_short);
  g_test_add_func ("/address/no-place", test_no_place);
  g_test_add_func ("/address/hostile", test_hostile);
  g_test_add_func ("/address/huge", test_huge);
  g_test_add_func ("/address/random-bytes", test_random_bytes);
  g_test_add_func ("/address/format", test_format);
  g_test_add_func ("/address/round-trip", test_round_trip);
  g_test_add_func ("/address/infer-level", test_infer_level);
  return g_test_run ();
}
