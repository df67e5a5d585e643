/* bjt-address-words.h: the words that stand beside the labels of an address.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the word behind a label makes of it: 3号楼 is a building, 2单元 an entrance. */
typedef enum
{
  BJT_ADDRESS_MARK_NONE,     /* a bare label */
  BJT_ADDRESS_MARK_BUILDING, /* 号楼 栋 幢 座 # */
  BJT_ADDRESS_MARK_ENTRANCE, /* 单元 门 梯 栋口 */
  BJT_ADDRESS_MARK_LEVEL,    /* 层 楼 */
  BJT_ADDRESS_MARK_DOOR,     /* 室 房 户 */
  BJT_ADDRESS_MARK_NUMBER,   /* 号: of a road, a building, an entrance or a door */
  BJT_ADDRESS_MARK_LANE,     /* 弄 巷 */
  BJT_ADDRESS_MARK_STREET,   /* 街, in markets an alley of stalls */
  BJT_ADDRESS_MARK_ZONE,     /* 区 期 组团: part of the compound's name */
  BJT_ADDRESS_MARK_GATE,     /* 号门 of a compound or a market */
} BjtAddressMark;

/* A word that is a place by itself. */
typedef enum
{
  BJT_ADDRESS_WORD_NONE,
  BJT_ADDRESS_WORD_LEVEL, /* 夹层 阁楼 半地下 */
  BJT_ADDRESS_WORD_DOOR,  /* 东户 车库 门市 */
} BjtAddressWord;

BjtAddressMark bjt_address_words_match_mark (const char *text, gsize *length);
BjtAddressWord bjt_address_words_match_word (const char *text, gsize *length);
gsize          bjt_address_words_match_below (const char *text);
gboolean       bjt_address_words_is_numeral (gunichar c);
gboolean       bjt_address_words_is_stem (gunichar c);
gboolean       bjt_address_words_is_side (gunichar c);
gboolean       bjt_address_words_is_outer_side (gunichar c);
gboolean       bjt_address_words_is_row (const char *mark);
gboolean       bjt_address_words_is_filler (const char *text, gsize length);
gboolean       bjt_address_words_ends_road (const char *text, gsize length);
gboolean       bjt_address_words_ends_lane (const char *text, gsize length);
gboolean       bjt_address_words_ends_tower (const char *text, gsize length);
gboolean       bjt_address_words_ends_place (const char *text, gsize length);

G_END_DECLS
