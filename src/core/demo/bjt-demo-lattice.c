/* bjt-demo-lattice.c: the two communities that stand on a regular street
 * lattice: 嘉北 (domain.md E.3) and the one of any size for stress. */
#include "bjt-demo-profile.h"

#include <math.h>

#define STREET 24.0 /* metres from wall to wall */

typedef struct
{
  guint  n_columns, n_rows;
  double width, height; /* of a block with its half streets */
} Lattice;

static BjtPoint
corner_of (const Lattice *lattice,
           double         column,
           double         row)
{
  return (BjtPoint) { (column - lattice->n_columns / 2.0) * lattice->width, (lattice->n_rows / 2.0 - row) * lattice->height };
}

/* The first ones have names, further ones numbers, as towns of the north-east do. */
static const char *
name_street (BjtDemoProfile *self,
             guint           number,
             gboolean        eastward)
{
  static const char *const streets[] = { "北苑街", "和平街", "建设街", "河滨街" };
  static const char *const roads[] = { "西苑路", "育才路", "东苑路", "迎宾路" };
  g_autofree char         *name = NULL;

  if (number < G_N_ELEMENTS (streets))
    return eastward ? streets[number] : roads[number];
  name = g_strdup_printf (eastward ? "纬%u街" : "经%u路", number + 1);
  return g_string_chunk_insert (self->strings, name);
}

static void
add_street (BjtDemoProfile *self,
            guint           number,
            BjtPoint        from,
            BjtPoint        to)
{
  static const char *const kinds[] = { "secondary", "residential", "tertiary" };
  BjtDemoFeatureSpec       street = {
          BJT_FEATURE_ROAD, kinds[number % 3], name_street (self, number, from.y == to.y), 2, { from, to },
  };

  g_array_append_val (self->features, street);
}

static void
add_frame (BjtDemoProfile *self,
           const Lattice  *lattice)
{
  BjtPoint           low = corner_of (lattice, 0, lattice->n_rows), high = corner_of (lattice, lattice->n_columns, 0);
  BjtDemoFeatureSpec river = {
    BJT_FEATURE_WATER, "river", "清水河", 6,
    { { low.x - 1500, low.y - 160 }, { 0, low.y - 66 }, { high.x + 1500, low.y - 140 },
      { high.x + 1500, low.y - 210 }, { 0, low.y - 124 }, { low.x - 1500, low.y - 230 } },
  };
  BjtDemoFeatureSpec bank = {
    BJT_FEATURE_GREEN, "grass", NULL, 2, { { low.x, low.y - 46 }, { high.x, low.y - 18 } },
  };
  BjtPoint boundary[] = {
    { low.x - 30, low.y - 84 }, { high.x + 30, low.y - 84 }, { high.x + 30, high.y + 30 }, { low.x - 30, high.y + 30 },
  };

  g_array_append_val (self->features, river);
  g_array_append_val (self->features, bank);
  for (guint c = 0; c <= lattice->n_columns; c++)
    add_street (self, c, corner_of (lattice, c, lattice->n_rows), corner_of (lattice, c, 0));
  for (guint r = 0; r <= lattice->n_rows; r++)
    add_street (self, r, corner_of (lattice, 0, r), corner_of (lattice, lattice->n_columns, r));
  g_array_append_vals (self->boundary, boundary, G_N_ELEMENTS (boundary));
  self->stated_area_m2 = (high.x - low.x + 60) * (high.y - low.y + 114);
}

static void
add_slice (BjtDemoProfile *self,
           guint           n_households,
           const char     *what,
           BjtPoint        north_west,
           BjtPoint        south_east)
{
  BjtDemoGridSpec grid = {
    self->grids->len + 1, n_households, what, 4,
    { { north_west.x, south_east.y }, south_east, { south_east.x, north_west.y }, north_west },
  };

  g_array_append_val (self->grids, grid);
}

/* 嘉北: five compounds of three 片区 each, a 片区 being one row of buildings. */

#define N_ZONES 15
#define ZONE_PITCH 62.0

static const guint zone_households[N_ZONES] = {
  252, 371, 371, 371, 370, 368, 366, 362, 360, 358, 352, 348, 344, 336, 321,
};

static const BjtDemoBuildingSpec slab = { 96, 12, 6, 6, 3, 0, 0, FALSE };
static const BjtDemoBuildingSpec slab_with_shops = { 96, 12, 6, 6, 3, 1, 15, FALSE };
static const BjtDemoBuildingSpec tower = { 48, 20, 2, 18, 4, 0, 0, TRUE };

#define N_BUILDINGS_WITH_SHOPS 17 /* × 15 = 255 */

/* 101–154 with gaps: towns skip what ends in 4, and later houses took an A. */
static const char *const building_labels[] = {
  "101", "102", "103", "103A", "105", "106", "107", "108", "109", "110", "111", "112", "112A", "112B", "115", "116",
  "117", "118", "119", "120", "121", "122", "123", "123A", "125", "126", "127", "128", "129", "130", "131", "132",
  "133", "133A", "135", "136", "137", "138", "139", "140", "141", "142", "143", "143A", "145", "146", "147", "148",
  "149", "150", "151", "152", "153", "154",
};

static void
add_zone_buildings (BjtDemoProfile *self,
                    guint           zone)
{
  gboolean three = zone < 6;
  guint    n_shops = 0;

  for (guint i = 0; i < self->building_specs->len; i++)
    n_shops += g_array_index (self->building_specs, BjtDemoBuildingSpec, i).n_shops > 0;
  for (guint i = 0; i < (three ? 3 : 4); i++)
    {
      const BjtDemoBuildingSpec *spec = three && zone > 0 && i < 2 ? &tower : &slab;

      if (spec == &slab && !three && n_shops < N_BUILDINGS_WITH_SHOPS)
        {
          spec = &slab_with_shops;
          n_shops++;
        }
      g_array_append_vals (self->building_specs, spec, 1);
    }
}

static void
add_quarter (BjtDemoProfile *self,
             const Lattice  *lattice,
             guint           number)
{
  static const char *const names[] = { "嘉北一里", "嘉北二里", "嘉北三里", "嘉北四里", "嘉北五里" };
  guint                    column = number % lattice->n_columns, row = number / lattice->n_columns;
  BjtPoint                 low = corner_of (lattice, column, row + 1), high = corner_of (lattice, column + 1, row);
  gboolean                 three = number < 2;
  BjtDemoCompoundSpec      compound = {
         names[number], NULL, "物业", "嘉北物业服务中心", three ? 9 : 12, 4, low.x + STREET / 2, high.y - STREET / 2,
         20, ZONE_PITCH, slab, { 0 }, BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_EAST, 2009, FALSE, three ? 0x888 : 0,
  };
  double cuts[] = { high.y, high.y - STREET / 2 - 14 - 6 - ZONE_PITCH / 2, high.y - STREET / 2 - 14 - 6 - ZONE_PITCH * 1.5, low.y };

  for (guint i = 0; i < 3; i++)
    {
      guint zone = number * 3 + i;

      add_zone_buildings (self, zone);
      add_slice (self, zone_households[zone], names[number], (BjtPoint) { low.x, cuts[i] }, (BjtPoint) { high.x, cuts[i + 1] });
      for (guint b = 0; b < (three ? 3 : 4); b++)
        compound.building_grid[b + i * (three ? 3 : 4)] = zone + 1;
    }
  g_array_append_val (self->compounds, compound);
}

/* The sixth block: park, school and the places of daily life. */
static const BjtDemoFeatureSpec sixth_block[] = {
  { BJT_FEATURE_GREEN, "park", "嘉北公园", 2, { { 20, -278 }, { 300, -116 } } },
  { BJT_FEATURE_WATER, "pond", NULL, 6, { { 180, -220 }, { 240, -226 }, { 262, -190 }, { 230, -160 }, { 185, -165 }, { 165, -190 } } },
  { BJT_FEATURE_FOOTWAY, "footway", NULL, 4, { { 12, -270 }, { 90, -180 }, { 150, -140 }, { 300, -112 } } },
  { BJT_FEATURE_FOOTWAY, "footway", NULL, 3, { { 20, -112 }, { 90, -180 }, { 160, -284 } } },
  { BJT_FEATURE_AREA, "school", "嘉北小学", 2, { { 316, -278 }, { 476, -116 } } },
  { BJT_FEATURE_BUILDING, "school", "教学楼", 2, { { 335, -150 }, { 440, -134 } } },
  { BJT_FEATURE_AREA, "pitch", "操场", 2, { { 340, -260 }, { 450, -175 } } },
  { BJT_FEATURE_POI, "community_centre", "嘉北社区党群服务中心", 1, { { 40, -130 } } },
  { BJT_FEATURE_POI, "shelter", "议事厅", 1, { { 120, -240 } } },
  { BJT_FEATURE_POI, "school", "嘉北小学", 1, { { 388, -142 } } },
  { BJT_FEATURE_POI, "clinic", "嘉北卫生服务站", 1, { { 290, -130 } } },
  { BJT_FEATURE_POI, "pharmacy", "康民药店", 1, { { 60, -270 } } },
  { BJT_FEATURE_POI, "post", "快递驿站", 1, { { 280, -270 } } },
};

static const BjtDemoFigures jiabei_figures = {
  .families = {
    [BJT_DEMO_ELDER_ALONE] = 150, [BJT_DEMO_ELDER_COUPLE] = 280, [BJT_DEMO_MIXED_COUPLE] = 120,
    [BJT_DEMO_ELDER_CHILD] = 120, [BJT_DEMO_ELDERS_CHILD] = 200, [BJT_DEMO_THREE_GENERATIONS] = 680,
    [BJT_DEMO_THREE_GENERATIONS_BOTH] = 1070, [BJT_DEMO_THREE_GENERATIONS_BIG] = 600,
    [BJT_DEMO_ELDER_GRANDCHILD] = 20, [BJT_DEMO_ELDERS_GRANDCHILD] = 40,
    [BJT_DEMO_COUPLE_CHILD] = 480, [BJT_DEMO_COUPLE_TWO_CHILDREN] = 900, [BJT_DEMO_PARENT_CHILD] = 30,
    [BJT_DEMO_COUPLE_GROWN_CHILD] = 280, [BJT_DEMO_COUPLE] = 190, [BJT_DEMO_PARENT_GROWN_CHILD] = 40,
    [BJT_DEMO_SINGLE] = 50,
  },
  .tenants = 820, .floating = 610, .hukou_only_empty = 310, .hukou_only_tenant = 140,
  .aged_80 = 640, .aged_65 = 3380,
  .disabled_care = 260, .disability = { 148, 32, 27, 30, 21, 6, 6 },
  .low_income_households = 96, .low_income_persons = 138, .extreme_poverty = 7, .lonely = 3, .edge = 36, .illness = 92,
  .bereaved_couples = 14, .bereaved_alone = 7, .left_behind = 12, .in_distress = 10,
  .veterans = 240, .party_members = 820,
  .correction = 6, .released = 8, .mental = 40, .drugs = 5,
  .pregnant_infant = 60, .jobless = 9,
  .visits = 14000, .issues = 340,
};

void
bjt_demo_profile_fill_jiabei (BjtDemoProfile *self)
{
  const Lattice lattice = { 2, 3, 472 + STREET, 2 * ZONE_PITCH + 20 + 28 + STREET };

  self->name = "嘉北社区";
  self->address = "嘉北路1号（示例）";
  self->community_code = "222499002001";
  self->founded_on = bjt_date_from_ymd (2014, 6, 1);
  self->centre = (BjtPoint) { 116.143, 39.735 };
  self->stated_households = 5250;
  self->stated_persons = 20070;
  self->grid_level = "片区";
  self->n_closed_entrances = 17;
  self->figures = jiabei_figures;
  self->building_specs = g_array_new (FALSE, TRUE, sizeof (BjtDemoBuildingSpec));
  self->labels = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (building_labels); i++)
    g_ptr_array_add (self->labels, (gpointer) building_labels[i]);
  g_array_append_vals (self->features, sixth_block, G_N_ELEMENTS (sixth_block));
  add_frame (self, &lattice);
  for (guint number = 0; number < N_ZONES / 3; number++)
    add_quarter (self, &lattice, number);
}

/* Stress: one compound a block, one grid a compound. */


static const struct
{
  guint               n_buildings, n_columns;
  double              gap, pitch;
  BjtDemoBuildingSpec building;
} stress_blocks[] = {
  { 12, 4, 16, 46, { 51, 12, 3, 6, 2, 0, 0, FALSE } },
  { 6, 2, 40, 50, { 72, 12, 4, 6, 3, 0, 0, FALSE } },
  { 4, 2, 60, 70, { 36, 18, 2, 18, 3, 0, 0, TRUE } },
};

static guint
count_block_doors (guint kind)
{
  const BjtDemoBuildingSpec *b = &stress_blocks[kind].building;

  return stress_blocks[kind].n_buildings * (guint) (b->n_entrances * b->n_levels * b->per_level);
}

static void
add_block (BjtDemoProfile *self,
           const Lattice  *lattice,
           guint           number)
{
  guint               kind = number % G_N_ELEMENTS (stress_blocks);
  guint               column = number % lattice->n_columns, row = number / lattice->n_columns;
  BjtPoint            low = corner_of (lattice, column, row + 1), high = corner_of (lattice, column + 1, row);
  g_autofree char    *name = g_strdup_printf ("新城%03u小区", number + 1);
  BjtDemoCompoundSpec compound = {
    g_string_chunk_insert (self->strings, name), NULL, "物业", "新城物业服务中心",
    stress_blocks[kind].n_buildings, stress_blocks[kind].n_columns, low.x + STREET / 2, high.y - STREET / 2,
    stress_blocks[kind].gap, stress_blocks[kind].pitch, stress_blocks[kind].building, { number + 1 },
    BJT_DEMO_GATE_NORTH | BJT_DEMO_GATE_SOUTH, 1995 + (int) (number % 25), FALSE, 0,
  };

  g_array_append_val (self->compounds, compound);
  add_slice (self, 0, compound.name, (BjtPoint) { low.x, high.y }, (BjtPoint) { high.x, low.y });
}

void
bjt_demo_profile_fill_stress (BjtDemoProfile *self,
                              guint           n_doors)
{
  g_autoptr (BjtDemoProfile) model = bjt_demo_profile_new ("jiangbei", 0);
  Lattice lattice = { 1, 1, 308 + STREET, 160 + STREET };
  guint   n_blocks = 0;

  for (guint doors = 0; doors < n_doors; n_blocks++)
    doors += count_block_doors (n_blocks % G_N_ELEMENTS (stress_blocks));
  lattice.n_columns = (guint) ceil (sqrt (n_blocks * 0.7));
  lattice.n_rows = (n_blocks + lattice.n_columns - 1) / lattice.n_columns;
  self->name = "示例新城社区";
  self->address = "新城大街1号（示例）";
  self->community_code = "222499009001";
  self->founded_on = bjt_date_from_ymd (2010, 1, 1);
  self->centre = (BjtPoint) { 129.755, 43.32 };
  self->grid_level = "网格";
  self->max_doors = n_doors;
  self->figures = model->figures;
  bjt_demo_figures_scale (&self->figures, (guint) (n_doors * 3376.0 / 3966.0));
  self->figures.visits = n_doors * 5 / 2;
  self->stated_households = bjt_demo_figures_count_households (&self->figures);
  self->stated_persons = bjt_demo_figures_count_persons (&self->figures);
  add_frame (self, &lattice);
  for (guint number = 0; number < n_blocks; number++)
    add_block (self, &lattice, number);
}
