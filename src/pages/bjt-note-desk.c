/* bjt-note-desk.c: what is told afterwards names doors and marks, never people
 * or what was noted. Photos are shown in a popover that goes with the curtain. */
#include "bjt-note-desk.h"

#include <glib/gi18n.h>

#include "bjt-photo-popover.h"
#include "widgets/bjt-mark-menu.h"
#include "widgets/bjt-note-words.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-marks.h"
#include "workspace/bjt-workspace-notes.h"


/* Marks */

static GArray *
list_doors (BjtPage *page,
            guint32  door)
{
  const BjtPicture *picture = bjt_page_get_picture (page);
  const BjtDoorSet *selection = bjt_focus_get_selection (bjt_page_get_focus (page));
  GArray           *ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  if (selection == NULL || !bjt_door_set_contains (selection, door))
    {
      g_array_append_val (ids, bjt_picture_get_door (picture, door)->id);
      return ids;
    }
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_door_set_contains (selection, d))
      g_array_append_val (ids, bjt_picture_get_door (picture, d)->id);
  return ids;
}

static void
mark (BjtPage           *page,
      guint32            door,
      const BjtDoorMark *how,
      const char        *word)
{
  g_autoptr (GArray) ids = list_doors (page, door);
  g_autofree char *name = bjt_picture_dup_door_name (bjt_page_get_picture (page), door);
  /* Translators: a mark such as 租房, then a door */
  g_autofree char *one = g_strdup_printf (_("Marked %s: %s"), word, name);
  g_autofree char *many = g_strdup_printf (g_dngettext (NULL, "Marked %s: %u door", "Marked %s: %u doors", ids->len), word, ids->len);
  g_autoptr (GError) error = NULL;

  bjt_page_tell_outcome (page, bjt_workspace_mark_doors (bjt_page_get_workspace (page), (const BjtUuid *) (gpointer) ids->data, ids->len, how, &error),
                         ids->len == 1 ? one : many, &error);
}

void
bjt_note_desk_mark_class (BjtPage *page,
                          guint32  door,
                          int      household_class)
{
  BjtDoorMark how = { .household_class = household_class, .is_derived = household_class == 0, .reason = _("Marked on the matrix") };

  mark (page, door, &how, household_class != 0 ? bjt_words_get_class (household_class) : _("By the rules"));
}

typedef struct
{
  BjtPage       *page; /* borrowed; lives longer than its menu */
  BjtMatrixPane *pane; /* the same */
  guint32        door;
  double         x, y; /* of the pane */
} MenuPlace;

static void
mark_class_cb (BjtMarkMenu *menu,
               int          household_class,
               MenuPlace   *place)
{
  bjt_note_desk_mark_class (place->page, place->door, household_class);
}

static void
mark_category_cb (BjtMarkMenu *menu,
                  const char  *code,
                  BjtUuid     *person_id,
                  gboolean     ticked,
                  MenuPlace   *place)
{
  const BjtPicture *picture = bjt_page_get_picture (place->page);
  guint32           category = bjt_picture_find_category (picture, code);
  BjtDoorMark       how = { .category = code, .is_untick = !ticked, .person_id = person_id != NULL ? *person_id : BJT_UUID_NIL };

  if (category != BJT_NO_INDEX)
    mark (place->page, place->door, &how, bjt_picture_get_category (picture, category)->name);
}

static void
annotate_cb (BjtMarkMenu *menu,
             int          kind,
             MenuPlace   *place)
{
  gtk_widget_activate_action (GTK_WIDGET (place->page), "win.annotate", "(ui)", place->door, kind);
}

static void
free_place (gpointer  place,
            GClosure *closure)
{
  g_free (place);
}

static void
more_cb (BjtMarkMenu *menu,
         MenuPlace   *place)
{
  bjt_matrix_pane_open_menu (place->pane, place->x, place->y);
}

static void
connect_menu (GtkWidget       *menu,
              const char      *signal,
              GCallback        callback,
              const MenuPlace *place)
{
  g_signal_connect_data (menu, signal, callback, g_memdup2 (place, sizeof *place), free_place, 0);
}

static gboolean
door_menu_cb (BjtMatrixPane *pane,
              guint          door,
              double         x,
              double         y,
              BjtPage       *page)
{
  MenuPlace        place = { page, pane, door, x, y };
  graphene_point_t at;
  GtkWidget       *menu;

  if (bjt_focus_get_curtain (bjt_page_get_focus (page))
      || !gtk_widget_compute_point (GTK_WIDGET (pane), GTK_WIDGET (page), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return FALSE;
  menu = bjt_mark_menu_new (bjt_page_get_picture (page), door);
  connect_menu (menu, "mark-class", G_CALLBACK (mark_class_cb), &place);
  connect_menu (menu, "mark-category", G_CALLBACK (mark_category_cb), &place);
  connect_menu (menu, "annotate", G_CALLBACK (annotate_cb), &place);
  connect_menu (menu, "more", G_CALLBACK (more_cb), &place);
  bjt_mark_menu_popup (BJT_MARK_MENU (menu), GTK_WIDGET (page), (double) at.x, (double) at.y);
  return TRUE;
}

void
bjt_note_desk_connect_matrix (BjtPage       *page,
                              BjtMatrixPane *pane)
{
  g_signal_connect_object (pane, "door-menu", G_CALLBACK (door_menu_cb), page, 0);
}

/* Photos */

static void
tell_photo_error (BjtPage      *page,
                  const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bjt_page_tell_error (page, error);
}

typedef struct
{
  BjtPage        *page;    /* owned */
  BjtNoteSection *section; /* owned */
  char           *name;    /* NULL: pasted */
} Opening;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opening *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPhoto) photo = bjt_photo_open_finish (result, &error);
  g_autoptr (BjtNotePhoto) kept = photo != NULL ? bjt_note_photo_new (photo->content, photo->media_type, self->name) : NULL;

  bjt_note_form_set_photo (bjt_note_section_get_form (self->section), kept);
  if (photo == NULL)
    tell_photo_error (self->page, error);
  g_object_unref (self->page);
  g_object_unref (self->section);
  g_free (self->name);
  g_free (self);
}

static void
open_photo_cb (BjtNoteSection *section,
               const char     *path,
               GBytes         *pasted,
               BjtPage        *page)
{
  Opening *self = g_new0 (Opening, 1);

  self->page = g_object_ref (page);
  self->section = g_object_ref (section);
  self->name = path != NULL ? g_path_get_basename (path) : NULL;
  bjt_photo_open_async (path, pasted, NULL, opened_cb, self);
}

static void
show_photo (BjtPage       *page,
            const BjtUuid *id,
            GtkWidget     *where)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = bjt_workspace_load_photo (bjt_page_get_workspace (page), id, &error);

  bjt_photo_popover_show (page, content, where, error);
}

/* Notes */

static gboolean
add_cb (BjtNoteSection     *section,
        BjtAnnotation      *annotation,
        const BjtNotePhoto *photo,
        gboolean            report,
        BjtPage            *page)
{
  BjtPhoto kept = { photo != NULL ? photo->content : NULL, photo != NULL ? photo->media_type : NULL };
  g_autoptr (BjtIssue) issue = report ? bjt_issue_new () : NULL;
  BjtAnnotationDraft draft = { annotation, photo != NULL ? &kept : NULL, issue, NULL };
  /* Translators: %s is note, photo or hazard */
  g_autofree char *text = g_strdup_printf (_("Saved: %s"), bjt_note_words_get_kind (annotation->kind));
  g_autoptr (GError) error = NULL;

  return bjt_page_tell_outcome (page, bjt_workspace_add_annotation (bjt_page_get_workspace (page), &draft, &error), text, &error);
}

static void
report (BjtPage       *page,
        const BjtUuid *id)
{
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  g_autoptr (GError) error = NULL;
  gboolean done = bjt_workspace_report_annotation (bjt_page_get_workspace (page), id, issue, &error);
  g_autofree char *text = g_strdup_printf (_("Issue reported: %s"), done ? issue->number : "");

  bjt_page_tell_outcome (page, done, text, &error);
}

static void
act_cb (BjtNoteSection *section,
        BjtUuid        *id,
        const char     *what,
        GtkWidget      *where,
        BjtPage        *page)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (page);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (what, "photo"))
    show_photo (page, id, where);
  else if (g_str_equal (what, "report"))
    report (page, id);
  else if (g_str_equal (what, "settle"))
    bjt_page_tell_outcome (page, bjt_workspace_settle_annotation (workspace, id, TRUE, &error), _("Settled"), &error);
  else if (g_str_equal (what, "reopen"))
    bjt_page_tell_outcome (page, bjt_workspace_settle_annotation (workspace, id, FALSE, &error), _("Open again"), &error);
  else
    bjt_page_tell_outcome (page, bjt_workspace_remove_annotation (workspace, id, &error), _("Note removed"), &error);
}

void
bjt_note_desk_connect_section (BjtPage        *page,
                               BjtNoteSection *section)
{
  g_signal_connect_object (section, "add", G_CALLBACK (add_cb), page, 0);
  g_signal_connect_object (section, "act", G_CALLBACK (act_cb), page, 0);
  g_signal_connect_object (section, "open-photo", G_CALLBACK (open_photo_cb), page, 0);
}

/* Issues */

static void
settle_hazard_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  BjtPage          *page)
{
  const BjtUuid *id = g_object_get_data (G_OBJECT (dialog), "note");
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "settle"))
    bjt_page_tell_outcome (page, bjt_workspace_settle_annotation (bjt_page_get_workspace (page), id, TRUE, &error), _("Settled"), &error);
}

void
bjt_note_desk_issue_closed (BjtPage       *page,
                            const BjtUuid *issue_id)
{
  g_autoptr (BjtAnnotation) hazard = bjt_workspace_find_open_hazard (bjt_page_get_workspace (page), issue_id);
  GtkWidget *dialog;

  if (hazard == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _("Is the Hazard Settled, Too?"),
                                   _("The closed issue was reported from a hazard. Settled ones leave map, matrix and plan; they stay on the card."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Still There"), "settle", _("_Settle"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "settle", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "settle");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "note", g_memdup2 (&hazard->id, sizeof hazard->id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (settle_hazard_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
