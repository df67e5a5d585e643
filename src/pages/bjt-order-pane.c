/* bjt-order-pane.c: the text of the order, then its places as buttons with their
 * numbers. What is typed below guesses anew; what is chosen on the map is offered
 * too. For a repetition the buttons are those to merge with. */
#include "bjt-order-pane.h"

#include <glib/gi18n.h>

#include "base/bjt-text.h"
#include "bjt-notice.h"
#include "bjt-place-text.h"

#define MAX_BUTTONS 4 /* three guesses, and the choice on the map */

struct _BjtOrderPane
{
  GtkBox parent_instance;

  /* Widgets */
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *address;
  GtkWidget *content;
  GtkWidget *question;
  GtkWidget *buttons;
  GtkWidget *entry;
  GtkWidget *nowhere_button;
  GtkWidget *return_button;
  GtkWidget *apart_button;

  /* Owned */
  BjtWorkspace *workspace;
  BjtFocus     *focus;
  BjtOrderCase *found;   /* NULL: nothing is shown */
  GArray       *guesses; /* as many as there are buttons, in their order */
};

G_DEFINE_FINAL_TYPE (BjtOrderPane, bjt_order_pane, GTK_TYPE_BOX)

enum
{
  DECIDED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Deciding */

static void
tell (BjtOrderPane *self,
      gboolean      done,
      const char   *text,
      GError       *error)
{
  if (done)
    g_signal_emit (self, signals[DECIDED], 0, text);
  else
    bjt_notice_show_error (GTK_WIDGET (self), error);
  g_clear_error (&error);
}

static void
place_at (BjtOrderPane        *self,
          const BjtPlaceGuess *guess)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char  *name = bjt_place_guess_dup_name (picture, guess);
  g_autofree char  *text = g_strdup_printf (_("Order %s is at %s"), self->found->order->number, name);
  BjtOrderPlace     place;
  GError           *error = NULL;
  gboolean          done;

  bjt_order_place_init (&place, picture, guess);
  done = bjt_workspace_place_order (self->workspace, &self->found->order->id, &place, &error);
  tell (self, done, text, error);
}

static void
merge_with (BjtOrderPane *self,
            guint         index)
{
  const BjtIssue  *other = self->found->repeats->pdata[index];
  g_autofree char *text = g_strdup_printf (_("Order %s goes on as %s"), self->found->order->number, other->number);
  GError          *error = NULL;
  gboolean         done = bjt_workspace_merge_order (self->workspace, &self->found->order->id, &other->id, &error);

  tell (self, done, text, error);
}

static void
put_nowhere (BjtOrderPane *self)
{
  g_autofree char *text = g_strdup_printf (_("Order %s has no place of its own"), self->found->order->number);
  GError          *error = NULL;
  gboolean         done = bjt_workspace_place_order (self->workspace, &self->found->order->id, &BJT_ORDER_PLACE_NONE, &error);

  tell (self, done, text, error);
}

static void
send_back (BjtOrderPane *self)
{
  g_autofree char *text = g_strdup_printf (_("Order %s is sent back"), self->found->order->number);
  GError          *error = NULL;
  gboolean         done = bjt_workspace_return_order (self->workspace, &self->found->order->id, _("Not in this community"), &error);

  tell (self, done, text, error);
}

static void
keep_apart (BjtOrderPane *self)
{
  g_autofree char *text = g_strdup_printf (_("Order %s stays an issue of its own"), self->found->order->number);
  GError          *error = NULL;
  gboolean         done = bjt_workspace_keep_order_apart (self->workspace, &self->found->order->id, _("Not the same matter"), &error);

  tell (self, done, text, error);
}

/**
 * bjt_order_pane_choose:
 *
 * Returns: whether there is such a button
 */
gboolean
bjt_order_pane_choose (BjtOrderPane *self,
                       guint         number)
{
  if (self->found == NULL)
    return FALSE;
  if (number == 0 && self->found->is_lost)
    put_nowhere (self);
  else if (number == 0)
    keep_apart (self);
  else if (self->found->is_lost && number <= self->guesses->len)
    place_at (self, &g_array_index (self->guesses, BjtPlaceGuess, number - 1));
  else if (!self->found->is_lost && number <= self->found->repeats->len)
    merge_with (self, number - 1);
  else
    return FALSE;
  return TRUE;
}

static void
button_clicked_cb (GtkWidget *button,
                   gpointer   user_data)
{
  bjt_order_pane_choose (BJT_ORDER_PANE (user_data), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number")));
}

/* Buttons */

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_button (BjtOrderPane *self,
            guint         number,
            const char   *name,
            const char   *reason)
{
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *key = g_strdup_printf ("%u", number);
  g_autofree char *accessible = g_strdup_printf ("%u %s", number, name);
  GtkWidget       *mark = new_label (key, "order-key");

  gtk_box_append (GTK_BOX (texts), new_label (name, "heading"));
  if (*reason != '\0')
    gtk_box_append (GTK_BOX (texts), new_label (reason, "caption"));
  gtk_label_set_xalign (GTK_LABEL (mark), 0.5f);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  g_object_set_data (G_OBJECT (button), "number", GUINT_TO_POINTER (number));
  g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
clear_buttons (BjtOrderPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
}

/* What is chosen on the map, when no guess says it. */
static gboolean
read_focus (BjtOrderPane  *self,
            BjtPlaceGuess *guess)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);

  *guess = (BjtPlaceGuess) { BJT_NO_INDEX, BJT_NO_INDEX, BJT_NO_INDEX, BJT_NO_INDEX, 0, 0, FALSE };
  guess->building = bjt_focus_get_building (self->focus);
  guess->door = bjt_focus_get_door (self->focus);
  if (guess->building == BJT_NO_INDEX || guess->building >= picture->buildings->len || (guess->door != BJT_NO_INDEX && guess->door >= picture->doors->len))
    return FALSE;
  for (guint i = 0; i < self->guesses->len; i++)
    {
      const BjtPlaceGuess *other = &g_array_index (self->guesses, BjtPlaceGuess, i);

      if (other->building == guess->building && other->door == guess->door)
        return FALSE;
    }
  guess->compound = bjt_picture_get_building (picture, guess->building)->compound;
  guess->entrance = guess->door != BJT_NO_INDEX ? bjt_picture_get_door (picture, guess->door)->entrance : BJT_NO_INDEX;
  return TRUE;
}

static void
show_guesses (BjtOrderPane *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint             n = self->guesses->len;
  BjtPlaceGuess     chosen;

  clear_buttons (self);
  if (read_focus (self, &chosen))
    g_array_append_val (self->guesses, chosen);
  for (guint i = 0; i < self->guesses->len; i++)
    {
      const BjtPlaceGuess *guess = &g_array_index (self->guesses, BjtPlaceGuess, i);
      g_autofree char     *name = bjt_place_guess_dup_name (picture, guess);
      g_autofree char     *reason = i < n ? bjt_place_text_dup_reasons (guess) : g_strdup (_("chosen on the map"));

      add_button (self, i + 1, name, reason);
    }
  gtk_label_set_text (GTK_LABEL (self->question), self->guesses->len > 0 ? _("Where is it?") : _("No place of this community fits. Type one, or choose it on the map."));
}

static void
show_repeats (BjtOrderPane *self)
{
  clear_buttons (self);
  for (guint i = 0; i < MIN (self->found->repeats->len, MAX_BUTTONS); i++)
    {
      const BjtIssue  *other = self->found->repeats->pdata[i];
      char             day[BJT_DATE_STRING_SIZE];
      g_autofree char *name = g_strdup_printf ("%s %s", other->number, other->title);
      g_autofree char *reason = NULL;

      bjt_date_format (other->reported_on, day);
      reason = g_strdup_printf (_("reported %s · %s"), day, other->source != NULL ? other->source : "");
      add_button (self, i + 1, name, reason);
    }
  gtk_label_set_text (GTK_LABEL (self->question), _("The same kind is open at the same place. Merge with it?"));
}

/* Guessing by what is typed */

static void
guess_anew (BjtOrderPane *self)
{
  const char   *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  BjtPlaceClues clues = BJT_PLACE_CLUES_INIT;

  if (self->found == NULL || !self->found->is_lost)
    return;
  g_array_unref (self->guesses);
  clues.address = text;
  if (*text != '\0')
    self->guesses = bjt_place_guess_list (bjt_workspace_get_picture (self->workspace), &clues, BJT_ORDER_GUESSES);
  else
    {
      self->guesses = g_array_new (FALSE, FALSE, sizeof (BjtPlaceGuess));
      g_array_append_vals (self->guesses, self->found->guesses->data, self->found->guesses->len);
    }
  show_guesses (self);
}

static void
entry_activated_cb (BjtOrderPane *self)
{
  if (self->guesses->len == 1)
    bjt_order_pane_choose (self, 1);
}

/* Showing */

static void
show_texts (BjtOrderPane *self)
{
  const BjtHotlineOrder *order = self->found->order;
  const BjtIssue        *issue = self->found->issue;
  g_autofree char       *caller = order->caller != NULL ? bjt_text_mask_name (order->caller) : g_strdup ("");
  g_autofree char       *phone = order->phone != NULL ? bjt_text_mask_phone (order->phone) : g_strdup ("");
  char                   day[BJT_DATE_STRING_SIZE], due[BJT_DATE_STRING_SIZE] = "—";
  g_autofree char       *facts = NULL;

  bjt_date_format (bjt_time_get_local_date (order->received_at), day);
  if (issue != NULL && issue->due_on != BJT_DATE_NONE)
    bjt_date_format (issue->due_on, due);
  facts = g_strdup_printf (_("%s · received %s · due %s · %s %s"), order->number != NULL ? order->number : "", day, due, caller, phone);
  gtk_label_set_text (GTK_LABEL (self->title), issue != NULL ? issue->title : order->number);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_label_set_text (GTK_LABEL (self->address), order->address != NULL ? order->address : _("No address"));
  gtk_label_set_text (GTK_LABEL (self->content), order->content != NULL ? order->content : "");
  gtk_widget_set_visible (self->content, order->content != NULL);
}

/**
 * bjt_order_pane_show:
 * @found: (nullable): is copied from
 */
void
bjt_order_pane_show (BjtOrderPane       *self,
                     const BjtOrderCase *found)
{
  g_clear_pointer (&self->found, bjt_order_case_free);
  gtk_widget_set_visible (GTK_WIDGET (self), found != NULL);
  if (found == NULL)
    return;
  self->found = g_new0 (BjtOrderCase, 1);
  self->found->order = bjt_hotline_order_copy (found->order);
  self->found->issue = found->issue != NULL ? bjt_issue_copy (found->issue) : NULL;
  self->found->guesses = g_array_ref (found->guesses);
  self->found->repeats = g_ptr_array_ref (found->repeats);
  self->found->is_lost = found->is_lost;
  show_texts (self);
  gtk_widget_set_visible (self->entry, found->is_lost);
  gtk_widget_set_visible (self->nowhere_button, found->is_lost);
  gtk_widget_set_visible (self->return_button, found->is_lost);
  gtk_widget_set_visible (self->apart_button, !found->is_lost);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (found->is_lost)
    guess_anew (self);
  else
    show_repeats (self);
}

/* The object */

static void
bjt_order_pane_dispose (GObject *object)
{
  BjtOrderPane *self = BJT_ORDER_PANE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->found, bjt_order_case_free);
  g_clear_pointer (&self->guesses, g_array_unref);
  G_OBJECT_CLASS (bjt_order_pane_parent_class)->dispose (object);
}

static void
bjt_order_pane_class_init (BjtOrderPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_order_pane_dispose;
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
add_foot_button (GtkWidget  *foot,
                 const char *text,
                 const char *tip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_box_append (GTK_BOX (foot), button);
  return button;
}

static void
build_foot (BjtOrderPane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Another place: compound, building, entrance, door"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another place"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (guess_anew), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  gtk_box_append (GTK_BOX (self), self->entry);
  self->nowhere_button = add_foot_button (foot, _("_No Place"), _("It has no place of its own (0)"));
  self->apart_button = add_foot_button (foot, _("_Keep Apart"), _("Another matter: it stays an issue of its own (0)"));
  self->return_button = add_foot_button (foot, _("Not Here: Send _Back"), _("The place is not in this community; the issue is not accepted"));
  g_signal_connect_swapped (self->nowhere_button, "clicked", G_CALLBACK (put_nowhere), self);
  g_signal_connect_swapped (self->apart_button, "clicked", G_CALLBACK (keep_apart), self);
  g_signal_connect_swapped (self->return_button, "clicked", G_CALLBACK (send_back), self);
  gtk_box_append (GTK_BOX (self), foot);
}

static void
bjt_order_pane_init (BjtOrderPane *self)
{
  GtkWidget **const labels[] = { &self->title, &self->facts, &self->address, &self->content, &self->question };
  static const char *const classes[] = { "title-3", "dim-label", "order-address", NULL, "heading" };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->guesses = g_array_new (FALSE, FALSE, sizeof (BjtPlaceGuess));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      *labels[i] = new_label ("", classes[i]);
      gtk_box_append (GTK_BOX (self), *labels[i]);
    }
  gtk_label_set_selectable (GTK_LABEL (self->content), TRUE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->buttons);
  build_foot (self);
}

GtkWidget *
bjt_order_pane_new (BjtWorkspace *workspace,
                    BjtFocus     *focus)
{
  BjtOrderPane *self = g_object_new (BJT_TYPE_ORDER_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  self->focus = g_object_ref (focus);
  g_signal_connect_object (focus, "choice-changed", G_CALLBACK (guess_anew), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}
