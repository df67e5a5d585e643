/* bjt-notice.c: short lines go to the toast overlay of the widget's window,
 * long ones to a dialog; a cancelled action is no news. Errors of core carry a
 * code and an English line with the particulars; here the code becomes a
 * sentence in the reader's language. No personal data comes through here. */
#include "bjt-notice.h"

#include <glib/gi18n.h>

#include "drafting/bjt-draft-words.h"
#include "import/bjt-import-error.h"
#include "store/bjt-store.h"
#include "workspace/bjt-workspace.h"

#define OVERLAY_KEY "bjt-toast-overlay"
#define TOAST_KEY "bjt-toast"
#define MAX_TOAST_LENGTH 60 /* characters; more is read in a dialog */

typedef struct
{
  int         code;
  const char *sentence;
} CodeSentence;

static const CodeSentence workspace_sentences[] = {
  { BJT_WORKSPACE_ERROR_INVALID, N_("This cannot be right, so it was not saved") },
  { BJT_WORKSPACE_ERROR_NOT_FOUND, N_("This is no longer in the file") },
  { BJT_WORKSPACE_ERROR_REFUSED, N_("A rule does not allow this") },
};

/* These say all there is to say: the particulars are the file's name. */
static const CodeSentence whole_sentences[] = {
  { BJT_STORE_ERROR_FOREIGN, N_("This is not a Baijiatu community file") },
  { BJT_STORE_ERROR_NEWER, N_("This file was made by a newer version of Baijiatu; please update the program") },
  { BJT_STORE_ERROR_DAMAGED, N_("This file is damaged and is not opened, so that nothing gets worse; “bjt check” tells more") },
  { BJT_STORE_ERROR_EXISTS, N_("A file with this name exists already") },
};

static const CodeSentence store_sentences[] = {
  { BJT_STORE_ERROR_LOCKED, N_("Somebody else is working on this file") },
  { BJT_STORE_ERROR_NOT_FOUND, N_("This is no longer in the file") },
};

static const CodeSentence import_sentences[] = {
  { BJT_IMPORT_ERROR_FAILED, N_("This file cannot be read") },
  { BJT_IMPORT_ERROR_EMPTY, N_("There is nothing in this file") },
  { BJT_IMPORT_ERROR_UNSUPPORTED, N_("This kind of file is not read") },
  { BJT_IMPORT_ERROR_DAMAGED, N_("This file is cut off or damaged") },
  { BJT_IMPORT_ERROR_UNSAFE, N_("This file could do harm and was not read") },
  { BJT_IMPORT_ERROR_ENCRYPTED, N_("This file is locked with a password") },
  { BJT_IMPORT_ERROR_NO_REGISTER, N_("No sheet of this file looks like a register: the first row should name the columns, such as address, door, name") },
  { BJT_IMPORT_ERROR_LIMIT, N_("Reading this file took too much time or memory") },
  { BJT_IMPORT_ERROR_CRASHED, N_("Reading this file failed; nothing was changed") },
  { BJT_IMPORT_ERROR_PROTOCOL, N_("Reading this file failed; nothing was changed") },
  { BJT_IMPORT_ERROR_COLUMN_MAP, N_("The map of columns is wrong") },
};

static const CodeSentence file_sentences[] = {
  { G_IO_ERROR_NOT_FOUND, N_("There is no such file") },
  { G_IO_ERROR_PERMISSION_DENIED, N_("You may not read or write this file") },
  { G_IO_ERROR_NO_SPACE, N_("The disk is full") },
  { G_IO_ERROR_EXISTS, N_("A file with this name exists already") },
  { G_IO_ERROR_READ_ONLY, N_("This file cannot be written to") },
};

static const char *
find_sentence (const CodeSentence *sentences,
               guint               n_sentences,
               int                 code)
{
  for (guint i = 0; i < n_sentences; i++)
    if (sentences[i].code == code)
      return _(sentences[i].sentence);
  return NULL;
}

static const char *
get_sentence (const GError *error)
{
  if (error->domain == BJT_WORKSPACE_ERROR)
    return find_sentence (workspace_sentences, G_N_ELEMENTS (workspace_sentences), error->code);
  if (error->domain == BJT_STORE_ERROR)
    return find_sentence (store_sentences, G_N_ELEMENTS (store_sentences), error->code);
  if (error->domain == G_IO_ERROR)
    return find_sentence (file_sentences, G_N_ELEMENTS (file_sentences), error->code);
  return NULL;
}

static const char *
get_whole_sentence (const GError *error)
{
  if (error->domain == BJT_STORE_ERROR)
    return find_sentence (whole_sentences, G_N_ELEMENTS (whole_sentences), error->code);
  if (error->domain == BJT_IMPORT_ERROR)
    return find_sentence (import_sentences, G_N_ELEMENTS (import_sentences), error->code);
  return bjt_draft_words_find_refusal (error);
}

/* The sentence of the code, then the particulars where they add something. */
char *
bjt_notice_dup_error_text (const GError *error)
{
  const char *whole = get_whole_sentence (error);
  const char *sentence = get_sentence (error);

  if (whole != NULL)
    return g_strdup (whole);
  if (sentence == NULL)
    return g_strdup (_(error->message));
  /* Translators: a sentence, then the particulars */
  return g_strdup_printf (_("%s: %s"), sentence, _(error->message));
}

/* Where the toasts of a window are shown; it goes with the window. */
void
bjt_notice_set_overlay (GtkWindow       *window,
                        AdwToastOverlay *overlay)
{
  g_object_set_data (G_OBJECT (window), OVERLAY_KEY, overlay);
}

/* The newest alone is seen: an older one would offer to undo something else. */
void
bjt_notice_show (GtkWidget  *near,
                 const char *text,
                 gboolean    can_undo)
{
  GtkRoot *root = gtk_widget_get_root (near);
  AdwToastOverlay *overlay = root != NULL ? g_object_get_data (G_OBJECT (root), OVERLAY_KEY) : NULL;
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast, *previous;

  if (overlay == NULL)
    return;
  previous = g_object_get_data (G_OBJECT (overlay), TOAST_KEY);
  if (previous != NULL)
    adw_toast_dismiss (previous);
  toast = adw_toast_new (escaped);
  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_object_set_data_full (G_OBJECT (overlay), TOAST_KEY, g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
show_dialog (GtkWidget  *near,
             const char *text)
{
  GtkRoot *root = gtk_widget_get_root (near);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("That Did Not Work"), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Something that did not work. */
void
bjt_notice_show_problem (GtkWidget  *near,
                         const char *text)
{
  if (g_utf8_strlen (text, -1) > MAX_TOAST_LENGTH)
    show_dialog (near, text);
  else
    bjt_notice_show (near, text, FALSE);
}

void
bjt_notice_show_error (GtkWidget    *near,
                       const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = bjt_notice_dup_error_text (error);
  bjt_notice_show_problem (near, text);
}
