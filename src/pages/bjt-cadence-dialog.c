/* bjt-cadence-dialog.c: a row a rule, unfolded to change it; nothing is written until
 * it is saved, what the workspace refuses stays as it was typed. */
#include "bjt-cadence-dialog.h"

#include <glib/gi18n.h>

#include "bjt-cadence-row.h"
#include "bjt-form-dialog.h"
#include "workspace/bjt-workspace-cadence.h"

typedef struct
{
  BjtPage            *page;    /* owned */
  GtkWindow          *window;  /* owns this */
  AdwPreferencesPage *content;
  AdwPreferencesGroup *group;  /* of the content; NULL: not filled yet */
  guint               update_idle;
} Rules;

static void update (Rules *self);

static void
rules_free (gpointer data)
{
  Rules *self = data;

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_object_unref (self->page);
  g_free (self);
}

static void
save_cb (Rules         *self,
         BjtCadenceRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtCadenceRule) rule = bjt_cadence_row_dup_rule (row, &error);
  gboolean done = rule != NULL && bjt_workspace_save_cadence_rule (bjt_page_get_workspace (self->page), rule, &error);

  bjt_page_tell_outcome (self->page, done, _("The rule is saved"), &error);
  if (done)
    update (self);
}

static void
remove_cb (Rules         *self,
           BjtCadenceRow *row)
{
  g_autoptr (GError) error = NULL;
  gboolean done = bjt_workspace_remove_cadence_rule (bjt_page_get_workspace (self->page), bjt_cadence_row_get_code (row), &error);

  bjt_page_tell_outcome (self->page, done, _("The rule is removed"), &error);
  if (done)
    update (self);
}

static void
add_rule (Rules                *self,
          const BjtCadenceRule *rule)
{
  GtkWidget *row = bjt_cadence_row_new (bjt_page_get_picture (self->page), rule);

  g_signal_connect_swapped (row, "save", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (row, "remove", G_CALLBACK (remove_cb), self);
  adw_preferences_group_add (self->group, row);
}

static gboolean
update_idle (gpointer user_data)
{
  Rules *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = bjt_workspace_list_cadence_rules (bjt_page_get_workspace (self->page), &error);
  g_autoptr (BjtCadenceRule) fresh = bjt_cadence_rule_new ();

  self->update_idle = 0;
  if (self->group != NULL)
    adw_preferences_page_remove (self->content, self->group);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_description (self->group, _("Of several rules the strictest counts. Attempts in vain never count as a visit."));
  adw_preferences_page_add (self->content, self->group);
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    add_rule (self, rules->pdata[i]);
  fresh->outcomes = BJT_CONTACTS_MET_OR_PHONED;
  fresh->valid_from = fresh->valid_to = BJT_DATE_NONE;
  add_rule (self, fresh);
  return G_SOURCE_REMOVE;
}

/* Later: the button that was pressed is still at work. */
static void
update (Rules *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_DEFAULT, update_idle, self, NULL);
}

void
bjt_cadence_dialog_present (BjtPage *page)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (page));
  Rules     *self = g_new0 (Rules, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = g_object_ref (page);
  self->window = GTK_WINDOW (g_object_new (ADW_TYPE_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "modal", TRUE,
                                           "title", _("Rules of Cadence"), "default-width", 620, "default-height", 660, NULL));
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  g_object_set_data_full (G_OBJECT (self->window), "rules", self, rules_free);
  bjt_form_dialog_close_on_escape (self->window);
  update_idle (self);
  gtk_window_present (self->window);
}
