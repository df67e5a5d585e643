/* bjt-building-dialog.c: fields that are words of a pattern; the preview is a
 * matrix over a picture of the layout alone. The line below tells what applying
 * would do to the doors that are there: a dry run of the workspace. */
#include "bjt-building-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-notice.h"
#include "plan/bjt-building-layout.h"
#include "widgets/bjt-matrix-view.h"

#define MAX_NAMED 8 /* doors of each kind of change */

struct _BjtBuildingDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkEditable   *compound;
  GtkEditable   *label;
  GtkSpinButton *levels;
  GtkEditable   *skip;
  GtkSpinButton *below;
  GtkSwitch     *semi;
  GtkEditable   *entrances;
  GtkEditable   *doors;
  AdwComboRow   *numbering;
  AdwComboRow   *direction;
  GtkEditable   *duplex;
  GtkSpinButton *shops;
  GtkSpinButton *garages;
  BjtMatrixView *preview;
  GtkLabel      *summary;
  GtkLabel      *details;

  /* Owned */
  BjtWorkspace       *workspace;
  BjtFocus           *focus;
  BjtFocus           *preview_focus;
  BjtBuildingPattern *pattern;

  /* State */
  BjtUuid  building_id; /* NIL: new */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtBuildingDialog, bjt_building_dialog, ADW_TYPE_WINDOW)

/* Reading and filling the fields */

/* Without blanks, and with the commas of a Chinese keyboard taken for commas. */
static char *
dup_text (GtkEditable *field)
{
  static const char *const signs[][2] = { { "\xef\xbc\x8c", "," }, { "\xe3\x80\x81", "," }, { "\xef\xbc\x9b", ";" }, { "\xef\xbc\x9a", ":" }, { " ", "" } };
  GString *text = g_string_new (gtk_editable_get_text (field));

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (text, signs[i][0], signs[i][1], 0);
  return g_string_free (text, FALSE);
}

static void
take_text (char        **value,
           GtkEditable  *field)
{
  g_autofree char *text = dup_text (field);

  g_free (*value);
  *value = *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
read_fields (BjtBuildingDialog *self)
{
  BjtBuildingPattern *pattern = self->pattern;

  pattern->levels = gtk_spin_button_get_value_as_int (self->levels);
  pattern->below = gtk_spin_button_get_value_as_int (self->below);
  pattern->is_semi = gtk_switch_get_active (self->semi);
  pattern->shops = gtk_spin_button_get_value_as_int (self->shops);
  pattern->garages = gtk_spin_button_get_value_as_int (self->garages);
  pattern->numbering = (int) adw_combo_row_get_selected (self->numbering);
  pattern->is_reversed = adw_combo_row_get_selected (self->direction) == 1;
  take_text (&pattern->skip, self->skip);
  take_text (&pattern->entrances, self->entrances);
  take_text (&pattern->doors, self->doors);
  take_text (&pattern->duplex, self->duplex);
}

static void
set_text (GtkEditable *field,
          const char  *text)
{
  gtk_editable_set_text (field, text != NULL ? text : "");
}

static void
fill_fields (BjtBuildingDialog *self)
{
  const BjtBuildingPattern *pattern = self->pattern;

  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->levels, pattern->levels);
  gtk_spin_button_set_value (self->below, pattern->below);
  gtk_switch_set_active (self->semi, pattern->is_semi);
  gtk_spin_button_set_value (self->shops, pattern->shops);
  gtk_spin_button_set_value (self->garages, pattern->garages);
  adw_combo_row_set_selected (self->numbering, (guint) pattern->numbering);
  adw_combo_row_set_selected (self->direction, pattern->is_reversed ? 1 : 0);
  set_text (self->skip, pattern->skip);
  set_text (self->entrances, pattern->entrances);
  set_text (self->doors, pattern->doors);
  set_text (self->duplex, pattern->duplex);
  self->is_filling = FALSE;
}

/* Preview */

static const char *
explain (const GError *error)
{
  if (error->domain != BJT_PATTERN_ERROR)
    return g_error_matches (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID) ? _("Give the building a number that no other of the compound has")
                                                                                      : _("The building can’t be changed now");
  switch (error->code)
    {
    case BJT_PATTERN_ERROR_LEVELS:
      return _("The levels don’t fit: at least one, no name twice; left out: 4,13:12A");
    case BJT_PATTERN_ERROR_ENTRANCES:
      return _("The entrances don’t fit: a number up to 60, or their names with commas: 1,2,A");
    case BJT_PATTERN_ERROR_DOORS:
      return _("The doors don’t fit: 2, for each entrance 2;3, on some levels 2,1:4 with a level there is");
    case BJT_PATTERN_ERROR_NUMBERING:
      return _("These door numbers don’t fit so many doors; choose others");
    case BJT_PATTERN_ERROR_DUPLEX:
      return _("A two-storey door needs a level above it");
    default:
      return _("Shops need a ground level, a semi-basement a level below the ground");
    }
}

static void
append_count (GString    *text,
              const char *word,
              guint       n)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, "%s %u", word, n);
}

static char *
dup_summary (const BjtPatternDiff *diff)
{
  GString *text = g_string_new (NULL);

  append_count (text, _("New doors"), diff->n_doors[BJT_DOOR_ADDED]);
  append_count (text, _("Changed doors"), diff->n_doors[BJT_DOOR_CHANGED]);
  append_count (text, _("As they were"), diff->n_doors[BJT_DOOR_UNCHANGED]);
  append_count (text, _("Empty doors removed"), diff->n_doors[BJT_DOOR_REMOVED]);
  append_count (text, _("Kept beside the plan for their people or history"), diff->n_doors[BJT_DOOR_HELD]);
  return g_string_free (text, FALSE);
}

/* 2-701; with what it was called when that changes: 2-401 → 2-3A01 */
static void
append_door (GString             *text,
             const BjtDoorChange *change)
{
  if (change->entrance != NULL)
    g_string_append_printf (text, "%s-", change->entrance);
  if (change->old_label != NULL && change->label != NULL && strcmp (change->old_label, change->label) != 0)
    g_string_append_printf (text, "%s → ", change->old_label);
  g_string_append (text, change->label != NULL ? change->label : "?");
}

static void
append_doors (GString              *text,
              const char           *word,
              const BjtPatternDiff *diff,
              BjtDoorFate           fate)
{
  guint n = 0;

  if (diff->n_doors[fate] == 0)
    return;
  g_string_append_printf (text, "%s%s: ", text->len > 0 ? "\n" : "", word);
  for (guint i = 0; i < diff->doors->len && n < MAX_NAMED; i++)
    {
      const BjtDoorChange *change = diff->doors->pdata[i];

      if (change->fate != fate)
        continue;
      g_string_append (text, n++ > 0 ? ", " : "");
      append_door (text, change);
    }
  if (diff->n_doors[fate] > n)
    g_string_append_printf (text, " … +%u", diff->n_doors[fate] - n);
}

/* Which doors: what is at stake first. */
static char *
dup_details (const BjtPatternDiff *diff)
{
  GString *text = g_string_new (NULL);

  append_doors (text, _("Kept"), diff, BJT_DOOR_HELD);
  append_doors (text, _("Removed"), diff, BJT_DOOR_REMOVED);
  append_doors (text, _("Changed"), diff, BJT_DOOR_CHANGED);
  if (diff->n_doors[BJT_DOOR_UNCHANGED] + diff->n_doors[BJT_DOOR_CHANGED] > 0)
    append_doors (text, _("New"), diff, BJT_DOOR_ADDED);
  return g_string_free (text, FALSE);
}

static void
show_details (BjtBuildingDialog    *self,
              const BjtPatternDiff *diff) /* (nullable) */
{
  g_autofree char *text = diff != NULL ? dup_details (diff) : g_strdup ("");

  gtk_label_set_label (self->details, text);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *text != '\0');
}

static void
get_target (BjtBuildingDialog *self,
            BjtBuildingTarget *target)
{
  *target = (BjtBuildingTarget) {
    .building_id = self->building_id,
    .compound = gtk_editable_get_text (self->compound),
    .label = gtk_editable_get_text (self->label),
  };
}

static void
show_layout (BjtBuildingDialog       *self,
             const BjtBuildingLayout *layout)
{
  g_autoptr (BjtPicture) picture = bjt_building_layout_to_picture (layout, gtk_editable_get_text (self->label));

  bjt_focus_set_picture (self->preview_focus, picture);
  bjt_focus_choose_building (self->preview_focus, 0);
}

static void
changed_cb (BjtBuildingDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtBuildingLayout) layout = NULL;
  g_autoptr (BjtPatternDiff) diff = NULL;
  g_autofree char *text = NULL;
  BjtBuildingTarget target;

  if (self->is_filling || self->workspace == NULL)
    return;
  read_fields (self);
  get_target (self, &target);
  layout = bjt_building_layout_new (self->pattern, &error);
  if (layout != NULL)
    {
      show_layout (self, layout);
      diff = bjt_workspace_compare_pattern (self->workspace, &target, self->pattern, &error);
    }
  text = diff != NULL ? dup_summary (diff) : g_strdup (explain (error));
  gtk_label_set_label (self->summary, text);
  show_details (self, diff);
  if (diff == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->summary), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "building.apply", diff != NULL);
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtBuildingDialog *self = BJT_BUILDING_DIALOG (widget);
  GtkWidget         *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPatternDiff) diff = NULL;
  g_autofree char *text = NULL;
  BjtBuildingTarget target;

  read_fields (self);
  get_target (self, &target);
  diff = bjt_workspace_apply_pattern (self->workspace, &target, self->pattern, &error);
  if (diff == NULL)
    {
      gtk_label_set_label (self->summary, explain (error));
      return;
    }
  bjt_focus_choose_building (self->focus, bjt_picture_find_building (bjt_workspace_get_picture (self->workspace), &diff->building_id));
  text = dup_summary (diff);
  if (parent != NULL)
    bjt_notice_show (parent, text, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* The object */

static void
bjt_building_dialog_dispose (GObject *object)
{
  BjtBuildingDialog *self = BJT_BUILDING_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->focus);
  g_clear_object (&self->preview_focus);
  g_clear_pointer (&self->pattern, bjt_building_pattern_free);
  G_OBJECT_CLASS (bjt_building_dialog_parent_class)->dispose (object);
}

static void
bjt_building_dialog_class_init (BjtBuildingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BJT_TYPE_MATRIX_VIEW);
  G_OBJECT_CLASS (klass)->dispose = bjt_building_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-building-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, compound);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, label);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, levels);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, skip);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, below);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, semi);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, entrances);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, doors);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, numbering);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, direction);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, duplex);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, shops);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, garages);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, BjtBuildingDialog, details);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "building.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "building.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bjt_building_dialog_init (BjtBuildingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->preview_focus = bjt_focus_new ();
  bjt_matrix_view_set_focus (self->preview, self->preview_focus);
}

static void
set_building (BjtBuildingDialog *self,
              const BjtPicture  *picture,
              guint32            building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (picture, building);

  self->building_id = b->id;
  self->pattern = bjt_building_pattern_new_from_building (picture, building);
  self->is_filling = TRUE;
  set_text (self->label, b->label);
  set_text (self->compound, b->compound != BJT_NO_INDEX ? bjt_picture_get_compound (picture, b->compound)->name : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compound), FALSE);
  gtk_window_set_title (GTK_WINDOW (self), _("Lay Out Building"));
}

/* A new building most often stands beside the one that was looked at. */
static void
set_new (BjtBuildingDialog *self,
         const BjtPicture  *picture)
{
  guint32 chosen = bjt_focus_get_building (self->focus);
  guint32 compound = chosen != BJT_NO_INDEX ? bjt_picture_get_building (picture, chosen)->compound : BJT_NO_INDEX;

  self->pattern = bjt_building_pattern_new ();
  self->is_filling = TRUE;
  if (compound == BJT_NO_INDEX && picture->compounds->len > 0)
    compound = 0;
  if (compound != BJT_NO_INDEX)
    set_text (self->compound, bjt_picture_get_compound (picture, compound)->name);
}

void
bjt_building_dialog_present (GtkWindow    *parent,
                             BjtWorkspace *workspace,
                             BjtFocus     *focus,
                             guint32       building)
{
  BjtBuildingDialog *self = g_object_new (BJT_TYPE_BUILDING_DIALOG, "transient-for", parent, NULL);
  BjtPicture        *picture = bjt_workspace_get_picture (workspace);

  self->workspace = g_object_ref (workspace);
  self->focus = g_object_ref (focus);
  if (building != BJT_NO_INDEX)
    set_building (self, picture, building);
  else
    set_new (self, picture);
  fill_fields (self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
