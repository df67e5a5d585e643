/* bjt-shared-space.c: keys as they stand in records. */
#include "bjt-shared-space.h"

static const char *const keys[BJT_N_SHARED_SPACES] = {
  "corridor", "stairs", "elevator", "fire-lane", "hall", "basement", "roof", "yard",
};

const char *
bjt_shared_space_get_key (BjtSharedSpace self)
{
  g_return_val_if_fail (self < BJT_N_SHARED_SPACES, NULL);
  return keys[self];
}

gboolean
bjt_shared_space_parse (const char     *key,
                        BjtSharedSpace *space)
{
  for (guint i = 0; i < BJT_N_SHARED_SPACES; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      {
        *space = (BjtSharedSpace) i;
        return TRUE;
      }
  return FALSE;
}
