/* bjt-print-paper.c: the ways onto paper are keys as well: "tile A4", "4 A3". */
#include "bjt-print-paper.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-sheet-names.h"
#include "widgets/bjt-key-row.h"

#define USUAL "usual"
#define CUSTOM "custom"
#define AS_IT_IS ""
#define AUTOMATIC "0"
#define TILED "tile "

struct _BjtPrintPaper
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  BjtKeyRow   *paper_row;
  GtkEditable *custom_row;
  AdwComboRow *orientation_row;
  BjtKeyRow   *scale_row;
  GtkWidget   *turn_row;
  GtkSwitch   *turn_switch;
  BjtKeyRow   *onto_row;
  AdwComboRow *base_row;
  GtkWidget   *mono_row;
  GtkSwitch   *mono_switch;
  GtkWidget   *binding_row;
  GtkSwitch   *binding_switch;

  /* State */
  const BjtSheetType *type;
  gboolean            is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPrintPaper, bjt_print_paper, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  TYPING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_custom (BjtPrintPaper *self)
{
  return g_strcmp0 (bjt_key_row_get_key (self->paper_row), CUSTOM) == 0;
}

static void
changed_cb (BjtPrintPaper *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->custom_row), is_custom (self));
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
typed_cb (BjtPrintPaper *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[TYPING], 0);
}

/* Rows */

/* What is usual becomes larger where that is needed; what is chosen stays. */
static void
fill_papers (BjtPrintPaper *self)
{
  static const char *const papers[] = { "A5", "A4", "A3", "A2", "A1", "A0" };

  g_autofree char *usual = self->type->paper != NULL ? g_strdup_printf (_("As usual (%s)"), self->type->paper) : g_strdup (_("As usual"));

  bjt_key_row_begin (self->paper_row);
  bjt_key_row_add (self->paper_row, USUAL, usual);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    bjt_key_row_add (self->paper_row, papers[i], papers[i]);
  bjt_key_row_add (self->paper_row, CUSTOM, _("Another size"));
  bjt_key_row_end (self->paper_row);
}

static void
fill_scales (BjtPrintPaper *self)
{
  static const int scales[] = { 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000 };

  bjt_key_row_begin (self->scale_row);
  bjt_key_row_add (self->scale_row, AUTOMATIC, _("What fits best"));
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", scales[i]), *label = g_strdup_printf ("1:%d", scales[i]);

      bjt_key_row_add (self->scale_row, key, label);
    }
  bjt_key_row_end (self->scale_row);
}

static void
add_tiled (BjtPrintPaper *self,
           const char    *paper)
{
  g_autofree char *key = g_strconcat (TILED, paper, NULL);
  g_autofree char *label = g_strdup_printf (_("several %s, to be glued"), paper);

  bjt_key_row_add (self->onto_row, key, label);
}

static void
add_nup (BjtPrintPaper *self,
         guint          n,
         const char    *paper)
{
  g_autofree char *key = g_strdup_printf ("%u %s", n, paper);
  g_autofree char *label = n == 1 ? g_strdup_printf (_("%s, made smaller"), paper) : g_strdup_printf (_("%s, %u pages on one"), paper, n);

  bjt_key_row_add (self->onto_row, key, label);
}

static void
fill_onto (BjtPrintPaper *self)
{
  static const guint counts[] = { 2, 4, 8 };

  bjt_key_row_begin (self->onto_row);
  bjt_key_row_add (self->onto_row, AS_IT_IS, _("that paper"));
  add_tiled (self, "A4");
  add_tiled (self, "A3");
  add_nup (self, 1, "A4");
  add_nup (self, 1, "A3");
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    add_nup (self, counts[i], "A4");
  for (guint i = 0; i < 2; i++)
    add_nup (self, counts[i], "A3");
  bjt_key_row_end (self->onto_row);
}

void
bjt_print_paper_set_type (BjtPrintPaper      *self,
                          const BjtSheetType *type)
{
  self->type = type;
  self->is_filling = TRUE;
  bjt_key_row_set_key (self->paper_row, USUAL);
  fill_papers (self);
  bjt_key_row_set_key (self->onto_row, AS_IT_IS);
  bjt_key_row_set_key (self->scale_row, AUTOMATIC);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->turn_row, (type->settings & BJT_SHEET_TAKES_TURN) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), (type->settings & BJT_SHEET_TAKES_EXTENT) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->orientation_row), (type->settings & BJT_SHEET_TAKES_ORIENTATION) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->base_row), (type->settings & BJT_SHEET_TAKES_BASE) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->custom_row), is_custom (self));
}

/* Orders */

static void
show_paper (BjtPrintPaper *self,
            const char    *paper)
{
  gboolean is_known = paper == NULL || (paper[0] == 'A' && strlen (paper) == 2);

  bjt_key_row_set_key (self->paper_row, paper == NULL ? USUAL : is_known ? paper : CUSTOM);
  if (!is_known)
    gtk_editable_set_text (self->custom_row, paper);
}

static void
show_imposition (BjtPrintPaper       *self,
                 const BjtImposition *imposition)
{
  g_autofree char *key = imposition->is_tiled ? g_strconcat (TILED, imposition->tiling.paper, NULL)
                         : imposition->nup.n > 0 ? g_strdup_printf ("%u %s", imposition->nup.n, imposition->nup.paper != NULL ? imposition->nup.paper : "A4")
                                                 : g_strdup (AS_IT_IS);

  bjt_key_row_set_key (self->onto_row, key);
}

void
bjt_print_paper_show (BjtPrintPaper       *self,
                      const BjtSheetOrder *order)
{
  const BjtGridSheetOptions *options = &order->spec.options;
  g_autofree char *scale = g_strdup_printf ("%.0f", options->extent.denominator);

  self->is_filling = TRUE;
  bjt_key_row_set_key (self->scale_row, scale);
  gtk_switch_set_active (self->turn_switch, options->extent.is_fit);
  show_paper (self, options->paper);
  show_imposition (self, &order->imposition);
  adw_combo_row_set_selected (self->orientation_row, options->orientation);
  gtk_switch_set_active (self->mono_switch, options->is_mono);
  gtk_switch_set_active (self->binding_switch, options->has_binding);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->custom_row), is_custom (self));
}

static void
apply_imposition (BjtPrintPaper *self,
                  BjtImposition *imposition)
{
  const char *key = bjt_key_row_get_key (self->onto_row);

  if (key == NULL || *key == '\0')
    return;
  if (g_str_has_prefix (key, TILED))
    {
      imposition->is_tiled = TRUE;
      imposition->tiling.paper = g_strdup (key + strlen (TILED));
      imposition->tiling.language = bjt_sheet_names_get_language ();
      return;
    }
  imposition->nup.n = (guint) g_ascii_strtoull (key, NULL, 10);
  imposition->nup.paper = g_strdup (strchr (key, ' ') + 1);
}

/* @order: a new one */
void
bjt_print_paper_apply (BjtPrintPaper *self,
                       BjtSheetOrder *order)
{
  BjtGridSheetOptions *options = &order->spec.options;
  const char *paper = bjt_key_row_get_key (self->paper_row);
  guint orientation = adw_combo_row_get_selected (self->orientation_row);

  if (is_custom (self))
    paper = gtk_editable_get_text (self->custom_row);
  bjt_sheet_spec_set_text (&options->paper, g_strcmp0 (paper, USUAL) == 0 ? NULL : paper);
  if (self->type->settings & BJT_SHEET_TAKES_ORIENTATION)
    options->orientation = (BjtOrientation) MIN (orientation, BJT_ORIENTATION_PORTRAIT);
  if (self->type->settings & BJT_SHEET_TAKES_EXTENT)
    options->extent.is_fit = (self->type->settings & BJT_SHEET_TAKES_TURN) != 0 && gtk_switch_get_active (self->turn_switch);
  if (self->type->settings & BJT_SHEET_TAKES_EXTENT)
    options->extent.denominator = g_ascii_strtod (bjt_key_row_get_key (self->scale_row), NULL);
  options->is_mono = gtk_switch_get_active (self->mono_switch);
  options->has_binding = gtk_switch_get_active (self->binding_switch);
  apply_imposition (self, &order->imposition);
}

AdwComboRow *
bjt_print_paper_get_base_row (BjtPrintPaper *self)
{
  return self->base_row;
}

static void
bjt_print_paper_class_init (BjtPrintPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", BJT_TYPE_PRINT_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPING] = g_signal_new ("typing", BJT_TYPE_PRINT_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (BJT_TYPE_KEY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-print-paper.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, paper_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, custom_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, scale_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, turn_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, turn_switch);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, onto_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, base_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, mono_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, mono_switch);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, binding_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPaper, binding_switch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
bjt_print_paper_init (BjtPrintPaper *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_scales (self);
  fill_onto (self);
  self->is_filling = FALSE;
}
