/* bjt-form-codes.c: the words of the national standards. */
#include "bjt-form-codes.h"

#include <stdlib.h>

static const struct
{
  int         code;
  const char *word;
} relations[] = {
  { 1, "本人" }, { 2, "户主" }, { 10, "配偶" }, { 11, "夫" }, { 12, "妻" }, { 20, "子" }, { 28, "女婿" }, { 30, "女" },
  { 38, "儿媳" }, { 40, "孙辈" }, { 41, "孙子" }, { 42, "孙女" }, { 43, "外孙子" }, { 44, "外孙女" }, { 50, "父母" },
  { 51, "父亲" }, { 52, "母亲" }, { 53, "公公" }, { 54, "婆婆" }, { 55, "岳父" }, { 56, "岳母" }, { 60, "祖父母" },
  { 70, "兄弟姐妹" }, { 71, "兄" }, { 73, "弟" }, { 75, "姐" }, { 77, "妹" }, { 90, "其他" }, { 97, "其他亲属" }, { 99, "非亲属" },
};

static const char *const peoples[] = {
  NULL, "汉族", "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族",
  "土家族", "哈尼族", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族",
  "柯尔克孜族", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族",
  "怒族", "乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族",
  "门巴族", "珞巴族", "基诺族",
};

static const char *
find_relation (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    if (relations[i].code == code)
      return relations[i].word;
  return NULL;
}

const char *
bjt_form_codes_get_relation (const char *code)
{
  int         number = code != NULL ? atoi (code) : 0;
  const char *word = find_relation (number);

  return word != NULL || number < 10 ? word : find_relation (number / 10 * 10);
}

char *
bjt_form_codes_dup_ethnic (const char *code)
{
  int number = code != NULL ? atoi (code) : 0;

  return g_strdup (number > 0 && number < (int) G_N_ELEMENTS (peoples) ? peoples[number] : code);
}

char *
bjt_form_codes_dup_grid (int number)
{
  return number > 0 ? g_strdup_printf ("第%d网格", number) : NULL;
}

/* A label that is a number or a letter gets its word. */
static void
append_part (GString    *out,
             const char *label,
             const char *word)
{
  if (label == NULL || *label == '\0')
    return;
  g_string_append (out, label);
  if ((guchar) label[0] < 0x80)
    g_string_append (out, word);
}

char *
bjt_form_codes_dup_address (const BjtPicture *picture,
                            guint32           door)
{
  const BjtPictureDoor     *at = bjt_picture_get_door (picture, door);
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, at->building);
  GString                  *out = g_string_new (NULL);

  if (building->compound != BJT_NO_INDEX && bjt_picture_get_compound (picture, building->compound)->name != NULL)
    g_string_append (out, bjt_picture_get_compound (picture, building->compound)->name);
  append_part (out, building->label, "号楼");
  if (at->entrance != BJT_NO_INDEX)
    append_part (out, bjt_picture_get_entrance (picture, at->entrance)->label, "单元");
  append_part (out, at->label, "室");
  return g_string_free (out, FALSE);
}
