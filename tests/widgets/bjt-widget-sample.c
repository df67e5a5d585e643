/* bjt-widget-sample.c: all persons are invented; identity numbers carry the
 * area code 222499, which no county has. */
#include "bjt-widget-sample.h"

#include "rules/bjt-rules.h"

static void
make_id (BjtUuid *id,
         guint    kind,
         guint    number)
{
  *id = BJT_UUID_NIL;
  id->bytes[0] = (guint8) kind;
  for (guint i = 0; i < 4; i++)
    id->bytes[15 - i] = (guint8) ((number + 1) >> 8 * i);
}

static void
add_categories (BjtPicture *picture)
{
  g_autoptr (GPtrArray) defaults = bjt_rules_list_default_categories ();

  for (guint i = 0; i < defaults->len; i++)
    {
      const BjtCategory *from = defaults->pdata[i];
      BjtPictureCategory category = {
        .id = from->id,
        .code = bjt_picture_keep_string (picture, from->code),
        .glyph = bjt_picture_keep_string (picture, from->glyph),
        .name = bjt_picture_keep_string (picture, from->name),
        .colour = (guint32) g_ascii_strtoull (from->colour + 1, NULL, 16),
        .tier = (guint8) from->tier,
        .cadence_days = from->cadence_days,
        .is_derived = from->is_derived,
        .is_restricted = from->is_restricted,
      };

      g_array_append_val (picture->categories, category);
    }
}

static guint32
add_household (BjtPicture *picture,
               guint32     door,
               BjtTenure   tenure)
{
  BjtPictureHousehold household = { .door = door, .tenure = (guint8) tenure };

  make_id (&household.id, 5, picture->households->len);
  household.since_on = BJT_SAMPLE_TODAY - 3000;
  household.verified_on = BJT_SAMPLE_TODAY - 200;
  g_array_append_val (picture->households, household);
  return picture->households->len - 1;
}

typedef struct
{
  const char *name;
  int         sex, born;    /* year */
  const char *relation, *ethnic;
  gboolean    is_registered, is_resident;
  const char *categories;   /* codes separated by spaces */
} Person;

static BjtCategorySet
find_categories (BjtPicture *picture,
                 const char *codes)
{
  g_auto (GStrv) words = g_strsplit (codes != NULL ? codes : "", " ", -1);
  BjtCategorySet set = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      set |= G_GUINT64_CONSTANT (1) << bjt_picture_find_category (picture, words[i]);
  return set;
}

static void
add_person (BjtPicture   *picture,
            guint32       household,
            const Person *from)
{
  guint            index = picture->persons->len;
  g_autofree char *phone = g_strdup_printf ("1540433%04u", index % 10000);
  g_autofree char *number = g_strdup_printf ("222499%04d0312%04u", from->born, index % 10000);
  BjtPicturePerson person = { .sex = (guint8) from->sex, .ethnic = from->ethnic };
  BjtPictureMember member = { .household = household, .person = index };

  make_id (&person.id, 6, index);
  person.name = bjt_picture_keep_string (picture, from->name);
  person.phone = bjt_picture_keep_string (picture, phone);
  person.id_number = bjt_picture_keep_string (picture, number);
  person.born_on = bjt_date_from_ymd (from->born, 3, 12);
  person.ticked = find_categories (picture, from->categories);
  g_strlcpy (member.relation, from->relation, sizeof member.relation);
  member.is_head = g_str_equal (from->relation, "02");
  member.is_registered = from->is_registered;
  member.is_resident = from->is_resident;
  g_array_append_val (picture->persons, person);
  g_array_append_val (picture->members, member);
}

static void
add_people (BjtPicture   *picture,
            guint32       door,
            BjtTenure     tenure,
            const Person *people,
            guint         n_people)
{
  guint32 household = add_household (picture, door, tenure);

  for (guint i = 0; i < n_people; i++)
    add_person (picture, household, people + i);
}

static const Person elders[] = {
  { "金明淑", BJT_SEX_FEMALE, 1945, "02", "10", TRUE, TRUE, NULL },
  { "朴英哲", BJT_SEX_MALE, 1974, "20", "10", FALSE, TRUE, "disability" },
};
static const Person crowd[] = {
  { "阿依古丽·买买提·吐尔逊", BJT_SEX_FEMALE, 1938, "02", "05", TRUE, TRUE,
    "low_income disability serious_illness disabled_care" },
  { "买买提·吐尔逊", BJT_SEX_MALE, 1936, "10", "05", TRUE, TRUE, "veteran party_member" },
  { "欧阳淑兰", BJT_SEX_FEMALE, 1970, "38", "01", TRUE, TRUE, "low_income" },
  { "古丽娜尔·买买提", BJT_SEX_FEMALE, 1998, "43", "05", TRUE, TRUE, "pregnant_infant" },
  { "买买提江", BJT_SEX_MALE, 2018, "41", "05", TRUE, TRUE, "child_in_need extreme_poverty" },
};
static const Person registered[] = {
  { "崔桂英", BJT_SEX_FEMALE, 1962, "02", "10", TRUE, FALSE, NULL },
};
static const Person tenants[] = {
  { "王伟", BJT_SEX_MALE, 1990, "02", "01", FALSE, TRUE, NULL },
  { "李丽", BJT_SEX_FEMALE, 1992, "10", "11", FALSE, TRUE, NULL },
};

static void
fill_door (BjtWidgetSample *self,
           guint32          index,
           guint            entrance,
           int              ordinal,
           guint            stack)
{
  static const char *const names[] = { "王淑兰", "张伟", "李英哲", "赵国", "崔花", "朴明" };
  static const char *const categories[] = { NULL, "low_income", NULL, "party_member", "disability child_in_need", NULL };
  BjtPicture              *picture = self->picture;
  Person                   person = { names[index % 6], 1 + (int) index % 2, 1950 + (int) (index * 7 % 60), "02", "01", TRUE, TRUE, categories[index * 5 % 6] };

  if (entrance == 1 && ordinal == 4 && stack == 1)
    {
      self->elders = index;
      add_people (picture, index, BJT_TENURE_RENT, elders, G_N_ELEMENTS (elders));
    }
  else if (entrance == 0 && ordinal == 5 && stack == 0)
    {
      self->crowd = index;
      add_people (picture, index, BJT_TENURE_OWN, crowd, G_N_ELEMENTS (crowd));
    }
  else if (entrance == 2 && ordinal == 2 && stack == 0)
    {
      self->shared = index;
      add_people (picture, index, BJT_TENURE_RENT, tenants, G_N_ELEMENTS (tenants));
      add_people (picture, index, BJT_TENURE_OWN, registered, G_N_ELEMENTS (registered));
    }
  else if (entrance == 2 && ordinal == 0 && stack == 1)
    self->empty = index;
  else if (entrance == 2 && ordinal == 0 && stack == 2)
    {
      self->unverified = index;
      bjt_picture_get_door (picture, index)->verified_on = BJT_DATE_NONE;
    }
  else
    {
      person.is_resident = index % 9 != 0;
      add_people (picture, index, index % 7 == 0 ? BJT_TENURE_RENT : BJT_TENURE_OWN, &person, 1);
    }
}

static void
add_doors (BjtWidgetSample *self,
           guint32          entrance,
           guint            n_levels,
           guint            n_stacks)
{
  for (int ordinal = (int) n_levels - 1; ordinal >= 0; ordinal--)
    for (guint stack = 0; stack < n_stacks; stack++)
      {
        g_autofree char *label = g_strdup_printf ("%d%02u", ordinal + 1, stack + 1);
        BjtPictureDoor   door = { .entrance = entrance, .ordinal = (gint16) ordinal, .stack = (guint16) stack, .span = 1 };

        make_id (&door.id, 4, self->picture->doors->len);
        door.label = bjt_picture_keep_string (self->picture, label);
        door.verified_on = BJT_SAMPLE_TODAY - 100;
        g_array_append_val (self->picture->doors, door);
        fill_door (self, self->picture->doors->len - 1, entrance, ordinal, stack);
      }
}

static void
add_issue (BjtWidgetSample *self,
           guint32          door,
           guint32          entrance,
           const char      *title,
           int              status,
           int              due_in)
{
  BjtPictureIssue issue = { .door = door, .entrance = entrance, .building = BJT_NO_INDEX, .title = title, .status = (guint8) status };

  make_id (&issue.id, 7, self->picture->issues->len);
  issue.number = "2026-0031";
  issue.department = status >= BJT_ISSUE_DISPATCHED ? "物业" : NULL;
  issue.reported_on = BJT_SAMPLE_TODAY - 4;
  issue.due_on = BJT_SAMPLE_TODAY + due_in;
  g_array_append_val (self->picture->issues, issue);
}

static void
set_states (BjtWidgetSample *self)
{
  BjtPicture *picture = self->picture;

  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      BjtPictureDoorState *state = bjt_picture_get_door_state (picture, d);

      if (d != self->elders)
        bjt_picture_note_contact (picture, d, BJT_CONTACT_MET, BJT_SAMPLE_TODAY - (int) (d % 50) * 3);
      if (d % 17 == 5)
        {
          state->open_issues = 1;
          state->issue_due_on = BJT_SAMPLE_TODAY + 2;
        }
    }
  bjt_picture_note_contact (picture, self->elders, BJT_CONTACT_MET, BJT_SAMPLE_TODAY - 67);
  bjt_picture_get_door_state (picture, self->elders)->last_visit_on = BJT_SAMPLE_TODAY - 6;
  bjt_picture_get_door_state (picture, self->elders)->open_issues = 1;
  bjt_picture_get_door_state (picture, self->elders)->issue_due_on = BJT_SAMPLE_TODAY - 2;
}

void
bjt_widget_sample_init (BjtWidgetSample *self,
                        guint            n_entrances,
                        guint            n_levels,
                        guint            n_stacks)
{
  BjtPicture        *picture = bjt_picture_new (BJT_SAMPLE_TODAY);
  BjtPictureGrid     grid = { .parent = BJT_NO_INDEX, .number = 3, .staff_name = "赵某" };
  BjtPictureCompound compound = { .name = "山水宜家" };
  BjtPictureBuilding building = { .label = "10" };

  *self = (BjtWidgetSample) { .picture = picture };
  make_id (&grid.id, 1, 0);
  make_id (&compound.id, 2, 0);
  make_id (&building.id, 3, 0);
  picture->community.name = "江北社区";
  add_categories (picture);
  g_array_append_val (picture->grids, grid);
  g_array_append_val (picture->compounds, compound);
  g_array_append_val (picture->buildings, building);
  for (guint i = 0; i < n_entrances; i++)
    {
      g_autofree char   *label = g_strdup_printf ("%u", i + 1);
      BjtPictureEntrance entrance = { .ordinal = (int) i, .label = bjt_picture_keep_string (picture, label) };

      make_id (&entrance.id, 8, i);
      g_array_append_val (picture->entrances, entrance);
      add_doors (self, i, n_levels, n_stacks);
    }
  add_issue (self, self->elders, BJT_NO_INDEX, "屋面漏水，顶棚发霉", BJT_ISSUE_DISPATCHED, -2);
  add_issue (self, BJT_NO_INDEX, 1, "楼道堆放杂物，挡消防通道", BJT_ISSUE_ACCEPTED, 1);
  bjt_picture_finish (picture);
  set_states (self);
  bjt_rules_apply (picture, &BJT_RULE_SET_DEFAULT);
}

void
bjt_widget_sample_clear (BjtWidgetSample *self)
{
  g_clear_pointer (&self->picture, bjt_picture_unref);
}

GPtrArray *
bjt_widget_sample_list_visits (const BjtUuid *door_id)
{
  static const struct
  {
    int         ago, outcome;
    const char *note;
  } rows[] = {
    { 6, BJT_OUTCOME_ABSENT, "门上留条" },
    { 67, BJT_OUTCOME_MET, "血压稳定，需代取药（每月）" },
    { 80, BJT_OUTCOME_ABSENT, NULL },
    { 98, BJT_OUTCOME_MET, "儿子回来住，已核对租房信息；房主电话有变，下次带新的登记表来，并顺便核对户口本复印件" },
    { 112, BJT_OUTCOME_PHONED, "约周三上午" },
    { 380, BJT_OUTCOME_REFUSED, NULL },
  };
  GPtrArray *visits = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_visit_free);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BjtVisit *visit = bjt_visit_new ();

      make_id (&visit->id, 9, i);
      visit->door_id = *door_id;
      visit->visited_on = BJT_SAMPLE_TODAY - rows[i].ago;
      visit->outcome = rows[i].outcome;
      visit->note = g_strdup (rows[i].note);
      g_ptr_array_add (visits, visit);
    }
  return visits;
}

GPtrArray *
bjt_widget_sample_list_issues (const BjtWidgetSample *self,
                               guint32                door)
{
  GPtrArray *issues = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_issue_free);
  BjtIssue  *open = bjt_issue_new (), *closed = bjt_issue_new ();

  open->id = bjt_picture_get_issue (self->picture, 0)->id;
  open->title = g_strdup ("屋面漏水，顶棚发霉");
  open->description = g_strdup ("北卧室顶棚，约两平方米，雨后加重");
  open->status = BJT_ISSUE_DISPATCHED;
  closed->title = g_strdup ("门铃不响");
  closed->status = BJT_ISSUE_CLOSED;
  closed->reported_on = BJT_SAMPLE_TODAY - 90;
  closed->closed_on = BJT_SAMPLE_TODAY - 88;
  make_id (&closed->id, 7, 100);
  g_ptr_array_add (issues, open);
  g_ptr_array_add (issues, closed);
  return issues;
}
