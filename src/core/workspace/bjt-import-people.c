/* bjt-import-people.c: what a register says of a person, as facts.
 *
 * One door has at most one household of each kind of tie (lives here as owner,
 * rents, is only registered), unless the register numbers its households. A
 * person is known by the ID number, else by name at the same door: reading the
 * same register twice adds nobody twice. Where a register does not say whether
 * somebody lives there, he is taken as living there. */
#include "bjt-import-people.h"

#include <string.h>

#include "base/bjt-text.h"
#include "model/bjt-id-number.h"

typedef enum
{
  TIE_LIVES,
  TIE_RENTS,
  TIE_REGISTERED_ONLY,
} Tie;

struct _BjtImportPeople
{
  /* Borrowed */
  BjtImportWriter  *writer;
  const BjtPicture *picture;
  BjtImportReport  *report;

  /* Owned */
  GHashTable *households; /* door, tie, number → BjtUuid */
  GHashTable *persons;    /* ID number and name → BjtUuid */
  GHashTable *id_numbers; /* those that are taken */
  GHashTable *members;    /* household and person, or household and name */
  GHashTable *heads;      /* households that have a head */
  GStringChunk *kept;     /* the keys and values of the tables */
  GString      *key;

  /* State */
  guint           n_persons;
  guint           n_households;
  BjtUuidSequence keys;
};

static const char *
make_key (BjtImportPeople *self,
          const BjtUuid   *owner,
          const char      *first,
          const char      *second)
{
  char text[BJT_UUID_STRING_SIZE];

  bjt_uuid_format (owner, text);
  g_string_assign (self->key, text);
  g_string_append_c (self->key, '/');
  g_string_append (self->key, first != NULL ? first : "");
  g_string_append_c (self->key, '/');
  g_string_append (self->key, second != NULL ? second : "");
  return self->key->str;
}

static const char *
get_tie_name (Tie tie)
{
  static const char *const names[] = { "lives", "rents", "registered" };

  return names[tie];
}

static Tie
get_known_tie (const BjtPicture          *picture,
               const BjtPictureHousehold *household)
{
  if (household->tenure == BJT_TENURE_RENT)
    return TIE_RENTS;
  for (guint32 m = household->members.first; m < household->members.first + household->members.n; m++)
    if (bjt_picture_get_member (picture, m)->is_resident)
      return TIE_LIVES;
  return TIE_REGISTERED_ONLY;
}

static const char *
keep (BjtImportPeople *self,
      const char      *key)
{
  return g_string_chunk_insert (self->kept, key);
}

static void
keep_uuid (BjtImportPeople *self,
           GHashTable      *table,
           const char      *key,
           const BjtUuid   *id)
{
  gpointer value = g_string_chunk_insert_len (self->kept, (const char *) id->bytes, sizeof id->bytes);

  g_hash_table_insert (table, (gpointer) keep (self, key), value);
}

/* A number alone is not enough: registers repeat one by mistake. */
static const char *
make_person_key (BjtImportPeople *self,
                 const char      *id_number,
                 const char      *name)
{
  g_string_assign (self->key, id_number);
  g_string_append_c (self->key, '/');
  g_string_append (self->key, name != NULL ? name : "");
  return self->key->str;
}

static void
know_person (BjtImportPeople *self,
             const char      *id_number,
             const char      *name,
             const BjtUuid   *id)
{
  if (id_number == NULL)
    return;
  keep_uuid (self, self->persons, make_person_key (self, id_number, name), id);
  g_hash_table_add (self->id_numbers, (gpointer) keep (self, id_number));
}

static void
know_household (BjtImportPeople           *self,
                const BjtPictureHousehold *household)
{
  const BjtUuid *door_id = &bjt_picture_get_door (self->picture, household->door)->id;
  const char    *key = make_key (self, door_id, get_tie_name (get_known_tie (self->picture, household)), household->number);

  keep_uuid (self, self->households, key, &household->id);
  for (guint32 m = household->members.first; m < household->members.first + household->members.n; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (self->picture, m);
      const BjtPicturePerson *person = bjt_picture_get_person (self->picture, member->person);

      g_hash_table_add (self->members, (gpointer) keep (self, make_key (self, &household->id, person->name, person->id_number)));
      if (member->is_head)
        g_hash_table_add (self->heads, (gpointer) keep (self, make_key (self, &household->id, NULL, NULL)));
    }
}

BjtImportPeople *
bjt_import_people_new (BjtImportWriter *writer,
                       const BjtPicture *picture,
                       BjtImportReport  *report,
                       gint64            now)
{
  BjtImportPeople *self = g_new0 (BjtImportPeople, 1);

  self->writer = writer;
  self->picture = picture;
  self->report = report;
  bjt_uuid_sequence_init (&self->keys, now / 1000);
  self->key = g_string_new (NULL);
  self->kept = g_string_chunk_new (256 * 1024);
  self->households = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = g_hash_table_new (g_str_hash, g_str_equal);
  self->id_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->members = g_hash_table_new (g_str_hash, g_str_equal);
  self->heads = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint32 h = 0; h < picture->households->len; h++)
    know_household (self, bjt_picture_get_household (picture, h));
  for (guint32 p = 0; p < picture->persons->len; p++)
    {
      const BjtPicturePerson *person = bjt_picture_get_person (picture, p);

      know_person (self, person->id_number, person->name, &person->id);
    }
  return self;
}

void
bjt_import_people_free (BjtImportPeople *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->households);
  g_hash_table_unref (self->persons);
  g_hash_table_unref (self->id_numbers);
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->heads);
  g_string_chunk_free (self->kept);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/* What words of a register mean. The first row that has a word decides. */

typedef struct
{
  const char *word;
  int         value;
} WordValue;

static const WordValue tie_words[] = {
  { "空挂", TIE_REGISTERED_ONLY }, { "人户分离", TIE_REGISTERED_ONLY }, { "挂户", TIE_REGISTERED_ONLY },
  { "租", TIE_RENTS }, { "1003", TIE_RENTS }, { "1004", TIE_LIVES }, { "流动", TIE_LIVES }, { "常住", TIE_LIVES },
};

static const WordValue sex_words[] = { { "男", BJT_SEX_MALE }, { "女", BJT_SEX_FEMALE } };

/* GB/T 4761 */
static const struct
{
  const char *word, *code;
} relation_words[] = {
  { "户主", "02" }, { "本人", "02" }, { "配偶", "10" }, { "丈夫", "11" }, { "妻", "12" }, { "夫", "11" },
  { "孙女", "42" }, { "孙", "41" }, { "外孙", "43" }, { "女婿", "28" }, { "儿媳", "38" }, { "儿", "20" }, { "子", "20" },
  { "女", "30" }, { "岳", "55" }, { "公公", "53" }, { "婆婆", "54" }, { "父", "51" }, { "母", "52" }, { "祖", "60" },
  { "兄", "71" }, { "弟", "73" }, { "姐", "75" }, { "妹", "77" },
};

/* GB/T 3304 */
static const struct
{
  const char *word, *code;
} ethnic_words[] = {
  { "汉", "01" }, { "蒙古", "02" }, { "回", "03" }, { "藏", "04" }, { "维吾尔", "05" }, { "苗", "06" }, { "彝", "07" },
  { "壮", "08" }, { "布依", "09" }, { "朝鲜", "10" }, { "满", "11" }, { "侗", "12" }, { "瑶", "13" }, { "白", "14" },
  { "土家", "15" }, { "哈尼", "16" }, { "哈萨克", "17" }, { "傣", "18" }, { "黎", "19" }, { "锡伯", "38" }, { "鄂温克", "45" },
};

static const struct
{
  const char *word, *code;
} category_words[] = {
  { "失能", "disabled_care" }, { "残", "disability" }, { "低保边缘", "low_income_edge" }, { "低保", "low_income" },
  { "特困", "extreme_poverty" }, { "五保", "extreme_poverty" }, { "大病", "serious_illness" }, { "重病", "serious_illness" },
  { "困境", "child_in_need" }, { "留守儿童", "child_in_need" }, { "失独", "family_planning" }, { "计生特殊", "family_planning" },
  { "退役", "veteran" }, { "优抚", "veteran" }, { "党员", "party_member" }, { "孕", "pregnant_infant" }, { "孤寡", "lonely_elder" },
  { "零就业", "jobless_family" },
};

static int
find_value (const WordValue *words,
            guint            n_words,
            const char      *text,
            int              otherwise)
{
  for (guint i = 0; text != NULL && i < n_words; i++)
    if (strstr (text, words[i].word) != NULL)
      return words[i].value;
  return otherwise;
}

#define FIND_CODE(words, text)                                    \
  for (guint i = 0; (text) != NULL && i < G_N_ELEMENTS (words); i++) \
    if (strstr (text, words[i].word) != NULL)                     \
      return words[i].code;                                       \
  return NULL

static const char *
find_relation (const char *text)
{
  FIND_CODE (relation_words, text);
}

static const char *
find_ethnic (const char *text)
{
  if (text != NULL && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] == '\0')
    return text;
  FIND_CODE (ethnic_words, text);
}

static BjtDate
find_birth_date (const BjtRegisterRowDraft *row,
                 const BjtIdNumber         *id)
{
  BjtDate told = bjt_date_parse (row->fields[BJT_REGISTER_BIRTH_DATE]);

  return id->birth_date != BJT_DATE_NONE ? id->birth_date : told;
}

static BjtPerson *
make_person (BjtImportPeople           *self,
             const BjtRegisterRowDraft *row,
             const BjtIdNumber         *id)
{
  BjtPerson  *person = bjt_person_new ();
  const char *number = row->fields[BJT_REGISTER_ID_NUMBER];

  bjt_uuid_sequence_next (&self->keys, &person->id);
  person->name = g_strdup (row->fields[BJT_REGISTER_PERSON_NAME]);
  person->initials = bjt_text_dup_pinyin_initials (person->name);
  person->sex = id->sex != BJT_ID_SEX_UNKNOWN ? (int) id->sex
                                              : find_value (sex_words, G_N_ELEMENTS (sex_words), row->fields[BJT_REGISTER_SEX], BJT_SEX_UNKNOWN);
  person->born_on = find_birth_date (row, id);
  person->id_number = g_strdup (id->text[0] != '\0' ? id->text : number);
  person->phone = g_strdup (row->fields[BJT_REGISTER_PHONE]);
  person->ethnic = g_strdup (find_ethnic (row->fields[BJT_REGISTER_ETHNIC_GROUP]));
  person->education = g_strdup (row->fields[BJT_REGISTER_EDUCATION]);
  person->employer = g_strdup (row->fields[BJT_REGISTER_WORKPLACE]);
  person->note = g_strdup (row->fields[BJT_REGISTER_REMARKS]);
  return person;
}

static gboolean
find_household (BjtImportPeople *self,
                const BjtUuid   *door_id,
                Tie              tie,
                const char      *number,
                BjtUuid         *id,
                GError         **error)
{
  const char    *key = make_key (self, door_id, get_tie_name (tie), number);
  const BjtUuid *known = g_hash_table_lookup (self->households, key);
  g_autoptr (BjtHousehold) household = NULL;

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  household = bjt_household_new ();
  bjt_uuid_sequence_next (&self->keys, &household->id);
  household->door_id = *door_id;
  household->number = g_strdup (number);
  household->tenure = tie == TIE_RENTS ? BJT_TENURE_RENT : BJT_TENURE_UNKNOWN;
  *id = household->id;
  keep_uuid (self, self->households, key, id);
  self->n_households++;
  return bjt_import_writer_take (self->writer, &bjt_household_type, g_steal_pointer (&household), error);
}

static gboolean
tick_categories (BjtImportPeople *self,
                 const BjtUuid   *person_id,
                 const char      *words,
                 GError         **error)
{
  for (guint i = 0; words != NULL && i < G_N_ELEMENTS (category_words); i++)
    {
      g_autoptr (BjtPersonCategory) mark = NULL;
      guint32 category;

      if (strstr (words, category_words[i].word) == NULL)
        continue;
      category = bjt_picture_find_category (self->picture, category_words[i].code);
      if (category == BJT_NO_INDEX)
        continue;
      mark = bjt_person_category_new ();
      bjt_uuid_sequence_next (&self->keys, &mark->id);
      mark->person_id = *person_id;
      mark->category_id = bjt_picture_get_category (self->picture, category)->id;
      if (!bjt_import_writer_take (self->writer, &bjt_person_category_type, g_steal_pointer (&mark), error))
        return FALSE;
      bjt_import_report_add_count (self->report, "new_category_marks", 1);
      if (g_str_equal (category_words[i].code, "low_income_edge"))
        break; /* 低保边缘 is not 低保 */
    }
  return TRUE;
}

static gboolean
join (BjtImportPeople           *self,
      const BjtRegisterRowDraft *row,
      const BjtUuid             *person_id,
      const BjtUuid             *household_id,
      Tie                        tie,
      GError                   **error)
{
  g_autoptr (BjtMembership) membership = bjt_membership_new ();
  const char *relation = find_relation (row->fields[BJT_REGISTER_RELATION]);
  const char *key = make_key (self, household_id, NULL, NULL);
  const char *residence = row->fields[BJT_REGISTER_RESIDENCE];

  bjt_uuid_sequence_next (&self->keys, &membership->id);
  membership->person_id = *person_id;
  membership->household_id = *household_id;
  membership->relation = g_strdup (relation);
  membership->is_head = g_strcmp0 (relation, "02") == 0 || (relation == NULL && !g_hash_table_contains (self->heads, key));
  membership->is_resident = tie != TIE_REGISTERED_ONLY;
  membership->is_registered = tie == TIE_REGISTERED_ONLY || (residence != NULL && strstr (residence, "户籍") != NULL);
  if (membership->is_head)
    g_hash_table_add (self->heads, (gpointer) keep (self, key));
  return bjt_import_writer_take (self->writer, &bjt_membership_type, g_steal_pointer (&membership), error);
}

static gboolean
insert_person (BjtImportPeople           *self,
               const BjtRegisterRowDraft *row,
               const BjtIdNumber         *id,
               BjtUuid                   *person_id,
               GError                   **error)
{
  g_autoptr (BjtPerson) person = make_person (self, row, id);

  *person_id = person->id;
  if (person->id_number != NULL && g_hash_table_contains (self->id_numbers, person->id_number))
    {
      BjtDraftIssue issue = { BJT_SEVERITY_WARNING, "id-number-shared", NULL, "somebody of another name has the same identity number" };

      bjt_import_report_add_problem (self->report, row->sheet, row->row, &issue);
    }
  know_person (self, person->id_number, person->name, &person->id);
  self->n_persons++;
  return bjt_import_writer_take (self->writer, &bjt_person_type, g_steal_pointer (&person), error)
         && tick_categories (self, person_id, row->fields[BJT_REGISTER_CATEGORY], error);
}

static const BjtUuid *
find_known_person (BjtImportPeople           *self,
                   const BjtRegisterRowDraft *row,
                   const BjtIdNumber         *id)
{
  const char *number = id->text[0] != '\0' ? id->text : row->fields[BJT_REGISTER_ID_NUMBER];

  if (number == NULL)
    return NULL;
  return g_hash_table_lookup (self->persons, make_person_key (self, number, row->fields[BJT_REGISTER_PERSON_NAME]));
}

/**
 * bjt_import_people_add:
 * @row: with a name
 * @door_id: where
 */
gboolean
bjt_import_people_add (BjtImportPeople           *self,
                       const BjtRegisterRowDraft *row,
                       const BjtUuid             *door_id,
                       GError                   **error)
{
  Tie            tie = (Tie) find_value (tie_words, G_N_ELEMENTS (tie_words), row->fields[BJT_REGISTER_RESIDENCE], TIE_LIVES);
  BjtIdNumber    id = { .birth_date = BJT_DATE_NONE };
  BjtUuid        household_id, person_id;
  const BjtUuid *known;
  const char    *key;

  if (bjt_id_number_parse (&id, row->fields[BJT_REGISTER_ID_NUMBER]) != BJT_ID_NUMBER_VALID)
    {
      id.text[0] = '\0';
      id.birth_date = BJT_DATE_NONE;
      id.sex = BJT_ID_SEX_UNKNOWN;
    }
  if (!find_household (self, door_id, tie, row->fields[BJT_REGISTER_HOUSEHOLD_KEY], &household_id, error))
    return FALSE;
  key = make_key (self, &household_id, row->fields[BJT_REGISTER_PERSON_NAME],
                  id.text[0] != '\0' ? id.text : row->fields[BJT_REGISTER_ID_NUMBER]);
  if (g_hash_table_contains (self->members, key))
    {
      bjt_import_report_add_count (self->report, "already_there", 1);
      return TRUE;
    }
  g_hash_table_add (self->members, (gpointer) keep (self, key));
  known = find_known_person (self, row, &id);
  if (known != NULL)
    person_id = *known;
  else if (!insert_person (self, row, &id, &person_id, error))
    return FALSE;
  return join (self, row, &person_id, &household_id, tie, error);
}

/**
 * bjt_import_people_finish:
 *
 * Tells the report how many were new.
 */
void
bjt_import_people_finish (BjtImportPeople *self)
{
  bjt_import_report_add_count (self->report, "new_households", self->n_households);
  bjt_import_report_add_count (self->report, "new_persons", self->n_persons);
}
