/* bjt-card-pane.c: hands the card what the picture does not hold, and carries
 * what is written on it to the workspace. Its foot says that all is saved and
 * how much can be undone. */
#include "bjt-card-pane.h"

#include <glib/gi18n.h>

#include "bjt-demand-words.h"
#include "bjt-desk.h"
#include "bjt-door-desk.h"
#include "bjt-event-dialog.h"
#include "bjt-note-desk.h"
#include "bjt-person-dialog.h"
#include "bjt-staff-menu.h"
#include "bjt-visit-desk.h"
#include "widgets/bjt-door-card.h"
#include "workspace/bjt-photo.h"

#define MAX_VISITS 200

struct _BjtCardPane
{
  BjtPage parent_instance;

  /* Borrowed */
  BjtDoorCard *card;
  GtkLabel    *foot;
  GtkWidget   *staff_menu;
};

G_DEFINE_FINAL_TYPE (BjtCardPane, bjt_card_pane, BJT_TYPE_PAGE)

static void
needs_history_cb (BjtCardPane   *self,
                  const BjtUuid *door_id)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (BJT_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) visits = bjt_workspace_list_visits (workspace, door_id, MAX_VISITS, &error);
  BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  g_autofree char *cadence = NULL;
  g_autoptr (GPtrArray) issues = visits != NULL ? bjt_workspace_list_issues (workspace, door_id, FALSE, &error) : NULL;

  if (visits == NULL || issues == NULL)
    {
      bjt_page_tell_error (BJT_PAGE (self), error);
      return;
    }
  cadence = bjt_demand_words_dup_all (picture, bjt_picture_find_door (picture, door_id));
  bjt_door_card_set_cadence_note (self->card, cadence);
  bjt_door_card_set_visits (self->card, visits);
  bjt_door_card_set_issues (self->card, issues);
}

static gboolean
record_visit_cb (BjtCardPane   *self,
                 BjtVisitEntry *entry)
{
  return bjt_visit_desk_save (BJT_PAGE (self), entry);
}

static void
remove_visit_cb (BjtCardPane   *self,
                 const BjtUuid *visit_id)
{
  bjt_visit_desk_remove (BJT_PAGE (self), visit_id);
}

/* A photo that is read; meanwhile another door may be shown. */
typedef struct
{
  BjtCardPane *pane; /* owned */
  BjtUuid      door_id;
} Reading;

static BjtUuid
get_door_id (BjtCardPane *self)
{
  guint32 door = bjt_focus_get_door (bjt_page_get_focus (BJT_PAGE (self)));

  return door != BJT_NO_INDEX ? bjt_picture_get_door (bjt_page_get_picture (BJT_PAGE (self)), door)->id : BJT_UUID_NIL;
}

static void
photo_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Reading *reading = user_data;
  BjtCardPane *self = reading->pane;
  BjtUuid door_id = get_door_id (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPhoto) photo = bjt_photo_open_finish (result, &error);
  g_autoptr (BjtNotePhoto) kept = photo != NULL ? bjt_note_photo_new (photo->content, photo->media_type, _("Photo")) : NULL;

  if (photo == NULL)
    bjt_page_tell_error (BJT_PAGE (self), error);
  if (bjt_uuid_equal (&door_id, &reading->door_id))
    bjt_door_card_set_photo (self->card, kept);
  else if (kept != NULL)
    bjt_page_tell (BJT_PAGE (self), _("The photo is not added: another door was chosen while it was read"), FALSE);
  g_object_unref (reading->pane);
  g_free (reading);
}

static void
open_photo_cb (BjtCardPane *self,
               const char  *path,
               GBytes      *pasted)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->pane = g_object_ref (self);
  reading->door_id = get_door_id (self);
  bjt_photo_open_async (path, pasted, NULL, photo_read_cb, reading);
}

static gboolean
report_issue_cb (BjtCardPane   *self,
                 BjtIssueEntry *entry)
{
  return bjt_desk_report_issue (BJT_PAGE (self), entry);
}

static gboolean
advance_issue_cb (BjtCardPane   *self,
                  const BjtUuid *issue_id,
                  int            to_status,
                  const char    *note)
{
  BjtUuid id = *issue_id;

  if (!bjt_desk_advance_issue (BJT_PAGE (self), &id, to_status, note))
    return FALSE;
  if (to_status == BJT_ISSUE_CLOSED)
    bjt_note_desk_issue_closed (BJT_PAGE (self), &id);
  return TRUE;
}

static gboolean
tick_category_cb (BjtCardPane   *self,
                  const BjtUuid *person_id,
                  const char    *code,
                  gboolean       ticked)
{
  return bjt_desk_tick_category (BJT_PAGE (self), person_id, code, ticked);
}

static gboolean
override_class_cb (BjtCardPane   *self,
                   const BjtUuid *household_id,
                   int            household_class,
                   const char    *reason)
{
  return bjt_desk_override_class (BJT_PAGE (self), household_id, household_class, reason);
}

/* The sheet on which the door is. */
static void
print_door_cb (BjtCardPane *self,
               guint        door)
{
  const BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  guint32 grid = bjt_picture_get_building (picture, bjt_picture_get_door (picture, door)->building)->grid;

  if (grid != BJT_NO_INDEX)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.print-grid", "i", bjt_picture_get_grid (picture, grid)->number);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.print", NULL);
}

static void
update_foot (BjtCardPane *self)
{
  guint n = bjt_workspace_count_undo (bjt_page_get_workspace (BJT_PAGE (self)));
  g_autofree char *steps = g_strdup_printf (g_dngettext (NULL, "%u step can be undone", "%u steps can be undone", n), n);
  g_autofree char *text = g_strdup_printf ("%s · %s", _("Saved"), steps);

  gtk_label_set_text (self->foot, n > 0 ? text : _("Saved"));
}

static void
update_catalogues (BjtCardPane *self)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (BJT_PAGE (self));
  g_autoptr (GPtrArray) staff = bjt_workspace_list_staff (workspace, NULL);
  g_autoptr (GPtrArray) kinds = bjt_workspace_list_issue_kinds (workspace, NULL);

  if (staff != NULL)
    bjt_door_card_set_staff (self->card, staff);
  if (kinds != NULL)
    bjt_door_card_set_issue_kinds (self->card, kinds);
}

static void
connect_card (BjtCardPane *self)
{
  g_signal_connect_swapped (self->card, "needs-history", G_CALLBACK (needs_history_cb), self);
  g_signal_connect_swapped (self->card, "record-visit", G_CALLBACK (record_visit_cb), self);
  g_signal_connect_swapped (self->card, "remove-visit", G_CALLBACK (remove_visit_cb), self);
  g_signal_connect_swapped (self->card, "open-photo", G_CALLBACK (open_photo_cb), self);
  g_signal_connect_swapped (self->card, "report-issue", G_CALLBACK (report_issue_cb), self);
  g_signal_connect_swapped (self->card, "advance-issue", G_CALLBACK (advance_issue_cb), self);
  g_signal_connect_swapped (self->card, "tick-category", G_CALLBACK (tick_category_cb), self);
  g_signal_connect_swapped (self->card, "override-class", G_CALLBACK (override_class_cb), self);
  g_signal_connect_swapped (self->card, "print-door", G_CALLBACK (print_door_cb), self);
  bjt_note_desk_connect_section (BJT_PAGE (self), bjt_door_card_get_notes (self->card));
}

static GtkWidget *
make_foot (BjtCardPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->foot = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->foot, 0);
  gtk_label_set_ellipsize (self->foot, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->foot), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE); /* the label fills the foot, the card does not fill the window */
  gtk_widget_add_css_class (GTK_WIDGET (self->foot), "dim-label");
  self->staff_menu = bjt_staff_menu_new (bjt_page_get_workspace (BJT_PAGE (self)), bjt_page_get_focus (BJT_PAGE (self)));
  gtk_widget_add_css_class (box, "card-foot");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->foot));
  gtk_box_append (GTK_BOX (box), self->staff_menu);
  return box;
}

static void
bjt_card_pane_constructed (GObject *object)
{
  BjtCardPane *self = BJT_CARD_PANE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (bjt_card_pane_parent_class)->constructed (object);
  bjt_door_desk_attach (BJT_PAGE (self), NULL);
  self->card = BJT_DOOR_CARD (bjt_door_card_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->card), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  connect_card (self);
  update_catalogues (self);
  bjt_door_card_set_focus (self->card, bjt_page_get_focus (BJT_PAGE (self)));
  g_signal_connect_object (bjt_page_get_workspace (BJT_PAGE (self)), "changed", G_CALLBACK (update_foot), self, G_CONNECT_SWAPPED);
  update_foot (self);
}

/**
 * bjt_card_pane_get_staff_menu:
 *
 * Returns: (transfer none): where it is chosen who is at work
 */
GtkWidget *
bjt_card_pane_get_staff_menu (BjtCardPane *self)
{
  return self->staff_menu;
}

/* Of the chosen door. */
void
bjt_card_pane_record_visit (BjtCardPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->card), "card.record-visit", NULL);
}

/**
 * bjt_card_pane_report_issue:
 * @where: "door", "entrance" or "building", of the chosen door
 */
void
bjt_card_pane_report_issue (BjtCardPane *self,
                            const char  *where)
{
  gtk_widget_activate_action (GTK_WIDGET (self->card), "card.report-issue-at", "s", where);
}

void
bjt_card_pane_annotate (BjtCardPane *self,
                        int          kind)
{
  bjt_note_section_start (bjt_door_card_get_notes (self->card), kind);
}

void
bjt_card_pane_set_note_place (BjtCardPane       *self,
                              const BjtGeometry *shape,
                              int                ordinal)
{
  bjt_note_form_set_place (bjt_note_section_get_form (bjt_door_card_get_notes (self->card)), shape, ordinal);
}

static void
file_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (widget));
  guint32 person = g_variant_get_uint32 (parameter);
  GtkWidget *dialog = person < picture->persons->len ? bjt_person_dialog_new (BJT_PAGE (widget), &bjt_picture_get_person (picture, person)->id) : NULL;

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
event_action (GtkWidget  *widget,
              const char *name,
              GVariant   *kind)
{
  guint32 door = bjt_focus_get_door (bjt_page_get_focus (BJT_PAGE (widget)));

  if (door != BJT_NO_INDEX)
    bjt_event_dialog_ask (BJT_PAGE (widget), door, g_variant_get_string (kind, NULL));
}

static void
bjt_card_pane_class_init (BjtCardPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = bjt_card_pane_constructed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "people.file", "u", file_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "people.event", "s", event_action);
}

static void
bjt_card_pane_init (BjtCardPane *self)
{
}
