/* bjt-import-words.c: three tables; a code that is not in them shows as it is. */
#include "bjt-import-words.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *code;
  const char *word;
} CodeWord;

static const CodeWord counts[] = {
  { "rows", N_("Rows read") },
  { "skipped_rows", N_("Rows without data") },
  { "building", N_("Buildings") },
  { "buildings", N_("Buildings") },
  { "compound", N_("Compounds") },
  { "compounds", N_("Compounds") },
  { "entrance", N_("Entrances") },
  { "entrances", N_("Entrances") },
  { "doors", N_("Doors") },
  { "households", N_("Households") },
  { "persons", N_("Persons") },
  { "persons_matched", N_("Persons known already") },
  { "gate", N_("Gates") },
  { "road", N_("Roads") },
  { "footway", N_("Footways") },
  { "railway", N_("Railways") },
  { "green", N_("Green areas") },
  { "water", N_("Waters") },
  { "land", N_("Other areas") },
  { "barrier", N_("Walls and fences") },
  { "boundary", N_("Boundaries") },
  { "poi", N_("Places of interest") },
  { "features", N_("Things on the map") },
  { "rows_imported", N_("Rows imported") },
  { "rows_refused", N_("Rows left out") },
  { "new_compounds", N_("New compounds") },
  { "new_buildings", N_("New buildings") },
  { "new_entrances", N_("New entrances") },
  { "new_doors", N_("New doors") },
  { "new_households", N_("New households") },
  { "new_persons", N_("New persons") },
  { "new_map_features", N_("New things on the map") },
};

static const CodeWord problems[] = {
  { "order-no-day", N_("The day it was received cannot be read") },
  { "order-future", N_("Received in the future") },
  { "order-twice", N_("The same order stands above in the file") },
  { "order-known", N_("This order is there already") },
  { "order-repeat", N_("The same kind is open at the same place") },
  { "order-bad-time", N_("A time of answer or settlement cannot be read") },
  { "order-bad-limit", N_("The time limit cannot be read; that of the kind holds") },
  { "order-closed-early", N_("Settled before it was received") },
  { "order-closed-unknown", N_("Settled, the file does not say when") },
  { "sex-unknown", N_("Sex cannot be read") },
  { "sex-contradicts-id", N_("Sex differs from the ID number") },
  { "birth-date-from-number", N_("Date of birth was a number and was read as a day count") },
  { "birth-date-unreadable", N_("Date of birth is not a full date") },
  { "birth-date-contradicts-id", N_("Date of birth differs from the ID number") },
  { "phone-damaged", N_("Phone number was kept as a number and lost digits") },
  { "phone-shape", N_("Phone number does not look like one") },
  { "no-place", N_("The row names no address, building or door") },
  { "no-building", N_("The building is missing") },
  { "no-door", N_("The door is missing") },
  { "no-name", N_("ID number without a name") },
  { "ditto-without-value", N_("“Same as above” with nothing above") },
  { "cell-error", N_("The cell holds a formula error") },
  { "place-carried", N_("No place given: taken for a member of the household above") },
  { "open-quote", N_("A quotation mark is not closed") },
  { "text-encoding", N_("Some characters cannot be read in this encoding") },
  { "unknown-crs", N_("The coordinate system is not known: left out") },
  { "no-crs", N_("No coordinate system given: taken for degrees") },
  { "bad-shapes", N_("Some shapes are broken and were left out") },
  { "incomplete-shapes", N_("Some shapes reach beyond the extract and were cut") },
  { "not-on-earth", N_("Coordinates are not longitude and latitude") },
  { "id-number-shared", N_("Somebody of another name has the same ID number") },
  { "id-damaged", N_("ID number lost digits") },
  { "id-bad-length", N_("ID number has a wrong length") },
  { "id-bad-character", N_("ID number holds a wrong character") },
  { "id-bad-region", N_("ID number has an unknown region") },
  { "id-bad-date", N_("ID number has an impossible date") },
  { "id-bad-check-digit", N_("ID number fails its check digit") },
  { "id-other-document", N_("A document other than a resident ID") },
};

static const CodeWord fields[] = {
  { "address", N_("address") },
  { "compound", N_("compound") },
  { "building", N_("building") },
  { "entrance", N_("entrance") },
  { "level", N_("level") },
  { "door", N_("door") },
  { "area", N_("area") },
  { "door_kind", N_("kind of door") },
  { "person_name", N_("name") },
  { "sex", N_("sex") },
  { "birth_date", N_("date of birth") },
  { "age", N_("age") },
  { "id_number", N_("ID number") },
  { "phone", N_("phone number") },
  { "ethnic_group", N_("ethnic group") },
  { "relation", N_("relation to the head") },
  { "head_name", N_("head of household") },
  { "household_key", N_("number of household") },
  { "owner_key", N_("number of owner") },
  { "residence", N_("kind of residence") },
  { "hukou_address", N_("hukou address") },
  { "workplace", N_("workplace") },
  { "education", N_("education") },
  { "marital", N_("marital status") },
  { "political", N_("political status") },
  { "category", N_("category") },
  { "grid", N_("grid") },
  { "staff_name", N_("grid worker") },
  { "status", N_("status") },
  { "remarks", N_("remarks") },
  { "total_levels", N_("number of levels") },
  { "elevator", N_("elevator") },
  { "longitude", N_("longitude") },
  { "latitude", N_("latitude") },
};

static const char *
find (const CodeWord *words,
      guint           n_words,
      const char     *code)
{
  for (guint i = 0; i < n_words; i++)
    if (strcmp (words[i].code, code) == 0)
      return _(words[i].word);
  return code;
}

const char *
bjt_import_words_get_count (const char *name)
{
  return find (counts, G_N_ELEMENTS (counts), name);
}

const char *
bjt_import_words_get_field (const char *name)
{
  return find (fields, G_N_ELEMENTS (fields), name);
}

const char *
bjt_import_words_get_problem (const BjtImportProblem *problem)
{
  const char *sentence = find (problems, G_N_ELEMENTS (problems), problem->code);

  return sentence != problem->code ? sentence : problem->message;
}

/* "Sheet 1, row 12, column C", as far as it is known. */
char *
bjt_import_words_dup_place (const BjtImportProblem *problem)
{
  GString *place = g_string_new (problem->sheet);

  if (problem->row > 0)
    {
      g_string_append (place, place->len > 0 ? ", " : "");
      g_string_append_printf (place, _("row %u"), problem->row);
    }
  if (*problem->column != '\0')
    {
      g_string_append (place, place->len > 0 ? ", " : "");
      g_string_append_printf (place, _("column %s"), problem->column);
    }
  if (place->len == 0)
    g_string_append (place, _("The whole file"));
  return g_string_free (place, FALSE);
}
