/* bjt-photo-popover.c: decoded only to be shown. */
#include "bjt-photo-popover.h"

#include "model/bjt-plans.h"
#include "widgets/bjt-note-words.h"

#define PHOTO_WIDTH 420
#define PHOTO_HEIGHT 420

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
privacy_changed_cb (GtkPopover *popover,
                    BjtFocus   *focus)
{
  if (bjt_focus_get_curtain (focus))
    gtk_popover_popdown (popover);
}

static void
show_texture (BjtPage    *page,
              GdkTexture *texture,
              GtkWidget  *where)
{
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture)), *popover = gtk_popover_new ();

  gtk_widget_set_size_request (picture, PHOTO_WIDTH, PHOTO_HEIGHT);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), bjt_note_words_get_kind (BJT_ANNOTATION_PHOTO));
  gtk_popover_set_child (GTK_POPOVER (popover), picture);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_LEFT);
  gtk_widget_set_parent (popover, where);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (bjt_page_get_focus (page), "privacy-changed", G_CALLBACK (privacy_changed_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
bjt_photo_popover_show (BjtPage      *page,
                        GBytes       *content,
                        GtkWidget    *where,
                        const GError *error)
{
  g_autoptr (GError)     failure = NULL;
  g_autoptr (GdkTexture) texture = content != NULL ? gdk_texture_new_from_bytes (content, &failure) : NULL;

  if (texture != NULL)
    show_texture (page, texture, where);
  else
    bjt_page_tell_error (page, failure != NULL ? failure : error);
}
