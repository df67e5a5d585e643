/* bjt-planner-close-dialog.c: rows as of a walk sheet. Nothing is written before one
 * of the two buttons is pressed: all of it is one action, to be undone. */
#include "bjt-planner-close-dialog.h"

#include <glib/gi18n.h>

#include "bjt-form-dialog.h"
#include "bjt-walk-row.h"
#include "workspace/bjt-workspace-visit-plans.h"

typedef struct
{
  BjtWalkRow             *row;
  const BjtVisitPlanStop *stop;
} Line;

struct _BjtPlannerCloseDialog
{
  AdwWindow parent_instance;

  /* Owned */
  BjtPage        *page;
  char           *number;
  BjtSavedRoutes *saved;
  GArray         *lines; /* Line: the open ones */

  /* Children */
  GtkWidget   *scroller;
  GtkBox      *rows;
  GtkEditable *reason;
  GtkLabel    *state;
};

G_DEFINE_FINAL_TYPE (BjtPlannerCloseDialog, bjt_planner_close_dialog, ADW_TYPE_WINDOW)

static guint noted_signal;

static const Line *
get_line (BjtPlannerCloseDialog *self,
          guint                  index)
{
  return &g_array_index (self->lines, Line, index);
}

static guint
count_entered (BjtPlannerCloseDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += bjt_walk_row_get_outcome (get_line (self, i)->row) >= 0;
  return n;
}

static void
update_state (BjtPlannerCloseDialog *self)
{
  /* Translators: how many rows of a walk sheet are entered, of how many */
  g_autofree char *text = g_strdup_printf (_("%u of %u entered"), count_entered (self), self->lines->len);

  gtk_label_set_text (self->state, text);
}

/* Writing */

static GArray *
list_results (BjtPlannerCloseDialog *self,
              gboolean               close)
{
  GArray     *results = g_array_new (FALSE, TRUE, sizeof (BjtStopResult));
  const char *reason = gtk_editable_get_text (self->reason);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line   *line = get_line (self, i);
      const char   *note = bjt_walk_row_get_note (line->row);
      BjtStopResult result = { .stop_id = line->stop->id, .outcome = bjt_walk_row_get_outcome (line->row), .next_on = BJT_DATE_NONE };

      if (result.outcome >= 0)
        result.note = *note != '\0' ? note : NULL;
      else if (close && *reason != '\0')
        result.reason = reason;
      if (result.outcome >= 0 || result.reason != NULL)
        g_array_append_val (results, result);
    }
  return results;
}

static void
write_results (BjtPlannerCloseDialog *self,
               gboolean               close)
{
  g_autoptr (GArray) results = list_results (self, close);
  guint            n = count_entered (self), n_left = self->lines->len - n;
  g_autofree char *visits = g_strdup_printf (g_dngettext (NULL, "%u visit is recorded", "%u visits are recorded", n), n);
  g_autofree char *left = close && n_left > 0 ? g_strdup_printf (g_dngettext (NULL, "%u home is due as before", "%u homes are due as before", n_left), n_left) : NULL;
  g_autofree char *text = n == 0 && left != NULL ? g_strdup (left) : g_strjoin (" · ", visits, left, NULL);
  g_autoptr (GError) error = NULL;

  if (!bjt_page_tell_outcome (self->page, bjt_workspace_note_stop_results (bjt_page_get_workspace (self->page), self->number, (const BjtStopResult *) (gpointer) results->data, results->len, close, &error), text, &error))
    return;
  g_signal_emit (self, noted_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (BjtPlannerCloseDialog *self)
{
  write_results (self, FALSE);
}

static void
close_cb (BjtPlannerCloseDialog *self)
{
  write_results (self, TRUE);
}

/* Rows */

static void
done_cb (BjtPlannerCloseDialog *self,
         BjtWalkRow            *row)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  for (guint i = 0; i + 1 < self->lines->len; i++)
    if (get_line (self, i)->row == row)
      {
        GtkWidget *next = GTK_WIDGET (get_line (self, i + 1)->row);

        gtk_widget_grab_focus (next);
        if (gtk_widget_compute_bounds (next, GTK_WIDGET (self->rows), &bounds))
          gtk_adjustment_clamp_page (adjustment, bounds.origin.y - bounds.size.height, bounds.origin.y + 3 * bounds.size.height);
      }
}

static void
add_head (BjtPlannerCloseDialog  *self,
          const BjtVisitPlanStop *stop)
{
  const BjtVisitPlanWorker *worker = (guint) stop->worker < self->saved->workers->len ? self->saved->workers->pdata[stop->worker] : NULL;
  g_autofree char *name = worker != NULL && worker->name != NULL ? g_strdup (worker->name) : g_strdup_printf (_("Worker %u"), (guint) stop->worker + 1);
  g_autofree char *day = bjt_date_dup_string (stop->day);
  g_autofree char *text = g_strdup_printf ("%s · %s", name, day);
  GtkWidget       *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 8);
  gtk_box_append (self->rows, label);
}

static void
add_line (BjtPlannerCloseDialog  *self,
          const BjtVisitPlanStop *stop,
          guint32                 door)
{
  GtkWidget *row = bjt_walk_row_new (bjt_page_get_picture (self->page), door, (guint) stop->position + 1, bjt_focus_get_names_shown (bjt_page_get_focus (self->page)));
  Line       line = { BJT_WALK_ROW (row), stop };

  g_signal_connect_object (row, "changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, row);
  g_array_append_val (self->lines, line);
}

static void
fill (BjtPlannerCloseDialog *self)
{
  const BjtVisitPlanStop *last = NULL;

  for (guint i = 0; i < self->saved->stops->len; i++)
    {
      const BjtVisitPlanStop *stop = self->saved->stops->pdata[i];
      guint32                 door = bjt_picture_find_door (bjt_page_get_picture (self->page), &stop->door_id);

      if (stop->worker < 0 || stop->outcome >= 0 || door == BJT_NO_INDEX)
        continue;
      if (last == NULL || last->worker != stop->worker || last->day != stop->day)
        add_head (self, stop);
      add_line (self, stop, door);
      last = stop;
    }
  update_state (self);
}

/* Object */

static void
bjt_planner_close_dialog_finalize (GObject *object)
{
  BjtPlannerCloseDialog *self = BJT_PLANNER_CLOSE_DIALOG (object);

  bjt_saved_routes_free (self->saved);
  g_array_unref (self->lines);
  g_free (self->number);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (bjt_planner_close_dialog_parent_class)->finalize (object);
}

static void
bjt_planner_close_dialog_class_init (BjtPlannerCloseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_planner_close_dialog_finalize;
  noted_signal = g_signal_new ("noted", BJT_TYPE_PLANNER_CLOSE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_header (BjtPlannerCloseDialog *self)
{
  GtkWidget *header = adw_header_bar_new (), *save = gtk_button_new_with_label (_("Save So Far")), *close = gtk_button_new_with_label (_("Close Out"));

  self->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  gtk_widget_add_css_class (close, "suggested-action");
  gtk_widget_set_tooltip_text (save, _("The plan stays open: go on later, or plan the rest anew"));
  gtk_widget_set_tooltip_text (close, _("What is not entered is due as before"));
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), save);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), close);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->state));
  return header;
}

static GtkWidget *
create_foot (BjtPlannerCloseDialog *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (_("Why the rest was not done"));

  self->reason = GTK_EDITABLE (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->reason), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("no time left, rain, called away…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why the rest was not done"), -1);
  gtk_box_append (GTK_BOX (foot), label);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->reason));
  gtk_widget_add_css_class (foot, "planner-foot");
  return foot;
}

static void
bjt_planner_close_dialog_init (BjtPlannerCloseDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *hint = gtk_label_new (_("A digit chooses the outcome · Tab to the note · Enter goes on"));

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "card-body");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->rows));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_margin_top (hint, 6);
  gtk_widget_set_margin_bottom (hint, 6);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), create_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 980, 660);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  bjt_form_dialog_close_on_escape (GTK_WINDOW (self));
}

/**
 * bjt_planner_close_dialog_new:
 *
 * Returns: (transfer none) (nullable):
 */
GtkWidget *
bjt_planner_close_dialog_new (BjtPage    *page,
                              const char *number)
{
  GtkRoot               *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autoptr (GError)     error = NULL;
  BjtSavedRoutes        *saved = bjt_workspace_load_visit_plan (bjt_page_get_workspace (page), number, &error);
  g_autofree char       *title = g_strdup_printf (_("Close Out %s"), number);
  BjtPlannerCloseDialog *self;

  if (saved == NULL)
    {
      bjt_page_tell_error (page, error);
      return NULL;
    }
  self = g_object_new (BJT_TYPE_PLANNER_CLOSE_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "title", title, NULL);
  self->page = g_object_ref (page);
  self->number = g_strdup (number);
  self->saved = saved;
  fill (self);
  if (self->lines->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_line (self, 0)->row));
  return GTK_WIDGET (self);
}
