/* bjt-demo-profile.h: the figures and the plan of each sample community.
 *
 * Lengths are metres of a plan whose x runs roughly east and y roughly north;
 * bjt-demo-terrain.h puts the plan on the ground.
 */
#pragma once

#include "model/bjt-territory.h"

G_BEGIN_DECLS

/* How a household is made up. */
typedef enum
{
  BJT_DEMO_ELDER_ALONE,
  BJT_DEMO_ELDER_COUPLE,
  BJT_DEMO_MIXED_COUPLE,
  BJT_DEMO_ELDER_CHILD,
  BJT_DEMO_ELDERS_CHILD,
  BJT_DEMO_THREE_GENERATIONS,
  BJT_DEMO_THREE_GENERATIONS_BOTH,
  BJT_DEMO_THREE_GENERATIONS_BIG,
  BJT_DEMO_ELDER_GRANDCHILD,
  BJT_DEMO_ELDERS_GRANDCHILD,
  BJT_DEMO_LAST_ELDER_FAMILY = BJT_DEMO_ELDERS_GRANDCHILD,
  BJT_DEMO_COUPLE_CHILD,
  BJT_DEMO_COUPLE_TWO_CHILDREN,
  BJT_DEMO_PARENT_CHILD,
  BJT_DEMO_COUPLE_GROWN_CHILD,
  BJT_DEMO_COUPLE,
  BJT_DEMO_PARENT_GROWN_CHILD,
  BJT_DEMO_SINGLE,
  BJT_DEMO_N_FAMILIES,
} BjtDemoFamily;

/* The members of each family, one letter a person:
 *   E e  an elder and head, and the spouse      m  the younger spouse of an elder
 *   k    the grown child of an elder            r  a grandchild below 15
 *   H s  a head below 60, and the spouse        c  a child below 15
 *   g    a grown child                          P p  the elder parents of the head */
extern const char *const BJT_DEMO_FAMILY_ROLES[BJT_DEMO_N_FAMILIES];

typedef enum
{
  BJT_DEMO_LIMBS,
  BJT_DEMO_SIGHT,
  BJT_DEMO_HEARING,
  BJT_DEMO_MENTAL,
  BJT_DEMO_INTELLECT,
  BJT_DEMO_SPEECH,
  BJT_DEMO_MULTIPLE,
  BJT_DEMO_N_DISABILITIES,
} BjtDemoDisability;

typedef struct
{
  guint families[BJT_DEMO_N_FAMILIES]; /* occupied households */
  guint tenants, floating;             /* of them; the rest is settled */
  guint hukou_only_empty, hukou_only_tenant;
  guint aged_80, aged_65;              /* 65 or older, with those over 80 */
  guint disabled_care;
  guint disability[BJT_DEMO_N_DISABILITIES];
  guint low_income_households, low_income_persons;
  guint extreme_poverty, lonely, edge, illness;
  guint bereaved_couples, bereaved_alone; /* 失独 households */
  guint left_behind, in_distress;         /* children */
  guint veterans, party_members;
  guint correction, released, mental, drugs;
  guint pregnant_infant, jobless;
  guint visits, issues;
} BjtDemoFigures;

typedef struct
{
  double   length, depth;
  int      n_entrances, n_levels, per_level;
  int      first_level;  /* ordinal of the first level of dwellings */
  int      n_shops;      /* on the levels below */
  gboolean has_elevator;
} BjtDemoBuildingSpec;

enum
{
  BJT_DEMO_GATE_NORTH = 1,
  BJT_DEMO_GATE_EAST = 2,
  BJT_DEMO_GATE_SOUTH = 4,
  BJT_DEMO_GATE_WEST = 8,
};

typedef struct
{
  const char          *name, *old_names, *property_mode, *property_company;
  guint                n_buildings;
  guint                n_columns;     /* buildings side by side */
  double               west, north;   /* of its wall */
  double               gap, pitch;    /* between buildings, from row to row */
  BjtDemoBuildingSpec  building;      /* the usual one */
  guint                building_grid[12]; /* number of the grid of each; 0: that of the first */
  guint                gates;
  int                  built_year;
  gboolean             doors_reversed;
  guint                empty_cells;   /* bit set: places without a building, row by row */
} BjtDemoCompoundSpec;

typedef struct
{
  guint       number;
  guint       n_households; /* occupied; 0: as they come */
  const char *what;         /* what it covers, in words */
  guint       n_points;
  BjtPoint    boundary[8];
} BjtDemoGridSpec;

typedef struct
{
  BjtFeatureKind kind;
  const char    *subkind;
  const char    *name;
  guint          n_points; /* 1 point, 2 or more: line or ring by kind */
  BjtPoint       points[10];
} BjtDemoFeatureSpec;

typedef struct
{
  const char                *code;       /* jiangbei */
  const char                *name;
  const char                *address;
  const char                *community_code;
  BjtDate                    founded_on;
  BjtPoint                   centre;     /* lon/lat of the plan's origin */
  double                     stated_area_m2;
  guint                      stated_households, stated_persons;
  const char                *grid_level;
  guint                      n_closed_entrances;
  guint                      max_doors;  /* 0: all */
  BjtDemoFigures             figures;
  GArray                    *compounds;  /* BjtDemoCompoundSpec */
  GArray                    *building_specs; /* (nullable) BjtDemoBuildingSpec, one a building, where they differ */
  GPtrArray                 *labels;     /* (nullable) of the buildings */
  GArray                    *grids;      /* BjtDemoGridSpec */
  GArray                    *features;   /* BjtDemoFeatureSpec */
  GArray                    *boundary;   /* BjtPoint */
  GStringChunk              *strings;
} BjtDemoProfile;

BjtDemoProfile *bjt_demo_profile_new (const char *code, guint n_doors);
void            bjt_demo_profile_free (BjtDemoProfile *self);
void            bjt_demo_profile_fill_jiangbei (BjtDemoProfile *self);
void            bjt_demo_profile_fill_jiabei (BjtDemoProfile *self);
void            bjt_demo_profile_fill_stress (BjtDemoProfile *self, guint n_doors);
void            bjt_demo_figures_scale (BjtDemoFigures *self, guint n_households);
guint           bjt_demo_figures_count_households (const BjtDemoFigures *self);
guint           bjt_demo_figures_count_persons (const BjtDemoFigures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDemoProfile, bjt_demo_profile_free)

G_END_DECLS
