/* bjt-label-placer.c: greedy by weight, then exchange: a label, mostly one that
 * was left out, takes one of its places; those that stood there look for
 * another; what is better stays, what is worse stays ever more rarely
 * (simulated annealing with a fixed seed and as many steps as there are labels,
 * so that the same labels stand the same always).
 *
 * What counts is the weight left out, and a quarter of what stands at its worst
 * place. What comes out never leaves out more than greed did. */
#include "bjt-label-placer.h"

#include "bjt-label-field.h"

#include <math.h>

#define SEED 20261122
#define STEPS_A_LABEL 30
#define MAX_STEPS 60000
#define MAX_EJECTED 4
#define WORST_PLACE 0.25 /* of the weight */
#define HOT 0.35 /* temperatures, in mean weights of what was left out */
#define COLD 0.02
#define SETTLING 3 /* times everything looks for a better place */

struct _BjtLabelPlacer
{
  BjtLabelField field;

  /* While it places */
  GRand   *rand;
  guint32 *order;   /* labels by weight */
  guint32 *dropped; /* labels that could stand somewhere */
  guint32 *places;  /* of each label in dropped */
  guint32  n_dropped;
  double   energy, weight; /* what counts; the weight left out alone */
  GArray  *changes; /* Change: of one step */
};

typedef struct
{
  guint32 label, at; /* where it stood */
} Change;

BjtLabelPlacer *
bjt_label_placer_new (double gap)
{
  BjtLabelPlacer *self = g_new0 (BjtLabelPlacer, 1);

  bjt_label_field_init (&self->field, gap);
  return self;
}

void
bjt_label_placer_free (BjtLabelPlacer *self)
{
  if (self == NULL)
    return;
  bjt_label_field_clear (&self->field);
  g_free (self);
}

static gboolean
is_sound (const BjtBox *box)
{
  return isfinite (box->x1) && isfinite (box->y1) && isfinite (box->x2) && isfinite (box->y2) && box->x1 <= box->x2 && box->y1 <= box->y2;
}

void
bjt_label_placer_add_obstacle (BjtLabelPlacer *self,
                               const BjtBox   *box)
{
  if (is_sound (box))
    g_array_append_val (self->field.obstacles, *box);
}

guint32
bjt_label_placer_add_label (BjtLabelPlacer *self,
                            double          weight,
                            guint32         group)
{
  BjtLabel label = { .weight = weight > 0 && isfinite (weight) ? weight : 1e-6, .group = group, .first = self->field.spots->len, .at = BJT_NO_SPOT };

  g_array_append_val (self->field.labels, label);
  return self->field.labels->len - 1;
}

void
bjt_label_placer_add_place (BjtLabelPlacer *self,
                            const BjtBox   *boxes,
                            guint           n_boxes,
                            double          cost)
{
  BjtLabel    *label = bjt_label_field_get (&self->field, self->field.labels->len - 1);
  BjtLabelSpot spot = { BJT_BOX_EMPTY, self->field.boxes->len, n_boxes, label->n_given++, cost > 0 ? fmin (cost, 1) : 0 };

  for (guint i = 0; i < n_boxes; i++)
    {
      if (!is_sound (&boxes[i]))
        return;
      bjt_box_add_point (&spot.box, boxes[i].x1, boxes[i].y1);
      bjt_box_add_point (&spot.box, boxes[i].x2, boxes[i].y2);
    }
  if (n_boxes == 0)
    return;
  g_array_append_vals (self->field.boxes, boxes, n_boxes);
  g_array_append_val (self->field.spots, spot);
  label->n_spots++;
}

/* What stands */

static double
rate (const BjtLabelPlacer *self,
      const BjtLabel       *label,
      guint32               spot)
{
  if (spot == BJT_NO_SPOT)
    return label->weight;
  return WORST_PLACE * label->weight * bjt_label_field_get_spot (&self->field, spot)->cost;
}

static void
list_dropped (BjtLabelPlacer *self,
              guint32         label)
{
  self->places[label] = self->n_dropped;
  self->dropped[self->n_dropped++] = label;
}

static void
unlist_dropped (BjtLabelPlacer *self,
                guint32         label)
{
  guint32 last = self->dropped[--self->n_dropped];

  self->dropped[self->places[label]] = last;
  self->places[last] = self->places[label];
}

/* Keeps the books. */
static void
move (BjtLabelPlacer *self,
      guint32         index,
      guint32         spot)
{
  BjtLabel *label = bjt_label_field_get (&self->field, index);
  gboolean  stood = label->at != BJT_NO_SPOT, stands = spot != BJT_NO_SPOT;

  self->energy += rate (self, label, spot) - rate (self, label, label->at);
  if (stood && !stands)
    {
      self->weight += label->weight;
      list_dropped (self, index);
    }
  else if (!stood && stands)
    {
      self->weight -= label->weight;
      unlist_dropped (self, index);
    }
  bjt_label_field_put (&self->field, index, spot);
}

static gboolean
is_free (const BjtLabelPlacer *self,
         guint32               label,
         guint32               spot)
{
  return bjt_label_field_list_conflicts (&self->field, label, spot, NULL, 0) == 0;
}

/* The best place that is free and better than where it stands. */
static guint32
find_free (const BjtLabelPlacer *self,
           guint32               index)
{
  const BjtLabel *label = bjt_label_field_get (&self->field, index);

  for (guint32 i = label->first; i < label->first + label->n_spots && i != label->at; i++)
    if (is_free (self, index, i))
      return i;
  return BJT_NO_SPOT;
}

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const BjtLabelPlacer *self = user_data;
  guint32               x = *(const guint32 *) a, y = *(const guint32 *) b;
  double                p = bjt_label_field_get (&self->field, x)->weight, q = bjt_label_field_get (&self->field, y)->weight;

  if (p > q || p < q)
    return p > q ? -1 : 1;
  return (x > y) - (x < y);
}

static void
begin (BjtLabelPlacer *self)
{
  guint32 n = self->field.labels->len;

  bjt_label_field_prepare (&self->field);
  self->order = g_new (guint32, MAX (n, 1));
  self->dropped = g_new (guint32, MAX (n, 1));
  self->places = g_new (guint32, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    {
      self->order[i] = i;
      if (bjt_label_field_get (&self->field, i)->n_spots == 0)
        continue;
      self->energy += bjt_label_field_get (&self->field, i)->weight;
      list_dropped (self, i);
    }
  self->weight = self->energy;
  g_qsort_with_data (self->order, (gint) n, sizeof *self->order, compare_labels, self);
}

static void
end (BjtLabelPlacer *self)
{
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->dropped, g_free);
  g_clear_pointer (&self->places, g_free);
}

/* Returns: whether any found a better place */
static gboolean
settle (BjtLabelPlacer *self)
{
  gboolean any = FALSE;

  for (guint32 i = 0; i < self->field.labels->len; i++)
    {
      guint32 spot = find_free (self, self->order[i]);

      if (spot == BJT_NO_SPOT)
        continue;
      move (self, self->order[i], spot);
      any = TRUE;
    }
  return any;
}

void
bjt_label_placer_place_greedily (BjtLabelPlacer *self)
{
  begin (self);
  settle (self);
  end (self);
}

/* Exchange */

static void
change (BjtLabelPlacer *self,
        guint32         label,
        guint32         spot)
{
  Change was = { label, bjt_label_field_get (&self->field, label)->at };

  g_array_append_val (self->changes, was);
  move (self, label, spot);
}

static void
take_back (BjtLabelPlacer *self)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      const Change *was = &g_array_index (self->changes, Change, i - 1);

      move (self, was->label, was->at);
    }
}

/* To @spot; what stands there finds another place, or none. */
static gboolean
push (BjtLabelPlacer *self,
      guint32         label,
      guint32         spot)
{
  guint32 ejected[MAX_EJECTED];
  guint   n = bjt_label_field_list_conflicts (&self->field, label, spot, ejected, MAX_EJECTED);

  if (n > MAX_EJECTED)
    return FALSE;
  for (guint i = 0; i < n; i++)
    change (self, ejected[i], BJT_NO_SPOT);
  change (self, label, spot);
  for (guint i = 0; i < n; i++)
    {
      guint32 other = find_free (self, ejected[i]);

      if (other != BJT_NO_SPOT)
        change (self, ejected[i], other);
    }
  return TRUE;
}

/* Three times in four one that was left out. */
static guint32
choose_label (BjtLabelPlacer *self)
{
  if (g_rand_int (self->rand) % 4 != 0)
    return self->dropped[g_rand_int (self->rand) % self->n_dropped];
  return g_rand_int (self->rand) % self->field.labels->len;
}

static void
step (BjtLabelPlacer *self,
      double          temperature)
{
  guint32         index = choose_label (self);
  const BjtLabel *label = bjt_label_field_get (&self->field, index);
  double          before = self->energy;
  guint32         spot;

  if (label->n_spots == 0)
    return;
  spot = label->first + g_rand_int (self->rand) % label->n_spots;
  if (spot == label->at)
    return;
  g_array_set_size (self->changes, 0);
  if (push (self, index, spot) && self->energy > before && g_rand_double (self->rand) >= exp ((before - self->energy) / temperature))
    take_back (self);
}

static void
keep (const BjtLabelPlacer *self,
      guint32              *kept)
{
  for (guint32 i = 0; i < self->field.labels->len; i++)
    kept[i] = bjt_label_field_get (&self->field, i)->at;
}

static void
restore (BjtLabelPlacer *self,
         const guint32  *kept)
{
  for (guint32 i = 0; i < self->field.labels->len; i++)
    move (self, i, BJT_NO_SPOT);
  for (guint32 i = 0; i < self->field.labels->len; i++)
    move (self, i, kept[i]);
}

/* Leaves in @kept the best that was met. */
static void
anneal (BjtLabelPlacer *self,
        guint32        *kept)
{
  guint64 n_steps = MIN ((guint64) self->field.labels->len * STEPS_A_LABEL, MAX_STEPS);
  double  unit = self->weight / MAX (self->n_dropped, 1), best = self->weight, least = 1e-9 * unit;

  for (guint64 i = 0; i < n_steps && self->n_dropped > 0; i++)
    {
      step (self, unit * HOT * pow (COLD / HOT, (double) i / (double) n_steps));
      if (self->weight >= best - least)
        continue;
      best = self->weight;
      keep (self, kept);
    }
  if (self->weight <= best + least)
    keep (self, kept);
}

/* Each added anew: the books may be off by a rounding. */
static double
weigh_dropped (const BjtLabelPlacer *self)
{
  double weight;

  bjt_label_placer_count_dropped (self, &weight);
  return weight;
}

static void
exchange (BjtLabelPlacer *self)
{
  guint32            n = self->field.labels->len;
  g_autofree guint32 *greedy = g_new (guint32, n), *best = g_new (guint32, n);
  double              weight = weigh_dropped (self);

  keep (self, greedy);
  keep (self, best);
  self->rand = g_rand_new_with_seed (SEED);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  anneal (self, best);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->changes, g_array_unref);
  restore (self, best);
  if (weigh_dropped (self) > weight)
    restore (self, greedy);
}

void
bjt_label_placer_place (BjtLabelPlacer *self)
{
  begin (self);
  settle (self);
  if (self->n_dropped > 0)
    exchange (self);
  for (guint i = 0; i < SETTLING && settle (self); i++)
    ;
  end (self);
}

guint32
bjt_label_placer_get_place (const BjtLabelPlacer *self,
                            guint32               label)
{
  guint32 at = bjt_label_field_get (&self->field, label)->at;

  return at == BJT_NO_SPOT ? BJT_NO_PLACE : bjt_label_field_get_spot (&self->field, at)->index;
}

/**
 * bjt_label_placer_count_dropped:
 * @weight: (out) (optional): theirs together
 */
guint
bjt_label_placer_count_dropped (const BjtLabelPlacer *self,
                                double               *weight)
{
  double sum = 0;
  guint  n = 0;

  for (guint32 i = 0; i < self->field.labels->len; i++)
    {
      const BjtLabel *label = bjt_label_field_get (&self->field, i);

      if (label->at != BJT_NO_SPOT)
        continue;
      sum += label->weight;
      n++;
    }
  if (weight != NULL)
    *weight = sum;
  return n;
}
