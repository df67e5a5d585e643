/* bjt-fill-words.c: one name an item; those that ask for one category are called by
 * its name. */
#include "bjt-fill-words.h"

#include <glib/gi18n.h>

static const char *const names[BJT_N_FORM_ITEMS] = {
  [BJT_FORM_COMMUNITY] = NC_ ("form", "Community"),
  [BJT_FORM_COMMUNITY_CODE] = NC_ ("form", "Code of the community"),
  [BJT_FORM_TODAY] = NC_ ("form", "Today"),
  [BJT_FORM_YEAR] = NC_ ("form", "Year"),
  [BJT_FORM_MONTH] = NC_ ("form", "Month"),
  [BJT_FORM_DAY] = NC_ ("form", "Day of the month"),
  [BJT_FORM_MAKER] = NC_ ("form", "Who fills it in"),
  [BJT_FORM_MAKER_PHONE] = NC_ ("form", "Phone of who fills it in"),
  [BJT_FORM_COUNT] = NC_ ("form", "Number of rows"),
  [BJT_FORM_ROW_NUMBER] = NC_ ("form", "Number of the row"),
  [BJT_FORM_NAME] = NC_ ("form", "Name"),
  [BJT_FORM_SEX] = NC_ ("form", "Sex"),
  [BJT_FORM_BIRTH_DATE] = NC_ ("form", "Date of birth"),
  [BJT_FORM_AGE] = NC_ ("form", "Age"),
  [BJT_FORM_ID_NUMBER] = NC_ ("form", "ID number"),
  [BJT_FORM_PHONE] = NC_ ("form", "Phone"),
  [BJT_FORM_ETHNIC] = NC_ ("form", "Ethnic group"),
  [BJT_FORM_RELATION] = NC_ ("form", "Relation to the head"),
  [BJT_FORM_EDUCATION] = NC_ ("form", "Education"),
  [BJT_FORM_WORKPLACE] = NC_ ("form", "Workplace"),
  [BJT_FORM_CATEGORIES] = NC_ ("form", "Categories"),
  [BJT_FORM_HEAD_NAME] = NC_ ("form", "Head of the household"),
  [BJT_FORM_HEAD_PHONE] = NC_ ("form", "Phone of the head"),
  [BJT_FORM_HOUSEHOLD_NUMBER] = NC_ ("form", "Household number"),
  [BJT_FORM_HOUSEHOLD_SIZE] = NC_ ("form", "Size of the household"),
  [BJT_FORM_HOUSEHOLD_CLASS] = NC_ ("form", "Class of the household"),
  [BJT_FORM_HOUSEHOLD_CATEGORIES] = NC_ ("form", "Categories of the household"),
  [BJT_FORM_ADDRESS] = NC_ ("form", "Address"),
  [BJT_FORM_COMPOUND] = NC_ ("form", "Compound"),
  [BJT_FORM_BUILDING] = NC_ ("form", "Building"),
  [BJT_FORM_ENTRANCE] = NC_ ("form", "Entrance"),
  [BJT_FORM_LEVEL] = NC_ ("form", "Level"),
  [BJT_FORM_DOOR] = NC_ ("form", "Door"),
  [BJT_FORM_OWNER_NAME] = NC_ ("form", "Owner"),
  [BJT_FORM_GRID] = NC_ ("form", "Grid"),
  [BJT_FORM_GRID_WORKER] = NC_ ("form", "Grid worker"),
  [BJT_FORM_GRID_WORKER_PHONE] = NC_ ("form", "Phone of the grid worker"),
  [BJT_FORM_LAST_CONTACT] = NC_ ("form", "Last contact"),
  [BJT_FORM_NEXT_DUE] = NC_ ("form", "Next visit due"),
  [BJT_FORM_VISIT_DAY] = NC_ ("form", "Day of the visit"),
  [BJT_FORM_VISIT_OUTCOME] = NC_ ("form", "Outcome of the visit"),
  [BJT_FORM_VISIT_PURPOSES] = NC_ ("form", "Purposes of the visit"),
  [BJT_FORM_VISIT_NOTE] = NC_ ("form", "Note of the visit"),
  [BJT_FORM_VISIT_BY] = NC_ ("form", "Who visited"),
  [BJT_FORM_ISSUE_NUMBER] = NC_ ("form", "Number of the issue"),
  [BJT_FORM_ISSUE_TITLE] = NC_ ("form", "The issue"),
  [BJT_FORM_ISSUE_SOURCE] = NC_ ("form", "Source of the issue"),
  [BJT_FORM_ISSUE_STATUS] = NC_ ("form", "State of the issue"),
  [BJT_FORM_ISSUE_DEPARTMENT] = NC_ ("form", "Department in charge"),
  [BJT_FORM_ISSUE_REPORTED] = NC_ ("form", "Reported on"),
  [BJT_FORM_ISSUE_DUE] = NC_ ("form", "Due on"),
  [BJT_FORM_ISSUE_CLOSED] = NC_ ("form", "Closed on"),
};

static char *
dup_category (BjtFormItem       item,
              const BjtPicture *picture)
{
  const char *code = bjt_form_words_get_category (item);
  guint32     category = bjt_picture_find_category (picture, code);
  const char *name = category != BJT_NO_INDEX ? bjt_picture_get_category (picture, category)->name : code;

  if (bjt_form_words_get_about (item) == BJT_FORM_ABOUT_PERSON)
    /* Translators: a category, as something to be filled in: yes or no, of a person */
    return g_strdup_printf (C_ ("form", "Person: %s, yes or no"), name);
  return g_strdup_printf (C_ ("form", "Household: %s, yes or no"), name);
}

char *
bjt_fill_words_dup_item (BjtFormItem       item,
                         const BjtPicture *picture)
{
  return bjt_form_words_get_category (item) != NULL ? dup_category (item, picture) : g_strdup (g_dpgettext2 (NULL, "form", names[item]));
}
