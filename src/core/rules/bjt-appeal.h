/* bjt-appeal.h: what somebody complains of, in a chat, on the telephone: who said
 * it, when, and in a few words what.
 */
#pragma once

#include "base/bjt-date.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  char       *who;        /* 张姐; NULL: nobody is named */
  char       *body;       /* without who and when */
  char       *title;      /* 楼道灯坏了好几天了 */
  char       *urgent;     /* words: 摔了 老人; NULL: none */
  char       *place_note; /* 5楼; NULL */
  const char *kind_code;  /* NULL: no word says */
  BjtDate     day;        /* today where the message says none */
  int         minute;     /* of the day; -1: not said */
} BjtAppeal;

#define BJT_APPEAL_MAX_BYTES 20000
#define BJT_SOURCE_CHAT "微信群" /* the source of an issue that came from a chat */

void  bjt_appeal_init_from_message (BjtAppeal *self, const BjtPicture *picture, const char *message, BjtDate today);
void  bjt_appeal_clear (BjtAppeal *self);
char *bjt_appeal_dup_title (const BjtPicture *picture, const char *content); /* NULL: nothing is said */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtAppeal, bjt_appeal_clear)

G_END_DECLS
