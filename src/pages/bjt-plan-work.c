/* bjt-plan-work.c: each is one action of the workspace. Levels to copy to are
 * ticked in a dialog; those with a drawn plan of their own can't be. */
#include "bjt-plan-work.h"

#include <glib/gi18n.h>

#include "plan/bjt-plan-index.h"
#include "plan/bjt-plan-levels.h"
#include "workspace/bjt-workspace-plans.h"

#define COLUMNS 4
#define MAX_HEIGHT 260

typedef struct
{
  BjtPage       *page;   /* borrowed */
  BjtPlanCanvas *canvas; /* borrowed: its pane has the actions */
} Work;

/* Making and removing */

static void
schematic_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Work   *self = user_data;
  guint32 building = bjt_focus_get_building (bjt_page_get_focus (self->page));
  g_autoptr (GError) error = NULL;
  BjtUuid id;

  if (building == BJT_NO_INDEX)
    return;
  id = bjt_picture_get_building (bjt_page_get_picture (self->page), building)->id;
  bjt_page_tell_outcome (self->page, bjt_workspace_make_schematic (bjt_page_get_workspace (self->page), &id, &error), _("Schematic plan made"), &error);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Work   *self = user_data;
  guint32 plan = bjt_plan_canvas_get_plan (self->canvas);
  g_autoptr (GError) error = NULL;
  BjtUuid id;

  if (plan == BJT_NO_INDEX)
    return;
  id = bjt_picture_get_plan (bjt_page_get_picture (self->page), plan)->id;
  bjt_page_tell_outcome (self->page, bjt_workspace_remove_plan (bjt_page_get_workspace (self->page), &id, &error), _("Floor plan removed"), &error);
}

/* Copying */

typedef struct
{
  BjtPage          *page;   /* borrowed: the dialog goes before its window */
  AdwMessageDialog *dialog; /* borrowed: it has this */
  BjtUuid           plan_id;
  GPtrArray        *ticks;  /* GtkCheckButton, borrowed; each knows its level */
} Copying;

static void
copying_free (gpointer  data,
              GClosure *closure)
{
  Copying *self = data;

  g_ptr_array_unref (self->ticks);
  g_free (self);
}

static GArray *
list_ticked (Copying *self)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (BjtLevelRange));

  for (guint i = self->ticks->len; i-- > 0;)
    if (gtk_check_button_get_active (self->ticks->pdata[i]))
      {
        int           ordinal = GPOINTER_TO_INT (g_object_get_data (self->ticks->pdata[i], "level"));
        BjtLevelRange range = { ordinal, ordinal };

        g_array_append_val (levels, range);
      }
  return levels;
}

static void
update_responses (Copying *self)
{
  g_autoptr (GArray) levels = list_ticked (self);

  adw_message_dialog_set_response_enabled (self->dialog, "copy", levels->len > 0);
  adw_message_dialog_set_response_enabled (self->dialog, "share", levels->len > 0);
}

/* The levels that are ticked have the same plan, now and later. */
static gboolean
share (BjtWorkspace  *workspace,
       const BjtUuid *plan_id,
       const char    *more,
       GError       **error)
{
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (workspace, plan_id, error);
  g_autofree char   *all = plan != NULL ? g_strconcat (plan->levels, ";", more, NULL) : NULL;
  g_autoptr (GArray) levels = all != NULL ? bjt_plan_levels_parse (all, error) : NULL;

  if (levels == NULL)
    return FALSE;
  g_free (plan->levels);
  plan->levels = bjt_plan_levels_to_string (levels);
  return bjt_workspace_update_plan (workspace, plan, error);
}

static void
copy_cb (AdwMessageDialog *dialog,
         const char       *response,
         Copying          *self)
{
  BjtWorkspace      *workspace = bjt_page_get_workspace (self->page);
  g_autoptr (GArray) levels = list_ticked (self);
  g_autofree char   *text = bjt_plan_levels_to_string (levels);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "copy"))
    bjt_page_tell_outcome (self->page, bjt_workspace_copy_plan (workspace, &self->plan_id, text, NULL, &error), _("Floor plan copied"), &error);
  else if (g_str_equal (response, "share"))
    bjt_page_tell_outcome (self->page, share (workspace, &self->plan_id, text, &error), _("The levels share one plan"), &error);
}

static gboolean
is_free (const BjtPicture *picture,
         guint32           building,
         int               ordinal)
{
  guint32 plan = bjt_plan_index_find_plan (picture, building, ordinal);

  return plan == BJT_NO_INDEX || bjt_picture_get_plan (picture, plan)->kind == BJT_PLAN_SCHEMATIC;
}

static GtkWidget *
new_ticks (Copying          *self,
           const BjtPicture *picture,
           guint32           plan,
           guint32           building)
{
  GtkWidget         *grid = gtk_grid_new (), *scroller = gtk_scrolled_window_new ();
  g_autoptr (GArray) levels = bjt_plan_index_list_levels (picture, building);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  for (guint i = 0; i < levels->len; i++)
    {
      int              ordinal = g_array_index (levels, int, i), place = (int) self->ticks->len;
      g_autofree char *label = bjt_picture_dup_level_label (picture, building, ordinal);
      GtkWidget       *tick;

      if (bjt_plan_index_find_plan (picture, building, ordinal) == plan)
        continue;
      tick = gtk_check_button_new_with_label (label);
      g_object_set_data (G_OBJECT (tick), "level", GINT_TO_POINTER (ordinal));
      gtk_widget_set_sensitive (tick, is_free (picture, building, ordinal));
      gtk_widget_set_tooltip_text (tick, is_free (picture, building, ordinal) ? NULL : _("Has a plan of its own"));
      gtk_grid_attach (GTK_GRID (grid), tick, place % COLUMNS, place / COLUMNS, 1, 1);
      g_signal_connect_swapped (tick, "toggled", G_CALLBACK (update_responses), self);
      g_ptr_array_add (self->ticks, tick);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  return scroller;
}

static void
ask_copy_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  Work             *self = user_data;
  const BjtPicture *picture = bjt_page_get_picture (self->page);
  guint32           plan = bjt_plan_canvas_get_plan (self->canvas);
  Copying          *copying;
  GtkWidget        *dialog;

  if (plan == BJT_NO_INDEX)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page))), _("Copy to Other Levels"),
                                   _("A copy can be changed on its own. Levels that share a plan are drawn once and change together."));
  copying = g_new0 (Copying, 1);
  *copying = (Copying) { self->page, ADW_MESSAGE_DIALOG (dialog), bjt_picture_get_plan (picture, plan)->id, g_ptr_array_new () };
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_ticks (copying, picture, plan, bjt_picture_get_plan (picture, plan)->building));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "share", _("_Share the Plan"), "copy", _("C_opy"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  update_responses (copying);
  g_signal_connect_data (dialog, "response", G_CALLBACK (copy_cb), copying, copying_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The actions */

static void
update_enabled (GActionMap *actions,
                Work       *self)
{
  gboolean has_plan = bjt_plan_canvas_get_plan (self->canvas) != BJT_NO_INDEX;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "copy")), has_plan);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "remove")), has_plan);
}

static void
plan_changed_cb (GActionMap *actions)
{
  update_enabled (actions, g_object_get_data (G_OBJECT (actions), "work"));
}

void
bjt_plan_work_attach (BjtPage       *page,
                      GtkWidget     *pane,
                      BjtPlanCanvas *canvas)
{
  static const GActionEntry entries[] = {
    { .name = "schematic", .activate = schematic_cb },
    { .name = "copy", .activate = ask_copy_cb },
    { .name = "remove", .activate = remove_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  Work *self = g_new0 (Work, 1);

  *self = (Work) { page, canvas };
  g_object_set_data_full (G_OBJECT (actions), "work", self, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (pane, "drawn", G_ACTION_GROUP (actions));
  g_signal_connect_object (canvas, "plan-changed", G_CALLBACK (plan_changed_cb), actions, G_CONNECT_SWAPPED);
  update_enabled (G_ACTION_MAP (actions), self);
}

GMenuModel *
bjt_plan_work_new_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) coming = g_menu_new (), going = g_menu_new (), plan = g_menu_new ();

  g_menu_append (coming, _("Lay in a Drawing…"), "plan.import");
  g_menu_append (coming, _("Paste a Picture"), "plan.paste");
  g_menu_append (coming, _("Make a Schematic"), "drawn.schematic");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (coming));
  g_menu_append (going, _("Put on the Map…"), "plan.place");
  g_menu_append (going, _("Copy to Other Levels…"), "drawn.copy");
  g_menu_append (going, _("Export…"), "plan.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (going));
  g_menu_append (plan, _("Remove the Floor Plan"), "drawn.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  return G_MENU_MODEL (menu);
}
