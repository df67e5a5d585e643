/* bjt-import-places.c: everything is found by a key made of its owner's key and
 * its label. New doors wait until the end: only then is it known which columns
 * of the elevation matrix an entrance has (the last two digits of 501, 502 …
 * give the column; other labels follow in the order they came). */
#include "bjt-import-places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/bjt-address.h"

typedef struct
{
  BjtUuid     id;
  GHashTable *stacks; /* of entrances and buildings: tail of a door label → column + 1; 0: not yet numbered */
  int         n_entrances;
  gboolean    has_shape;
} Place;

typedef struct
{
  BjtDoor     record;
  GHashTable *stacks;
  char       *tail;
} NewDoor;

struct _BjtImportPlaces
{
  /* Borrowed */
  BjtImportWriter  *writer;
  const BjtPicture *picture;
  BjtImportReport  *report;

  /* Owned */
  GHashTable *places;    /* key → Place */
  GHashTable *doors;     /* key → BjtUuid */
  GPtrArray  *new_doors; /* NewDoor, in the order they came */
  GPtrArray  *buildings; /* BjtBuilding of a map, placed at the end */
  GPtrArray  *compounds; /* BjtCompound with a boundary */
  GString    *key;

  /* State */
  BjtUuidSequence keys;
};

static void
place_free (gpointer data)
{
  Place *self = data;

  g_clear_pointer (&self->stacks, g_hash_table_unref);
  g_free (self);
}

static void
new_door_free (gpointer data)
{
  NewDoor *self = data;

  bjt_record_clear (&bjt_door_type, &self->record);
  g_free (self->tail);
  g_free (self);
}

/* Keys: owner and label, so that 3 of one compound is not 3 of another. */
static const char *
make_key (BjtImportPlaces *self,
          const char      *kind,
          const BjtUuid   *owner,
          const char      *label)
{
  g_string_assign (self->key, kind);
  if (owner != NULL)
    {
      char text[BJT_UUID_STRING_SIZE];

      bjt_uuid_format (owner, text);
      g_string_append (self->key, text);
    }
  g_string_append_c (self->key, '/');
  g_string_append (self->key, label != NULL ? label : "");
  return self->key->str;
}

/* 501 → 01: doors with the same tail stand above each other. */
static char *
dup_tail (const char *label)
{
  gsize length = label != NULL ? strlen (label) : 0;

  if (length >= 3 && g_ascii_isdigit (label[length - 1]) && g_ascii_isdigit (label[length - 2]))
    return g_strdup (label + length - 2);
  return g_strdup (label != NULL ? label : "");
}

static Place *
add_place (BjtImportPlaces *self,
           const char      *key,
           const BjtUuid   *id)
{
  Place *place = g_new0 (Place, 1);

  place->id = *id;
  g_hash_table_insert (self->places, g_strdup (key), place);
  return place;
}

static GHashTable *
get_stacks (Place *place)
{
  if (place->stacks == NULL)
    place->stacks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return place->stacks;
}

static void
know_building (BjtImportPlaces          *self,
               const BjtPictureBuilding *building)
{
  const BjtUuid *compound = building->compound != BJT_NO_INDEX ? &bjt_picture_get_compound (self->picture, building->compound)->id : NULL;
  Place         *place = add_place (self, make_key (self, "building", compound, building->label), &building->id);

  place->has_shape = building->footprint != NULL;
  place->n_entrances = (int) building->entrances.n;
  for (guint32 e = building->entrances.first; e < building->entrances.first + building->entrances.n; e++)
    {
      const BjtPictureEntrance *entrance = bjt_picture_get_entrance (self->picture, e);

      add_place (self, make_key (self, "entrance", &building->id, entrance->label), &entrance->id);
    }
  for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, d);
      Place                *owner = place;
      const BjtUuid        *owner_id = &building->id;

      if (door->entrance != BJT_NO_INDEX)
        {
          const BjtPictureEntrance *entrance = bjt_picture_get_entrance (self->picture, door->entrance);

          owner = g_hash_table_lookup (self->places, make_key (self, "entrance", &building->id, entrance->label));
          owner_id = &entrance->id;
        }
      g_hash_table_insert (get_stacks (owner), dup_tail (door->label), GUINT_TO_POINTER ((guint) door->stack + 1));
      g_hash_table_insert (self->doors, g_strdup (make_key (self, "door", owner_id, door->label)),
                           g_memdup2 (&door->id, sizeof door->id));
    }
}

static void
know_picture (BjtImportPlaces *self)
{
  for (guint32 g = 0; g < self->picture->grids->len; g++)
    {
      const BjtPictureGrid *grid = bjt_picture_get_grid (self->picture, g);
      g_autofree char      *number = g_strdup_printf ("%d", grid->number);

      add_place (self, make_key (self, "grid", NULL, number), &grid->id);
    }
  for (guint32 c = 0; c < self->picture->compounds->len; c++)
    {
      const BjtPictureCompound *compound = bjt_picture_get_compound (self->picture, c);

      add_place (self, make_key (self, "compound", NULL, compound->name), &compound->id)->has_shape = compound->boundary != NULL;
    }
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    know_building (self, bjt_picture_get_building (self->picture, b));
}

/**
 * bjt_import_places_new:
 * @picture: what is there already
 * @now: microseconds UTC, for the new keys
 *
 * Returns: (transfer full):
 */
BjtImportPlaces *
bjt_import_places_new (BjtImportWriter *writer,
                       const BjtPicture *picture,
                       BjtImportReport  *report,
                       gint64            now)
{
  BjtImportPlaces *self = g_new0 (BjtImportPlaces, 1);

  self->writer = writer;
  self->picture = picture;
  self->report = report;
  bjt_uuid_sequence_init (&self->keys, now / 1000);
  self->key = g_string_new (NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  self->doors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->new_doors = g_ptr_array_new_with_free_func (new_door_free);
  self->buildings = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_building_free);
  self->compounds = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_compound_free);
  know_picture (self);
  return self;
}

void
bjt_import_places_free (BjtImportPlaces *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->doors);
  g_ptr_array_unref (self->new_doors);
  g_ptr_array_unref (self->buildings);
  g_ptr_array_unref (self->compounds);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/* Finding, else making */

static Place *
find_compound (BjtImportPlaces *self,
               const char      *name,
               GError         **error)
{
  const char *key = make_key (self, "compound", NULL, name);
  Place      *place = g_hash_table_lookup (self->places, key);
  g_autoptr (BjtCompound) record = NULL;

  if (place != NULL)
    return place;
  record = bjt_compound_new ();
  bjt_uuid_sequence_next (&self->keys, &record->id);
  record->name = g_strdup (name);
  if (!bjt_import_writer_insert (self->writer, &bjt_compound_type, record, error))
    return NULL;
  bjt_import_report_add_count (self->report, "new_compounds", 1);
  return add_place (self, key, &record->id);
}

static gboolean
find_grid (BjtImportPlaces *self,
           const char      *text,
           BjtUuid         *id,
           GError         **error)
{
  const char      *digits = text;
  g_autofree char *number = NULL;
  Place           *place;
  g_autoptr (BjtGrid) record = NULL;

  *id = BJT_UUID_NIL;
  while (digits != NULL && *digits != '\0' && !g_ascii_isdigit (*digits))
    digits++;
  if (digits == NULL || *digits == '\0')
    return TRUE;
  number = g_strdup_printf ("%d", (int) CLAMP (g_ascii_strtoll (digits, NULL, 10), 0, 99999));
  place = g_hash_table_lookup (self->places, make_key (self, "grid", NULL, number));
  if (place != NULL)
    {
      *id = place->id;
      return TRUE;
    }
  record = bjt_grid_new ();
  bjt_uuid_sequence_next (&self->keys, &record->id);
  record->number = atoi (number);
  record->name = g_strdup (text);
  *id = record->id;
  add_place (self, self->key->str, id);
  bjt_import_report_add_count (self->report, "new_grids", 1);
  return bjt_import_writer_insert (self->writer, &bjt_grid_type, record, error);
}

static Place *
find_building (BjtImportPlaces      *self,
               const BjtUuid        *compound_id,
               const BjtImportPlace *wanted,
               GError              **error)
{
  const char      *key = make_key (self, "building", compound_id, wanted->building);
  Place           *place = g_hash_table_lookup (self->places, key);
  g_autofree char *owned_key = NULL;
  g_autoptr (BjtBuilding) record = NULL;

  if (place != NULL)
    return place;
  owned_key = g_strdup (key);
  record = bjt_building_new ();
  bjt_uuid_sequence_next (&self->keys, &record->id);
  if (compound_id != NULL)
    record->compound_id = *compound_id;
  record->label = g_strdup (wanted->building);
  record->levels_above = wanted->n_levels;
  record->has_elevator = wanted->has_elevator;
  if (!find_grid (self, wanted->grid, &record->grid_id, error)
      || !bjt_import_writer_insert (self->writer, &bjt_building_type, record, error))
    return NULL;
  bjt_import_report_add_count (self->report, "new_buildings", 1);
  return add_place (self, owned_key, &record->id);
}

static Place *
find_entrance (BjtImportPlaces *self,
               Place           *building,
               const char      *label,
               GError         **error)
{
  const char *key = make_key (self, "entrance", &building->id, label);
  Place      *place = g_hash_table_lookup (self->places, key);
  int         number = atoi (label);
  g_autoptr (BjtEntrance) record = NULL;

  if (place != NULL)
    return place;
  record = bjt_entrance_new ();
  bjt_uuid_sequence_next (&self->keys, &record->id);
  record->building_id = building->id;
  record->label = g_strdup (label);
  record->ordinal = number > 0 ? number - 1 : building->n_entrances;
  building->n_entrances++;
  if (!bjt_import_writer_insert (self->writer, &bjt_entrance_type, record, error))
    return NULL;
  bjt_import_report_add_count (self->report, "new_entrances", 1);
  return add_place (self, key, &record->id);
}

static int
read_level (const BjtImportPlace *wanted)
{
  int ordinal = 0;

  if (wanted->level != NULL)
    {
      int level = atoi (wanted->level);

      if (level != 0 && level > -10 && level < 200)
        return level > 0 ? level - 1 : level;
    }
  bjt_address_infer_level (wanted->door, 199, &ordinal);
  return ordinal;
}

static void
add_door (BjtImportPlaces      *self,
          const BjtImportPlace *wanted,
          Place                *building,
          Place                *entrance,
          BjtUuid              *id)
{
  NewDoor *door = g_new0 (NewDoor, 1);

  bjt_record_clear (&bjt_door_type, &door->record);
  bjt_uuid_sequence_next (&self->keys, &door->record.id);
  door->record.building_id = building->id;
  if (entrance != NULL)
    door->record.entrance_id = entrance->id;
  door->record.ordinal = read_level (wanted);
  door->record.span = 1;
  door->record.label = g_strdup (wanted->door);
  door->record.kind = wanted->kind;
  door->record.area_m2 = wanted->area_m2;
  door->stacks = get_stacks (entrance != NULL ? entrance : building);
  door->tail = dup_tail (wanted->door);
  if (!g_hash_table_contains (door->stacks, door->tail))
    g_hash_table_insert (door->stacks, g_strdup (door->tail), NULL);
  *id = door->record.id;
  g_ptr_array_add (self->new_doors, door);
  
}

static Place *
find_building_of (BjtImportPlaces      *self,
                  const BjtImportPlace *wanted,
                  GError              **error)
{
  Place *compound = NULL;

  if (wanted->compound != NULL && (compound = find_compound (self, wanted->compound, error)) == NULL)
    return NULL;
  return find_building (self, compound != NULL ? &compound->id : NULL, wanted, error);
}

/**
 * bjt_import_places_find_entrance:
 * @wanted: with a building
 */
gboolean
bjt_import_places_find_entrance (BjtImportPlaces      *self,
                                 const BjtImportPlace *wanted,
                                 GError              **error)
{
  Place *building = find_building_of (self, wanted, error);

  return building != NULL && (wanted->entrance == NULL || find_entrance (self, building, wanted->entrance, error) != NULL);
}

/**
 * bjt_import_places_find_door:
 * @wanted: with a building (or a compound) and a door
 * @door_id: (out): found or made
 */
gboolean
bjt_import_places_find_door (BjtImportPlaces      *self,
                             const BjtImportPlace *wanted,
                             BjtUuid              *door_id,
                             GError              **error)
{
  Place         *building = find_building_of (self, wanted, error);
  Place         *entrance = NULL;
  const char    *key;
  const BjtUuid *known;

  if (building == NULL)
    return FALSE;
  if (wanted->entrance != NULL && (entrance = find_entrance (self, building, wanted->entrance, error)) == NULL)
    return FALSE;
  key = make_key (self, "door", entrance != NULL ? &entrance->id : &building->id, wanted->door);
  known = g_hash_table_lookup (self->doors, key);
  if (known != NULL)
    {
      *door_id = *known;
      return TRUE;
    }
  add_door (self, wanted, building, entrance, door_id);
  g_hash_table_insert (self->doors, g_strdup (key), g_memdup2 (door_id, sizeof *door_id));
  return TRUE;
}

/* Maps */

gboolean
bjt_import_places_add_compound (BjtImportPlaces       *self,
                                const BjtFeatureDraft *draft,
                                GError               **error)
{
  Place *known = draft->name != NULL ? g_hash_table_lookup (self->places, make_key (self, "compound", NULL, draft->name)) : NULL;
  g_autoptr (BjtCompound) record = NULL;
  BjtStore *store = NULL;

  if (known != NULL && known->has_shape)
    {
      bjt_import_report_add_count (self->report, "already_there", 1);
      return TRUE;
    }
  if (known != NULL && (store = bjt_import_writer_get_store (self->writer, error)) == NULL)
    return FALSE;
  record = known != NULL ? bjt_store_get (store, &bjt_compound_type, &known->id, error) : bjt_compound_new ();
  if (record == NULL)
    return FALSE;
  if (draft->geometry->kind == BJT_GEOMETRY_POLYGON)
    record->boundary = bjt_geometry_ref (draft->geometry);
  if (known == NULL)
    {
      bjt_uuid_sequence_next (&self->keys, &record->id);
      record->name = g_strdup (draft->name);
      known = add_place (self, self->key->str, &record->id);
      if (!bjt_import_writer_insert (self->writer, &bjt_compound_type, record, error))
        return FALSE;
      bjt_import_report_add_count (self->report, "new_compounds", 1);
    }
  else if (!bjt_store_update (store, &bjt_compound_type, record, error))
    return FALSE;
  known->has_shape = TRUE;
  g_ptr_array_add (self->compounds, g_steal_pointer (&record));
  return TRUE;
}

static char *
dup_building_label (const BjtFeatureDraft *draft)
{
  const char *text = draft->label != NULL ? draft->label : draft->name;
  g_autoptr (BjtAddress) address = NULL;

  if (text == NULL)
    return NULL;
  address = bjt_address_parse (text);
  if (address->building != NULL && address->compound == NULL)
    return g_strdup (address->building);
  return g_strdup (text);
}

gboolean
bjt_import_places_add_building (BjtImportPlaces       *self,
                                const BjtFeatureDraft *draft,
                                GError               **error)
{
  g_autoptr (BjtBuilding) record = bjt_building_new ();

  if (draft->geometry->kind != BJT_GEOMETRY_POLYGON)
    return TRUE;
  bjt_uuid_sequence_next (&self->keys, &record->id);
  record->label = dup_building_label (draft);
  record->name = g_strdup (draft->name);
  record->levels_above = draft->levels;
  record->source_ref = g_strdup (draft->source_id);
  record->footprint = bjt_geometry_ref (draft->geometry);
  g_ptr_array_add (self->buildings, g_steal_pointer (&record));
  return TRUE;
}

static const BjtCompound *
find_compound_around (BjtImportPlaces *self,
                      BjtPoint         point)
{
  for (guint i = 0; i < self->compounds->len; i++)
    {
      const BjtCompound *compound = self->compounds->pdata[i];

      if (compound->boundary != NULL && bjt_geometry_contains (compound->boundary, point.x, point.y))
        return compound;
    }
  return NULL;
}

static void
know_stored_compounds (BjtImportPlaces *self)
{
  for (guint32 c = 0; c < self->picture->compounds->len; c++)
    {
      const BjtPictureCompound *known = bjt_picture_get_compound (self->picture, c);
      BjtCompound              *compound;

      if (known->boundary == NULL)
        continue;
      compound = bjt_compound_new ();
      compound->id = known->id;
      compound->boundary = bjt_geometry_ref (known->boundary);
      g_ptr_array_add (self->compounds, compound);
    }
}

/* The same outline stands there already: nearly the same box around it. */
static gboolean
is_there (BjtImportPlaces   *self,
          const BjtBuilding *building)
{
  const BjtBox *box = &building->footprint->box;

  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtGeometry *known = bjt_picture_get_building (self->picture, b)->footprint;

      if (known != NULL && fabs (known->box.x1 - box->x1) < 1e-6 && fabs (known->box.y1 - box->y1) < 1e-6
          && fabs (known->box.x2 - box->x2) < 1e-6 && fabs (known->box.y2 - box->y2) < 1e-6)
        return TRUE;
    }
  return FALSE;
}

static gboolean
give_footprint (BjtImportPlaces *self,
                Place           *place,
                BjtBuilding     *drawn,
                GError         **error)
{
  BjtStore *store = bjt_import_writer_get_store (self->writer, error);
  g_autoptr (BjtBuilding) record = store != NULL ? bjt_store_get (store, &bjt_building_type, &place->id, error) : NULL;

  if (record == NULL)
    return FALSE;
  record->footprint = bjt_geometry_ref (drawn->footprint);
  g_free (record->source_ref);
  record->source_ref = g_strdup (drawn->source_ref);
  place->has_shape = TRUE;
  bjt_import_report_add_count (self->report, "footprints", 1);
  return bjt_store_update (store, &bjt_building_type, record, error);
}

static gboolean
write_building (BjtImportPlaces *self,
                BjtBuilding     *building,
                GError         **error)
{
  const BjtCompound *compound = find_compound_around (self, bjt_geometry_get_centroid (building->footprint));
  Place             *place = NULL;

  if (is_there (self, building))
    {
      bjt_import_report_add_count (self->report, "already_there", 1);
      return TRUE;
    }
  if (compound != NULL)
    building->compound_id = compound->id;
  if (building->label != NULL)
    place = g_hash_table_lookup (self->places, make_key (self, "building", compound != NULL ? &compound->id : NULL, building->label));
  if (place != NULL && !place->has_shape)
    return give_footprint (self, place, building, error);
  if (place == NULL && building->label != NULL)
    add_place (self, self->key->str, &building->id)->has_shape = TRUE;
  bjt_import_report_add_count (self->report, "new_buildings", 1);
  return bjt_import_writer_insert (self->writer, &bjt_building_type, building, error);
}

/* Ending */

static int
compare_tails (gconstpointer a,
               gconstpointer b)
{
  return bjt_picture_compare_labels (*(const char *const *) a, *(const char *const *) b);
}

/* Gives the columns that are new to an entrance their numbers. */
static void
number_stacks (GHashTable *stacks)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       tail, stack;
  guint          next = 1;

  g_hash_table_iter_init (&iter, stacks);
  while (g_hash_table_iter_next (&iter, &tail, &stack))
    {
      next = MAX (next, GPOINTER_TO_UINT (stack) + 1);
      if (stack == NULL)
        g_ptr_array_add (fresh, tail);
    }
  g_ptr_array_sort (fresh, compare_tails);
  for (guint i = 0; i < fresh->len; i++)
    g_hash_table_insert (stacks, g_strdup (fresh->pdata[i]), GUINT_TO_POINTER (next + i));
}

static gboolean
write_doors (BjtImportPlaces *self,
             GError         **error)
{
  GHashTableIter iter;
  gpointer       place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    if (((Place *) place)->stacks != NULL)
      number_stacks (((Place *) place)->stacks);
  for (guint i = 0; i < self->new_doors->len; i++)
    {
      NewDoor *door = self->new_doors->pdata[i];

      door->record.stack = (int) GPOINTER_TO_UINT (g_hash_table_lookup (door->stacks, door->tail)) - 1;
      if (!bjt_import_writer_insert (self->writer, &bjt_door_type, &door->record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_import_places_finish:
 *
 * Writes what waited: the buildings of maps, then the doors.
 */
gboolean
bjt_import_places_finish (BjtImportPlaces *self,
                          GError         **error)
{
  bjt_import_report_add_count (self->report, "new_doors", self->new_doors->len);
  know_stored_compounds (self);
  for (guint i = 0; i < self->buildings->len; i++)
    if (!write_building (self, self->buildings->pdata[i], error))
      return FALSE;
  return write_doors (self, error);
}
