/* bjt-appeal.c: a message of a group chat as it is copied: a line of name and time,
 * or both before a colon, then what is said. What is no such head is said. Nothing
 * is stored or logged here. */
#include "bjt-appeal.h"

#include <stdlib.h>
#include <string.h>

#include "base/bjt-text.h"
#include "bjt-appeal-words.h"
#include "bjt-place-reading.h"

#define MAX_TITLE_CHARS 20

#define DAY_PATTERN "(?:(?<year>[0-9]{4})[-/.年])?(?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})日?"
#define TIME_PATTERN "(?<half>上午|下午|晚上|中午|早上|凌晨)? ?(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::[0-9]{2})?"
/* 张姐 18:02：…, 张姐 2026/11/22 18:02, 张姐：…, [18:02] 张姐：… */
static const char *const head_patterns[] = {
  "^(?<name>[^0-9:\\n,]{1,16}?) ?\\(? ?(?:(?<then>今天|昨天|前天) ?)?(?:" DAY_PATTERN " ?)?" TIME_PATTERN "\\)?(?: ?: ?|\\s*\\n|\\s+|$)",
  "^\\[?(?:(?<then>今天|昨天|前天) ?)?(?:" DAY_PATTERN " ?)?" TIME_PATTERN "\\]? ?(?<name>[^0-9:\\n,]{1,16}?) ?(?:: ?|\\s*\\n)",
  "^(?<name>[^0-9:\\n, ]{1,10}) ?: ?",
};

/* Heads */

static int
get_number (GMatchInfo *match,
            const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text != NULL && *text != '\0' ? atoi (text) : -1;
}

static void
read_minute (BjtAppeal  *self,
             GMatchInfo *match)
{
  g_autofree char *half = g_match_info_fetch_named (match, "half");
  int              hour = get_number (match, "hour"), minute = get_number (match, "minute");

  if (half != NULL && (strcmp (half, "下午") == 0 || strcmp (half, "晚上") == 0) && hour < 12)
    hour += 12;
  if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60)
    self->minute = hour * 60 + minute;
}

/* A day without a year is the last one that was. */
static void
read_day (BjtAppeal  *self,
          GMatchInfo *match,
          BjtDate     today)
{
  g_autofree char *then = g_match_info_fetch_named (match, "then");
  int              year = get_number (match, "year"), month = get_number (match, "month"), day = get_number (match, "day");
  int              this_year, this_month, this_day;
  BjtDate          found;

  if (then != NULL && *then != '\0')
    self->day = today - (strcmp (then, "昨天") == 0 ? 1 : strcmp (then, "前天") == 0 ? 2 : 0);
  if (month < 0)
    return;
  bjt_date_get_ymd (today, &this_year, &this_month, &this_day);
  found = bjt_date_from_ymd (year > 0 ? year : this_year, month, day);
  if (year <= 0 && found != BJT_DATE_NONE && found > today)
    found = bjt_date_from_ymd (this_year - 1, month, day);
  if (found != BJT_DATE_NONE && found <= today)
    self->day = found;
}

/* Returns how many bytes the head has. */
static gsize
read_head (BjtAppeal  *self,
           const char *text,
           BjtDate     today)
{
  for (guint i = 0; i < G_N_ELEMENTS (head_patterns); i++)
    {
      g_autoptr (GRegex)     pattern = g_regex_new (head_patterns[i], 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      int                    end = 0;

      if (!g_regex_match (pattern, text, 0, &match) || !g_match_info_fetch_pos (match, 0, NULL, &end))
        continue;
      self->who = g_match_info_fetch_named (match, "name");
      g_strstrip (self->who);
      read_minute (self, match);
      read_day (self, match, today);
      return (gsize) end;
    }
  return 0;
}

/* What is said */

static const char *
skip_chat (const char *text)
{
  const BjtAppealWords *words = bjt_appeal_words_get_default ();
  gsize                 n;

  do
    {
      text += strspn (text, " ,.!?:;~@\n");
      if (g_str_has_prefix (text, "。"))
        text += strlen ("。");
      n = bjt_appeal_words_match_chat (words, text);
      text += n;
    }
  while (n > 0);
  return text;
}

static gboolean
is_clause_end (const char *at)
{
  return *at == '\0' || strchr (",;!?\n", *at) != NULL || g_str_has_prefix (at, "。");
}

/* The first that is more than a syllable. */
static char *
dup_clause (const char *text)
{
  while (*(text = skip_chat (text)) != '\0')
    {
      const char *at = text;
      glong       n = 0;

      for (; !is_clause_end (at) && n < MAX_TITLE_CHARS; at = g_utf8_next_char (at))
        n++;
      if (n > 1)
        return g_strstrip (g_strndup (text, (gsize) (at - text)));
      text = at;
    }
  return NULL;
}

static char *
dup_title_of (const BjtPlaceReading *reading)
{
  char *title = NULL;

  if (reading->parts == NULL)
    return dup_clause (reading->text);
  if (reading->parts->rest != NULL)
    title = dup_clause (reading->parts->rest);
  if (title == NULL)
    title = dup_clause (reading->text + reading->end);
  if (title == NULL && reading->start > 0)
    {
      g_autofree char *before = g_strndup (reading->text, reading->start);

      title = dup_clause (before);
    }
  return title != NULL ? title : dup_clause (reading->text);
}

/**
 * bjt_appeal_dup_title:
 * @content: (nullable): what somebody complained of, with or without the place
 *
 * Returns: (transfer full) (nullable): its first clause without the place
 */
char *
bjt_appeal_dup_title (const BjtPicture *picture,
                      const char       *content)
{
  g_auto (BjtPlaceReading) reading = { 0 };

  bjt_place_reading_init (&reading, picture, content, TRUE);
  return dup_title_of (&reading);
}

/**
 * bjt_appeal_init_from_message:
 * @message: (nullable): as copied from a chat
 */
void
bjt_appeal_init_from_message (BjtAppeal        *self,
                              const BjtPicture *picture,
                              const char       *message,
                              BjtDate           today)
{
  const BjtAppealWords    *words = bjt_appeal_words_get_default ();
  g_auto (BjtPlaceReading) reading = { 0 };
  g_autofree char         *valid = g_utf8_make_valid (message != NULL ? message : "", (gssize) MIN (strlen (message != NULL ? message : ""), BJT_APPEAL_MAX_BYTES));
  g_auto (GStrv)           lines = g_strsplit (valid, "\n", -1);
  g_autofree char         *text = NULL;

  memset (self, 0, sizeof *self);
  self->day = today;
  self->minute = -1;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *plain = bjt_text_normalize (lines[i]);

      g_free (lines[i]);
      lines[i] = plain;
    }
  text = g_strjoinv ("\n", lines);
  g_strstrip (text);
  self->body = g_strstrip (g_strdup (text + read_head (self, text, today)));
  bjt_place_reading_init (&reading, picture, self->body, TRUE);
  self->title = dup_title_of (&reading);
  self->place_note = g_strdup (reading.level_note);
  self->kind_code = bjt_appeal_words_guess_kind (words, self->body);
  self->urgent = bjt_appeal_words_dup_urgent (words, self->body);
}

void
bjt_appeal_clear (BjtAppeal *self)
{
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->body, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->urgent, g_free);
  g_clear_pointer (&self->place_note, g_free);
}
