/* bjt-shading.c: puts the painters of one choice together. Read-only after
 * new(), as they are. */
#include "bjt-shading.h"

#include "bjt-area-shape.h"

#include <string.h>

struct _BjtShadingPainter
{
  gatomicrefcount references;

  /* Owned */
  BjtPicture     *picture;
  BjtAreaPainter *areas; /* may be NULL, as heat */
  BjtHeatPainter *heat;
  BjtShading      shading;

  /* Made by prepare() */
  gsize   is_ready;
  GArray *grids;     /* BjtAreaShape: those nobody drew */
  GArray *compounds; /* BjtAreaShape */
};

gboolean
bjt_shading_equal (const BjtShading *a,
                   const BjtShading *b)
{
  return a->kind == b->kind && strcmp (a->indicator, b->indicator) == 0 && a->areas == b->areas && a->method == b->method
         && a->n_classes == b->n_classes && ABS (a->radius - b->radius) < 0.5 && a->shows_grids == b->shows_grids
         && a->shows_compounds == b->shows_compounds && a->is_public == b->is_public;
}

static const char *const kind_names[] = { "none", "areas", "heat" };

char *
bjt_shading_dup_text (const BjtShading *self)
{
  return g_strdup_printf ("%s %s %s %s %u %.0f%s%s", kind_names[self->kind], bjt_area_kind_get_name (self->areas), self->indicator,
                          bjt_break_method_get_name (self->method), self->n_classes, self->radius,
                          self->shows_grids ? " grids" : "", self->shows_compounds ? " compounds" : "");
}

static gboolean
read_words (BjtShading         *self,
            const char *const  *words)
{
  guint kind = 0;

  while (kind < G_N_ELEMENTS (kind_names) && strcmp (words[0], kind_names[kind]) != 0)
    kind++;
  if (kind == G_N_ELEMENTS (kind_names) || !bjt_area_kind_init_from_name (&self->areas, words[1])
      || strlen (words[2]) >= sizeof self->indicator || !bjt_break_method_init_from_name (&self->method, words[3]))
    return FALSE;
  self->kind = (BjtShadingKind) kind;
  g_strlcpy (self->indicator, words[2], sizeof self->indicator);
  self->n_classes = (guint) CLAMP (g_ascii_strtoull (words[4], NULL, 10), BJT_MIN_BREAK_CLASSES, BJT_MAX_BREAK_CLASSES);
  self->radius = CLAMP ((double) g_ascii_strtoull (words[5], NULL, 10), BJT_MIN_HEAT_RADIUS, BJT_MAX_HEAT_RADIUS);
  self->shows_grids = g_strv_contains (words + 6, "grids");
  self->shows_compounds = g_strv_contains (words + 6, "compounds");
  return TRUE;
}

gboolean
bjt_shading_init_from_text (BjtShading *self,
                            const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  *self = (BjtShading) BJT_SHADING_DEFAULT;
  if (g_strv_length (words) >= 6 && read_words (self, (const char *const *) words))
    return TRUE;
  *self = (BjtShading) BJT_SHADING_DEFAULT;
  return FALSE;
}

static gboolean
find_indicator (const BjtPicture *picture,
                const BjtShading *shading,
                gboolean          curtain,
                BjtIndicator     *indicator)
{
  return bjt_indicator_init_from_code (indicator, picture, shading->indicator)
         && !bjt_indicator_is_restricted (indicator, picture) && !(curtain && indicator->kind->is_personal);
}

static void
make_shades (BjtShadingPainter *self,
             const BjtFilter   *filter,
             gboolean           curtain)
{
  const BjtShading *shading = &self->shading;
  BjtFilter         asked = *filter;
  g_autoptr (BjtDoorSet) doors = NULL;
  BjtIndicator indicator;

  if (shading->kind == BJT_SHADING_NONE || !find_indicator (self->picture, shading, curtain, &indicator))
    return;
  if (shading->kind == BJT_SHADING_AREAS)
    asked.grid = BJT_NO_INDEX; /* areas are there to be compared */
  if (!bjt_filter_is_empty (&asked) || asked.grid != BJT_NO_INDEX)
    doors = bjt_filter_match_all (&asked, self->picture);
  if (shading->kind == BJT_SHADING_HEAT)
    {
      BjtHeatOptions options = { shading->radius, shading->is_public };

      self->heat = bjt_heat_painter_new (self->picture, &indicator, doors, &options);
    }
  else
    {
      BjtIndicatorQuery query = { self->picture, shading->areas, doors };
      BjtAreaOptions    options = { shading->method, shading->n_classes, shading->is_public };

      self->areas = bjt_area_painter_new (self->picture, &indicator, &query, &options);
    }
}

BjtShadingPainter *
bjt_shading_painter_new (BjtPicture       *picture,
                         const BjtFilter  *filter,
                         const BjtShading *shading,
                         gboolean          curtain)
{
  BjtShadingPainter *self = g_new0 (BjtShadingPainter, 1);

  g_atomic_ref_count_init (&self->references);
  self->picture = bjt_picture_ref (picture);
  self->shading = *shading;
  make_shades (self, filter, curtain);
  return self;
}

BjtShadingPainter *
bjt_shading_painter_ref (BjtShadingPainter *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_shading_painter_unref (BjtShadingPainter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_picture_unref (self->picture);
  bjt_area_painter_unref (self->areas);
  bjt_heat_painter_unref (self->heat);
  g_clear_pointer (&self->grids, g_array_unref);
  g_clear_pointer (&self->compounds, g_array_unref);
  g_free (self);
}

/* Boundaries */

static GArray *
make_shapes (const BjtPicture *picture,
             BjtAreaKind       kind,
             gboolean          estimates_only)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (BjtAreaShape));

  g_array_set_clear_func (shapes, (GDestroyNotify) bjt_area_shape_clear);
  for (guint32 i = 0; i < bjt_area_kind_count (kind, picture); i++)
    {
      BjtAreaShape shape;

      if (estimates_only && bjt_area_kind_get_shape (kind, picture, i) != NULL)
        continue;
      bjt_area_shape_init (&shape, kind, picture, i);
      if (shape.ground != NULL)
        g_array_append_val (shapes, shape);
    }
  return shapes;
}

static void
prepare (BjtShadingPainter *self)
{
  if (!g_once_init_enter (&self->is_ready))
    return;
  if (self->shading.shows_grids)
    self->grids = make_shapes (self->picture, BJT_AREA_GRID, TRUE);
  if (self->shading.shows_compounds)
    self->compounds = make_shapes (self->picture, BJT_AREA_COMPOUND, FALSE);
  g_once_init_leave (&self->is_ready, 1);
}

/* Drawn ones as a quiet line, estimates as dots. */
static void
outline (const GArray      *shapes,
         cairo_t           *cr,
         const BjtMapFrame *frame,
         guint32            colour)
{
  double dots[] = { 0.1 * frame->px, 4 * frame->px };

  for (guint i = 0; shapes != NULL && i < shapes->len; i++)
    {
      const BjtAreaShape *shape = &g_array_index (shapes, BjtAreaShape, i);

      if (!bjt_box_intersects (&shape->ground->box, &frame->box))
        continue;
      cairo_set_dash (cr, dots, shape->is_estimated ? 2 : 0, 0);
      cairo_set_line_width (cr, (shape->is_estimated ? 1.8 : 1.1) * frame->px);
      bjt_area_shape_trace (shape, cr, frame);
      bjt_palette_set_source (cr, colour, 0.8);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * bjt_shading_painter_paint_ground:
 *
 * Shades and boundaries, for under names and buildings. The drawn boundaries of
 * grids are the building painter's.
 */
void
bjt_shading_painter_paint_ground (BjtShadingPainter *self,
                                  cairo_t           *cr,
                                  const BjtMapFrame *frame,
                                  const BjtPalette  *palette)
{
  prepare (self);
  if (self->areas != NULL)
    bjt_area_painter_paint (self->areas, cr, frame, palette);
  if (self->heat != NULL)
    bjt_heat_painter_paint (self->heat, cr, frame, palette);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  outline (self->compounds, cr, frame, palette->dim_text);
  outline (self->grids, cr, frame, palette->grid_outline);
  cairo_restore (cr);
}

/* For over the buildings. Returns: how many found no room */
guint
bjt_shading_painter_paint_labels (BjtShadingPainter     *self,
                                  cairo_t               *cr,
                                  const BjtMapFrame     *frame,
                                  const BjtBuildingLook *look)
{
  return self->areas != NULL ? bjt_area_painter_paint_labels (self->areas, cr, frame, look) : 0;
}

void
bjt_shading_painter_adapt_look (BjtShadingPainter *self,
                                BjtBuildingLook   *look)
{
  gboolean by_building = self->areas != NULL && self->shading.areas == BJT_AREA_BUILDING;

  look->hides_outlines = !self->shading.shows_grids;
  look->hides_grid_names = self->areas != NULL && self->shading.areas == BJT_AREA_GRID;
  if (by_building)
    look->ground = BJT_BUILDING_GROUND_OPEN;
  else if (self->areas != NULL || self->heat != NULL)
    look->ground = BJT_BUILDING_GROUND_PLAIN;
}

BjtAreaPainter *
bjt_shading_painter_get_areas (BjtShadingPainter *self)
{
  return self->areas;
}

BjtHeatPainter *
bjt_shading_painter_get_heat (BjtShadingPainter *self)
{
  return self->heat;
}
