/* bjt-planner-what-if.c: the cases are solved one after the other, with the rounds of
 * the plan itself, so that they compare. */
#include "bjt-planner-what-if.h"

#include <glib/gi18n.h>

#include "bjt-form-dialog.h"
#include "bjt-planner-words.h"
#include "workspace/bjt-workspace-routes.h"

#define MORE_MINUTES 30
#define EVEN 1.0 /* a minute above the mean of the workers counts as much as one of way */

enum
{
  LESS_WORKER,
  MORE_TIME,
  MORE_EVEN,
  N_CASES,
};

typedef struct
{
  BjtRouteWish *wish;   /* owned; NULL: cannot be */
  GtkLabel     *result;
  GtkWidget    *spinner;
  GtkWidget    *button;
} Case;

struct _BjtPlannerWhatIf
{
  AdwWindow parent_instance;

  /* Owned */
  BjtPage        *page;
  BjtVisitRoutes *routes;
  GCancellable   *cancellable;
  Case            cases[N_CASES];

  /* State */
  guint next; /* to be solved */
};

G_DEFINE_FINAL_TYPE (BjtPlannerWhatIf, bjt_planner_what_if, ADW_TYPE_WINDOW)

static guint take_signal;

/* From the least to the most that one of the workers has: way and time at doors. */
static char *
dup_work (const BjtVisitRoutes *routes)
{
  guint            n = routes->facts->wish->workers->len;
  g_autofree int  *works = g_new0 (int, n + 1);
  int              least = G_MAXINT, most = 0;

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    {
      BjtRouteTotals totals = bjt_visit_routes_get_totals (routes, s);

      works[g_array_index (routes->facts->shifts, BjtRouteShiftFacts, s).worker] += totals.walk + totals.stairs + totals.talk;
    }
  for (guint w = 0; w < n; w++)
    {
      least = MIN (least, works[w]);
      most = MAX (most, works[w]);
    }
  /* Translators: the minutes of work of the worker with least and of the one with most */
  return n > 1 ? g_strdup_printf (_(" · %d to %d min of work each"), (least + 30) / 60, (most + 30) / 60) : g_strdup ("");
}

static char *
dup_figures (const BjtVisitRoutes *routes)
{
  guint n_missed = routes->plan->unserved->len + routes->facts->skipped->len, n_homes = bjt_planner_words_count_visits (routes);
  int   way = 0, back = 0;
  g_autofree char *clock = NULL, *work = dup_work (routes), *figures = NULL;

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    {
      BjtRouteTotals totals = bjt_visit_routes_get_totals (routes, s);

      way += totals.walk + totals.stairs;
      back = MAX (back, totals.back);
    }
  clock = bjt_planner_words_dup_clock (back);
  /* Translators: homes visited, not visited, minutes of way of all, when the last is back */
  figures = g_strdup_printf (_("%u homes, %u not visited · %d min way · last back %s"), n_homes, n_missed, (way + 30) / 60, clock);
  return g_strconcat (figures, work, NULL);
}

/* Solving */

static void solve_next (BjtPlannerWhatIf *self);

static void
show_result (BjtPlannerWhatIf *self,
             Case             *one,
             BjtVisitRoutes   *routes)
{
  g_autofree char *figures = dup_figures (routes);
  g_autofree char *cost = bjt_planner_words_dup_cost (self->routes, routes);
  g_autofree char *text = g_strdup_printf ("%s\n%s", figures, cost);

  gtk_label_set_text (one->result, text);
  gtk_widget_set_sensitive (one->button, TRUE);
}

static void
solved_cb (GObject      *workspace,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BjtPlannerWhatIf) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVisitRoutes) routes = bjt_workspace_plan_routes_finish (BJT_WORKSPACE (workspace), result, &error);
  Case *one = &self->cases[self->next++];

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_visible (one->spinner, FALSE);
  if (routes != NULL)
    show_result (self, one, routes);
  else
    {
      g_autofree char *text = bjt_planner_words_dup_error (error);

      gtk_label_set_text (one->result, text);
    }
  solve_next (self);
}

static void
solve_next (BjtPlannerWhatIf *self)
{
  BjtRoutesWatch watch = { NULL, NULL, self->cancellable };

  while (self->next < N_CASES && self->cases[self->next].wish == NULL)
    {
      gtk_widget_set_visible (self->cases[self->next].spinner, FALSE);
      gtk_label_set_text (self->cases[self->next].result, _("There is only one worker"));
      self->next++;
    }
  if (self->next < N_CASES)
    bjt_workspace_plan_routes_async (bjt_page_get_workspace (self->page), self->cases[self->next].wish, &watch, solved_cb, g_object_ref (self));
}

/* The cases */

/* Without the one who has least to do. */
static BjtRouteWish *
make_less_worker (const BjtVisitRoutes *routes)
{
  BjtRouteWish *wish;
  guint         n = routes->facts->wish->workers->len, least = 0;
  g_autofree guint *visits = g_new0 (guint, n + 1);

  if (n < 2)
    return NULL;
  for (guint s = 0; s < routes->facts->shifts->len; s++)
    visits[g_array_index (routes->facts->shifts, BjtRouteShiftFacts, s).worker] += bjt_visit_routes_get_totals (routes, s).n_visits;
  for (guint w = 1; w < n; w++)
    if (visits[w] <= visits[least])
      least = w;
  wish = bjt_route_wish_copy (routes->facts->wish);
  g_array_remove_index (wish->workers, least);
  return wish;
}

static BjtRouteWish *
make_more_time (const BjtVisitRoutes *routes)
{
  BjtRouteWish *wish = bjt_route_wish_copy (routes->facts->wish);

  for (guint s = 0; s < routes->facts->shifts->len; s++)
    {
      const BjtRouteShiftFacts *shift = &g_array_index (routes->facts->shifts, BjtRouteShiftFacts, s);

      g_array_index (wish->workers, BjtRouteWorker, shift->worker).shift = (BjtMinutes) { shift->minutes.from, MIN (shift->minutes.to + MORE_MINUTES, 24 * 60 - 1) };
    }
  return wish;
}

static BjtRouteWish *
make_more_even (const BjtVisitRoutes *routes)
{
  BjtRouteWish *wish;

  if (routes->facts->wish->workers->len < 2)
    return NULL;
  wish = bjt_route_wish_copy (routes->facts->wish);
  wish->balance = EVEN;
  return wish;
}

static void
take_cb (BjtPlannerWhatIf *self,
         GtkWidget        *button)
{
  for (guint i = 0; i < N_CASES; i++)
    if (self->cases[i].button == button)
      g_signal_emit (self, take_signal, 0, self->cases[i].wish);
  gtk_window_close (GTK_WINDOW (self));
}

/* Object */

static GtkLabel *
create_text (const char *text,
             const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
create_case (BjtPlannerWhatIf *self,
             Case             *one,
             const char       *title)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *spoken = g_strdup_printf (_("Plan so: %s"), title);

  one->result = create_text (_("Planning…"), "dim-label");
  one->spinner = gtk_spinner_new ();
  one->button = gtk_button_new_with_label (_("Plan So"));
  gtk_spinner_start (GTK_SPINNER (one->spinner));
  gtk_widget_set_sensitive (one->button, FALSE);
  gtk_widget_set_valign (one->button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (one->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (one->button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (create_text (title, "heading")));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (one->result));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), one->spinner);
  gtk_box_append (GTK_BOX (row), one->button);
  return row;
}

static void
bjt_planner_what_if_dispose (GObject *object)
{
  BjtPlannerWhatIf *self = BJT_PLANNER_WHAT_IF (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (bjt_planner_what_if_parent_class)->dispose (object);
}

static void
bjt_planner_what_if_finalize (GObject *object)
{
  BjtPlannerWhatIf *self = BJT_PLANNER_WHAT_IF (object);

  for (guint i = 0; i < N_CASES; i++)
    bjt_route_wish_free (self->cases[i].wish);
  bjt_visit_routes_unref (self->routes);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (bjt_planner_what_if_parent_class)->finalize (object);
}

static void
bjt_planner_what_if_class_init (BjtPlannerWhatIfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_planner_what_if_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_planner_what_if_finalize;
  take_signal = g_signal_new ("take", BJT_TYPE_PLANNER_WHAT_IF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bjt_planner_what_if_init (BjtPlannerWhatIf *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
bjt_planner_what_if_new (BjtPage        *page,
                         BjtVisitRoutes *routes)
{
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (page));
  BjtPlannerWhatIf *self = g_object_new (BJT_TYPE_PLANNER_WHAT_IF, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "modal", TRUE,
                                         "title", _("What If?"), "default-width", 560, "resizable", FALSE, NULL);
  GtkWidget        *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  g_autofree char  *now = dup_figures (routes);

  self->page = g_object_ref (page);
  self->routes = bjt_visit_routes_ref (routes);
  self->cases[LESS_WORKER].wish = make_less_worker (routes);
  self->cases[MORE_TIME].wish = make_more_time (routes);
  self->cases[MORE_EVEN].wish = make_more_even (routes);
  gtk_widget_add_css_class (box, "planner-what-if");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (create_text (_("As It Is"), "heading")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (create_text (now, "dim-label")));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), create_case (self, &self->cases[LESS_WORKER], _("One Worker Less")));
  gtk_box_append (GTK_BOX (box), create_case (self, &self->cases[MORE_TIME], _("30 Minutes More a Day")));
  gtk_box_append (GTK_BOX (box), create_case (self, &self->cases[MORE_EVEN], _("Shared More Evenly")));
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), box);
  adw_window_set_content (ADW_WINDOW (self), content);
  bjt_form_dialog_close_on_escape (GTK_WINDOW (self));
  solve_next (self);
  return GTK_WIDGET (self);
}
