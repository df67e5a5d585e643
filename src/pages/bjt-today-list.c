/* bjt-today-list.c: makes the entries anew with each picture, a few
 * milliseconds for thousands of doors, and keeps the lines at both ends that
 * are about the same: after a visit that is all of them. */
#include "bjt-today-list.h"

#include <gio/gio.h>

#include "rules/bjt-due-list.h"
#include "rules/bjt-morning-board.h"

#define WEEK 7
#define MONTH 30

struct _BjtTodayList
{
  GObject parent_instance;

  /* Owned */
  BjtWorkspace *workspace;
  GPtrArray    *lines;
};

/* What the entries are made of. */
typedef struct
{
  BjtPicture   *picture;
  BjtTodayScope scope;
  GArray       *entries;
  guint         building; /* position of the last heading; G_MAXUINT: none */
  guint         entrance;
} Making;

static GType
get_item_type (GListModel *model)
{
  return BJT_TYPE_TODAY_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return BJT_TODAY_LIST (model)->lines->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  BjtTodayLine *line = bjt_today_list_get_line (BJT_TODAY_LIST (model), position);

  return line != NULL ? g_object_ref (line) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BjtTodayList, bjt_today_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bjt_today_list_finalize (GObject *object)
{
  BjtTodayList *self = BJT_TODAY_LIST (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bjt_today_list_parent_class)->finalize (object);
}

static void
bjt_today_list_class_init (BjtTodayListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_today_list_finalize;
}

static void
bjt_today_list_init (BjtTodayList *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

BjtTodayList *
bjt_today_list_new (BjtWorkspace *workspace)
{
  BjtTodayList *self = g_object_new (BJT_TYPE_TODAY_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

/* Entries */

static guint
add_entry (Making      *making,
           BjtTodayKind kind,
           guint32      index)
{
  BjtTodayEntry entry = { .kind = kind, .index = index, .last_contact = BJT_DATE_NONE };

  g_array_append_val (making->entries, entry);
  return making->entries->len - 1;
}

static void
ensure_heading (Making      *making,
                guint       *position,
                BjtTodayKind kind,
                guint32      index)
{
  if (*position != G_MAXUINT && g_array_index (making->entries, BjtTodayEntry, *position).index == index)
    return;
  *position = index != BJT_NO_INDEX ? add_entry (making, kind, index) : G_MAXUINT;
  if (kind == BJT_TODAY_BUILDING)
    making->entrance = G_MAXUINT;
}

static void
count_below (Making  *making,
             guint    position,
             gboolean is_visited)
{
  BjtTodayEntry *heading = position != G_MAXUINT ? &g_array_index (making->entries, BjtTodayEntry, position) : NULL;

  if (heading == NULL)
    return;
  heading->n_doors++;
  heading->n_left += !is_visited;
}

static gboolean
is_in_scope (BjtTodayScope     scope,
             const BjtDueLine *line)
{
  if (scope == BJT_TODAY_EXACTLY)
    return line->days_late == 0;
  return scope != BJT_TODAY_OVERDUE || line->days_late > 0;
}

static void
add_doors (Making            *making,
           const BjtDueQuery *query)
{
  g_autoptr (GArray) lines = bjt_due_list_find (making->picture, query);

  for (guint i = 0; i < lines->len; i++)
    {
      const BjtDueLine     *line = &g_array_index (lines, BjtDueLine, i);
      const BjtPictureDoor *door = bjt_picture_get_door (making->picture, line->door);
      gboolean is_visited = bjt_picture_get_door_state (making->picture, line->door)->last_visit_on == making->picture->as_of;

      if (!is_visited && !is_in_scope (making->scope, line))
        continue;
      ensure_heading (making, &making->building, BJT_TODAY_BUILDING, door->building);
      ensure_heading (making, &making->entrance, BJT_TODAY_ENTRANCE, door->entrance);
      count_below (making, making->building, is_visited);
      count_below (making, making->entrance, is_visited);
      add_entry (making, BJT_TODAY_DOOR, line->door);
    }
}

static void
add_quiet_grids (Making            *making,
                 const BjtDueQuery *query)
{
  g_autofree BjtDate *contacts = bjt_morning_board_list_contacts (making->picture);
  BjtDueQuery of_grid = *query;

  for (of_grid.grid = 0; of_grid.grid < making->picture->grids->len; of_grid.grid++)
    {
      guint heading;

      if ((query->grid != BJT_NO_INDEX && query->grid != of_grid.grid)
          || !bjt_morning_board_is_quiet (making->picture, of_grid.grid, contacts[of_grid.grid]))
        continue;
      heading = add_entry (making, BJT_TODAY_GRID, of_grid.grid);
      g_array_index (making->entries, BjtTodayEntry, heading).last_contact = contacts[of_grid.grid];
      making->building = making->entrance = G_MAXUINT;
      add_doors (making, &of_grid);
    }
}

static void
add_issues (Making *making,
            guint32 grid)
{
  for (guint32 i = 0; i < making->picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (making->picture, i);

      if (bjt_morning_board_get_issue_time (making->picture, issue) != BJT_ISSUE_TIME_ENOUGH
          && (grid == BJT_NO_INDEX || bjt_morning_board_get_issue_grid (making->picture, issue) == grid))
        add_entry (making, BJT_TODAY_ISSUE, i);
    }
}

/* Lines */

static gboolean
is_about (BjtTodayLine        *line,
          const BjtTodayEntry *entry)
{
  const BjtTodayEntry *own = bjt_today_line_get_entry (line);

  return own->kind == entry->kind && own->index == entry->index;
}

static void
take_entries (BjtTodayList *self,
              BjtPicture   *picture,
              GArray       *entries)
{
  const BjtTodayEntry *all = (const BjtTodayEntry *) (gpointer) entries->data;
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->lines);
  guint head = 0, tail = 0, shorter = MIN (old->len, entries->len);

  while (head < shorter && is_about (old->pdata[head], all + head))
    head++;
  while (tail < shorter - head && is_about (old->pdata[old->len - 1 - tail], all + entries->len - 1 - tail))
    tail++;
  self->lines = g_ptr_array_new_full (entries->len, g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    {
      gboolean is_kept = i < head || i >= entries->len - tail;

      g_ptr_array_add (self->lines, is_kept ? g_object_ref (old->pdata[i < head ? i : old->len - (entries->len - i)])
                                            : bjt_today_line_new (self->workspace, picture, all + i));
    }
  if (old->len > head + tail || entries->len > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, entries->len - head - tail);
  for (guint i = 0; i < entries->len; i++)
    if (i < head || i >= entries->len - tail)
      bjt_today_line_update (self->lines->pdata[i], picture, all + i);
}

/**
 * bjt_today_list_show:
 * @grid: BJT_NO_INDEX: all
 * @tier: BjtTier at least; 0: any
 */
void
bjt_today_list_show (BjtTodayList *self,
                     BjtPicture   *picture,
                     BjtTodayScope scope,
                     guint32       grid,
                     int           tier)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (BjtTodayEntry));
  Making making = { picture, scope, entries, G_MAXUINT, G_MAXUINT };
  BjtDueQuery query = BJT_DUE_QUERY_ALL;

  query.grid = grid;
  query.tier = tier;
  query.with_visited = TRUE;
  query.within_days = scope == BJT_TODAY_WEEK ? WEEK : scope == BJT_TODAY_QUIET ? MONTH : 0;
  if (scope == BJT_TODAY_ISSUES)
    add_issues (&making, grid);
  else if (scope == BJT_TODAY_QUIET)
    add_quiet_grids (&making, &query);
  else
    add_doors (&making, &query);
  take_entries (self, picture, entries);
}

BjtTodayLine *
bjt_today_list_get_line (BjtTodayList *self,
                         guint         position)
{
  return position < self->lines->len ? self->lines->pdata[position] : NULL;
}

guint
bjt_today_list_find_door (BjtTodayList *self,
                          guint32       door)
{
  for (guint i = 0; i < self->lines->len && door != BJT_NO_INDEX; i++)
    if (bjt_today_line_get_door (self->lines->pdata[i]) == door)
      return i;
  return G_MAXUINT;
}

void
bjt_today_list_touch (BjtTodayList *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    g_signal_emit_by_name (self->lines->pdata[i], "changed");
}
