/* bjt-command-address.c: addresses from standard input to JSON lines. */
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "bjt-cli.h"
#include "model/bjt-address.h"

static void
add (JsonBuilder *builder,
     const char  *name,
     const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static char *
to_json (const BjtAddress *address)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add (builder, "raw", address->raw);
  add (builder, "compound", address->compound);
  add (builder, "building", address->building);
  add (builder, "entrance", address->entrance);
  add (builder, "level", address->level);
  add (builder, "door", address->door);
  add (builder, "rest", address->rest);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

BjtExit
bjt_command_address (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  char   *line = NULL;
  size_t  capacity = 0;
  ssize_t length;

  if (argc != 1)
    return bjt_cli_usage (_("use: bjt address < FILE"));
  while ((length = getline (&line, &capacity, stdin)) >= 0)
    {
      g_autoptr (BjtAddress) address = NULL;
      g_autofree char *text = NULL;

      while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        line[--length] = '\0';
      address = bjt_address_parse (line);
      text = to_json (address);
      puts (text);
    }
  free (line);
  return BJT_EXIT_GOOD;
}
