/* bjt-door-text.c: names are masked here, always; restricted categories are
 * never said. */
#include "bjt-door-text.h"

#include <glib/gi18n-lib.h>

#include "base/bjt-text.h"
#include "bjt-words.h"

char *
bjt_door_text_dup_overdue (const BjtPicture *picture,
                           guint32           door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);
  int                        days;

  if (!state->visit_overdue || state->next_due_on == BJT_DATE_NONE)
    return state->visit_overdue ? g_strdup (_ ("Visit overdue")) : NULL;
  days = picture->as_of - state->next_due_on;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Visit %d day overdue", "Visit %d days overdue", (gulong) MAX (days, 0)), days);
}

char *
bjt_door_text_dup_issues (const BjtPicture *picture,
                          guint32           door)
{
  guint n = bjt_picture_get_door_state (picture, door)->open_issues;

  return n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open issue", "%u open issues", n), n) : NULL;
}

char *
bjt_door_text_dup_categories (const BjtPicture *picture,
                              BjtCategorySet    set)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint32 c = 0; c < MIN (picture->categories->len, BJT_MAX_CATEGORIES); c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, c);

      if ((set >> c & 1) != 0 && !category->is_restricted)
        g_ptr_array_add (names, (gpointer) category->name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  /* TRANSLATORS: between the words of a list: 独居老人、低保 */
  return g_strjoinv (C_ ("list", ", "), (char **) names->pdata);
}

static char *
dup_last_visit (const BjtPicture *picture,
                guint32           door)
{
  BjtDate          day = bjt_picture_get_door_state (picture, door)->last_visit_on;
  g_autofree char *text = NULL;

  if (day == BJT_DATE_NONE)
    return NULL;
  text = bjt_words_dup_day (day, picture->as_of);
  return g_strdup_printf (_ ("Last visit %s"), text);
}

static char *
dup_head (const BjtPicture *picture,
          guint32           door)
{
  guint32 person = bjt_picture_get_head (picture, door);

  return person != BJT_NO_INDEX ? bjt_text_mask_name (bjt_picture_get_person (picture, person)->name) : NULL;
}

char *
bjt_door_text_dup_summary (const BjtPicture *picture,
                           guint32           door,
                           const char       *separator)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);
  char                      *parts[] = {
    bjt_words_dup_door (picture, door),
    g_strdup (bjt_words_get_class (state->household_class)),
    dup_head (picture, door),
    bjt_door_text_dup_categories (picture, state->categories),
    bjt_door_text_dup_overdue (picture, door),
    bjt_door_text_dup_issues (picture, door),
    dup_last_visit (picture, door),
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);
      g_free (parts[i]);
    }
  return g_string_free (text, FALSE);
}

char *
bjt_door_text_dup_cordon (const BjtPicture *picture,
                          guint32           door)
{
  guint32 entrance = bjt_picture_get_door (picture, door)->entrance;

  return entrance != BJT_NO_INDEX && bjt_picture_get_entrance (picture, entrance)->cordon != NULL ? bjt_words_dup_cordon (picture, entrance) : NULL;
}

gboolean
bjt_door_text_concerns (const BjtPicture      *picture,
                        const BjtPictureIssue *issue,
                        guint32                door)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);

  if (issue->door != BJT_NO_INDEX)
    return issue->door == door;
  if (issue->entrance != BJT_NO_INDEX)
    return issue->entrance == d->entrance;
  return issue->building == d->building;
}
