/* bjt-command.c: a short table, and for printing one command a grid. */
#include "bjt-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/bjt-text.h"
#include "geo/bjt-coordinates.h"
#include "geo/bjt-mercator.h"
#include "widgets/bjt-words.h"

static const struct
{
  const char *action;
  const char *title;
} commands[] = {
  { "win.import", N_("Import") },
  { "win.new-building", N_("New building") },
  { "win.place-plan", N_("Put a floor plan on the map") },
  { "win.import-plan", N_("Bring in a drawing of a floor plan") },
  { "win.edit-building", N_("Lay out building") },
  { "win.orders", N_("Orders of the hotline 12345") },
  { "win.meetings", N_("Meetings about issues") },
  { "win.campaigns", N_("Campaigns") },
  { "win.prints", N_("Register of prints") },
  { "win.paste-message", N_("Paste a message as issue") },
  { "win.history", N_("History") },
  { "win.curtain", N_("Privacy curtain") },
  { "win.show-help-overlay", N_("Keyboard shortcuts") },
};

BjtCommand *
bjt_command_copy (const BjtCommand *self)
{
  BjtCommand *copy = g_new0 (BjtCommand, 1);

  *copy = *self;
  copy->title = g_strdup (self->title);
  copy->number = g_strdup (self->number);
  return copy;
}

void
bjt_command_free (BjtCommand *self)
{
  g_free (self->title);
  g_free (self->number);
  g_free (self);
}

static gboolean
holds_every_word (const char *title,
                  const char *query)
{
  g_autofree char *folded_title = g_utf8_casefold (title, -1);
  g_autofree char *folded_query = g_utf8_casefold (query, -1);
  g_auto (GStrv) words = g_strsplit_set (folded_query, " \t", -1);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (strstr (folded_title, words[i]) == NULL)
        return FALSE;
      n_words++;
    }
  return n_words > 0;
}

static gboolean
begins_with_initials (const char *title,
                      const char *query)
{
  g_autofree char *initials = bjt_text_dup_pinyin_initials (title);

  return initials != NULL && strlen (query) >= 2 && g_ascii_strncasecmp (initials, query, strlen (query)) == 0;
}

/* Takes the title. */
static void
add_if_meant (GPtrArray  *found,
              const char *query,
              const char *action,
              char       *title,
              int         grid)
{
  BjtCommand *command;

  if (!holds_every_word (title, query) && !begins_with_initials (title, query))
    {
      g_free (title);
      return;
    }
  command = g_new0 (BjtCommand, 1);
  command->action = action;
  command->title = title;
  command->grid = grid;
  g_ptr_array_add (found, command);
}

static void
add_go_to (GPtrArray        *found,
           const BjtPicture *picture,
           const char       *query)
{
  BjtPoint near = { (picture->extent.x1 + picture->extent.x2) / 2, (picture->extent.y1 + picture->extent.y2) / 2 };
  g_autofree char *text = NULL;
  BjtCommand *command;
  BjtPoint place;

  near = bjt_box_is_empty (&picture->extent) ? (BjtPoint) { 105, 35 } : bjt_mercator_unproject (near);
  if (!bjt_coordinates_parse (query, near, &place))
    return;
  text = bjt_coordinates_format (BJT_COORDINATE_STYLE_DECIMAL, place);
  command = g_new0 (BjtCommand, 1);
  command->action = "win.go-to";
  /* Translators: %s is longitude and latitude */
  command->title = g_strdup_printf (_("Go to %s"), text);
  command->place = place;
  g_ptr_array_add (found, command);
}

/* 1123-3-1, as typed or scanned from the sheet */
static void
add_walk (GPtrArray  *found,
          const char *query)
{
  BjtCommand *command;

  if (!g_regex_match_simple ("^[0-9]{4}-[0-9]{1,4}-[0-9]{1,4}$", query, 0, 0))
    return;
  command = g_new0 (BjtCommand, 1);
  command->action = "win.walk";
  /* Translators: %s is the number on a walk sheet */
  command->title = g_strdup_printf (_("Enter walk sheet %s"), query);
  command->number = g_strdup (query);
  g_ptr_array_add (found, command);
}

GPtrArray *
bjt_command_find (const BjtPicture *picture,
                  const char       *query,
                  guint             limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_command_free);

  add_walk (found, query);
  add_go_to (found, picture, query);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    add_if_meant (found, query, commands[i].action, g_strdup (_(commands[i].title)), 0);
  for (guint32 i = 0; i < picture->grids->len; i++)
    {
      g_autofree char *name = bjt_words_dup_grid (picture, i);

      /* Translators: %s is a grid; typed in the search field, with or without the space */
      add_if_meant (found, query, "win.print-grid", g_strdup_printf (_("Print %s"), name),
                    bjt_picture_get_grid (picture, i)->number);
    }
  if (found->len > limit)
    g_ptr_array_set_size (found, (int) limit);
  return found;
}
