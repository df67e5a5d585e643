/* bjt-command-note.c: notes, photos and hazards: on a door, in shared space, at
 * a place of a plan. Each change is one step that bjt undo takes back. Notes
 * are named by the last characters of their key. */
#include "bjt-cli.h"

#include <string.h>

#include "bjt-plan-words.h"
#include "model/bjt-shared-space.h"
#include "workspace/bjt-workspace-notes.h"

#define SHORT_KEY 8 /* characters */

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char        **arguments; /* after the word for what to do */
  guint         n_arguments;
  char         *kind;
  char         *text;
  char         *photo;
  char         *space;
  char         *entrance;
  int           level;
  char         *at;
  char         *on;
  char         *output;
  gboolean      area;
  gboolean      report;
  gboolean      open;
} Note;

static const char *const kinds[] = { "note", "photo", "hazard" };

static const char *
get_short_key (const char *key)
{
  return key + strlen (key) - SHORT_KEY;
}

/* The one whose key ends so; NULL after printing why. */
static BjtAnnotation *
find_note (Note *self)
{
  BjtAnnotationScope  all = { 0 };
  g_autoptr (GPtrArray) notes = bjt_workspace_list_annotations (self->workspace, &all, NULL);
  const BjtAnnotation *found = NULL;

  if (self->n_arguments != 1 || strlen (self->arguments[0]) < 4)
    {
      g_printerr (_("bjt: which note? bjt note list shows their keys\n"));
      return NULL;
    }
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const BjtAnnotation *note = notes->pdata[i];
      g_autofree char     *key = bjt_uuid_dup_string (&note->id);

      if (!g_str_has_suffix (key, self->arguments[0]))
        continue;
      if (found != NULL)
        {
          g_printerr (_("bjt: several notes end in “%s”; write more of the key\n"), self->arguments[0]);
          return NULL;
        }
      found = note;
    }
  if (found == NULL)
    g_printerr (_("bjt: there is no note “%s”; bjt note list shows their keys\n"), self->arguments[0]);
  return found != NULL ? bjt_annotation_copy (found) : NULL;
}

/* Looking */

static guint32
find_index (const BjtPicture *picture,
            const BjtUuid    *id)
{
  for (guint32 a = 0; a < picture->annotations->len; a++)
    if (bjt_uuid_equal (&bjt_picture_get_annotation (picture, a)->id, id))
      return a;
  return BJT_NO_INDEX;
}

static char *
dup_place (const BjtPicture           *picture,
           const BjtPictureAnnotation *note)
{
  g_autofree char *building = NULL;
  g_autofree char *level = NULL;

  if (note->door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (picture, note->door);
  building = bjt_picture_dup_building_name (picture, note->building);
  level = bjt_picture_dup_level_label (picture, note->building, note->ordinal);
  if (note->entrance == BJT_NO_INDEX)
    return g_strdup_printf ("%s:%s", building, level);
  return g_strdup_printf ("%s-%s:%s", building, bjt_picture_get_entrance (picture, note->entrance)->label, level);
}

static char *
dup_date (BjtDate date)
{
  char text[BJT_DATE_STRING_SIZE];

  if (date == BJT_DATE_NONE)
    return NULL;
  bjt_date_format (date, text);
  return g_strdup (text);
}

static void
add_row (BjtListing           *listing,
         const BjtPicture     *picture,
         const BjtAnnotation  *note)
{
  static const char *const shapes[] = { "point", "line", "area" };
  guint32                  index = find_index (picture, &note->id);
  g_autofree char         *key = bjt_uuid_dup_string (&note->id);

  bjt_listing_add_text (listing, get_short_key (key));
  bjt_listing_add_text (listing, kinds[CLAMP (note->kind, 0, 2)]);
  bjt_listing_take_text (listing, index != BJT_NO_INDEX ? dup_place (picture, bjt_picture_get_annotation (picture, index)) : NULL);
  bjt_listing_add_text (listing, note->space);
  bjt_listing_add_text (listing, note->text);
  bjt_listing_add_text (listing, note->shape != NULL ? shapes[MIN (note->shape->kind, 2)] : NULL);
  bjt_listing_add_text (listing, bjt_uuid_is_nil (&note->attachment_id) ? "no" : "yes");
  bjt_listing_add_text (listing, bjt_uuid_is_nil (&note->issue_id) ? "no" : "yes");
  bjt_listing_take_text (listing, dup_date (note->noted_on));
  bjt_listing_take_text (listing, dup_date (note->settled_on));
}

static BjtListing *
new_listing (void)
{
  static const char *const columns[] = { "key", "kind", "place", "space", "text", "shape", "photo", "reported", "noted_on", "settled_on", NULL };

  return bjt_listing_new (columns);
}

static BjtExit
run_list (Note *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtAnnotationScope scope = { .open_only = self->open };
  g_autoptr (BjtListing) listing = new_listing ();
  g_autoptr (GPtrArray) notes = NULL;
  GError *error = NULL;

  if (self->n_arguments > 0)
    {
      g_autofree char *name = g_strjoinv (" ", self->arguments);
      guint32          building = bjt_plan_words_find_building (picture, name);

      if (building == BJT_NO_INDEX)
        return BJT_EXIT_REFUSED;
      scope.building_id = &bjt_picture_get_building (picture, building)->id;
    }
  notes = bjt_workspace_list_annotations (self->workspace, &scope, &error);
  if (notes == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < notes->len; i++)
    add_row (listing, picture, notes->pdata[i]);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_show (Note *self)
{
  g_autoptr (BjtAnnotation) note = find_note (self);
  g_autoptr (BjtListing) listing = new_listing ();

  if (note == NULL)
    return BJT_EXIT_REFUSED;
  add_row (listing, bjt_workspace_get_picture (self->workspace), note);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_photo (Note *self)
{
  g_autoptr (BjtAnnotation) note = NULL;
  g_autoptr (GBytes) photo = NULL;
  GError       *error = NULL;
  gsize         size;
  gconstpointer data;

  if (self->output == NULL)
    return bjt_cli_usage (_("use: bjt note photo KEY -o FILE"));
  note = find_note (self);
  if (note == NULL)
    return BJT_EXIT_REFUSED;
  photo = bjt_workspace_load_photo (self->workspace, &note->id, &error);
  if (photo == NULL || !bjt_workspace_record_export (self->workspace, "photo", "bjt note photo", &error))
    return bjt_cli_refuse (error);
  data = g_bytes_get_data (photo, &size);
  return g_file_set_contents_full (self->output, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error)
           ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* Adding */

static gboolean
parse_kind (Note          *self,
            BjtAnnotation *note)
{
  const char *word = self->kind != NULL ? self->kind : self->photo != NULL && self->text == NULL ? "photo" : "note";

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (word, kinds[i]))
      {
        note->kind = (int) i;
        return TRUE;
      }
  g_printerr (_("bjt: “%s” is no kind; write note, photo or hazard\n"), word);
  return FALSE;
}

static gboolean
find_entrance (Note          *self,
               guint32        building,
               BjtAnnotation *note)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtRun            run = bjt_picture_get_building (picture, building)->entrances;

  note->building_id = bjt_picture_get_building (picture, building)->id;
  if (self->entrance == NULL)
    return TRUE;
  for (guint32 e = run.first; e < run.first + run.n; e++)
    if (g_strcmp0 (bjt_picture_get_entrance (picture, e)->label, self->entrance) == 0)
      {
        note->entrance_id = bjt_picture_get_entrance (picture, e)->id;
        return TRUE;
      }
  g_printerr (_("bjt: the building has no entrance %s\n"), self->entrance);
  return FALSE;
}

/* "x,y" once: a point; several: a line, or the corners of an area. */
static gboolean
read_shape (Note          *self,
            BjtAnnotation *note)
{
  g_autofree char *joined = g_strjoinv (" ", self->arguments);
  g_auto (GStrv) words = g_strsplit_set (joined, " ", -1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (char **word = words; *word != NULL; word++)
    {
      BjtPoint point;

      if (**word == '\0')
        continue;
      if (!bjt_plan_words_parse_pair (*word, &point))
        {
          g_printerr (_("bjt: “%s” is no place on a plan; write x,y in metres\n"), *word);
          return FALSE;
        }
      g_array_append_val (points, point);
    }
  if (points->len == 0 || (self->area && points->len < 3))
    {
      g_printerr (self->area ? _("bjt: an area has three corners or more: x,y x,y x,y\n") : _("bjt: where on the plan? Write x,y in metres\n"));
      return FALSE;
    }
  note->shape = points->len == 1 ? bjt_geometry_new_point (g_array_index (points, BjtPoint, 0).x, g_array_index (points, BjtPoint, 0).y)
                : self->area     ? bjt_geometry_new_polygon ((const BjtPoint *) (gpointer) points->data, points->len)
                                 : bjt_geometry_new_line ((const BjtPoint *) (gpointer) points->data, points->len);
  return TRUE;
}

static gboolean
read_plan_place (Note          *self,
                 BjtAnnotation *note)
{
  const char      *colon = strrchr (self->at, ':');
  g_autofree char *name = colon != NULL ? g_strndup (self->at, (gsize) (colon - self->at)) : NULL;
  guint32          building;
  gint64           level;

  if (colon == NULL || !g_ascii_string_to_signed (colon + 1, 10, -99, 999, &level, NULL))
    {
      g_printerr (_("bjt: “%s” names no level of a building; write BUILDING:LEVEL, 0 is the ground floor\n"), self->at);
      return FALSE;
    }
  building = bjt_plan_words_find_building (bjt_workspace_get_picture (self->workspace), name);
  note->ordinal = (int) level;
  note->space = g_strdup (self->space != NULL ? self->space : bjt_shared_space_get_key (BJT_SPACE_CORRIDOR));
  return building != BJT_NO_INDEX && find_entrance (self, building, note) && read_shape (self, note);
}

static gboolean
read_place (Note          *self,
            BjtAnnotation *note)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char  *name = g_strjoinv (" ", self->arguments);
  guint32           found;

  if (self->at != NULL)
    return read_plan_place (self, note);
  if (self->space == NULL)
    {
      found = bjt_cli_find_door (self->workspace, name);
      note->door_id = found != BJT_NO_INDEX ? bjt_picture_get_door (picture, found)->id : BJT_UUID_NIL;
      return found != BJT_NO_INDEX;
    }
  found = bjt_plan_words_find_building (picture, name);
  note->ordinal = self->level;
  note->space = g_strdup (self->space);
  return found != BJT_NO_INDEX && find_entrance (self, found, note);
}

static BjtExit
run_add (Note *self)
{
  g_autoptr (BjtAnnotation) note = bjt_annotation_new ();
  g_autoptr (BjtPhoto) photo = NULL;
  g_autoptr (BjtIssue) issue = self->report ? bjt_issue_new () : NULL;
  g_autofree char *key = NULL;
  GError *error = NULL;

  if (self->n_arguments == 0)
    return bjt_cli_usage (_("use: bjt note add DOOR|BUILDING [--space SPACE] --text TEXT, or bjt note add --at BUILDING:LEVEL x,y … --text TEXT"));
  if (!parse_kind (self, note) || !read_place (self, note))
    return BJT_EXIT_REFUSED;
  note->text = g_strdup (self->text);
  note->noted_on = self->on != NULL ? bjt_date_parse (self->on) : BJT_DATE_NONE;
  if (self->on != NULL && note->noted_on == BJT_DATE_NONE)
    return bjt_cli_usage (_("“%s” is no date; write 2026-05-01"), self->on);
  photo = self->photo != NULL ? bjt_photo_open (self->photo, NULL, &error) : NULL;
  if (self->photo != NULL && photo == NULL)
    return bjt_cli_refuse (error);
  if (!bjt_workspace_add_annotation (self->workspace, &(BjtAnnotationDraft) { note, photo, issue, NULL }, &error))
    return bjt_cli_refuse (error);
  key = bjt_uuid_dup_string (&note->id);
  g_print ("%s\n", get_short_key (key));
  return BJT_EXIT_GOOD;
}

/* Changing */

typedef gboolean (*ChangeFunc) (BjtWorkspace *workspace, const BjtUuid *id, GError **error);

static gboolean
settle (BjtWorkspace  *workspace,
        const BjtUuid *id,
        GError       **error)
{
  return bjt_workspace_settle_annotation (workspace, id, TRUE, error);
}

static gboolean
reopen (BjtWorkspace  *workspace,
        const BjtUuid *id,
        GError       **error)
{
  return bjt_workspace_settle_annotation (workspace, id, FALSE, error);
}

static gboolean
report (BjtWorkspace  *workspace,
        const BjtUuid *id,
        GError       **error)
{
  g_autoptr (BjtIssue) issue = bjt_issue_new ();

  if (!bjt_workspace_report_annotation (workspace, id, issue, error))
    return FALSE;
  g_print ("%s\n", issue->number);
  return TRUE;
}

static BjtExit
change (Note      *self,
        ChangeFunc func)
{
  g_autoptr (BjtAnnotation) note = find_note (self);
  GError *error = NULL;

  if (note == NULL)
    return BJT_EXIT_REFUSED;
  return func (self->workspace, &note->id, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
dispatch (Note       *self,
          const char *what)
{
  if (g_str_equal (what, "add"))
    return run_add (self);
  if (g_str_equal (what, "list"))
    return run_list (self);
  if (g_str_equal (what, "show"))
    return run_show (self);
  if (g_str_equal (what, "photo"))
    return run_photo (self);
  if (g_str_equal (what, "settle"))
    return change (self, settle);
  if (g_str_equal (what, "reopen"))
    return change (self, reopen);
  if (g_str_equal (what, "report"))
    return change (self, report);
  if (g_str_equal (what, "remove"))
    return change (self, bjt_workspace_remove_annotation);
  return bjt_cli_usage (_("use: bjt note add|list|show|photo|settle|reopen|report|remove …"));
}

static void
note_clear (Note *self)
{
  g_clear_object (&self->workspace);
  g_free (self->kind);
  g_free (self->text);
  g_free (self->photo);
  g_free (self->space);
  g_free (self->entrance);
  g_free (self->at);
  g_free (self->on);
  g_free (self->output);
}

BjtExit
bjt_command_note (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  Note         self = { .cli = cli };
  GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &self.kind, N_ ("note, photo or hazard"), N_ ("KIND") },
    { "text", 't', 0, G_OPTION_ARG_STRING, &self.text, N_ ("What there is"), N_ ("TEXT") },
    { "photo", 'p', 0, G_OPTION_ARG_FILENAME, &self.photo, N_ ("A PNG or JPEG picture; its place and time are left out"), N_ ("FILE") },
    { "space", 's', 0, G_OPTION_ARG_STRING, &self.space, N_ ("In shared space: corridor, stairs, elevator, fire-lane, hall, basement, roof, yard or other words"), N_ ("SPACE") },
    { "entrance", 'e', 0, G_OPTION_ARG_STRING, &self.entrance, N_ ("Of this entrance"), N_ ("LABEL") },
    { "level", 'l', 0, G_OPTION_ARG_INT, &self.level, N_ ("On this level; 0 is the ground floor"), N_ ("LEVEL") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &self.at, N_ ("At a place of this plan: x,y in metres, several for a line"), N_ ("BUILDING:LEVEL") },
    { "area", 0, 0, G_OPTION_ARG_NONE, &self.area, N_ ("The places are the corners of an area"), NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &self.on, N_ ("The day, today without it"), N_ ("DATE") },
    { "report", 0, 0, G_OPTION_ARG_NONE, &self.report, N_ ("Report it as an issue, too"), NULL },
    { "open", 0, 0, G_OPTION_ARG_NONE, &self.open, N_ ("Only what is not settled"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, N_ ("File to write"), N_ ("FILE") },
    { NULL },
  };
  BjtExit exit_code;

  if (bjt_cli_parse ("add|list|show|photo|settle|reopen|report|remove …", entries, &argc, &argv, &exit_code))
    {
      exit_code = argc < 2 ? bjt_cli_usage (_("use: bjt note add|list|show|photo|settle|reopen|report|remove …")) : BJT_EXIT_GOOD;
      self.workspace = exit_code == BJT_EXIT_GOOD ? bjt_cli_open (cli, &exit_code) : NULL;
      if (self.workspace != NULL)
        {
          self.arguments = argv + 2;
          self.n_arguments = (guint) argc - 2;
          exit_code = dispatch (&self, argv[1]);
        }
    }
  note_clear (&self);
  return exit_code;
}
