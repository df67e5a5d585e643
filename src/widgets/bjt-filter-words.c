/* bjt-filter-words.c: one sentence from the terms, in the order they narrow. */
#include "bjt-filter-words.h"

#include <glib/gi18n-lib.h>

#include "bjt-chip-counts.h"
#include "bjt-words.h"

typedef struct
{
  const BjtFilter  *filter;
  const BjtPicture *picture;
  GPtrArray        *demands;  /* joined by "and" */
  GPtrArray        *excluded;
} Sentence;

char *
bjt_filter_words_dup_term (const BjtFilterTerm *term,
                           const BjtPicture    *picture)
{
  switch (term->kind)
    {
    case BJT_TERM_OVERDUE:
      /* TRANSLATORS: a chip that filters doors whose visit is overdue */
      return g_strdup (C_ ("chip", "Overdue"));
    case BJT_TERM_OPEN_ISSUE:
      /* TRANSLATORS: a chip that filters doors with an open issue */
      return g_strdup (C_ ("chip", "Issues"));
    case BJT_TERM_NOTE:
      /* TRANSLATORS: a chip that filters doors with a note or a photo */
      return g_strdup (C_ ("chip", "Noted"));
    case BJT_TERM_HAZARD:
      /* TRANSLATORS: a chip that filters doors with a hazard, in their stairwell too */
      return g_strdup (C_ ("chip", "Hazards"));
    case BJT_TERM_IDLE:
      /* TRANSLATORS: a chip: nobody met these people for so many days */
      return g_strdup_printf (C_ ("chip", "%u days unmet"), term->index);
    case BJT_TERM_ATTENTION:
      return g_strdup (term->index == BJT_ATTENTION_URGENT ? C_ ("chip", "Urgent")
                       : term->index == BJT_ATTENTION_WATCH ? C_ ("chip", "Watched") : C_ ("chip", "Calm"));
    case BJT_TERM_CATEGORY:
      return g_strdup (bjt_picture_get_category (picture, term->index)->name);
    case BJT_TERM_CLASS:
    default:
      return g_strdup (bjt_words_get_class ((int) term->index));
    }
}

/* Terms 0 … n - 1 of a kind, sorted by their use: those chosen become one
 * demand, each required one of its own. */
static void
add_kind (Sentence    *self,
          BjtTermKind  kind,
          guint32      n)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < n; i++)
    {
      BjtFilterTerm    term = { kind, i };
      BjtTermUse       use = bjt_filter_term_get_use (&term, self->filter);
      g_autofree char *word = use != BJT_TERM_UNUSED ? bjt_filter_words_dup_term (&term, self->picture) : NULL;

      if (use == BJT_TERM_CHOSEN)
        g_ptr_array_add (chosen, g_steal_pointer (&word));
      else if (use == BJT_TERM_REQUIRED)
        g_ptr_array_add (self->demands, g_steal_pointer (&word));
      else if (use == BJT_TERM_EXCLUDED)
        g_ptr_array_add (self->excluded, g_steal_pointer (&word));
    }
  if (chosen->len == 0)
    return;
  g_ptr_array_add (chosen, NULL);
  /* TRANSLATORS: between alternatives of a filter: 独居 或 空巢 */
  g_autofree char *joined = g_strjoinv (_ (" or "), (char **) chosen->pdata);

  g_ptr_array_insert (self->demands, 0, chosen->len > 2 ? g_strdup_printf ("(%s)", joined) : g_strdup (joined));
}

static void
append_joined (GString    *text,
               const char *lead,
               GPtrArray  *words,
               const char *separator)
{
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? lead : separator, (char *) words->pdata[i]);
}

char *
bjt_filter_words_dup_filter (const BjtFilter  *filter,
                             const BjtPicture *picture)
{
  g_autoptr (GPtrArray) demands = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) excluded = g_ptr_array_new_with_free_func (g_free);
  Sentence self = { filter, picture, demands, excluded };
  GString *text = g_string_new (NULL);

  if (filter->only != NULL)
    /* TRANSLATORS: a demand of a filter: only doors that were selected before */
    g_ptr_array_add (demands, g_strdup (_ ("What was selected")));
  add_kind (&self, BJT_TERM_OPEN_ISSUE, 1);
  add_kind (&self, BJT_TERM_OVERDUE, 1);
  add_kind (&self, BJT_TERM_HAZARD, 1);
  add_kind (&self, BJT_TERM_NOTE, 1);
  if (filter->idle_days > 0)
    g_ptr_array_add (demands, bjt_filter_words_dup_term (&(BjtFilterTerm) { BJT_TERM_IDLE, filter->idle_days }, picture));
  add_kind (&self, BJT_TERM_ATTENTION, 3);
  add_kind (&self, BJT_TERM_CLASS, BJT_N_CLASSES);
  add_kind (&self, BJT_TERM_CATEGORY, MIN (picture->categories->len, BJT_MAX_CATEGORIES));
  /* TRANSLATORS: between demands of a filter that all hold: (独居 或 空巢) 且 残疾 */
  append_joined (text, "", demands, _ (" and "));
  /* TRANSLATORS: before and between what a filter leaves out: 不含 租房 */
  append_joined (text, demands->len > 0 ? _ (", not ") : _ ("Not "), excluded, _ (", not "));
  return g_string_free (text, FALSE);
}
