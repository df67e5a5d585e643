/* bjt-public-community.c: each grid is read as its own public sheet would read it. */
#include "bjt-public-community.h"

static void
clear_member (gpointer data)
{
  BjtPublicMember *member = data;

  g_free (member->name);
  g_free (member->staff_name);
  g_free (member->staff_phone);
  g_free (member->households);
  g_free (member->persons);
  g_clear_pointer (&member->photo, bjt_plan_backdrop_unref);
  if (member->boundary != NULL)
    bjt_geometry_unref (member->boundary);
}

static void
clear_building (gpointer data)
{
  g_free (((BjtPublicBuilding *) data)->label);
  bjt_geometry_unref (((BjtPublicBuilding *) data)->footprint);
}

static void
add_grid (BjtPublicCommunity *self,
          const BjtPicture   *picture,
          guint32             index)
{
  const BjtPictureGrid *from = bjt_picture_get_grid (picture, index);
  BjtPublicMember       member = { .number = from->number };

  if (from->n_doors == 0 && from->boundary == NULL)
    return;
  member.name = from->name != NULL ? g_strdup (from->name) : g_strdup_printf ("%d", from->number);
  member.staff_name = g_strdup (from->staff_name);
  member.staff_phone = g_strdup (from->staff_phone);
  member.boundary = from->boundary != NULL ? bjt_geometry_ref (from->boundary) : NULL;
  member.households = bjt_public_grid_dup_count (from->n_households);
  member.persons = bjt_public_grid_dup_count (from->n_persons);
  g_array_append_val (self->grids, member);
}

BjtPublicCommunity *
bjt_public_community_new_from_picture (const BjtPicture *picture)
{
  BjtPublicCommunity *self = g_new0 (BjtPublicCommunity, 1);

  self->name = g_strdup (picture->community.name);
  self->as_of = picture->as_of;
  self->is_sample = picture->community.is_sample;
  self->grids = g_array_new (FALSE, FALSE, sizeof (BjtPublicMember));
  g_array_set_clear_func (self->grids, clear_member);
  self->buildings = g_array_new (FALSE, FALSE, sizeof (BjtPublicBuilding));
  g_array_set_clear_func (self->buildings, clear_building);
  for (guint32 g = 0; g < picture->grids->len; g++)
    add_grid (self, picture, g);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *from = bjt_picture_get_building (picture, b);
      BjtPublicBuilding         building = { .centre = from->centre, .is_ours = from->grid != BJT_NO_INDEX };

      if (from->footprint == NULL)
        continue;
      building.label = g_strdup (from->label);
      building.footprint = bjt_geometry_ref (from->footprint);
      for (guint c = 0; c < G_N_ELEMENTS (building.corners); c++)
        building.corners[c] = from->corners[c];
      g_array_append_val (self->buildings, building);
    }
  self->base = bjt_public_grid_make_base (picture);
  return self;
}

void
bjt_public_community_set_photos (BjtPublicCommunity *self,
                                 GHashTable         *photos)
{
  for (guint i = 0; photos != NULL && i < self->grids->len; i++)
    {
      BjtPublicMember *member = &g_array_index (self->grids, BjtPublicMember, i);
      BjtPlanBackdrop *photo = g_hash_table_lookup (photos, GINT_TO_POINTER (member->number));

      g_clear_pointer (&member->photo, bjt_plan_backdrop_unref);
      member->photo = photo != NULL ? bjt_plan_backdrop_ref (photo) : NULL;
    }
}

void
bjt_public_community_free (BjtPublicCommunity *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_array_unref (self->grids);
  g_array_unref (self->buildings);
  bjt_map_painter_unref (self->base);
  g_free (self);
}
