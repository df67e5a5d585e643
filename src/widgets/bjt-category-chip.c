/* bjt-category-chip.c: keeps copies of what it draws, so that it may outlive
 * the picture it came from. */
#include "bjt-category-chip.h"

#include "bjt-widgets.h"

#define SIDE 20

struct _BjtCategoryChip
{
  GtkWidget parent_instance;

  /* Owned */
  char *glyph;
  char *name;

  /* State */
  BjtPictureCategory category; /* points to the strings above */
};

G_DEFINE_FINAL_TYPE (BjtCategoryChip, bjt_category_chip, GTK_TYPE_WIDGET)

static void
bjt_category_chip_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = *natural = SIDE;
}

static void
bjt_category_chip_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  BjtCategoryChip *self = BJT_CATEGORY_CHIP (widget);
  BjtGlyphPainter  painter = bjt_widgets_get_glyph_painter (widget);
  int              width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t         *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  bjt_glyph_painter_draw_chip (&painter, cr, &self->category, (width - SIDE) / 2, (height - SIDE) / 2, SIDE);
  cairo_destroy (cr);
}

static void
bjt_category_chip_finalize (GObject *object)
{
  BjtCategoryChip *self = BJT_CATEGORY_CHIP (object);

  g_free (self->glyph);
  g_free (self->name);
  G_OBJECT_CLASS (bjt_category_chip_parent_class)->finalize (object);
}

static void
bjt_category_chip_class_init (BjtCategoryChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_category_chip_finalize;
  widget_class->measure = bjt_category_chip_measure;
  widget_class->snapshot = bjt_category_chip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bjt_category_chip_init (BjtCategoryChip *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
bjt_category_chip_new (const BjtPictureCategory *category)
{
  BjtCategoryChip *self = g_object_new (BJT_TYPE_CATEGORY_CHIP, "tooltip-text", category->name, NULL);

  self->glyph = g_strdup (category->glyph);
  self->name = g_strdup (category->name);
  self->category = *category;
  self->category.glyph = self->glyph;
  self->category.name = self->name;
  self->category.code = NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, category->name, -1);
  return GTK_WIDGET (self);
}

void
bjt_category_chip_append_all (GtkBox           *box,
                              const BjtPicture *picture,
                              BjtCategorySet    categories)
{
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, c);

      if ((categories & (G_GUINT64_CONSTANT (1) << c)) != 0 && !category->is_restricted)
        gtk_box_append (box, bjt_category_chip_new (category));
    }
}
