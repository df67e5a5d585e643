/* bjt-card-head.c: behind the curtain where, but not who. */
#include "bjt-card-head.h"

#include <glib/gi18n-lib.h>

#include "bjt-door-text.h"
#include "bjt-household-list.h"
#include "bjt-rows.h"
#include "bjt-words.h"

static void
append_badge (GtkBox     *badges,
              char       *text,
              const char *css_class)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = bjt_rows_create_label (text, "badge");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (badges, label);
  g_free (text);
}

static char *
dup_class_line (BjtPicture *picture,
                guint32     door)
{
  const BjtPictureDoor      *d = bjt_picture_get_door (picture, door);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  if (d->households.n > 0)
    return bjt_household_list_dup_class (picture, d->households.first);
  /* TRANSLATORS: class of a door without a household, and why: 空置（…） */
  return g_strdup_printf (C_ ("door", "%s (%s)"), bjt_words_get_class (state->household_class),
                          bjt_words_get_class_rule (state->household_class == BJT_CLASS_EMPTY ? BJT_CLASS_RULE_NO_HOUSEHOLD
                                                                                              : BJT_CLASS_RULE_NOT_VERIFIED));
}

static char *
dup_subtitle (BjtPicture *picture,
              guint32     door,
              gboolean    is_curtained)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);
  guint32               compound = bjt_picture_get_building (picture, d->building)->compound;
  g_autofree char      *grid = bjt_words_dup_grid (picture, bjt_picture_get_building (picture, d->building)->grid);
  g_autofree char      *class_line = dup_class_line (picture, door);
  GString              *text = g_string_new (NULL);
  const char           *kind = bjt_words_get_door_kind (d->kind);

  if (compound != BJT_NO_INDEX)
    g_string_append_printf (text, "%s · ", bjt_picture_get_compound (picture, compound)->name);
  g_string_append (text, grid);
  if (kind != NULL)
    g_string_append_printf (text, " · %s", kind);
  if (!is_curtained)
    g_string_append_printf (text, " · %s", class_line);
  return g_string_free (text, FALSE);
}

void
bjt_card_head_fill (const BjtCardHead *self,
                    BjtPicture        *picture,
                    guint32            door,
                    gboolean           is_curtained)
{
  g_autofree char *title = bjt_words_dup_door (picture, door);
  g_autofree char *subtitle = dup_subtitle (picture, door, is_curtained);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  bjt_rows_clear (self->badges);
  if (is_curtained)
    return;
  append_badge (self->badges, bjt_door_text_dup_cordon (picture, door), "alert");
  append_badge (self->badges, bjt_door_text_dup_overdue (picture, door), "alert");
  append_badge (self->badges, bjt_door_text_dup_issues (picture, door),
                bjt_picture_get_door_state (picture, door)->issue_time == BJT_ISSUE_TIME_OVER ? "alert" : "notice");
}
