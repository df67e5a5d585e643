/* bjt-issue-form.c: the kinds are one searchable list in which every kind
 * brings the name of its group. Where a title is not typed, the kind's name
 * is the title. */
#include "bjt-issue-form.h"

#include <glib/gi18n-lib.h>

#include "bjt-photo-row.h"
#include "bjt-widgets.h"

struct _BjtIssueForm
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget     *box;
  GtkEntry      *title;
  GtkDropDown   *kinds;
  GtkSpinButton *quantity;
  GtkLabel      *unit;
  GtkTextView   *description;
  BjtPhotoRow   *photo;

  /* Owned */
  GPtrArray *kind_records; /* BjtIssueKind */

  /* State */
  GArray  *offered; /* guint: index of kind_records, by row of the list less the first */
  char    *where;
  BjtUuid  place_ids[3]; /* door, entrance, building */
  BjtDate  today;
  gboolean is_filling;
  gboolean is_touched;
};

G_DEFINE_FINAL_TYPE (BjtIssueForm, bjt_issue_form, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WHERE,
  N_PROPS,
};

enum
{
  SAVE,
  CANCEL,
  OPEN_PHOTO,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static const char *const places[] = { "door", "entrance", "building", NULL };

static const BjtIssueKind *
get_kind (BjtIssueForm *self)
{
  guint row = gtk_drop_down_get_selected (self->kinds);

  if (row == 0 || row == GTK_INVALID_LIST_POSITION || row > self->offered->len)
    return NULL;
  return self->kind_records->pdata[g_array_index (self->offered, guint, row - 1)];
}

static void
update_save (BjtIssueForm *self)
{
  gboolean has_title = *gtk_editable_get_text (GTK_EDITABLE (self->title)) != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", has_title || get_kind (self) != NULL);
}

static void
touched_cb (BjtIssueForm *self)
{
  if (!self->is_filling)
    self->is_touched = TRUE;
  update_save (self);
}

static void
kind_changed_cb (BjtIssueForm *self)
{
  const BjtIssueKind *kind = get_kind (self);

  gtk_label_set_label (self->unit, kind != NULL && kind->unit != NULL ? kind->unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), *gtk_label_get_label (self->unit) != '\0');
  gtk_entry_set_placeholder_text (self->title, kind != NULL ? kind->name : _ ("What is wrong, in a few words"));
  touched_cb (self);
}

/* A photo on its way is waited for. */
static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (!bjt_photo_row_is_reading (BJT_ISSUE_FORM (widget)->photo))
    g_signal_emit (widget, signals[SAVE], 0);
}

static void
open_photo_cb (BjtIssueForm *self,
               const char   *path,
               GBytes       *pasted)
{
  touched_cb (self);
  g_signal_emit (self, signals[OPEN_PHOTO], 0, path, pasted);
}

static void
cancel_cb (BjtIssueForm *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

/* Through the action, which is off while there is nothing to save. */
static void
save_cb (BjtIssueForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  cancel_cb (BJT_ISSUE_FORM (widget));
}

static void
set_where (BjtIssueForm *self,
           const char   *where)
{
  if (g_strcmp0 (self->where, where) == 0 || !g_strv_contains (places, where))
    return;
  g_free (self->where);
  self->where = g_strdup (where);
  touched_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHERE]);
}

/* Kinds */

static const BjtIssueKind *
find_kind (BjtIssueForm  *self,
           const BjtUuid *id)
{
  for (guint i = 0; i < self->kind_records->len; i++)
    if (bjt_uuid_equal (&((BjtIssueKind *) self->kind_records->pdata[i])->id, id))
      return self->kind_records->pdata[i];
  return NULL;
}

/**
 * bjt_issue_form_set_kinds:
 * @kinds: (element-type BjtIssueKind): groups before their kinds
 */
void
bjt_issue_form_set_kinds (BjtIssueForm *self,
                          GPtrArray    *kinds)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (BJT_IS_ISSUE_FORM (self));
  g_ptr_array_ref (kinds);
  g_ptr_array_unref (self->kind_records);
  self->kind_records = kinds;
  g_array_set_size (self->offered, 0);
  gtk_string_list_append (names, _ ("Kind not chosen"));
  for (guint i = 0; i < kinds->len; i++)
    {
      const BjtIssueKind *kind = kinds->pdata[i];
      const BjtIssueKind *group = find_kind (self, &kind->parent_id);
      g_autofree char    *name = NULL;

      if (group == NULL)
        continue;
      name = g_strdup_printf ("%s · %s", kind->name, group->name); /* found by typing how the kind begins */
      gtk_string_list_append (names, name);
      g_array_append_val (self->offered, i);
    }
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kinds, 0);
}

static void
select_kind (BjtIssueForm  *self,
             const BjtUuid *id)
{
  guint row = 0;

  for (guint i = 0; id != NULL && i < self->offered->len; i++)
    if (bjt_uuid_equal (&((BjtIssueKind *) self->kind_records->pdata[g_array_index (self->offered, guint, i)])->id, id))
      row = i + 1;
  gtk_drop_down_set_selected (self->kinds, row);
}

/* Filling in */

static const char *
find_where (const BjtIssue *draft)
{
  if (draft == NULL || !bjt_uuid_is_nil (&draft->door_id))
    return "door";
  return bjt_uuid_is_nil (&draft->entrance_id) ? "building" : "entrance";
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * bjt_issue_form_start:
 * @entry: (nullable): what was typed for this door before
 */
void
bjt_issue_form_start (BjtIssueForm        *self,
                      BjtPicture          *picture,
                      guint32              door,
                      const BjtIssueEntry *entry)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);
  const BjtIssue       *draft = entry != NULL ? entry->issue : NULL;

  g_return_if_fail (BJT_IS_ISSUE_FORM (self));
  self->is_filling = TRUE;
  self->today = picture->as_of;
  self->place_ids[0] = d->id;
  self->place_ids[1] = d->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, d->entrance)->id : BJT_UUID_NIL;
  self->place_ids[2] = bjt_picture_get_building (picture, d->building)->id;
  set_where (self, find_where (draft));
  select_kind (self, draft != NULL ? &draft->kind_id : NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->title), or_empty (draft != NULL ? draft->title : NULL));
  gtk_spin_button_set_value (self->quantity, draft != NULL ? draft->quantity : 1.0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->description), or_empty (draft != NULL ? draft->description : NULL), -1);
  bjt_photo_row_set_photo (self->photo, entry != NULL ? entry->photo : NULL);
  self->is_touched = draft != NULL;
  self->is_filling = FALSE;
  update_save (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static char *
dup_description (BjtIssueForm *self)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->description);
  GtkTextIter      start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static BjtIssue *
dup_issue (BjtIssueForm *self)
{
  BjtIssue           *issue = bjt_issue_new ();
  const BjtIssueKind *kind = get_kind (self);
  const char         *title = gtk_editable_get_text (GTK_EDITABLE (self->title));

  issue->title = g_strdup (*title != '\0' || kind == NULL ? title : kind->name);
  if (kind != NULL)
    issue->kind_id = kind->id;
  issue->description = dup_description (self);
  issue->quantity = gtk_spin_button_get_value (self->quantity);
  issue->reported_on = self->today;
  issue->due_on = issue->closed_on = BJT_DATE_NONE;
  if (g_str_equal (self->where, "door"))
    issue->door_id = self->place_ids[0];
  else if (g_str_equal (self->where, "entrance") && !bjt_uuid_is_nil (&self->place_ids[1]))
    issue->entrance_id = self->place_ids[1];
  else
    issue->building_id = self->place_ids[2];
  return issue;
}

/**
 * bjt_issue_form_dup_entry:
 *
 * Returns: (transfer full):
 */
BjtIssueEntry *
bjt_issue_form_dup_entry (BjtIssueForm *self)
{
  return bjt_issue_entry_new (dup_issue (self), bjt_photo_row_get_photo (self->photo));
}

void
bjt_issue_form_set_photo (BjtIssueForm       *self,
                          const BjtNotePhoto *photo)
{
  bjt_photo_row_set_photo (self->photo, photo);
}

gboolean
bjt_issue_form_is_touched (BjtIssueForm *self)
{
  return self->is_touched;
}

void
bjt_issue_form_set_title (BjtIssueForm *self,
                          const char   *title)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
}

/* Object */

static void
bjt_issue_form_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_string (value, BJT_ISSUE_FORM (object)->where);
}

static void
bjt_issue_form_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  set_where (BJT_ISSUE_FORM (object), g_value_get_string (value));
}

static gboolean
bjt_issue_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BJT_ISSUE_FORM (widget)->title));
}

static void
bjt_issue_form_dispose (GObject *object)
{
  g_clear_pointer (&BJT_ISSUE_FORM (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_issue_form_parent_class)->dispose (object);
}

static void
bjt_issue_form_finalize (GObject *object)
{
  BjtIssueForm *self = BJT_ISSUE_FORM (object);

  g_ptr_array_unref (self->kind_records);
  g_array_unref (self->offered);
  g_free (self->where);
  G_OBJECT_CLASS (bjt_issue_form_parent_class)->finalize (object);
}

static void
bjt_issue_form_class_init (BjtIssueFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bjt_issue_form_dispose;
  object_class->finalize = bjt_issue_form_finalize;
  object_class->get_property = bjt_issue_form_get_property;
  object_class->set_property = bjt_issue_form_set_property;
  widget_class->grab_focus = bjt_issue_form_grab_focus;
  properties[PROP_WHERE] = g_param_spec_string ("where", NULL, NULL, "door",
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SAVE] = g_signal_new ("save", BJT_TYPE_ISSUE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", BJT_TYPE_ISSUE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_PHOTO] = g_signal_new ("open-photo", BJT_TYPE_ISSUE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BYTES);
  g_type_ensure (BJT_TYPE_PHOTO_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, BJT_WIDGETS_RESOURCES "bjt-issue-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtIssueForm, box);
  gtk_widget_class_bind_template_child (widget_class, BjtIssueForm, title);
  gtk_widget_class_bind_template_child (widget_class, BjtIssueForm, kinds);
  gtk_widget_class_bind_template_child (widget_class, BjtIssueForm, quantity);
  gtk_widget_class_bind_template_child (widget_class, BjtIssueForm, unit);
  gtk_widget_class_bind_template_child (widget_class, BjtIssueForm, description);
  gtk_widget_class_bind_template_child (widget_class, BjtIssueForm, photo);
  gtk_widget_class_bind_template_callback (widget_class, open_photo_cb);
  gtk_widget_class_bind_template_callback (widget_class, touched_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_install_property_action (widget_class, "form.where", "where");
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
bjt_issue_form_init (BjtIssueForm *self)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->kind_records = g_ptr_array_new ();
  self->offered = g_array_new (FALSE, FALSE, sizeof (guint));
  self->where = g_strdup ("door");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->kinds, expression);
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_drop_down_set_search_match_mode (self->kinds, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
#endif
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->description), "changed", G_CALLBACK (touched_cb), self);
}
