/* bjt-demo-names.c: tables of surnames (with weights) and of given names by
 * cohort and sex. Combined at random: nobody is meant. Staff have given names
 * that no resident has. */
#include "bjt-demo-names.h"

const char *const BJT_DEMO_ETHNIC_CODES[BJT_DEMO_N_ETHNICS] = { "01", "10", "11", "03", "08", "02", "05" };

typedef struct
{
  const char *surname;
  guint       weight;
} Surname;

static const Surname han_surnames[] = {
  { "王", 105 }, { "李", 98 }, { "张", 92 }, { "刘", 78 }, { "赵", 44 }, { "于", 36 }, { "孙", 40 }, { "杨", 34 },
  { "陈", 32 }, { "高", 22 }, { "徐", 24 }, { "马", 16 }, { "姜", 20 }, { "吴", 18 }, { "宋", 20 }, { "周", 18 },
  { "郭", 17 }, { "韩", 16 }, { "林", 15 }, { "曲", 12 }, { "丛", 8 }, { "邹", 8 }, { "迟", 7 }, { "初", 5 },
  { "朱", 14 }, { "董", 12 }, { "胡", 12 }, { "梁", 10 }, { "潘", 8 }, { "许", 10 }, { "隋", 6 }, { "单", 5 },
  { "吕", 10 }, { "田", 9 }, { "冯", 9 }, { "邢", 7 }, { "曹", 8 }, { "牟", 5 }, { "邵", 6 }, { "崔", 8 }, { "尹", 6 },
  { "魏", 9 }, { "唐", 7 }, { "谢", 6 }, { "石", 6 }, { "范", 6 }, { "付", 6 }, { "栾", 4 }, { "曾", 3 }, { "欧阳", 1 },
};

static const Surname korean_surnames[] = {
  { "金", 215 }, { "李", 147 }, { "朴", 84 }, { "崔", 47 }, { "郑", 43 }, { "姜", 24 }, { "赵", 21 }, { "尹", 20 },
  { "张", 20 }, { "林", 18 }, { "韩", 15 }, { "申", 14 }, { "吴", 14 }, { "徐", 14 }, { "权", 12 }, { "黄", 14 },
  { "安", 13 }, { "全", 10 }, { "许", 10 }, { "洪", 10 }, { "方", 5 }, { "玄", 5 }, { "南", 4 }, { "太", 3 },
};

static const Surname manchu_surnames[] = {
  { "关", 30 }, { "佟", 20 }, { "富", 12 }, { "那", 14 }, { "郎", 12 }, { "赵", 18 }, { "白", 8 }, { "索", 4 },
};
static const Surname hui_surnames[] = { { "马", 40 }, { "白", 16 }, { "沙", 10 }, { "丁", 14 }, { "哈", 8 } };
static const Surname zhuang_surnames[] = { { "韦", 20 }, { "覃", 16 }, { "黄", 14 }, { "蒙", 8 }, { "陆", 8 } };
static const Surname mongol_surnames[] = { { "包", 20 }, { "白", 10 }, { "吴", 8 }, { "何", 6 } };

static const struct
{
  const Surname *rows;
  guint          n;
} surnames[BJT_DEMO_N_ETHNICS] = {
  { han_surnames, G_N_ELEMENTS (han_surnames) },       { korean_surnames, G_N_ELEMENTS (korean_surnames) },
  { manchu_surnames, G_N_ELEMENTS (manchu_surnames) }, { hui_surnames, G_N_ELEMENTS (hui_surnames) },
  { zhuang_surnames, G_N_ELEMENTS (zhuang_surnames) }, { mongol_surnames, G_N_ELEMENTS (mongol_surnames) },
  { han_surnames, G_N_ELEMENTS (han_surnames) },
};

#define N_GIVEN 28

/* [cohort][0 man, 1 woman]; born before 1956, 1970, 1982, 1993, 2004, later */
static const int        han_cohorts[] = { 1956, 1970, 1982, 1993, 2004, G_MAXINT };
static const char *const han_given[][2][N_GIVEN] = {
  { { "德福", "永贵", "长林", "玉山", "文富", "凤祥", "殿臣", "洪昌", "守义", "景和", "国栋", "振江", "万库", "喜财",
      "占山", "广田", "树林", "宝玉", "连江", "忠信", "玉堂", "福顺", "延年", "庆余", "兴业", "凤山", "文举", "学礼" },
    { "淑兰", "桂英", "玉珍", "秀兰", "桂芝", "淑芬", "凤英", "玉兰", "秀英", "淑珍", "桂兰", "玉芹", "素琴", "淑清",
      "凤琴", "桂荣", "玉梅", "秀芝", "淑贤", "素珍", "桂香", "玉华", "淑琴", "凤兰", "秀珍", "桂琴", "玉荣", "素兰" } },
  { { "建国", "国庆", "志强", "国强", "建军", "永发", "长海", "文革", "卫东", "跃进", "国忠", "玉林", "振华", "胜利",
      "援朝", "福生", "春林", "立新", "国华", "喜贵", "景林", "学军", "海山", "凤林", "广发", "占军", "树清", "洪军" },
    { "丽华", "淑华", "桂花", "秀梅", "凤霞", "玉霞", "亚芹", "淑梅", "春花", "秀华", "桂珍", "爱华", "丽娟", "玉芬",
      "亚兰", "春兰", "金凤", "秀芹", "淑艳", "艳华", "桂芹", "玉凤", "亚珍", "淑香", "春荣", "凤珍", "彩云", "爱民" } },
  { { "伟", "涛", "军", "强", "勇", "刚", "海波", "志伟", "明辉", "洪波", "晓东", "立国", "宏伟", "铁军",
      "永刚", "春雷", "海涛", "继东", "立强", "文斌", "建新", "晓明", "大勇", "国锋", "长江", "志国", "丰年", "景辉" },
    { "丽", "艳", "霞", "敏", "静", "红", "丽娜", "艳红", "晓红", "立华", "海燕", "秀丽", "春梅", "丽萍",
      "艳丽", "晓梅", "雪梅", "淑丽", "红梅", "立杰", "海霞", "亚丽", "艳秋", "彩霞", "丽君", "冬梅", "晶", "玲玲" } },
  { { "鹏", "超", "磊", "浩", "鑫", "宇", "帅", "晓光", "海龙", "天宇", "明哲", "志远", "博", "洋",
      "立志", "文博", "新宇", "大伟", "凯", "金龙", "云鹏", "旭东", "宏宇", "晓峰", "建业", "星", "东旭", "亮" },
    { "婷婷", "雪", "莹", "丹", "娜", "佳", "欣", "晓雪", "美玲", "丽丽", "思思", "春艳", "璐", "爽",
      "楠", "倩", "微", "宁", "晓丹", "慧", "金玲", "雪娇", "海英", "新颖", "洋洋", "娇", "月", "秋月" } },
  { { "嘉明", "俊峰", "博文", "子豪", "天佑", "家兴", "宇航", "皓", "文轩", "昊天", "俊杰", "泽宇", "鸿飞", "思远",
      "一鸣", "健", "明宇", "铭", "世豪", "云飞", "兆丰", "智博", "睿", "新阳", "家宝", "翔", "启航", "东阳" },
    { "雨婷", "思雨", "佳琪", "诗涵", "欣怡", "梦瑶", "雅琪", "嘉欣", "婉婷", "静怡", "雨欣", "思佳", "梦琪", "晓彤",
      "美琪", "佳慧", "雪莹", "可心", "新月", "文静", "紫薇", "语嫣", "心怡", "雨晴", "嘉怡", "宁宁", "玥", "若曦" } },
  { { "浩宇", "子轩", "梓豪", "沐辰", "宇轩", "奕辰", "浩然", "俊熙", "梓睿", "一诺", "铭泽", "子墨", "皓轩", "泽楷",
      "煜城", "星宇", "瑾瑜", "昱辰", "景行", "承泽", "乐言", "柏霖", "安和", "嘉树", "一帆", "晨阳", "思成", "沐阳" },
    { "梓涵", "诗琪", "欣妍", "雨桐", "一诺", "子涵", "梦涵", "语桐", "可馨", "佳怡", "沐瑶", "若汐", "梓萱", "芷晴",
      "苡沫", "安琪", "念初", "书瑶", "艺涵", "依诺", "悦宁", "星冉", "慕晴", "锦书", "知夏", "清欢", "米朵", "晚柠" } },
};

static const int        korean_cohorts[] = { 1960, 1985, G_MAXINT };
static const char *const korean_given[][2][N_GIVEN] = {
  { { "昌浩", "东哲", "龙德", "泰俊", "吉男", "正洙", "相根", "炳植", "京日", "光洙", "永万", "明洙", "成根", "奉哲",
      "在根", "昌善", "学善", "龙吉", "太龙", "元植", "仁洙", "河龙", "钟万", "春植", "虎男", "斗星", "承哲", "南洙" },
    { "顺子", "明淑", "英淑", "贞子", "顺玉", "春子", "福顺", "莲花", "玉子", "粉善", "今女", "顺福", "京子", "粉玉",
      "英子", "善玉", "明子", "花子", "贞淑", "顺姬", "今淑", "玉顺", "福女", "京淑", "英玉", "信子", "善女", "月仙" } },
  { { "英哲", "龙虎", "光哲", "成浩", "哲洙", "明浩", "永男", "京浩", "学哲", "昌国", "虎哲", "成日", "勇男", "松哲",
      "哲浩", "龙男", "光日", "东日", "成哲", "永虎", "哲龙", "青松", "国哲", "日哲", "松男", "星日", "钟浩", "雄哲" },
    { "美花", "香兰", "英兰", "今花", "银花", "香淑", "海玉", "春花", "美兰", "英花", "明花", "雪花", "红兰", "莲玉",
      "京兰", "香花", "美玉", "善花", "银珠", "海兰", "松竹", "丽花", "美善", "今玉", "红花", "英美", "贞兰", "花子" } },
  { { "贤宇", "俊浩", "志浩", "泰宇", "民宇", "浩俊", "成俊", "宇振", "智勋", "敏浩", "道贤", "俊赫", "尚民", "在贤",
      "恩浩", "泰民", "志勋", "东贤", "仁浩", "贤民", "俊星", "宇成", "浩民", "胜贤", "智浩", "元俊", "泰星", "民俊" },
    { "智恩", "秀妍", "恩慧", "美妍", "智慧", "恩智", "秀智", "艺琳", "多恩", "瑞妍", "银星", "贤智", "素恩", "雅英",
      "美来", "智妍", "秀彬", "恩星", "慧琳", "善英", "珠妍", "叡恩", "诗恩", "有珍", "智秀", "恩彩", "河恩", "素妍" } },
};

/* No name here is in the tables above. */
static const char *const staff_names[] = {
  "江向晖", "卢知行", "沈望舒", "顾静和", "贺怀瑾", "秦若谷", "温清扬", "叶令仪", "岳秉文", "云采薇",
  "常明远", "夏致和", "柏思齐", "程见素", "苗乐山", "祁守拙", "莫问渠", "凌其昌", "萧以宁", "边思源",
  "齐听澜", "盛允中", "蓝自牧", "文载道", "易行知", "骆闻莺", "季长青", "明月白", "管仲言", "路遥之",
};

const char *
bjt_demo_name_pick_surname (GRand         *rand,
                            BjtDemoEthnic  ethnic)
{
  guint total = 0, at;

  for (guint i = 0; i < surnames[ethnic].n; i++)
    total += surnames[ethnic].rows[i].weight;
  at = (guint) g_rand_int_range (rand, 0, (gint32) total);
  for (guint i = 0; i < surnames[ethnic].n; i++)
    {
      if (at < surnames[ethnic].rows[i].weight)
        return surnames[ethnic].rows[i].surname;
      at -= surnames[ethnic].rows[i].weight;
    }
  return surnames[ethnic].rows[0].surname;
}

const char *
bjt_demo_name_pick_given (GRand         *rand,
                          BjtDemoEthnic  ethnic,
                          BjtSex         sex,
                          int            born_year)
{
  const int *cohorts = ethnic == BJT_DEMO_KOREAN ? korean_cohorts : han_cohorts;
  guint      cohort = 0;
  guint      column = sex == BJT_SEX_FEMALE ? 1 : 0;
  guint      i = (guint) g_rand_int_range (rand, 0, N_GIVEN);

  while (born_year >= cohorts[cohort])
    cohort++;
  return ethnic == BJT_DEMO_KOREAN ? korean_given[cohort][column][i] : han_given[cohort][column][i];
}

/**
 * bjt_demo_name_get_staff:
 *
 * Returns: the name of the staff member of that number, from 0; the same name
 *   comes back after 30
 */
const char *
bjt_demo_name_get_staff (guint number)
{
  return staff_names[number % G_N_ELEMENTS (staff_names)];
}

/**
 * bjt_demo_id_number_format:
 * @sequence: 0…999, odd for a man
 *
 * A number of the area 222499, which no county has, with a valid check digit
 * (GB 11643-1999).
 */
void
bjt_demo_id_number_format (BjtDate born_on,
                           guint   sequence,
                           char    text[BJT_DEMO_ID_NUMBER_SIZE])
{
  static const guint weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int                year, month, day;
  guint              sum = 0;

  bjt_date_get_ymd (born_on, &year, &month, &day);
  g_snprintf (text, BJT_DEMO_ID_NUMBER_SIZE, "222499%04u%02u%02u%03u0", (guint) year % 10000, (guint) month % 100,
              (guint) day % 100, sequence % 1000);
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (guint) (text[i] - '0');
  text[17] = "10X98765432"[sum % 11];
}
