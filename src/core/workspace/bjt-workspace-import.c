/* bjt-workspace-import.c: files from outside into records.
 *
 * The helper process reads the file and sends drafts; each is applied inside
 * one action. A dry run does exactly the same and rolls back, so what it
 * reports is what would happen. A row that can't be used is reported and left
 * out; what stops the reading leaves nothing behind. */
#include "bjt-workspace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bjt-import-people.h"
#include "bjt-import-places.h"
#include "bjt-import-writer.h"
#include "bjt-workspace-private.h"
#include "import/bjt-import-reader.h"
#include "store/bjt-journal.h"

/* What is to be imported into which picture, and who wants to know. */
typedef struct
{
  const BjtPicture       *picture;
  const char             *path;
  const BjtImportOptions *options;
  const char             *by;
  gint64                  now;
  BjtProgressFunc         progress;
  gpointer                progress_data;
  GCancellable           *cancellable;
} Request;

typedef struct
{
  const Request          *request;
  BjtStore               *store;
  BjtImportWriter        *writer;
  BjtImportReport        *report;
  BjtImportPlaces        *places;
  BjtImportPeople        *people;
  char                   *file_compound; /* for rows that name no compound */
  GHashTable             *known_features; /* source_ref of the base map; NULL until one is needed */
  guint                   n_rows;
  guint                   n_imported; /* rows of registers */
  guint                   n_refused;
  BjtUuidSequence         keys;
} Job;

/* Rows of registers */

static gboolean
refuse_row (Job                       *job,
            const BjtRegisterRowDraft *row,
            const char                *code,
            const char                *message)
{
  BjtDraftIssue issue = { BJT_SEVERITY_ERROR, code, NULL, message };

  bjt_import_report_add_problem (job->report, row->sheet, row->row, &issue);
  job->n_refused++;
  return TRUE;
}

static int
find_door_kind (const char *label,
                const char *words)
{
  static const struct
  {
    const char *word;
    BjtDoorKind kind;
  } kinds[] = {
    { "商铺", BJT_DOOR_SHOP }, { "门市", BJT_DOOR_SHOP }, { "底商", BJT_DOOR_SHOP }, { "车库", BJT_DOOR_GARAGE },
    { "平房", BJT_DOOR_BUNGALOW }, { "办公", BJT_DOOR_OFFICE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (label, kinds[i].word) != NULL || (words != NULL && strstr (words, kinds[i].word) != NULL))
      return kinds[i].kind;
  return BJT_DOOR_DWELLING;
}

static void
fill_place (const Job                 *job,
            const BjtRegisterRowDraft *row,
            BjtImportPlace            *place)
{
  const char *const *fields = row->fields;
  const char        *area = fields[BJT_REGISTER_AREA];
  const char        *levels = fields[BJT_REGISTER_TOTAL_LEVELS];
  const char        *elevator = fields[BJT_REGISTER_ELEVATOR];
  const char        *door = fields[BJT_REGISTER_DOOR];

  *place = (BjtImportPlace) {
    .compound = fields[BJT_REGISTER_COMPOUND] != NULL ? fields[BJT_REGISTER_COMPOUND]
                : job->request->options->compound != NULL ? job->request->options->compound
                                                         : job->file_compound,
    .building = fields[BJT_REGISTER_BUILDING],
    .entrance = fields[BJT_REGISTER_ENTRANCE],
    .level = fields[BJT_REGISTER_LEVEL],
    .door = door,
    .grid = fields[BJT_REGISTER_GRID],
    .n_levels = levels != NULL ? CLAMP (atoi (levels), 0, 199) : 0,
    .has_elevator = elevator != NULL && (g_str_has_prefix (elevator, "有") || g_str_has_prefix (elevator, "是")),
    .area_m2 = area != NULL ? g_ascii_strtod (area, NULL) : (double) NAN,
    .kind = door != NULL ? find_door_kind (door, fields[BJT_REGISTER_DOOR_KIND]) : BJT_DOOR_DWELLING,
  };
}

/* An error, or nothing that tells a place: the helper has said so. */
static gboolean
is_refused_already (const BjtRegisterRowDraft *row)
{
  for (guint i = 0; i < row->n_issues; i++)
    if (row->issues[i].severity == BJT_SEVERITY_ERROR || g_strcmp0 (row->issues[i].code, "no-place") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
apply_row (Job                       *job,
           const BjtRegisterRowDraft *row,
           GError                   **error)
{
  BjtImportPlace place;
  BjtUuid        door_id;
  gboolean       has_person = row->fields[BJT_REGISTER_PERSON_NAME] != NULL;

  job->n_rows++;
  if (is_refused_already (row))
    {
      job->n_refused++;
      return TRUE; /* reported with the draft */
    }
  fill_place (job, row, &place);
  if (place.building == NULL)
    return refuse_row (job, row, "no-building", "no building can be read from this row; give it a column or map one");
  if (place.door == NULL && has_person)
    return refuse_row (job, row, "no-door", "no door can be read from this row; give it a column or map one");
  job->n_imported++;
  if (place.door == NULL)
    return bjt_import_places_find_entrance (job->places, &place, error);
  return bjt_import_places_find_door (job->places, &place, &door_id, error)
         && (!has_person || bjt_import_people_add (job->people, row, &door_id, error));
}

/* Features of maps */

static int
find_feature_kind (BjtFeatureDraftKind kind)
{
  static const int kinds[BJT_FEATURE_DRAFT_N_KINDS] = {
    [BJT_FEATURE_DRAFT_BUILDING] = BJT_FEATURE_BUILDING, [BJT_FEATURE_DRAFT_COMPOUND] = BJT_FEATURE_AREA,
    [BJT_FEATURE_DRAFT_ENTRANCE] = BJT_FEATURE_GATE, [BJT_FEATURE_DRAFT_GATE] = BJT_FEATURE_GATE,
    [BJT_FEATURE_DRAFT_ROAD] = BJT_FEATURE_ROAD, [BJT_FEATURE_DRAFT_FOOTWAY] = BJT_FEATURE_FOOTWAY,
    [BJT_FEATURE_DRAFT_RAILWAY] = BJT_FEATURE_RAILWAY, [BJT_FEATURE_DRAFT_GREEN] = BJT_FEATURE_GREEN,
    [BJT_FEATURE_DRAFT_WATER] = BJT_FEATURE_WATER, [BJT_FEATURE_DRAFT_LAND] = BJT_FEATURE_AREA,
    [BJT_FEATURE_DRAFT_BARRIER] = BJT_FEATURE_BARRIER, [BJT_FEATURE_DRAFT_BOUNDARY] = -1,
    [BJT_FEATURE_DRAFT_POI] = BJT_FEATURE_POI,
  };

  return kinds[kind];
}

/* Reading the same map twice adds nothing twice. */
static gboolean
is_known_feature (Job        *job,
                  const char *source_id,
                  gboolean   *known,
                  GError    **error)
{
  if (job->known_features == NULL)
    {
      BjtStore *store = bjt_import_writer_get_store (job->writer, error);
      g_autoptr (GPtrArray) features = store != NULL ? bjt_store_list (store, &bjt_map_feature_type, NULL, NULL, "id", 0, error) : NULL;

      if (features == NULL)
        return FALSE;
      job->known_features = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < features->len; i++)
        if (((BjtMapFeature *) features->pdata[i])->source_ref != NULL)
          g_hash_table_add (job->known_features, g_strdup (((BjtMapFeature *) features->pdata[i])->source_ref));
    }
  *known = source_id != NULL && g_hash_table_contains (job->known_features, source_id);
  return TRUE;
}

static gboolean
insert_feature (Job                   *job,
                const BjtFeatureDraft *draft,
                GError               **error)
{
  g_autoptr (BjtMapFeature) feature = NULL;
  int      kind = find_feature_kind (draft->kind);
  gboolean known;

  if (!is_known_feature (job, draft->source_id, &known, error))
    return FALSE;
  if (kind < 0 || known)
    {
      bjt_import_report_add_count (job->report, known ? "already_there" : "not_used", 1);
      return TRUE;
    }
  feature = bjt_map_feature_new ();
  bjt_uuid_sequence_next (&job->keys, &feature->id);
  feature->kind = kind;
  feature->subkind = g_strdup (draft->subkind);
  feature->name = g_strdup (draft->name != NULL ? draft->name : draft->label);
  feature->source_ref = g_strdup (draft->source_id);
  feature->opening_hours = g_strdup (draft->opening_hours);
  feature->shape = bjt_geometry_ref (draft->geometry);
  bjt_import_report_add_count (job->report, "new_map_features", 1);
  return bjt_import_writer_take (job->writer, &bjt_map_feature_type, g_steal_pointer (&feature), error);
}

static gboolean
place_feature (Job                   *job,
               const BjtFeatureDraft *draft,
               GError               **error)
{
  if (draft->kind == BJT_FEATURE_DRAFT_BUILDING && draft->geometry->kind == BJT_GEOMETRY_POLYGON)
    return bjt_import_places_add_building (job->places, draft, error);
  if (draft->kind == BJT_FEATURE_DRAFT_COMPOUND && draft->name != NULL)
    return bjt_import_places_add_compound (job->places, draft, error);
  return insert_feature (job, draft, error);
}

static BjtPoint
unshift (BjtPoint point,
         gpointer user_data)
{
  const BjtDatum *datum = user_data;

  return bjt_datum_unshift (*datum, point);
}

static gboolean
apply_feature (Job                   *job,
               const BjtFeatureDraft *draft,
               GError               **error)
{
  BjtDatum        datum = job->request->options->datum;
  BjtFeatureDraft placed = *draft;
  g_autoptr (BjtGeometry) geometry = NULL;

  if (draft->geometry == NULL || draft->geometry->n_points == 0)
    return TRUE;
  if (draft->geometry->box.x1 < -180 || draft->geometry->box.x2 > 180 || draft->geometry->box.y1 < -90 || draft->geometry->box.y2 > 90)
    {
      BjtDraftIssue issue = { BJT_SEVERITY_ERROR, "not-on-earth", NULL, "coordinates are not longitude and latitude" };

      bjt_import_report_add_problem (job->report, "", 0, &issue);
      job->n_refused++;
      return TRUE;
    }
  job->n_rows++;
  if (datum != BJT_DATUM_CGCS2000)
    placed.geometry = geometry = bjt_geometry_map (draft->geometry, unshift, &datum);
  return place_feature (job, &placed, error);
}

static gboolean
apply_draft (const BjtDraft *draft,
             gpointer        user_data,
             GError        **error)
{
  Job *job = user_data;

  bjt_import_report_add_draft (job->report, draft);
  switch (draft->kind)
    {
    case BJT_DRAFT_REGISTER_ROW:
      return apply_row (job, &draft->row, error);
    case BJT_DRAFT_FEATURE:
      return apply_feature (job, &draft->feature, error);
    case BJT_DRAFT_FORMAT:
    case BJT_DRAFT_SHEET:
    case BJT_DRAFT_NOTICE:
    case BJT_DRAFT_DRAWING:
    case BJT_DRAFT_WORK_STRETCH:
    case BJT_DRAFT_ORDER:
    case BJT_DRAFT_PIECE:
    default:
      return TRUE;
    }
}

/* The run */

static void
forward_progress (guint64  done,
                  guint64  total,
                  gpointer user_data)
{
  Job *job = user_data;

  if (job->request->progress != NULL && total > 0)
    job->request->progress (MIN ((double) done / (double) total, 1.0), job->request->progress_data);
}

static gboolean
record_batch (Job        *job,
              const char *name,
              GError    **error)
{
  g_autoptr (BjtImportBatch) batch = bjt_import_batch_new ();

  bjt_uuid_sequence_next (&job->keys, &batch->id);
  batch->source = g_strdup (name);
  batch->rows_read = (int) job->n_rows;
  batch->rows_refused = (int) job->n_refused;
  batch->rows_imported = (int) (job->n_rows - job->n_refused);
  batch->imported_at = job->request->now;
  return bjt_store_insert (job->store, &bjt_import_batch_type, batch, error);
}

static gboolean
read_and_apply (Job     *job,
                GError **error)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (job->request->path);

  if (job->request->options->column_map != NULL)
    bjt_import_reader_set_column_map (reader, job->request->options->column_map);
  bjt_import_reader_set_progress (reader, forward_progress, job);
  return bjt_import_reader_run (reader, apply_draft, job, job->request->cancellable, error);
}

static gboolean
run_job (Job        *job,
         const char *name,
         GError    **error)
{
  const Request *request = job->request;
  g_autoptr (BjtActionScope) scope = bjt_action_scope_begin (job->store, "import", name, request->by, request->now, error);
  g_autoptr (BjtImportWriter) writer = NULL; /* gone before the scope rolls back */
  g_autoptr (BjtImportPlaces) places = NULL;
  g_autoptr (BjtImportPeople) people = NULL;

  if (scope == NULL)
    return FALSE;
  job->writer = writer = bjt_import_writer_new (job->store);
  job->places = places = bjt_import_places_new (writer, request->picture, job->report, request->now);
  job->people = people = bjt_import_people_new (writer, request->picture, job->report, request->now);
  if (!read_and_apply (job, error)
      || !bjt_import_places_finish (places, error)
      || g_cancellable_set_error_if_cancelled (request->cancellable, error)
      || bjt_import_writer_get_store (writer, error) == NULL)
    return FALSE;
  bjt_import_people_finish (people);
  bjt_import_report_add_count (job->report, "rows_imported", job->n_imported);
  bjt_import_report_add_count (job->report, "rows_refused", job->n_refused);
  if (request->options->dry_run)
    return TRUE; /* the scope rolls back */
  return record_batch (job, name, error) && bjt_action_scope_commit (scope, error);
}

/* 小区 for rows that name none: the name of the file without its ending. */
static char *
dup_file_compound (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

static BjtImportReport *
import_with (BjtStore      *store,
             const Request *request,
             GError       **error)
{
  const GArray    *compounds = request->picture->compounds;
  g_autofree char *name = g_path_get_basename (request->path);
  g_autofree char *file_compound = compounds->len == 1 ? g_strdup (bjt_picture_get_compound (request->picture, 0)->name)
                                                       : dup_file_compound (request->path);
  g_autoptr (BjtImportReport) report = bjt_import_report_new (name);
  Job job = { .request = request, .store = store, .report = report, .file_compound = file_compound };
  gboolean done;

  bjt_uuid_sequence_init (&job.keys, request->now / 1000);
  done = bjt_store_check_references (store, FALSE, error) && run_job (&job, name, error);
  done = bjt_store_check_references (store, TRUE, done ? error : NULL) && done;
  g_clear_pointer (&job.known_features, g_hash_table_unref);
  return done ? g_steal_pointer (&report) : NULL;
}

/**
 * bjt_workspace_import:
 * @path: of the file
 * @progress: (nullable): told how far the reading is
 *
 * Returns: (transfer full) (nullable): what was read, done and left out
 */
BjtImportReport *
bjt_workspace_import (BjtWorkspace           *self,
                      const char             *path,
                      const BjtImportOptions *options,
                      BjtProgressFunc         progress,
                      gpointer                user_data,
                      GCancellable           *cancellable,
                      GError                **error)
{
  Request request = {
    .picture = bjt_workspace_get_picture (self),
    .path = path,
    .options = options,
    .by = self->staff_name != NULL ? self->staff_name : g_get_user_name (),
    .now = bjt_clock_get_now (&self->clock),
    .progress = progress,
    .progress_data = user_data,
    .cancellable = cancellable,
  };
  g_autoptr (BjtImportReport) report = import_with (self->store, &request, error);

  if (report == NULL || options->dry_run)
    return g_steal_pointer (&report);
  self->is_stale = TRUE;
  bjt_workspace_emit_changed (self);
  return g_steal_pointer (&report);
}

/* In a thread of its own, over a connection of its own. */

typedef struct
{
  char            *db;
  char            *path;
  char            *by;
  BjtPicture      *picture;
  BjtImportOptions options;
  gint64           now;
  BjtProgressFunc  progress;
  gpointer         progress_data;
} AsyncJob;

static void
async_job_free (gpointer data)
{
  AsyncJob *self = data;

  g_free (self->db);
  g_free (self->path);
  g_free (self->by);
  g_free (self->options.column_map);
  g_free (self->options.compound);
  bjt_picture_unref (self->picture);
  g_free (self);
}

typedef struct
{
  AsyncJob *job;
  GTask    *task;
  double    fraction;
} ProgressNote;

static gboolean
tell_progress_cb (gpointer data)
{
  ProgressNote *note = data;

  if (!g_task_get_completed (note->task) && !g_cancellable_is_cancelled (g_task_get_cancellable (note->task)))
    note->job->progress (note->fraction, note->job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_note_free (gpointer data)
{
  g_object_unref (((ProgressNote *) data)->task);
  g_free (data);
}

static void
send_progress (double   fraction,
               gpointer user_data)
{
  GTask        *task = user_data;
  ProgressNote *note = g_new0 (ProgressNote, 1);

  note->job = g_task_get_task_data (task);
  note->task = g_object_ref (task);
  note->fraction = fraction;
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, tell_progress_cb, note, progress_note_free);
}

static void
import_worker (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  AsyncJob        *job = task_data;
  GError          *error = NULL;
  g_autoptr (BjtStore) store = bjt_store_open (job->db, BJT_STORE_READ_WRITE, &error);
  BjtImportReport *report = NULL;
  Request          request = {
    .picture = job->picture,
    .path = job->path,
    .options = &job->options,
    .by = job->by,
    .now = job->now,
    .progress = job->progress != NULL ? send_progress : NULL,
    .progress_data = task,
    .cancellable = cancellable,
  };

  if (store != NULL)
    report = import_with (store, &request, &error);
  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) bjt_import_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * bjt_workspace_import_async:
 * @progress: (nullable) (scope notified): called in the thread of the caller
 */
void
bjt_workspace_import_async (BjtWorkspace           *self,
                            const char             *path,
                            const BjtImportOptions *options,
                            BjtProgressFunc         progress,
                            gpointer                progress_data,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AsyncJob *job = g_new0 (AsyncJob, 1);

  g_task_set_source_tag (task, bjt_workspace_import_async);
  job->db = g_strdup (self->path);
  job->path = g_strdup (path);
  job->by = g_strdup (self->staff_name != NULL ? self->staff_name : g_get_user_name ());
  job->picture = bjt_picture_ref (bjt_workspace_get_picture (self));
  job->options = *options;
  job->options.column_map = g_strdup (options->column_map);
  job->options.compound = g_strdup (options->compound);
  job->now = bjt_clock_get_now (&self->clock);
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_task_data (task, job, async_job_free);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, import_worker);
}

/**
 * bjt_workspace_import_finish:
 *
 * Returns: (transfer full) (nullable): the report; after it the picture is new
 */
BjtImportReport *
bjt_workspace_import_finish (BjtWorkspace *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_autoptr (BjtImportReport) report = g_task_propagate_pointer (G_TASK (result), error);

  if (report != NULL && !bjt_workspace_refresh (self, error))
    return NULL;
  return g_steal_pointer (&report);
}
