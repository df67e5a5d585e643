/* bjt-rows.c: see the header. */
#include "bjt-rows.h"

#include <glib/gi18n-lib.h>

#include "bjt-words.h"

GtkWidget *
bjt_rows_create_label (const char *text,
                       const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
bjt_rows_create_heading (const char *text,
                         const char *aside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = bjt_rows_create_label (text, "heading");

  gtk_widget_add_css_class (box, "section");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (aside != NULL)
    {
      GtkWidget *label = bjt_rows_create_label (aside, "caption");

      gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

GtkWidget *
bjt_rows_create_frame (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "row-card");
  return box;
}

GtkWidget *
bjt_rows_create_cordon (const BjtPicture *picture,
                        guint32           entrance)
{
  g_autofree char *text = bjt_words_dup_cordon (picture, entrance);
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = bjt_rows_create_label (text, "caption");
  GtkWidget       *button = gtk_button_new_with_label (C_ ("cordon", "Open"));

  gtk_widget_add_css_class (row, "cordon");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "doors.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", entrance);
  gtk_widget_set_tooltip_text (button, _ ("End the cordon today"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "quiet");
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

void
bjt_rows_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
