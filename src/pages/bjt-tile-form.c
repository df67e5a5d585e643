/* bjt-tile-form.c: what is entered goes into a copy of the entry. A key that
 * stands in an address is moved to the field of the key at once; it goes to the
 * password store and nowhere else. An address without places to fill in is
 * taken for that of a WMTS: its layers are read and offered. */
#include "bjt-tile-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-tile-words.h"
#include "tiles/bjt-tile-template.h"
#include "tiles/bjt-tile-trouble.h"
#include "tiles/bjt-wmts.h"
#include "workspace/bjt-tile-opener.h"
#include "workspace/bjt-tile-test.h"

#define MAX_CAPABILITIES (16u << 20)

struct _BjtTileForm
{
  AdwBin parent_instance;

  /* Template */
  GtkEditable  *name_row;
  GtkEditable  *address_row;
  AdwActionRow *file_row;
  AdwComboRow  *layer_row;
  GtkEditable  *key_row;
  AdwComboRow  *datum_row;
  GtkWidget    *zoom_row;
  GtkSpinButton *min_zoom_spin;
  GtkSpinButton *max_zoom_spin;
  GtkEditable  *attribution_row;
  GtkEditable  *review_row;
  GtkWidget    *test_button;
  GtkSpinner   *spinner;
  GtkPicture   *picture;
  GtkLabel     *result;

  /* Owned */
  BjtTileServices *services;
  BjtTileEntry    *entry;
  GPtrArray       *layers; /* BjtWmtsLayer, of the address */
  GCancellable    *cancellable;

  /* State */
  BjtPoint place;
};

G_DEFINE_FINAL_TYPE (BjtTileForm, bjt_tile_form, ADW_TYPE_BIN)

static guint accepted_signal;

static void
say (BjtTileForm *self,
     const char  *text,
     gboolean     is_bad)
{
  gtk_label_set_text (self->result, text);
  gtk_widget_set_visible (GTK_WIDGET (self->result), *text != '\0');
  if (is_bad)
    gtk_widget_add_css_class (GTK_WIDGET (self->result), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result), "error");
}

static void
say_error (BjtTileForm  *self,
           const GError *error)
{
  g_autofree char *text = bjt_tile_words_explain (error);

  say (self, text, TRUE);
}

static void
set_busy (BjtTileForm *self,
          gboolean     is_busy)
{
  gtk_widget_set_sensitive (self->test_button, !is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  if (!is_busy)
    return;
  say (self, "", FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), FALSE);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* From the fields to the entry */

static void
take_text (char      **place,
           const char *text)
{
  g_free (*place);
  *place = g_strstrip (g_strdup (text));
  if (**place == '\0')
    g_clear_pointer (place, g_free);
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BjtTileForm) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!bjt_tile_keyring_store_finish (BJT_TILE_KEYRING (object), result, &error) && self->entry != NULL)
    say_error (self, error);
}

static void
take_key (BjtTileForm *self)
{
  BjtTileKeyring  *keyring = bjt_tile_services_get_keyring (self->services);
  g_autofree char *found = NULL;
  g_autofree char *address = bjt_tile_template_take_key (gtk_editable_get_text (self->address_row), &found);
  const char      *key;

  if (found != NULL)
    {
      gtk_editable_set_text (self->address_row, address);
      gtk_editable_set_text (self->key_row, found);
    }
  if (self->entry->key_name == NULL && strstr (address, "{key}") != NULL)
    self->entry->key_name = g_strdup (self->entry->id);
  key = gtk_editable_get_text (self->key_row);
  gtk_widget_set_visible (GTK_WIDGET (self->key_row), self->entry->key_name != NULL);
  if (self->entry->key_name != NULL && g_strcmp0 (key, bjt_tile_keyring_get (keyring, self->entry->key_name)) != 0
      && (*key != '\0' || bjt_tile_keyring_get (keyring, self->entry->key_name) != NULL))
    bjt_tile_keyring_store_async (keyring, self->entry->key_name, key, NULL, stored_cb, g_object_ref (self));
}

/* FALSE after saying why. */
static gboolean
take_service (BjtTileForm *self)
{
  BjtTileEntry *entry = self->entry;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtTileTemplate) template = NULL;

  take_text (&entry->location, gtk_editable_get_text (self->address_row));
  entry->min_zoom = (guint) gtk_spin_button_get_value_as_int (self->min_zoom_spin);
  entry->max_zoom = (guint) gtk_spin_button_get_value_as_int (self->max_zoom_spin);
  template = bjt_tile_template_new (entry->location != NULL ? entry->location : "", &error);
  if (template == NULL)
    say_error (self, error);
  else if (entry->min_zoom > entry->max_zoom)
    say (self, _("The first zoom level is above the last"), TRUE);
  return template != NULL && entry->min_zoom <= entry->max_zoom;
}

/* FALSE after saying why. */
static gboolean
take_fields (BjtTileForm *self)
{
  BjtTileEntry *entry = self->entry;

  if (entry->kind == BJT_TILE_ENTRY_SERVICE)
    take_key (self);
  take_text (&entry->review_number, gtk_editable_get_text (self->review_row));
  if (entry->is_preset)
    return TRUE;
  take_text (&entry->name, gtk_editable_get_text (self->name_row));
  take_text (&entry->attribution, gtk_editable_get_text (self->attribution_row));
  entry->datum = (BjtDatum) adw_combo_row_get_selected (self->datum_row);
  if (entry->kind == BJT_TILE_ENTRY_SERVICE && !take_service (self))
    return FALSE;
  if (entry->name != NULL)
    return TRUE;
  say (self, _("Give the base map a name"), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  return FALSE;
}

/* The layers of a WMTS */

static void
take_layer (BjtTileForm *self)
{
  guint               index = adw_combo_row_get_selected (self->layer_row);
  const BjtWmtsLayer *layer = self->layers != NULL && index < self->layers->len ? self->layers->pdata[index] : NULL;

  if (layer == NULL)
    return;
  gtk_editable_set_text (self->address_row, layer->url);
  self->entry->tiles = layer->kind;
  gtk_spin_button_set_value (self->min_zoom_spin, layer->min_zoom);
  gtk_spin_button_set_value (self->max_zoom_spin, layer->max_zoom);
  self->entry->tile_size = layer->tile_size;
  if (*gtk_editable_get_text (self->name_row) == '\0')
    gtk_editable_set_text (self->name_row, layer->title);
}

static void
layer_chosen_cb (BjtTileForm *self)
{
  take_layer (self);
}

typedef struct
{
  BjtTileClient *client;
  char          *url;     /* with the key */
  char          *address; /* without it */
} LayerReading;

static void
layer_reading_free (gpointer data)
{
  LayerReading *self = data;

  bjt_tile_client_unref (self->client);
  g_free (self->url);
  g_free (self->address);
  g_free (self);
}

static void
read_layers_worker (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  LayerReading  *reading = data;
  BjtTileRequest request = { .url = reading->url, .max_bytes = MAX_CAPABILITIES };
  GError        *error = NULL;
  g_autoptr (BjtTileReply) reply = bjt_tile_client_send (reading->client, &request, cancellable, &error);
  GPtrArray *layers = NULL;

  if (reply != NULL && (reply->status == 401 || reply->status == 403))
    error = bjt_tile_trouble_new (BJT_TILE_TROUBLE_KEY_REFUSED);
  else if (reply != NULL && reply->status != 200)
    error = bjt_tile_trouble_new (BJT_TILE_TROUBLE_SERVER);
  else if (reply != NULL)
    layers = bjt_wmts_read (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body), reading->address, &error);
  if (layers != NULL)
    g_task_return_pointer (task, layers, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
fill_layers (BjtTileForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->layers->len; i++)
    gtk_string_list_append (names, ((const BjtWmtsLayer *) self->layers->pdata[i])->title);
  adw_combo_row_set_model (self->layer_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->layer_row), TRUE);
  take_layer (self);
}

static void
layers_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (BjtTileForm) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *layers = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->entry == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      g_clear_pointer (&layers, g_ptr_array_unref);
      return;
    }
  set_busy (self, FALSE);
  if (layers == NULL)
    {
      say_error (self, error);
      return;
    }
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  self->layers = layers;
  fill_layers (self);
  say (self, _("The service was read: choose the layer, then test it"), FALSE);
}

static gboolean
is_template (const char *address)
{
  g_autoptr (GString) rest = g_string_new (address);

  g_string_replace (rest, "{key}", "", 0);
  return rest->len == 0 || strchr (rest->str, '{') != NULL;
}

static char *
dup_opened (BjtTileForm *self,
            const char  *address)
{
  const char      *key = self->entry->key_name != NULL ? bjt_tile_keyring_get (bjt_tile_services_get_keyring (self->services), self->entry->key_name) : NULL;
  g_autofree char *escaped = g_uri_escape_string (key != NULL ? key : "", NULL, FALSE);
  g_autoptr (GString) url = g_string_new (address);

  g_string_replace (url, "{key}", escaped, 0);
  return g_string_free (g_steal_pointer (&url), FALSE);
}

/* TRUE: the address is not yet one of tiles, its layers are being read. */
static gboolean
read_layers (BjtTileForm *self)
{
  g_autofree char *address = NULL;
  g_autoptr (GTask) task = NULL;
  LayerReading *reading;

  if (self->entry->kind != BJT_TILE_ENTRY_SERVICE || self->entry->is_preset)
    return FALSE;
  take_key (self);
  address = g_strstrip (g_strdup (gtk_editable_get_text (self->address_row)));
  if (is_template (address))
    return FALSE;
  reading = g_new0 (LayerReading, 1);
  reading->client = bjt_tile_client_ref (bjt_tile_services_get_client (self->services));
  reading->url = dup_opened (self, address);
  reading->address = g_steal_pointer (&address);
  set_busy (self, TRUE);
  task = g_task_new (NULL, self->cancellable, layers_read_cb, g_object_ref (self));
  g_task_set_source_tag (task, read_layers);
  g_task_set_task_data (task, reading, layer_reading_free);
  g_task_run_in_thread (task, read_layers_worker);
  return TRUE;
}

/* The test */

static void
show_test (BjtTileForm       *self,
           const BjtTileTest *test)
{
  g_autofree char *size = g_format_size (g_bytes_get_size (test->bytes));
  g_autofree char *text = NULL;
  g_autoptr (GdkTexture) texture = test->is_picture ? gdk_texture_new_from_bytes (test->bytes, NULL) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  if (texture != NULL)
    /* Translators: result of a test: milliseconds, bytes, width and height in pixels */
    text = g_strdup_printf (_("It works: %u ms, %s, %d × %d pixels"), test->ms, size, gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  else
    /* Translators: result of a test of vector tiles: milliseconds, bytes */
    text = g_strdup_printf (_("It works: %u ms, %s"), test->ms, size);
  say (self, text, FALSE);
}

static void
tested_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BjtTileForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtTileTest) test = bjt_tile_test_finish (result, &error);

  if (self->entry == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  set_busy (self, FALSE);
  if (test != NULL)
    show_test (self, test);
  else
    say_error (self, error);
}

static void
test_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtTileForm *self = BJT_TILE_FORM (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtTileSource) source = NULL;

  if (read_layers (self) || !take_fields (self))
    return;
  source = bjt_tile_opener_open_entry (self->entry, self->services, FALSE, &error);
  if (source == NULL)
    {
      if (error != NULL)
        say_error (self, error);
      return;
    }
  set_busy (self, TRUE);
  bjt_tile_test_async (source, self->place, self->cancellable, tested_cb, g_object_ref (self));
}

/* The object */

static void
bjt_tile_form_dispose (GObject *object)
{
  BjtTileForm *self = BJT_TILE_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  g_clear_pointer (&self->entry, bjt_tile_entry_free);
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_tile_form_parent_class)->dispose (object);
}

static void
bjt_tile_form_class_init (BjtTileFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_tile_form_dispose;
  accepted_signal = g_signal_new ("accepted", BJT_TYPE_TILE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-tile-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, address_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, file_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, layer_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, key_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, datum_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, zoom_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, min_zoom_spin);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, max_zoom_spin);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, attribution_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, review_row);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, test_button);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, spinner);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, picture);
  gtk_widget_class_bind_template_child (widget_class, BjtTileForm, result);
  gtk_widget_class_bind_template_callback (widget_class, layer_chosen_cb);
  gtk_widget_class_install_action (widget_class, "form.test", NULL, test_action);
}

static void
bjt_tile_form_init (BjtTileForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bjt_tile_form_set_up (BjtTileForm     *self,
                      BjtTileServices *services,
                      BjtPoint         place)
{
  g_set_object (&self->services, services);
  self->place = place;
}

const BjtTileEntry *
bjt_tile_form_get_entry (BjtTileForm *self)
{
  return self->entry;
}

static void
set_text (GtkEditable *row,
          const char  *text,
          gboolean     can_edit)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
  gtk_editable_set_editable (row, can_edit);
}

void
bjt_tile_form_set_entry (BjtTileForm        *self,
                         const BjtTileEntry *entry)
{
  BjtTileKeyring *keyring = bjt_tile_services_get_keyring (self->services);
  gboolean        is_service = entry->kind == BJT_TILE_ENTRY_SERVICE;

  g_cancellable_cancel (self->cancellable);
  bjt_tile_entry_free (self->entry);
  self->entry = bjt_tile_entry_copy (entry);
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  set_text (self->name_row, entry->name, !entry->is_preset);
  set_text (self->address_row, entry->location, !entry->is_preset);
  set_text (self->key_row, entry->key_name != NULL ? bjt_tile_keyring_get (keyring, entry->key_name) : NULL, TRUE);
  set_text (self->attribution_row, entry->attribution, !entry->is_preset);
  set_text (self->review_row, entry->review_number, TRUE);
  gtk_spin_button_set_value (self->min_zoom_spin, entry->min_zoom);
  gtk_spin_button_set_value (self->max_zoom_spin, entry->max_zoom);
  adw_action_row_set_subtitle (self->file_row, entry->location != NULL ? entry->location : "");
  adw_combo_row_set_selected (self->datum_row, entry->datum);
  gtk_widget_set_sensitive (GTK_WIDGET (self->datum_row), !entry->is_preset);
  gtk_widget_set_visible (GTK_WIDGET (self->address_row), is_service && !entry->is_preset);
  gtk_widget_set_visible (self->zoom_row, is_service && !entry->is_preset);
  gtk_widget_set_visible (GTK_WIDGET (self->file_row), entry->kind == BJT_TILE_ENTRY_FILE);
  gtk_widget_set_visible (GTK_WIDGET (self->key_row), entry->key_name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->layer_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), FALSE);
  set_busy (self, FALSE);
  say (self, "", FALSE);
}

/* Reads the layers first where the address is that of a service. */
void
bjt_tile_form_accept (BjtTileForm *self)
{
  if (!read_layers (self) && take_fields (self))
    g_signal_emit (self, accepted_signal, 0);
}
