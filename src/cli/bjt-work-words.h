/* bjt-work-words.h: days, keys, grids and people as the commands of the working
 * day name them.
 */
#pragma once

#include "bjt-cli.h"

G_BEGIN_DECLS

BjtExit     bjt_work_words_read_day (const char *option, const char *text, BjtDate *day); /* NULL: stays */
BjtExit     bjt_work_words_read_minute (const char *option, const char *text, int *minute); /* 08:30 */
gboolean    bjt_work_words_find_grid (BjtWorkspace *workspace, int number, BjtUuid *id); /* FALSE after printing why */
guint32     bjt_work_words_find_person (BjtWorkspace *workspace, const char *words, const char *name); /* a person or a door, and who of it; BJT_NO_INDEX after printing why */
char       *bjt_work_words_dup_key (const BjtUuid *id); /* its last characters */
gpointer    bjt_work_words_find_key (const GPtrArray *records, const char *key); /* borrowed; NULL after printing why */
char       *bjt_work_words_dup_door (BjtWorkspace *workspace, const BjtUuid *door_id);
char       *bjt_work_words_dup_person (BjtWorkspace *workspace, const BjtUuid *person_id, gboolean in_full); /* NIL: NULL */
char       *bjt_work_words_dup_staff (BjtWorkspace *workspace, const BjtUuid *staff_id);
char       *bjt_work_words_dup_time (gint64 time);   /* 08:30 of its day; NULL: not known */
char       *bjt_work_words_dup_day (BjtDate day); /* NULL: not known */

G_END_DECLS
