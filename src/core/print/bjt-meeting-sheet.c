/* bjt-meeting-sheet.c: each topic with its facts; then what was decided, or lines to
 * write it on, beside them where it is. */
#include "bjt-meeting-sheet.h"

#include <math.h>

#include "bjt-form-sheet.h"
#include "bjt-map-extract.h"
#include "geo/bjt-mercator.h"

#define TOPIC_LINES 3
#define LAST_LINES 2
#define EXTRACT_HEIGHT 38.0 /* mm */
#define EXTRACT_WIDTH 78.0
#define TOPIC_HEAD 15.0

typedef struct
{
  BjtFormSheet     *sheet;
  const BjtMeeting *meeting;
  BjtSheetLanguage  language;
  BjtPicture       *picture;
  BjtMapPainter    *streets; /* made when the first extract needs it */
} Writer;

static const char *
get_word (const Writer *self,
          BjtSheetWord  word)
{
  return bjt_sheet_words_get (self->language, word);
}

static void
add_head (const Writer *self)
{
  const BjtMeeting *meeting = self->meeting;
  g_autofree char  *day = bjt_date_dup_string (meeting->held_on);

  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_MEETING_DAY), day);
  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_MEETING_PLACE), meeting->place);
  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_MEETING_CHAIR), meeting->chair);
  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_MEETING_ATTENDEES), meeting->attendees);
  if (meeting->note != NULL && *meeting->note != '\0')
    bjt_form_sheet_add_paragraph (self->sheet, meeting->note);
}

static char *
dup_task (const Writer          *self,
          const BjtMeetingTopic *topic)
{
  g_autofree char *day = topic->due_on != BJT_DATE_NONE ? bjt_date_dup_string (topic->due_on) : NULL;

  if (day == NULL && topic->responsible == NULL)
    return NULL;
  return bjt_sheet_words_format (self->language, BJT_WORD_MEETING_TASK, topic->responsible != NULL ? topic->responsible : "—", day != NULL ? day : "—");
}

static void
add_decision (const Writer          *self,
              const BjtMeetingTopic *topic)
{
  g_autofree char *task = dup_task (self, topic);
  g_autofree char *votes = topic->votes_for + topic->votes_against > 0
                             ? bjt_sheet_words_format (self->language, BJT_WORD_MEETING_VOTES, topic->votes_for, topic->votes_against) : NULL;

  bjt_form_sheet_add_fact (self->sheet, get_word (self, BJT_WORD_MEETING_DECISION), topic->decision);
  if (votes != NULL)
    bjt_form_sheet_add_fact (self->sheet, "", votes);
  if (task != NULL)
    bjt_form_sheet_add_fact (self->sheet, "", task);
}

/* To write the decision on. */
static void
add_lines (const Writer *self)
{
  static const double widths[] = { 24, 0 };

  for (guint i = 0; i < TOPIC_LINES; i++)
    {
      const char *const cells[] = { i == 0 ? get_word (self, BJT_WORD_MEETING_DECISION) : "", "" };

      bjt_form_sheet_add_row (self->sheet, widths, cells, G_N_ELEMENTS (cells));
    }
}

/* Where the issue is: its building, or the middle of its place. */
static gboolean
find_place (const Writer   *self,
            const BjtIssue *issue,
            guint32        *building,
            BjtPoint       *place)
{
  const BjtPicture *picture = self->picture;
  guint32           door = bjt_picture_find_door (picture, &issue->door_id), entrance = bjt_picture_find_entrance (picture, &issue->entrance_id);

  *building = door != BJT_NO_INDEX       ? bjt_picture_get_door (picture, door)->building
              : entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, entrance)->building
                                         : bjt_picture_find_building (picture, &issue->building_id);
  if (*building != BJT_NO_INDEX)
    *place = bjt_mercator_unproject (bjt_picture_get_building (picture, *building)->centre);
  else if (issue->place != NULL && issue->place->n_points > 0)
    *place = bjt_geometry_get_centroid (issue->place);
  else
    return FALSE;
  return isfinite (place->x) && isfinite (place->y);
}

/* Lines for the decision, and the map beside them. */
static void
draw_extract (const BjtSheetPen *pen,
              const BjtBox      *box,
              gpointer           data)
{
  double k = pen->k, right = box->x2 - (EXTRACT_WIDTH + 6) * k;

  bjt_map_extract_draw (data, pen, &(BjtBox) { box->x2 - EXTRACT_WIDTH * k, box->y1 + 1 * k, box->x2, box->y2 - 2 * k });
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_text (pen, bjt_sheet_pen_word (pen, BJT_WORD_MEETING_DECISION), box->x1, box->y1 + 5 * k, 3.5, BJT_PEN_LEFT);
  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  for (double y = box->y1 + 8.5 * k; y < box->y2; y += 9 * k)
    bjt_sheet_pen_line (pen, (BjtPoint) { box->x1, y }, (BjtPoint) { right, y }, 0.2);
}

/* FALSE: it is nowhere on the map. */
static gboolean
add_extract (Writer         *self,
             const BjtIssue *issue)
{
  guint32  building;
  BjtPoint place;

  if (issue == NULL || !find_place (self, issue, &building, &place))
    return FALSE;
  if (self->streets == NULL)
    self->streets = bjt_map_painter_new (self->picture);
  bjt_form_sheet_add_drawing (self->sheet, EXTRACT_HEIGHT, draw_extract, bjt_map_extract_new (self->picture, self->streets, building, place),
                              (GDestroyNotify) bjt_map_extract_free);
  return TRUE;
}

static void
add_item (Writer               *self,
          const BjtMeetingItem *item,
          guint                 place)
{
  g_autofree char *heading = bjt_sheet_words_format (self->language, BJT_WORD_MEETING_TOPIC, place, item->topic->title != NULL ? item->topic->title : "—");
  g_autofree char *facts = item->issue != NULL
                             ? bjt_sheet_words_format (self->language, BJT_WORD_MEETING_ISSUE, item->issue->number, item->place != NULL ? item->place : "—",
                                                       get_word (self, BJT_WORD_BOX_REPORTED + (BjtSheetWord) item->issue->status))
                             : NULL;

  if (item->topic->decision == NULL)
    bjt_form_sheet_keep (self->sheet, TOPIC_HEAD + EXTRACT_HEIGHT);
  bjt_form_sheet_add_heading (self->sheet, heading);
  if (facts != NULL)
    bjt_form_sheet_add_remark (self->sheet, facts);
  if (item->topic->decision != NULL)
    add_decision (self, item->topic);
  else if (!add_extract (self, item->issue))
    add_lines (self);
}

static void
add_tasks (const Writer    *self,
           const GPtrArray *tasks)
{
  if (tasks == NULL || tasks->len == 0)
    return;
  bjt_form_sheet_add_heading (self->sheet, get_word (self, BJT_WORD_MEETING_OPEN));
  for (guint i = 0; i < tasks->len; i++)
    {
      static const double    widths[] = { 0, 70 };
      const BjtMeetingTopic *topic = tasks->pdata[i];
      g_autofree char       *task = dup_task (self, topic);
      g_autofree char       *what = g_strjoin (" · ", topic->title != NULL ? topic->title : "—", topic->decision, NULL);
      const char *const      cells[] = { what, task };

      bjt_form_sheet_add_row (self->sheet, widths, cells, G_N_ELEMENTS (cells));
    }
}

/**
 * bjt_meeting_sheet_new:
 *
 * Returns: (transfer full) (nullable): as many pages as it takes
 */
BjtSheet *
bjt_meeting_sheet_new (BjtPicture                *picture,
                       const BjtMeeting          *meeting,
                       const GArray              *items,
                       const GPtrArray           *tasks,
                       const BjtGridSheetOptions *options,
                       GError                   **error)
{
  Writer           self = { .meeting = meeting, .language = options->language, .picture = picture };
  const char      *kind = get_word (&self, meeting->is_held ? BJT_WORD_MEETING_MINUTES : BJT_WORD_MEETING_AGENDA);
  g_autofree char *title = g_strjoin (" ", meeting->kind != NULL ? meeting->kind : picture->community.name, kind, NULL);

  self.sheet = bjt_form_sheet_new (picture, title, meeting->title != NULL ? meeting->title : picture->community.name, options, error);
  if (self.sheet == NULL)
    return NULL;
  add_head (&self);
  add_tasks (&self, tasks);
  for (guint i = 0; i < items->len; i++)
    add_item (&self, &g_array_index (items, BjtMeetingItem, i), i + 1);
  g_clear_pointer (&self.streets, bjt_map_painter_unref);
  bjt_form_sheet_fill_blank_lines (self.sheet, LAST_LINES);
  bjt_form_sheet_add_signatures (self.sheet, get_word (&self, BJT_WORD_SIGN_CHAIR), get_word (&self, BJT_WORD_SIGN_CLERK));
  return BJT_SHEET (self.sheet);
}
