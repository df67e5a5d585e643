/* bjt-visit-words.c: by the numbers and words of the records. */
#include "bjt-visit-words.h"

#include <glib/gi18n-lib.h>

#include "model/bjt-visits.h"

const char *
bjt_visit_words_get_mode (int mode)
{
  /* TRANSLATORS: how somebody was visited */
  static const char *const words[BJT_N_VISIT_MODES] = {
    [BJT_MODE_HOME] = NC_ ("mode", "At home"),
    [BJT_MODE_OUTSIDE] = NC_ ("mode", "Outside"),
    [BJT_MODE_PHONE] = NC_ ("mode", "By phone"),
    [BJT_MODE_VIDEO] = NC_ ("mode", "Message or video"),
    [BJT_MODE_NEIGHBOUR] = NC_ ("mode", "From neighbours"),
    [BJT_MODE_RELATIVE] = NC_ ("mode", "From relatives"),
    [BJT_MODE_THIRD] = NC_ ("mode", "From others"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "mode", words[mode >= 0 && mode < BJT_N_VISIT_MODES ? mode : 0]);
}

static const struct
{
  const char *kind, *word;
} event_words[] = {
  { "discharged", NC_ ("event", "Home from hospital") },
  { "fallen-ill", NC_ ("event", "Fell ill") },
  { "bereaved", NC_ ("event", "Death in the family") },
  { "accident", NC_ ("event", "Sudden misfortune") },
  { "released", NC_ ("event", "Released") },
  { "moved-out", NC_ ("event", "Moved out") },
  { "new-tenant", NC_ ("event", "New tenant") },
  { "moved-in", NC_ ("event", "Moved in") },
  { "born", NC_ ("event", "Birth") },
  { "died", NC_ ("event", "Death") },
};

const char *
bjt_visit_words_get_event (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (event_words); i++)
    if (g_strcmp0 (event_words[i].kind, kind) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "event", event_words[i].word);
  return kind != NULL ? kind : "—";
}

const char *
bjt_visit_words_get_event_kind (guint index)
{
  return index < G_N_ELEMENTS (event_words) ? event_words[index].kind : NULL;
}
