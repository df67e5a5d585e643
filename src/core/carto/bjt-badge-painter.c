/* bjt-badge-painter.c: from far away one badge a grid (a compound where there
 * are no grids): name, households, a ring of the style, a red count of what is
 * overdue. Where badges would cover each other they are small ones, with a bar
 * for the ring; where these would too, there is none.
 *
 * Which badges are shown depends on the scale alone, so they stand still while
 * the map is moved. */
#include "bjt-building-brush.h"

#include <math.h>

#define BADGE_HEIGHT 44.0
#define SMALL_HEIGHT 38.0
#define TITLE_SIZE 13.0
#define COUNT_SIZE 11.5

typedef struct
{
  const char *name;
  BjtPoint    sum;    /* Mercator */
  guint       n;
  BjtTally    tally;
  gboolean    faded;
  gboolean    is_small;
  BjtBox      box;    /* on the surface */
  char        count[48];
} Badge;

typedef guint32 (*GetOwner) (const BjtPictureBuilding *building);

static guint32
get_grid (const BjtPictureBuilding *building)
{
  return building->grid;
}

static guint32
get_compound (const BjtPictureBuilding *building)
{
  return building->compound;
}

static GArray *
collect_badges (const BjtBuildingBrush *brush,
                guint                   n_owners,
                GetOwner                get_owner)
{
  GArray *badges = g_array_new (FALSE, TRUE, sizeof (Badge));

  g_array_set_size (badges, n_owners);
  for (guint32 b = 0; b < brush->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (brush->picture, b);
      guint32                   owner = get_owner (building);
      Badge                    *badge;

      if (owner >= n_owners || isnan (building->centre.x))
        continue;
      badge = &g_array_index (badges, Badge, owner);
      badge->sum.x += building->centre.x;
      badge->sum.y += building->centre.y;
      badge->n++;
      bjt_tally_add (&badge->tally, &brush->tallies[b]);
    }
  return badges;
}

static void
name_badges (const BjtBuildingBrush *brush,
             GArray                 *badges,
             GetOwner                get_owner)
{
  for (guint i = 0; i < badges->len; i++)
    {
      Badge *badge = &g_array_index (badges, Badge, i);

      if (get_owner == get_grid)
        badge->name = bjt_picture_get_grid (brush->picture, i)->name;
      else
        badge->name = bjt_picture_get_compound (brush->picture, i)->name;
      badge->faded = badge->tally.n_matched == 0 && badge->tally.n_doors > 0;
      bjt_tally_finish (&badge->tally, brush->picture);
    }
}

static double
measure_width (const BjtBuildingBrush *brush,
               const Badge            *badge)
{
  double px = brush->px;
  double title = badge->name != NULL ? bjt_text_painter_get_width (brush->glyphs.text, badge->name, TITLE_SIZE * px, BJT_TEXT_BOLD) : 0;
  double count = bjt_text_painter_get_width (brush->glyphs.text, badge->count, COUNT_SIZE * px, BJT_TEXT_REGULAR);

  return fmax (title, count) + (badge->is_small || brush->look->curtain ? 18 : 52) * px;
}

static void
place_badge (const BjtBuildingBrush *brush,
             Badge                  *badge,
             gboolean                is_small)
{
  gboolean         has_doors = badge->tally.n_doors > 0;
  g_autofree char *number = g_strdup_printf ("%u", has_doors ? badge->tally.n_households : badge->n);
  g_autofree char *count = bjt_building_brush_fill_pattern (has_doors ? brush->look->household_pattern : brush->look->count_pattern, number);
  BjtPoint         at = bjt_map_frame_project (brush->frame, (BjtPoint) { badge->sum.x / badge->n, badge->sum.y / badge->n });
  double           width, height = (is_small || !has_doors ? SMALL_HEIGHT : BADGE_HEIGHT) * brush->px;

  badge->is_small = is_small || !has_doors;
  g_strlcpy (badge->count, count, sizeof badge->count);
  width = measure_width (brush, badge);
  badge->box.x1 = round (at.x - width / 2);
  badge->box.y1 = round (at.y - height / 2);
  badge->box.x2 = badge->box.x1 + width;
  badge->box.y2 = badge->box.y1 + height;
}

/* Returns: whether they all stand apart */
static gboolean
place_badges (const BjtBuildingBrush *brush,
              GArray                 *badges,
              gboolean                is_small)
{
  for (guint i = 0; i < badges->len; i++)
    {
      Badge *badge = &g_array_index (badges, Badge, i);

      if (badge->n == 0)
        continue;
      place_badge (brush, badge, is_small);
      for (guint k = 0; k < i; k++)
        if (g_array_index (badges, Badge, k).n > 0 && bjt_box_intersects (&badge->box, &g_array_index (badges, Badge, k).box))
          return FALSE;
    }
  return TRUE;
}

/* The shares of the style as arcs; hairlines between them for eyes that do not
 * tell the colours apart. */
void
bjt_badge_painter_paint_ring (const BjtBuildingBrush *brush,
                              const BjtTally         *tally,
                              BjtPoint                at,
                              double                  radius,
                              double                  width)
{
  guint        codes[BJT_MAX_STYLE_CODES], n = bjt_door_style_list_codes (brush->look->style, brush->order, codes);
  const guint *counts = bjt_tally_get_counts (tally, brush->look->style);
  double       from = -G_PI_2, gap = brush->px / radius;

  for (guint i = 0; i < n && tally->n_matched > 0; i++)
    {
      double share = 2 * G_PI * counts[codes[i]] / tally->n_matched;
      double to = from + fmax (share - (counts[codes[i]] < tally->n_matched ? gap : 0), gap);

      if (counts[codes[i]] == 0)
        continue;
      cairo_new_sub_path (brush->cr);
      cairo_arc (brush->cr, at.x, at.y, radius + width / 2, from, to);
      if (counts[codes[i]] == tally->n_matched)
        cairo_new_sub_path (brush->cr);
      cairo_arc_negative (brush->cr, at.x, at.y, radius - width / 2, to, from);
      bjt_palette_set_source (brush->cr, bjt_door_style_get_mark (brush->look->style, codes[i], brush->look->palette, brush->picture),
                              brush->glyphs.alpha);
      cairo_fill (brush->cr);
      from += share;
    }
}

static void
paint_overdue (const BjtBuildingBrush *brush,
               guint                   n,
               double                  x,
               double                  y)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  double           px = brush->px;
  double           width = fmax (16 * px, bjt_text_painter_get_width (brush->glyphs.text, text, 10.5 * px, BJT_TEXT_BOLD) + 9 * px);
  BjtBox           box = { x - width / 2, y - 8 * px, x + width / 2, y + 8 * px };
  BjtTextPlace     place = { x, y, 0.5, 10.5 * px, 0, BJT_TEXT_BOLD };

  bjt_glyph_painter_round_box (brush->cr, &box, 8 * px);
  bjt_palette_set_source (brush->cr, 0xC8102E, brush->glyphs.alpha);
  cairo_fill_preserve (brush->cr);
  bjt_palette_set_source (brush->cr, brush->look->palette->paper, brush->glyphs.alpha);
  cairo_set_line_width (brush->cr, 1.5 * px);
  cairo_stroke (brush->cr);
  bjt_building_brush_write (brush, text, &place, 0xFFFFFF, FALSE);
}

static void
paint_card (const BjtBuildingBrush *brush,
            const BjtBox           *box)
{
  double px = brush->px;
  BjtBox shadow = { box->x1, box->y1 + px, box->x2, box->y2 + 2 * px };

  bjt_glyph_painter_round_box (brush->cr, &shadow, 10 * px);
  bjt_palette_set_source (brush->cr, 0x000000, 0.10 * brush->glyphs.alpha);
  cairo_fill (brush->cr);
  bjt_glyph_painter_round_box (brush->cr, box, 10 * px);
  bjt_palette_set_source (brush->cr, brush->look->palette->paper, 0.96 * brush->glyphs.alpha);
  cairo_fill_preserve (brush->cr);
  bjt_palette_set_source (brush->cr, brush->look->palette->cell_edge, brush->glyphs.alpha);
  cairo_set_line_width (brush->cr, px);
  cairo_stroke (brush->cr);
}

/* The shares of the ring, side by side. */
static void
paint_bar (const BjtBuildingBrush *brush,
           const Badge            *badge)
{
  guint        codes[BJT_MAX_STYLE_CODES], n = bjt_door_style_list_codes (brush->look->style, brush->order, codes);
  const guint *counts = bjt_tally_get_counts (&badge->tally, brush->look->style);
  double       px = brush->px, x = badge->box.x1 + 8 * px, width = badge->box.x2 - badge->box.x1 - 16 * px;

  for (guint i = 0; i < n; i++)
    {
      double part = width * counts[codes[i]] / MAX (badge->tally.n_matched, 1);

      cairo_rectangle (brush->cr, x, badge->box.y2 - 6 * px, part, 3 * px);
      bjt_palette_set_source (brush->cr, bjt_door_style_get_mark (brush->look->style, codes[i], brush->look->palette, brush->picture),
                              brush->glyphs.alpha);
      cairo_fill (brush->cr);
      x += part;
    }
}

static void
paint_badge (BjtBuildingBrush *brush,
             const Badge      *badge)
{
  double       px = brush->px, height = badge->box.y2 - badge->box.y1;
  double       left = badge->box.x1 + (badge->is_small || brush->look->curtain ? 9 : 40) * px;
  double       middle = badge->box.y1 + (badge->is_small && badge->tally.n_doors > 0 && !brush->look->curtain ? height / 2 - 2.5 * px : height / 2);
  BjtTextPlace title = { left, middle - 7.5 * px, 0, TITLE_SIZE * px, 0, BJT_TEXT_BOLD };
  BjtTextPlace count = { left, middle + 8 * px, 0, COUNT_SIZE * px, 0, BJT_TEXT_REGULAR };

  brush->glyphs.alpha = badge->faded ? BJT_FADED : 1;
  paint_card (brush, &badge->box);
  if (badge->name != NULL)
    bjt_building_brush_write (brush, badge->name, &title, brush->look->palette->text, FALSE);
  bjt_building_brush_write (brush, badge->count, &count, brush->look->palette->dim_text, FALSE);
  if (brush->look->curtain)
    return;
  if (badge->is_small)
    paint_bar (brush, badge);
  else
    bjt_badge_painter_paint_ring (brush, &badge->tally, (BjtPoint) { badge->box.x1 + 22 * px, middle }, 11 * px, 4.6 * px);
  if (badge->tally.n_overdue > 0)
    paint_overdue (brush, badge->tally.n_overdue, badge->box.x2 - 4 * px, badge->box.y1 + 2 * px);
}

static gboolean
has_badge (const GArray *badges)
{
  for (guint i = 0; i < badges->len; i++)
    if (g_array_index (badges, Badge, i).n > 0)
      return TRUE;
  return FALSE;
}

typedef struct
{
  GetOwner get_owner;
  guint    n_owners;
} Level;

/* The badges that are shown at this scale; NULL: none */
static GArray *
lay_out (const BjtBuildingBrush *brush,
         GetOwner               *get_owner)
{
  const Level levels[] = {
    { get_grid, brush->picture->grids->len }, { get_compound, brush->picture->compounds->len },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GArray) badges = collect_badges (brush, levels[i].n_owners, levels[i].get_owner);

      *get_owner = levels[i].get_owner;
      if (!has_badge (badges))
        continue;
      name_badges (brush, badges, levels[i].get_owner);
      if (place_badges (brush, badges, FALSE) || place_badges (brush, badges, TRUE))
        return g_steal_pointer (&badges);
    }
  return NULL;
}

/* Returns: whether there is room for badges */
gboolean
bjt_badge_painter_paint (BjtBuildingBrush *brush)
{
  GetOwner get_owner;
  g_autoptr (GArray) badges = lay_out (brush, &get_owner);

  for (guint i = 0; badges != NULL && i < badges->len; i++)
    if (g_array_index (badges, Badge, i).n > 0)
      paint_badge (brush, &g_array_index (badges, Badge, i));
  brush->glyphs.alpha = 1;
  return badges != NULL;
}

static BjtBox
get_extent (const BjtBuildingBrush *brush,
            GetOwner                get_owner,
            guint32                 owner)
{
  BjtBox extent = BJT_BOX_EMPTY;

  for (guint32 b = 0; b < brush->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (brush->picture, b);

      for (guint c = 0; c < 4 && get_owner (building) == owner && !isnan (building->centre.x); c++)
        bjt_box_add_point (&extent, building->corners[c].x, building->corners[c].y);
    }
  return extent;
}

/* Returns: whether there is room for badges; @hit is filled where one is */
gboolean
bjt_badge_painter_find (BjtBuildingBrush *brush,
                        double            x,
                        double            y,
                        BjtBadgeHit      *hit)
{
  GetOwner get_owner;
  g_autoptr (GArray) badges = lay_out (brush, &get_owner);

  for (guint i = 0; badges != NULL && i < badges->len; i++)
    {
      const Badge *badge = &g_array_index (badges, Badge, i);

      if (badge->n == 0 || x < badge->box.x1 || x > badge->box.x2 || y < badge->box.y1 || y > badge->box.y2)
        continue;
      hit->extent = get_extent (brush, get_owner, i);
      hit->tally = badge->tally;
      break;
    }
  return badges != NULL;
}
