/* bjt-badge-painter.c: from far away one badge a grid (a compound where there
 * are no grids; the community where badges would cover each other): name,
 * households, a ring of the categories, a red count of what is overdue.
 *
 * Which badges are shown depends on the scale alone, so they stand still while
 * the map is moved. */
#include "bjt-building-brush.h"

#include <math.h>

#define BADGE_WIDTH 124.0
#define BADGE_HEIGHT 44.0

typedef struct
{
  const char *name;
  BjtPoint    sum;    /* Mercator */
  guint       n;
  BjtTally    tally;
  gboolean    faded;
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

static guint32
get_community (const BjtPictureBuilding *building)
{
  return 0;
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
      else if (get_owner == get_compound)
        badge->name = bjt_picture_get_compound (brush->picture, i)->name;
      else
        badge->name = brush->picture->community.name;
      badge->faded = badge->tally.n_matched == 0 && badge->tally.n_doors > 0;
      bjt_tally_finish (&badge->tally, brush->picture);
    }
}

static BjtPoint
get_place (const BjtBuildingBrush *brush,
           const Badge            *badge)
{
  return bjt_map_frame_project (brush->frame, (BjtPoint) { badge->sum.x / badge->n, badge->sum.y / badge->n });
}

static gboolean
badges_collide (const BjtBuildingBrush *brush,
                const GArray           *badges)
{
  for (guint i = 0; i < badges->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const Badge *a = &g_array_index (badges, Badge, i), *b = &g_array_index (badges, Badge, k);
        BjtPoint     p, q;

        if (a->n == 0 || b->n == 0)
          continue;
        p = get_place (brush, a);
        q = get_place (brush, b);
        if (fabs (p.x - q.x) < BADGE_WIDTH * brush->px * 0.9 && fabs (p.y - q.y) < BADGE_HEIGHT * brush->px)
          return TRUE;
      }
  return FALSE;
}

static void
paint_ring (const BjtBuildingBrush *brush,
            const BjtTally         *tally,
            double                  x,
            double                  y,
            double                  radius)
{
  double from = -G_PI_2;
  guint  total = 0;

  for (guint c = 0; c < MIN (brush->picture->categories->len, BJT_MAX_CATEGORIES); c++)
    if (!bjt_picture_get_category (brush->picture, c)->is_restricted)
      total += tally->categories[c];
  cairo_set_line_width (brush->cr, radius * 0.42);
  for (guint c = 0; c < MIN (brush->picture->categories->len, BJT_MAX_CATEGORIES) && total > 0; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (brush->picture, c);
      double                    to = from + 2 * G_PI * tally->categories[c] / total;

      if (tally->categories[c] == 0 || category->is_restricted)
        continue;
      cairo_new_sub_path (brush->cr);
      cairo_arc (brush->cr, x, y, radius, from, to);
      bjt_palette_set_source (brush->cr, category->colour, brush->glyphs.alpha);
      cairo_stroke (brush->cr);
      from = to;
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

static char *
dup_household_text (const BjtBuildingBrush *brush,
                    guint                   n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  return bjt_building_brush_fill_pattern (brush->look->household_pattern, number);
}

static void
paint_badge (BjtBuildingBrush *brush,
             const Badge      *badge)
{
  g_autofree char *households = dup_household_text (brush, badge->tally.n_households);
  double           px = brush->px, left = brush->look->curtain ? 12 * px : 40 * px;
  BjtPoint         at = get_place (brush, badge);
  double           width = left + 12 * px + fmax (bjt_text_painter_get_width (brush->glyphs.text, badge->name != NULL ? badge->name : "", 13 * px, BJT_TEXT_BOLD),
                                                  bjt_text_painter_get_width (brush->glyphs.text, households, 11.5 * px, BJT_TEXT_REGULAR));
  double           x = round (at.x - width / 2), y = round (at.y - BADGE_HEIGHT * px / 2);
  BjtBox           box = { x, y, x + width, y + BADGE_HEIGHT * px };
  BjtTextPlace     title = { x + left, y + 15 * px, 0, 13 * px, 0, BJT_TEXT_BOLD };
  BjtTextPlace     count = { x + left, y + 31 * px, 0, 11.5 * px, 0, BJT_TEXT_REGULAR };

  brush->glyphs.alpha = badge->faded ? BJT_FADED : 1;
  paint_card (brush, &box);
  if (badge->name != NULL)
    bjt_building_brush_write (brush, badge->name, &title, brush->look->palette->text, FALSE);
  bjt_building_brush_write (brush, households, &count, brush->look->palette->dim_text, FALSE);
  if (brush->look->curtain)
    return;
  paint_ring (brush, &badge->tally, x + 22 * px, y + BADGE_HEIGHT * px / 2, 11 * px);
  if (badge->tally.n_overdue > 0)
    paint_overdue (brush, badge->tally.n_overdue, box.x2 - 4 * px, box.y1 + 2 * px);
}

void
bjt_badge_painter_paint (BjtBuildingBrush *brush)
{
  static const GetOwner levels[] = { get_grid, get_compound, get_community };
  const guint           counts[] = { brush->picture->grids->len, brush->picture->compounds->len, 1 };

  for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
    {
      g_autoptr (GArray) badges = collect_badges (brush, counts[level], levels[level]);
      guint n = 0;

      for (guint i = 0; i < badges->len; i++)
        n += g_array_index (badges, Badge, i).n > 0;
      if (n == 0 || (levels[level] != get_community && badges_collide (brush, badges)))
        continue;
      name_badges (brush, badges, levels[level]);
      for (guint i = 0; i < badges->len; i++)
        if (g_array_index (badges, Badge, i).n > 0)
          paint_badge (brush, &g_array_index (badges, Badge, i));
      break;
    }
  brush->glyphs.alpha = 1;
}
