/* bjt-today-line.c: an index into the picture of the moment. How the last visit
 * ended stands not in the picture: it is read when it is asked for, once. */
#include "bjt-today-line.h"

#include <string.h>

#define UNREAD (-2)

struct _BjtTodayLine
{
  GObject parent_instance;

  /* Owned */
  BjtWorkspace *workspace;
  BjtPicture   *picture;

  /* State */
  BjtTodayEntry entry;
  int           outcome;
};

G_DEFINE_FINAL_TYPE (BjtTodayLine, bjt_today_line, G_TYPE_OBJECT)

static guint changed_signal;

static void
bjt_today_line_finalize (GObject *object)
{
  BjtTodayLine *self = BJT_TODAY_LINE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  G_OBJECT_CLASS (bjt_today_line_parent_class)->finalize (object);
}

static void
bjt_today_line_class_init (BjtTodayLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_today_line_finalize;
  changed_signal = g_signal_new ("changed", BJT_TYPE_TODAY_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_today_line_init (BjtTodayLine *self)
{
  self->outcome = UNREAD;
}

BjtTodayLine *
bjt_today_line_new (BjtWorkspace        *workspace,
                    BjtPicture          *picture,
                    const BjtTodayEntry *entry)
{
  BjtTodayLine *self = g_object_new (BJT_TYPE_TODAY_LINE, NULL);

  self->workspace = g_object_ref (workspace);
  self->picture = bjt_picture_ref (picture);
  self->entry = *entry;
  return self;
}

static const BjtPictureDoorState *
get_state (BjtTodayLine *self)
{
  return bjt_picture_get_door_state (self->picture, self->entry.index);
}

/* Lines of doors read much, so they tell only what is really another. */
static gboolean
is_same (BjtTodayLine        *self,
         BjtPicture          *picture,
         const BjtTodayEntry *entry)
{
  if (self->entry.kind != BJT_TODAY_DOOR || entry->kind != BJT_TODAY_DOOR || picture->as_of != self->picture->as_of || picture->persons != self->picture->persons)
    return FALSE;
  return memcmp (get_state (self), bjt_picture_get_door_state (picture, entry->index), sizeof (BjtPictureDoorState)) == 0;
}

void
bjt_today_line_update (BjtTodayLine        *self,
                       BjtPicture          *picture,
                       const BjtTodayEntry *entry)
{
  gboolean same = is_same (self, picture, entry);

  bjt_picture_ref (picture);
  bjt_picture_unref (self->picture);
  self->picture = picture;
  self->entry = *entry;
  if (same)
    return;
  self->outcome = UNREAD;
  g_signal_emit (self, changed_signal, 0);
}

BjtPicture *
bjt_today_line_get_picture (BjtTodayLine *self)
{
  return self->picture;
}

const BjtTodayEntry *
bjt_today_line_get_entry (BjtTodayLine *self)
{
  return &self->entry;
}

guint32
bjt_today_line_get_door (BjtTodayLine *self)
{
  if (self->entry.kind == BJT_TODAY_DOOR)
    return self->entry.index;
  return self->entry.kind == BJT_TODAY_ISSUE ? bjt_picture_get_issue (self->picture, self->entry.index)->door : BJT_NO_INDEX;
}

gboolean
bjt_today_line_is_visited (BjtTodayLine *self)
{
  return self->entry.kind == BJT_TODAY_DOOR && get_state (self)->last_visit_on == self->picture->as_of;
}

gboolean
bjt_today_line_is_met (BjtTodayLine *self)
{
  return self->entry.kind == BJT_TODAY_DOOR && get_state (self)->last_contact_on == self->picture->as_of;
}

static int
read_outcome (BjtTodayLine *self)
{
  const BjtPictureDoorState *state = get_state (self);
  g_autoptr (GPtrArray) visits = NULL;

  if (state->last_visit_on == BJT_DATE_NONE || (state->last_visit_on != self->picture->as_of && state->last_visit_on <= state->last_contact_on))
    return -1;
  visits = bjt_workspace_list_visits (self->workspace, &bjt_picture_get_door (self->picture, self->entry.index)->id, 1, NULL);
  return visits != NULL && visits->len > 0 ? ((BjtVisit *) visits->pdata[0])->outcome : -1;
}

int
bjt_today_line_get_outcome (BjtTodayLine *self)
{
  g_return_val_if_fail (self->entry.kind == BJT_TODAY_DOOR, -1);
  if (self->outcome == UNREAD)
    self->outcome = read_outcome (self);
  return self->outcome;
}
