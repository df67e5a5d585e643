/* bjt-workspace.c: opening, the picture, undo. What changes records is in
 * bjt-workspace-actions.c, imports in bjt-workspace-import.c.
 *
 * The picture is made anew after what changes ground or people; after a visit
 * or an issue only the states of the doors are read again, after drawing only
 * the plans. */
#include "bjt-workspace.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "bjt-workspace-calendar.h"
#include "bjt-workspace-private.h"
#include "plan/bjt-annotation-index.h"
#include "plan/bjt-plan-index.h"
#include "rules/bjt-rules.h"
#include "store/bjt-annotation-loader.h"
#include "store/bjt-journal.h"
#include "store/bjt-overlay-loader.h"
#include "store/bjt-picture-loader.h"
#include "store/bjt-plan-loader.h"
#include "store/bjt-store-check.h"

G_DEFINE_QUARK (bjt-workspace-error-quark, bjt_workspace_error)
G_DEFINE_FINAL_TYPE (BjtWorkspace, bjt_workspace, G_TYPE_OBJECT)

static guint changed_signal;

static void
bjt_workspace_finalize (GObject *object)
{
  BjtWorkspace *self = BJT_WORKSPACE (object);

  g_clear_pointer (&self->ledger, bjt_ledger_unref);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_clear_pointer (&self->store, bjt_store_close);
  g_clear_pointer (&self->drawings, g_ptr_array_unref);
  g_clear_pointer (&self->calendar, bjt_work_calendar_unref);
  g_free (self->path);
  g_free (self->staff_name);
  G_OBJECT_CLASS (bjt_workspace_parent_class)->finalize (object);
}

static void
bjt_workspace_class_init (BjtWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_workspace_finalize;
  changed_signal = g_signal_new ("changed", BJT_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_workspace_init (BjtWorkspace *self)
{
}

static BjtRuleSet
get_rules (const BjtPicture *picture)
{
  BjtRuleSet rules = BJT_RULE_SET_DEFAULT;

  if (picture->community.code != NULL && strlen (picture->community.code) >= 6)
    rules.county_code = picture->community.code;
  return rules;
}

static void
take_picture (BjtWorkspace *self,
              BjtPicture   *picture)
{
  g_clear_pointer (&self->picture, bjt_picture_unref);
  self->picture = picture;
  self->is_stale = FALSE;
}

/* Only here all that others wrote is read, so only here the version is noted, as
 * it was before: own actions don't change it. */
gboolean
bjt_workspace_reload (BjtWorkspace *self,
                      GError      **error)
{
  gint64      data_version = bjt_store_get_data_version (self->store);
  BjtPicture *picture = bjt_workspace_reload_calendar (self, error) ? bjt_picture_loader_load (self->store, bjt_clock_get_today (&self->clock), error) : NULL;
  BjtRuleSet  rules;

  if (picture == NULL)
    return FALSE;
  picture->soon_on = bjt_work_calendar_add_days (bjt_workspace_get_calendar (self), picture->as_of, 1);
  rules = get_rules (picture);
  bjt_rules_apply (picture, &rules);
  bjt_plan_index_fill (picture);
  bjt_annotation_index_fill (picture);
  take_picture (self, picture);
  self->data_version = data_version;
  return TRUE;
}

gboolean
bjt_workspace_reload_states (BjtWorkspace *self,
                             GError      **error)
{
  g_autoptr (GError) failure = NULL;
  BjtPicture *picture = bjt_picture_loader_reload_states (self->store, self->picture, &failure);
  BjtRuleSet  rules;

  if (picture == NULL)
    return bjt_workspace_reload (self, error);
  rules = get_rules (picture);
  bjt_rules_apply_states (picture, &rules);
  take_picture (self, picture);
  return TRUE;
}

gboolean
bjt_workspace_reload_doors (BjtWorkspace  *self,
                            const guint32 *doors,
                            guint          n_doors,
                            GError       **error)
{
  BjtPicture *picture = bjt_picture_loader_reload_doors (self->store, self->picture, doors, n_doors, error);

  if (picture == NULL)
    return FALSE;
  bjt_rules_apply_doors (picture, doors, n_doors);
  take_picture (self, picture);
  return TRUE;
}

gboolean
bjt_workspace_reload_overlays (BjtWorkspace *self,
                               GError      **error)
{
  BjtOverlayList *overlays = bjt_overlay_loader_load (self->store, error);

  if (overlays == NULL)
    return FALSE;
  take_picture (self, bjt_picture_copy_with_overlays (bjt_workspace_get_picture (self), overlays));
  return TRUE;
}

gboolean
bjt_workspace_reload_annotations (BjtWorkspace *self,
                                  GError      **error)
{
  BjtPicture *picture = bjt_workspace_get_picture (self);
  GArray     *annotations = bjt_annotation_loader_load (self->store, picture, picture->door_index, error);

  if (annotations == NULL)
    return FALSE;
  picture = bjt_picture_copy_with_annotations (picture, annotations);
  bjt_annotation_index_fill (picture);
  take_picture (self, picture);
  return TRUE;
}

/* What is noted lies on plans, and its shapes are kept with theirs. */
gboolean
bjt_workspace_reload_plans (BjtWorkspace *self,
                            GError      **error)
{
  BjtPicture *picture = bjt_plan_loader_reload (self->store, bjt_workspace_get_picture (self), error);

  if (picture == NULL)
    return FALSE;
  bjt_plan_index_fill (picture);
  take_picture (self, picture);
  return bjt_workspace_reload_annotations (self, error);
}

void
bjt_workspace_emit_changed (BjtWorkspace *self)
{
  g_signal_emit (self, changed_signal, 0);
}

gboolean
bjt_workspace_refuse (GError          **error,
                      BjtWorkspaceError code,
                      const char       *message)
{
  g_set_error_literal (error, BJT_WORKSPACE_ERROR, code, message);
  return FALSE;
}

BjtActionScope *
bjt_workspace_begin (BjtWorkspace *self,
                     const char   *kind,
                     const char   *subject,
                     GError      **error)
{
  return bjt_action_scope_begin (self->store, kind, subject, self->staff_name != NULL ? self->staff_name : g_get_user_name (),
                                 bjt_clock_get_now (&self->clock), error);
}

static gboolean
show_anew (BjtWorkspace *self,
           GError      **error)
{
  if (!bjt_workspace_reload (self, error))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

static gboolean
show_plans_anew (BjtWorkspace *self,
                 GError      **error)
{
  if (!bjt_workspace_reload_plans (self, error))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

gboolean
bjt_workspace_finish (BjtWorkspace   *self,
                      BjtActionScope *scope,
                      GError        **error)
{
  return bjt_action_scope_commit (scope, error) && show_anew (self, error);
}

gboolean
bjt_workspace_finish_states (BjtWorkspace   *self,
                             BjtActionScope *scope,
                             GError        **error)
{
  if (!bjt_action_scope_commit (scope, error) || !bjt_workspace_reload_states (self, error))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

void
bjt_workspace_init_key (BjtWorkspace *self,
                        BjtUuid      *id)
{
  if (bjt_uuid_is_nil (id))
    bjt_uuid_init_random (id, bjt_clock_get_now (&self->clock) / 1000);
}

gboolean
bjt_workspace_finish_plan (BjtWorkspace   *self,
                           BjtActionScope *scope,
                           GError        **error)
{
  return bjt_action_scope_commit (scope, error) && show_plans_anew (self, error);
}

gboolean
bjt_workspace_finish_work (BjtWorkspace   *self,
                           BjtActionScope *scope,
                           GError        **error)
{
  if (!bjt_action_scope_commit (scope, error))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

gboolean
bjt_workspace_make_file (const char     *path,
                         BjtFillFunc     fill,
                         gconstpointer   data,
                         const BjtClock *clock,
                         GError        **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".unfilled", NULL);
  BjtStore        *store;
  gboolean         done;

  if (!bjt_store_check_name_is_free (path, error))
    return FALSE;
  bjt_store_remove_unfinished (unfinished);
  if (!bjt_store_create (unfinished, error))
    return FALSE;
  store = bjt_store_open (unfinished, BJT_STORE_READ_WRITE, error);
  done = store != NULL && fill (store, data, clock, error);
  bjt_store_close (store);
  if (done && g_rename (unfinished, path) == 0)
    return TRUE;
  if (done)
    g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FAILED, "%s can't be made: %s", path, g_strerror (errno));
  bjt_store_remove_unfinished (unfinished);
  return FALSE;
}

static gboolean
fill_new_community (BjtStore       *store,
                    gconstpointer   name,
                    const BjtClock *clock,
                    GError        **error)
{
  g_autoptr (BjtActionScope) scope = bjt_action_scope_begin (store, "new", NULL, g_get_user_name (), bjt_clock_get_now (clock), error);
  g_autoptr (BjtCommunity) community = bjt_community_new ();

  if (scope == NULL)
    return FALSE;
  bjt_action_scope_set_founding (scope);
  bjt_uuid_init_random (&community->id, bjt_clock_get_now (clock) / 1000);
  community->name = g_strdup (name);
  return bjt_store_insert (store, &bjt_community_type, community, error)
         && bjt_workspace_insert_catalogue (store, error)
         && bjt_action_scope_commit (scope, error);
}

static gboolean
insert_all (BjtStore            *store,
            const BjtRecordType *type,
            const GPtrArray     *records,
            GError             **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!bjt_store_insert (store, type, records->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * bjt_workspace_insert_catalogue:
 *
 * The categories, kinds of issues and rules of cadence that a community starts
 * with.
 */
gboolean
bjt_workspace_insert_catalogue (BjtStore *store,
                                GError  **error)
{
  g_autoptr (GPtrArray) categories = bjt_rules_list_default_categories ();
  g_autoptr (GPtrArray) kinds = bjt_rules_list_default_issue_kinds ();
  g_autoptr (GPtrArray) cadence_rules = bjt_rules_list_default_cadence_rules ();

  return insert_all (store, &bjt_category_type, categories, error)
         && insert_all (store, &bjt_issue_kind_type, kinds, error)
         && insert_all (store, &bjt_cadence_rule_type, cadence_rules, error);
}

/**
 * bjt_workspace_create:
 * @path: of a file that is not there yet
 * @community_name: 江北社区
 *
 * Makes a file with one community and the default catalogue.
 */
gboolean
bjt_workspace_create (const char     *path,
                      const char     *community_name,
                      const BjtClock *clock,
                      GError        **error)
{
  return bjt_workspace_make_file (path, fill_new_community, community_name, clock, error);
}

void
bjt_workspace_warm_up (void)
{
  bjt_store_warm_up ();
}

/**
 * bjt_workspace_open:
 *
 * Returns: (transfer full) (nullable):
 */
BjtWorkspace *
bjt_workspace_open (const char     *path,
                    const BjtClock *clock,
                    GError        **error)
{
  g_autoptr (BjtWorkspace) self = g_object_new (BJT_TYPE_WORKSPACE, NULL);

  self->path = g_strdup (path);
  self->clock = *clock;
  self->store = bjt_store_open (path, BJT_STORE_READ_WRITE, error);
  if (self->store == NULL || !bjt_workspace_reload (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
bjt_workspace_get_path (BjtWorkspace *self)
{
  return self->path;
}

BjtDate
bjt_workspace_get_today (BjtWorkspace *self)
{
  return bjt_clock_get_today (&self->clock);
}

int
bjt_workspace_get_minute (BjtWorkspace *self)
{
  return bjt_time_get_local_minute (bjt_clock_get_now (&self->clock));
}

BjtPicture *
bjt_workspace_get_picture (BjtWorkspace *self)
{
  g_autoptr (GError) error = NULL;

  if (self->is_stale && !bjt_workspace_reload (self, &error))
    g_warning ("%s", error->message); /* the last one that could be read stays */
  return self->picture;
}

void
bjt_workspace_set_staff (BjtWorkspace  *self,
                         const BjtUuid *staff_id)
{
  g_autoptr (BjtStaff) staff = NULL;

  self->staff_id = *staff_id;
  g_clear_pointer (&self->staff_name, g_free);
  if (bjt_uuid_is_nil (staff_id))
    return;
  staff = bjt_store_get (self->store, &bjt_staff_type, staff_id, NULL);
  if (staff != NULL)
    self->staff_name = g_strdup (staff->name);
}

const BjtUuid *
bjt_workspace_get_staff (BjtWorkspace *self)
{
  return &self->staff_id;
}

/**
 * bjt_workspace_refresh:
 *
 * To be called when the window is looked at again and from time to time: reads
 * again when another program has written or a new day has begun.
 */
gboolean
bjt_workspace_refresh (BjtWorkspace *self,
                       GError      **error)
{
  if (bjt_store_get_data_version (self->store) == self->data_version
      && bjt_clock_get_today (&self->clock) == self->picture->as_of)
    return TRUE;
  return show_anew (self, error);
}

/* Undo */

void
bjt_action_free (BjtAction *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->subject);
  g_free (self->by);
  g_free (self);
}

static BjtAction *
take_action (BjtJournalAction *action)
{
  BjtAction *self;

  if (action == NULL)
    return NULL;
  self = g_new0 (BjtAction, 1);
  self->number = action->number;
  self->happened_at = action->happened_at;
  self->kind = g_steal_pointer (&action->kind);
  self->subject = g_steal_pointer (&action->subject);
  self->by = g_steal_pointer (&action->by);
  self->n_changes = action->n_changes;
  self->is_undone = action->is_undone;
  bjt_journal_action_free (action);
  return self;
}

BjtAction *
bjt_workspace_peek_undo (BjtWorkspace *self)
{
  return take_action (bjt_journal_peek_undo (self->store));
}

BjtAction *
bjt_workspace_peek_redo (BjtWorkspace *self)
{
  return take_action (bjt_journal_peek_redo (self->store));
}

guint
bjt_workspace_count_undo (BjtWorkspace *self)
{
  return bjt_journal_count_undo (self->store);
}

/* Whether it changed plans and nothing else. */
static gboolean
is_plan_action (BjtJournalAction *action) /* (transfer full) (nullable) */
{
  static const char *const kinds[] = { "add-plan", "change-plan", "place-plan", "edit-plan", "copy-plan", "remove-plan", "import-plan", "make-schematic",
                                       "attach-drawing", "change-drawing", "detach-drawing", NULL };
  gboolean is_one = action != NULL && g_strv_contains (kinds, action->kind);

  bjt_journal_action_free (action);
  return is_one;
}

gboolean
bjt_workspace_undo (BjtWorkspace *self,
                    GError      **error)
{
  gboolean is_of_plan = is_plan_action (bjt_journal_peek_undo (self->store));

  return bjt_journal_undo (self->store, error) && (is_of_plan ? show_plans_anew (self, error) : show_anew (self, error));
}

gboolean
bjt_workspace_redo (BjtWorkspace *self,
                    GError      **error)
{
  gboolean is_of_plan = is_plan_action (bjt_journal_peek_redo (self->store));

  return bjt_journal_redo (self->store, error) && (is_of_plan ? show_plans_anew (self, error) : show_anew (self, error));
}

/**
 * bjt_workspace_list_actions:
 *
 * Returns: (transfer full) (nullable) (element-type BjtAction): newest first
 */
GPtrArray *
bjt_workspace_list_actions (BjtWorkspace *self,
                            guint         limit,
                            GError      **error)
{
  g_autoptr (GPtrArray) journal = bjt_journal_list (self->store, limit, error);
  GPtrArray *actions;

  if (journal == NULL)
    return NULL;
  actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_action_free);
  for (guint i = 0; i < journal->len; i++)
    g_ptr_array_add (actions, take_action (g_steal_pointer (&journal->pdata[i])));
  return actions;
}

GPtrArray *
bjt_workspace_check (const char *path,
                     GError    **error)
{
  return bjt_store_check (path, error);
}
