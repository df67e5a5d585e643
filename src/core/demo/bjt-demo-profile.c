/* bjt-demo-profile.c: figures that all sample communities share, and how they
 * grow with the number of households. Immutable once made. */
#include "bjt-demo-profile.h"

#include <math.h>
#include <string.h>

const char *const BJT_DEMO_FAMILY_ROLES[BJT_DEMO_N_FAMILIES] = {
  [BJT_DEMO_ELDER_ALONE] = "E",
  [BJT_DEMO_ELDER_COUPLE] = "Ee",
  [BJT_DEMO_MIXED_COUPLE] = "Em",
  [BJT_DEMO_ELDER_CHILD] = "Ek",
  [BJT_DEMO_ELDERS_CHILD] = "Eek",
  [BJT_DEMO_THREE_GENERATIONS] = "HscP",
  [BJT_DEMO_THREE_GENERATIONS_BOTH] = "HscPp",
  [BJT_DEMO_THREE_GENERATIONS_BIG] = "HsccPp",
  [BJT_DEMO_ELDER_GRANDCHILD] = "Er",
  [BJT_DEMO_ELDERS_GRANDCHILD] = "Eer",
  [BJT_DEMO_COUPLE_CHILD] = "Hsc",
  [BJT_DEMO_COUPLE_TWO_CHILDREN] = "Hscc",
  [BJT_DEMO_PARENT_CHILD] = "Hc",
  [BJT_DEMO_COUPLE_GROWN_CHILD] = "Hsg",
  [BJT_DEMO_COUPLE] = "Hs",
  [BJT_DEMO_PARENT_GROWN_CHILD] = "Hg",
  [BJT_DEMO_SINGLE] = "H",
};

guint
bjt_demo_figures_count_households (const BjtDemoFigures *self)
{
  guint n = 0;

  for (guint i = 0; i < BJT_DEMO_N_FAMILIES; i++)
    n += self->families[i];
  return n;
}

guint
bjt_demo_figures_count_persons (const BjtDemoFigures *self)
{
  guint n = 0;

  for (guint i = 0; i < BJT_DEMO_N_FAMILIES; i++)
    n += self->families[i] * (guint) strlen (BJT_DEMO_FAMILY_ROLES[i]);
  return n;
}

/* Keeps the shares, rounded down so that they never exceed the households; the
 * members of the struct are all counts. */
void
bjt_demo_figures_scale (BjtDemoFigures *self,
                        guint           n_households)
{
  guint  *counts = (guint *) self;
  double  ratio = n_households / (double) bjt_demo_figures_count_households (self);
  guint   n;

  G_STATIC_ASSERT (sizeof *self % sizeof (guint) == 0);
  for (guint i = 0; i < sizeof *self / sizeof (guint); i++)
    counts[i] = (guint) floor (counts[i] * ratio);
  self->families[BJT_DEMO_COUPLE] = 0;
  n = bjt_demo_figures_count_households (self);
  self->families[BJT_DEMO_COUPLE] = n < n_households ? n_households - n : 0;
}

/**
 * bjt_demo_profile_new:
 * @code: jiangbei, jiabei or stress
 * @n_doors: of stress
 *
 * Returns: (transfer full) (nullable): %NULL for any other @code
 */
BjtDemoProfile *
bjt_demo_profile_new (const char *code,
                      guint       n_doors)
{
  g_autoptr (BjtDemoProfile) self = g_new0 (BjtDemoProfile, 1);

  self->code = code;
  self->strings = g_string_chunk_new (4096);
  self->compounds = g_array_new (FALSE, TRUE, sizeof (BjtDemoCompoundSpec));
  self->grids = g_array_new (FALSE, TRUE, sizeof (BjtDemoGridSpec));
  self->features = g_array_new (FALSE, TRUE, sizeof (BjtDemoFeatureSpec));
  self->boundary = g_array_new (FALSE, TRUE, sizeof (BjtPoint));
  if (g_str_equal (code, "jiangbei"))
    bjt_demo_profile_fill_jiangbei (self);
  else if (g_str_equal (code, "jiabei"))
    bjt_demo_profile_fill_jiabei (self);
  else if (g_str_equal (code, "stress"))
    bjt_demo_profile_fill_stress (self, n_doors);
  else
    return NULL;
  return g_steal_pointer (&self);
}

void
bjt_demo_profile_free (BjtDemoProfile *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->compounds);
  g_clear_pointer (&self->building_specs, g_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_array_unref (self->grids);
  g_array_unref (self->features);
  g_array_unref (self->boundary);
  g_string_chunk_free (self->strings);
  g_free (self);
}
