/* bjt-place-card.c: counted anew from the picture at every update; linear in
 * the doors. A click on a waiting door or issue chooses it in the focus. */
#include "bjt-place-card.h"

#include <glib/gi18n-lib.h>

#include "base/bjt-text.h"
#include "bjt-category-chip.h"
#include "bjt-chip-counts.h"
#include "bjt-door-text.h"
#include "bjt-issue-row.h"
#include "bjt-note-words.h"
#include "bjt-rows.h"
#include "bjt-swatch.h"
#include "bjt-words.h"
#include "model/bjt-plans.h"
#include "plan/bjt-annotation-index.h"
#include "plan/bjt-plan-index.h"

#define N_WAITING 6

struct _BjtPlaceCard
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *scroller;
  GtkBox    *box;

  /* Owned */
  BjtFocus *focus;
};

G_DEFINE_FINAL_TYPE (BjtPlaceCard, bjt_place_card, GTK_TYPE_WIDGET)

/* What is counted */
typedef struct
{
  const BjtPicture *picture;
  guint32           building; /* BJT_NO_INDEX: all of the grid */
  BjtFilter         grid;
  BjtChipCounts     counts;
  GArray           *overdue;  /* guint32 door, the longest first */
  GArray           *issues;   /* guint32, in the picture's order: by due day */
} Tally;

static gboolean
tally_holds (const Tally *self,
             guint32      door)
{
  if (self->building != BJT_NO_INDEX)
    return bjt_picture_get_door (self->picture, door)->building == self->building;
  return bjt_filter_matches (&self->grid, self->picture, door);
}

static void
count_persons (Tally   *self,
               guint32  door)
{
  const BjtRun *run = &bjt_picture_get_door (self->picture, door)->households;

  for (guint32 h = run->first; h < run->first + run->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (self->picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        {
          const BjtPictureMember *member = bjt_picture_get_member (self->picture, m);
          BjtCategorySet          set = bjt_picture_get_person (self->picture, member->person)->categories;

          for (guint c = 0; member->is_resident && c < BJT_MAX_CATEGORIES; c++)
            self->counts.categories[c] += set >> c & 1;
        }
    }
}

static void
count_door (Tally   *self,
            guint32  door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, door);

  if (bjt_picture_get_door (self->picture, door)->is_merged)
    return;
  self->counts.classes[state->household_class]++;
  self->counts.open_issue += state->open_issues > 0;
  count_persons (self, door);
  if (!state->visit_overdue)
    return;
  self->counts.overdue++;
  g_array_append_val (self->overdue, door);
}

static guint32
find_issue_building (const BjtPicture      *picture,
                     const BjtPictureIssue *issue)
{
  if (issue->door != BJT_NO_INDEX)
    return bjt_picture_get_door (picture, issue->door)->building;
  if (issue->entrance != BJT_NO_INDEX)
    return bjt_picture_get_entrance (picture, issue->entrance)->building;
  return issue->building;
}

/* That of a stairwell or a building is there where one of its doors is. */
static gboolean
tally_holds_doors (const Tally *self,
                   guint32      building,
                   guint32      entrance)
{
  BjtRun doors = bjt_picture_get_building (self->picture, building)->doors;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    if ((entrance == BJT_NO_INDEX || bjt_picture_get_door (self->picture, d)->entrance == entrance) && tally_holds (self, d))
      return TRUE;
  return FALSE;
}

static gboolean
tally_holds_issue (const Tally           *self,
                   const BjtPictureIssue *issue)
{
  guint32 building = find_issue_building (self->picture, issue);

  if (self->building != BJT_NO_INDEX)
    return building == self->building;
  if (building == BJT_NO_INDEX)
    return self->grid.grid == BJT_NO_INDEX && self->grid.only == NULL;
  if (self->grid.only == NULL)
    return self->grid.grid == BJT_NO_INDEX || bjt_picture_get_building (self->picture, building)->grid == self->grid.grid;
  return issue->door != BJT_NO_INDEX ? tally_holds (self, issue->door) : tally_holds_doors (self, building, issue->entrance);
}

static void
collect_issues (Tally *self)
{
  for (guint32 i = 0; i < self->picture->issues->len; i++)
    if (tally_holds_issue (self, bjt_picture_get_issue (self->picture, i)))
      g_array_append_val (self->issues, i);
}

static int
compare_due (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  const BjtPicture *picture = user_data;
  BjtDate           x = bjt_picture_get_door_state (picture, *(const guint32 *) a)->next_due_on;
  BjtDate           y = bjt_picture_get_door_state (picture, *(const guint32 *) b)->next_due_on;

  return (x > y) - (x < y);
}

static void
tally_init (Tally    *self,
            BjtFocus *focus)
{
  *self = (Tally) { .picture = bjt_focus_get_picture (focus), .building = bjt_focus_get_building (focus) };
  bjt_filter_init (&self->grid);
  self->grid.grid = bjt_focus_get_filter (focus)->grid;
  self->grid.only = bjt_focus_get_filter (focus)->only;
  self->overdue = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->issues = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    if (tally_holds (self, d))
      count_door (self, d);
  g_array_sort_with_data (self->overdue, compare_due, (gpointer) self->picture);
  collect_issues (self);
}

static void
tally_clear (Tally *self)
{
  g_array_unref (self->overdue);
  g_array_unref (self->issues);
}

/* Head */

static char *
dup_title (const Tally *tally)
{
  if (tally->building != BJT_NO_INDEX)
    return bjt_words_dup_building (tally->picture, tally->building);
  if (tally->grid.grid != BJT_NO_INDEX)
    return bjt_words_dup_grid (tally->picture, tally->grid.grid);
  return g_strdup (tally->picture->community.name != NULL ? tally->picture->community.name : _ ("Community"));
}

static void
append_staff (GString              *text,
              const BjtPictureGrid *grid)
{
  if (grid->staff_name != NULL)
    g_string_append_printf (text, " · %s %s", grid->staff_name, grid->staff_phone != NULL ? grid->staff_phone : "");
}

static void
append_sizes (GString *text,
              guint    n_buildings,
              guint    n_doors,
              guint    n_persons)
{
  if (n_buildings > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u building · ", "%u buildings · ", n_buildings), n_buildings);
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u door · ", "%u doors · ", n_doors), n_doors);
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u resident", "%u residents", n_persons), n_persons);
}

static guint
count_residents (const Tally *tally)
{
  guint n = 0;

  for (guint32 m = 0; m < tally->picture->members->len; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (tally->picture, m);

      n += member->is_resident && tally_holds (tally, bjt_picture_get_household (tally->picture, member->household)->door);
    }
  return n;
}

static guint
count_buildings (const Tally *tally)
{
  const BjtPicture *picture = tally->picture;
  guint             n = 0;

  if (tally->building != BJT_NO_INDEX)
    return 0;
  if (tally->grid.only == NULL)
    return tally->grid.grid != BJT_NO_INDEX ? bjt_picture_get_grid (picture, tally->grid.grid)->n_buildings : picture->buildings->len;
  for (guint32 b = 0; b < picture->buildings->len; b++)
    n += tally_holds_doors (tally, b, BJT_NO_INDEX) != FALSE;
  return n;
}

static void
append_drawn (GString     *text,
              const Tally *tally)
{
  guint n = 0, n_drawn = 0;

  for (guint32 d = 0; tally->picture->outlines->len > 0 && d < tally->picture->doors->len; d++)
    if (!bjt_picture_get_door (tally->picture, d)->is_merged && tally_holds (tally, d))
      {
        n++;
        n_drawn += bjt_plan_index_is_drawn (tally->picture, d);
      }
  if (n_drawn == 0)
    return;
  g_string_append (text, " · ");
  /* TRANSLATORS: doors drawn on floor plans, of how many */
  g_string_append_printf (text, _ ("Floor plan %u/%u"), n_drawn, n);
}

static char *
dup_subtitle (const Tally *tally)
{
  GString *text = g_string_new (NULL);
  guint    n_doors = 0;

  for (guint i = 0; i < BJT_N_CLASSES; i++)
    n_doors += tally->counts.classes[i];
  append_sizes (text, count_buildings (tally), n_doors, count_residents (tally));
  append_drawn (text, tally);
  return g_string_free (text, FALSE);
}

static char *
dup_grid_line (const Tally *tally)
{
  guint32          grid = tally->building != BJT_NO_INDEX ? bjt_picture_get_building (tally->picture, tally->building)->grid : tally->grid.grid;
  g_autofree char *name = NULL;
  GString         *text;

  if (grid == BJT_NO_INDEX)
    return NULL;
  name = bjt_words_dup_grid (tally->picture, grid);
  text = g_string_new (name);
  append_staff (text, bjt_picture_get_grid (tally->picture, grid));
  return g_string_free (text, FALSE);
}

/* What closes its entrances, each with the way to open it again. */
static void
append_cordons (BjtPlaceCard *self,
                const Tally  *tally)
{
  const BjtRun *run = tally->building != BJT_NO_INDEX ? &bjt_picture_get_building (tally->picture, tally->building)->entrances : NULL;

  for (guint32 e = run != NULL ? run->first : 0; run != NULL && e < run->first + run->n; e++)
    if (bjt_picture_get_entrance (tally->picture, e)->cordon != NULL)
      gtk_box_append (self->box, bjt_rows_create_cordon (tally->picture, e));
}

static void
append_head (BjtPlaceCard *self,
             const Tally  *tally)
{
  g_autofree char *title = dup_title (tally), *subtitle = dup_subtitle (tally), *grid = dup_grid_line (tally);

  gtk_box_append (self->box, bjt_rows_create_label (title, "title-3"));
  gtk_box_append (self->box, bjt_rows_create_label (subtitle, "caption"));
  if (grid != NULL)
    gtk_box_append (self->box, bjt_rows_create_label (grid, "caption"));
  if (tally->building != BJT_NO_INDEX && bjt_picture_get_building (tally->picture, tally->building)->access_note != NULL)
    gtk_box_append (self->box, bjt_rows_create_label (bjt_picture_get_building (tally->picture, tally->building)->access_note, "caption"));
  append_cordons (self, tally);
}

/* Figures */

static GtkWidget *
create_figure (GtkWidget  *sign,
               const char *word,
               guint       n)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = bjt_rows_create_label (word, NULL);
  g_autofree char *count = g_strdup_printf ("%u", n);
  GtkWidget       *number = bjt_rows_create_label (count, "numeric");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, word);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), number);
  return row;
}

static GtkGrid *
append_figures (BjtPlaceCard *self,
                const char   *title)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 20);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 5);
  gtk_box_append (self->box, bjt_rows_create_heading (title, NULL));
  gtk_box_append (self->box, grid);
  return GTK_GRID (grid);
}

static void
append_classes (BjtPlaceCard *self,
                const Tally  *tally)
{
  static const BjtHouseholdClass order[] = {
    BJT_CLASS_RESIDENT, BJT_CLASS_FLOATING, BJT_CLASS_TENANT, BJT_CLASS_HUKOU_ONLY, BJT_CLASS_EMPTY, BJT_CLASS_UNKNOWN,
  };
  GtkGrid *grid = append_figures (self, _ ("Doors by class"));

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    gtk_grid_attach (grid, create_figure (bjt_swatch_new (BJT_SWATCH_CLASS, (int) order[i]), bjt_words_get_class (order[i]),
                                          tally->counts.classes[order[i]]), (int) i % 2, (int) i / 2, 1, 1);
}

static void
append_categories (BjtPlaceCard *self,
                   const Tally  *tally)
{
  GtkGrid *grid = NULL;
  int      n = 0;

  for (guint32 c = 0; c < MIN (tally->picture->categories->len, BJT_MAX_CATEGORIES); c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (tally->picture, c);

      if (category->is_restricted || tally->counts.categories[c] == 0)
        continue;
      if (grid == NULL)
        grid = append_figures (self, _ ("Residents by category"));
      gtk_grid_attach (grid, create_figure (bjt_category_chip_new (category), category->name, tally->counts.categories[c]), n % 2, n / 2, 1, 1);
      n++;
    }
}

/* What waits */

static void
choose_cb (GtkWidget    *button,
           BjtPlaceCard *self)
{
  guint32     door = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "door")) - 1;
  guint32     building = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "building")) - 1;
  BjtFocus   *focus = self->focus;

  if (door != BJT_NO_INDEX)
    bjt_focus_choose_door (focus, door);
  else if (building != BJT_NO_INDEX)
    bjt_focus_choose_building (focus, building);
}

static void
append_waiting (BjtPlaceCard *self,
                const char   *what,
                const char   *when,
                gboolean      is_over,
                guint32       door,
                guint32       building)
{
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = bjt_rows_create_label (what, NULL), *aside = bjt_rows_create_label (when, is_over ? "overdue" : "caption");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (aside), FALSE);
  gtk_widget_add_css_class (aside, "caption");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, what);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), aside);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "activatable");
  gtk_widget_add_css_class (button, "waiting");
  g_object_set_data (G_OBJECT (button), "door", GUINT_TO_POINTER (door + 1));
  g_object_set_data (G_OBJECT (button), "building", GUINT_TO_POINTER (building + 1));
  g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
  gtk_box_append (self->box, button);
}

static void
append_rest (BjtPlaceCard *self,
             guint         n_all)
{
  g_autofree char *text = NULL;

  if (n_all <= N_WAITING)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_all - N_WAITING), n_all - N_WAITING);
  gtk_box_append (self->box, bjt_rows_create_label (text, "caption"));
}

static char *
dup_door_line (const Tally *tally,
               guint32      door,
               gboolean     is_curtained)
{
  g_autofree char *where = tally->building != BJT_NO_INDEX ? bjt_words_dup_door (tally->picture, door)
                                                           : bjt_picture_dup_door_name (tally->picture, door);
  guint32          person = bjt_picture_get_head (tally->picture, door);
  g_autofree char *name = person != BJT_NO_INDEX ? bjt_text_mask_name (bjt_picture_get_person (tally->picture, person)->name) : NULL;

  return name == NULL || is_curtained ? g_steal_pointer (&where) : g_strdup_printf ("%s · %s", where, name);
}

static void
append_overdue (BjtPlaceCard *self,
                const Tally  *tally)
{
  g_autofree char *count = g_strdup_printf ("%u", tally->overdue->len);

  gtk_box_append (self->box, bjt_rows_create_heading (_ ("Visits overdue"), count));
  if (tally->overdue->len == 0)
    gtk_box_append (self->box, bjt_rows_create_label (_ ("No visit is overdue."), "dim-label"));
  for (guint i = 0; i < MIN (tally->overdue->len, N_WAITING); i++)
    {
      guint32          door = g_array_index (tally->overdue, guint32, i);
      int              days = tally->picture->as_of - bjt_picture_get_door_state (tally->picture, door)->next_due_on;
      g_autofree char *line = dup_door_line (tally, door, bjt_focus_get_curtain (self->focus));
      g_autofree char *when = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) days), days);

      append_waiting (self, line, when, TRUE, door, BJT_NO_INDEX);
    }
  append_rest (self, tally->overdue->len);
}

static void
append_issues (BjtPlaceCard *self,
               const Tally  *tally)
{
  g_autofree char *count = g_strdup_printf ("%u", tally->issues->len);

  gtk_box_append (self->box, bjt_rows_create_heading (_ ("Open issues"), count));
  if (tally->issues->len == 0)
    gtk_box_append (self->box, bjt_rows_create_label (_ ("No issue is open."), "dim-label"));
  for (guint i = 0; i < MIN (tally->issues->len, N_WAITING); i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (tally->picture, g_array_index (tally->issues, guint32, i));
      g_autofree char       *clock = bjt_issue_row_dup_clock (issue->due_on, tally->picture->as_of);

      append_waiting (self, issue->title != NULL ? issue->title : "—", clock != NULL ? clock : "",
                      issue->due_on != BJT_DATE_NONE && issue->due_on < tally->picture->as_of,
                      issue->door, find_issue_building (tally->picture, issue));
    }
  append_rest (self, tally->issues->len);
}

/* Hazards of the building that are not settled; a click shows them on the card
 * of a door they are by. */

static guint32
find_door_by (const BjtPicture           *picture,
              const BjtPictureAnnotation *hazard)
{
  BjtRun doors = hazard->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, hazard->entrance)->doors
                                                  : bjt_picture_get_building (picture, hazard->building)->doors;

  if (hazard->door != BJT_NO_INDEX)
    return hazard->door;
  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    if (bjt_picture_get_door (picture, d)->ordinal == hazard->ordinal)
      return d;
  return doors.n > 0 ? doors.first : BJT_NO_INDEX;
}

static void
append_hazards (BjtPlaceCard *self,
                const Tally  *tally)
{
  BjtRun run = tally->building != BJT_NO_INDEX ? bjt_annotation_index_get_run (tally->picture, tally->building) : (BjtRun) { 0, 0 };
  guint  n = 0;

  for (guint32 a = run.first; a < run.first + run.n && !bjt_focus_get_curtain (self->focus); a++)
    {
      const BjtPictureAnnotation *hazard = bjt_picture_get_annotation (tally->picture, a);
      g_autofree char            *where = NULL;

      if (hazard->kind != BJT_ANNOTATION_HAZARD || !bjt_picture_annotation_is_open (hazard))
        continue;
      if (n++ == 0)
        gtk_box_append (self->box, bjt_rows_create_heading (_ ("Open hazards"), NULL));
      where = hazard->door != BJT_NO_INDEX ? g_strdup (bjt_picture_get_door (tally->picture, hazard->door)->label) : bjt_note_words_dup_place (tally->picture, hazard);
      append_waiting (self, hazard->text != NULL ? hazard->text : "—", where != NULL ? where : "", FALSE, find_door_by (tally->picture, hazard), hazard->building);
    }
}

void
bjt_place_card_update (BjtPlaceCard *self,
                       BjtFocus     *focus)
{
  Tally tally;

  g_return_if_fail (BJT_IS_PLACE_CARD (self));
  g_set_object (&self->focus, focus);
  bjt_rows_clear (self->box);
  if (focus == NULL || bjt_focus_get_picture (focus) == NULL)
    return;
  tally_init (&tally, focus);
  append_head (self, &tally);
  append_overdue (self, &tally);
  append_issues (self, &tally);
  append_hazards (self, &tally);
  append_classes (self, &tally);
  append_categories (self, &tally);
  tally_clear (&tally);
}

static void
bjt_place_card_dispose (GObject *object)
{
  BjtPlaceCard *self = BJT_PLACE_CARD (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (bjt_place_card_parent_class)->dispose (object);
}

static void
bjt_place_card_class_init (BjtPlaceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_place_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_place_card_init (BjtPlaceCard *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card-body");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "place");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
bjt_place_card_new (void)
{
  return g_object_new (BJT_TYPE_PLACE_CARD, NULL);
}
