/* bjt-visit-list.c: the first few visits; the rest on demand. */
#include "bjt-visit-list.h"

#include <glib/gi18n-lib.h>

#include "bjt-rows.h"
#include "bjt-swatch.h"
#include "bjt-visit-words.h"
#include "bjt-words.h"

#define FEW 4

struct _BjtVisitList
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *box;

  /* Owned */
  GPtrArray *visits;
  GPtrArray *staff;

  /* State */
  BjtDate  as_of;
  gboolean shows_all;
};

G_DEFINE_FINAL_TYPE (BjtVisitList, bjt_visit_list, GTK_TYPE_WIDGET)

enum
{
  CORRECT,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
find_staff_name (BjtVisitList  *self,
                 const BjtUuid *id)
{
  for (guint i = 0; self->staff != NULL && i < self->staff->len; i++)
    {
      const BjtStaff *staff = self->staff->pdata[i];

      if (bjt_uuid_equal (&staff->id, id))
        return staff->name;
    }
  return NULL;
}

static GtkWidget *
create_line (int      outcome,
             gboolean is_last)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *separator;

  gtk_widget_set_margin_top (line, 3);
  gtk_box_append (GTK_BOX (line), bjt_swatch_new (BJT_SWATCH_OUTCOME, outcome));
  if (is_last)
    return line;
  separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_vexpand (separator, TRUE);
  gtk_widget_set_halign (separator, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), separator);
  return line;
}

static void
append_detail (GtkBox     *box,
               const char *text,
               const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (box, bjt_rows_create_label (text, css_class));
}

static void
menu_action_cb (BjtVisitList *self,
                guint         signal,
                guint         index)
{
  if (self->visits != NULL && index < self->visits->len)
    g_signal_emit (self, signals[signal], 0, self->visits->pdata[index]);
}

static void
correct_action (GtkWidget  *widget,
                const char *name,
                GVariant   *index)
{
  menu_action_cb (BJT_VISIT_LIST (widget), CORRECT, g_variant_get_uint32 (index));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *index)
{
  menu_action_cb (BJT_VISIT_LIST (widget), REMOVE, g_variant_get_uint32 (index));
}

static GMenuModel *
create_menu (guint index)
{
  GMenu     *menu = g_menu_new ();
  GMenuItem *correct = g_menu_item_new (_ ("_Correct…"), NULL), *remove = g_menu_item_new (_ ("_Remove"), NULL);

  g_menu_item_set_action_and_target (correct, "visits.correct", "u", index);
  g_menu_item_set_action_and_target (remove, "visits.remove", "u", index);
  g_menu_append_item (menu, correct);
  g_menu_append_item (menu, remove);
  g_object_unref (correct);
  g_object_unref (remove);
  return G_MENU_MODEL (menu);
}

static void
open_menu_cb (GtkGestureClick *gesture,
              int              n_press,
              double           x,
              double           y,
              GtkMenuButton   *button)
{
  gtk_menu_button_popup (button);
}

/* Of the visit at the index; the right button on its row opens it too. */
static GtkWidget *
create_menu_button (guint      index,
                    GtkWidget *row)
{
  g_autoptr (GMenuModel) menu = create_menu (index);
  GtkWidget  *button = gtk_menu_button_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("Correct or remove the visit"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Correct or remove the visit"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (open_menu_cb), button, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  return button;
}

static GtkWidget *
create_title (const char *title,
              const char *staff_name)
{
  GtkWidget *row = bjt_rows_create_heading (title, staff_name);

  gtk_widget_remove_css_class (row, "section");
  return row;
}

static GtkWidget *
create_visit (BjtVisitList *self,
              guint         index,
              gboolean      is_last)
{
  const BjtVisit  *visit = self->visits->pdata[index];
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *day = bjt_words_dup_day (visit->visited_on, self->as_of);
  g_autofree char *title = g_strdup_printf ("%s %s", day, bjt_words_get_outcome (visit->outcome));
  g_autofree char *next_day = bjt_words_dup_day (visit->next_on, self->as_of);
  g_autofree char *next = visit->next_on != BJT_DATE_NONE ? g_strdup_printf (_ ("Next visit agreed for %s"), next_day) : NULL;

  gtk_box_append (GTK_BOX (text), create_title (title, find_staff_name (self, &visit->staff_id)));
  append_detail (GTK_BOX (text), visit->note, NULL);
  if (visit->mode != BJT_MODE_HOME)
    append_detail (GTK_BOX (text), bjt_visit_words_get_mode (visit->mode), "caption");
  append_detail (GTK_BOX (text), visit->purposes, "caption");
  append_detail (GTK_BOX (text), next, "caption");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_margin_bottom (text, 10);
  gtk_box_append (GTK_BOX (row), create_line (visit->outcome, is_last));
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), create_menu_button (index, row));
  return row;
}

static void rebuild (BjtVisitList *self);

static void
show_all_cb (BjtVisitList *self)
{
  self->shows_all = TRUE;
  rebuild (self);
}

static void
append_rest (BjtVisitList *self)
{
  guint            n = self->visits->len;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All %u visit", "All %u visits", n), n);
  GtkWidget       *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
rebuild (BjtVisitList *self)
{
  guint n = self->visits != NULL ? self->visits->len : 0;
  guint n_shown = self->shows_all ? n : MIN (n, FEW);

  bjt_rows_clear (GTK_BOX (self->box));
  if (self->visits != NULL && n == 0)
    gtk_box_append (GTK_BOX (self->box), bjt_rows_create_label (_ ("Nobody has visited yet."), "dim-label"));
  for (guint i = 0; i < n_shown; i++)
    gtk_box_append (GTK_BOX (self->box), create_visit (self, i, i + 1 == n_shown));
  if (n_shown < n)
    append_rest (self);
}

void
bjt_visit_list_set_visits (BjtVisitList *self,
                           GPtrArray    *visits,
                           GPtrArray    *staff,
                           BjtDate       as_of)
{
  g_return_if_fail (BJT_IS_VISIT_LIST (self));
  if (visits != NULL)
    g_ptr_array_ref (visits);
  if (staff != NULL)
    g_ptr_array_ref (staff);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  self->visits = visits;
  self->staff = staff;
  self->as_of = as_of;
  self->shows_all = FALSE;
  rebuild (self);
}

static void
bjt_visit_list_dispose (GObject *object)
{
  g_clear_pointer (&BJT_VISIT_LIST (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_visit_list_parent_class)->dispose (object);
}

static void
bjt_visit_list_finalize (GObject *object)
{
  g_clear_pointer (&BJT_VISIT_LIST (object)->visits, g_ptr_array_unref);
  g_clear_pointer (&BJT_VISIT_LIST (object)->staff, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_visit_list_parent_class)->finalize (object);
}

static void
bjt_visit_list_class_init (BjtVisitListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_visit_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_visit_list_finalize;
  signals[CORRECT] = g_signal_new ("correct", BJT_TYPE_VISIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REMOVE] = g_signal_new ("remove", BJT_TYPE_VISIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "visits.correct", "u", correct_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "visits.remove", "u", remove_action);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_visit_list_init (BjtVisitList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
bjt_visit_list_new (void)
{
  return g_object_new (BJT_TYPE_VISIT_LIST, NULL);
}
