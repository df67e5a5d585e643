/* bjt-draft-board.c: settings are properties, so that the bars bind to them.
 * Main thread only. */
#include "bjt-draft-board.h"

#include <glib/gi18n-lib.h>

#include "bjt-draft-snap.h"
#include "bjt-draft-words.h"

#define ALL_KINDS ((1u << (BJT_PLAN_SNAP_GRID + 1)) - 2)

struct _BjtDraftBoard
{
  GObject parent_instance;

  /* Owned */
  BjtDraftSnap *snap;
  BjtPicture   *picture;
  GArray       *doors; /* BjtLevelDoor */

  /* State */
  double   grid;
  guint    snap_kinds;
  double   thickness;
  double   opening_width;
  double   text_size;
  gboolean closes_gaps;
  guint32  picked; /* the door that is wanted next; NO_INDEX: by order */
  guint32  last;   /* the door drawn last */
};

G_DEFINE_FINAL_TYPE (BjtDraftBoard, bjt_draft_board, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_GRID,
  PROP_SNAP_KINDS,
  PROP_THICKNESS,
  PROP_OPENING_WIDTH,
  PROP_TEXT_SIZE,
  PROP_CLOSES_GAPS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  DOORS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The plan */

static BjtUuid
get_door_id (BjtDraftBoard *self,
             guint32        door)
{
  return door != BJT_NO_INDEX && self->picture != NULL ? bjt_picture_get_door (self->picture, door)->id : BJT_UUID_NIL;
}

static void
list_doors (BjtDraftBoard *self,
            BjtPlanCanvas *canvas)
{
  guint32 plan = bjt_plan_canvas_get_plan (canvas);

  if (self->picture == NULL || plan == BJT_NO_INDEX || plan >= self->picture->plans->len)
    return;
  g_array_unref (self->doors);
  self->doors = bjt_level_doors_list (self->picture, bjt_picture_get_plan (self->picture, plan)->building, bjt_plan_canvas_get_level (canvas),
                                      bjt_plan_canvas_get_elements (canvas));
}

/* Doors keep their place in the order from one picture to the next. */
void
bjt_draft_board_set_plan (BjtDraftBoard *self,
                          BjtPlanCanvas *canvas)
{
  g_autoptr (BjtFocus) focus = NULL;
  BjtUuid     picked = get_door_id (self, self->picked), last = get_door_id (self, self->last);
  BjtPicture *picture = NULL;

  if (canvas != NULL)
    {
      g_object_get (canvas, "focus", &focus, NULL);
      picture = focus != NULL ? bjt_focus_get_picture (focus) : NULL;
    }
  g_array_set_size (self->doors, 0);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  self->picture = picture != NULL ? bjt_picture_ref (picture) : NULL;
  self->picked = picture != NULL && !bjt_uuid_is_nil (&picked) ? bjt_picture_find_door (picture, &picked) : BJT_NO_INDEX;
  self->last = picture != NULL && !bjt_uuid_is_nil (&last) ? bjt_picture_find_door (picture, &last) : BJT_NO_INDEX;
  if (canvas != NULL)
    list_doors (self, canvas);
  bjt_draft_snap_set_plan (self->snap, canvas != NULL ? bjt_plan_canvas_get_elements (canvas) : NULL,
                           canvas != NULL ? bjt_plan_canvas_get_backdrops (canvas) : NULL);
  g_signal_emit (self, signals[DOORS_CHANGED], 0);
}

BjtPicture *
bjt_draft_board_get_picture (BjtDraftBoard *self)
{
  return self->picture;
}

/* Points */

gboolean
bjt_draft_board_find_snap (BjtDraftBoard   *self,
                           BjtPoint         at,
                           BjtPlanSnapWish *wish,
                           BjtPlanSnapHit  *hit)
{
  wish->kinds = self->snap_kinds;
  wish->grid = self->grid;
  return bjt_draft_snap_find (self->snap, at, wish, hit);
}

void
bjt_draft_board_leave_out (BjtDraftBoard *self,
                           GPtrArray     *elements)
{
  bjt_draft_snap_leave_out (self->snap, elements);
}

double
bjt_draft_board_get_number (BjtDraftBoard *self,
                            const char    *property)
{
  double number;

  g_object_get (self, property, &number, NULL);
  return number;
}

gboolean
bjt_draft_board_has_snap_kind (BjtDraftBoard   *self,
                               BjtPlanSnapKind  kind)
{
  return (self->snap_kinds & (1u << kind)) != 0;
}

void
bjt_draft_board_toggle_snap_kind (BjtDraftBoard   *self,
                                  BjtPlanSnapKind  kind,
                                  gboolean         is_on)
{
  guint kinds = is_on ? self->snap_kinds | (1u << kind) : self->snap_kinds & ~(1u << kind);

  g_object_set (self, "snap-kinds", kinds, NULL);
}

/* Doors */

const GArray *
bjt_draft_board_get_doors (BjtDraftBoard *self)
{
  return self->doors;
}

static BjtLevelDoor *
find_level_door (BjtDraftBoard *self,
                 guint32        door)
{
  for (guint i = 0; i < self->doors->len; i++)
    if (g_array_index (self->doors, BjtLevelDoor, i).door == door)
      return &g_array_index (self->doors, BjtLevelDoor, i);
  return NULL;
}

guint32
bjt_draft_board_get_next_door (BjtDraftBoard *self)
{
  if (self->picked != BJT_NO_INDEX && find_level_door (self, self->picked) != NULL)
    return self->picked;
  return bjt_level_doors_find_next (self->doors, self->last);
}

void
bjt_draft_board_set_next_door (BjtDraftBoard *self,
                               guint32        door)
{
  self->picked = door;
  g_signal_emit (self, signals[DOORS_CHANGED], 0);
}

void
bjt_draft_board_note_drawn (BjtDraftBoard *self,
                            guint32        door)
{
  BjtLevelDoor *entry = find_level_door (self, door);

  if (entry == NULL)
    return;
  entry->is_drawn = TRUE;
  self->last = door;
  self->picked = BJT_NO_INDEX;
  g_signal_emit (self, signals[DOORS_CHANGED], 0);
}

guint32
bjt_draft_board_find_door (BjtDraftBoard        *self,
                           const BjtPlanElement *element)
{
  return self->picture != NULL ? bjt_level_doors_find_element (self->doors, self->picture, element) : BJT_NO_INDEX;
}

char *
bjt_draft_board_dup_subject (BjtDraftBoard  *self,
                             BjtElementKind  kind)
{
  guint32          door = kind == BJT_ELEMENT_DOOR ? bjt_draft_board_get_next_door (self) : BJT_NO_INDEX;
  g_autofree char *name = door != BJT_NO_INDEX ? bjt_draft_words_dup_door (self->picture, door) : NULL;

  if (name == NULL)
    return g_strdup (bjt_draft_words_get_kind (kind));
  /* Translators: %s is the number of the door whose outline is drawn next */
  return g_strdup_printf (_("Door %s"), name);
}

BjtPlanElement *
bjt_draft_board_new_element (BjtDraftBoard  *self,
                             BjtElementKind  kind,
                             BjtGeometry    *shape)
{
  BjtPlanElement *element = bjt_plan_element_new ();

  element->kind = kind;
  element->shape = shape;
  if (kind == BJT_ELEMENT_WALL)
    element->size = self->thickness;
  else if (kind == BJT_ELEMENT_TEXT)
    element->size = self->text_size;
  else if (kind == BJT_ELEMENT_DOOR && self->picture != NULL)
    bjt_level_doors_assign (self->picture, bjt_draft_board_get_next_door (self), element);
  return element;
}

/* The object */

static void
bjt_draft_board_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *spec)
{
  BjtDraftBoard *self = BJT_DRAFT_BOARD (object);

  switch (id)
    {
    case PROP_GRID:
      g_value_set_double (value, self->grid);
      break;
    case PROP_SNAP_KINDS:
      g_value_set_uint (value, self->snap_kinds);
      break;
    case PROP_THICKNESS:
      g_value_set_double (value, self->thickness);
      break;
    case PROP_OPENING_WIDTH:
      g_value_set_double (value, self->opening_width);
      break;
    case PROP_TEXT_SIZE:
      g_value_set_double (value, self->text_size);
      break;
    case PROP_CLOSES_GAPS:
      g_value_set_boolean (value, self->closes_gaps);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
bjt_draft_board_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *spec)
{
  BjtDraftBoard *self = BJT_DRAFT_BOARD (object);

  switch (id)
    {
    case PROP_GRID:
      self->grid = g_value_get_double (value);
      break;
    case PROP_SNAP_KINDS:
      self->snap_kinds = g_value_get_uint (value);
      break;
    case PROP_THICKNESS:
      self->thickness = g_value_get_double (value);
      break;
    case PROP_OPENING_WIDTH:
      self->opening_width = g_value_get_double (value);
      break;
    case PROP_TEXT_SIZE:
      self->text_size = g_value_get_double (value);
      break;
    case PROP_CLOSES_GAPS:
      self->closes_gaps = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
bjt_draft_board_finalize (GObject *object)
{
  BjtDraftBoard *self = BJT_DRAFT_BOARD (object);

  bjt_draft_snap_free (self->snap);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_array_unref (self->doors);
  G_OBJECT_CLASS (bjt_draft_board_parent_class)->finalize (object);
}

static GParamSpec *
new_number (const char *name,
            double      least,
            double      most,
            double      usual)
{
  return g_param_spec_double (name, NULL, NULL, least, most, usual, G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
}

static void
bjt_draft_board_class_init (BjtDraftBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bjt_draft_board_get_property;
  object_class->set_property = bjt_draft_board_set_property;
  object_class->finalize = bjt_draft_board_finalize;
  properties[PROP_GRID] = new_number ("grid", 0, 10, 0.1);
  properties[PROP_SNAP_KINDS] = g_param_spec_uint ("snap-kinds", NULL, NULL, 0, G_MAXUINT, ALL_KINDS,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  properties[PROP_THICKNESS] = new_number ("thickness", 0.05, 1, 0.2);
  properties[PROP_OPENING_WIDTH] = new_number ("opening-width", 0.3, 10, 0.9);
  properties[PROP_TEXT_SIZE] = new_number ("text-size", 0.1, 10, 0.4);
  properties[PROP_CLOSES_GAPS] = g_param_spec_boolean ("closes-gaps", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[DOORS_CHANGED] = g_signal_new ("doors-changed", BJT_TYPE_DRAFT_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_draft_board_init (BjtDraftBoard *self)
{
  self->snap = bjt_draft_snap_new ();
  self->doors = g_array_new (FALSE, FALSE, sizeof (BjtLevelDoor));
  self->picked = self->last = BJT_NO_INDEX;
}

BjtDraftBoard *
bjt_draft_board_new (void)
{
  return g_object_new (BJT_TYPE_DRAFT_BOARD, NULL);
}
