/* bjt-osm-tags.c: rules from tag and shape to the kind of a draft, tried in order;
 * the first that fits counts. The words are those of the OpenStreetMap wiki. */
#include "bjt-osm-tags.h"

#include <stdlib.h>
#include <string.h>

enum
{
  ON_POINT = 1 << BJT_GEOMETRY_POINT,
  ON_LINE = 1 << BJT_GEOMETRY_LINE,
  ON_AREA = 1 << BJT_GEOMETRY_POLYGON,
};

typedef struct
{
  int            shapes;
  const char    *key;
  const char    *values; /* separated by `|`; "*": any but those after a `!`; "no" never fits */
  BjtFeatureDraftKind kind;
  gboolean       with_key; /* subkind is key=value, not the value alone */
} Rule;

static const Rule rules[] = {
  { ON_AREA, "building", "*", BJT_FEATURE_DRAFT_BUILDING, FALSE },
  { ON_POINT, "entrance", "*", BJT_FEATURE_DRAFT_ENTRANCE, FALSE },
  { ON_POINT | ON_LINE, "barrier", "gate|lift_gate|swing_gate|sliding_gate|entrance|kissing_gate|full-height_turnstile|turnstile", BJT_FEATURE_DRAFT_GATE, FALSE },
  { ON_LINE | ON_AREA, "barrier", "wall|fence|hedge|retaining_wall|city_wall|guard_rail|handrail", BJT_FEATURE_DRAFT_BARRIER, FALSE },
  { ON_LINE, "highway", "footway|path|steps|pedestrian|cycleway|corridor|bridleway|track", BJT_FEATURE_DRAFT_FOOTWAY, FALSE },
  { ON_AREA, "highway", "*!platform|rest_area|services", BJT_FEATURE_DRAFT_FOOTWAY, FALSE },
  { ON_LINE, "highway", "*!proposed|construction|razed|abandoned|platform|elevator|bus_stop", BJT_FEATURE_DRAFT_ROAD, FALSE },
  { ON_LINE, "railway", "rail|subway|light_rail|tram|monorail|narrow_gauge|preserved|funicular", BJT_FEATURE_DRAFT_RAILWAY, FALSE },
  { ON_LINE, "waterway", "river|stream|canal|drain|ditch|brook", BJT_FEATURE_DRAFT_WATER, FALSE },
  { ON_AREA, "waterway", "riverbank|dock|river|canal", BJT_FEATURE_DRAFT_WATER, FALSE },
  { ON_AREA, "natural", "water|wetland|bay|strait", BJT_FEATURE_DRAFT_WATER, FALSE },
  { ON_AREA, "landuse", "reservoir|basin", BJT_FEATURE_DRAFT_WATER, TRUE },
  { ON_AREA, "leisure", "swimming_pool", BJT_FEATURE_DRAFT_WATER, TRUE },
  { ON_AREA, "boundary", "administrative", BJT_FEATURE_DRAFT_BOUNDARY, FALSE },
  { ON_AREA, "leisure", "park|garden|common|nature_reserve|dog_park", BJT_FEATURE_DRAFT_GREEN, FALSE },
  { ON_AREA, "landuse", "grass|forest|meadow|village_green|recreation_ground|orchard|greenfield|flowerbed|plant_nursery|farmland|allotments|vineyard", BJT_FEATURE_DRAFT_GREEN, FALSE },
  { ON_AREA, "natural", "wood|scrub|grassland|heath|shrubbery|tree_row", BJT_FEATURE_DRAFT_GREEN, FALSE },
  { ON_AREA, "place", "neighbourhood|quarter|city_block", BJT_FEATURE_DRAFT_COMPOUND, TRUE },
  { ON_AREA, "amenity", "*", BJT_FEATURE_DRAFT_LAND, TRUE },
  { ON_AREA, "leisure", "*", BJT_FEATURE_DRAFT_LAND, TRUE },
  { ON_AREA, "tourism", "*", BJT_FEATURE_DRAFT_LAND, TRUE },
  { ON_AREA, "landuse", "*", BJT_FEATURE_DRAFT_LAND, TRUE },
  { ON_AREA, "shop", "*", BJT_FEATURE_DRAFT_LAND, TRUE },
  { ON_AREA, "office", "*", BJT_FEATURE_DRAFT_LAND, TRUE },
  { ON_POINT, "amenity", "*!bench|waste_basket|parking_space|bicycle_parking|waste_disposal|vending_machine|parking_entrance", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "shop", "*", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "office", "*", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "healthcare", "*", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "tourism", "*!information|artwork", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "leisure", "*!picnic_table", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "craft", "*", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "railway", "station|halt|subway_entrance|tram_stop", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "highway", "bus_stop", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "emergency", "fire_hydrant|assembly_point|defibrillator|phone", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "historic", "*", BJT_FEATURE_DRAFT_POI, TRUE },
  { ON_POINT, "place", "*!house|farm", BJT_FEATURE_DRAFT_POI, TRUE },
};

/* Tags that make a closed way an area. */
static const char *const area_keys[] = {
  "building", "landuse", "leisure", "amenity", "shop", "office", "tourism", "place", "water", "boundary", "historic", "healthcare", "craft",
};

const char *
bjt_osm_tags_get (const BjtOsmTag *tags,
                  guint            n_tags,
                  const char      *key)
{
  for (guint i = 0; i < n_tags; i++)
    if (strcmp (tags[i].key, key) == 0)
      return tags[i].value;
  return NULL;
}

static gboolean
in_list (const char *list,
         const char *value)
{
  gsize length = strlen (value);

  for (const char *at = list; at != NULL; at = strchr (at, '|'))
    {
      gsize n;

      at += *at == '|' || *at == '!' || *at == '*';
      n = strcspn (at, "|");
      if (n == length && memcmp (at, value, n) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
rule_fits (const Rule *rule,
           const char *value)
{
  if (strcmp (value, "no") == 0)
    return FALSE;
  if (rule->values[0] != '*')
    return in_list (rule->values, value);
  return rule->values[1] == '\0' || !in_list (rule->values + 1, value);
}

/**
 * bjt_osm_tags_mean_area:
 *
 * Returns: whether a closed way with these tags is an area and not a ring-shaped line
 */
gboolean
bjt_osm_tags_mean_area (const BjtOsmTag *tags,
                        guint            n_tags)
{
  const char *area = bjt_osm_tags_get (tags, n_tags, "area");
  const char *natural = bjt_osm_tags_get (tags, n_tags, "natural");
  const char *waterway = bjt_osm_tags_get (tags, n_tags, "waterway");

  if (area != NULL)
    return strcmp (area, "no") != 0;
  for (gsize i = 0; i < G_N_ELEMENTS (area_keys); i++)
    if (bjt_osm_tags_get (tags, n_tags, area_keys[i]) != NULL)
      return TRUE;
  return (natural != NULL && !in_list ("coastline|cliff|ridge|tree_row|valley", natural)) ||
         (waterway != NULL && in_list ("riverbank|dock", waterway));
}

static int
read_int (const char *text,
          int         low,
          int         high)
{
  char  *end;
  double value;

  if (text == NULL)
    return 0;
  value = g_ascii_strtod (text, &end);
  return end != text && value >= low && value <= high ? (int) value : 0;
}

static const char *
first_of (const BjtOsmTag   *tags,
          guint              n_tags,
          const char *const *keys)
{
  for (; *keys != NULL; keys++)
    {
      const char *value = bjt_osm_tags_get (tags, n_tags, *keys);

      if (value != NULL && value[0] != '\0')
        return value;
    }
  return NULL;
}

static const char *
join_address (const BjtOsmTag *tags,
              guint            n_tags,
              GStringChunk    *texts)
{
  static const char *const parts[] = { "addr:province", "addr:city", "addr:district", "addr:subdistrict", "addr:street", "addr:place", "addr:housename", "addr:housenumber", "addr:unit" };
  const char              *full = bjt_osm_tags_get (tags, n_tags, "addr:full");
  g_autoptr (GString)      address = NULL;

  if (full != NULL)
    return full;
  if (bjt_osm_tags_get (tags, n_tags, "addr:street") == NULL && bjt_osm_tags_get (tags, n_tags, "addr:place") == NULL)
    return NULL;
  address = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *value = bjt_osm_tags_get (tags, n_tags, parts[i]);

      if (value != NULL)
        g_string_append (address, value);
    }
  return g_string_chunk_insert (texts, address->str);
}

/* "off" for a way or gate that nobody may pass on foot. */
static const char *
find_hours (const BjtOsmTag    *tags,
            guint               n_tags,
            BjtFeatureDraftKind kind)
{
  static const char *const foot_keys[] = { "foot", "access", NULL };
  const char *foot = first_of (tags, n_tags, foot_keys), *motor = bjt_osm_tags_get (tags, n_tags, "motorroad");
  gboolean    is_passed = kind == BJT_FEATURE_DRAFT_GATE || kind == BJT_FEATURE_DRAFT_ROAD || kind == BJT_FEATURE_DRAFT_FOOTWAY;

  if (is_passed && ((foot != NULL && strcmp (foot, "no") == 0) || (motor != NULL && strcmp (motor, "yes") == 0)))
    return "off";
  return bjt_osm_tags_get (tags, n_tags, "opening_hours");
}

static void
describe (const BjtOsmTag *tags,
          guint            n_tags,
          GStringChunk    *texts,
          BjtFeatureDraft *draft)
{
  static const char *const name_keys[] = { "name:zh", "name", "name:zh-Hans", "brand:zh", "brand", NULL };
  static const char *const building_labels[] = { "addr:housenumber", "ref", "addr:housename", NULL };
  static const char *const entrance_labels[] = { "ref", "addr:unit", "name", NULL };

  draft->name = first_of (tags, n_tags, name_keys);
  draft->label = first_of (tags, n_tags, draft->kind == BJT_FEATURE_DRAFT_ENTRANCE || draft->kind == BJT_FEATURE_DRAFT_GATE ? entrance_labels : building_labels);
  draft->address = join_address (tags, n_tags, texts);
  draft->opening_hours = find_hours (tags, n_tags, draft->kind);
  draft->levels = read_int (bjt_osm_tags_get (tags, n_tags, "building:levels"), 1, 200);
  draft->layer = read_int (bjt_osm_tags_get (tags, n_tags, "layer"), -10, 10);
}

/**
 * bjt_osm_tags_classify:
 * @shape: what the tags are on
 * @texts: keeps what had to be put together
 * @draft: all but its geometry and source are set
 *
 * Returns: FALSE when the tags mean nothing that is drawn or found
 */
gboolean
bjt_osm_tags_classify (const BjtOsmTag *tags,
                       guint            n_tags,
                       BjtGeometryKind  shape,
                       GStringChunk    *texts,
                       BjtFeatureDraft *draft)
{
  const char *residential = bjt_osm_tags_get (tags, n_tags, "landuse");

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const Rule *rule = &rules[i];
      const char *value = (rule->shapes & 1 << shape) != 0 ? bjt_osm_tags_get (tags, n_tags, rule->key) : NULL;

      if (value == NULL || !rule_fits (rule, value))
        continue;
      *draft = (BjtFeatureDraft){ .kind = rule->kind };
      describe (tags, n_tags, texts, draft);
      if (rule->with_key)
        {
          g_autofree char *subkind = g_strdup_printf ("%s=%s", rule->key, value);

          draft->subkind = g_string_chunk_insert (texts, subkind);
        }
      else
        draft->subkind = value;
      if (draft->kind == BJT_FEATURE_DRAFT_LAND && draft->name != NULL && residential != NULL && strcmp (residential, "residential") == 0)
        draft->kind = BJT_FEATURE_DRAFT_COMPOUND;
      return TRUE;
    }
  return FALSE;
}
