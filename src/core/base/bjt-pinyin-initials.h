/* bjt-pinyin-initials.h: first letter of a character's Mandarin reading.
 *
 * The table is made at build time from ICU's Han-Latin transliterator, so that
 * the program itself neither links ICU nor loads its rules (0.19 s).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char bjt_pinyin_get_initial (gunichar c);
char bjt_pinyin_get_surname_initial (gunichar c);

G_END_DECLS
