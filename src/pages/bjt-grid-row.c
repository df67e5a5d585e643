/* bjt-grid-row.c: number, name, who looks after it, households, persons, work,
 * and whether that fits, in words and with an icon. */
#include "bjt-grid-row.h"

#include <glib/gi18n.h>
#include <math.h>

struct _BjtGridRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkWidget *number;
  GtkWidget *name;
  GtkWidget *worker;
  GtkWidget *households;
  GtkWidget *work;
  GtkWidget *icon;
  GtkWidget *state;

  /* State */
  guint32 face;
};

G_DEFINE_FINAL_TYPE (BjtGridRow, bjt_grid_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
new_label (const char *css,
           double      xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

/* Two lines: what counts, and what it means. */
static GtkWidget *
append_pair (GtkWidget  *box,
             GtkWidget **above,
             GtkWidget **below,
             double      xalign)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *above = new_label (NULL, xalign);
  *below = new_label ("caption", xalign);
  gtk_widget_add_css_class (*below, "dim-label");
  gtk_box_append (GTK_BOX (pair), *above);
  gtk_box_append (GTK_BOX (pair), *below);
  gtk_widget_set_valign (pair, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), pair);
  return pair;
}

static void
bjt_grid_row_class_init (BjtGridRowClass *klass)
{
}

static void
bjt_grid_row_init (BjtGridRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *names, *figures;

  self->number = new_label ("heading", 1);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 3);
  gtk_box_append (GTK_BOX (box), self->number);
  names = append_pair (box, &self->name, &self->worker, 0);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->worker), PANGO_ELLIPSIZE_END);
  figures = append_pair (box, &self->households, &self->work, 1);
  gtk_widget_add_css_class (figures, "numeric");
  self->icon = gtk_image_new ();
  self->state = new_label ("caption", 0);
  gtk_label_set_width_chars (GTK_LABEL (self->state), 6);
  gtk_box_append (GTK_BOX (state), self->icon);
  gtk_box_append (GTK_BOX (state), self->state);
  gtk_box_append (GTK_BOX (box), state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
bjt_grid_row_new (guint32 face)
{
  BjtGridRow *self = g_object_new (BJT_TYPE_GRID_ROW, NULL);

  self->face = face;
  return GTK_WIDGET (self);
}

guint32
bjt_grid_row_get_face (BjtGridRow *self)
{
  return self->face;
}

static void
show_size (BjtGridRow  *self,
           BjtGridSize  size)
{
  static const char *const icons[] = { "object-select-symbolic", "go-down-symbolic", "go-up-symbolic" };
  static const char *const words[] = { N_ ("Fits"), N_ ("Too few"), N_ ("Too many") };

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icons[size]);
  gtk_label_set_text (GTK_LABEL (self->state), _(words[size]));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *widget = i == 0 ? self->icon : self->state;

      gtk_widget_remove_css_class (widget, size == BJT_GRID_SIZE_OK ? "error" : "success");
      gtk_widget_add_css_class (widget, size == BJT_GRID_SIZE_OK ? "success" : "error");
    }
}

static void
show_names (BjtGridRow         *self,
            const BjtGridDraft *draft)
{
  const BjtPicture     *picture = bjt_grid_draft_get_picture (draft);
  const BjtPictureGrid *grid = self->face < picture->grids->len ? bjt_picture_get_grid (picture, self->face) : NULL;
  g_autofree char *number = grid != NULL ? g_strdup_printf ("%d", grid->number) : g_strdup ("＋");

  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_label_set_text (GTK_LABEL (self->name), grid != NULL ? (grid->name != NULL ? grid->name : "") : _("New grid"));
  gtk_label_set_text (GTK_LABEL (self->worker), grid != NULL && grid->staff_name != NULL ? grid->staff_name : _("No grid worker"));
}

/**
 * bjt_grid_row_update:
 *
 * Quick enough for each step of a drag: sets texts only.
 */
void
bjt_grid_row_update (BjtGridRow         *self,
                     const BjtGridDraft *draft)
{
  gboolean            exists = bjt_grid_draft_is_grid (draft, self->face);
  const BjtGridTally *tally;
  double              mean = bjt_grid_draft_get_mean_work (draft);
  g_autofree char    *households = NULL;
  g_autofree char    *work = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), exists);
  if (!exists)
    return;
  tally = bjt_grid_draft_get_tally (draft, self->face);
  /* Translators: households and persons of a grid */
  households = g_strdup_printf (_("%u hh · %u p"), tally->households, tally->persons);
  /* Translators: the work of a grid in per cent of the mean, and how many doors it has */
  work = g_strdup_printf (_("work %.0f%% · %u doors"), mean > 0 ? (double) tally->work * 100 / mean : 0, tally->doors);
  show_names (self, draft);
  gtk_label_set_text (GTK_LABEL (self->households), households);
  gtk_label_set_text (GTK_LABEL (self->work), work);
  show_size (self, bjt_grid_limits_judge_households (bjt_grid_draft_get_limits (draft), tally->households));
}
