/* bjt-register-check.c: checks and tidies one row.
 *
 * Nothing is guessed: a value that lost digits is taken out and reported, a
 * value that is merely doubtful stays as the text it was, with an issue. What is
 * certain is filled in: sex and birth date from a valid identity number. Issues
 * name the column and never the value.
 *
 * Codes: id-damaged, id-bad-length, id-bad-character, id-bad-region,
 * id-bad-date, id-bad-check-digit, id-other-document, sex-unknown,
 * sex-contradicts-id, birth-date-unreadable, birth-date-contradicts-id,
 * birth-date-from-number, phone-damaged, phone-shape, no-name, no-place. */
#include "bjt-register-check.h"

#include "bjt-table.h"

#include <string.h>

#include "model/bjt-id-number.h"

void
bjt_register_row_init (BjtRegisterRow *self)
{
  memset (self, 0, sizeof *self);
  self->issues = g_array_new (FALSE, FALSE, sizeof (BjtDraftIssue));
  self->texts = g_string_chunk_new (1024);
}

void
bjt_register_row_clear (BjtRegisterRow *self)
{
  g_clear_pointer (&self->issues, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

void
bjt_register_row_reset (BjtRegisterRow *self,
                        const char     *sheet,
                        guint32         row)
{
  memset (&self->draft, 0, sizeof self->draft);
  self->draft.sheet = sheet;
  self->draft.row = row;
  self->numeric = 0;
  g_array_set_size (self->issues, 0);
  g_string_chunk_clear (self->texts);
}

/**
 * bjt_register_row_add_issue:
 * @field: a #BjtRegisterField whose column is named, or -1
 * @message: static text
 */
void
bjt_register_row_add_issue (BjtRegisterRow *self,
                            BjtSeverity     severity,
                            const char     *code,
                            int             field,
                            const char     *message)
{
  BjtDraftIssue issue = { severity, code, NULL, message };
  char          column[8];

  if (field >= 0 && self->columns != NULL && self->columns[field] >= 0)
    {
      bjt_column_format ((guint) self->columns[field], column);
      issue.column = g_string_chunk_insert (self->texts, column);
    }
  g_array_append_val (self->issues, issue);
}

static const char *
describe_id_fault (BjtIdNumberStatus status)
{
  switch (status)
    {
    case BJT_ID_NUMBER_DAMAGED:
      return "the identity number was kept as a number and has lost digits: set the column to text and enter it again";
    case BJT_ID_NUMBER_BAD_LENGTH:
      return "the identity number has neither 18 nor 15 digits";
    case BJT_ID_NUMBER_BAD_CHARACTER:
      return "the identity number holds a wrong character";
    case BJT_ID_NUMBER_BAD_REGION:
      return "the identity number begins with no known province";
    case BJT_ID_NUMBER_BAD_DATE:
      return "the birth date inside the identity number does not exist";
    case BJT_ID_NUMBER_BAD_CHECK_DIGIT:
      return "the check digit of the identity number is wrong";
    case BJT_ID_NUMBER_OTHER_DOCUMENT:
      return "another document than an identity card: nothing to check";
    case BJT_ID_NUMBER_VALID:
    case BJT_ID_NUMBER_EMPTY:
    default:
      return "";
    }
}

static gboolean
lost_digits (const BjtRegisterRow *self,
             BjtRegisterField      field)
{
  const char *text = self->draft.fields[field];

  return (self->numeric >> field & 1) != 0 && strlen (text) > 15 && strspn (text, "0123456789") > 15;
}

static void
check_id_number (BjtRegisterRow *self,
                 BjtIdNumber    *id)
{
  const char       **text = &self->draft.fields[BJT_REGISTER_ID_NUMBER];
  BjtIdNumberStatus  status = bjt_id_number_parse (id, *text);

  if (status == BJT_ID_NUMBER_EMPTY)
    return;
  if (lost_digits (self, BJT_REGISTER_ID_NUMBER))
    {
      status = BJT_ID_NUMBER_DAMAGED;
      *id = (BjtIdNumber){ .birth_date = BJT_DATE_NONE };
    }
  if (status == BJT_ID_NUMBER_VALID)
    {
      if (strcmp (id->text, *text) != 0)
        *text = g_string_chunk_insert (self->texts, id->text);
      return;
    }
  if (status == BJT_ID_NUMBER_DAMAGED)
    *text = NULL;
  bjt_register_row_add_issue (self, status == BJT_ID_NUMBER_OTHER_DOCUMENT ? BJT_SEVERITY_INFO : BJT_SEVERITY_WARNING,
                              bjt_id_number_status_get_code (status), BJT_REGISTER_ID_NUMBER, describe_id_fault (status));
}

static BjtIdSex
read_sex (const char *text)
{
  if (g_str_has_prefix (text, "男") || strcmp (text, "1") == 0 || g_ascii_strcasecmp (text, "m") == 0 || g_ascii_strcasecmp (text, "male") == 0)
    return BJT_ID_SEX_MALE;
  if (g_str_has_prefix (text, "女") || strcmp (text, "2") == 0 || g_ascii_strcasecmp (text, "f") == 0 || g_ascii_strcasecmp (text, "female") == 0)
    return BJT_ID_SEX_FEMALE;
  return BJT_ID_SEX_UNKNOWN;
}

static void
check_sex (BjtRegisterRow    *self,
           const BjtIdNumber *id)
{
  static const char *const words[] = { NULL, "男", "女" };
  const char             **text = &self->draft.fields[BJT_REGISTER_SEX];
  BjtIdSex                 sex;

  if (*text == NULL)
    {
      *text = words[id->sex];
      return;
    }
  sex = read_sex (*text);
  if (sex == BJT_ID_SEX_UNKNOWN)
    {
      bjt_register_row_add_issue (self, BJT_SEVERITY_WARNING, "sex-unknown", BJT_REGISTER_SEX, "the sex cannot be read");
      return;
    }
  *text = words[sex];
  if (id->sex != BJT_ID_SEX_UNKNOWN && id->sex != sex)
    bjt_register_row_add_issue (self, BJT_SEVERITY_WARNING, "sex-contradicts-id", BJT_REGISTER_SEX,
                                "the sex is not the one that the identity number tells");
}

/* A date that a spreadsheet shows as the number of days since 1899-12-30. */
static BjtDate
read_serial_date (const char *text)
{
  gint64 days;

  if (!g_ascii_string_to_signed (text, 10, 367, 80000, &days, NULL))
    return BJT_DATE_NONE;
  return (BjtDate) (days - 25569);
}

static void
put_date (BjtRegisterRow *self,
          BjtDate         date)
{
  char text[BJT_DATE_STRING_SIZE];

  bjt_date_format (date, text);
  self->draft.fields[BJT_REGISTER_BIRTH_DATE] = g_string_chunk_insert (self->texts, text);
}

static void
check_birth_date (BjtRegisterRow    *self,
                  const BjtIdNumber *id)
{
  const char *text = self->draft.fields[BJT_REGISTER_BIRTH_DATE];
  BjtDate     date;

  if (text == NULL)
    {
      if (id->birth_date != BJT_DATE_NONE)
        put_date (self, id->birth_date);
      return;
    }
  date = bjt_date_parse (text);
  if (date == BJT_DATE_NONE)
    {
      date = read_serial_date (text);
      if (date != BJT_DATE_NONE)
        bjt_register_row_add_issue (self, BJT_SEVERITY_INFO, "birth-date-from-number", BJT_REGISTER_BIRTH_DATE,
                                    "the birth date was a plain number and is read as a spreadsheet's day count");
    }
  if (date == BJT_DATE_NONE)
    {
      bjt_register_row_add_issue (self, BJT_SEVERITY_WARNING, "birth-date-unreadable", BJT_REGISTER_BIRTH_DATE,
                                  "the birth date is no full date that exists");
      return;
    }
  put_date (self, date);
  if (id->birth_date != BJT_DATE_NONE && id->birth_date != date)
    bjt_register_row_add_issue (self, BJT_SEVERITY_WARNING, "birth-date-contradicts-id", BJT_REGISTER_BIRTH_DATE,
                                "the birth date is not the one inside the identity number");
}

static gboolean
is_phone (const char *digits,
          gsize       n)
{
  if (n == 13 && strncmp (digits, "86", 2) == 0)
    return is_phone (digits + 2, n - 2);
  if (n == 11 && digits[0] == '1')
    return digits[1] >= '3';
  if (digits[0] == '0')
    return n >= 10 && n <= 12;
  return n == 7 || n == 8 || (n == 10 && g_str_has_prefix (digits, "400"));
}

/* Several numbers in one cell are common; every one must have the shape. */
static gboolean
are_phones (const char *text)
{
  char  digits[24];
  gsize n = 0;
  guint count = 0;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_ascii_isdigit ((char) c) && c < 128)
        {
          if (n + 1 >= sizeof digits)
            return FALSE;
          digits[n++] = (char) c;
          digits[n] = '\0';
        }
      else if (c == '\0' || c == '/' || c == ',' || c == ';' || c == 0x3001 || (c == ' ' && n >= 11))
        {
          if (n > 0 && !is_phone (digits, n))
            return FALSE;
          count += n > 0;
          n = 0;
          if (c == '\0')
            return count > 0;
        }
      else if (c != '-' && c != ' ' && c != '+' && c != '(' && c != ')')
        return FALSE;
    }
}

static void
check_phone (BjtRegisterRow *self)
{
  const char **text = &self->draft.fields[BJT_REGISTER_PHONE];

  if (*text == NULL || are_phones (*text))
    return;
  if (strspn (*text, "0123456789.") > 0 && strpbrk (*text, "Ee") != NULL && strspn (*text, "0123456789.+Ee") == strlen (*text))
    {
      *text = NULL;
      bjt_register_row_add_issue (self, BJT_SEVERITY_WARNING, "phone-damaged", BJT_REGISTER_PHONE,
                                  "the phone number was kept as a number and has lost digits");
      return;
    }
  bjt_register_row_add_issue (self, BJT_SEVERITY_WARNING, "phone-shape", BJT_REGISTER_PHONE, "the phone number has not the shape of one");
}

static void
check_presence (BjtRegisterRow *self)
{
  const char *const *fields = self->draft.fields;

  if (fields[BJT_REGISTER_ADDRESS] == NULL && fields[BJT_REGISTER_DOOR] == NULL && fields[BJT_REGISTER_BUILDING] == NULL)
    bjt_register_row_add_issue (self, BJT_SEVERITY_WARNING, "no-place", -1, "the row names no address, building or door");
  if (fields[BJT_REGISTER_PERSON_NAME] == NULL && fields[BJT_REGISTER_ID_NUMBER] != NULL)
    bjt_register_row_add_issue (self, BJT_SEVERITY_WARNING, "no-name", BJT_REGISTER_PERSON_NAME, "an identity number without a name");
}

/**
 * bjt_register_row_check:
 * @self: a row whose fields are set
 *
 * Afterwards the draft's issues are those of the row.
 */
void
bjt_register_row_check (BjtRegisterRow *self)
{
  BjtIdNumber id;

  check_id_number (self, &id);
  check_sex (self, &id);
  check_birth_date (self, &id);
  check_phone (self);
  check_presence (self);
  self->draft.issues = (const BjtDraftIssue *) (gpointer) self->issues->data;
  self->draft.n_issues = self->issues->len;
}
