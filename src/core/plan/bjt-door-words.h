/* bjt-door-words.h: words that are labels of levels and doors, as registers and
 * doorplates write them.
 */
#pragma once

#define BJT_WORD_SEMI_BASEMENT "半地下"
#define BJT_WORD_SHOP "门市"
#define BJT_WORD_GARAGE "车库"

/* From the west, by how many doors a level has */
#define BJT_WORDS_OF_SIDES { { "户" }, { "西户", "东户" }, { "西户", "中户", "东户" }, { "西户", "中西户", "中东户", "东户" } }
