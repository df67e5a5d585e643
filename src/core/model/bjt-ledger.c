/* bjt-ledger.c: the arrays, their order, look-ups by key and by word. Not
 * thread-safe while it is filled; afterwards any thread that holds a reference
 * may read. Finishing is linear but for the sorting of issues that do not come
 * in their order. */
#include "bjt-ledger.h"

#include "bjt-area.h"
#include "geo/bjt-mercator.h"

#include <math.h>
#include <string.h>

/* Strings are only ever added, so what shares them may be read meanwhile. */
typedef struct
{
  gatomicrefcount references;
  GMutex          lock;
  GStringChunk   *chunk;
  GHashTable     *words; /* text → itself */
} Strings;

typedef struct
{
  BjtLedgerParts part;
  gsize          offset; /* of the array in BjtLedger */
  guint          size;   /* of an element */
} Slot;

static const Slot slots[] = {
  { BJT_LEDGER_PART_ISSUES, G_STRUCT_OFFSET (BjtLedger, kinds), sizeof (BjtLedgerKind) },
  { BJT_LEDGER_PART_ISSUES, G_STRUCT_OFFSET (BjtLedger, partners), sizeof (BjtLedgerPartner) },
  { BJT_LEDGER_PART_ISSUES, G_STRUCT_OFFSET (BjtLedger, issues), sizeof (BjtLedgerIssue) },
  { BJT_LEDGER_PART_ORDERS, G_STRUCT_OFFSET (BjtLedger, orders), sizeof (BjtLedgerOrder) },
  { BJT_LEDGER_PART_VISITS, G_STRUCT_OFFSET (BjtLedger, visits), sizeof (BjtLedgerVisit) },
  { BJT_LEDGER_PART_VISITS, G_STRUCT_OFFSET (BjtLedger, meetings), sizeof (BjtLedgerMeeting) },
  { BJT_LEDGER_PART_PATROLS, G_STRUCT_OFFSET (BjtLedger, patrols), sizeof (BjtLedgerPatrol) },
  { BJT_LEDGER_PART_PAIRINGS, G_STRUCT_OFFSET (BjtLedger, pairings), sizeof (BjtLedgerPairing) },
};

static GArray **
get_slot (BjtLedger  *self,
          const Slot *slot)
{
  return G_STRUCT_MEMBER_P (self, slot->offset);
}

static Strings *
strings_new (void)
{
  Strings *self = g_new0 (Strings, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->chunk = g_string_chunk_new (16 * 1024);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
strings_unref (Strings *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->words);
  g_string_chunk_free (self->chunk);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * bjt_ledger_new:
 * @picture: (transfer none): that the indices will belong to
 *
 * Returns: (transfer full): an empty one, to be filled
 */
BjtLedger *
bjt_ledger_new (BjtPicture *picture)
{
  BjtLedger *self = g_new0 (BjtLedger, 1);

  g_atomic_ref_count_init (&self->references);
  self->picture = bjt_picture_ref (picture);
  self->strings = strings_new ();
  self->own_parts = BJT_LEDGER_ALL_PARTS;
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    *get_slot (self, &slots[i]) = g_array_new (FALSE, TRUE, slots[i].size);
  self->sources = g_ptr_array_new ();
  self->departments = g_ptr_array_new ();
  self->issue_index = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  return self;
}

/**
 * bjt_ledger_copy:
 * @picture: of the same ground and people
 * @parts: BjtLedgerParts that will be its own; orders name issues and go with
 *   them
 * @empty: whether those are empty, else as they are
 *
 * Returns: (transfer full): to be filled and finished
 */
BjtLedger *
bjt_ledger_copy (BjtLedger  *self,
                 BjtPicture *picture,
                 guint       parts,
                 gboolean    empty)
{
  BjtLedger *copy = g_memdup2 (self, sizeof *self);
  gboolean   orders_follow = (parts & BJT_LEDGER_PART_ISSUES) != 0 && (parts & BJT_LEDGER_PART_ORDERS) == 0;

  g_atomic_ref_count_init (&copy->references);
  g_atomic_ref_count_inc (&((Strings *) self->strings)->references);
  copy->picture = bjt_picture_ref (picture);
  copy->own_parts = parts | (orders_follow ? BJT_LEDGER_PART_ORDERS : 0);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      GArray **slot = get_slot (copy, &slots[i]);

      if ((copy->own_parts & slots[i].part) == 0)
        g_array_ref (*slot);
      else if (empty && !(orders_follow && slots[i].part == BJT_LEDGER_PART_ORDERS))
        *slot = g_array_new (FALSE, TRUE, slots[i].size);
      else
        *slot = g_array_copy (*slot);
    }
  g_ptr_array_ref (copy->sources);
  g_ptr_array_ref (copy->departments);
  g_hash_table_ref (copy->issue_index);
  return copy;
}

BjtLedger *
bjt_ledger_ref (BjtLedger *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_ledger_unref (BjtLedger *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    g_array_unref (*get_slot (self, &slots[i]));
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->departments);
  g_hash_table_unref (self->issue_index);
  bjt_picture_unref (self->picture);
  strings_unref (self->strings);
  g_free (self);
}

/* Filling */

const char *
bjt_ledger_keep_string (BjtLedger  *self,
                        const char *text)
{
  Strings *strings = self->strings;

  return text == NULL || *text == '\0' ? NULL : g_string_chunk_insert (strings->chunk, text);
}

/**
 * bjt_ledger_keep_word:
 *
 * Returns: (nullable): the same pointer for the same text
 */
const char *
bjt_ledger_keep_word (BjtLedger  *self,
                      const char *text)
{
  Strings *strings = self->strings;
  char    *word;

  if (text == NULL || *text == '\0')
    return NULL;
  g_mutex_lock (&strings->lock);
  word = g_hash_table_lookup (strings->words, text);
  if (word == NULL)
    {
      word = g_string_chunk_insert (strings->chunk, text);
      g_hash_table_add (strings->words, word);
    }
  g_mutex_unlock (&strings->lock);
  return word;
}

static guint32
get_grid (const BjtPicture *picture,
          guint32           building)
{
  return building != BJT_NO_INDEX ? bjt_picture_get_building (picture, building)->grid : BJT_NO_INDEX;
}

/* A door knows its entrance, an entrance its building, a building its grid. */
static void
complete_place (const BjtPicture *picture,
                guint32           door,
                guint32          *entrance,
                guint32          *building,
                guint32          *grid)
{
  if (door != BJT_NO_INDEX)
    {
      *entrance = bjt_picture_get_door (picture, door)->entrance;
      *building = bjt_picture_get_door (picture, door)->building;
    }
  else if (*entrance != BJT_NO_INDEX)
    *building = bjt_picture_get_entrance (picture, *entrance)->building;
  *grid = get_grid (picture, *building);
}

static char *
dup_place_name (const BjtPicture     *picture,
                const BjtLedgerIssue *issue)
{
  g_autofree char *building = NULL;

  if (issue->door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (picture, issue->door);
  if (issue->building == BJT_NO_INDEX)
    return NULL;
  building = bjt_picture_dup_building_name (picture, issue->building);
  if (issue->entrance == BJT_NO_INDEX)
    return g_steal_pointer (&building);
  return g_strdup_printf ("%s-%s", building, bjt_picture_get_entrance (picture, issue->entrance)->label);
}

/**
 * bjt_ledger_place_issue:
 * @issue: has what its record says of its place
 * @place_note: (nullable): 3楼转角
 */
void
bjt_ledger_place_issue (BjtLedger      *self,
                        BjtLedgerIssue *issue,
                        const char     *place_note)
{
  g_autofree char *name = NULL;
  g_autofree char *where = NULL;

  complete_place (self->picture, issue->door, &issue->entrance, &issue->building, &issue->grid);
  issue->compound = issue->building != BJT_NO_INDEX ? bjt_picture_get_building (self->picture, issue->building)->compound : BJT_NO_INDEX;
  if (issue->building == BJT_NO_INDEX && !isnan (issue->place.x))
    {
      BjtPoint at = bjt_mercator_unproject (issue->place);

      issue->grid = bjt_area_kind_find_at (BJT_AREA_GRID, self->picture, at);
      issue->compound = bjt_area_kind_find_at (BJT_AREA_COMPOUND, self->picture, at);
    }
  name = dup_place_name (self->picture, issue);
  if (name != NULL && place_note != NULL && *place_note != '\0')
    where = g_strconcat (name, " ", place_note, NULL);
  issue->where = bjt_ledger_keep_string (self, where != NULL ? where : name != NULL ? name : place_note);
}

void
bjt_ledger_place_order (BjtLedger      *self,
                        BjtLedgerOrder *order)
{
  complete_place (self->picture, order->door, &order->entrance, &order->building, &order->grid);
}

static int
compare_issues (gconstpointer a,
                gconstpointer b)
{
  const BjtLedgerIssue *x = a, *y = b;
  int                   order;

  if (x->reported_on != y->reported_on)
    return x->reported_on < y->reported_on ? -1 : 1;
  order = bjt_picture_compare_labels (x->number, y->number);
  return order != 0 ? order : bjt_uuid_compare (&x->id, &y->id);
}

static void
sort_issues (GArray *issues)
{
  for (guint i = 1; i < issues->len; i++)
    if (compare_issues (&g_array_index (issues, BjtLedgerIssue, i - 1), &g_array_index (issues, BjtLedgerIssue, i)) > 0)
      {
        g_array_sort (issues, compare_issues);
        return;
      }
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_words (const BjtLedger *self,
            gsize            offset)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray  *words = g_ptr_array_new ();
  const char *last = NULL;

  for (guint32 i = 0; i < self->issues->len; i++)
    {
      const char *word = G_STRUCT_MEMBER (const char *, bjt_ledger_get_issue (self, i), offset);

      if (word != NULL && word != last && g_hash_table_add (seen, (gpointer) word))
        g_ptr_array_add (words, (gpointer) word);
      last = word;
    }
  g_ptr_array_sort (words, compare_words);
  return words;
}

static void
index_issues (BjtLedger *self)
{
  g_hash_table_unref (self->issue_index);
  self->issue_index = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  for (guint32 i = 0; i < self->issues->len; i++)
    g_hash_table_insert (self->issue_index, &bjt_ledger_get_issue (self, i)->id, GUINT_TO_POINTER (i + 1));
  for (guint32 i = 0; i < self->issues->len; i++)
    {
      BjtLedgerIssue *issue = bjt_ledger_get_issue (self, i);

      issue->merged_into = bjt_ledger_find_issue (self, &issue->merged_into_id);
    }
}

/**
 * bjt_ledger_finish:
 *
 * After filling: orders, links and looks what words occur.
 */
void
bjt_ledger_finish (BjtLedger *self)
{
  if ((self->own_parts & BJT_LEDGER_PART_ISSUES) != 0)
    {
      sort_issues (self->issues);
      index_issues (self);
      g_ptr_array_unref (self->sources);
      g_ptr_array_unref (self->departments);
      self->sources = list_words (self, G_STRUCT_OFFSET (BjtLedgerIssue, source));
      self->departments = list_words (self, G_STRUCT_OFFSET (BjtLedgerIssue, department));
    }
  for (guint32 i = 0; (self->own_parts & BJT_LEDGER_PART_ORDERS) != 0 && i < self->orders->len; i++)
    {
      BjtLedgerOrder *order = bjt_ledger_get_order (self, i);

      order->issue = bjt_ledger_find_issue (self, &order->issue_id);
    }
  self->own_parts = 0;
}

/* Reading */

guint32
bjt_ledger_find_issue (const BjtLedger *self,
                       const BjtUuid   *id)
{
  if (bjt_uuid_is_nil (id))
    return BJT_NO_INDEX;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->issue_index, id)) - 1; /* 0 - 1 is BJT_NO_INDEX */
}

guint32
bjt_ledger_find_kind (const BjtLedger *self,
                      const char      *code)
{
  for (guint32 i = 0; i < self->kinds->len; i++)
    if (g_strcmp0 (bjt_ledger_get_kind (self, i)->code, code) == 0)
      return i;
  return BJT_NO_INDEX;
}

guint32
bjt_ledger_find_partner (const BjtLedger *self,
                         const BjtUuid   *id)
{
  for (guint32 i = 0; i < self->partners->len; i++)
    if (bjt_uuid_equal (&bjt_ledger_get_partner (self, i)->id, id))
      return i;
  return BJT_NO_INDEX;
}

const char *
bjt_ledger_find_word (const BjtLedger *self,
                      const char      *text)
{
  Strings    *strings = self->strings;
  const char *word;

  g_mutex_lock (&strings->lock);
  word = g_hash_table_lookup (strings->words, text);
  g_mutex_unlock (&strings->lock);
  return word;
}
