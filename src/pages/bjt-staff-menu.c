/* bjt-staff-menu.c: a small button that names the one at work and lets another
 * be chosen. The menu is made when the community changes. */
#include "bjt-staff-menu.h"

#include <glib/gi18n.h>

struct _BjtStaffMenu
{
  BjtPage parent_instance;

  /* Borrowed */
  GtkMenuButton *button;

  /* Owned */
  GSimpleAction *choose;
  char          *staff;
};

G_DEFINE_FINAL_TYPE (BjtStaffMenu, bjt_staff_menu, BJT_TYPE_PAGE)

enum
{
  PROP_STAFF = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const BjtStaff *
find_staff (const GPtrArray *staff,
            const char      *key)
{
  BjtUuid id;

  if (staff == NULL || !bjt_uuid_init_from_string (&id, key))
    return NULL;
  for (guint i = 0; i < staff->len; i++)
    if (bjt_uuid_equal (&((BjtStaff *) staff->pdata[i])->id, &id))
      return staff->pdata[i];
  return NULL;
}

static void
show_staff (BjtStaffMenu   *self,
            const BjtStaff *staff)
{
  g_autofree char *name = staff != NULL ? g_strdup_printf (_("At work: %s"), staff->name) : g_strdup (_("Who is at work?"));

  gtk_menu_button_set_label (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_simple_action_set_state (self->choose, g_variant_new_string (staff != NULL ? self->staff : ""));
}

static void
apply_staff (BjtStaffMenu    *self,
             const GPtrArray *staff)
{
  const BjtStaff *one = find_staff (staff, self->staff);

  bjt_workspace_set_staff (bjt_page_get_workspace (BJT_PAGE (self)), one != NULL ? &one->id : &BJT_UUID_NIL);
  show_staff (self, one);
}

static void
set_staff (BjtStaffMenu *self,
           const char   *key)
{
  g_autoptr (GPtrArray) staff = NULL;

  if (g_strcmp0 (self->staff, key) == 0)
    return;
  g_free (self->staff);
  self->staff = g_strdup (key);
  staff = bjt_workspace_list_staff (bjt_page_get_workspace (BJT_PAGE (self)), NULL);
  apply_staff (self, staff);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAFF]);
}

static void
choose_cb (BjtStaffMenu *self,
           GVariant     *key)
{
  set_staff (self, g_variant_get_string (key, NULL));
}

static void
fill_menu (BjtStaffMenu *self)
{
  g_autoptr (GPtrArray) staff = bjt_workspace_list_staff (bjt_page_get_workspace (BJT_PAGE (self)), NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const BjtStaff  *one = staff->pdata[i];
      g_autofree char *label = one->kind != NULL ? g_strdup_printf ("%s · %s", one->name, one->kind) : g_strdup (one->name);
      g_autofree char *key = bjt_uuid_dup_string (&one->id);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "staff.choose", "s", key);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self), staff != NULL && staff->len > 0);
  apply_staff (self, staff);
}

static void
add_action (BjtStaffMenu *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->choose = g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_object (self->choose, "activate", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->choose));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "staff", G_ACTION_GROUP (group));
}

static void
bjt_staff_menu_constructed (GObject *object)
{
  BjtStaffMenu *self = BJT_STAFF_MENU (object);

  G_OBJECT_CLASS (bjt_staff_menu_parent_class)->constructed (object);
  add_action (self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  fill_menu (self);
  g_signal_connect_object (bjt_page_get_workspace (BJT_PAGE (self)), "changed", G_CALLBACK (fill_menu), self, G_CONNECT_SWAPPED);
}

static void
bjt_staff_menu_finalize (GObject *object)
{
  BjtStaffMenu *self = BJT_STAFF_MENU (object);

  g_clear_object (&self->choose);
  g_free (self->staff);
  G_OBJECT_CLASS (bjt_staff_menu_parent_class)->finalize (object);
}

static void
bjt_staff_menu_get_property (GObject    *object,
                             guint       property,
                             GValue     *value,
                             GParamSpec *spec)
{
  g_value_set_string (value, BJT_STAFF_MENU (object)->staff);
}

static void
bjt_staff_menu_set_property (GObject      *object,
                             guint         property,
                             const GValue *value,
                             GParamSpec   *spec)
{
  set_staff (BJT_STAFF_MENU (object), g_value_get_string (value));
}

static void
bjt_staff_menu_class_init (BjtStaffMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = bjt_staff_menu_constructed;
  object_class->finalize = bjt_staff_menu_finalize;
  object_class->get_property = bjt_staff_menu_get_property;
  object_class->set_property = bjt_staff_menu_set_property;
  properties[PROP_STAFF] = g_param_spec_string ("staff", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bjt_staff_menu_init (BjtStaffMenu *self)
{
  self->staff = g_strdup ("");
}

GtkWidget *
bjt_staff_menu_new (BjtWorkspace *workspace,
                    BjtFocus     *focus)
{
  return g_object_new (BJT_TYPE_STAFF_MENU, "workspace", workspace, "focus", focus, NULL);
}
