/* bjt-date.h: a calendar day as one integer.
 *
 * Days since 1970-01-01 in the proleptic Gregorian calendar; sorts, subtracts
 * and packs into arrays. BJT_DATE_NONE is "not known".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 BjtDate;

#define BJT_DATE_NONE G_MININT32
#define BJT_DATE_STRING_SIZE 11 /* "2026-11-22" and the final NUL */

BjtDate bjt_date_from_ymd (int year, int month, int day);
void    bjt_date_get_ymd (BjtDate self, int *year, int *month, int *day);
BjtDate bjt_date_parse (const char *text);
void    bjt_date_format (BjtDate self, char text[BJT_DATE_STRING_SIZE]);
char   *bjt_date_dup_string (BjtDate self);
BjtDate bjt_date_add_months (BjtDate self, int months);
int     bjt_date_get_age (BjtDate born, BjtDate on);
int     bjt_date_get_weekday (BjtDate self);

G_END_DECLS
