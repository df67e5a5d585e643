/* bjt-timeline-canvas.c: a child widget a visit, so that keyboard and screen reader
 * meet each; what lies between is painted. While a block is dragged its shadow goes
 * with the pointer and a line says where it would stand. */
#include "bjt-timeline-canvas.h"

#include <math.h>
#include <string.h>

#include "bjt-timeline-block.h"
#include "bjt-widgets.h"
#include "paint/bjt-route-sign.h"

#define HOUR 3600
#define WAY_HEIGHT 6.0
#define GROUP_SIZE 10.5
#define DRAG_REACH 5.0 /* px: less is a click */

struct _BjtTimelineCanvas
{
  GtkWidget parent_instance;

  /* Owned */
  BjtTimelinePlan *plan;

  /* State */
  double            scale;
  BjtUuid           chosen;    /* NIL: none */
  gboolean          is_fixed;  /* nothing is moved now */
  BjtTimelineBlock *dragged;   /* NULL: nothing */
  double            grip_x;    /* from the middle of the block to the pointer */
  double            x, y;      /* of the pointer */
  BjtTimelineDrop   drop;
  gboolean          can_drop;
};

G_DEFINE_FINAL_TYPE (BjtTimelineCanvas, bjt_timeline_canvas, GTK_TYPE_WIDGET)

enum
{
  CHOOSE,
  MOVE,
  LEAVE_OUT,
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BjtTimelineRow *
get_row (BjtTimelineCanvas *self,
         guint              row)
{
  return self->plan->rows->pdata[row];
}

static double
get_top (guint row)
{
  return row * BJT_TIMELINE_ROW_HEIGHT;
}

static GdkRectangle
get_area (BjtTimelineCanvas     *self,
          guint                  row,
          const BjtTimelineStop *stop)
{
  double from = round (bjt_timeline_plan_get_x (self->plan, self->scale, stop->from));
  double to = round (bjt_timeline_plan_get_x (self->plan, self->scale, stop->to));

  return (GdkRectangle) { (int) from, (int) (get_top (row) + BJT_TIMELINE_BLOCK_TOP), MAX ((int) (to - from) - 1, 3), (int) BJT_TIMELINE_BLOCK_HEIGHT };
}

/* Painting */

static guint32
get_line_colour (const BjtPalette *palette,
                 guint             worker)
{
  guint32 colour = bjt_route_sign_get_colour (worker);

  return palette->kind == BJT_PALETTE_DARK ? bjt_palette_mix (colour, 0xFFFFFF, 0.6) : colour;
}

static void
draw_hours (BjtTimelineCanvas *self,
            cairo_t           *cr,
            const BjtPalette  *palette,
            int                height)
{
  for (int hour = self->plan->from; hour <= self->plan->to; hour += HOUR)
    {
      double x = floor (bjt_timeline_plan_get_x (self->plan, self->scale, hour)) + 0.5;

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, height);
    }
  bjt_palette_set_source (cr, palette->dim_text, 0.25);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  for (guint r = 1; r <= self->plan->rows->len; r++)
    {
      cairo_move_to (cr, 0, get_top (r) - 0.5);
      cairo_line_to (cr, gtk_widget_get_width (GTK_WIDGET (self)), get_top (r) - 0.5);
    }
  bjt_palette_set_source (cr, palette->dim_text, 0.18);
  cairo_stroke (cr);
}

/* A bar on the ground, steps in the stairwell, dots while waiting. */
static void
draw_span (BjtTimelineCanvas     *self,
           cairo_t               *cr,
           const BjtGlyphPainter *painter,
           guint                  row,
           const BjtTimelineSpan *span)
{
  static const double dots[] = { 1.5, 3 }, steps[] = { 2, 1.5 };
  double from = bjt_timeline_plan_get_x (self->plan, self->scale, span->from), to = bjt_timeline_plan_get_x (self->plan, self->scale, span->to);
  double y = get_top (row) + BJT_TIMELINE_BLOCK_TOP + BJT_TIMELINE_BLOCK_HEIGHT / 2;

  if (span->kind == BJT_TIMELINE_LUNCH)
    {
      bjt_glyph_painter_round_box (cr, &(BjtBox) { from + 1, y - BJT_TIMELINE_BLOCK_HEIGHT / 2 + 0.5, to - 1, y + BJT_TIMELINE_BLOCK_HEIGHT / 2 - 0.5 }, 4);
      bjt_palette_set_source (cr, painter->palette->dim_text, 0.13);
      cairo_fill (cr);
      return;
    }
  cairo_save (cr);
  bjt_palette_set_source (cr, span->kind == BJT_TIMELINE_WAIT ? painter->palette->dim_text : get_line_colour (painter->palette, get_row (self, row)->worker), 0.9);
  cairo_set_line_width (cr, span->kind == BJT_TIMELINE_WAIT ? 2 : WAY_HEIGHT);
  if (span->kind != BJT_TIMELINE_WALK)
    cairo_set_dash (cr, span->kind == BJT_TIMELINE_WAIT ? dots : steps, 2, 0);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* With the compound before it where there is room. */
static const char *
get_group_text (const char            *name,
                const BjtGlyphPainter *painter,
                double                 room)
{
  const char *space = strrchr (name, ' ');

  if (space == NULL)
    return name;
  return bjt_text_painter_get_width (painter->text, name, GROUP_SIZE, BJT_TEXT_BOLD) <= room ? name : space + 1;
}

/* The name of the entrance over the blocks behind it, and on to the next one. */
static void
draw_group (BjtTimelineCanvas     *self,
            cairo_t               *cr,
            const BjtGlyphPainter *painter,
            guint                  row,
            guint                  index,
            guint                  end)
{
  const GPtrArray       *stops = get_row (self, row)->stops;
  const BjtTimelineStop *first = stops->pdata[index], *last = stops->pdata[end - 1];
  double from = bjt_timeline_plan_get_x (self->plan, self->scale, first->from), to = bjt_timeline_plan_get_x (self->plan, self->scale, last->to) - 1;
  double next = end < stops->len ? bjt_timeline_plan_get_x (self->plan, self->scale, ((BjtTimelineStop *) stops->pdata[end])->from) : to + 80;
  double y = get_top (row) + BJT_TIMELINE_GROUP_TOP;
  guint32 colour = get_line_colour (painter->palette, get_row (self, row)->worker);

  bjt_palette_set_source (cr, colour, 1);
  bjt_text_painter_draw (painter->text, cr, get_group_text (first->group, painter, next - from - 5), &(BjtTextPlace) { from + 1, y + 6, 0, GROUP_SIZE, fmax (next - from - 5, 10), BJT_TEXT_BOLD });
  bjt_palette_set_source (cr, colour, 0.55);
  cairo_rectangle (cr, from, y + 13, to - from, 1.5);
  cairo_fill (cr);
}

static void
draw_groups (BjtTimelineCanvas     *self,
             cairo_t               *cr,
             const BjtGlyphPainter *painter,
             guint                  row)
{
  const GPtrArray *stops = get_row (self, row)->stops;
  guint            first = 0;

  for (guint i = 1; i <= stops->len; i++)
    {
      const BjtTimelineStop *begin = stops->pdata[first];

      if (i < stops->len && g_strcmp0 (begin->group, ((BjtTimelineStop *) stops->pdata[i])->group) == 0)
        continue;
      draw_group (self, cr, painter, row, first, i);
      first = i;
    }
}

/* What is dragged, and where it would stand */
static void
draw_drag (BjtTimelineCanvas *self,
           cairo_t           *cr,
           const BjtPalette  *palette)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->dragged)), top = get_top (self->drop.row);

  if (self->can_drop)
    {
      bjt_palette_set_source (cr, palette->selection, 0.1);
      cairo_rectangle (cr, 0, top, gtk_widget_get_width (GTK_WIDGET (self)), BJT_TIMELINE_ROW_HEIGHT - 1);
      cairo_fill (cr);
      bjt_palette_set_source (cr, palette->selection, 1);
      cairo_rectangle (cr, self->drop.x - 1.5, top + BJT_TIMELINE_BLOCK_TOP - 6, 3, BJT_TIMELINE_BLOCK_HEIGHT + 12);
      cairo_fill (cr);
    }
  bjt_glyph_painter_round_box (cr, &(BjtBox) { self->x - self->grip_x - width / 2, self->y - BJT_TIMELINE_BLOCK_HEIGHT / 2,
                                               self->x - self->grip_x + width / 2, self->y + BJT_TIMELINE_BLOCK_HEIGHT / 2 }, 4);
  bjt_palette_set_source (cr, palette->selection, 0.35);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, palette->selection, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
bjt_timeline_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  BjtTimelineCanvas *self = BJT_TIMELINE_CANVAS (widget);
  BjtGlyphPainter    painter = bjt_widgets_get_glyph_painter (widget);
  int              width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t  area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t         *cr = gtk_snapshot_append_cairo (snapshot, &area);

  draw_hours (self, cr, painter.palette, height);
  for (guint r = 0; r < self->plan->rows->len; r++)
    {
      const GArray *spans = get_row (self, r)->spans;

      for (guint i = 0; i < spans->len; i++)
        draw_span (self, cr, &painter, r, &g_array_index (spans, BjtTimelineSpan, i));
      draw_groups (self, cr, &painter, r);
    }
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (bjt_timeline_canvas_parent_class)->snapshot (widget, snapshot);
  if (self->dragged == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  draw_drag (self, cr, painter.palette);
  cairo_destroy (cr);
}

/* Blocks */

static void
block_clicked_cb (BjtTimelineCanvas *self,
                  BjtTimelineBlock  *block)
{
  gtk_widget_grab_focus (GTK_WIDGET (block)); /* a screen reader presses without */
  g_signal_emit (self, signals[CHOOSE], 0, &bjt_timeline_block_get_stop (block)->door_id);
}

static BjtTimelineBlock *
find_block (BjtTimelineCanvas *self,
            const BjtUuid     *door_id)
{
  for (GtkWidget *i = gtk_widget_get_first_child (GTK_WIDGET (self)); i != NULL; i = gtk_widget_get_next_sibling (i))
    if (bjt_uuid_equal (&bjt_timeline_block_get_stop (BJT_TIMELINE_BLOCK (i))->door_id, door_id))
      return BJT_TIMELINE_BLOCK (i);
  return NULL;
}

static void
add_blocks (BjtTimelineCanvas *self,
            guint              row)
{
  const BjtTimelineRow *line = get_row (self, row);

  for (guint i = 0; i < line->stops->len; i++)
    {
      GtkWidget *block = bjt_timeline_block_new (line->worker, line->stops->pdata[i]);

      bjt_timeline_block_set_chosen (BJT_TIMELINE_BLOCK (block), bjt_uuid_equal (&self->chosen, &((BjtTimelineStop *) line->stops->pdata[i])->door_id));
      g_signal_connect_object (block, "clicked", G_CALLBACK (block_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (block, GTK_WIDGET (self));
    }
}

static void
remove_blocks (BjtTimelineCanvas *self)
{
  GtkWidget *child;

  self->dragged = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* The keyboard stays on the same door. */
void
bjt_timeline_canvas_take_plan (BjtTimelineCanvas *self,
                               BjtTimelinePlan   *plan)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  BjtUuid    door_id = BJT_UUID_NIL;
  BjtTimelineBlock *block;

  g_return_if_fail (BJT_IS_TIMELINE_CANVAS (self));
  if (focus != NULL)
    door_id = bjt_timeline_block_get_stop (BJT_TIMELINE_BLOCK (focus))->door_id;
  remove_blocks (self);
  bjt_timeline_plan_free (self->plan);
  self->plan = plan;
  for (guint r = 0; r < plan->rows->len; r++)
    add_blocks (self, r);
  block = focus != NULL ? find_block (self, &door_id) : NULL;
  if (block != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (block));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const BjtTimelinePlan *
bjt_timeline_canvas_get_plan (BjtTimelineCanvas *self)
{
  return self->plan;
}

void
bjt_timeline_canvas_set_scale (BjtTimelineCanvas *self,
                               double             scale)
{
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
bjt_timeline_canvas_get_scale (BjtTimelineCanvas *self)
{
  return self->scale;
}

void
bjt_timeline_canvas_choose (BjtTimelineCanvas *self,
                            const BjtUuid     *door_id)
{
  self->chosen = door_id != NULL ? *door_id : BJT_UUID_NIL;
  for (GtkWidget *i = gtk_widget_get_first_child (GTK_WIDGET (self)); i != NULL; i = gtk_widget_get_next_sibling (i))
    bjt_timeline_block_set_chosen (BJT_TIMELINE_BLOCK (i), bjt_uuid_equal (&self->chosen, &bjt_timeline_block_get_stop (BJT_TIMELINE_BLOCK (i))->door_id));
}

gboolean
bjt_timeline_canvas_get_area (BjtTimelineCanvas *self,
                              const BjtUuid     *door_id,
                              GdkRectangle      *area)
{
  guint row, index;

  if (!bjt_timeline_plan_find (self->plan, door_id, &row, &index))
    return FALSE;
  *area = get_area (self, row, get_row (self, row)->stops->pdata[index]);
  return TRUE;
}

GtkWidget *
bjt_timeline_canvas_get_block (BjtTimelineCanvas *self,
                               const BjtUuid     *door_id)
{
  BjtTimelineBlock *block = find_block (self, door_id);

  return block != NULL ? GTK_WIDGET (block) : NULL;
}

void
bjt_timeline_canvas_set_sensitive (BjtTimelineCanvas *self,
                                   gboolean           is_sensitive)
{
  self->is_fixed = !is_sensitive;
}

/* The pointer */

static BjtTimelineBlock *
pick_block (BjtTimelineCanvas *self,
            double             x,
            double             y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !BJT_IS_TIMELINE_BLOCK (widget))
    widget = widget != GTK_WIDGET (self) ? gtk_widget_get_parent (widget) : NULL;
  return widget != NULL ? BJT_TIMELINE_BLOCK (widget) : NULL;
}

static void
emit_move (BjtTimelineCanvas     *self,
           const BjtUuid         *door_id,
           const BjtTimelineDrop *drop)
{
  BjtUuid door = *door_id; /* the blocks are made anew meanwhile */

  g_signal_emit (self, signals[MOVE], 0, &door, drop->row, drop->index);
}

static void
drag_update_cb (BjtTimelineCanvas *self,
                double             dx,
                double             dy,
                GtkGestureDrag    *gesture)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y) || self->is_fixed || (self->dragged == NULL && hypot (dx, dy) < DRAG_REACH))
    return;
  if (self->dragged == NULL)
    {
      BjtTimelineBlock *block = pick_block (self, x, y);
      GdkRectangle      area;

      if (block == NULL || !bjt_timeline_canvas_get_area (self, &bjt_timeline_block_get_stop (block)->door_id, &area))
        return;
      self->dragged = block;
      self->grip_x = x - (area.x + area.width / 2.0);
      gtk_widget_set_opacity (GTK_WIDGET (block), 0.35);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  self->x = x + dx;
  self->y = y + dy;
  self->can_drop = bjt_timeline_plan_find_drop (self->plan, self->scale, &bjt_timeline_block_get_stop (self->dragged)->door_id,
                                                self->x - self->grip_x, self->y, &self->drop);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_drag (BjtTimelineCanvas *self)
{
  if (self->dragged != NULL)
    gtk_widget_set_opacity (GTK_WIDGET (self->dragged), 1);
  self->dragged = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (BjtTimelineCanvas *self)
{
  const BjtTimelineStop *stop = self->dragged != NULL ? bjt_timeline_block_get_stop (self->dragged) : NULL;

  stop_drag (self);
  if (stop != NULL && self->can_drop && bjt_timeline_plan_is_move (self->plan, &stop->door_id, &self->drop))
    emit_move (self, &stop->door_id, &self->drop);
}

static void
ask_menu (BjtTimelineCanvas *self,
          BjtTimelineBlock  *block,
          double             x,
          double             y)
{
  BjtUuid door_id = bjt_timeline_block_get_stop (block)->door_id;

  g_signal_emit (self, signals[CHOOSE], 0, &door_id);
  g_signal_emit (self, signals[MENU], 0, &door_id, x, y);
}

static void
secondary_cb (BjtTimelineCanvas *self,
              int                n_press,
              double             x,
              double             y)
{
  BjtTimelineBlock *block = pick_block (self, x, y);

  if (block != NULL)
    ask_menu (self, block, x, y);
}

/* Keys */

static BjtTimelineBlock *
get_block_at_keys (BjtTimelineCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL ? BJT_TIMELINE_BLOCK (focus) : NULL;
}

static gboolean
go (BjtTimelineCanvas      *self,
    const BjtTimelineStop  *stop,
    const BjtTimelineDrop  *drop)
{
  const GPtrArray *stops = get_row (self, drop->row)->stops;
  const BjtTimelineStop *next;
  BjtTimelineBlock      *block;

  if (stops->len == 0)
    return FALSE;
  next = stops->pdata[MIN (drop->index, stops->len - 1)];
  block = find_block (self, &next->door_id);
  return next != stop && block != NULL && gtk_widget_grab_focus (GTK_WIDGET (block));
}

/* (ii): along, down. */
static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  BjtTimelineCanvas *self = BJT_TIMELINE_CANVAS (widget);
  BjtTimelineBlock  *block = get_block_at_keys (self);
  gboolean           is_move;
  int                along, down;
  BjtTimelineDrop    drop;

  g_variant_get (args, "(iib)", &along, &down, &is_move);
  if (block == NULL || !bjt_timeline_plan_step (self->plan, &bjt_timeline_block_get_stop (block)->door_id, along, down, &drop))
    return block != NULL;
  if (!is_move)
    go (self, bjt_timeline_block_get_stop (block), &drop);
  else if (!self->is_fixed)
    emit_move (self, &bjt_timeline_block_get_stop (block)->door_id, &drop);
  return TRUE;
}

static gboolean
leave_out_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  BjtTimelineCanvas *self = BJT_TIMELINE_CANVAS (widget);
  BjtTimelineBlock  *block = get_block_at_keys (self);
  BjtUuid            door_id;

  if (block == NULL || self->is_fixed)
    return FALSE;
  door_id = bjt_timeline_block_get_stop (block)->door_id;
  g_signal_emit (self, signals[LEAVE_OUT], 0, &door_id);
  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  BjtTimelineCanvas *self = BJT_TIMELINE_CANVAS (widget);
  BjtTimelineBlock  *block = get_block_at_keys (self);
  GdkRectangle       area;

  if (block == NULL || !bjt_timeline_canvas_get_area (self, &bjt_timeline_block_get_stop (block)->door_id, &area))
    return FALSE;
  ask_menu (self, block, area.x + area.width / 2.0, area.y + area.height);
  return TRUE;
}

/* Object */

static void
bjt_timeline_canvas_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  BjtTimelineCanvas *self = BJT_TIMELINE_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) ceil (bjt_timeline_plan_get_width (self->plan, self->scale));
  else
    *minimum = *natural = (int) (self->plan->rows->len * BJT_TIMELINE_ROW_HEIGHT);
}

static void
bjt_timeline_canvas_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  BjtTimelineCanvas *self = BJT_TIMELINE_CANVAS (widget);

  for (GtkWidget *i = gtk_widget_get_first_child (widget); i != NULL; i = gtk_widget_get_next_sibling (i))
    {
      GdkRectangle area;
      int          least;

      if (!bjt_timeline_canvas_get_area (self, &bjt_timeline_block_get_stop (BJT_TIMELINE_BLOCK (i))->door_id, &area))
        continue;
      gtk_widget_measure (i, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      area.width = MAX (area.width, least);
      gtk_widget_size_allocate (i, &area, -1);
    }
}

static void
bjt_timeline_canvas_dispose (GObject *object)
{
  remove_blocks (BJT_TIMELINE_CANVAS (object));
  G_OBJECT_CLASS (bjt_timeline_canvas_parent_class)->dispose (object);
}

static void
bjt_timeline_canvas_finalize (GObject *object)
{
  bjt_timeline_plan_free (BJT_TIMELINE_CANVAS (object)->plan);
  G_OBJECT_CLASS (bjt_timeline_canvas_parent_class)->finalize (object);
}

static void
add_step_keys (GtkWidgetClass *klass,
               guint           key,
               int             along,
               int             down)
{
  gtk_widget_class_add_binding (klass, key, 0, step_cb, "(iib)", along, down, FALSE);
  gtk_widget_class_add_binding (klass, key, GDK_ALT_MASK, step_cb, "(iib)", along, down, TRUE);
}

static void
bjt_timeline_canvas_class_init (BjtTimelineCanvasClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType     door = G_TYPE_POINTER;

  object_class->dispose = bjt_timeline_canvas_dispose;
  object_class->finalize = bjt_timeline_canvas_finalize;
  widget_class->snapshot = bjt_timeline_canvas_snapshot;
  widget_class->measure = bjt_timeline_canvas_measure;
  widget_class->size_allocate = bjt_timeline_canvas_size_allocate;
  signals[CHOOSE] = g_signal_new ("choose", BJT_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, door);
  signals[MOVE] = g_signal_new ("move", BJT_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, door, G_TYPE_UINT, G_TYPE_UINT);
  signals[LEAVE_OUT] = g_signal_new ("leave-out", BJT_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, door);
  signals[MENU] = g_signal_new ("menu", BJT_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, door, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_step_keys (widget_class, GDK_KEY_Left, -1, 0);
  add_step_keys (widget_class, GDK_KEY_Right, 1, 0);
  add_step_keys (widget_class, GDK_KEY_Up, 0, -1);
  add_step_keys (widget_class, GDK_KEY_Down, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, leave_out_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

static void
bjt_timeline_canvas_init (BjtTimelineCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *secondary = gtk_gesture_click_new ();

  self->plan = bjt_timeline_plan_new ();
  self->scale = 2;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (stop_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

GtkWidget *
bjt_timeline_canvas_new (void)
{
  return g_object_new (BJT_TYPE_TIMELINE_CANVAS, NULL);
}
