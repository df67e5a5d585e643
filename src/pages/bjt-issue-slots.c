/* bjt-issue-slots.c: five buttons that stay while their names change. */
#include "bjt-issue-slots.h"

#include <glib/gi18n.h>

#include "bjt-issue-desk.h"
#include "bjt-name-popover.h"
#include "widgets/bjt-widgets.h"

struct _BjtIssueSlots
{
  GtkBox parent_instance;

  /* Borrowed */
  BjtPage   *page;
  GtkWidget *buttons[BJT_N_SLOTS];
  GtkLabel  *names[BJT_N_SLOTS];

  /* State */
  BjtUuid issue_id;
};

G_DEFINE_FINAL_TYPE (BjtIssueSlots, bjt_issue_slots, GTK_TYPE_BOX)

static const char *const titles[BJT_N_SLOTS] = {
  [BJT_SLOT_FINDER] = NC_("slot", "Patrols"),
  [BJT_SLOT_REPORTER] = NC_("slot", "Reports"),
  [BJT_SLOT_RESPONSIBLE] = NC_("slot", "Answers"),
  [BJT_SLOT_SOLVER] = NC_("slot", "Solves"),
  [BJT_SLOT_SUPERVISOR] = NC_("slot", "Oversees"),
};

/* What the popover carries: the slots may show another issue by then. */
typedef struct
{
  BjtPage     *page;
  BjtUuid      issue_id;
  BjtIssueSlot slot;
} Filling;

static gboolean
fill_slot (const char *name,
           gpointer    data,
           GError    **error)
{
  const Filling *filling = data;

  return bjt_issue_desk_fill_slot (filling->page, &filling->issue_id, filling->slot, name, error);
}

static void
clicked_cb (BjtIssueSlots *self,
            GtkWidget     *button)
{
  BjtIssueSlot slot = (BjtIssueSlot) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "slot"));
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  Filling *filling = g_new (Filling, 1);
  graphene_rect_t bounds;
  GdkRectangle area = { 0 };

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    area = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  *filling = (Filling) { self->page, self->issue_id, slot };
  bjt_name_popover_ask (GTK_WIDGET (self), &area, g_dpgettext2 (NULL, "slot", titles[slot]), name, fill_slot, filling, g_free);
}

static void
add_slot (BjtIssueSlots *self,
          BjtIssueSlot   slot)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (g_dpgettext2 (NULL, "slot", titles[slot]));

  self->names[slot] = GTK_LABEL (gtk_label_new (NULL));
  self->buttons[slot] = button;
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "slot-title");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->names[slot], PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->names[slot]));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "slot");
  g_object_set_data (G_OBJECT (button), "slot", GINT_TO_POINTER (slot));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), button);
}

static void
bjt_issue_slots_class_init (BjtIssueSlotsClass *klass)
{
}

static void
bjt_issue_slots_init (BjtIssueSlots *self)
{
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  for (BjtIssueSlot slot = 0; slot < BJT_N_SLOTS; slot++)
    add_slot (self, slot);
}

GtkWidget *
bjt_issue_slots_new (BjtPage *page)
{
  BjtIssueSlots *self = g_object_new (BJT_TYPE_ISSUE_SLOTS, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}

void
bjt_issue_slots_show (BjtIssueSlots      *self,
                      const BjtIssueFile *file)
{
  self->issue_id = file->issue->id;
  for (BjtIssueSlot slot = 0; slot < BJT_N_SLOTS; slot++)
    {
      const char *name = bjt_issue_get_slot (file->issue, slot);
      const char *title = g_dpgettext2 (NULL, "slot", titles[slot]);
      g_autofree char *spoken = g_strdup_printf ("%s: %s", title, name != NULL ? name : _("nobody"));

      gtk_label_set_text (self->names[slot], name != NULL ? name : _("nobody"));
      gtk_widget_set_tooltip_text (self->buttons[slot], spoken);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[slot]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_object_set_data_full (G_OBJECT (self->buttons[slot]), "name", g_strdup (name), g_free);
      bjt_widgets_toggle_css_class (self->buttons[slot], "empty-slot", name == NULL);
    }
}
