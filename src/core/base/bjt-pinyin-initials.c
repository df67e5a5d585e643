/* bjt-pinyin-initials.c: one array read per character. Thread-safe. */
#include "bjt-pinyin-initials.h"

/* Defines pinyin_initials[] (a letter or 0 per code point) over
 * PINYIN_BLOCKS {first, last, offset}. */
#include "bjt-pinyin-table.h"

/**
 * bjt_pinyin_get_initial:
 *
 * Returns: 'a'…'z', or 0 for what is no Chinese character
 */
char
bjt_pinyin_get_initial (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pinyin_blocks); i++)
    if (c >= pinyin_blocks[i].first && c <= pinyin_blocks[i].last)
      return pinyin_initials[pinyin_blocks[i].offset + (c - pinyin_blocks[i].first)];
  return '\0';
}

/**
 * bjt_pinyin_get_surname_initial:
 *
 * The same for a character that stands as a surname, where some have a reading
 * of their own: 单 shan, 曾 zeng, 解 xie, 仇 qiu, 查 zha, 朴 piao, 盖 ge, 覃 qin.
 */
char
bjt_pinyin_get_surname_initial (gunichar c)
{
  static const struct
  {
    gunichar c;
    char     initial;
  } surnames[] = {
    { 0x5355, 's' }, { 0x66fe, 'z' }, { 0x89e3, 'x' }, { 0x4ec7, 'q' }, { 0x67e5, 'z' }, { 0x6734, 'p' },
    { 0x76d6, 'g' }, { 0x8983, 'q' }, { 0x79cd, 'c' }, { 0x7f2a, 'm' }, { 0x7e41, 'p' }, { 0x79d8, 'b' },
    { 0x533a, 'o' }, { 0x4e50, 'y' }, { 0x9ed1, 'h' }, { 0x4e07, 'w' }, { 0x6c88, 's' }, { 0x9022, 'p' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (surnames[i].c == c)
      return surnames[i].initial;
  return bjt_pinyin_get_initial (c);
}
