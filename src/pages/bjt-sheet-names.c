/* bjt-sheet-names.c: the kinds are those that `bjt print` knows and the register
 * keeps. */
#include "bjt-sheet-names.h"

#include <glib/gi18n.h>
#include <string.h>

BjtSheetLanguage
bjt_sheet_names_get_language (void)
{
  /* Translators: the language of printed sheets: answer "zh" or "en" */
  return strcmp (C_("language of sheets", "en"), "zh") == 0 ? BJT_SHEET_CHINESE : BJT_SHEET_ENGLISH;
}

const char *
bjt_sheet_names_get (const char *kind)
{
  const BjtSheetType *type = kind != NULL ? bjt_sheet_catalogue_find (kind) : NULL;

  if (type != NULL)
    return bjt_sheet_words_get (bjt_sheet_names_get_language (), type->title);
  return g_strcmp0 (kind, "visit-routes") == 0 ? C_("sheet", "Visit routes") : kind;
}

const char *
bjt_sheet_names_get_class (BjtSheetClassification classification)
{
  static const char *const names[] = {
    [BJT_SHEET_CLASS_INTERNAL] = N_("Internal Use"),
    [BJT_SHEET_CLASS_OUTWARD] = N_("Handed Out"),
    [BJT_SHEET_CLASS_PUBLIC] = N_("For the Wall"),
  };

  return gettext (names[classification]);
}
