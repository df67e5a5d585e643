/* bjt-id-number.c: checks length, characters, province, birth date and the
 * ISO 7064 MOD 11-2 check digit, in this order; the first fault is reported.
 *
 * A number of 15 digits (issued before 1999) has no century and no check digit:
 * it is written out as 19YY with its check digit. 81, 82 and 83 are residence
 * permits of 港澳台 residents, 91 and up begin the cards of foreigners, which
 * have the same form since 2023. No region list is kept: areas are renamed and
 * merged while the numbers stay. */
#include "bjt-id-number.h"

#include <string.h>

static const char *const provinces =
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 "
  "50 51 52 53 54 61 62 63 64 65 71 81 82 83 91 ";

static char
check_digit (const char *digits)
{
  static const int weights[17] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int              sum = 0;

  for (int i = 0; i < 17; i++)
    sum += (digits[i] - '0') * weights[i];
  return "10X98765432"[sum % 11];
}

static int
number_at (const char *text,
           int         length)
{
  int value = 0;

  for (int i = 0; i < length; i++)
    value = value * 10 + (text[i] - '0');
  return value;
}

static gboolean
known_province (const char *text)
{
  for (const char *at = provinces; *at != '\0'; at += 3)
    if (at[0] == text[0] && at[1] == text[1])
      return TRUE;
  return FALSE;
}

/* Also what a spreadsheet writes of a number that it keeps as a float. */
static gboolean
looks_like_float (const char *text)
{
  gsize digits = strspn (text, "0123456789.");

  return digits > 0 && g_ascii_isdigit (text[0]) &&
         (text[digits] == 'E' || text[digits] == 'e') &&
         (text[digits + 1] == '+' || g_ascii_isdigit (text[digits + 1]));
}

static gboolean
looks_like_other_document (const char *text,
                           gsize       length)
{
  if (length < 5 || length > 15 || !g_ascii_isalpha (text[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("-()", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gsize
copy_compact (const char *text,
              char       *compact,
              gsize       size)
{
  gsize length = 0;

  for (; *text != '\0' && length + 1 < size; text++)
    if (!g_ascii_isspace (*text) && *text != '\'')
      compact[length++] = g_ascii_toupper (*text);
  compact[length] = '\0';
  return length;
}

static BjtIdNumberStatus
check_form (const char *compact,
            gsize       length)
{
  gsize digits = strspn (compact, "0123456789");

  if (length == 0)
    return BJT_ID_NUMBER_EMPTY;
  if (looks_like_float (compact))
    return BJT_ID_NUMBER_DAMAGED;
  if (looks_like_other_document (compact, length))
    return BJT_ID_NUMBER_OTHER_DOCUMENT;
  if (length != 15 && length != 18)
    return BJT_ID_NUMBER_BAD_LENGTH;
  if (digits != length && !(length == 18 && digits == 17 && compact[17] == 'X'))
    return BJT_ID_NUMBER_BAD_CHARACTER;
  return BJT_ID_NUMBER_VALID;
}

/**
 * bjt_id_number_parse:
 * @self: (out caller-allocates): what the number tells; cleared unless valid
 * @text: (nullable): the number as it was written; blanks and a leading `'` are
 *   passed over, `x` is `X`. Full-width digits are for the caller to fold.
 *
 * Returns: %BJT_ID_NUMBER_VALID, or the first fault
 */
BjtIdNumberStatus
bjt_id_number_parse (BjtIdNumber *self,
                     const char  *text)
{
  char              compact[32];
  char              full[BJT_ID_NUMBER_SIZE];
  gsize             length;
  BjtIdNumberStatus status;
  BjtDate           born;

  *self = (BjtIdNumber){ .birth_date = BJT_DATE_NONE };
  length = copy_compact (text != NULL ? text : "", compact, sizeof compact);
  status = check_form (compact, length);
  if (status != BJT_ID_NUMBER_VALID)
    return status;
  if (length == 15)
    {
      g_snprintf (full, sizeof full, "%.6s19%.9s", compact, compact + 6);
      full[17] = check_digit (full);
      full[18] = '\0';
    }
  else
    memcpy (full, compact, sizeof full);
  if (!known_province (full))
    return BJT_ID_NUMBER_BAD_REGION;
  born = bjt_date_from_ymd (number_at (full + 6, 4), number_at (full + 10, 2), number_at (full + 12, 2));
  if (born == BJT_DATE_NONE || number_at (full + 6, 4) < 1800)
    return BJT_ID_NUMBER_BAD_DATE;
  if (full[17] != check_digit (full))
    return strcmp (full + 15, "000") == 0 ? BJT_ID_NUMBER_DAMAGED : BJT_ID_NUMBER_BAD_CHECK_DIGIT;
  memcpy (self->text, full, sizeof full);
  self->birth_date = born;
  self->sex = (full[16] - '0') % 2 == 1 ? BJT_ID_SEX_MALE : BJT_ID_SEX_FEMALE;
  self->legacy = length == 15;
  return BJT_ID_NUMBER_VALID;
}

/**
 * bjt_id_number_status_get_code:
 * @status: a status
 *
 * Returns: (transfer none): the code used in reports, such as `id-bad-check-digit`
 */
const char *
bjt_id_number_status_get_code (BjtIdNumberStatus status)
{
  switch (status)
    {
    case BJT_ID_NUMBER_VALID:
      return "id-valid";
    case BJT_ID_NUMBER_EMPTY:
      return "id-empty";
    case BJT_ID_NUMBER_DAMAGED:
      return "id-damaged";
    case BJT_ID_NUMBER_BAD_LENGTH:
      return "id-bad-length";
    case BJT_ID_NUMBER_BAD_CHARACTER:
      return "id-bad-character";
    case BJT_ID_NUMBER_BAD_REGION:
      return "id-bad-region";
    case BJT_ID_NUMBER_BAD_DATE:
      return "id-bad-date";
    case BJT_ID_NUMBER_BAD_CHECK_DIGIT:
      return "id-bad-check-digit";
    case BJT_ID_NUMBER_OTHER_DOCUMENT:
      return "id-other-document";
    default:
      return "id-unknown";
    }
}
