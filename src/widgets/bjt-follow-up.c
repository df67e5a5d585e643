/* bjt-follow-up.c: without kind and title there is no issue. */
#include "bjt-follow-up.h"

#include <glib/gi18n-lib.h>

struct _BjtFollowUp
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget   *box;
  GtkDropDown *kinds;
  GtkEntry    *title;

  /* Owned */
  GPtrArray *offered; /* BjtIssueKind, as in the drop-down after its first row */
};

G_DEFINE_FINAL_TYPE (BjtFollowUp, bjt_follow_up, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
changed_cb (BjtFollowUp *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static const BjtIssueKind *
get_kind (BjtFollowUp *self)
{
  guint row = gtk_drop_down_get_selected (self->kinds);

  return row > 0 && row <= self->offered->len ? self->offered->pdata[row - 1] : NULL;
}

void
bjt_follow_up_set_kinds (BjtFollowUp *self,
                         GPtrArray   *kinds)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (BJT_IS_FOLLOW_UP (self));
  g_ptr_array_set_size (self->offered, 0);
  gtk_string_list_append (names, _ ("No issue found"));
  for (guint i = 0; i < kinds->len; i++)
    {
      const BjtIssueKind *kind = kinds->pdata[i];

      if (bjt_uuid_is_nil (&kind->parent_id))
        continue;
      gtk_string_list_append (names, kind->name);
      g_ptr_array_add (self->offered, bjt_issue_kind_copy (kind));
    }
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
}

void
bjt_follow_up_set_issue (BjtFollowUp    *self,
                         const BjtIssue *issue)
{
  guint row = 0;

  g_return_if_fail (BJT_IS_FOLLOW_UP (self));
  for (guint i = 0; issue != NULL && i < self->offered->len; i++)
    if (bjt_uuid_equal (&((BjtIssueKind *) self->offered->pdata[i])->id, &issue->kind_id))
      row = i + 1;
  gtk_drop_down_set_selected (self->kinds, row);
  gtk_editable_set_text (GTK_EDITABLE (self->title), issue != NULL && issue->title != NULL ? issue->title : "");
}

/**
 * bjt_follow_up_dup_issue:
 *
 * Returns: (transfer full) (nullable):
 */
BjtIssue *
bjt_follow_up_dup_issue (BjtFollowUp *self)
{
  const BjtIssueKind *kind = get_kind (self);
  g_autofree char    *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  BjtIssue           *issue;

  if (kind == NULL && *title == '\0')
    return NULL;
  issue = bjt_issue_new ();
  issue->title = g_strdup (*title != '\0' || kind == NULL ? title : kind->name);
  issue->source = g_strdup (BJT_SOURCE_VISIT);
  issue->quantity = 1.0;
  if (kind != NULL)
    issue->kind_id = kind->id;
  return issue;
}

void
bjt_follow_up_set_title (BjtFollowUp *self,
                         const char  *title)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
}

static void
bjt_follow_up_dispose (GObject *object)
{
  g_clear_pointer (&BJT_FOLLOW_UP (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_follow_up_parent_class)->dispose (object);
}

static void
bjt_follow_up_finalize (GObject *object)
{
  g_ptr_array_unref (BJT_FOLLOW_UP (object)->offered);
  G_OBJECT_CLASS (bjt_follow_up_parent_class)->finalize (object);
}

static void
bjt_follow_up_class_init (BjtFollowUpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_follow_up_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_follow_up_finalize;
  changed_signal = g_signal_new ("changed", BJT_TYPE_FOLLOW_UP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_follow_up_init (BjtFollowUp *self)
{
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  const char *const none[] = { _ ("No issue found"), NULL };

  self->offered = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_issue_kind_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->kinds = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (none));
  gtk_drop_down_set_expression (self->kinds, name);
  gtk_drop_down_set_enable_search (self->kinds, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Issue found"), -1);
  self->title = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->title, _ ("What is wrong, in a few words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is wrong"), -1);
  g_signal_connect_swapped (self->kinds, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->kinds));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
}
