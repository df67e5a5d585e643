/* bjt-search-row.c: where, who (masked unless shown), why it matched, and the
 * colour of the household's class. Made once and filled for every keystroke. */
#include "bjt-search-row.h"

#include <glib/gi18n.h>

#include "base/bjt-text.h"
#include "widgets/bjt-swatch.h"
#include "widgets/bjt-words.h"

struct _BjtSearchRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkStack *emblems;
  GtkImage *image;
  GtkLabel *title_label;
  GtkLabel *person_label;
  GtkLabel *reason_label;

  /* Owned */
  BjtCommand *command;

  /* State */
  BjtSearchHit hit;
};

G_DEFINE_FINAL_TYPE (BjtSearchRow, bjt_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
bjt_search_row_dispose (GObject *object)
{
  BjtSearchRow *self = BJT_SEARCH_ROW (object);

  g_clear_pointer (&self->command, bjt_command_free);
  G_OBJECT_CLASS (bjt_search_row_parent_class)->dispose (object);
}

static void
bjt_search_row_class_init (BjtSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_search_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtSearchRow, emblems);
  gtk_widget_class_bind_template_child (widget_class, BjtSearchRow, image);
  gtk_widget_class_bind_template_child (widget_class, BjtSearchRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BjtSearchRow, person_label);
  gtk_widget_class_bind_template_child (widget_class, BjtSearchRow, reason_label);
}

static void
add_swatches (BjtSearchRow *self)
{
  for (int i = 0; i < BJT_N_CLASSES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);
      GtkWidget *swatch = bjt_swatch_new (BJT_SWATCH_CLASS, i);

      gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
      gtk_stack_add_named (self->emblems, swatch, name);
    }
}

static void
bjt_search_row_init (BjtSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_swatches (self);
}

GtkWidget *
bjt_search_row_new (void)
{
  return g_object_new (BJT_TYPE_SEARCH_ROW, NULL);
}

static void
show_texts (BjtSearchRow *self,
            const char   *title,
            const char   *person,
            const char   *reason)
{
  g_autofree char *spoken = g_strjoin (", ", title, *person != '\0' ? person : reason, *person != '\0' ? reason : NULL, NULL);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->person_label, person);
  gtk_label_set_text (self->reason_label, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static const char *
get_reason (const BjtSearchHit *hit)
{
  switch (hit->match)
    {
    case BJT_MATCH_NAME:
      return hit->kind == BJT_HIT_PERSON ? _("name") : _("place");
    case BJT_MATCH_INITIALS:
      return _("pinyin initials");
    case BJT_MATCH_PHONE:
      return _("phone number");
    case BJT_MATCH_ID_NUMBER:
      return _("ID number");
    case BJT_MATCH_ADDRESS:
    default:
      return hit->kind == BJT_HIT_DOOR ? _("address") : _("place");
    }
}

static char *
dup_place (const BjtPicture   *picture,
           const BjtSearchHit *hit)
{
  if (hit->door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (picture, hit->door);
  if (hit->kind == BJT_HIT_BUILDING)
    return bjt_picture_dup_building_name (picture, hit->index);
  if (hit->kind == BJT_HIT_COMPOUND)
    return g_strdup (bjt_picture_get_compound (picture, hit->index)->name);
  return g_strdup (_("No door"));
}

static char *
dup_person (const BjtPicture   *picture,
            const BjtSearchHit *hit,
            BjtNamesShown       names)
{
  guint32 person = BJT_NO_INDEX;
  const char *name;

  if (hit->kind == BJT_HIT_PERSON)
    person = hit->index;
  else if (hit->kind == BJT_HIT_DOOR)
    person = bjt_picture_get_head (picture, hit->door);
  if (person == BJT_NO_INDEX || names == BJT_NAMES_HIDDEN)
    return g_strdup ("");
  name = bjt_picture_get_person (picture, person)->name;
  return names == BJT_NAMES_SHOWN ? g_strdup (name) : bjt_text_mask_name (name);
}

static void
show_emblem (BjtSearchRow       *self,
             const BjtPicture   *picture,
             const BjtSearchHit *hit,
             BjtNamesShown       names)
{
  g_autofree char *class_name = NULL;

  if (hit->door == BJT_NO_INDEX || names == BJT_NAMES_HIDDEN)
    {
      gtk_image_set_from_icon_name (self->image, "mark-location-symbolic");
      gtk_stack_set_visible_child (self->emblems, GTK_WIDGET (self->image));
      return;
    }
  class_name = g_strdup_printf ("%d", bjt_picture_get_door_state (picture, hit->door)->household_class);
  gtk_stack_set_visible_child_name (self->emblems, class_name);
}

void
bjt_search_row_show_hit (BjtSearchRow       *self,
                         const BjtPicture   *picture,
                         const BjtSearchHit *hit,
                         BjtNamesShown       names)
{
  g_autofree char *place = dup_place (picture, hit);
  g_autofree char *person = dup_person (picture, hit, names);

  g_clear_pointer (&self->command, bjt_command_free);
  self->hit = *hit;
  show_texts (self, place, person, get_reason (hit));
  show_emblem (self, picture, hit, names);
}

void
bjt_search_row_show_command (BjtSearchRow     *self,
                             const BjtCommand *command)
{
  g_clear_pointer (&self->command, bjt_command_free);
  self->command = bjt_command_copy (command);
  show_texts (self, command->title, "", _("command"));
  gtk_image_set_from_icon_name (self->image, "go-next-symbolic");
  gtk_stack_set_visible_child (self->emblems, GTK_WIDGET (self->image));
}

const BjtSearchHit *
bjt_search_row_get_hit (BjtSearchRow *self)
{
  return self->command == NULL ? &self->hit : NULL;
}

const BjtCommand *
bjt_search_row_get_command (BjtSearchRow *self)
{
  return self->command;
}
