/* bjt-header-words.h: what people call the columns of a register.
 *
 * Words are written as bjt-column-map.c folds a header: no blanks, no brackets
 * and what stands in them, no `*` and `:`, half-width, lower case.
 */
#pragma once

#include "bjt-draft.h"

typedef struct
{
  BjtRegisterField field;
  const char      *words; /* separated by `|` */
} BjtHeaderWords;

/* The whole header is the word. */
static const BjtHeaderWords exact_words[] = {
  { BJT_REGISTER_ADDRESS, "详细地址|住址|地址|现住址|现住地址|家庭住址|居住地址|居住地|现居住地|现居住地址|现居地|房屋地址|房屋坐落|坐落|住宅地址|现住地|现住门(楼)详址|现住门详址|现住地详址|具体地址|标准地址|实际居住地|实际居住地址|常住地址|门牌地址|通讯地址|联系地址|address|addr" },
  { BJT_REGISTER_COMPOUND, "小区|小区名称|所在小区|所属小区|住宅小区|小区名|楼盘|楼盘名称|院落|院落名称|小区院落|庭院|compound|community|estate" },
  { BJT_REGISTER_BUILDING, "楼号|楼栋|楼栋号|楼栋编号|楼栋名称|栋号|栋|楼|幢|幢号|座号|楼幢|楼幢号|楼宇|楼宇号|几栋|几号楼|所在楼栋|building|buildingno|block" },
  { BJT_REGISTER_ENTRANCE, "单元|单元号|单元编号|单元名称|单元门|门洞|梯号|几单元|所在单元|entrance|unit" },
  { BJT_REGISTER_LEVEL, "楼层|房屋楼层|所在楼层|层|层号|所在层|几层|floor|level" },
  { BJT_REGISTER_DOOR, "房号|房间|房间号|室号|室|户室|户室号|房屋编号|房屋号|门牌号|门牌|门号|住房号|房室号|房牌号|户门号|室户号|房间编号|房屋名称|门牌号码|door|room|roomno" },
  { BJT_REGISTER_AREA, "建筑面积|面积|房屋面积|住房面积|建面|产权面积|area" },
  { BJT_REGISTER_DOOR_KIND, "房屋类型|房屋用途|用途|房屋性质|住房性质|房产性质|房屋类别|住房类型" },
  { BJT_REGISTER_PERSON_NAME, "姓名|业主姓名|业主名称|业主|居民姓名|人员姓名|成员姓名|家庭成员姓名|家庭成员|住户姓名|租户姓名|承租人姓名|承租人|租客姓名|老人姓名|名字|客户名称|房主姓名|房主|产权人|产权人姓名|住户|租户|联系人姓名|本人姓名|name|personname|fullname" },
  { BJT_REGISTER_SEX, "性别|sex|gender" },
  { BJT_REGISTER_BIRTH_DATE, "出生日期|出生年月|出生年月日|生日|出生时间|出生|birthdate|birthday|dateofbirth" },
  { BJT_REGISTER_AGE, "年龄|周岁|岁数|age" },
  { BJT_REGISTER_ID_NUMBER, "身份证号|身份证|身份证号码|公民身份号码|公民身份证号|证件号码|证件号|居民身份证号|居民身份证号码|身份号码|身份证件号码|业主身份证号|业主身份证|身份证编号|idnumber|idno|idcard" },
  { BJT_REGISTER_PHONE, "联系电话|联系方式|手机号|手机号码|手机|电话|电话号码|移动电话|本人电话|业主电话|联系号码|住户电话|联系手机|phone|mobile|tel|telephone" },
  { BJT_REGISTER_ETHNIC_GROUP, "民族|ethnicgroup|nationality" },
  { BJT_REGISTER_RELATION, "与户主关系|关系|家庭关系|和户主关系|与户主的关系|与业主关系|成员关系|与房主关系|户主关系|relation|relationship" },
  { BJT_REGISTER_HEAD_NAME, "户主|户主姓名|户主名称|户主名字|户主名|headname|householder" },
  { BJT_REGISTER_HOUSEHOLD_KEY, "户号|户编号|家庭编号|户籍号|户口编号|家庭户号|户口簿号|户口本号|householdkey|householdno" },
  { BJT_REGISTER_OWNER_KEY, "业主编号|业主id|业主编码|住户编号|住户id|客户编号|ownerkey|ownerid" },
  { BJT_REGISTER_RESIDENCE, "居住类型|居住情况|居住状态|居住性质|户籍类型|人员类型|人员类别|人户情况|人户一致标识|人户状态|住户类型|住户性质|居住属性|户籍性质|是否常住|人户分离|入住情况|入住状态|房屋状态|使用状态|房屋现状|居住现状|租住情况|residence" },
  { BJT_REGISTER_HUKOU_ADDRESS, "户籍地址|户籍地|户籍所在地|户口所在地|户籍详址|户籍门(楼)详址|户籍门详址|户籍地详址|户口地址|户籍住址|户籍|hukouaddress" },
  { BJT_REGISTER_WORKPLACE, "工作单位|服务处所|单位|从业单位|就业单位|单位名称|就读学校|工作单位及职务|workplace" },
  { BJT_REGISTER_EDUCATION, "学历|文化程度|受教育程度|教育程度|education" },
  { BJT_REGISTER_MARITAL, "婚姻|婚姻状况|婚姻情况|婚否|marital" },
  { BJT_REGISTER_POLITICAL, "政治面貌|political" },
  { BJT_REGISTER_CATEGORY, "人群类别|人群分类|特殊人群|重点人群|人员标签|标签|类别|特殊群体|困难类型|人员属性|重点人员类别|特殊人群类别|人群类型|特殊情况|category|categories" },
  { BJT_REGISTER_GRID, "网格|网格号|网格编号|所属网格|网格名称|所在网格|片区|grid" },
  { BJT_REGISTER_STAFF_NAME, "网格员|网格员姓名|网格长|包联干部|包片干部|责任人|楼长|楼栋长|staffname" },
  { BJT_REGISTER_STATUS, "人员状态|变动情况|迁移情况|状态|是否死亡|死亡|注销情况|status" },
  { BJT_REGISTER_REMARKS, "备注|备注信息|其他|其它|备考|附注|remarks|remark|note|notes" },
  { BJT_REGISTER_TOTAL_LEVELS, "总层数|层数|总楼层|楼层数|地上层数|楼层总数|建筑层数|levels|totallevels" },
  { BJT_REGISTER_ELEVATOR, "是否有电梯|电梯|有无电梯|elevator|lift" },
  { BJT_REGISTER_LONGITUDE, "经度|longitude|lon|lng|x坐标" },
  { BJT_REGISTER_LATITUDE, "纬度|latitude|lat|y坐标" },
};

/* The header holds the word; the first that fits decides. */
static const BjtHeaderWords part_words[] = {
  { BJT_REGISTER_STAFF_NAME, "网格员|网格长|楼栋长" },
  { BJT_REGISTER_ID_NUMBER, "身份证|身份号码|证件号" },
  { BJT_REGISTER_PHONE, "手机|电话|联系方式" },
  { BJT_REGISTER_RELATION, "与户主|户主关系|与业主" },
  { BJT_REGISTER_HEAD_NAME, "户主" },
  { BJT_REGISTER_HUKOU_ADDRESS, "户籍地|户籍所在|户口所在|户籍详址" },
  { BJT_REGISTER_BIRTH_DATE, "出生" },
  { BJT_REGISTER_ADDRESS, "住址|地址|坐落|详址" },
  { BJT_REGISTER_PERSON_NAME, "姓名" },
  { BJT_REGISTER_AREA, "建筑面积" },
  { BJT_REGISTER_COMPOUND, "小区" },
  { BJT_REGISTER_BUILDING, "楼栋|栋号|楼号" },
  { BJT_REGISTER_ENTRANCE, "单元" },
  { BJT_REGISTER_DOOR, "房号|室号|房间号" },
  { BJT_REGISTER_GRID, "网格" },
  { BJT_REGISTER_REMARKS, "备注" },
};

/* A header with one of these is about somebody or something else. */
static const char *const foreign_words[] = {
  "配偶", "父亲", "母亲", "监护", "紧急", "子女", "经办", "填表", "制表", "审核", "登记人", "委托",
  "车", "物业", "停车", "单位电话", "中介", "代理", "费用", "图片", "照片", "日期类型", "曾用", "原户主",
};
