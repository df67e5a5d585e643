/* bjt-id-number.h: the citizen identity number (GB 11643) and what it tells.
 */
#pragma once

#include "base/bjt-date.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_ID_NUMBER_VALID,
  BJT_ID_NUMBER_EMPTY,
  BJT_ID_NUMBER_DAMAGED,         /* a spreadsheet kept it as a float: digits are lost */
  BJT_ID_NUMBER_BAD_LENGTH,
  BJT_ID_NUMBER_BAD_CHARACTER,
  BJT_ID_NUMBER_BAD_REGION,
  BJT_ID_NUMBER_BAD_DATE,
  BJT_ID_NUMBER_BAD_CHECK_DIGIT,
  BJT_ID_NUMBER_OTHER_DOCUMENT,  /* passport, permit: letters, nothing to check */
} BjtIdNumberStatus;

typedef enum
{
  BJT_ID_SEX_UNKNOWN = 0, /* GB/T 2261.1 */
  BJT_ID_SEX_MALE = 1,
  BJT_ID_SEX_FEMALE = 2,
} BjtIdSex;

#define BJT_ID_NUMBER_SIZE 19 /* 18 characters and the final NUL */

typedef struct
{
  char     text[BJT_ID_NUMBER_SIZE]; /* 18 characters, also for a 15-digit number; "" unless valid */
  BjtDate  birth_date;
  BjtIdSex sex;
  gboolean legacy;                   /* was written with 15 digits */
} BjtIdNumber;

BjtIdNumberStatus bjt_id_number_parse (BjtIdNumber *self, const char *text);
const char       *bjt_id_number_status_get_code (BjtIdNumberStatus status);

G_END_DECLS
