/* bjt-work-words.c: records are named by the last characters of their key; names
 * of people are masked unless they are asked for. */
#include "bjt-work-words.h"

#include <string.h>

#include "base/bjt-text.h"
#include "model/bjt-search.h"

#define SHORT_KEY 8 /* characters */

BjtExit
bjt_work_words_read_day (const char *option,
                         const char *text,
                         BjtDate    *day)
{
  if (text == NULL)
    return BJT_EXIT_GOOD;
  *day = bjt_date_parse (text);
  return *day != BJT_DATE_NONE ? BJT_EXIT_GOOD : bjt_cli_usage (_("%s wants a day like 2026-11-22, not “%s”"), option, text);
}

BjtExit
bjt_work_words_read_minute (const char *option,
                            const char *text,
                            int        *minute)
{
  g_auto (GStrv) halves = g_strsplit (text, ":", 2);
  gint64 hours = 0, minutes = 0;

  if (g_strv_length (halves) != 2 || !g_ascii_string_to_signed (halves[0], 10, 0, 23, &hours, NULL)
      || !g_ascii_string_to_signed (halves[1], 10, 0, 59, &minutes, NULL))
    return bjt_cli_usage (_("%s wants a time like 08:30, not “%s”"), option, text);
  *minute = (int) (hours * 60 + minutes);
  return BJT_EXIT_GOOD;
}

gboolean
bjt_work_words_find_grid (BjtWorkspace *workspace,
                          int           number,
                          BjtUuid      *id)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  guint32           grid = bjt_picture_find_grid (picture, number);

  if (grid == BJT_NO_INDEX)
    {
      g_printerr (_("bjt: there is no grid %d\n"), number);
      return FALSE;
    }
  *id = bjt_picture_get_grid (picture, grid)->id;
  return TRUE;
}

/* Who of a door fits the name; all where it is NULL. */
static guint32
find_of_door (const BjtPicture *picture,
              guint32           door,
              const char       *name)
{
  BjtRun  households = bjt_picture_get_door (picture, door)->households;
  guint32 found = BJT_NO_INDEX;
  guint   n_found = 0;

  for (guint32 h = households.first; h < households.first + households.n; h++)
    {
      BjtRun members = bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members.first; m < members.first + members.n; m++)
        {
          guint32     person = bjt_picture_get_member (picture, m)->person;
          const char *own = bjt_picture_get_person (picture, person)->name;

          if (person == found || (name != NULL && (own == NULL || !g_str_has_prefix (own, name))))
            continue;
          found = person;
          n_found++;
        }
    }
  if (n_found == 1)
    return found;
  g_printerr (n_found == 0 ? _("bjt: nobody of that name belongs to this door\n") : _("bjt: several people belong to this door; say who with --person NAME\n"));
  return BJT_NO_INDEX;
}

guint32
bjt_work_words_find_person (BjtWorkspace *workspace,
                            const char   *words,
                            const char   *name)
{
  BjtPicture *picture = bjt_workspace_get_picture (workspace);
  g_autoptr (BjtSearch) search = bjt_search_new (picture);
  g_autoptr (GArray) hits = bjt_search_find (search, words, 5);
  const BjtSearchHit *best = hits->len > 0 ? &g_array_index (hits, BjtSearchHit, 0) : NULL;

  if (best == NULL || (best->kind != BJT_HIT_PERSON && best->door == BJT_NO_INDEX))
    {
      g_printerr (_("bjt: nobody is found for “%s”\n"), words);
      return BJT_NO_INDEX;
    }
  if (best->kind != BJT_HIT_PERSON)
    {
      guint32 door = bjt_cli_find_door (workspace, words);

      return door != BJT_NO_INDEX ? find_of_door (picture, door, name) : BJT_NO_INDEX;
    }
  if (hits->len > 1 && best[1].kind == BJT_HIT_PERSON && best[1].index != best->index && best[1].score == best->score)
    {
      g_printerr (_("bjt: “%s” fits several people; name the door, and who with --person NAME\n"), words);
      return BJT_NO_INDEX;
    }
  return best->index;
}

char *
bjt_work_words_dup_key (const BjtUuid *id)
{
  g_autofree char *key = bjt_uuid_dup_string (id);

  return g_strdup (key + strlen (key) - SHORT_KEY);
}

gpointer
bjt_work_words_find_key (const GPtrArray *records,
                         const char      *key)
{
  gpointer found = NULL;

  for (guint i = 0; strlen (key) >= 4 && i < records->len; i++)
    {
      g_autofree char *whole = bjt_uuid_dup_string (records->pdata[i]); /* the key is a record's first member */

      if (!g_str_has_suffix (whole, key))
        continue;
      if (found != NULL)
        {
          g_printerr (_("bjt: several keys end in “%s”; write more of it\n"), key);
          return NULL;
        }
      found = records->pdata[i];
    }
  if (found == NULL)
    g_printerr (_("bjt: nothing here has the key “%s”; the list shows the keys\n"), key);
  return found;
}

char *
bjt_work_words_dup_door (BjtWorkspace  *workspace,
                         const BjtUuid *door_id)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  guint32           door = bjt_picture_find_door (picture, door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : NULL;
}

char *
bjt_work_words_dup_person (BjtWorkspace  *workspace,
                           const BjtUuid *person_id,
                           gboolean       in_full)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);

  for (guint32 p = 0; p < picture->persons->len && !bjt_uuid_is_nil (person_id); p++)
    {
      const BjtPicturePerson *person = bjt_picture_get_person (picture, p);

      if (bjt_uuid_equal (&person->id, person_id))
        return in_full ? g_strdup (person->name) : bjt_text_mask_name (person->name);
    }
  return NULL;
}

char *
bjt_work_words_dup_staff (BjtWorkspace  *workspace,
                          const BjtUuid *staff_id)
{
  g_autoptr (GPtrArray) staff = !bjt_uuid_is_nil (staff_id) ? bjt_workspace_list_staff (workspace, NULL) : NULL;

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    if (bjt_uuid_equal (&((BjtStaff *) staff->pdata[i])->id, staff_id))
      return g_strdup (((BjtStaff *) staff->pdata[i])->name);
  return NULL;
}

char *
bjt_work_words_dup_time (gint64 time)
{
  int minute = bjt_time_get_local_minute (time);

  return time != 0 ? g_strdup_printf ("%02d:%02d", minute / 60, minute % 60) : NULL;
}

char *
bjt_work_words_dup_day (BjtDate day)
{
  return day != BJT_DATE_NONE ? bjt_date_dup_string (day) : NULL;
}
