/* bjt-building-painter.c: footprints and captions at middle distance; hands
 * over to the door painter when near and to the badge painter when far.
 *
 * Counting happens once, on the thread that paints first, so that a new filter
 * costs the main thread nothing; painting culls by the frame and costs what is
 * seen. Any thread that holds a reference may paint. */
#include "bjt-building-brush.h"

#include "geo/bjt-mercator.h"

#include <math.h>
#include <string.h>

struct _BjtBuildingPainter
{
  gatomicrefcount references;

  /* Owned */
  BjtPicture *picture;
  BjtFilter   filter;

  /* Made by prepare() */
  gsize            is_ready;
  BjtCategoryOrder order;
  BjtTally        *tallies; /* of the buildings */
  BjtTally         total;
  BjtDoorClusters *clusters;
};

BjtBuildingPainter *
bjt_building_painter_new (BjtPicture      *picture,
                          const BjtFilter *filter)
{
  BjtBuildingPainter *self = g_new0 (BjtBuildingPainter, 1);

  g_atomic_ref_count_init (&self->references);
  self->picture = bjt_picture_ref (picture);
  bjt_filter_keep (&self->filter, filter);
  return self;
}

/* Linear to the doors: 100,000 in some milliseconds. */
static void
prepare (BjtBuildingPainter *self)
{
  const BjtPicture *picture = self->picture;

  if (!g_once_init_enter (&self->is_ready))
    return;
  bjt_category_order_init (&self->order, picture, &self->filter);
  self->tallies = g_new0 (BjtTally, picture->buildings->len + 1);
  for (guint32 d = 0; d < picture->doors->len; d++)
    bjt_tally_add_door (&self->tallies[bjt_picture_get_door (picture, d)->building], picture, &self->filter, &self->order, d);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      bjt_tally_add (&self->total, &self->tallies[b]);
      bjt_tally_finish (&self->tallies[b], picture);
    }
  bjt_tally_finish (&self->total, picture);
  self->clusters = bjt_door_clusters_new (picture, self->tallies);
  g_once_init_leave (&self->is_ready, 1);
}

/**
 * bjt_building_painter_is_ready:
 *
 * Returns: whether it has counted: from then on it answers at once
 */
gboolean
bjt_building_painter_is_ready (BjtBuildingPainter *self)
{
  return g_atomic_pointer_get (&self->is_ready) != 0;
}

BjtBuildingPainter *
bjt_building_painter_ref (BjtBuildingPainter *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_building_painter_unref (BjtBuildingPainter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_door_clusters_free (self->clusters);
  bjt_filter_drop (&self->filter);
  bjt_picture_unref (self->picture);
  g_free (self->tallies);
  g_free (self);
}

const BjtTally *
bjt_building_painter_get_tally (BjtBuildingPainter *self,
                                guint32             building)
{
  prepare (self);
  return &self->tallies[building];
}

/* Of the whole community. */
const BjtTally *
bjt_building_painter_get_total (BjtBuildingPainter *self)
{
  prepare (self);
  return &self->total;
}

/* By which category a door with several is coloured. */
const BjtCategoryOrder *
bjt_building_painter_get_order (BjtBuildingPainter *self)
{
  prepare (self);
  return &self->order;
}

/* Shared with the other painters. */

char *
bjt_building_brush_fill_pattern (const char *pattern,
                                 const char *text)
{
  const char *mark = pattern != NULL ? strstr (pattern, "%s") : NULL;

  if (mark == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%.*s%s%s", (int) (mark - pattern), pattern, text, mark + 2);
}

/* 10 and 3A are numbers; Building 41 and 甲座 are names. */
static gboolean
is_number (const char *label)
{
  gsize n = strspn (label, "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

  return n > 0 && n <= 5 && label[n] == '\0';
}

char *
bjt_building_painter_dup_caption (const BjtBuildingLook *look,
                                  gboolean               is_building,
                                  const char            *label)
{
  if (is_building && label != NULL && is_number (label))
    return bjt_building_brush_fill_pattern (look->building_pattern, label);
  return g_strdup (label != NULL ? label : "");
}

/* 10 is shown as 10号楼, 甲座 as it is. */
char *
bjt_building_brush_dup_label (const BjtBuildingBrush *self,
                              guint32                 index)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, index);

  return bjt_building_painter_dup_caption (self->look, building->label != NULL, building->label != NULL ? building->label : building->name);
}

void
bjt_building_brush_write (const BjtBuildingBrush *self,
                          const char             *text,
                          const BjtTextPlace     *place,
                          guint32                 colour,
                          gboolean                halo)
{
  bjt_palette_set_source (self->cr, colour, self->glyphs.alpha);
  if (halo)
    bjt_text_painter_draw_halo (self->glyphs.text, self->cr, text, place, self->look->palette->paper, 2.5 * self->px);
  else
    bjt_text_painter_draw (self->glyphs.text, self->cr, text, place);
}

void
bjt_building_brush_dot (const BjtBuildingBrush *self,
                        double                  x,
                        double                  y,
                        double                  radius,
                        guint32                 colour)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  bjt_palette_set_source (self->cr, colour, self->glyphs.alpha);
  cairo_fill (self->cr);
}

/* Returns: whether the box was free; it is not any more */
gboolean
bjt_building_brush_take (BjtBuildingBrush *self,
                         const BjtBox     *box)
{
  for (guint i = 0; i < self->taken->len; i++)
    if (bjt_box_intersects (box, &g_array_index (self->taken, BjtBox, i)))
      return FALSE;
  g_array_append_val (self->taken, *box);
  return TRUE;
}

/* Footprints */

static void
trace_footprint (const BjtBuildingBrush   *brush,
                 const BjtPictureBuilding *building)
{
  const BjtGeometry *shape = building->footprint;

  for (guint p = 0; p < shape->n_parts; p++)
    {
      for (guint i = 0; i < shape->parts[p].n_points; i++)
        {
          BjtPoint point = bjt_map_frame_project (brush->frame, bjt_mercator_project (shape->points[shape->parts[p].first + i]));

          cairo_line_to (brush->cr, point.x, point.y);
        }
      cairo_close_path (brush->cr);
    }
}

/* Shares of the doors as bands along the building; ordinary ones first. */
static void
fill_bands (const BjtBuildingBrush *brush,
            const BjtTally         *tally,
            const BjtBuildingFrame *at)
{
  guint        codes[BJT_MAX_STYLE_CODES], n = bjt_door_style_list_codes (brush->look->style, brush->order, codes);
  const guint *counts = bjt_tally_get_counts (tally, brush->look->style);
  double       x = 0;

  cairo_save (brush->cr);
  cairo_translate (brush->cr, at->origin.x, at->origin.y);
  cairo_rotate (brush->cr, at->angle);
  for (guint i = 0; i < n; i++)
    {
      double        width = at->width * counts[codes[i]] / MAX (tally->n_matched, 1);
      BjtBox        band = { x, 0, x + width, at->height };
      BjtClassStyle fill;

      if (counts[codes[i]] == 0)
        continue;
      bjt_door_style_get_fill (brush->look->style, codes[i], brush->look->palette, brush->picture, &fill);
      if (fill.hatch != BJT_HATCH_DIAGONAL && !brush->look->palette->is_mono)
        fill.hatch = BJT_HATCH_NONE;
      bjt_glyph_painter_fill_box (&brush->glyphs, brush->cr, &fill, &band, brush->px);
      x += width;
    }
  cairo_restore (brush->cr);
}

static void
paint_footprint (const BjtBuildingBrush   *brush,
                 const BjtPictureBuilding *building,
                 const BjtTally           *tally,
                 const BjtBuildingFrame   *at)
{
  const BjtPalette *palette = brush->look->palette;
  BjtBuildingGround ground = brush->look->ground;
  gboolean          alarms = tally->is_urgent_overdue && !brush->look->curtain && ground == BJT_BUILDING_GROUND_MIX;

  cairo_save (brush->cr);
  cairo_new_path (brush->cr);
  trace_footprint (brush, building);
  bjt_palette_set_source (brush->cr, palette->building, (ground == BJT_BUILDING_GROUND_PLAIN ? 0.45 : 1) * brush->glyphs.alpha);
  if (ground != BJT_BUILDING_GROUND_OPEN)
    cairo_fill_preserve (brush->cr);
  if (!brush->look->curtain && tally->n_matched > 0 && ground == BJT_BUILDING_GROUND_MIX)
    {
      cairo_clip (brush->cr);
      fill_bands (brush, tally, at);
    }
  cairo_restore (brush->cr);
  trace_footprint (brush, building);
  /* Red is kept for an urgent door that is overdue: nearly every building has
   * something that wants attention. */
  bjt_palette_set_source (brush->cr, alarms ? palette->attention[BJT_ATTENTION_URGENT] : palette->building_edge, brush->glyphs.alpha);
  cairo_set_line_width (brush->cr, (alarms && brush->zoom >= BJT_MIDDLE_ZOOM ? 2 : 1.2) * brush->px);
  cairo_stroke (brush->cr);
}

/* Captions: label and up to five category dots in a row. */

typedef struct
{
  const char *label;
  double      size;        /* of the text */
  double      label_width;
  double      chip;        /* side; 0: no dots */
  double      width;
  guint       n_dots;
} Caption;

static void
measure_caption (const BjtBuildingBrush *brush,
                 Caption                *caption,
                 guint                   n_dots,
                 double                  chip)
{
  caption->chip = chip;
  caption->n_dots = n_dots;
  caption->label_width = bjt_text_painter_get_width (brush->glyphs.text, caption->label, caption->size, BJT_TEXT_REGULAR);
  caption->width = caption->label_width;
  if (n_dots > 0)
    caption->width += 5 * brush->px + n_dots * (chip + 2 * brush->px);
}

/* The richest caption that fits: chips with glyph, plain dots, fewer dots,
 * label alone. */
static gboolean
fit_caption (const BjtBuildingBrush *brush,
             Caption                *caption,
             const BjtTally         *tally,
             double                  width,
             double                  height)
{
  double px = brush->px;
  guint  n = brush->look->curtain || brush->look->ground != BJT_BUILDING_GROUND_MIX ? 0 : tally->n_top;

  caption->size = 12 * px;
  if (height >= 18 * px)
    {
      measure_caption (brush, caption, n, 14 * px);
      if (caption->width <= width)
        return TRUE;
    }
  for (caption->size = 12 * px; caption->size > 10.5 * px; caption->size -= px)
    for (guint k = n + 1; k-- > 0;)
      {
        measure_caption (brush, caption, k, 8.5 * px);
        if (caption->width <= width && height >= caption->size * 1.05)
          return TRUE;
      }
  return FALSE;
}

static void
paint_dots (const BjtBuildingBrush *brush,
            const Caption          *caption,
            const BjtTally         *tally,
            double                  x)
{
  double px = brush->px, side = caption->chip;

  for (guint i = 0; i < caption->n_dots; i++, x += side + 2 * px)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (brush->picture, tally->top[i]);

      if (side >= 12 * px)
        bjt_glyph_painter_draw_chip (&brush->glyphs, brush->cr, category, x, -side / 2, side);
      else
        bjt_building_brush_dot (brush, x + side / 2, 0, side / 2, category->colour);
      if ((tally->overdue_categories & ((BjtCategorySet) 1 << tally->top[i])) == 0)
        continue;
      bjt_building_brush_dot (brush, x + side - px, -side / 2 + px, 3.4 * px, brush->look->palette->building);
      bjt_building_brush_dot (brush, x + side - px, -side / 2 + px, 2.6 * px, brush->look->palette->alert);
    }
}

static void
paint_caption (const BjtBuildingBrush *brush,
               const Caption          *caption,
               const BjtTally         *tally,
               gboolean                halo)
{
  double       x = -caption->width / 2;
  BjtTextPlace place = { x, 0, 0, caption->size, 0, BJT_TEXT_REGULAR };

  bjt_building_brush_write (brush, caption->label, &place, brush->look->palette->building_text, halo);
  paint_dots (brush, caption, tally, x + caption->label_width + 5 * brush->px);
}

/* Lengthwise where the caption fits into the building, else level across its
 * middle where nothing else is written. */
static void
caption_building (BjtBuildingBrush       *brush,
                  guint32                 index,
                  const BjtTally         *tally,
                  const BjtBuildingFrame *at)
{
  g_autofree char *label = bjt_building_brush_dup_label (brush, index);
  const BjtPoint   centre = bjt_map_frame_project (brush->frame, bjt_picture_get_building (brush->picture, index)->centre);
  Caption          caption = { .label = label };
  gboolean         inside = fabs (at->angle) < G_PI * 0.3
                    && fit_caption (brush, &caption, tally, at->width - 6 * brush->px, at->height - 2 * brush->px);
  double           turn = inside && fabs (at->angle) > 0.02 ? at->angle : 0;
  BjtBox           box;

  if (!inside)
    {
      caption.size = 11 * brush->px;
      measure_caption (brush, &caption, 0, 0);
    }
  box = (BjtBox) { centre.x - caption.width / 2 - 2 * brush->px, centre.y - caption.size * 0.6,
                   centre.x + caption.width / 2 + 2 * brush->px, centre.y + caption.size * 0.6 };
  if (!bjt_building_brush_take (brush, &box) && !inside)
    return;
  cairo_save (brush->cr);
  cairo_translate (brush->cr, turn != 0 ? centre.x : round (centre.x), turn != 0 ? centre.y : round (centre.y));
  cairo_rotate (brush->cr, turn);
  paint_caption (brush, &caption, tally, !inside || (brush->look->style != BJT_DOOR_STYLE_CLASS && !brush->look->curtain));
  cairo_restore (brush->cr);
}

/* Grids and issues */

/* Neighbours share an edge: it is dashed from the same place in the world for
 * both, whichever way it runs, so that their dashes fall on each other. */
static void
dash_edge (const BjtBuildingBrush *brush,
           BjtPoint                a,
           BjtPoint                b)
{
  double   px = brush->px, dashes[] = { 7 * px, 4 * px };
  gboolean turned = a.x > b.x || (a.x >= b.x && a.y > b.y);
  BjtPoint from = turned ? b : a, to = turned ? a : b, p, q;
  double   length = hypot (to.x - from.x, to.y - from.y);

  if (length <= 0)
    return;
  cairo_set_dash (brush->cr, dashes, 2,
                  fmod ((from.x * (to.x - from.x) + from.y * (to.y - from.y)) / length * brush->frame->scale, 11 * px));
  p = bjt_map_frame_project (brush->frame, from);
  q = bjt_map_frame_project (brush->frame, to);
  cairo_move_to (brush->cr, p.x, p.y);
  cairo_line_to (brush->cr, q.x, q.y);
  cairo_stroke (brush->cr);
}

static void
paint_grid (const BjtBuildingBrush *brush,
            const BjtPictureGrid   *grid)
{
  const BjtGeometry *shape = grid->boundary;

  bjt_palette_set_source (brush->cr, brush->look->palette->grid_outline, brush->glyphs.alpha * (brush->zoom < 15 ? 0.3 : brush->zoom < BJT_MIDDLE_ZOOM ? 0.55 : 0.8));
  cairo_set_line_width (brush->cr, (brush->zoom < BJT_MIDDLE_ZOOM ? 1.2 : 2) * brush->px);
  for (guint p = 0; p < shape->n_parts; p++)
    for (guint i = 0; i < shape->parts[p].n_points; i++)
      {
        const BjtPoint *ring = shape->points + shape->parts[p].first;

        dash_edge (brush, bjt_mercator_project (ring[i]), bjt_mercator_project (ring[(i + 1) % shape->parts[p].n_points]));
      }
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

/* The northern end of the boundary near its western corner: its middle is where
 * compounds have their names. */
static BjtPoint
find_top (const BjtGeometry *shape)
{
  BjtPoint top = { shape->box.x1 + 0.18 * (shape->box.x2 - shape->box.x1), shape->box.y1 };

  for (guint p = 0; p < shape->n_parts; p++)
    for (guint i = 0; i < shape->parts[p].n_points; i++)
      {
        const BjtPoint *ring = shape->points + shape->parts[p].first;
        BjtPoint        a = ring[i], b = ring[(i + 1) % shape->parts[p].n_points];

        if ((a.x <= top.x) != (b.x <= top.x))
          top.y = fmax (top.y, a.y + (top.x - a.x) / (b.x - a.x) * (b.y - a.y));
      }
  return top;
}

/* On the outline, which it interrupts. */
static void
name_grid (BjtBuildingBrush     *brush,
           const BjtPictureGrid *grid)
{
  BjtPoint     top = bjt_map_frame_project (brush->frame, bjt_mercator_project (find_top (grid->boundary)));
  BjtTextPlace place = { top.x, top.y, 0.5, 13 * brush->px, 0, BJT_TEXT_BOLD };
  double       width;
  BjtBox       box;

  if (grid->name == NULL)
    return;
  width = bjt_text_painter_get_width (brush->glyphs.text, grid->name, place.size, BJT_TEXT_BOLD);
  box = (BjtBox) { place.x - width / 2 - 4 * brush->px, place.y - place.size * 0.75, place.x + width / 2 + 4 * brush->px, place.y + place.size * 0.75 };
  if (!bjt_building_brush_take (brush, &box))
    return;
  bjt_glyph_painter_round_box (brush->cr, &box, 4 * brush->px);
  bjt_palette_set_source (brush->cr, brush->look->palette->paper, 0.9 * brush->glyphs.alpha);
  cairo_fill (brush->cr);
  bjt_building_brush_write (brush, grid->name, &place, brush->look->palette->grid_outline, FALSE);
}

static void
paint_grids (BjtBuildingBrush *brush,
             gboolean          names)
{
  for (guint32 g = 0; g < brush->picture->grids->len; g++)
    {
      const BjtPictureGrid *grid = bjt_picture_get_grid (brush->picture, g);

      if (grid->boundary == NULL || grid->boundary->kind != BJT_GEOMETRY_POLYGON)
        continue;
      brush->glyphs.alpha = brush->filter->grid == BJT_NO_INDEX || brush->filter->grid == g ? 1 : BJT_FADED;
      if (names)
        name_grid (brush, grid);
      else
        paint_grid (brush, grid);
    }
  brush->glyphs.alpha = 1;
}

static void
paint_issues (const BjtBuildingBrush *brush)
{
  if (brush->look->curtain || brush->zoom < BJT_MIDDLE_ZOOM)
    return;
  for (guint32 i = 0; i < brush->picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (brush->picture, i);
      BjtPoint               at;

      if (issue->door != BJT_NO_INDEX || isnan (issue->place.x))
        continue;
      at = bjt_map_frame_project (brush->frame, issue->place);
      bjt_glyph_painter_draw_issue_dot (&brush->glyphs, brush->cr, at.x, at.y, 5 * brush->px,
                                        issue->due_on != BJT_DATE_NONE && issue->due_on < brush->picture->as_of);
    }
}

/* Everything */

static gboolean
is_seen (const BjtBuildingBrush   *brush,
         const BjtPictureBuilding *building)
{
  BjtBox box = BJT_BOX_EMPTY;
  double room = 60 * brush->px / brush->frame->scale;

  if (building->footprint == NULL || isnan (building->centre.x))
    return FALSE;
  for (guint c = 0; c < 4; c++)
    bjt_box_add_point (&box, building->corners[c].x, building->corners[c].y);
  box = (BjtBox) { box.x1 - room, box.y1 - room, box.x2 + room, box.y2 + room };
  return bjt_box_intersects (&box, &brush->frame->box);
}

typedef void (*PaintBuilding) (BjtBuildingBrush *brush, guint32 building, const BjtBuildingFrame *at);

static void
paint_ground_of (BjtBuildingBrush       *brush,
                 guint32                 index,
                 const BjtBuildingFrame *at)
{
  paint_footprint (brush, bjt_picture_get_building (brush->picture, index), &brush->tallies[index], at);
}

static void
paint_content_of (BjtBuildingBrush       *brush,
                  guint32                 index,
                  const BjtBuildingFrame *at)
{
  if (brush->look->ground == BJT_BUILDING_GROUND_OPEN)
    return;
  if (brush->tallies[index].n_doors > 0 && bjt_building_frame_shows_doors (at, brush->zoom, brush->px))
    bjt_door_painter_paint (brush, index, at);
  else
    caption_building (brush, index, &brush->tallies[index], at);
}

static void
paint_each (BjtBuildingBrush *brush,
            PaintBuilding     paint)
{
  for (guint32 b = 0; b < brush->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (brush->picture, b);
      BjtBuildingFrame          at;

      if (!is_seen (brush, building))
        continue;
      bjt_building_frame_init (&at, building, brush->frame);
      brush->glyphs.alpha = brush->tallies[b].n_matched > 0 || brush->tallies[b].n_doors == 0 ? 1 : BJT_FADED;
      paint (brush, b, &at);
    }
  brush->glyphs.alpha = 1;
}

typedef void (*PaintAll) (BjtBuildingBrush *brush, gpointer user_data);

static void
paint_with_brush (BjtBuildingPainter    *self,
                  cairo_t               *cr,
                  const BjtMapFrame     *frame,
                  const BjtBuildingLook *look,
                  PaintAll               paint,
                  gpointer               user_data)
{
  g_autoptr (BjtTextPainter) text = bjt_text_painter_new (FALSE);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  BjtBuildingBrush brush;

  prepare (self);
  brush = (BjtBuildingBrush) {
    .picture = self->picture, .filter = &self->filter, .order = &self->order, .tallies = self->tallies, .clusters = self->clusters, .frame = frame, .look = look, .cr = cr,
    .zoom = bjt_map_frame_get_zoom (frame), .px = frame->px, .taken = taken,
    .glyphs = { .text = text, .palette = look->palette, .alpha = 1 },
  };

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  paint (&brush, user_data);
  cairo_restore (cr);
}

static void
paint_outlines (BjtBuildingBrush *brush,
                gpointer          unused)
{
  if (!brush->look->hides_outlines)
    paint_grids (brush, FALSE);
}

/**
 * bjt_building_painter_paint_outlines:
 *
 * The outlines of the grids. Apart, so that the names of the base map can stand
 * above them: outlines run along roads.
 */
void
bjt_building_painter_paint_outlines (BjtBuildingPainter    *self,
                                     cairo_t               *cr,
                                     const BjtMapFrame     *frame,
                                     const BjtBuildingLook *look)
{
  paint_with_brush (self, cr, frame, look, paint_outlines, NULL);
}

static void
paint_grid_names (BjtBuildingBrush *brush)
{
  if (!brush->look->hides_outlines && !brush->look->hides_grid_names)
    paint_grids (brush, TRUE);
}

static void
paint_facts (BjtBuildingBrush *brush,
             gpointer          unused)
{
  gboolean is_mix = brush->look->ground == BJT_BUILDING_GROUND_MIX && !brush->look->hides_badges;

  paint_each (brush, paint_ground_of);
  if (brush->zoom < BJT_BADGE_ZOOM && is_mix && bjt_badge_painter_paint (brush))
    return;
  if (brush->zoom < BJT_MIDDLE_ZOOM)
    {
      if (is_mix)
        bjt_cluster_painter_paint (brush);
      if (brush->zoom >= BJT_BADGE_ZOOM)
        paint_grid_names (brush);
      return;
    }
  paint_each (brush, paint_content_of);
  paint_grid_names (brush);
  if (!brush->look->hides_badges)
    bjt_cluster_painter_paint (brush);
  bjt_fan_painter_paint (brush);
  paint_issues (brush);
}

/**
 * bjt_building_painter_paint:
 *
 * Everything else, over what is there; the surface may be transparent.
 */
void
bjt_building_painter_paint (BjtBuildingPainter    *self,
                            cairo_t               *cr,
                            const BjtMapFrame     *frame,
                            const BjtBuildingLook *look)
{
  paint_with_brush (self, cr, frame, look, paint_facts, NULL);
}

typedef struct
{
  double       x, y;
  BjtBadgeHit *hit;
} BadgeQuery;

static void
find_badge (BjtBuildingBrush *brush,
            gpointer          user_data)
{
  const BadgeQuery *query = user_data;

  if (brush->zoom < BJT_MIDDLE_ZOOM && brush->look->ground != BJT_BUILDING_GROUND_MIX)
    return;
  if (brush->zoom >= BJT_BADGE_ZOOM || !bjt_badge_painter_find (brush, query->x, query->y, query->hit))
    bjt_cluster_painter_find (brush, query->x, query->y, query->hit);
}

/* Lays out as when painting, on nothing. */
static void
ask (BjtBuildingPainter    *self,
     const BjtMapFrame     *frame,
     const BjtBuildingLook *look,
     PaintAll               question,
     gpointer               user_data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t         *cr = cairo_create (surface);

  paint_with_brush (self, cr, frame, look, question, user_data);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/**
 * bjt_building_painter_find_badge:
 * @x: on the surface
 * @hit: (out): the badge or the cluster
 *
 * Returns: whether one is there
 */
gboolean
bjt_building_painter_find_badge (BjtBuildingPainter    *self,
                                 const BjtMapFrame     *frame,
                                 const BjtBuildingLook *look,
                                 double                 x,
                                 double                 y,
                                 BjtBadgeHit           *hit)
{
  BadgeQuery query = { x, y, hit };

  *hit = (BjtBadgeHit) { .extent = BJT_BOX_EMPTY, .building = BJT_NO_INDEX };
  ask (self, frame, look, find_badge, &query);
  return !bjt_box_is_empty (&hit->extent);
}

typedef struct
{
  double  x, y;
  guint32 door;
} DoorQuery;

static void
find_fanned (BjtBuildingBrush *brush,
             gpointer          user_data)
{
  DoorQuery *query = user_data;

  query->door = bjt_fan_painter_find (brush, query->x, query->y);
}

/**
 * bjt_building_painter_find_fanned:
 * @x: on the surface
 *
 * Returns: the door without a footprint whose card is there, or BJT_NO_INDEX
 */
guint32
bjt_building_painter_find_fanned (BjtBuildingPainter    *self,
                                  const BjtMapFrame     *frame,
                                  const BjtBuildingLook *look,
                                  double                 x,
                                  double                 y)
{
  DoorQuery query = { x, y, BJT_NO_INDEX };

  if (bjt_map_frame_get_zoom (frame) >= BJT_NEAR_ZOOM)
    ask (self, frame, look, find_fanned, &query);
  return query.door;
}
