/* bjt-walk-dialog.c: each row is saved when it is left by Enter and, at the latest,
 * when the dialog goes: nothing that is entered is lost. */
#include "bjt-walk-dialog.h"

#include <glib/gi18n.h>

#include "bjt-form-dialog.h"
#include "bjt-walk-row.h"
#include "print/bjt-atlas.h"
#include "print/bjt-walk-sheet.h"
#include "workspace/bjt-workspace-visits.h"
#include "workspace/bjt-workspace-walks.h"

#define SOURCE "walk-sheet"

typedef struct
{
  BjtPage     *page;   /* owned */
  GtkWindow   *window; /* owns this */
  GtkEditable *number;
  GtkBox      *rows;
  GtkWidget   *scroller;
  GtkLabel    *state;
  BjtWalk     *walk;   /* NULL: none is open */
} Entry;

/* Printing */

static BjtSheet *
make_sheet (BjtPage       *page,
            const BjtWalk *walk,
            GError       **error)
{
  BjtGridSheetOptions options = { .names = BJT_SHEET_NAMES_MASKED, .made_on = BJT_DATE_NONE, .language = BJT_SHEET_CHINESE };
  BjtPicture *picture = bjt_page_get_picture (page);
  g_autofree guint32 *doors = g_new (guint32, walk->door_ids->len);
  BjtWalkPlan plan = { walk->number, walk->on, doors, walk->door_ids->len };

  for (guint i = 0; i < walk->door_ids->len; i++)
    doors[i] = bjt_picture_find_door (picture, &g_array_index (walk->door_ids, BjtUuid, i));
  return bjt_walk_sheet_new (picture, &plan, &options, error);
}

void
bjt_walk_dialog_print (BjtPage *page,
                       int      grid)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (page);
  g_autoptr (BjtWalk) walk = bjt_workspace_plan_walk (workspace, bjt_workspace_get_today (workspace), grid);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtSheet) sheet = walk != NULL && bjt_workspace_keep_walk (workspace, walk, &error) ? make_sheet (page, walk, &error) : NULL;

  if (sheet != NULL)
    gtk_window_present (GTK_WINDOW (bjt_form_dialog_new (page, sheet, _("Walk Sheet"))));
  else if (error != NULL)
    bjt_page_tell_error (page, error);
}

static BjtSheet *
make_sheets (BjtPage         *page,
             const GPtrArray *walks,
             GError         **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < walks->len; i++)
    {
      BjtSheet *sheet = make_sheet (page, walks->pdata[i], error);

      if (sheet == NULL)
        return NULL;
      g_ptr_array_add (sheets, sheet);
    }
  return bjt_atlas_new (bjt_sheet_get_title (sheets->pdata[0]), sheets, error);
}

void
bjt_walk_dialog_print_doors (BjtPage          *page,
                             const BjtDoorSet *doors)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (page);
  g_autoptr (GPtrArray) walks = bjt_workspace_plan_walks_of (workspace, bjt_workspace_get_today (workspace), doors);
  g_autoptr (GError)    error = NULL;
  g_autoptr (BjtSheet)  sheet = bjt_workspace_keep_walks (workspace, (BjtWalk *const *) walks->pdata, walks->len, &error)
                                  ? make_sheets (page, walks, &error) : NULL;

  if (sheet != NULL)
    gtk_window_present (GTK_WINDOW (bjt_form_dialog_new (page, sheet, _("Walk Sheet"))));
  else
    bjt_page_tell_error (page, error);
}

/* Entering */

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_pointer (&self->walk, bjt_walk_free);
  g_object_unref (self->page);
  g_free (self);
}

static void
update_state (Entry *self)
{
  guint n = 0, n_saved = 0;
  g_autofree char *text = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr (BjtVisit) visit = bjt_walk_row_dup_visit (BJT_WALK_ROW (row));

      n++;
      n_saved += visit != NULL && !bjt_walk_row_is_changed (BJT_WALK_ROW (row));
    }
  /* Translators: how many rows of a walk sheet are entered, of how many */
  text = g_strdup_printf (_("%u of %u entered"), n_saved, n);
  gtk_label_set_text (self->state, text);
}

static gboolean
save_row (Entry      *self,
          BjtWalkRow *row)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (self->page);
  g_autoptr (BjtVisit) visit = bjt_walk_row_is_changed (row) ? bjt_walk_row_dup_visit (row) : NULL;
  BjtVisitDraft draft = { visit, NULL, 0, NULL, NULL };
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (visit == NULL)
    return TRUE;
  visit->visited_on = self->walk->on;
  if (bjt_uuid_is_nil (&visit->id))
    {
      visit->staff_id = *bjt_workspace_get_staff (workspace);
      visit->source = g_strdup (SOURCE);
      done = bjt_workspace_record_visit (workspace, &draft, &error);
    }
  else
    done = bjt_workspace_correct_visit (workspace, visit, &error);
  if (done)
    bjt_walk_row_set_visit (row, visit);
  else
    bjt_page_tell_error (self->page, error);
  update_state (self);
  return done;
}

static void
scroll_to (Entry     *self,
           GtkWidget *row)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->rows), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - bounds.size.height, bounds.origin.y + 3 * bounds.size.height);
}

static void
done_cb (BjtWalkRow *row,
         Entry      *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (!save_row (self, row) || next == NULL)
    return;
  gtk_widget_grab_focus (next);
  scroll_to (self, next);
}

static void
save_all (Entry *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (!save_row (self, BJT_WALK_ROW (row)))
      return;
}

/* What is entered of this sheet already. */
static void
fill_row (Entry         *self,
          BjtWalkRow    *row,
          const BjtUuid *door_id)
{
  g_autoptr (GPtrArray) visits = bjt_workspace_list_visits (bjt_page_get_workspace (self->page), door_id, 20, NULL);

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      const BjtVisit *visit = visits->pdata[i];

      if (visit->visited_on != self->walk->on || g_strcmp0 (visit->source, SOURCE) != 0)
        continue;
      bjt_walk_row_set_visit (row, visit);
      return;
    }
}

static void
show_walk (Entry *self)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  gboolean    names_shown = bjt_focus_get_names_shown (bjt_page_get_focus (self->page));
  GtkWidget  *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < self->walk->door_ids->len; i++)
    {
      const BjtUuid *id = &g_array_index (self->walk->door_ids, BjtUuid, i);
      guint32        door = bjt_picture_find_door (picture, id);
      GtkWidget     *row;

      if (door == BJT_NO_INDEX)
        continue;
      row = bjt_walk_row_new (picture, door, i + 1, names_shown);
      fill_row (self, BJT_WALK_ROW (row), id);
      g_signal_connect (row, "done", G_CALLBACK (done_cb), self);
      gtk_box_append (self->rows, row);
    }
  update_state (self);
  if ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_widget_grab_focus (child);
}

static void
open_cb (Entry *self)
{
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (self->number)));
  g_autoptr (GError) error = NULL;
  BjtWalk *walk = bjt_workspace_find_walk (bjt_page_get_workspace (self->page), number, &error);

  if (walk == NULL)
    {
      gtk_label_set_text (self->state, _("There is no walk sheet of this number"));
      return;
    }
  if (self->walk != NULL)
    save_all (self);
  g_clear_pointer (&self->walk, bjt_walk_free);
  self->walk = walk;
  show_walk (self);
}

static gboolean
close_cb (Entry *self)
{
  if (self->walk != NULL)
    save_all (self);
  return FALSE;
}

static GtkWidget *
create_header (Entry *self)
{
  GtkWidget *header = adw_header_bar_new (), *number = gtk_entry_new ();

  self->number = GTK_EDITABLE (number);
  gtk_entry_set_placeholder_text (GTK_ENTRY (number), _("Number of the sheet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Number of the sheet"), -1);
  gtk_editable_set_width_chars (self->number, 12);
  self->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  g_signal_connect_swapped (number, "activate", G_CALLBACK (open_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), number);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->state));
  return header;
}

static GtkWidget *
create_content (Entry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint = gtk_label_new (_("A digit chooses the outcome · Tab to the note · Enter saves and goes on"));

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
  return box;
}

/* The newest of the grid. */
static BjtWalk *
take_last (BjtPage *page,
           int      grid)
{
  g_autoptr (GPtrArray) walks = bjt_workspace_list_walks (bjt_page_get_workspace (page), NULL);

  for (guint i = 0; walks != NULL && i < walks->len; i++)
    if (grid == 0 || ((BjtWalk *) walks->pdata[i])->grid == grid)
      return g_ptr_array_steal_index (walks, i);
  return NULL;
}

static Entry *
open_entry (BjtPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  Entry   *self = g_new0 (Entry, 1);

  self->page = g_object_ref (page);
  self->window = GTK_WINDOW (g_object_new (ADW_TYPE_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "modal", TRUE,
                                           "title", _("Enter a Walk Sheet"), "default-width", 980, "default-height", 660, NULL));
  adw_window_set_content (ADW_WINDOW (self->window), create_content (self));
  g_object_set_data_full (G_OBJECT (self->window), "entry", self, entry_free);
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (close_cb), self);
  bjt_form_dialog_close_on_escape (self->window);
  return self;
}

void
bjt_walk_dialog_enter_number (BjtPage    *page,
                              const char *number)
{
  Entry *self = open_entry (page);

  gtk_editable_set_text (self->number, number);
  gtk_window_present (self->window);
  open_cb (self);
}

void
bjt_walk_dialog_enter (BjtPage *page,
                       int      grid)
{
  Entry *self = open_entry (page);

  self->walk = take_last (page, grid);
  gtk_window_present (self->window);
  if (self->walk == NULL)
    {
      gtk_label_set_text (self->state, _("No walk sheet was printed yet"));
      return;
    }
  gtk_editable_set_text (self->number, self->walk->number);
  show_walk (self);
}
