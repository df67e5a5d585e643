/* bjt-note-words.c: codes to words. */
#include "bjt-note-words.h"

#include <glib/gi18n-lib.h>

#include "bjt-words.h"
#include "model/bjt-shared-space.h"

const char *
bjt_note_words_get_kind (int kind)
{
  static const char *const words[] = { NC_ ("note", "Note"), NC_ ("note", "Photo"), NC_ ("note", "Hazard") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "note", words[CLAMP (kind, 0, 2)]);
}

const char *
bjt_note_words_get_space (const char *space)
{
  static const char *const words[BJT_N_SHARED_SPACES] = {
    NC_ ("space", "Corridor"), NC_ ("space", "Stairs"), NC_ ("space", "Elevator"), NC_ ("space", "Fire lane"),
    NC_ ("space", "Hall"), NC_ ("space", "Basement"), NC_ ("space", "Roof"), NC_ ("space", "Yard"),
  };
  BjtSharedSpace found;

  return bjt_shared_space_parse (space, &found) ? g_dpgettext2 (GETTEXT_PACKAGE, "space", words[found]) : space;
}

char *
bjt_note_words_dup_place (const BjtPicture           *picture,
                          const BjtPictureAnnotation *annotation)
{
  const char      *space = bjt_note_words_get_space (annotation->space);
  g_autofree char *entrance = NULL;
  g_autofree char *level = NULL;

  if (annotation->door != BJT_NO_INDEX)
    return NULL;
  if (annotation->entrance == BJT_NO_INDEX)
    return g_strdup (space);
  entrance = bjt_words_dup_entrance (picture, annotation->entrance);
  level = bjt_picture_dup_level_label (picture, annotation->building, annotation->ordinal);
  /* TRANSLATORS: an entrance, a level, a shared space: 2单元 3层 楼道 */
  return g_strdup_printf (C_ ("note", "%s, level %s, %s"), entrance, level, space != NULL ? space : "");
}
