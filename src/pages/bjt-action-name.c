/* bjt-action-name.c: the kinds are those the workspace writes; one that is not
 * known here (made by a later version) shows as it is. */
#include "bjt-action-name.h"

#include <glib/gi18n.h>

static const struct
{
  const char *kind;
  const char *name;
} names[] = {
  { "record-visit", N_("Record visit") },
  { "record-visits", N_("Record visits") },
  { "correct-visit", N_("Correct visit") },
  { "remove-visit", N_("Remove visit") },
  { "record-event", N_("Record event") },
  { "remove-event", N_("Remove event") },
  { "map-form", N_("Map fields of form") },
  { "close-period", N_("Close period") },
  { "save-preset", N_("Keep preset of prints") },
  { "remove-preset", N_("Remove preset of prints") },
  { "add-cadence", N_("Add rule of cadence") },
  { "change-cadence", N_("Change rule of cadence") },
  { "remove-cadence", N_("Remove rule of cadence") },
  { "report-issue", N_("Report issue") },
  { "advance-issue", N_("Advance issue") },
  { "change-issue", N_("Change issue") },
  { "change-issue-doors", N_("Change doors concerned") },
  { "add-issue-photo", N_("Add photo to issue") },
  { "set-staff-photo", N_("Change photo of") },
  { "serve-notice", N_("Serve notice") },
  { "receive-notice", N_("Note receipt of notice") },
  { "add-partner", N_("Add partner") },
  { "plan-meeting", N_("Plan meeting of") },
  { "change-meeting", N_("Change meeting of") },
  { "remove-meeting", N_("Remove meeting of") },
  { "add-topic", N_("Add topic to meeting of") },
  { "add-topics", N_("Add topics to meeting of") },
  { "move-topic", N_("Reorder topics of meeting of") },
  { "remove-topic", N_("Remove topic from meeting of") },
  { "decide-topic", N_("Note decision of meeting of") },
  { "finish-topic", N_("Finish task of meeting of") },
  { "reopen-topic", N_("Reopen task of meeting of") },
  { "import-calendar", N_("Bring in days off") },
  { "remove-calendar", N_("Take away days off") },
  { "change-partner", N_("Change partner") },
  { "import-orders", N_("Import orders") },
  { "place-order", N_("Place order") },
  { "return-order", N_("Send order back") },
  { "merge-order", N_("Merge order") },
  { "keep-order", N_("Keep order apart") },
  { "override-class", N_("Set household class") },
  { "override-classes", N_("Set household classes") },
  { "tick-category", N_("Tick category") },
  { "untick-category", N_("Untick category") },
  { "mark-door", N_("Mark door") },
  { "mark-doors", N_("Mark doors") },
  { "add-annotation", N_("Add note") },
  { "change-annotation", N_("Change note") },
  { "settle-annotation", N_("Settle note") },
  { "reopen-annotation", N_("Reopen note") },
  { "remove-annotation", N_("Remove note") },
  { "begin-patrol", N_("Begin patrol of grid") },
  { "end-patrol", N_("End patrol of grid") },
  { "record-patrol", N_("Record patrol of grid") },
  { "remove-patrol", N_("Remove patrol of grid") },
  { "attach-to-patrol", N_("Found on patrol of grid") },
  { "add-task", N_("Add task") },
  { "change-task", N_("Change task") },
  { "end-task", N_("End task") },
  { "complete-task", N_("Complete task") },
  { "add-service", N_("Record service") },
  { "remove-service", N_("Remove service") },
  { "add-need", N_("Note need") },
  { "settle-need", N_("Settle need") },
  { "reopen-need", N_("Reopen need") },
  { "add-helper", N_("Add helper") },
  { "end-helper", N_("End help") },
  { "print-sheet", N_("Print sheet") },
  { "return-copies", N_("Take back copies") },
  { "keep-walk", N_("Print walk sheet") },
  { "save-visit-plan", N_("Save visit routes") },
  { "note-visit-plan", N_("Note what came of visit routes") },
  { "close-visit-plan", N_("Close visit routes") },
  { "remove-visit-plan", N_("Remove visit routes") },
  { "add-campaign", N_("New campaign") },
  { "add-campaign-homes", N_("Add homes to campaign") },
  { "mark-campaign-homes", N_("Mark homes of campaign") },
  { "close-campaign", N_("Close campaign") },
  { "reopen-campaign", N_("Reopen campaign") },
  { "remove-campaign", N_("Remove campaign") },
  { "set-staff-sex", N_("Say who is a woman:") },
  { "set-visit-rules", N_("Change rules of visit routes") },
  { "set-gate-hours", N_("Set hours of gate") },
  { "note-day-log", N_("Note in log of") },
  { "confirm-day-log", N_("Confirm log of") },
  { "reopen-day-log", N_("Reopen log of") },
  { "reshape-grid", N_("Reshape grid") },
  { "draw-grid", N_("Draw grid") },
  { "split-grid", N_("Split grid") },
  { "merge-grids", N_("Merge grids") },
  { "remove-grid", N_("Remove grid") },
  { "rename-grid", N_("Rename grid") },
  { "assign-buildings", N_("Assign buildings to grid") },
  { "assign-worker", N_("Assign grid worker") },
  { "set-grid-limits", N_("Set size of grids") },
  { "import-grids", N_("Import grids") },
  { "add-overlay", N_("Add layer") },
  { "rename-overlay", N_("Rename layer") },
  { "recolour-overlay", N_("Recolour layer") },
  { "show-overlay", N_("Show layer") },
  { "hide-overlay", N_("Hide layer") },
  { "move-overlay", N_("Move layer") },
  { "remove-overlay", N_("Remove layer") },
  { "add-plan", N_("Add floor plan") },
  { "change-plan", N_("Change floor plan") },
  { "place-plan", N_("Place floor plan") },
  { "edit-plan", N_("Draw on floor plan") },
  { "copy-plan", N_("Copy floor plan") },
  { "make-schematic", N_("Make schematic floor plan") },
  { "remove-plan", N_("Remove floor plan") },
  { "import-plan", N_("Bring in a drawing") },
  { "attach-drawing", N_("Attach drawing") },
  { "change-drawing", N_("Change drawing") },
  { "detach-drawing", N_("Remove drawing") },
  { "new-building", N_("New building") },
  { "lay-out-building", N_("Lay out building") },
  { "merge-doors", N_("Merge doors") },
  { "split-door", N_("Split door") },
  { "rename-door", N_("Rename door") },
  { "set-door-kind", N_("Set kind of doors") },
  { "remove-doors", N_("Remove doors") },
  { "add-door", N_("Add door") },
  { "add-level", N_("Add level") },
  { "rename-level", N_("Rename level") },
  { "add-entrance", N_("Add entrance") },
  { "rename-entrance", N_("Rename entrance") },
  { "turn-building", N_("Turn building") },
  { "cordon-entrance", N_("Cordon off entrance") },
  { "open-entrance", N_("Open entrance") },
  { "import", N_("Import") },
  { "import-map", N_("Import map") },
  { "demo", N_("Make sample community") },
  { "new", N_("New community") },
  { "create", N_("New community") },
};

/* "Record visit 山水宜家 3-2-501": no personal data, the subject has none. */
char *
bjt_action_dup_name (const BjtAction *action)
{
  const char *name = action->kind;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].kind, action->kind) == 0)
      name = _(names[i].name);
  if (action->subject == NULL || *action->subject == '\0')
    return g_strdup (name);
  /* Translators: an action, then what it was about */
  return g_strdup_printf (_("%s %s"), name, action->subject);
}

/* Undoing the making of the file would leave nothing to work on. */
gboolean
bjt_action_makes_file (const BjtAction *action)
{
  return g_strcmp0 (action->kind, "new") == 0 || g_strcmp0 (action->kind, "demo") == 0;
}

char *
bjt_action_dup_time (const BjtAction *action)
{
  char day[BJT_DATE_STRING_SIZE];
  int minute = bjt_time_get_local_minute (action->happened_at);

  bjt_date_format (bjt_time_get_local_date (action->happened_at), day);
  return g_strdup_printf ("%s %02d:%02d", day, minute / 60, minute % 60);
}
