/* bjt-order-words.h: what cities call the columns of their 12345 orders.
 *
 * Words are written as bjt_header_text_fold() folds a header.
 */
#pragma once

#include "bjt-order-draft.h"

typedef struct
{
  BjtOrderField field;
  const char   *words; /* separated by `|` */
} BjtOrderWords;

/* The whole header is the word. */
static const BjtOrderWords order_exact_words[] = {
  { BJT_ORDER_NUMBER, "工单编号|工单号|工单号码|工单流水号|流水号|业务编号|业务流水号|受理编号|受理单号|受理号|诉求编号|诉求件编号|事件编号|派单编号|案件编号|案件号|任务编号|任务号|来电编号|编号|单号|工单id|orderno|orderid|ordernumber|number" },
  { BJT_ORDER_DAY, "来电时间|来电日期|诉求时间|诉求日期|受理时间|受理日期|派单时间|派单日期|登记时间|登记日期|接单时间|创建时间|生成时间|提交时间|上报时间|反映时间|发生时间|时间|日期|receivedat|received|date|time" },
  { BJT_ORDER_TIME, "来电时刻|受理时刻|时刻" },
  { BJT_ORDER_GROUP, "一级分类|一级类别|一级类型|诉求大类|大类|问题大类|诉求分类一级" },
  { BJT_ORDER_KIND, "二级分类|二级类别|三级分类|三级类别|四级分类|诉求小类|小类|问题小类|诉求类别|诉求类型|诉求分类|问题类别|问题类型|问题分类|事件类型|工单分类|工单类别|工单类型|业务类型|业务类别|类别|类型|分类|kind|type|category" },
  { BJT_ORDER_TITLE, "标题|工单标题|诉求标题|主题|诉求主题|事件标题|事件名称|案件名称|title|subject" },
  { BJT_ORDER_CONTENT, "诉求内容|来电内容|反映内容|反映问题|问题描述|内容描述|事件描述|工单内容|主要内容|诉求详情|诉求描述|具体内容|详细内容|具体诉求|主要诉求|反映情况|问题内容|投诉内容|情况描述|内容|诉求|content|description" },
  { BJT_ORDER_ADDRESS, "地址|事发地址|事发地点|事件地址|事件地点|问题地址|问题地点|诉求地址|诉求地点|发生地址|发生地点|详细地址|具体地址|具体位置|位置|地点|反映地址|涉及地址|所在地址|来电地址|来电人地址|联系地址|address|place|location" },
  { BJT_ORDER_CALLER, "来电人|来电人姓名|诉求人|诉求人姓名|投诉人|投诉人姓名|反映人|反映人姓名|市民姓名|联系人|联系人姓名|姓名|申请人|当事人|caller|name" },
  { BJT_ORDER_PHONE, "电话|联系电话|联系方式|来电号码|来电电话|来电人电话|诉求人电话|反映人电话|手机|手机号|手机号码|电话号码|回访电话|phone|tel|mobile" },
  { BJT_ORDER_DEPARTMENT, "承办单位|承办部门|主办单位|主办部门|办理单位|办理部门|责任单位|责任部门|处置单位|处理单位|派往单位|接单单位|承接单位|受理单位|department" },
  { BJT_ORDER_DUE, "办理时限|办结时限|处置时限|处理时限|办理期限|办结期限|截止时间|截止日期|到期时间|要求办结时间|反馈时限|时限|期限|限办时间|due|dueat|deadline" },
  { BJT_ORDER_REPLIED, "响应时间|首次响应时间|首次联系时间|联系时间|答复时间|回复时间|反馈时间|签收时间|respondedat" },
  { BJT_ORDER_CLOSED, "办结时间|办结日期|结案时间|结案日期|完成时间|办理完成时间|归档时间|回单时间|closedat|closed" },
  { BJT_ORDER_STATE, "工单状态|状态|办理状态|处理状态|办理情况|办结情况|办结状态|是否办结|state|status" },
  { BJT_ORDER_SOLVED, "是否解决|解决情况|是否已解决|解决结果|solved" },
  { BJT_ORDER_SATISFIED, "是否满意|满意度|满意情况|群众满意度|市民满意度|回访满意度|评价|satisfied" },
  { BJT_ORDER_FOLLOW_UP, "回访结果|回访情况|回访意见|回访|评价结果" },
};

/* The header holds the word; the first that fits decides. */
static const BjtOrderWords order_part_words[] = {
  { BJT_ORDER_FOLLOW_UP, "回访" },
  { BJT_ORDER_SATISFIED, "满意" },
  { BJT_ORDER_SOLVED, "解决" },
  { BJT_ORDER_DUE, "时限|期限|截止" },
  { BJT_ORDER_CLOSED, "办结时|结案时" },
  { BJT_ORDER_PHONE, "电话|手机|号码" },
  { BJT_ORDER_ADDRESS, "地址|地点|位置" },
  { BJT_ORDER_CONTENT, "内容|描述|详情" },
  { BJT_ORDER_DEPARTMENT, "承办|主办|责任单位" },
  { BJT_ORDER_NUMBER, "工单号|工单编号|受理编号|流水号" },
  { BJT_ORDER_CALLER, "来电人|诉求人|反映人|投诉人" },
  { BJT_ORDER_KIND, "分类|类别|类型" },
  { BJT_ORDER_DAY, "来电时间|受理时间|诉求时间|派单时间" },
};

/* A header with one of these is about somebody or something else. */
static const char *const order_foreign_words[] = {
  "经办", "审核", "登记人", "受理人", "话务员", "坐席", "附件", "图片", "照片", "身份证", "备注", "协办", "督办",
};
