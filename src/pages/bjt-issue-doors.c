/* bjt-issue-doors.c: rows stay while the same homes are concerned, so that the
 * keyboard stays where it is; what they say follows the file. */
#include "bjt-issue-doors.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-issue-desk.h"
#include "widgets/bjt-rows.h"

#define MAX_ROWS 200 /* more are counted, not listed */
#define FEW 6        /* the others on demand */

struct _BjtIssueDoors
{
  GtkBox parent_instance;

  /* Borrowed */
  BjtPage       *page;
  GtkLabel      *aside;
  GtkMenuButton *add_button;
  GtkBox        *rows;
  GtkWidget     *all_button;

  /* Owned */
  GPtrArray *doors; /* BjtIssueDoor, of the rows */

  /* State */
  BjtUuid  issue_id;
  guint32  door; /* where the issue is, in the picture; BJT_NO_INDEX: not known */
  guint32  entrance;
  guint32  building;
  gboolean shows_all;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtIssueDoors, bjt_issue_doors, GTK_TYPE_BOX)

/* Adding */

static void
add_range (BjtDoorSet *doors,
           BjtRun      run)
{
  for (guint32 i = 0; i < run.n; i++)
    bjt_door_set_add (doors, run.first + i);
}

static BjtDoorSet *
collect (BjtIssueDoors *self,
         const char    *what)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  const BjtDoorSet *selection = bjt_focus_get_selection (bjt_page_get_focus (self->page));
  BjtDoorSet *doors = bjt_door_set_new (picture->doors->len);

  if (g_str_equal (what, "selection") && selection != NULL)
    bjt_door_set_unite (doors, selection);
  else if (g_str_equal (what, "building") && self->building < picture->buildings->len)
    add_range (doors, bjt_picture_get_building (picture, self->building)->doors);
  else if (g_str_equal (what, "entrance") && self->entrance < picture->entrances->len)
    add_range (doors, bjt_picture_get_entrance (picture, self->entrance)->doors);
  else if (g_str_equal (what, "riser") && self->door < picture->doors->len)
    bjt_door_set_add_riser (doors, picture, self->door);
  else if (g_str_equal (what, "door") && self->door < picture->doors->len)
    bjt_door_set_add (doors, self->door);
  return doors;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BjtIssueDoors *self = BJT_ISSUE_DOORS (widget);
  g_autoptr (BjtDoorSet) doors = collect (self, g_variant_get_string (parameter, NULL));

  bjt_issue_desk_add_doors (self->page, &self->issue_id, doors);
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *what)
{
  g_autofree char *action = g_strdup_printf ("concerned.add::%s", what);

  g_menu_append (menu, label, action);
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  BjtIssueDoors *self = BJT_ISSUE_DOORS (user_data);
  g_autoptr (GMenu) menu = g_menu_new ();
  const BjtDoorSet *selection = bjt_focus_get_selection (bjt_page_get_focus (self->page));

  if (self->door != BJT_NO_INDEX)
    {
      append_choice (menu, _("This Home"), "door");
      append_choice (menu, _("All Homes on Its Pipes"), "riser");
    }
  if (self->entrance != BJT_NO_INDEX)
    append_choice (menu, _("The Entrance"), "entrance");
  if (self->building != BJT_NO_INDEX)
    append_choice (menu, _("The Building"), "building");
  if (selection != NULL)
    {
      g_autofree char *label = g_strdup_printf (_("The %u Selected"), bjt_door_set_count (selection));

      append_choice (menu, label, "selection");
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    g_menu_append (menu, _("Select homes on the map first"), "concerned.none");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Rows */

static BjtIssueDoor *
get_door (BjtIssueDoors *self,
          GtkWidget     *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  return index < self->doors->len ? self->doors->pdata[index] : NULL;
}

static void
consent_cb (GtkDropDown   *drop_down,
            GParamSpec    *pspec,
            BjtIssueDoors *self)
{
  const BjtIssueDoor *shown = get_door (self, gtk_widget_get_parent (GTK_WIDGET (drop_down)));
  g_autoptr (BjtIssueDoor) door = shown != NULL && !self->is_filling ? bjt_issue_door_copy (shown) : NULL;
  int consent = (int) gtk_drop_down_get_selected (drop_down);

  if (door == NULL || door->consent == consent)
    return;
  door->consent = consent;
  if (!bjt_issue_desk_change_door (self->page, door))
    gtk_drop_down_set_selected (drop_down, (guint) shown->consent);
}

static void
share_cb (GtkEntry      *entry,
          BjtIssueDoors *self)
{
  const BjtIssueDoor *shown = get_door (self, gtk_widget_get_parent (GTK_WIDGET (entry)));
  g_autoptr (BjtIssueDoor) door = shown != NULL ? bjt_issue_door_copy (shown) : NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  char *end = NULL;

  if (door == NULL)
    return;
  door->share = *text != '\0' ? g_ascii_strtod (text, &end) : (double) NAN;
  if (end != NULL && (*end != '\0' || end == text))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  bjt_issue_desk_change_door (self->page, door);
}

static void
remove_cb (GtkWidget     *button,
           BjtIssueDoors *self)
{
  const BjtIssueDoor *door = get_door (self, gtk_widget_get_parent (button));
  BjtUuid id;

  if (door == NULL)
    return;
  id = door->id;
  bjt_issue_desk_remove_door (self->page, &id);
}

static void
go_cb (GtkWidget     *button,
       BjtIssueDoors *self)
{
  const BjtIssueDoor *door = get_door (self, gtk_widget_get_parent (button));
  guint32 index = door != NULL ? bjt_picture_find_door (bjt_page_get_picture (self->page), &door->door_id) : BJT_NO_INDEX;

  if (index != BJT_NO_INDEX)
    bjt_focus_choose_door (bjt_page_get_focus (self->page), index);
}

static GtkWidget *
new_row (BjtIssueDoors *self,
         guint          index)
{
  const char *const consents[] = { _("not asked"), _("agrees"), _("refuses"), NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *go = gtk_button_new (), *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *name = gtk_label_new (NULL), *consent = gtk_drop_down_new_from_strings (consents), *share = gtk_entry_new ();

  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_START);
  gtk_button_set_child (GTK_BUTTON (go), name);
  gtk_widget_add_css_class (go, "flat");
  gtk_widget_add_css_class (go, "quiet");
  gtk_widget_set_hexpand (go, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (share), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (share), 6);
  gtk_entry_set_placeholder_text (GTK_ENTRY (share), _("yuan"));
  gtk_entry_set_input_purpose (GTK_ENTRY (share), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Not Concerned"));
  gtk_box_append (GTK_BOX (row), go);
  gtk_box_append (GTK_BOX (row), consent);
  gtk_box_append (GTK_BOX (row), share);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_widget_add_css_class (row, "concerned");
  g_signal_connect (go, "clicked", G_CALLBACK (go_cb), self);
  g_signal_connect (consent, "notify::selected", G_CALLBACK (consent_cb), self);
  g_signal_connect (share, "activate", G_CALLBACK (share_cb), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  return row;
}

static void
name_children (GtkWidget  *row,
               const char *place)
{
  const char *const labels[] = { "%s", _("Consent of %s"), _("Share of %s in yuan"), _("%s is not concerned") };
  GtkWidget *child = gtk_widget_get_first_child (row);

  for (guint i = 0; i < G_N_ELEMENTS (labels) && child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    {
      g_auto (GStrv) parts = g_strsplit (labels[i], "%s", 2);
      g_autofree char *label = g_strjoin (place, parts[0], parts[1], NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

static void
update_row (BjtIssueDoors      *self,
            GtkWidget          *row,
            const BjtIssueDoor *door)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  guint32 index = bjt_picture_find_door (picture, &door->door_id);
  g_autofree char *place = index != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, index) : g_strdup ("—");
  g_autofree char *share = isnan (door->share) ? g_strdup ("") : g_strdup_printf ("%.2f", door->share);
  GtkWidget *go = gtk_widget_get_first_child (row), *consent = gtk_widget_get_next_sibling (go), *entry = gtk_widget_get_next_sibling (consent);

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (go))), place);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (consent), (guint) door->consent);
  if ((gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0) /* not under somebody's fingers */
    gtk_editable_set_text (GTK_EDITABLE (entry), share);
  name_children (row, place);
}

static gboolean
has_same_doors (const GPtrArray *a,
                const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!bjt_uuid_equal (&((const BjtIssueDoor *) a->pdata[i])->id, &((const BjtIssueDoor *) b->pdata[i])->id))
      return FALSE;
  return TRUE;
}

static void
show_few (BjtIssueDoors *self)
{
  guint n = self->doors->len, i = 0;
  g_autofree char *label = g_strdup_printf (g_dngettext (NULL, "All %u home", "All %u homes", n), n);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, self->shows_all || i++ < FEW);
  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  gtk_widget_set_visible (self->all_button, !self->shows_all && n > FEW);
}

static void
show_all_cb (BjtIssueDoors *self)
{
  self->shows_all = TRUE;
  show_few (self);
}

static void
show_aside (BjtIssueDoors *self)
{
  double sum = 0;
  guint n_agree = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->doors->len; i++)
    {
      const BjtIssueDoor *door = self->doors->pdata[i];

      n_agree += door->consent == BJT_CONSENT_GIVEN;
      sum += isnan (door->share) ? 0 : door->share;
    }
  if (self->doors->len > 0)
    /* Translators: homes that agree, of how many; %.2f yuan in all */
    text = sum > 0 ? g_strdup_printf (_("%u of %u agree · %.2f yuan"), n_agree, self->doors->len, sum) : g_strdup_printf (_("%u of %u agree"), n_agree, self->doors->len);
  gtk_label_set_text (self->aside, text != NULL ? text : "");
}

void
bjt_issue_doors_show (BjtIssueDoors      *self,
                      const BjtIssueFile *file)
{
  gboolean is_same = has_same_doors (self->doors, file->doors);
  GtkWidget *row;

  if (!bjt_uuid_equal (&self->issue_id, &file->issue->id))
    self->shows_all = FALSE;
  self->issue_id = file->issue->id;
  self->door = file->line->door;
  self->entrance = file->line->entrance;
  self->building = file->line->building;
  g_clear_pointer (&self->doors, g_ptr_array_unref);
  self->doors = g_ptr_array_ref (file->doors);
  if (!is_same)
    {
      bjt_rows_clear (self->rows);
      for (guint i = 0; i < MIN (self->doors->len, MAX_ROWS); i++)
        gtk_box_append (self->rows, new_row (self, i));
    }
  self->is_filling = TRUE;
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (guint i = 0; row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    update_row (self, row, self->doors->pdata[i]);
  self->is_filling = FALSE;
  show_few (self);
  show_aside (self);
}

/* Object */

static void
bjt_issue_doors_finalize (GObject *object)
{
  g_clear_pointer (&BJT_ISSUE_DOORS (object)->doors, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_issue_doors_parent_class)->finalize (object);
}

static void
bjt_issue_doors_class_init (BjtIssueDoorsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_issue_doors_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "concerned.add", "s", add_action);
}

static void
bjt_issue_doors_init (BjtIssueDoors *self)
{
  GtkWidget *heading = bjt_rows_create_heading (_("Homes Concerned"), "");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->aside = GTK_LABEL (gtk_widget_get_last_child (heading));
  self->add_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->add_button, _("Add"));
  gtk_menu_button_set_create_popup_func (self->add_button, create_menu_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Homes Concerned"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->add_button), "quiet-menu");
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->add_button));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
  self->all_button = gtk_button_new ();
  gtk_widget_add_css_class (self->all_button, "quiet");
  gtk_widget_set_halign (self->all_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->all_button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (self), self->all_button);
  self->door = self->entrance = self->building = BJT_NO_INDEX;
}

GtkWidget *
bjt_issue_doors_new (BjtPage *page)
{
  BjtIssueDoors *self = g_object_new (BJT_TYPE_ISSUE_DOORS, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}
