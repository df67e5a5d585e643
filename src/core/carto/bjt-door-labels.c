/* bjt-door-labels.c: labels of doors, with the names of heads where they may be
 * shown. In its cell where there is room; else doors that matter have a tag at
 * one of four sides of the cell, off all buildings (the tag of the chosen door
 * may cover others). What finds no place is counted.
 *
 * On paper tags have more places around the cell, which are exchanged.
 *
 * On screen greedy by rank, then by door, over the frame and a margin around it, in
 * widths estimated from the characters: the choice depends on the place in the
 * world and the scale, not on where the frame lies. */
#include "bjt-door-labels.h"

#include "bjt-storey.h"

#include "base/bjt-text.h"
#include "geo/bjt-label-placer.h"

#include <math.h>

#define MARGIN 300.0 /* px around the frame that is looked at */
#define LEAST_SIZE 8.5
#define LARGEST_SIZE 12.0
#define TAG_SIZE 11.0
#define TAG_PADDING 3.0

/* A building on the surface, with the line above it where its name stands. */
typedef struct
{
  BjtPoint origin;
  double   angle;
  BjtBox   box;    /* in the building */
  BjtBox   around; /* on the surface */
} Obstacle;

typedef struct
{
  BjtBuildingBrush *brush;
  GArray           *labels;    /* BjtDoorLabel, candidates */
  GArray           *buildings; /* Obstacle */
  GArray           *tags;      /* BjtBox: placed */
} Layout;

static void
clear_label (gpointer data)
{
  BjtDoorLabel *label = data;

  g_free (label->text);
  g_free (label->name);
}

/* Of any font: the same on all machines and from all threads. */
static double
estimate_width (const char *text,
                double      size)
{
  double width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    width += g_unichar_iswide (g_utf8_get_char (c)) ? 1 : 0.6;
  return width * size;
}

static BjtDoorLabelRank
get_rank (const BjtBuildingBrush *brush,
          guint32                 door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (brush->picture, door);

  if (brush->look->curtain)
    return BJT_DOOR_LABEL_ORDINARY;
  if (door == brush->look->chosen_door)
    return BJT_DOOR_LABEL_CHOSEN;
  if (state->open_issues > 0)
    return BJT_DOOR_LABEL_ISSUE;
  return state->visit_overdue ? BJT_DOOR_LABEL_OVERDUE : BJT_DOOR_LABEL_ORDINARY;
}

static char *
dup_name (const BjtBuildingBrush *brush,
          guint32                 door)
{
  guint32     person = brush->look->shows_names && !brush->look->curtain ? bjt_picture_get_head (brush->picture, door) : BJT_NO_INDEX;
  const char *name = person != BJT_NO_INDEX ? bjt_picture_get_person (brush->picture, person)->name : NULL;

  if (name == NULL)
    return NULL;
  return brush->look->unmasks_names ? g_strdup (name) : bjt_text_mask_name (name);
}

/* Where a point of the building is on the surface. */
static BjtPoint
turn (BjtPoint origin,
      double   angle,
      double   x,
      double   y)
{
  return (BjtPoint) { origin.x + x * cos (angle) - y * sin (angle), origin.y + x * sin (angle) + y * cos (angle) };
}

static BjtBox
turn_box (BjtPoint      origin,
          double        angle,
          const BjtBox *box)
{
  BjtBox around = BJT_BOX_EMPTY;

  for (guint i = 0; i < 4; i++)
    {
      BjtPoint corner = turn (origin, angle, i % 2 == 0 ? box->x1 : box->x2, i < 2 ? box->y1 : box->y2);

      bjt_box_add_point (&around, corner.x, corner.y);
    }
  return around;
}

static void
add_doors (Layout                 *self,
           guint32                 building,
           const BjtBuildingFrame *at)
{
  const BjtPicture *picture = self->brush->picture;
  const BjtRun      doors = bjt_picture_get_building (picture, building)->doors;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      BjtDoorLabel          label = { .door = d, .origin = at->origin, .angle = at->angle };

      if (door->is_merged || door->label == NULL)
        continue;
      label.rank = get_rank (self->brush, d);
      label.cell = bjt_building_frame_get_cell (at, picture, d);
      label.foot = turn (at->origin, at->angle, (label.cell.x1 + label.cell.x2) / 2, (label.cell.y1 + label.cell.y2) / 2);
      g_array_append_val (self->labels, label);
    }
}

static void
add_obstacle (Layout                 *self,
              const BjtBuildingFrame *at)
{
  Obstacle obstacle = { at->origin, at->angle, { 0, -18 * self->brush->px, at->width, at->height }, { 0 } };

  obstacle.around = turn_box (at->origin, at->angle, &obstacle.box);
  g_array_append_val (self->buildings, obstacle);
}

/* Two rectangles are apart when they are along the sides of either. */
static gboolean
is_off_buildings (const Layout *self,
                  const BjtBox *box)
{
  for (guint i = 0; i < self->buildings->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->buildings, Obstacle, i);
      BjtBox          moved = { box->x1 - obstacle->origin.x, box->y1 - obstacle->origin.y, box->x2 - obstacle->origin.x, box->y2 - obstacle->origin.y };
      BjtBox          turned;

      if (!bjt_box_intersects (box, &obstacle->around))
        continue;
      turned = turn_box ((BjtPoint) { 0, 0 }, -obstacle->angle, &moved);
      if (bjt_box_intersects (&turned, &obstacle->box))
        return FALSE;
    }
  return TRUE;
}

static void
collect (Layout *self)
{
  BjtBuildingBrush *brush = self->brush;
  double room = MARGIN * brush->px / brush->frame->scale;
  BjtBox world = { brush->frame->box.x1 - room, brush->frame->box.y1 - room, brush->frame->box.x2 + room, brush->frame->box.y2 + room };

  for (guint32 b = 0; b < brush->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (brush->picture, b);
      BjtBox                    box = BJT_BOX_EMPTY;
      BjtBuildingFrame          at;

      if (!bjt_footprints_has (brush->footprints, b))
        continue;
      for (guint c = 0; c < 4; c++)
        bjt_box_add_point (&box, building->corners[c].x, building->corners[c].y);
      if (!bjt_box_intersects (&box, &world))
        continue;
      bjt_building_frame_init (&at, building, brush->frame);
      add_obstacle (self, &at);
      if (brush->look->shows_storey && bjt_storey_find_plan (brush->picture, b, brush->look->level, brush->zoom) != BJT_NO_INDEX)
        continue; /* rooms carry their labels */
      if (bjt_building_frame_shows_doors (&at, brush->zoom, brush->px))
        add_doors (self, b, &at);
    }
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const BjtDoorLabel *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return (x->door > y->door) - (x->door < y->door);
}

static gboolean
is_free (const GArray *boxes,
         const BjtBox *box)
{
  for (guint i = 0; i < boxes->len; i++)
    if (bjt_box_intersects (box, &g_array_index (boxes, BjtBox, i)))
      return FALSE;
  return TRUE;
}

/* On the first line of the cell, beside the marks; the name as well where both
 * fit. */
static gboolean
fit_inside (Layout       *self,
            BjtDoorLabel *label)
{
  const BjtBuildingBrush    *brush = self->brush;
  const BjtPictureDoorState *state = bjt_picture_get_door_state (brush->picture, label->door);
  const char *text = bjt_picture_get_door (brush->picture, label->door)->label;
  double      px = brush->px, width = label->cell.x2 - label->cell.x1, height = label->cell.y2 - label->cell.y1, marks, y, used;
  gboolean    is_tall = height > 26 * px;
  BjtBox      box;

  label->size = fmin (LARGEST_SIZE * px, height * 0.72);
  marks = (!brush->look->curtain && (state->open_issues > 0 || state->visit_overdue) ? is_tall ? 20 : 10 : 0) * px;
  if (!is_tall && !brush->look->curtain && (state->categories & brush->order->drawn) != 0)
    marks = fmax (marks, 0.34 * width);
  used = estimate_width (text, label->size);
  if (label->size < LEAST_SIZE * px || used > width - marks - 4 * px)
    return FALSE;
  y = label->cell.y1 + (is_tall ? label->size * 0.8 : height / 2);
  label->name = dup_name (brush, label->door);
  if (label->name != NULL && used + estimate_width (label->name, label->size) + label->size / 2 > width - marks - 6 * px)
    g_clear_pointer (&label->name, g_free);
  used += label->name != NULL ? estimate_width (label->name, label->size) + label->size / 2 : 0;
  box = (BjtBox) { label->cell.x1 + 3 * px, y - label->size * 0.55, label->cell.x1 + 3 * px + used, y + label->size * 0.55 };
  label->box = turn_box (label->origin, label->angle, &box);
  label->is_inside = TRUE;
  return is_free (self->tags, &label->box);
}

/* Above, below, at the right, at the left of the cell; on paper at its corners
 * as well, and further away. */
static const BjtPoint sides[] = { { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 }, { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 } };

#define N_SIDES 4
#define N_PLACES 24

/* What a tag says. Returns: its width */
static double
make_tag (Layout       *self,
          BjtDoorLabel *label)
{
  const BjtBuildingBrush *brush = self->brush;
  double                  width;

  label->size = TAG_SIZE * brush->px;
  label->is_inside = FALSE;
  if (label->name == NULL)
    label->name = dup_name (brush, label->door);
  width = estimate_width (bjt_picture_get_door (brush->picture, label->door)->label, label->size) + 2 * TAG_PADDING * brush->px;
  return width + (label->name != NULL ? estimate_width (label->name, label->size) + label->size / 2 : 0);
}

static BjtBox
get_tag_box (const Layout       *self,
             const BjtDoorLabel *label,
             double              width,
             guint               place)
{
  const BjtPoint *side = &sides[place % G_N_ELEMENTS (sides)];
  double px = self->brush->px, height = (TAG_SIZE + 4) * px, gap = (3 + 12 * (place / G_N_ELEMENTS (sides))) * px;
  BjtBox cell = turn_box (label->origin, label->angle, &label->cell);
  double x = label->foot.x + side->x * ((cell.x2 - cell.x1 + width) / 2 + gap);
  double y = label->foot.y + side->y * ((cell.y2 - cell.y1 + height) / 2 + gap);

  return (BjtBox) { x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

static gboolean
fit_beside (Layout       *self,
            BjtDoorLabel *label)
{
  const BjtBuildingBrush *brush = self->brush;
  double                  width = make_tag (self, label);

  for (guint i = 0; i < N_SIDES; i++)
    {
      label->box = get_tag_box (self, label, width, i);
      if (label->rank == BJT_DOOR_LABEL_CHOSEN)
        return TRUE;
      if (is_free (self->tags, &label->box) && is_off_buildings (self, &label->box) && is_free (brush->taken, &label->box))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_frame (const BjtBuildingBrush *brush,
             BjtPoint                foot)
{
  BjtPoint place = bjt_map_frame_unproject (brush->frame, foot.x, foot.y);

  return place.x >= brush->frame->box.x1 && place.x <= brush->frame->box.x2 && place.y >= brush->frame->box.y1 && place.y <= brush->frame->box.y2;
}

static gboolean
place_label (Layout       *self,
             BjtDoorLabel *label)
{
  if (fit_inside (self, label))
    return TRUE;
  if (label->rank == BJT_DOOR_LABEL_ORDINARY || !fit_beside (self, label))
    return FALSE;
  g_array_append_val (self->tags, label->box);
  return TRUE;
}

/* On paper */

/* Places on buildings are none. */
static void
offer_tag (Layout         *self,
           BjtDoorLabel   *label,
           BjtLabelPlacer *placer)
{
  static const double weights[] = { [BJT_DOOR_LABEL_CHOSEN] = 8, [BJT_DOOR_LABEL_ISSUE] = 3, [BJT_DOOR_LABEL_OVERDUE] = 2, [BJT_DOOR_LABEL_ORDINARY] = 1 };
  const BjtBox *within = self->brush->frame->within;
  double        width = make_tag (self, label);

  bjt_label_placer_add_label (placer, weights[label->rank], 0);
  for (guint i = 0; i < N_PLACES; i++)
    {
      BjtBox   box = get_tag_box (self, label, width, i);
      gboolean is_fit = box.x1 >= within->x1 && box.y1 >= within->y1 && box.x2 <= within->x2 && box.y2 <= within->y2 && is_off_buildings (self, &box);

      bjt_label_placer_add_place (placer, &box, is_fit ? 1 : 0, (double) i / N_PLACES);
    }
}

static BjtLabelPlacer *
make_placer (const BjtBuildingBrush *brush)
{
  BjtLabelPlacer *placer = bjt_label_placer_new (0);

  for (guint i = 0; i < brush->frame->n_covered; i++)
    bjt_label_placer_add_obstacle (placer, &brush->frame->covered[i]);
  for (guint i = 0; i < brush->taken->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (brush->taken, BjtBox, i));
  for (guint i = 0; brush->frame->taken != NULL && i < brush->frame->taken->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (brush->frame->taken, BjtBox, i));
  return placer;
}

/* Those that fit into their cells, then the tags of those that matter. Moves
 * the labels that stand to the front. */
static guint
place_on_paper (Layout *self)
{
  g_autoptr (BjtLabelPlacer) placer = make_placer (self->brush);
  g_autofree guint32 *tags = g_new (guint32, MAX (self->labels->len, 1));
  guint32 n_tags = 0;
  guint   n = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      BjtDoorLabel *label = &g_array_index (self->labels, BjtDoorLabel, i);
      gboolean      is_inside = fit_inside (self, label);

      tags[i] = BJT_NO_PLACE;
      if (is_inside || label->rank == BJT_DOOR_LABEL_ORDINARY || !is_in_frame (self->brush, label->foot))
        {
          label->is_inside = is_inside;
          continue;
        }
      tags[i] = n_tags++;
      offer_tag (self, label, placer);
    }
  bjt_label_placer_place (placer);
  for (guint i = 0; i < self->labels->len; i++)
    {
      BjtDoorLabel label = g_array_index (self->labels, BjtDoorLabel, i);
      guint32      place = tags[i] != BJT_NO_PLACE ? bjt_label_placer_get_place (placer, tags[i]) : BJT_NO_PLACE;

      if (!label.is_inside && place == BJT_NO_PLACE)
        continue;
      if (place != BJT_NO_PLACE)
        {
          label.box = get_tag_box (self, &label, make_tag (self, &label), place);
          label.has_leader = TRUE;
          bjt_building_brush_take (self->brush, &label.box);
        }
      g_array_index (self->labels, BjtDoorLabel, i) = g_array_index (self->labels, BjtDoorLabel, n);
      g_array_index (self->labels, BjtDoorLabel, n++) = label;
    }
  return n;
}

static guint
place_on_screen (Layout *self)
{
  guint n = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      BjtDoorLabel label;

      if (!place_label (self, &g_array_index (self->labels, BjtDoorLabel, i)))
        continue;
      label = g_array_index (self->labels, BjtDoorLabel, i);
      g_array_index (self->labels, BjtDoorLabel, i) = g_array_index (self->labels, BjtDoorLabel, n);
      g_array_index (self->labels, BjtDoorLabel, n++) = label;
    }
  return n;
}

/**
 * bjt_door_labels_lay_out:
 * @n_dropped: (out): labels of doors in the frame that find no place
 *
 * Returns: (transfer full): BjtDoorLabel, in the frame or near it
 */
GArray *
bjt_door_labels_lay_out (BjtBuildingBrush *brush,
                         guint            *n_dropped)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (BjtDoorLabel));
  g_autoptr (GArray) buildings = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  g_autoptr (GArray) tags = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (BjtDoorLabel));
  Layout  self = { brush, labels, buildings, tags };
  guint   n_placed;

  *n_dropped = 0;
  g_array_set_clear_func (placed, clear_label);
  if (brush->zoom >= BJT_NEAR_ZOOM && brush->look->ground != BJT_BUILDING_GROUND_OPEN)
    collect (&self);
  g_array_sort (labels, compare_labels);
  n_placed = brush->frame->within != NULL ? place_on_paper (&self) : place_on_screen (&self);
  for (guint i = 0; i < labels->len; i++)
    {
      BjtDoorLabel *label = &g_array_index (labels, BjtDoorLabel, i);

      if (i < n_placed)
        {
          label->text = g_strdup (bjt_picture_get_door (brush->picture, label->door)->label);
          g_array_append_val (placed, *label);
          continue;
        }
      g_free (label->name);
      *n_dropped += is_in_frame (brush, label->foot);
    }
  return placed;
}

static guint32
get_ink (const BjtBuildingBrush *brush,
         guint32                 door)
{
  BjtClassStyle fill;

  if (brush->look->curtain || brush->look->style == BJT_DOOR_STYLE_CLASS)
    return brush->look->palette->building_text;
  bjt_door_style_get_fill (brush->look->style, bjt_door_style_get_code (brush->look->style, brush->order, brush->picture, door),
                           brush->look->palette, brush->picture, &fill);
  return bjt_palette_get_ink (fill.fill);
}

/* The label, then the name, from @x on. */
static void
write_label (const BjtBuildingBrush *brush,
             const BjtDoorLabel     *label,
             double                  x,
             double                  y,
             guint32                 ink)
{
  BjtTextPlace place = { x, y, 0, label->size, 0, BJT_TEXT_REGULAR };

  bjt_building_brush_write (brush, label->text, &place, ink, FALSE);
  if (label->name == NULL)
    return;
  place.x += bjt_text_painter_get_width (brush->glyphs.text, label->text, label->size, BJT_TEXT_REGULAR) + label->size * 0.4;
  bjt_building_brush_write (brush, label->name, &place, ink, FALSE);
}

static void
paint_inside (const BjtBuildingBrush *brush,
              const BjtDoorLabel     *label)
{
  double   height = label->cell.y2 - label->cell.y1;
  gboolean is_level = fabs (label->angle) < 0.01;

  cairo_save (brush->cr);
  cairo_translate (brush->cr, is_level ? round (label->origin.x) : label->origin.x, is_level ? round (label->origin.y) : label->origin.y);
  cairo_rotate (brush->cr, label->angle);
  write_label (brush, label, label->cell.x1 + 3 * brush->px,
               label->cell.y1 + (height > 26 * brush->px ? label->size * 0.8 : height / 2), get_ink (brush, label->door));
  cairo_restore (brush->cr);
}

static void
paint_tag (const BjtBuildingBrush *brush,
           const BjtDoorLabel     *label)
{
  const BjtPalette *palette = brush->look->palette;
  gboolean          is_chosen = label->rank == BJT_DOOR_LABEL_CHOSEN;
  double            px = brush->px;
  BjtBox            box = { round (label->box.x1), round (label->box.y1), round (label->box.x2), round (label->box.y2) };

  bjt_glyph_painter_round_box (brush->cr, &box, 3 * px);
  bjt_palette_set_source (brush->cr, palette->paper, 0.94);
  cairo_fill_preserve (brush->cr);
  bjt_palette_set_source (brush->cr, is_chosen ? palette->selection : palette->cell_edge, 1);
  cairo_set_line_width (brush->cr, (is_chosen ? 1.6 : 1) * px);
  cairo_stroke (brush->cr);
  write_label (brush, label, box.x1 + TAG_PADDING * px, (box.y1 + box.y2) / 2, palette->text);
}

/* From the edge of the tag to the middle of the cell. */
static void
paint_leader (const BjtBuildingBrush *brush,
              const BjtDoorLabel     *label)
{
  BjtPoint from = { CLAMP (label->foot.x, label->box.x1, label->box.x2), CLAMP (label->foot.y, label->box.y1, label->box.y2) };

  bjt_palette_set_source (brush->cr, brush->look->palette->text, 0.75);
  cairo_set_line_width (brush->cr, 0.7 * brush->px);
  cairo_move_to (brush->cr, from.x, from.y);
  cairo_line_to (brush->cr, label->foot.x, label->foot.y);
  cairo_stroke (brush->cr);
  cairo_arc (brush->cr, label->foot.x, label->foot.y, 1.4 * brush->px, 0, 2 * G_PI);
  cairo_fill (brush->cr);
}

/* Returns: how many doors in the frame are not named */
guint
bjt_door_labels_paint (BjtBuildingBrush *brush)
{
  guint              n_dropped;
  g_autoptr (GArray) labels = bjt_door_labels_lay_out (brush, &n_dropped);

  for (guint i = 0; i < labels->len; i++)
    if (g_array_index (labels, BjtDoorLabel, i).has_leader)
      paint_leader (brush, &g_array_index (labels, BjtDoorLabel, i));
  for (guint i = 0; i < labels->len; i++)
    {
      const BjtDoorLabel *label = &g_array_index (labels, BjtDoorLabel, i);

      if (!is_in_frame (brush, label->foot))
        continue;
      brush->glyphs.alpha = bjt_filter_matches (brush->filter, brush->picture, label->door) ? 1 : BJT_FADED;
      if (label->is_inside)
        paint_inside (brush, label);
      else
        paint_tag (brush, label);
    }
  brush->glyphs.alpha = 1;
  return n_dropped;
}
