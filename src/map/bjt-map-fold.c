/* bjt-map-fold.c: asks for the height of the wide child and makes do with that
 * of the narrow one. */
#include "bjt-map-fold.h"

struct _BjtMapFold
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *wide;
  GtkWidget *narrow;

  /* State */
  gboolean is_folded;
};

G_DEFINE_FINAL_TYPE (BjtMapFold, bjt_map_fold, GTK_TYPE_WIDGET)

static void
bjt_map_fold_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  BjtMapFold *self = BJT_MAP_FOLD (widget);
  int         wide, narrow;

  gtk_widget_measure (self->wide, orientation, -1, &wide, NULL, NULL, NULL);
  gtk_widget_measure (self->narrow, orientation, -1, &narrow, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? narrow : MAX (wide, narrow);
  *natural = MAX (wide, narrow);
  *minimum_baseline = *natural_baseline = -1;
}

static void
bjt_map_fold_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  BjtMapFold *self = BJT_MAP_FOLD (widget);
  int         wanted;

  gtk_widget_measure (self->wide, GTK_ORIENTATION_VERTICAL, -1, &wanted, NULL, NULL, NULL);
  self->is_folded = height < wanted;
  gtk_widget_set_child_visible (self->wide, !self->is_folded);
  gtk_widget_set_child_visible (self->narrow, self->is_folded);
  gtk_widget_allocate (self->is_folded ? self->narrow : self->wide, width, height, baseline, NULL);
}

static void
bjt_map_fold_dispose (GObject *object)
{
  BjtMapFold *self = BJT_MAP_FOLD (object);

  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_map_fold_parent_class)->dispose (object);
}

static void
bjt_map_fold_class_init (BjtMapFoldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_map_fold_dispose;
  GTK_WIDGET_CLASS (klass)->measure = bjt_map_fold_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = bjt_map_fold_size_allocate;
}

static void
bjt_map_fold_init (BjtMapFold *self)
{
}

gboolean
bjt_map_fold_is_folded (BjtMapFold *self)
{
  return self->is_folded;
}

GtkWidget *
bjt_map_fold_new (GtkWidget *wide,
                  GtkWidget *narrow)
{
  BjtMapFold *self = g_object_new (BJT_TYPE_MAP_FOLD, NULL);

  self->wide = wide;
  self->narrow = narrow;
  gtk_widget_set_parent (wide, GTK_WIDGET (self));
  gtk_widget_set_parent (narrow, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
