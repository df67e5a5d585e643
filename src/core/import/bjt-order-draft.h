/* bjt-order-draft.h: a row of a sheet of 12345 orders (工单), as the file has it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_ORDER_NUMBER,
  BJT_ORDER_DAY,        /* received; with or without the time */
  BJT_ORDER_TIME,       /* received; a column of its own beside the day */
  BJT_ORDER_GROUP,      /* of kinds, the coarse one */
  BJT_ORDER_KIND,       /* the fine one */
  BJT_ORDER_TITLE,
  BJT_ORDER_CONTENT,
  BJT_ORDER_ADDRESS,
  BJT_ORDER_CALLER,
  BJT_ORDER_PHONE,
  BJT_ORDER_DEPARTMENT, /* 承办单位 */
  BJT_ORDER_DUE,        /* 办理时限: a day, or so many days or hours */
  BJT_ORDER_REPLIED,    /* when the caller was answered */
  BJT_ORDER_CLOSED,     /* when it was settled */
  BJT_ORDER_STATE,      /* 已办结, 办理中 */
  BJT_ORDER_SOLVED,     /* 是否解决 */
  BJT_ORDER_SATISFIED,  /* 满意度 */
  BJT_ORDER_FOLLOW_UP,  /* 回访结果: words on both */
  BJT_ORDER_N_FIELDS,
} BjtOrderField;

typedef struct
{
  const char *sheet; /* "" where a file has but one */
  guint32     row;   /* as the file counts, from 1 */
  const char *fields[BJT_ORDER_N_FIELDS]; /* blanks at the ends gone, NULL when empty */
} BjtOrderDraft;

G_END_DECLS
