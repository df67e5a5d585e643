/* bjt-plan-scene.c: only the paint thread touches the painter's looks; what the
 * main thread asks of it never changes. */
#include "bjt-plan-scene.h"

struct _BjtPlanScene
{
  gatomicrefcount references;
  BjtPlanPainter *painter;
};

/* What is painted: the scene in one look. */
typedef struct
{
  BjtPlanScene  *scene;
  BjtPlanShow    show;
  BjtPaletteKind palette;
  BjtDoorSet    *matched;
} Painting;

BjtPlanScene *
bjt_plan_scene_new (BjtPicture *picture,
                    guint32     plan,
                    int         ordinal,
                    GPtrArray  *backdrops)
{
  BjtPlanScene *self = g_new0 (BjtPlanScene, 1);

  g_atomic_ref_count_init (&self->references);
  self->painter = bjt_plan_painter_new (picture, plan, ordinal, backdrops);
  return self;
}

void
bjt_plan_scene_unref (BjtPlanScene *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_plan_painter_free (self->painter);
  g_free (self);
}

BjtBox
bjt_plan_scene_get_box (BjtPlanScene *self)
{
  return bjt_plan_painter_get_box (self->painter);
}

guint32
bjt_plan_scene_get_door (BjtPlanScene *self,
                         guint32       element)
{
  return bjt_plan_painter_get_door (self->painter, element);
}

static void
paint_worker (gpointer             data,
              cairo_t             *cr,
              const BjtPaintFrame *frame)
{
  Painting *self = data;

  bjt_palette_set_source (cr, bjt_palette_get (self->palette)->paper, 1);
  cairo_paint (cr);
  bjt_plan_painter_set_show (self->scene->painter, self->show);
  bjt_plan_painter_set_palette (self->scene->painter, self->palette);
  bjt_plan_painter_set_matched (self->scene->painter, self->matched);
  bjt_plan_painter_paint (self->scene->painter, cr, &frame->plan, 1);
}

static void
painting_free (gpointer data)
{
  Painting *self = data;

  bjt_plan_scene_unref (self->scene);
  bjt_door_set_free (self->matched);
  g_free (self);
}

BjtPaintContent *
bjt_plan_scene_make_content (BjtPlanScene      *self,
                             const BjtPlanLook *look)
{
  Painting *painting = g_new0 (Painting, 1);

  g_atomic_ref_count_inc (&self->references);
  *painting = (Painting) { self, look->show, look->palette, look->matched != NULL ? bjt_door_set_copy (look->matched) : NULL };
  return bjt_paint_content_new (paint_worker, painting, painting_free);
}
