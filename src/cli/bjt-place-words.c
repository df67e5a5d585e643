/* bjt-place-words.c: a place that a person names on the command line is taken when
 * it is the only one of its points; else the guesses are printed. */
#include "bjt-place-words.h"

#define MAX_SHOWN 5

char *
bjt_place_words_dup_reasons (const BjtPlaceGuess *guess)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < BJT_N_PLACE_REASONS; i++)
    if ((guess->reasons & (1u << i)) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", bjt_place_reason_get_name (1u << i));
  return g_string_free (out, FALSE);
}

char *
bjt_place_words_dup_guess (const BjtPicture *picture,
                           const GArray     *guesses,
                           guint             index)
{
  const BjtPlaceGuess *guess;
  g_autofree char     *name = NULL;
  g_autofree char     *reasons = NULL;

  if (index >= guesses->len)
    return NULL;
  guess = &g_array_index (guesses, BjtPlaceGuess, index);
  name = bjt_place_guess_dup_name (picture, guess);
  reasons = bjt_place_words_dup_reasons (guess);
  return g_strdup_printf ("%s (%s)", name, reasons);
}

gboolean
bjt_place_words_find (BjtWorkspace  *workspace,
                      const char    *words,
                      BjtPlaceGuess *found)
{
  const BjtPicture    *picture = bjt_workspace_get_picture (workspace);
  BjtPlaceClues        clues = BJT_PLACE_CLUES_INIT;
  g_autoptr (GArray)   guesses = NULL;
  const BjtPlaceGuess *first;

  clues.address = words;
  guesses = bjt_place_guess_list (picture, &clues, MAX_SHOWN);
  first = guesses->len > 0 ? &g_array_index (guesses, BjtPlaceGuess, 0) : NULL;
  if (first != NULL && (first->is_certain || (guesses->len == 1 && (first->reasons & (BJT_PLACE_NO_BUILDING | BJT_PLACE_NO_ENTRANCE | BJT_PLACE_NO_DOOR)) == 0)))
    {
      *found = *first;
      return TRUE;
    }
  g_printerr (_("bjt: “%s” does not name one place\n"), words);
  for (guint i = 0; i < guesses->len; i++)
    {
      g_autofree char *guess = bjt_place_words_dup_guess (picture, guesses, i);

      g_printerr ("  %s\n", guess);
    }
  return FALSE;
}
