/* bjt-sheet-draft.c: what is read, where the workspace lives; and what is made of it,
 * in any thread. */
#include "bjt-sheet-draft-private.h"

#include <string.h>

#include "bjt-workspace-calendar.h"
#include "bjt-workspace-day-log.h"
#include "bjt-workspace-ledger.h"
#include "bjt-workspace-people.h"
#include "bjt-workspace-plans.h"
#include "bjt-workspace-staff.h"
#include "plan/bjt-plan-index.h"
#include "print/bjt-booklet.h"
#include "print/bjt-building-sheet.h"
#include "print/bjt-card-sheet.h"
#include "print/bjt-community-poster.h"
#include "print/bjt-day-log-sheet.h"
#include "print/bjt-grid-pages.h"
#include "print/bjt-ledger-sheet.h"
#include "print/bjt-person-sheet.h"
#include "print/bjt-plan-sheet.h"
#include "print/bjt-public-poster.h"
#include "print/bjt-public-sheet.h"
#include "print/bjt-report-sheet.h"
#include "print/bjt-walk-sheet.h"

#define NO_NUMBER "—" /* of a walk that is not kept */
#define MAX_MARGIN 60.0

static BjtSheet *
make_grid_map (BjtSheetDraft *self,
               GError       **error)
{
  return bjt_grid_pages_new (self->picture, self->spec.scope.grid, &self->spec.options, error);
}

static BjtPublicSheetOptions
get_public_options (const BjtSheetDraft *self)
{
  const BjtGridSheetOptions *options = &self->spec.options;

  return (BjtPublicSheetOptions) {
    .paper = options->paper,
    .is_portrait = options->orientation == BJT_ORIENTATION_PORTRAIT,
    .is_mono = options->is_mono,
    .maker = options->maker,
    .made_on = options->made_on,
    .language = options->language,
    .has_binding = options->has_binding,
    .margin = options->margin,
    .extent = options->extent,
  };
}

static BjtSheet *
make_public_map (BjtSheetDraft *self,
                 GError       **error)
{
  BjtPublicSheetOptions sheet = get_public_options (self);

  return bjt_public_sheet_new (bjt_public_grid_new_from_picture (self->picture, self->spec.scope.grid), &sheet, error);
}

static gboolean
read_poster (BjtSheetDraft *self,
             BjtWorkspace  *workspace,
             GError       **error)
{
  self->photos = bjt_workspace_load_grid_photos (workspace, error);
  return self->photos != NULL;
}

static BjtSheet *
make_poster (BjtSheetDraft *self,
             GError       **error)
{
  BjtSheet *sheet = bjt_community_poster_new (self->picture, &self->spec.options, error);

  if (sheet != NULL)
    bjt_community_poster_set_photos (BJT_COMMUNITY_POSTER (sheet), self->photos);
  return sheet;
}

static BjtSheet *
make_public_poster (BjtSheetDraft *self,
                    GError       **error)
{
  BjtPublicSheetOptions sheet = get_public_options (self);
  BjtPublicCommunity   *community = bjt_public_community_new_from_picture (self->picture);

  bjt_public_community_set_photos (community, self->photos);
  return bjt_public_poster_new (community, &sheet, error);
}

static BjtSheet *
make_building (BjtSheetDraft *self,
               GError       **error)
{
  BjtBuildingScope scope = { self->spec.scope.building, self->spec.scope.kind == BJT_SHEET_OF_ENTRANCE ? self->spec.scope.entrance : BJT_NO_INDEX };

  return bjt_building_sheet_new (self->picture, &scope, &self->spec.options, error);
}

static BjtSheet *
make_atlas (BjtSheetDraft *self,
            GError       **error)
{
  BjtAtlasForm form = { self->spec.parts, self->spec.scope.kind == BJT_SHEET_OF_GRID ? self->spec.scope.grid : BJT_NO_INDEX, self->spec.is_plain };

  return bjt_atlas_new_of (self->picture, &form, &self->spec.options, error);
}

static gboolean
read_plan (BjtSheetDraft *self,
           BjtWorkspace  *workspace,
           GError       **error)
{
  guint32 plan = bjt_plan_index_find_plan (self->picture, self->spec.scope.building, self->spec.scope.level);

  if (plan == BJT_NO_INDEX)
    return TRUE; /* told when it is made */
  self->backdrops = bjt_workspace_load_backdrops (workspace, &bjt_picture_get_plan (self->picture, plan)->id, error);
  return self->backdrops != NULL;
}

static BjtSheet *
make_plan (BjtSheetDraft *self,
           GError       **error)
{
  return bjt_plan_sheet_new (self->picture, self->spec.scope.building, self->spec.scope.level, self->backdrops, &self->spec.options, error);
}

static gboolean
read_person (BjtSheetDraft *self,
             BjtWorkspace  *workspace,
             GError       **error)
{
  self->person = bjt_workspace_load_person_file (workspace, &self->spec.scope.id, error);
  return self->person != NULL;
}

/* Without a name it would be nobody's. */
static BjtGridSheetOptions
mask_names (const BjtSheetDraft *self)
{
  BjtGridSheetOptions options = self->spec.options;

  if (options.names == BJT_SHEET_NAMES_NONE)
    options.names = BJT_SHEET_NAMES_MASKED;
  return options;
}

static BjtSheet *
make_person (BjtSheetDraft *self,
             GError       **error)
{
  BjtGridSheetOptions options = mask_names (self);

  return bjt_person_sheet_new (self->person, &options, error);
}

static gboolean
read_log (BjtSheetDraft *self,
          BjtWorkspace  *workspace,
          GError       **error)
{
  BjtDayLogScope scope = { self->spec.scope.grid, BJT_UUID_NIL, self->spec.on };

  self->report = bjt_workspace_load_day_report (workspace, &scope, error);
  return self->report != NULL;
}

static BjtSheet *
make_log (BjtSheetDraft *self,
          GError       **error)
{
  return bjt_day_log_sheet_new (self->report, &self->spec.options, error);
}

/* A new walk, which is kept, or that of the number. */
static gboolean
read_walk (BjtSheetDraft *self,
           BjtWorkspace  *workspace,
           GError       **error)
{
  const BjtSheetScope *scope = &self->spec.scope;
  BjtDate              on = self->spec.on != BJT_DATE_NONE ? self->spec.on : bjt_workspace_get_today (workspace);
  int                  grid = scope->grid != BJT_NO_INDEX ? bjt_picture_get_grid (self->picture, scope->grid)->number : 0;

  self->walk = scope->number != NULL ? bjt_workspace_find_walk (workspace, scope->number, error) : bjt_workspace_plan_walk (workspace, on, grid);
  if (self->walk == NULL)
    return FALSE;
  if (self->walk->door_ids->len == 0)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "There is nothing to print: nobody is to be visited on that day");
      return FALSE;
    }
  if (self->spec.is_trial && self->walk->number == NULL)
    self->walk->number = g_strdup (NO_NUMBER);
  return scope->number != NULL || self->spec.is_trial || bjt_workspace_keep_walk (workspace, self->walk, error);
}

static BjtSheet *
make_walk (BjtSheetDraft *self,
           GError       **error)
{
  BjtGridSheetOptions options = mask_names (self);
  g_autofree guint32 *doors = g_new (guint32, self->walk->door_ids->len);
  BjtWalkPlan         plan = { self->walk->number, self->walk->on, doors, self->walk->door_ids->len };

  for (guint i = 0; i < self->walk->door_ids->len; i++)
    doors[i] = bjt_picture_find_door (self->picture, &g_array_index (self->walk->door_ids, BjtUuid, i));
  return bjt_walk_sheet_new (self->picture, &plan, &options, error);
}

static gboolean
read_notice (BjtSheetDraft *self,
             BjtWorkspace  *workspace,
             GError       **error)
{
  self->paper = bjt_work_paper_read_notice (workspace, &self->spec.scope.id, error);
  return self->paper != NULL;
}

static gboolean
read_meeting (BjtSheetDraft *self,
              BjtWorkspace  *workspace,
              GError       **error)
{
  self->paper = bjt_work_paper_read_meeting (workspace, &self->spec.scope.id, error);
  return self->paper != NULL;
}

static BjtSheet *
make_paper (BjtSheetDraft *self,
            GError       **error)
{
  return bjt_work_paper_make (self->paper, &self->spec.options, error);
}

static gboolean
read_ledger (BjtSheetDraft *self,
             BjtWorkspace  *workspace,
             GError       **error)
{
  BjtLedger *ledger = bjt_workspace_get_ledger (workspace, error);

  if (ledger == NULL)
    return FALSE;
  self->ledger = bjt_ledger_ref (ledger);
  self->calendar = bjt_work_calendar_ref (bjt_workspace_get_calendar (workspace));
  bjt_workspace_init_ledger_filter (workspace, &self->filter);
  return TRUE;
}

static BjtSheet *
make_report (BjtSheetDraft *self,
             GError       **error)
{
  BjtWorkQuery query;

  bjt_work_query_init (&query, self->ledger, self->picture);
  query.calendar = self->calendar;
  query.grid = self->spec.scope.grid;
  if (self->spec.from_on != BJT_DATE_NONE)
    query.from_on = self->spec.from_on;
  if (self->spec.to_on != BJT_DATE_NONE)
    query.to_on = self->spec.to_on;
  if (query.from_on > query.to_on)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "The period ends before it begins");
      return NULL;
    }
  return bjt_report_sheet_new (&query, &self->spec.options, error);
}

/* The year so far, unless days are told. */
static void
set_period (BjtSheetDraft *self)
{
  int year, month, day;

  bjt_date_get_ymd (self->picture->as_of, &year, &month, &day);
  self->filter.from_on = self->spec.from_on != BJT_DATE_NONE ? self->spec.from_on : bjt_date_from_ymd (year, 1, 1);
  self->filter.to_on = self->spec.to_on;
}

static BjtSheet *
make_ledger (BjtSheetDraft *self,
             GError       **error)
{
  set_period (self);
  self->filter.grid = self->spec.scope.grid;
  return bjt_ledger_sheet_new (self->ledger, &self->filter, self->spec.columns, &self->spec.options, error);
}

static BjtSheet *
make_booklet (BjtSheetDraft *self,
              GError       **error)
{
  BjtBookletForm form = { self->spec.scope.grid, self->ledger, &self->filter };

  set_period (self);
  return bjt_booklet_new (self->picture, &form, &self->spec.options, error);
}

static BjtSheet *
make_cards (BjtSheetDraft *self,
            GError       **error)
{
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (self->picture->doors->len);
  const BjtSheetScope   *scope = &self->spec.scope;
  BjtLabelStock          stock;

  if (!bjt_label_stock_parse (self->spec.stock, &stock, error))
    return NULL;
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, d);
      guint32               grid = bjt_picture_get_building (self->picture, door->building)->grid;

      if (scope->kind == BJT_SHEET_OF_ENTRANCE ? door->entrance == scope->entrance : scope->grid == BJT_NO_INDEX || grid == scope->grid)
        bjt_door_set_add (doors, d);
    }
  return bjt_card_sheet_new (self->picture, doors, &stock, self->spec.options.language, error);
}

static const BjtSheetMaker makers[] = {
  { "grid-map", NULL, make_grid_map },
  { "building", NULL, make_building },
  { "atlas", NULL, make_atlas },
  { "plan", read_plan, make_plan },
  { "walk", read_walk, make_walk },
  { "person", read_person, make_person },
  { "notice", read_notice, make_paper },
  { "meeting", read_meeting, make_paper },
  { "log", read_log, make_log },
  { "report", read_ledger, make_report },
  { "ledger", read_ledger, make_ledger },
  { "booklet", read_ledger, make_booklet },
  { "cards", NULL, make_cards },
  { "poster", read_poster, make_poster },
  { "public-poster", read_poster, make_public_poster },
  { "public-map", NULL, make_public_map },
};

const BjtSheetMaker *
bjt_sheet_draft_find_maker (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (strcmp (makers[i].name, name) == 0)
      return &makers[i];
  return NULL;
}

void
bjt_sheet_draft_free (BjtSheetDraft *self)
{
  if (self == NULL)
    return;
  bjt_sheet_spec_clear (&self->spec);
  bjt_picture_unref (self->picture);
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  g_clear_pointer (&self->photos, g_hash_table_unref);
  g_clear_pointer (&self->person, bjt_person_file_free);
  g_clear_pointer (&self->report, bjt_day_report_free);
  g_clear_pointer (&self->walk, bjt_walk_free);
  g_clear_pointer (&self->paper, bjt_work_paper_free);
  g_clear_pointer (&self->ledger, bjt_ledger_unref);
  g_clear_pointer (&self->calendar, bjt_work_calendar_unref);
  g_free (self);
}

static gboolean
check_spec (const BjtSheetSpec *spec,
            GError            **error)
{
  gboolean has_purpose = spec->options.purpose != NULL && *spec->options.purpose != '\0';

  if ((spec->type->scopes & spec->scope.kind) == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "Say what the sheet “%s” is about", spec->type->name);
  else if (spec->options.names == BJT_SHEET_NAMES_FULL && (spec->type->settings & BJT_SHEET_TAKES_NAMES) == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "The sheet “%s” carries no names", spec->type->name);
  else if (!(spec->options.margin >= 0 && spec->options.margin <= MAX_MARGIN))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "A printer leaves 0 to %g mm white", MAX_MARGIN);
  else if (spec->options.names == BJT_SHEET_NAMES_FULL && !has_purpose)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "A sheet with names needs a purpose, which is recorded");
  else
    return TRUE;
  return FALSE;
}

/**
 * bjt_sheet_draft_read:
 *
 * Returns: (transfer full) (nullable): what the sheet prints as it is now
 */
BjtSheetDraft *
bjt_sheet_draft_read (BjtWorkspace       *workspace,
                      const BjtSheetSpec *spec,
                      GError            **error)
{
  const BjtSheetMaker      *maker = bjt_sheet_draft_find_maker (spec->type->name);
  g_autoptr (BjtSheetDraft) self = NULL;

  if (!check_spec (spec, error))
    return NULL;
  self = g_new0 (BjtSheetDraft, 1);
  self->spec = *spec;
  bjt_sheet_spec_own (&self->spec);
  self->picture = bjt_picture_ref (bjt_workspace_get_picture (workspace));
  if (maker->read != NULL && !maker->read (self, workspace, error))
    return NULL;
  return g_steal_pointer (&self);
}

BjtSheet *
bjt_sheet_draft_make (BjtSheetDraft *self,
                      GError       **error)
{
  return bjt_sheet_draft_find_maker (self->spec.type->name)->make (self, error);
}

void
bjt_sheet_draft_set_copy_number (BjtSheetDraft *self,
                                 guint          number)
{
  self->spec.options.copy_number = number;
}

void
bjt_sheet_draft_set_memory (BjtSheetDraft *self,
                            BjtGridMemory *memory)
{
  g_clear_pointer (&self->spec.options.memory, bjt_grid_memory_unref);
  self->spec.options.memory = bjt_grid_memory_ref (memory);
}

const char *
bjt_sheet_draft_get_walk_number (BjtSheetDraft *self)
{
  return self->walk != NULL && !self->spec.is_trial ? self->walk->number : NULL;
}
