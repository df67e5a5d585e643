/* bjt-command-print.c: sheets as files. Those that are not public are recorded. */
#include <math.h>
#include <string.h>

#include "bjt-cli.h"
#include "bjt-plan-words.h"
#include "bjt-print-register.h"
#include "bjt-work-figures.h"
#include "bjt-work-words.h"
#include "workspace/bjt-sheet-series.h"
#include "workspace/bjt-tile-opener.h"
#include "workspace/bjt-workspace-meetings.h"
#include "workspace/bjt-workspace-presets.h"
#include "workspace/bjt-workspace-walks.h"

typedef struct
{
  int      grid;
  char    *paper;
  char    *output;
  char    *purpose;
  char    *receiver;
  char    *maker;
  char    *language;
  char    *base;
  char    *person;
  char    *entrance;
  char    *of;
  char    *each;
  char    *on;
  char    *from;
  char    *to;
  char    *gap;
  char    *columns;
  char    *stock;
  char    *tile;
  char    *onto;
  char    *preset;
  char    *save_preset;
  char    *shift;
  char    *turn;
  int      copy;
  int      n_up;
  double   dpi;
  double   scale;
  double   overlap;
  double   margin;
  gboolean names;
  gboolean mono;
  gboolean binding;
  gboolean portrait;
  gboolean landscape;
  gboolean is_public;
  gboolean all;
  gboolean plain;
} PrintOptions;

static void
print_options_clear (PrintOptions *self)
{
  char **texts[] = { &self->paper, &self->output, &self->purpose, &self->receiver, &self->maker, &self->language, &self->base, &self->person,
                     &self->entrance, &self->of, &self->each, &self->on, &self->from, &self->to, &self->gap, &self->columns, &self->stock, &self->tile, &self->onto, &self->preset, &self->save_preset, &self->shift, &self->turn };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrintOptions, print_options_clear)

/* One sheet or more of one type to be written */
typedef struct
{
  const PrintOptions *options;
  BjtWorkspace       *workspace;
  BjtPicture         *picture;
  BjtSheetSpec        spec;       /* its strings are borrowed, tiles referenced */
  BjtImposition       imposition; /* the same */
  BjtSheetOrder      *preset;     /* whose strings these are; NULL: those of the options */
} Job;

static void
job_clear (Job *self)
{
  g_clear_pointer (&self->spec.options.tiles, bjt_tile_painter_unref);
  g_clear_pointer (&self->preset, bjt_sheet_order_free);
  g_clear_object (&self->workspace);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static BjtSheetLanguage
get_language (const PrintOptions *options)
{
  return g_strcmp0 (options->language, "en") == 0 ? BJT_SHEET_ENGLISH : BJT_SHEET_CHINESE;
}

static BjtGridSheetOptions
get_sheet_options (const PrintOptions *options)
{
  return (BjtGridSheetOptions) {
    .paper = options->paper,
    .orientation = options->portrait ? BJT_ORIENTATION_PORTRAIT : options->landscape ? BJT_ORIENTATION_LANDSCAPE : BJT_ORIENTATION_BEST,
    .names = options->names ? BJT_SHEET_NAMES_FULL : BJT_SHEET_NAMES_NONE,
    .is_mono = options->mono,
    .has_binding = options->binding,
    .margin = options->tile == NULL && options->onto == NULL && options->n_up == 0 ? options->margin : 0,
    .purpose = options->purpose,
    .receiver = options->receiver,
    .maker = options->maker,
    .copy_number = (guint) MAX (options->copy, 0),
    .made_on = BJT_DATE_NONE,
    .language = get_language (options),
  };
}

static BjtImposition
get_imposition (const PrintOptions *options)
{
  return (BjtImposition) {
    .nup = { options->onto, (guint) (options->n_up > 0 ? options->n_up : options->onto != NULL), options->margin },
    .is_tiled = options->tile != NULL,
    .tiling = { options->tile, options->overlap, options->margin, get_language (options) },
  };
}

/* The public twin of a sheet */
static const BjtSheetType *
find_type (const char         *name,
           const PrintOptions *options)
{
  g_autofree char *twin = options->is_public ? g_strconcat ("public-", strcmp (name, "grid-map") == 0 ? "map" : name, NULL) : NULL;

  if (options->all && strcmp (name, "grid-map") == 0)
    return bjt_sheet_catalogue_find ("atlas");
  return bjt_sheet_catalogue_find (twin != NULL ? twin : name);
}

static BjtExit
check_public (const BjtSheetType *type,
              const PrintOptions *options)
{
  if (type == NULL || type->classification != BJT_SHEET_CLASS_PUBLIC)
    return BJT_EXIT_GOOD;
  if (options->all)
    return bjt_cli_usage (_("public sheets are printed one grid at a time"));
  if (options->base != NULL)
    return bjt_cli_usage (_("a public sheet has its own base map"));
  if (options->names)
    return bjt_cli_usage (_("a public sheet carries no names"));
  return BJT_EXIT_GOOD;
}

static BjtExit
check_options (const BjtSheetType *type,
               const PrintOptions *options)
{
  BjtExit exit_code = check_public (type, options);
  GError *error = NULL;

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  if (options->output == NULL)
    return bjt_cli_usage (_("where to? Name a file that ends in .pdf, .png or .svg with -o"));
  if (type->scopes == BJT_SHEET_OF_GRID && options->grid <= 0 && options->each == NULL)
    return bjt_cli_usage (_("which grid? --grid N"));
  if (options->names && (options->purpose == NULL || *options->purpose == '\0'))
    return bjt_cli_usage (_("--names needs --purpose TEXT, which is recorded"));
  return bjt_sheet_can_write (options->output, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* What was wrong with the tiles of the base: the rest is printed. */
static void
tell_base_error (const Job *self)
{
  g_autofree char *message = self->spec.options.tiles != NULL ? bjt_tile_painter_take_error (self->spec.options.tiles) : NULL;

  if (message != NULL)
    g_printerr (_("bjt: tiles of the base map are left out: %s\n"), message);
}

/* What did not fit is told. */
static void
tell_note (BjtSheet *sheet)
{
  if (bjt_sheet_get_note (sheet) != NULL)
    g_printerr ("bjt: %s\n", bjt_sheet_get_note (sheet));
}

/* What no font here has is told. */
static void
tell_missing (BjtSheet *sheet)
{
  if (bjt_sheet_get_missing (sheet) != NULL)
    g_printerr (_("bjt: no font here has these characters, boxes stand for them: %s\n"), bjt_sheet_get_missing (sheet));
}

/* Takes @sheet; it is put on its paper, recorded, written. @print: NULL: it is public. */
static gboolean
finish_sheet (Job              *self,
              BjtPrintRegister *print,
              BjtSheet         *made,
              BjtSheetDraft    *draft,
              const char       *path,
              GError          **error)
{
  g_autoptr (BjtSheet) sheet = NULL;

  tell_note (made);
  sheet = bjt_imposition_apply (&self->imposition, made, error);
  if (sheet == NULL || !(print != NULL ? bjt_print_register_write (print, sheet, path, self->options->dpi, error) : bjt_sheet_write (sheet, path, self->options->dpi, error)))
    return FALSE;
  tell_missing (sheet);
  if (bjt_sheet_draft_get_walk_number (draft) != NULL)
    g_print ("%s\n", bjt_sheet_draft_get_walk_number (draft));
  return TRUE;
}

/* Of the spec as it is. */
static gboolean
write_sheet (Job     *self,
             GError **error)
{
  BjtSheetSpec    *spec = &self->spec;
  gboolean         is_recorded = spec->type->classification != BJT_SHEET_CLASS_PUBLIC;
  g_autofree char *path = bjt_sheet_spec_dup_path (spec, self->picture, self->options->output);
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (BjtSheetDraft) draft = NULL;
  BjtSheet        *sheet;

  if (is_recorded && !bjt_print_register_begin (&print, self->workspace, spec->type->name, bjt_sheet_spec_dup_scope (spec, self->picture), &spec->options, error))
    return FALSE;
  draft = bjt_sheet_draft_read (self->workspace, spec, error);
  sheet = draft != NULL ? bjt_sheet_draft_make (draft, error) : NULL;
  return sheet != NULL && finish_sheet (self, is_recorded ? &print : NULL, sheet, draft, path, error);
}

/* What is missing to a figure: a walk a grid, in one file. */
static gboolean
write_walks (Job             *self,
             const GPtrArray *walks,
             GError         **error)
{
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BjtSheet)  sheet = NULL;

  if (!bjt_workspace_keep_walks (self->workspace, (BjtWalk *const *) walks->pdata, walks->len, error)
      || !bjt_print_register_begin (&print, self->workspace, "walk", g_strdup (((const BjtWalk *) walks->pdata[0])->number), &self->spec.options, error))
    return FALSE;
  self->spec.scope.kind = BJT_SHEET_OF_WALK;
  for (guint i = 0; i < walks->len; i++)
    {
      g_autoptr (BjtSheetDraft) draft = NULL;
      BjtSheet                 *part;

      self->spec.scope.number = ((const BjtWalk *) walks->pdata[i])->number;
      draft = bjt_sheet_draft_read (self->workspace, &self->spec, error);
      part = draft != NULL ? bjt_sheet_draft_make (draft, error) : NULL;
      if (part == NULL)
        return FALSE;
      g_ptr_array_add (sheets, part);
    }
  sheet = bjt_atlas_new (bjt_sheet_get_title (sheets->pdata[0]), sheets, error);
  return sheet != NULL && bjt_print_register_write (&print, sheet, self->options->output, self->options->dpi, error);
}

static BjtExit
print_gap_walks (Job *self)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtDoorSet) doors = bjt_work_figures_find_gap (self->workspace, self->options->gap, self->spec.scope.grid, &exit_code);
  g_autoptr (GPtrArray)  walks = doors != NULL ? bjt_workspace_plan_walks_of (self->workspace, bjt_workspace_get_today (self->workspace), doors) : NULL;

  if (doors == NULL)
    return exit_code;
  if (!write_walks (self, walks, &error))
    return bjt_cli_refuse (error);
  for (guint i = 0; i < walks->len; i++)
    g_print ("%s\n", ((const BjtWalk *) walks->pdata[i])->number);
  return BJT_EXIT_GOOD;
}

/* Scopes */

static BjtExit
find_entrance (Job *self)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, self->spec.scope.building);

  for (guint32 e = building->entrances.first; e < building->entrances.first + building->entrances.n; e++)
    if (g_strcmp0 (bjt_picture_get_entrance (self->picture, e)->label, self->options->entrance) == 0)
      {
        self->spec.scope.entrance = e;
        self->spec.scope.kind = BJT_SHEET_OF_ENTRANCE;
        return BJT_EXIT_GOOD;
      }
  return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no entrance %s"), self->options->entrance));
}

static BjtExit
set_building (Job        *self,
              const char *words)
{
  if (words == NULL)
    return bjt_cli_usage (_("which building? bjt print building BUILDING [--entrance LABEL] -o FILE"));
  self->spec.scope.kind = BJT_SHEET_OF_BUILDING;
  self->spec.scope.building = bjt_cli_find_building (self->workspace, words);
  if (self->spec.scope.building == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  return self->options->entrance != NULL ? find_entrance (self) : BJT_EXIT_GOOD;
}

/* BUILDING:LEVEL, levels counted from 0 */
static BjtExit
set_level (Job        *self,
           const char *words)
{
  const char *colon = words != NULL ? strrchr (words, ':') : NULL;
  gint64      level = 0;
  guint32     plan;

  if (colon == NULL || !g_ascii_string_to_signed (colon + 1, 10, -99, 999, &level, NULL))
    return bjt_cli_usage (_("use: bjt print plan BUILDING:LEVEL -o FILE (0 is the ground level)"));
  plan = bjt_plan_words_find_plan (self->picture, words);
  if (plan == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  self->spec.scope.kind = BJT_SHEET_OF_LEVEL;
  self->spec.scope.building = bjt_picture_get_plan (self->picture, plan)->building;
  self->spec.scope.level = (int) level;
  return BJT_EXIT_GOOD;
}

static BjtExit
set_person (Job        *self,
            const char *words)
{
  guint32 person = words != NULL ? bjt_work_words_find_person (self->workspace, words, self->options->person) : BJT_NO_INDEX;

  if (words == NULL)
    return bjt_cli_usage (_("whose file? bjt print person WHO -o FILE"));
  if (person == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  self->spec.scope.kind = BJT_SHEET_OF_PERSON;
  self->spec.scope.id = bjt_picture_get_person (self->picture, person)->id;
  return BJT_EXIT_GOOD;
}

static BjtExit
set_notice (Job        *self,
            const char *number)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) notices = bjt_workspace_list_notices (self->workspace, NULL, &error);

  if (notices == NULL)
    return bjt_cli_refuse (error);
  self->spec.scope.kind = BJT_SHEET_OF_NOTICE;
  for (guint i = 0; i < notices->len; i++)
    if (g_strcmp0 (((const BjtNotice *) notices->pdata[i])->number, number) == 0)
      {
        self->spec.scope.id = ((const BjtNotice *) notices->pdata[i])->id;
        return BJT_EXIT_GOOD;
      }
  return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no notice %s"), number != NULL ? number : ""));
}

static BjtExit
set_meeting (Job        *self,
             const char *key)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) meetings = bjt_workspace_list_meetings (self->workspace, &error);
  const BjtMeeting     *meeting = meetings != NULL ? bjt_work_words_find_key (meetings, key != NULL ? key : "") : NULL;

  if (meetings == NULL)
    return bjt_cli_refuse (error);
  if (meeting == NULL)
    return BJT_EXIT_REFUSED;
  self->spec.scope.kind = BJT_SHEET_OF_MEETING;
  self->spec.scope.id = meeting->id;
  return BJT_EXIT_GOOD;
}

static BjtExit
set_grid (Job *self)
{
  if (self->options->grid <= 0)
    return BJT_EXIT_GOOD;
  self->spec.scope.kind = BJT_SHEET_OF_GRID;
  self->spec.scope.grid = bjt_picture_find_grid (self->picture, self->options->grid);
  if (self->spec.scope.grid == BJT_NO_INDEX)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), self->options->grid));
  return BJT_EXIT_GOOD;
}

static BjtExit
set_scope (Job        *self,
           const char *words)
{
  guint scopes = self->spec.type->scopes;

  if (scopes & BJT_SHEET_OF_BUILDING)
    return set_building (self, words);
  if (scopes & BJT_SHEET_OF_LEVEL)
    return set_level (self, words);
  if (scopes & BJT_SHEET_OF_PERSON)
    return set_person (self, words);
  if (scopes & BJT_SHEET_OF_NOTICE)
    return set_notice (self, words);
  if (scopes & BJT_SHEET_OF_MEETING)
    return set_meeting (self, words);
  if (scopes & BJT_SHEET_OF_WALK && words != NULL)
    {
      self->spec.scope.kind = BJT_SHEET_OF_WALK;
      self->spec.scope.number = words;
      return BJT_EXIT_GOOD;
    }
  return set_grid (self);
}

/* One file each */

/* Of a series: numbered, made, recorded, written. @is_blank: it has nothing to print. */
static gboolean
write_file (Job            *self,
            BjtSheetSeries *series,
            guint           index,
            gboolean       *is_blank,
            GError        **error)
{
  const BjtSheetFile   *file = g_ptr_array_index (series->files, index);
  BjtSheetSpec         *spec = &series->spec;
  gboolean              is_recorded = spec->type->classification != BJT_SHEET_CLASS_PUBLIC;
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (BjtSheet)  sheet = NULL;

  spec->options.copy_number = (guint) MAX (self->options->copy, 0);
  if (is_recorded && !bjt_print_register_begin (&print, self->workspace, spec->type->name, g_strdup (file->about), &spec->options, error))
    return FALSE;
  drafts = bjt_sheet_series_read (series, index, self->workspace, spec->options.copy_number, error);
  sheet = drafts != NULL ? bjt_sheet_series_make (drafts, error) : NULL;
  *is_blank = sheet == NULL && bjt_sheet_series_is_blank (*error);
  if (sheet == NULL)
    return FALSE;
  return finish_sheet (self, is_recorded ? &print : NULL, g_steal_pointer (&sheet), drafts->pdata[0], file->path, error);
}

static BjtExit
write_each (Job *self)
{
  g_autoptr (BjtSheetSeries) series = NULL;
  GError      *error = NULL;
  BjtSheetEach each;
  guint        n_written = 0;

  if (!bjt_sheet_each_parse (self->options->each, &each) || !bjt_sheet_each_suits (each, self->spec.type))
    return bjt_cli_usage (_("--each is grid, building or worker, as the sheet is about"));
  if (strstr (self->options->output, bjt_sheet_each_get_word (each)) == NULL)
    return bjt_cli_usage (_("the name of the file needs %s, or each would be written over the one before"), bjt_sheet_each_get_word (each));
  series = bjt_sheet_series_new (self->picture, &self->spec, each, self->options->output, &error);
  for (guint i = 0; series != NULL && i < series->files->len; i++)
    {
      g_autoptr (GError) own = NULL;
      gboolean           is_blank = FALSE;

      if (write_file (self, series, i, &is_blank, &own))
        n_written++;
      else if (!is_blank || (n_written == 0 && i + 1 == series->files->len))
        return bjt_cli_refuse (g_steal_pointer (&own));
      else
        g_printerr ("bjt: %s: %s\n", ((const BjtSheetFile *) g_ptr_array_index (series->files, i))->about, own->message);
    }
  return error == NULL ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* RIGHT,DOWN in millimetres */
static BjtExit
read_extent (Job *self)
{
  BjtSheetExtent  *extent = &self->spec.options.extent;
  g_auto (GStrv)   parts = g_strsplit (self->options->shift != NULL ? self->options->shift : "0,0", ",", 2);
  char            *ends[2] = { NULL, NULL };

  extent->denominator = self->options->scale;
  extent->shift.x = g_ascii_strtod (parts[0], &ends[0]);
  extent->shift.y = parts[1] != NULL ? g_ascii_strtod (parts[1], &ends[1]) : 0;
  if (parts[1] == NULL || *ends[0] != '\0' || *ends[1] != '\0' || !isfinite (extent->shift.x) || !isfinite (extent->shift.y))
    return bjt_cli_usage (_("--shift is how far the map goes to the right and down, in millimetres: 20,-15"));
  extent->is_fit = g_strcmp0 (self->options->turn, "fit") == 0;
  extent->turn = self->options->turn != NULL && !extent->is_fit ? g_ascii_strtod (self->options->turn, &ends[0]) : 0;
  if (*ends[0] != '\0' || !(fabs (extent->turn) <= 180))
    return bjt_cli_usage (_("--turn is fit, or degrees from -180 to 180"));
  if (!(extent->denominator == 0 || (extent->denominator >= 50 && extent->denominator <= 1e6)))
    return bjt_cli_usage (_("--scale is 1000 for 1:1000"));
  return BJT_EXIT_GOOD;
}

static BjtExit
read_parts (Job *self)
{
  static const char *const names[] = { "grids", "buildings", "entrances" };

  self->spec.parts = BJT_ATLAS_GRIDS;
  self->spec.is_plain = self->options->plain || (self->options->all && self->options->of == NULL);
  for (guint i = 0; self->options->of != NULL; i++)
    {
      if (i == G_N_ELEMENTS (names))
        return bjt_cli_usage (_("--of is grids, buildings or entrances"));
      if (strcmp (self->options->of, names[i]) != 0)
        continue;
      self->spec.parts = (BjtAtlasOf) i;
      break;
    }
  return BJT_EXIT_GOOD;
}

static BjtExit
fill_spec (Job                *self,
           const BjtSheetType *type)
{
  const PrintOptions *options = self->options;
  BjtExit             exit_code;

  bjt_sheet_spec_init (&self->spec, type);
  self->spec.options = get_sheet_options (options);
  self->imposition = get_imposition (options);
  self->spec.columns = options->columns;
  self->spec.stock = options->stock;
  if ((exit_code = bjt_work_words_read_day ("--on", options->on, &self->spec.on)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--from", options->from, &self->spec.from_on)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--to", options->to, &self->spec.to_on)) != BJT_EXIT_GOOD)
    return exit_code;
  exit_code = read_extent (self);
  return exit_code == BJT_EXIT_GOOD ? read_parts (self) : exit_code;
}

static gboolean
open_base (Job     *self,
           GError **error)
{
  g_autoptr (BjtTileSource) source = self->options->base != NULL ? bjt_tile_opener_open (self->options->base, error) : NULL;

  if (source != NULL)
    self->spec.options.tiles = bjt_tile_painter_new (source);
  return self->options->base == NULL || source != NULL;
}

/* What was printed is wanted again. */
static gboolean
save_preset (Job     *self,
             GError **error)
{
  BjtSheetOrder order = { self->spec, self->imposition, 1, NULL };

  return self->options->save_preset == NULL || bjt_workspace_save_preset (self->workspace, self->options->save_preset, &order, error);
}

/* As it was kept; for whom and what for can be told anew. */
static BjtExit
print_preset (BjtCli             *cli,
              const PrintOptions *options)
{
  g_auto (Job) self = { .options = options };
  GError *error = NULL;
  BjtExit exit_code;

  if (options->output == NULL)
    return bjt_cli_usage (_("where to? Name a file that ends in .pdf, .png or .svg with -o"));
  self.workspace = bjt_cli_open (cli, &exit_code);
  if (self.workspace == NULL)
    return exit_code;
  self.picture = bjt_workspace_get_picture (self.workspace);
  self.preset = bjt_workspace_load_preset (self.workspace, options->preset, &error);
  if (self.preset == NULL)
    return bjt_cli_refuse (error);
  self.spec = self.preset->spec;
  self.imposition = self.preset->imposition;
  self.spec.options.maker = options->maker;
  self.spec.options.copy_number = (guint) MAX (options->copy, 0);
  self.spec.options.language = self.imposition.tiling.language = get_language (options);
  if (options->purpose != NULL)
    self.spec.options.purpose = options->purpose;
  if (options->receiver != NULL)
    self.spec.options.receiver = options->receiver;
  return open_base (&self, &error) && write_sheet (&self, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
print_sheet (BjtCli             *cli,
             const PrintOptions *options,
             const BjtSheetType *type,
             const char         *words)
{
  BjtExit exit_code = check_options (type, options);
  g_auto (Job) self = { .options = options };
  GError *error = NULL;

  if (exit_code != BJT_EXIT_GOOD || (exit_code = fill_spec (&self, type)) != BJT_EXIT_GOOD)
    return exit_code;
  self.workspace = bjt_cli_open (cli, &exit_code);
  if (self.workspace == NULL)
    return exit_code;
  self.picture = bjt_workspace_get_picture (self.workspace);
  exit_code = options->each == NULL ? set_scope (&self, words) : set_grid (&self);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  if (!open_base (&self, &error))
    return bjt_cli_refuse (error);
  if (options->each != NULL)
    return write_each (&self);
  if (options->gap != NULL && strcmp (type->name, "walk") == 0)
    return print_gap_walks (&self);
  if (!write_sheet (&self, &error) || !save_preset (&self, &error))
    return bjt_cli_refuse (error);
  tell_base_error (&self);
  return BJT_EXIT_GOOD;
}

BjtExit
bjt_command_print (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  g_auto (PrintOptions) options = { .dpi = 150 };
  GOptionEntry entries[] = {
    { "grid", 'g', 0, G_OPTION_ARG_INT, &options.grid, N_ ("Number of the grid"), N_ ("N") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all, N_ ("All grids, one after the other in one file"), NULL },
    { "of", 0, 0, G_OPTION_ARG_STRING, &options.of, N_ ("An atlas of grids, buildings or entrances"), N_ ("WHAT") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &options.plain, N_ ("An atlas without overview and index"), NULL },
    { "each", 0, 0, G_OPTION_ARG_STRING, &options.each, N_ ("A file for each grid, building or worker; -o 'map-{grid}-{worker}.pdf'"), N_ ("WHAT") },
    { "entrance", 0, 0, G_OPTION_ARG_STRING, &options.entrance, N_ ("One entrance of the building"), N_ ("LABEL") },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &options.paper, N_ ("A0 … A5 or 300x500 in millimetres; as usual for the sheet when left out"), N_ ("PAPER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("File that ends in .pdf, .png or .svg"), N_ ("FILE") },
    { "names", 0, 0, G_OPTION_ARG_NONE, &options.names, N_ ("With full names; needs --purpose"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &options.purpose, N_ ("What the sheet is for"), N_ ("TEXT") },
    { "receiver", 0, 0, G_OPTION_ARG_STRING, &options.receiver, N_ ("Who receives it"), N_ ("TEXT") },
    { "maker", 0, 0, G_OPTION_ARG_STRING, &options.maker, N_ ("Who made it"), N_ ("TEXT") },
    { "copy", 0, 0, G_OPTION_ARG_INT, &options.copy, N_ ("Number of the copy"), N_ ("N") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options.dpi, N_ ("Resolution of a PNG"), N_ ("N") },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &options.mono, N_ ("For a black and white printer"), NULL },
    { "binding", 0, 0, G_OPTION_ARG_NONE, &options.binding, N_ ("With a margin to bind it at the left"), NULL },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &options.portrait, N_ ("Upright, whatever fits best"), NULL },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &options.landscape, N_ ("Across, whatever fits best"), NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &options.is_public, N_ ("The sheet for the public wall: totals only"), NULL },
    { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, N_ ("Who, when several belong to the door"), N_ ("NAME") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("Day of the log or walk; today when left out"), N_ ("DAY") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Figures of a period: its first day; else the first of the year"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Its last day; else today"), N_ ("DAY") },
    { "gap", 0, 0, G_OPTION_ARG_STRING, &options.gap, N_ ("Walk sheets of what is missing to this figure, one a grid"), N_ ("FIGURE") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &options.columns, N_ ("Columns of a ledger, separated by commas"), N_ ("NAMES") },
    { "stock", 0, 0, G_OPTION_ARG_STRING, &options.stock, N_ ("Label stock of the cards"), N_ ("NAME") },
    { "tile", 't', 0, G_OPTION_ARG_STRING, &options.tile, N_ ("On several sheets of this paper, to be glued"), N_ ("PAPER") },
    { "overlap", 0, 0, G_OPTION_ARG_DOUBLE, &options.overlap, N_ ("How far they overlap; 10 mm when left out"), N_ ("MM") },
    { "n-up", 0, 0, G_OPTION_ARG_INT, &options.n_up, N_ ("So many pages on one"), N_ ("N") },
    { "onto", 0, 0, G_OPTION_ARG_STRING, &options.onto, N_ ("Paper of --n-up, or to make one page smaller; A4 when left out"), N_ ("PAPER") },
    { "margin", 0, 0, G_OPTION_ARG_DOUBLE, &options.margin, N_ ("What the printer leaves white at each edge"), N_ ("MM") },
    { "base", 'b', 0, G_OPTION_ARG_FILENAME, &options.base, N_ ("Pack of map tiles to lay under it (MBTiles, PMTiles)"), N_ ("FILE") },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &options.preset, N_ ("The sheet that was kept under this name"), N_ ("NAME") },
    { "save-preset", 0, 0, G_OPTION_ARG_STRING, &options.save_preset, N_ ("Keep what is printed, to be printed again"), N_ ("NAME") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_ ("Scale of a map: 1000 for 1:1000; the best that fits when left out"), N_ ("N") },
    { "shift", 0, 0, G_OPTION_ARG_STRING, &options.shift, N_ ("How far its ground goes to the right and down, as far as there is room"), N_ ("MM,MM") },
    { "turn", 0, 0, G_OPTION_ARG_STRING, &options.turn, N_ ("Turn a grid map clockwise by so many degrees, or to “fit” the page; north is up when left out"), N_ ("DEGREES|fit") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options.language, N_ ("Language of the sheet: zh or en"), N_ ("WORD") },
    { NULL },
  };
  g_autofree char    *words = NULL;
  const BjtSheetType *type;
  BjtExit             exit_code;

  if (!bjt_cli_parse ("SHEET [WHAT] -o FILE", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (options.preset != NULL)
    return print_preset (cli, &options);
  type = argc > 1 ? find_type (argv[1], &options) : NULL;
  if (type == NULL)
    return bjt_cli_usage (_("use: bjt print SHEET -o FILE, where SHEET is grid-map --grid N, building BUILDING, atlas --of buildings, poster, ledger, cards, booklet --grid N, "
                            "plan BUILDING:LEVEL, walk [NUMBER], person WHO, notice NUMBER, meeting KEY, log or report"));
  words = argc > 2 ? g_strjoinv (" ", argv + 2) : NULL;
  return print_sheet (cli, &options, type, words);
}
