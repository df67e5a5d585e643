/* bjt-base-maps.c: the list, the menu and the map, kept alike. A key is fetched
 * from the password store only when its map is chosen. */
#include "bjt-base-maps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-tile-words.h"
#include "workspace/bjt-tile-opener.h"

#define NONE "none"
#define PAINTED "painted"

struct _BjtBaseMaps
{
  GObject parent_instance;

  /* Owned */
  BjtTileCatalogue   *catalogue;
  BjtTileServices    *services;
  GMenu              *menu;
  GSimpleActionGroup *actions;
  GSimpleAction      *choose_action;
  GCancellable       *cancellable; /* of the key that is fetched */
  char               *chosen;

  /* Borrowed */
  BjtMapView *map;
};

G_DEFINE_FINAL_TYPE (BjtBaseMaps, bjt_base_maps, G_TYPE_OBJECT)

enum
{
  PROP_CHOSEN = 1,
  N_PROPERTIES,
};

enum
{
  FAILED,
  MANAGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

/* Choosing */

static void
open_entry (BjtBaseMaps        *self,
            const BjtTileEntry *entry)
{
  g_autoptr (GError) error = NULL;
  gboolean is_dense = gtk_widget_get_scale_factor (GTK_WIDGET (self->map)) > 1;
  g_autoptr (BjtTileSource) source = bjt_tile_opener_open_entry (entry, self->services, is_dense, &error);

  if (source != NULL)
    bjt_map_view_set_tiles (self->map, source);
  else
    bjt_map_view_set_base (self->map, BJT_BASE_MAP_PAINTED);
  if (error != NULL)
    {
      g_autofree char *text = bjt_tile_words_explain (error);

      g_signal_emit (self, signals[FAILED], 0, text);
    }
}

static void
key_loaded_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (BjtBaseMaps) self = user_data;
  const BjtTileEntry *entry;

  bjt_tile_keyring_load_finish (BJT_TILE_KEYRING (object), result);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))) || self->map == NULL)
    return;
  entry = bjt_tile_catalogue_find (self->catalogue, self->chosen);
  if (entry != NULL)
    open_entry (self, entry);
}

/* The list, the key or the choice is another. */
static void
show (BjtBaseMaps *self)
{
  const BjtTileEntry *entry = bjt_tile_catalogue_find (self->catalogue, *self->chosen != '\0' ? self->chosen : PAINTED);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_simple_action_set_state (self->choose_action, g_variant_new_string (*self->chosen != '\0' ? self->chosen : PAINTED));
  if (strcmp (self->chosen, NONE) == 0)
    bjt_map_view_set_base (self->map, BJT_BASE_MAP_NONE);
  else if (entry == NULL)
    bjt_map_view_set_base (self->map, BJT_BASE_MAP_PAINTED);
  else if (entry->key_name == NULL)
    open_entry (self, entry);
  else
    {
      self->cancellable = g_cancellable_new ();
      bjt_tile_keyring_load_async (bjt_tile_services_get_keyring (self->services), entry->key_name, self->cancellable,
                                   key_loaded_cb, g_object_ref (self));
    }
}

static void
choose (BjtBaseMaps *self,
        const char  *id)
{
  if (strcmp (self->chosen, id) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
choose_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  choose (self, g_variant_get_string (parameter, NULL));
}

static void
manage_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  g_signal_emit (self, signals[MANAGE], 0);
}

static const BjtTileEntry *
find_file (BjtBaseMaps *self,
           const char  *path)
{
  for (guint i = 0; i < bjt_tile_catalogue_get_n_entries (self->catalogue); i++)
    {
      const BjtTileEntry *entry = bjt_tile_catalogue_get_entry (self->catalogue, i);

      if (entry->kind == BJT_TILE_ENTRY_FILE && strcmp (entry->location, path) == 0)
        return entry;
    }
  return NULL;
}

gboolean
bjt_base_maps_choose_file (BjtBaseMaps *self,
                           const char  *path,
                           GError     **error)
{
  g_autoptr (BjtTileSource) source = bjt_tile_opener_open (path, error);
  g_autoptr (BjtTileEntry) entry = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  const BjtTileEntry *known = find_file (self, path);

  if (source == NULL)
    return FALSE;
  entry = known != NULL ? bjt_tile_entry_copy (known) : bjt_tile_entry_new_for_pack (name, path, bjt_tile_source_get_info (source));
  bjt_tile_catalogue_put (self->catalogue, entry, NULL);
  choose (self, entry->id);
  return TRUE;
}

/* The menu */

static void
fill_menu (BjtBaseMaps *self)
{
  g_autoptr (GMenuItem) none = g_menu_item_new (_("No Base Map"), "base.choose::" NONE);
  g_autoptr (GMenuItem) manage = g_menu_item_new (_("Base _Maps…"), "base.manage");

  g_menu_remove_all (self->menu);
  for (guint i = 0; i < bjt_tile_catalogue_get_n_entries (self->catalogue); i++)
    {
      const BjtTileEntry *entry = bjt_tile_catalogue_get_entry (self->catalogue, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", entry->name);
      g_menu_item_set_action_and_target (item, "base.choose", "s", entry->id);
      g_menu_append_item (self->menu, item);
    }
  g_menu_append_item (self->menu, none);
  g_menu_append_item (self->menu, manage);
}

static void
catalogue_changed_cb (BjtBaseMaps *self)
{
  fill_menu (self);
  show (self);
}

/* The object */

static void
bjt_base_maps_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_string (value, BJT_BASE_MAPS (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* An older setting names a file. */
static void
bjt_base_maps_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  BjtBaseMaps *self = BJT_BASE_MAPS (object);
  const char  *text = g_value_get_string (value);

  if (id != PROP_CHOSEN)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (text != NULL && g_path_is_absolute (text))
    bjt_base_maps_choose_file (self, text, NULL);
  else
    choose (self, text != NULL ? text : "");
}

static void
bjt_base_maps_dispose (GObject *object)
{
  BjtBaseMaps *self = BJT_BASE_MAPS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->services);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  g_clear_weak_pointer (&self->map);
  G_OBJECT_CLASS (bjt_base_maps_parent_class)->dispose (object);
}

static void
bjt_base_maps_finalize (GObject *object)
{
  g_free (BJT_BASE_MAPS (object)->chosen);
  G_OBJECT_CLASS (bjt_base_maps_parent_class)->finalize (object);
}

static void
bjt_base_maps_class_init (BjtBaseMapsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bjt_base_maps_get_property;
  object_class->set_property = bjt_base_maps_set_property;
  object_class->dispose = bjt_base_maps_dispose;
  object_class->finalize = bjt_base_maps_finalize;
  properties[PROP_CHOSEN] = g_param_spec_string ("chosen", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[FAILED] = g_signal_new ("failed", BJT_TYPE_BASE_MAPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MANAGE] = g_signal_new ("manage", BJT_TYPE_BASE_MAPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_base_maps_init (BjtBaseMaps *self)
{
  static const GActionEntry entries[] = {
    { .name = "choose", .activate = choose_cb, .parameter_type = "s", .state = "'" PAINTED "'" },
    { .name = "manage", .activate = manage_cb },
  };

  self->chosen = g_strdup ("");
  self->catalogue = bjt_tile_catalogue_new (NULL);
  self->services = bjt_tile_services_new ();
  self->menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  self->choose_action = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "choose"));
  g_signal_connect_object (self->catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  fill_menu (self);
}

BjtBaseMaps *
bjt_base_maps_new (BjtMapView *map)
{
  BjtBaseMaps *self = g_object_new (BJT_TYPE_BASE_MAPS, NULL);

  g_set_weak_pointer (&self->map, map);
  return self;
}

GMenuModel *
bjt_base_maps_get_menu (BjtBaseMaps *self)
{
  return G_MENU_MODEL (self->menu);
}

GActionGroup *
bjt_base_maps_get_actions (BjtBaseMaps *self)
{
  return G_ACTION_GROUP (self->actions);
}

BjtTileCatalogue *
bjt_base_maps_get_catalogue (BjtBaseMaps *self)
{
  return self->catalogue;
}

BjtTileServices *
bjt_base_maps_get_services (BjtBaseMaps *self)
{
  return self->services;
}
