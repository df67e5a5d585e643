/* bjt-demo-jiangbei.c: 江北社区 as domain.md E.1–E.2 states it; names other
 * than 山水宜家 and the whole ground are invented. */
#include "bjt-demo-profile.h"

/* Street lines of the plan: columns from west to east, rows from north to south. */
#define X0 (-580)
#define X1 (-265)
#define X2 (-6)
#define X3 250
#define X34 414
#define X4 577
#define Y0 330
#define Y1 135
#define Y2 (-213)
#define Y3 (-371)

static const BjtDemoCompoundSpec compounds[] = {
  { "山水宜家", "林业局棚改一期", "物业", "山水物业服务中心", 10, 2, -246, 125, 54, 71, { 72, 12, 4, 6, 3, 0, 0, FALSE },
    { 3, 3, 3, 3, 3, 3, 4, 4, 4, 4 }, BJT_DEMO_GATE_WEST | BJT_DEMO_GATE_EAST, 2013, FALSE },
  { "江北家园", NULL, "物业", "江北物业服务中心", 9, 3, -561, -24, 20, 66, { 68, 12, 4, 6, 2, 0, 0, FALSE },
    { 1 }, BJT_DEMO_GATE_EAST | BJT_DEMO_GATE_SOUTH, 2009, FALSE },
  { "林业新村", "林业局家属区", "自治", NULL, 8, 3, -540, 317, 20, 46, { 54, 12, 3, 6, 3, 0, 0, FALSE },
    { 2 }, BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_SOUTH, 1998, FALSE },
  { "阳光花园", NULL, "物业", "阳光物业服务中心", 6, 2, 32, 122, 30, 72, { 60, 14, 3, 11, 2, 0, 0, TRUE },
    { 5 }, BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_WEST, 2015, FALSE },
  { "嘉和园", NULL, "物业", "嘉和物业服务中心", 7, 2, 261, 122, 16, 60, { 51, 12, 3, 6, 2, 0, 0, FALSE },
    { 8 }, BJT_DEMO_GATE_WEST | BJT_DEMO_GATE_SOUTH, 2011, FALSE },
  { "河畔", "河沿小区", "物业", "河畔物业服务中心", 7, 3, 10, -229, 20, 43, { 51, 12, 3, 6, 2, 0, 0, FALSE },
    { 7 }, BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_SOUTH, 2008, FALSE },
  { "富民", NULL, "弃管", NULL, 8, 4, 274, -231, 16, 50, { 51, 12, 3, 6, 2, 0, 0, FALSE },
    { 7, 8, 8, 8, 7, 8, 8, 8 }, BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_EAST, 2003, TRUE },
  { "西苑", NULL, "弃管", NULL, 6, 3, -244, -231, 20, 50, { 51, 12, 3, 6, 2, 0, 0, FALSE },
    { 4, 4, 7, 4, 4, 7 }, BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_SOUTH, 2001, FALSE },
  { "丽景湾", NULL, "物业", "丽景物业服务中心", 5, 2, 426, 122, 40, 100, { 34, 18, 2, 17, 3, 0, 0, TRUE },
    { 6 }, BJT_DEMO_GATE_SOUTH | BJT_DEMO_GATE_EAST, 2018, FALSE },
  { "朝阳", NULL, "自治", NULL, 6, 2, 421, 318, 16, 46, { 51, 12, 3, 6, 2, 0, 0, FALSE },
    { 9, 9, 9, 9, 6, 6 }, BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_EAST, 2005, FALSE },
  { "安居", "安居工程住宅", "弃管", NULL, 7, 2, 261, 318, 16, 43, { 51, 12, 3, 6, 2, 0, 0, FALSE },
    { 9 }, BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_WEST, 2000, FALSE },
};

/* Grids 1 and 2 overlap north of 文化广场 and grid 6 has too many households,
 * on purpose: the validator is to find them. */
static const BjtDemoGridSpec grids[] = {
  { 1, 361, "江北家园", 4, { { X0, Y3 }, { X1, Y3 }, { X1, Y1 }, { X0, Y1 } } },
  { 2, 352, "林业新村、第二小学", 6, { { X0, Y1 - 40 }, { X1, Y1 - 40 }, { X1, Y1 }, { X2, Y1 }, { X2, Y0 }, { X0, Y0 } } },
  { 3, 372, "山水宜家 1–6号楼", 4, { { X1, -72 }, { X2, -72 }, { X2, Y1 }, { X1, Y1 } } },
  { 4, 351, "山水宜家 7–10号楼、西苑西侧", 6, { { X1, Y3 }, { -98, Y3 }, { -98, Y2 }, { X2, Y2 }, { X2, -72 }, { X1, -72 } } },
  { 5, 341, "阳光花园、江北公园", 4, { { X2, Y2 }, { X3, Y2 }, { X3, Y0 }, { X2, Y0 } } },
  { 6, 512, "丽景湾、朝阳 5–6号楼", 4, { { X34, Y2 }, { X4, Y2 }, { X4, 229 }, { X34, 229 } } },
  { 7, 342, "河畔、西苑东侧、富民西侧", 4, { { -98, Y3 }, { 347, Y3 }, { 347, Y2 }, { -98, Y2 } } },
  { 8, 402, "嘉和园、富民东侧", 8,
    { { 347, Y3 }, { X4, Y3 }, { X4, Y2 }, { X34, Y2 }, { X34, Y1 }, { X3, Y1 }, { X3, Y2 }, { 347, Y2 } } },
  { 9, 343, "安居、朝阳 1–4号楼", 6, { { X3, Y1 }, { X34, Y1 }, { X34, 229 }, { X4, 229 }, { X4, Y0 }, { X3, Y0 } } },
};

#define ROAD BJT_FEATURE_ROAD
#define FOOTWAY BJT_FEATURE_FOOTWAY
#define GREEN BJT_FEATURE_GREEN
#define WATER BJT_FEATURE_WATER
#define AREA BJT_FEATURE_AREA
#define HOUSE BJT_FEATURE_BUILDING
#define POI BJT_FEATURE_POI

/* Two points of an area are two corners of a rectangle. */
static const BjtDemoFeatureSpec features[] = {
  /* The country around */
  { AREA, "farmland", NULL, 4, { { -210, 395 }, { 180, 395 }, { 160, 600 }, { -200, 585 } } },
  { AREA, "farmland", NULL, 4, { { 215, 395 }, { 560, 390 }, { 545, 590 }, { 205, 600 } } },
  { AREA, "farmland", NULL, 4, { { 620, 160 }, { 790, 165 }, { 745, 420 }, { 615, 400 } } },
  { AREA, "farmland", NULL, 4, { { -800, 190 }, { -620, 185 }, { -625, 330 }, { -805, 350 } } },
  { GREEN, "wood", "北山林场", 7, { { -790, 420 }, { -300, 430 }, { -290, 640 }, { -330, 860 }, { -520, 885 }, { -760, 740 }, { -800, 560 } } },
  { GREEN, "wood", NULL, 6, { { -210, 660 }, { 120, 650 }, { 520, 670 }, { 500, 820 }, { 100, 890 }, { -215, 870 } } },
  { AREA, "industrial", "木材加工厂", 2, { { 605, -115 }, { 785, 110 } } },
  { HOUSE, "industrial", NULL, 2, { { 625, 35 }, { 700, 85 } } },
  { HOUSE, "industrial", NULL, 2, { { 625, -60 }, { 760, -30 } } },
  { HOUSE, "industrial", NULL, 2, { { 725, 20 }, { 765, 85 } } },
  { WATER, "river", "嘎呀河", 10, { { -2400, -520 }, { -900, -428 }, { -250, -434 }, { 120, -422 }, { 880, -430 }, { 2400, -560 }, { 2400, -670 }, { 300, -516 }, { -300, -531 }, { -2400, -625 } } },
  { GREEN, "grass", "滨河公园", 8, { { -570, -383 }, { 570, -383 }, { 570, -424 }, { 400, -425 }, { 120, -414 }, { -100, -420 }, { -250, -425 }, { -565, -412 } } },
  /* 林海街 and 北环路: school and park */
  { AREA, "school", "第二小学", 2, { { -249, 145 }, { -17, 319 } } },
  { HOUSE, "school", "教学楼", 2, { { -225, 270 }, { -95, 286 } } },
  { HOUSE, "school", "实验楼", 2, { { -70, 255 }, { -54, 305 } } },
  { AREA, "pitch", "操场", 2, { { -225, 165 }, { -105, 245 } } },
  { HOUSE, "kindergarten", "幼儿园", 2, { { -80, 165 }, { -40, 190 } } },
  { GREEN, "park", "江北公园", 4, { { 12, 150 }, { 236, 152 }, { 232, 314 }, { 16, 312 } } },
  { WATER, "pond", "荷花池", 8, { { 130, 240 }, { 165, 225 }, { 195, 232 }, { 205, 258 }, { 190, 280 }, { 160, 285 }, { 135, 275 }, { 122, 258 } } },
  { FOOTWAY, "footway", NULL, 5, { { 10, 152 }, { 70, 200 }, { 100, 255 }, { 150, 300 }, { 230, 320 } } },
  { FOOTWAY, "footway", NULL, 4, { { 236, 160 }, { 180, 205 }, { 100, 255 }, { 12, 300 } } },
  /* 林海街 and 长荣街: square and market */
  { AREA, "square", "文化广场", 2, { { -440, 30 }, { -310, 112 } } },
  { GREEN, "grass", NULL, 2, { { -470, 30 }, { -446, 112 } } },
  { HOUSE, "public", "江北社区党群服务中心", 2, { { -550, 62 }, { -500, 82 } } },
  { AREA, "parking", NULL, 2, { { -550, 30 }, { -500, 52 } } },
  { AREA, "marketplace", "江北农贸市场", 2, { { 30, -196 }, { 214, -134 } } },
  { HOUSE, "retail", "农贸市场", 2, { { 45, -184 }, { 180, -148 } } },
  { AREA, "parking", NULL, 2, { { 270, -194 }, { 400, -148 } } },
  { GREEN, "grass", NULL, 2, { { 432, -196 }, { 560, -166 } } },
  { GREEN, "grass", NULL, 2, { { -555, -16 }, { -300, 18 } } },
  { GREEN, "grass", NULL, 2, { { 40, -124 }, { 205, -74 } } },
  { GREEN, "grass", NULL, 2, { { 268, -140 }, { 400, -108 } } },
  { GREEN, "grass", NULL, 2, { { 432, -160 }, { 560, -132 } } },
  /* 长荣街 and 滨河路: health and forestry */
  { AREA, "hospital", "江北卫生院", 2, { { -440, -359 }, { -285, -231 } } },
  { HOUSE, "hospital", "门诊楼", 2, { { -415, -276 }, { -335, -256 } } },
  { HOUSE, "hospital", "住院楼", 2, { { -415, -336 }, { -345, -320 } } },
  { HOUSE, "office", "林业局", 2, { { -550, -281 }, { -480, -264 } } },
  { AREA, "parking", NULL, 2, { { -550, -321 }, { -470, -291 } } },
  { GREEN, "grass", NULL, 2, { { -560, -360 }, { -455, -331 } } },
  { GREEN, "grass", NULL, 2, { { -240, -360 }, { -25, -328 } } },
  { GREEN, "grass", NULL, 2, { { 280, -360 }, { 550, -328 } } },
  { GREEN, "grass", NULL, 2, { { -550, 148 }, { -290, 176 } } },
  { GREEN, "grass", NULL, 2, { { 425, 143 }, { 562, 178 } } },
  { FOOTWAY, "footway", "滨河步道", 5, { { -570, -402 }, { -250, -410 }, { 0, -402 }, { 300, -406 }, { 570, -408 } } },
  /* Streets */
  { ROAD, "unclassified", "林场路", 4, { { X1, Y0 }, { -250, 620 }, { -262, 930 }, { -420, 1700 } } },
  { ROAD, "unclassified", "河沿路", 4, { { X0, 60 }, { -640, 64 }, { -720, 60 }, { -840, 66 } } },
  { ROAD, "residential", NULL, 2, { { -700, -110 }, { -700, 150 } } },
  { ROAD, "unclassified", "园区路", 3, { { X4, Y1 }, { 700, 138 }, { 1500, 190 } } },
  { ROAD, "residential", "友谊路", 2, { { X2, Y3 }, { X2, Y0 } } },
  { ROAD, "residential", "安居巷", 2, { { X34, Y2 }, { X34, Y0 } } },
  { ROAD, "tertiary", "北环路", 2, { { X0, Y0 }, { X4, Y0 } } },
  { ROAD, "tertiary", "滨河路", 2, { { X0, Y3 }, { X4, Y3 } } },
  { ROAD, "tertiary", "西环路", 2, { { X0, Y3 }, { X0, Y0 } } },
  { ROAD, "tertiary", "东环路", 2, { { X4, Y3 }, { X4, Y0 } } },
  { ROAD, "secondary", "林海街", 2, { { X0, Y1 }, { X4, Y1 } } },
  { ROAD, "secondary", "长白路", 2, { { X3, Y3 }, { X3, Y0 } } },
  { ROAD, "primary", "长荣街", 4, { { -2400, -300 }, { -1100, Y2 }, { 1100, Y2 }, { 2400, -280 } } },
  { ROAD, "primary", "江北路", 3, { { -240, -1500 }, { X1, -596 }, { X1, Y0 } } },
  /* The 18 places of the service circle */
  { POI, "community_centre", "江北社区党群服务中心", 1, { { -525, 72 } } },
  { POI, "service_station", "网格党群服务站（山水宜家）", 1, { { -236, -72 } } },
  { POI, "service_station", "网格党群服务站（阳光花园）", 1, { { 200, -36 } } },
  { POI, "service_station", "网格党群服务站（富民）", 1, { { 285, -281 } } },
  { POI, "shelter", "民心亭（江北公园）", 1, { { 110, 262 } } },
  { POI, "shelter", "民心亭（文化广场）", 1, { { -330, 95 } } },
  { POI, "shelter", "民心亭（滨河公园）", 1, { { 60, -398 } } },
  { POI, "pharmacy", "康民药店", 1, { { -249, -110 } } },
  { POI, "supermarket", "惠民超市", 1, { { -249, 62 } } },
  { POI, "clinic", "江北诊所", 1, { { 20, -75 } } },
  { POI, "post", "快递驿站", 1, { { -16.5, -70 } } },
  { POI, "marketplace", "农贸市场", 1, { { 112, -166 } } },
  { POI, "police", "江北警务室", 1, { { -285, -196 } } },
  { POI, "hospital", "江北卫生院", 1, { { -375, -266 } } },
  { POI, "school", "第二小学", 1, { { -160, 278 } } },
  { POI, "kindergarten", "江北幼儿园", 1, { { -60, 178 } } },
  { POI, "bus_stop", "江北路口站", 1, { { -230, -225 } } },
  { POI, "property", "物业维修服务点", 1, { { 300, -110 } } },
};

static const BjtPoint boundary[] = {
  { -850, -474 }, { -400, -480 }, { 100, -472 }, { 810, -476 }, { 812, 200 },
  { 648, 805 }, { 100, 865 }, { -500, 840 }, { -846, 645 }, { -856, 150 },
};

static const BjtDemoFigures figures = {
  .families = {
    [BJT_DEMO_ELDER_ALONE] = 330, [BJT_DEMO_ELDER_COUPLE] = 420, [BJT_DEMO_MIXED_COUPLE] = 220,
    [BJT_DEMO_ELDER_CHILD] = 180, [BJT_DEMO_ELDERS_CHILD] = 96, [BJT_DEMO_THREE_GENERATIONS] = 150,
    [BJT_DEMO_THREE_GENERATIONS_BOTH] = 60, [BJT_DEMO_ELDER_GRANDCHILD] = 50, [BJT_DEMO_ELDERS_GRANDCHILD] = 30,
    [BJT_DEMO_COUPLE_CHILD] = 400, [BJT_DEMO_COUPLE_TWO_CHILDREN] = 30, [BJT_DEMO_PARENT_CHILD] = 62,
    [BJT_DEMO_COUPLE_GROWN_CHILD] = 310, [BJT_DEMO_COUPLE] = 500, [BJT_DEMO_PARENT_GROWN_CHILD] = 126,
    [BJT_DEMO_SINGLE] = 412,
  },
  .tenants = 430, .floating = 246, .hukou_only_empty = 210, .hukou_only_tenant = 100,
  .aged_80 = 266, .aged_65 = 1477,
  .disabled_care = 190, .disability = { 106, 23, 19, 21, 15, 4, 4 },
  .low_income_households = 118, .low_income_persons = 165, .extreme_poverty = 9, .lonely = 4, .edge = 40, .illness = 60,
  .bereaved_couples = 12, .bereaved_alone = 6, .left_behind = 36, .in_distress = 14,
  .veterans = 150, .party_members = 350,
  .correction = 4, .released = 9, .mental = 31, .drugs = 6,
  .pregnant_infant = 24, .jobless = 7,
  .visits = 9000, .issues = 220,
};

/* 未拆迁区: rows of bungalows west of the ring road */
static void
add_bungalows (BjtDemoProfile *self)
{
  static const double columns[] = { -808, -776, -744, -682, -650, -618 };

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    for (guint r = 0; r < 10; r++)
      {
        double             y = 150 - 26.0 * r - 5.0 * (c % 2);
        BjtDemoFeatureSpec house = { HOUSE, "bungalow", NULL, 2, { { columns[c], y }, { columns[c] + 20, y + 8 } } };

        if (y < 38 || y > 82)
          g_array_append_val (self->features, house);
      }
}

void
bjt_demo_profile_fill_jiangbei (BjtDemoProfile *self)
{
  self->name = "江北社区";
  self->address = "汪清县长荣街道江北路1号（示例）";
  self->community_code = "222499001001";
  self->founded_on = bjt_date_from_ymd (2017, 5, 1);
  self->centre = (BjtPoint) { 129.755, 43.32 };
  self->stated_area_m2 = 2.1e6;
  self->stated_households = 3376;
  self->stated_persons = 7386;
  self->grid_level = "网格";
  self->figures = figures;
  g_array_append_vals (self->compounds, compounds, G_N_ELEMENTS (compounds));
  g_array_append_vals (self->grids, grids, G_N_ELEMENTS (grids));
  g_array_append_vals (self->features, features, G_N_ELEMENTS (features));
  add_bungalows (self);
  g_array_append_vals (self->boundary, boundary, G_N_ELEMENTS (boundary));
}
