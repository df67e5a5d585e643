/* bjt-level-names.c: 3 · 标准层 2–6. A plan of several levels is told with its
 * name and range, a schematic as such, a level without a plan with nothing. */
#include "bjt-level-names.h"

#include <glib/gi18n-lib.h>

#include "model/bjt-plans.h"
#include "plan/bjt-plan-index.h"
#include "plan/bjt-plan-levels.h"

/* 2–6, 8 in the words of the building */
static char *
dup_range (const BjtPicture *picture,
           guint32           building,
           const GArray     *levels)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    {
      const BjtLevelRange *range = &g_array_index (levels, BjtLevelRange, i);
      g_autofree char     *first = bjt_picture_dup_level_label (picture, building, range->first);
      g_autofree char     *last = bjt_picture_dup_level_label (picture, building, range->last);

      g_string_append_printf (text, i > 0 ? ", %s" : "%s", first);
      if (range->last > range->first)
        g_string_append_printf (text, "–%s", last);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_plan (const BjtPicture *picture,
          guint32           building,
          int               ordinal)
{
  guint32               index = bjt_plan_index_find_plan (picture, building, ordinal);
  const BjtPicturePlan *plan = index != BJT_NO_INDEX ? bjt_picture_get_plan (picture, index) : NULL;
  g_autoptr (GArray)    levels = plan != NULL ? bjt_plan_levels_parse (plan->levels, NULL) : NULL;
  g_autofree char      *range = NULL;
  const char           *name;

  if (levels == NULL)
    return g_strdup (_ ("no plan"));
  name = plan->kind == BJT_PLAN_SCHEMATIC ? C_ ("plan", "Schematic") : plan->name;
  if (bjt_plan_levels_count (levels) < 2)
    return g_strdup (name != NULL ? name : "");
  range = dup_range (picture, building, levels);
  return g_strdup_printf ("%s %s", name != NULL && *name != '\0' ? name : _ ("Typical level"), range);
}

char *
bjt_level_names_dup (const BjtPicture *picture,
                     guint32           building,
                     int               ordinal)
{
  g_autofree char *level = bjt_picture_dup_level_label (picture, building, ordinal);
  g_autofree char *plan = dup_plan (picture, building, ordinal);

  return g_strconcat (level, "\n", plan, NULL);
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *level = gtk_label_new (NULL), *plan = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (plan), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (plan), 22);
  gtk_label_set_width_chars (GTK_LABEL (level), 2);
  gtk_label_set_xalign (GTK_LABEL (level), 0);
  gtk_label_set_xalign (GTK_LABEL (plan), 0);
  gtk_widget_add_css_class (plan, "dim-label");
  gtk_widget_add_css_class (plan, "caption");
  gtk_box_append (GTK_BOX (row), level);
  gtk_box_append (GTK_BOX (row), plan);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char     *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv)  lines = g_strsplit (text, "\n", 2);
  GtkWidget      *level = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (level), lines[0]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (level)), lines[1]);
}

void
bjt_level_names_set_factory (GtkDropDown *levels)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (levels, factory);
}
