/* bjt-issue-flow-text.c: from lines of words to a flow that holds together.
 *
 * What is read here needs no second look: codes are plain words, each given once;
 * a pause is entered from no other pause, and only there steps lead back; every
 * state can be reached from the first, and from every open one an ended one; from
 * an ended one there is a way back or none, but no step of the open ones. */
#include "bjt-issue-flow-private.h"

#include <string.h>

#define MAX_CODE 32
#define MAX_NAME 120

typedef struct
{
  /* Borrowed */
  BjtIssueFlow *flow;

  /* Owned */
  GHashTable *groups; /* name → guint64 * */

  /* State */
  guint    line;
  GError **error;
} Reader;

typedef struct
{
  const char *word;
  guint       flag;
} Word;

static const Word need_words[] = {
  { "note", BJT_FLOW_NOTE }, { "partner", BJT_FLOW_PARTNER }, { "day", BJT_FLOW_DAY },
  { "issue", BJT_FLOW_OTHER }, { "photo", BJT_FLOW_PHOTO }, { "satisfaction", BJT_FLOW_SATISFACTION },
};
static const Word effect_words[] = {
  { "replies", BJT_FLOW_REPLIES }, { "postpones", BJT_FLOW_POSTPONES }, { "raises", BJT_FLOW_RAISES },
  { "whistles", BJT_FLOW_WHISTLES }, { "arrives", BJT_FLOW_ARRIVES }, { "results", BJT_FLOW_RESULTS },
  { "merges", BJT_FLOW_MERGES }, { "rates", BJT_FLOW_RATES }, { "assigns", BJT_FLOW_ASSIGNS },
  { "returns", BJT_FLOW_RETURNS },
};
static const char *const box_words[] = { "reported", "accepted", "dispatched", "handled", "verified", "closed" };

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
  g_set_error (self->error, BJT_ISSUE_FLOW_ERROR, BJT_ISSUE_FLOW_ERROR_TEXT, "line %u of the flow of issues: %s", self->line, text);
  return FALSE;
}

static gboolean
is_code (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= MAX_CODE && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_") == length;
}

static gboolean
is_name (const char *text)
{
  return *text != '\0' && strlen (text) <= MAX_NAME && g_utf8_validate (text, -1, NULL);
}

static const char *
keep (Reader     *self,
      const char *text)
{
  return g_string_chunk_insert_const (self->flow->texts, text);
}

/* The first @n words of a line, and what is left of it; FALSE: there are fewer. */
static gboolean
split (char  *line,
       char **words,
       guint  n)
{
  for (guint i = 0; i < n; i++)
    {
      line += strspn (line, " \t");
      words[i] = line;
      line += strcspn (line, " \t");
      if (*words[i] == '\0' || *line == '\0')
        return FALSE;
      *line++ = '\0';
    }
  words[n] = g_strstrip (line);
  return *words[n] != '\0';
}

/* Flags of words with a comma between them; those with a question mark go to @optional alone. */
static gboolean
read_flags (Reader     *self,
            const char *text,
            const Word *words,
            guint       n_words,
            guint      *flags,
            guint      *optional)
{
  g_auto (GStrv) parts = g_strsplit (g_str_equal (text, "-") ? "" : text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean is_optional = optional != NULL && g_str_has_suffix (parts[i], "?");
      guint    at = 0;

      if (is_optional)
        parts[i][strlen (parts[i]) - 1] = '\0';
      while (at < n_words && !g_str_equal (parts[i], words[at].word))
        at++;
      if (at == n_words)
        return refuse (self, "there is no “%s” to ask for or to do", parts[i]);
      *(is_optional ? optional : flags) |= words[at].flag;
    }
  return TRUE;
}

static int
find_state (const BjtIssueFlow *flow,
            const char         *code)
{
  const BjtFlowState *state = bjt_issue_flow_find_state (flow, code);

  return state != NULL ? (int) (state - flow->states) : -1;
}

/* States and groups, with a comma between them. */
static gboolean
read_states (Reader     *self,
             const char *text,
             guint64    *states)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const guint64 *group = g_hash_table_lookup (self->groups, parts[i]);
      int            state = find_state (self->flow, parts[i]);

      if (group == NULL && state < 0)
        return refuse (self, "there is no state or group “%s”", parts[i]);
      *states |= group != NULL ? *group : G_GUINT64_CONSTANT (1) << state;
    }
  return TRUE;
}

/* The lines */

static gboolean
read_box (const char *word,
          int        *box)
{
  *box = -1;
  for (guint i = 0; i < G_N_ELEMENTS (box_words); i++)
    if (g_str_equal (word, box_words[i]))
      *box = (int) i;
  return *box >= 0 || g_str_equal (word, "same");
}

static gboolean
read_state (Reader *self,
            char   *line)
{
  BjtIssueFlow *flow = self->flow;
  BjtFlowState *state = flow->states + flow->n_states;
  char         *words[5];

  if (flow->n_states == BJT_FLOW_MAX_STATES)
    return refuse (self, "there are more than %u states", BJT_FLOW_MAX_STATES);
  if (!split (line, words, 4) || !is_code (words[0]) || !is_name (words[4]))
    return refuse (self, "a state is CODE BOX open|ended runs|stops NAME");
  if (find_state (flow, words[0]) >= 0 || g_hash_table_contains (self->groups, words[0]))
    return refuse (self, "“%s” is named twice", words[0]);
  if (!read_box (words[1], &state->box))
    return refuse (self, "there is no box “%s”", words[1]);
  state->is_ended = g_str_equal (words[2], "ended");
  state->stops_clock = g_str_equal (words[3], "stops");
  if ((!state->is_ended && !g_str_equal (words[2], "open")) || (!state->stops_clock && !g_str_equal (words[3], "runs")))
    return refuse (self, "a state is open or ended, and its clock runs or stops");
  if (state->is_ended != (state->box == BJT_ISSUE_CLOSED) || (state->is_ended && !state->stops_clock))
    return refuse (self, "what is ended stands in the box closed with its clock stopped, and nothing else does");
  if (flow->n_states == 0 && state->box != BJT_ISSUE_REPORTED)
    return refuse (self, "the first state stands in the box reported");
  state->code = keep (self, words[0]);
  state->name = keep (self, words[4]);
  flow->n_states++;
  return TRUE;
}

static gboolean
read_group (Reader *self,
            char   *line)
{
  g_autofree guint64 *states = g_new0 (guint64, 1);
  char               *words[2];

  if (!split (line, words, 1) || !is_code (words[0]))
    return refuse (self, "a group is NAME STATE,STATE…");
  if (find_state (self->flow, words[0]) >= 0 || g_hash_table_contains (self->groups, words[0]))
    return refuse (self, "“%s” is named twice", words[0]);
  if (!read_states (self, words[1], states))
    return FALSE;
  g_hash_table_insert (self->groups, g_strdup (words[0]), g_steal_pointer (&states));
  return TRUE;
}

static gboolean
read_target (Reader      *self,
             const char  *word,
             BjtFlowStep *step)
{
  step->target = g_str_equal (word, "stay") ? BJT_FLOW_TO_SAME : g_str_equal (word, "back") ? BJT_FLOW_TO_BACK : BJT_FLOW_TO_STATE;
  if (step->target != BJT_FLOW_TO_STATE)
    return TRUE;
  step->to = bjt_issue_flow_find_state (self->flow, word);
  return step->to != NULL || refuse (self, "there is no state “%s”", word);
}

/* Pauses remember one state only. */
static gboolean
check_pauses (Reader            *self,
              const BjtFlowStep *step)
{
  for (guint i = 0; i < self->flow->n_states; i++)
    {
      const BjtFlowState *state = self->flow->states + i;

      if (((step->from >> i) & 1) == 0)
        continue;
      if (step->target == BJT_FLOW_TO_BACK && state->box >= 0)
        return refuse (self, "“%s” leads back from “%s”, which is no pause", step->code, state->code);
      if (step->target == BJT_FLOW_TO_STATE && step->to->box < 0 && (state->box < 0 || state->is_ended))
        return refuse (self, "“%s” leads into a pause from “%s”, which is not at work", step->code, state->code);
    }
  return TRUE;
}

static gboolean
read_step (Reader *self,
           char   *line)
{
  BjtIssueFlow *flow = self->flow;
  BjtFlowStep  *step = flow->steps + flow->n_steps;
  char         *words[6];

  if (flow->n_steps == BJT_FLOW_MAX_STEPS)
    return refuse (self, "there are more than %u steps", BJT_FLOW_MAX_STEPS);
  if (!split (line, words, 5) || !is_code (words[0]) || !is_name (words[5]))
    return refuse (self, "a step is CODE FROM,FROM… TO NEEDS DOES NAME");
  if (bjt_issue_flow_find_step (flow, words[0]) != NULL)
    return refuse (self, "“%s” is named twice", words[0]);
  step->code = keep (self, words[0]);
  step->name = keep (self, words[5]);
  if (!read_states (self, words[1], &step->from) || !read_target (self, words[2], step)
      || !read_flags (self, words[3], need_words, G_N_ELEMENTS (need_words), &step->needs, &step->takes)
      || !read_flags (self, words[4], effect_words, G_N_ELEMENTS (effect_words), &step->effects, NULL)
      || !check_pauses (self, step))
    return FALSE;
  step->takes |= step->needs;
  flow->n_steps++;
  return TRUE;
}

static BjtFlowStep *
find_step (Reader     *self,
           const char *code)
{
  BjtFlowStep *step = (BjtFlowStep *) bjt_issue_flow_find_step (self->flow, code);

  if (step == NULL)
    refuse (self, "there is no step “%s”", code);
  return step;
}

static gboolean
read_next (Reader *self,
           char   *line)
{
  BjtFlowStep *step, *next;
  char        *words[2];

  if (!split (line, words, 1))
    return refuse (self, "two steps are wanted");
  step = find_step (self, words[0]);
  next = step != NULL ? find_step (self, words[1]) : NULL;
  if (next != NULL)
    step->next = next;
  return next != NULL;
}

static gboolean
read_offer (Reader *self,
            char   *line)
{
  char          *words[2];
  g_auto (GStrv) codes = NULL;
  int            state;

  if (!split (line, words, 1))
    return refuse (self, "an offer is STATE STEP,STEP…");
  state = find_state (self->flow, words[0]);
  if (state < 0 || self->flow->offers[state] != NULL)
    return refuse (self, "“%s” is no state, or has its offer already", words[0]);
  self->flow->offers[state] = g_array_new (FALSE, FALSE, sizeof (guint));
  codes = g_strsplit (words[1], ",", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const BjtFlowStep *step = find_step (self, codes[i]);
      guint              index = step != NULL ? (guint) (step - self->flow->steps) : 0;

      if (step == NULL)
        return FALSE;
      if (((step->from >> state) & 1) == 0)
        return refuse (self, "“%s” can't be offered to what is “%s”", codes[i], words[0]);
      g_array_append_val (self->flow->offers[state], index);
    }
  return TRUE;
}

static gboolean
read_tiers (Reader *self,
            char   *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (self->flow->n_tiers == BJT_FLOW_MAX_TIERS || !is_name (words[i]))
        return refuse (self, "there are more than %u tiers, or one has no name", BJT_FLOW_MAX_TIERS);
      self->flow->tiers[self->flow->n_tiers++] = keep (self, words[i]);
    }
  return TRUE;
}

static gboolean
read_line (Reader *self,
           char   *line)
{
  static const struct
  {
    const char *word;
    gboolean (*read) (Reader *, char *);
  } kinds[] = {
    { "state", read_state }, { "group", read_group }, { "step", read_step },
    { "next", read_next }, { "offer", read_offer }, { "tiers", read_tiers },
  };
  gsize length = strcspn (line, " \t");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strlen (kinds[i].word) == length && strncmp (line, kinds[i].word, length) == 0)
      return kinds[i].read (self, g_strstrip (line + length));
  return refuse (self, "it begins with none of state, group, step, next, offer, tiers");
}

/* The whole */

/* Where the steps from a state lead, whatever it was before. */
static guint64
list_ends (const BjtIssueFlow *flow,
           guint               state)
{
  guint64 ends = 0;

  for (guint i = 0; i < flow->n_steps; i++)
    if (((flow->steps[i].from >> state) & 1) != 0 && flow->steps[i].target == BJT_FLOW_TO_STATE)
      ends |= G_GUINT64_CONSTANT (1) << (flow->steps[i].to - flow->states);
  return ends;
}

/* What can be reached from a state by steps that lead on; those that lead back
 * bring nothing new. */
static guint64
reach (const BjtIssueFlow *flow,
       guint               first)
{
  guint64 reached = G_GUINT64_CONSTANT (1) << first, before;

  do
    {
      before = reached;
      for (guint i = 0; i < flow->n_states; i++)
        if (((before >> i) & 1) != 0)
          reached |= list_ends (flow, i);
    }
  while (reached != before);
  return reached;
}

static gboolean
leads_back (const BjtIssueFlow *flow,
            guint               state)
{
  for (guint i = 0; i < flow->n_steps; i++)
    if (((flow->steps[i].from >> state) & 1) != 0 && flow->steps[i].target == BJT_FLOW_TO_BACK)
      return TRUE;
  return FALSE;
}

static gboolean
check_whole (Reader *self)
{
  const BjtIssueFlow *flow = self->flow;
  guint64             reached, ended = 0;

  if (flow->n_states == 0)
    return refuse (self, "it has no state");
  reached = reach (flow, 0);
  for (guint i = 0; i < flow->n_states; i++)
    if (flow->states[i].is_ended)
      ended |= G_GUINT64_CONSTANT (1) << i;
  for (guint i = 0; i < flow->n_states; i++)
    {
      if (((reached >> i) & 1) == 0)
        return refuse (self, "“%s” is never reached", flow->states[i].code);
      if (!flow->states[i].is_ended && (reach (flow, i) & ended) == 0 && !leads_back (flow, i))
        return refuse (self, "from “%s” an issue never comes to an end", flow->states[i].code);
    }
  return TRUE;
}

/**
 * bjt_issue_flow_read:
 * @self: empty; on error to be freed
 */
gboolean
bjt_issue_flow_read (BjtIssueFlow *self,
                     const char   *text,
                     GError      **error)
{
  g_auto (GStrv)         lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reader                 reader = { .flow = self, .groups = groups, .line = 1, .error = error };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      reader.line = i + 1;
      if (*line != '\0' && *line != '#' && !read_line (&reader, line))
        return FALSE;
    }
  return check_whole (&reader);
}
