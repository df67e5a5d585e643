/* bjt-plan-trace-all.c: the outlines that a drawing itself says whose they are.
 *
 * A closed shape whose id or label names a door of the level is its outline;
 * a text that names one is looked around. The first to name a door has it. */
#include "bjt-plan-trace.h"

#include <string.h>

#include "bjt-plan-check.h"
#include "bjt-plan-levels.h"
#include "bjt-plan-shape.h"

#define MOST_TEXTS 20000u
#define LEAST_DIGITS 3u /* of what looks like a door's number */

/* Texts */

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c);
}

/* The words of letters and digits that have a digit, in order: 1单元101室 → 1, 101. */
static GPtrArray *
list_numbers (const char *text)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = text; *at != '\0';)
    {
      const char *end = at;
      gboolean    has_digit = FALSE;

      for (; is_word (*end); end++)
        has_digit |= g_ascii_isdigit (*end);
      if (has_digit)
        g_ptr_array_add (numbers, g_strndup (at, (gsize) (end - at)));
      at = end > at ? end : at + 1;
    }
  return numbers;
}

/* 0101 is 101. */
static gboolean
is_same_number (const char *a,
                const char *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  a += strspn (a, "0");
  b += strspn (b, "0");
  return *a != '\0' && g_ascii_strcasecmp (a, b) == 0;
}

/* Whether the entrance is the one that the number before the door's names. */
static gboolean
is_entrance (const BjtPicture *picture,
             guint32           entrance,
             const char       *number)
{
  g_autoptr (GPtrArray) own = NULL;

  if (entrance == BJT_NO_INDEX || bjt_picture_get_entrance (picture, entrance)->label == NULL)
    return FALSE;
  own = list_numbers (bjt_picture_get_entrance (picture, entrance)->label);
  return own->len > 0 && is_same_number (own->pdata[0], number);
}

static guint32
match_numbers (const BjtPicture *picture,
               guint32           building,
               int               ordinal,
               const GPtrArray  *numbers)
{
  BjtRun      doors = bjt_picture_get_building (picture, building)->doors;
  const char *before = numbers->len > 1 ? numbers->pdata[numbers->len - 2] : NULL;
  guint32     found = BJT_NO_INDEX;
  guint       n = 0;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      g_autoptr (GPtrArray) own = door->label != NULL ? list_numbers (door->label) : NULL;

      if (door->ordinal != ordinal || own == NULL || own->len == 0 || !is_same_number (own->pdata[own->len - 1], numbers->pdata[numbers->len - 1])
          || (before != NULL && !is_entrance (picture, door->entrance, before)))
        continue;
      found = d;
      n++;
    }
  return n == 1 ? found : BJT_NO_INDEX;
}

guint32
bjt_plan_trace_match (const BjtPicture *picture,
                      guint32           building,
                      int               ordinal,
                      const char       *text)
{
  g_autoptr (GPtrArray) numbers = list_numbers (text);

  return numbers->len > 0 && numbers->len <= 3 ? match_numbers (picture, building, ordinal, numbers) : BJT_NO_INDEX;
}

void
bjt_plan_trace_give (BjtPlanElement   *element,
                     const BjtPicture *picture,
                     guint32           door)
{
  const BjtPictureDoor *own = bjt_picture_get_door (picture, door);

  element->kind = BJT_ELEMENT_DOOR;
  element->door_id = own->entrance == BJT_NO_INDEX ? own->id : BJT_UUID_NIL;
  element->entrance_id = own->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, own->entrance)->id : BJT_UUID_NIL;
  element->stack = own->entrance != BJT_NO_INDEX ? own->stack : 0;
}

/* All */

typedef struct
{
  BjtPlanTrace           *trace;
  const BjtPicture       *picture;
  guint32                 building;
  GArray                 *levels; /* int */
  const BjtPlanTraceWish *wish;
  GCancellable           *cancellable;
  BjtPlanTraceAll        *all;
} Finder;

static guint32
match (const Finder *self,
       const char   *text)
{
  guint32 door = BJT_NO_INDEX;

  for (guint i = 0; text != NULL && i < self->levels->len && door == BJT_NO_INDEX; i++)
    door = bjt_plan_trace_match (self->picture, self->building, g_array_index (self->levels, int, i), text);
  return door;
}

/* Doors above each other have one outline. */
static gboolean
is_found (const Finder *self,
          guint32       door)
{
  const BjtPictureDoor *own = bjt_picture_get_door (self->picture, door);

  for (guint i = 0; i < self->all->doors->len; i++)
    {
      guint32               other = g_array_index (self->all->doors, guint32, i);
      const BjtPictureDoor *found = bjt_picture_get_door (self->picture, other);

      if (other == door || (own->entrance != BJT_NO_INDEX && own->entrance == found->entrance && own->stack == found->stack))
        return TRUE;
    }
  return FALSE;
}

static void
take (Finder         *self,
      BjtPlanElement *element,
      guint32         door)
{
  if (element == NULL)
    return;
  bjt_plan_trace_give (element, self->picture, door);
  g_ptr_array_add (self->all->elements, element);
  g_array_append_val (self->all->doors, door);
}

/* The closed shape itself. */
static BjtPlanElement *
new_from_shape (Finder  *self,
                guint32  item)
{
  const BjtPlanBackdrop *backdrop = bjt_plan_trace_get_backdrop (self->trace);
  g_autoptr (BjtGeometry) shape = bjt_drawing_flatten_item (backdrop->drawing, item, 0.02 / backdrop->record->scale);
  g_autofree BjtPoint *points = NULL;
  g_autoptr (BjtGeometry) outline = NULL;
  g_autoptr (BjtPlanElement) element = bjt_plan_element_new ();

  if (shape == NULL || shape->kind != BJT_GEOMETRY_POLYGON || shape->n_parts != 1 || shape->n_points < 3)
    return NULL;
  points = g_new (BjtPoint, shape->n_points);
  for (guint i = 0; i < shape->n_points; i++)
    points[i] = bjt_plan_backdrop_to_plan (backdrop, shape->points[i]);
  outline = bjt_geometry_new_polygon (points, shape->n_points);
  element->kind = BJT_ELEMENT_DOOR;
  element->shape = bjt_plan_shape_dup_clean (outline, 0.005);
  element->source_ref = g_strjoin ("/", backdrop->drawing->layers[backdrop->drawing->items[item].layer].name, backdrop->drawing->items[item].id, NULL);
  return bjt_plan_check_element (element, NULL, NULL) ? g_steal_pointer (&element) : NULL;
}

static void
read_shape (Finder  *self,
            guint32  item)
{
  const BjtDrawingItem *own = bjt_plan_trace_get_backdrop (self->trace)->drawing->items + item;
  guint32               door = match (self, own->label);

  if (door == BJT_NO_INDEX)
    door = match (self, own->id);
  if (door != BJT_NO_INDEX && !is_found (self, door))
    take (self, new_from_shape (self, item), door);
}

static void
read_text (Finder  *self,
           guint32  item)
{
  const BjtPlanBackdrop *backdrop = bjt_plan_trace_get_backdrop (self->trace);
  const BjtDrawingItem  *own = backdrop->drawing->items + item;
  guint32                door = match (self, own->text);
  BjtPoint               middle = { (own->box.x1 + own->box.x2) / 2, (own->box.y1 + own->box.y2) / 2 };
  guint                  n_digits = 0;

  for (const char *at = own->text; at != NULL && *at != '\0'; at++)
    n_digits += g_ascii_isdigit (*at);
  if (door == BJT_NO_INDEX && n_digits >= LEAST_DIGITS)
    g_ptr_array_add (self->all->strange, g_strdup (own->text));
  if (door != BJT_NO_INDEX && !is_found (self, door))
    take (self, bjt_plan_trace_find (self->trace, bjt_plan_backdrop_to_plan (backdrop, middle), self->wish, self->cancellable, NULL), door);
}

static void
list_missing (Finder *self)
{
  BjtRun doors = bjt_picture_get_building (self->picture, self->building)->doors;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    if (bjt_picture_get_door (self->picture, d)->ordinal == g_array_index (self->levels, int, 0) && !bjt_picture_get_door (self->picture, d)->is_merged
        && !is_found (self, d))
      g_array_append_val (self->all->missing, d);
}

static BjtPlanTraceAll *
new_all (void)
{
  BjtPlanTraceAll *self = g_new0 (BjtPlanTraceAll, 1);

  self->elements = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  self->doors = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->missing = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->strange = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bjt_plan_trace_all_free (BjtPlanTraceAll *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->elements);
  g_array_unref (self->doors);
  g_array_unref (self->missing);
  g_ptr_array_unref (self->strange);
  g_free (self);
}

/**
 * bjt_plan_trace_find_all:
 * @plan: of the picture; doors of all its levels count
 *
 * Returns: (transfer full) (nullable): what was found, which may be nothing;
 *   %NULL when cancelled
 */
BjtPlanTraceAll *
bjt_plan_trace_find_all (BjtPlanTrace           *self,
                         const BjtPicture       *picture,
                         guint32                 plan,
                         const BjtPlanTraceWish *wish,
                         GCancellable           *cancellable,
                         GError                **error)
{
  const BjtPicturePlan *own = bjt_picture_get_plan (picture, plan);
  const BjtDrawing     *drawing = bjt_plan_trace_get_backdrop (self)->drawing;
  g_autoptr (GArray) levels = bjt_plan_levels_parse (own->levels, error);
  g_autoptr (BjtPlanTraceAll) all = new_all ();
  Finder finder = { self, picture, own->building, levels, wish, cancellable, all };
  guint  n_texts = 0;

  if (levels == NULL)
    return NULL;
  for (guint32 i = 0; i < drawing->n_items; i++)
    if (drawing->items[i].kind == BJT_DRAWING_PATH)
      read_shape (&finder, i);
  for (guint32 i = 0; i < drawing->n_items && n_texts < MOST_TEXTS; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (drawing->items[i].kind != BJT_DRAWING_TEXT)
        continue;
      n_texts++;
      read_text (&finder, i);
    }
  if (levels->len > 0)
    list_missing (&finder);
  return g_steal_pointer (&all);
}
