/* bjt-filter-term.c: pure; nothing here knows a window. */
#include "bjt-filter-term.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (bjt-filter-error-quark, bjt_filter_error)

#define MAX_IDLE_DAYS 3660

static const char *const class_keys[BJT_N_CLASSES] = { "unknown", "resident", "floating", "tenant", "hukou_only", "empty" };
static const char *const attention_keys[] = { "none", "watch", "urgent" };

static BjtCategorySet
category_bit (const BjtFilterTerm *self)
{
  return G_GUINT64_CONSTANT (1) << self->index;
}

static guint8
small_bit (const BjtFilterTerm *self)
{
  return (guint8) (1u << self->index);
}

char *
bjt_filter_term_dup_key (const BjtFilterTerm *self,
                         const BjtPicture    *picture)
{
  switch (self->kind)
    {
    case BJT_TERM_OVERDUE:
      return g_strdup ("overdue");
    case BJT_TERM_OPEN_ISSUE:
      return g_strdup ("open-issue");
    case BJT_TERM_NOTE:
      return g_strdup ("has-note");
    case BJT_TERM_HAZARD:
      return g_strdup ("has-hazard");
    case BJT_TERM_IDLE:
      return g_strdup_printf ("idle:%u", self->index);
    case BJT_TERM_ATTENTION:
      return g_strdup_printf ("attention:%s", attention_keys[self->index]);
    case BJT_TERM_CATEGORY:
      return g_strdup_printf ("category:%s", bjt_picture_get_category (picture, self->index)->code);
    case BJT_TERM_CLASS:
    default:
      return g_strdup_printf ("class:%s", class_keys[self->index]);
    }
}

static gboolean
find_word (const char *const *words,
           guint              n_words,
           const char        *word,
           guint32           *index)
{
  for (guint i = 0; i < n_words; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_category (const BjtPicture *picture,
               const char       *word,
               guint32          *index)
{
  *index = bjt_picture_find_category (picture, word);
  for (guint32 c = 0; c < picture->categories->len && *index == BJT_NO_INDEX; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, c);

      if (strcmp (category->name, word) == 0 || g_strcmp0 (category->glyph, word) == 0)
        *index = c;
    }
  return *index < BJT_MAX_CATEGORIES;
}

static gboolean
parse_days (const char *text,
            guint32    *days)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, MAX_IDLE_DAYS, &value, NULL))
    return FALSE;
  *days = (guint32) value;
  return TRUE;
}

static gboolean
set_kind (BjtFilterTerm *self,
          BjtTermKind    kind,
          gboolean       found)
{
  self->kind = kind;
  return found;
}

gboolean
bjt_filter_term_init_from_key (BjtFilterTerm    *self,
                               const BjtPicture *picture,
                               const char       *key)
{
  const char *colon = strchr (key, ':');
  const char *value = colon != NULL ? colon + 1 : "";

  *self = (BjtFilterTerm) { BJT_TERM_OVERDUE, 0 };
  if (strcmp (key, "overdue") == 0)
    return TRUE;
  if (strcmp (key, "open-issue") == 0)
    return set_kind (self, BJT_TERM_OPEN_ISSUE, TRUE);
  if (strcmp (key, "has-note") == 0)
    return set_kind (self, BJT_TERM_NOTE, TRUE);
  if (strcmp (key, "has-hazard") == 0)
    return set_kind (self, BJT_TERM_HAZARD, TRUE);
  if (g_str_has_prefix (key, "idle:"))
    return set_kind (self, BJT_TERM_IDLE, parse_days (value, &self->index));
  if (g_str_has_prefix (key, "attention:"))
    return set_kind (self, BJT_TERM_ATTENTION, find_word (attention_keys, G_N_ELEMENTS (attention_keys), value, &self->index));
  if (g_str_has_prefix (key, "category:"))
    return set_kind (self, BJT_TERM_CATEGORY, find_category (picture, value, &self->index));
  if (g_str_has_prefix (key, "class:"))
    return set_kind (self, BJT_TERM_CLASS, find_word (class_keys, G_N_ELEMENTS (class_keys), value, &self->index));
  return FALSE;
}

static BjtTermUse
get_flag_use (int demand)
{
  return demand > 0 ? BJT_TERM_CHOSEN : demand < 0 ? BJT_TERM_EXCLUDED : BJT_TERM_UNUSED;
}

static BjtTermUse
get_set_use (guint64 bit,
             guint64 any,
             guint64 all,
             guint64 none)
{
  if ((all & bit) != 0)
    return BJT_TERM_REQUIRED;
  if ((any & bit) != 0)
    return BJT_TERM_CHOSEN;
  return (none & bit) != 0 ? BJT_TERM_EXCLUDED : BJT_TERM_UNUSED;
}

BjtTermUse
bjt_filter_term_get_use (const BjtFilterTerm *self,
                         const BjtFilter     *filter)
{
  switch (self->kind)
    {
    case BJT_TERM_OVERDUE:
      return get_flag_use (filter->overdue);
    case BJT_TERM_OPEN_ISSUE:
      return get_flag_use (filter->open_issue);
    case BJT_TERM_NOTE:
      return get_flag_use (filter->note);
    case BJT_TERM_HAZARD:
      return get_flag_use (filter->hazard);
    case BJT_TERM_IDLE:
      return filter->idle_days == self->index ? BJT_TERM_CHOSEN : BJT_TERM_UNUSED;
    case BJT_TERM_ATTENTION:
      return get_set_use (small_bit (self), filter->attentions, 0, filter->no_attentions);
    case BJT_TERM_CATEGORY:
      return get_set_use (category_bit (self), filter->any, filter->all, filter->none);
    case BJT_TERM_CLASS:
    default:
      return get_set_use (small_bit (self), filter->classes, 0, filter->no_classes);
    }
}

/* Takes the term out of the filter. */
static void
drop (const BjtFilterTerm *self,
      BjtFilter           *filter)
{
  switch (self->kind)
    {
    case BJT_TERM_OVERDUE:
      filter->overdue = 0;
      break;
    case BJT_TERM_OPEN_ISSUE:
      filter->open_issue = 0;
      break;
    case BJT_TERM_NOTE:
      filter->note = 0;
      break;
    case BJT_TERM_HAZARD:
      filter->hazard = 0;
      break;
    case BJT_TERM_IDLE:
      filter->idle_days = 0;
      break;
    case BJT_TERM_ATTENTION:
      filter->attentions &= (guint8) ~small_bit (self);
      filter->no_attentions &= (guint8) ~small_bit (self);
      break;
    case BJT_TERM_CATEGORY:
      filter->any &= ~category_bit (self);
      filter->all &= ~category_bit (self);
      filter->none &= ~category_bit (self);
      break;
    case BJT_TERM_CLASS:
    default:
      filter->classes &= (guint8) ~small_bit (self);
      filter->no_classes &= (guint8) ~small_bit (self);
      break;
    }
}

/* Puts it in, in this use. */
static void
put (const BjtFilterTerm *self,
     BjtFilter           *filter,
     BjtTermUse           use)
{
  gboolean is_excluded = use == BJT_TERM_EXCLUDED;

  switch (self->kind)
    {
    case BJT_TERM_OVERDUE:
      filter->overdue = is_excluded ? -1 : 1;
      break;
    case BJT_TERM_OPEN_ISSUE:
      filter->open_issue = is_excluded ? -1 : 1;
      break;
    case BJT_TERM_NOTE:
      filter->note = is_excluded ? -1 : 1;
      break;
    case BJT_TERM_HAZARD:
      filter->hazard = is_excluded ? -1 : 1;
      break;
    case BJT_TERM_IDLE:
      filter->idle_days = is_excluded ? 0 : (guint16) self->index;
      break;
    case BJT_TERM_ATTENTION:
      *(is_excluded ? &filter->no_attentions : &filter->attentions) |= small_bit (self);
      break;
    case BJT_TERM_CATEGORY:
      *(is_excluded ? &filter->none : use == BJT_TERM_REQUIRED ? &filter->all : &filter->any) |= category_bit (self);
      break;
    case BJT_TERM_CLASS:
    default:
      *(is_excluded ? &filter->no_classes : &filter->classes) |= small_bit (self);
      break;
    }
}

static void
toggle (const BjtFilterTerm *self,
        BjtFilter           *filter,
        BjtTermUse           use)
{
  BjtTermUse before = bjt_filter_term_get_use (self, filter);

  drop (self, filter);
  if (before != use)
    put (self, filter, use);
}

void
bjt_filter_term_add (const BjtFilterTerm *self,
                     BjtFilter           *filter)
{
  toggle (self, filter, BJT_TERM_CHOSEN);
}

/**
 * bjt_filter_term_require:
 *
 * Only categories tell "one of" from "each of"; of the rest a door has one, so
 * that choosing it is requiring it.
 */
void
bjt_filter_term_require (const BjtFilterTerm *self,
                         BjtFilter           *filter)
{
  toggle (self, filter, self->kind == BJT_TERM_CATEGORY ? BJT_TERM_REQUIRED : BJT_TERM_CHOSEN);
}

void
bjt_filter_term_exclude (const BjtFilterTerm *self,
                         BjtFilter           *filter)
{
  toggle (self, filter, BJT_TERM_EXCLUDED);
}

void
bjt_filter_term_choose_only (const BjtFilterTerm *self,
                             BjtFilter           *filter)
{
  BjtFilter only;

  bjt_filter_init (&only);
  only.grid = filter->grid;
  only.only = filter->only;
  put (self, &only, BJT_TERM_CHOSEN);
  if (bjt_filter_equal (&only, filter))
    drop (self, &only);
  *filter = only;
}

/* As text */

static gboolean
parse_term (BjtFilterTerm    *term,
            const BjtPicture *picture,
            const char       *word)
{
  static const char *const prefixes[] = { "", "class:", "attention:", "category:" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autofree char *key = g_strconcat (prefixes[i], word, NULL);

      if (bjt_filter_term_init_from_key (term, picture, key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
parse_grid (BjtFilter        *self,
            const BjtPicture *picture,
            const char       *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT, &value, NULL))
    return FALSE;
  self->grid = bjt_picture_find_grid (picture, (int) value);
  return self->grid != BJT_NO_INDEX;
}

static gboolean
parse_word (BjtFilter        *self,
            const BjtPicture *picture,
            const char       *word)
{
  BjtTermUse    use = *word == '+' ? BJT_TERM_REQUIRED : *word == '!' ? BJT_TERM_EXCLUDED : BJT_TERM_CHOSEN;
  BjtFilterTerm term;

  if (g_str_has_prefix (word, "grid:"))
    return parse_grid (self, picture, word + strlen ("grid:"));
  if (!parse_term (&term, picture, use == BJT_TERM_CHOSEN ? word : word + 1))
    return FALSE;
  if (term.kind == BJT_TERM_IDLE && use == BJT_TERM_EXCLUDED)
    return FALSE;
  drop (&term, self);
  put (&term, self, use);
  return TRUE;
}

/**
 * bjt_filter_init_from_text:
 * @text: terms separated by spaces; empty: everything
 *
 * Names the first word that means nothing.
 */
gboolean
bjt_filter_init_from_text (BjtFilter        *self,
                           const BjtPicture *picture,
                           const char       *text,
                           GError          **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);

  bjt_filter_init (self);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && !parse_word (self, picture, *word))
      {
        g_set_error (error, BJT_FILTER_ERROR, 0,
                     "“%s” is no filter; use a category, a household class, urgent, watch, overdue, open-issue, has-note, has-hazard, idle:DAYS or grid:NUMBER", *word);
        return FALSE;
      }
  return TRUE;
}

static void
append_term (GString             *text,
             const BjtFilterTerm *term,
             const BjtFilter     *filter,
             const BjtPicture    *picture)
{
  static const char *const signs[] = { [BJT_TERM_CHOSEN] = "", [BJT_TERM_REQUIRED] = "+", [BJT_TERM_EXCLUDED] = "!" };
  BjtTermUse       use = bjt_filter_term_get_use (term, filter);
  g_autofree char *key = NULL;

  if (use == BJT_TERM_UNUSED)
    return;
  key = bjt_filter_term_dup_key (term, picture);
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", signs[use], key);
}

/**
 * bjt_filter_dup_text:
 *
 * Returns: what init_from_text() reads again; empty for no demand
 */
char *
bjt_filter_dup_text (const BjtFilter  *self,
                     const BjtPicture *picture)
{
  GString *text = g_string_new (NULL);

  for (guint32 c = 0; c < MIN (picture->categories->len, BJT_MAX_CATEGORIES); c++)
    append_term (text, &(BjtFilterTerm) { BJT_TERM_CATEGORY, c }, self, picture);
  for (guint32 c = 0; c < BJT_N_CLASSES; c++)
    append_term (text, &(BjtFilterTerm) { BJT_TERM_CLASS, c }, self, picture);
  for (guint32 a = 0; a < G_N_ELEMENTS (attention_keys); a++)
    append_term (text, &(BjtFilterTerm) { BJT_TERM_ATTENTION, a }, self, picture);
  append_term (text, &(BjtFilterTerm) { BJT_TERM_OVERDUE, 0 }, self, picture);
  append_term (text, &(BjtFilterTerm) { BJT_TERM_OPEN_ISSUE, 0 }, self, picture);
  append_term (text, &(BjtFilterTerm) { BJT_TERM_NOTE, 0 }, self, picture);
  append_term (text, &(BjtFilterTerm) { BJT_TERM_HAZARD, 0 }, self, picture);
  if (self->idle_days > 0)
    append_term (text, &(BjtFilterTerm) { BJT_TERM_IDLE, self->idle_days }, self, picture);
  if (self->grid != BJT_NO_INDEX)
    g_string_append_printf (text, "%sgrid:%d", text->len > 0 ? " " : "", bjt_picture_get_grid (picture, self->grid)->number);
  return g_string_free (text, FALSE);
}
