/* bjt-sheet-captions.c: the whole name in the middle of the building is best,
 * then its number there, then the name beside it. Along the walls where the
 * ground has north up; upright where the ground is turned. */
#include "bjt-sheet-captions.h"

#include <math.h>

#include "geo/bjt-label-placer.h"

#define STEEP 1.3 /* radians: upright reads better than on its side */
#define HALO 0.4  /* mm */
#define MAX_BOXES 8
#define GAP 0.6 /* mm */

/* A place where one could stand. */
typedef struct
{
  BjtPoint at;
  double   turn, width;
  gboolean is_short; /* the number alone */
  gboolean is_inside;
} Spot;

typedef struct
{
  char    *name, *label;
  GArray  *spots; /* Spot */
  gboolean is_hidden;
  guint32  place;
} Caption;

struct _BjtSheetCaptions
{
  const BjtSheetMap *map; /* borrowed, as is pen */
  const BjtSheetPen *pen;
  double             size;   /* mm */
  GArray            *ground; /* BjtBox, mm */
  GArray            *captions;
};

static void
clear_caption (gpointer data)
{
  Caption *caption = data;

  g_free (caption->name);
  g_free (caption->label);
  g_array_unref (caption->spots);
}

BjtSheetCaptions *
bjt_sheet_captions_new (const BjtSheetMap *map,
                        const BjtSheetPen *pen,
                        double             size)
{
  BjtSheetCaptions *self = g_new0 (BjtSheetCaptions, 1);

  self->map = map;
  self->pen = pen;
  self->size = size * pen->k;
  self->ground = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  self->captions = g_array_new (FALSE, FALSE, sizeof (Caption));
  g_array_set_clear_func (self->captions, clear_caption);
  return self;
}

void
bjt_sheet_captions_free (BjtSheetCaptions *self)
{
  g_array_unref (self->ground);
  g_array_unref (self->captions);
  g_free (self);
}

void
bjt_sheet_captions_add_ground (BjtSheetCaptions *self,
                               const BjtPoint   *corners)
{
  bjt_sheet_map_cover (self->map, corners, self->ground);
}

/* The text in boxes along its line. */
static guint
list_boxes (const BjtSheetCaptions *self,
            const Spot             *spot,
            BjtBox                 *boxes)
{
  double height = self->size * 1.15, step;
  guint  n = fabs (spot->turn) > 0 ? (guint) fmin (MAX_BOXES, fmax (1, ceil (spot->width / height))) : 1;

  step = spot->width / n;
  for (guint i = 0; i < n; i++)
    {
      double   along = (i + 0.5) * step - spot->width / 2;
      BjtPoint at = { spot->at.x + along * cos (spot->turn), spot->at.y + along * sin (spot->turn) };
      double   x = (step * fabs (cos (spot->turn)) + height * fabs (sin (spot->turn))) / 2;
      double   y = (step * fabs (sin (spot->turn)) + height * fabs (cos (spot->turn))) / 2;

      boxes[i] = (BjtBox) { at.x - x, at.y - y, at.x + x, at.y + y };
    }
  return n;
}

static gboolean
is_off_ground (const BjtSheetCaptions *self,
               const Spot             *spot)
{
  BjtBox box = { spot->at.x - spot->width / 2, spot->at.y - self->size * 0.58, spot->at.x + spot->width / 2, spot->at.y + self->size * 0.58 };

  for (guint i = 0; i < self->ground->len; i++)
    if (bjt_box_intersects (&box, &g_array_index (self->ground, BjtBox, i)))
      return FALSE;
  return TRUE;
}

static double
measure (const BjtSheetCaptions *self,
         const char             *text)
{
  return bjt_text_painter_get_width (self->pen->text, text, self->size, BJT_TEXT_BOLD);
}

/* In the middle, and a little to both sides of it. */
static void
offer_inside (Caption  *caption,
              BjtPoint  middle,
              BjtPoint  along, /* half the wall */
              double    turn,
              double    width,
              gboolean  is_short)
{
  static const double shifts[] = { 0, -0.35, 0.35, -0.7, 0.7 };
  double              length = 2 * hypot (along.x, along.y), free = length > 0 ? fmax (0, 1 - width / length) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      Spot spot = { { middle.x + shifts[i] * free * along.x, middle.y + shifts[i] * free * along.y }, turn, width, is_short, TRUE };

      g_array_append_val (caption->spots, spot);
    }
}

static void
offer_beside (const BjtSheetCaptions *self,
              Caption                *caption,
              const BjtBox           *building,
              double                  width,
              gboolean                is_short)
{
  BjtPoint middle = { (building->x1 + building->x2) / 2, (building->y1 + building->y2) / 2 };
  double   x = (building->x2 - building->x1 + width) / 2 + GAP, y = (building->y2 - building->y1) / 2 + self->size * 0.58 + GAP;
  const BjtPoint sides[] = { { 0, -y }, { 0, y }, { x, 0 }, { -x, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      Spot spot = { { middle.x + sides[i].x, middle.y + sides[i].y }, 0, width, is_short, FALSE };

      if (is_off_ground (self, &spot))
        g_array_append_val (caption->spots, spot);
    }
}

/* Along the walls, or level; a text that is longer than the building, or level
 * in one that is too narrow for it, does not stand inside. */
static void
offer_all (const BjtSheetCaptions *self,
           Caption                *caption,
           const BjtPoint         *at)
{
  BjtPoint middle = { (at[0].x + at[1].x + at[2].x + at[3].x) / 4, (at[0].y + at[1].y + at[2].y + at[3].y) / 4 };
  BjtPoint along = { (at[1].x - at[0].x) / 2, (at[1].y - at[0].y) / 2 };
  double   length = 2 * hypot (along.x, along.y), turn = atan2 (along.y, along.x);
  double   widths[] = { measure (self, caption->name), measure (self, caption->label) };
  gboolean is_level;
  BjtBox   box = BJT_BOX_EMPTY;

  for (guint c = 0; c < 4; c++)
    bjt_box_add_point (&box, at[c].x, at[c].y);
  turn = remainder (turn, G_PI);
  is_level = fabs (turn) > STEEP || fabs (self->map->ground->turn) > 0;
  if (is_level)
    turn = 0;
  if (is_level || widths[0] < length)
    offer_inside (caption, middle, along, turn, widths[0], FALSE);
  offer_inside (caption, middle, along, turn, widths[1], TRUE);
  offer_beside (self, caption, &box, widths[0], FALSE);
  offer_beside (self, caption, &box, widths[1], TRUE);
}

void
bjt_sheet_captions_add (BjtSheetCaptions *self,
                        const BjtPoint   *corners,
                        const char       *label)
{
  Caption  caption = { NULL, NULL, NULL, FALSE, BJT_NO_PLACE };
  BjtPoint at[4];

  if (label == NULL)
    return;
  for (guint c = 0; c < G_N_ELEMENTS (at); c++)
    {
      at[c] = bjt_sheet_map_project_mercator (self->map, corners[c]);
      caption.is_hidden |= !isfinite (at[c].x) || !isfinite (at[c].y);
    }
  caption.name = bjt_sheet_words_dup_building (self->pen->language, label);
  caption.label = g_strdup (label);
  caption.spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  if (!caption.is_hidden)
    offer_all (self, &caption, at);
  g_array_append_val (self->captions, caption);
}

static gboolean
is_in_window (const BjtSheetCaptions *self,
              const BjtBox           *box)
{
  const BjtBox *window = &self->map->window;

  return box->x1 > window->x1 && box->y1 > window->y1 && box->x2 < window->x2 && box->y2 < window->y2;
}

/* Of a building that something covers, or that is outside, nobody misses it. */
static gboolean
is_hidden (const BjtSheetCaptions *self,
           const Caption          *caption,
           const GArray           *covered)
{
  const Spot *first = &g_array_index (caption->spots, Spot, 0);
  BjtBox      point = { first->at.x, first->at.y, first->at.x, first->at.y };

  if (!is_in_window (self, &point))
    return TRUE;
  for (guint i = 0; i < covered->len; i++)
    if (bjt_box_intersects (&point, &g_array_index (covered, BjtBox, i)))
      return TRUE;
  return FALSE;
}

static void
add_to_placer (const BjtSheetCaptions *self,
               const Caption          *caption,
               BjtLabelPlacer         *placer)
{
  bjt_label_placer_add_label (placer, 1, 0);
  for (guint i = 0; i < caption->spots->len; i++)
    {
      BjtBox boxes[MAX_BOXES];
      guint  n = list_boxes (self, &g_array_index (caption->spots, Spot, i), boxes);

      for (guint b = 0; b < n; b++)
        if (!is_in_window (self, &boxes[b]))
          n = 0;
      bjt_label_placer_add_place (placer, boxes, n, (double) i / caption->spots->len);
    }
}

void
bjt_sheet_captions_place (BjtSheetCaptions *self,
                          GArray           *covered)
{
  g_autoptr (BjtLabelPlacer) placer = bjt_label_placer_new (0);

  for (guint i = 0; i < covered->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (covered, BjtBox, i));
  for (guint i = 0; i < self->captions->len; i++)
    {
      Caption *caption = &g_array_index (self->captions, Caption, i);

      caption->is_hidden = caption->is_hidden || caption->spots->len == 0 || is_hidden (self, caption, covered);
      add_to_placer (self, caption, placer);
    }
  bjt_label_placer_place (placer);
  for (guint i = 0; i < self->captions->len; i++)
    {
      Caption *caption = &g_array_index (self->captions, Caption, i);
      BjtBox   boxes[MAX_BOXES];

      caption->place = bjt_label_placer_get_place (placer, i);
      if (caption->place != BJT_NO_PLACE)
        g_array_append_vals (covered, boxes, list_boxes (self, &g_array_index (caption->spots, Spot, caption->place), boxes));
    }
}

static void
draw_caption (const BjtSheetCaptions *self,
              const Caption          *caption)
{
  const Spot        *spot = &g_array_index (caption->spots, Spot, caption->place);
  const BjtSheetPen *pen = self->pen;
  BjtTextPlace       place = { 0, 0, 0.5, self->size, 0, BJT_TEXT_BOLD };

  cairo_save (pen->cr);
  cairo_translate (pen->cr, spot->at.x, spot->at.y);
  cairo_rotate (pen->cr, spot->turn);
  bjt_sheet_pen_colour (pen, pen->palette->building_text);
  bjt_text_painter_draw_halo (pen->text, pen->cr, spot->is_short ? caption->label : caption->name, &place,
                              spot->is_inside ? pen->palette->building : pen->palette->paper, HALO);
  cairo_restore (pen->cr);
}

guint
bjt_sheet_captions_draw (const BjtSheetCaptions *self)
{
  guint n_dropped = 0;

  for (guint i = 0; i < self->captions->len; i++)
    {
      const Caption *caption = &g_array_index (self->captions, Caption, i);

      if (caption->place != BJT_NO_PLACE)
        draw_caption (self, caption);
      else
        n_dropped += !caption->is_hidden;
    }
  return n_dropped;
}
