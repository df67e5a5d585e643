/* bjt-text-popover.c: Enter writes, Esc drops. */
#include "bjt-text-popover.h"

#include <glib/gi18n-lib.h>

struct _BjtTextPopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (BjtTextPopover, bjt_text_popover, GTK_TYPE_POPOVER)

enum
{
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activate_cb (BjtTextPopover *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[WRITTEN], 0, text);
}

void
bjt_text_popover_begin (BjtTextPopover *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}

static void
bjt_text_popover_class_init (BjtTextPopoverClass *klass)
{
  signals[WRITTEN] = g_signal_new ("written", BJT_TYPE_TEXT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bjt_text_popover_init (BjtTextPopover *self)
{
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Corridor, meter room…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text"), -1);
  gtk_popover_set_child (GTK_POPOVER (self), self->entry);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bjt_text_popover_new (void)
{
  return g_object_new (BJT_TYPE_TEXT_POPOVER, NULL);
}
