/* bjt-room-words.h: what rooms are called, and the IMDF category of such a unit.
 */
#pragma once

static const struct
{
  const char *word;
  const char *category;
} bjt_room_words[] = {
  { "走廊", "walkway" }, { "过道", "walkway" }, { "楼道", "walkway" }, { "通道", "walkway" }, { "连廊", "walkway" }, { "corridor", "walkway" },
  { "阳台", "terrace" }, { "露台", "terrace" }, { "天台", "terrace" }, { "balcony", "terrace" }, { "terrace", "terrace" },
  { "门厅", "lobby" }, { "大厅", "lobby" }, { "大堂", "lobby" }, { "lobby", "lobby" },
  { "楼梯", "stairs" }, { "电梯", "elevator" }, { "坡道", "ramp" },
  { "卫生间", "restroom" }, { "厕所", "restroom" }, { "厨房", "kitchen" }, { "toilet", "restroom" }, { "kitchen", "kitchen" },
  { "储藏", "storage" }, { "仓库", "storage" }, { "杂物", "storage" }, { "storage", "storage" },
  { "车库", "parking" }, { "车位", "parking" }, { "停车", "parking" }, { "parking", "parking" },
  { "办公", "office" }, { "会议", "conferenceroom" }, { "图书", "library" }, { "活动", "recreation" }, { "食堂", "foodservice" },
  { "配电", "nonpublic" }, { "水泵", "nonpublic" }, { "设备", "nonpublic" }, { "机房", "nonpublic" }, { "管井", "nonpublic" },
};
