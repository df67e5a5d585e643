/* bjt-building-painter.c: footprints and captions at middle distance; hands
 * over to the door painter when near and to the badge painter when far.
 *
 * Counting happens once, on the thread that paints first, so that a new filter
 * costs the main thread nothing; painting culls by the frame and costs what is
 * seen. Any thread that holds a reference may paint. */
#include "bjt-building-brush.h"
#include "bjt-door-labels.h"
#include "bjt-storey.h"

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
  BjtFootprints   *footprints;

  /* State */
  guint n_dropped; /* atomic; of the last painting */
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
  self->footprints = bjt_footprints_new (picture);
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
  bjt_footprints_free (self->footprints);
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
  bjt_palette_set_source (self->cr, colour, self->glyphs.alpha);
  bjt_dot_stamps_draw (self->dots, self->cr, x, y, radius);
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

/* Issues */

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
      bjt_glyph_painter_draw_issue_dot (&brush->glyphs, brush->cr, at.x, at.y, 5 * brush->px, bjt_picture_time_issue (brush->picture, issue->due_on));
    }
}

/* Everything */

/* Whether a building with a footprint is in the frame or near it. */
gboolean
bjt_building_brush_sees (const BjtBuildingBrush *brush,
                         guint32                 index)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (brush->picture, index);
  BjtBox box = BJT_BOX_EMPTY;
  double room = 60 * brush->px / brush->frame->scale;

  if (!bjt_footprints_has (brush->footprints, index))
    return FALSE;
  for (guint c = 0; c < 4; c++)
    bjt_box_add_point (&box, building->corners[c].x, building->corners[c].y);
  box = (BjtBox) { box.x1 - room, box.y1 - room, box.x2 + room, box.y2 + room };
  return bjt_box_intersects (&box, &brush->frame->box);
}

static void
paint_content_of (BjtBuildingBrush       *brush,
                  guint32                 index,
                  const BjtBuildingFrame *at)
{
  guint32 plan;

  if (brush->look->ground == BJT_BUILDING_GROUND_OPEN)
    return;
  plan = brush->look->shows_storey ? bjt_storey_find_plan (brush->picture, index, brush->look->level, brush->zoom) : BJT_NO_INDEX;
  if (plan != BJT_NO_INDEX)
    {
      bjt_storey_painter_paint (brush, index, plan);
      bjt_door_painter_paint_title (brush, index, at);
    }
  else if (brush->tallies[index].n_doors > 0 && bjt_building_frame_shows_doors (at, brush->zoom, brush->px))
    bjt_door_painter_paint (brush, index, at);
  else
    bjt_caption_painter_paint (brush, index, at);
}

static void
paint_contents (BjtBuildingBrush *brush)
{
  for (guint32 b = 0; b < brush->picture->buildings->len; b++)
    {
      BjtBuildingFrame at;

      if (!bjt_building_brush_sees (brush, b))
        continue;
      bjt_building_frame_init (&at, bjt_picture_get_building (brush->picture, b), brush->frame);
      brush->glyphs.alpha = brush->tallies[b].n_matched > 0 || brush->tallies[b].n_doors == 0 ? 1 : BJT_FADED;
      paint_content_of (brush, b, &at);
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
  g_autoptr (BjtDotStamps) dots = bjt_dot_stamps_new ();
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  g_autoptr (GArray) waiting = frame->within != NULL ? bjt_caption_painter_make_list () : NULL;
  BjtBuildingBrush brush;

  prepare (self);
  brush = (BjtBuildingBrush) {
    .picture = self->picture, .filter = &self->filter, .order = &self->order, .tallies = self->tallies, .clusters = self->clusters,
    .footprints = self->footprints, .frame = frame, .look = look, .cr = cr,
    .zoom = bjt_map_frame_get_zoom (frame), .px = frame->px, .taken = taken, .waiting = waiting, .dots = dots,
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
    bjt_grid_painter_paint_outlines (brush);
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
    bjt_grid_painter_paint_names (brush);
}

/* Everything that labels of doors give way to. */
static void
paint_before_labels (BjtBuildingBrush *brush)
{
  paint_contents (brush);
  if (brush->waiting != NULL)
    bjt_caption_painter_paint_waiting (brush);
  paint_grid_names (brush);
  if (!brush->look->hides_badges)
    bjt_cluster_painter_paint (brush);
  bjt_fan_painter_paint (brush);
}

static void
paint_facts (BjtBuildingBrush *brush,
             gpointer          user_data)
{
  guint   *n_dropped = user_data;
  gboolean is_mix = brush->look->ground == BJT_BUILDING_GROUND_MIX && !brush->look->hides_badges;

  bjt_footprint_painter_paint (brush);
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
  paint_before_labels (brush);
  *n_dropped = bjt_door_labels_paint (brush) + brush->n_unnamed;
  if (brush->frame->taken != NULL)
    g_array_append_vals (brush->frame->taken, brush->taken->data, brush->taken->len);
  bjt_annotation_layer_paint (brush);
  paint_issues (brush);
  bjt_cordon_painter_paint (brush);
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
  guint n_dropped = 0;

  paint_with_brush (self, cr, frame, look, paint_facts, &n_dropped);
  g_atomic_int_set (&self->n_dropped, n_dropped);
}

guint
bjt_building_painter_get_n_dropped (BjtBuildingPainter *self)
{
  return g_atomic_int_get (&self->n_dropped);
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

typedef struct
{
  GArray *labels;
  guint   n_dropped;
} LabelQuery;

static void
list_labels (BjtBuildingBrush *brush,
             gpointer          user_data)
{
  LabelQuery *query = user_data;

  paint_before_labels (brush);
  query->labels = bjt_door_labels_lay_out (brush, &query->n_dropped);
}

/**
 * bjt_building_painter_list_labels:
 * @n_dropped: (out): as bjt_building_painter_get_n_dropped() after painting
 *
 * Returns: (transfer full): BjtDoorLabel, those of doors in the frame and some
 *   near it
 */
GArray *
bjt_building_painter_list_labels (BjtBuildingPainter    *self,
                                  const BjtMapFrame     *frame,
                                  const BjtBuildingLook *look,
                                  guint                 *n_dropped)
{
  LabelQuery query = { NULL, 0 };

  ask (self, frame, look, list_labels, &query);
  *n_dropped = query.n_dropped;
  return query.labels;
}
