/* bjt-print-purpose.c: the class of the sheet stands above: internal ones are numbered
 * and recorded, public ones know no names and no receiver. */
#include "bjt-print-purpose.h"

#include <glib/gi18n.h>

#include "bjt-sheet-names.h"

struct _BjtPrintPurpose
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  AdwComboRow   *names_row;
  GtkEditable   *purpose_row;
  GtkEditable   *receiver_row;
  GtkEditable   *maker_row;
  AdwActionRow  *copies_row;
  GtkSpinButton *copies_spin;

  /* State */
  const BjtSheetType *type;
  gboolean            is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPrintPurpose, bjt_print_purpose, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  TYPING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (BjtPrintPurpose *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
typed_cb (BjtPrintPurpose *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[TYPING], 0);
}

static void
describe_class (BjtPrintPurpose *self)
{
  static const char *const descriptions[] = {
    [BJT_SHEET_CLASS_INTERNAL] = N_("Each copy is numbered and recorded."),
    [BJT_SHEET_CLASS_OUTWARD] = N_("It is recorded, and bears no marks."),
    [BJT_SHEET_CLASS_PUBLIC] = N_("Totals and staff alone: no resident is on it."),
  };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), bjt_sheet_names_get_class (self->type->classification));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), gettext (descriptions[self->type->classification]));
}

void
bjt_print_purpose_set_type (BjtPrintPurpose    *self,
                            const BjtSheetType *type)
{
  gboolean is_public = type->classification == BJT_SHEET_CLASS_PUBLIC;

  self->type = type;
  describe_class (self);
  gtk_widget_set_visible (GTK_WIDGET (self->names_row), (type->settings & BJT_SHEET_TAKES_NAMES) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose_row), !is_public);
  gtk_widget_set_visible (GTK_WIDGET (self->receiver_row), !is_public);
}

static void
show_text (GtkEditable *row,
           const char  *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

/* The maker stays who it is. */
void
bjt_print_purpose_show (BjtPrintPurpose     *self,
                        const BjtSheetOrder *order)
{
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->names_row, order->spec.options.names);
  show_text (self->purpose_row, order->spec.options.purpose);
  show_text (self->receiver_row, order->spec.options.receiver);
  gtk_spin_button_set_value (self->copies_spin, order->n_copies);
  self->is_filling = FALSE;
}

void
bjt_print_purpose_show_copies (BjtPrintPurpose     *self,
                               const BjtSheetOrder *order)
{
  guint first = order->spec.options.copy_number, last = first + order->n_copies - 1;
  g_autofree char *text = first == 0 ? NULL : first == last ? g_strdup_printf (_("No. %u"), last) : g_strdup_printf (_("No. %u–%u"), first, last);

  adw_action_row_set_subtitle (self->copies_row, text != NULL ? text : "");
}

void
bjt_print_purpose_apply (BjtPrintPurpose *self,
                         BjtSheetOrder   *order)
{
  BjtGridSheetOptions *options = &order->spec.options;
  guint names = adw_combo_row_get_selected (self->names_row);

  if (self->type->settings & BJT_SHEET_TAKES_NAMES)
    options->names = (BjtSheetNames) MIN (names, BJT_SHEET_NAMES_FULL);
  if (self->type->classification != BJT_SHEET_CLASS_PUBLIC)
    {
      bjt_sheet_spec_set_text (&options->purpose, gtk_editable_get_text (self->purpose_row));
      bjt_sheet_spec_set_text (&options->receiver, gtk_editable_get_text (self->receiver_row));
    }
  bjt_sheet_spec_set_text (&options->maker, gtk_editable_get_text (self->maker_row));
  order->n_copies = (guint) gtk_spin_button_get_value_as_int (self->copies_spin);
}

/* The field whose text the program remembers. */
GtkEditable *
bjt_print_purpose_get_maker (BjtPrintPurpose *self)
{
  return self->maker_row;
}

static void
bjt_print_purpose_class_init (BjtPrintPurposeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", BJT_TYPE_PRINT_PURPOSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPING] = g_signal_new ("typing", BJT_TYPE_PRINT_PURPOSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-print-purpose.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPurpose, names_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPurpose, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPurpose, receiver_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPurpose, maker_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPurpose, copies_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPurpose, copies_spin);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
bjt_print_purpose_init (BjtPrintPurpose *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}
