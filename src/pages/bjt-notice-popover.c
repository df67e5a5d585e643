/* bjt-notice-popover.c: two fields and a day; Enter goes on, then confirms. */
#include "bjt-notice-popover.h"

#include <glib/gi18n.h>

#include "widgets/bjt-date-button.h"

struct _BjtNoticePopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkBox        *box;
  GtkEntry      *who;
  GtkEntry      *demand; /* NULL with a receipt */
  BjtDateButton *day;
  GtkWidget     *confirm;

  /* Owned */
  gpointer       data;
  GDestroyNotify free_data;

  /* State */
  BjtNoticeFunc func;
};

G_DEFINE_FINAL_TYPE (BjtNoticePopover, bjt_notice_popover, GTK_TYPE_POPOVER)

static gboolean
is_filled (GtkEntry *entry)
{
  return entry == NULL || *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0';
}

static void
update (BjtNoticePopover *self)
{
  gtk_widget_set_sensitive (self->confirm, is_filled (self->who) && is_filled (self->demand) && bjt_date_button_get_date (self->day) != BJT_DATE_NONE);
}

static void
confirm_cb (BjtNoticePopover *self)
{
  BjtNoticeAnswer answer = { .who = gtk_editable_get_text (GTK_EDITABLE (self->who)), .day = bjt_date_button_get_date (self->day) };

  if (self->demand != NULL)
    answer.demand = gtk_editable_get_text (GTK_EDITABLE (self->demand));
  if (!is_filled (self->who))
    gtk_widget_grab_focus (GTK_WIDGET (self->who));
  else if (!is_filled (self->demand))
    gtk_widget_grab_focus (GTK_WIDGET (self->demand));
  else if (answer.day != BJT_DATE_NONE && self->func (&answer, self->data))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
unparent_cb (gpointer self)
{
  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
  return G_SOURCE_REMOVE;
}

/* Not while its own signal is running. */
static void
closed_cb (BjtNoticePopover *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (self), g_object_unref);
}

static void
parent_gone_cb (GtkWidget *self)
{
  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
}

static void
bjt_notice_popover_finalize (GObject *object)
{
  BjtNoticePopover *self = BJT_NOTICE_POPOVER (object);

  if (self->free_data != NULL)
    self->free_data (self->data);
  G_OBJECT_CLASS (bjt_notice_popover_parent_class)->finalize (object);
}

static void
bjt_notice_popover_class_init (BjtNoticePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_notice_popover_finalize;
}

static void
bjt_notice_popover_init (BjtNoticePopover *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "step-form");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

static GtkEntry *
add_entry (BjtNoticePopover *self,
           const char       *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (confirm_cb), self);
  gtk_box_append (self->box, entry);
  return GTK_ENTRY (entry);
}

static void
add_day (BjtNoticePopover *self,
         const char       *text,
         BjtDate           today,
         BjtDate           day)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (text);

  self->day = g_object_new (BJT_TYPE_DATE_BUTTON, NULL);
  bjt_date_button_set_today (self->day, today);
  bjt_date_button_set_date (self->day, day);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (update), self);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->day));
  gtk_box_append (self->box, row);
}

static GtkWidget *
present (BjtNoticePopover *self,
         GtkWidget        *parent,
         const char       *confirm)
{
  self->confirm = gtk_button_new_with_label (confirm);
  gtk_widget_add_css_class (self->confirm, "suggested-action");
  g_signal_connect_swapped (self->confirm, "clicked", G_CALLBACK (confirm_cb), self);
  gtk_box_append (self->box, self->confirm);
  update (self);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->who));
  return GTK_WIDGET (self);
}

GtkWidget *
bjt_notice_popover_serve (GtkWidget     *parent,
                          BjtDate        today,
                          BjtDate        due_on,
                          BjtNoticeFunc  func,
                          gpointer       data,
                          GDestroyNotify free_data)
{
  BjtNoticePopover *self = g_object_new (BJT_TYPE_NOTICE_POPOVER, NULL);

  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->who = add_entry (self, _("Served on whom"));
  self->demand = add_entry (self, _("What is to be put right"));
  add_day (self, _("To be done by"), today, due_on);
  return present (self, parent, _("Serve Notice"));
}

GtkWidget *
bjt_notice_popover_receive (GtkWidget     *parent,
                            BjtDate        today,
                            const char    *who,
                            BjtNoticeFunc  func,
                            gpointer       data,
                            GDestroyNotify free_data)
{
  BjtNoticePopover *self = g_object_new (BJT_TYPE_NOTICE_POPOVER, NULL);

  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->who = add_entry (self, _("Who signed for it"));
  add_day (self, _("Received on"), today, today);
  present (self, parent, _("Note Receipt"));
  gtk_editable_set_text (GTK_EDITABLE (self->who), who != NULL ? who : "");
  gtk_editable_select_region (GTK_EDITABLE (self->who), 0, -1);
  return GTK_WIDGET (self);
}
