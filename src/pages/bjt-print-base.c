/* bjt-print-base.c: the row offers no base map, the painted one and the user's
 * list. The preview and each sheet for paper ask for tiles of their own, since
 * a painting gives up those that another one wants. Main thread. */
#include "bjt-print-base.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-tile-words.h"
#include "workspace/bjt-tile-opener.h"

#define PAINTED "painted"
#define NONE ""

struct _BjtPrintBase
{
  GObject parent_instance;

  /* Owned */
  BjtBaseMaps    *maps;
  char           *chosen; /* id; NULL: none */
  BjtTilePainter *painter;
  GCancellable   *cancellable; /* of the key that is fetched */

  /* Borrowed */
  AdwComboRow *row;

  /* State */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPrintBase, bjt_print_base, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BjtTileEntry *
get_entry (BjtPrintBase *self)
{
  return self->chosen != NULL ? bjt_tile_catalogue_find (bjt_base_maps_get_catalogue (self->maps), self->chosen) : NULL;
}

static void
emit_changed (BjtPrintBase *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns: (transfer full) (nullable): of the entry that is chosen; paper has
 *   many dots, so it wants dense tiles */
static BjtTilePainter *
new_painter (BjtPrintBase *self,
             GError      **error)
{
  const BjtTileEntry *entry = get_entry (self);
  g_autoptr (BjtTileSource) source = NULL;

  if (entry != NULL)
    source = bjt_tile_opener_open_entry (entry, bjt_base_maps_get_services (self->maps), TRUE, error);
  return source != NULL ? bjt_tile_painter_new (source) : NULL;
}

static void
open_chosen (BjtPrintBase *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->painter = new_painter (self, &error);
  if (self->painter != NULL)
    g_signal_connect_object (bjt_tile_painter_get_source (self->painter), "arrived", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  emit_changed (self);
  if (error == NULL)
    return;
  text = bjt_tile_words_explain (error);
  g_signal_emit (self, signals[FAILED], 0, text);
}

static void
key_loaded_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (BjtPrintBase) self = user_data;

  bjt_tile_keyring_load_finish (BJT_TILE_KEYRING (object), result);
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    open_chosen (self);
}

static void
close_chosen (BjtPrintBase *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->painter != NULL)
    g_signal_handlers_disconnect_by_data (bjt_tile_painter_get_source (self->painter), self);
  g_clear_pointer (&self->painter, bjt_tile_painter_unref);
}

static void
choose (BjtPrintBase *self)
{
  guint               selected = adw_combo_row_get_selected (self->row);
  BjtTileCatalogue   *catalogue = bjt_base_maps_get_catalogue (self->maps);
  const BjtTileEntry *entry = selected > 0 ? bjt_tile_catalogue_get_entry (catalogue, selected - 1) : NULL;

  close_chosen (self);
  g_free (self->chosen);
  self->chosen = entry != NULL ? g_strdup (entry->id) : NULL;
  if (entry == NULL || entry->key_name == NULL)
    {
      open_chosen (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  bjt_tile_keyring_load_async (bjt_tile_services_get_keyring (bjt_base_maps_get_services (self->maps)), entry->key_name,
                               self->cancellable, key_loaded_cb, g_object_ref (self));
}

static void
selected_cb (BjtPrintBase *self)
{
  if (!self->is_filling)
    choose (self);
}

/* The list is another; the choice stays, where it is still there. */
static void
fill (BjtPrintBase *self)
{
  BjtTileCatalogue *catalogue = bjt_base_maps_get_catalogue (self->maps);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("No Base Map"));
  for (guint i = 0; i < bjt_tile_catalogue_get_n_entries (catalogue); i++)
    {
      const BjtTileEntry *entry = bjt_tile_catalogue_get_entry (catalogue, i);

      gtk_string_list_append (names, entry->name);
      if (g_strcmp0 (entry->id, self->chosen) == 0)
        selected = i + 1;
    }
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->row, selected);
  self->is_filling = FALSE;
  choose (self);
}

/* Sheets */

/* A service that forbids to fetch areas gets no book of many pages. */
static gboolean
is_allowed (BjtPrintBase        *self,
            const BjtSheetOrder *order)
{
  const BjtTileEntry *entry = get_entry (self);

  return (order->spec.type->settings & BJT_SHEET_TAKES_BASE) != 0
         && (entry == NULL || !entry->forbids_bulk || (order->spec.type->settings & BJT_SHEET_TAKES_PARTS) == 0);
}

static void
apply_choice (BjtPrintBase  *self,
              BjtSheetOrder *order)
{
  order->spec.options.is_bare = self->chosen == NULL;
  g_free (order->base);
  order->base = g_strcmp0 (self->chosen, PAINTED) == 0 ? NULL : g_strdup (self->chosen != NULL ? self->chosen : NONE);
}

void
bjt_print_base_apply (BjtPrintBase  *self,
                      BjtSheetOrder *order)
{
  apply_choice (self, order);
  if (self->painter != NULL && is_allowed (self, order))
    order->spec.options.tiles = bjt_tile_painter_ref (self->painter);
}

void
bjt_print_base_apply_afresh (BjtPrintBase  *self,
                             BjtSheetOrder *order)
{
  apply_choice (self, order);
  if (is_allowed (self, order))
    order->spec.options.tiles = new_painter (self, NULL);
}

void
bjt_print_base_choose (BjtPrintBase *self,
                       const char   *base)
{
  g_free (self->chosen);
  self->chosen = base == NULL ? g_strdup (PAINTED) : *base != '\0' ? g_strdup (base) : NULL;
  fill (self);
}

/* The object */

static void
bjt_print_base_dispose (GObject *object)
{
  BjtPrintBase *self = BJT_PRINT_BASE (object);

  close_chosen (self);
  g_clear_object (&self->maps);
  G_OBJECT_CLASS (bjt_print_base_parent_class)->dispose (object);
}

static void
bjt_print_base_finalize (GObject *object)
{
  g_free (BJT_PRINT_BASE (object)->chosen);
  G_OBJECT_CLASS (bjt_print_base_parent_class)->finalize (object);
}

static void
bjt_print_base_class_init (BjtPrintBaseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_print_base_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_print_base_finalize;
  signals[CHANGED] = g_signal_new ("changed", BJT_TYPE_PRINT_BASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", BJT_TYPE_PRINT_BASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bjt_print_base_init (BjtPrintBase *self)
{
  self->chosen = g_strdup (PAINTED);
}

/* @row: outlives the object */
BjtPrintBase *
bjt_print_base_new (BjtBaseMaps *maps,
                    AdwComboRow *row)
{
  BjtPrintBase *self = g_object_new (BJT_TYPE_PRINT_BASE, NULL);

  self->maps = g_object_ref (maps);
  self->row = row;
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bjt_base_maps_get_catalogue (maps), "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}
