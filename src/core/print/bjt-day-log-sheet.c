/* bjt-day-log-sheet.c: sections of lines, written once for text and page. */
#include "bjt-day-log-sheet.h"

#include "bjt-form-sheet.h"

#define BLANK_LINES 3

typedef struct
{
  const BjtDayReport *report;
  BjtSheetLanguage    language;
  BjtFormSheet       *sheet; /* one of these two */
  GString            *text;
} Writer;

static const char *
get_word (const Writer *self,
          BjtSheetWord  word)
{
  return bjt_sheet_words_get (self->language, word);
}

static void
add_heading (const Writer *self,
             BjtSheetWord  word)
{
  if (self->sheet != NULL)
    bjt_form_sheet_add_heading (self->sheet, get_word (self, word));
  else
    g_string_append_printf (self->text, "\n%s\n", get_word (self, word));
}

static void
add_line (const Writer *self,
          const char   *line)
{
  if (self->sheet != NULL)
    bjt_form_sheet_add_paragraph (self->sheet, line);
  else
    g_string_append_printf (self->text, "%s\n", line);
}

static char *
dup_time (gint64 time)
{
  int minute = bjt_time_get_local_minute (time);

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

static char *
dup_door (const Writer  *self,
          const BjtUuid *door_id)
{
  guint32 door = bjt_picture_find_door (self->report->picture, door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (self->report->picture, door) : g_strdup ("—");
}

static char *
dup_found (const Writer    *self,
           const BjtPatrol *patrol)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < self->report->reported->len; i++)
    {
      const BjtIssue *issue = self->report->reported->pdata[i];

      if (bjt_uuid_equal (&issue->patrol_id, &patrol->id) && issue->number != NULL)
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? "、" : "", issue->number);
    }
  return numbers->len > 0 ? bjt_sheet_words_format (self->language, BJT_WORD_LOG_FOUND, numbers->str) : NULL;
}

static void
append (GString    *line,
        const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "  %s", text);
}

static void
add_patrols (const Writer *self)
{
  const GPtrArray *patrols = self->report->patrols;

  if (patrols->len > 0)
    add_heading (self, BJT_WORD_LOG_PATROLS);
  for (guint i = 0; i < patrols->len; i++)
    {
      const BjtPatrol *patrol = patrols->pdata[i];
      g_autofree char *from = patrol->begun_at != 0 ? dup_time (patrol->begun_at) : NULL;
      g_autofree char *to = patrol->ended_at != 0 ? dup_time (patrol->ended_at) : NULL;
      g_autofree char *found = dup_found (self, patrol);
      g_autoptr (GString) line = g_string_new (get_word (self, patrol->slot == BJT_PATROL_MORNING ? BJT_WORD_LOG_MORNING : BJT_WORD_LOG_AFTERNOON));

      if (from != NULL)
        g_string_append_printf (line, "  %s–%s", from, to != NULL ? to : "");
      append (line, patrol->note);
      append (line, found);
      add_line (self, line->str);
    }
}

static void
add_visit_counts (const Writer *self)
{
  g_autofree char *total = bjt_sheet_words_format (self->language, BJT_WORD_LOG_N_DOORS, self->report->n_doors, self->report->visits->len);
  g_autoptr (GString) line = g_string_new (total);
  const char *between = self->language == BJT_SHEET_CHINESE ? "：" : ": ";

  for (guint o = 0; o < BJT_N_OUTCOMES; o++)
    {
      g_autofree char *count = bjt_sheet_words_format (self->language, BJT_WORD_LOG_COUNT, get_word (self, BJT_WORD_OUTCOME_MET + (BjtSheetWord) o), self->report->outcomes[o]);

      if (self->report->outcomes[o] == 0)
        continue;
      g_string_append_printf (line, "%s%s", between, count);
      between = self->language == BJT_SHEET_CHINESE ? "，" : ", ";
    }
  add_line (self, line->str);
}

static void
add_visits (const Writer *self)
{
  const GPtrArray *visits = self->report->visits;

  if (visits->len == 0)
    return;
  add_heading (self, BJT_WORD_LOG_VISITS);
  add_visit_counts (self);
  for (guint i = 0; i < visits->len; i++)
    {
      const BjtVisit  *visit = visits->pdata[i];
      g_autofree char *door = dup_door (self, &visit->door_id);
      g_autoptr (GString) line = g_string_new (door);

      if (!bjt_day_report_is_notable (visit))
        continue;
      append (line, get_word (self, BJT_WORD_OUTCOME_MET + (BjtSheetWord) CLAMP (visit->outcome, 0, BJT_N_OUTCOMES - 1)));
      append (line, visit->note);
      add_line (self, line->str);
    }
}

static void
add_services (const Writer *self)
{
  const GPtrArray *services = self->report->services;

  if (services->len > 0)
    add_heading (self, BJT_WORD_LOG_SERVICES);
  for (guint i = 0; i < services->len; i++)
    {
      const BjtService *service = services->pdata[i];
      g_autofree char  *door = dup_door (self, &service->door_id);
      g_autofree char  *times = bjt_sheet_words_format (self->language, BJT_WORD_LOG_TIMES, service->kind != NULL ? service->kind : "—", service->count);
      g_autoptr (GString) line = g_string_new (door);

      append (line, times);
      append (line, service->note);
      add_line (self, line->str);
    }
}

/* The door, 山水宜家 3-2, or the building. */
static char *
dup_place (const Writer   *self,
           const BjtIssue *issue)
{
  const BjtPicture *picture = self->report->picture;
  guint32           entrance = bjt_picture_find_entrance (picture, &issue->entrance_id);
  guint32           building = entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, entrance)->building : bjt_picture_find_building (picture, &issue->building_id);
  g_autofree char  *name = NULL;

  if (!bjt_uuid_is_nil (&issue->door_id))
    return dup_door (self, &issue->door_id);
  if (building == BJT_NO_INDEX)
    return NULL;
  name = bjt_picture_dup_building_name (picture, building);
  return entrance != BJT_NO_INDEX ? g_strdup_printf ("%s-%s", name, bjt_picture_get_entrance (picture, entrance)->label) : g_steal_pointer (&name);
}

static char *
dup_issue (const Writer   *self,
           const BjtIssue *issue)
{
  g_autofree char *place = dup_place (self, issue);
  GString *line = g_string_new (issue->number != NULL ? issue->number : "—");

  append (line, place);
  append (line, issue->place_note);
  append (line, issue->title);
  return g_string_free (line, FALSE);
}

static void
add_issues (const Writer *self)
{
  const GPtrArray *reported = self->report->reported, *steps = self->report->steps;

  if (reported->len > 0)
    add_heading (self, BJT_WORD_LOG_REPORTED);
  for (guint i = 0; i < reported->len; i++)
    {
      g_autofree char *line = dup_issue (self, reported->pdata[i]);

      add_line (self, line);
    }
  if (steps->len > 0)
    add_heading (self, BJT_WORD_LOG_STEPS);
  for (guint i = 0; i < steps->len; i++)
    {
      const BjtIssueEvent *event = steps->pdata[i];
      g_autofree char     *issue = dup_issue (self, self->report->stepped->pdata[i]);
      g_autoptr (GString)  line = g_string_new (issue);

      append (line, get_word (self, BJT_WORD_BOX_REPORTED + (BjtSheetWord) CLAMP (event->to_status, 0, BJT_N_ISSUE_STATUSES - 1)));
      append (line, event->note);
      add_line (self, line->str);
    }
}

static void
add_note (const Writer *self)
{
  const BjtDayLog *record = self->report->record;

  if (record == NULL || record->note == NULL || *record->note == '\0')
    return;
  add_heading (self, BJT_WORD_LOG_NOTE);
  add_line (self, record->note);
}

static char *
dup_state (const Writer *self)
{
  const BjtDayLog *record = self->report->record;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (record == NULL || record->confirmed_at == 0)
    return g_strdup (get_word (self, BJT_WORD_LOG_NOT_CONFIRMED));
  day = bjt_date_dup_string (bjt_time_get_local_date (record->confirmed_at));
  time = dup_time (record->confirmed_at);
  return bjt_sheet_words_format (self->language, BJT_WORD_LOG_CONFIRMED, day, time);
}

static void
write_sections (const Writer *self)
{
  if (bjt_day_report_is_empty (self->report))
    add_line (self, get_word (self, BJT_WORD_LOG_NOTHING));
  add_patrols (self);
  add_visits (self);
  add_services (self);
  add_issues (self);
  add_note (self);
}

/**
 * bjt_day_log_dup_title:
 *
 * Returns: (transfer full): 江北社区 第3网格 网格日志
 */
char *
bjt_day_log_dup_title (const BjtDayReport *report,
                       BjtSheetLanguage    language)
{
  const char *community = report->picture->community.name != NULL ? report->picture->community.name : "";

  if (report->grid == BJT_NO_INDEX)
    return bjt_sheet_words_format (language, BJT_WORD_LOG_TITLE_ALL, community);
  return bjt_sheet_words_format (language, BJT_WORD_LOG_TITLE, community, bjt_picture_get_grid (report->picture, report->grid)->number);
}

static char *
dup_subtitle (const Writer *self)
{
  g_autofree char *day = bjt_date_dup_string (self->report->on);
  g_autofree char *state = dup_state (self);
  g_autofree char *later = self->report->n_later > 0 ? bjt_sheet_words_format (self->language, BJT_WORD_LOG_LATER, self->report->n_later) : NULL;
  g_autoptr (GString) line = g_string_new (day);

  append (line, self->report->staff_name);
  append (line, state);
  append (line, later);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * bjt_day_log_dup_text:
 *
 * Returns: (transfer full): lines to paste elsewhere
 */
char *
bjt_day_log_dup_text (const BjtDayReport *report,
                      BjtSheetLanguage    language)
{
  Writer           self = { report, language, NULL, g_string_new (NULL) };
  g_autofree char *title = bjt_day_log_dup_title (report, language);
  g_autofree char *subtitle = dup_subtitle (&self);

  g_string_append_printf (self.text, "%s\n%s\n", title, subtitle);
  write_sections (&self);
  return g_string_free (self.text, FALSE);
}

/**
 * bjt_day_log_sheet_new:
 *
 * Returns: (transfer full) (nullable): as many pages as it takes
 */
BjtSheet *
bjt_day_log_sheet_new (const BjtDayReport        *report,
                       const BjtGridSheetOptions *options,
                       GError                   **error)
{
  Writer           self = { report, options->language, NULL, NULL };
  g_autofree char *title = bjt_day_log_dup_title (report, options->language);
  g_autofree char *subtitle = dup_subtitle (&self);

  self.sheet = bjt_form_sheet_new (report->picture, title, subtitle, options, error);
  if (self.sheet == NULL)
    return NULL;
  write_sections (&self);
  bjt_form_sheet_add_heading (self.sheet, get_word (&self, BJT_WORD_PEN_NOTES));
  bjt_form_sheet_fill_blank_lines (self.sheet, BLANK_LINES);
  bjt_form_sheet_add_signatures (self.sheet, get_word (&self, BJT_WORD_SIGN_WORKER), get_word (&self, BJT_WORD_SIGN_LEADER));
  return BJT_SHEET (self.sheet);
}
