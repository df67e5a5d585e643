/* bjt-form-words.h: what forms ask for, and by which words.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Data that goes into forms. The order is that of lists to choose from. */
typedef enum
{
  BJT_FORM_COMMUNITY,
  BJT_FORM_COMMUNITY_CODE,
  BJT_FORM_TODAY,
  BJT_FORM_YEAR,
  BJT_FORM_MONTH,
  BJT_FORM_DAY,
  BJT_FORM_MAKER,
  BJT_FORM_MAKER_PHONE,
  BJT_FORM_COUNT, /* of rows */
  BJT_FORM_ROW_NUMBER,
  BJT_FORM_NAME,
  BJT_FORM_SEX,
  BJT_FORM_BIRTH_DATE,
  BJT_FORM_AGE,
  BJT_FORM_ID_NUMBER,
  BJT_FORM_PHONE,
  BJT_FORM_ETHNIC,
  BJT_FORM_RELATION,
  BJT_FORM_EDUCATION,
  BJT_FORM_WORKPLACE,
  BJT_FORM_CATEGORIES, /* but for restricted ones */
  BJT_FORM_HEAD_NAME,
  BJT_FORM_HEAD_PHONE,
  BJT_FORM_HOUSEHOLD_NUMBER,
  BJT_FORM_HOUSEHOLD_SIZE,
  BJT_FORM_HOUSEHOLD_CLASS,
  BJT_FORM_HOUSEHOLD_CATEGORIES, /* of all who live in the household, but for restricted ones */
  BJT_FORM_ADDRESS,
  BJT_FORM_COMPOUND,
  BJT_FORM_BUILDING,
  BJT_FORM_ENTRANCE,
  BJT_FORM_LEVEL,
  BJT_FORM_DOOR,
  BJT_FORM_OWNER_NAME,
  BJT_FORM_GRID,
  BJT_FORM_GRID_WORKER,
  BJT_FORM_GRID_WORKER_PHONE,
  BJT_FORM_LAST_CONTACT,
  BJT_FORM_NEXT_DUE,
  BJT_FORM_VISIT_DAY,
  BJT_FORM_VISIT_OUTCOME,
  BJT_FORM_VISIT_PURPOSES,
  BJT_FORM_VISIT_NOTE,
  BJT_FORM_VISIT_BY,
  BJT_FORM_ISSUE_NUMBER,
  BJT_FORM_ISSUE_TITLE,
  BJT_FORM_ISSUE_SOURCE,
  BJT_FORM_ISSUE_STATUS,
  BJT_FORM_ISSUE_DEPARTMENT,
  BJT_FORM_ISSUE_REPORTED,
  BJT_FORM_ISSUE_DUE,
  BJT_FORM_ISSUE_CLOSED,
  BJT_N_FORM_ITEMS,
} BjtFormItem;

#define BJT_FORM_NOTHING -1 /* instead of an item: the place stays empty */

/* Whether somebody is in one category is an item, too: category:low_income for the
 * person, household_category:low_income for anyone who lives in the household. */
#define BJT_FORM_CATEGORY_PREFIX "category:"
#define BJT_FORM_HOUSEHOLD_CATEGORY_PREFIX "household_category:"

/* What an item is about. */
typedef enum
{
  BJT_FORM_ABOUT_COMMUNITY,
  BJT_FORM_ABOUT_ROW, /* whatever it is about */
  BJT_FORM_ABOUT_DOOR,
  BJT_FORM_ABOUT_HOUSEHOLD,
  BJT_FORM_ABOUT_PERSON,
  BJT_FORM_ABOUT_VISIT,
  BJT_FORM_ABOUT_ISSUE,
} BjtFormAbout;

const char  *bjt_form_words_get_key (BjtFormItem item);
int          bjt_form_words_find_key (const char *key);    /* BJT_FORM_NOTHING: none */
int          bjt_form_words_guess (const char *label);     /* as it is printed on a form */
BjtFormAbout bjt_form_words_get_about (BjtFormItem item);
gboolean     bjt_form_words_is_personal (BjtFormItem item);
gboolean     bjt_form_words_is_shared (BjtFormItem item);   /* neighbours have it in common: building, grid … */
const char  *bjt_form_words_get_category (BjtFormItem item); /* code of the one category it asks for; NULL: it is no such item */

G_END_DECLS
