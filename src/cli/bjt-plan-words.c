/* bjt-plan-words.c: finding plans, reading places, telling how well they agree. */
#include "bjt-plan-words.h"

#include <math.h>
#include <string.h>

#include "plan/bjt-plan-index.h"

guint32
bjt_plan_words_find_building (const BjtPicture *picture,
                              const char       *text)
{
  guint32 found = BJT_NO_INDEX;

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      g_autofree char *name = bjt_picture_dup_building_name (picture, b);

      if (strcmp (name, text) == 0)
        return b;
      if (g_strcmp0 (bjt_picture_get_building (picture, b)->label, text) != 0)
        continue;
      if (found != BJT_NO_INDEX)
        {
          g_printerr (_("bjt: several buildings are called “%s”; name the compound too\n"), text);
          return BJT_NO_INDEX;
        }
      found = b;
    }
  if (found == BJT_NO_INDEX)
    g_printerr (_("bjt: there is no building “%s”\n"), text);
  return found;
}

static guint32
find_by_id (const BjtPicture *picture,
            const char       *text)
{
  for (guint32 p = 0; p < picture->plans->len; p++)
    {
      g_autofree char *id = bjt_uuid_dup_string (&bjt_picture_get_plan (picture, p)->id);

      if (strcmp (id, text) == 0)
        return p;
    }
  return BJT_NO_INDEX;
}

guint32
bjt_plan_words_find_plan (const BjtPicture *picture,
                          const char       *text)
{
  guint32          plan = find_by_id (picture, text);
  const char      *colon = strrchr (text, ':');
  g_autofree char *name = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  guint32          building;
  gint64           level;
  BjtRun           plans;

  if (plan != BJT_NO_INDEX)
    return plan;
  building = bjt_plan_words_find_building (picture, name);
  if (building == BJT_NO_INDEX)
    return BJT_NO_INDEX;
  plans = bjt_plan_index_get_plans (picture, building);
  if (colon == NULL && plans.n == 1)
    return plans.first;
  if (colon != NULL && g_ascii_string_to_signed (colon + 1, 10, -99, 999, &level, NULL))
    plan = bjt_plan_index_find_plan (picture, building, (int) level);
  if (plan == BJT_NO_INDEX)
    g_printerr (_("bjt: “%s” names no plan; write BUILDING:LEVEL (0 is the ground level); bjt plan list shows them\n"), text);
  return plan;
}

gboolean
bjt_plan_words_parse_pair (const char *text,
                           BjtPoint   *pair)
{
  char *end = NULL;

  pair->x = g_ascii_strtod (text, &end);
  if (end == text || *end != ',')
    return FALSE;
  text = end + 1;
  pair->y = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (pair->x) && isfinite (pair->y);
}

gboolean
bjt_plan_words_parse_two (const char *text,
                          BjtPoint    pair[2])
{
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, ": ", -1) : NULL;

  return words != NULL && g_strv_length (words) == 2 && bjt_plan_words_parse_pair (words[0], pair) && bjt_plan_words_parse_pair (words[1], pair + 1);
}

/* A weight of 0: it only checks. */
gboolean
bjt_plan_words_parse_point (const char      *text,
                            BjtControlPoint *point)
{
  const char      *equals = strchr (text, '=');
  const char      *at = equals != NULL ? strchr (equals, '@') : NULL;
  g_autofree char *plan = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  g_autofree char *ground = at != NULL ? g_strndup (equals + 1, (gsize) (at - equals - 1)) : equals != NULL ? g_strdup (equals + 1) : NULL;
  char            *end = NULL;

  *point = (BjtControlPoint) { .weight = 1, .is_used = TRUE };
  if (at != NULL)
    {
      point->weight = g_ascii_strtod (at + 1, &end);
      if (end == at + 1 || *end != '\0' || !(point->weight >= 0))
        return FALSE;
      point->is_used = point->weight > 0;
      point->weight = point->is_used ? point->weight : 1;
    }
  return plan != NULL && bjt_plan_words_parse_pair (plan, &point->plan) && bjt_plan_words_parse_pair (ground, &point->lon_lat);
}

static void
print_summary (const BjtPlacement    *placement,
               const BjtPlacementFit *fit)
{
  const char *kind = bjt_placement_kind_get_name (bjt_placement_get_kind (placement));

  if (fit->n_parameters == 0)
    g_print (_("%s, moved by hand; RMSE %.3f m\n"), kind, fit->rmse);
  else if (fit->freedom == 0)
    g_print (_("%s; exact, no check: 2·%u − %u = 0 degrees of freedom\n"), kind, fit->n_used, fit->n_parameters);
  else
    g_print (_("%s; RMSE %.3f m; 2·%u − %u = %d degrees of freedom, ±%.3f m a coordinate\n"), kind, fit->rmse, fit->n_used, fit->n_parameters,
             fit->freedom, fit->sigma);
  if (fit->suspect != BJT_PLACEMENT_NO_POINT)
    g_print (_("Point %u looks wrong: without it the RMSE is %.3f m\n"), fit->suspect + 1, fit->rmse_without);
}

/* One row a point; the summary only for people. */
void
bjt_plan_words_print_fit (const BjtPlacement *placement,
                          BjtListingFormat    format)
{
  static const char *const columns[] = { "point", "x", "y", "lon", "lat", "residual_m", "used", "suspect", NULL };
  g_autoptr (BjtPlacementFit) fit = bjt_placement_get_fit (placement);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  guint n;
  const BjtControlPoint *points = bjt_placement_get_points (placement, &n);

  for (guint i = 0; i < n; i++)
    {
      bjt_listing_add_int (listing, i + 1);
      bjt_listing_add_number (listing, points[i].plan.x);
      bjt_listing_add_number (listing, points[i].plan.y);
      bjt_listing_take_text (listing, g_strdup_printf ("%.7f", points[i].lon_lat.x));
      bjt_listing_take_text (listing, g_strdup_printf ("%.7f", points[i].lon_lat.y));
      bjt_listing_take_text (listing, g_strdup_printf ("%.3f", fit->residuals[i]));
      bjt_listing_add_text (listing, points[i].is_used ? "yes" : "no");
      bjt_listing_add_text (listing, fit->suspect == i ? "yes" : "no");
    }
  bjt_listing_print (listing, format);
  if (format == BJT_LISTING_TABLE)
    print_summary (placement, fit);
}
