/* bjt-sheet-words.h: the words printed on sheets, in Chinese and English.
 *
 * A sheet's language is chosen with the sheet, not by the locale of whoever
 * prints it. Words with % are formats.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_SHEET_CHINESE,
  BJT_SHEET_ENGLISH,
  BJT_N_SHEET_LANGUAGES,
} BjtSheetLanguage;

typedef enum
{
  BJT_WORD_GRID_TITLE,      /* community, number */
  BJT_WORD_PUBLIC_TITLE,    /* community, number */
  BJT_WORD_BUILDINGS,       /* n */
  BJT_WORD_HOUSEHOLDS,      /* n */
  BJT_WORD_PERSONS,         /* n */
  BJT_WORD_ISSUES,          /* n */
  BJT_WORD_N_HOUSEHOLDS,    /* n, short: in legends */
  BJT_WORD_N_PERSONS,       /* n */
  BJT_WORD_N_DOORS,         /* n */
  BJT_WORD_STAFF,
  BJT_WORD_INTERNAL,
  BJT_WORD_COPY,            /* n */
  BJT_WORD_PURPOSE,
  BJT_WORD_RECEIVER,
  BJT_WORD_DATA_AS_OF,
  BJT_WORD_MADE_BY,
  BJT_WORD_MADE_ON,
  BJT_WORD_SHEET_NUMBER,
  BJT_WORD_PAGE,            /* k, n */
  BJT_WORD_COORDINATES,     /* degrees */
  BJT_WORD_BASE_MAP,
  BJT_WORD_REVIEW_NUMBER,
  BJT_WORD_DEMO,
  BJT_WORD_NORTH,
  BJT_WORD_METRES,
  BJT_WORD_BUILDING,        /* label */
  BJT_WORD_ENTRANCE,        /* label */
  BJT_WORD_PART,            /* k, n */
  BJT_WORD_LEGEND,
  BJT_WORD_CLASS_UNKNOWN,   /* as BjtHouseholdClass */
  BJT_WORD_CLASS_RESIDENT,
  BJT_WORD_CLASS_FLOATING,
  BJT_WORD_CLASS_TENANT,
  BJT_WORD_CLASS_HUKOU_ONLY,
  BJT_WORD_CLASS_EMPTY,
  BJT_WORD_URGENT,
  BJT_WORD_WATCH,
  BJT_WORD_OPEN_ISSUE,
  BJT_WORD_OVERDUE_ISSUE,
  BJT_WORD_OVERDUE_VISIT,
  BJT_WORD_VISITS,          /* month */
  BJT_WORD_DUE,
  BJT_WORD_VISITED,
  BJT_WORD_OVERDUE,
  BJT_WORD_VISITS_NOTE,
  BJT_WORD_OPEN_ISSUES,
  BJT_WORD_NO_ISSUES,
  BJT_WORD_DAYS_LEFT,       /* n */
  BJT_WORD_DAYS_OVER,       /* n */
  BJT_WORD_DUE_TODAY,
  BJT_WORD_MORE,            /* n */
  BJT_WORD_MEETING,
  BJT_WORD_NO_GROUND,
  BJT_WORD_SUGGEST_PAPER,   /* paper, pages */
  BJT_WORD_PUBLIC_MARK,
  BJT_WORD_SERVICE,
  BJT_WORD_PHONE,
  BJT_WORD_AT_A_GLANCE,
  BJT_WORD_NEARBY,
  BJT_WORD_ABOUT_METRES,    /* n */
  BJT_WORD_PUBLIC_BUILDINGS,
  BJT_WORD_PUBLIC_HOUSEHOLDS,
  BJT_WORD_PUBLIC_PERSONS,
  BJT_WORD_FEW_NOTE,
  BJT_WORD_LEVEL,           /* label */
  BJT_WORD_PLAN_TITLE,      /* building, level */
  BJT_N_WORDS,
} BjtSheetWord;

const char *bjt_sheet_words_get (BjtSheetLanguage language, BjtSheetWord word);
char       *bjt_sheet_words_format (BjtSheetLanguage language, BjtSheetWord word, ...);
char       *bjt_sheet_words_dup_building (BjtSheetLanguage language, const char *label);
char       *bjt_sheet_words_dup_level (BjtSheetLanguage language, const char *label);

G_END_DECLS
