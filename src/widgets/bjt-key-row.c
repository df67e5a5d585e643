/* bjt-key-row.c: the model holds labels, an array of the same order the keys. */
#include "bjt-key-row.h"

#include <string.h>

struct _BjtKeyRow
{
  AdwComboRow parent_instance;

  /* Owned */
  GPtrArray     *keys;   /* char *, by position */
  GtkStringList *labels; /* those that are being added; else NULL */
  char          *wanted; /* may be none of these */

  /* State */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtKeyRow, bjt_key_row, ADW_TYPE_COMBO_ROW)

static guint chosen_signal;

static guint
find (BjtKeyRow  *self,
      const char *key)
{
  for (guint i = 0; key != NULL && i < self->keys->len; i++)
    if (strcmp (self->keys->pdata[i], key) == 0)
      return i;
  return G_MAXUINT;
}

void
bjt_key_row_begin (BjtKeyRow *self)
{
  g_return_if_fail (self->labels == NULL);
  self->labels = gtk_string_list_new (NULL);
  g_ptr_array_set_size (self->keys, 0);
}

void
bjt_key_row_add (BjtKeyRow  *self,
                 const char *key,
                 const char *label)
{
  g_ptr_array_add (self->keys, g_strdup (key));
  gtk_string_list_append (self->labels, label);
}

static void
select_wanted (BjtKeyRow *self)
{
  guint position = find (self, self->wanted);

  if (self->keys->len > 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), position != G_MAXUINT ? position : 0);
}

void
bjt_key_row_end (BjtKeyRow *self)
{
  self->is_filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  select_wanted (self);
  self->is_filling = FALSE;
  g_clear_object (&self->labels);
}

guint
bjt_key_row_get_n (BjtKeyRow *self)
{
  return self->keys->len;
}

const char *
bjt_key_row_get_key (BjtKeyRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return position < self->keys->len ? self->keys->pdata[position] : NULL;
}

void
bjt_key_row_set_key (BjtKeyRow  *self,
                     const char *key)
{
  char *wanted = g_strdup (key);

  g_free (self->wanted);
  self->wanted = wanted;
  self->is_filling = TRUE;
  select_wanted (self);
  self->is_filling = FALSE;
}

static void
selected_cb (BjtKeyRow *self)
{
  const char *key = bjt_key_row_get_key (self);

  if (self->is_filling || key == NULL)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (key);
  g_signal_emit (self, chosen_signal, 0);
}

static void
bjt_key_row_finalize (GObject *object)
{
  BjtKeyRow *self = BJT_KEY_ROW (object);

  g_ptr_array_unref (self->keys);
  g_clear_object (&self->labels);
  g_free (self->wanted);
  G_OBJECT_CLASS (bjt_key_row_parent_class)->finalize (object);
}

static void
bjt_key_row_class_init (BjtKeyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_key_row_finalize;
  chosen_signal = g_signal_new ("chosen", BJT_TYPE_KEY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_key_row_init (BjtKeyRow *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}
