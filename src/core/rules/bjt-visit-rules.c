/* bjt-visit-rules.c: the lines of the rules of visits, ours first, then those of the
 * community. */
#include "bjt-visit-rules.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bjt-route-resource.h"

#define RESOURCE "/cn/baijiatu/route/visit-rules.txt"
#define DAY_END (24 * 60)
#define MAX_WORDS 12

typedef enum
{
  ON_ANY,
  ON_WORKDAYS,
  ON_OFFDAYS,
} Days;

typedef struct
{
  int         age_from, age_to; /* to 0: no limit; both 0: any */
  gboolean    employed;
  const char *category;         /* code; NULL: any */
  Days        days;
  guint       first, n;         /* of the spans */
} Window;

struct _BjtVisitRules
{
  gatomicrefcount references;

  BjtVisitNumbers numbers;
  GArray         *windows; /* Window */
  GArray         *spans;   /* BjtMinutes */
  GStringChunk   *texts;
};

typedef struct
{
  BjtVisitRules *rules;
  gboolean       is_own;      /* the lines of the community */
  gboolean       has_windows; /* of its own */
  guint          line;
  GError       **error;
} Reader;

typedef gboolean (*ReadFunc) (Reader *self, char **words, guint n_words);

G_DEFINE_QUARK (bjt-visit-rules-error-quark, bjt_visit_rules_error)

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (Reader     *self,
        const char *format,
        ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (self->error, BJT_VISIT_RULES_ERROR, BJT_VISIT_RULES_ERROR_TEXT, "line %u of the rules of visits: %s", self->line, text);
  return FALSE;
}

/* Times of the day */

gboolean
bjt_visit_minutes_parse (const char *text,
                         int        *minutes)
{
  guint hour = 0, minute = 0;
  int   length = 0;

  if (text == NULL || !g_ascii_isdigit (*text) || sscanf (text, "%2u:%2u%n", &hour, &minute, &length) != 2 || text[length] != '\0'
      || minute > 59 || hour * 60 + minute > DAY_END)
    return FALSE;
  *minutes = (int) (hour * 60 + minute);
  return TRUE;
}

gboolean
bjt_visit_span_parse (const char *text,
                      BjtMinutes *span)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);

  return g_strv_length (parts) == 2 && bjt_visit_minutes_parse (parts[0], &span->from) && bjt_visit_minutes_parse (parts[1], &span->to)
         && span->from < span->to;
}

/* Lines */

#define NUMBER(name, least, most) { #name, G_STRUCT_OFFSET (BjtVisitNumbers, name), least, most }

static const struct
{
  const char *name;
  gsize       offset;
  double      least, most;
} numbers[] = {
  NUMBER (speed, 0.2, 5), NUMBER (straight, 1, 5), NUMBER (unplaced, 0, 5000), NUMBER (entrance, 0, 1800), NUMBER (stairs_up, 0, 600),
  NUMBER (stairs_down, 0, 600), NUMBER (lift_wait, 0, 1800), NUMBER (lift_floor, 0, 600), NUMBER (next_door, 0, 600),
  NUMBER (top_first, 0, 600), NUMBER (steps, 1, 10), NUMBER (visit_general, 1, 480), NUMBER (visit_key, 1, 480), NUMBER (visit_absent, 0, 60),
  NUMBER (worth_high_risk, 0, 10000), NUMBER (worth_key, 0, 10000), NUMBER (worth_general, 0, 10000), NUMBER (worth_late_day, 0, 1000),
  NUMBER (worth_late_most, 0, 10000), NUMBER (balance, 0, 10),
};

static gboolean
read_double (Reader     *self,
             const char *text,
             double      least,
             double      most,
             double     *value)
{
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (*value) || *value < least || *value > most)
    return refuse (self, "“%s” is no number from %g to %g", text, least, most);
  return TRUE;
}

static gboolean
read_month_day (Reader     *self,
                const char *text,
                int        *value)
{
  guint month = 0, day = 0;
  int   length = 0;

  if (sscanf (text, "%2u-%2u%n", &month, &day, &length) != 2 || text[length] != '\0' || month < 1 || month > 12 || day < 1 || day > 31)
    return refuse (self, "“%s” is no day of the year; write it as 11-01", text);
  *value = (int) (month * 100 + day);
  return TRUE;
}

static gboolean
read_winter (Reader *self,
             char  **words,
             guint   n_words)
{
  BjtVisitNumbers *out = &self->rules->numbers;

  return (n_words == 4 || refuse (self, "winter FROM TO FACTOR is expected"))
         && read_month_day (self, words[1], &out->winter_from) && read_month_day (self, words[2], &out->winter_to)
         && read_double (self, words[3], 1, 5, &out->winter);
}

static gboolean
read_span (Reader     *self,
           const char *from,
           const char *to,
           BjtMinutes *span)
{
  if (!bjt_visit_minutes_parse (from, &span->from) || !bjt_visit_minutes_parse (to, &span->to) || span->from >= span->to)
    return refuse (self, "“%s %s” is no stretch of a day; write it as 09:00 17:00", from, to);
  return TRUE;
}

static gboolean
read_shift (Reader *self,
            char  **words,
            guint   n_words)
{
  return (n_words == 3 || refuse (self, "shift FROM TO is expected")) && read_span (self, words[1], words[2], &self->rules->numbers.shift);
}

static gboolean
read_lunch (Reader *self,
            char  **words,
            guint   n_words)
{
  double minutes;

  if ((n_words != 4 && !refuse (self, "lunch FROM TO MINUTES is expected"))
      || !read_span (self, words[1], words[2], &self->rules->numbers.lunch) || !read_double (self, words[3], 0, 240, &minutes))
    return FALSE;
  self->rules->numbers.lunch_minutes = (int) minutes;
  return TRUE;
}

static gboolean
read_who (Reader     *self,
          const char *text,
          Window     *window)
{
  char *end = NULL;

  if (g_str_equal (text, "employed"))
    window->employed = TRUE;
  else if (g_str_has_prefix (text, "category:") && text[strlen ("category:")] != '\0')
    window->category = g_string_chunk_insert_const (self->rules->texts, text + strlen ("category:"));
  else if (g_str_has_prefix (text, "age:") && g_ascii_isdigit (text[4]))
    {
      window->age_from = (int) MIN (g_ascii_strtoull (text + 4, &end, 10), 200);
      if (*end != '-' || (end[1] != '\0' && !g_ascii_isdigit (end[1])))
        return refuse (self, "“%s” is no age; write it as age:60- or age:6-15", text);
      window->age_to = end[1] != '\0' ? (int) MIN (g_ascii_strtoull (end + 1, NULL, 10), 200) : 200;
    }
  else
    return refuse (self, "“%s” tells nobody; write age:60-, employed or category:CODE", text);
  return TRUE;
}

static gboolean
read_window (Reader *self,
             char  **words,
             guint   n_words)
{
  static const char *const days[] = { "any", "workday", "offday" };
  BjtVisitRules *rules = self->rules;
  Window window = { .first = rules->spans->len };
  guint  day = 0;

  if (n_words < 4)
    return refuse (self, "window WHO DAYS FROM-TO is expected");
  if (self->is_own && !self->has_windows)
    g_array_set_size (rules->windows, 0);
  self->has_windows = self->is_own;
  while (day < G_N_ELEMENTS (days) && !g_str_equal (words[2], days[day]))
    day++;
  if (day == G_N_ELEMENTS (days))
    return refuse (self, "“%s” tells no days; write any, workday or offday", words[2]);
  window.days = (Days) day;
  if (!read_who (self, words[1], &window))
    return FALSE;
  for (guint i = 3; i < n_words; i++)
    {
      BjtMinutes span;

      if (!bjt_visit_span_parse (words[i], &span))
        return refuse (self, "“%s” is no stretch of a day; write it as 09:00-11:30", words[i]);
      g_array_append_val (rules->spans, span);
    }
  window.n = rules->spans->len - window.first;
  g_array_append_val (rules->windows, window);
  return TRUE;
}

static gboolean
read_choice (Reader     *self,
             char      **words,
             guint       n_words,
             const char *yes,
             gboolean   *value)
{
  if (n_words != 2 || (!g_str_equal (words[1], yes) && !g_str_equal (words[1], "nobody")))
    return refuse (self, "%s %s or %s nobody is expected", words[0], yes, words[0]);
  *value = g_str_equal (words[1], yes);
  return TRUE;
}

static gboolean
read_number (Reader *self,
             char  **words,
             guint   n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (words[0], numbers[i].name))
      return n_words == 2 ? read_double (self, words[1], numbers[i].least, numbers[i].most, G_STRUCT_MEMBER_P (&self->rules->numbers, numbers[i].offset))
                          : refuse (self, "%s NUMBER is expected", words[0]);
  return refuse (self, "there is nothing called “%s”", words[0]);
}

static gboolean
read_line (Reader *self,
           char   *line)
{
  static const struct
  {
    const char *word;
    ReadFunc    read;
  } kinds[] = { { "winter", read_winter }, { "shift", read_shift }, { "lunch", read_lunch }, { "window", read_window } };
  char *words[MAX_WORDS];
  guint n = 0;

  char *rest = NULL;

  line[strcspn (line, "#")] = '\0';
  for (char *word = strtok_r (line, " \t\r", &rest); word != NULL; word = strtok_r (NULL, " \t\r", &rest))
    {
      if (n == MAX_WORDS)
        return refuse (self, "more than %d words", MAX_WORDS);
      words[n++] = word;
    }
  if (n == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (words[0], kinds[i].word))
      return kinds[i].read (self, words, n);
  if (g_str_equal (words[0], "pair"))
    return read_choice (self, words, n, "restricted", &self->rules->numbers.restricted_by_two);
  if (g_str_equal (words[0], "woman"))
    return read_choice (self, words, n, "alone", &self->rules->numbers.woman_to_woman);
  return read_number (self, words, n);
}

static gboolean
read_text (Reader     *self,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (self, "the text is not UTF-8");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      self->line = i + 1;
      if (!read_line (self, lines[i]))
        return FALSE;
    }
  return TRUE;
}

const char *
bjt_visit_rules_get_shipped (void)
{
  static char *text; /* kept */

  if (g_once_init_enter (&text))
    {
      g_autoptr (GBytes) bytes = g_resource_lookup_data (bjt_route_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_once_init_leave (&text, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  return text;
}

/**
 * bjt_visit_rules_new:
 *
 * Returns: (transfer full) (nullable): NULL: a line of @own makes no sense
 */
BjtVisitRules *
bjt_visit_rules_new (const char *own,
                     GError    **error)
{
  g_autoptr (BjtVisitRules) self = g_new0 (BjtVisitRules, 1);
  g_autoptr (GError) problem = NULL;
  Reader ours = { .rules = self, .error = &problem }, own_reader = { .rules = self, .is_own = TRUE, .error = error };

  g_atomic_ref_count_init (&self->references);
  self->windows = g_array_new (FALSE, FALSE, sizeof (Window));
  self->spans = g_array_new (FALSE, FALSE, sizeof (BjtMinutes));
  self->texts = g_string_chunk_new (256);
  if (!read_text (&ours, bjt_visit_rules_get_shipped ()))
    g_error ("%s", problem->message);
  if (own != NULL && !read_text (&own_reader, own))
    return NULL;
  return g_steal_pointer (&self);
}

BjtVisitRules *
bjt_visit_rules_ref (BjtVisitRules *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_visit_rules_unref (BjtVisitRules *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->windows);
  g_array_unref (self->spans);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const BjtVisitNumbers *
bjt_visit_rules_get_numbers (const BjtVisitRules *self)
{
  return &self->numbers;
}

double
bjt_visit_rules_get_season (const BjtVisitRules *self,
                            BjtDate              on)
{
  const BjtVisitNumbers *n = &self->numbers;
  int      year, month, day, today;
  gboolean over_new_year = n->winter_from > n->winter_to;

  bjt_date_get_ymd (on, &year, &month, &day);
  today = month * 100 + day;
  return (over_new_year ? today >= n->winter_from || today <= n->winter_to : today >= n->winter_from && today <= n->winter_to) ? n->winter : 1;
}

/* Windows */

static gboolean
is_about (const Window        *window,
          const BjtVisitAsked *asked)
{
  const BjtPicturePerson *person = bjt_picture_get_person (asked->picture, asked->person);

  if (window->employed && !asked->is_employed)
    return FALSE;
  if (window->category != NULL)
    {
      guint32 category = bjt_picture_find_category (asked->picture, window->category);

      return category != BJT_NO_INDEX && (person->categories >> category & 1) != 0;
    }
  if (window->age_to > 0)
    {
      int age = person->born_on != BJT_DATE_NONE ? bjt_date_get_age (person->born_on, asked->on) : -1;

      return age >= window->age_from && age <= window->age_to;
    }
  return TRUE;
}

gboolean
bjt_visit_rules_get_windows (const BjtVisitRules *self,
                             const BjtVisitAsked *asked,
                             GArray              *windows)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->windows->len; i++)
    {
      const Window *window = &g_array_index (self->windows, Window, i);

      if (!is_about (window, asked))
        continue;
      found = TRUE;
      if (window->days == ON_ANY || (window->days == ON_WORKDAYS) == !!asked->is_worked)
        g_array_append_vals (windows, &g_array_index (self->spans, BjtMinutes, window->first), window->n);
    }
  return found;
}

gboolean
bjt_visit_rules_asks_employment (const BjtVisitRules *self)
{
  for (guint i = 0; i < self->windows->len; i++)
    if (g_array_index (self->windows, Window, i).employed)
      return TRUE;
  return FALSE;
}
