/* bjt-household-list.c: a door can carry a family that is only registered and
 * one that rents: both are shown, the one living here first. */
#include "bjt-household-list.h"

#include <glib/gi18n-lib.h>

#include "base/bjt-text.h"
#include "bjt-category-chip.h"
#include "bjt-rows.h"
#include "bjt-swatch.h"
#include "bjt-words.h"

char *
bjt_household_list_dup_class (const BjtPicture *picture,
                              guint32           household)
{
  const BjtPictureHousehold *h = bjt_picture_get_household (picture, household);
  const char                *word = bjt_words_get_class (h->household_class);

  if (h->class_rule == BJT_CLASS_RULE_OVERRIDE && h->class_reason != NULL)
    /* TRANSLATORS: class of a household, set by hand, and the reason given */
    return g_strdup_printf (_ ("%s (set by hand: %s)"), word, h->class_reason);
  /* TRANSLATORS: class of a household and the rule it follows from */
  return g_strdup_printf (_ ("%s (%s)"), word, bjt_words_get_class_rule (h->class_rule));
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* Where the other half of a split life is */
static char *
dup_elsewhere (const BjtPicture          *picture,
               const BjtPictureMember    *member,
               const BjtPictureHousehold *household)
{
  const BjtPicturePerson *person = bjt_picture_get_person (picture, member->person);
  guint32                 other = member->is_resident ? person->hukou : person->home;
  g_autofree char        *place = NULL;

  if (member->is_resident && member->is_registered)
    return NULL;
  if (other != BJT_NO_INDEX)
    {
      guint32 home = bjt_picture_get_household (picture, bjt_picture_get_member (picture, other)->household)->door;

      place = bjt_words_dup_door (picture, home);
    }
  if (member->is_resident)
    /* TRANSLATORS: where the person is registered (户籍在) */
    return place != NULL ? g_strdup_printf (_ ("hukou at %s"), place) : g_strdup (_ ("hukou elsewhere"));
  if (place == NULL && household->live_address != NULL)
    place = g_strdup (household->live_address);
  return place != NULL ? g_strdup_printf (_ ("lives at %s"), place) : g_strdup (_ ("lives elsewhere"));
}

static char *
dup_facts (const BjtPicture          *picture,
           const BjtPictureMember    *member,
           const BjtPictureHousehold *household)
{
  const BjtPicturePerson *person = bjt_picture_get_person (picture, member->person);
  GString                *text = g_string_new (NULL);
  g_autofree char        *elsewhere = dup_elsewhere (picture, member, household);
  const char             *sex = bjt_words_get_sex (person->sex);

  if (sex != NULL)
    g_string_append (text, sex);
  if (person->born_on != BJT_DATE_NONE)
    {
      int age = bjt_date_get_age (person->born_on, picture->as_of);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* TRANSLATORS: an age, 81岁 */
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong) MAX (age, 0)), age);
    }
  append_part (text, member->is_head ? bjt_words_get_relation ("02") : bjt_words_get_relation (member->relation));
  append_part (text, bjt_words_get_ethnic (person->ethnic));
  append_part (text, elsewhere);
  return g_string_free (text, FALSE);
}

static char *
dup_contact (const BjtPicturePerson *person,
             gboolean                names_shown)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *phone = names_shown ? g_strdup (person->phone) : bjt_text_mask_phone (person->phone);
  g_autofree char *number = names_shown ? g_strdup (person->id_number) : bjt_text_mask_id_number (person->id_number);

  append_part (text, phone);
  append_part (text, number);
  return g_string_free (text, FALSE);
}

static GtkWidget *
create_chips (const BjtPicture *picture,
              BjtCategorySet    categories)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_widget_set_halign (chips, GTK_ALIGN_END);
  gtk_widget_set_valign (chips, GTK_ALIGN_START);
  bjt_category_chip_append_all (GTK_BOX (chips), picture, categories);
  return chips;
}

static guint
count_chips (const BjtPicture *picture,
             BjtCategorySet    categories)
{
  guint n = 0;

  for (guint32 c = 0; c < MIN (picture->categories->len, BJT_MAX_CATEGORIES); c++)
    n += (categories >> c & 1) != 0 && !bjt_picture_get_category (picture, c)->is_restricted;
  return n;
}

/* Opens 走访档案; those around the list have the action. */
static GtkWidget *
create_file_button (guint32     person,
                    const char *name)
{
  GtkWidget       *button = gtk_button_new_with_label (C_ ("card", "File"));
  g_autofree char *spoken = g_strdup_printf (_ ("File of %s"), name);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", person); /* before the name, which needs one */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "people.file");
  gtk_widget_set_tooltip_text (button, _ ("Visits, needs, helpers of this person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  return button;
}

/* Beside the name while there are few; a long name or many chips take a line each. */
static void
append_name (GtkBox           *frame,
             const BjtPicture *picture,
             const char       *name,
             guint32           person)
{
  GtkWidget     *label = bjt_rows_create_label (name, "person-name"), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *chips;
  BjtCategorySet categories = bjt_picture_get_person (picture, person)->categories;
  guint          n_chips = count_chips (picture, categories);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), create_file_button (person, name));
  gtk_box_append (frame, row);
  if (n_chips == 0)
    return;
  chips = create_chips (picture, categories);
  if (n_chips > 5 || g_utf8_strlen (name, -1) > 8)
    {
      gtk_widget_set_halign (chips, GTK_ALIGN_START);
      gtk_box_append (frame, chips);
      return;
    }
  gtk_box_insert_child_after (GTK_BOX (row), chips, label);
}

static GtkWidget *
create_member (const BjtPicture          *picture,
               const BjtPictureMember    *member,
               const BjtPictureHousehold *household,
               gboolean                   names_shown)
{
  const BjtPicturePerson *person = bjt_picture_get_person (picture, member->person);
  GtkWidget              *frame = bjt_rows_create_frame ();
  g_autofree char        *name = names_shown ? g_strdup (person->name) : bjt_text_mask_name (person->name);
  g_autofree char        *facts = dup_facts (picture, member, household);
  g_autofree char        *contact = dup_contact (person, names_shown);

  append_name (GTK_BOX (frame), picture, name != NULL && *name != '\0' ? name : _ ("Name not known"), member->person);
  if (*facts != '\0')
    gtk_box_append (GTK_BOX (frame), bjt_rows_create_label (facts, "caption"));
  if (*contact != '\0')
    {
      GtkWidget *label = bjt_rows_create_label (contact, "caption");

      gtk_widget_add_css_class (label, "numeric");
      gtk_label_set_selectable (GTK_LABEL (label), names_shown);
      gtk_box_append (GTK_BOX (frame), label);
    }
  return frame;
}

static void
append_household_title (GtkBox           *box,
                        const BjtPicture *picture,
                        guint32           household)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = bjt_household_list_dup_class (picture, household);

  gtk_box_append (GTK_BOX (row), bjt_swatch_new (BJT_SWATCH_CLASS, bjt_picture_get_household (picture, household)->household_class));
  gtk_box_append (GTK_BOX (row), bjt_rows_create_label (text, "caption"));
  gtk_box_append (box, row);
}

void
bjt_household_list_fill (GtkBox           *box,
                         const BjtPicture *picture,
                         guint32           door,
                         gboolean          names_shown)
{
  const BjtRun *run = &bjt_picture_get_door (picture, door)->households;

  bjt_rows_clear (box);
  for (guint32 h = run->first; h < run->first + run->n; h++)
    {
      const BjtPictureHousehold *household = bjt_picture_get_household (picture, h);

      if (run->n > 1)
        append_household_title (box, picture, h);
      for (guint m = 0; m < household->members.n; m++)
        gtk_box_append (box, create_member (picture, bjt_picture_get_member (picture, household->members.first + m),
                                            household, names_shown));
      if (household->members.n == 0)
        gtk_box_append (box, bjt_rows_create_label (_ ("No person is recorded in this household."), "dim-label"));
    }
  if (run->n == 0)
    gtk_box_append (box, bjt_rows_create_label (_ ("Nobody is recorded here."), "dim-label"));
}
