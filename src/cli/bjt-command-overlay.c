/* bjt-command-overlay.c: layers of one's own over the map. Whatever changes
 * them is one step that bjt undo takes back. */
#include "bjt-cli.h"

#include <math.h>
#include <string.h>

#include "workspace/bjt-overlay-file.h"

typedef struct
{
  BjtCli           *cli;
  BjtWorkspace     *workspace;
  char            **arguments; /* after the word for what to do */
  guint             n_arguments;
  BjtOverlayOptions options;
} Overlays;

/* list */

static const char *
tell_kind (const BjtOverlayLayer *layer)
{
  static const char *const words[] = { "points", "lines", "areas" };
  const BjtOverlayShape   *first = layer->shapes->len > 0 ? layer->shapes->pdata[0] : NULL;

  for (guint i = 1; i < layer->shapes->len; i++)
    if (((BjtOverlayShape *) layer->shapes->pdata[i])->shape->kind != first->shape->kind)
      return "mixed";
  return first != NULL ? words[first->shape->kind] : NULL;
}

static BjtExit
run_list (Overlays *self)
{
  static const char *const columns[] = { "number", "name", "shown", "colour", "opacity", "shapes", "kind", "label_column", "source", NULL };
  const BjtOverlayList    *list = bjt_workspace_get_picture (self->workspace)->overlays;
  g_autoptr (BjtListing)   listing = bjt_listing_new (columns);

  for (guint i = 0; i < bjt_overlay_list_get_n (list); i++)
    {
      const BjtOverlayLayer *layer = bjt_overlay_list_get (list, i);
      char                   opacity[G_ASCII_DTOSTR_BUF_SIZE];

      bjt_listing_add_int (listing, i + 1);
      bjt_listing_add_text (listing, layer->overlay->name);
      bjt_listing_add_text (listing, layer->overlay->is_shown ? "yes" : "no");
      bjt_listing_add_text (listing, layer->overlay->colour);
      bjt_listing_add_text (listing, g_ascii_formatd (opacity, sizeof opacity, "%.2f", layer->overlay->opacity));
      bjt_listing_add_int (listing, layer->shapes->len);
      bjt_listing_add_text (listing, tell_kind (layer));
      bjt_listing_add_text (listing, layer->overlay->label_column);
      bjt_listing_add_text (listing, layer->overlay->source);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* Changes */

static BjtExit
run_add (Overlays *self)
{
  GError                    *error = NULL;
  g_autoptr (BjtOverlayFile) file = NULL;

  if (self->n_arguments != 1)
    return bjt_cli_usage (_("use: bjt overlay add FILE [--name NAME] [--label COLUMN] [--colour #8e44ad]"));
  file = bjt_overlay_file_read (self->arguments[0], &self->options, NULL, &error);
  if (file == NULL || !bjt_workspace_add_overlay (self->workspace, file, &error))
    return bjt_cli_refuse (error);
  g_print (_("%u shapes\n"), file->shapes->len);
  if (file->n_left_out > 0)
    g_printerr (_("bjt: %u shapes near the poles are left out\n"), file->n_left_out);
  return BJT_EXIT_GOOD;
}

/* By name, else by its number in the list; NULL after printing why. */
static BjtOverlay *
find_overlay (Overlays *self)
{
  const BjtOverlayList *list = bjt_workspace_get_picture (self->workspace)->overlays;
  guint                 n = bjt_overlay_list_get_n (list);
  char                 *end;
  guint64               number;

  if (self->n_arguments == 0)
    {
      g_printerr (_("bjt: which layer? bjt overlay list shows them\n"));
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (bjt_overlay_list_get (list, i)->overlay->name, self->arguments[0]) == 0)
      return bjt_overlay_copy (bjt_overlay_list_get (list, i)->overlay);
  number = g_ascii_strtoull (self->arguments[0], &end, 10);
  if (*end == '\0' && number >= 1 && number <= n)
    return bjt_overlay_copy (bjt_overlay_list_get (list, (guint) number - 1)->overlay);
  g_printerr (_("bjt: there is no layer “%s”; bjt overlay list shows them\n"), self->arguments[0]);
  return NULL;
}

static BjtExit
change (Overlays         *self,
        const BjtOverlay *overlay)
{
  GError *error = NULL;

  return bjt_workspace_change_overlay (self->workspace, overlay, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_switch (Overlays *self,
            gboolean  is_shown)
{
  g_autoptr (BjtOverlay) overlay = find_overlay (self);

  if (overlay == NULL)
    return BJT_EXIT_REFUSED;
  overlay->is_shown = is_shown;
  return change (self, overlay);
}

static BjtExit
run_show (Overlays *self)
{
  return run_switch (self, TRUE);
}

static BjtExit
run_hide (Overlays *self)
{
  return run_switch (self, FALSE);
}

/* One action for each thing that changes. */
static BjtExit
run_set (Overlays *self)
{
  g_autoptr (BjtOverlay) overlay = find_overlay (self);
  BjtExit                exit_code = BJT_EXIT_GOOD;

  if (overlay == NULL)
    return BJT_EXIT_REFUSED;
  if (self->options.name != NULL)
    {
      g_free (overlay->name);
      overlay->name = g_strdup (self->options.name);
      exit_code = change (self, overlay);
    }
  if (self->options.colour != NULL)
    {
      g_free (overlay->colour);
      overlay->colour = g_strdup (self->options.colour);
    }
  if (!isnan (self->options.opacity))
    overlay->opacity = self->options.opacity;
  return exit_code == BJT_EXIT_GOOD ? change (self, overlay) : exit_code;
}

static BjtExit
run_remove (Overlays *self)
{
  g_autoptr (BjtOverlay) overlay = find_overlay (self);
  GError                *error = NULL;

  if (overlay == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_remove_overlay (self->workspace, &overlay->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
move (Overlays *self,
      int       steps)
{
  g_autoptr (BjtOverlay) overlay = find_overlay (self);
  GError                *error = NULL;

  if (overlay == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_move_overlay (self->workspace, &overlay->id, steps, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_raise (Overlays *self)
{
  return move (self, 1);
}

static BjtExit
run_lower (Overlays *self)
{
  return move (self, -1);
}

static const struct
{
  const char *name;
  BjtExit (*func) (Overlays *self);
} verbs[] = {
  { "list", run_list }, { "add", run_add }, { "show", run_show }, { "hide", run_hide }, { "set", run_set },
  { "raise", run_raise }, { "lower", run_lower }, { "remove", run_remove },
};

static BjtExit
run (Overlays   *self,
     const char *name)
{
  BjtExit exit_code;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (BjtWorkspace) workspace = NULL;

      if (strcmp (verbs[i].name, name) != 0)
        continue;
      self->workspace = workspace = bjt_cli_open (self->cli, &exit_code);
      return workspace != NULL ? verbs[i].func (self) : exit_code;
    }
  return bjt_cli_usage (_("use: bjt overlay list|add FILE|show|hide|set|raise|lower|remove LAYER"));
}

BjtExit
bjt_command_overlay (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  Overlays         self = { .cli = cli, .options = BJT_OVERLAY_OPTIONS_DEFAULT };
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *colour = NULL;
  g_autofree char *datum = NULL;
  double           opacity = (double) NAN;
  GOptionEntry     entries[] = {
    { "name", 'n', 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the layer"), N_ ("NAME") },
    { "label", 'l', 0, G_OPTION_ARG_STRING, &label, N_ ("Column of the file that holds the labels"), N_ ("COLUMN") },
    { "colour", 'c', 0, G_OPTION_ARG_STRING, &colour, N_ ("Colour like #8e44ad"), N_ ("COLOUR") },
    { "opacity", 'o', 0, G_OPTION_ARG_DOUBLE, &opacity, N_ ("Opacity of areas, 0 to 1"), N_ ("N") },
    { "datum", 0, 0, G_OPTION_ARG_STRING, &datum, N_ ("What the file's coordinates are: cgcs2000 (as they are), gcj02 or bd09 (converted)"), N_ ("DATUM") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (datum != NULL && !bjt_datum_init_from_name (&self.options.datum, datum))
    return bjt_cli_usage (_("--datum is cgcs2000, gcj02 or bd09"));
  if (!isnan (opacity) && !(opacity >= 0 && opacity <= 1))
    return bjt_cli_usage (_("--opacity is 0 to 1"));
  self.options.name = name;
  self.options.label_column = label;
  self.options.colour = colour;
  if (argc >= 2 && (strcmp (argv[1], "set") == 0 || !isnan (opacity)))
    self.options.opacity = opacity;
  self.arguments = argv + 2;
  self.n_arguments = (guint) MAX (argc, 2) - 2;
  return run (&self, argc >= 2 ? argv[1] : "");
}
