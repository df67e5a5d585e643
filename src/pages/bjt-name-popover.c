/* bjt-name-popover.c: Enter saves, Esc leaves all as it was. */
#include "bjt-name-popover.h"

#include "bjt-notice.h"

struct _BjtNamePopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkEntry *entry;
  GtkLabel *problem;

  /* Owned */
  gpointer       data;
  GDestroyNotify free_data;

  /* State */
  BjtNameFunc func;
};

G_DEFINE_FINAL_TYPE (BjtNamePopover, bjt_name_popover, GTK_TYPE_POPOVER)

static void
activate_cb (BjtNamePopover *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->func (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->data, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  text = bjt_notice_dup_error_text (error);
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
typed_cb (BjtNamePopover *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* Not while its own signal is running. */
static gboolean
unparent_cb (gpointer self)
{
  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (BjtNamePopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL && gtk_widget_get_mapped (parent))
    gtk_widget_child_focus (parent, GTK_DIR_TAB_FORWARD);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (self), g_object_unref);
}

static void
parent_gone_cb (GtkWidget *self)
{
  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
}

static void
bjt_name_popover_finalize (GObject *object)
{
  BjtNamePopover *self = BJT_NAME_POPOVER (object);

  if (self->free_data != NULL)
    self->free_data (self->data);
  G_OBJECT_CLASS (bjt_name_popover_parent_class)->finalize (object);
}

static void
bjt_name_popover_class_init (BjtNamePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_name_popover_finalize;
}

static void
bjt_name_popover_init (BjtNamePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 14);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_max_width_chars (self->problem, 24);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
bjt_name_popover_ask (GtkWidget          *parent,
                      const GdkRectangle *area,
                      const char         *label,
                      const char         *name,
                      BjtNameFunc         func,
                      gpointer            data,
                      GDestroyNotify      free_data)
{
  BjtNamePopover *self = g_object_new (BJT_TYPE_NAME_POPOVER, NULL);

  self->func = func;
  self->data = data;
  self->free_data = free_data;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name != NULL ? name : "");
  gtk_entry_set_placeholder_text (self->entry, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return GTK_WIDGET (self);
}
