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
  BJT_WORD_PERSON_TITLE,
  BJT_WORD_NAME,
  BJT_WORD_AGE,              /* n */
  BJT_WORD_MALE,
  BJT_WORD_FEMALE,
  BJT_WORD_ADDRESS,
  BJT_WORD_GRID,             /* number */
  BJT_WORD_CATEGORIES,
  BJT_WORD_HIGH_RISK,
  BJT_WORD_NEXT_VISIT,
  BJT_WORD_LAST_CONTACT,
  BJT_WORD_AGREED,
  BJT_WORD_NEEDS,
  BJT_WORD_SETTLED_ON,       /* day */
  BJT_WORD_NOT_SETTLED,
  BJT_WORD_HELPERS,
  BJT_WORD_STILL,
  BJT_WORD_TASKS,
  BJT_WORD_TIMELINE,
  BJT_WORD_ENTRY_VISIT,      /* as BjtFileEntryKind */
  BJT_WORD_ENTRY_SERVICE,
  BJT_WORD_ENTRY_EVENT,
  BJT_WORD_ENTRY_ISSUE,
  BJT_WORD_MORE_ENTRIES,     /* n */
  BJT_WORD_NO_ENTRIES,
  BJT_WORD_PEN_NOTES,
  BJT_WORD_SIGN_VISITOR,
  BJT_WORD_SIGN_RESIDENT,
  BJT_WORD_SIGN_DAY,
  BJT_WORD_OUTCOME_MET,      /* as BjtVisitOutcome */
  BJT_WORD_OUTCOME_PHONED,
  BJT_WORD_OUTCOME_ABSENT,
  BJT_WORD_OUTCOME_REFUSED,
  BJT_WORD_OUTCOME_NOTE_LEFT,
  BJT_WORD_OUTCOME_NO_ACCESS,
  BJT_WORD_OUTCOME_MOVED,
  BJT_WORD_OUTCOME_DIED,
  BJT_WORD_OUTCOME_HEARD,
  BJT_WORD_BOX_REPORTED,     /* as BjtIssueStatus */
  BJT_WORD_BOX_ACCEPTED,
  BJT_WORD_BOX_DISPATCHED,
  BJT_WORD_BOX_HANDLED,
  BJT_WORD_BOX_VERIFIED,
  BJT_WORD_BOX_CLOSED,
  BJT_WORD_EVENT_DISCHARGED,
  BJT_WORD_EVENT_BEREAVED,
  BJT_WORD_EVENT_FALLEN_ILL,
  BJT_WORD_EVENT_RELEASED,
  BJT_WORD_EVENT_NEW_TENANT,
  BJT_WORD_EVENT_MOVED_IN,
  BJT_WORD_LOG_TITLE,        /* community, number */
  BJT_WORD_LOG_TITLE_ALL,    /* community */
  BJT_WORD_LOG_PATROLS,
  BJT_WORD_LOG_VISITS,
  BJT_WORD_LOG_SERVICES,
  BJT_WORD_LOG_REPORTED,
  BJT_WORD_LOG_STEPS,
  BJT_WORD_LOG_NOTE,
  BJT_WORD_LOG_N_DOORS,      /* doors, visits */
  BJT_WORD_LOG_COUNT,        /* what, n */
  BJT_WORD_LOG_TIMES,        /* what, n */
  BJT_WORD_LOG_MORNING,
  BJT_WORD_LOG_AFTERNOON,
  BJT_WORD_LOG_FOUND,        /* numbers */
  BJT_WORD_LOG_NOTHING,
  BJT_WORD_LOG_CONFIRMED,    /* day, time */
  BJT_WORD_LOG_NOT_CONFIRMED,
  BJT_WORD_LOG_LATER,        /* n */
  BJT_WORD_SIGN_WORKER,
  BJT_WORD_SIGN_LEADER,
  BJT_WORD_WALK_TITLE,       /* number */
  BJT_WORD_WALK_SUBTITLE,    /* community, day, doors */
  BJT_WORD_WALK_BOXES,
  BJT_WORD_WALK_LATE,        /* days */
  BJT_WORD_WALK_REMARK,      /* number */
  BJT_WORD_REPORT_TITLE,      /* community */
  BJT_WORD_REPORT_TITLE_GRID, /* community, number */
  BJT_WORD_REPORT_ISSUES,
  BJT_WORD_REPORT_HOTLINE,
  BJT_WORD_REPORT_VISITS,
  BJT_WORD_REPORT_METERS,
  BJT_WORD_REPORT_VALUE,
  BJT_WORD_REPORT_FRACTION,
  BJT_WORD_REPORT_BEFORE,
  BJT_WORD_REPORT_POINTS,     /* value, difference */
  BJT_WORD_REPORT_CHANGE,     /* value, difference */
  BJT_WORD_REPORT_BY_MONTH,   /* indicator */
  BJT_WORD_REPORT_BY_GRID,    /* indicator */
  BJT_WORD_REPORT_BAR,        /* value, before */
  BJT_WORD_REPORT_DEFINITIONS,
  BJT_N_WORDS,
} BjtSheetWord;

const char *bjt_sheet_words_get (BjtSheetLanguage language, BjtSheetWord word);
char       *bjt_sheet_words_format (BjtSheetLanguage language, BjtSheetWord word, ...);
char       *bjt_sheet_words_dup_building (BjtSheetLanguage language, const char *label);
char       *bjt_sheet_words_dup_level (BjtSheetLanguage language, const char *label);

G_END_DECLS
