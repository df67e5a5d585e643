/* bjt-whole-row.c: see the header. Its least width is nothing. */
#include "bjt-whole-row.h"

#define SPACING 14

struct _BjtWholeRow
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BjtWholeRow, bjt_whole_row, GTK_TYPE_WIDGET)

static int
get_natural (GtkWidget     *child,
             GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
bjt_whole_row_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int size = get_natural (child, orientation);

      *natural = is_horizontal ? *natural + size + SPACING : MAX (*natural, size);
    }
  if (!is_horizontal)
    *minimum = *natural;
}

static void
bjt_whole_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int size = get_natural (child, GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_child_visible (child, x + size <= width);
      if (x + size <= width)
        gtk_widget_size_allocate (child, &(GtkAllocation) { is_rtl ? width - x - size : x, 0, size, height }, -1);
      x += size + SPACING;
    }
}

static void
bjt_whole_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bjt_whole_row_parent_class)->dispose (object);
}

static void
bjt_whole_row_class_init (BjtWholeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_whole_row_dispose;
  GTK_WIDGET_CLASS (klass)->measure = bjt_whole_row_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = bjt_whole_row_size_allocate;
}

static void
bjt_whole_row_init (BjtWholeRow *self)
{
}

void
bjt_whole_row_append (BjtWholeRow *self,
                      GtkWidget   *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
