/* bjt-indoorgml-reader.c: IndoorGML 1.0 and 1.1: of each space the floor.
 *
 * A space is a solid of faces, or a flat face of its own; its floor is the
 * lowest of its level faces. Levels are counted by the heights of floors.
 * Faces that are only referred to (xlink) are not followed. */
#include "bjt-indoor-reader.h"

#include "bjt-indoor-plan.h"

#include "import/bjt-import-error.h"
#include "xml/bjt-xml-reader.h"

#include <math.h>
#include <string.h>

#define FLAT 0.02         /* metres a floor may slope */
#define LEVEL_HEIGHT 1.5  /* floors nearer than that are of one level */
#define MAX_SPACES 200000u
#define MAX_NUMBERS 4000000u

typedef struct
{
  char        *kind;
  char        *id;
  char        *name;
  double       height;
  BjtGeometry *floor;
} Space;

typedef struct
{
  GArray   *spaces;   /* Space */
  GString  *text;     /* of the element at hand */
  GArray   *numbers;  /* of the ring at hand */
  GArray   *points;   /* of the face at hand */
  GArray   *parts;
  double    lowest, highest;
  guint     n_numbers;
  guint     n_dimensions;
  gboolean  in_space;
  gboolean  in_interior;
  gboolean  takes_text;
  gboolean  is_geographic;
} Reader;

static void
clear_space (gpointer data)
{
  Space *self = data;

  g_free (self->kind);
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->floor, bjt_geometry_unref);
}

static gboolean
is_space (const char *name)
{
  static const char *const names[] = { "CellSpace", "GeneralSpace", "TransitionSpace", "ConnectionSpace", "AnchorSpace", "NavigableSpace", "TransferSpace" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static const char *
get_kind (const char *name)
{
  if (strcmp (name, "TransitionSpace") == 0)
    return "corridor";
  return strcmp (name, "ConnectionSpace") == 0 || strcmp (name, "AnchorSpace") == 0 ? "door" : "cellspace";
}

static void
note_frame (Reader                 *self,
            const BjtXmlAttributes *attributes)
{
  const char *frame = bjt_xml_attributes_get (attributes, "srsName");
  const char *dimension = bjt_xml_attributes_get (attributes, "srsDimension");

  if (frame != NULL && (g_str_has_suffix (frame, "4326") || g_str_has_suffix (frame, "4490") || g_str_has_suffix (frame, "4979")))
    self->is_geographic = TRUE;
  if (dimension != NULL)
    self->n_dimensions = strcmp (dimension, "2") == 0 ? 2 : 3;
}

static gboolean
start_cb (const char             *name,
          const BjtXmlAttributes *attributes,
          gpointer                user_data,
          GError                **error)
{
  Reader *self = user_data;

  note_frame (self, attributes);
  if (is_space (name))
    {
      Space space = { .kind = g_strdup (get_kind (name)), .id = g_strdup (bjt_xml_attributes_get (attributes, "id")), .height = G_MAXDOUBLE };

      if (self->spaces->len >= MAX_SPACES)
        {
          clear_space (&space);
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "more than %u spaces", MAX_SPACES);
          return FALSE;
        }
      self->in_space = TRUE;
      g_array_append_val (self->spaces, space);
    }
  else if (strcmp (name, "Polygon") == 0 || strcmp (name, "PolygonPatch") == 0)
    {
      g_array_set_size (self->points, 0);
      g_array_set_size (self->parts, 0);
      self->lowest = G_MAXDOUBLE;
      self->highest = -G_MAXDOUBLE;
      self->in_interior = FALSE;
    }
  else if (strcmp (name, "interior") == 0)
    self->in_interior = TRUE;
  else if (strcmp (name, "LinearRing") == 0)
    g_array_set_size (self->numbers, 0);
  self->takes_text = strcmp (name, "pos") == 0 || strcmp (name, "posList") == 0 || strcmp (name, "name") == 0;
  g_string_truncate (self->text, 0);
  return TRUE;
}

static gboolean
text_cb (const char *text,
         gsize       length,
         gpointer    user_data,
         GError    **error)
{
  Reader *self = user_data;

  if (self->takes_text && self->in_space)
    g_string_append_len (self->text, text, (gssize) length);
  return TRUE;
}

/* Each position of its own when it is a pos: how many numbers it has is known. */
static void
take_positions (Reader  *self,
                gboolean is_single)
{
  char *at = self->text->str;
  guint first = self->numbers->len;

  for (; self->n_numbers < MAX_NUMBERS; self->n_numbers++)
    {
      char  *end;
      double number = g_ascii_strtod (at, &end);

      if (end == at || !isfinite (number))
        break;
      g_array_append_val (self->numbers, number);
      at = end;
    }
  if (is_single)
    self->n_dimensions = self->numbers->len - first == 2 ? 2 : 3;
}

static void
end_ring (Reader *self)
{
  guint   n = self->numbers->len / self->n_dimensions;
  BjtPart part = { .first = self->points->len, .is_hole = self->in_interior };

  for (guint i = 0; i < n; i++)
    {
      const double *at = &g_array_index (self->numbers, double, i * self->n_dimensions);
      BjtPoint      point = { at[0], at[1] };
      double        height = self->n_dimensions == 3 ? at[2] : 0;

      g_array_append_val (self->points, point);
      self->lowest = fmin (self->lowest, height);
      self->highest = fmax (self->highest, height);
    }
  part.n_points = n > 1 ? n - 1 : n;
  if (part.n_points >= 3 && (!part.is_hole || self->parts->len > 0))
    {
      g_array_set_size (self->points, part.first + part.n_points);
      g_array_append_val (self->parts, part);
    }
  else
    g_array_set_size (self->points, part.first);
}

static void
end_face (Reader *self)
{
  Space  *space = &g_array_index (self->spaces, Space, self->spaces->len - 1);
  BjtPart first;

  if (self->parts->len == 0 || self->highest - self->lowest > FLAT || self->lowest >= space->height)
    return;
  first = g_array_index (self->parts, BjtPart, 0);
  if (!(fabs (bjt_geometry_get_signed_area (&g_array_index (self->points, BjtPoint, first.first), first.n_points)) > 0))
    return;
  g_clear_pointer (&space->floor, bjt_geometry_unref);
  space->floor = bjt_geometry_new (BJT_GEOMETRY_POLYGON, (const BjtPart *) (gpointer) self->parts->data, self->parts->len,
                                   (const BjtPoint *) (gpointer) self->points->data, self->points->len);
  space->height = self->lowest;
}

static gboolean
end_cb (const char *name,
        gpointer    user_data,
        GError    **error)
{
  Reader *self = user_data;
  Space  *space = self->spaces->len > 0 ? &g_array_index (self->spaces, Space, self->spaces->len - 1) : NULL;

  if (!self->in_space)
    return TRUE;
  if (is_space (name))
    self->in_space = FALSE;
  else if (strcmp (name, "pos") == 0 || strcmp (name, "posList") == 0)
    take_positions (self, name[3] == '\0');
  else if (strcmp (name, "LinearRing") == 0)
    end_ring (self);
  else if (strcmp (name, "Polygon") == 0 || strcmp (name, "PolygonPatch") == 0)
    end_face (self);
  else if (strcmp (name, "name") == 0 && space->name == NULL)
    space->name = g_strdup (g_strstrip (self->text->str));
  self->takes_text = FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

/* Levels */

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The level of a height: how many steps of more than LEVEL_HEIGHT lie below */
static int
find_level (const GArray *heights,
            double        height)
{
  double base = g_array_index (heights, double, 0);
  int    level = 0;

  for (guint i = 0; i < heights->len && g_array_index (heights, double, i) <= height; i++)
    if (g_array_index (heights, double, i) - base > LEVEL_HEIGHT)
      {
        base = g_array_index (heights, double, i);
        level++;
      }
  return level;
}

static gboolean
build (Reader                  *self,
       const BjtDrawingRequest *request,
       GError                 **error)
{
  g_autoptr (BjtIndoorPlan) plan = bjt_indoor_plan_new (self->is_geographic);
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->spaces->len; i++)
    if (g_array_index (self->spaces, Space, i).floor != NULL)
      g_array_append_val (heights, g_array_index (self->spaces, Space, i).height);
  g_array_sort (heights, compare_heights);
  for (guint i = 0; i < self->spaces->len; i++)
    {
      const Space     *space = &g_array_index (self->spaces, Space, i);
      BjtIndoorFeature feature = { .kind = space->kind, .id = space->id, .label = space->name != NULL ? space->name : space->id, .shape = space->floor };
      g_autofree char *level = NULL;

      if (space->floor == NULL)
        continue;
      feature.ordinal = find_level (heights, space->height);
      level = g_strdup_printf ("%g", feature.ordinal);
      feature.level = level;
      bjt_indoor_plan_add (plan, &feature);
    }
  return bjt_indoor_plan_build (plan, request, error);
}

/**
 * bjt_indoorgml_read:
 *
 * A #BjtDrawingReadFunc.
 */
gboolean
bjt_indoorgml_read (const BjtDrawingRequest *request,
                    GError                 **error)
{
  static const BjtXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GArray) spaces = g_array_new (FALSE, FALSE, sizeof (Space));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;
  Reader self = { .spaces = spaces, .numbers = numbers, .points = points, .parts = parts, .text = text, .n_dimensions = 3 };

  g_array_set_clear_func (spaces, clear_space);
  if (bjt_xml_read_file (request->path, NULL, &handler, &self, &problem))
    return build (&self, request, error);
  if (problem->domain == BJT_XML_ERROR)
    g_set_error (error, BJT_IMPORT_ERROR, problem->code == BJT_XML_ERROR_UNSAFE ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                 "damaged IndoorGML: %s", problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
