/* bjt-workspace-overlays.c: layers of one's own: added, changed, moved,
 * removed. Each is one action; afterwards only the layers are read again. */
#include "bjt-overlay-file.h"

#include "bjt-workspace-private.h"
#include "store/bjt-journal.h"

#define MAX_OVERLAYS 60

static const BjtOverlayList *
get_list (BjtWorkspace *self)
{
  return bjt_workspace_get_picture (self)->overlays;
}

static gboolean
finish (BjtWorkspace   *self,
        BjtActionScope *scope,
        GError        **error)
{
  if (!bjt_action_scope_commit (scope, error) || !bjt_workspace_reload_overlays (self, error))
    return FALSE;
  bjt_workspace_emit_changed (self);
  return TRUE;
}

/* NULL: there is none. */
static const BjtOverlay *
find_by_name (BjtWorkspace *self,
              const char   *name)
{
  for (guint i = 0; i < bjt_overlay_list_get_n (get_list (self)); i++)
    if (g_strcmp0 (bjt_overlay_list_get (get_list (self), i)->overlay->name, name) == 0)
      return bjt_overlay_list_get (get_list (self), i)->overlay;
  return NULL;
}

static const BjtOverlayLayer *
find_layer (BjtWorkspace  *self,
            const BjtUuid *id,
            GError       **error)
{
  for (guint i = 0; i < bjt_overlay_list_get_n (get_list (self)); i++)
    if (bjt_uuid_equal (&bjt_overlay_list_get (get_list (self), i)->overlay->id, id))
      return bjt_overlay_list_get (get_list (self), i);
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "the layer is no longer there");
  return NULL;
}

static gboolean
refuse_name (const char *name,
             GError    **error)
{
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "there is a layer “%s” already; give it another name", name);
  return FALSE;
}

/* Adding */

/* The file's name without its ending, and a number where that is taken. */
static char *
dup_free_name (BjtWorkspace *self,
               const char   *source)
{
  const char      *dot = strrchr (source, '.');
  g_autofree char *base = dot != NULL && dot != source ? g_strndup (source, (gsize) (dot - source)) : g_strdup (source);
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  char            *name = g_strdup (valid);

  for (guint n = 2; find_by_name (self, name) != NULL; n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", valid, n);
    }
  return name;
}

static gboolean
complete (BjtWorkspace *self,
          BjtOverlay   *overlay,
          GError      **error)
{
  const BjtOverlayList *list = get_list (self);
  guint                 n = bjt_overlay_list_get_n (list);

  if (n >= MAX_OVERLAYS)
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "there are %d layers already; remove one first", MAX_OVERLAYS);
      return FALSE;
    }
  if (overlay->name != NULL && find_by_name (self, overlay->name) != NULL)
    return refuse_name (overlay->name, error);
  if (overlay->name == NULL)
    overlay->name = dup_free_name (self, overlay->source);
  if (overlay->colour == NULL)
    overlay->colour = g_strdup (bjt_overlay_propose_colour (n));
  overlay->position = n > 0 ? bjt_overlay_list_get (list, 0)->overlay->position + 1 : 0;
  bjt_uuid_init_random (&overlay->id, bjt_clock_get_now (&self->clock) / 1000);
  return TRUE;
}

static gboolean
insert_shape (BjtWorkspace          *self,
              const BjtOverlay      *overlay,
              const BjtOverlayShape *given,
              GError               **error)
{
  g_autoptr (BjtOverlayShape) shape = bjt_overlay_shape_copy (given);

  shape->overlay_id = overlay->id;
  bjt_uuid_init_random (&shape->id, bjt_clock_get_now (&self->clock) / 1000);
  return bjt_store_insert (self->store, &bjt_overlay_shape_type, shape, error);
}

/**
 * bjt_workspace_add_overlay:
 * @file: as read; a name that is taken is refused
 *
 * One action: all of the file or nothing.
 */
gboolean
bjt_workspace_add_overlay (BjtWorkspace         *self,
                           const BjtOverlayFile *file,
                           GError              **error)
{
  g_autoptr (BjtOverlay)     overlay = bjt_overlay_copy (file->overlay);
  g_autoptr (BjtActionScope) scope = NULL;

  if (!complete (self, overlay, error))
    return FALSE;
  scope = bjt_workspace_begin (self, "add-overlay", overlay->name, error);
  if (scope == NULL || !bjt_store_insert (self->store, &bjt_overlay_type, overlay, error))
    return FALSE;
  for (guint i = 0; i < file->shapes->len; i++)
    if (!insert_shape (self, overlay, file->shapes->pdata[i], error))
      return FALSE;
  return finish (self, scope, error);
}

/* Changing */

static const char *
name_change (const BjtOverlay *before,
             const BjtOverlay *after)
{
  if (g_strcmp0 (before->name, after->name) != 0)
    return "rename-overlay";
  if (!before->is_shown != !after->is_shown)
    return after->is_shown ? "show-overlay" : "hide-overlay";
  if (g_strcmp0 (before->colour, after->colour) != 0 || before->opacity < after->opacity || before->opacity > after->opacity)
    return "recolour-overlay";
  return NULL;
}

static gboolean
check_change (BjtWorkspace     *self,
              const BjtOverlay *before,
              const BjtOverlay *after,
              GError          **error)
{
  if (after->name == NULL || *after->name == '\0' || !g_utf8_validate (after->name, -1, NULL))
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "a layer needs a name");
  else if (!bjt_overlay_colour_is_valid (after->colour))
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "“%s” is no colour; write it like #8e44ad", after->colour);
  else if (!(after->opacity >= 0 && after->opacity <= 1))
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "the opacity of a layer is 0 to 1");
  else if (g_strcmp0 (before->name, after->name) != 0 && find_by_name (self, after->name) != NULL)
    return refuse_name (after->name, error);
  else
    return TRUE;
  return FALSE;
}

/**
 * bjt_workspace_change_overlay:
 * @overlay: with the key of one that is there; its place among the others
 *   stays as it is
 */
gboolean
bjt_workspace_change_overlay (BjtWorkspace     *self,
                              const BjtOverlay *overlay,
                              GError          **error)
{
  const BjtOverlayLayer     *layer = find_layer (self, &overlay->id, error);
  g_autoptr (BjtOverlay)     changed = bjt_overlay_copy (overlay);
  g_autoptr (BjtActionScope) scope = NULL;
  const char                *kind;

  if (layer == NULL || !check_change (self, layer->overlay, overlay, error))
    return FALSE;
  kind = name_change (layer->overlay, overlay);
  if (kind == NULL)
    return TRUE;
  changed->position = layer->overlay->position;
  scope = bjt_workspace_begin (self, kind, overlay->name, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_overlay_type, changed, error) && finish (self, scope, error);
}

static gboolean
set_position (BjtWorkspace     *self,
              const BjtOverlay *overlay,
              int               position,
              GError          **error)
{
  g_autoptr (BjtOverlay) moved = bjt_overlay_copy (overlay);

  if (overlay->position == position)
    return TRUE;
  moved->position = position;
  return bjt_store_update (self->store, &bjt_overlay_type, moved, error);
}

/**
 * bjt_workspace_move_overlay:
 * @steps: upwards, negative downwards; it stops at the ends
 */
gboolean
bjt_workspace_move_overlay (BjtWorkspace  *self,
                            const BjtUuid *overlay_id,
                            int            steps,
                            GError       **error)
{
  const BjtOverlayLayer     *layer = find_layer (self, overlay_id, error);
  g_autoptr (GPtrArray)      order = g_ptr_array_new ();
  g_autoptr (BjtActionScope) scope = NULL;
  int                        from = 0, to, n = (int) bjt_overlay_list_get_n (get_list (self));

  if (layer == NULL)
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      const BjtOverlayLayer *one = bjt_overlay_list_get (get_list (self), (guint) i);

      from = one == layer ? i : from;
      g_ptr_array_add (order, one->overlay);
    }
  to = CLAMP (from - CLAMP (steps, -n, n), 0, n - 1);
  if (to == from)
    return TRUE;
  g_ptr_array_insert (order, to, g_ptr_array_steal_index (order, (guint) from));
  scope = bjt_workspace_begin (self, "move-overlay", layer->overlay->name, error);
  for (int i = 0; scope != NULL && i < n; i++)
    if (!set_position (self, order->pdata[i], n - 1 - i, error))
      return FALSE;
  return scope != NULL && finish (self, scope, error);
}

gboolean
bjt_workspace_remove_overlay (BjtWorkspace  *self,
                              const BjtUuid *overlay_id,
                              GError       **error)
{
  const BjtOverlayLayer     *layer = find_layer (self, overlay_id, error);
  g_autoptr (BjtActionScope) scope = layer != NULL ? bjt_workspace_begin (self, "remove-overlay", layer->overlay->name, error) : NULL;

  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < layer->shapes->len; i++)
    if (!bjt_store_remove (self->store, &bjt_overlay_shape_type, &((BjtOverlayShape *) layer->shapes->pdata[i])->id, error))
      return FALSE;
  return bjt_store_remove (self->store, &bjt_overlay_type, overlay_id, error) && finish (self, scope, error);
}
