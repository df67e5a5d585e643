/* bjt-words.h: how codes of the core are said to people.
 *
 * Everything returned is translated. get_ answers borrow from the catalogue,
 * dup_ answers belong to the caller.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

const char *bjt_words_get_class (int household_class);       /* 常住 */
const char *bjt_words_get_class_rule (int class_rule);       /* 租住，不论户籍 */
const char *bjt_words_get_outcome (int outcome);             /* 见面 */
const char *bjt_words_get_status (int status);               /* 派单 */
const char *bjt_words_get_sex (int sex);                     /* 女 */
const char *bjt_words_get_relation (const char *code);       /* 子; NULL when unknown */
const char *bjt_words_get_ethnic (const char *code);         /* 朝鲜族; the text itself when it is no code */
const char *bjt_words_get_tier (int tier);                   /* 重点; NULL without */
const char *bjt_words_get_door_kind (int kind);              /* 商铺; NULL for a dwelling */

char *bjt_words_dup_building (const BjtPicture *picture, guint32 building);  /* 山水宜家 10号楼 */
char *bjt_words_dup_building_label (const char *label);                      /* 10号楼 */
char *bjt_words_dup_entrance (const BjtPicture *picture, guint32 entrance);  /* 2单元 */
char *bjt_words_dup_door (const BjtPicture *picture, guint32 door);          /* 10号楼 2单元 502 */
char *bjt_words_dup_cordon (const BjtPicture *picture, guint32 entrance);    /* 2单元 封控：停水，11-22 起，12-01 解除 */
char *bjt_words_dup_grid (const BjtPicture *picture, guint32 grid);          /* 第3网格 */
char *bjt_words_dup_day (BjtDate day, BjtDate as_of);                        /* 10-17, with the year when it is another */
char *bjt_words_dup_cadence (int days);                                      /* 每月1次 */

G_END_DECLS
