/* bjt-place-words.h: the words around the name of a place in running text.
 */
#pragma once

#include <glib.h>

/* A name begins behind one of these; within a longer word it is no name. */
static const char *const words_before_name[] = {
  "省", "市", "州", "区", "县", "旗", "镇", "乡", "街", "道", "路", "巷", "号", "社", "村", "组", "委", "于", "在", "住", "映", "称", "的", "居",
  "到", "是", "由", "对", "诉", "求", "我", "们", "家", "原", "老", "旧",
};

/* With one of these behind it the name is that of a road, an office, a shop. */
static const char *const words_after_name[] = {
  "街", "路", "巷", "大道", "胡同", "村", "镇", "乡", "社区", "派出所", "学校", "小学", "中学", "幼儿园", "医院", "市场", "超市", "桥", "广场", "公园",
  "商场", "银行", "酒店", "宾馆", "大厦", "药店", "物业", "东路", "西路", "南路", "北路",
};

/* At the end of a name these are often left out or added. */
static const char *const name_endings[] = { "住宅小区", "小区", "家属区", "家属院", "家属楼", "住宅楼", "住宅", "新区" };

#define NAME_SEPARATOR "、"
#define COMMUNITY_WORD "社区"
#define LEVEL_FORMAT "%s楼"
#define LEVEL_PATTERN "(?<![0-9一二三四五六七八九十号#])([0-9]{1,2}|[一二三四五六七八九十]{1,3})[楼层](?![道梯下上栋长门顶房盘宇])"
#define PLACE_PATTERN "(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4}|[A-Z])(?:号楼|栋|幢|座|#楼|#)|[0-9]{1,3}-[0-9]{1,2}-[0-9]{2,4}|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})单元"
#define BUILDING_PATTERN "(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4}|[A-Z])(?:号楼|栋|幢|座|#)|[0-9]{1,3}-[0-9]{1,2}-[0-9]{2,4}"
