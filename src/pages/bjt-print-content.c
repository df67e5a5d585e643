/* bjt-print-content.c: rows that the type does not know are not shown and not applied. */
#include "bjt-print-content.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-sheet-names.h"
#include "print/bjt-label-stock.h"
#include "print/bjt-ledger-sheet.h"
#include "rules/bjt-work-period.h"
#include "widgets/bjt-date-button.h"
#include "widgets/bjt-key-row.h"

struct _BjtPrintContent
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkWidget      *day_row;
  BjtDateButton  *day_button;
  GtkWidget      *from_row;
  BjtDateButton  *from_button;
  GtkWidget      *to_row;
  BjtDateButton  *to_button;
  AdwComboRow    *parts_row;
  GtkWidget      *overview_row;
  GtkSwitch      *overview_switch;
  AdwExpanderRow *columns_row;
  BjtKeyRow      *stock_row;

  /* Owned */
  GPtrArray *columns; /* GtkCheckButton, borrowed, as bjt_ledger_sheet_get_columns() */

  /* State */
  const BjtSheetType *type;
  BjtDate             today;
  gboolean            is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPrintContent, bjt_print_content, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static gboolean
takes (BjtPrintContent *self,
       guint            settings)
{
  return (self->type->settings & settings) != 0;
}

static void
changed_cb (BjtPrintContent *self)
{
  if (!self->is_filling)
    g_signal_emit (self, changed_signal, 0);
}

/* Columns of a ledger */

static gboolean
is_among (const char *names,
          const char *name)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  return g_strv_contains ((const char *const *) list, name);
}

static void
show_columns (BjtPrintContent *self,
              const char      *names)
{
  guint n;
  const BjtLedgerColumn *columns = bjt_ledger_sheet_get_columns (&n);

  for (guint i = 0; i < n; i++)
    gtk_check_button_set_active (self->columns->pdata[i], is_among (names != NULL ? names : bjt_ledger_sheet_get_usual_columns (), columns[i].name));
}

/* Returns: (transfer full) (nullable): NULL: the usual ones */
static char *
dup_columns (BjtPrintContent *self)
{
  guint n;
  const BjtLedgerColumn *columns = bjt_ledger_sheet_get_columns (&n);
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean is_usual = TRUE;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_chosen = gtk_check_button_get_active (self->columns->pdata[i]);

      is_usual &= is_chosen == is_among (bjt_ledger_sheet_get_usual_columns (), columns[i].name);
      if (is_chosen)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", columns[i].name);
    }
  return is_usual ? NULL : g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_columns (BjtPrintContent *self)
{
  guint n;
  const BjtLedgerColumn *columns = bjt_ledger_sheet_get_columns (&n);

  self->columns = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      GtkWidget  *row = adw_action_row_new (), *check = gtk_check_button_new ();
      const char *title = bjt_sheet_words_get (bjt_sheet_names_get_language (), columns[i].title);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (self->columns_row, row);
      g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->columns, check);
    }
}

static void
add_stock (BjtPrintContent *self)
{
  guint n;
  const BjtLabelStock *stock = bjt_label_stock_get_all (&n);

  bjt_key_row_begin (self->stock_row);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf (_("%u × %u of %.0f × %.0f mm"), stock[i].n_columns, stock[i].n_rows, stock[i].width, stock[i].height);

      bjt_key_row_add (self->stock_row, stock[i].name, label);
    }
  bjt_key_row_end (self->stock_row);
}

/* The whole */

void
bjt_print_content_set_type (BjtPrintContent    *self,
                            const BjtSheetType *type)
{
  self->type = type;
  gtk_widget_set_visible (self->day_row, takes (self, BJT_SHEET_TAKES_DAY));
  gtk_widget_set_visible (self->from_row, takes (self, BJT_SHEET_TAKES_PERIOD));
  gtk_widget_set_visible (self->to_row, takes (self, BJT_SHEET_TAKES_PERIOD));
  gtk_widget_set_visible (GTK_WIDGET (self->parts_row), takes (self, BJT_SHEET_TAKES_PARTS));
  gtk_widget_set_visible (self->overview_row, takes (self, BJT_SHEET_TAKES_PARTS));
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row), takes (self, BJT_SHEET_TAKES_COLUMNS));
  gtk_widget_set_visible (GTK_WIDGET (self->stock_row), takes (self, BJT_SHEET_TAKES_STOCK));
  gtk_widget_set_visible (GTK_WIDGET (self), takes (self, BJT_SHEET_TAKES_DAY | BJT_SHEET_TAKES_PERIOD | BJT_SHEET_TAKES_PARTS | BJT_SHEET_TAKES_COLUMNS | BJT_SHEET_TAKES_STOCK));
}

/* Days that stand for "as usual" follow. */
void
bjt_print_content_set_today (BjtPrintContent *self,
                             BjtDate          today)
{
  BjtDate first, last;

  if (self->today == today)
    return;
  self->today = today;
  bjt_work_period_find (BJT_WORK_THIS_YEAR, today, &first, &last);
  bjt_date_button_set_today (self->day_button, today);
  bjt_date_button_set_date (self->day_button, today);
  bjt_date_button_set_date (self->from_button, first);
  bjt_date_button_set_date (self->to_button, last);
}

void
bjt_print_content_show (BjtPrintContent    *self,
                        const BjtSheetSpec *spec)
{
  BjtDate first, last;

  bjt_work_period_find (BJT_WORK_THIS_YEAR, self->today, &first, &last);
  self->is_filling = TRUE;
  bjt_date_button_set_date (self->day_button, spec->on != BJT_DATE_NONE ? spec->on : self->today);
  bjt_date_button_set_date (self->from_button, spec->from_on != BJT_DATE_NONE ? spec->from_on : first);
  bjt_date_button_set_date (self->to_button, spec->to_on != BJT_DATE_NONE ? spec->to_on : last);
  adw_combo_row_set_selected (self->parts_row, spec->parts);
  gtk_switch_set_active (self->overview_switch, !spec->is_plain);
  show_columns (self, spec->columns);
  bjt_key_row_set_key (self->stock_row, spec->stock);
  self->is_filling = FALSE;
}

void
bjt_print_content_apply (BjtPrintContent *self,
                         BjtSheetSpec    *spec)
{
  g_autofree char *columns = dup_columns (self);

  if (takes (self, BJT_SHEET_TAKES_DAY))
    spec->on = bjt_date_button_get_date (self->day_button);
  if (takes (self, BJT_SHEET_TAKES_PERIOD))
    {
      spec->from_on = bjt_date_button_get_date (self->from_button);
      spec->to_on = bjt_date_button_get_date (self->to_button);
    }
  if (takes (self, BJT_SHEET_TAKES_PARTS))
    {
      guint part = adw_combo_row_get_selected (self->parts_row);

      spec->parts = (BjtAtlasOf) MIN (part, BJT_ATLAS_ENTRANCES);
      spec->is_plain = !gtk_switch_get_active (self->overview_switch);
    }
  if (takes (self, BJT_SHEET_TAKES_COLUMNS))
    bjt_sheet_spec_set_text (&spec->columns, columns);
  if (takes (self, BJT_SHEET_TAKES_STOCK))
    bjt_sheet_spec_set_text (&spec->stock, bjt_key_row_get_key (self->stock_row));
}

static void
bjt_print_content_finalize (GObject *object)
{
  g_ptr_array_unref (BJT_PRINT_CONTENT (object)->columns);
  G_OBJECT_CLASS (bjt_print_content_parent_class)->finalize (object);
}

static void
bjt_print_content_class_init (BjtPrintContentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_print_content_finalize;
  changed_signal = g_signal_new ("changed", BJT_TYPE_PRINT_CONTENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (BJT_TYPE_KEY_ROW);
  g_type_ensure (BJT_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-print-content.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, day_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, day_button);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, from_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, from_button);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, to_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, to_button);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, parts_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, overview_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, overview_switch);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, columns_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintContent, stock_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
bjt_print_content_init (BjtPrintContent *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  show_columns (self, NULL);
  add_stock (self);
  self->is_filling = FALSE;
}
