/* bjt-ledger-list.c: the lines in use are found by the key of their issue, and
 * leave that table when nobody holds them any more. */
#include "bjt-ledger-list.h"

struct _BjtLedgerList
{
  GObject parent_instance;

  /* Owned */
  BjtLedger  *ledger;  /* NULL: nothing is shown yet */
  GArray     *indices; /* guint32 */
  GHashTable *lines;   /* BjtUuid → BjtLedgerLine, borrowed */

  /* State */
  BjtLedgerFilter clock; /* its moments alone */
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

static gpointer
get_item (GListModel *model,
          guint       position)
{
  BjtLedgerList *self = BJT_LEDGER_LIST (model);
  BjtLedgerLine *line;
  const BjtUuid *id;

  if (position >= self->indices->len)
    return NULL;
  id = &get_issue (self, position)->id;
  line = g_hash_table_lookup (self->lines, id);
  if (line != NULL)
    return g_object_ref (line);
  line = bjt_ledger_line_new (self->ledger, g_array_index (self->indices, guint32, position), &self->clock);
  g_hash_table_insert (self->lines, g_memdup2 (id, sizeof *id), line);
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
  self->lines = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);
}

BjtLedgerList *
bjt_ledger_list_new (void)
{
  return g_object_new (BJT_TYPE_LEDGER_LIST, NULL);
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

/* Those whose issue is gone stay as they were until they are let go. */
static void
update_lines (BjtLedgerList *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    g_ptr_array_add (lines, g_object_ref (line));
  for (guint i = 0; i < lines->len; i++)
    {
      guint32 index = bjt_ledger_find_issue (self->ledger, &bjt_ledger_line_get_issue (lines->pdata[i])->id);

      if (index != BJT_NO_INDEX)
        bjt_ledger_line_update (lines->pdata[i], self->ledger, index, &self->clock);
    }
}

void
bjt_ledger_list_show (BjtLedgerList         *self,
                      BjtLedger             *ledger,
                      const BjtLedgerFilter *filter,
                      BjtLedgerSort          order)
{
  g_autoptr (GArray) old_indices = self->indices;
  g_autoptr (BjtLedger) old_ledger = self->ledger;
  Side old, new;
  guint first = 0, last = 0;

  self->ledger = bjt_ledger_ref (ledger);
  self->indices = bjt_ledger_filter_list (filter, ledger, order);
  bjt_ledger_filter_init (&self->clock);
  self->clock.now = filter->now;
  self->clock.soon_until = filter->soon_until;
  old = (Side) { old_ledger, old_indices };
  new = (Side) { self->ledger, self->indices };
  while (first < old.indices->len && first < new.indices->len && is_same (&old, first, &new, first))
    first++;
  while (last < old.indices->len - first && last < new.indices->len - first
         && is_same (&old, old.indices->len - 1 - last, &new, new.indices->len - 1 - last))
    last++;
  update_lines (self);
  if (old.indices->len != first + last || new.indices->len != first + last)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old.indices->len - first - last, new.indices->len - first - last);
}

void
bjt_ledger_list_touch (BjtLedgerList *self)
{
  if (self->ledger != NULL)
    update_lines (self);
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
