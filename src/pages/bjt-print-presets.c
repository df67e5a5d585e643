/* bjt-print-presets.c: a row to choose, with a button to keep what is chosen under a name
 * and one to forget it. */
#include "bjt-print-presets.h"

#include <glib/gi18n.h>

#include "widgets/bjt-key-row.h"
#include "workspace/bjt-workspace-presets.h"

#define NONE "" /* the key of none */

struct _BjtPrintPresets
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  BjtKeyRow   *preset_row;
  GtkWidget   *remove_button;
  GtkPopover  *name_popover;
  GtkEditable *name_entry;
  GtkWidget   *save_button;

  /* Borrowed */
  BjtPage *page;
};

G_DEFINE_FINAL_TYPE (BjtPrintPresets, bjt_print_presets, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHOSEN,
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const char *
bjt_print_presets_get_name (BjtPrintPresets *self)
{
  const char *key = bjt_key_row_get_key (self->preset_row);

  return key != NULL && *key != '\0' ? key : NULL;
}

static void
show_buttons (BjtPrintPresets *self)
{
  gtk_widget_set_sensitive (self->remove_button, bjt_print_presets_get_name (self) != NULL);
}

void
bjt_print_presets_update (BjtPrintPresets *self)
{
  g_auto (GStrv) names = bjt_workspace_list_presets (bjt_page_get_workspace (self->page));

  bjt_key_row_begin (self->preset_row);
  bjt_key_row_add (self->preset_row, NONE, C_("preset", "None"));
  for (guint i = 0; names[i] != NULL; i++)
    bjt_key_row_add (self->preset_row, names[i], names[i]);
  bjt_key_row_end (self->preset_row);
  show_buttons (self);
}

void
bjt_print_presets_set_name (BjtPrintPresets *self,
                            const char      *name)
{
  bjt_key_row_set_key (self->preset_row, name != NULL ? name : NONE);
  show_buttons (self);
}

BjtSheetOrder *
bjt_print_presets_load (BjtPrintPresets *self)
{
  const char *name = bjt_print_presets_get_name (self);
  g_autoptr (GError) error = NULL;
  BjtSheetOrder *order = name != NULL ? bjt_workspace_load_preset (bjt_page_get_workspace (self->page), name, &error) : NULL;

  if (error != NULL)
    bjt_page_tell_error (self->page, error);
  return order;
}

static void
chosen_cb (BjtPrintPresets *self)
{
  show_buttons (self);
  if (bjt_print_presets_get_name (self) != NULL)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
remove_cb (BjtPrintPresets *self)
{
  g_autofree char *name = g_strdup (bjt_print_presets_get_name (self));
  g_autofree char *text = name != NULL ? g_strdup_printf (_("Preset “%s” removed"), name) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (name == NULL)
    return;
  done = bjt_workspace_remove_preset (bjt_page_get_workspace (self->page), name, &error);
  if (done)
    bjt_page_tell (self->page, text, TRUE);
  else
    bjt_page_tell_error (self->page, error);
  bjt_print_presets_set_name (self, NULL);
  bjt_print_presets_update (self);
}

static char *
dup_typed (BjtPrintPresets *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));
}

static void
name_changed_cb (BjtPrintPresets *self)
{
  g_autofree char *name = dup_typed (self);

  gtk_widget_set_sensitive (self->save_button, *name != '\0');
}

static void
name_shown_cb (BjtPrintPresets *self)
{
  const char *name = bjt_print_presets_get_name (self);

  gtk_editable_set_text (self->name_entry, name != NULL ? name : "");
  gtk_editable_select_region (self->name_entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  name_changed_cb (self);
}

static void
save_cb (BjtPrintPresets *self)
{
  g_autofree char *name = dup_typed (self);

  if (*name == '\0')
    return;
  gtk_popover_popdown (self->name_popover);
  g_signal_emit (self, signals[SAVE], 0, name);
}

void
bjt_print_presets_set_page (BjtPrintPresets *self,
                            BjtPage         *page)
{
  self->page = page;
}

static void
bjt_print_presets_class_init (BjtPrintPresetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", BJT_TYPE_PRINT_PRESETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", BJT_TYPE_PRINT_PRESETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (BJT_TYPE_KEY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-print-presets.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPresets, preset_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPresets, remove_button);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPresets, name_popover);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPresets, name_entry);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPresets, save_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
bjt_print_presets_init (BjtPrintPresets *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
