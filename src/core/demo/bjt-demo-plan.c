/* bjt-demo-plan.c: keys, chance and sending, used by every subject. */
#include "bjt-demo-plan.h"

/* The sequence of a subject hangs on the seed and on the subject alone. */
void
bjt_demo_plan_start_subject (BjtDemoPlan *self,
                             guint32      subject)
{
  guint32 seeds[2] = { self->seed, subject };

  g_clear_pointer (&self->rand, g_rand_free);
  self->rand = g_rand_new_with_seed_array (seeds, 2);
}

/**
 * bjt_demo_plan_make_key:
 * @day: the day the record was written
 *
 * Keys of one day rise in the order in which they are made.
 */
void
bjt_demo_plan_make_key (BjtDemoPlan *self,
                        BjtUuid     *id,
                        BjtDate      day)
{
  gint64 noon_ms = bjt_time_from_local (day, 12 * 60) / 1000;

  bjt_uuid_init_seeded (id, noon_ms + self->key_count++, self->key_rand);
}

gboolean
bjt_demo_plan_send (BjtDemoPlan         *self,
                    const BjtRecordType *type,
                    gconstpointer        record)
{
  return self->sink (type, record, self->user_data, self->error);
}

guint
bjt_demo_plan_pick (BjtDemoPlan *self,
                    guint        n)
{
  return n > 1 ? (guint) g_rand_int_range (self->rand, 0, (gint32) n) : 0;
}

gboolean
bjt_demo_plan_chance (BjtDemoPlan *self,
                      double       probability)
{
  return g_rand_double (self->rand) < probability;
}

GArray *
bjt_demo_plan_list_range (guint n)
{
  GArray *indices = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint32 i = 0; i < n; i++)
    g_array_append_val (indices, i);
  return indices;
}

/* Fisher–Yates */
void
bjt_demo_plan_shuffle (BjtDemoPlan *self,
                       GArray      *indices)
{
  for (guint i = indices->len; i > 1; i--)
    {
      guint    j = bjt_demo_plan_pick (self, i);
      guint32 *a = &g_array_index (indices, guint32, i - 1), *b = &g_array_index (indices, guint32, j);
      guint32  kept = *a;

      *a = *b;
      *b = kept;
    }
}

guint32
bjt_demo_plan_find_category (const BjtDemoPlan *self,
                             const char        *code)
{
  for (guint32 i = 0; i < self->categories->len; i++)
    if (g_str_equal (((BjtCategory *) self->categories->pdata[i])->code, code))
      return i;
  g_error ("The catalogue has no category “%s”", code);
}

const BjtUuid *
bjt_demo_plan_find_partner (const BjtDemoPlan *self,
                            const char        *name)
{
  for (guint i = 0; i < self->partners->len; i++)
    if (g_strcmp0 (bjt_demo_get (self->partners, BjtDemoPartner, i)->name, name) == 0)
      return &bjt_demo_get (self->partners, BjtDemoPartner, i)->id;
  return NULL;
}
