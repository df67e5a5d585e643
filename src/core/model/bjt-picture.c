/* bjt-picture.c: the arrays, the order in them, and look-ups by key.
 * Not thread-safe while it is filled; afterwards it is read-only and may be
 * read by any thread that holds a reference. */
#include "bjt-picture.h"

#include "bjt-building-box.h"
#include "geo/bjt-mercator.h"

#include <math.h>
#include <string.h>

/* What pictures made from each other have in common. */
typedef struct
{
  gatomicrefcount references;
  GArray         *owned[13];
  GStringChunk   *strings;
  GPtrArray      *shapes;
  GHashTable     *door_index;
} Shared;

/* And what those have in common whose plans are the same. */
typedef struct
{
  gatomicrefcount references;
  GArray         *plans;
  GArray         *elements;
  GArray         *outlines;
  GPtrArray      *shapes;
} Drawn;

static Drawn *
drawn_new (BjtPicture *picture)
{
  Drawn *self = g_new0 (Drawn, 1);

  g_atomic_ref_count_init (&self->references);
  self->plans = picture->plans = g_array_new (FALSE, TRUE, sizeof (BjtPicturePlan));
  self->elements = picture->elements = g_array_new (FALSE, TRUE, sizeof (BjtPictureElement));
  self->outlines = picture->outlines = g_array_new (FALSE, TRUE, sizeof (BjtPictureOutline));
  self->shapes = g_ptr_array_ref (picture->shapes);
  return self;
}

static void
drawn_unref (Drawn *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->plans);
  g_array_unref (self->elements);
  g_array_unref (self->outlines);
  g_ptr_array_unref (self->shapes);
  g_free (self);
}

static Shared *
shared_new (BjtPicture *picture)
{
  Shared *self = g_new0 (Shared, 1);
  GArray *arrays[] = {
    picture->grids, picture->compounds, picture->buildings, picture->entrances, picture->levels, picture->doors,
    picture->households, picture->members, picture->persons, picture->categories, picture->features,
    picture->cadence_rules, picture->life_events,
  };

  G_STATIC_ASSERT (sizeof arrays == sizeof self->owned);
  memcpy (self->owned, arrays, sizeof arrays);
  g_atomic_ref_count_init (&self->references);
  self->strings = picture->strings;
  self->shapes = picture->shapes;
  self->door_index = picture->door_index;
  return self;
}

static void
shared_unref (Shared *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->owned); i++)
    g_array_unref (self->owned[i]);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->shapes);
  g_hash_table_unref (self->door_index);
  g_free (self);
}

/**
 * bjt_picture_new:
 * @as_of: the day it will be looked at
 *
 * Returns: (transfer full): an empty picture, to be filled and finished
 */
BjtPicture *
bjt_picture_new (BjtDate as_of)
{
  BjtPicture *self = g_new0 (BjtPicture, 1);

  g_atomic_ref_count_init (&self->references);
  self->as_of = as_of;
  self->soon_on = as_of + 1;
  self->extent = BJT_BOX_EMPTY;
  self->grids = g_array_new (FALSE, TRUE, sizeof (BjtPictureGrid));
  self->compounds = g_array_new (FALSE, TRUE, sizeof (BjtPictureCompound));
  self->buildings = g_array_new (FALSE, TRUE, sizeof (BjtPictureBuilding));
  self->entrances = g_array_new (FALSE, TRUE, sizeof (BjtPictureEntrance));
  self->levels = g_array_new (FALSE, TRUE, sizeof (BjtPictureLevel));
  self->doors = g_array_new (FALSE, TRUE, sizeof (BjtPictureDoor));
  self->door_states = g_array_new (FALSE, TRUE, sizeof (BjtPictureDoorState));
  self->households = g_array_new (FALSE, TRUE, sizeof (BjtPictureHousehold));
  self->members = g_array_new (FALSE, TRUE, sizeof (BjtPictureMember));
  self->persons = g_array_new (FALSE, TRUE, sizeof (BjtPicturePerson));
  self->categories = g_array_new (FALSE, TRUE, sizeof (BjtPictureCategory));
  self->cadence_rules = g_array_new (FALSE, TRUE, sizeof (BjtPictureCadenceRule));
  self->life_events = g_array_new (FALSE, TRUE, sizeof (BjtPictureLifeEvent));
  self->household_states = g_array_new (FALSE, TRUE, sizeof (BjtPictureHouseholdState));
  self->person_states = g_array_new (FALSE, TRUE, sizeof (BjtPicturePersonState));
  self->issues = g_array_new (FALSE, TRUE, sizeof (BjtPictureIssue));
  self->features = g_array_new (FALSE, TRUE, sizeof (BjtPictureFeature));
  self->annotations = g_array_new (FALSE, TRUE, sizeof (BjtPictureAnnotation));
  self->strings = g_string_chunk_new (64 * 1024);
  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_geometry_unref);
  self->door_index = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  self->issue_index = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  self->shared = shared_new (self);
  self->drawn = drawn_new (self);
  return self;
}

BjtPicture *
bjt_picture_ref (BjtPicture *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_picture_unref (BjtPicture *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->door_states);
  g_array_unref (self->household_states);
  g_array_unref (self->person_states);
  g_array_unref (self->issues);
  g_array_unref (self->annotations);
  g_hash_table_unref (self->issue_index);
  bjt_overlay_list_unref (self->overlays);
  drawn_unref (self->drawn);
  shared_unref (self->shared);
  g_free (self);
}

/**
 * bjt_picture_keep_string:
 * @text: (nullable): any text
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as the
 *   picture; %NULL for %NULL and for the empty string
 */
const char *
bjt_picture_keep_string (BjtPicture *self,
                         const char *text)
{
  return text == NULL || *text == '\0' ? NULL : g_string_chunk_insert (self->strings, text);
}

/* Text that many rows have: the same is kept once. */
const char *
bjt_picture_keep_common_string (BjtPicture *self,
                                const char *text)
{
  return text == NULL || *text == '\0' ? NULL : g_string_chunk_insert_const (self->strings, text);
}

/**
 * bjt_picture_keep_shape:
 * @shape: (transfer full) (nullable): a shape
 *
 * Returns: (transfer none) (nullable): @shape, alive as long as the picture
 */
const BjtGeometry *
bjt_picture_keep_shape (BjtPicture  *self,
                        BjtGeometry *shape)
{
  if (shape != NULL)
    g_ptr_array_add (self->shapes, shape);
  return shape;
}

static void
index_rows (GHashTable *index,
            GArray     *rows)
{
  guint size = g_array_get_element_size (rows);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (index, rows->data + (gsize) i * size, GUINT_TO_POINTER (i + 1));
}

/* Every row of @rows names the row it belongs to at @owner_offset; writes the
 * runs at @run_offset of the owners. The rows are sorted by owner. */
static void
write_runs (GArray *rows,
            gsize   owner_offset,
            GArray *owners,
            gsize   run_offset)
{
  guint size = g_array_get_element_size (rows);
  guint owner_size = g_array_get_element_size (owners);

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 owner = *(guint32 *) (gpointer) (rows->data + (gsize) i * size + owner_offset);
      BjtRun *run;

      if (owner == BJT_NO_INDEX)
        continue;
      run = (BjtRun *) (gpointer) (owners->data + (gsize) owner * owner_size + run_offset);
      if (run->n == 0)
        run->first = i;
      run->n++;
    }
}

static void
link_runs (BjtPicture *self)
{
  write_runs (self->buildings, G_STRUCT_OFFSET (BjtPictureBuilding, compound),
              self->compounds, G_STRUCT_OFFSET (BjtPictureCompound, buildings));
  write_runs (self->entrances, G_STRUCT_OFFSET (BjtPictureEntrance, building),
              self->buildings, G_STRUCT_OFFSET (BjtPictureBuilding, entrances));
  write_runs (self->levels, G_STRUCT_OFFSET (BjtPictureLevel, building),
              self->buildings, G_STRUCT_OFFSET (BjtPictureBuilding, levels));
  write_runs (self->doors, G_STRUCT_OFFSET (BjtPictureDoor, building),
              self->buildings, G_STRUCT_OFFSET (BjtPictureBuilding, doors));
  write_runs (self->doors, G_STRUCT_OFFSET (BjtPictureDoor, entrance),
              self->entrances, G_STRUCT_OFFSET (BjtPictureEntrance, doors));
  write_runs (self->households, G_STRUCT_OFFSET (BjtPictureHousehold, door),
              self->doors, G_STRUCT_OFFSET (BjtPictureDoor, households));
  write_runs (self->members, G_STRUCT_OFFSET (BjtPictureMember, household),
              self->households, G_STRUCT_OFFSET (BjtPictureHousehold, members));
}

static void
count_levels_and_stacks (BjtPicture *self)
{
  for (guint b = 0; b < self->buildings->len; b++)
    {
      BjtPictureBuilding *building = bjt_picture_get_building (self, b);
      guint32             free_stacks = 0;

      building->lowest = G_MAXINT;
      building->highest = G_MININT;
      for (guint d = building->doors.first; d < building->doors.first + building->doors.n; d++)
        {
          const BjtPictureDoor *door = bjt_picture_get_door (self, d);
          guint32               stacks = (guint32) door->stack + MAX (door->span, 1);

          building->lowest = MIN (building->lowest, door->ordinal);
          building->highest = MAX (building->highest, door->ordinal);
          if (door->entrance == BJT_NO_INDEX)
            free_stacks = MAX (free_stacks, stacks);
          else
            {
              BjtPictureEntrance *entrance = bjt_picture_get_entrance (self, door->entrance);

              entrance->n_stacks = MAX (entrance->n_stacks, stacks);
            }
        }
      if (building->doors.n == 0)
        building->lowest = building->highest = 0;
      building->n_stacks = 0;
      for (guint e = building->entrances.first; e < building->entrances.first + building->entrances.n; e++)
        {
          BjtPictureEntrance *entrance = bjt_picture_get_entrance (self, e);

          entrance->first_stack = building->n_stacks;
          building->n_stacks += entrance->n_stacks;
        }
      building->n_stacks += free_stacks;
    }
}

static gboolean
has_resident (const BjtPicture          *self,
              const BjtPictureHousehold *household)
{
  for (guint m = 0; m < household->members.n; m++)
    if (bjt_picture_get_member (self, household->members.first + m)->is_resident)
      return TRUE;
  return FALSE;
}

static void
count_door (BjtPicture           *self,
            BjtPictureGrid       *grid,
            const BjtPictureDoor *door)
{
  grid->n_doors++;
  for (guint h = 0; h < door->households.n; h++)
    {
      const BjtPictureHousehold *household = bjt_picture_get_household (self, door->households.first + h);

      grid->n_households += has_resident (self, household);
      for (guint m = 0; m < household->members.n; m++)
        grid->n_persons += bjt_picture_get_member (self, household->members.first + m)->is_resident;
    }
}

static void
count_grids (BjtPicture *self)
{
  for (guint b = 0; b < self->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self, b);
      BjtPictureGrid           *grid;

      if (building->grid == BJT_NO_INDEX)
        continue;
      grid = bjt_picture_get_grid (self, building->grid);
      grid->n_buildings++;
      for (guint d = 0; d < building->doors.n; d++)
        count_door (self, grid, bjt_picture_get_door (self, building->doors.first + d));
    }
}

static void
link_persons (BjtPicture *self)
{
  for (guint p = 0; p < self->persons->len; p++)
    bjt_picture_get_person (self, p)->home = bjt_picture_get_person (self, p)->hukou = BJT_NO_INDEX;
  for (guint m = 0; m < self->members->len; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (self, m);
      BjtPicturePerson       *person = bjt_picture_get_person (self, member->person);

      if (member->is_resident && person->home == BJT_NO_INDEX)
        person->home = m;
      if (member->is_registered && person->hukou == BJT_NO_INDEX)
        person->hukou = m;
    }
}

static void
measure_extent (BjtPicture *self)
{
  for (guint b = 0; b < self->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self, b);

      for (guint c = 0; c < 4 && !isnan (building->centre.x); c++)
        bjt_box_add_point (&self->extent, building->corners[c].x, building->corners[c].y);
    }
  for (guint e = 0; e < self->entrances->len; e++)
    {
      const BjtPictureEntrance *entrance = bjt_picture_get_entrance (self, e);

      if (entrance->has_place)
        bjt_box_add_point (&self->extent, entrance->place.x, entrance->place.y);
    }
  if (!bjt_box_is_empty (&self->extent))
    return;
  for (guint f = 0; f < self->features->len; f++)
    {
      const BjtGeometry *shape = bjt_picture_get_feature (self, f)->shape;
      BjtPoint           low = bjt_mercator_project ((BjtPoint) { shape->box.x1, shape->box.y1 });
      BjtPoint           high = bjt_mercator_project ((BjtPoint) { shape->box.x2, shape->box.y2 });

      bjt_box_add_point (&self->extent, low.x, low.y);
      bjt_box_add_point (&self->extent, high.x, high.y);
    }
}

/* The states are days and nothing else. */
static void
fill_with_no_contact (GArray *states,
                      guint   n)
{
  BjtDate *days;

  g_array_set_size (states, n);
  days = (BjtDate *) (gpointer) states->data;
  for (gsize i = 0; i < (gsize) n * g_array_get_element_size (states) / sizeof *days; i++)
    days[i] = BJT_DATE_NONE;
}

static void
fill_with_no_state (GArray *states,
                    guint   n)
{
  const BjtPictureDoorState none = {
    .last_contact_on = BJT_DATE_NONE, .last_visit_on = BJT_DATE_NONE, .next_agreed_on = BJT_DATE_NONE, .next_due_on = BJT_DATE_NONE,
    .issue_due_on = BJT_DATE_NONE, .due_rule = BJT_NO_INDEX, .due_person = BJT_NO_INDEX,
  };

  g_array_set_size (states, 0);
  for (guint i = 0; i < n; i++)
    g_array_append_val (states, none);
}

/**
 * bjt_picture_finish:
 *
 * After all rows are in: links runs, counts levels, stacks and grids, gives
 * every door its place in the footprint of its building, measures the extent.
 * The rows have to be in the order that the header names, and every household
 * behind its door. Runs in time linear to the rows.
 */
void
bjt_picture_finish (BjtPicture *self)
{
  link_runs (self);
  count_levels_and_stacks (self);
  link_persons (self);
  count_grids (self);
  bjt_building_box_place_doors (self);
  measure_extent (self);
  if (self->door_states->len != self->doors->len)
    fill_with_no_state (self->door_states, self->doors->len);
  if (self->household_states->len != self->households->len)
    fill_with_no_contact (self->household_states, self->households->len);
  if (self->person_states->len != self->persons->len)
    fill_with_no_contact (self->person_states, self->persons->len);
  index_rows (self->door_index, self->doors);
  index_rows (self->issue_index, self->issues);
}

/**
 * bjt_picture_note_contact:
 * @self: finished, not yet shared
 *
 * As a visit that named nobody leaves it behind.
 */
void
bjt_picture_note_contact (BjtPicture *self,
                          guint32     door,
                          BjtContact  contact,
                          BjtDate     on)
{
  BjtPictureDoorState *state = bjt_picture_get_door_state (self, door);
  BjtRun               households = bjt_picture_get_door (self, door)->households;

  state->last_contact_on = MAX (state->last_contact_on, on);
  state->last_visit_on = MAX (state->last_visit_on, on);
  if (households.n > 0)
    {
      BjtPictureHouseholdState *first = bjt_picture_get_household_state (self, households.first);

      first->last[contact] = MAX (first->last[contact], on);
      first->whole[contact] = MAX (first->whole[contact], on);
    }
}

/* Shares all with @self, also what a copy is made to change. */
static BjtPicture *
share (BjtPicture *self)
{
  BjtPicture *copy = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&copy->references);
  g_atomic_ref_count_inc (&((Shared *) self->shared)->references);
  g_atomic_ref_count_inc (&((Drawn *) self->drawn)->references);
  g_array_ref (copy->door_states);
  g_array_ref (copy->household_states);
  g_array_ref (copy->person_states);
  g_array_ref (copy->issues);
  g_array_ref (copy->annotations);
  g_hash_table_ref (copy->issue_index);
  copy->overlays = self->overlays != NULL ? bjt_overlay_list_ref (self->overlays) : NULL;
  return copy;
}

static void
own (GArray **states)
{
  GArray *copy = g_array_copy (*states);

  g_array_unref (*states);
  *states = copy;
}

BjtIssueTime
bjt_picture_time_issue (const BjtPicture *self,
                        BjtDate           due_on)
{
  if (due_on == BJT_DATE_NONE || due_on > self->soon_on)
    return BJT_ISSUE_TIME_ENOUGH;
  return due_on < self->as_of ? BJT_ISSUE_TIME_OVER : BJT_ISSUE_TIME_SOON;
}

/**
 * bjt_picture_copy_with_states:
 *
 * Returns: (transfer full): a picture of the same ground and people whose
 *   states (of doors, households, persons) are its own, to be changed
 */
BjtPicture *
bjt_picture_copy_with_states (BjtPicture *self)
{
  BjtPicture *copy = share (self);

  own (&copy->door_states);
  own (&copy->household_states);
  own (&copy->person_states);
  return copy;
}

/**
 * bjt_picture_copy_with_issues:
 * @issues: (transfer full): the open issues
 *
 * Returns: (transfer full): a picture with these issues and states of its own
 */
BjtPicture *
bjt_picture_copy_with_issues (BjtPicture *self,
                              GArray     *issues)
{
  BjtPicture *copy = bjt_picture_copy_with_states (self);

  g_array_unref (copy->issues);
  g_hash_table_unref (copy->issue_index);
  copy->issues = issues;
  copy->issue_index = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  index_rows (copy->issue_index, issues);
  return copy;
}

/**
 * bjt_picture_copy_with_overlays:
 * @overlays: (transfer full):
 *
 * Returns: (transfer full): a picture that shares all else with @self
 */
BjtPicture *
bjt_picture_copy_with_overlays (BjtPicture     *self,
                                BjtOverlayList *overlays)
{
  BjtPicture *copy = share (self);

  bjt_overlay_list_unref (copy->overlays);
  copy->overlays = overlays;
  return copy;
}

/**
 * bjt_picture_copy_with_plans:
 *
 * Returns: (transfer full): a picture without plans, to be filled, that shares
 *   all else with @self
 */
BjtPicture *
bjt_picture_copy_with_plans (BjtPicture *self)
{
  BjtPicture *copy = share (self);

  drawn_unref (copy->drawn);
  copy->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_geometry_unref);
  copy->drawn = drawn_new (copy);
  g_ptr_array_unref (copy->shapes);
  return copy;
}

/**
 * bjt_picture_copy_with_annotations:
 * @annotations: (transfer full): in their order
 *
 * Returns: (transfer full): a picture that shares all else with @self but for
 *   the states of its doors, on which the annotations leave marks
 */
BjtPicture *
bjt_picture_copy_with_annotations (BjtPicture *self,
                                   GArray     *annotations)
{
  BjtPicture *copy = share (self);

  own (&copy->door_states);
  g_array_unref (copy->annotations);
  copy->annotations = annotations;
  return copy;
}

static guint32
look_up (GHashTable    *index,
         const BjtUuid *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1; /* 0 - 1 is BJT_NO_INDEX */
}

BjtDate
bjt_picture_get_last_contact (const BjtPicture *self,
                              guint32           household)
{
  const BjtPictureHouseholdState *state = bjt_picture_get_household_state (self, household);
  BjtDate                         last = BJT_DATE_NONE;

  for (int contact = 0; contact < BJT_N_CONTACTS; contact++)
    last = MAX (last, state->last[contact]);
  return last;
}

guint32
bjt_picture_find_door (const BjtPicture *self,
                       const BjtUuid    *id)
{
  return look_up (self->door_index, id);
}

/* There are few buildings and entrances: they are looked through, and need no
 * index that every copy of the picture would have to share. */
guint32
bjt_picture_find_building (const BjtPicture *self,
                           const BjtUuid    *id)
{
  for (guint32 b = 0; b < self->buildings->len; b++)
    if (bjt_uuid_equal (&bjt_picture_get_building (self, b)->id, id))
      return b;
  return BJT_NO_INDEX;
}

guint32
bjt_picture_find_entrance (const BjtPicture *self,
                           const BjtUuid    *id)
{
  for (guint32 e = 0; e < self->entrances->len && !bjt_uuid_is_nil (id); e++)
    if (bjt_uuid_equal (&bjt_picture_get_entrance (self, e)->id, id))
      return e;
  return BJT_NO_INDEX;
}

guint32
bjt_picture_find_issue (const BjtPicture *self,
                        const BjtUuid    *id)
{
  return look_up (self->issue_index, id);
}

/**
 * bjt_picture_find_grid:
 * @number: as people say it: 3 for 第3网格
 *
 * Returns: index of the grid, or BJT_NO_INDEX
 */
guint32
bjt_picture_find_grid (const BjtPicture *self,
                       int               number)
{
  for (guint32 i = 0; i < self->grids->len; i++)
    if (bjt_picture_get_grid (self, i)->number == number)
      return i;
  return BJT_NO_INDEX;
}

guint32
bjt_picture_find_category (const BjtPicture *self,
                           const char       *code)
{
  for (guint32 i = 0; i < self->categories->len; i++)
    if (g_strcmp0 (bjt_picture_get_category (self, i)->code, code) == 0)
      return i;
  return BJT_NO_INDEX;
}

/**
 * bjt_picture_dup_building_name:
 *
 * Returns: (transfer full): compound and label, 山水宜家 3
 */
char *
bjt_picture_dup_building_name (const BjtPicture *self,
                               guint32           building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (self, building);
  const char               *label = b->label != NULL ? b->label : b->name != NULL ? b->name : "?";

  if (b->compound == BJT_NO_INDEX)
    return g_strdup (label);
  return g_strdup_printf ("%s %s", bjt_picture_get_compound (self, b->compound)->name, label);
}

/**
 * bjt_picture_dup_door_name:
 *
 * Returns: (transfer full): the short form people use: 山水宜家 3-2-501
 */
char *
bjt_picture_dup_door_name (const BjtPicture *self,
                           guint32           door)
{
  const BjtPictureDoor *d = bjt_picture_get_door (self, door);
  g_autofree char      *building = bjt_picture_dup_building_name (self, d->building);

  if (d->entrance == BJT_NO_INDEX)
    return g_strdup_printf ("%s-%s", building, d->label != NULL ? d->label : "?");
  return g_strdup_printf ("%s-%s-%s", building, bjt_picture_get_entrance (self, d->entrance)->label,
                          d->label != NULL ? d->label : "?");
}

/**
 * bjt_picture_dup_level_label:
 *
 * Returns: (transfer full): the level's own label, else its number as people
 *   count: 1 for ordinal 0, -1 for ordinal -1
 */
char *
bjt_picture_dup_level_label (const BjtPicture *self,
                             guint32           building,
                             int               ordinal)
{
  const BjtRun *run = &bjt_picture_get_building (self, building)->levels;

  for (guint i = run->first; i < run->first + run->n; i++)
    if (bjt_picture_get_level (self, i)->ordinal == ordinal)
      return g_strdup (bjt_picture_get_level (self, i)->label);
  return g_strdup_printf ("%d", ordinal >= 0 ? ordinal + 1 : ordinal);
}

/**
 * bjt_picture_get_head:
 *
 * Returns: the person to name the door by: the head of the first household,
 *   else its first member; BJT_NO_INDEX when it has none
 */
guint32
bjt_picture_get_head (const BjtPicture *self,
                      guint32           door)
{
  const BjtPictureDoor *d = bjt_picture_get_door (self, door);

  for (guint h = 0; h < d->households.n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (self, d->households.first + h)->members;

      if (members->n > 0)
        return bjt_picture_get_member (self, members->first)->person;
    }
  return BJT_NO_INDEX;
}

/**
 * bjt_picture_compare_labels:
 *
 * Natural order: 2 before 10, 10 before 10A, numbers before words.
 */
int
bjt_picture_compare_labels (const char *a,
                            const char *b)
{
  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  while (*a != '\0' && *b != '\0')
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          char   *a_end, *b_end;
          guint64 x = g_ascii_strtoull (a, &a_end, 10);
          guint64 y = g_ascii_strtoull (b, &b_end, 10);

          if (x != y)
            return x < y ? -1 : 1;
          a = a_end;
          b = b_end;
        }
      else if (*a != *b)
        return (guchar) *a < (guchar) *b ? -1 : 1;
      else
        {
          a++;
          b++;
        }
    }
  return (*a != '\0') - (*b != '\0');
}
