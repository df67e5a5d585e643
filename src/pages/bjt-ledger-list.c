/* bjt-ledger-list.c: the lines in use are found by their position, and leave that
 * table when nobody holds them any more. A small change moves lines with their
 * issues; after a large one, as when a filter is typed, each line stays where it
 * is and says something else: making a row costs more than drawing it again. */
#include "bjt-ledger-list.h"

#include "workspace/bjt-workspace-calendar.h"

#define SMALL_CHANGE 64

struct _BjtLedgerList
{
  GObject parent_instance;

  /* Owned */
  BjtWorkspace *workspace;
  BjtLedger    *ledger;  /* NULL: nothing is shown yet */
  GArray       *indices; /* guint32 */
  GHashTable   *lines;   /* position → BjtLedgerLine, borrowed */

  /* State */
  gint64 now;
  gint64 soon_until;
};

static GType
get_item_type (GListModel *model)
{
  return BJT_TYPE_LEDGER_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return BJT_LEDGER_LIST (model)->indices->len;
}

static void
line_gone_cb (gpointer user_data,
              GObject *line)
{
  GHashTable *lines = user_data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == line)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static BjtLedgerIssue *
get_issue (BjtLedgerList *self,
           guint          position)
{
  return bjt_ledger_get_issue (self->ledger, g_array_index (self->indices, guint32, position));
}

static BjtLedgerMoment
get_moment (BjtLedgerList *self)
{
  return (BjtLedgerMoment) { self->now, self->soon_until, bjt_workspace_get_calendar (self->workspace) };
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  BjtLedgerList *self = BJT_LEDGER_LIST (model);
  BjtLedgerMoment moment;
  BjtLedgerLine *line;

  if (position >= self->indices->len)
    return NULL;
  line = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (position));
  if (line != NULL)
    return g_object_ref (line);
  moment = get_moment (self);
  line = bjt_ledger_line_new (self->ledger, g_array_index (self->indices, guint32, position), &moment);
  g_hash_table_insert (self->lines, GUINT_TO_POINTER (position), line);
  g_object_weak_ref (G_OBJECT (line), line_gone_cb, self->lines);
  return line;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BjtLedgerList, bjt_ledger_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
forget_lines (BjtLedgerList *self)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    {
      g_object_weak_unref (line, line_gone_cb, self->lines);
      g_hash_table_iter_remove (&iter);
    }
}

static void
bjt_ledger_list_finalize (GObject *object)
{
  BjtLedgerList *self = BJT_LEDGER_LIST (object);

  forget_lines (self);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->indices, g_array_unref);
  bjt_ledger_unref (self->ledger);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bjt_ledger_list_parent_class)->finalize (object);
}

static void
bjt_ledger_list_class_init (BjtLedgerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_ledger_list_finalize;
}

static void
bjt_ledger_list_init (BjtLedgerList *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lines = g_hash_table_new (NULL, NULL);
}

BjtLedgerList *
bjt_ledger_list_new (BjtWorkspace *workspace)
{
  BjtLedgerList *self = g_object_new (BJT_TYPE_LEDGER_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

/* Two ledgers' issues at a position from the start, or from the end. */
typedef struct
{
  const BjtLedger *ledger;
  const GArray    *indices;
} Side;

static gboolean
is_same (const Side *a,
         guint       at_a,
         const Side *b,
         guint       at_b)
{
  return bjt_uuid_equal (&bjt_ledger_get_issue (a->ledger, g_array_index (a->indices, guint32, at_a))->id,
                         &bjt_ledger_get_issue (b->ledger, g_array_index (b->indices, guint32, at_b))->id);
}

/* Held, as what they tell others may let some go. */
static GPtrArray *
hold_lines (BjtLedgerList *self,
            GArray        *positions) /* guint, of each */
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer position, line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &position, &line))
    {
      guint at = GPOINTER_TO_UINT (position);

      g_ptr_array_add (lines, g_object_ref (line));
      if (positions != NULL)
        g_array_append_val (positions, at);
    }
  return lines;
}

/* What the model says changed. */
typedef struct
{
  guint first;
  guint n_removed;
  guint n_added;
} Change;

/* Lines that were removed stay as they were until they are let go. */
static void
move_lines (BjtLedgerList *self,
            Change         change)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) lines = hold_lines (self, positions);
  const BjtLedgerMoment moment = get_moment (self);

  forget_lines (self);
  for (guint i = 0; i < lines->len; i++)
    {
      guint at = g_array_index (positions, guint, i);

      if (at >= change.first && at < change.first + change.n_removed)
        continue;
      if (at >= change.first)
        at = at - change.n_removed + change.n_added;
      g_hash_table_insert (self->lines, GUINT_TO_POINTER (at), lines->pdata[i]);
      g_object_weak_ref (lines->pdata[i], line_gone_cb, self->lines);
      bjt_ledger_line_update (lines->pdata[i], self->ledger, g_array_index (self->indices, guint32, at), &moment);
    }
}

static Change
find_change (const Side *old,
             const Side *new)
{
  guint n_old = old->indices->len, n_new = new->indices->len, first = 0, last = 0, least = MIN (n_old, n_new);

  while (first < least && is_same (old, first, new, first))
    first++;
  while (last < least - first && is_same (old, n_old - 1 - last, new, n_new - 1 - last))
    last++;
  if (n_old - first - last <= SMALL_CHANGE && n_new - first - last <= SMALL_CHANGE)
    return (Change) { first, n_old - first - last, n_new - first - last };
  return (Change) { least, n_old - least, n_new - least };
}

void
bjt_ledger_list_show (BjtLedgerList         *self,
                      BjtLedger             *ledger,
                      const BjtLedgerFilter *filter,
                      BjtLedgerSort          order)
{
  g_autoptr (GArray) old_indices = self->indices;
  g_autoptr (BjtLedger) old_ledger = self->ledger;
  Change change;

  self->ledger = bjt_ledger_ref (ledger);
  self->indices = bjt_ledger_filter_list (filter, ledger, order);
  self->now = filter->now;
  self->soon_until = filter->soon_until;
  change = find_change (&(const Side) { old_ledger, old_indices }, &(const Side) { self->ledger, self->indices });
  move_lines (self, change);
  if (change.n_removed > 0 || change.n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), change.first, change.n_removed, change.n_added);
}

void
bjt_ledger_list_touch (BjtLedgerList *self)
{
  g_autoptr (GPtrArray) lines = hold_lines (self, NULL);

  for (guint i = 0; i < lines->len; i++)
    bjt_ledger_line_touch (lines->pdata[i]);
}

guint
bjt_ledger_list_find (BjtLedgerList *self,
                      const BjtUuid *id)
{
  for (guint i = 0; i < self->indices->len; i++)
    if (bjt_uuid_equal (&get_issue (self, i)->id, id))
      return i;
  return G_MAXUINT;
}
