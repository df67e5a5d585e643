/* bjt-print-scope.c: rows keep keys, not indexes: a choice outlives the picture. People
 * are those of the door that is looked at, papers those of the file. */
#include "bjt-print-scope.h"

#include <glib/gi18n.h>

#include "base/bjt-text.h"
#include "plan/bjt-plan-index.h"
#include "widgets/bjt-key-row.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-issues.h"
#include "workspace/bjt-workspace-meetings.h"
#include "workspace/bjt-workspace-walks.h"

#define ALL "" /* the key of everything */
#define MAX_WALKS 30

struct _BjtPrintScope
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  BjtKeyRow *walk_row;
  BjtKeyRow *grid_row;
  BjtKeyRow *building_row;
  BjtKeyRow *entrance_row;
  BjtKeyRow *level_row;
  BjtKeyRow *person_row;
  BjtKeyRow *notice_row;
  BjtKeyRow *meeting_row;

  /* Borrowed */
  BjtPage            *page;
  const BjtSheetType *type;
};

G_DEFINE_FINAL_TYPE (BjtPrintScope, bjt_print_scope, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static gboolean
is_about (BjtPrintScope *self,
          guint          kinds)
{
  return (self->type->scopes & kinds) != 0;
}

/* Places */

static void
fill_grids (BjtPrintScope *self)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);

  bjt_key_row_begin (self->grid_row);
  for (guint32 i = 0; i < picture->grids->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", bjt_picture_get_grid (picture, i)->number);
      g_autofree char *name = bjt_words_dup_grid (picture, i);

      bjt_key_row_add (self->grid_row, key, name);
    }
  if (is_about (self, BJT_SHEET_OF_COMMUNITY))
    bjt_key_row_add (self->grid_row, ALL, _("Whole community"));
  bjt_key_row_end (self->grid_row);
}

/* BJT_NO_INDEX: the whole community */
static guint32
get_grid (BjtPrintScope *self)
{
  const char *key = bjt_key_row_get_key (self->grid_row);

  return key != NULL && *key != '\0' ? bjt_picture_find_grid (bjt_page_get_picture (self->page), atoi (key)) : BJT_NO_INDEX;
}

static guint32
get_building (BjtPrintScope *self)
{
  const char *key = bjt_key_row_get_key (self->building_row);
  BjtUuid     id;

  return key != NULL && bjt_uuid_init_from_string (&id, key) ? bjt_picture_find_building (bjt_page_get_picture (self->page), &id) : BJT_NO_INDEX;
}

static gboolean
offers_building (BjtPrintScope *self,
                 guint32        building)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);

  if (is_about (self, BJT_SHEET_OF_LEVEL))
    return bjt_plan_index_get_plans (picture, building).n > 0;
  if (is_about (self, BJT_SHEET_OF_GRID) && get_grid (self) != BJT_NO_INDEX && bjt_picture_get_building (picture, building)->grid != get_grid (self))
    return FALSE;
  return bjt_picture_get_building (picture, building)->doors.n > 0;
}

static void
fill_buildings (BjtPrintScope *self)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);

  bjt_key_row_begin (self->building_row);
  if (is_about (self, BJT_SHEET_OF_COMMUNITY | BJT_SHEET_OF_GRID))
    bjt_key_row_add (self->building_row, ALL, _("All buildings"));
  for (guint32 b = 0; b < picture->buildings->len; b++)
    if (offers_building (self, b))
      {
        g_autofree char *key = bjt_uuid_dup_string (&bjt_picture_get_building (picture, b)->id);
        g_autofree char *name = bjt_words_dup_building (picture, b);

        bjt_key_row_add (self->building_row, key, name);
      }
  bjt_key_row_end (self->building_row);
}

static void
fill_entrances (BjtPrintScope *self)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  guint32     building = get_building (self);
  BjtRun      run = building != BJT_NO_INDEX ? bjt_picture_get_building (picture, building)->entrances : (BjtRun) { 0 };

  bjt_key_row_begin (self->entrance_row);
  if (is_about (self, BJT_SHEET_OF_BUILDING))
    bjt_key_row_add (self->entrance_row, ALL, _("All entrances"));
  for (guint32 e = run.first; e < run.first + run.n; e++)
    {
      g_autofree char *name = bjt_words_dup_entrance (picture, e);

      bjt_key_row_add (self->entrance_row, bjt_picture_get_entrance (picture, e)->label, name);
    }
  bjt_key_row_end (self->entrance_row);
}

static guint32
get_entrance (BjtPrintScope *self)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  const char *key = bjt_key_row_get_key (self->entrance_row);
  guint32     building = get_building (self);
  BjtRun      run = building != BJT_NO_INDEX && key != NULL && *key != '\0' ? bjt_picture_get_building (picture, building)->entrances : (BjtRun) { 0 };

  for (guint32 e = run.first; e < run.first + run.n; e++)
    if (g_strcmp0 (bjt_picture_get_entrance (picture, e)->label, key) == 0)
      return e;
  return BJT_NO_INDEX;
}

static void
fill_levels (BjtPrintScope *self)
{
  BjtPicture        *picture = bjt_page_get_picture (self->page);
  guint32            building = get_building (self);
  g_autoptr (GArray) levels = building != BJT_NO_INDEX ? bjt_plan_index_list_levels (picture, building) : NULL;

  bjt_key_row_begin (self->level_row);
  for (guint i = 0; levels != NULL && i < levels->len; i++)
    {
      int              ordinal = g_array_index (levels, int, i);
      g_autofree char *key = g_strdup_printf ("%d", ordinal);
      g_autofree char *name = bjt_picture_dup_level_label (picture, building, ordinal);

      if (bjt_plan_index_find_plan (picture, building, ordinal) != BJT_NO_INDEX)
        bjt_key_row_add (self->level_row, key, name);
    }
  bjt_key_row_end (self->level_row);
}

/* People and papers */

static void
add_people (BjtPrintScope *self,
            guint32        household)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  BjtRun      members = bjt_picture_get_household (picture, household)->members;
  gboolean    names_shown = bjt_focus_get_names_shown (bjt_page_get_focus (self->page));

  for (guint32 m = members.first; m < members.first + members.n; m++)
    {
      const BjtPicturePerson *person = bjt_picture_get_person (picture, bjt_picture_get_member (picture, m)->person);
      g_autofree char *key = bjt_uuid_dup_string (&person->id);
      g_autofree char *name = names_shown ? g_strdup (person->name) : bjt_text_mask_name (person->name);

      bjt_key_row_add (self->person_row, key, name != NULL ? name : "");
    }
}

static void
fill_people (BjtPrintScope *self)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  guint32     door = bjt_focus_get_door (bjt_page_get_focus (self->page));
  BjtRun      households = door != BJT_NO_INDEX ? bjt_picture_get_door (picture, door)->households : (BjtRun) { 0 };
  g_autofree char *place = door != BJT_NO_INDEX ? bjt_words_dup_door (picture, door) : NULL;

  bjt_key_row_begin (self->person_row);
  for (guint32 h = households.first; h < households.first + households.n; h++)
    add_people (self, h);
  bjt_key_row_end (self->person_row);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->person_row), place != NULL ? place : "");
}

static void
fill_walks (BjtPrintScope *self)
{
  BjtDate today = bjt_workspace_get_today (bjt_page_get_workspace (self->page));
  g_autoptr (GPtrArray) walks = bjt_workspace_list_walks (bjt_page_get_workspace (self->page), NULL);

  bjt_key_row_begin (self->walk_row);
  bjt_key_row_add (self->walk_row, ALL, _("New: those due"));
  for (guint i = 0; walks != NULL && i < MIN (walks->len, MAX_WALKS); i++)
    {
      const BjtWalk   *walk = walks->pdata[i];
      g_autofree char *day = bjt_words_dup_day (walk->on, today);
      g_autofree char *doors = g_strdup_printf (g_dngettext (NULL, "%u home", "%u homes", walk->door_ids->len), walk->door_ids->len);
      g_autofree char *label = g_strjoin (" · ", walk->number, day, doors, NULL);

      bjt_key_row_add (self->walk_row, walk->number, label);
    }
  bjt_key_row_end (self->walk_row);
}

static void
fill_notices (BjtPrintScope *self)
{
  g_autoptr (GPtrArray) notices = bjt_workspace_list_notices (bjt_page_get_workspace (self->page), NULL, NULL);

  bjt_key_row_begin (self->notice_row);
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const BjtNotice *notice = notices->pdata[i];
      g_autofree char *key = bjt_uuid_dup_string (&notice->id);
      g_autofree char *label = g_strjoin (" · ", notice->number, notice->recipient, NULL);

      bjt_key_row_add (self->notice_row, key, label);
    }
  bjt_key_row_end (self->notice_row);
}

static void
fill_meetings (BjtPrintScope *self)
{
  BjtDate today = bjt_workspace_get_today (bjt_page_get_workspace (self->page));
  g_autoptr (GPtrArray) meetings = bjt_workspace_list_meetings (bjt_page_get_workspace (self->page), NULL);

  bjt_key_row_begin (self->meeting_row);
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const BjtMeeting *meeting = meetings->pdata[i];
      g_autofree char  *key = bjt_uuid_dup_string (&meeting->id);
      g_autofree char  *day = bjt_words_dup_day (meeting->held_on, today);
      g_autofree char  *label = g_strjoin (" · ", day, meeting->title, NULL);

      bjt_key_row_add (self->meeting_row, key, label);
    }
  bjt_key_row_end (self->meeting_row);
}

/* Which rows there are */

static gboolean
is_new_walk (BjtPrintScope *self)
{
  const char *key = bjt_key_row_get_key (self->walk_row);

  return !is_about (self, BJT_SHEET_OF_WALK) || key == NULL || *key == '\0';
}

static void
show_rows (BjtPrintScope *self)
{
  gboolean has_grids = is_about (self, BJT_SHEET_OF_GRID) && is_new_walk (self);
  gboolean has_buildings = is_about (self, BJT_SHEET_OF_BUILDING | BJT_SHEET_OF_ENTRANCE | BJT_SHEET_OF_LEVEL);

  gtk_widget_set_visible (GTK_WIDGET (self->walk_row), is_about (self, BJT_SHEET_OF_WALK));
  gtk_widget_set_visible (GTK_WIDGET (self->grid_row), has_grids);
  gtk_widget_set_visible (GTK_WIDGET (self->building_row), has_buildings);
  gtk_widget_set_visible (GTK_WIDGET (self->entrance_row), is_about (self, BJT_SHEET_OF_ENTRANCE) && get_building (self) != BJT_NO_INDEX);
  gtk_widget_set_visible (GTK_WIDGET (self->level_row), is_about (self, BJT_SHEET_OF_LEVEL));
  gtk_widget_set_visible (GTK_WIDGET (self->person_row), is_about (self, BJT_SHEET_OF_PERSON));
  gtk_widget_set_visible (GTK_WIDGET (self->notice_row), is_about (self, BJT_SHEET_OF_NOTICE));
  gtk_widget_set_visible (GTK_WIDGET (self->meeting_row), is_about (self, BJT_SHEET_OF_MEETING));
  gtk_widget_set_visible (GTK_WIDGET (self), self->type->scopes != BJT_SHEET_OF_COMMUNITY);
}

/* From the places down: what is inside what. */
static void
fill_places (BjtPrintScope *self)
{
  fill_grids (self);
  fill_buildings (self);
  fill_entrances (self);
  fill_levels (self);
}

void
bjt_print_scope_update (BjtPrintScope *self)
{
  if (self->type == NULL || bjt_page_get_picture (self->page) == NULL)
    return;
  fill_places (self);
  if (is_about (self, BJT_SHEET_OF_PERSON))
    fill_people (self);
  if (is_about (self, BJT_SHEET_OF_WALK))
    fill_walks (self);
  if (is_about (self, BJT_SHEET_OF_NOTICE))
    fill_notices (self);
  if (is_about (self, BJT_SHEET_OF_MEETING))
    fill_meetings (self);
  show_rows (self);
}

void
bjt_print_scope_set_type (BjtPrintScope      *self,
                          const BjtSheetType *type)
{
  self->type = type;
  bjt_print_scope_update (self);
}

/* Choosing */

static void
set_building (BjtPrintScope *self,
              guint32        building)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  g_autofree char *key = building < picture->buildings->len ? bjt_uuid_dup_string (&bjt_picture_get_building (picture, building)->id) : NULL;

  if (key != NULL)
    bjt_key_row_set_key (self->building_row, key);
}

void
bjt_print_scope_show (BjtPrintScope       *self,
                      const BjtSheetScope *scope)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  g_autofree char *grid = scope->grid != BJT_NO_INDEX ? g_strdup_printf ("%d", bjt_picture_get_grid (picture, scope->grid)->number) : g_strdup (ALL);
  g_autofree char *level = g_strdup_printf ("%d", scope->level);
  g_autofree char *id = bjt_uuid_dup_string (&scope->id);

  bjt_key_row_set_key (self->grid_row, grid);
  bjt_key_row_set_key (self->walk_row, scope->number != NULL ? scope->number : ALL);
  set_building (self, scope->building);
  bjt_key_row_set_key (self->entrance_row, scope->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, scope->entrance)->label : ALL);
  bjt_key_row_set_key (self->level_row, level);
  bjt_key_row_set_key (self->person_row, id);
  bjt_key_row_set_key (self->notice_row, id);
  bjt_key_row_set_key (self->meeting_row, id);
  bjt_print_scope_update (self);
}

/**
 * bjt_print_scope_show_level:
 * @level: where it has no plan, the first that has one
 */
void
bjt_print_scope_show_level (BjtPrintScope *self,
                            guint32        building,
                            int            level)
{
  BjtSheetScope scope = { .kind = BJT_SHEET_OF_LEVEL, .grid = BJT_NO_INDEX, .building = building, .entrance = BJT_NO_INDEX, .level = level };

  bjt_print_scope_show (self, &scope);
}

static void
grid_chosen_cb (BjtPrintScope *self)
{
  fill_buildings (self);
  fill_entrances (self);
  show_rows (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
building_chosen_cb (BjtPrintScope *self)
{
  fill_entrances (self);
  fill_levels (self);
  show_rows (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
other_chosen_cb (BjtPrintScope *self)
{
  show_rows (self);
  g_signal_emit (self, changed_signal, 0);
}

/* What is chosen */

static gboolean
apply_key (BjtSheetScope *scope,
           guint          kind,
           BjtKeyRow     *row)
{
  const char *key = bjt_key_row_get_key (row);

  if (key == NULL || !bjt_uuid_init_from_string (&scope->id, key))
    return FALSE;
  scope->kind = (BjtSheetScopeKind) kind;
  return TRUE;
}

static void
apply_building (BjtPrintScope *self,
                BjtSheetScope *scope)
{
  const char *level = bjt_key_row_get_key (self->level_row);
  guint32     entrance = is_about (self, BJT_SHEET_OF_ENTRANCE) ? get_entrance (self) : BJT_NO_INDEX;

  if (!is_about (self, BJT_SHEET_OF_BUILDING | BJT_SHEET_OF_ENTRANCE | BJT_SHEET_OF_LEVEL) || get_building (self) == BJT_NO_INDEX)
    return;
  scope->building = get_building (self);
  scope->entrance = entrance;
  if (entrance != BJT_NO_INDEX)
    scope->kind = BJT_SHEET_OF_ENTRANCE;
  else if (is_about (self, BJT_SHEET_OF_BUILDING))
    scope->kind = BJT_SHEET_OF_BUILDING;
  else if (is_about (self, BJT_SHEET_OF_LEVEL) && level != NULL)
    {
      scope->kind = BJT_SHEET_OF_LEVEL;
      scope->level = atoi (level);
    }
}

void
bjt_print_scope_apply (BjtPrintScope *self,
                       BjtSheetScope *scope)
{
  *scope = (BjtSheetScope) { .kind = BJT_SHEET_OF_COMMUNITY, .grid = BJT_NO_INDEX, .building = BJT_NO_INDEX, .entrance = BJT_NO_INDEX };
  if (is_about (self, BJT_SHEET_OF_GRID) && get_grid (self) != BJT_NO_INDEX)
    {
      scope->kind = BJT_SHEET_OF_GRID;
      scope->grid = get_grid (self);
    }
  apply_building (self, scope);
  if (is_about (self, BJT_SHEET_OF_PERSON))
    apply_key (scope, BJT_SHEET_OF_PERSON, self->person_row);
  if (is_about (self, BJT_SHEET_OF_NOTICE))
    apply_key (scope, BJT_SHEET_OF_NOTICE, self->notice_row);
  if (is_about (self, BJT_SHEET_OF_MEETING))
    apply_key (scope, BJT_SHEET_OF_MEETING, self->meeting_row);
  if (!is_new_walk (self))
    {
      scope->kind = BJT_SHEET_OF_WALK;
      scope->number = g_strdup (bjt_key_row_get_key (self->walk_row));
    }
}

char *
bjt_print_scope_dup_lack (BjtPrintScope *self)
{
  BjtSheetScope scope;
  gboolean      is_whole;

  bjt_print_scope_apply (self, &scope);
  is_whole = is_about (self, scope.kind);
  g_free ((char *) scope.number);
  if (is_whole)
    return NULL;
  if (is_about (self, BJT_SHEET_OF_LEVEL))
    return g_strdup (_("There is no floor plan to print yet. Draw one, bring one in, or have a schematic one made beside the matrix."));
  if (is_about (self, BJT_SHEET_OF_PERSON))
    return g_strdup (_("Choose a home on the map or by search; whose file it is, is chosen here."));
  if (is_about (self, BJT_SHEET_OF_NOTICE))
    return g_strdup (_("No notice was written yet. Notices belong to issues; write one there."));
  if (is_about (self, BJT_SHEET_OF_MEETING))
    return g_strdup (_("No meeting is planned yet. Plan one on the page of issues."));
  return g_strdup (_("There is no grid to print yet. Buildings belong to grids; import or draw them first."));
}

/* The object */

void
bjt_print_scope_set_page (BjtPrintScope *self,
                          BjtPage       *page)
{
  self->page = page;
}

static void
bjt_print_scope_class_init (BjtPrintScopeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", BJT_TYPE_PRINT_SCOPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (BJT_TYPE_KEY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-print-scope.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtPrintScope, walk_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintScope, grid_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintScope, building_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintScope, entrance_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintScope, level_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintScope, person_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintScope, notice_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintScope, meeting_row);
  gtk_widget_class_bind_template_callback (widget_class, grid_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, building_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_chosen_cb);
}

static void
bjt_print_scope_init (BjtPrintScope *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
