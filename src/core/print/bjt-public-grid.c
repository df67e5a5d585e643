/* bjt-public-grid.c: copies what is public, field by field. Whatever is not
 * named here does not leave: no doors, no households, no persons, no issues. */
#include "bjt-public-grid.h"

#include "bjt-grid-count.h"

#define FEW 5

/* Categories a public poster may count: none that marks a hardship. */
static const char *const public_categories[] = { "aged_80", "party_member", "veteran" };

static void
clear_building (gpointer data)
{
  BjtPublicBuilding *building = data;

  g_free (building->label);
  bjt_geometry_unref (building->footprint);
}

static void
clear_count (gpointer data)
{
  g_free (((BjtPublicCount *) data)->name);
}

static void
clear_place (gpointer data)
{
  g_free (((BjtPublicPlace *) data)->name);
}

static void
copy_places (BjtPublicGrid    *self,
             const BjtPicture *picture)
{
  for (guint32 f = 0; f < picture->features->len; f++)
    {
      const BjtPictureFeature *feature = bjt_picture_get_feature (picture, f);
      BjtPublicPlace           place;

      if (feature->kind != BJT_FEATURE_POI || feature->name == NULL)
        continue;
      place = (BjtPublicPlace) { g_strdup (feature->name), bjt_geometry_get_centroid (feature->shape) };
      g_array_append_val (self->places, place);
    }
}

static void
copy_buildings (BjtPublicGrid    *self,
                const BjtPicture *picture,
                guint32           grid)
{
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *from = bjt_picture_get_building (picture, b);
      BjtPublicBuilding         building = { .centre = from->centre, .is_ours = from->grid == grid };

      if (from->footprint == NULL)
        continue;
      building.label = g_strdup (from->label);
      building.footprint = bjt_geometry_ref (from->footprint);
      for (guint c = 0; c < 4; c++)
        building.corners[c] = from->corners[c];
      g_array_append_val (self->buildings, building);
    }
}

static void
copy_counts (BjtPublicGrid    *self,
             const BjtPicture *picture,
             guint32           grid)
{
  BjtGridCount count;

  bjt_grid_count (&count, picture, grid);
  self->n_buildings = count.n_buildings;
  self->n_households = count.n_households;
  self->n_persons = count.n_persons;
  for (guint i = 0; i < G_N_ELEMENTS (public_categories); i++)
    {
      guint32        index = bjt_picture_find_category (picture, public_categories[i]);
      BjtPublicCount entry;

      if (index == BJT_NO_INDEX || bjt_picture_get_category (picture, index)->is_restricted)
        continue;
      entry = (BjtPublicCount) { g_strdup (bjt_picture_get_category (picture, index)->name), count.categories[index] };
      g_array_append_val (self->counts, entry);
    }
}

/* A picture of the open map alone, for the painter of the base map. */
BjtMapPainter *
bjt_public_grid_make_base (const BjtPicture *picture)
{
  g_autoptr (BjtPicture) ground = bjt_picture_new (picture->as_of);

  for (guint32 f = 0; f < picture->features->len; f++)
    {
      const BjtPictureFeature *from = bjt_picture_get_feature (picture, f);
      BjtPictureFeature        feature = { .kind = from->kind };

      feature.subkind = bjt_picture_keep_string (ground, from->subkind);
      feature.name = bjt_picture_keep_string (ground, from->name);
      feature.shape = bjt_picture_keep_shape (ground, bjt_geometry_ref (from->shape));
      g_array_append_val (ground->features, feature);
    }
  bjt_picture_finish (ground);
  return bjt_map_painter_new (ground);
}

static char *
dup_compounds (const BjtPicture *picture,
               guint32           grid)
{
  GString *names = g_string_new (NULL);
  guint32  last = BJT_NO_INDEX;

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      if (building->grid != grid || building->compound == BJT_NO_INDEX || building->compound == last)
        continue;
      last = building->compound;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", bjt_picture_get_compound (picture, last)->name);
    }
  return g_string_free (names, FALSE);
}

/**
 * bjt_public_grid_new_from_picture:
 * @grid: index in @picture
 *
 * Returns: (transfer full): what may hang on a public wall
 */
BjtPublicGrid *
bjt_public_grid_new_from_picture (const BjtPicture *picture,
                                  guint32           grid)
{
  BjtPublicGrid        *self = g_new0 (BjtPublicGrid, 1);
  const BjtPictureGrid *from = bjt_picture_get_grid (picture, grid);

  self->community = g_strdup (picture->community.name);
  self->compounds = dup_compounds (picture, grid);
  self->number = from->number;
  self->staff_name = g_strdup (from->staff_name);
  self->staff_phone = g_strdup (from->staff_phone);
  self->boundary = from->boundary != NULL ? bjt_geometry_ref (from->boundary) : NULL;
  self->buildings = g_array_new (FALSE, FALSE, sizeof (BjtPublicBuilding));
  g_array_set_clear_func (self->buildings, clear_building);
  self->counts = g_array_new (FALSE, FALSE, sizeof (BjtPublicCount));
  g_array_set_clear_func (self->counts, clear_count);
  self->places = g_array_new (FALSE, FALSE, sizeof (BjtPublicPlace));
  g_array_set_clear_func (self->places, clear_place);
  self->as_of = picture->as_of;
  self->is_sample = picture->community.is_sample;
  copy_buildings (self, picture, grid);
  copy_counts (self, picture, grid);
  copy_places (self, picture);
  self->base = bjt_public_grid_make_base (picture);
  return self;
}

void
bjt_public_grid_free (BjtPublicGrid *self)
{
  if (self == NULL)
    return;
  g_free (self->community);
  g_free (self->compounds);
  g_free (self->staff_name);
  g_free (self->staff_phone);
  bjt_geometry_unref (self->boundary);
  g_array_unref (self->buildings);
  g_array_unref (self->counts);
  g_array_unref (self->places);
  bjt_map_painter_unref (self->base);
  g_free (self);
}

/**
 * bjt_public_grid_dup_count:
 *
 * Returns: (transfer full): the number, or "<5" where it could point at someone
 */
char *
bjt_public_grid_dup_count (guint n)
{
  return n > 0 && n < FEW ? g_strdup_printf ("<%d", FEW) : g_strdup_printf ("%u", n);
}
