/* bjt-place-text.c: one phrase a reason, what speaks for the place before what
 * speaks against it; two are enough to choose by. */
#include "bjt-place-text.h"

#include <glib/gi18n.h>

#define MAX_REASONS 2

static const struct
{
  BjtPlaceReason reason;
  const char    *text;
} phrases[] = {
  { BJT_PLACE_PHONE, N_("the caller's telephone is on record here") },
  { BJT_PLACE_RESIDENT, N_("somebody of this name lives here") },
  { BJT_PLACE_NO_BUILDING, N_("there is no building of that number") },
  { BJT_PLACE_NO_ENTRANCE, N_("there is no entrance of that number") },
  { BJT_PLACE_NO_DOOR, N_("there is no door of that number") },
  { BJT_PLACE_OTHER_ENTRANCE, N_("several entrances have this door") },
  { BJT_PLACE_PHONE_ELSEWHERE, N_("the telephone is that of another door") },
  { BJT_PLACE_TWO_PLACES, N_("two places are named") },
  { BJT_PLACE_OTHER_COMMUNITY, N_("another community is named") },
  { BJT_PLACE_SIMILAR_NAME, N_("the name is written differently") },
  { BJT_PLACE_HERE, N_("where you work") },
  { BJT_PLACE_NOT_NAMED, N_("no compound is named") },
  { BJT_PLACE_OF_CONTENT, N_("said in the content") },
  { BJT_PLACE_OLD_NAME, N_("by an old name") },
  { BJT_PLACE_NAMED, N_("as it is written") },
};

char *
bjt_place_text_dup_reasons (const BjtPlaceGuess *guess)
{
  GString *out = g_string_new (NULL);
  guint    n = 0;

  if (guess->building == BJT_NO_INDEX)
    {
      g_string_append (out, _("the whole compound"));
      n = 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (phrases) && n < MAX_REASONS; i++)
    if ((guess->reasons & phrases[i].reason) != 0 && (n == 0 || phrases[i].reason != BJT_PLACE_NAMED))
      {
        g_string_append_printf (out, "%s%s", n > 0 ? " · " : "", _(phrases[i].text));
        n++;
      }
  return g_string_free (out, FALSE);
}
