/* bjt-form-data.c: rows come in the order of the picture, visits and issues from
 * the oldest on. People are those whom the filter is about: one of its
 * categories is theirs; without one all who live in the homes. Restricted
 * categories are never among those that are written. */
#include "bjt-form-data.h"

#include "bjt-workspace-private.h"
#include "form/bjt-form-choices.h"
#include "form/bjt-form-codes.h"
#include "form/bjt-form-fill.h"
#include "print/bjt-sheet-words.h"

/* Rows */

static void
add_row (BjtFormData  *self,
         guint32       door,
         guint32       household,
         guint32       person,
         gconstpointer record)
{
  BjtFormRow row = { door, household, person, record };

  g_array_append_val (self->rows, row);
}

static gboolean
is_meant (const BjtFilter        *filter,
          const BjtPicturePerson *person)
{
  return (filter->any == 0 || (person->categories & filter->any) != 0) && (person->categories & filter->all) == filter->all
         && (person->categories & filter->none) == 0;
}

static guint32
get_head (const BjtPicture *picture,
          guint32           household)
{
  const BjtRun *members = &bjt_picture_get_household (picture, household)->members;

  return members->n > 0 ? bjt_picture_get_member (picture, members->first)->person : BJT_NO_INDEX;
}

static guint
count_residents (const BjtPicture *picture,
                 guint32           household)
{
  const BjtRun *members = &bjt_picture_get_household (picture, household)->members;
  guint         n = 0;

  for (guint32 m = members->first; m < members->first + members->n; m++)
    n += bjt_picture_get_member (picture, m)->is_resident;
  return n;
}

static void
add_household (BjtFormData     *self,
               BjtFormRowsKind  kind,
               const BjtFilter *filter,
               guint32          household)
{
  const BjtPictureHousehold *at = bjt_picture_get_household (self->picture, household);

  if (kind == BJT_FORM_ROWS_HOUSEHOLDS && count_residents (self->picture, household) > 0)
    add_row (self, at->door, household, get_head (self->picture, household), NULL);
  if (kind == BJT_FORM_ROWS_HOUSEHOLDS)
    return;
  for (guint32 m = at->members.first; m < at->members.first + at->members.n; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (self->picture, m);

      if (member->is_resident && (kind == BJT_FORM_ROWS_MEMBERS || is_meant (filter, bjt_picture_get_person (self->picture, member->person))))
        add_row (self, at->door, household, member->person, NULL);
    }
}

static void
add_door (BjtFormData     *self,
          BjtFormRowsKind  kind,
          const BjtFilter *filter,
          guint32          door)
{
  const BjtPictureDoor *at = bjt_picture_get_door (self->picture, door);

  if (at->is_merged)
    return;
  if (kind == BJT_FORM_ROWS_DOORS)
    add_row (self, door, at->households.n > 0 ? at->households.first : BJT_NO_INDEX,
             at->households.n > 0 ? get_head (self->picture, at->households.first) : BJT_NO_INDEX, NULL);
  else
    for (guint32 h = at->households.first; h < at->households.first + at->households.n; h++)
      add_household (self, kind, filter, h);
}

static void
add_records (BjtFormData      *self,
             const BjtDoorSet *doors,
             gboolean          is_all,
             gsize             door_offset)
{
  for (guint i = self->records->len; i > 0; i--)
    {
      gconstpointer  record = self->records->pdata[i - 1];
      const BjtUuid *door_id = (const BjtUuid *) (gconstpointer) ((const char *) record + door_offset);
      guint32        door = bjt_picture_find_door (self->picture, door_id);
      guint32        household = BJT_NO_INDEX;

      if (!is_all && (door == BJT_NO_INDEX || !bjt_door_set_contains (doors, door)))
        continue;
      if (door != BJT_NO_INDEX && bjt_picture_get_door (self->picture, door)->households.n > 0)
        household = bjt_picture_get_door (self->picture, door)->households.first;
      add_row (self, door, household, household != BJT_NO_INDEX ? get_head (self->picture, household) : BJT_NO_INDEX, record);
    }
}

static gboolean
read_rows (BjtFormData     *self,
           BjtWorkspace    *workspace,
           BjtFormRowsKind  kind,
           const BjtFilter *filter,
           GError         **error)
{
  g_autoptr (BjtDoorSet) doors = bjt_filter_match_all (filter, self->picture);
  gboolean               is_all = bjt_filter_is_empty (filter) && filter->grid == BJT_NO_INDEX;

  if (kind == BJT_FORM_ROWS_VISITS || kind == BJT_FORM_ROWS_ISSUES)
    {
      self->records = kind == BJT_FORM_ROWS_VISITS ? bjt_workspace_list_visits (workspace, NULL, 0, error)
                                                   : bjt_workspace_list_issues (workspace, NULL, FALSE, error);
      if (self->records == NULL)
        return FALSE;
      add_records (self, doors, is_all, kind == BJT_FORM_ROWS_VISITS ? G_STRUCT_OFFSET (BjtVisit, door_id) : G_STRUCT_OFFSET (BjtIssue, door_id));
      return TRUE;
    }
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    if (bjt_door_set_contains (doors, d))
      add_door (self, kind, filter, d);
  return TRUE;
}

/* What the picture does not hold of people. */
static gboolean
read_people (BjtFormData  *self,
             BjtWorkspace *workspace,
             GError      **error)
{
  self->persons = bjt_store_list (workspace->store, &bjt_person_type, NULL, NULL, "id", 0, error);
  if (self->persons == NULL)
    return FALSE;
  self->people = g_hash_table_new (bjt_uuid_hash, (GEqualFunc) bjt_uuid_equal);
  for (guint i = 0; i < self->persons->len; i++)
    g_hash_table_insert (self->people, self->persons->pdata[i], self->persons->pdata[i]);
  return TRUE;
}

/**
 * bjt_form_data_new:
 *
 * Returns: (transfer full) (nullable): the rows of today
 */
BjtFormData *
bjt_form_data_new (BjtWorkspace    *workspace,
                   BjtFormRowsKind  kind,
                   const BjtFilter *filter,
                   GError         **error)
{
  g_autoptr (BjtFormData) self = g_new0 (BjtFormData, 1);

  self->picture = bjt_picture_ref (bjt_workspace_get_picture (workspace));
  self->rows = g_array_new (FALSE, FALSE, sizeof (BjtFormRow));
  self->kind = kind;
  self->maker = *bjt_workspace_get_staff (workspace);
  self->staff = bjt_workspace_list_staff (workspace, error);
  if (self->staff == NULL || !read_rows (self, workspace, kind, filter, error) || !read_people (self, workspace, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bjt_form_data_free (BjtFormData *self)
{
  if (self == NULL)
    return;
  bjt_picture_unref (self->picture);
  g_array_unref (self->rows);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self);
}

guint
bjt_form_data_find_single (const BjtFormData *self)
{
  guint first = BJT_FORM_NO_ROW;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const BjtFormRow *row = &g_array_index (self->rows, BjtFormRow, i);

      if (i > 0 && (row->household == BJT_NO_INDEX || row->household != g_array_index (self->rows, BjtFormRow, 0).household))
        return BJT_FORM_NO_ROW;
      if (first == BJT_FORM_NO_ROW || (row->household != BJT_NO_INDEX && row->person == get_head (self->picture, row->household)))
        first = i;
    }
  return first;
}

/* Values */

static void
take_text (BjtFormValue *value,
           char         *text)
{
  value->kind = text != NULL && *text != '\0' ? BJT_FORM_VALUE_TEXT : BJT_FORM_VALUE_NONE;
  value->text = text;
}

static void
set_text (BjtFormValue *value,
          const char   *text)
{
  take_text (value, g_strdup (text));
}

static void
set_date (BjtFormValue *value,
          BjtDate       date)
{
  if (date == BJT_DATE_NONE)
    return;
  value->kind = BJT_FORM_VALUE_DATE;
  value->text = bjt_date_dup_string (date);
}

static void
set_number (BjtFormValue *value,
            guint         number)
{
  value->kind = BJT_FORM_VALUE_NUMBER;
  value->text = g_strdup_printf ("%u", number);
}

static const char *
get_word (BjtSheetWord word)
{
  return bjt_sheet_words_get (BJT_SHEET_CHINESE, word);
}

static const BjtStaff *
find_staff (const BjtFormData *self,
            const BjtUuid     *id)
{
  for (guint i = 0; i < self->staff->len; i++)
    if (bjt_uuid_equal (&((const BjtStaff *) self->staff->pdata[i])->id, id))
      return self->staff->pdata[i];
  return NULL;
}

static void
set_of_community (const BjtFormData *self,
                  BjtFormItem        item,
                  BjtFormValue      *value)
{
  const BjtStaff *maker = find_staff (self, &self->maker);
  int             year, month, day;

  bjt_date_get_ymd (self->picture->as_of, &year, &month, &day);
  if (item == BJT_FORM_COMMUNITY)
    set_text (value, self->picture->community.name);
  else if (item == BJT_FORM_COMMUNITY_CODE)
    set_text (value, self->picture->community.code);
  else if (item == BJT_FORM_TODAY)
    set_date (value, self->picture->as_of);
  else if (item == BJT_FORM_COUNT)
    set_number (value, self->rows->len);
  else if (item == BJT_FORM_MAKER)
    set_text (value, maker != NULL ? maker->name : NULL);
  else if (item == BJT_FORM_MAKER_PHONE)
    set_text (value, maker != NULL ? maker->phone : NULL);
  else
    set_number (value, (guint) (item == BJT_FORM_YEAR ? year : item == BJT_FORM_MONTH ? month : day));
}

/* Of a household: of all who live in it. */
BjtCategorySet
bjt_form_data_collect_categories (const BjtFormData *self,
                                  guint32            household)
{
  const BjtRun  *members = &bjt_picture_get_household (self->picture, household)->members;
  BjtCategorySet all = 0;

  for (guint32 m = members->first; m < members->first + members->n; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (self->picture, m);

      if (member->is_resident)
        all |= bjt_picture_get_person (self->picture, member->person)->categories;
    }
  return all;
}

/* Yes or no; a restricted category says nothing. */
static void
set_of_category (const BjtFormData *self,
                 BjtCategorySet     categories,
                 BjtFormItem        item,
                 BjtFormValue      *value)
{
  guint32 category = bjt_picture_find_category (self->picture, bjt_form_words_get_category (item));

  if (category != BJT_NO_INDEX && !bjt_picture_get_category (self->picture, category)->is_restricted)
    set_text (value, bjt_form_choices_get_answer ((categories >> category & 1) != 0));
}

static char *
dup_categories (const BjtFormData *self,
                BjtCategorySet     categories)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint32 c = 0; c < self->picture->categories->len; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (self->picture, c);

      if ((categories >> c & 1) != 0 && !category->is_restricted)
        g_ptr_array_add (names, (gpointer) category->name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("、", (char **) names->pdata);
}

static const char *
get_relation (const BjtFormData *self,
              const BjtFormRow  *row)
{
  const BjtRun *members = row->household != BJT_NO_INDEX ? &bjt_picture_get_household (self->picture, row->household)->members : NULL;

  for (guint32 m = 0; members != NULL && m < members->n; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (self->picture, members->first + m);

      if (member->person == row->person)
        return bjt_form_codes_get_relation (member->is_head ? "02" : member->relation);
    }
  return NULL;
}

static void
set_of_person (const BjtFormData *self,
               const BjtFormRow  *row,
               BjtFormItem        item,
               BjtFormValue      *value)
{
  const BjtPicturePerson *person = bjt_picture_get_person (self->picture, row->person);
  const BjtPerson        *record = g_hash_table_lookup (self->people, &person->id);

  if (item == BJT_FORM_NAME)
    set_text (value, person->name);
  else if (item == BJT_FORM_SEX)
    set_text (value, person->sex == BJT_SEX_MALE ? get_word (BJT_WORD_MALE) : person->sex == BJT_SEX_FEMALE ? get_word (BJT_WORD_FEMALE) : NULL);
  else if (item == BJT_FORM_BIRTH_DATE)
    set_date (value, person->born_on);
  else if (item == BJT_FORM_AGE && person->born_on != BJT_DATE_NONE)
    set_number (value, (guint) MAX (bjt_date_get_age (person->born_on, self->picture->as_of), 0));
  else if (item == BJT_FORM_ID_NUMBER)
    set_text (value, person->id_number);
  else if (item == BJT_FORM_PHONE)
    set_text (value, person->phone);
  else if (item == BJT_FORM_ETHNIC)
    take_text (value, bjt_form_codes_dup_ethnic (person->ethnic));
  else if (item == BJT_FORM_RELATION)
    set_text (value, get_relation (self, row));
  else if (item == BJT_FORM_CATEGORIES)
    take_text (value, dup_categories (self, person->categories));
  else if (bjt_form_words_get_category (item) != NULL)
    set_of_category (self, person->categories, item, value);
  else if (item == BJT_FORM_EDUCATION)
    set_text (value, record != NULL ? record->education : NULL);
  else if (item == BJT_FORM_WORKPLACE)
    set_text (value, record != NULL ? record->employer : NULL);
}

static void
set_of_household (const BjtFormData *self,
                  const BjtFormRow  *row,
                  BjtFormItem        item,
                  BjtFormValue      *value)
{
  const BjtPictureHousehold *household = bjt_picture_get_household (self->picture, row->household);
  guint32                    head = get_head (self->picture, row->household);

  if (item == BJT_FORM_HOUSEHOLD_NUMBER)
    set_text (value, household->number);
  else if (item == BJT_FORM_HOUSEHOLD_SIZE)
    set_number (value, count_residents (self->picture, row->household));
  else if (item == BJT_FORM_HOUSEHOLD_CLASS)
    set_text (value, get_word (BJT_WORD_CLASS_UNKNOWN + household->household_class));
  else if (item == BJT_FORM_HOUSEHOLD_CATEGORIES)
    take_text (value, dup_categories (self, bjt_form_data_collect_categories (self, row->household)));
  else if (bjt_form_words_get_category (item) != NULL)
    set_of_category (self, bjt_form_data_collect_categories (self, row->household), item, value);
  else if (head != BJT_NO_INDEX)
    set_text (value, item == BJT_FORM_HEAD_NAME ? bjt_picture_get_person (self->picture, head)->name : bjt_picture_get_person (self->picture, head)->phone);
}

static void
set_of_grid (const BjtFormData *self,
             guint32            grid,
             BjtFormItem        item,
             BjtFormValue      *value)
{
  const BjtPictureGrid *at = grid != BJT_NO_INDEX ? bjt_picture_get_grid (self->picture, grid) : NULL;

  if (at == NULL)
    return;
  if (item == BJT_FORM_GRID)
    take_text (value, bjt_form_codes_dup_grid (at->number));
  else
    set_text (value, item == BJT_FORM_GRID_WORKER ? at->staff_name : at->staff_phone);
}

static void
set_of_door (const BjtFormData *self,
             const BjtFormRow  *row,
             BjtFormItem        item,
             BjtFormValue      *value)
{
  const BjtPictureDoor      *door = bjt_picture_get_door (self->picture, row->door);
  const BjtPictureBuilding  *building = bjt_picture_get_building (self->picture, door->building);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, row->door);

  if (item == BJT_FORM_ADDRESS)
    take_text (value, bjt_form_codes_dup_address (self->picture, row->door));
  else if (item == BJT_FORM_COMPOUND)
    set_text (value, building->compound != BJT_NO_INDEX ? bjt_picture_get_compound (self->picture, building->compound)->name : NULL);
  else if (item == BJT_FORM_BUILDING)
    set_text (value, building->label);
  else if (item == BJT_FORM_ENTRANCE)
    set_text (value, door->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, door->entrance)->label : NULL);
  else if (item == BJT_FORM_LEVEL)
    take_text (value, bjt_picture_dup_level_label (self->picture, door->building, door->ordinal));
  else if (item == BJT_FORM_DOOR)
    set_text (value, door->label);
  else if (item == BJT_FORM_OWNER_NAME)
    set_text (value, door->owner_name);
  else if (item == BJT_FORM_LAST_CONTACT)
    set_date (value, state->last_contact_on);
  else if (item == BJT_FORM_NEXT_DUE)
    set_date (value, state->next_due_on);
  else
    set_of_grid (self, building->grid, item, value);
}

static void
set_of_visit (const BjtFormData *self,
              const BjtVisit    *visit,
              BjtFormItem        item,
              BjtFormValue      *value)
{
  const BjtStaff *staff = find_staff (self, &visit->staff_id);

  if (item == BJT_FORM_VISIT_DAY)
    set_date (value, visit->visited_on);
  else if (item == BJT_FORM_VISIT_OUTCOME)
    set_text (value, get_word (BJT_WORD_OUTCOME_MET + (BjtSheetWord) visit->outcome));
  else if (item == BJT_FORM_VISIT_PURPOSES)
    set_text (value, visit->purposes);
  else if (item == BJT_FORM_VISIT_NOTE)
    set_text (value, visit->note);
  else if (item == BJT_FORM_VISIT_BY)
    set_text (value, staff != NULL ? staff->name : NULL);
}

static void
set_of_issue (const BjtIssue *issue,
              BjtFormItem     item,
              BjtFormValue   *value)
{
  if (item == BJT_FORM_ISSUE_NUMBER)
    set_text (value, issue->number);
  else if (item == BJT_FORM_ISSUE_TITLE)
    set_text (value, issue->title);
  else if (item == BJT_FORM_ISSUE_SOURCE)
    set_text (value, issue->source);
  else if (item == BJT_FORM_ISSUE_STATUS)
    set_text (value, get_word (BJT_WORD_BOX_REPORTED + (BjtSheetWord) issue->status));
  else if (item == BJT_FORM_ISSUE_DEPARTMENT)
    set_text (value, issue->department);
  else
    set_date (value, item == BJT_FORM_ISSUE_REPORTED ? issue->reported_on : item == BJT_FORM_ISSUE_DUE ? issue->due_on : issue->closed_on);
}

/**
 * bjt_form_data_get_value:
 * @row: BJT_FORM_NO_ROW for what is about the community
 *
 * What does not go with the rows (a day of a visit in a list of people) stays empty.
 */
void
bjt_form_data_get_value (BjtFormItem   item,
                         guint         row,
                         BjtFormValue *value,
                         gpointer      data)
{
  BjtFormData      *self = data;
  BjtFormAbout      about = bjt_form_words_get_about (item);
  const BjtFormRow *at = row < self->rows->len ? &g_array_index (self->rows, BjtFormRow, row) : NULL;

  if (about == BJT_FORM_ABOUT_COMMUNITY)
    set_of_community (self, item, value);
  else if (at == NULL)
    return;
  else if (about == BJT_FORM_ABOUT_ROW)
    set_number (value, row + 1);
  else if (about == BJT_FORM_ABOUT_DOOR && at->door != BJT_NO_INDEX)
    set_of_door (self, at, item, value);
  else if (about == BJT_FORM_ABOUT_HOUSEHOLD && at->household != BJT_NO_INDEX)
    set_of_household (self, at, item, value);
  else if (about == BJT_FORM_ABOUT_PERSON && at->person != BJT_NO_INDEX)
    set_of_person (self, at, item, value);
  else if (about == BJT_FORM_ABOUT_VISIT && self->kind == BJT_FORM_ROWS_VISITS)
    set_of_visit (self, at->record, item, value);
  else if (about == BJT_FORM_ABOUT_ISSUE && self->kind == BJT_FORM_ROWS_ISSUES)
    set_of_issue (at->record, item, value);
}
