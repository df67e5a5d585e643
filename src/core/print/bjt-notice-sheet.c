/* bjt-notice-sheet.c: one page. Its title is the number: whom it concerns stands
 * only on the paper. */
#include "bjt-notice-sheet.h"

#include "bjt-form-sheet.h"

static void
add_fact (BjtFormSheet     *sheet,
          BjtSheetLanguage  language,
          BjtSheetWord      word,
          const char       *value)
{
  if (value != NULL && *value != '\0')
    bjt_form_sheet_add_fact (sheet, bjt_sheet_words_get (language, word), value);
}

static void
add_day (BjtFormSheet     *sheet,
         BjtSheetLanguage  language,
         BjtSheetWord      word,
         BjtDate           day)
{
  g_autofree char *text = day != BJT_DATE_NONE ? bjt_date_dup_string (day) : NULL;

  add_fact (sheet, language, word, text);
}

static void
add_receipt (BjtFormSheet     *sheet,
             BjtSheetLanguage  language,
             const BjtNotice  *notice)
{
  g_autofree char *day = notice->received_on != BJT_DATE_NONE ? bjt_date_dup_string (notice->received_on) : NULL;
  g_autofree char *told = day != NULL ? bjt_sheet_words_format (language, BJT_WORD_NOTICE_RECEIVED, notice->received_by != NULL ? notice->received_by : "—", day) : NULL;

  bjt_form_sheet_go_to_foot (sheet, told != NULL);
  bjt_form_sheet_add_heading (sheet, bjt_sheet_words_get (language, BJT_WORD_NOTICE_RECEIPT));
  if (told != NULL)
    bjt_form_sheet_add_paragraph (sheet, told);
  bjt_form_sheet_add_signatures (sheet, bjt_sheet_words_get (language, BJT_WORD_SIGN_SERVED), bjt_sheet_words_get (language, BJT_WORD_SIGN_RECEIVED));
}

/**
 * bjt_notice_sheet_new:
 *
 * Returns: (transfer full) (nullable): one page
 */
BjtSheet *
bjt_notice_sheet_new (BjtPicture                *picture,
                      const BjtNotice           *notice,
                      const BjtIssue            *issue,
                      const char                *place,
                      const BjtGridSheetOptions *options,
                      GError                   **error)
{
  BjtSheetLanguage language = options->language;
  g_autofree char *day = bjt_date_dup_string (notice->issued_on);
  g_autofree char *issued = g_strjoin ("  ", picture->community.name, day, NULL);
  BjtFormSheet    *sheet = bjt_form_sheet_new (picture, bjt_sheet_words_get (language, BJT_WORD_NOTICE_TITLE), notice->number, options, error);

  if (sheet == NULL)
    return NULL;
  bjt_form_sheet_set_outward (sheet);
  add_fact (sheet, language, BJT_WORD_NOTICE_TO, notice->recipient);
  add_fact (sheet, language, BJT_WORD_NOTICE_MATTER, issue->title);
  add_fact (sheet, language, BJT_WORD_MEETING_PLACE, place);
  add_day (sheet, language, BJT_WORD_NOTICE_FOUND, issue->reported_on);
  bjt_form_sheet_add_heading (sheet, bjt_sheet_words_get (language, BJT_WORD_NOTICE_DEMAND));
  bjt_form_sheet_add_paragraph (sheet, notice->demand);
  add_day (sheet, language, BJT_WORD_NOTICE_DUE, notice->due_on);
  bjt_form_sheet_add_paragraph (sheet, bjt_sheet_words_get (language, BJT_WORD_NOTICE_THEN));
  bjt_form_sheet_add_paragraph (sheet, issued);
  add_receipt (sheet, language, notice);
  return BJT_SHEET (sheet);
}
