/* bjt-person-sheet.c: as much of the timeline as fits, then how much more there
 * is. The title names nobody: it becomes the title of the file. */
#include "bjt-person-sheet.h"

#include "base/bjt-text.h"
#include "bjt-form-sheet.h"
#include "rules/bjt-task-due.h"

#define BLANK_LINES 4
#define MAX_LINES 4 /* of needs, helpers, tasks each */

typedef struct
{
  const BjtPersonFile *file;
  BjtFormSheet        *sheet;
  BjtSheetLanguage     language;
  BjtSheetNames        names;
} Writer;

static const char *
get_word (const Writer *self,
          BjtSheetWord  word)
{
  return bjt_sheet_words_get (self->language, word);
}

static char *
dup_day (BjtDate day)
{
  return day != BJT_DATE_NONE ? bjt_date_dup_string (day) : g_strdup ("—");
}

static char *
dup_name (const Writer *self,
          const char   *name)
{
  if (self->names == BJT_SHEET_NAMES_FULL)
    return g_strdup (name);
  return bjt_text_mask_name (name);
}

static void
add_who (const Writer *self)
{
  const BjtPicturePerson *person = bjt_picture_get_person (self->file->picture, self->file->person);
  int                     age = person->born_on != BJT_DATE_NONE ? bjt_date_get_age (person->born_on, self->file->picture->as_of) : -1;
  g_autofree char        *name = dup_name (self, person->name);
  g_autofree char        *years = age >= 0 ? bjt_sheet_words_format (self->language, BJT_WORD_AGE, age) : NULL;
  const char             *sex = person->sex == BJT_SEX_MALE ? get_word (self, BJT_WORD_MALE) : person->sex == BJT_SEX_FEMALE ? get_word (self, BJT_WORD_FEMALE) : NULL;
  g_autofree char        *who = g_strjoin ("  ", name, sex != NULL ? sex : "—", years, NULL);
  g_autofree char        *phone = self->names == BJT_SHEET_NAMES_FULL ? g_strdup (person->phone) : bjt_text_mask_phone (person->phone);

  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_NAME), who);
  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_PHONE), phone);
}

static void
add_where (const Writer *self)
{
  const BjtPicture *picture = self->file->picture;
  g_autofree char  *door = self->file->door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, self->file->door) : NULL;
  int               class = self->file->household != BJT_NO_INDEX ? bjt_picture_get_household (picture, self->file->household)->household_class : BJT_CLASS_UNKNOWN;
  guint32           grid = self->file->door != BJT_NO_INDEX ? bjt_picture_get_building (picture, bjt_picture_get_door (picture, self->file->door)->building)->grid : BJT_NO_INDEX;
  g_autofree char  *number = grid != BJT_NO_INDEX ? bjt_sheet_words_format (self->language, BJT_WORD_GRID, bjt_picture_get_grid (picture, grid)->number) : NULL;
  g_autofree char  *where = g_strjoin (" · ", door != NULL ? door : "—", get_word (self, BJT_WORD_CLASS_UNKNOWN + (BjtSheetWord) class), number, NULL);

  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_ADDRESS), where);
}

static void
add_categories (const Writer *self)
{
  const BjtPicture *picture = self->file->picture;
  BjtCategorySet    rest = bjt_picture_get_person (picture, self->file->person)->categories;
  g_autoptr (GString) text = g_string_new (NULL);

  for (; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest));

      if (category->is_restricted)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", category->name);
      if (category->tier >= BJT_TIER_KEY)
        g_string_append_printf (text, "（%s）", get_word (self, category->tier == BJT_TIER_HIGH_RISK ? BJT_WORD_HIGH_RISK : BJT_WORD_URGENT));
    }
  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_CATEGORIES), text->str);
}

static void
add_cadence (const Writer *self)
{
  const BjtPersonFile         *file = self->file;
  const BjtPictureCadenceRule *rule = file->due_rule != BJT_NO_INDEX ? bjt_picture_get_cadence_rule (file->picture, file->due_rule) : NULL;
  gboolean is_hidden = rule != NULL && rule->category != BJT_NO_INDEX && bjt_picture_get_category (file->picture, rule->category)->is_restricted;
  g_autofree char *due = dup_day (file->due_on);
  g_autofree char *last = dup_day (file->last_contact_on);
  const char      *why = rule != NULL ? (is_hidden ? NULL : rule->name) : file->due_on != BJT_DATE_NONE ? get_word (self, BJT_WORD_AGREED) : NULL;
  g_autofree char *text = g_strdup_printf ("%s%s%s", due, why != NULL ? " · " : "", why != NULL ? why : "");

  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_NEXT_VISIT), text);
  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_LAST_CONTACT), last);
}

static void
add_more (const Writer *self,
          guint         n)
{
  g_autofree char *text = bjt_sheet_words_format (self->language, BJT_WORD_MORE_ENTRIES, n);

  if (n > 0)
    bjt_form_sheet_add_remark (self->sheet, text);
}

static void
add_line (const Writer *self,
          const char   *first,
          const char   *second,
          const char   *third)
{
  static const double widths[] = { 24, 0, 46 };
  const char *const   cells[] = { first, second, third };

  bjt_form_sheet_add_row (self->sheet, widths, cells, G_N_ELEMENTS (cells));
}

static void
add_needs (const Writer *self)
{
  const GPtrArray *needs = self->file->needs;

  if (needs == NULL || needs->len == 0)
    return;
  bjt_form_sheet_add_heading (self->sheet, get_word (self, BJT_WORD_NEEDS));
  for (guint i = 0; i < MIN (needs->len, MAX_LINES); i++)
    {
      const BjtNeed   *need = needs->pdata[i];
      g_autofree char *noted = dup_day (need->noted_on);
      g_autofree char *settled = need->settled_on != BJT_DATE_NONE ? dup_day (need->settled_on) : NULL;
      g_autofree char *state = settled != NULL ? bjt_sheet_words_format (self->language, BJT_WORD_SETTLED_ON, settled) : g_strdup (get_word (self, BJT_WORD_NOT_SETTLED));

      add_line (self, noted, need->text, state);
    }
  add_more (self, needs->len - MIN (needs->len, MAX_LINES));
}

static void
add_helpers (const Writer *self)
{
  const GPtrArray *pairings = self->file->pairings;

  if (pairings == NULL || pairings->len == 0)
    return;
  bjt_form_sheet_add_heading (self->sheet, get_word (self, BJT_WORD_HELPERS));
  for (guint i = 0; i < MIN (pairings->len, MAX_LINES); i++)
    {
      const BjtPairing *pairing = pairings->pdata[i];
      const char       *name = bjt_person_file_get_helper_name (self->file, pairing);
      g_autofree char  *from = dup_day (pairing->from_on);
      g_autofree char  *until = pairing->until_on != BJT_DATE_NONE ? dup_day (pairing->until_on) : g_strdup (get_word (self, BJT_WORD_STILL));
      g_autofree char  *who = g_strjoin ("  ", name != NULL ? name : "—", pairing->kind, NULL);
      g_autofree char  *end = g_strdup_printf ("→ %s", until);

      add_line (self, from, who, end);
    }
  add_more (self, pairings->len - MIN (pairings->len, MAX_LINES));
}

static void
add_tasks (const Writer *self)
{
  const GPtrArray *tasks = self->file->tasks;
  guint            n_shown = 0;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      const BjtServiceTask *task = tasks->pdata[i];
      BjtDate               due = bjt_task_due_find (task);
      g_autofree char      *day = dup_day (due);

      if (due == BJT_DATE_NONE || n_shown == MAX_LINES)
        continue;
      if (n_shown++ == 0)
        bjt_form_sheet_add_heading (self->sheet, get_word (self, BJT_WORD_TASKS));
      add_line (self, day, task->title, task->helper_name);
    }
}

/* The words of life events that the rules know; others as they are. */
static const char *
get_event_word (const Writer *self,
                const char   *kind)
{
  static const struct
  {
    const char  *kind;
    BjtSheetWord word;
  } known[] = {
    { "discharged", BJT_WORD_EVENT_DISCHARGED }, { "bereaved", BJT_WORD_EVENT_BEREAVED }, { "fallen-ill", BJT_WORD_EVENT_FALLEN_ILL },
    { "released", BJT_WORD_EVENT_RELEASED }, { "new-tenant", BJT_WORD_EVENT_NEW_TENANT }, { "moved-in", BJT_WORD_EVENT_MOVED_IN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (known[i].kind, kind) == 0)
      return get_word (self, known[i].word);
  return kind;
}

static char *
dup_entry (const Writer       *self,
           const BjtFileEntry *entry)
{
  const BjtVisit     *visit = entry->record;
  const BjtService   *service = entry->record;
  const BjtLifeEvent *event = entry->record;
  const BjtIssue     *issue = entry->record;

  switch (entry->kind)
    {
    case BJT_FILE_VISIT:
      return g_strjoin ("  ", get_word (self, BJT_WORD_OUTCOME_MET + (BjtSheetWord) visit->outcome), visit->note, NULL);
    case BJT_FILE_SERVICE:
      {
        g_autofree char *what = service->count > 1 ? g_strdup_printf ("%s × %d", service->kind, service->count) : g_strdup (service->kind);

        return g_strjoin ("  ", what != NULL ? what : "—", service->note, NULL);
      }
    case BJT_FILE_LIFE_EVENT:
      return g_strjoin ("  ", get_event_word (self, event->kind), event->note, NULL);
    case BJT_FILE_ISSUE:
    default:
      return g_strjoin ("  ", issue->number != NULL ? issue->number : "—", issue->title, get_word (self, BJT_WORD_BOX_REPORTED + (BjtSheetWord) CLAMP (issue->status, 0, 5)), NULL);
    }
}

static const char *
get_by (const Writer       *self,
        const BjtFileEntry *entry)
{
  switch (entry->kind)
    {
    case BJT_FILE_VISIT:
      return bjt_person_file_get_staff_name (self->file, &((const BjtVisit *) entry->record)->staff_id);
    case BJT_FILE_SERVICE:
      return bjt_person_file_get_staff_name (self->file, &((const BjtService *) entry->record)->staff_id);
    case BJT_FILE_LIFE_EVENT:
    case BJT_FILE_ISSUE:
    default:
      return NULL;
    }
}

static void
add_timeline (const Writer *self)
{
  static const double widths[] = { 24, 16, 0, 24 };
  const GArray       *timeline = self->file->timeline;
  guint               room, n;

  bjt_form_sheet_add_heading (self->sheet, get_word (self, BJT_WORD_TIMELINE));
  room = bjt_form_sheet_count_rows_left (self->sheet, BLANK_LINES);
  n = timeline->len <= room ? timeline->len : room > 0 ? room - 1 : 0;
  for (guint i = 0; i < n; i++)
    {
      const BjtFileEntry *entry = &g_array_index (timeline, BjtFileEntry, i);
      g_autofree char    *day = dup_day (entry->on);
      g_autofree char    *what = dup_entry (self, entry);
      const char *const   cells[] = { day, get_word (self, BJT_WORD_ENTRY_VISIT + (BjtSheetWord) entry->kind), what, get_by (self, entry) };

      bjt_form_sheet_add_row (self->sheet, widths, cells, G_N_ELEMENTS (cells));
    }
  if (timeline->len == 0)
    bjt_form_sheet_add_remark (self->sheet, get_word (self, BJT_WORD_NO_ENTRIES));
  add_more (self, timeline->len - n);
}

/**
 * bjt_person_sheet_new:
 *
 * Returns: (transfer full) (nullable): one page
 */
BjtSheet *
bjt_person_sheet_new (const BjtPersonFile       *file,
                      const BjtGridSheetOptions *options,
                      GError                   **error)
{
  Writer self = { file, NULL, options->language, options->names };

  self.sheet = bjt_form_sheet_new (file->picture, get_word (&self, BJT_WORD_PERSON_TITLE), file->picture->community.name, options, error);
  if (self.sheet == NULL)
    return NULL;
  add_who (&self);
  add_where (&self);
  add_categories (&self);
  add_cadence (&self);
  add_needs (&self);
  add_helpers (&self);
  add_tasks (&self);
  add_timeline (&self);
  bjt_form_sheet_add_heading (self.sheet, get_word (&self, BJT_WORD_PEN_NOTES));
  bjt_form_sheet_fill_blank_lines (self.sheet, BLANK_LINES);
  bjt_form_sheet_add_signatures (self.sheet, get_word (&self, BJT_WORD_SIGN_VISITOR), get_word (&self, BJT_WORD_SIGN_RESIDENT));
  return BJT_SHEET (self.sheet);
}
